//! Finds the nodes that cells name.

use super::dated_name;
use super::ends_in_years::EndsInYears;
use crate::formats::known_texts::KnownTexts;
use crate::formats::network::NetworkBuilder;
use crate::formats::plain_lines::When;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::tables::ends_in_cell;
use crate::formats::tables::plan::ColumnPlan;
use crate::formats::text_index::TextIndex;
use crate::model::Attribute;
use crate::names::{Recognition, caseless, recognise};

/// The network so far, and the names by which its nodes are found.
pub struct Ends {
    /// The network so far.
    pub builder: NetworkBuilder,
    /// Nodes by their labels, and by ids and labels without capitals; of several the first.
    labels: TextIndex,
    /// Nodes by texts that stand for others in other years.
    pub in_years: EndsInYears,
    /// Texts with a separator in them, and whether each is a nation's name as a whole.
    whole: KnownTexts<bool>,
}

impl Ends {
    /// Around a network.
    pub fn new(builder: NetworkBuilder) -> Self {
        Self {
            builder,
            labels: TextIndex::default(),
            in_years: EndsInYears::default(),
            whole: KnownTexts::default(),
        }
    }

    /// Lets a declared node be found by another text than its id, if no other node is.
    pub fn also_called(&mut self, text: &str, node: u32) {
        self.labels.add(text, node);
        self.labels.add(&caseless(text), node);
    }

    /// The node that a cell names: by its id, else by its label, else without regard to capitals; one that
    /// isn't there is added.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn named(&mut self, text: &str, spot: Spot) -> Result<u32, OpenError> {
        if self.labels.is_empty() {
            return self.builder.named(text, spot);
        }
        match self.find(text) {
            Some(node) => Ok(node),
            None => self.builder.named(text, spot),
        }
    }

    /// The same of a cell that speaks of a year, where one is known.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn named_in(
        &mut self,
        text: &str,
        year: Option<i32>,
        spot: Spot,
    ) -> Result<u32, OpenError> {
        match year.and_then(|year| self.in_years.find(text, year)) {
            Some(node) => Ok(node),
            None => self.named(text, spot),
        }
    }

    /// The node that a header names, as one that the table declares.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declared(&mut self, text: &str, spot: Spot) -> Result<u32, OpenError> {
        if let Some(node) = self.find(text) {
            return Ok(node);
        }
        let node = self.builder.declare(text, spot)?;
        self.also_called(text, node);
        Ok(node)
    }

    /// The node that a cell names, if it is there.
    pub fn find(&self, text: &str) -> Option<u32> {
        let labels = &self.labels;
        let by_label = || labels.get(text).or_else(|| labels.get(&caseless(text)));
        self.builder.find(text).or_else(|| by_label().filter(|_| !labels.is_empty()))
    }

    /// Says of nodes that they are organisations, where nothing else is said.
    pub fn call_organisations(&mut self, nodes: impl IntoIterator<Item = u32>) {
        let sort = self.builder.node_columns().add("type");
        let network = self.builder.network();
        for organisation in nodes {
            if let Some(node) = network.nodes.get_mut(organisation as usize)
                && node.attributes.iter().all(|(column, _)| *column != sort)
            {
                node.attributes.push((sort, Attribute::Text("organisation".into())));
            }
        }
    }

    /// The ends in one cell: several where the column has a separator, unless the cell as a whole is the
    /// name of a nation or of a node that is there.
    pub fn parts<'c>(&mut self, cell: &'c str, column: &ColumnPlan) -> Vec<&'c str> {
        ends_in_cell::parts(cell, column.separator, &mut |text| self.is_name(text))
    }

    /// The name in a part of a cell, and when its tie was by what stands in brackets behind it.
    pub fn dated<'c>(&self, part: &'c str) -> (&'c str, Option<When>) {
        let is_declared = || self.labels.contains(part) || self.builder.find(part).is_some();
        match dated_name::read(part) {
            (_, Some(_)) if !self.labels.is_empty() && is_declared() => (part, None),
            read => read,
        }
    }

    /// Whether a text is the name of a nation as a whole, or of a node that was declared.
    pub fn is_name(&mut self, text: &str) -> bool {
        let is_declared = !self.labels.is_empty()
            && (self.labels.contains(text) || self.builder.find(text).is_some());
        let is_nation = |text: &str| recognise(text, None) != Recognition::Unknown;
        is_declared || self.whole.of(text, is_nation)
    }
}
