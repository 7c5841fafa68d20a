//! Columns that name the nodes whose ids stand at the ends of edges: `from_id`, `from_name`.

use std::collections::HashMap;

use super::earlier_names::EarlierNames;
use super::ends::Ends;
use crate::formats::tables::guess::names_nations;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::header_words::{Words, dates, nations, texts};

/// What stands in the name of a column of ids.
const IDS: Words = Words(&[nations::NODE_IDS, nations::CODE]);
/// What stands in the name of a column of names.
const NAMES: Words = Words(&[
    texts::LABELS,
    texts::LABELS_IN_OTHER_LANGUAGES,
    texts::LABELS_OF_NODES,
    nations::COUNTRIES,
    nations::ACTORS,
]);
/// Codes that mean a nation by themselves, in its year.
const CODES: Words = Words(&[nations::COW_CODES, nations::ISO_CODES, nations::OTHER_CODES]);
/// What columns are called that say of which year a row is.
const YEARS: Words = Words(&[dates::YEARS, dates::BEGINNINGS, dates::BEGAN, dates::DATES]);

/// The names beside the ids of both ends, and what they have said so far.
pub struct NamesOfEnds {
    /// The columns of the names of sources and of targets.
    columns: [usize; 2],
    /// The column of years.
    year: Option<usize>,
    /// The name of each node in the latest year so far.
    latest: HashMap<u32, (i32, String)>,
    earlier: EarlierNames,
}

impl NamesOfEnds {
    /// Those of a plan for edges with one column for each end, whose texts are no nations that are known.
    pub fn find(ends: &mut Ends, view: &View<'_>, plan: &SheetPlan) -> Option<Self> {
        let only = |role| {
            let mut columns = plan.columns_with(role);
            columns.next().filter(|_| columns.next().is_none())
        };
        let ids = [only(ColumnUse::Source)?, only(ColumnUse::Target)?];
        let key = |index: usize| plan.columns.get(index).map(|column| header_key(&column.name));
        let named = |id: usize| {
            let stems = stems(&key(id)?)?;
            let is_name =
                |column: &usize| key(*column).is_some_and(|key| names_one_of(&key, &stems));
            plan.columns_with(ColumnUse::Attribute).find(is_name)
        };
        let columns = [named(ids[0])?, named(ids[1])?];
        if columns[0] == columns[1] || ids.into_iter().any(|id| names_nations(view, plan, id)) {
            return None;
        }
        let is_year = |column: &usize| key(*column).is_some_and(|key| YEARS.contains(&key));
        let year = plan.columns_with(ColumnUse::Attribute).find(is_year);
        let header = plan.header.unwrap_or(plan.rows.start);
        for column in columns {
            ends.builder.network().remarks.warn(
                view.spot(header, column),
                plan.columns.get(column).map_or("", |column| column.name.as_str()),
                "names the ends of ties whose ids stand in another column",
                "The nations are called by these names.",
                "",
            );
        }
        Some(Self { columns, year, latest: HashMap::new(), earlier: EarlierNames::default() })
    }

    /// The columns of the names.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.columns.into_iter()
    }

    /// Takes the names in a row of these ends, where it has one source and one target.
    pub fn read(&mut self, view: &View<'_>, row: usize, nodes: [u32; 2]) {
        let year = self.year.and_then(|column| view.cell(row, column).get(..4)?.parse().ok());
        let year = year.unwrap_or(i32::MIN);
        for (node, column) in nodes.into_iter().zip(self.columns) {
            let name = view.cell(row, column);
            match self.latest.get_mut(&node) {
                _ if name.is_empty() => {}
                None => drop(self.latest.insert(node, (year, name.to_owned()))),
                Some((_, known)) if known == name => {}
                Some((last, known)) if *last < year => {
                    self.earlier.add(node, &std::mem::replace(known, name.to_owned()));
                    *last = year;
                }
                Some(_) => drop(self.earlier.add(node, name)),
            }
        }
    }

    /// Calls the nodes by their names of the latest year, but those that a table of nations has declared.
    pub fn set(self, ends: &mut Ends) {
        let mut latest: Vec<_> = self.latest.into_iter().collect();
        latest.sort_unstable();
        for (node, (_, name)) in latest {
            let Some(node) = ends.builder.node(node) else { continue };
            if node.label.is_none() && node.attributes.is_empty() && node.id != name {
                node.label = Some(name);
            }
        }
        self.earlier.set(ends);
    }
}

/// What the name of a column of ids says of the end beside that it holds ids, the longest first; `None` where its
/// codes mean nations by themselves.
fn stems(key: &str) -> Option<Vec<String>> {
    let bare = key.trim_end_matches(|c: char| c.is_ascii_digit());
    if CODES.contains(bare)
        || bare.strip_suffix(['a', 'b', 'o', 'd']).is_some_and(|bare| CODES.contains(bare))
    {
        return None;
    }
    let without = |word: &'static str| [key.strip_suffix(word), key.strip_prefix(word)];
    let shorter = IDS.iter().flat_map(without).flatten().filter(|stem| !stem.is_empty());
    Some([key].into_iter().chain(shorter).map(str::to_owned).collect())
}

/// Whether a key is one of these stems with a word for names before or behind it.
fn names_one_of(key: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| {
        let rest = [key.strip_prefix(stem.as_str()), key.strip_suffix(stem.as_str())];
        rest.into_iter().flatten().any(|word| NAMES.contains(word))
    })
}
