//! The period that a tie must have held in.

use egui::{Button, RichText, Ui};

use crate::model::Period;
use crate::ui::panels::form::{MapFilter, RecordForm, TypedField};
use crate::ui::theme::widgets::caption;

/// Shows the first and last day, and a chip for the day of the map.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, MapFilter>) {
    let now = form.editor.record.period;
    let from = TypedField { caption: "From", key: "first day", step: "first day" };
    form.date(ui, from, |filter| &mut filter.period.from);
    let to = TypedField { caption: "To", key: "last day", step: "last day" };
    form.date(ui, to, |filter| &mut filter.period.to);
    if now.is_reversed() {
        let words = "It ends before it begins: choose a later last day.";
        ui.label(caption(ui, words).color(ui.visuals().warn_fg_color));
    }
    if let Some(day) = form.editor.map.heading().as_of {
        let on_day = Period { from: Some(day), to: Some(day) };
        let text = format!("As of {}", day.in_words());
        let is_chosen = now == on_day;
        let text = RichText::new(text).color(ui.visuals().text_color());
        let chip = Button::new(text).selected(is_chosen).truncate();
        if ui.add(chip).clicked() {
            let period = if is_chosen { Period::default() } else { on_day };
            form.edit("date", |filter| filter.period = period);
        }
    }
}
