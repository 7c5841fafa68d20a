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

mod after_colon;
mod agreements;
mod arrows;
mod bullets;
mod clauses;
mod cypher_lines;
mod date_words;
mod dated_text;
mod details;
mod doubts;
mod file;
mod footnotes;
mod heading;
mod links;
mod mail_heads;
mod mail_table;
mod markup;
mod meaning;
mod member_words;
mod memberships;
mod name_or_sentence;
mod named_tie;
mod names;
mod new_kind;
mod offered_kinds;
mod outline;
mod partners;
mod plan;
mod recognise;
mod recognised_names;
mod remark;
mod same_source;
mod sentence_ends;
mod sentences;
mod short_years;
mod sources;
mod split_details;
mod statements;
mod stray_lines;
mod summary;
#[cfg(test)]
mod tests;
mod then;
mod ties;
mod titled_ties;
mod titles;
mod token;
mod token_words;
mod transfers;
mod turned_line;
mod vague_dates;
mod vocabulary;
mod when;
mod word_order;
mod word_order_words;
mod words;
mod write;
mod write_losses;
mod write_names;
mod written_dates;
mod written_spans;

use std::collections::BTreeSet;
use std::ops::Range;

use super::limits::{MAX_BYTES, MAX_KINDS, MAX_NATIONS, MAX_SOURCES, MAX_TIES};
use crate::edit::Command;
use crate::model::{Map, SourceId, Target, UsualKinds};
pub use dated_text::{dated_text, is_bare_year};
pub use file::PLAIN_LINES;
use footnotes::without_footnotes;
use mail_heads::is_of_mail;
use outline::{Outline, Placed};
use plan::Plan;
pub use remark::Remark;
use remark::Remarks;
use sentence_ends::without_opening;
use short_years::remark_on_short_years;
use statements::read_statements;
use stray_lines::{is_rule, remark_on_strays};
use token::tokens;
use turned_line::TurnedLine;
pub use vocabulary::words as line_words;
pub use when::{When, when_in};
use word_order::Ordered;
pub use write::as_lines;
pub use write_losses::UNSAID;

/// The most lines that are read at once.
pub const MAX_LINES: usize = AT_ONCE.lines;
/// The most bytes of one line.
pub const MAX_LINE_BYTES: usize = 4_000;

/// How much is read of a text.
struct Room {
    lines: usize,
    /// The most bytes of all lines.
    bytes: usize,
    ties: usize,
    /// Whether it is a mail or a note, in which other things may stand too.
    is_mail: bool,
}

/// What is read of a text that a person enters.
const AT_ONCE: Room = Room { lines: 500, bytes: 100_000, ties: 20_000, is_mail: false };
/// What is read of a file.
const OF_A_FILE: Room =
    Room { lines: 400_000, bytes: MAX_BYTES as usize, ties: MAX_TIES, is_mail: true };

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
    /// Whether it says a member or a tie together with the heading above it, or by the space between its cells.
    pub is_listed: bool,
}

impl LineRead {
    /// Whether it adds nothing, since it can't be read as it stands.
    pub fn has_fault(&self) -> bool {
        self.remarks.iter().any(|remark| remark.is_fault)
    }
}

/// A line that is being read.
#[derive(Clone, Copy)]
struct Reading<'l> {
    line: &'l str,
    /// The sentence as it was written, which is kept as evidence.
    written: &'l str,
    /// The kinds of ties for which none is said.
    usual_kinds: UsualKinds,
    /// What supports the ties of the statement.
    sources: &'l [SourceId],
    /// Whether it is a sentence of a mail, which is kept as evidence.
    is_sentence: bool,
}

/// Reads lines on top of a map. `usual_kinds` are those of ties for which none is said.
pub fn read_lines(map: &Map, text: &str, usual_kinds: UsualKinds) -> LinesRead {
    read_within(&AT_ONCE, map, text, usual_kinds)
}

fn read_within(room: &Room, map: &Map, text: &str, usual_kinds: UsualKinds) -> LinesRead {
    let mut plan = match room.is_mail {
        true => Plan::of_mail(map, room.ties),
        false => Plan::new(map, room.ties),
    };
    let mut lines: Vec<LineRead> = Vec::new();
    let mut outline = Outline::default();
    let mut start = 0;
    for (index, line) in text.split('\n').enumerate() {
        let span = start..start + line.len();
        start = span.end + 1;
        let mut remarks = Remarks::default();
        let mut adds = Vec::new();
        let (mut is_item, ties_before) = (false, plan.tie_count());
        let is_beyond = index >= room.lines || span.end > room.bytes;
        // The rest is kept where this line is kept.
        let span = if is_beyond { span.start..text.len() } else { span };
        if is_beyond || line.len() > MAX_LINE_BYTES {
            let message = format!(
                "Up to {} lines of {MAX_LINE_BYTES} bytes each, {} in all, are read at once. Enter the rest \
                 after these.",
                room.lines, room.bytes
            );
            remarks.fault(0..line.len(), message);
        } else {
            let placed = match room.is_mail {
                true => {
                    let rest = text.get(start..).unwrap_or_default();
                    outline.place(index, line, rest, &mut plan)
                }
                false => Placed::Line,
            };
            if let Some(empty) = outline.take_empty(&placed).and_then(|at| lines.get_mut(at)) {
                empty.remarks.push(Remark::on_empty_heading(empty.span.clone()));
            }
            is_item = matches!(placed, Placed::Item(_));
            adds = read_placed_line(line, &placed, usual_kinds, &mut plan, &mut remarks);
        }
        // Of a line that is left out nothing else is to be said.
        if room.is_mail && remarks.has_fault() {
            remarks.0.retain(|remark| remark.is_fault);
        }
        let moved = |remark: Remark| {
            let place = remark.span.start + span.start..remark.span.end + span.start;
            Remark { span: place, ..remark }
        };
        let remarks: Vec<Remark> = remarks.0.into_iter().map(moved).collect();
        let is_below = plan.kind_of_section.is_some() || line.trim().contains("  ");
        let is_listed = is_item || is_below && plan.tie_count() > ties_before;
        lines.push(LineRead { span: span.clone(), adds, remarks, is_listed });
        if is_beyond {
            break;
        }
    }
    if let Some(empty) = outline.take_last().and_then(|at| lines.get_mut(at)) {
        empty.remarks.push(Remark::on_empty_heading(empty.span.clone()));
    }
    LinesRead { lines, command: plan.into_command() }
}

/// Reads a line as what it is among the others.
fn read_placed_line(
    line: &str,
    placed: &Placed,
    usual_kinds: UsualKinds,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let read_as = |text: &str, plan: &mut Plan<'_>, remarks: &mut Remarks| {
        let mut found = Remarks::default();
        let adds = read_turned_line(text, usual_kinds, plan, &mut found);
        for remark in found.0 {
            remarks.add_hint_or_fault(remark.is_fault, 0..line.len(), remark.message);
        }
        adds
    };
    if let (Placed::Line, Some(text)) = (placed, cypher_lines::as_line(line)) {
        return read_as(&text, plan, remarks);
    }
    match placed {
        Placed::Heading => Vec::new(),
        Placed::Line if plan.reads_mail && is_of_mail(line) => {
            let message =
                "It belongs to the mail, and says nothing of nations: nothing is to be done.";
            remarks.fault(0..line.len(), message);
            Vec::new()
        }
        Placed::Line if plan.reads_mail => {
            let mut adds = Vec::new();
            for sentence in sentence_ends::sentences(line) {
                let mut found = Remarks::default();
                adds.extend(read_turned_line(
                    &line[sentence.clone()],
                    usual_kinds,
                    plan,
                    &mut found,
                ));
                for remark in found.0 {
                    let place =
                        remark.span.start + sentence.start..remark.span.end + sentence.start;
                    remarks.add_hint_or_fault(remark.is_fault, place, remark.message);
                }
            }
            adds
        }
        Placed::Line => read_turned_line(line, usual_kinds, plan, remarks),
        Placed::Item(text) => read_as(text, plan, remarks),
    }
}

/// Reads a line, a sentence of a mail in the order of words in which others have it.
fn read_turned_line(
    line: &str,
    usual_kinds: UsualKinds,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let ordered = if plan.reads_mail { Ordered::of(line) } else { None };
    let Some(ordered) = ordered else {
        return read_dated_line([line, line], usual_kinds, plan, remarks);
    };
    let mut found = Remarks::default();
    let adds = read_dated_line([&ordered.text, line], usual_kinds, plan, &mut found);
    for remark in found.0 {
        remarks.add_hint_or_fault(remark.is_fault, ordered.place(&remark.span), remark.message);
    }
    adds
}

/// Reads a line, `In 1955, Poland joined …` as if its date stood at the end of what it says; beside it that as which it was
/// written.
fn read_dated_line(
    [line, written]: [&str; 2],
    usual_kinds: UsualKinds,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let read = |line: &str, plan: &mut Plan<'_>, remarks: &mut Remarks| {
        let reading = Reading { line, written, usual_kinds, sources: &[], is_sentence: false };
        read_line(&reading, plan, remarks)
    };
    let Some(turned) = TurnedLine::of(line, plan) else {
        return read(line, plan, remarks);
    };
    let mut found = Remarks::default();
    let adds = read(&turned.text, plan, &mut found);
    for remark in found.0 {
        remarks.add_hint_or_fault(remark.is_fault, turned.place(&remark.span), remark.message);
    }
    adds
}

/// Reads one line into the plan; one with a fault leaves the plan as it was.
fn read_line(reading: &Reading<'_>, plan: &mut Plan<'_>, remarks: &mut Remarks) -> Vec<String> {
    let tokens = without_footnotes(reading.line, tokens(reading.line));
    let tokens = without_opening(reading.line, tokens, plan);
    let tokens = names::split_at_hyphens(reading.line, &tokens, plan);
    if tokens.is_empty() || reading.line.trim_start().starts_with('#') || is_rule(reading.line) {
        return Vec::new();
    }
    let (mark, before, kinds) = (plan.mark(), plan.nation_count(), plan.kind_count());
    let mut adds = read_statements(reading, &tokens, plan, remarks);
    if plan.reads_mail && !remarks.has_fault() {
        remark_on_strays(reading.line, &tokens, (plan, &mark), remarks);
    }
    if plan.map.nations().len() + plan.nation_count() > MAX_NATIONS
        || plan.map.ties().len() + plan.tie_count() > MAX_TIES
    {
        let message = format!(
            "With this line the map would have more than the {MAX_NATIONS} nations and {MAX_TIES} ties \
             that one can hold. Leave some out."
        );
        remarks.fault(0..reading.line.len(), message);
    }
    if plan.map.kinds().len() + plan.kind_count() > MAX_KINDS
        || plan.map.sources().len() + plan.source_count() > MAX_SOURCES
    {
        let message = format!(
            "With this line the map would have more than the {MAX_KINDS} kinds and {MAX_SOURCES} sources that \
             one can hold. Leave some out."
        );
        remarks.fault(0..reading.line.len(), message);
    }
    if remarks.has_fault() {
        plan.go_back(&mark);
        return Vec::new();
    }
    if !adds.is_empty() {
        remark_on_short_years(reading.line, &tokens, remarks);
    }
    for kind in plan.new_kinds(kinds) {
        adds.push(format!("{} is a new kind of tie, {}", kind.name, kind.sign.name()));
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
