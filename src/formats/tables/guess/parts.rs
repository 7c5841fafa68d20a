//! Sees where a sheet or a text holds several tables, side by side or below one another, and parts them.

use std::collections::HashSet;
use std::ops::Range;

use super::end_words::NODE_IDS;
use super::ends_by_words;
use super::header;
use super::lookup::Lookup;
use super::sheet::{self, Suggestion};
use super::totals;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan, TableContent};
use crate::formats::tables::table::Table;
use crate::formats::tables::view::View;

/// The most tables that a sheet is parted into.
const MAX_PARTS: usize = 64;
/// So many rows of what may be another table are looked at.
const SAMPLE: usize = 60;
/// The most rows of titles above the header of another table.
const TITLES: usize = 3;
/// So many rows of the table above are looked at.
const ROWS_ABOVE: usize = 400;
/// So many places are looked at where another table may begin.
const MAX_LOOKS: usize = 1_000;
/// So many columns are looked at for nations.
const COLUMNS: usize = 12;

/// These tables, of which each that holds several is parted into them. Blank columns before the first one
/// that says something are passed over.
pub fn parted(tables: Vec<Table>) -> Vec<Table> {
    let mut lookup = Lookup::default();
    let mut parted = Vec::with_capacity(tables.len());
    for table in tables {
        let mut table = table.with_repeats_filled().with_questions_as_nations().with_paths_parted();
        let remarks = std::mem::take(&mut table.remarks);
        let mut parts = parts_of(table, &mut lookup);
        let are_several = parts.len() > 1;
        for (number, part) in parts.iter_mut().enumerate().filter(|_| are_several) {
            part.part = number as u16 + 1;
        }
        if let Some(first) = parts.first_mut() {
            first.remarks = remarks;
        }
        parted.append(&mut parts);
    }
    parted
}

fn parts_of(table: Table, lookup: &mut Lookup) -> Vec<Table> {
    let table = without_blank_columns(table);
    if table.row_count() < 2 {
        return vec![table];
    }
    let beside = side_by_side(table, lookup);
    let below = beside.into_iter().flat_map(|part| {
        let parts = below_one_another(part, lookup);
        match parts.len() {
            1 => parts,
            _ => {
                let apart = parts.into_iter().map(without_blank_columns);
                apart.flat_map(|part| side_by_side(part, lookup)).collect()
            }
        }
    });
    below.collect()
}

/// The table from the first column that says something.
fn without_blank_columns(table: Table) -> Table {
    let first = filled_columns(&table).iter().position(|is_filled| *is_filled);
    match first {
        None | Some(0) => table,
        Some(first) => {
            let mut area = table.area(0..table.row_count(), first..table.column_count());
            area.remarks = table.remarks;
            area
        }
    }
}

/// Of each column whether any of its cells says something.
fn filled_columns(table: &Table) -> Vec<bool> {
    let mut filled = vec![false; table.column_count()];
    let mut left = filled.len();
    for row in 0..table.row_count() {
        if left == 0 {
            break;
        }
        for (cell, is_filled) in table.row(row).zip(&mut filled) {
            if !*is_filled && !cell.trim().is_empty() {
                *is_filled = true;
                left -= 1;
            }
        }
    }
    filled
}

/// The tables with a blank column between them, where each of them surely is one.
fn side_by_side(table: Table, lookup: &mut Lookup) -> Vec<Table> {
    let filled = filled_columns(&table);
    if filled.iter().all(|is_filled| *is_filled) {
        return vec![table];
    }
    let begins = |column: &usize| {
        filled.get(*column) == Some(&true)
            && (*column == 0 || filled.get(column - 1) != Some(&true))
    };
    let mut begins: Vec<usize> = (0..filled.len()).filter(begins).take(MAX_PARTS).collect();
    let first = begins.first().copied().unwrap_or_default();
    let own = |begin: usize| {
        let end = (begin..filled.len()).find(|column| filled.get(*column) != Some(&true));
        table.area(0..table.row_count(), begin..end.unwrap_or(filled.len()))
    };
    // What is no table itself, such as notes in the margin, belongs to the one before it.
    let main = own(first);
    begins.retain(|begin| {
        let part = own(*begin);
        *begin == first || is_legend(&part, &main) || is_sure(&part, lookup)
    });
    let mut has_ties = |begin: &usize| {
        let content = sheet::suggest(&own(*begin), 0, lookup).plan.content;
        !matches!(content, TableContent::Nodes | TableContent::Ignored)
    };
    if begins.len() < 2 || !begins.iter().any(&mut has_ties) || !is_sure(&main, lookup) {
        return vec![table];
    }
    let ends = begins.iter().skip(1).copied().chain([table.column_count()]);
    let areas = begins.iter().zip(ends);
    areas.map(|(begin, end)| table.area(0..table.row_count(), *begin..end)).collect()
}

/// Whether the first column of a part explains what stands in the cells of the table before it: below its
/// header each text once, all of them from there, and beside each its meaning.
fn is_legend(part: &Table, main: &Table) -> bool {
    let rows = (0..part.row_count()).map(|row| [0, 1].map(|column| part.cell(row, column).trim()));
    let filled: Vec<[&str; 2]> = rows.filter(|cells| *cells != ["", ""]).skip(1).collect();
    let codes: HashSet<&str> = filled.iter().map(|[code, _]| *code).collect();
    if filled.is_empty() || filled.len() > SAMPLE || codes.len() < filled.len() {
        return false;
    }
    let cells = (1..main.row_count().min(ROWS_ABOVE)).flat_map(|row| main.row(row)).map(str::trim);
    let known: HashSet<&str> = cells.filter(|cell| codes.contains(cell)).collect();
    let says_more = main.row_count() > filled.len() + 1;
    part.column_count() == 2
        && says_more
        && filled.iter().all(|[code, meaning]| !meaning.is_empty() && known.contains(code))
}

/// Whether a table is one of nations or ties.
pub fn is_of_nations_or_ties(table: &Table) -> bool {
    let mut lookup = Lookup::default();
    let plan = sheet::suggest(table, 0, &mut lookup).plan;
    is_read(table, &plan, &mut lookup)
}

/// Whether something is read of a table by its plan: where it is one of nodes, it has to be sure.
fn is_read(table: &Table, plan: &SheetPlan, lookup: &mut Lookup) -> bool {
    match plan.content {
        TableContent::Ignored => false,
        TableContent::Nodes => is_sure(table, lookup),
        _ => !plan.rows.is_empty(),
    }
}

/// Whether what stands beside or below another table is surely one of its own.
pub fn is_sure(table: &Table, lookup: &mut Lookup) -> bool {
    let Suggestion { plan, is_sure } = sheet::suggest(table, 0, lookup);
    let view = View::new(table, 0, plan.is_transposed);
    match plan.content {
        TableContent::Ignored => false,
        TableContent::Nodes => {
            is_sure && table.column_count() > 1 && names_nations(&view, &plan, lookup)
        }
        TableContent::Matrix { .. } => is_sure,
        _ => is_sure && plan.header.is_some() && !plan.rows.is_empty(),
    }
}

/// Whether a table of nodes has a column for their ids, or names nations that are known.
fn names_nations(view: &View<'_>, plan: &SheetPlan, lookup: &mut Lookup) -> bool {
    let Some(header) = plan.header else { return false };
    let key = |column: usize| header_key(view.cell(header, column));
    let columns: Vec<usize> =
        plan.columns_with(ColumnUse::Id).chain(plan.columns_with(ColumnUse::Label)).collect();
    let has_id = columns.len() > 1 && NODE_IDS.contains(&key(columns[0]));
    let are_nations = |column: &usize| {
        let cells = plan.rows.clone().take(SAMPLE).map(|row| view.cell(row, *column));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let known = cells.iter().filter(|cell| lookup.nation(cell).is_some()).count();
        known > 0 && known * 5 >= cells.len() * 3
    };
    has_id || columns.iter().any(are_nations)
}

/// What stands above a row that may begin another table.
#[derive(Default)]
struct Block {
    /// The keys of its header.
    header: Vec<String>,
    /// Whether it is a table of nations or ties.
    is_read: bool,
    /// Whether it is a matrix, below which another one may have the same header.
    is_matrix: bool,
    /// Whether its first columns name nations that are known.
    names_nations: bool,
}

impl Block {
    fn of(table: &Table, rows: Range<usize>, lookup: &mut Lookup) -> Self {
        let area = table.area(rows, 0..table.column_count());
        let Suggestion { plan, is_sure: _ } = sheet::suggest(&area, 0, lookup);
        let view = View::new(&area, 0, plan.is_transposed);
        let is_read = is_read(&area, &plan, lookup);
        let names_nations =
            plan.rows.clone().take(SAMPLE).any(|row| has_nation(&view, row, lookup));
        let header = plan.header.map(|header| keys(&view, header)).unwrap_or_default();
        let is_matrix = matches!(plan.content, TableContent::Matrix { .. });
        Self { header, is_read, is_matrix, names_nations }
    }
}

/// The tables below one another: where below a blank row, or a title, the header of another one stands.
fn below_one_another(table: Table, lookup: &mut Lookup) -> Vec<Table> {
    let view = View::new(&table, 0, false);
    let mut begins = vec![0];
    let mut above: Option<Block> = None;
    let mut looks = 0;
    let mut row = 1;
    while row + 1 < view.row_count() && begins.len() < MAX_PARTS && looks < MAX_LOOKS {
        row += 1;
        let begin = begins.last().copied().unwrap_or_default();
        if row < begin + 2 || !may_begin(&view, row) {
            continue;
        }
        let header = header_below(&view, row);
        let is_last = view.is_blank(row - 1) && view.row_count() - row <= SAMPLE;
        if header.is_none() && !is_last {
            continue;
        }
        looks += 1;
        let rows = begin..row.min(begin + ROWS_ABOVE);
        let known = above.take().unwrap_or_else(|| Block::of(&table, rows, lookup));
        let begins_here = known.is_read
            && match header {
                Some(header) if known.header == keys(&view, header) && !known.is_matrix => false,
                Some(header) if is_sure(&sample(&view, &table, row, header), lookup) => true,
                _ => is_last && known.names_nations && stands_aside(&view, row, lookup),
            };
        match begins_here {
            true => begins.push(row),
            // What isn't read so far may be with the rows that follow.
            false => above = Some(known).filter(|known| known.is_read),
        }
    }
    if begins.len() < 2 {
        return vec![table];
    }
    let ends = begins.iter().skip(1).copied().chain([table.row_count()]);
    let rows = begins.iter().copied().zip(ends);
    rows.map(|(begin, end)| table.area(begin..end, 0..table.column_count())).collect()
}

fn keys(view: &View<'_>, row: usize) -> Vec<String> {
    let mut keys: Vec<String> = view.row(row).map(header_key).collect();
    keys.truncate(keys.iter().rposition(|key| !key.is_empty()).map_or(0, |last| last + 1));
    keys
}

/// Whether a row says something, and stands below a blank one or is a title.
fn may_begin(view: &View<'_>, row: usize) -> bool {
    match view.row(row).filter(|cell| !cell.is_empty()).take(2).count() {
        0 => false,
        1 => true,
        _ => view.is_blank(row - 1),
    }
}

/// The row that names columns here, or below titles that stand here.
fn header_below(view: &View<'_>, row: usize) -> Option<usize> {
    let is_title = |row: &usize| header::filled(view, *row) < 2;
    let header = (row..view.row_count()).take(TITLES + 1).find(|row| !is_title(row))?;
    let keys = keys(view, header);
    let named = keys.iter().filter(|key| !key.is_empty()).count();
    let known = keys.iter().filter(|key| header::is_known_word(key)).count();
    let is_matrix = view.cell(header, 0).is_empty() && !view.cell(header, 1).is_empty()
        || named > 2
            && keys.first().is_some_and(|key| *key == header_key(view.cell(header + 1, 0)));
    let names_columns = ends_by_words::are_said(&keys) || known >= 2 && known * 2 >= named;
    (names_columns || is_matrix || header > row && known > 0).then_some(header)
}

/// The rows from titles to the first blank row below a header, or as many as are enough.
fn sample(view: &View<'_>, table: &Table, begin: usize, header: usize) -> Table {
    let rows = (header + 1..view.row_count()).take(SAMPLE);
    let end = rows.take_while(|row| !view.is_blank(*row)).last().unwrap_or(header) + 1;
    table.area(begin..end, 0..table.column_count())
}

/// Whether all rows from here on say several things and none of them is a nation, as a legend does.
fn stands_aside(view: &View<'_>, row: usize, lookup: &mut Lookup) -> bool {
    let mut rows = (row..view.row_count()).filter(|row| !view.is_blank(*row));
    rows.clone().any(|row| header::filled(view, row) > 1 && !totals::is_sum(view, row))
        && rows.all(|row| !has_nation(view, row, lookup))
}

fn has_nation(view: &View<'_>, row: usize, lookup: &mut Lookup) -> bool {
    let is_name = |cell: &&str| cell.chars().count() > 3 && cell.chars().any(char::is_alphabetic);
    view.row(row).take(COLUMNS).filter(is_name).any(|cell| lookup.nation(cell).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::tables::{TablePlan, network};

    /// What is read of a table whose rows are lines and whose cells have `|` between them: its edges as
    /// `from>to`, the number of nodes, and how many remarks there are.
    fn read(text: &str) -> (usize, String, usize, usize) {
        let mut table = Table::new("");
        text.lines().for_each(|line| table.push_row(line.split('|')));
        let tables = parted(vec![table]);
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        let id = |node: u32| network.nodes[node as usize].id.as_str();
        let edges = network.edges.iter().map(|edge| format!("{}>{}", id(edge.from), id(edge.to)));
        let edges = edges.collect::<Vec<_>>().join(" ");
        let remarks = network.remarks.groups().map(|group| group.count).sum();
        (tables.len(), edges, network.held.nodes, remarks)
    }

    fn expect(text: &str, tables: usize, edges: &str, nodes: usize, remarks: usize) {
        assert_eq!(read(text), (tables, edges.to_owned(), nodes, remarks), "{text}");
    }

    #[test]
    fn tables_side_by_side_are_read_each() {
        expect(
            "from|to|kind||source|target|since\nJapan|Peru|pact||Chad|Mali|1990\n\
             Peru|Chile|war||Togo|Benin|1991\n||||Niger|Benin|1992",
            2,
            "Japan>Peru Peru>Chile Chad>Mali Togo>Benin Niger>Benin",
            8,
            0,
        );
        expect(
            "Alliances|||||Trade\n|Japan|Peru||| |Chad|Mali\nJapan|0|1|||Chad|0|1\n\
             Peru|1|0|||Mali|1|0",
            2,
            "Japan>Peru Chad>Mali",
            4,
            0,
        );
        expect(
            "Country A|Country B||Country|Capital\nJapan|Peru||Japan|Tokyo\nPeru|Chile||Peru|Lima\n\
             |||Chile|Santiago",
            2,
            "Japan>Peru Peru>Chile",
            3,
            0,
        );
    }

    #[test]
    fn a_blank_column_within_a_table_parts_nothing() {
        for text in [
            "from|to||kind\nJapan|Peru||pact\nChad|Mali||war",
            "Country A|Since||Country B|Until\nJapan|1950||Peru|1960\nChad|1951||Mali|1961",
            "from||to||name|note\nJapan||Peru||pact|x\nChad||Mali||war|y",
        ] {
            expect(text, 1, "Japan>Peru Chad>Mali", 4, 0);
        }
    }

    #[test]
    fn tables_below_one_another_are_read_each() {
        expect(
            "from|to|kind\nJapan|Peru|pact\nChad|Mali|war\n\nexporter|importer|value\nTogo|Benin|3",
            2,
            "Japan>Peru Chad>Mali Togo>Benin",
            6,
            0,
        );
        expect(
            "Alliances\nfrom|to|kind\nJapan|Peru|pact\nChad|Mali|war\n\nTrade in 1990\n\n\
             exporter|importer|value\nTogo|Benin|3",
            2,
            "Japan>Peru Chad>Mali Togo>Benin",
            6,
            2,
        );
        expect(
            "from|to|kind\nJP|PE|pact\nTD|ML|war\n\nid|name|capital\nJP|Japan|Tokyo\n\
             PE|Peru|Lima\nTD|Chad|N'Djamena\nML|Mali|Bamako",
            2,
            "JP>PE TD>ML",
            4,
            0,
        );
        expect("|A|B|C\nA|0|1|0\nB|0|0|1\nC|0|0|0\n\n|D|E\nD|0|1\nE|0|0", 2, "A>B B>C D>E", 5, 0);
    }

    #[test]
    fn rows_below_a_blank_one_and_repeated_headers_part_nothing() {
        expect(
            "from|to|kind\nJapan|Peru|pact\n\nChad|Mali|war\n\nfrom|to|kind\nTogo|Benin|pact\n",
            1,
            "Japan>Peru Chad>Mali Togo>Benin",
            6,
            1,
        );
    }

    #[test]
    fn a_legend_is_no_table_of_nations() {
        let text = "from|to|kind||Code|Meaning\nJapan|Peru|A||A|alliance\nChad|Mali|W||W|war\nTogo|Benin|A";
        expect(text, 2, "Japan>Peru Chad>Mali Togo>Benin", 6, 1);
        let text =
            "from|to|kind\nJapan|Peru|A\nChad|Mali|N\n\nCode|Meaning\nA|alliance\nN|neutrality";
        expect(text, 2, "Japan>Peru Chad>Mali", 4, 1);
        let text = "|Japan|Peru|Chad\nJapan||A|D\nPeru|A||\nChad|D||\n\nA|alliance\nD|neutrality";
        expect(text, 2, "Japan>Peru Japan>Chad", 3, 1);
    }

    #[test]
    fn a_blank_first_column_is_passed_over() {
        expect("||\n||Japan|Peru\n|Japan|0|1\n|Peru|0|0", 1, "Japan>Peru", 2, 0);
        let mut table = Table::new("");
        table.push_row(["", "from", "to"]);
        table.push_row(["", "Japan", "Peru"]);
        let tables = parted(vec![table]);
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        assert_eq!((network.edges[0].spot.line, network.edges[0].spot.column), (2, 2));
    }
}
