//! What an edge says by the roles of its columns.

use std::borrow::Cow;

use super::super::choices::Choices;
use super::super::courses::{Course, course_in};
use super::super::date_read::DateRead;
use super::super::dates::read_date;
use super::super::nation_texts::shown_text;
use super::super::own_columns::{TIE_ID, attribute_of_column, numbered};
use super::super::passive_kinds;
use super::super::roles::EdgeRole;
use super::super::state_answers::{State, is_asked, state};
use super::super::value_words::{self, is_blank, text};
use super::bounds::{bounded, keep};
use super::dates_in_texts::DatesInTexts;
use super::sources::Sources;
use super::tie_dates;
use super::unread;
use super::year::year_in;
use crate::formats::known_texts::KnownTexts;
use crate::formats::network::{ColumnId, Edge, Network};
use crate::formats::problems::{Remarks, Spot};
use crate::formats::vocabulary::{self, without_footnote_marks};
use crate::model::{Attribute, Attributes, Evidence, PartialDate, Sign, Status};
use crate::names::{Recognition, caseless, recognise};

/// The most pieces of evidence of one edge.
const MOST_EVIDENCE: usize = 1_000;

/// What one edge says.
#[derive(Clone, Default)]
pub struct EdgeSays<'n> {
    /// Its own id, where the columns give it one.
    pub id: Option<Cow<'n, str>>,
    /// The texts that name its kinds.
    pub kinds: Vec<Cow<'n, str>>,
    /// Whether columns for kinds all say no.
    pub is_of_no_kind: bool,
    pub sign: Option<Sign>,
    /// Which way it runs, where a column says so.
    pub course: Option<Course>,
    /// Whether its words say that its second end did it to the first: *occupied by*.
    pub is_done_to: bool,
    pub status: Option<Status>,
    /// Where a column says that it isn't in force.
    pub not_in_force: Option<Spot>,
    pub since: Option<PartialDate>,
    pub until: Option<PartialDate>,
    pub year: Option<i32>,
    pub weight: Option<f64>,
    pub label: String,
    pub notes: String,
    pub evidence: Vec<Evidence>,
    pub attributes: Attributes,
}

impl EdgeSays<'_> {
    /// Whether it says more than a membership can.
    pub fn is_more_than_a_membership(&self) -> bool {
        !self.label.is_empty()
            || !self.notes.is_empty()
            || !self.evidence.is_empty()
            || !self.attributes.is_empty()
            || self.status.is_some()
    }
}

/// Reads the edges of a network.
pub struct EdgeReader<'n, 'r> {
    pub network: &'n Network,
    pub choices: &'n Choices,
    pub sources: Sources,
    pub remarks: &'r mut Remarks,
    /// The number of the piece of evidence that each column speaks of.
    pieces: Vec<usize>,
    dates_in_texts: DatesInTexts,
    /// Of the texts that name kinds, what the second end did by them.
    done_by: KnownTexts<Option<Cow<'static, str>>>,
}

impl<'n, 'r> EdgeReader<'n, 'r> {
    /// A reader for a network.
    pub fn new(
        network: &'n Network,
        choices: &'n Choices,
        sources: Sources,
        remarks: &'r mut Remarks,
    ) -> Self {
        let pieces = network.edge_columns.iter().map(|(_, name)| numbered(name).1).collect();
        let dates_in_texts = DatesInTexts::of(network);
        let done_by = KnownTexts::default();
        Self { network, choices, sources, remarks, pieces, dates_in_texts, done_by }
    }

    /// What an edge says.
    pub fn read(&mut self, edge: &'n Edge) -> EdgeSays<'n> {
        let mut says = EdgeSays { weight: edge.weight, ..EdgeSays::default() };
        if let Some(label) = edge.label.as_deref().filter(|label| !label.is_empty()) {
            self.take_label(&mut says, edge, label);
        }
        let (mut of_kinds, mut yes) = (false, false);
        for (column, value) in &edge.attributes {
            let role =
                self.choices.edge_roles.get(column.index()).copied().unwrap_or(EdgeRole::Attribute);
            if is_blank(value) && !self.choices.is_own {
                continue;
            }
            let name = self.network.edge_columns.name(*column);
            if name == TIE_ID {
                says.id = Some(text(value));
            } else if role == EdgeRole::OfThisKind && value_words::is_missing_number(value) {
                let spot = self.network.edge_cells.spot(edge.spot, *column);
                unread::remark_on_unknown(value, spot, self.remarks);
            } else if role == EdgeRole::OfThisKind {
                of_kinds = true;
                let is_yes = value_words::yes_or_no(value).unwrap_or(true);
                yes |= is_yes;
                if is_yes {
                    says.kinds.push(Cow::Borrowed(name.trim_end_matches(['?', ' '])));
                }
            } else if !self.take(&mut says, edge, *column, role, value) {
                let spot = self.network.edge_cells.spot(edge.spot, *column);
                unread::remark_on_edge(role, value, spot, self.remarks);
                keep(
                    &mut says.attributes,
                    attribute_of_column(name),
                    value,
                    edge.spot,
                    self.remarks,
                );
            }
        }
        if let Some(spot) = says.not_in_force.filter(|_| says.status.is_none()) {
            says.status = Some(Status::Ended);
            let topic = "says that the tie isn't in force, and not whether it was";
            let remedy = "Give the tie another status, if it hasn't begun.";
            self.remarks.warn(spot, "", topic, "It was read as ended.", remedy);
        }
        says.is_of_no_kind = of_kinds && !yes && says.kinds.is_empty();
        if !self.choices.is_own {
            self.take_dates_of_texts(&mut says, edge);
            take_status_of_kind(&mut says);
            self.take_who_did_it(&mut says, edge);
        }
        says
    }

    /// Where no column says when an edge was, its texts may.
    fn take_dates_of_texts(&mut self, says: &mut EdgeSays<'n>, edge: &Edge) {
        if says.since.is_some() || says.until.is_some() || says.year.is_some() {
            return;
        }
        let to_remark = (edge.spot, &mut *self.remarks);
        if let Some(when) = self.dates_in_texts.take(&mut says.label, &mut says.kinds, to_remark) {
            (says.since, says.until) = (when.since, when.until);
        }
    }

    /// Where no column says which way an edge runs, words such as *occupied by* do.
    fn take_who_did_it(&mut self, says: &mut EdgeSays<'n>, edge: &Edge) {
        if says.course.is_some() {
            return;
        }
        let EdgeSays { kinds, label, .. } = says;
        let text = if let [kind] = kinds.as_mut_slice()
            && let Some(done) = self.done_by.of(kind, passive_kinds::active)
        {
            std::mem::replace(kind, done)
        } else if let Some(done) = passive_kinds::active(label) {
            let text = std::mem::take(label);
            match kinds.is_empty() {
                true => kinds.push(done),
                false => *label = done.into_owned(),
            }
            Cow::Owned(text)
        } else {
            return;
        };
        says.is_done_to = true;
        self.remarks.warn(
            edge.spot,
            &text,
            "says by whom something was done",
            "The tie runs from the one who did it.",
            "",
        );
    }

    fn take_label(&mut self, says: &mut EdgeSays<'n>, edge: &Edge, label: &'n str) {
        match self.choices.edge_label {
            EdgeRole::Kind => says.kinds.push(Cow::Borrowed(label.trim())),
            EdgeRole::Notes => says.notes = bounded(label, edge.spot, self.remarks),
            EdgeRole::Ignore => {}
            EdgeRole::Attribute => {
                let value = Attribute::Text(label.into());
                keep(&mut says.attributes, "label", &value, edge.spot, self.remarks);
            }
            _ => says.label = bounded(label, edge.spot, self.remarks),
        }
    }

    /// Takes the value of a column by its role; returns whether it needn't be kept as an attribute.
    fn take(
        &mut self,
        says: &mut EdgeSays<'n>,
        edge: &Edge,
        column: ColumnId,
        role: EdgeRole,
        value: &'n Attribute,
    ) -> bool {
        match role {
            EdgeRole::Kind => self.take_kinds(says, value),
            EdgeRole::Sign => return set(&mut says.sign, value_words::sign(value)),
            EdgeRole::Direction => return set(&mut says.course, self.course(edge, column, value)),
            EdgeRole::Status => return self.take_status(says, edge, column, value),
            EdgeRole::Year => return set(&mut says.year, year_in(value, self.choices)),
            // “In force” may have a year in one row, and “no” in another.
            EdgeRole::Since | EdgeRole::Until
                if is_answer(value) && is_asked(self.network.edge_columns.name(column)) =>
            {
                return self.take_status(says, edge, column, value);
            }
            EdgeRole::Since | EdgeRole::Until => {
                let spot = self.network.edge_cells.spot(edge.spot, column);
                let dates = (&mut says.since, &mut says.until);
                let style = self.choices.date_style();
                return tie_dates::take(dates, role, value, (spot, style), self.remarks);
            }
            EdgeRole::Weight => return set(&mut says.weight, value_words::number(value)),
            EdgeRole::Label => {
                if !says.label.is_empty() {
                    return false;
                }
                says.label = bounded(&text(value), edge.spot, self.remarks);
            }
            EdgeRole::Notes => {
                if !says.notes.is_empty() {
                    says.notes.push('\n');
                }
                says.notes.push_str(&bounded(&text(value), edge.spot, self.remarks));
            }
            EdgeRole::Evidence
            | EdgeRole::EvidenceDate
            | EdgeRole::Confidence
            | EdgeRole::Source => {
                return self.take_evidence(says, edge, column.index(), role, value);
            }
            EdgeRole::Ignore => {}
            EdgeRole::Attribute | EdgeRole::OfThisKind => return false,
        }
        true
    }

    /// Takes a status, or an answer to what the column asks of it. Of several the last stage counts.
    fn take_status(
        &mut self,
        says: &mut EdgeSays<'n>,
        edge: &Edge,
        column: ColumnId,
        value: &Attribute,
    ) -> bool {
        let name = self.network.edge_columns.name(column);
        let read = match value_words::status(value).map(State::Is).or_else(|| state(name, value)) {
            Some(State::Is(status)) => status,
            Some(State::NotInForce) => {
                says.not_in_force = Some(self.network.edge_cells.spot(edge.spot, column));
                return true;
            }
            Some(State::Open) => {
                keep(
                    &mut says.attributes,
                    attribute_of_column(name),
                    value,
                    edge.spot,
                    self.remarks,
                );
                return true;
            }
            None => return false,
        };
        says.status = says.status.max(Some(read));
        true
    }

    fn course(&self, edge: &Edge, column: ColumnId, value: &Attribute) -> Option<Course> {
        let is_end = |text: &str, end: usize| {
            let node = self.network.nodes.get([edge.from, edge.to][end.min(1)] as usize);
            node.is_some_and(|node| {
                let shown = shown_text(node, self.choices);
                caseless(&shown) == caseless(text) || one_nation(&shown, text)
            })
        };
        course_in(self.network.edge_columns.name(column), value, &is_end)
    }

    /// A cell may name several kinds, as in `pact; trade`.
    fn take_kinds(&self, says: &mut EdgeSays<'n>, value: &'n Attribute) {
        match value {
            Attribute::Text(text) if self.choices.is_own => says.kinds.push(Cow::Borrowed(text)),
            // A dash or a question mark names none.
            Attribute::Text(text) if !text.contains(char::is_alphanumeric) => {}
            Attribute::Text(text) if text.contains(';') => {
                let each = text.split(';').map(str::trim).filter(|text| !text.is_empty());
                says.kinds.extend(each.map(Cow::Borrowed));
            }
            Attribute::Text(text) => {
                says.kinds.push(Cow::Borrowed(without_footnote_marks(text).trim()));
            }
            value => says.kinds.push(text(value)),
        }
    }

    fn take_evidence(
        &mut self,
        says: &mut EdgeSays<'n>,
        edge: &Edge,
        column: usize,
        role: EdgeRole,
        value: &Attribute,
    ) -> bool {
        let piece = self.pieces.get(column).copied().unwrap_or(0);
        if piece >= MOST_EVIDENCE {
            return false;
        }
        let date = match read_date(value, self.choices.date_style()) {
            DateRead::Date(date) | DateRead::Serial(date) | DateRead::Short(date) => Some(date),
            _ => None,
        };
        let confidence = value_words::confidence(value);
        let is_unread = match role {
            EdgeRole::EvidenceDate => date.is_none(),
            EdgeRole::Confidence => confidence.is_none(),
            _ => false,
        };
        if is_unread {
            return false;
        }
        if says.evidence.len() <= piece {
            says.evidence.resize_with(piece + 1, Evidence::default);
        }
        let words = bounded(&text(value), edge.spot, self.remarks);
        let Some(evidence) = says.evidence.get_mut(piece) else { return false };
        match role {
            EdgeRole::EvidenceDate => evidence.date = date,
            EdgeRole::Confidence => evidence.confidence = confidence,
            EdgeRole::Source => {
                let words = if self.choices.is_own { words.as_str() } else { words.trim() };
                evidence.source = self.sources.cited(words, edge.spot, self.remarks);
            }
            _ if evidence.note.is_empty() => evidence.note = words,
            _ => {
                evidence.note.push('\n');
                evidence.note.push_str(&words);
            }
        }
        true
    }
}

/// Where no column says the status of an edge, the words before its kind may: `suspended treaty`.
fn take_status_of_kind(says: &mut EdgeSays<'_>) {
    let [Cow::Borrowed(kind)] = says.kinds[..] else { return };
    if says.status.is_some() || says.not_in_force.is_some() {
        return;
    }
    let Some((first, rest)) = kind.split_once(' ') else { return };
    if let Some(status) =
        vocabulary::status(first).filter(|_| vocabulary::kind_words(rest).is_some())
    {
        (says.status, says.kinds[0]) = (Some(status), Cow::Borrowed(rest));
    }
}

/// Whether a text says yes or no, and is no number.
fn is_answer(value: &Attribute) -> bool {
    value_words::number(value).is_none() && value_words::yes_or_no(value).is_some()
}

/// Whether two texts name one nation.
fn one_nation(one: &str, other: &str) -> bool {
    let code = |text: &str| match recognise(text, None) {
        Recognition::Known(found) => Some(found.nation.code),
        _ => None,
    };
    code(one).is_some() && code(one) == code(other)
}

/// Sets what a value was read as; returns whether it could be read.
fn set<T>(place: &mut Option<T>, read: Option<T>) -> bool {
    let is_read = read.is_some();
    if is_read {
        *place = read;
    }
    is_read
}
