//! A tie that is spoken of as what another is about: *the pact between A and B*, *A's pact with B*, *the A–B pact*.

use super::links::links;
use super::names::without_genitive;
use super::plan::Plan;
use super::token::{Link, Sign, Token};
use super::vocabulary::read_kind_words;
use super::when::{says, says_one, word_at, words_from};

/// What a tie may be called beside its kind.
const TIE_NOUNS: [&str; 9] = [
    "tie",
    "ties",
    "link",
    "links",
    "relation",
    "relations",
    "relationship",
    "rapprochement",
    "cooperation",
];
/// The most words before the kind: *the new security pact*.
const MOST_ADJECTIVES: usize = 3;

/// The ends of such a tie, with its kind behind a colon where it is said, and how many of these tokens name it.
/// The names end behind so many of them where nothing follows them.
pub fn named_tie(
    line: &str,
    tokens: &[Token],
    names_end: usize,
    plan: &Plan<'_>,
) -> Option<(Vec<Token>, usize)> {
    joined_by_words(line, &tokens[..names_end], plan)
        .or_else(|| of_one(line, &tokens[..names_end], plan))
        .map(|ends| (ends, names_end))
        .or_else(|| joined_by_dash(line, tokens, names_end, plan))
}

/// How many words a kind, or a word for any tie, takes from a token on; with the tokens of the kind.
fn noun(line: &str, tokens: &[Token], at: usize, plan: &Plan<'_>) -> Option<(usize, Vec<Token>)> {
    if says_one(line, tokens, at, &TIE_NOUNS) {
        return Some((1, Vec::new()));
    }
    let words = words_from(line, tokens, at);
    // “pact with” says no more than “pact”.
    let count =
        (1..=words.len()).find(|count| read_kind_words(plan, &words[..*count]).is_some())?;
    Some((count, tokens[at..at + count].to_vec()))
}

/// `the pact between A and B`, `ties of A with B`, `the tie A – B`
fn joined_by_words(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<Vec<Token>> {
    let start = usize::from(says_one(line, tokens, 0, &["the", "a", "an"]));
    let most = if start > 0 { MOST_ADJECTIVES } else { 0 };
    let (at, (count, kind)) =
        (start..=start + most).find_map(|at| Some((at, noun(line, tokens, at, plan)?)))?;
    let behind = at + count;
    let is_between = says_one(line, tokens, behind, &["between", "of", "among"]);
    let mut ends = tokens.get(behind + usize::from(is_between)..)?.to_vec();
    if is_between {
        join(line, &mut ends)?;
    }
    (links(line, &ends).len() == 1).then(|| with_kind(ends, kind))
}

/// `A's pact with B`
fn of_one(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<Vec<Token>> {
    let is_owner = |at: &usize| {
        word_at(line, tokens, *at).is_some_and(|word| word.ends_with("'s") || word.ends_with("’s"))
    };
    let owner = (0..tokens.len()).find(is_owner)?;
    let (count, kind) = noun(line, tokens, owner + 1, plan)?;
    let with = owner + 1 + count;
    let link = tokens.get(with).filter(|_| says(line, tokens, with, &["with"]))?;
    let link = Token { sign: Sign::Link(Link::Dash), span: link.span.clone() };
    let from = without_genitive(line, &tokens[..=owner], plan);
    let to = tokens.get(with + 1..).filter(|to| !to.is_empty())?;
    Some(with_kind([&from[..], &[link], to].concat(), kind))
}

/// `the A–B pact`
fn joined_by_dash(
    line: &str,
    tokens: &[Token],
    names_end: usize,
    plan: &Plan<'_>,
) -> Option<(Vec<Token>, usize)> {
    let (count, kind) = noun(line, tokens, names_end, plan)?;
    let ends = &tokens[..names_end];
    (links(line, ends).len() == 1).then(|| (with_kind(ends.to_vec(), kind), names_end + count))
}

/// Makes a link of the one *and*, or the *with*, between two names.
fn join(line: &str, ends: &mut [Token]) -> Option<()> {
    let with = (1..ends.len()).find(|at| says(line, ends, *at, &["with"]));
    let mut ands = (0..ends.len()).filter(|at| ends[*at].sign == Sign::And);
    let at = match (with, ands.next(), ands.next()) {
        (Some(at), _, _) | (None, Some(at), None) => at,
        _ => return if links(line, ends).len() == 1 { Some(()) } else { None },
    };
    ends[at].sign = Sign::Link(Link::Dash);
    Some(())
}

fn with_kind(mut ends: Vec<Token>, kind: Vec<Token>) -> Vec<Token> {
    if let Some(first) = kind.first() {
        ends.push(Token { sign: Sign::Colon, span: first.span.clone() });
        ends.extend(kind);
    }
    ends
}
