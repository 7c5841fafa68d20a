//! What a nation, a tie, a note, a kind or a source can be found by.

use std::borrow::Cow;

use crate::analysis::attribute_text;
use crate::model::{
    Attributes, Kind, Map, Nation, NationType, PartialDate, Source, TextNote, Tie, TieId,
};
use crate::names::fold;
use crate::ui::dialogs::fuzzy_match::word_score;

/// How much less a field counts that a row doesn't show.
const LESS: i32 = 400;
/// More letters of a field wouldn't be seen in a row.
const SEEN: usize = 80;
/// So many letters may stand before the word that was looked for, so that it is seen itself.
const SEEN_AHEAD: usize = 12;

/// A text that a record can be found by.
pub struct SearchedField<'a> {
    folded: String,
    text: Cow<'a, str>,
    /// What the text is; `None` where the row shows the text anyway.
    caption: Option<&'a str>,
}

impl<'a> SearchedField<'a> {
    /// A field that the row shows.
    fn shown(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        Self { folded: fold(&text), text, caption: None }
    }

    /// A field that the row doesn't show.
    pub fn other(caption: &'a str, text: impl Into<Cow<'a, str>>) -> Self {
        Self { caption: Some(caption), ..Self::shown(text) }
    }

    /// How well it contains a folded word; `None` if it doesn't.
    pub fn score(&self, word: &str) -> Option<i32> {
        let score = word_score(word, &self.folded)?;
        Some(if self.caption.is_some() { score - LESS } else { score })
    }

    /// What a row says if this is why it was found for a folded word: `since 1955`, or of a long text the part
    /// around the word: `evidence … in the Balkans and …`.
    pub fn why(&self, word: &str) -> Option<String> {
        let caption = self.caption?;
        let words: Vec<&str> = self.text.split_whitespace().collect();
        let place = words.iter().position(|text| fold(text).contains(word)).unwrap_or(0);
        let ahead = words[..place].iter().map(|text| text.chars().count() + 1).sum::<usize>();
        let start = if ahead > SEEN_AHEAD { place - 1 } else { 0 };
        let cut = if start > 0 { "… " } else { "" };
        let shown = words[start..].join(" ").chars().take(SEEN).collect::<String>();
        Some(format!("{caption} {cut}{shown}"))
    }
}

/// The fields of a nation.
pub fn of_nation<'a>(map: &'a Map, nation: &'a Nation) -> Vec<SearchedField<'a>> {
    let mut fields = vec![SearchedField::shown(&nation.name)];
    fields.extend(nation.code.as_deref().map(SearchedField::shown));
    fields.extend(nation.tags.iter().map(|tag| SearchedField::other("tag", tag)));
    if nation.nation_type != NationType::State {
        fields.push(SearchedField::other("type", nation.nation_type.name()));
    }
    for membership in &nation.memberships {
        let organisation = map.nations().get(membership.organisation);
        fields.extend(organisation.map(|o| SearchedField::other("member of", &o.name)));
        add_date(&mut fields, "joined", membership.since);
        add_date(&mut fields, "left", membership.until);
    }
    add_attributes(&mut fields, &nation.attributes);
    add_text(&mut fields, "notes", &nation.notes);
    fields
}

/// The fields of a tie.
pub fn of_tie<'a>(map: &'a Map, id: TieId, tie: &'a Tie) -> Vec<SearchedField<'a>> {
    let mut fields = vec![SearchedField::shown(map.tie_name(id))];
    fields.extend((!tie.label.is_empty()).then(|| SearchedField::shown(&tie.label)));
    fields.extend(map.kinds().get(tie.kind).map(|kind| SearchedField::shown(&kind.name)));
    fields.extend(tie.status.map(|status| SearchedField::other("status", status.name())));
    add_date(&mut fields, "since", tie.since);
    add_date(&mut fields, "until", tie.until);
    for evidence in &tie.evidence {
        let source = evidence.source.and_then(|source| map.sources().get(source));
        fields.extend(source.map(|source| SearchedField::other("source", &source.title)));
        add_date(&mut fields, "evidence of", evidence.date);
        add_text(&mut fields, "evidence", &evidence.note);
    }
    add_attributes(&mut fields, &tie.attributes);
    add_text(&mut fields, "notes", &tie.notes);
    fields
}

/// The fields of a text note.
pub fn of_note(note: &TextNote) -> Vec<SearchedField<'_>> {
    vec![SearchedField::shown(note.short()), SearchedField::other("text", &note.text)]
}

/// The fields of a kind.
pub fn of_kind(kind: &Kind) -> Vec<SearchedField<'_>> {
    vec![SearchedField::shown(&kind.name)]
}

/// The fields of a source.
pub fn of_source(source: &Source) -> Vec<SearchedField<'_>> {
    let mut fields = vec![SearchedField::shown(&source.title)];
    add_text(&mut fields, "at", &source.url);
    add_date(&mut fields, "of", source.date);
    add_text(&mut fields, "notes", &source.notes);
    fields
}

fn add_text<'a>(fields: &mut Vec<SearchedField<'a>>, caption: &'a str, text: &'a str) {
    if !text.trim().is_empty() {
        fields.push(SearchedField::other(caption, text));
    }
}

/// A date is found as it is written, and as it is said.
fn add_date<'a>(fields: &mut Vec<SearchedField<'a>>, caption: &'a str, date: Option<PartialDate>) {
    let Some(date) = date else { return };
    fields.push(SearchedField::other(caption, date.to_string()));
    fields.push(SearchedField::other(caption, date.in_words()));
}

fn add_attributes<'a>(fields: &mut Vec<SearchedField<'a>>, attributes: &'a Attributes) {
    let values = attributes.iter();
    fields.extend(values.map(|(name, value)| SearchedField::other(name, attribute_text(value))));
}
