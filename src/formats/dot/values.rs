//! Values of attributes, and those that only say how Graphviz has drawn a graph.

use super::label;
use super::token::{Form, Id};
use crate::formats::network::written_number;
use crate::formats::problems::{Remarks, Spot};
use crate::model::Attribute;

/// The value of an attribute: a number or a flag only where it is written without quotes.
pub fn attribute(value: &Id<'_>) -> Attribute {
    match (value.form, &*value.text) {
        (Form::Html, _) => Attribute::Text(label::shown(value, false, &[]).into()),
        (Form::Quoted, text) => Attribute::Text(label::unescaped(text).into()),
        (Form::Plain, "true") => Attribute::Flag(true),
        (Form::Plain, "false") => Attribute::Flag(false),
        (Form::Plain, text) => match written_number(text) {
            Some(number) => Attribute::Number(number),
            None => Attribute::Text(text.into()),
        },
    }
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
