//! The attributes of a nation or a tie: each name with what it says, and a field for a new one.

use egui::Ui;

use super::form::{self, Drafts};
use crate::edit::{Field, Target, set_attribute};
use crate::model::{Attribute, Attributes, Map};
use crate::ui::intent::Intent;

pub(super) fn show(
    ui: &mut Ui,
    map: &Map,
    target: Target,
    attributes: &Attributes,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    form::section(ui, "Attributes");
    for (name, attribute) in attributes.iter() {
        let now = words(attribute);
        let read = |text: &str| Ok(text.to_owned());
        let typed = form::parsed(ui, out, drafts, name, &now, "empty to remove", read);
        if let Some(text) = typed.filter(|text| *text != now) {
            push(out, map, target, name, meaning(&text));
        }
    }
    let read = |text: &str| match text.trim() {
        "" => Ok(None),
        text => new(text).map(Some),
    };
    if let Some(Some((name, attribute))) =
        form::parsed(ui, out, drafts, "Add", "", "bloc = west", read)
        && attributes.get(&name).is_none()
    {
        push(out, map, target, &name, Some(attribute));
    }
}

fn push(
    out: &mut Vec<Intent>,
    map: &Map,
    target: Target,
    name: &str,
    attribute: Option<Attribute>,
) {
    if let Some(command) = set_attribute(map, target, name, attribute) {
        let field = Field(format!("attribute/{target:?}/{name}"));
        out.push(Intent::Type { name: format!("Change “{name}”"), field, command });
    }
}

/// A name, an equals sign, and what the attribute says.
fn new(text: &str) -> Result<(String, Attribute), String> {
    let expected = || "A name, “=” and a value, for example: bloc = west.".to_owned();
    let (name, value) = text.split_once('=').ok_or_else(expected)?;
    let name = name.trim();
    if !Attributes::is_name(name) {
        return Err(expected());
    }
    Ok((name.to_owned(), meaning(value).ok_or_else(expected)?))
}

/// What a typed text means: a number, yes or no, else a text; nothing where it is empty.
fn meaning(text: &str) -> Option<Attribute> {
    let text = text.trim();
    match text {
        "" => None,
        "true" => Some(Attribute::Flag(true)),
        "false" => Some(Attribute::Flag(false)),
        _ => match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Some(Attribute::Number(number)),
            _ => Some(Attribute::Text(text.to_owned())),
        },
    }
}

fn words(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => text.clone(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_what_it_means() {
        assert_eq!(meaning("4.2"), Some(Attribute::Number(4.2)));
        assert_eq!(meaning(" true "), Some(Attribute::Flag(true)));
        assert_eq!(meaning("west"), Some(Attribute::Text("west".to_owned())));
        assert_eq!(meaning("inf"), Some(Attribute::Text("inf".to_owned())));
        assert_eq!(meaning(" "), None);
    }

    #[test]
    fn a_new_attribute_needs_a_name_and_a_value() {
        let west = Attribute::Text("west".to_owned());
        assert_eq!(new("bloc = west"), Ok(("bloc".to_owned(), west)));
        assert!(new("bloc").is_err() && new("= west").is_err() && new("bloc =").is_err());
    }
}
