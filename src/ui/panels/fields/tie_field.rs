//! The fields of a tie as text.

use std::rc::Rc;

use super::word_choice::{one_of, quoted};
use super::writer::Writer;
use super::{attribute_text, evidence_text};
use crate::model::{Direction, End, KindId, Map, Status, Tie};
use crate::ui::panels::form::DATE;

/// A field of a tie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TieField {
    /// The nation where it starts.
    From,
    /// The nation or tie where it ends.
    To,
    /// Its kind.
    Kind,
    /// Its status.
    Status,
    /// When it began.
    Since,
    /// When it ended.
    Until,
    /// Whether it holds both ways.
    Direction,
    /// Its label.
    Label,
    /// How strongly it draws.
    Weight,
    /// Its sources.
    Evidence,
    /// Its notes.
    Notes,
    /// The attribute of a name.
    Attribute(Rc<str>),
}

impl TieField {
    /// Its name in a form and above a column.
    pub fn title(&self) -> &str {
        match self {
            Self::From => "From",
            Self::To => "To",
            Self::Kind => "Kind",
            Self::Status => "Status",
            Self::Since => "Since",
            Self::Until => "Until",
            Self::Direction => "Direction",
            Self::Label => "Label",
            Self::Weight => "Weight",
            Self::Evidence => "Evidence",
            Self::Notes => "Notes",
            Self::Attribute(name) => name,
        }
    }

    /// What it says.
    pub fn text(&self, map: &Map, tie: &Tie) -> String {
        match self {
            Self::From => map.end_name(End::Nation(tie.from)),
            Self::To => map.end_name(tie.to),
            Self::Kind => map.kinds().get(tie.kind).map_or_else(String::new, |k| k.name.clone()),
            Self::Status => tie.status.map_or("", Status::name).to_owned(),
            Self::Since => (DATE.write)(&tie.since),
            Self::Until => (DATE.write)(&tie.until),
            Self::Direction => tie.direction.name().to_owned(),
            Self::Label => tie.label.clone(),
            Self::Weight => tie.weight.to_string(),
            Self::Evidence => evidence_text::text(map, &tie.evidence),
            Self::Notes => tie.notes.clone(),
            Self::Attribute(name) => attribute_text::text_at(&tie.attributes, name),
        }
    }

    /// Reads a text into it.
    ///
    /// # Errors
    /// A sentence that says what is expected; the tie is then as it was.
    pub fn write(&self, writer: &mut Writer, tie: &mut Tie, text: &str) -> Result<(), String> {
        let (raw, text) = (text, text.trim());
        match self {
            Self::From => tie.from = writer.nation(text, writer.place_of(tie.from))?,
            Self::To => tie.to = writer.end(text, writer.place_of(tie.from))?,
            Self::Kind => tie.kind = Self::read_kind(writer.map(), text)?,
            Self::Status if text.is_empty() => tie.status = None,
            Self::Status => tie.status = Some(one_of(text, &Status::ALL.map(|s| (s, s.name())))?),
            Self::Since => tie.since = (DATE.read)(text)?,
            Self::Until => tie.until = (DATE.read)(text)?,
            Self::Direction => {
                tie.direction = one_of(text, &Direction::ALL.map(|d| (d, d.name())))?;
            }
            Self::Label => tie.label = text.to_owned(),
            Self::Weight => tie.weight = read_weight(text)?,
            Self::Evidence => tie.evidence = evidence_text::read(writer, &tie.evidence, text)?,
            Self::Notes => tie.notes = raw.to_owned(),
            Self::Attribute(name) => attribute_text::write_at(&mut tie.attributes, name, text)?,
        }
        Ok(())
    }

    /// The kind of the map that a text names.
    ///
    /// # Errors
    /// A sentence that lists the kinds.
    pub fn read_kind(map: &Map, text: &str) -> Result<KindId, String> {
        let kinds: Vec<(KindId, &str)> =
            map.kinds().iter().map(|(id, kind)| (id, kind.name.as_str())).collect();
        one_of(text, &kinds).or_else(|fault| map.kinds().by_key(text).ok_or(fault))
    }

    /// A text that can be read as a weight.
    ///
    /// # Errors
    /// A sentence that says what is expected.
    pub fn check_weight(text: &str) -> Result<String, String> {
        read_weight(text.trim()).map(|weight| weight.to_string())
    }

    /// The words among which a person chooses, where there are few; the empty one means none.
    pub fn options(&self, map: &Map) -> Vec<String> {
        match self {
            Self::Kind => map.kinds().iter().map(|(_, kind)| kind.name.clone()).collect(),
            Self::Direction => Direction::ALL.map(|d| d.name().to_owned()).into(),
            Self::Status => {
                let all = Status::ALL.iter().map(|status| status.name().to_owned());
                std::iter::once(String::new()).chain(all).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn read_weight(text: &str) -> Result<f32, String> {
    let fits = |weight: &f32| *weight > 0.0 && *weight <= Tie::MAX_WEIGHT;
    text.parse().ok().filter(fits).ok_or_else(|| {
        format!("Expected a number above 0 and up to {}; found {}.", Tie::MAX_WEIGHT, quoted(text))
    })
}
