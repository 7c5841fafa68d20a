//! What stands behind the kind of a treaty in its name: *treaty of friendship*, *pact on mutual assistance*.

use super::plan::Plan;
use super::token::{Sign, Token};
use super::vocabulary::read_kind_words;
use super::when::{read_when, says_one, word_at, words_from};

/// The most words of a title behind its kind.
const MOST_WORDS: usize = 6;
/// Words with which such a part begins.
const OF: [&str; 3] = ["of", "de", "über"];
/// Words with which what follows is another part of the sentence.
const OTHERS: [&str; 14] = [
    "with", "between", "against", "to", "by", "mit", "gegen", "avec", "contre", "con", "contra",
    "signed", "in", "since",
];

/// How many tokens from here on belong to the name of a kind that stands before them; names of nations do not.
pub fn words_of_title(line: &str, tokens: &[Token], at: usize, plan: &Plan<'_>) -> usize {
    let is_small = |at: usize| {
        word_at(line, tokens, at)
            .is_some_and(|word| word.starts_with(char::is_lowercase) && word.len() > 1)
    };
    // “traité d'amitié”
    let is_elided = word_at(line, tokens, at)
        .is_some_and(|word| word.starts_with("d'") || word.starts_with("d’"))
        && is_small(at);
    let has_of = says_one(line, tokens, at, &OF);
    if !(is_elided || has_of && is_small(at + 1)) {
        return 0;
    }
    let start = at + usize::from(has_of);
    let belongs = |at: &usize| {
        let is_joint =
            tokens.get(*at).is_some_and(|token| token.sign == Sign::And) && is_small(at + 1);
        let is_word = is_small(*at) && !says_one(line, tokens, *at, &OTHERS);
        (is_joint || is_word) && read_when(line, &tokens[*at..]).is_none()
    };
    let count = (start..start + MOST_WORDS).take_while(belongs).count();
    let is_kind = read_kind_words(plan, &words_from(line, tokens, start)).is_some();
    if count == 0 || is_kind { 0 } else { start + count - at }
}
