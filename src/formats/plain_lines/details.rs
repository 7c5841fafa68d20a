//! What a line says of its ties: kind, status, dates, direction and label, in any order.

use std::borrow::Cow;
use std::ops::Range;

use super::meaning::is_known;
use super::new_kind::{self, NewKind};
use super::offered_kinds;
use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Sign, Token};
use super::vague_dates::remark_on_date;
use super::vocabulary::{near_word, read_done_by, read_kind, read_status};
use super::when::{When, may_open_date, read_when, says_one, word_at, words_from};
use super::words::{LINKING_WORDS, NEGATIONS, OTHER_EVENTS, SENTENCE_WORDS};
use crate::formats::mapping::{passive_kinds, sign_of_kind};
use crate::formats::vocabulary::{self, kind_words};
use crate::model::{Confidence, Direction, KindId, Status};
use crate::names::caseless;

/// The most words of a kind that a mail names without saying that it is one.
const MOST_KIND_WORDS: usize = 3;

/// What is said of a tie; what isn't said is `None` or empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    pub kind: Option<KindId>,
    pub status: Option<Status>,
    pub when: When,
    pub direction: Option<Direction>,
    pub label: String,
    /// Whether the second end did to the first what the kind says: *occupied by*.
    pub is_done_to: bool,
    pub confidence: Option<Confidence>,
}

/// Words between a tie and what is said of it: *has ended*, *was signed*.
const COPULAS: [&str; 7] = ["is", "are", "was", "were", "has", "have", "been"];

/// Words that say nothing by themselves.
const FILLERS: [&str; 9] = ["a", "an", "the", "is", "are", "of", "with", "about", "status"];

/// Reads details from all of these tokens. What has no other meaning is the label. A kind that is said to
/// be new is added.
pub fn read_details(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Details {
    let mut details = Details::default();
    let mut new_kind: Option<NewKind> = None;
    let mut label = LabelParts::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let rest = &tokens[at..];
        if let Some(count) = read_new_kind(line, rest, &mut new_kind, remarks) {
            label.end_part(line);
            at += count;
            continue;
        }
        let had_kind = details.kind.is_some();
        // “NZ suspended 1986” says nothing of the tie.
        let is_of_another = label.names_one(line, plan);
        if !is_of_another && let Some(count) = read_one(line, rest, plan, &mut details) {
            let is_kind = !had_kind && details.kind.is_some();
            // “Élysée Treaty” and “Treaty of Rome” are names as well as kinds.
            if is_kind && (!label.unread.is_empty() || is_followed_by_name(line, &rest[count..])) {
                label.unread.extend_from_slice(&rest[..count]);
            } else {
                label.end_part(line);
            }
            at += count;
            continue;
        }
        match token.sign {
            Sign::Quoted => {
                label.end_part(line);
                label.texts.push(line[token.span.clone()].to_owned());
            }
            Sign::Comma | Sign::Semicolon => label.end_part(line),
            _ if label.unread.is_empty() && is_filler(line, token) => {}
            _ => {
                let count = count_of_other_event(line, rest)
                    .unwrap_or_else(|| remark_on_date(line, rest, remarks));
                label.unread.extend_from_slice(&rest[..count]);
                at += count - 1;
            }
        }
        at += 1;
    }
    label.end_part(line);
    remark_on_negation(line, tokens, remarks);
    settle(line, label, new_kind, &mut details, plan, remarks);
    details
}

/// Says which kind a tie is of and what its label is, once all else is read.
fn settle(
    line: &str,
    mut label: LabelParts,
    new_kind: Option<NewKind>,
    details: &mut Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) {
    match new_kind {
        Some(kind) => details.kind = kind.add(line, plan, details.direction, remarks),
        None if plan.reads_mail && details.kind.is_none() && label.has_kind(line, plan) => {
            details.is_done_to = label.done_by(line).is_some();
            details.kind = Some(label.take_kind(line, plan, details.direction, remarks));
        }
        None => remark_on_words(line, &label.unquoted, details, plan, remarks),
    }
    details.label = label.texts.join(", ");
    if let Some(done) = label.done_by(line).filter(|_| details.kind.is_none()) {
        (details.label, details.is_done_to) = (done.into_owned(), true);
    }
}

/// Reads a kind that is new, or what it is like; returns how many tokens that takes.
fn read_new_kind(
    line: &str,
    tokens: &[Token],
    new_kind: &mut Option<NewKind>,
    remarks: &mut Remarks,
) -> Option<usize> {
    if let Some(kind) = new_kind {
        return tokens.first().filter(|token| kind.takes_sign(line, token)).map(|_| 1);
    }
    let (named, count) = new_kind::read(line, tokens, remarks)?;
    *new_kind = Some(named);
    Some(count)
}

fn is_followed_by_name(line: &str, tokens: &[Token]) -> bool {
    let is_of = says_one(line, tokens, 0, &["of", "de", "über"])
        || word_at(line, tokens, 0).is_some_and(|word| word.starts_with("d'"));
    is_of && tokens.len() > 1 && tokens[1].sign == Sign::Word && read_when(line, tokens).is_none()
}

/// The parts of a label while a line is read.
#[derive(Default)]
struct LabelParts {
    texts: Vec<String>,
    /// Where those stand that are in no quotation marks.
    unquoted: Vec<Range<usize>>,
    unread: Vec<Token>,
}

impl LabelParts {
    fn end_part(&mut self, line: &str) {
        // A parenthesis that holds nothing else any more is none of the label.
        let is_left = |token: &Token, depth: isize| match token.sign {
            Sign::Open => depth > 0,
            Sign::Close => depth < 0,
            _ => false,
        };
        let depth = |tokens: &[Token]| -> isize {
            let step = |token: &Token| match token.sign {
                Sign::Open => 1,
                Sign::Close => -1,
                _ => 0,
            };
            tokens.iter().map(step).sum()
        };
        while self.unread.last().is_some_and(|token| is_left(token, depth(&self.unread))) {
            self.unread.pop();
        }
        if let (Some(first), Some(last)) = (self.unread.first(), self.unread.last()) {
            let span = first.span.start..last.span.end;
            // A full stop behind a parenthesis says nothing, and neither do words that only join others.
            let says_nothing = |word: &str| word == "." || is_one_of(&LINKING_WORDS, word);
            if !line[span.clone()].split_whitespace().all(says_nothing) {
                self.texts.push(line[span.clone()].to_owned());
                self.unquoted.push(span);
            }
            self.unread.clear();
        }
    }
}

impl LabelParts {
    /// Whether what is read of the label is the name of a nation that is known.
    fn names_one(&self, line: &str, plan: &Plan<'_>) -> bool {
        let (Some(first), Some(last)) = (self.unread.first(), self.unread.last()) else {
            return false;
        };
        let name = line.get(first.span.start..last.span.end).unwrap_or_default();
        name.starts_with(char::is_uppercase) && is_known(plan, name, plan.as_of_year())
    }

    /// Whether a mail says the kind of its tie by words that stand for no kind yet: `cooperation 1994`.
    fn has_kind(&self, line: &str, plan: &Plan<'_>) -> bool {
        let [span] = &self.unquoted[..] else { return false };
        let Some(text) = line.get(span.clone()) else { return false };
        let words: Vec<&str> = text.split_whitespace().collect();
        let is_plain =
            |word: &&str| word.chars().all(|c| c.is_alphanumeric() || "-'’.".contains(c));
        let mut long = words.iter().filter(|word| word.chars().count() > 3);
        words.len() <= MOST_KIND_WORDS
            && words.iter().all(is_plain)
            && words.iter().any(|word| word.chars().any(char::is_alphabetic))
            && !words.iter().any(|word| SENTENCE_WORDS.contains(&caseless(word).as_str()))
            && (sign_of_kind(text).is_some() || !long.any(|word| near_word(plan, word).is_some()))
    }

    /// What the second end did to the first, where that is all that the label says: *supplied by*.
    fn done_by(&self, line: &str) -> Option<Cow<'static, str>> {
        let [span] = &self.unquoted[..] else { return None };
        passive_kinds::active(line.get(span.clone())?)
    }

    /// Makes a kind of these words, and says so.
    fn take_kind(
        &mut self,
        line: &str,
        plan: &mut Plan<'_>,
        direction: Option<Direction>,
        remarks: &mut Remarks,
    ) -> KindId {
        let span = self.unquoted.pop().unwrap_or_default();
        let text = line.get(span.clone()).unwrap_or_default();
        self.texts.retain(|own| own != text);
        let done = passive_kinds::active(text);
        let name = done.as_deref().unwrap_or(text);
        let sign = sign_of_kind(name).unwrap_or_default();
        let is_directed = done.is_some() || direction == Some(Direction::Directed);
        let kind = offered_kinds::new(name, sign, is_directed);
        let message = format!(
            "“{name}” became a kind of tie, {}. If it is none, put it in quotation marks: then it is the label.",
            sign.name()
        );
        remarks.hint(span, message);
        plan.add_kind(kind)
    }
}

/// Reads details where all of these tokens are some, and no label among them but a quoted one.
pub fn read_details_alone(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<Details> {
    let mut details = Details::default();
    let mut at = 0;
    let mut is_said = false;
    let mut depth = 0_usize;
    while let Some(token) = tokens.get(at) {
        if let Some(count) = read_one(line, &tokens[at..], plan, &mut details) {
            at += count;
            is_said = true;
            continue;
        }
        match token.sign {
            Sign::Quoted if at > 0 => details.label = line[token.span.clone()].to_owned(),
            Sign::Comma | Sign::Semicolon if at > 0 => {}
            // “has ended”
            Sign::Word if is_copula(line, token) => {}
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.checked_sub(1)?,
            _ => return None,
        }
        at += 1;
    }
    (is_said && depth == 0).then_some(details)
}

fn is_copula(line: &str, token: &Token) -> bool {
    line.get(token.span.clone()).is_some_and(|word| COPULAS.contains(&word))
}

/// Reads one detail that hasn't been read yet; returns how many tokens it takes.
fn read_one(line: &str, tokens: &[Token], plan: &Plan<'_>, details: &mut Details) -> Option<usize> {
    let words = words_from(line, tokens, 0);
    let Some(first) = words.first() else {
        return read_time(line, tokens, details);
    };
    if first.starts_with(|c: char| c.is_ascii_digit())
        && let Some(count) = read_time(line, tokens, details)
    {
        return Some(count);
    }
    if let Some((status, count)) = read_status(&words).filter(|_| details.status.is_none()) {
        details.status = Some(status);
        if count_of_other_event(line, tokens).is_some() {
            return None;
        }
        // “ended 1991” says when, too.
        let end = read_when(line, tokens).filter(|(when, _)| {
            status == Status::Ended && when.until.is_some() && fits(details.when, *when)
        });
        details.when.until = details.when.until.or(end.and_then(|(when, _)| when.until));
        return Some(end.map_or(count, |(_, count)| count));
    }
    if let Some((kind, count)) = read_done_by(plan, &words).filter(|_| details.kind.is_none()) {
        (details.kind, details.is_done_to) = (Some(kind), true);
        return Some(count);
    }
    if let Some((kind, count)) = read_kind(plan, &words).filter(|_| details.kind.is_none()) {
        details.kind = Some(kind);
        return Some(count);
    }
    if let Some(count) = read_time(line, tokens, details) {
        return Some(count);
    }
    if let Some(confidence) = vocabulary::confidence(first).filter(|_| details.confidence.is_none())
    {
        details.confidence = Some(confidence);
        return Some(1);
    }
    let direction = vocabulary::direction(first).filter(|_| details.direction.is_none())?;
    details.direction = Some(direction);
    Some(1)
}

/// Reads when the tie began or ended, if that hasn't been read yet; returns how many tokens it takes.
fn read_time(line: &str, tokens: &[Token], details: &mut Details) -> Option<usize> {
    let (when, count) = read_when(line, tokens).filter(|(when, _)| fits(details.when, *when))?;
    details.when.since = details.when.since.or(when.since);
    details.when.until = details.when.until.or(when.until);
    details.when.goes_on |= when.goes_on;
    details.when.is_worded |= when.is_worded;
    Some(count)
}

/// Whether a second statement about time doesn't contradict the first.
const fn fits(known: When, new: When) -> bool {
    !(known.since.is_some() && new.since.is_some() || known.until.is_some() && new.until.is_some())
}

fn is_filler(line: &str, token: &Token) -> bool {
    token.sign != Sign::Word || FILLERS.contains(&line[token.span.clone()].to_lowercase().as_str())
}

/// How many tokens say when something else happened to the tie than that it began or ended: `renewed 1951`. They
/// become a part of the label.
fn count_of_other_event(line: &str, tokens: &[Token]) -> Option<usize> {
    let (_, count) = says_one(line, tokens, 0, &OTHER_EVENTS)
        .then(|| read_when(line, tokens.get(1..)?))
        .flatten()?;
    Some(count + 1)
}

/// A tie that there isn't is none.
fn remark_on_negation(line: &str, tokens: &[Token], remarks: &mut Remarks) {
    let is_negation = |at: &usize| {
        says_one(line, tokens, *at, &NEGATIONS)
            && read_status(&words_from(line, tokens, *at)).is_none_or(|(_, count)| count <= 1)
    };
    if let Some(at) = (0..tokens.len()).find(is_negation) {
        let message = "This word says that there is no such tie. To add it all the same, take the word out; as a \
                       part of the label, put it in quotation marks.";
        remarks.fault(tokens[at].span.clone(), message);
    }
}

fn is_one_of(words: &[&str], word: &str) -> bool {
    words.iter().any(|other| other.eq_ignore_ascii_case(word))
}

/// Says what becomes of words that are neither a kind of the map nor anything else that is known. Where a
/// kind is said, they are the label; a mistyped one is remarked on. Where none is, a word for a kind that
/// the map lacks is a fault: the tie would be of a kind that it isn't.
fn remark_on_words(
    line: &str,
    parts: &[Range<usize>],
    details: &Details,
    plan: &Plan<'_>,
    remarks: &mut Remarks,
) {
    for span in parts {
        let text = &line[span.clone()];
        let words = text.split_whitespace().filter(|word| word.chars().count() > 3);
        let near = words.filter_map(|word| Some((word, near_word(plan, word)?))).next();
        if let (None, Some(sort)) = (details.kind, kind_words(text)) {
            let message = format!(
                "This map has no kind “{0}” yet. Add it with a line “New kind: {0}”, or write “A – B: new kind: \
                 {0}”; as the label, put “{text}” in quotation marks.",
                sort.key
            );
            remarks.fault(span.clone(), message);
        } else if let Some((word, near)) = near {
            let message = format!(
                "“{word}” becomes a part of the label. If “{near}” is meant, correct it; if not, put it in \
                 quotation marks."
            );
            remarks.add_hint_or_fault(details.kind.is_none(), span.clone(), message);
        } else if details.kind.is_some() && is_like_a_time(text) && !remarks.has_fault() {
            let message = format!(
                "“{text}” holds no date that can be understood, and becomes the label. Write the year, as in \
                 “since 1955”; if it is the label, put it in quotation marks."
            );
            remarks.hint(span.clone(), message);
        } else if details.kind.is_none() {
            let message = format!(
                "“{text}” is no kind of this map, and becomes the label. If it is a kind, write “new kind: \
                 {text}”."
            );
            remarks.hint(span.clone(), message);
        }
    }
}

/// Whether a text begins as a date does, *since* or *until*, and holds a number.
fn is_like_a_time(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    first.starts_with(char::is_alphabetic)
        && may_open_date(first)
        && text.contains(|c: char| c.is_ascii_digit())
}
