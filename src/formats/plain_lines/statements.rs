//! The statements of a line: what each is about, a tie, members, or the map itself.

use std::ops::Range;

use super::meaning::{Meaning, meaning};
use super::partners::{split_partners, without_distributives, without_reciprocals};
use super::plan::Plan;
use super::remark::Remarks;
use super::sources::{begins_source, split_sources};
use super::then::Then;
use super::token::{Link, Sign, Token, tokens};
use super::when::{read_when, word_at};
use super::{
    Reading, after_colon, details, heading, links, memberships, names, sentences, split_details,
    ties, titled_ties, transfers,
};

/// Where the date stands that a line begins with, and where the rest begins: `In 1955, Poland joined …`, `1955: …`.
pub fn date_at_start(line: &str) -> Option<(Range<usize>, usize)> {
    let tokens = tokens(line);
    let (when, count) = read_when(line, &tokens)?;
    let ends = |token: &&Token| match token.sign {
        Sign::Comma => when.is_worded,
        Sign::Colon | Sign::Link(Link::Dash) => true,
        _ => false,
    };
    if let Some(next) = tokens.get(count).filter(|next| next.sign == Sign::Word)
        && !when.is_worded
        && count > 0
        && !links::links(line, &tokens[count..]).is_empty()
    {
        // “1951-09-08 USA – Japan: pact”
        return Some((tokens[0].span.start..tokens[count - 1].span.end, next.span.start));
    }
    let comma = tokens.get(count).filter(ends)?;
    let rest = tokens.get(count + 1)?;
    let is_whole = when.is_some() && comma.span.end <= rest.span.start;
    let date = tokens.first()?.span.start..tokens.get(count.checked_sub(1)?)?.span.end;
    // A quoted text begins behind its mark.
    is_whole.then_some((date, comma.span.end))
}

/// Where in a line a date may stand that goes for all of it: at the end of each statement, before its sources.
pub fn date_places(line: &str, plan: &mut Plan<'_>) -> Vec<usize> {
    let tokens = names::split_at_hyphens(line, &tokens(line), plan);
    let mark = plan.mark();
    let parts = split_statements(line, &tokens, plan);
    let mut end = |part: &[Token]| {
        let (kept, _) = split_sources(line, part, plan, &mut Remarks::default());
        let last = kept.last()?;
        // A text in quotation marks ends before its mark.
        let mark = line[last.span.end..].chars().next().filter(|_| last.sign == Sign::Quoted);
        Some(last.span.end + mark.map_or(0, char::len_utf8))
    };
    let places = parts.into_iter().filter_map(&mut end).collect();
    plan.go_back(&mark);
    places
}

/// Reads every statement of a line.
pub fn read_statements(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let line = reading.line;
    if let Some(adds) = heading::read_heading(line, tokens, plan, remarks) {
        return adds;
    }
    if let Some(adds) = heading::read_new_kind(line, tokens, plan, remarks) {
        return adds;
    }
    let tokens = without_distributives(line, &without_reciprocals(line, tokens));
    let parts = split_statements(line, &tokens, plan);
    let parts: Vec<Vec<Token>> =
        parts.into_iter().flat_map(|part| split_partners(line, part, plan)).collect();
    let mut adds = Vec::new();
    for part in &parts {
        let (before, sources_before) = (plan.tie_count(), plan.source_count());
        let (kept, sources) = split_sources(line, part, plan, remarks);
        let reading = Reading { sources: &sources, ..*reading };
        if !kept.is_empty() {
            adds.extend(read_statement(&reading, &kept, plan, remarks));
        }
        let Some(first) = part.first().filter(|_| !sources.is_empty()) else { continue };
        let new = plan.new_sources(sources_before);
        if plan.tie_count() == before {
            adds.extend(new.map(|source| format!("source “{}”", source.title)));
            let message = "Here the source is one of the map's, and supports no tie. Write it behind a tie, \
                           as in “Japan – China: pact, source: Reuters”.";
            remarks.hint(first.span.clone(), message);
        }
    }
    adds
}

/// A line at the semicolons behind which another tie or other members are written. Elsewhere they stand
/// between names or details.
fn split_statements<'t>(line: &str, tokens: &'t [Token], plan: &Plan<'_>) -> Vec<&'t [Token]> {
    let mut depth = 0_usize;
    let mut ends = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.sign {
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.saturating_sub(1),
            Sign::Semicolon if depth == 0 => ends.push(at),
            _ => {}
        }
    }
    let (mut parts, mut start) = (Vec::new(), 0);
    for (index, at) in ends.iter().enumerate() {
        let next = &tokens[at + 1..ends.get(index + 1).copied().unwrap_or(tokens.len())];
        if is_statement(line, next, plan) {
            parts.push(&tokens[start..*at]);
            start = at + 1;
        }
    }
    parts.push(&tokens[start..]);
    parts
}

fn is_statement(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let begins_detail = begins_source(line, tokens) || word_at(line, tokens, 0) == Some("new");
    !begins_detail
        && details::read_details_alone(line, tokens, plan).is_none()
        && (!links::links(line, tokens).is_empty()
            || colon(tokens).is_some()
            || memberships::find_verb(line, tokens).is_some()
            || sentences::has_tie(line, tokens, plan))
}

/// The first colon that lies in no parentheses.
fn colon(tokens: &[Token]) -> Option<usize> {
    let mut depth = 0_usize;
    tokens.iter().position(|token| {
        match token.sign {
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        token.sign == Sign::Colon && depth == 0
    })
}

fn read_statement(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let line = reading.line;
    if let Some((when, count)) = read_when(line, tokens)
        && let Some(Sign::Comma | Sign::Colon) = tokens.get(count).map(|token| token.sign)
        && (when.is_worded || tokens.len() > count + 1)
    {
        let span = tokens[0].span.start..tokens[count - 1].span.end;
        remarks
            .fault(span, "A date stands behind what it is about. Write it at the end of the line.");
        return Vec::new();
    }
    let (left, right) = match colon(tokens) {
        Some(at) => (without_parentheses(&tokens[..at]), Some(&tokens[at + 1..])),
        None => (tokens, None),
    };
    if right.is_none()
        && let Some((names, said)) = described_behind_dash(line, tokens, plan)
    {
        return after_colon::read_after_colon(reading, names, &said, plan, remarks);
    }
    let has_links = !links::links(line, left).is_empty();
    if !has_links
        && let Some(adds) = transfers::read_joined_by_words(reading, left, right, plan, remarks)
    {
        return adds;
    }
    if let Some(right) = right
        && let Some(adds) = read_behind_title(reading, left, right, plan, remarks)
    {
        return adds;
    }
    if right.is_none()
        && (!has_links || sentences::is_onto_tie(line, tokens, plan))
        && let Some(adds) = sentences::read_sentence(reading, tokens, plan, remarks)
    {
        return adds;
    }
    if has_links {
        if let Some((organisation, members)) = memberships::behind_equals_sign(line, tokens, plan) {
            return memberships::read_member_list(line, organisation, members, plan, remarks);
        }
        return ties::read_chain(reading, left, right, plan, remarks);
    }
    if let Some(right) = right {
        return after_colon::read_after_colon(reading, left, right, plan, remarks);
    }
    read_members_or_names(reading, tokens, plan, remarks)
}

/// Reads ties behind a title and a colon, `Asia: Japan – China: concern`, in a mail; `None` where it isn't in this form.
fn read_behind_title(
    reading: &Reading<'_>,
    title: &[Token],
    right: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    if !plan.reads_mail || links::links(line, right).is_empty() {
        return None;
    }
    if let Some(adds) = titled_ties::read(reading, title, right, plan, remarks) {
        return Some(adds);
    }
    let is_title = links::links(line, title).is_empty() && !names_nation(line, title, plan);
    is_title.then(|| read_statement(reading, right, plan, remarks))
}

/// What stands between parentheses that are around all of a text: `(France, UK): pact`.
fn without_parentheses(tokens: &[Token]) -> &[Token] {
    match tokens {
        [open, inside @ .., close]
            if (open.sign, close.sign) == (Sign::Open, Sign::Close)
                && !inside.iter().any(|token| matches!(token.sign, Sign::Open | Sign::Close)) =>
        {
            inside
        }
        all => all,
    }
}

/// The names and what is said of their ties in `Jordan and Israel – peace treaty – 1994`.
fn described_behind_dash<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(&'t [Token], Vec<Token>)> {
    let found = links::links(line, tokens);
    let (first, _) = *found.first().filter(|(at, _)| *at > 0)?;
    let (names, said) = (&tokens[..first], &tokens[first + 1..]);
    let is_dash = found.iter().all(|(_, link)| *link == Link::Dash);
    let is_several = names.iter().any(|token| token.sign == Sign::And);
    let is_described = said
        .split(|token| token.sign == Sign::Link(Link::Dash))
        .all(|part| split_details::is_description(line, part, plan));
    if !is_dash || !is_several || !is_described || !names::are_known(line, names, plan) {
        return None;
    }
    let mut said = said.to_vec();
    for token in said.iter_mut().filter(|token| token.sign == Sign::Link(Link::Dash)) {
        token.sign = Sign::Comma;
    }
    Some((names, said))
}

/// Reads a statement without a colon and a link: members, a list of names with a kind behind them, or names alone.
fn read_members_or_names(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let line = reading.line;
    if let Some((organisation, members)) = memberships::find_list(line, tokens, plan) {
        return memberships::read_member_list(line, &organisation, members, plan, remarks);
    }
    if let Some(verb) = memberships::find_verb(line, tokens) {
        return memberships::read_sentence(line, tokens, verb, plan, remarks);
    }
    // “US/UK allies”
    let has_and = |tokens: &[Token]| tokens.iter().any(|token| token.sign == Sign::And);
    if let Some((names, details)) = split_details::cut_details(line, tokens, 0, plan)
        && details.kind.is_some()
        && has_and(names)
    {
        return ties::read_pairs(reading, names, &details, plan, remarks);
    }
    if let Some(adds) = read_pairs_of_section(reading, tokens, plan, remarks) {
        return adds;
    }
    let listed = names::read_list(line, tokens, plan, Then::never(), remarks);
    names::remark_on_dates(&listed, remarks);
    Vec::new()
}

/// Reads names in one line below a heading that says of which kind their ties are: `Iran and Israel` below `Rivals:`.
fn read_pairs_of_section(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    plan.kind_of_section?;
    let line = reading.line;
    let (names, said) = split_details::split_said(line, tokens, None, plan);
    if !names::are_known(line, &names, plan) {
        return None;
    }
    // Looked at aside: “Bosnia and Herzegovina” is one name.
    let mark = plan.mark();
    let count = names::read_list(line, &names, plan, Then::never(), &mut Remarks::default()).len();
    plan.go_back(&mark);
    (count > 1).then(|| {
        let details = details::read_details(line, &said, plan, remarks);
        ties::read_pairs(reading, &names, &details, plan, remarks)
    })
}

/// Whether all of a text is the name of a nation.
fn names_nation(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let name = line.get(first.span.start..last.span.end).unwrap_or_default();
    !matches!(meaning(plan, name, plan.as_of_year()), Meaning::Unknown)
}
