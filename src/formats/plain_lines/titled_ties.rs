//! Ties that stand behind the name of their treaty: `Molotov–Ribbentrop Pact: Germany – USSR, 1939`.

use super::Reading;
use super::details::read_details_alone;
use super::links::links;
use super::names::{are_known, begins_with_known};
use super::plan::Plan;
use super::remark::Remarks;
use super::split_details::split_said;
use super::ties::read_chain;
use super::token::{Sign, Token};
use super::vocabulary::read_kind;
use super::when::{word_at, words_from};
use crate::formats::mapping::sign_of_kind;

/// Reads a line of a mail in this form; `None` where it is in another. What stands before the colon becomes the
/// label, and says the kind where nothing else does.
pub fn read(
    reading: &Reading<'_>,
    title: &[Token],
    ties: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    let is_apart = |token: &Token| token.sign == Sign::Colon;
    let found = links(line, ties);
    let (first, last) = (title.first()?, title.last()?);
    let names_none = !title
        .split(|token| matches!(token.sign, Sign::Link(_) | Sign::Comma | Sign::And))
        .any(|name| are_known(line, name, plan));
    let joins_known =
        found.first().is_some_and(|(at, _)| *at > 0 && are_known(line, &ties[..*at], plan))
            && found.iter().all(|(at, _)| begins_with_known(line, &ties[at + 1..], plan));
    // “Asia: …” says no kind, and “Treaty: …” no name.
    let kind = kind_within(line, title, plan).filter(|kind| kind.len() < title.len())?;
    if ties.iter().any(is_apart) || !names_none || !joins_known {
        return None;
    }
    let (ends, said) = split_said(line, ties, None, plan);
    let sign = |sign: Sign| Token { sign, span: first.span.start..last.span.end };
    let has_kind =
        read_details_alone(line, &said, plan).is_some_and(|details| details.kind.is_some());
    let kind = if has_kind { &[][..] } else { kind };
    let comma = [sign(Sign::Comma)];
    let said = [kind, &comma, &said, &comma, &[sign(Sign::Quoted)]].concat();
    Some(read_chain(reading, &ends, Some(&said), plan, remarks))
}

/// The word of a title that says a kind: *Pact*, *Traité*.
fn kind_within<'t>(line: &str, title: &'t [Token], plan: &Plan<'_>) -> Option<&'t [Token]> {
    let known = |at: usize| {
        let (_, count) = read_kind(plan, &words_from(line, title, at))?;
        Some(&title[at..at + count])
    };
    let signed = |at: usize| {
        let word = word_at(line, title, at)?;
        sign_of_kind(word).map(|_| &title[at..=at])
    };
    (0..title.len()).find_map(known).or_else(|| (0..title.len()).find_map(signed))
}
