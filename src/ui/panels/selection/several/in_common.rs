//! What the selected nations and ties have in common, found once for each revision and selection.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::shared_places::SharedPlaces;
use super::shared_value::Shared;
use crate::edit::Target;
use crate::model::{Confidence, Evidence, Map, Membership, NationId, SourceId};
use crate::ui::panels::fields::{Column, NationField, TieField};
use crate::ui::panels::form::DATE;
use crate::ui::panels::selection::tie_ends::reversed;
use crate::ui::state::State;

/// The records of one sort, and their fields.
#[derive(Debug)]
pub(super) struct Group {
    pub(super) targets: Vec<Target>,
    pub(super) fields: Vec<(Column, Shared)>,
}

/// An organisation that some of the nations have joined.
#[derive(Debug)]
pub(super) struct Joined {
    pub(super) organisation: NationId,
    pub(super) count: usize,
    pub(super) since: Shared,
    pub(super) until: Shared,
}

/// What all evidence of several ties says.
#[derive(Debug)]
pub(super) struct SharedEvidence {
    pub(super) date: Shared,
    pub(super) confidence: Shared,
    pub(super) note: Shared,
}

impl SharedEvidence {
    fn of(pieces: &[&Evidence]) -> Option<Self> {
        let shared = |text: fn(&Evidence) -> String| Shared::of(pieces.iter().map(|e| text(e)));
        (!pieces.is_empty()).then(|| Self {
            date: shared(|e| (DATE.write)(&e.date)),
            confidence: shared(|e| e.confidence.map_or("", Confidence::name).to_owned()),
            note: shared(|e| e.note.clone()),
        })
    }
}

/// What the selected nations and ties have in common.
#[derive(Debug)]
pub(super) struct InCommon {
    pub(super) revision: u64,
    pub(super) selection: BTreeSet<Target>,
    pub(super) nations: Group,
    pub(super) ties: Group,
    /// Each tag, and how many nations have it.
    pub(super) tags: IndexMap<String, usize>,
    pub(super) joined: Vec<Joined>,
    /// How many nations are pinned, and how many have a position.
    pub(super) pinned: usize,
    pub(super) placed: usize,
    /// Each source, and how many ties it supports.
    pub(super) sources: IndexMap<SourceId, usize>,
    /// What all evidence of the ties says; none where they have none.
    pub(super) evidence: Option<SharedEvidence>,
    pub(super) places: SharedPlaces,
    /// How many ties can be reversed.
    pub(super) reversible: usize,
}

impl InCommon {
    pub(super) fn of(state: &State) -> Self {
        let map = state.map();
        let selected = || state.selection.iter().copied();
        let nations: Vec<Target> = selected().filter(|target| target.nation().is_some()).collect();
        let ties: Vec<Target> = selected().filter(|target| target.tie().is_some()).collect();
        let selected_nations =
            || nations.iter().filter_map(|target| map.nations().get(target.nation()?));
        let selected_ties = || ties.iter().filter_map(|target| map.ties().get(target.tie()?));
        let (mut tags, mut sources) = (IndexMap::new(), IndexMap::new());
        for tag in selected_nations().flat_map(|nation| &nation.tags) {
            *tags.entry(tag.clone()).or_default() += 1;
        }
        for tie in selected_ties() {
            let cited: BTreeSet<SourceId> = tie.evidence.iter().filter_map(|e| e.source).collect();
            cited.into_iter().for_each(|id| *sources.entry(id).or_default() += 1);
        }
        Self {
            revision: state.history.revision(),
            selection: state.selection.clone(),
            joined: joined(selected_nations().flat_map(|nation| &nation.memberships)),
            pinned: selected_nations().filter(|nation| nation.pinned).count(),
            placed: selected_nations().filter(|nation| nation.position.is_some()).count(),
            evidence: SharedEvidence::of(
                &selected_ties().flat_map(|tie| &tie.evidence).collect::<Vec<_>>(),
            ),
            places: SharedPlaces::of(
                &selected_nations().collect::<Vec<_>>(),
                &selected_ties().collect::<Vec<_>>(),
            ),
            reversible: selected_ties().filter(|tie| reversed(tie).is_some()).count(),
            nations: Group::of(map, nations.clone(), nation_columns(map, &nations)),
            ties: Group::of(map, ties.clone(), tie_columns(map, &ties)),
            tags,
            sources,
        }
    }
}

impl Group {
    fn of(map: &Map, targets: Vec<Target>, columns: Vec<Column>) -> Self {
        let shared =
            |column: &Column| Shared::of(targets.iter().map(|target| column.text(map, *target)));
        let fields = columns.into_iter().map(|column| (column.clone(), shared(&column))).collect();
        Self { targets, fields }
    }
}

/// The fields of nations that a form shows for all, and their attributes.
fn nation_columns(map: &Map, targets: &[Target]) -> Vec<Column> {
    let attributes =
        targets.iter().filter_map(|target| Some(&map.nations().get(target.nation()?)?.attributes));
    let names: BTreeSet<&str> =
        attributes.flat_map(|all| all.iter().map(|(name, _)| name)).collect();
    let attributes = names.into_iter().map(|name| NationField::Attribute(name.into()));
    [NationField::Type, NationField::Color, NationField::Notes]
        .into_iter()
        .chain(attributes)
        .map(Column::Nation)
        .collect()
}

/// The fields of ties that a form shows for all, and their attributes.
fn tie_columns(map: &Map, targets: &[Target]) -> Vec<Column> {
    use TieField as T;
    let attributes =
        targets.iter().filter_map(|target| Some(&map.ties().get(target.tie()?)?.attributes));
    let names: BTreeSet<&str> =
        attributes.flat_map(|all| all.iter().map(|(name, _)| name)).collect();
    let attributes = names.into_iter().map(|name| T::Attribute(name.into()));
    [T::From, T::To, T::Kind, T::Direction, T::Status]
        .into_iter()
        .chain([T::Since, T::Until, T::Label, T::Weight, T::Notes])
        .chain(attributes)
        .map(Column::Tie)
        .collect()
}

fn joined<'m>(memberships: impl Iterator<Item = &'m Membership>) -> Vec<Joined> {
    let mut by_organisation: IndexMap<NationId, Vec<&Membership>> = IndexMap::new();
    memberships.for_each(|m| by_organisation.entry(m.organisation).or_default().push(m));
    let one = |(organisation, all): (NationId, Vec<&Membership>)| Joined {
        organisation,
        count: all.len(),
        since: Shared::of(all.iter().map(|m| (DATE.write)(&m.since))),
        until: Shared::of(all.iter().map(|m| (DATE.write)(&m.until))),
    };
    by_organisation.into_iter().map(one).collect()
}
