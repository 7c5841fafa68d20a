//! A field with a choice among several values.

use egui::{ComboBox, Response, Ui, WidgetText};

use super::row::row;

/// What stands for no value.
const NONE: &str = "—";

/// A row with a choice among several values; returns the one chosen if it is another.
pub fn choice_row<T: PartialEq + Clone>(
    ui: &mut Ui,
    caption: &str,
    current: &T,
    options: impl IntoIterator<Item = (T, String)>,
) -> Option<T> {
    let options: Vec<(T, String)> = options.into_iter().collect();
    let shown = options.iter().find(|(value, _)| value == current);
    let shown = shown.map_or_else(|| NONE.to_owned(), |(_, name)| name.clone());
    let mut chosen = None;
    row(ui, caption, |ui| {
        combo_box(ui, caption, shown, |ui| {
            for (value, name) in options {
                if ui.selectable_label(value == *current, name).clicked() && value != *current {
                    chosen = Some(value);
                }
            }
        })
    });
    chosen
}

/// A combo box that fills the row.
pub fn combo_box(
    ui: &mut Ui,
    name: &str,
    shown: impl Into<WidgetText>,
    options: impl FnOnce(&mut Ui),
) -> Response {
    ComboBox::from_id_salt(name)
        .selected_text(shown)
        .truncate()
        .width(ui.available_width())
        .show_ui(ui, |ui| {
            ui.set_min_width(180.0);
            options(ui);
        })
        .response
}

/// The options of a value that may be absent: none, then each of `all`.
pub fn optional<T, const N: usize>(
    all: [T; N],
    name: impl Fn(&T) -> String,
) -> impl Iterator<Item = (Option<T>, String)> {
    let all = all.into_iter().map(move |value| {
        let name = name(&value);
        (Some(value), name)
    });
    std::iter::once((None, NONE.to_owned())).chain(all)
}
