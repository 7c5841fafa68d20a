//! Ties written as a sentence: `France is allied with Russia since 1894`, `France and Russia are
//! allied`, `USA is concerned about (USSR – Cuba)`; and as a row of a table: `France, Russia, allied`.

use super::Reading;
use super::agreements::read_agreement;
use super::details::{Details, read_details, read_details_alone};
use super::links::links;
use super::named_tie::named_tie;
use super::names::without_genitive;
use super::plan::Plan;
use super::remark::Remarks;
use super::split_details::cut_details;
use super::ties::{read_ends, read_pairs};
use super::titles::words_of_title;
use super::token::{Link, Sign, Token};
use super::vocabulary::{is_tie_verb, read_kind, read_kind_words, read_status};
use super::when::{read_when, says, says_one, word_at, words_from};
use super::words::{ADVERBS, SIGNED, VERBS};
use crate::formats::mapping::sign_of_kind;
use crate::formats::vocabulary::{confidence, kind_words};
use crate::model::{Sign as KindSign, Status};

/// Words that may stand between a verb and the kind.
const ARTICLES: [&str; 21] = [
    "a", "an", "the", "in", "its", "their", "into", "ein", "einen", "eine", "den", "die", "das",
    "un", "une", "una", "la", "le", "el", "ihren", "ihre",
];
/// Words that may stand between the kind and the other nation.
const PREPOSITIONS: [&str; 17] = [
    "with", "to", "about", "against", "towards", "toward", "over", "on", "between", "mit", "gegen",
    "über", "avec", "contre", "con", "contra", "à",
];
/// Of these, those behind which stands what a mutual tie is about.
const TOPIC_PREPOSITIONS: [&str; 4] = ["over", "about", "on", "über"];
/// Words that stand in no name of a treaty before its kind.
const NOT_IN_NAMES: [&str; 8] = ["of", "in", "to", "from", "with", "member", "members", "part"];
/// The most words between a verb and the kind, or the kind and *between*: the name of a treaty.
const MOST_NAME_WORDS: usize = 6;

/// The part of a sentence that says which kind of tie it is about.
struct Phrase {
    start: usize,
    end: usize,
    /// What it says of the tie.
    said: Vec<Token>,
    /// Whether the other nation follows.
    has_other: bool,
    /// The status that its verb gives the tie: *ended its pact with*.
    status: Option<Status>,
}

/// Whether a text without a sign between its ends is about a tie.
pub fn has_tie(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    find_phrase(line, tokens, plan).is_some()
}

/// Whether a text begins with a tie to what follows: `sanctions on Iran`.
pub fn begins_with_tie(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    phrase_at(line, tokens, 0, plan).is_some_and(|phrase| phrase.has_other)
}

/// Where the other nation begins in a text of which nation has a tie with whom: behind *is allied with*.
pub fn other_begins(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<usize> {
    let phrase = find_phrase(line, tokens, plan)?;
    (phrase.has_other && phrase.start > 0).then_some(phrase.end)
}

/// Whether a sentence says that a nation is against the tie of others: `USA is concerned about USSR–Cuba`.
pub fn is_onto_tie(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    find_phrase(line, tokens, plan).is_some_and(|phrase| {
        let words: Vec<&str> =
            phrase.said.iter().filter_map(|t| line.get(t.span.clone())).collect();
        let kind = (0..words.len()).find_map(|at| read_kind(plan, &words[at..]));
        let kind = kind.and_then(|(id, _)| plan.kind(id));
        let is_hostile = kind.is_some_and(|kind| kind.sign == KindSign::Hostile);
        let (left, right) = (&tokens[..phrase.start], &tokens[phrase.end..]);
        is_hostile && phrase.has_other && links(line, left).is_empty() && !left.is_empty() && {
            // Only what could stand in parentheses.
            links(line, right).len() == 1
        }
    })
}

fn find_phrase(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<Phrase> {
    (0..tokens.len()).find_map(|at| phrase_at(line, tokens, at, plan))
}

/// Reads a line without a sign between its ends; `None` if it isn't about a tie.
pub fn read_sentence(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    if let Some((names, said)) = table_row(line, tokens, plan) {
        let details = read_details(line, said, plan, remarks);
        return Some(read_pairs(reading, names, &details, plan, remarks));
    }
    let Some(phrase) = find_phrase(line, tokens, plan) else {
        return read_agreement(reading, tokens, plan, remarks);
    };
    let reading = &Reading { is_sentence: plan.reads_mail, ..*reading };
    let left = without_genitive(line, &tokens[..phrase.start], plan);
    let rest = &tokens[phrase.end..];
    let mut said = phrase.said;
    if !phrase.has_other {
        said.extend_from_slice(rest);
        let mut details = read_details(line, &said, plan, remarks);
        details.status = details.status.or(phrase.status);
        date_status(phrase.status, &mut details, &tokens[phrase.start], remarks);
        return Some(read_pairs(reading, &left, &details, plan, remarks));
    }
    let right =
        cut_details(line, rest, last_link(line, rest), plan).map_or(rest, |(names, _)| names);
    let named = named_tie(line, rest, right.len(), plan);
    said.extend_from_slice(&rest[named.as_ref().map_or(right.len(), |(_, count)| *count)..]);
    let mut details = read_details(line, &said, plan, remarks);
    details.status = details.status.or(phrase.status);
    date_status(phrase.status, &mut details, &tokens[phrase.start], remarks);
    if left.is_empty() {
        return Some(read_pairs(reading, right, &details, plan, remarks));
    }
    let span = tokens[phrase.start].span.clone();
    let sign = |sign: Sign| [Token { sign, span: span.clone() }];
    let link = sign(Sign::Link(Link::Dash));
    let right = named.as_ref().map_or(right, |(ends, _)| ends);
    let ends = if links(line, right).is_empty() {
        [&left[..], &link, right].concat()
    } else {
        [&left[..], &link, &sign(Sign::Open), right, &sign(Sign::Close)].concat()
    };
    Some(read_ends(reading, &ends, &details, plan, remarks))
}

/// Takes the date of a sentence for what it says of the tie: that of *ended its pact in 1990* is an end.
fn date_status(status: Option<Status>, details: &mut Details, verb: &Token, remarks: &mut Remarks) {
    let Some(date) = details.when.since.filter(|_| details.when.until.is_none()) else { return };
    match status {
        Some(Status::Ended) => {
            details.when.since = None;
            details.when.until = Some(date);
        }
        Some(Status::Suspended) => {
            let message = "The date is that of the suspension, and a tie has a beginning and an end. Leave it out, or write \
                           it as a label in quotation marks.";
            remarks.fault(verb.span.clone(), message);
        }
        _ => {}
    }
}

/// Where the last name begins.
fn last_link(line: &str, tokens: &[Token]) -> usize {
    links(line, tokens).last().map_or(0, |(at, _)| at + 1)
}

/// The names and the details of `France, Russia, allied, 1894`.
fn table_row<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(&'t [Token], &'t [Token])> {
    let commas = (2..tokens.len()).filter(|at| tokens[*at].sign == Sign::Comma);
    commas.into_iter().find_map(|at| {
        let (names, said) = (&tokens[..at], &tokens[at + 1..]);
        let details = read_details_alone(line, said, plan)?;
        let has_two = names.iter().any(|t| matches!(t.sign, Sign::Comma | Sign::And));
        (details.kind.is_some() && has_two).then_some((names, said))
    })
}

/// The words before the kind: *has formally ended its*.
struct Verbs {
    /// Where the next word stands.
    at: usize,
    /// Which of them say something of the tie.
    said: Vec<Token>,
    has_verb: bool,
    status: Option<Status>,
}

fn verbs_at(line: &str, tokens: &[Token], start: usize) -> Verbs {
    let word = |at: usize| word_at(line, tokens, at).map(str::to_lowercase);
    let is_one = |at: usize, words: &[&str]| says_one(line, tokens, at, words);
    let words_at = |at: usize| words_from(line, tokens, at);
    let mut at = start;
    let mut said = Vec::new();
    let mut has_verb = false;
    let mut status = None;
    // “fought a war” says it once; “opposes the alliance of” doesn't.
    let is_verb_of_kind = |at: usize| {
        let sort = word(at).filter(|word| is_tie_verb(word)).and_then(|word| kind_words(&word));
        let object = words_at(at + 2);
        let same = object.first().and_then(|word| kind_words(word));
        is_one(at + 1, &ARTICLES)
            && sort.zip(same).is_some_and(|(verb, object)| verb.key == object.key)
    };
    loop {
        let found = read_status(&words_at(at)).filter(|_| status.is_none());
        if let Some((found, count)) = found {
            has_verb |= is_one(at, &VERBS) || is_one(at + count, &ARTICLES);
            said.extend_from_slice(&tokens[at..at + count]);
            status = Some(found);
            at += count;
        } else if is_one(at, &VERBS) || is_one(at, &ARTICLES) || is_verb_of_kind(at) {
            has_verb |= is_one(at, &VERBS) || is_verb_of_kind(at);
            status = status.or(is_one(at, &SIGNED).then_some(Status::Signed));
            let is_said = |word: String| confidence(&word).is_some();
            said.extend(tokens.get(at).filter(|_| word(at).is_some_and(is_said)).cloned());
            at += 1;
        } else if at > start && is_one(at, &ADVERBS)
            || status.is_some() && is_one(at, &["to", "on"]) && status != Some(Status::InForce)
        {
            at += 1;
        } else {
            break;
        }
    }
    Verbs { at, said, has_verb, status }
}

/// The phrase that begins at a token: `signed a preliminary pact with`, `are allied`, `supports`.
fn phrase_at(line: &str, tokens: &[Token], start: usize, plan: &Plan<'_>) -> Option<Phrase> {
    let is_one = |at: usize, words: &[&str]| says_one(line, tokens, at, words);
    let words_at = |at: usize| words_from(line, tokens, at);
    let Verbs { mut at, mut said, has_verb, status } = verbs_at(line, tokens, start);
    let is_in = (start..at).any(|at| is_one(at, &["in"]));
    let has_article = at > start && is_one(at - 1, &ARTICLES) && has_verb && !is_in;
    let before = words_before_kind(line, &tokens[at.min(tokens.len())..], has_article, plan)?;
    let noun = || (has_verb && !is_in).then(|| foreign_noun(plan, &words_at(at + before)))?;
    let kind = read_kind_words(plan, &words_at(at + before)).or_else(noun)?;
    let count = before + kind + words_of_title(line, tokens, at + before + kind, plan);
    said.extend_from_slice(&tokens[at..at + count]);
    at += count;
    if start > 0
        && has_verb
        && is_one(at, &TOPIC_PREPOSITIONS)
        && is_mutual(plan, &words_at(at - count + before))
    {
        // “have a dispute over Cyprus”
        return Some(Phrase { start, end: at + 1, said, has_other: false, status });
    }
    let of = is_one(at - 1, &PREPOSITIONS) || is_one(at - 1, &["of", "de", "von"]);
    let is_date = read_when(line, &tokens[at..]).is_some();
    let has_preposition = if is_one(at, &PREPOSITIONS) && !is_date {
        at += 1;
        true
    } else if let Some(more) = words_to_between(line, &tokens[at..]).filter(|_| before == 0) {
        said.extend_from_slice(&tokens[at..at + more]);
        at += more + 1;
        true
    } else {
        of || start > 0
            && is_tie_verb(&words_at(at - count).get(..count).unwrap_or_default().join(" "))
    };
    let rest = tokens.get(at..).unwrap_or_default();
    let has_other = has_preposition && !rest.is_empty();
    // “Pact of Steel” says nothing of a tie, and neither does “Italy in Pact of Steel”.
    let is_alone = || rest.is_empty() || read_details_alone(line, rest, plan).is_some();
    let is_phrase = if start == 0 { has_other } else { has_other || has_verb && is_alone() };
    is_phrase.then_some(Phrase { start, end: at, said, has_other, status })
}

/// Whether these words are a kind whose ties have no direction, so that what it is about is no nation.
fn is_mutual(plan: &Plan<'_>, words: &[&str]) -> bool {
    let kind = read_kind(plan, words).and_then(|(id, _)| plan.kind(id));
    let said = || (1..=words.len()).rev().find_map(|count| kind_words(&words[..count].join(" ")));
    match kind {
        Some(kind) => !kind.directed,
        None => said().is_some_and(|kind| !kind.directed),
    }
}

/// How many words stand before the kind: none, or behind a verb and an article those of a treaty's name, `signed the Élysée
/// treaty`.
fn words_before_kind(
    line: &str,
    tokens: &[Token],
    has_article: bool,
    plan: &Plan<'_>,
) -> Option<usize> {
    let most = if has_article { MOST_NAME_WORDS } else { 0 };
    let is_name = |at: &usize| {
        let word = at.checked_sub(1).map(|at| word_at(line, tokens, at).unwrap_or("of"));
        word.is_none_or(|word| !NOT_IN_NAMES.contains(&word.to_lowercase().as_str()))
    };
    (0..=most).take_while(is_name).find(|at| {
        let words: Vec<&str> = (*at..at + 4).map_while(|at| word_at(line, tokens, at)).collect();
        read_kind_words(plan, &words).or_else(|| foreign_noun(plan, &words)).is_some()
    })
}

/// A noun of another language that says in a mail which tie there is, as one word: *Vertrag*, *traité*, *guerra*.
fn foreign_noun(plan: &Plan<'_>, words: &[&str]) -> Option<usize> {
    /// Shorter words are none.
    const SHORTEST: usize = 4;
    let word = words.first().filter(|word| plan.reads_mail && word.chars().count() >= SHORTEST)?;
    sign_of_kind(word.trim_end_matches('.')).map(|_| 1)
}

/// How many words stand before *between*: `Treaty of Friendship between`.
fn words_to_between(line: &str, tokens: &[Token]) -> Option<usize> {
    if !says(line, tokens, 0, &["of"]) {
        return None;
    }
    let words = (0..MOST_NAME_WORDS).take_while(|at| word_at(line, tokens, *at).is_some());
    words.into_iter().find(|at| says(line, tokens, *at, &["between"]))
}
