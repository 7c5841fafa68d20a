//! A field with a list of matches below: type, go up and down, take one with Enter. The command palette
//! and the find dialog both have one.

use egui::{
    Align2, AtomExt as _, Button, Key, Label, Modifiers, Response, RichText, ScrollArea, TextEdit,
    Ui, Vec2, WidgetInfo, WidgetType,
};

use super::dialog_frame::scroll_height;
use super::first_focus::FirstFocus;
use crate::scene::{Weight, text};
use crate::ui::theme::widgets::{name_field, second_ink};
use crate::ui::theme::{ROW, color32, palette, size, value_style};

/// The height of the field, and of what may stand between it and the rows.
const ABOVE_ROWS: f32 = 80.0;
/// The most rows seen at once.
const MAX_ROWS: f32 = 12.0;

/// What is typed, and which row is chosen.
#[derive(Debug, Default)]
pub struct PickList {
    /// What is typed.
    pub filter: String,
    chosen: usize,
    scrolls_to_chosen: bool,
}

/// One thing that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    pub icon: &'static str,
    pub name: String,
    /// What stands at the right, in second ink.
    pub detail: String,
    pub standing: Standing,
}

/// What is to be known of a thing before it is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing.
    Usual,
    /// It isn't on the map as shown; `detail` says so, too.
    Hidden,
    /// It can't be taken now; `detail` says why.
    Impossible,
}

impl PickList {
    /// Shows the field.
    pub fn field(&mut self, ui: &mut Ui, name: &str, hint: &str, focus: &mut FirstFocus) {
        let step = |key, by: isize| {
            let presses = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
            by.saturating_mul(isize::try_from(presses).unwrap_or(0))
        };
        let by = step(Key::ArrowDown, 1)
            + step(Key::ArrowUp, -1)
            + step(Key::PageDown, 10)
            + step(Key::PageUp, -10);
        self.chosen = self.chosen.saturating_add_signed(by);
        self.scrolls_to_chosen |= by != 0;
        let field = TextEdit::singleline(&mut self.filter)
            .hint_text(hint.to_owned())
            .font(value_style())
            .margin(egui::Margin::symmetric(8, 6))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        name_field(&response, name, &self.filter);
        focus.give(&response);
        if response.changed() {
            self.chosen = 0;
            self.scrolls_to_chosen = true;
        }
        ui.add_space(8.0);
    }

    /// Shows the rows, and returns the index of the one that is taken with Enter or a click.
    pub fn rows(&mut self, ui: &mut Ui, rows: &[Row], nothing: &str) -> Option<usize> {
        if rows.is_empty() {
            ui.add(Label::new(RichText::new(nothing).color(second_ink(ui))).selectable(false));
            return None;
        }
        self.chosen = self.chosen.min(rows.len() - 1);
        let mut taken = None;
        let height = scroll_height(ui, ABOVE_ROWS).min(MAX_ROWS * ROW);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, row) in rows.iter().enumerate() {
                let is_chosen = index == self.chosen;
                let response = row.show(ui, is_chosen);
                if is_chosen && self.scrolls_to_chosen {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    taken = Some(index);
                }
            }
        });
        self.scrolls_to_chosen = false;
        // After the rows, so that Enter on a row which Tab has reached takes that one.
        let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        taken.or_else(|| enter.then_some(self.chosen))
    }
}

impl Row {
    fn show(&self, ui: &mut Ui, is_chosen: bool) -> Response {
        let second = second_ink(ui);
        let accent = color32(palette(ui.ctx()).accent);
        let icon =
            RichText::new(self.icon).size(16.0).color(if is_chosen { accent } else { second });
        let icon = icon.atom_size(Vec2::new(20.0, 16.0)).atom_align(Align2::LEFT_CENTER);
        let ink = match self.standing {
            Standing::Usual => ui.visuals().text_color(),
            Standing::Hidden | Standing::Impossible => second,
        };
        let name = RichText::new(&self.name).color(ink);
        let button = Button::selectable(is_chosen, (icon, name.atom_shrink(true)))
            .gap(4.0)
            .right_text(RichText::new(self.detail_within(ui)).color(second))
            .truncate()
            .min_size(Vec2::new(ui.available_width(), ROW));
        let response = ui.add(button);
        response.widget_info(|| {
            let name = match self.standing {
                Standing::Usual => self.name.clone(),
                Standing::Hidden => format!("{}, {}", self.name, self.detail),
                Standing::Impossible => {
                    format!("{}, not possible now: {}", self.name, self.detail)
                }
            };
            WidgetInfo::selected(WidgetType::SelectableLabel, true, is_chosen, name)
        });
        response
    }

    /// The detail, cut where it would push the name out of the row.
    fn detail_within(&self, ui: &Ui) -> String {
        /// The part of the row that it may take.
        const PART: f32 = 0.45;
        /// So few letters always fit.
        const FEW: usize = 16;
        if self.detail.len() <= FEW {
            return self.detail.clone();
        }
        text::ellipsis(&self.detail, size::TEXT, Weight::Regular, PART * ui.available_width())
    }
}
