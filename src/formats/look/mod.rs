//! The field `look` of a map: how it is shown.

mod file;
mod property;

pub(super) use file::FileLook;

use super::record::{Record, as_finite, as_number, describe};
use super::report::Report;
use super::tree::{Value, shorten};
use super::words::Word;
use crate::model::{
    Categories, Color, Dash, Extra, Grouping, Look, NationProperty, NationSize, Range, Rule, Scale,
    TieProperty,
};
use property::Property;

const RULE_LEFT_OUT: &str = "The rule was left out.";

/// A sort of look that values can have: what is expected, how it is read, and the usual range.
struct Sort<V> {
    expected: &'static str,
    of: fn(&Value<'_>) -> Option<V>,
    usual: [V; 2],
}

const COLOR: Sort<Color> = Sort {
    expected: "a colour such as “#1B6CA8”",
    of: |value| if let Value::Text(text) = value { text.parse().ok() } else { None },
    usual: Look::COLORS,
};
const RADIUS: Sort<f32> = Sort {
    expected: "a radius from 4 to 60",
    of: |value| as_number(value).filter(|radius| Look::is_radius(*radius)),
    usual: Look::RADII,
};
const WIDTH: Sort<f32> = Sort {
    expected: "a width from 0.5 to 6",
    of: |value| as_number(value).filter(|width| Look::is_width(*width)),
    usual: Look::WIDTHS,
};
const DASH: Sort<Dash> = Sort {
    expected: Dash::SORT,
    of: |value| if let Value::Text(text) = value { Dash::from_word(text) } else { None },
    usual: [Dash::Solid, Dash::Dotted],
};

/// Takes the field `look` of a map.
pub(super) fn read(map: &mut Record<'_>, report: &mut Report) -> Look {
    let Some(mut record) = map.inner("look", report) else { return Look::default() };
    Look {
        nations: record.word("nations", report).unwrap_or_default(),
        nation_size: nation_size(&mut record, report),
        hulls: property::take::<Grouping>(&mut record, "hulls", report),
        nation_color: scaled::<NationProperty, _>(&mut record, "nation_color", &COLOR, report),
        tie_color: scaled::<TieProperty, _>(&mut record, "tie_color", &COLOR, report),
        tie_width: scaled::<TieProperty, _>(&mut record, "tie_width", &WIDTH, report),
        tie_dash: dash_rule(&mut record, report),
        extra: record.rest(report),
    }
}

fn nation_size(record: &mut Record<'_>, report: &mut Report) -> NationSize {
    let words = ["degree", "fixed"];
    let Some(text) = record.peek_text("nation_size").map(str::to_owned) else {
        let rule = scaled(record, "nation_size", &RADIUS, report);
        return rule.map_or(NationSize::Degree, |rule| NationSize::By(Box::new(rule)));
    };
    let at = record.peek_at("nation_size");
    record.take("nation_size");
    match text.trim().to_lowercase().as_str() {
        "degree" => NationSize::Degree,
        "fixed" => NationSize::Fixed,
        _ => {
            record.lose_word(at, "nation_size", &text, "a size of nations", &words, report);
            NationSize::Degree
        }
    }
}

/// A rule whose values have looks one by one, or along a range.
fn scaled<P: Property, V: Copy>(
    record: &mut Record<'_>,
    name: &'static str,
    sort: &Sort<V>,
    report: &mut Report,
) -> Option<Rule<P, Scale<V>>> {
    let (by, mut rule) = opened(record, name, report)?;
    let range = rule.inner("range", report);
    if range.is_some() && rule.has("values") {
        let at = rule.peek_at("values");
        let message = "has both “values” and a “range”".to_owned();
        let remedy = "Take out the one that isn't meant.";
        report.lose(at, rule.path.field("values"), message, "The range was taken.", remedy);
        rule.take("values");
    }
    let scale = match range {
        Some(range) => Scale::Range(read_range(range, sort, report)),
        None => Scale::Categories(categories(&mut rule, sort, report)),
    };
    Some(Rule { by, scale, extra: rule.rest(report) })
}

fn dash_rule(
    record: &mut Record<'_>,
    report: &mut Report,
) -> Option<Rule<TieProperty, Categories<Dash>>> {
    let (by, mut rule) = opened(record, "tie_dash", report)?;
    let scale = categories(&mut rule, &DASH, report);
    Some(Rule { by, scale, extra: rule.rest(report) })
}

/// A rule's record and what it follows; one that follows nothing is reported and left out.
fn opened<'a, P: Property>(
    record: &mut Record<'a>,
    name: &'static str,
    report: &mut Report,
) -> Option<(P, Record<'a>)> {
    let mut rule = record.inner(name, report)?;
    if !rule.has("by") {
        let message = "has a rule without “by”".to_owned();
        let remedy = "Name the property or the attribute that it follows.";
        report.lose(rule.at, rule.path.whole(), message, RULE_LEFT_OUT, remedy);
        return None;
    }
    let by = property::take(&mut rule, "by", report)?;
    Some((by, rule))
}

fn categories<V: Copy>(
    rule: &mut Record<'_>,
    sort: &Sort<V>,
    report: &mut Report,
) -> Categories<V> {
    let Some(values) = rule.inner("values", report) else { return Categories::default() };
    let path = values.path;
    let mut categories = Vec::new();
    for (value, node) in values.fields() {
        let (message, remedy) = match (sort.of)(&node.value) {
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
                let message = format!("has {found} where {} is expected", sort.expected);
                (message, "Correct it, or leave it out.")
            }
        };
        report.lose(node.at, path.field(&shorten(&value)), message, "It was left out.", remedy);
    }
    Categories(categories)
}

fn read_range<V: Copy>(mut record: Record<'_>, sort: &Sort<V>, report: &mut Report) -> Range<V> {
    let [usual_low, usual_high] = sort.usual;
    let end = |record: &mut Record<'_>, name: &str, report: &mut Report| {
        let node = record.take(name)?;
        record.expect(node, name, "a number", report, |value| as_finite(&value).ok_or(value))
    };
    let look = |record: &mut Record<'_>, name: &str, report: &mut Report| {
        let node = record.take(name)?;
        record.expect(node, name, sort.expected, report, |value| (sort.of)(&value).ok_or(value))
    };
    let at = record.peek_at("to");
    let mut range = Range {
        from: end(&mut record, "from", report),
        to: end(&mut record, "to", report),
        low: look(&mut record, "low", report).unwrap_or(usual_low),
        high: look(&mut record, "high", report).unwrap_or(usual_high),
        extra: Extra::new(),
    };
    if !range.has_valid_ends() {
        let message = "has a range that ends where it begins or before".to_owned();
        let outcome = "Both ends were left out; the data give them.";
        report.lose(at, record.path.field("to"), message, outcome, "Let “to” be more than “from”.");
        (range.from, range.to) = (None, None);
    }
    range.extra = record.rest(report);
    range
}
