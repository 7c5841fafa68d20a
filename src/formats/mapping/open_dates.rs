//! What stands where there is no date, or none yet.

use super::date_read::DateRead;
use crate::model::PartialDate;
use crate::names::caseless;

/// Words and signs for that there is nothing to say.
const MISSING: [&str; 18] = [
    "", "-", "–", "—", "−", ".", "?", "??", "na", "n/a", "n.a.", "nan", "null", "none", "nil",
    "n.d.", "k. a.", "unknown",
];
/// Words for what goes on.
const OPEN: [&str; 42] = [
    "infinity",
    "-infinity",
    "inf",
    "present",
    "the present",
    "ongoing",
    "now",
    "today",
    "current",
    "currently",
    "continuing",
    "continues",
    "active",
    "still active",
    "in force",
    "still in force",
    "open",
    "open-ended",
    "open ended",
    "date",
    "to date",
    "to present",
    "until today",
    "until now",
    "indefinite",
    "indefinitely",
    "…",
    "...",
    "..",
    "heute",
    "bis heute",
    "laufend",
    "andauernd",
    "unbefristet",
    "gegenwart",
    "en cours",
    "présent",
    "aujourd'hui",
    "presente",
    "actualidad",
    "hoy",
    "настоящее время",
];
/// Words before the date from which on something is.
const SINCE: [&str; 8] = ["since ", "from ", "seit ", "ab ", "depuis ", "desde ", "dal ", "с "];
/// Words before the date until which it was.
const UNTIL: [&str; 8] = ["until ", "till ", "to ", "up to ", "bis ", "jusqu'en ", "hasta ", "до "];
/// What may stand between a date and a word for now.
const BETWEEN: [&str; 9] = [" to ", " until ", " till ", " bis ", "–", "—", "-", "/", ","];
/// Numbers by which data sets say that a date is missing, or that a tie goes on: those of the Correlates of War
/// and of ATOP among them.
const CODES: [f64; 14] = [
    0.0,
    -1.0,
    -7.0,
    -8.0,
    -9.0,
    -66.0,
    -77.0,
    -88.0,
    -99.0,
    -999.0,
    -9999.0,
    9999.0,
    99999.0,
    99_991_231.0,
];

/// Whether a number stands for that there is no date.
pub fn is_code(number: f64) -> bool {
    CODES.contains(&number)
}

/// What a text says that has no date, or one side of a span alone; `None` where it is something else.
pub fn read(text: &str) -> Option<DateRead> {
    /// A longer text is none of these, in bytes.
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let text = caseless(text);
    if MISSING.contains(&text.as_str()) {
        return Some(DateRead::None);
    }
    if is_open(&text) {
        return Some(DateRead::Open);
    }
    let date = |text: &str| text.trim().parse::<PartialDate>().ok();
    let behind = |words: &[&str]| words.iter().find_map(|word| date(text.strip_prefix(word)?));
    if let Some(since) = behind(&SINCE) {
        return Some(DateRead::From(since));
    }
    if let Some(until) = behind(&UNTIL).or_else(|| date(text.strip_prefix(['–', '—'])?)) {
        return Some(DateRead::UpTo(until));
    }
    let before = |between: &&str| {
        let (since, now) = text.rsplit_once(between)?;
        let now = now.trim();
        let is_short_year = now.len() <= 2 && now.bytes().all(|byte| byte.is_ascii_digit());
        let is_now = now.is_empty() || is_open(now) && !is_short_year;
        date(since).filter(|_| is_now)
    };
    BETWEEN.iter().find_map(before).map(DateRead::From)
}

fn is_open(text: &str) -> bool {
    let is_far = |date: PartialDate| date.year() == 9999;
    OPEN.contains(&text)
        || text.starts_with("0000")
        || text.parse().is_ok_and(is_code)
        || text.parse().is_ok_and(is_far)
}
