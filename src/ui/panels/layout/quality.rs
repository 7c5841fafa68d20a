//! The numbers that say how good the layout is.

use egui::{Align, Label, Layout, RichText, Ui};

use crate::layout::Quality;
use crate::ui::panels::form::{advice, section};
use crate::ui::state::State;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{ROW, value_style};

/// Shows the numbers, once they have been measured.
pub fn show(ui: &mut Ui, state: &State) {
    section(ui, "Quality");
    let Some((revision, quality)) = state.quality else {
        advice(ui, "Measuring…");
        return;
    };
    let is_stale = revision != state.history.revision();
    for (name, value, meaning) in numbers(quality) {
        number(ui, name, &value, meaning, is_stale);
    }
}

/// Each number with what it means and which way is better.
fn numbers(quality: Quality) -> [(&'static str, String, &'static str); 5] {
    let counted =
        |count: Option<u64>| count.map_or_else(|| "too many to count".to_owned(), grouped);
    let through = quality.ties_through_boxes.map(|count| count as u64);
    [
        (
            "Stress",
            format!("{:.3}", quality.stress),
            "How far drawn distances are from the ways along ties; less is better, 0 is exact",
        ),
        (
            "Neighbours kept",
            format!("{:.0} %", quality.neighbourhood * 100.0),
            "How many of the nations nearest to each have a tie with it; more is better",
        ),
        (
            "Crossings",
            counted(quality.crossings),
            "How many pairs of ties cross, taken as straight; fewer is better",
        ),
        (
            "Overlaps",
            grouped(quality.overlaps as u64),
            "How many pairs of nations lie on each other, with their names; fewer is better",
        ),
        (
            "Ties through names",
            counted(through),
            "How often a tie runs through another nation or its name; fewer is better",
        ),
    ]
}

/// A number with a thin space between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{202f}');
        }
        text.push(digit);
    }
    text
}

/// A row with a name at the left and a number at the right, in second ink while it is stale.
fn number(ui: &mut Ui, name: &str, value: &str, meaning: &str, is_stale: bool) {
    let second = second_ink(ui);
    let row = ui.horizontal(|ui| {
        ui.set_min_height(ROW);
        let caption = ui.add(Label::new(RichText::new(name).color(second)).selectable(false));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let text = RichText::new(value).text_style(value_style());
            let text = if is_stale { text.color(second) } else { text };
            ui.add(Label::new(text).selectable(false)).labelled_by(caption.id)
        })
        .inner
        .union(caption)
    });
    row.inner.union(row.response).on_hover_text(meaning);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_234_567), "1\u{202f}234\u{202f}567");
    }
}
