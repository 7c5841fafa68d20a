//! The attributes of a nation or a tie: a row for each, and a row to add one.

use egui::Ui;

use crate::edit::{Field, Target, set_attribute};
use crate::model::{Attribute, Attributes};
use crate::ui::intent::Intent;
use crate::ui::panels::fields::attribute_text::{parse, text_of};
use crate::ui::panels::form::{Editable, RecordForm, TextFormat, section};

/// What an attribute says, as text.
const VALUE: TextFormat<String> =
    TextFormat { hint: "empty to remove", write: Clone::clone, read: |text| Ok(text.to_owned()) };

/// An attribute that is being added: its name, an equals sign, and what it says.
const ADDED: TextFormat<Option<(String, Attribute)>> = TextFormat {
    hint: "for example bloc = west",
    write: |_| String::new(),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => parse_new(text).map(Some),
    },
};

/// Shows the attributes of the form's record, which is `target`.
pub fn show<I: Editable>(
    ui: &mut Ui,
    form: &mut RecordForm<'_, I>,
    target: Target,
    attributes: &Attributes,
) {
    section(ui, "Attributes");
    for (name, attribute) in attributes.iter() {
        let now = text_of(attribute);
        let typed = form.read(ui, name, &format!("attribute/{name}"), &now, &VALUE);
        if let Some(text) = typed.filter(|text| *text != now) {
            set(form, target, name, parse(&text));
        }
    }
    if let Some(Some((name, attribute))) = form.read(ui, "Add", "new attribute", &None, &ADDED)
        && attributes.get(&name).is_none()
    {
        set(form, target, &name, Some(attribute));
    }
}

fn set<I: Editable>(
    form: &mut RecordForm<'_, I>,
    target: Target,
    name: &str,
    attribute: Option<Attribute>,
) {
    if let Some(command) = set_attribute(form.editor.map, target, name, attribute) {
        let field = Field(format!("attribute/{target:?}/{name}"));
        form.out.push(Intent::Type { name: format!("Change “{name}”"), field, command });
    }
}

/// Reads a name, an equals sign, and what the attribute says.
fn parse_new(text: &str) -> Result<(String, Attribute), String> {
    let expected = || "A name, “=” and a value, for example: bloc = west.".to_owned();
    let (name, value) = text.split_once('=').ok_or_else(expected)?;
    let name = name.trim();
    if !Attributes::is_name(name) {
        return Err(expected());
    }
    Ok((name.to_owned(), parse(value).ok_or_else(expected)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_attribute_needs_a_name_and_a_value() {
        let west = Attribute::Text("west".into());
        assert_eq!(parse_new("bloc = west"), Ok(("bloc".to_owned(), west)));
        assert!(
            parse_new("bloc").is_err()
                && parse_new("= west").is_err()
                && parse_new("bloc =").is_err()
        );
    }
}
