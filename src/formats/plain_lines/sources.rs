//! Where a line says that its ties are reported: `source: Reuters, 2024-06-19, https://…`, `according to
//! Reuters`, or an address alone.

use super::plan::Plan;
use super::remark::Remarks;
use super::same_source::host;
use super::token::{Sign, Token};
use super::when::{read_when, says, word_at};
use crate::formats::vocabulary::begins_url;
use crate::model::{PartialDate, Source, SourceId};

/// Words that begin a source, and whether a colon must follow.
const BEGINNINGS: [(&[&str], bool); 6] = [
    (&["according", "to"], false),
    (&["as", "reported", "by"], false),
    (&["reported", "by"], false),
    (&["source"], true),
    (&["sources"], true),
    (&["src"], true),
];

/// The most sources of one statement.
const MOST_SOURCES: usize = 20;

/// The tokens of a statement without its sources, and these.
pub fn split_sources(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> (Vec<Token>, Vec<SourceId>) {
    let (mut kept, mut sources): (Vec<Token>, Vec<SourceId>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let Some((found, count)) = read_source(line, &tokens[at..]) else {
            kept.push(token.clone());
            at += 1;
            continue;
        };
        if sources.len() == MOST_SOURCES {
            let message = format!("A tie takes up to {MOST_SOURCES} sources here. Leave some out.");
            remarks.fault(token.span.clone(), message);
            return (kept, sources);
        }
        let id = plan.find_or_add_source(found);
        if !sources.contains(&id) {
            sources.push(id);
        }
        at += count;
        // In parentheses of its own.
        let is_open = kept.last().is_some_and(|token| token.sign == Sign::Open);
        if is_open && tokens.get(at).is_some_and(|token| token.sign == Sign::Close) {
            kept.pop();
            at += 1;
        }
        // What stands before it and behind it is apart.
        kept.push(Token { sign: Sign::Comma, span: token.span.clone() });
    }
    if !sources.is_empty() {
        let is_end = |token: &Token| matches!(token.sign, Sign::Comma | Sign::Semicolon);
        let start = kept.iter().take_while(|token| is_end(token)).count();
        kept.drain(..start);
        while kept.last().is_some_and(is_end) {
            kept.pop();
        }
    }
    (kept, sources)
}

/// Whether a source begins at the first of these tokens.
pub fn begins_source(line: &str, tokens: &[Token]) -> bool {
    beginning(line, tokens).is_some()
}

/// How many tokens begin a source, and whether it takes the rest of the line.
fn beginning(line: &str, tokens: &[Token]) -> Option<(usize, bool)> {
    BEGINNINGS.iter().find_map(|(words, needs_colon)| {
        let is_said = says(line, tokens, 0, words);
        let has_colon = tokens.get(words.len()).is_some_and(|token| token.sign == Sign::Colon);
        let count = words.len() + usize::from(has_colon);
        (is_said && (has_colon || !needs_colon)).then_some((count, has_colon))
    })
}

/// Reads a source from the first of these tokens; also returns how many were read.
fn read_source(line: &str, tokens: &[Token]) -> Option<(Source, usize)> {
    if let Some(url) = url_at(line, tokens, 0) {
        return Some((Source { title: host(url), url: url.to_owned(), ..Source::default() }, 1));
    }
    let (start, takes_rest) = beginning(line, tokens)?;
    let mut source = Source::default();
    let mut at = start;
    loop {
        at = read_part(line, tokens, at, &mut source);
        let is_comma = tokens.get(at).is_some_and(|token| token.sign == Sign::Comma);
        let rest = tokens.get(at + 1..).unwrap_or_default();
        let is_apart = rest.first().is_some_and(|token| token.sign == Sign::Close);
        let goes_on = takes_rest || part_is_of_source(line, rest, source.date);
        if !is_comma || rest.is_empty() || is_apart || !goes_on {
            break;
        }
        at += 1;
    }
    if source.title.is_empty() {
        source.title = host(&source.url);
    }
    (!source.title.is_empty()).then_some((source, at))
}

/// Whether what follows a comma is a date or an address of the source before it.
fn part_is_of_source(line: &str, tokens: &[Token], date: Option<PartialDate>) -> bool {
    let is_date = || {
        let read = read_when(line, tokens).filter(|(when, _)| !when.is_worded);
        date.is_none() && read.is_some_and(|(when, _)| when.until.is_none())
    };
    url_at(line, tokens, 0).is_some() || is_date()
}

/// Reads what stands between two commas: a part of the title, a date, an address; returns where it ends.
fn read_part(line: &str, tokens: &[Token], start: usize, source: &mut Source) -> usize {
    let mut at = start;
    let mut title: Option<std::ops::Range<usize>> = None;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        if let Some(url) = url_at(line, rest, 0) {
            url.clone_into(&mut source.url);
            at += 1;
        } else if let Some((when, count)) = read_when(line, rest)
            && source.date.is_none()
            && when.until.is_none()
            && rest
                .get(count)
                .is_none_or(|t| t.sign != Sign::Word || url_at(line, rest, count).is_some())
        {
            source.date = when.since;
            at += count;
        } else if matches!(token.sign, Sign::Comma | Sign::Semicolon | Sign::Close) {
            break;
        } else {
            let begin = title.map_or(token.span.start, |title| title.start);
            title = Some(begin..token.span.end);
            at += 1;
        }
    }
    if let Some(title) = title.and_then(|title| line.get(title)) {
        let title = title.trim().trim_end_matches('.');
        let comma = if source.title.is_empty() { "" } else { ", " };
        source.title = format!("{}{comma}{title}", source.title);
    }
    at
}

fn url_at<'l>(line: &'l str, tokens: &[Token], at: usize) -> Option<&'l str> {
    word_at(line, tokens, at).filter(|word| begins_url(word) && !word.ends_with("//"))
}
