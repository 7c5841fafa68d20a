//! Rows that become new nations or ties.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::edit::{Target, add_ties};
use crate::formats::{MAX_NATIONS, MAX_TIES};
use crate::model::{End, KindId, Map, Nation, NationId, Point};
use crate::names::fold;
use crate::ui::panels::fields::{
    CODE, Column, NationField, NotThere, TieField, Writer, columns, quoted, rename,
};

/// Rows of texts after the last of the list.
#[derive(Clone, Copy)]
pub struct NewRows<'a> {
    /// The column of the first text of each row.
    pub first: usize,
    pub rows: &'a [Vec<String>],
    /// How their names are understood.
    pub naming: Naming,
}

/// How the name of a nation is understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Naming {
    /// One that is known brings its code.
    #[default]
    Recognised,
    /// It is a text like any other.
    AsTyped,
}

/// What is said of rows that can't become anything: the row, and a sentence.
type Note<'n> = &'n mut dyn FnMut(usize, String);

/// Adds a nation for each row that names one; a nation that is on the map already isn't added again.
pub fn nations(writer: &mut Writer, new: NewRows<'_>, note: Note<'_>) -> Vec<Option<Target>> {
    let [name_at, code_at] = [NationField::Name, NationField::Code]
        .map(|field| column_at(writer.map(), true, &Column::Nation(field)));
    let room = MAX_NATIONS.saturating_sub(writer.map().nations().len());
    let mut seen = HashSet::new();
    let mut nations = Vec::new();
    let mut turns = Vec::new();
    for (row, cells) in new.rows.iter().enumerate() {
        turns.push(None);
        if is_empty(cells) {
            continue;
        }
        let name = text_at(cells, new.first, name_at);
        let nation = named(name, text_at(cells, new.first, code_at), new.naming);
        let keys = [Some(fold(&nation.name)), nation.code.clone()];
        let keys: Vec<String> = keys.into_iter().flatten().collect();
        if nation.name.is_empty() {
            note(row, "A new nation needs a name.".to_owned());
        } else if writer.find_nation(&nation.name).is_ok() || keys.iter().any(|k| seen.contains(k))
        {
            note(row, format!("{} is on the map already.", quoted(&nation.name)));
        } else if nations.len() >= room {
            note(row, format!("A map has up to {MAX_NATIONS} nations."));
        } else {
            seen.extend(keys);
            turns[row] = Some(nations.len());
            nations.push((nation, None));
        }
    }
    if nations.is_empty() {
        return vec![None; turns.len()];
    }
    let ids = writer.add_nations(nations).unwrap_or_default();
    turns.into_iter().map(|turn| ids.get(turn?).copied().map(Target::Nation)).collect()
}

/// The nation of a name, or else of a code.
fn named(name: &str, code: &str, naming: Naming) -> Nation {
    let mut nation = Nation::default();
    match (name, naming) {
        ("", _) => {
            if let Ok(Some(code)) = (CODE.read)(code) {
                rename(&mut nation, &code);
            }
        }
        (name, Naming::Recognised) => rename(&mut nation, name),
        (name, Naming::AsTyped) => nation.name = name.to_owned(),
    }
    nation
}

/// Adds a tie for each row that says both its ends, and the nations among them that aren't on the map.
pub fn ties(
    writer: &mut Writer,
    new: NewRows<'_>,
    kind: KindId,
    note: Note<'_>,
) -> Vec<Option<Target>> {
    let [from_at, to_at, kind_at] = [TieField::From, TieField::To, TieField::Kind]
        .map(|field| column_at(writer.map(), false, &Column::Tie(field)));
    let ends_of =
        |cells: &'_ [String]| [from_at, to_at].map(|at| text_at(cells, new.first, at).to_owned());
    let mut room = MAX_TIES.saturating_sub(writer.map().ties().len());
    if let Err(fault) = add_ends(writer, new.rows.iter().take(room).map(|cells| ends_of(cells))) {
        note(0, fault);
    }
    let mut ties: Vec<(NationId, End, KindId)> = Vec::new();
    let mut turns = Vec::new();
    for (row, cells) in new.rows.iter().enumerate() {
        turns.push(None);
        if is_empty(cells) {
            continue;
        }
        let named = text_at(cells, new.first, kind_at);
        let kind = TieField::read_kind(writer.map(), named).unwrap_or(kind);
        let [from, to] = ends_of(cells);
        let read = if from.is_empty() || to.is_empty() {
            Err("A new tie needs both its ends, From and To.".to_owned())
        } else if room == 0 {
            Err(format!("A map has up to {MAX_TIES} ties."))
        } else {
            both_ends(writer, &from, &to)
        };
        match read {
            Ok((from, to)) => {
                turns[row] = Some(ties.len());
                ties.push((from, to, kind));
                room -= 1;
            }
            Err(fault) => note(row, fault),
        }
    }
    if ties.is_empty() {
        return vec![None; turns.len()];
    }
    let (ids, command) = add_ties(writer.map(), &ties);
    let is_added = writer.perform(command).is_ok();
    let target = |turn: Option<usize>| ids.get(turn?).filter(|_| is_added).copied();
    turns.into_iter().map(|turn| target(turn).map(Target::Tie)).collect()
}

fn both_ends(writer: &mut Writer, from: &str, to: &str) -> Result<(NationId, End), String> {
    let start = writer.find_nation(from).map_err(|fault| fault.in_words(from))?;
    let end = writer.find_end(to).map_err(|fault| fault.in_words(to))?;
    Ok((start, end))
}

/// Adds the nations that ties name and the map doesn't have, close to the other end where that has a
/// place.
fn add_ends(writer: &mut Writer, ends: impl Iterator<Item = [String; 2]>) -> Result<(), String> {
    let mut new: IndexMap<String, (Nation, Option<Point>)> = IndexMap::new();
    for [from, to] in ends.filter(|ends| ends.iter().all(|end| !end.is_empty())) {
        let found = [writer.find_nation(&from).map(End::Nation), writer.find_end(&to)];
        // Where one end can't be read there is no tie, and the other isn't added either.
        let can_be = |(end, text): (&Result<End, NotThere>, &String)| match end {
            Ok(_) => true,
            Err(NotThere::New(_)) => is_name(text),
            Err(NotThere::Unclear(_)) => false,
        };
        if !found.iter().zip([&from, &to]).all(can_be) {
            continue;
        }
        let close_to = found.iter().find_map(|end| match end {
            Ok(End::Nation(id)) => writer.place_of(*id),
            _ => None,
        });
        for (end, text) in found.iter().zip([&from, &to]) {
            if end.is_err() {
                let nation = named(text, "", Naming::Recognised);
                let key = nation.code.clone().unwrap_or_else(|| fold(&nation.name));
                new.entry(key).or_insert((nation, close_to));
            }
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    writer.add_nations(new.into_values().collect()).map(|_| ())
}

/// Whether a text can be the name of a new nation, rather than that of a tie.
fn is_name(text: &str) -> bool {
    let has_letter = text.chars().any(char::is_alphanumeric);
    has_letter
        && !text.starts_with('(')
        && ![" – ", " › ", " — ", " - "].iter().any(|of| text.contains(of))
}

fn is_empty(cells: &[String]) -> bool {
    cells.iter().all(|cell| cell.trim().is_empty())
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
