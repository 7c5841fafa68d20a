//! Which nation the texts of a node mean, by the evidence of all nodes.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::choices::Choices;
use super::roles::{EdgeRole, NodeRole};
use super::value_words::{is_blank, text};
use crate::formats::name_lists::parted;
use crate::formats::network::{Network, Node};
use crate::names::{KnownNation, Recognition, Scheme, by_code, guess_scheme, read_as, recognise};

/// How many texts are looked at to see what they are.
const SAMPLE: usize = 400;
/// The share of names that must be nations, so that any is: people are called Jordan and Chad too.
const NATIONS: f64 = 0.6;
/// Fewer numbers than this say nothing about the list that they are taken from.
const FEW_NUMBERS: usize = 3;

/// What the texts of a node mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// One nation.
    Nation(&'static KnownNation),
    /// One of several, the likeliest first.
    Open(Vec<&'static KnownNation>),
    /// None that is known.
    Unknown,
}

impl Reading {
    /// The nations that it may be.
    pub fn candidates(&self) -> &[&'static KnownNation] {
        match self {
            Self::Nation(known) => std::slice::from_ref(known),
            Self::Open(several) => several,
            Self::Unknown => &[],
        }
    }
}

/// The text that is shown for a node.
pub fn shown_text<'n>(node: &'n Node, choices: &Choices) -> Cow<'n, str> {
    let label = node.label.as_deref().map(str::trim).filter(|label| !label.is_empty());
    let named = value_of(node, choices, NodeRole::Name).filter(|name| !name.trim().is_empty());
    named.or(label.map(Cow::Borrowed)).unwrap_or_else(|| Cow::Borrowed(node.id.trim()))
}

/// The first value of a node with a role.
pub fn value_of<'n>(node: &'n Node, choices: &Choices, role: NodeRole) -> Option<Cow<'n, str>> {
    let has_role = |column: usize| choices.node_roles.get(column) == Some(&role);
    let filled = |value| !is_blank(value);
    let found =
        node.attributes.iter().find(|(column, value)| has_role(column.index()) && filled(value));
    found.map(|(_, value)| text(value))
}

/// Whether a good share of the nodes are nations.
pub fn are_nations(network: &Network, choices: &Choices) -> bool {
    let reader = NationReader::new(network, choices);
    let nodes = sample(network);
    let is_nation = |node: &&&Node| {
        reader.read(node, choices.year) != Reading::Unknown
            || reader.names_several(node, choices.year)
    };
    let found = nodes.iter().filter(is_nation).count();
    !nodes.is_empty() && found as f64 >= NATIONS * nodes.len() as f64
}

/// Nodes from the whole network, evenly spaced.
fn sample(network: &Network) -> Vec<&Node> {
    let nodes = network.nodes.iter().filter(|node| !node.is_group);
    nodes.step_by((network.nodes.len() / SAMPLE).max(1)).collect()
}

/// Reads the texts of nodes by the schemes that all of them show.
pub struct NationReader<'c> {
    choices: &'c Choices,
    /// The scheme of codes.
    codes: Option<Scheme>,
    /// The scheme of the shown texts that are no numbers.
    names: Option<Scheme>,
    /// How shown texts that are numbers are read.
    numbers: Numbers,
}

#[derive(Clone, Copy, PartialEq)]
enum Numbers {
    /// By one scheme.
    By(Scheme),
    /// As any that has them, since nothing decides.
    Any,
    /// They only number the nodes.
    None,
}

impl<'c> NationReader<'c> {
    /// Looks at the nodes of a network.
    pub fn new(network: &Network, choices: &'c Choices) -> Self {
        let nodes = sample(network);
        let shown: BTreeSet<Cow<'_, str>> =
            nodes.iter().map(|node| shown_text(node, choices)).collect();
        let codes: BTreeSet<Cow<'_, str>> =
            nodes.iter().filter_map(|node| value_of(node, choices, NodeRole::Code)).collect();
        let (numbers, names): (Vec<&str>, Vec<&str>) =
            shown.iter().map(AsRef::as_ref).partition(|text| is_number(text));
        let codes: Vec<&str> = codes.iter().map(AsRef::as_ref).collect();
        let has_years = choices.year.is_some()
            || choices
                .edge_roles
                .iter()
                .any(|role| matches!(role, EdgeRole::Year | EdgeRole::Since));
        let code_scheme = scheme_of(&codes, has_years);
        Self {
            choices,
            codes: code_scheme,
            names: guess_scheme(&names).map(|guess| guess.scheme),
            numbers: scheme_of_numbers(&numbers, names.is_empty(), has_years),
        }
    }

    /// What the texts of a node mean in a year.
    pub fn read(&self, node: &Node, year: Option<i32>) -> Reading {
        let code = value_of(node, self.choices, NodeRole::Code);
        let by_code = code.map_or(Reading::Unknown, |code| self.read_code(&code, year));
        match (by_code, self.read_shown(&shown_text(node, self.choices), year)) {
            // What is written out is surer than a code that means something else.
            (Reading::Nation(code), Reading::Nation(name)) if code.code != name.code => {
                Reading::Nation(if name.existed_in(year.unwrap_or(0)) || year.is_none() {
                    name
                } else {
                    code
                })
            }
            (Reading::Unknown | Reading::Open(_), Reading::Nation(name)) => Reading::Nation(name),
            (Reading::Unknown, shown) => shown,
            (by_code, _) => by_code,
        }
    }

    /// Whether the text of a node is a list of nations: `Norway / Sweden`, `Iran and Iraq`.
    pub fn names_several(&self, node: &Node, year: Option<i32>) -> bool {
        let text = shown_text(node, self.choices);
        let mut is_nation = |name: &str| self.read_shown(name, year) != Reading::Unknown;
        let parts = parted(&text, &mut is_nation);
        parts.len() > 1 && parts.iter().all(|part| is_nation(part))
    }

    /// The code of a node that can't mean any nation that its name may mean, where both mean some.
    pub fn contradicting_code<'n>(
        &self,
        node: &'n Node,
        year: Option<i32>,
    ) -> Option<Cow<'n, str>> {
        let code = value_of(node, self.choices, NodeRole::Code)?;
        let by_code = self.read_code(&code, year);
        let by_name = self.read_shown(&shown_text(node, self.choices), year);
        let (codes, names) = (by_code.candidates(), by_name.candidates());
        let agree = codes.is_empty()
            || names.is_empty()
            || codes.iter().any(|one| names.iter().any(|other| one.code == other.code));
        (!agree).then_some(code)
    }

    /// Whether the name of a node means this nation.
    pub fn means(&self, name: &str, known: &KnownNation, year: Option<i32>) -> bool {
        self.read_shown(name, year).candidates().iter().any(|named| named.code == known.code)
    }

    fn read_code(&self, text: &str, year: Option<i32>) -> Reading {
        if let Some(meant) = self.meant(text) {
            return meant;
        }
        let by_scheme = self.codes.map(|scheme| reading(read_as(scheme, text, year)));
        by_scheme
            .filter(|read| *read != Reading::Unknown)
            .unwrap_or_else(|| reading(recognise(text, year)))
    }

    fn read_shown(&self, text: &str, year: Option<i32>) -> Reading {
        if let Some(meant) = self.meant(text) {
            return meant;
        }
        let scheme = match (is_number(text), self.numbers) {
            (true, Numbers::None) => return Reading::Unknown,
            (true, Numbers::By(scheme)) => return reading(read_as(scheme, text, year)),
            (true, Numbers::Any) => None,
            (false, _) => self.names,
        };
        let by_scheme = scheme.map(|scheme| reading(read_as(scheme, text, year)));
        by_scheme
            .filter(|read| *read != Reading::Unknown)
            .unwrap_or_else(|| reading(recognise(text, year)))
    }

    /// What a person has said that a text means.
    fn meant(&self, text: &str) -> Option<Reading> {
        let meant = self.choices.meant.get(text)?;
        Some(meant.as_deref().and_then(by_code).map_or(Reading::Unknown, Reading::Nation))
    }
}

fn reading(found: Recognition) -> Reading {
    match found {
        Recognition::Known(found) => Reading::Nation(found.nation),
        Recognition::Ambiguous(several) => {
            Reading::Open(several.into_iter().map(|found| found.nation).collect())
        }
        Recognition::Unknown => Reading::Unknown,
    }
}

/// Whether a text is a number, which may be one of a list of states.
pub fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The scheme of codes or numbers; where years stand beside numbers that several lists have, they are those
/// of the Correlates of War project, as in every data set by dyad and year.
fn scheme_of(values: &[&str], has_years: bool) -> Option<Scheme> {
    let guess = guess_scheme(values)?;
    let is_cow = guess.scheme == Scheme::CowNumber || guess.rivals.contains(&Scheme::CowNumber);
    if is_cow && has_years {
        return Some(Scheme::CowNumber);
    }
    // Two lists that fit alike decide nothing.
    let is_number =
        [Scheme::Numeric, Scheme::CowNumber, Scheme::GleditschWard].contains(&guess.scheme);
    let is_torn = is_number && guess.rivals.iter().any(|rival| !same_states(guess.scheme, *rival));
    (!is_torn).then_some(guess.scheme)
}

/// The lists of the Correlates of War project and of Gleditsch and Ward give nearly all states the same number.
fn same_states(one: Scheme, other: Scheme) -> bool {
    let list = [Scheme::CowNumber, Scheme::GleditschWard];
    list.contains(&one) && list.contains(&other)
}

fn scheme_of_numbers(numbers: &[&str], are_alone: bool, has_years: bool) -> Numbers {
    if are_alone && !has_years && (numbers.len() < FEW_NUMBERS || are_counted(numbers)) {
        return Numbers::None;
    }
    match scheme_of(numbers, has_years) {
        Some(scheme) => Numbers::By(scheme),
        None if are_alone => Numbers::None,
        None => Numbers::Any,
    }
}

/// Whether numbers only count nodes: they lie close to one another.
fn are_counted(numbers: &[&str]) -> bool {
    let read: Vec<u64> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    let (least, largest) = (read.iter().min(), read.iter().max());
    let range = least.zip(largest).map_or(0, |(least, largest)| largest - least);
    range < 2 * read.len() as u64
}
