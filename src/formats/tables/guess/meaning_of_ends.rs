//! What the names of the columns of both ends say of the ties themselves.

use super::relation_columns::{self, Heading};
use super::{acting_ends, ends_by_words};
use crate::formats::mapping::names_kinds;
use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan, TableContent};

/// Words for both ends of a tie that runs from the one to the other, whatever it is, beside those of
/// [`acting_ends`].
const DIRECTED: [(&str, &str); 13] = [
    ("initiator", "target"),
    ("origin", "destination"),
    ("origin", "dest"),
    ("orig", "dest"),
    ("orig", "destination"),
    ("o", "d"),
    ("exp", "imp"),
    ("snd", "rcv"),
    ("subject", "object"),
    ("origine", "destination"),
    ("origen", "destino"),
    ("origem", "destino"),
    ("origine", "destinazione"),
];

/// Words for both ends of a tie that runs so where nothing else is said of it.
const MOSTLY_DIRECTED: [(&str, &str); 11] = [
    ("from", "to"),
    ("frm", "to"),
    ("fromnode", "tonode"),
    ("fromnodeid", "tonodeid"),
    ("fromid", "toid"),
    ("von", "nach"),
    ("von", "zu"),
    ("von", "an"),
    ("de", "vers"),
    ("от", "к"),
    ("откуда", "куда"),
];

/// With what the names of columns begin or end that name the kind of a tie; *start* ends in *art*.
const KINDS: [&str; 8] =
    ["kind", "type", "relation", "interaction", "category", "defense", "defence", "entente"];

/// Whether the columns of a plan say that ties run from one end to the other.
pub fn is_directed(plan: &SheetPlan) -> bool {
    let (Some(from), Some(to)) =
        (word_of(plan, ColumnUse::Source), word_of(plan, ColumnUse::Target))
    else {
        return false;
    };
    let is_said = |words: &[(&str, &str)]| words.contains(&(from.as_str(), to.as_str()));
    let are_actors = from.starts_with("actor1") && to.starts_with("actor2");
    are_actors
        || is_said(&DIRECTED)
        || acting_ends::are_said(&from, &to)
        || is_said(&MOSTLY_DIRECTED) && !has_kinds(plan)
}

/// The word for an end that one column names; of `Donor country`, `donor`.
fn word_of(plan: &SheetPlan, role: ColumnUse) -> Option<String> {
    let mut columns = plan.columns_with(role);
    let only = columns.next().filter(|_| columns.next().is_none())?;
    let key = header_key(&plan.columns.get(only)?.name);
    let word = ends_by_words::without_nation(&key).map(str::to_owned);
    Some(word.unwrap_or(key))
}

/// What the name of a column of targets says of the ties to those in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidOfTarget {
    /// Their kind.
    pub kind: Option<String>,
    /// Which way they run.
    pub heading: Heading,
}

/// What each column of targets says of its ties by its name, or that of the sources for all: `Rival 2` are
/// rivals, `Invaded by` an invasion. Nothing where another column names kinds, or none of these does.
pub fn said_of_targets(plan: &SheetPlan) -> Vec<SaidOfTarget> {
    let columns = plan.columns_with(ColumnUse::Target).filter_map(|index| plan.columns.get(index));
    let names: Vec<&str> =
        columns.map(|column| relation_columns::without_number(&column.name)).collect();
    let nothing = vec![SaidOfTarget::default(); names.len()];
    if has_kinds(plan) {
        return nothing;
    }
    if let Some(kind) = kind_of_source(plan) {
        let said = SaidOfTarget { kind: Some(kind.to_owned()), ..SaidOfTarget::default() };
        return vec![said; names.len()];
    }
    let are_said =
        names.iter().any(|name| relation_columns::is_relation(name)) || names_relations(plan);
    if !are_said {
        return nothing;
    }
    let of_name = |name: &str| {
        let (kind, heading) = relation_columns::kind_and_heading(name);
        SaidOfTarget {
            kind: Some(kind).filter(|kind| !kind.is_empty()).map(str::to_owned),
            heading,
        }
    };
    names.into_iter().map(of_name).collect()
}

/// Whether several columns of targets say by their names how those in them are tied to the nation of the row.
fn names_relations(plan: &SheetPlan) -> bool {
    let mut columns =
        plan.columns_with(ColumnUse::Target).filter_map(|index| plan.columns.get(index));
    plan.columns_with(ColumnUse::Source).count() == 1
        && columns.all(|column| relation_columns::may_be_relation(&column.name))
}

/// The kind of tie that the column of the source says by its name.
fn kind_of_source(plan: &SheetPlan) -> Option<&'static str> {
    let first = plan.columns.get(plan.column_with(ColumnUse::Source)?)?;
    let done_by = acting_ends::kind_done_by(&header_key(&first.name));
    done_by.or_else(|| acting_ends::kind_of_doer(&word_of(plan, ColumnUse::Source)?))
}

/// Whether rows name a nation and its partners, so that a tie may stand in the rows of both.
pub fn lists_partners(plan: &SheetPlan) -> bool {
    let keys = |role| {
        let columns = plan.columns_with(role).filter_map(|index| plan.columns.get(index));
        columns.map(|column| header_key(&column.name)).collect::<Vec<String>>()
    };
    match plan.content {
        TableContent::Adjacency => true,
        TableContent::Edges => {
            let (sources, targets) = (keys(ColumnUse::Source), keys(ColumnUse::Target));
            names_relations(plan) || ends_by_words::are_partners(&sources, &targets)
        }
        _ => false,
    }
}

/// Which way goods go, of what a country reports of itself and a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// To the partner.
    Out,
    /// From it.
    In,
}

/// The column that says for each tie of one country to its partner which way goods go.
pub fn flow_column(plan: &SheetPlan) -> Option<usize> {
    const WORDS: [&str; 9] = [
        "flow",
        "tradeflow",
        "tradeflowname",
        "flowdesc",
        "flowcode",
        "flowname",
        "flowtype",
        "typeofflow",
        "tradedirection",
    ];
    let is_flow = |index: &usize| {
        let name = plan.columns.get(*index).map(|column| header_key(&column.name));
        name.is_some_and(|key| WORDS.contains(&key.as_str()))
    };
    let is_one = |role| plan.columns_with(role).count() == 1;
    let ends_are_two = is_one(ColumnUse::Source) && is_one(ColumnUse::Target);
    plan.columns_with(ColumnUse::Attribute).find(is_flow).filter(|_| ends_are_two)
}

/// Which way goods go by a cell of such a column: `Export`, `Re-Imports`, `M`.
pub fn flow(cell: &str) -> Option<Flow> {
    let key = header_key(cell);
    match key.strip_prefix("re").unwrap_or(&key) {
        "export" | "exports" | "x" | "rx" => Some(Flow::Out),
        "import" | "imports" | "m" | "rm" => Some(Flow::In),
        _ => None,
    }
}

/// Whether a column names the kinds of ties.
pub fn has_kinds(plan: &SheetPlan) -> bool {
    let is_kind = |key: &str| KINDS.iter().any(|word| key.starts_with(word) || key.ends_with(word));
    plan.columns_with(ColumnUse::Attribute)
        .filter_map(|index| plan.columns.get(index))
        .any(|column| names_kinds(&column.name) || is_kind(&header_key(&column.name)))
}
