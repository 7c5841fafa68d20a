//! Kinds and nations that options name, looked for in what was read: a name that stands nowhere changes
//! nothing, and is said.

use indexmap::IndexSet;

use crate::cli::convert_args::ConvertArgs;
use crate::formats::{Choices, EdgeRole, KindChoice, Network, nearest_name};
use crate::model::Attribute;
use crate::names::caseless;

/// The most names that a message lists.
const MOST_LISTED: usize = 12;

/// What options name, as it is spelt in the file, and a warning for each name that isn't there.
pub(super) struct Named {
    /// What is chosen for kinds.
    pub(super) kinds: Vec<(String, KindChoice)>,
    /// What texts mean.
    pub(super) meant: Vec<(String, Option<String>)>,
    /// A sentence for each name that stands nowhere.
    pub(super) warnings: Vec<String>,
}

impl Named {
    /// Looks for the names that the options give.
    pub(super) fn find(args: &ConvertArgs, network: &Network, choices: &Choices) -> Self {
        let mut warnings = Vec::new();
        let (mut kinds, mut meant) = (Vec::new(), Vec::new());
        if !args.kind.is_empty() {
            let texts = kind_texts(network, choices);
            for (name, choice) in &args.kind {
                let spelt = spelt(name, &texts);
                if spelt.is_none() {
                    warnings.push(not_there("--kind", name, "no tie has this kind", &texts));
                }
                kinds.push((spelt.unwrap_or(name).to_owned(), choice.clone()));
            }
        }
        if !args.meant.is_empty() {
            let texts = nation_texts(network);
            for (text, code) in &args.meant {
                let spelt = spelt(text, &texts);
                if spelt.is_none() {
                    warnings.push(not_there("--meant", text, "no nation is called so", &texts));
                }
                meant.push((spelt.unwrap_or(text).to_owned(), code.clone()));
            }
        }
        Self { kinds, meant, warnings }
    }
}

/// The options that decide how a file becomes a map, of those that were given; for a file that is a map already.
pub(super) fn without_effect(args: &ConvertArgs) -> Option<String> {
    let given = [
        ("--map", !args.map.is_empty()),
        ("--kind", !args.kind.is_empty()),
        ("--meant", !args.meant.is_empty()),
        ("--year", args.year.is_some()),
        ("--dates", args.dates.is_some()),
        ("--duplicates", args.duplicates.is_some()),
        ("--no-recognise", args.no_recognise),
    ];
    let given: Vec<&str> =
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(option, _)| option).collect();
    let options = given.join(", ");
    (!given.is_empty())
        .then(|| format!("{options}: without effect, for the file is a map of Entente's already."))
}

/// A text as it is spelt in the file: as written, or else in any case.
fn spelt<'t>(name: &str, texts: &IndexSet<&'t str>) -> Option<&'t str> {
    let exact = texts.get(name).copied();
    exact.or_else(|| {
        let wanted = caseless(name);
        texts.iter().find(|text| caseless(text.trim()) == wanted).copied()
    })
}

fn not_there(option: &str, name: &str, why: &str, texts: &IndexSet<&str>) -> String {
    let remedy = match nearest_name(name, texts.iter().copied()) {
        Some(near) => format!(" Did you mean “{near}”?"),
        None if texts.is_empty() => String::new(),
        None => {
            let listed: Vec<String> =
                texts.iter().take(MOST_LISTED).map(|text| format!("“{text}”")).collect();
            let more = match texts.len().saturating_sub(MOST_LISTED) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            format!(" There are {}{more}.", listed.join(", "))
        }
    };
    format!("{option} “{name}”: {why}.{remedy}")
}

/// The texts by which edges name their kinds.
fn kind_texts<'n>(network: &'n Network, choices: &'n Choices) -> IndexSet<&'n str> {
    let role = |index: usize| choices.edge_roles.get(index).copied();
    let mut texts = IndexSet::from([choices.usual_kind.as_str()]);
    let columns = network.edge_columns.iter();
    texts.extend(
        columns
            .filter(|(column, _)| role(column.index()) == Some(EdgeRole::OfThisKind))
            .map(|(_, name)| name.trim()),
    );
    for edge in &network.edges {
        if choices.edge_label == EdgeRole::Kind {
            texts.extend(edge.label.as_deref().map(str::trim));
        }
        for (column, value) in &edge.attributes {
            if let Attribute::Text(text) = value
                && role(column.index()) == Some(EdgeRole::Kind)
            {
                texts.insert(text.trim());
            }
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

/// All texts that nodes have.
fn nation_texts(network: &Network) -> IndexSet<&str> {
    let mut texts = IndexSet::new();
    for node in &network.nodes {
        texts.extend(node.label.as_deref());
        texts.insert(node.id.as_str());
        texts.extend(node.attributes.iter().filter_map(|(_, value)| match value {
            Attribute::Text(text) => Some(text.as_str()),
            Attribute::Number(_) | Attribute::Flag(_) => None,
        }));
    }
    texts
}
