//! Lists of any length, of which only what is in view is laid out.

use std::collections::HashMap;

use egui::{AsId, Id, Ui};

use crate::ui::theme::ROW;

/// How far beyond the edge of the view parts are still shown, in logical pixels, so that the keyboard finds
/// the next one.
const MARGIN: f32 = 3.0 * ROW;

/// The heights of the parts of a list as they were last shown, with the gap below, in logical pixels.
#[derive(Clone, Debug, Default)]
struct Heights {
    /// Of each part that isn't as the others.
    others: HashMap<Id, f32>,
    /// Of the lowest part: one that was never in view is taken to be as high.
    usual: Option<f32>,
}

impl Heights {
    fn of(&self, id: Id) -> Option<f32> {
        self.others.get(&id).copied().or(self.usual)
    }

    fn keep(&mut self, id: Id, height: f32) {
        self.usual = Some(self.usual.map_or(height, |usual| usual.min(height)));
        if self.usual == Some(height) {
            self.others.remove(&id);
        } else {
            self.others.insert(id, height);
        }
    }
}

/// Shows parts one below another, each in an id scope of its own. Those out of view only take up their
/// room; one that is `wanted` is shown wherever it is. `name` tells the list from others of the same `ui`.
pub fn show_in_view<T: Copy + AsId + PartialEq>(
    ui: &mut Ui,
    name: &str,
    parts: impl IntoIterator<Item = T>,
    wanted: Option<T>,
    mut show: impl FnMut(&mut Ui, T),
) {
    let heights_id = ui.id().with(("heights of parts", name));
    let mut heights: Heights = ui.data(|data| data.get_temp(heights_id)).unwrap_or_default();
    let view = ui.clip_rect().y_range().expand(MARGIN);
    for part in parts {
        let id = Id::new(part);
        let top = ui.cursor().top();
        match heights.of(id) {
            Some(height) if wanted != Some(part) && (top + height < view.min || top > view.max) => {
                ui.add_space(height);
                // What comes below keeps its ids.
                ui.skip_ahead_auto_ids(1);
            }
            _ => {
                ui.push_id(id, |ui| show(ui, part));
                heights.keep(id, ui.cursor().top() - top);
            }
        }
    }
    ui.data_mut(|data| data.insert_temp(heights_id, heights));
}

#[cfg(test)]
mod tests {
    use egui::ScrollArea;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::test_example::window;

    #[derive(Default)]
    struct Shown(Vec<u32>, f32);

    #[test]
    fn only_what_is_in_view_is_shown_and_the_rest_keeps_its_room() {
        let mut harness = window(Shown::default(), |ui, shown: &mut Shown| {
            shown.0.clear();
            let area = ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                ui.label("above");
                show_in_view(ui, "parts", 0..10_000_u32, None, |ui, part| {
                    shown.0.push(part);
                    let lines = if part == 1 { 3 } else { 1 };
                    (0..lines).for_each(|line| drop(ui.button(format!("part {part}.{line}"))));
                });
                ui.label("below");
            });
            shown.1 = area.content_size.y;
        });
        harness.run_steps(3);
        let (first, height) = (harness.state().0.clone(), harness.state().1);
        assert!(first.starts_with(&[0, 1, 2]) && first.len() < 100, "{}", first.len());
        let button = |name: &str| harness.get_by_label(name).rect();
        let pitch = button("part 3.0").top() - button("part 2.0").top();
        assert!((height / pitch - 10_002.0).abs() < 10.0, "{height} {pitch}");
        harness.event(egui::Event::PointerMoved(egui::pos2(50.0, 50.0)));
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -100.0 * pitch),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
        harness.run_steps(30);
        let shown = &harness.state().0;
        assert!(shown[0] > 50 && shown.len() < 100, "{shown:?}");
        assert!((harness.state().1 - height).abs() < 1.0, "nothing below moves");
    }
}
