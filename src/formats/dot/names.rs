//! The names of attributes, each with a number.

use std::borrow::Cow;
use std::collections::HashMap;

/// The attributes with a meaning of their own, by their numbers.
const KNOWN: [&str; 12] = [
    "label",
    "pos",
    "color",
    "fillcolor",
    "style",
    "shape",
    "dir",
    "arrowhead",
    "arrowtail",
    "weight",
    "id",
    "key",
];

/// What is shown.
pub const LABEL: u32 = 0;
/// Where a node lies.
pub const POS: u32 = 1;
/// The colour of lines.
pub const COLOR: u32 = 2;
/// The colour of areas.
pub const FILL_COLOR: u32 = 3;
/// How it is drawn, such as `filled`.
pub const STYLE: u32 = 4;
/// The form of a node.
pub const SHAPE: u32 = 5;
/// Which ends of an edge have arrows.
pub const DIR: u32 = 6;
/// The arrow at the end.
pub const ARROW_HEAD: u32 = 7;
/// The arrow at the start.
pub const ARROW_TAIL: u32 = 8;
/// The weight of an edge.
pub const WEIGHT: u32 = 9;
/// The id of what is drawn.
pub const ID: u32 = 10;
/// What tells parallel edges apart.
pub const KEY: u32 = 11;

/// The names of attributes, each with a number.
pub struct AttributeNames<'a> {
    names: Vec<Cow<'a, str>>,
    numbers: HashMap<Cow<'a, str>, u32>,
}

impl<'a> AttributeNames<'a> {
    /// Those with a meaning of their own.
    pub fn new() -> Self {
        let mut names = Self { names: Vec::new(), numbers: HashMap::new() };
        for name in KNOWN {
            names.number(Cow::Borrowed(name));
        }
        names
    }

    /// The number of a name.
    pub fn number(&mut self, name: Cow<'a, str>) -> u32 {
        if let Some(number) = self.numbers.get(&name) {
            return *number;
        }
        let number = self.names.len() as u32;
        self.names.push(name.clone());
        self.numbers.insert(name, number);
        number
    }

    /// The name of a number.
    pub fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_have_their_numbers() {
        let mut names = AttributeNames::new();
        assert_eq!(names.number("label".into()), LABEL);
        assert_eq!(names.number("key".into()), KEY);
        let other = names.number("since".into());
        assert_eq!((names.number("since".into()), names.name(other)), (other, "since"));
    }
}
