//! Renaming in place: a field over the name of a nation, or over the label of a tie.

use egui::{Align2, Area, Id, Key, Order, Rect, TextEdit, Ui, vec2};

use crate::edit::{Change, Command, Target};
use crate::model::{End, Map, Nation, Point, Tie};
use crate::scene::{LabelOwner, Scene};
use crate::ui::canvas::camera::fit::in_map;
use crate::ui::canvas::viewport::camera::Camera;
use crate::ui::intent::Intent;
use crate::ui::theme::value_style;

/// About how far below a nation's centre the middle of its name is, in world units.
const NAME_BELOW: f32 = 29.0;

/// A name that is being typed over the map.
#[derive(Clone, Debug)]
pub struct Rename {
    target: Target,
    text: String,
    /// Where the field stands, if it had to open before there was a mark to stand on.
    anchor: Option<Point>,
    /// Whether the field has had its first frame, in which it takes the keyboard.
    has_begun: bool,
}

impl Rename {
    /// Begins with the name or label as it is.
    pub fn begin(map: &Map, target: Target) -> Option<Self> {
        let text = match target {
            Target::Nation(id) => map.nations().get(id)?.name.clone(),
            Target::Tie(id) => map.ties().get(id)?.label.clone(),
        };
        Some(Self { target, text, anchor: None, has_begun: false })
    }

    /// Whose label is hidden below the field.
    pub const fn owner(&self) -> LabelOwner {
        match self.target {
            Target::Nation(id) => LabelOwner::Nation(id),
            Target::Tie(id) => LabelOwner::Tie(id),
        }
    }

    /// Shows the field; returns whether it stays open.
    pub fn show(
        &mut self,
        ui: &Ui,
        canvas: Rect,
        camera: &Camera,
        map: &Map,
        scene: &Scene,
        out: &mut Vec<Intent>,
    ) -> bool {
        let label = scene.labels.iter().find(|label| label.owner == self.owner());
        let middle = match self.target {
            Target::Nation(id) => scene.nations.iter().find(|m| m.id == id).map(|m| m.center),
            Target::Tie(id) => scene.ties.iter().find(|m| m.id == id).map(|m| m.middle),
        };
        let drawn = label.map(|label| label.center).or(middle);
        if drawn.is_none() && self.anchor.is_none() {
            self.anchor = in_map(map, self.target).map(|at| at + Point::new(0.0, NAME_BELOW));
        }
        let Some(at) = self.anchor.or(drawn) else { return false };
        let id = Id::new("rename-in-place");
        let at = camera.screen_from_world(canvas, at);
        let response = Area::new(id.with("area"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_CENTER)
            .fixed_pos(at)
            .constrain_to(canvas)
            .show(ui.ctx(), |ui| {
                let hint = if matches!(self.target, Target::Nation(_)) { "Name" } else { "Label" };
                let edit = TextEdit::singleline(&mut self.text)
                    .id(id)
                    .font(value_style())
                    .hint_text(hint)
                    .horizontal_align(egui::Align::Center)
                    .desired_width(180.0)
                    .min_size(vec2(180.0, 28.0));
                ui.add(edit)
            })
            .inner;
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
            select_all(ui, id, &self.text);
            return true;
        }
        if escape_was_pressed(ui) {
            return false;
        }
        if response.lost_focus() {
            out.extend(self.finish(map));
            return false;
        }
        true
    }

    /// The change, if there is one. A nation keeps its name when the field was left empty.
    fn finish(&self, map: &Map) -> Option<Intent> {
        let text = self.text.trim();
        match self.target {
            Target::Nation(id) => {
                let nation = map.nations().get(id)?;
                if text.is_empty() || text == nation.name {
                    return None;
                }
                let name = format!("Rename {}", map.end_name(End::Nation(id)));
                let renamed = Nation { name: text.to_owned(), ..nation.clone() };
                let command = Command::Nation(id, Change::Replace(Box::new(renamed)));
                Some(Intent::Edit { name, command })
            }
            Target::Tie(id) => {
                let tie = map.ties().get(id)?;
                let changed = text != tie.label;
                let name = format!("Label {}", map.tie_name(id));
                let labelled = Tie { label: text.to_owned(), ..tie.clone() };
                let command = Command::Tie(id, Change::Replace(Box::new(labelled)));
                changed.then_some(Intent::Edit { name, command })
            }
        }
    }
}

/// Whether Escape was pressed, also where it has been taken for a shortcut before.
pub(in crate::ui::canvas) fn escape_was_pressed(ui: &Ui) -> bool {
    let is_escape = |event: &egui::Event| {
        matches!(event, egui::Event::Key { key: Key::Escape, pressed: true, .. })
    };
    ui.input(|input| input.raw.events.iter().any(is_escape))
}

/// Selects the whole text, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}
