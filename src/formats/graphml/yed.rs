//! How yEd, and other programs on yFiles, draw nodes and edges: the elements of their namespace.

use crate::formats::xml::{XmlReader, finite};
use crate::model::{Attribute, Color};

/// How one node or edge is drawn. The first of several labels, fills and so on counts.
#[derive(Debug, Default)]
pub struct Drawing {
    /// Its labels that aren't empty.
    pub labels: Vec<String>,
    /// The centre of a node.
    pub position: Option<[f64; 2]>,
    /// The colour of a node's area.
    pub fill: Option<Color>,
    /// The shape of a node.
    pub shape: Option<String>,
    /// The colour of an edge.
    pub line_color: Option<Color>,
    /// The dashes of an edge, where it has some.
    pub line_type: Option<String>,
    /// Whether an edge has an arrow at its start and at its end.
    pub arrows: Option<[bool; 2]>,
    /// Whether a label is open whose text isn't taken yet.
    is_labelling: bool,
}

impl Drawing {
    /// An element starts inside the drawing.
    pub fn open(&mut self, name: &str, xml: &XmlReader<'_>) {
        // The text of a label stands before what else it holds.
        self.take_label(xml.content());
        let number = |name| xml.attribute(name).and_then(finite);
        match name {
            "NodeLabel" | "EdgeLabel" | "Label.Text" => {
                self.is_labelling = xml.attribute("hasText") != Some("false");
            }
            "Label" => self.add_label(xml.attribute("Text").unwrap_or_default()),
            "Geometry" => {
                let size = ["width", "height"].map(|name| number(name).unwrap_or_default());
                self.set_position([number("x"), number("y")], size);
            }
            "RectD" => {
                let size = ["Width", "Height"].map(|name| number(name).unwrap_or_default());
                self.set_position([number("X"), number("Y")], size);
            }
            "Fill" if xml.attribute("hasColor") != Some("false") => {
                self.fill = self.fill.or_else(|| xml.attribute("color").and_then(color));
            }
            "Shape" if self.shape.is_none() => {
                self.shape = xml.attribute("type").map(str::to_owned);
            }
            "LineStyle" => {
                let own = xml.attribute("color").and_then(color);
                self.line_color = self.line_color.or(own);
                let dashes = xml.attribute("type").filter(|dashes| *dashes != "line");
                self.line_type = dashes.map(str::to_owned);
            }
            "Arrows" => {
                let has = |name| xml.attribute(name).is_some_and(|arrow| arrow != "none");
                self.arrows = Some([has("source"), has("target")]);
            }
            _ => (),
        }
    }

    /// An element ends inside the drawing.
    pub fn close(&mut self, xml: &XmlReader<'_>) {
        self.take_label(xml.content());
    }

    /// What else it says: attributes by name.
    pub fn others(&mut self) -> Vec<(&'static str, Attribute)> {
        let more = self.labels.get(1..).unwrap_or_default().join("\n");
        let more = (!more.is_empty()).then_some(more);
        let named =
            [("shape", self.shape.take()), ("line", self.line_type.take()), ("more labels", more)];
        named
            .into_iter()
            .filter_map(|(name, text)| Some((name, Attribute::Text(text?.into()))))
            .collect()
    }

    fn take_label(&mut self, text: &str) {
        if std::mem::take(&mut self.is_labelling) {
            self.add_label(text);
        }
    }

    fn add_label(&mut self, text: &str) {
        let text = without_markup(text.trim());
        if !text.is_empty() {
            self.labels.push(text);
        }
    }

    fn set_position(&mut self, [x, y]: [Option<f64>; 2], [width, height]: [f64; 2]) {
        if let (Some(x), Some(y), None) = (x, y, self.position) {
            self.position = Some([x + width / 2.0, y + height / 2.0]);
        }
    }
}

/// `#RRGGBB`, with or without an opacity behind it.
fn color(text: &str) -> Option<Color> {
    text.get(..7)?.parse().ok()
}

/// The words of a label that is written as `<html>…`.
fn without_markup(text: &str) -> String {
    let is_html = text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("<html>"));
    if !is_html {
        return text.to_owned();
    }
    let mut words = String::new();
    for part in text.split('<').skip(1) {
        let (tag, after) = part.split_once('>').unwrap_or((part, ""));
        if tag.to_ascii_lowercase().starts_with("br") {
            words.push('\n');
        }
        words.push_str(after);
    }
    words.trim().to_owned()
}
