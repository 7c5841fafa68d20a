//! The names of columns that stand in two rows: a word for a group of columns above, a word for each below.

use std::collections::HashMap;

use super::end_words::NODE_LABELS;
use super::ends_by_words;
use super::header::{self, Beginning};
use super::lookup::Lookup;
use crate::formats::tables::header_key;
use crate::formats::tables::values;
use crate::formats::tables::view::View;

/// The rows that name columns, and the first row of data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heads {
    /// The row that names each column, and where the data begins.
    pub beginning: Beginning,
    /// The row above it that names groups of columns, if there is one.
    pub groups: Option<usize>,
}

impl Heads {
    /// The rows around a header that name columns with it. Rows below it that only number the columns, or
    /// stand in brackets, are no data.
    pub fn around(view: &View<'_>, beginning: Beginning, lookup: &mut Lookup) -> Self {
        let Some(header) = beginning.header else { return Self { beginning, groups: None } };
        let (header, groups) = if names_parts(view, header, header + 1, lookup) {
            (header + 1, Some(header))
        } else {
            let above = header.checked_sub(1);
            (header, above.filter(|above| names_groups(view, *above, header)))
        };
        let mut first = beginning.first.max(header + 1);
        while first < header + 4 && numbers_columns(view, first) {
            first += 1;
        }
        Self { beginning: Beginning { header: Some(header), first }, groups }
    }

    /// The names of all columns; empty where a column has none.
    pub fn names(&self, view: &View<'_>) -> Vec<String> {
        let Some(header) = self.beginning.header else { return Vec::new() };
        let own: Vec<String> =
            (0..view.column_count()).map(|column| words(view.cell(header, column))).collect();
        let Some(above) = self.groups else { return own };
        let groups = groups_of(view, above, &own);
        let joined = joined(&groups, &own);
        let ends = named_after_groups(&groups, &own, &joined);
        let says_ends = |names: &[String]| {
            ends_by_words::are_said(&names.iter().map(|name| header_key(name)).collect::<Vec<_>>())
        };
        if says_ends(&ends) && !says_ends(&own) { ends } else { joined }
    }
}

fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Of each column the word for its group: that above it, or, as in merged cells, the last one to the left. The
/// last group is taken to be as wide as the first.
fn groups_of(view: &View<'_>, above: usize, own: &[String]) -> Vec<String> {
    let upper: Vec<String> = (0..own.len()).map(|column| words(view.cell(above, column))).collect();
    let mut begins = (0..upper.len()).filter(|column| !upper[*column].is_empty());
    let width = begins.next().zip(begins.next()).map_or(own.len(), |(one, next)| next - one);
    let last_begin = (0..upper.len()).rev().find(|column| !upper[*column].is_empty());
    let mut last = "";
    let mut groups = Vec::with_capacity(own.len());
    for (column, name) in own.iter().enumerate() {
        let is_behind = last_begin.is_some_and(|begin| column >= begin + width);
        if !upper[column].is_empty() || name.is_empty() || is_behind {
            last = &upper[column];
        }
        groups.push(last.to_owned());
    }
    groups
}

/// The words of both rows, or those of one where they say it all.
fn joined(groups: &[String], own: &[String]) -> Vec<String> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in own {
        *counts.entry(header_key(name)).or_default() += 1;
    }
    let is_alone = |key: &str| header::is_known_word(key) && counts.get(key) == Some(&1);
    let join = |(group, own): (&String, &String)| {
        if group.is_empty() || group == own || !own.is_empty() && is_alone(&header_key(own)) {
            own.clone()
        } else if own.is_empty() {
            group.clone()
        } else {
            format!("{group} {own}")
        }
    };
    groups.iter().zip(own).map(join).collect()
}

/// The same, but one column of each group has the name of the group alone: that of names, or else the first.
fn named_after_groups(groups: &[String], own: &[String], joined: &[String]) -> Vec<String> {
    let mut names = joined.to_vec();
    let mut begin = 0;
    for span in groups.chunk_by(|one, other| one == other) {
        let rank = |name: &str| {
            let key = header_key(name);
            NODE_LABELS.rank(&key).unwrap_or(usize::MAX)
        };
        let own = own.iter().enumerate().skip(begin).take(span.len());
        let surest = own.min_by_key(|(_, name)| rank(name));
        let Some((place, own)) = surest else { continue };
        if let (Some(name), Some(group)) = (names.get_mut(place), span.first())
            && !group.is_empty()
            && name != own
        {
            name.clone_from(group);
        }
        begin += span.len();
    }
    names
}

/// Whether a row below a header names the parts of its groups: where the header says nothing, or the same
/// twice, this row does, and its words are those of headers.
fn names_parts(view: &View<'_>, header: usize, below: usize, lookup: &mut Lookup) -> bool {
    if below + 1 >= view.row_count() || view.is_blank(below + 1) {
        return false;
    }
    let (mut known, mut texts, mut parts) = (0, 0, 0);
    for (column, cell) in view.row(below).enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let above = view.cell(header, column);
        let before = column.checked_sub(1).map_or("", |before| view.cell(header, before));
        let is_known = header::is_known_word(&header_key(cell)) || above == cell;
        if is_number(cell) || !is_known && lookup.nation(cell).is_some() {
            return false;
        }
        texts += 1;
        parts += usize::from(above.is_empty() && !before.is_empty() || above == before);
        known += usize::from(is_known);
    }
    parts > 0 && texts > 1 && known * 3 >= texts * 2
}

/// Whether a row above a header names groups of its columns: it says less, or the same twice, and not as a
/// title does, in its first cell alone.
fn names_groups(view: &View<'_>, above: usize, header: usize) -> bool {
    let texts: Vec<(usize, &str)> =
        view.row(above).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    let is_title = texts.len() == 1 && texts.first().is_some_and(|(column, _)| *column == 0);
    let has_own = |column: usize| !view.cell(header, column).is_empty();
    let mut keys: Vec<String> = view.row(header).map(header_key).collect();
    keys.retain(|key| !key.is_empty());
    keys.sort_unstable();
    let repeats = keys.windows(2).any(|pair| matches!(pair, [one, other] if one == other));
    let is_within = texts.last().is_some_and(|(column, _)| *column < view.row_len(header));
    !texts.is_empty()
        && !is_title
        && is_within
        && (repeats || texts.iter().any(|(column, _)| !has_own(*column)))
        && !texts.iter().any(|(_, cell)| is_number(cell))
}

/// Whether a row below a header says nothing but the numbers of its columns, or all in brackets.
fn numbers_columns(view: &View<'_>, row: usize) -> bool {
    let cells: Vec<&str> = view.row(row).filter(|cell| !cell.is_empty()).collect();
    let is_bracketed = |cell: &&str| {
        cell.starts_with('(') && cell.ends_with(')') || cell.starts_with('[') && cell.ends_with(']')
    };
    if cells.len() < 2 || row + 1 >= view.row_count() {
        return false;
    }
    if cells.iter().all(is_bracketed) {
        return true;
    }
    let first = cells.first().and_then(|cell| cell.parse::<usize>().ok());
    let counts = first.is_some_and(|first| {
        cells.iter().enumerate().all(|(place, cell)| cell.parse() == Ok(first + place))
    });
    // Where the rows below name their ends by numbers too, this is one of them.
    counts
        && cells.len() > 2
        && view.row(row + 1).take(3).filter(|cell| is_number(cell)).count() < 2
}

fn is_number(cell: &str) -> bool {
    values::number(cell, '.').is_some() || values::number(cell, ',').is_some()
}

#[cfg(test)]
mod tests {
    use crate::formats::tables::{Table, TablePlan, network};

    /// The names of the columns, and the edges as `from>to`.
    fn read(text: &str) -> (String, String) {
        let mut table = Table::new("");
        text.lines().for_each(|line| table.push_row(line.split('|')));
        let tables = [table];
        let plan = TablePlan::guess(&tables);
        let network = network(&tables, &plan).unwrap();
        let id = |node: u32| network.nodes[node as usize].id.as_str();
        let edges = network.edges.iter().map(|edge| format!("{}>{}", id(edge.from), id(edge.to)));
        let names = plan.sheets[0].columns.iter().map(|column| column.name.as_str());
        (names.collect::<Vec<_>>().join(","), edges.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn a_header_in_two_rows_is_joined() {
        for (text, names) in [
            (
                "Country A||Country B||\nname|code|name|code|kind\nJapan|JPN|Peru|PER|pact\n\
                 Chad|TCD|Mali|MLI|war",
                "Country A,Country A code,Country B,Country B code,kind",
            ),
            (
                "Ties\nSource|Source|Target|Target\nid|name|id|name\n1|Japan|2|Peru\n3|Chad|4|Mali",
                "Source id,Source,Target id,Target",
            ),
            (
                "Land A||Land B||\nName|ISO|Name|ISO|Seit\nJapan|JPN|Peru|PER|1950\nChad|TCD|Mali|MLI|1960",
                "Land A,Land A ISO,Land B,Land B ISO,Seit",
            ),
            (
                "from|to|Alliance|\n||since|until\nJapan|Peru|1951|1960\nChad|Mali|1970|1980",
                "from,to,since,until",
            ),
            (
                "||Alliance||Trade|\nfrom|to|since|until|since|until\nJapan|Peru|1951|1960||\n\
                 Chad|Mali|1970|1980|1990|1995",
                "from,to,Alliance since,Alliance until,Trade since,Trade until",
            ),
            (
                "Exporter||Importer||Trade\nISO|Country|ISO|Country|Trade\nJPN|Japan|PER|Peru|5\n\
                 TCD|Chad|MLI|Mali|6",
                "Exporter ISO,Exporter,Importer ISO,Importer,Trade",
            ),
        ] {
            assert_eq!(read(text), (names.to_owned(), "Japan>Peru Chad>Mali".to_owned()), "{text}");
        }
    }

    #[test]
    fn rows_that_number_columns_or_name_their_units_are_no_ties() {
        for row in ["1|2|3", "(1)|(2)|(3)", "[name]|[name]|[USD]"] {
            let text = format!("from|to|value\n{row}\nJapan|Peru|5\nChad|Mali|6");
            assert_eq!(read(&text).1, "Japan>Peru Chad>Mali", "{text}");
        }
        assert_eq!(read("from|to|value\n1|2|3\n2|3|5\n4|5|7").1, "1>2 2>3 4>5");
    }

    #[test]
    fn a_title_above_and_a_first_row_of_data_are_no_header() {
        let text = "Ties|of 1914\nfrom|to|kind\nJapan|Peru|pact\nChad|Mali|war";
        assert_eq!(read(text), ("from,to,kind".to_owned(), "Japan>Peru Chad>Mali".to_owned()));
        let text = "from|to|kind|\nJapan|Peru|pact|note\nChad|Mali|war|";
        assert_eq!(read(text).1, "Japan>Peru Chad>Mali");
    }
}
