//! Parts the ends of ties from what is said of them: behind a colon, in parentheses, between dashes, behind the last
//! name.

use super::details::{Details, read_details, read_details_alone};
use super::links::links;
use super::meaning::is_known;
use super::names::are_known;
use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Link, Sign, Token};
use super::vague_dates::is_about;
use super::vocabulary::read_kind_words;
use super::when::{read_when, word_at, words_from};
use crate::formats::mapping::sign_of_kind;

/// The ends, and what is said of the ties: behind a colon, within the link, or behind the last name.
pub fn split_details(
    line: &str,
    ends: &[Token],
    said: Option<&[Token]>,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> (Vec<Token>, Details) {
    let (ends, said) = split_said(line, ends, said, plan);
    let details = read_details(line, &said, plan, remarks);
    (ends, details)
}

/// The tokens of the ends, and those of what is said.
pub fn split_said(
    line: &str,
    ends: &[Token],
    said: Option<&[Token]>,
    plan: &Plan<'_>,
) -> (Vec<Token>, Vec<Token>) {
    let (ends, mut within) = lift_from_link(line, ends, plan);
    if !within.is_empty() {
        let (ends, rest) = split_said(line, &ends, said, plan);
        within.extend(comma_before(&rest));
        return (ends, [within, rest].concat());
    }
    if let Some(said) = said {
        let (ends, said) = move_dates(line, &ends, said, plan);
        return (ends.to_vec(), said);
    }
    if let Some((names, said)) = split_dashes(line, &ends, plan) {
        return (names.to_vec(), said);
    }
    let last = links(line, &ends).last().map_or(0, |(at, _)| at + 1);
    if let Some(at) = comma_before_description(line, &ends, last, plan) {
        return (ends[..at].to_vec(), ends[at + 1..].to_vec());
    }
    if let Some((name, said)) = split_parentheses(line, &ends, last, plan) {
        return (name.to_vec(), said);
    }
    let names = cut_details(line, &ends, last, plan).map_or(ends.len(), |(names, _)| names.len());
    let said = ends[names..].to_vec();
    (ends[..names].to_vec(), said)
}

/// A comma that parts what follows from what stands before.
fn comma_before(tokens: &[Token]) -> Option<Token> {
    tokens.first().map(|token| Token { sign: Sign::Comma, span: token.span.clone() })
}

/// Takes out what is written within an arrow or between two dashes: `Japan -support-> Chile`, `Japan – pact – Chile`.
fn lift_from_link(line: &str, ends: &[Token], plan: &Plan<'_>) -> (Vec<Token>, Vec<Token>) {
    let whole = || (ends.to_vec(), Vec::new());
    let [(first, before), (second, behind)] = links(line, ends)[..] else { return whole() };
    let link = match (before, behind) {
        (Link::Dash, link) | (link, Link::Dash) => link,
        (before, behind) if before == behind => behind,
        _ => return whole(),
    };
    let within = &ends[first + 1..second];
    let details = read_details_alone(line, within, plan);
    let is_said =
        details.is_some_and(|details| details.kind.is_some()) && !is_name(line, within, plan);
    if !is_said
        || first == 0
        || second + 1 == ends.len()
        || read_details_alone(line, &ends[second + 1..], plan).is_some()
    {
        return whole();
    }
    let sign = Token { sign: Sign::Link(link), span: ends[second].span.clone() };
    ([&ends[..first], &[sign], &ends[second + 1..]].concat(), within.to_vec())
}

/// Whether a text is as a whole a name that is known.
fn is_name(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let name = line.get(first.span.start..last.span.end);
    name.is_some_and(|name| is_known(plan, name, plan.as_of_year()))
}

/// Cuts what stands between dashes where others write commas: `Poland – Ukraine – support – 2022`.
fn split_dashes<'t>(
    line: &str,
    ends: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(&'t [Token], Vec<Token>)> {
    let links = links(line, ends);
    let places = links.iter().skip(1).filter(|(_, link)| *link == Link::Dash);
    let is_said = |at: &&(usize, Link)| {
        let rest = &ends[at.0 + 1..];
        let mut parts = rest.split(|token| token.sign == Sign::Link(Link::Dash));
        !is_name(line, rest, plan) && parts.all(|part| is_description(line, part, plan))
    };
    let (at, _) = places.into_iter().find(is_said)?;
    let mut said = ends[at + 1..].to_vec();
    for token in said.iter_mut().filter(|token| token.sign == Sign::Link(Link::Dash)) {
        token.sign = Sign::Comma;
    }
    Some((&ends[..*at], said))
}

/// The comma behind which stands what is said of the tie alone, in words and dates: `USA – South Korea, mutual defense
/// treaty, Oct 1 1953`.
fn comma_before_description(
    line: &str,
    ends: &[Token],
    start: usize,
    plan: &Plan<'_>,
) -> Option<usize> {
    let at = start + ends.get(start..)?.iter().position(|token| token.sign == Sign::Comma)?;
    if start == 0 || !is_name(line, &ends[start..at], plan) || is_name(line, &ends[start..], plan) {
        return None;
    }
    let mut rest = &ends[at + 1..];
    let mut is_said = false;
    while !rest.is_empty() {
        let part = read_when(line, rest).map(|(_, count)| count);
        let count = part.unwrap_or_else(|| {
            rest.iter().position(|token| token.sign == Sign::Comma).unwrap_or(rest.len())
        });
        if part.is_none() && !is_description(line, &rest[..count], plan) {
            return None;
        }
        is_said |= part.is_none();
        let is_comma = rest.get(count).is_some_and(|token| token.sign == Sign::Comma);
        rest = &rest[count + usize::from(is_comma)..];
    }
    is_said.then_some(at)
}

/// Whether a text says of a tie what it is, and names no nation: `pact, 1994`, `peace treaty`.
pub fn is_description(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let is_small = || {
        word_at(line, tokens, 0).is_some_and(|word| word.starts_with(char::is_lowercase))
            && (0..tokens.len())
                .any(|at| read_kind_words(plan, &words_from(line, tokens, at)).is_some())
    };
    read_details_alone(line, tokens, plan).is_some() || is_small()
}

/// The ends without a date behind the last name, and what is said of the tie with it: `Japan – Chile (1951): pact`.
pub fn move_dates<'t>(
    line: &str,
    ends: &'t [Token],
    said: &[Token],
    plan: &Plan<'_>,
) -> (&'t [Token], Vec<Token>) {
    let start = links(line, ends).last().map_or(0, |(at, _)| at + 1);
    let has_number = |token: &Token| {
        line.get(token.span.clone()).is_some_and(|text| text.contains(|c: char| c.is_ascii_digit()))
    };
    if !ends[start..].iter().any(has_number) {
        return (ends, said.to_vec());
    }
    match cut_details(line, ends, start, plan).filter(|(_, details)| details.when.is_some()) {
        Some((names, _)) => {
            let date = &ends[names.len()..];
            (names, [said, comma_before(date).as_slice(), date].concat())
        }
        None => (ends, said.to_vec()),
    }
}

/// Cuts what stands in parentheses behind a name that is known, and behind a comma: `Iraq (war, 1980)`, `Pakistan
/// (Kashmir), since 1947`, but not `Congo (Brazzaville)`.
fn split_parentheses<'t>(
    line: &str,
    tokens: &'t [Token],
    start: usize,
    plan: &Plan<'_>,
) -> Option<(&'t [Token], Vec<Token>)> {
    let behind = tokens.get(start..)?;
    let open = start + behind.iter().position(|token| token.sign == Sign::Open)?;
    let length = tokens[open..].iter().position(|token| token.sign == Sign::Close)?;
    let (inside, close) = (&tokens[open + 1..open + length], &tokens[open + length]);
    let rest = &tokens[open + length + 1..];
    let (first, last) = (tokens.get(start)?, tokens.get(open.checked_sub(1)?)?);
    let (name, whole) =
        (line.get(first.span.start..last.span.end)?, line.get(first.span.start..close.span.end)?);
    let is_cut = open > start
        && rest.first().is_none_or(|token| token.sign == Sign::Comma)
        && links(line, inside).is_empty()
        && plan.by_name(whole).is_none()
        && (is_known(plan, name, plan.as_of_year()) || are_known(line, &tokens[start..open], plan));
    is_cut.then(|| (&tokens[..open], [as_label(line, inside, plan), rest.to_vec()].concat()))
}

/// A proper name in parentheses, `(Kashmir)`, as a label: it is no kind of tie.
fn as_label(line: &str, inside: &[Token], plan: &Plan<'_>) -> Vec<Token> {
    let (Some(first), Some(last)) = (inside.first(), inside.last()) else { return Vec::new() };
    let span = first.span.start..last.span.end;
    let text = line.get(span.clone()).unwrap_or_default();
    let is_name = text.starts_with(char::is_uppercase)
        && inside.iter().all(|token| token.sign == Sign::Word)
        && read_details_alone(line, inside, plan).is_none()
        && sign_of_kind(text).is_none();
    if is_name { vec![Token { sign: Sign::Quoted, span }] } else { inside.to_vec() }
}

/// Cuts what is said of a tie from behind the name that begins at `start`. Of a name that is known its
/// whole is one: *Warsaw Pact* is no pact of Warsaw.
pub fn cut_details<'t>(
    line: &str,
    tokens: &'t [Token],
    start: usize,
    plan: &Plan<'_>,
) -> Option<(&'t [Token], Details)> {
    let name = |end: usize| {
        let (first, last) = (tokens.get(start)?, tokens.get(end.checked_sub(1)?)?);
        line.get(first.span.start..last.span.end)
    };
    let known =
        |end: &usize| name(*end).is_some_and(|name| is_known(plan, name, plan.as_of_year()));
    let cut = |at: usize| {
        // “c. 1950” is no date.
        let is_vague = word_at(line, tokens, at - 1).is_some_and(is_about);
        let details = read_details_alone(line, &tokens[at..], plan).filter(|_| !is_vague)?;
        Some((&tokens[..at], details))
    };
    let open = tokens.iter().rposition(|token| token.sign == Sign::Open);
    let in_parentheses = open.filter(|at| *at > start).and_then(cut);
    if in_parentheses.is_none() && known(&tokens.len()) {
        return None;
    }
    let is_capital = |at: &usize| {
        let word = tokens.get(*at).and_then(|token| line.get(token.span.clone()));
        let follows_word = at.checked_sub(1).and_then(|at| tokens.get(at));
        follows_word.is_some_and(|token| token.sign == Sign::Word)
            && word.is_some_and(|word| word.starts_with(char::is_uppercase))
            && read_when(line, &tokens[*at..]).is_none()
    };
    // What stands in parentheses is none of the name.
    let end = in_parentheses.as_ref().map_or(tokens.len(), |(names, _)| names.len() + 1);
    let longest = (start + 1..end).rev().filter(known).find_map(cut);
    longest
        .or(in_parentheses)
        .or_else(|| (start + 1..tokens.len()).filter(|at| !is_capital(at)).find_map(cut))
}
