//! Searching a map for words, with the best matches first.

use std::cmp::Reverse;

use crate::edit::Target;
use crate::model::{KindId, Map, Nation, PartialDate, Source, SourceId, TieId};
use crate::names::fold;
use crate::ui::dialogs::fuzzy_match::word_score;

/// Something that a search finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A nation or a tie.
    Mark(Target),
    /// A kind of tie.
    Kind(KindId),
    /// A source.
    Source(SourceId),
}

/// What a match in a field of lesser weight loses: in notes, sources, dates.
const ASIDE: i32 = 600;

/// The texts in which a thing is found.
#[derive(Default)]
struct Fields {
    /// What it is called.
    own: Vec<String>,
    /// What else is said of it.
    aside: Vec<String>,
}

/// The nations, ties, kinds and sources in which every word of the query is found, the best first;
/// equally good ones in the order of the map, nations before ties, kinds and sources. With nothing
/// typed, every nation and tie.
pub fn search(map: &Map, query: &str) -> Vec<Finding> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mark = |target| Finding::Mark(target);
    let nations =
        map.nations().iter().map(|(id, n)| (mark(Target::Nation(id)), nation_fields(map, n)));
    let ties = map.ties().ids().map(|id| (mark(Target::Tie(id)), tie_fields(map, id)));
    let kinds = map.kinds().iter().map(|(id, kind)| (Finding::Kind(id), named(&[&kind.name])));
    let sources = map.sources().iter().map(|(id, s)| (Finding::Source(id), source_fields(s)));
    let others = kinds.chain(sources).filter(|_| !words.is_empty());
    let scored = |(finding, fields): (Finding, Fields)| Some((score(&words, &fields)?, finding));
    let mut found: Vec<(i32, Finding)> =
        nations.chain(ties).chain(others).filter_map(scored).collect();
    found.sort_by_key(|(score, _)| Reverse(*score));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// The sum of what each word finds in its best field; `None` where one finds nothing.
fn score(words: &[&str], fields: &Fields) -> Option<i32> {
    let best = |word: &&str| {
        let own = fields.own.iter().filter_map(|field| word_score(word, field));
        let aside = fields.aside.iter().filter_map(|field| word_score(word, field));
        own.chain(aside.map(|score| score - ASIDE)).max()
    };
    words.iter().map(best).sum()
}

fn named(texts: &[&str]) -> Fields {
    Fields { own: texts.iter().map(|text| fold(text)).collect(), aside: Vec::new() }
}

fn nation_fields(map: &Map, nation: &Nation) -> Fields {
    let mut fields = named(&[&nation.name, nation.code.as_deref().unwrap_or_default()]);
    fields.own.extend(nation.tags.iter().map(|tag| fold(tag)));
    let organisations = nation.memberships.iter().filter_map(|m| map.nations().get(m.organisation));
    fields.aside.extend(organisations.map(|organisation| fold(&organisation.name)));
    fields.aside.push(fold(&nation.notes));
    fields.aside.push(nation.nation_type.name().to_owned());
    fields
}

fn tie_fields(map: &Map, id: TieId) -> Fields {
    let Some(tie) = map.ties().get(id) else { return Fields::default() };
    let kind = map.kinds().get(tie.kind).map_or("", |kind| kind.name.as_str());
    let mut fields = named(&[&map.tie_name(id), &tie.label, kind]);
    fields.own.extend(tie.status.map(|status| status.name().to_owned()));
    let dates = [tie.since, tie.until].into_iter().flatten();
    fields.aside.extend(dates.flat_map(date_texts));
    let sources = tie.evidence.iter().filter_map(|e| map.sources().get(e.source?));
    fields.aside.extend(sources.map(|source| fold(&source.title)));
    fields.aside.push(fold(&tie.notes));
    fields
}

fn source_fields(source: &Source) -> Fields {
    let mut fields = named(&[&source.title]);
    fields.aside.extend(source.date.into_iter().flat_map(date_texts));
    fields.aside.extend([fold(&source.url), fold(&source.notes)]);
    fields
}

/// A date as it is written and as it is said.
fn date_texts(date: PartialDate) -> [String; 2] {
    [date.to_string(), fold(&date.in_words())]
}
