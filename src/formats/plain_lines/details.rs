//! What a line says of its ties: kind, status, dates, direction and label, in any order.

use super::remark::Remarks;
use super::token::{Sign, Token};
use super::vocabulary::{read_direction, read_kind, read_status, words};
use super::when::{When, read_when, word_at};
use crate::model::{Direction, KindId, Map, Status};

/// What is said of a tie; what isn't said is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    pub kind: Option<KindId>,
    pub status: Option<Status>,
    pub when: When,
    pub direction: Option<Direction>,
    pub label: String,
}

/// Words that say nothing by themselves.
const FILLERS: [&str; 9] = ["a", "an", "the", "is", "are", "of", "with", "about", "status"];

/// Reads details from all of these tokens. What has no other meaning is the label; a word that may be
/// a mistyped one is remarked on.
pub fn read_details(line: &str, tokens: &[Token], map: &Map, remarks: &mut Remarks) -> Details {
    let mut details = Details::default();
    let mut unread: Vec<&Token> = Vec::new();
    let mut labels: Vec<String> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        if let Some(count) = read_one(line, rest, map, &mut details) {
            take_label(line, &mut unread, &mut labels);
            at += count;
            continue;
        }
        match token.sign {
            Sign::Quoted => {
                take_label(line, &mut unread, &mut labels);
                labels.push(line[token.span.clone()].to_owned());
            }
            Sign::Comma | Sign::Semicolon => take_label(line, &mut unread, &mut labels),
            _ if unread.is_empty() && is_filler(line, token) => {}
            _ => {
                remark_on_word(line, token, map, remarks);
                unread.push(token);
            }
        }
        at += 1;
    }
    take_label(line, &mut unread, &mut labels);
    details.label = labels.join(", ");
    details
}

/// Reads details where all of these tokens are some, and no label among them but a quoted one.
pub fn read_details_alone(line: &str, tokens: &[Token], map: &Map) -> Option<Details> {
    let mut details = Details::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if let Some(count) = read_one(line, &tokens[at..], map, &mut details) {
            at += count;
            continue;
        }
        match token.sign {
            Sign::Quoted if at > 0 => details.label = line[token.span.clone()].to_owned(),
            Sign::Comma | Sign::Semicolon if at > 0 => {}
            _ => return None,
        }
        at += 1;
    }
    (!tokens.is_empty()).then_some(details)
}

/// Reads one detail that hasn't been read yet; returns how many tokens it takes.
fn read_one(line: &str, tokens: &[Token], map: &Map, details: &mut Details) -> Option<usize> {
    let words: Vec<&str> = (0..4).map_while(|at| word_at(line, tokens, at)).collect();
    let first = words.first()?;
    if let Some((status, count)) = read_status(&words).filter(|_| details.status.is_none()) {
        details.status = Some(status);
        return Some(count);
    }
    if let Some((kind, count)) = read_kind(map, &words).filter(|_| details.kind.is_none()) {
        details.kind = Some(kind);
        return Some(count);
    }
    if let Some((when, count)) =
        read_when(line, tokens).filter(|(when, _)| fits(details.when, *when))
    {
        details.when.since = details.when.since.or(when.since);
        details.when.until = details.when.until.or(when.until);
        return Some(count);
    }
    let direction = read_direction(first).filter(|_| details.direction.is_none())?;
    details.direction = Some(direction);
    Some(1)
}

/// Whether a second statement about time doesn't contradict the first.
const fn fits(known: When, new: When) -> bool {
    !(known.since.is_some() && new.since.is_some() || known.until.is_some() && new.until.is_some())
}

fn is_filler(line: &str, token: &Token) -> bool {
    token.sign != Sign::Word || FILLERS.contains(&line[token.span.clone()].to_lowercase().as_str())
}

fn take_label(line: &str, unread: &mut Vec<&Token>, labels: &mut Vec<String>) {
    if let (Some(first), Some(last)) = (unread.first(), unread.last()) {
        labels.push(line[first.span.start..last.span.end].to_owned());
        unread.clear();
    }
}

/// Says so where a word looks like a kind or a status that is mistyped.
fn remark_on_word(line: &str, token: &Token, map: &Map, remarks: &mut Remarks) {
    let Some(word) = line.get(token.span.clone()).filter(|word| word.chars().count() > 3) else {
        return;
    };
    let near = |known: &String| {
        known.to_lowercase() != word.to_lowercase()
            && strsim::osa_distance(&known.to_lowercase(), &word.to_lowercase()) <= 2
    };
    if let Some(known) = words(map).into_iter().find(near) {
        let message = format!(
            "“{word}” becomes a part of the label. If “{}” is meant, correct it.",
            known.to_lowercase()
        );
        remarks.hint(token.span.clone(), message);
    }
}
