//! Writes the field `filter` of a map.

use serde_json::{Value, json};

use crate::formats::entente::enum_words::{EnumWord, NO_STATUS};
use crate::formats::entente::schema::FileFilter;
use crate::formats::json::number;
use crate::model::{AttributeCondition, AttributeTest, Extra, Filter, Map, Others, Status};

/// The filter of a map as it is written; `None` if it filters nothing.
pub fn file_filter(map: &Map) -> Option<FileFilter<'_>> {
    let filter = map.filter();
    if *filter == Filter::default() {
        return None;
    }
    let status = |status: &Option<Status>| status.map_or(NO_STATUS.into(), EnumWord::to_word);
    let kinds = map.kinds().iter().filter(|(id, _)| filter.kinds.contains(id));
    Some(FileFilter {
        off: filter.is_off,
        others: (filter.others != Others::default()).then(|| filter.others.to_word()),
        kinds: kinds.map(|(_, kind)| kind.key.as_str()).collect(),
        statuses: filter.statuses.iter().map(status).collect(),
        signs: filter.signs.iter().map(|sign| sign.to_word()).collect(),
        from: filter.period.from.map(|date| date.to_string()),
        to: filter.period.to.map(|date| date.to_string()),
        tags: filter.tags.iter().map(String::as_str).collect(),
        attributes: filter.attributes.iter().map(condition).collect(),
        ties_at_least: filter.degree.at_least,
        ties_at_most: filter.degree.at_most,
        text: &filter.text,
        only_tied: filter.only_tied,
        extra: &filter.extra,
    })
}

fn condition(condition: &AttributeCondition) -> Value {
    let AttributeCondition { of, name, test, extra } = condition;
    let mut fields = Extra::new();
    fields.insert("of".to_owned(), json!(of.to_word()));
    fields.insert("name".to_owned(), json!(name));
    let number = |value: &f64| Value::Number(number::from_f64(*value));
    let test = match test {
        AttributeTest::Has => None,
        AttributeTest::Equals(text) => Some(("equals", json!(text))),
        AttributeTest::AtLeast(least) => Some(("at_least", number(least))),
        AttributeTest::AtMost(most) => Some(("at_most", number(most))),
    };
    fields.extend(test.map(|(name, value)| (name.to_owned(), value)));
    fields.extend(extra.clone());
    Value::Object(fields)
}
