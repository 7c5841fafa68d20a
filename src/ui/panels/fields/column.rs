//! A field of either sort of record.

use std::collections::HashSet;
use std::rc::Rc;

use super::{NationField, TieField, Writer};
use crate::edit::Target;
use crate::model::{Attributes, Map, Nation, Tie};

/// The most attributes that have a column of their own.
const MOST_ATTRIBUTES: usize = 50;

/// A field of nations or of ties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// A field of nations.
    Nation(NationField),
    /// A field of ties.
    Tie(TieField),
}

impl Column {
    /// Its name in a form and above a column.
    pub fn title(&self) -> &str {
        match self {
            Self::Nation(field) => field.title(),
            Self::Tie(field) => field.title(),
        }
    }

    /// What it says of a nation or tie; empty for a record of the other sort.
    pub fn text(&self, map: &Map, target: Target) -> String {
        match (self, target) {
            (Self::Nation(field), Target::Nation(id)) => {
                map.nations().get(id).map_or_else(String::new, |nation| field.text(map, nation))
            }
            (Self::Tie(field), Target::Tie(id)) => {
                map.ties().get(id).map_or_else(String::new, |tie| field.text(map, tie))
            }
            _ => String::new(),
        }
    }

    /// Reads a text into it, for one nation or tie.
    ///
    /// # Errors
    /// A sentence that says what is expected; nothing changes then.
    pub fn write(&self, writer: &mut Writer, target: Target, text: &str) -> Result<(), String> {
        if self.text(writer.map(), target) == text {
            return Ok(());
        }
        match (self, target) {
            (Self::Nation(field), Target::Nation(id)) => {
                writer.change(id, |writer, nation: &mut Nation| field.write(writer, nation, text))
            }
            (Self::Tie(field), Target::Tie(id)) => {
                writer.change(id, |writer, tie: &mut Tie| field.write(writer, tie, text))
            }
            _ => Ok(()),
        }
    }

    /// The words among which a person chooses, where there are few; the empty one means none.
    pub fn options(&self, map: &Map) -> Vec<String> {
        match self {
            Self::Nation(field) => field.options(),
            Self::Tie(field) => field.options(map),
        }
    }

    /// What an undo step that changes it is called, before the record's name: `Change status of`.
    pub fn step(&self) -> String {
        match self {
            Self::Nation(NationField::Name) => "Rename".to_owned(),
            Self::Nation(NationField::Attribute(name)) | Self::Tie(TieField::Attribute(name)) => {
                format!("Change “{name}” of")
            }
            Self::Nation(NationField::MemberOf) => "Change memberships of".to_owned(),
            Self::Tie(TieField::From) => "Move start of".to_owned(),
            Self::Tie(TieField::To) => "Move end of".to_owned(),
            _ => format!("Change {} of", self.title().to_lowercase()),
        }
    }
}

/// All columns of nations, or of ties; those of attributes in the order in which they occur.
pub fn columns(map: &Map, of_nations: bool) -> Vec<Column> {
    use NationField as N;
    use TieField as T;
    if of_nations {
        let regular = [N::Name, N::Code, N::Type, N::MemberOf, N::Tags, N::Color, N::Notes];
        let names = names(map.nations().iter().map(|(_, nation)| &nation.attributes));
        let all = regular.into_iter().chain(names.into_iter().map(N::Attribute));
        return all.map(Column::Nation).collect();
    }
    let regular = [
        T::From,
        T::To,
        T::Kind,
        T::Status,
        T::Since,
        T::Until,
        T::Direction,
        T::Label,
        T::Weight,
        T::Evidence,
        T::Notes,
    ];
    let names = names(map.ties().iter().map(|(_, tie)| &tie.attributes));
    regular.into_iter().chain(names.into_iter().map(T::Attribute)).map(Column::Tie).collect()
}

fn names<'m>(all: impl Iterator<Item = &'m Attributes>) -> Vec<Rc<str>> {
    let mut seen = HashSet::new();
    let names = all.flat_map(|attributes| attributes.iter().map(|(name, _)| name));
    names.filter(|name| seen.insert(*name)).take(MOST_ATTRIBUTES).map(Rc::from).collect()
}
