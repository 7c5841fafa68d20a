//! Names in a line: which nation each means, and lists of them.

use std::ops::Range;

use super::meaning::{Meaning, is_known, meaning};
use super::name_or_sentence::remark_on_sentence;
use super::plan::Plan;
use super::remark::Remarks;
use super::then::{Then, is_no_more};
use super::token::{Link, Sign, Token};
use super::vague_dates::remark_on_vague_date;
use super::when::{When, read_when};
use super::words::PRONOUNS;
use crate::formats::problems::nearest_name;
use crate::model::{Nation, NationId, NationType};
use crate::names::{KnownNation, Sort, by_code, suggest};

/// The most parts with commas or *and* between them that one name is looked for in: *Bosnia and
/// Herzegovina*, *Congo, Dem. Rep.*
const MOST_PARTS: usize = 4;
/// The most words of a name on one side of a hyphen.
const MOST_WORDS: usize = 8;
/// Of more names than these, mistyped ones aren't looked for.
const MOST_COMPARED: usize = 200;

/// A nation of a list, with what is said of its time.
#[derive(Clone, Debug)]
pub struct ListedNation {
    pub id: NationId,
    pub when: When,
    pub span: Range<usize>,
    /// What stands between the one before and this one.
    pub joined_by: Option<Sign>,
}

/// Whether a character is one of the two of a flag.
fn is_flag_letter(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// The code of which a flag consists: that of Japan's of J and P.
fn flag_code(text: &str) -> Option<String> {
    let letter = |c: char| {
        let index = u32::from(c).checked_sub(0x1_F1E6).filter(|index| *index < 26)?;
        char::from_u32(u32::from('A') + index)
    };
    let code: String = text.chars().map(letter).collect::<Option<_>>()?;
    (code.len() == 2).then_some(code)
}

/// A name without the flag before or behind it.
fn without_flag<'t>(plan: &Plan<'_>, text: &'t str, year: Option<i32>) -> &'t str {
    let name = text.trim_matches(is_flag_letter).trim();
    let is_with_flag = name.len() < text.len() && plan.by_name(text).is_none();
    if is_with_flag && is_known(plan, name, year) { name } else { text }
}

/// A name without the article of another language before it, as sentences have it: *la Pologne*, *l'Ukraine*. *El
/// Salvador* keeps its own.
fn without_foreign_article<'t>(plan: &Plan<'_>, text: &'t str, year: Option<i32>) -> &'t str {
    const ARTICLES: [&str; 18] = [
        "la ", "le ", "les ", "l'", "l’", "el ", "los ", "las ", "die ", "der ", "das ", "den ",
        "dem ", "il ", "lo ", "gli ", "i ", "os ",
    ];
    let is_begun = |start: &&str| {
        text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
    };
    let Some(start) = ARTICLES.into_iter().find(is_begun) else { return text };
    let rest = text[start.len()..].trim_start();
    let has_own = match meaning(plan, text, year) {
        Meaning::There(id) => plan.by_name(text) == Some(id),
        Meaning::Known(known) => known.is_called(text),
        Meaning::Ambiguous(_) | Meaning::Unknown => false,
    };
    if !has_own && is_known(plan, rest, year) { rest } else { text }
}

/// A name without *the* before it and a full stop behind it, unless they belong to it.
fn without_article<'t>(plan: &Plan<'_>, text: &'t str, year: Option<i32>) -> &'t str {
    let stopped = text.strip_suffix('.').filter(|rest| !rest.is_empty());
    let article = |text: &'t str| {
        let is_begun = |start: &&str| {
            text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
        };
        let start = ["the ", "both "].into_iter().find(is_begun)?;
        Some(text[start.len()..].trim_start()).filter(|rest| !rest.is_empty())
    };
    let unknown = |text: &str| !is_known(plan, text, year);
    let mut name = without_foreign_article(plan, without_flag(plan, text, year), year);
    let is_same = |a: &str, b: &str| match (meaning(plan, a, year), meaning(plan, b, year)) {
        (Meaning::Known(a), Meaning::Known(b)) => a.code == b.code,
        _ => false,
    };
    if let Some(rest) = stopped.filter(|rest| unknown(name) || is_same(name, rest)) {
        name = without_foreign_article(plan, rest, year);
    }
    match article(name) {
        Some(rest) if unknown(name) && is_known(plan, rest, year) || is_same(name, rest) => rest,
        Some(rest)
            if matches!(meaning(plan, name, year), Meaning::Unknown) && name.len() > rest.len() =>
        {
            rest
        }
        _ => name,
    }
}

/// *Turkey's* as *Turkey*, where the name isn't known with the ending.
pub fn without_genitive(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Vec<Token> {
    let mut tokens = tokens.to_vec();
    let year = plan.as_of_year();
    if let (Some(first), Some(last)) = (tokens.first().cloned(), tokens.last_mut())
        && let Some(word) = line.get(last.span.clone())
        && let Some(rest) = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"))
        && !line.get(first.span.start..last.span.end).is_some_and(|name| is_known(plan, name, year))
    {
        last.span.end = last.span.start + rest.len();
    }
    tokens
}

/// Takes a hyphen between two names for a dash, `USA-UK`, but not `Guinea-Bissau`; and a slash for *and*, `US/UK`.
pub fn split_at_hyphens(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Vec<Token> {
    let mut split = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        match hyphen_between_names(line, tokens, at, plan) {
            Some(hyphen) => split.extend([
                Token { sign: Sign::Word, span: token.span.start..hyphen },
                Token {
                    sign: if line[hyphen..].starts_with('/') {
                        Sign::And
                    } else {
                        Sign::Link(Link::Dash)
                    },
                    span: hyphen..hyphen + 1,
                },
                Token { sign: Sign::Word, span: hyphen + 1..token.span.end },
            ]),
            None => split.push(token.clone()),
        }
    }
    split
}

/// Where the hyphen of a word stands that has a name on either side.
fn hyphen_between_names(line: &str, tokens: &[Token], at: usize, plan: &Plan<'_>) -> Option<usize> {
    let word = tokens.get(at).filter(|token| token.sign == Sign::Word)?;
    // A date has hyphens of its own.
    let text = line
        .get(word.span.clone())
        .filter(|text| !text.starts_with(|c: char| c.is_ascii_digit()))?;
    let hyphen =
        word.span.start + text.find(['-', '/']).filter(|at| *at > 0 && at + 1 < text.len())?;
    let words = |tokens: &[Token]| tokens.iter().take_while(|t| t.sign == Sign::Word).count();
    let before = tokens[..at].iter().rev().take_while(|t| t.sign == Sign::Word).count();
    let behind = words(&tokens[at..]).min(MOST_WORDS);
    let starts: Vec<usize> =
        tokens[at - before.min(MOST_WORDS)..=at].iter().map(|token| token.span.start).collect();
    let ends: Vec<usize> = tokens[at..at + behind].iter().map(|token| token.span.end).collect();
    let known = |start: usize, end: usize| {
        line.get(start..end).is_some_and(|text| is_known(plan, text, plan.as_of_year()))
    };
    let is_two = starts.iter().any(|start| known(*start, hyphen))
        && ends.iter().any(|end| known(hyphen + 1, *end))
        && !starts.iter().any(|start| ends.iter().any(|end| known(*start, *end)));
    is_two.then_some(hyphen)
}

/// Whether every name of a list is one that is known.
pub fn are_known(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let year = plan.as_of_year();
    let is_name = |tokens: &[Token]| {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return true };
        let text = line.get(first.span.start..last.span.end).unwrap_or_default();
        !matches!(meaning(plan, without_article(plan, text, year), year), Meaning::Unknown)
    };
    // “Bosnia and Herzegovina”
    is_name(tokens) || tokens.split(|token| is_separator(token.sign)).all(is_name)
}

/// Whether a text begins with the name of a nation that is known.
pub fn begins_with_known(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let is_word = |token: &&Token| matches!(token.sign, Sign::Word | Sign::Quoted);
    let most = tokens.iter().take_while(is_word).count().min(MOST_WORDS);
    (1..=most).any(|count| are_known(line, &tokens[..count], plan))
}

/// Says so where dates stand behind names that can't have any.
pub fn remark_on_dates(listed: &[ListedNation], remarks: &mut Remarks) {
    if let Some(dated) = listed.iter().find(|nation| nation.when.is_some()) {
        let message = "A date behind a name is one of members, as in “NATO: Greece 1952”. The dates of a \
                       tie stand behind its colon.";
        remarks.fault(dated.span.clone(), message);
    }
}

/// The nation that a text means, added to the plan if it isn't there.
fn nation(
    plan: &mut Plan<'_>,
    text: &str,
    span: Range<usize>,
    (year, is_quoted): (Option<i32>, bool),
    remarks: &mut Remarks,
) -> Option<NationId> {
    match meaning(plan, text, year) {
        Meaning::There(id) => Some(id),
        Meaning::Known(known) => Some(plan.add_nation(nation_of(known, text, is_quoted))),
        // In quotation marks it is a name, whatever else has it.
        Meaning::Ambiguous(known) if is_quoted => {
            let names: Vec<&str> = known.iter().take(6).map(|nation| nation.name).collect();
            let message = format!(
                "“{text}” may be {}. It is a nation without a code; write which to give it one.",
                names.join(", ")
            );
            remarks.hint(span, message);
            Some(plan.add_nation(Nation { name: text.to_owned(), ..Nation::default() }))
        }
        Meaning::Ambiguous(known) => {
            let names: Vec<String> =
                known.iter().take(6).map(|nation| nation.name.to_owned()).collect();
            let message = format!("“{text}” may be {}. Write which.", names.join(", "));
            remarks.fault(span, message);
            None
        }
        Meaning::Unknown if !is_quoted && stands_for_names(text) => {
            let message = format!(
                "“{text}” doesn't say which nations are meant. Write their names; if it is a name, put it in \
                 quotation marks."
            );
            remarks.fault(span, message);
            None
        }
        Meaning::Unknown if !is_quoted && remark_on_sentence(plan, text, year, &span, remarks) => {
            None
        }
        Meaning::Unknown => {
            let near = if is_quoted { None } else { near_name(plan, text) };
            if let Some(near) = near {
                let message = format!("“{text}” is a new name. If “{near}” is meant, correct it.");
                remarks.hint(span, message);
            }
            Some(plan.add_nation(Nation { name: text.to_owned(), ..Nation::default() }))
        }
    }
}

/// Whether a text stands for names that were written before: *both*, *all three*, *the others*.
fn stands_for_names(text: &str) -> bool {
    let is_pronoun = |word: &str| PRONOUNS.iter().any(|other| other.eq_ignore_ascii_case(word));
    text.split_whitespace().all(is_pronoun)
}

/// A nation that is known, named as it was written, or by its common name where a code or an
/// abbreviation was in no quotation marks.
fn nation_of(known: &KnownNation, text: &str, is_quoted: bool) -> Nation {
    let is_written_out = is_quoted
        || text.chars().any(char::is_lowercase) && text.chars().any(char::is_uppercase)
        || !text.is_ascii();
    let is_organisation = known.sort == Sort::Organisation;
    Nation {
        name: if is_written_out || is_organisation { text } else { known.name }.to_owned(),
        code: Some(known.code.to_owned()),
        nation_type: if is_organisation { NationType::Organisation } else { NationType::State },
        ..Nation::default()
    }
}

/// The name that a text may have been meant to be: one of the map, else one that is known. Names with numbers
/// in them are too often alike. Of a text with many mistakes the first ones alone are compared.
fn near_name(plan: &Plan<'_>, text: &str) -> Option<String> {
    /// So many words and texts are compared.
    const MOST: (usize, usize) = (6, 200);
    let is_plain = !text.contains(char::is_numeric) && text.chars().count() > 3;
    let is_short = text.split_whitespace().count() <= MOST.0;
    if !is_plain || !is_short || plan.nation_count() > MOST_COMPARED {
        return None;
    }
    let sought = plan.near_names_sought.replace(plan.near_names_sought.get() + 1);
    if sought >= MOST.1 {
        return None;
    }
    let there = nearest_name(text, plan.names());
    let known = || {
        let found = suggest(text, 1).first().map(|nation| nation.name)?;
        nearest_name(text, [found].into_iter())
    };
    there.or_else(known).map(ToOwned::to_owned)
}

/// Whether a state or an organisation that is no more is among these names.
pub fn name_what_is_no_more(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let is_end = |sign| !matches!(sign, Sign::Word | Sign::Quoted);
    tokens.split(|token| is_end(token.sign)).any(|name| {
        let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
        let text = line.get(first.span.start..last.span.end).unwrap_or_default();
        is_no_more(plan, without_article(plan, text, plan.as_of_year()))
    })
}

/// Reads a list of names, each perhaps with dates behind it. `then` is when that is of which the whole
/// line speaks.
pub fn read_list(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    then: Then,
    remarks: &mut Remarks,
) -> Vec<ListedNation> {
    let parts: Vec<Part<'_>> = tokens
        .split_inclusive(|token| is_separator(token.sign))
        .scan(None, |before: &mut Option<Sign>, tokens| {
            let (inside, end) = match tokens.split_last() {
                Some((last, inside)) if is_separator(last.sign) => (inside, Some(last.sign)),
                _ => (tokens, None),
            };
            // Of a comma with “and” behind it, “and” says more.
            let joined_by = *before;
            *before = end.or(*before);
            Some((!inside.is_empty()).then(|| Part::read(line, inside, joined_by)))
        })
        .flatten()
        .collect();
    let mut listed = Vec::new();
    let mut at = 0;
    while let Some(first) = parts.get(at) {
        let count = joined(line, &parts[at..], plan, then);
        let last = &parts[at + count - 1];
        let span = first.name.start..last.name.end;
        let is_quoted = first.tokens.iter().any(|token| token.sign == Sign::Quoted);
        // In quotation marks stands the whole name as it is.
        let then = then.or_of_member(last.when);
        let text = match line[span.clone()].trim() {
            text if is_quoted => text,
            text => without_article(plan, text, then.year_of(plan, text)),
        };
        let flag = flag_code(text);
        let text = flag.as_deref().unwrap_or(text);
        let year = then.year_of(plan, text);
        if text.is_empty() {
            remarks.fault(first.tokens[0].span.clone(), "A name is missing here.");
        } else if !is_quoted && remark_on_vague_date(line, last.tokens, remarks) {
            // A date that is none makes no name of the words before it.
        } else if is_date(line, first) && count == 1 {
            let message =
                "Here stands a date where a name should. Write it behind what it is about.";
            remarks.fault(span, message);
        } else if let Some(id) = nation(plan, text, span.clone(), (year, is_quoted), remarks) {
            listed.push(ListedNation { id, when: last.when, span, joined_by: first.joined_by });
        }
        at += count;
    }
    listed
}

fn is_date(line: &str, part: &Part<'_>) -> bool {
    let is_bare = part.tokens.iter().all(|token| token.sign == Sign::Word);
    is_bare && read_when(line, part.tokens).is_some_and(|(_, count)| count == part.tokens.len())
}

/// How many of these parts are one name: several where they are a name that is there or known.
fn joined(line: &str, parts: &[Part<'_>], plan: &Plan<'_>, then: Then) -> usize {
    let is_name = |count: &usize| {
        let parts = &parts[..*count];
        let (first, last) = (&parts[0], &parts[count - 1]);
        // Only the last may have dates behind it.
        let is_whole = parts[..count - 1].iter().all(|part| !part.when.is_some());
        let text = &line[first.name.start..last.name.end];
        let year = then.or_of_member(last.when).year_of(plan, text);
        // Names behind one another stay apart, even where their sum is known for another name's sake.
        let alone = |part: &Part<'_>| {
            !matches!(meaning(plan, &line[part.name.clone()], year), Meaning::Unknown)
        };
        // Names with a plus sign or a slash between them are several.
        let is_sum = || text.contains(['+', '/']) && parts.iter().all(alone);
        let has_and = parts[1..].iter().any(|part| part.joined_by == Some(Sign::And));
        let is_one =
            |is_organisation: bool| has_and && !is_organisation || !parts.iter().all(alone);
        is_whole
            && !is_sum()
            && match meaning(plan, text, year) {
                Meaning::There(id) => {
                    let nation_type = plan.nation(id).map(|nation| nation.nation_type);
                    plan.by_name(text) == Some(id)
                        || is_one(nation_type == Some(NationType::Organisation))
                }
                Meaning::Known(known) => is_one(known.sort == Sort::Organisation),
                Meaning::Ambiguous(_) | Meaning::Unknown => false,
            }
    };
    (2..=parts.len().min(MOST_PARTS)).rev().find(is_name).unwrap_or(1)
}

/// What stands between two commas: a name, perhaps with dates.
struct Part<'t> {
    tokens: &'t [Token],
    name: Range<usize>,
    when: When,
    joined_by: Option<Sign>,
}

const fn is_separator(sign: Sign) -> bool {
    matches!(sign, Sign::Comma | Sign::Semicolon | Sign::And)
}

impl<'t> Part<'t> {
    fn read(line: &str, tokens: &'t [Token], joined_by: Option<Sign>) -> Self {
        let (name, when) = split_when(line, tokens);
        let start = tokens.first().map_or(0, |token| token.span.start);
        let end = name.last().map_or(start, |token| token.span.end);
        Self { tokens, name: start..end, when, joined_by }
    }
}

/// The tokens of a name, and the dates behind it, with or without parentheses.
pub fn split_when<'t>(line: &str, tokens: &'t [Token]) -> (&'t [Token], When) {
    for at in 1..tokens.len() {
        let mut rest = &tokens[at..];
        if let [first, inside @ .., last] = rest
            && (first.sign, last.sign) == (Sign::Open, Sign::Close)
        {
            rest = inside;
        }
        if let Some((when, count)) = read_when(line, rest)
            && count == rest.len()
        {
            // “NATO, est. 1949”
            let is_comma = at > 1 && tokens[at - 1].sign == Sign::Comma;
            return (&tokens[..at - usize::from(is_comma)], when);
        }
    }
    (tokens, When::default())
}

/// Makes the nation at the head of a membership an organisation, unless it is a state that is known.
pub fn make_organisation(plan: &mut Plan<'_>, id: NationId) {
    let Some(nation) = plan.nation(id) else { return };
    let is_state =
        nation.code.as_deref().and_then(by_code).is_some_and(|k| k.sort != Sort::Organisation);
    if nation.nation_type == NationType::State && !is_state {
        plan.change_nation(id, |nation| nation.nation_type = NationType::Organisation);
    }
}
