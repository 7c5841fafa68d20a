//! Attributes as cells. A text that could be taken for a number, for yes or no, or for nothing, stands behind
//! an apostrophe, as a spreadsheet has it.

use super::sheet::Cell;
use crate::model::Attribute;

pub fn to_cell(attribute: &Attribute) -> Cell {
    match attribute {
        Attribute::Number(number) => Cell::Number(*number),
        Attribute::Flag(flag) => Cell::from(if *flag { "true" } else { "false" }),
        Attribute::Text(text) if is_plain(text) => Cell::Text(text.to_string()),
        Attribute::Text(text) => Cell::Text(format!("'{text}")),
    }
}

/// The attribute of a cell; `None` for an empty one.
pub fn of_text(text: &str) -> Option<Attribute> {
    if text.is_empty() {
        return None;
    }
    if let Some(text) = text.strip_prefix('\'') {
        return Some(Attribute::Text(text.into()));
    }
    Some(match flag(text) {
        Some(flag) => Attribute::Flag(flag),
        None => match text.parse::<f64>().ok().filter(|number| number.is_finite()) {
            Some(number) => Attribute::Number(number),
            None => Attribute::Text(text.into()),
        },
    })
}

fn is_plain(text: &str) -> bool {
    let trimmed = text.trim();
    !text.is_empty()
        && trimmed.len() == text.len()
        && !text.starts_with('\'')
        && flag(text).is_none()
        && text.parse::<f64>().is_err()
}

fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}
