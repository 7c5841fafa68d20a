//! Ties whose ends are joined by words: `from Japan to Chile`, `sanctions by USA on Iran`, `aid to Chile from Japan`;
//! and lines that begin with the kind: `Support: Japan to Chile`.

use super::Reading;
use super::details::{read_details, read_details_alone};
use super::links::links;
use super::names::{are_known, begins_with_known};
use super::plan::Plan;
use super::remark::Remarks;
use super::split_details::{cut_details, split_said};
use super::ties::{read_chain, read_pairs};
use super::token::{Link, Sign, Token};
use super::vocabulary::{read_kind_words, read_status};
use super::when::{says, says_one, word_at, words_from};
use super::words::VERBS;

/// Words that join the two ends of a tie before a colon.
const LINK_WORDS: [(&str, Link); 11] = [
    ("with", Link::Dash),
    ("mit", Link::Dash),
    ("avec", Link::Dash),
    ("con", Link::Dash),
    ("against", Link::Against),
    ("gegen", Link::Against),
    ("contre", Link::Against),
    ("contra", Link::Against),
    ("to", Link::Right),
    ("towards", Link::Right),
    ("toward", Link::Right),
];
/// Words before the nation that a tie starts at.
const STARTS: [&str; 3] = ["from", "by", "of"];
/// Words before the nation that a tie ends at.
const ENDS: [&str; 8] = ["to", "towards", "toward", "on", "against", "for", "over", "with"];

/// `France with UK` as `France – UK`, and `from France to UK` as `France -> UK`, where these are names that are known.
pub fn with_link(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<Vec<Token>> {
    let from = usize::from(says(line, tokens, 0, &["from"]) && tokens.len() > 3);
    let tokens = &tokens[from..];
    let link = |at: usize| {
        let word = word_at(line, tokens, at)?.to_lowercase();
        LINK_WORDS.iter().find(|(link, _)| *link == word).map(|(_, link)| *link)
    };
    let (at, link) = (1..tokens.len().saturating_sub(1)).find_map(|at| Some((at, link(at)?)))?;
    // “to” stands in sentences, too.
    (link != Link::Right || joins_known(line, tokens, at, plan)).then(|| linked(tokens, at, link))
}

fn joins_known(line: &str, tokens: &[Token], at: usize, plan: &Plan<'_>) -> bool {
    are_known(line, &tokens[..at], plan) && begins_with_known(line, &tokens[at + 1..], plan)
}

fn linked(tokens: &[Token], at: usize, link: Link) -> Vec<Token> {
    let mut linked = tokens.to_vec();
    linked[at].sign = Sign::Link(link);
    linked
}

/// Reads a statement in one of these forms; `None` where it is in none of them. `said` is what stands behind its colon.
pub fn read_joined_by_words(
    reading: &Reading<'_>,
    tokens: &[Token],
    said: Option<&[Token]>,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    if let Some(adds) = read_transfer(reading, tokens, said, plan, remarks) {
        return Some(adds);
    }
    match said {
        Some(said) => read_kind_before_ends(reading, tokens, said, plan, remarks),
        None => read_passive(reading, tokens, plan, remarks),
    }
}

/// Reads `A treaty was signed by Japan and Chile in 1990`; `None` where it isn't said whole in this form.
fn read_passive(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    let start = usize::from(says_one(line, tokens, 0, &["the", "a", "an"]));
    let words = words_from(line, tokens, start);
    let kind = start + read_kind_words(plan, &words)?;
    let verbs = (kind..tokens.len()).take_while(|at| says_one(line, tokens, *at, &VERBS)).count();
    let by = kind + verbs;
    if verbs == 0 || !says_one(line, tokens, by, &["by", "between", "of"]) {
        return None;
    }
    let rest = &tokens[by + 1..];
    let names = cut_details(line, rest, 0, plan).map_or(rest, |(names, _)| names);
    let is_several = names.iter().any(|token| token.sign == Sign::And);
    if !is_several || !are_known(line, names, plan) {
        return None;
    }
    let is_status = |token: &&Token| {
        line.get(token.span.clone()).is_some_and(|word| read_status(&[word]).is_some())
    };
    let status: Vec<Token> = tokens[kind..by].iter().filter(is_status).cloned().collect();
    let said = [&tokens[start..kind], &status, &rest[names.len()..]].concat();
    let details = read_details(line, &said, plan, remarks);
    let reading = Reading { is_sentence: plan.reads_mail, ..*reading };
    Some(read_pairs(&reading, names, &details, plan, remarks))
}

/// Reads `aid from Japan to Chile since 1990`; `None` where it isn't said whole in this form.
fn read_transfer(
    reading: &Reading<'_>,
    tokens: &[Token],
    said: Option<&[Token]>,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    let article = usize::from(says_one(line, tokens, 0, &["the", "a"]));
    let words: Vec<&str> = words_from(line, tokens, article);
    let kind = read_kind_words(plan, &words).map_or(0, |count| article + count);
    let is_one = |at: usize, words: &[&str]| says_one(line, tokens, at, words);
    // “aid to” is a kind by itself.
    let is_within = kind > 0 && is_one(kind - 1, &ENDS);
    let first = if is_within { kind - 1 } else { kind };
    let starts = is_one(first, &STARTS);
    let is_begun = starts || kind > 0 && is_one(first, &ENDS);
    if !is_begun || kind == 0 && !is_one(0, &["from"]) {
        return None;
    }
    let ends = &tokens[first + 1..];
    let joins = |at: &usize| {
        let wanted = if starts { &ENDS[..] } else { &STARTS[..2] };
        says_one(line, ends, *at, wanted) && joins_known(line, ends, *at, plan)
    };
    let at = (1..ends.len().saturating_sub(1)).find(joins)?;
    let link = match says_one(line, ends, at, &ENDS[..3]) {
        _ if !starts => Link::Left,
        true => Link::Right,
        false => Link::Dash,
    };
    let (ends, rest) = split_said(line, &linked(ends, at, link), None, plan);
    let (last, _) = links(line, &ends).last().copied()?;
    if !are_known(line, &ends[last + 1..], plan) {
        return None;
    }
    let kind = &tokens[..if is_within { first.max(1) } else { kind }];
    let comma = [Token { sign: Sign::Comma, span: tokens.first()?.span.clone() }];
    let said = [kind, &comma, &rest, &comma, said.unwrap_or_default()].concat();
    Some(read_chain(reading, &ends, Some(&said), plan, remarks))
}

/// Reads `Support: Japan -> Chile, 1951` and `Arms: Japan to Chile`, where the kind stands first.
fn read_kind_before_ends(
    reading: &Reading<'_>,
    left: &[Token],
    right: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    read_details_alone(line, left, plan).filter(|details| details.kind.is_some())?;
    let (ends, said) = match right.iter().position(|token| token.sign == Sign::Colon) {
        Some(at) => (&right[..at], Some(&right[at + 1..])),
        None => (right, None),
    };
    if are_known(line, left, plan) {
        return None;
    }
    let linked = with_link(line, ends, plan).unwrap_or_else(|| ends.to_vec());
    if links(line, &linked).is_empty() {
        return None;
    }
    let (ends, said) = split_said(line, &linked, said, plan);
    let comma = Token { sign: Sign::Comma, span: left.first()?.span.clone() };
    let said = [left, &[comma], &said].concat();
    Some(read_chain(reading, &ends, Some(&said), plan, remarks))
}
