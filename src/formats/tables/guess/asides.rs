//! Rows among those of data that say something about the table and belong to no tie: notes, sums and titles.

use std::cell::OnceCell;

use super::lookup::Lookup;
use super::totals;
use crate::formats::mapping::sign_of_kind;
use crate::formats::tables::plan::{ColumnUse, SheetPlan, TableContent};
use crate::formats::tables::view::View;
use crate::formats::vocabulary::kind_words;

/// What is said of titles among the rows.
const TITLE: &str = "is a title above names of columns";
const HEADING: &str = "is a heading among the rows";
/// So many rows are looked at for what they name.
const ROWS: usize = 40;
/// A title of more words says more than a kind.
const MOST_WORDS: usize = 3;

/// The rows of a table of ties that are none.
pub struct Asides<'a> {
    view: &'a View<'a>,
    header: Option<usize>,
    rows: std::ops::Range<usize>,
    /// The columns of both ends, in their order.
    ends: Vec<usize>,
    /// Whether those of them that fill down leave a row with one text a tie.
    fills_down: bool,
    names_nations: OnceCell<bool>,
}

impl<'a> Asides<'a> {
    /// Those of a table by its plan; none where it holds no ties in rows.
    pub fn new(view: &'a View<'a>, plan: &SheetPlan) -> Self {
        let has_ends =
            matches!(plan.content, TableContent::Edges | TableContent::Affiliation { .. });
        let columns = plan.columns.iter().enumerate();
        let ends = columns.filter(|(_, column)| {
            has_ends && matches!(column.role, ColumnUse::Source | ColumnUse::Target)
        });
        Self {
            view,
            header: plan.header,
            rows: plan.rows.clone(),
            fills_down: ends.clone().any(|(_, column)| column.fills_down),
            ends: ends.map(|(index, _)| index).collect(),
            names_nations: OnceCell::new(),
        }
    }

    /// Why a row is none of data, as the predicate of a remark; `None` where it may be one.
    pub fn reason(&self, row: usize) -> Option<&'static str> {
        if self.repeats_header(row) {
            return Some("repeats the names of the columns");
        }
        let mut texts = self.view.row(row).enumerate().filter(|(_, cell)| !cell.is_empty());
        let (Some((column, text)), None) = (texts.next(), texts.next()) else { return None };
        if self.ends.len() < 2 {
            return None;
        }
        if totals::is_note_text(text) {
            return Some("is a note");
        }
        if totals::begins_with_sum(text) {
            return Some(totals::SUM);
        }
        let next = (row + 1..self.rows.end).find(|row| !self.view.is_blank(*row));
        if next.is_some_and(|next| self.repeats_header(next)) {
            return Some(TITLE);
        }
        let may_be_heading = !self.fills_down && column <= self.ends[0] && next.is_some();
        let is_heading = || says_kind(text) || !names_nation(text) && self.names_nations();
        (may_be_heading && is_heading()).then_some(HEADING)
    }

    /// Whether a reason is that a row is a title of those below it.
    pub fn is_of_title(reason: &str) -> bool {
        [TITLE, HEADING].contains(&reason)
    }

    fn repeats_header(&self, row: usize) -> bool {
        self.header.is_some_and(|header| {
            let view = self.view;
            let mut cells = view.row(row).zip(view.row(header));
            view.row_len(row) == view.row_len(header) && cells.all(|(cell, name)| cell == name)
        })
    }

    /// Whether most of the first rows name nations that are known: then what isn't one stands out.
    fn names_nations(&self) -> bool {
        *self.names_nations.get_or_init(|| {
            let mut lookup = Lookup::default();
            let cell = |row: usize| self.view.cell(row, self.ends[0]);
            let is_tie = |row: &usize| !self.view.cell(*row, self.ends[1]).is_empty();
            let rows = self.rows.clone().filter(is_tie).take(ROWS);
            let cells: Vec<&str> = rows.map(cell).filter(|cell| !cell.is_empty()).collect();
            let known = cells.iter().filter(|cell| lookup.nation(cell).is_some()).count();
            known >= 2 && known * 5 >= cells.len() * 4
        })
    }
}

/// Whether a title is the name of a kind of tie: *Alliances*, *Rivals*.
pub fn says_kind(title: &str) -> bool {
    let is_short = title.split_whitespace().count() <= MOST_WORDS
        && !title.contains(|c: char| c.is_ascii_digit());
    kind_words(title).is_some() || is_short && sign_of_kind(title).is_some()
}

/// Whether a text, or a part of it, names a nation.
fn names_nation(text: &str) -> bool {
    let mut lookup = Lookup::default();
    let parts = text.split([',', ';', '/', '|', '(', '&', '\n']).map(str::trim);
    parts.chain([text]).any(|part| lookup.nation(part).is_some())
}

#[cfg(test)]
mod tests {
    use crate::formats::tables::{Table, TablePlan, network};
    use crate::model::Attribute;

    /// How many nodes and edges are read, and what is said of rows, each with its number.
    fn read(text: &str) -> (usize, usize, String) {
        let mut table = Table::new("");
        text.lines().for_each(|line| table.push_row(line.split('|')));
        let tables = [table];
        let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
        let groups = network.remarks.groups();
        let mut said: Vec<(u32, &str)> = groups
            .flat_map(|group| group.examples.iter().map(|at| (at.spot.line, group.topic.as_str())))
            .collect();
        said.sort_unstable();
        let said: Vec<String> = said.iter().map(|(row, topic)| format!("{row} {topic}")).collect();
        (network.held.nodes, network.held.edges, said.join("; "))
    }

    #[test]
    fn notes_sums_headings_and_titles_among_rows_are_no_nations() {
        for (row, topic) in [
            ("* preliminary", "is a note"),
            ("[1] Since 1990", "is a note"),
            ("(a) unilateral", "is a note"),
            ("Source: the ministry", "is a note"),
            ("Total: 2", "is a row of sums"),
            ("Summe 2", "is a row of sums"),
            ("n = 2", "is a row of sums"),
            ("Europe||", "is a heading among the rows"),
        ] {
            let text =
                format!("from|to|kind\nJapan|Peru|pact\n{row}\nChad|Mali|war\nTogo|Benin|war");
            assert_eq!(read(&text), (6, 3, format!("3 {topic}")));
        }
        let text = "from|to|kind\nA|B|pact\nPage 2\nfrom|to|kind\nC|D|war";
        let said = "3 is a title above names of columns; 4 repeats the names of the columns";
        assert_eq!(read(text), (4, 2, said.to_owned()));
    }

    #[test]
    fn a_nation_without_a_partner_stays_one() {
        let text = "from|to|kind\nJapan|Peru|pact\nIreland||\nChad|Mali|war\nTogo|Benin|war";
        assert_eq!(read(text).0, 7);
        let text = "from|to|kind\nGondor|Rohan|pact\nMordor||\nArnor|Bree|war";
        assert_eq!(read(text).0, 5);
    }

    #[test]
    fn titles_say_the_kinds_of_the_ties_below_them() {
        let kinds = |text: &str| {
            let mut table = Table::new("");
            text.lines().for_each(|line| table.push_row(line.split('|')));
            let tables = [table];
            let network = network(&tables, &TablePlan::guess(&tables)).unwrap();
            let kind = network.edge_columns.find("kind");
            let said = network.edges.iter().map(|edge| {
                let found = edge.attributes.iter().find(|(column, _)| Some(*column) == kind);
                match found {
                    Some((_, Attribute::Text(kind))) => kind.to_string(),
                    _ => "-".to_owned(),
                }
            });
            let remarks: usize = network.remarks.groups().map(|group| group.count).sum();
            format!("{} !{remarks}", said.collect::<Vec<_>>().join(" "))
        };
        for (text, expected) in [
            (
                "Allies\nfrom|to\nChad|Mali\nTogo|Benin\n\nRivals\nfrom|to\nJapan|Peru",
                "Allies Allies Rivals !1",
            ),
            (
                "from|to\nAllies|\nChad|Mali\nTogo|Benin\nRivals|\nJapan|Peru",
                "Allies Allies Rivals !0",
            ),
            (
                "Allies|\nChad|Mali\nTogo|Benin\n|\nRivals|\nJapan|Peru\nChile|Peru",
                "Allies Allies Rivals Rivals !0",
            ),
            ("Allies\n\nChad|Mali\nTogo|Benin\n\nRivals\n\nJapan|Peru", "Allies Allies Rivals !0"),
            // Below another title nothing is said of the kind.
            ("from|to\nAllies|\nChad|Mali\nTogo|Benin\nAsia|\nJapan|Nepal", "Allies Allies - !1"),
            // What a column says counts.
            ("from|to|kind\nAllies||\nChad|Mali|war\nTogo|Benin|war", "war war !1"),
        ] {
            assert_eq!(kinds(text), expected, "{text}");
        }
    }

    #[test]
    fn notes_below_rows_are_no_merged_cells() {
        let text = "from|to|kind\nJapan|Peru|pact\nChad|Mali|war\n* preliminary\n[1] since 1990\n(a) unilateral";
        assert_eq!((read(text).0, read(text).1), (4, 2));
    }
}
