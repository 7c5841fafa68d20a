//! About how much memory a command takes, by which the undo history is bounded.

use super::{Change, Command, Placement};
use crate::model::{
    Attribute, Attributes, Extra, Filter, Heading, Kind, Look, Map, Nation, NationId, Source,
    TextNote, Tie,
};

/// What a value of a JSON object takes beside its text, with its share of the table.
const VALUE: usize = 64;

impl Command {
    /// About how much memory it takes beside itself, in bytes: within a factor of two for any command that a person
    /// brings about.
    pub fn size(&self) -> usize {
        match self {
            Self::Heading(heading) => of_heading(heading),
            Self::Look(look) => of_look(look),
            Self::Filter(filter) => of_filter(filter),
            Self::Nation(_, change) => of_change(change, of_nation),
            Self::Tie(_, change) => of_change(change, of_tie),
            Self::Kind(_, change) => of_change(change, of_kind),
            Self::Source(_, change) => of_change(change, of_source),
            Self::TextNote(_, change) => of_change(change, of_note),
            Self::Placements(places) => places.len() * size_of::<(NationId, Placement)>(),
            Self::Whole(map) => of_map(map),
            Self::Batch(commands) => {
                commands.iter().map(|command| size_of::<Self>() + command.size()).sum()
            }
        }
    }
}

fn of_change<T>(change: &Change<T>, of: impl Fn(&T) -> usize) -> usize {
    match change {
        Change::Insert(_, record) | Change::Replace(record) => size_of::<T>() + of(record),
        Change::Remove => 0,
    }
}

fn of_map(map: &Map) -> usize {
    let nations = map.nations().iter().map(|(_, nation)| size_of::<Nation>() + of_nation(nation));
    let ties = map.ties().iter().map(|(_, tie)| size_of::<Tie>() + of_tie(tie));
    size_of::<Map>() + of_heading(map.heading()) + nations.sum::<usize>() + ties.sum::<usize>()
}

fn of_heading(heading: &Heading) -> usize {
    let texts = heading.title.len() + heading.subtitle.len() + heading.notes.len();
    size_of::<Heading>() + texts + of_extra(&heading.extra)
}

fn of_look(look: &Look) -> usize {
    // A rule names at most a few hundred values; no look is larger than a few kilobytes.
    size_of::<Look>() + of_extra(&look.extra)
}

fn of_filter(filter: &Filter) -> usize {
    let tags: usize = filter.tags.iter().map(|tag| VALUE + tag.len()).sum();
    let conditions: usize = filter.attributes.iter().map(|own| 2 * VALUE + own.name.len()).sum();
    size_of::<Filter>() + tags + conditions + filter.text.len() + of_extra(&filter.extra)
}

/// The picture isn't counted: all copies of a nation share it.
fn of_nation(nation: &Nation) -> usize {
    let texts = [&nation.key, &nation.name, &nation.notes];
    let tags = nation.tags.iter().map(|tag| size_of::<String>() + tag.len());
    texts.iter().map(|text| text.len()).sum::<usize>()
        + tags.sum::<usize>()
        + std::mem::size_of_val(nation.memberships.as_slice())
        + of_attributes(&nation.attributes)
        + of_extra(&nation.extra)
}

fn of_tie(tie: &Tie) -> usize {
    let notes = tie.evidence.iter().map(|own| own.note.len() + of_extra(&own.extra));
    tie.key.len()
        + tie.label.len()
        + tie.notes.len()
        + std::mem::size_of_val(tie.evidence.as_slice())
        + notes.sum::<usize>()
        + of_attributes(&tie.attributes)
        + of_extra(&tie.extra)
}

fn of_kind(kind: &Kind) -> usize {
    kind.key.len() + kind.name.len() + of_extra(&kind.extra)
}

fn of_source(source: &Source) -> usize {
    let texts = [&source.key, &source.title, &source.url, &source.notes];
    texts.iter().map(|text| text.len()).sum::<usize>() + of_extra(&source.extra)
}

fn of_note(note: &TextNote) -> usize {
    note.key.len() + note.text.len() + of_extra(&note.extra)
}

fn of_attributes(attributes: &Attributes) -> usize {
    let of_value = |(name, attribute): (&str, &Attribute)| {
        let text = if let Attribute::Text(text) = attribute { text.len() } else { 0 };
        size_of::<(String, Attribute)>() + name.len() + text
    };
    attributes.iter().map(of_value).sum()
}

/// Nested values count by their text, which is about as long.
fn of_extra(extra: &Extra) -> usize {
    let of_value = |(name, value): (&String, &serde_json::Value)| {
        let text = match value {
            serde_json::Value::String(text) => text.len(),
            serde_json::Value::Array(_) | serde_json::Value::Object(_) => value.to_string().len(),
            _ => 0,
        };
        VALUE + name.len() + text
    };
    extra.iter().map(of_value).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_more_takes_more() {
        let nation = |notes: &str| {
            let nation = Nation { notes: notes.to_owned(), ..Nation::default() };
            Command::Nation(NationId(1), Change::Replace(Box::new(nation)))
        };
        let (short, long) = (nation("").size(), nation(&"x".repeat(5_000)).size());
        assert_eq!(long - short, 5_000);
        let both = Command::Batch(vec![nation(""), nation("")]);
        assert!(both.size() > 2 * short);
        assert_eq!(Command::Nation(NationId(1), Change::Remove).size(), 0);
    }
}
