//! Reads the field `filter` of a map: what of it is shown.

use std::collections::{BTreeSet, HashMap};

use super::filter_conditions::read_conditions;
use super::record::{RecordReader, as_finite_f64};
use crate::formats::entente::enum_words::{EnumWord, NO_STATUS};
use crate::formats::problems::{Problems, shorten};
use crate::model::{DegreeRange, Filter, Kind, KindId, Period, Status};

/// Reads the record of the field `filter`; `kinds` are those of the map.
pub fn read_filter(
    record: Option<RecordReader<'_>>,
    kinds: &[Kind],
    problems: &mut Problems,
) -> Filter {
    let Some(mut record) = record else { return Filter::default() };
    Filter {
        is_off: record.flag("off", problems),
        others: record.word("others", problems).unwrap_or_default(),
        kinds: read_kinds(&mut record, kinds, problems),
        statuses: read_statuses(&mut record, problems),
        signs: read_words(&mut record, "signs", problems),
        period: Period { from: record.date("from", problems), to: record.date("to", problems) },
        tags: read_tags(&mut record, problems),
        attributes: read_conditions(&mut record, problems),
        degree: DegreeRange {
            at_least: read_count(&mut record, "ties_at_least", problems),
            at_most: read_count(&mut record, "ties_at_most", problems),
        },
        text: record.text("text", problems),
        only_tied: record.flag("only_tied", problems),
        extra: record.unknown_fields(problems),
    }
}

fn read_kinds(
    record: &mut RecordReader<'_>,
    kinds: &[Kind],
    problems: &mut Problems,
) -> BTreeSet<KindId> {
    let ids: HashMap<&str, KindId> =
        kinds.iter().map(|kind| kind.key.as_str()).zip((1..).map(KindId)).collect();
    let path = record.path;
    let mut named = BTreeSet::new();
    for (index, text, at) in texts(record, "kinds", problems) {
        if let Some(id) = ids.get(text.as_str()) {
            named.insert(*id);
            continue;
        }
        let message = format!("names a kind that isn't in the file, “{}”", shorten(&text));
        let names = kinds.iter().map(|kind| kind.key.as_str());
        let remedy = problems.suggestion(&text, names, "Name one of the file's kinds by its id.");
        let path = path.item("kinds", index).to_text();
        problems.lose(at, path, message, "It was left out.", remedy);
    }
    named
}

fn read_statuses(
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> BTreeSet<Option<Status>> {
    let mut words: Vec<String> =
        Status::VALUES.iter().map(|status| status.to_word().into()).collect();
    words.push(NO_STATUS.to_owned());
    let read = |text: &str| match Status::from_word(text) {
        None if text.trim().eq_ignore_ascii_case(NO_STATUS) => Some(None),
        None => None,
        status => Some(status),
    };
    read_each(record, "statuses", Status::EXPECTED, &words, read, problems)
}

fn read_words<W: EnumWord + Ord>(
    record: &mut RecordReader<'_>,
    name: &'static str,
    problems: &mut Problems,
) -> BTreeSet<W> {
    let words: Vec<String> = W::VALUES.iter().map(|word| word.to_word().into()).collect();
    read_each(record, name, W::EXPECTED, &words, W::from_word, problems)
}

/// Takes a list of words that `read` converts; a word that it doesn't know is reported and left out.
fn read_each<T: Ord>(
    record: &mut RecordReader<'_>,
    name: &'static str,
    expected: &str,
    words: &[String],
    read: impl Fn(&str) -> Option<T>,
    problems: &mut Problems,
) -> BTreeSet<T> {
    let path = record.path;
    let mut named = BTreeSet::new();
    for (index, text, at) in texts(record, name, problems) {
        if let Some(word) = read(&text) {
            named.insert(word);
            continue;
        }
        let message = format!("has “{}” where {expected} is expected", shorten(&text));
        let all = format!("It is one of {}.", words.join(", "));
        let remedy = problems.suggestion(&text, words.iter().map(String::as_str), &all);
        let path = path.item(name, index).to_text();
        problems.lose(at, path, message, "It was left out.", remedy);
    }
    named
}

/// Takes a list of texts, each with its index in the list and its byte offset.
fn texts(
    record: &mut RecordReader<'_>,
    name: &'static str,
    problems: &mut Problems,
) -> Vec<(usize, String, u32)> {
    let mut texts = Vec::new();
    record.each_text(name, problems, |index, at, text, _| {
        texts.push((index, text.into_owned(), at));
    });
    texts
}

fn read_tags(record: &mut RecordReader<'_>, problems: &mut Problems) -> BTreeSet<String> {
    let at = record.offset_of("tags");
    let mut tags: BTreeSet<String> = record.texts("tags", problems).into_iter().collect();
    if tags.len() > Filter::MAX_TAGS {
        let message = format!("names more than {} tags", Filter::MAX_TAGS);
        let outcome = "The last of them by name were left out.";
        problems.lose(at, record.path.field("tags"), message, outcome, "Name those that matter.");
        while tags.len() > Filter::MAX_TAGS {
            tags.pop_last();
        }
    }
    tags
}

fn read_count(record: &mut RecordReader<'_>, name: &str, problems: &mut Problems) -> Option<u32> {
    let node = record.take_field(name)?;
    record.convert(node, name, "a whole number from 0", problems, |value| {
        let whole = as_finite_f64(&value).filter(|n| n.fract() == 0.0 && *n >= 0.0);
        whole.filter(|n| *n <= f64::from(u32::MAX)).map(|n| n as u32).ok_or(value)
    })
}
