//! Attributes: named values that a person gives to a nation or a tie, beyond its regular fields.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Attribute {
    /// A text: `west`.
    Text(CompactString),
    /// A finite number: 4.2.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// Attributes by name, in the order in which they were given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Attributes(Vec<(String, Attribute)>);

impl Attributes {
    /// How many attributes a record may have.
    pub const MAX_COUNT: usize = 100;
    /// How many characters a name may have.
    pub const MAX_NAME_CHARS: usize = 100;

    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&Attribute> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, attribute)| attribute)
    }

    /// Sets an attribute, in its old position if there is one of that name, else at the end.
    pub fn set(&mut self, name: &str, attribute: Attribute) {
        match self.0.iter_mut().find(|(own, _)| own == name) {
            Some((_, old)) => *old = attribute,
            None => self.0.push((name.to_owned(), attribute)),
        }
    }

    /// Removes an attribute and returns its value.
    pub fn remove(&mut self, name: &str) -> Option<Attribute> {
        let index = self.0.iter().position(|(own, _)| own == name)?;
        Some(self.0.remove(index).1)
    }

    /// All in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&str, &Attribute)> {
        self.0.iter().map(|(name, attribute)| (name.as_str(), attribute))
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether their count, names and numbers are within the limits of a map.
    pub(super) fn are_valid(&self) -> bool {
        let sound = |(name, attribute): (&str, &Attribute)| {
            Self::is_name(name) && !matches!(attribute, Attribute::Number(n) if !n.is_finite())
        };
        self.len() <= Self::MAX_COUNT && self.iter().all(sound)
    }

    /// Whether a text can be the name of an attribute: neither empty nor too long.
    pub fn is_name(name: &str) -> bool {
        !name.is_empty() && name.chars().nth(Self::MAX_NAME_CHARS).is_none()
    }
}

/// If a name occurs more than once, its last value counts.
impl FromIterator<(String, Attribute)> for Attributes {
    fn from_iter<I: IntoIterator<Item = (String, Attribute)>>(attributes: I) -> Self {
        let mut all = Self::default();
        attributes.into_iter().for_each(|(name, attribute)| all.set(&name, attribute));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_keep_their_order_and_their_places() {
        let mut attributes = Attributes::default();
        attributes.set("gdp", Attribute::Number(4.2));
        attributes.set("bloc", Attribute::Text("west".into()));
        attributes.set("gdp", Attribute::Number(5.0));
        let names: Vec<&str> = attributes.iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["gdp", "bloc"]);
        assert_eq!(attributes.remove("gdp"), Some(Attribute::Number(5.0)));
        assert_eq!((attributes.len(), attributes.get("gdp")), (1, None));
    }

    #[test]
    fn what_no_map_may_hold_is_unsound() {
        let of = |name: &str, attribute| Attributes::from_iter([(name.to_owned(), attribute)]);
        assert!(of("gdp", Attribute::Number(0.0)).are_valid());
        assert!(!of("gdp", Attribute::Number(f64::NAN)).are_valid());
        assert!(!of("", Attribute::Flag(true)).are_valid());
        assert!(!of(&"é".repeat(101), Attribute::Flag(true)).are_valid());
        let many = (0..101).map(|n| (n.to_string(), Attribute::Flag(true)));
        assert!(!many.collect::<Attributes>().are_valid());
    }
}
