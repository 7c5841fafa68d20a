//! Reads the rules of a look, by which colours, widths and so on follow a property.

use super::look_values::ValueType;
use super::property::read_property;
use super::record::{RecordReader, as_finite_f64, describe};
use crate::formats::entente::property_words::PropertyWord;
use crate::formats::problems::{Problems, shorten};
use crate::model::{Categories, Extra, Look, Range, Rule, Scale};

const RULE_LEFT_OUT: &str = "The rule was left out.";

/// Takes a rule that gives values to categories, or along a range of numbers.
pub fn read_scaled_rule<P: PropertyWord, V: Copy>(
    record: &mut RecordReader<'_>,
    name: &'static str,
    value_type: &ValueType<V>,
    problems: &mut Problems,
) -> Option<Rule<P, Scale<V>>> {
    let (by, mut rule) = start_rule(record, name, problems)?;
    let range = rule.nested("range", problems);
    if range.is_some() && rule.has("values") {
        let at = rule.offset_of("values");
        let message = "has both “values” and a “range”".to_owned();
        let remedy = "Take out the one that isn't meant.";
        problems.lose(at, rule.path.field("values"), message, "The range was taken.", remedy);
        rule.take_field("values");
    }
    let scale = match range {
        Some(range) => Scale::Range(read_range(range, value_type, problems)),
        None => Scale::Categories(read_categories(&mut rule, value_type, problems)),
    };
    Some(Rule { by, scale, extra: rule.unknown_fields(problems) })
}

/// Takes a rule that gives values to categories only.
pub fn read_categories_rule<P: PropertyWord, V: Copy>(
    record: &mut RecordReader<'_>,
    name: &'static str,
    value_type: &ValueType<V>,
    problems: &mut Problems,
) -> Option<Rule<P, Categories<V>>> {
    let (by, mut rule) = start_rule(record, name, problems)?;
    let scale = read_categories(&mut rule, value_type, problems);
    Some(Rule { by, scale, extra: rule.unknown_fields(problems) })
}

/// The property that a rule follows, and its record; a rule that follows nothing is reported and left
/// out.
fn start_rule<'a, P: PropertyWord>(
    record: &mut RecordReader<'a>,
    name: &'static str,
    problems: &mut Problems,
) -> Option<(P, RecordReader<'a>)> {
    let mut rule = record.nested(name, problems)?;
    if !rule.has("by") {
        let message = "has a rule without “by”".to_owned();
        let remedy = "Name the property or the attribute that it follows.";
        problems.lose(rule.at, rule.path.to_text(), message, RULE_LEFT_OUT, remedy);
        return None;
    }
    let by = read_property(&mut rule, "by", problems)?;
    Some((by, rule))
}

fn read_categories<V: Copy>(
    rule: &mut RecordReader<'_>,
    value_type: &ValueType<V>,
    problems: &mut Problems,
) -> Categories<V> {
    let Some(values) = rule.nested("values", problems) else { return Categories::default() };
    let path = values.path;
    let mut categories = Vec::new();
    for (value, node) in values.into_fields() {
        let (message, remedy) = match (value_type.read)(&node.value) {
            Some(_) if categories.len() == Look::MAX_CATEGORIES => {
                let message = format!("has more than {} values", Look::MAX_CATEGORIES);
                (message, "Name those that matter; the others get looks of their own.")
            }
            Some(look) => {
                categories.push((value.into_owned(), look));
                continue;
            }
            None => {
                let found = describe(&node.value);
                let message = format!("has {found} where {} is expected", value_type.expected);
                (message, "Correct it, or leave it out.")
            }
        };
        problems.lose(node.at, path.field(&shorten(&value)), message, "It was left out.", remedy);
    }
    Categories(categories)
}

fn read_range<V: Copy>(
    mut record: RecordReader<'_>,
    value_type: &ValueType<V>,
    problems: &mut Problems,
) -> Range<V> {
    let [usual_low, usual_high] = value_type.usual;
    let end = |record: &mut RecordReader<'_>, name: &str, problems: &mut Problems| {
        let node = record.take_field(name)?;
        record.convert(node, name, "a number", problems, |value| as_finite_f64(&value).ok_or(value))
    };
    let look = |record: &mut RecordReader<'_>, name: &str, problems: &mut Problems| {
        let node = record.take_field(name)?;
        record.convert(node, name, value_type.expected, problems, |value| {
            (value_type.read)(&value).ok_or(value)
        })
    };
    let at = record.offset_of("to");
    let mut range = Range {
        from: end(&mut record, "from", problems),
        to: end(&mut record, "to", problems),
        low: look(&mut record, "low", problems).unwrap_or(usual_low),
        high: look(&mut record, "high", problems).unwrap_or(usual_high),
        extra: Extra::new(),
    };
    if !range.has_valid_ends() {
        let message = "has a range that ends where it begins or before".to_owned();
        let outcome = "Both ends were left out; the data give them.";
        problems.lose(
            at,
            record.path.field("to"),
            message,
            outcome,
            "Let “to” be more than “from”.",
        );
        (range.from, range.to) = (None, None);
    }
    range.extra = record.unknown_fields(problems);
    range
}
