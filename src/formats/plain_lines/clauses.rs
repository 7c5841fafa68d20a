//! The parts of a plain sentence: who, the verb, and what stands behind it, each with the words that belong to it.

use super::token::{Sign, Token};
use super::vocabulary::{is_tie_verb, read_status};
use super::when::read_when;
use super::word_order_words::{ARTICLES, BEEN, FINITE, GERMAN_PARTICIPLES, HAVE, PREPOSITIONS};
use super::words::VERBS;
use crate::names::caseless;

/// A plain sentence, by its parts.
pub struct Clause<'t> {
    pub subject: &'t [Token],
    pub verb: &'t Token,
    /// What German has at the end of a sentence beside its verb: *geschlossen*.
    pub participle: Option<&'t Token>,
    /// What stands behind the verb and the subject, with a date before the verb.
    pub parts: Vec<Part<'t>>,
}

/// Words of a sentence that belong together.
#[derive(Clone)]
pub struct Part<'t> {
    pub tokens: &'t [Token],
    /// Whether they say when.
    pub is_date: bool,
    /// Whether a preposition stands before the others.
    pub has_preposition: bool,
}

impl<'t> Part<'t> {
    /// The only word of it.
    pub fn single(&self) -> Option<&'t Token> {
        let [only] = self.tokens else { return None };
        Some(only)
    }

    /// Whether it begins with one of these prepositions.
    pub fn is_behind_one_of(&self, line: &str, words: &[&str]) -> bool {
        let first = self.tokens.first().map(|token| lower(line, token));
        self.has_preposition && first.is_some_and(|first| words.contains(&&*first))
    }
}

impl<'t> Clause<'t> {
    /// The parts of a sentence; `None` where no verb stands in it, or nothing behind that.
    pub fn of(line: &str, tokens: &'t [Token]) -> Option<Self> {
        let date = read_when(line, tokens).map(|(_, count)| count);
        let (first, verb) = verb_at(line, tokens)?;
        let is_turned = date == Some(first);
        if date.is_some() && !is_turned {
            return None;
        }
        let behind = &tokens[verb + 1..];
        let (subject, rest) = match is_turned {
            true => behind.split_at(subject_len(line, behind)),
            false => (&tokens[..first], behind),
        };
        if subject.is_empty() || rest.iter().any(|token| token.sign == Sign::Comma) {
            return None;
        }
        let last = rest.last().filter(|token| is_participle(line, token));
        let middle = &rest[..rest.len() - usize::from(last.is_some())];
        let mut parts = parts(line, middle);
        let leading = is_turned.then(|| &tokens[..first]);
        parts.extend(leading.map(|tokens| Part { tokens, is_date: true, has_preposition: false }));
        (!parts.is_empty()).then_some(Self {
            subject,
            verb: &tokens[verb],
            participle: last,
            parts,
        })
    }

    /// The words that say when.
    pub fn dates(&self) -> impl Iterator<Item = &'t [Token]> {
        self.parts.iter().filter(|part| part.is_date).map(|part| part.tokens)
    }
}

fn lower(line: &str, token: &Token) -> String {
    caseless(line.get(token.span.clone()).unwrap_or_default().trim_end_matches('.'))
}

/// Where the verb of a sentence begins, and where the word of it stands that what follows belongs to: behind *has* in
/// *has been supported*.
fn verb_at(line: &str, tokens: &[Token]) -> Option<(usize, usize)> {
    let is_one = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.contains(&&*lower(line, token)))
    };
    let has_been = |at: usize| is_one(at, &HAVE) && is_one(at + 1, &BEEN);
    let first = (1..tokens.len()).find(|at| has_been(*at) || is_finite(line, &tokens[*at]))?;
    Some((first, first + usize::from(has_been(first))))
}

fn is_finite(line: &str, token: &Token) -> bool {
    let word = lower(line, token);
    let is_small = line.get(token.span.clone()).is_some_and(|w| w.starts_with(char::is_lowercase));
    token.sign == Sign::Word
        && is_small
        && (FINITE.contains(&&*word) || VERBS.contains(&&*word) || is_tie_verb(&word))
}

fn is_participle(line: &str, token: &Token) -> bool {
    let word = lower(line, token);
    let is_german = word.starts_with("ge") || word.ends_with('t') || word.ends_with("en");
    GERMAN_PARTICIPLES.contains(&&*word)
        || is_german && read_status(&[&word]).is_some_and(|(_, count)| count == 1)
}

/// How many words the subject has that stands behind the verb: up to what has an article or a preposition of its
/// own, or says when.
fn subject_len(line: &str, tokens: &[Token]) -> usize {
    let begins_another = |at: &usize| {
        let is_joined = tokens[at - 1].sign == Sign::And;
        !is_joined && begins_part(line, tokens, *at) || is_participle(line, &tokens[*at])
    };
    (1..tokens.len()).find(begins_another).unwrap_or(tokens.len())
}

/// Whether a part begins at a word that isn't the first.
fn begins_part(line: &str, tokens: &[Token], at: usize) -> bool {
    let word = lower(line, &tokens[at]);
    let before = lower(line, &tokens[at - 1]);
    let is_article = ARTICLES.contains(&&*word)
        && !PREPOSITIONS.contains(&&*before)
        && tokens[at - 1].sign != Sign::And;
    is_article || PREPOSITIONS.contains(&&*word) || read_when(line, &tokens[at..]).is_some()
}

fn parts<'t>(line: &str, tokens: &'t [Token]) -> Vec<Part<'t>> {
    let mut found = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        if let Some((_, count)) = read_when(line, &tokens[start..]) {
            let tokens = &tokens[start..start + count];
            found.push(Part { tokens, is_date: true, has_preposition: false });
            start += count;
            continue;
        }
        let end = (start + 1..tokens.len()).find(|at| begins_part(line, tokens, *at));
        let end = end.unwrap_or(tokens.len());
        let has_preposition = PREPOSITIONS.contains(&&*lower(line, &tokens[start]));
        found.push(Part { tokens: &tokens[start..end], is_date: false, has_preposition });
        start = end;
    }
    found
}
