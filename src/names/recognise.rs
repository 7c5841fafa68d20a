//! The nation that a whole text means.

use super::fold::{fold, is_and, name_key, words};
use super::formal_name::without_form_of_state;
use super::index::{INDEX, Lead};
use super::known_nation::{KnownNation, Name, NameSort, Sort};
use super::notes::{
    without_article, without_language, without_membership, without_notes, without_remark,
    years_in_brackets,
};
use super::scheme::Clue;

/// Longer texts, in bytes, are no nation's name.
pub(super) const MAX_LEN: usize = 200;

/// What a text was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recognition {
    /// One nation.
    Known(Match),
    /// Several nations, between which the text doesn't decide; the likeliest first.
    Ambiguous(Vec<Match>),
    /// No nation that is known.
    Unknown,
}

/// A nation that a text may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// The nation.
    pub nation: &'static KnownNation,
    /// How it was recognised.
    pub clue: Clue,
}

/// The nation that a text means: a name in any language of the table, a code, or a number.
///
/// `year` is the year of which the text speaks. Where several nations bear the name it decides between
/// those that existed then; it rules out no nation that is the only one. Nothing is guessed: a text
/// with a slip in it is unknown (see [`suggest`](super::suggest)), and people, capitals and parts of
/// nations are none (see [`recognise_loosely`]).
pub fn recognise(text: &str, year: Option<i32>) -> Recognition {
    let text = text.trim();
    if text.is_empty() || text.len() > MAX_LEN {
        return Recognition::Unknown;
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let number = text.parse().ok().filter(|_| text.len() <= 3);
        return settle(number.map_or(&[][..], |number| INDEX.number(number)), year);
    }
    let (sure, weak) = by_code(text);
    if !sure.is_empty() {
        return settle(&sure, year);
    }
    match settle(&by_name(text), year) {
        Recognition::Unknown => {}
        found => return found,
    }
    if !weak.is_empty() {
        return settle(&weak_codes(weak, year), year);
    }
    match by_formal_name(text, year) {
        Recognition::Unknown => {}
        found => return found,
    }
    if let Some(name) = without_language(text).or_else(|| without_membership(text)) {
        return settle(&by_name(name), year);
    }
    let dated = years_in_brackets(text);
    let settled = dated.map(|(name, then)| settle(&by_name(name), year.or(Some(then))));
    settled.unwrap_or(Recognition::Unknown)
}

/// The one nation whose name a text says with the form of its state before or behind: “Republik Polen”,
/// “Netherlands (Kingdom of the)”. Where the form may tell one nation from another, as “Republic of China”
/// does, all of them are meant, unless a year decides.
fn by_formal_name(text: &str, year: Option<i32>) -> Recognition {
    let text = without_notes(text);
    let readings = [Some(text.to_owned()), turned_at_comma(text), turned_at_bracket(text)];
    let plain = readings.into_iter().flatten().filter_map(|text| without_form_of_state(&text));
    for leads in plain.map(|name| by_name(&name)) {
        let rivals = match settle(&leads, None) {
            Recognition::Known(found) => INDEX.told_by_form(found.nation.code),
            _ => &[],
        };
        let found = settle(if rivals.is_empty() { &leads } else { rivals }, year);
        if matches!(found, Recognition::Known(_)) || !rivals.is_empty() {
            return found;
        }
    }
    Recognition::Unknown
}

/// As [`recognise`], and where that knows none, the nation whose people, capital or part a text names
/// (“Polish”, “Warsaw”, “Scotland”). The clue says which.
pub fn recognise_loosely(text: &str, year: Option<i32>) -> Recognition {
    match recognise(text, year) {
        Recognition::Unknown if text.len() <= MAX_LEN => settle(INDEX.name(&name_key(text)), year),
        found => found,
    }
}

/// The nations to which a text leads as a code: those by codes in force, and those by other codes.
fn by_code(text: &str) -> (Vec<Lead>, Vec<Lead>) {
    let shouted = !text.chars().any(char::is_lowercase);
    let is_code = shouted || !text.chars().any(char::is_uppercase) || text.len() > 3;
    let leads = if is_code { INDEX.code(&text.to_ascii_uppercase()) } else { &[] };
    let in_force = |lead: &Lead| matches!(lead.clue, Clue::Alpha2 | Clue::Alpha3 | Clue::Code);
    let (sure, weak): (Vec<Lead>, Vec<Lead>) = leads.iter().copied().partition(in_force);
    (sure, if shouted { weak } else { Vec::new() })
}

/// Of codes that aren't in force, those once in force in ISO 3166 come before those of other lists, unless
/// the year says that none of these is meant.
fn weak_codes(weak: Vec<Lead>, year: Option<i32>) -> Vec<Lead> {
    let fits = |lead: &&Lead| {
        lead.clue == Clue::WithdrawnCode && year.is_none_or(|year| lead.nation.existed_in(year))
    };
    let withdrawn: Vec<Lead> = weak.iter().filter(fits).copied().collect();
    if withdrawn.is_empty() { weak } else { withdrawn }
}

/// The nations to which a text leads as a name, as written or with what stands behind a comma or in
/// brackets before the rest: “Korea, Rep.” is “Rep. Korea”.
pub(super) fn by_name(text: &str) -> Vec<Lead> {
    let text = without_notes(text);
    let readings = [Some(text.to_owned()), turned_at_comma(text), turned_at_bracket(text)];
    let readings: Vec<String> = readings.into_iter().flatten().collect();
    let plain = readings.iter().filter_map(|reading| without_article(reading));
    let mut each = readings.iter().map(String::as_str).chain(plain).map(leads);
    each.find(|leads| !leads.is_empty()).unwrap_or_else(|| by_names_side_by_side(text))
}

fn leads(name: &str) -> Vec<Lead> {
    let key = name_key(name);
    let mut leads = INDEX.choice(&key).to_vec();
    let is_name = |lead: &&Lead| {
        lead.clue.names_the_nation() && !is_word(name, lead.nation) && !are_two(name, lead.nation)
    };
    leads.extend(INDEX.name(&key).iter().filter(is_name));
    leads
}

/// Whether a text is a word that only sounds like an abbreviation: “Un” is no “UN”, and “Eu”, though also an
/// abbreviation of the United States in Spanish, is no nation, since “EU” is another's code.
fn is_word(text: &str, nation: &KnownNation) -> bool {
    let is_capitalised =
        text.chars().any(char::is_uppercase) && text.chars().any(char::is_lowercase);
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if !is_capitalised || letters > 4 || nation.names.iter().any(|name| name.text == text) {
        return false;
    }
    let (in_force, _) = by_code(&text.to_uppercase());
    let is_of_another = in_force.iter().any(|lead| lead.nation.code != nation.code);
    nation.sort == Sort::Organisation || is_of_another || is_foreign_abbreviation(text, nation)
}

/// Whether a short text is a nation's name only as an abbreviation in another language than English: “’Eua”, an
/// island, is no “EUA”.
fn is_foreign_abbreviation(text: &str, nation: &KnownNation) -> bool {
    let key = name_key(text);
    let is_foreign_and_shouted = |name: &&Name| {
        name.sort != NameSort::In("en") && !name.text.chars().any(char::is_lowercase)
    };
    let mut same = nation.names.iter().filter(|name| name_key(name.text) == key).peekable();
    key.len() <= 3
        && key.is_ascii()
        && same.peek().is_some()
        && same.all(|name| is_foreign_and_shouted(&name))
}

/// The nations to which each of several names leads: “Czechia (Czech Republic)”, “Swaziland/Eswatini”. Where
/// one of them is another nation’s, or no name, there are none.
fn by_names_side_by_side(text: &str) -> Vec<Lead> {
    let parts = text.split(['(', ')', '（', '）', '/', ',', ';', '[', ']']);
    let mut names = parts.flat_map(|part| part.split(" - ")).flat_map(|part| part.split(" or "));
    let mut names = names.by_ref().map(without_remark).filter(|name| !name.is_empty());
    // The text as a whole leads nowhere, or it wouldn't have been taken apart.
    let first = names.next().filter(|first| *first != text);
    let mut common = first.map(leads).unwrap_or_default();
    if common.is_empty() {
        return common;
    }
    common.retain(|lead| lead.only_in.is_none() && lead.clue.names_the_nation());
    for name in names {
        let others = leads(name);
        let names_it = |lead: &Lead| {
            others.iter().any(|o| o.nation.code == lead.nation.code && o.clue.names_the_nation())
        };
        common.retain(names_it);
    }
    common
}

/// Whether a text names two other nations with “and” between, though its letters without “and” are this one's:
/// “Austria and Hungary” is no “Austria-Hungary”, unless the nation is called so itself.
fn are_two(text: &str, nation: &KnownNation) -> bool {
    let Some((first, last)) = parts_at_and(text) else { return false };
    let is_other = |part: &str| {
        let of_another = |lead: &Lead| lead.nation.code != nation.code && lead.only_in.is_none();
        INDEX.name(&name_key(part)).iter().any(of_another)
    };
    let key = name_key(text);
    let is_called_so =
        || nation.names.iter().any(|n| parts_at_and(n.text).is_some() && name_key(n.text) == key);
    is_other(&first) && is_other(&last) && !is_called_so()
}

/// What stands before and behind the first “and” of a text.
fn parts_at_and(text: &str) -> Option<(String, String)> {
    let words = words(&fold(&text.replace('&', " and ")));
    let words: Vec<&str> = words.split(' ').collect();
    let at = words.iter().position(|word| is_and(word)).filter(|at| *at > 0)?;
    let last = words[at + 1..].join(" ");
    (!last.is_empty()).then(|| (words[..at].join(" "), last))
}

/// What stands behind a comma before the rest, unless both are names by themselves, as in “Norway,
/// Denmark”: that is a list. “Congo, Belgian” is none.
fn turned_at_comma(text: &str) -> Option<String> {
    let (first, last) = text.split_once([',', '،', '、'])?;
    let is_name =
        |part: &str| INDEX.name(&name_key(part)).iter().any(|lead| lead.clue != Clue::Demonym);
    (!(is_name(first) && is_name(last))).then(|| format!("{last} {first}"))
}

fn turned_at_bracket(text: &str) -> Option<String> {
    let (first, last) = text.split_once(['(', '（'])?;
    let last = last.trim_end().strip_suffix([')', '）'])?;
    Some(format!("{last} {first}"))
}

/// What leads come to: each nation once, by its surest clue, and of those the ones that existed. Where only
/// a part is left of a choice, as of “Hawaii” in 1950, that is no nation.
pub(super) fn settle(leads: &[Lead], year: Option<i32>) -> Recognition {
    let fits = |lead: &&Lead| match (year, lead.only_in) {
        (Some(year), Some(years)) => years.contain(year),
        (Some(year), None) => lead.nation.existed_in(year),
        (None, only_in) => only_in.is_none(),
    };
    let at_any_time = |lead: &&Lead| lead.only_in.is_none();
    let fitting = each_once(leads.iter().filter(fits));
    let matches =
        if fitting.is_empty() { each_once(leads.iter().filter(at_any_time)) } else { fitting };
    match matches.as_slice() {
        [] => Recognition::Unknown,
        [only] if only.clue == Clue::Part && leads.len() > 1 => Recognition::Unknown,
        [only] => Recognition::Known(*only),
        _ => Recognition::Ambiguous(matches),
    }
}

fn each_once<'a>(leads: impl Iterator<Item = &'a Lead>) -> Vec<Match> {
    let mut matches: Vec<Match> = Vec::new();
    for lead in leads {
        match matches.iter_mut().find(|found| found.nation.code == lead.nation.code) {
            Some(found) => found.clue = found.clue.min(lead.clue),
            None => matches.push(Match { nation: lead.nation, clue: lead.clue }),
        }
    }
    matches
}
