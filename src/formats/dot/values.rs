//! Values of attributes, and those that only say how Graphviz has drawn a graph.

use super::label;
use super::token::{Form, Id};
use crate::formats::problems::{Remarks, Spot};
use crate::model::Attribute;

/// The value of an attribute: a number or a flag only where it is written without quotes.
pub fn attribute(value: &Id<'_>) -> Attribute {
    match (value.form, &*value.text) {
        (Form::Html, _) => Attribute::Text(label::shown(value, false, &[])),
        (Form::Quoted, text) => Attribute::Text(label::unescaped(text)),
        (Form::Plain, "true") => Attribute::Flag(true),
        (Form::Plain, "false") => Attribute::Flag(false),
        (Form::Plain, text) => match number(text) {
            Some(number) => Attribute::Number(number),
            None => Attribute::Text(text.to_owned()),
        },
    }
}

/// A number, unless it would lose something of how it is written: `007` stays a text.
pub fn number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches('-');
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let number: f64 = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    let has_zeros = digits.starts_with('0') && !digits.starts_with("0.") && digits.len() > 1;
    let is_short = digits.len() <= 15 && !has_zeros;
    (is_short || number.to_string() == text).then_some(number)
}

/// Whether an attribute says how Graphviz has drawn the graph, and nothing of the graph itself.
pub fn is_drawing(name: &str) -> bool {
    const NAMES: [&str; 11] = [
        "bb",
        "lp",
        "xlp",
        "head_lp",
        "tail_lp",
        "lwidth",
        "lheight",
        "rects",
        "vertices",
        "xdotversion",
        "_background",
    ];
    NAMES.contains(&name) || (name.starts_with('_') && name.ends_with("draw_"))
}

/// Remarks on an attribute that says how Graphviz has drawn the graph.
pub fn remark_drawing(remarks: &mut Remarks, name: &str, spot: Spot) {
    remarks.lose(
        spot,
        name,
        "says how a line or a text was drawn",
        "It was left out: lines and texts are drawn anew.",
        "",
    );
}

/// Remarks on a colour that isn't known.
pub fn remark_color(remarks: &mut Remarks, value: &str, spot: Spot) {
    if ["transparent", "none", "invis"].contains(&value) {
        return;
    }
    remarks.warn(
        spot,
        value,
        "has a colour that isn't known",
        "It was kept as an attribute.",
        "Write it as “#rrggbb”.",
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_nothing() {
        for text in ["1", "-1.5", "0", "0.5", ".5", "1914", "-0.25"] {
            assert!(number(text).is_some(), "{text}");
        }
        for text in ["007", "00", "12345678901234567", "inf", "nan", "1e5x", "-", ""] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
