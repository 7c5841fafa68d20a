//! How many ties a nation must have.

use egui::{Checkbox, Ui};

use crate::ui::panels::form::{MapFilter, RecordForm, TextFormat, TypedField};

/// A whole number, or any.
const COUNT: TextFormat<Option<u32>> = TextFormat {
    hint: "any number",
    write: |number| number.map_or_else(String::new, |number| number.to_string()),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| "A whole number such as 3.".to_owned()),
    },
};

/// Shows the least and largest number, and whether nations without ties are left out.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, MapFilter>) {
    let (least, largest) = ("least number of ties", "largest number of ties");
    let at_least = TypedField { caption: "At least", key: least, step: least };
    form.typed(ui, at_least, &COUNT, |filter| &mut filter.degree.at_least);
    let at_most = TypedField { caption: "At most", key: largest, step: largest };
    form.typed(ui, at_most, &COUNT, |filter| &mut filter.degree.at_most);
    let mut only_tied = form.editor.record.only_tied;
    if ui.add(Checkbox::new(&mut only_tied, "Leave out nations without any tie")).changed() {
        form.edit("having ties", |filter| filter.only_tied = only_tied);
    }
}
