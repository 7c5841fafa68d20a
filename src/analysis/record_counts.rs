//! Counts the nations and ties of each sort, for a filter to choose among.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::filter::conditions::attribute_text;
use crate::model::{Attribute, AttributeOwner, Attributes, KindId, Map, Sign, Status};

/// How many nations and ties of each sort a map has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RecordCounts {
    /// The number of ties of each kind that occurs.
    pub kinds: BTreeMap<KindId, usize>,
    /// The number of ties with each status that occurs; `None` is for those without one.
    pub statuses: BTreeMap<Option<Status>, usize>,
    /// The number of ties whose kind has each sign.
    pub signs: BTreeMap<Sign, usize>,
    /// The number of nations with each tag, the most frequent tag first and equally frequent ones by
    /// name.
    pub tags: Vec<(String, usize)>,
    /// The attributes in the order in which they occur, those of nations first.
    pub attributes: Vec<AttributeValues>,
}

/// The values of an attribute.
#[derive(Clone, Debug, PartialEq)]
pub struct AttributeValues {
    /// The sort of record that has it.
    pub of: AttributeOwner,
    /// Its name.
    pub name: String,
    /// How many nations or ties have it.
    pub count: usize,
    /// Whether all its values are numbers.
    pub is_numeric: bool,
    /// Its values and how often each occurs, in the order in which they occur; up to
    /// [`AttributeValues::MAX_VALUES`].
    pub values: Vec<(String, usize)>,
}

impl AttributeValues {
    /// How many values are counted separately.
    pub const MAX_VALUES: usize = 50;
}

/// RecordCounts the nations and ties of a map.
pub fn count_records(map: &Map) -> RecordCounts {
    let mut counts = RecordCounts::default();
    let mut tags: BTreeMap<&str, usize> = BTreeMap::new();
    let mut attributes = IndexMap::new();
    for (_, nation) in map.nations().iter() {
        nation.tags.iter().for_each(|tag| *tags.entry(tag).or_default() += 1);
        count(&mut attributes, AttributeOwner::Nation, &nation.attributes);
    }
    for (_, tie) in map.ties().iter() {
        *counts.kinds.entry(tie.kind).or_default() += 1;
        *counts.statuses.entry(tie.status).or_default() += 1;
        let sign = map.kinds().get(tie.kind).map(|kind| kind.sign).unwrap_or_default();
        *counts.signs.entry(sign).or_default() += 1;
        count(&mut attributes, AttributeOwner::Tie, &tie.attributes);
    }
    counts.tags = tags.into_iter().map(|(tag, count)| (tag.to_owned(), count)).collect();
    counts.tags.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let made = |((of, name), seen): ((AttributeOwner, &str), Seen)| AttributeValues {
        of,
        name: name.to_owned(),
        count: seen.count,
        is_numeric: seen.numbers == seen.count,
        values: seen.values.into_iter().collect(),
    };
    counts.attributes = attributes.into_iter().map(made).collect();
    counts
}

#[derive(Default)]
struct Seen {
    count: usize,
    numbers: usize,
    values: IndexMap<String, usize>,
}

fn count<'a>(
    all: &mut IndexMap<(AttributeOwner, &'a str), Seen>,
    of: AttributeOwner,
    attributes: &'a Attributes,
) {
    for (name, attribute) in attributes.iter() {
        let seen = all.entry((of, name)).or_default();
        seen.count += 1;
        seen.numbers += usize::from(matches!(attribute, Attribute::Number(_)));
        let text = attribute_text(attribute);
        if let Some(count) = seen.values.get_mut(&text) {
            *count += 1;
        } else if seen.values.len() < AttributeValues::MAX_VALUES {
            seen.values.insert(text, 1);
        }
    }
}
