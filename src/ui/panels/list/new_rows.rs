//! Rows that become new nations or ties.

use std::collections::HashSet;

use crate::edit::{Target, add_nations, add_ties};
use crate::formats::{MAX_NATIONS, MAX_TIES};
use crate::model::{End, KindId, Map, Nation, NationId, Point};
use crate::ui::panels::fields::{Column, NationField, TieField, Writer, columns, quoted, rename};

/// The gap between new nations, and between them and the map, in world units.
const GAP: f32 = 120.0;
/// How many new nations stand side by side.
const SIDE_BY_SIDE: usize = 8;

/// Adds a nation for each row that names one; a nation that is on the map already isn't added again.
/// The columns of a row begin with the one at `first`.
pub fn nations(
    writer: &mut Writer,
    first: usize,
    block: &[Vec<String>],
    note: &mut impl FnMut(usize, String),
) -> Vec<Option<Target>> {
    let name_at = column_at(writer.map(), true, &Column::Nation(NationField::Name));
    let corner = corner(writer.map());
    let room = MAX_NATIONS.saturating_sub(writer.map().nations().len());
    let mut seen = HashSet::new();
    let mut new = Vec::new();
    let mut turns = Vec::new();
    for (row, cells) in block.iter().enumerate() {
        let name = text_at(cells, first, name_at);
        let mut nation = Nation::default();
        rename(&mut nation, name);
        let keys = [Some(nation.name.to_lowercase()), nation.code.clone()];
        let is_there =
            writer.nation(name).is_ok() || keys.iter().flatten().any(|k| seen.contains(k));
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            turns.push(None);
        } else if name.is_empty() {
            note(row, "A new nation needs a name.".to_owned());
            turns.push(None);
        } else if is_there {
            note(row, format!("{} is on the map already.", quoted(name)));
            turns.push(None);
        } else if new.len() >= room {
            note(row, format!("A map has up to {MAX_NATIONS} nations."));
            turns.push(None);
        } else {
            let (column, line) = (new.len() % SIDE_BY_SIDE, new.len() / SIDE_BY_SIDE);
            let offset = Point::new(column as f32 * GAP, line as f32 * GAP);
            nation.position = Some((corner + offset).within_limit());
            seen.extend(keys.into_iter().flatten());
            turns.push(Some(new.len()));
            new.push(nation);
        }
    }
    if new.is_empty() {
        return vec![None; block.len()];
    }
    let (ids, command) = add_nations(writer.map(), new);
    let is_added = writer.perform(command).is_ok();
    let target = |turn: Option<usize>| ids.get(turn?).filter(|_| is_added).copied();
    turns.into_iter().map(|turn| target(turn).map(Target::Nation)).collect()
}

/// Adds a tie for each row whose ends are on the map.
pub fn ties(
    writer: &mut Writer,
    first: usize,
    block: &[Vec<String>],
    kind: KindId,
    note: &mut impl FnMut(usize, String),
) -> Vec<Option<Target>> {
    let [from_at, to_at, kind_at] = [TieField::From, TieField::To, TieField::Kind]
        .map(|field| column_at(writer.map(), false, &Column::Tie(field)));
    let room = MAX_TIES.saturating_sub(writer.map().ties().len());
    let mut new: Vec<(NationId, End, KindId)> = Vec::new();
    let mut turns = Vec::new();
    for (row, cells) in block.iter().enumerate() {
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            turns.push(None);
            continue;
        }
        let ends = [from_at, to_at].map(|at| text_at(cells, first, at));
        let kind =
            TieField::read_kind(writer.map(), text_at(cells, first, kind_at)).unwrap_or(kind);
        let read = match ends {
            ["", _] | [_, ""] => Err("A new tie needs both its ends, From and To.".to_owned()),
            _ if new.len() >= room => Err(format!("A map has up to {MAX_TIES} ties.")),
            [from, to] => writer.nation(from).and_then(|from| Ok((from, writer.end(to)?, kind))),
        };
        match read {
            Ok(tie) => {
                turns.push(Some(new.len()));
                new.push(tie);
            }
            Err(fault) => {
                note(row, fault);
                turns.push(None);
            }
        }
    }
    if new.is_empty() {
        return vec![None; block.len()];
    }
    let (ids, command) = add_ties(writer.map(), &new);
    let is_added = writer.perform(command).is_ok();
    let target = |turn: Option<usize>| ids.get(turn?).filter(|_| is_added).copied();
    turns.into_iter().map(|turn| target(turn).map(Target::Tie)).collect()
}

/// The place of a column among all.
fn column_at(map: &Map, of_nations: bool, column: &Column) -> Option<usize> {
    columns(map, of_nations).iter().position(|own| own == column)
}

fn text_at(cells: &[String], first: usize, at: Option<usize>) -> &str {
    at.and_then(|at| at.checked_sub(first))
        .and_then(|at| cells.get(at))
        .map_or("", |text| text.trim())
}

/// Where new nations begin: below the map, at its left.
fn corner(map: &Map) -> Point {
    let extent = map.extent();
    if map.nations().iter().any(|(_, nation)| nation.position.is_some()) {
        Point::new(extent.min.x, extent.max.y + GAP)
    } else {
        Point::new(0.0, 0.0)
    }
}
