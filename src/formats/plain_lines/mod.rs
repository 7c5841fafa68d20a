//! Ties as a person writes them, a line each:
//!
//! ```text
//! Title: Cold War
//! NATO: USA, UK, France 1949, Greece + Turkey 1952
//! Poland, Hungary + Romania in Warsaw Pact since 1955
//! Japan – New Zealand: pact, preliminary, 2024-06-19 "intelligence sharing"
//! USA -> (USSR – Cuba): concern 1962
//! ```
//!
//! What a line doesn't say stays empty. What it can't be read as is remarked on, with the place; a line
//! with such a fault adds nothing. `docs/quick-entry.md` has the whole grammar.

mod details;
mod heading;
mod memberships;
mod names;
mod plan;
mod remark;
mod sentences;
mod summary;
#[cfg(test)]
mod tests;
mod ties;
mod token;
mod vocabulary;
mod when;

use std::collections::BTreeSet;
use std::ops::Range;

use super::limits::{MAX_NATIONS, MAX_TIES};
use crate::edit::Command;
use crate::model::{Map, Target, UsualKinds};
use plan::Plan;
pub use remark::Remark;
use remark::Remarks;
use token::{Sign, Token, tokens};
pub use vocabulary::words as line_words;

/// The most lines that are read at once.
pub const MAX_LINES: usize = 500;
/// The most bytes of one line.
pub const MAX_LINE_BYTES: usize = 4_000;
/// The most bytes of all lines.
pub const MAX_LINES_BYTES: usize = 100_000;

/// What lines of text add to a map.
#[derive(Clone, Debug)]
pub struct LinesRead {
    /// Each line, in order.
    pub lines: Vec<LineRead>,
    /// The new nations and ties, and the command that adds everything that could be read; `None` if
    /// there is nothing to add.
    pub command: Option<(BTreeSet<Target>, Command)>,
}

impl LinesRead {
    /// Every remark, in the order of the text.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.lines.iter().flat_map(|line| &line.remarks)
    }
}

/// What one line adds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRead {
    /// Where it stands, in bytes of the whole text.
    pub span: Range<usize>,
    /// What it adds, in words; nothing if it has a fault.
    pub adds: Vec<String>,
    /// What it can't be read as, or may be meant otherwise.
    pub remarks: Vec<Remark>,
}

impl LineRead {
    /// Whether it adds nothing, since it can't be read as it stands.
    pub fn has_fault(&self) -> bool {
        self.remarks.iter().any(|remark| remark.is_fault)
    }
}

/// A line that is being read.
struct Reading<'l> {
    line: &'l str,
    /// The kinds of ties for which none is said.
    usual_kinds: UsualKinds,
}

/// Reads lines on top of a map. `usual_kinds` are those of ties for which none is said.
pub fn read_lines(map: &Map, text: &str, usual_kinds: UsualKinds) -> LinesRead {
    let mut plan = Plan::new(map);
    let mut lines = Vec::new();
    let mut start = 0;
    for (index, line) in text.split('\n').enumerate() {
        let span = start..start + line.len();
        start = span.end + 1;
        let mut remarks = Remarks::default();
        let mut adds = Vec::new();
        let is_beyond = index >= MAX_LINES || span.end > MAX_LINES_BYTES;
        if is_beyond || line.len() > MAX_LINE_BYTES {
            let message = format!(
                "Up to {MAX_LINES} lines of {MAX_LINE_BYTES} bytes each, {MAX_LINES_BYTES} in all, are read \
                 at once. Enter the rest after these."
            );
            remarks.fault(0..line.len(), message);
        } else {
            adds = read_line(&Reading { line, usual_kinds }, &mut plan, &mut remarks);
        }
        let moved = |remark: Remark| {
            let place = remark.span.start + span.start..remark.span.end + span.start;
            Remark { span: place, ..remark }
        };
        let remarks: Vec<Remark> = remarks.0.into_iter().map(moved).collect();
        lines.push(LineRead { span: span.clone(), adds, remarks });
        if is_beyond {
            break;
        }
    }
    LinesRead { lines, command: plan.into_command() }
}

/// Reads one line into the plan; one with a fault leaves the plan as it was.
fn read_line(reading: &Reading<'_>, plan: &mut Plan<'_>, remarks: &mut Remarks) -> Vec<String> {
    let tokens = names::split_at_hyphens(reading.line, &tokens(reading.line), plan);
    if tokens.is_empty() || reading.line.trim_start().starts_with('#') {
        return Vec::new();
    }
    let (mark, before) = (plan.mark(), plan.nation_count());
    let mut adds = read_statement(reading, &tokens, plan, remarks);
    if plan.map.nations().len() + plan.nation_count() > MAX_NATIONS
        || plan.map.ties().len() + plan.tie_count() > MAX_TIES
    {
        let message = format!(
            "With this line the map would have more than the {MAX_NATIONS} nations and {MAX_TIES} ties \
             that one can hold. Leave some out."
        );
        remarks.fault(0..reading.line.len(), message);
    }
    if remarks.has_fault() {
        plan.go_back(&mark);
        return Vec::new();
    }
    let new: Vec<&str> = plan.new_nations(before).map(|nation| nation.name.as_str()).collect();
    match new.len() {
        0 => {}
        // Names that no phrase says yet.
        _ if adds.is_empty() => adds.push(summary::list(&new)),
        1 => adds.push(format!("{} is new", new[0])),
        count => adds.push(format!("{count} nations are new")),
    }
    adds
}

fn read_statement(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let line = reading.line;
    if let Some(adds) = heading::read_heading(line, tokens, plan, remarks) {
        return adds;
    }
    if let Some((when, count)) = when::read_when(line, tokens)
        && let Some(Sign::Comma | Sign::Colon) = tokens.get(count).map(|token| token.sign)
        && (when.is_worded || tokens.len() > count + 1)
    {
        let span = tokens[0].span.start..tokens[count - 1].span.end;
        remarks
            .fault(span, "A date stands behind what it is about. Write it at the end of the line.");
        return Vec::new();
    }
    let mut depth = 0_usize;
    let colon = tokens.iter().position(|token| {
        match token.sign {
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        token.sign == Sign::Colon && depth == 0
    });
    let (left, right) = match colon {
        Some(at) => (&tokens[..at], Some(&tokens[at + 1..])),
        None => (tokens, None),
    };
    if !ties::links(left).is_empty() {
        return ties::read_chain(reading, left, right, plan, remarks);
    }
    let Some(right) = right else {
        if let Some(adds) = sentences::read_sentence(reading, tokens, plan, remarks) {
            return adds;
        }
        if let Some(verb) = memberships::find_verb(line, tokens) {
            return memberships::read_sentence(line, tokens, verb, plan, remarks);
        }
        let listed = names::read_list(line, tokens, plan, plan.as_of_year(), remarks);
        names::remark_on_dates(&listed, remarks);
        return Vec::new();
    };
    read_after_colon(reading, left, right, plan, remarks)
}

/// Reads a line with a colon and no sign between ends: `NATO: USA, UK` or `France and UK: allied`.
fn read_after_colon(
    reading: &Reading<'_>,
    left: &[Token],
    right: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let line = reading.line;
    let whole = left.first().map_or(0, |token| token.span.start)..line.trim_end().len();
    if left.is_empty() || right.is_empty() {
        let message =
            "A line with a colon says what of whom: “NATO: USA, UK”, “Japan – China: concern”.";
        remarks.fault(whole, message);
        return Vec::new();
    }
    // Looked at aside: a name that isn't known would else be in the plan.
    let mark = plan.mark();
    let year = plan.as_of_year();
    let count = names::read_list(line, left, plan, year, &mut Remarks::default()).len();
    plan.go_back(&mark);
    if count > 1 {
        let details = details::read_details(line, right, plan.map, remarks);
        return ties::read_pairs(reading, left, &details, plan, remarks);
    }
    if details::read_details_alone(line, right, plan.map).is_some() {
        let name = &line[left[0].span.start..left[left.len() - 1].span.end];
        let message = format!("A tie has two ends. Write the other one: “{name} – …: …”.");
        remarks.fault(whole, message);
        return Vec::new();
    }
    memberships::read_member_list(line, left, right, plan, remarks)
}
