//! The field `filter` of a map: what of it is shown.

mod file;

pub(super) use file::FileFilter;

use std::collections::{BTreeSet, HashMap};

use super::record::{Path, Record, as_finite, describe};
use super::report::Report;
use super::tree::{Node, Value, shorten};
use super::words::Word;
use crate::model::{
    AttributeCondition, AttributeTest, Attributes, DegreeRange, Filter, Kind, KindId, Period,
    Status,
};

/// The word for ties without a status.
const NO_STATUS: &str = "none";
const CONDITION_LEFT_OUT: &str = "The condition was left out.";

/// Reads the field `filter` of a map whose kinds are known.
pub(super) fn read(record: Option<Record<'_>>, kinds: &[Kind], report: &mut Report) -> Filter {
    let Some(mut record) = record else { return Filter::default() };
    Filter {
        is_off: record.flag("off", report),
        others: record.word("others", report).unwrap_or_default(),
        kinds: read_kinds(&mut record, kinds, report),
        statuses: read_statuses(&mut record, report),
        signs: read_words(&mut record, "signs", report),
        period: Period { from: record.date("from", report), to: record.date("to", report) },
        tags: read_tags(&mut record, report),
        attributes: read_conditions(&mut record, report),
        degree: DegreeRange {
            at_least: read_count(&mut record, "ties_at_least", report),
            at_most: read_count(&mut record, "ties_at_most", report),
        },
        text: record.text("text", report),
        only_tied: record.flag("only_tied", report),
        extra: record.rest(report),
    }
}

fn read_kinds(record: &mut Record<'_>, kinds: &[Kind], report: &mut Report) -> BTreeSet<KindId> {
    let ids: HashMap<&str, KindId> =
        kinds.iter().map(|kind| kind.key.as_str()).zip((1..).map(KindId)).collect();
    let path = record.path;
    let mut named = BTreeSet::new();
    for (index, text, at) in texts(record, "kinds", report) {
        if let Some(id) = ids.get(text.as_str()) {
            named.insert(*id);
            continue;
        }
        let message = format!("names a kind that isn't in the file, “{}”", shorten(&text));
        let names = kinds.iter().map(|kind| kind.key.as_str());
        let remedy = report.suggestion(&text, names, "Name one of the file's kinds by its id.");
        let path = path.part("kinds", index).whole();
        report.lose(at, path, message, "It was left out.", remedy);
    }
    named
}

fn read_statuses(record: &mut Record<'_>, report: &mut Report) -> BTreeSet<Option<Status>> {
    let mut words: Vec<String> = Status::EVERY.iter().map(|status| status.word().into()).collect();
    words.push(NO_STATUS.to_owned());
    let read = |text: &str| match Status::from_word(text) {
        None if text.trim().eq_ignore_ascii_case(NO_STATUS) => Some(None),
        None => None,
        status => Some(status),
    };
    read_each(record, "statuses", Status::SORT, &words, read, report)
}

fn read_words<W: Word + Ord>(
    record: &mut Record<'_>,
    name: &'static str,
    report: &mut Report,
) -> BTreeSet<W> {
    let words: Vec<String> = W::EVERY.iter().map(|word| word.word().into()).collect();
    read_each(record, name, W::SORT, &words, W::from_word, report)
}

/// A list of words; one that is none of those expected is reported and left out.
fn read_each<T: Ord>(
    record: &mut Record<'_>,
    name: &'static str,
    sort: &str,
    words: &[String],
    read: impl Fn(&str) -> Option<T>,
    report: &mut Report,
) -> BTreeSet<T> {
    let path = record.path;
    let mut named = BTreeSet::new();
    for (index, text, at) in texts(record, name, report) {
        if let Some(word) = read(&text) {
            named.insert(word);
            continue;
        }
        let message = format!("has “{}” where {sort} is expected", shorten(&text));
        let all = format!("It is one of {}.", words.join(", "));
        let remedy = report.suggestion(&text, words.iter().map(String::as_str), &all);
        let path = path.part(name, index).whole();
        report.lose(at, path, message, "It was left out.", remedy);
    }
    named
}

/// The texts of a list, each with its place in it and in the file; what is no text is reported.
fn texts(
    record: &mut Record<'_>,
    name: &'static str,
    report: &mut Report,
) -> Vec<(usize, String, u32)> {
    let path = record.path;
    let mut texts = Vec::new();
    for (index, Node { at, value }) in record.list(name, report).into_iter().enumerate() {
        if let Value::Text(text) = value {
            texts.push((index, text.into_owned(), at));
        } else {
            let message = format!("has {} where a text is expected", describe(&value));
            let path = path.part(name, index).whole();
            report.lose(at, path, message, "It was left out.", "Put it in quotation marks.");
        }
    }
    texts
}

fn read_tags(record: &mut Record<'_>, report: &mut Report) -> BTreeSet<String> {
    let at = record.peek_at("tags");
    let mut tags: BTreeSet<String> = record.texts("tags", report).into_iter().collect();
    if tags.len() > Filter::MAX_TAGS {
        let message = format!("names more than {} tags", Filter::MAX_TAGS);
        let outcome = "The last of them by name were left out.";
        report.lose(at, record.path.field("tags"), message, outcome, "Name those that matter.");
        while tags.len() > Filter::MAX_TAGS {
            tags.pop_last();
        }
    }
    tags
}

fn read_count(record: &mut Record<'_>, name: &str, report: &mut Report) -> Option<u32> {
    let node = record.take(name)?;
    record.expect(node, name, "a whole number from 0", report, |value| {
        let whole = as_finite(&value).filter(|n| n.fract() == 0.0 && *n >= 0.0);
        whole.filter(|n| *n <= f64::from(u32::MAX)).map(|n| n as u32).ok_or(value)
    })
}

fn read_conditions(record: &mut Record<'_>, report: &mut Report) -> Vec<AttributeCondition> {
    let path = record.path;
    let mut conditions = Vec::new();
    for (index, node) in record.list("attributes", report).into_iter().enumerate() {
        let path = path.part("attributes", index);
        if conditions.len() == Filter::MAX_ATTRIBUTES {
            let message = format!("has more than {} conditions", Filter::MAX_ATTRIBUTES);
            report.lose(node.at, path.whole(), message, CONDITION_LEFT_OUT, "Take some out.");
            continue;
        }
        conditions.extend(read_condition(node, path, report));
    }
    conditions
}

fn read_condition(node: Node<'_>, path: Path, report: &mut Report) -> Option<AttributeCondition> {
    let mut record = Record::open(node, path, report)?;
    let at = record.peek_at("name");
    let name = record.text("name", report);
    if !Attributes::is_name(&name) {
        let message = format!("names no attribute, “{}”", shorten(&name));
        let remedy = "Give “name” the name of an attribute.";
        report.lose(at, path.field("name"), message, CONDITION_LEFT_OUT, remedy);
        return None;
    }
    let of = record.word("of", report).unwrap_or_default();
    let given = ["equals", "at_least", "at_most"].map(|test| record.has(test));
    if given.into_iter().filter(|is_given| *is_given).count() > 1 {
        let message = "compares an attribute in more than one way".to_owned();
        let remedy = "Write a condition for each.";
        report.lose(record.at, path.whole(), message, CONDITION_LEFT_OUT, remedy);
        return None;
    }
    let test = match given {
        [true, ..] => read_equals(&mut record, report).map(AttributeTest::Equals),
        [_, true, _] => read_number(&mut record, "at_least", report).map(AttributeTest::AtLeast),
        [.., true] => read_number(&mut record, "at_most", report).map(AttributeTest::AtMost),
        _ => Some(AttributeTest::Has),
    };
    // A comparison with what is none is no condition any more: the attribute alone would be another.
    Some(AttributeCondition { of, name, test: test?, extra: record.rest(report) })
}

fn read_equals(record: &mut Record<'_>, report: &mut Report) -> Option<String> {
    let node = record.take("equals")?;
    let expected = "a text, a number, true or false";
    record.expect(node, "equals", expected, report, |value| match value {
        Value::Text(text) => Ok(text.into_owned()),
        Value::Flag(flag) => Ok(flag.to_string()),
        other => as_finite(&other).map(|number| number.to_string()).ok_or(other),
    })
}

fn read_number(record: &mut Record<'_>, name: &str, report: &mut Report) -> Option<f64> {
    let node = record.take(name)?;
    record.expect(node, name, "a number", report, |value| as_finite(&value).ok_or(value))
}
