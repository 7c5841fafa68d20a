//! The fields of a nation as text.

use std::rc::Rc;

use super::word_choice::{one_of, quoted};
use super::writer::Writer;
use super::{CODE, TAGS, attribute_text, membership_text};
use crate::edit::with_code;
use crate::model::{Map, Nation, NationType};
use crate::names::{Clue, Recognition, recognise};

/// A field of a nation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NationField {
    /// Its name.
    Name,
    /// Its code.
    Code,
    /// What it is.
    Type,
    /// The organisations it belongs to, with their dates.
    MemberOf,
    /// Its tags.
    Tags,
    /// The colour of its disc: `#2F5D8A`.
    Color,
    /// Its notes.
    Notes,
    /// The attribute of a name.
    Attribute(Rc<str>),
}

impl NationField {
    /// Its name in a form and above a column.
    pub fn title(&self) -> &str {
        match self {
            Self::Name => "Name",
            Self::Code => "Code",
            Self::Type => "Type",
            Self::MemberOf => "Member of",
            Self::Tags => "Tags",
            Self::Color => "Colour",
            Self::Notes => "Notes",
            Self::Attribute(name) => name,
        }
    }

    /// What it says.
    pub fn text(&self, map: &Map, nation: &Nation) -> String {
        match self {
            Self::Name => nation.name.clone(),
            Self::Code => (CODE.write)(&nation.code),
            Self::Type => nation.nation_type.name().to_owned(),
            Self::MemberOf => membership_text::text(map, nation),
            Self::Tags => (TAGS.write)(&nation.tags),
            Self::Color => nation.color.map_or_else(String::new, |color| color.to_string()),
            Self::Notes => nation.notes.clone(),
            Self::Attribute(name) => attribute_text::text_at(&nation.attributes, name),
        }
    }

    /// Reads a text into it.
    ///
    /// # Errors
    /// A sentence that says what is expected; the nation is then as it was.
    pub fn write(
        &self,
        writer: &mut Writer,
        nation: &mut Nation,
        text: &str,
    ) -> Result<(), String> {
        let (raw, text) = (text, text.trim());
        match self {
            Self::Name if text.is_empty() => return Err("A nation needs a name.".to_owned()),
            Self::Name => rename(nation, text),
            Self::Code => nation.code = (CODE.read)(text)?,
            Self::Type => {
                nation.nation_type = one_of(text, &NationType::ALL.map(|t| (t, t.name())))?;
            }
            Self::MemberOf => {
                nation.memberships = membership_text::read(writer, nation, text)?;
            }
            Self::Tags => nation.tags = (TAGS.read)(text)?,
            Self::Color if text.is_empty() => nation.color = None,
            Self::Color => {
                let expected =
                    || format!("Expected a colour such as #2F5D8A; found {}.", quoted(text));
                nation.color = Some(text.parse().map_err(|_| expected())?);
            }
            Self::Notes => nation.notes = raw.to_owned(),
            Self::Attribute(name) => {
                attribute_text::write_at(&mut nation.attributes, name, text)?;
            }
        }
        Ok(())
    }

    /// The words among which a person chooses, where there are few.
    pub fn options(&self) -> Vec<String> {
        match self {
            Self::Type => NationType::ALL.map(|t| t.name().to_owned()).into(),
            _ => Vec::new(),
        }
    }
}

/// Names a nation. A name that is recognised brings its code, unless the nation has another of its own;
/// a code is written out as the nation's name.
pub fn rename(nation: &mut Nation, text: &str) {
    let code_was_given = match (&nation.code, recognise(&nation.name, None)) {
        (Some(code), Recognition::Known(found)) => code.as_str() != found.nation.code,
        (Some(_), _) => true,
        (None, _) => false,
    };
    nation.name = text.to_owned();
    let Recognition::Known(found) = recognise(text, None) else { return };
    if !matches!(found.clue, Clue::Name | Clue::NameIn(_)) {
        nation.name = found.nation.name.to_owned();
    }
    if !code_was_given {
        *nation = with_code(nation, found.nation);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, code: Option<&str>) -> Nation {
        Nation { name: name.to_owned(), code: code.map(ToOwned::to_owned), ..Nation::default() }
    }

    #[test]
    fn a_name_that_is_recognised_brings_its_code() {
        let mut nation = named("New nation", None);
        rename(&mut nation, "Poland");
        assert_eq!(nation.code.as_deref(), Some("POL"));
        rename(&mut nation, "FRA");
        assert_eq!((nation.name.as_str(), nation.code.as_deref()), ("France", Some("FRA")));
        rename(&mut nation, "The Blue Realm");
        assert_eq!(nation.code.as_deref(), Some("FRA"), "a name of one's own keeps the flag");
    }

    #[test]
    fn a_code_that_was_given_stays() {
        let mut nation = named("Our friends", Some("JPN"));
        rename(&mut nation, "Poland");
        assert_eq!(nation.code.as_deref(), Some("JPN"));
    }
}
