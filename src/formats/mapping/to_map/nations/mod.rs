//! The nations of a network: nodes that mean the same one become one, and a node that means different ones
//! in different years becomes each of them.

mod by_year;

use std::collections::{BTreeMap, HashMap, HashSet};

use super::super::choices::Choices;
use super::super::imported::Question;
use super::super::nation_texts::{NationReader, Reading, shown_text};
use super::super::own_columns;
use super::bounds::keep;
use super::ends_in_years::Ends;
use super::nation::nation_of;
use super::positions::positions;
use super::usual_color::usual_color;
use crate::edit::as_known;
use crate::formats::network::{Network, Node};
use crate::formats::problems::Remarks;
use crate::model::{Attribute, Attributes, Color, Nation, NationType, Point};
use crate::names::{KnownNation, caseless, fold};

/// The attribute that keeps a nation's name as the file has it.
const WRITTEN: &str = "name as written";

/// The nations of a network, and which of them each node is.
pub struct Nations {
    /// The nations, with keys of their own.
    pub list: Vec<Nation>,
    /// Texts that may mean several nations.
    pub questions: Vec<Question>,
    /// The nation of each node, in any year or in none; `None` for a node that stands for a tie.
    of_nodes: Vec<Option<u32>>,
    /// The nation of a node in a year.
    in_years: HashMap<(u32, i32), u32>,
    keys: HashSet<String>,
}

impl Nations {
    /// The index of the nation that a node is in a year.
    pub fn of(&self, node: u32, year: Option<i32>) -> Option<u32> {
        let then = year.filter(|_| !self.in_years.is_empty());
        let then = then.and_then(|year| self.in_years.get(&(node, year)));
        then.copied().or_else(|| self.of_nodes.get(node as usize).copied().flatten())
    }

    /// The nation of an index.
    pub fn get(&self, index: u32) -> Option<&Nation> {
        self.list.get(index as usize)
    }

    /// Adds a nation under a key that is free and returns its index.
    pub fn add(&mut self, wanted: &str, mut nation: Nation) -> u32 {
        let wanted = if wanted.is_empty() { "nation" } else { wanted };
        let numbered = (2u32..).map(|number| format!("{wanted}-{number}"));
        let mut each = std::iter::once(wanted.to_owned()).chain(numbered);
        nation.key = each.find(|key| !self.keys.contains(key)).unwrap_or_default();
        self.keys.insert(nation.key.clone());
        self.list.push(nation);
        self.list.len() as u32 - 1
    }
}

/// The nations of a network.
pub fn read(network: &Network, choices: &Choices, remarks: &mut Remarks) -> Nations {
    let positions = positions(network, choices, remarks);
    let stands_for = own_columns::stands_for(&network.node_columns);
    let is_nation =
        |node: &Node| !node.attributes.iter().any(|(column, _)| Some(*column) == stands_for);
    let reader = choices.recognise.then(|| NationReader::new(network, choices));
    let readings: Vec<Reading> = match &reader {
        Some(reader) => network.nodes.iter().map(|node| reader.read(node, choices.year)).collect(),
        None => vec![Reading::Unknown; network.nodes.len()],
    };
    let ends = Ends::of(network, choices, &readings);
    let mut joiner = Joiner {
        network,
        choices,
        nations: Nations {
            list: Vec::with_capacity(network.nodes.len()),
            questions: Vec::new(),
            of_nodes: vec![None; network.nodes.len()],
            in_years: HashMap::new(),
            keys: HashSet::new(),
        },
        named: readings.iter().filter_map(known_code).collect(),
        seen: HashMap::new(),
        texts: BTreeMap::new(),
        usual_color: usual_color(network, choices, remarks),
        remarks,
    };
    for ((index, node), (reading, position)) in
        (0u32..).zip(&network.nodes).zip(readings.iter().zip(positions))
    {
        if !is_nation(node) {
            continue;
        }
        match (reading, &reader) {
            (Reading::Nation(known), Some(reader)) if ends.change(index, node, known, reader) => {
                joiner.of_its_years(index, node, known, position, reader, &ends);
            }
            (Reading::Nation(known), reader) => {
                if let Some(reader) = reader {
                    joiner.remark_on_contradiction(node, known, reader);
                }
                let nation = joiner.known(node, known, position);
                joiner.settle(index, nation);
            }
            (Reading::Open(candidates), Some(reader)) => {
                joiner.open(index, node, candidates, position, reader, &ends);
            }
            (_, reader) => {
                joiner.remark_on_several(node, reader.as_ref());
                let nation = joiner.plain(node, position);
                joiner.settle(index, nation);
            }
        }
    }
    joiner.finish()
}

fn known_code(reading: &Reading) -> Option<&'static str> {
    match reading {
        Reading::Nation(known) => Some(known.code),
        Reading::Open(_) | Reading::Unknown => None,
    }
}

struct Joiner<'n, 'r> {
    network: &'n Network,
    choices: &'n Choices,
    nations: Nations,
    /// The codes of all nations that some node means for sure.
    named: HashSet<&'static str>,
    /// The first node and nation of each code.
    seen: HashMap<&'static str, Vec<(&'n Node, u32)>>,
    /// The texts by which the file calls a nation.
    texts: BTreeMap<u32, Vec<String>>,
    /// The colour of nodes that says nothing.
    usual_color: Option<Color>,
    remarks: &'r mut Remarks,
}

impl<'n> Joiner<'n, '_> {
    fn settle(&mut self, node: u32, nation: u32) {
        if let Some(own) = self.nations.of_nodes.get_mut(node as usize) {
            *own = Some(nation);
        }
    }

    /// Says that the code and the name of a node mean different nations, and which of them was taken.
    fn remark_on_contradiction(
        &mut self,
        node: &Node,
        taken: &KnownNation,
        reader: &NationReader<'_>,
    ) {
        let Some(code) = reader.contradicting_code(node, self.choices.year) else { return };
        let shown = shown_text(node, self.choices);
        let is_name = reader.means(&shown, taken, self.choices.year);
        self.remarks.warn(
            node.spot,
            &format!("{code}, {shown}"),
            "has a code and a name that mean different nations",
            match is_name {
                true => "The nation of the name was taken, and the code kept as an attribute.",
                false => "The nation of the code was taken, and the name kept as an attribute.",
            },
            "Correct the code or the name.",
        );
    }

    /// Says that a text lists several nations, where a reader took it for one.
    fn remark_on_several(&mut self, node: &Node, reader: Option<&NationReader<'_>>) {
        let are_several = reader.is_some_and(|own| own.names_several(node, self.choices.year));
        if node.is_group || !are_several {
            return;
        }
        self.remarks.warn(
            node.spot,
            &shown_text(node, self.choices),
            "names several nations in one text",
            "They are one nation on the map.",
            "Write a row for each, or put the same sign between the names of each cell.",
        );
    }

    fn nation_of(&mut self, node: &Node, position: Option<Point>) -> Nation {
        let color = self.usual_color;
        nation_of(self.network, node, position, self.choices, color, self.remarks)
    }

    /// A node that is none of the nations that are known.
    fn plain(&mut self, node: &Node, position: Option<Point>) -> u32 {
        let nation = self.nation_of(node, position);
        self.nations.add(&node.id, nation)
    }

    /// A node that means a known nation, which may be there already.
    fn known(
        &mut self,
        node: &'n Node,
        known: &'static KnownNation,
        position: Option<Point>,
    ) -> u32 {
        self.known_by(&node.id, node, known, position)
    }

    /// The same under a key, where the nation isn't there yet.
    fn known_by(
        &mut self,
        key: &str,
        node: &'n Node,
        known: &'static KnownNation,
        position: Option<Point>,
    ) -> u32 {
        let shown = shown_text(node, self.choices).into_owned();
        let own = self.nation_of(node, position);
        let same = |(other, _): &&(&Node, u32)| {
            let is_bare = |node: &Node| node.attributes.is_empty();
            is_bare(node)
                || is_bare(other)
                || fold(&shown_text(other, self.choices)) == fold(&shown)
        };
        let there = self
            .seen
            .get(known.code)
            .and_then(|seen| seen.iter().find(same))
            .map(|(_, nation)| *nation);
        if let Some(there) = there {
            self.join(there, own, node, &shown);
            return there;
        }
        if self.seen.contains_key(known.code) {
            self.remarks.warn(
                node.spot,
                &shown,
                "means the same nation as another node of the file",
                "Both were kept, since both have values of their own.",
                "Join them on the map if they are one.",
            );
        }
        let mut nation = as_known(&own, known);
        if own.nation_type != NationType::State {
            nation.nation_type = own.nation_type;
        }
        let is_code = |(_, value): &(&str, &Attribute)| matches!(value, Attribute::Text(t) if t == known.code);
        let codes: Vec<String> =
            own.attributes.iter().filter(is_code).map(|(name, _)| name.to_owned()).collect();
        codes.iter().for_each(|name| drop(nation.attributes.remove(name)));
        let index = self.nations.add(key, nation);
        self.seen.entry(known.code).or_default().push((node, index));
        self.texts.insert(index, vec![shown]);
        index
    }

    /// Adds what another node says of a nation that is there.
    fn join(&mut self, there: u32, other: Nation, node: &Node, shown: &str) {
        self.remarks.warn(
            node.spot,
            shown,
            "means the same nation as another name in the file",
            "Both are one nation on the map.",
            "",
        );
        let texts = self.texts.entry(there).or_default();
        if !texts.iter().any(|text| text == shown) {
            texts.push(shown.to_owned());
        }
        let Some(nation) = self.nations.list.get_mut(there as usize) else { return };
        nation.position = nation.position.or(other.position);
        nation.color = nation.color.or(other.color);
        for tag in other.tags {
            if !nation.tags.contains(&tag) {
                nation.tags.push(tag);
            }
        }
        if nation.notes.is_empty() {
            nation.notes = other.notes;
        }
        for (name, value) in other.attributes.iter() {
            match nation.attributes.get(name) {
                None => keep(&mut nation.attributes, name, value, node.spot, self.remarks),
                Some(own) if own == value => {}
                Some(_) => self.remarks.lose(
                    node.spot,
                    name,
                    "has another value than where the nation was named first",
                    "The first value was kept.",
                    "",
                ),
            }
        }
    }

    /// The nations, each with the texts by which the file calls it where these aren't its name.
    fn finish(mut self) -> Nations {
        for (index, texts) in self.texts {
            let Some(nation) = self.nations.list.get_mut(index as usize) else { continue };
            let other: Vec<String> =
                texts.into_iter().filter(|text| *text != nation.name).collect();
            if !other.is_empty() && nation.attributes.len() < Attributes::MAX_COUNT {
                nation.attributes.set(WRITTEN, Attribute::Text(other.join("; ").into()));
            }
        }
        self.nations
    }
}

/// The nations by their names, codes and keys in small letters, to be found by those; the first of each.
pub fn by_text(nations: &[Nation]) -> HashMap<String, u32> {
    let mut found = HashMap::new();
    for (index, nation) in (0u32..).zip(nations) {
        let written = nation.attributes.get(WRITTEN).and_then(|value| match value {
            Attribute::Text(text) => Some(text.as_str()),
            Attribute::Number(_) | Attribute::Flag(_) => None,
        });
        let texts = [
            Some(nation.name.as_str()),
            nation.code.as_deref(),
            Some(nation.key.as_str()),
            written,
        ];
        for text in texts.into_iter().flatten() {
            found.entry(caseless(text)).or_insert(index);
        }
    }
    found
}
