//! How nodes and edges look: the elements of the namespace `viz`.

use crate::formats::xml::{XmlReader, finite};
use crate::model::{Attribute, Color};

/// The colour of a `color` element: `r`, `g` and `b` from 0 to 255, or `hex`.
pub fn color(xml: &XmlReader<'_>) -> Option<Color> {
    if let Some(hex) = xml.attribute("hex") {
        return of_hex(hex.trim());
    }
    let part = |name| xml.attribute(name).and_then(finite).map(|part| part.clamp(0.0, 255.0) as u8);
    Some(Color::new(part("r")?, part("g")?, part("b")?))
}

/// `#rrggbb`, `#rgb` or either with an opacity behind it.
fn of_hex(text: &str) -> Option<Color> {
    let digits = text.strip_prefix('#').unwrap_or(text);
    let digits: String = match digits.len() {
        3 | 4 => digits.chars().take(3).flat_map(|digit| [digit, digit]).collect(),
        _ => digits.chars().take(6).collect(),
    };
    format!("#{digits}").parse().ok()
}

/// The position of a `position` element, turned over so that y points down.
pub fn position(xml: &XmlReader<'_>) -> Option<[f64; 2]> {
    let part = |name| xml.attribute(name).and_then(finite);
    Some([part("x")?, -part("y")?])
}

/// What else an element says: attributes by name.
pub fn others(name: &str, xml: &XmlReader<'_>) -> Vec<(&'static str, Attribute)> {
    let number = |attribute| xml.attribute(attribute).and_then(finite).map(Attribute::Number);
    let text = |attribute| xml.attribute(attribute).map(|text| Attribute::Text(text.into()));
    let found = match name {
        "color" => vec![("opacity", number("a").filter(|a| *a != Attribute::Number(1.0)))],
        "position" => vec![("z", number("z").filter(|z| *z != Attribute::Number(0.0)))],
        "size" => vec![("size", number("value"))],
        "thickness" => vec![("thickness", number("value"))],
        "shape" => vec![("shape", text("value")), ("image", text("uri"))],
        _ => Vec::new(),
    };
    found.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}
