//! Chips: small buttons in rows, any number of which can be on.

use std::collections::BTreeSet;

use egui::{Button, RichText, Ui, Vec2};

use crate::ui::theme::size;
use crate::ui::theme::widgets::{name_button, second_ink};

/// The height of a chip.
const HEIGHT: f32 = 24.0;
/// Longer names are cut.
const MAX_CHARS: usize = 30;

/// One of several things to choose.
pub struct Chip<T> {
    /// What it stands for.
    pub value: T,
    /// What it says.
    pub name: String,
    /// How many there are of it.
    pub count: usize,
}

/// Shows chips side by side, the chosen ones as on; returns what is chosen if that has changed.
pub fn chips<T: Ord + Clone>(
    ui: &mut Ui,
    chosen: &BTreeSet<T>,
    chips: impl IntoIterator<Item = Chip<T>>,
) -> Option<BTreeSet<T>> {
    let mut toggled = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(4.0);
        ui.spacing_mut().button_padding.x = 8.0;
        for chip in chips {
            let is_on = chosen.contains(&chip.value);
            if show(ui, &chip.name, chip.count, is_on) {
                toggled = Some(chip.value);
            }
        }
    });
    let toggled = toggled?;
    let mut chosen = chosen.clone();
    if !chosen.remove(&toggled) {
        chosen.insert(toggled);
    }
    Some(chosen)
}

/// Shows one chip; returns whether it was clicked.
fn show(ui: &mut Ui, name: &str, count: usize, is_on: bool) -> bool {
    let is_cut = name.chars().nth(MAX_CHARS).is_some();
    let shown: String = name.chars().take(MAX_CHARS).collect();
    let shown = if is_cut { format!("{shown}…") } else { shown };
    // In the text colour: the accent colour on its own tint is too faint for text.
    let text = RichText::new(shown).size(size::TEXT).color(ui.visuals().text_color());
    let number = RichText::new(count.to_string()).size(size::CAPTION).color(second_ink(ui));
    let chip =
        Button::new((text, number)).selected(is_on).min_size(Vec2::new(0.0, HEIGHT)).gap(6.0);
    let mut response = name_button(ui.add(chip), name, Some(is_on));
    if is_cut {
        response = response.on_hover_text(name);
    }
    response.clicked()
}
