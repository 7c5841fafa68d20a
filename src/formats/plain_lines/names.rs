//! Names in a line: which nation each means, and lists of them.

use std::ops::Range;

use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Sign, Token};
use super::when::{When, read_when};
use crate::model::{Nation, NationId, NationType};
use crate::names::{KnownNation, Recognition, Sort, by_code, recognise};

/// The most parts with commas or *and* between them that one name is looked for in: *Bosnia and
/// Herzegovina*, *Congo, Dem. Rep.*
const MOST_PARTS: usize = 4;

/// A nation of a list, with what is said of its time.
#[derive(Clone, Debug)]
pub struct ListedNation {
    pub id: NationId,
    pub when: When,
    pub span: Range<usize>,
}

/// What a text means.
enum Meaning {
    /// A nation of the map or of the plan.
    There(NationId),
    /// A nation that is known, but isn't there yet.
    Known(&'static KnownNation),
    /// One of several.
    Ambiguous(Vec<&'static KnownNation>),
    Unknown,
}

fn meaning(plan: &Plan<'_>, text: &str, year: Option<i32>) -> Meaning {
    if let Some(id) = plan.by_name(text) {
        return Meaning::There(id);
    }
    if let Some(id) = plan.by_code(text).filter(|_| !text.chars().any(char::is_lowercase)) {
        return Meaning::There(id);
    }
    match recognise(text, year) {
        Recognition::Known(found) => match plan.by_code(found.nation.code) {
            Some(id) => Meaning::There(id),
            None => Meaning::Known(found.nation),
        },
        Recognition::Ambiguous(found) => {
            let known: Vec<_> = found.iter().map(|found| found.nation).collect();
            // What the map has is what is meant.
            let mut there = known.iter().filter_map(|nation| plan.by_code(nation.code));
            match (there.next(), there.next()) {
                (Some(id), None) => Meaning::There(id),
                _ => Meaning::Ambiguous(known),
            }
        }
        Recognition::Unknown => Meaning::Unknown,
    }
}

/// The nation that a text means, added to the plan if it isn't there.
fn nation(
    plan: &mut Plan<'_>,
    text: &str,
    span: Range<usize>,
    year: Option<i32>,
    remarks: &mut Remarks,
) -> Option<NationId> {
    match meaning(plan, text, year) {
        Meaning::There(id) => Some(id),
        Meaning::Known(known) => Some(plan.add_nation(nation_of(known, text))),
        Meaning::Ambiguous(known) => {
            let names: Vec<String> =
                known.iter().take(6).map(|nation| nation.name.to_owned()).collect();
            let message = format!("“{text}” may be {}. Write which.", names.join(", "));
            remarks.fault(span, message);
            None
        }
        Meaning::Unknown => {
            if let Some(near) = near_name(plan, text) {
                remarks
                    .hint(span, format!("“{text}” isn't known. If “{near}” is meant, correct it."));
            }
            Some(plan.add_nation(Nation { name: text.to_owned(), ..Nation::default() }))
        }
    }
}

/// A nation that is known, named as it was written, or by its common name where a code or an
/// abbreviation was.
fn nation_of(known: &KnownNation, text: &str) -> Nation {
    let is_written_out = text.chars().any(char::is_lowercase)
        && text.chars().any(char::is_uppercase)
        || !text.is_ascii();
    let is_organisation = known.sort == Sort::Organisation;
    Nation {
        name: if is_written_out || is_organisation { text } else { known.name }.to_owned(),
        code: Some(known.code.to_owned()),
        nation_type: if is_organisation { NationType::Organisation } else { NationType::State },
        ..Nation::default()
    }
}

/// The name of the map that a text may have been meant to be. Short names and numbered ones are too
/// often alike.
fn near_name<'p>(plan: &'p Plan<'_>, text: &str) -> Option<&'p str> {
    const SHORTEST: usize = 5;
    const MOST_EDITS: usize = 2;
    let text = text.to_lowercase();
    if text.chars().count() < SHORTEST || text.chars().any(char::is_numeric) {
        return None;
    }
    plan.names().find(|name| strsim::osa_distance(&name.to_lowercase(), &text) <= MOST_EDITS)
}

/// Reads a list of names, each perhaps with dates behind it. `year` is the one for which the whole
/// line speaks.
pub fn read_list(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    year: Option<i32>,
    remarks: &mut Remarks,
) -> Vec<ListedNation> {
    let parts: Vec<Part<'_>> = tokens
        .split(|token| matches!(token.sign, Sign::Comma | Sign::And))
        .filter(|tokens| !tokens.is_empty())
        .map(|tokens| Part::read(line, tokens))
        .collect();
    let mut listed = Vec::new();
    let mut at = 0;
    while let Some(first) = parts.get(at) {
        let count = joined(line, &parts[at..], plan, year);
        let last = &parts[at + count - 1];
        let span = first.name.start..last.name.end;
        let text = line[span.clone()].trim();
        let year = last.when.year().or(year);
        if text.is_empty() {
            remarks.fault(first.tokens[0].span.clone(), "A name is missing here.");
        } else if let Some(id) = nation(plan, text, span.clone(), year, remarks) {
            listed.push(ListedNation { id, when: last.when, span });
        }
        at += count;
    }
    listed
}

/// How many of these parts are one name: several where they are a name that is there or known.
fn joined(line: &str, parts: &[Part<'_>], plan: &Plan<'_>, year: Option<i32>) -> usize {
    let is_name = |count: &usize| {
        let parts = &parts[..*count];
        let (first, last) = (&parts[0], &parts[count - 1]);
        // Only the last may have dates behind it.
        let is_whole = parts[..count - 1].iter().all(|part| !part.when.is_some());
        let text = &line[first.name.start..last.name.end];
        let year = last.when.year().or(year);
        is_whole && matches!(meaning(plan, text, year), Meaning::There(_) | Meaning::Known(_))
    };
    (2..=parts.len().min(MOST_PARTS)).rev().find(is_name).unwrap_or(1)
}

/// What stands between two commas: a name, perhaps with dates.
struct Part<'t> {
    tokens: &'t [Token],
    name: Range<usize>,
    when: When,
}

impl<'t> Part<'t> {
    fn read(line: &str, tokens: &'t [Token]) -> Self {
        let (name, when) = split_when(line, tokens);
        let start = tokens.first().map_or(0, |token| token.span.start);
        let end = name.last().map_or(start, |token| token.span.end);
        Self { tokens, name: start..end, when }
    }
}

/// The tokens of a name, and the dates behind it, with or without parentheses.
pub fn split_when<'t>(line: &str, tokens: &'t [Token]) -> (&'t [Token], When) {
    for at in 1..tokens.len() {
        let mut rest = &tokens[at..];
        if let [first, inside @ .., last] = rest
            && (first.sign, last.sign) == (Sign::Open, Sign::Close)
        {
            rest = inside;
        }
        if let Some((when, count)) = read_when(line, rest)
            && count == rest.len()
        {
            return (&tokens[..at], when);
        }
    }
    (tokens, When::default())
}

/// Makes the nation at the head of a membership an organisation, unless it is a state that is known.
pub fn make_organisation(plan: &mut Plan<'_>, id: NationId) {
    let Some(nation) = plan.nation(id) else { return };
    let is_state =
        nation.code.as_deref().and_then(by_code).is_some_and(|k| k.sort != Sort::Organisation);
    if nation.nation_type == NationType::State && !is_state {
        plan.change_nation(id, |nation| nation.nation_type = NationType::Organisation);
    }
}
