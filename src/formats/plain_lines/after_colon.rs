//! Lines with a colon and no sign between ends: `NATO: USA, UK`, `France and UK: allied`, `USA: sanctions on Iran`,
//! `Poland: member of NATO`.

use super::meaning::{Meaning, meaning};
use super::plan::Plan;
use super::remark::Remarks;
use super::then::Then;
use super::token::{Link, Sign, Token};
use super::vocabulary::read_kind;
use super::when::{says, word_at};
use super::{Reading, details, memberships, names, sentences, split_details, ties, transfers};
use crate::model::NationType;
use crate::names::Sort;

/// Reads a line with a colon and no sign between ends: `NATO: USA, UK`, `France and UK: allied`, `France with
/// UK: allied` or `USA: sanctions on Iran`.
pub fn read_after_colon(
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
    if let Some(sentence) = sentence_of_tie(line, left, right, plan)
        && let Some(adds) = sentences::read_sentence(reading, &sentence, plan, remarks)
    {
        return adds;
    }
    if let Some(adds) = memberships::read_behind_colon(line, left, right, plan, remarks) {
        return adds;
    }
    let left = if says(line, left, 0, &["between"]) && left.len() > 1 { &left[1..] } else { left };
    if let Some(linked) = transfers::with_link(line, left, plan) {
        return ties::read_chain(reading, &linked, Some(right), plan, remarks);
    }
    let (count, mut aside) = names_aside(line, left, plan);
    if count > 1 && memberships::is_organisation(line, right, plan) {
        return memberships::read_member_list(line, right, left, plan, remarks);
    }
    if count > 1 {
        let (names, said) = split_details::move_dates(line, left, right, plan);
        let details = details::read_details(line, &said, plan, remarks);
        return ties::read_pairs(reading, names, &details, plan, remarks);
    }
    if sentences::begins_with_tie(line, right, plan) {
        let sentence = [left, right].concat();
        if let Some(adds) = sentences::read_sentence(reading, &sentence, plan, remarks) {
            return adds;
        }
    }
    if details::read_details_alone(line, right, plan).is_some() {
        if aside.has_fault() {
            remarks.0.append(&mut aside.0);
            return Vec::new();
        }
        let name = &line[left[0].span.start..left[left.len() - 1].span.end];
        let message = format!("A tie has two ends. Write the other one: “{name} – …: …”.");
        remarks.fault(whole, message);
        return Vec::new();
    }
    if let Some((ends, said)) = ties_of_state(line, left, right, plan) {
        return ties::read_chain(reading, &ends, Some(said), plan, remarks);
    }
    memberships::read_member_list(line, left, right, plan, remarks)
}

/// How many names stand before a colon, and what is remarked on them. They are looked at aside: one that isn't known would
/// else be in the plan.
fn names_aside(line: &str, left: &[Token], plan: &mut Plan<'_>) -> (usize, Remarks) {
    let mark = plan.mark();
    let mut remarks = Remarks::default();
    let (names, _) = names::split_when(line, left);
    let count = names::read_list(line, names, plan, Then::never(), &mut remarks).len();
    plan.go_back(&mark);
    (count, remarks)
}

/// `Sanctions on Russia: USA, UK` as *USA, UK sanctions on Russia*, and `Alliance between France and Italy: 1902`
/// without its colon.
fn sentence_of_tie(
    line: &str,
    left: &[Token],
    right: &[Token],
    plan: &Plan<'_>,
) -> Option<Vec<Token>> {
    if !sentences::begins_with_tie(line, left, plan) {
        return None;
    }
    match details::read_details_alone(line, right, plan) {
        Some(_) => Some([left, right].concat()),
        None => Some([right, left].concat()),
    }
}

/// The ends and the kind of `Germany allies: Italy, Japan`; in a mail also of `Germany: Italy, Japan`, for a
/// state has no members.
fn ties_of_state<'t>(
    line: &str,
    left: &'t [Token],
    right: &[Token],
    plan: &Plan<'_>,
) -> Option<(Vec<Token>, &'t [Token])> {
    let is_state = |tokens: &[Token]| {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let name = line.get(first.span.start..last.span.end).unwrap_or_default();
        match meaning(plan, name, plan.as_of_year()) {
            Meaning::Known(known) => known.sort != Sort::Organisation,
            Meaning::There(id) => plan.nation(id).is_some_and(|nation| {
                nation.code.is_some() && nation.nation_type == NationType::State
            }),
            Meaning::Ambiguous(_) => true,
            Meaning::Unknown => false,
        }
    };
    let is_kind = |at: &usize| {
        let words: Vec<&str> = (*at..left.len()).map_while(|at| word_at(line, left, at)).collect();
        read_kind(plan, &words).is_some_and(|(_, count)| *at + count == left.len())
    };
    let kind = (1..left.len()).find(is_kind).filter(|_| !is_state(left)).unwrap_or(left.len());
    let state = names::without_genitive(line, &left[..kind], plan);
    if !is_state(&state) || kind == left.len() && !plan.reads_mail {
        return None;
    }
    let link = Token { sign: Sign::Link(Link::Dash), span: state.last()?.span.clone() };
    Some(([&state[..], &[link], right].concat(), &left[kind..]))
}
