//! What a mail holds beside ties and members: greetings, headings, sentences, signatures. None of it becomes a
//! nation.

use std::collections::BTreeSet;

use super::plan::{Added, Mark, Plan};
use super::remark::Remarks;
use super::token::{Sign, Token};
use super::words::NAME_WORDS;
use crate::model::{End, Nation, NationId, NationType};
use crate::names::caseless;

/// The most words of a name that is in no quotation marks.
const MOST_WORDS: usize = 7;
/// What no such name has.
const NOT_IN_NAMES: [char; 14] =
    ['@', '?', '!', '<', '>', '=', '_', '|', '/', '{', '}', '[', ']', '#'];

/// Whether a line only parts others: `-----`, `***`.
pub fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.chars().count() > 1 && line.chars().all(|c| "-–—=_*~#.•".contains(c))
}

/// Says so where what a line has added may be no more than words, since no name in it is one that is known.
pub fn remark_on_strays(
    line: &str,
    tokens: &[Token],
    (plan, mark): (&Plan<'_>, &Mark),
    remarks: &mut Remarks,
) {
    let added = plan.added_since(mark);
    let names = Names::of(line, tokens, plan, &added);
    let whole = tokens.first().map_or(0, |token| token.span.start)..line.trim_end().len();
    if let Some(name) = names.unlikely(&added).or_else(|| names.unknown_in_sentence(tokens, &added))
    {
        let message = format!(
            "“{name}” doesn't look like the name of a nation. If it is one, put it in quotation marks; if it is \
             none, nothing is to be done."
        );
        remarks.fault(whole, message);
    } else if added.ties.is_empty() && names.are_doubtful(tokens, &added) {
        let message = "No nation that is known is named here. If these are names, put them in quotation marks; \
                       if they are none, nothing is to be done.";
        remarks.fault(whole, message);
    } else if is_question(line, tokens)
        && !(added.ties.is_empty() && added.changed.is_empty() && added.nations.is_empty())
    {
        let message = "A question says nothing for certain. To add it all the same, take the question mark out.";
        remarks.fault(whole, message);
    }
}

/// Whether a line ends in a question mark of its own.
fn is_question(line: &str, tokens: &[Token]) -> bool {
    let last = tokens.last().filter(|token| token.sign == Sign::Word);
    let word = last.and_then(|token| line.get(token.span.clone())).unwrap_or_default();
    word.ends_with('?') && !word.contains("://")
}

/// The names of a line, and which of them can be trusted to be some.
struct Names<'l> {
    /// What stands in quotation marks, in small letters.
    quoted: BTreeSet<String>,
    /// Nations of what was added that are known, or were there before, or stand in quotation marks.
    trusted: BTreeSet<NationId>,
    /// All nations that something was added to.
    involved: BTreeSet<NationId>,
    line: &'l str,
}

impl<'l> Names<'l> {
    fn of(line: &'l str, tokens: &[Token], plan: &Plan<'_>, added: &Added<'_>) -> Self {
        let quoted = tokens.iter().filter(|token| token.sign == Sign::Quoted);
        let quoted: BTreeSet<String> =
            quoted.filter_map(|token| line.get(token.span.clone())).map(caseless).collect();
        let ends = added.ties.iter().flat_map(|tie| match tie.to {
            End::Nation(to) => [Some(tie.from), Some(to)],
            End::Tie(_) => [Some(tie.from), None],
        });
        let involved: BTreeSet<NationId> =
            ends.flatten().chain(added.changed.iter().copied()).collect();
        let is_trusted = |id: &NationId| {
            plan.nation(*id).is_some_and(|nation| {
                nation.code.is_some()
                    || quoted.contains(&caseless(&nation.name))
                    || *id < added.first_nation
            })
        };
        let trusted = involved.iter().copied().filter(is_trusted).collect();
        Self { quoted, trusted, involved, line }
    }

    /// A new name that a person would hardly give to a nation.
    fn unlikely<'a>(&self, added: &Added<'a>) -> Option<&'a str> {
        let is_tie_of_known = !added.ties.is_empty() && !self.trusted.is_empty();
        let is_likely = |name: &str| {
            let words: Vec<&str> = name.split_whitespace().collect();
            let is_small =
                |word: &&&str| word.starts_with(char::is_lowercase) && !NAME_WORDS.contains(*word);
            let small = words.iter().filter(is_small).count();
            let begins_small = name.starts_with(char::is_lowercase);
            words.len() <= MOST_WORDS
                && !name.contains(NOT_IN_NAMES)
                && if begins_small {
                    words.len() == 1 && is_tie_of_known && added.ties.len() == 1
                } else {
                    small * 2 <= words.len()
                }
        };
        let unknown = added.nations.iter().filter(|nation| nation.code.is_none());
        let names = unknown.map(|nation| nation.name.as_str());
        names.filter(|name| !self.quoted.contains(&caseless(name))).find(|name| !is_likely(name))
    }

    /// A new name in a sentence, which may be that of a person or of anything else: `Tom is concerned about Russia`.
    fn unknown_in_sentence<'a>(&self, tokens: &[Token], added: &Added<'a>) -> Option<&'a str> {
        let has = |wanted: fn(Sign) -> bool| tokens.iter().any(|token| wanted(token.sign));
        let is_sign = |sign| matches!(sign, Sign::Link(_) | Sign::Colon | Sign::Open);
        let is_row = tokens.iter().filter(|token| token.sign == Sign::Comma).count() > 1;
        if has(is_sign) || is_row && added.changed.is_empty() || self.involved.is_empty() {
            return None;
        }
        let is_new = |nation: &&Nation| {
            nation.code.is_none()
                && nation.nation_type != NationType::Organisation
                && !self.quoted.contains(&caseless(&nation.name))
        };
        added.nations.iter().find(is_new).map(|nation| nation.name.as_str())
    }

    /// Whether names alone, or members of an organisation, may be other words: `Best regards`, `Note: draft`.
    fn are_doubtful(&self, tokens: &[Token], added: &Added<'_>) -> bool {
        if self.involved.is_empty() {
            // Names alone. Those that were there before have left no trace.
            let is_unknown = |name: &str| !self.quoted.contains(&caseless(name));
            let mut new = added.nations.iter().filter(|nation| nation.code.is_none());
            let is_short =
                self.line.trim().len() <= 3 && !self.line.chars().any(char::is_uppercase);
            return !added.nations.is_empty()
                && (is_short || new.any(|nation| is_unknown(&nation.name)));
        }
        let has_colon = tokens.iter().any(|token| token.sign == Sign::Colon);
        let unknown = self.involved.len() - self.trusted.len();
        self.trusted.is_empty() || has_colon && unknown > 0 && self.involved.len() == 2
    }
}
