//! From a map and an order to its matrix.

use std::collections::{BTreeMap, HashSet};

use super::cell_part::{CellPart, Half, PartOf, Standing};
use super::kind_signs::kind_signs;
use super::sign::CellSign;
use super::slots::assign_slots;
use super::telling::{Telling, TieTelling, of_membership};
use super::{Matrix, MatrixBloc, MatrixCell, MatrixKind, MatrixOrder};
use crate::model::{Dimmed, Direction, End, Map, NationId, Tie, TieId};
use crate::scene::blocs::{BlocTies, MapBlocs, called_blocs, remarks};
use crate::scene::look_rules::TieRules;
use crate::scene::ties::TieWeights;
use crate::scene::ties::status::{drawn_status, line_strength};
use crate::scene::{Palette, Theme};

impl Matrix {
    /// The matrix of a map, its nations in an order. Takes time in proportion to the map.
    pub fn of(map: &Map, order: &MatrixOrder, theme: Theme) -> Self {
        let palette = Palette::of(theme);
        let ids = order.nations.iter().filter_map(|index| map.nations().id_at(*index));
        let nations: Vec<NationId> = ids.collect();
        let places: BTreeMap<NationId, u32> = nations.iter().copied().zip(0..).collect();
        let mut entries = Entries { map, palette: &palette, places: &places, all: Vec::new() };
        let kinds = entries.add_ties();
        entries.add_memberships();
        let all = entries.all;
        let members = members_of_blocs(order);
        let ties = BlocTies::of(map);
        let mut matrix = Self {
            palette,
            blocs: blocs(map, order, &members, &ties),
            kinds,
            onto_ties: onto_ties(map).map(|(id, _)| id).collect(),
            row_starts: Vec::with_capacity(nations.len() + 1),
            nations,
            places,
            cells: Vec::new(),
            parts: Vec::with_capacity(all.len()),
            joined: Vec::new(),
            joiners: Vec::new(),
        };
        matrix.fill(all, &targets(map));
        matrix.find_joiners(map, members, &ties);
        matrix
    }

    /// Sorts what there is into cells.
    fn fill(&mut self, mut entries: Vec<Entry>, targets: &HashSet<TieId>) {
        entries.sort_by_key(|entry| (entry.place, entry.telling));
        for alike in entries.chunk_by(|a, b| a.place == b.place) {
            let [row, column] = alike[0].place;
            let first = self.parts.len();
            self.parts.extend(alike.iter().map(|entry| entry.part));
            let slots = assign_slots(&mut self.parts[first..]);
            let mut ties = alike.iter().filter_map(|entry| entry.part.of.tie());
            let is_target = ties.any(|id| targets.contains(&id));
            let (first, count) = (first as u32, alike.len() as u32);
            self.cells.push(MatrixCell { row, column, slots, is_target, first, count });
        }
        let before = |row: u32| self.cells.partition_point(|cell| cell.row < row) as u32;
        self.row_starts = (0..=self.nations.len() as u32).map(before).collect();
    }
}

/// A part of the cell at a row and a column.
struct Entry {
    place: [u32; 2],
    telling: Telling,
    part: CellPart,
}

/// What lies in the cells, in the order of the map.
struct Entries<'a> {
    map: &'a Map,
    palette: &'a Palette,
    places: &'a BTreeMap<NationId, u32>,
    all: Vec<Entry>,
}

impl Entries<'_> {
    /// Adds the ties between nations, and returns their kinds.
    fn add_ties(&mut self) -> Vec<MatrixKind> {
        let map = self.map;
        let rules = TieRules::of(map, self.palette);
        let telling = TieTelling::of(map);
        let signs = kind_signs(map);
        let used: HashSet<_> = map.ties().iter().map(|(_, tie)| tie.kind).collect();
        let all = map.kinds().iter().zip(signs).filter(|((id, _), _)| used.contains(id));
        let kinds: Vec<MatrixKind> = all
            .map(|((id, kind), sign)| {
                let (key, name) = (kind.key.clone(), kind.name.clone());
                MatrixKind { id, key, name, sign }
            })
            .collect();
        for (index, (id, tie)) in map.ties().iter().enumerate() {
            let End::Nation(to) = tie.to else { continue };
            let kind = kinds.iter().position(|kind| kind.id == tie.kind);
            let color = rules.look(index, map.kinds().get(tie.kind)).color;
            let dimmed = if map.dimmed().ties.contains(&id) { Dimmed::STRENGTH } else { 1.0 };
            let strength = dimmed * line_strength(drawn_status(tie.status));
            let part = CellPart {
                of: PartOf::Tie(id),
                kind,
                color: self.palette.faded(color, dimmed),
                fill: self.palette.faded(color, strength),
                sign: kind.map_or(CellSign::Full, |kind| kinds[kind].sign),
                half: half(tie),
                standing: Standing::of(tie.status),
                slot: 0,
            };
            self.add([tie.from, to], telling.tie(tie), part);
        }
        kinds
    }

    fn add_memberships(&mut self) {
        let map = self.map;
        for (member, nation) in map.nations().iter() {
            for membership in &nation.memberships {
                let organisation = membership.organisation;
                let is_dimmed = map.dimmed().has_membership(member, organisation);
                let is_current = map.is_current(membership);
                let dimmed = if is_dimmed { Dimmed::STRENGTH } else { 1.0 };
                let color = self.palette.faded(self.palette.ink, dimmed);
                let part = CellPart {
                    of: PartOf::Membership { member, organisation },
                    kind: None,
                    color,
                    fill: color,
                    sign: CellSign::Dot,
                    half: Half::Whole,
                    standing: if is_current { Standing::InForce } else { Standing::Over },
                    slot: 0,
                };
                self.add([member, organisation], of_membership(part.standing), part);
            }
        }
    }

    /// Adds a part at both its places; one of a nation with itself has one place alone.
    fn add(&mut self, [from, to]: [NationId; 2], telling: Telling, part: CellPart) {
        let place = |id| self.places.get(&id).copied();
        let Some((row, column)) = place(from).zip(place(to)) else { return };
        self.all.push(Entry { place: [row, column], telling, part });
        if row != column {
            let part = CellPart { half: part.half.mirrored(), ..part };
            self.all.push(Entry { place: [column, row], telling, part });
        }
    }
}

fn half(tie: &Tie) -> Half {
    if tie.direction == Direction::Directed && !tie.is_loop() { Half::Row } else { Half::Whole }
}

/// The ties that end at a tie, each with the one it ends at.
fn onto_ties(map: &Map) -> impl Iterator<Item = (TieId, TieId)> {
    map.ties().iter().filter_map(|(id, tie)| match tie.to {
        End::Tie(target) => Some((id, target)),
        End::Nation(_) => None,
    })
}

/// The ties at which others end, also those farther down a chain of ties onto ties.
fn targets(map: &Map) -> HashSet<TieId> {
    let mut targets = HashSet::new();
    for (_, target) in onto_ties(map) {
        let mut next = Some(target);
        while let Some(id) = next.filter(|id| targets.insert(*id)) {
            next = map.ties().get(id).and_then(|tie| match tie.to {
                End::Tie(target) => Some(target),
                End::Nation(_) => None,
            });
        }
    }
    targets
}

/// The nations of each bloc by their indices in the map, ascending.
fn members_of_blocs(order: &MatrixOrder) -> Vec<Vec<usize>> {
    let mut start = 0;
    let members = |len: &usize| {
        let mut members = order.nations.get(start..start + len).unwrap_or(&[]).to_vec();
        members.sort_unstable();
        start += len;
        members
    };
    order.blocs.iter().map(members).collect()
}

fn blocs(
    map: &Map,
    order: &MatrixOrder,
    members: &[Vec<usize>],
    ties: &BlocTies,
) -> Vec<MatrixBloc> {
    let names = called_blocs(map, members, MatrixBloc::LEAST_CALLED);
    // What the map says of them.
    let weights = TieWeights::by_rank(map, &MapBlocs::given(map, members.to_vec()));
    let cliques = weights.with_grounds(map, members, false).cliques;
    let told = names.into_iter().zip(remarks(map, members, &cliques, ties));
    let mut start = 0;
    let bloc = |(len, (name, closeness)): (&usize, (String, String))| {
        let bloc = MatrixBloc { start, len: *len, name, closeness };
        start += len;
        bloc
    };
    order.blocs.iter().zip(told).map(bloc).collect()
}
