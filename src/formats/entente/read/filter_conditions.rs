//! Reads the conditions of a filter on attributes.

use super::record::{RecordPath, RecordReader, as_finite_f64};
use crate::formats::json::{Node, Value};
use crate::formats::problems::{Problems, shorten};
use crate::model::{AttributeCondition, AttributeTest, Attributes, Filter};

const CONDITION_LEFT_OUT: &str = "The condition was left out.";

pub fn read_conditions(
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> Vec<AttributeCondition> {
    let path = record.path;
    let mut conditions = Vec::new();
    for (index, node) in record.list("attributes", problems).into_iter().enumerate() {
        let path = path.item("attributes", index);
        if conditions.len() == Filter::MAX_ATTRIBUTES {
            let message = format!("has more than {} conditions", Filter::MAX_ATTRIBUTES);
            problems.lose(node.at, path.to_text(), message, CONDITION_LEFT_OUT, "Take some out.");
            continue;
        }
        conditions.extend(read_condition(node, path, problems));
    }
    conditions
}

fn read_condition(
    node: Node<'_>,
    path: RecordPath,
    problems: &mut Problems,
) -> Option<AttributeCondition> {
    let mut record = RecordReader::open(node, path, problems)?;
    let at = record.offset_of("name");
    let name = record.text("name", problems);
    if !Attributes::is_name(&name) {
        let message = format!("names no attribute, “{}”", shorten(&name));
        let remedy = "Give “name” the name of an attribute.";
        problems.lose(at, path.field("name"), message, CONDITION_LEFT_OUT, remedy);
        return None;
    }
    let of = record.word("of", problems).unwrap_or_default();
    let given = ["equals", "at_least", "at_most"].map(|test| record.has(test));
    if given.into_iter().filter(|is_given| *is_given).count() > 1 {
        let message = "compares an attribute in more than one way".to_owned();
        let remedy = "Write a condition for each.";
        problems.lose(record.at, path.to_text(), message, CONDITION_LEFT_OUT, remedy);
        return None;
    }
    let test = match given {
        [true, ..] => read_equals(&mut record, problems).map(AttributeTest::Equals),
        [_, true, _] => read_number(&mut record, "at_least", problems).map(AttributeTest::AtLeast),
        [.., true] => read_number(&mut record, "at_most", problems).map(AttributeTest::AtMost),
        _ => Some(AttributeTest::Has),
    };
    // Without its comparison a condition would mean something else, so it is left out as a whole.
    Some(AttributeCondition { of, name, test: test?, extra: record.unknown_fields(problems) })
}

fn read_equals(record: &mut RecordReader<'_>, problems: &mut Problems) -> Option<String> {
    let node = record.take_field("equals")?;
    let expected = "a text, a number, true or false";
    record.convert(node, "equals", expected, problems, |value| match value {
        Value::Text(text) => Ok(text.into_owned()),
        Value::Flag(flag) => Ok(flag.to_string()),
        other => as_finite_f64(&other).map(|number| number.to_string()).ok_or(other),
    })
}

fn read_number(record: &mut RecordReader<'_>, name: &str, problems: &mut Problems) -> Option<f64> {
    let node = record.take_field(name)?;
    record.convert(node, name, "a number", problems, |value| as_finite_f64(&value).ok_or(value))
}
