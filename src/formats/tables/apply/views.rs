//! Columns that say how the one end is tied to the other and how that is tied to it: `A's view of B`,
//! `Exports B to A`.

use crate::formats::mapping::sign_of_kind;
use crate::formats::network::{ColumnId, Columns, Edge};
use crate::formats::problems::{Remarks, Spot};
use crate::formats::tables::guess::has_kinds;
use crate::formats::tables::plan::{ColumnPlan, ColumnUse, SheetPlan};
use crate::formats::tables::values;
use crate::formats::tables::view::View;
use crate::model::Attribute;
use crate::names::fold;

/// Words between which the one who acts comes last: *aid received by A from B*.
const REVERSING: [&str; 2] = ["from", "by"];
/// Words beside both ends that say nothing of the tie.
const FILLING: [&str; 20] = [
    "s", "of", "on", "to", "towards", "toward", "about", "against", "for", "by", "from", "in",
    "the", "vs", "and", "with", "country", "state", "nation", "is",
];
/// Words for what an end thinks of the other, where the column names it alone: `A's view`.
const OPINIONS: [&str; 9] = [
    "view",
    "opinion",
    "attitude",
    "stance",
    "position",
    "perception",
    "sentiment",
    "policy",
    "feelings",
];

/// So many of such columns are compared with one another.
const MOST_COLUMNS: usize = 200;

/// A column of what runs from one end of a tie to the other.
struct ViewColumn {
    index: usize,
    /// Whether it runs from the target of the row to its source.
    is_back: bool,
    /// What the name of the column says beside the ends, where it is a word for a kind.
    kind: Option<String>,
}

/// Such columns of a table.
pub struct Views {
    columns: Vec<ViewColumn>,
    /// Whether their cells are plus and minus.
    has_signs: bool,
    kind: ColumnId,
    sign: ColumnId,
}

impl Views {
    /// The columns of a plan that say so in pairs, one for each direction. Beside a column for kinds they only
    /// say more of the tie.
    pub fn find(view: &View<'_>, plan: &SheetPlan, names: &mut Columns) -> Option<Self> {
        let only = |role| {
            let mut columns = plan.columns_with(role).filter_map(|index| plan.columns.get(index));
            columns.next().filter(|_| columns.next().is_none())
        };
        let ends =
            [only(ColumnUse::Source)?, only(ColumnUse::Target)?].map(|end| tokens(&end.name));
        let said: Vec<(usize, Said)> = plan
            .columns_with(ColumnUse::Attribute)
            .filter_map(|index| Some((index, said(&plan.columns.get(index)?.name, &ends)?)))
            .take(MOST_COLUMNS)
            .collect();
        let has_mirror = |(_, own): &&(usize, Said)| {
            said.iter().any(|(_, other)| other.stem == own.stem && other.is_back != own.is_back)
        };
        let columns: Vec<ViewColumn> = said
            .iter()
            .filter(has_mirror)
            .map(|(index, said)| ViewColumn {
                index: *index,
                is_back: said.is_back,
                kind: Some(said.stem.join(" ")).filter(|stem| sign_of_kind(stem).is_some()),
            })
            .collect();
        let rest = without(plan, columns.iter().map(|column| column.index));
        if columns.is_empty() || has_kinds(&rest) {
            return None;
        }
        let mut cells = plan
            .rows
            .clone()
            .flat_map(|row| columns.iter().map(move |column| view.cell(row, column.index)));
        let has_signs = cells.any(values::is_plus);
        let [kind, sign] = ["kind", "sign"].map(|name| names.add(name));
        Some(Self { columns, has_signs, kind, sign })
    }

    /// The columns.
    pub fn columns(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().map(|column| column.index)
    }

    /// The edges that the cells of a row say, each with whether it runs from its target to its source.
    pub fn edges<'c>(
        &self,
        edge: &Edge,
        plan: &SheetPlan,
        cell: impl Fn(usize) -> &'c str,
    ) -> Vec<(Edge, bool)> {
        let of = |column: &ViewColumn| {
            let plan = plan.columns.get(column.index)?;
            let own = self.edge(edge.clone(), column, plan, cell(column.index))?;
            Some((Edge { directed: Some(true), ..own }, column.is_back))
        };
        self.columns.iter().filter_map(of).collect()
    }

    fn edge(
        &self,
        mut edge: Edge,
        column: &ViewColumn,
        plan: &ColumnPlan,
        cell: &str,
    ) -> Option<Edge> {
        let text = |text: &str| Attribute::Text(text.into());
        if self.has_signs && (values::is_plus(cell) || values::is_minus(cell)) {
            let sign = if values::is_plus(cell) { "+" } else { "-" };
            edge.attributes.push((self.sign, text(sign)));
        } else if cell.is_empty() || values::is_missing(cell) || values::says_no(cell) {
            return None;
        } else if let Some(Attribute::Number(number)) = values::read(cell, plan.values) {
            edge.weight = Some(number).filter(|number| *number != 0.0);
            edge.weight?;
        } else if column.kind.is_none() && !values::says_yes(cell) {
            edge.attributes.push((self.kind, text(cell)));
        }
        if let Some(kind) = &column.kind {
            edge.attributes.push((self.kind, text(kind)));
        }
        Some(edge)
    }
}

/// Says of a row in which nothing runs either way that it makes no tie.
pub fn remark_on_no_view(spot: Spot, remarks: &mut Remarks) {
    let topic = "begins a row that says nothing of either direction";
    let outcome = "No tie was made; the nations that it names are on the map.";
    remarks.warn(spot, "", topic, outcome, "");
}

/// A plan without some columns.
pub fn without(plan: &SheetPlan, columns: impl Iterator<Item = usize>) -> SheetPlan {
    let mut plan = plan.clone();
    for index in columns {
        if let Some(column) = plan.columns.get_mut(index) {
            column.role = ColumnUse::Ignored;
        }
    }
    plan
}

/// What the name of a column says of what runs between two ends.
#[derive(PartialEq, Eq)]
struct Said {
    is_back: bool,
    stem: Vec<String>,
}

/// What the name of a column says, where it names both ends, or whose opinion it is.
fn said(name: &str, ends: &[Vec<String>; 2]) -> Option<Said> {
    let words = tokens(name);
    let places = [0, 1].map(|end| place(&words, &ends[end]));
    let is_of_ends =
        |at: usize| places.iter().flatten().any(|(begin, len)| (*begin..begin + len).contains(&at));
    let rest = words.iter().enumerate().filter(|(at, _)| !is_of_ends(*at));
    let stem: Vec<String> = rest
        .filter(|(_, word)| !FILLING.contains(&word.as_str()))
        .map(|(_, word)| word.clone())
        .collect();
    match places {
        [Some((from, _)), Some((to, _))] if from != to => {
            let between = words.get(from.min(to)..from.max(to)).unwrap_or_default();
            let is_reversed = between.iter().any(|word| REVERSING.contains(&word.as_str()));
            Some(Said { is_back: (from > to) != is_reversed, stem })
        }
        [Some(_), None] | [None, Some(_)] => {
            let is_opinion = matches!(&stem[..], [only] if OPINIONS.contains(&only.as_str()));
            is_opinion.then_some(Said { is_back: places[0].is_none(), stem })
        }
        _ => None,
    }
}

/// Where an end stands in the name of a column: by its own name, or by the letter or number at its end.
fn place(words: &[String], end: &[String]) -> Option<(usize, usize)> {
    let find = |wanted: &[String]| {
        let found = words.windows(wanted.len().max(1)).position(|part| part == wanted);
        found.map(|at| (at, wanted.len()))
    };
    let last = end.last()?;
    let mark = match last.chars().last()? {
        digit if digit.is_ascii_digit() => digit.to_string(),
        _ if last.chars().count() == 1 => last.clone(),
        _ => return find(end),
    };
    find(end).or_else(|| find(&[mark]))
}

/// The words of a name, in small letters.
fn tokens(name: &str) -> Vec<String> {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_column_says_which_way_its_cells_run() {
        let of = |name: &str, from: &str, to: &str| {
            said(name, &[tokens(from), tokens(to)]).map(|said| said.is_back)
        };
        for (name, from, to, expected) in [
            ("A's view of B", "A", "B", Some(false)),
            ("B\u{2019}s view of A", "A", "B", Some(true)),
            ("A\u{2192}B", "Country A", "Country B", Some(false)),
            ("Country B to country A", "Country A", "Country B", Some(true)),
            ("Attitude of 2 towards 1", "Country1", "Country2", Some(true)),
            ("Aid received by A from B", "A", "B", Some(true)),
            ("Imports of B from A", "A", "B", Some(false)),
            ("Source's opinion of target", "Source", "Target", Some(false)),
            ("B's stance", "A", "B", Some(true)),
            ("GDP A", "A", "B", None),
            ("Kind", "A", "B", None),
        ] {
            assert_eq!(of(name, from, to), expected, "{name}");
        }
    }
}
