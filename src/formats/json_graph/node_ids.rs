//! Which node the end of an edge means: by id, by number in the list, or by name.

use std::borrow::Cow;
use std::collections::HashMap;

use super::field_names::{END_STEMS, NODE_IDS, NODE_NAMES, is_one_of};
use super::value::scalar;
use crate::formats::json::Value;
use crate::formats::network::NetworkBuilder;
use crate::formats::problems::{OpenError, Spot};
use crate::formats::text_index::TextIndex;

/// How the nodes of a file are named.
#[derive(Default)]
pub struct NodeIds {
    /// Of each node, whether its id is a number.
    are_numbers: Vec<bool>,
    /// Whether a node has an id of its own, and whether one of these is a number.
    has_ids: bool,
    has_numbers: bool,
    /// Nodes whose id is another's too but for its sort: 1 and “1”.
    other_sort: HashMap<(bool, String), u32>,
    /// Numbers that a program gives to nodes beside their names.
    aliases: TextIndex,
    /// The nodes by what they are called, made when it is first asked for; `None` where several are.
    names: Option<HashMap<String, Option<u32>>>,
}

impl NodeIds {
    /// Declares a node by its id.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare(
        &mut self,
        builder: &mut NetworkBuilder,
        id: &str,
        is_number: bool,
        spot: Spot,
    ) -> Result<u32, OpenError> {
        let taken = builder.find(id);
        let index = builder.declare(id, spot)?;
        self.note(index, is_number);
        (self.has_ids, self.has_numbers) = (true, self.has_numbers | is_number);
        if let Some(first) = taken
            && self.are_numbers.get(first as usize) != Some(&is_number)
        {
            self.other_sort.entry((is_number, id.to_owned())).or_insert(index);
        }
        Ok(index)
    }

    /// Declares a node that has no id: by its name if no other is called so, else by its number.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn declare_unnamed(
        &mut self,
        builder: &mut NetworkBuilder,
        name: Option<&str>,
        spot: Spot,
    ) -> Result<u32, OpenError> {
        let name = name.filter(|name| !name.is_empty() && builder.find(name).is_none());
        let index = match name {
            Some(name) => builder.declare(name, spot)?,
            None => builder.declare_unnamed(spot)?,
        };
        self.note(index, false);
        Ok(index)
    }

    fn note(&mut self, index: u32, is_number: bool) {
        self.are_numbers.resize(index as usize + 1, false);
        if let Some(own) = self.are_numbers.get_mut(index as usize) {
            *own = is_number;
        }
    }

    /// Notes a number by which edges name a node.
    pub fn add_alias(&mut self, alias: &str, index: u32) {
        self.aliases.add(alias, index);
    }

    /// The node that the end of an edge means; it is added if it isn't there. `None` where the value names
    /// no node at all.
    ///
    /// # Errors
    /// When there are more nodes than are read.
    pub fn resolve(
        &mut self,
        builder: &mut NetworkBuilder,
        end: &Value<'_>,
        spot: Spot,
    ) -> Result<Option<u32>, OpenError> {
        let Some((id, is_number)) = id_within(end) else { return Ok(None) };
        match self.known(builder, &id, is_number) {
            Some(index) => Ok(Some(index)),
            None => builder.named(&id, spot).map(Some),
        }
    }

    fn known(&mut self, builder: &mut NetworkBuilder, id: &str, is_number: bool) -> Option<u32> {
        if let Some(index) = self.aliases.get(id) {
            return Some(index);
        }
        if !self.other_sort.is_empty()
            && let Some(index) = self.other_sort.get(&(is_number, id.to_owned()))
        {
            return Some(*index);
        }
        let by_index = || {
            let index: usize = id.parse().ok()?;
            (index < self.are_numbers.len()).then_some(index as u32)
        };
        if is_number && !self.has_ids && !self.are_numbers.is_empty() {
            return by_index();
        }
        if let Some(index) = builder.find(id) {
            return Some(index);
        }
        match is_number {
            true if !self.has_numbers => by_index(),
            true => None,
            false => self.by_name(builder, id),
        }
    }

    fn by_name(&mut self, builder: &mut NetworkBuilder, name: &str) -> Option<u32> {
        let names = self.names.get_or_insert_with(|| {
            let mut names = HashMap::new();
            for (index, node) in (0..).zip(&builder.network().nodes) {
                if let Some(label) = &node.label {
                    let several = names.contains_key(label);
                    names.insert(label.clone(), (!several).then_some(index));
                }
            }
            names
        });
        names.get(name).copied().flatten()
    }
}

/// The id by which the end of an edge names its node, and whether that is a number.
fn id_within<'v>(end: &'v Value<'_>) -> Option<(Cow<'v, str>, bool)> {
    match end {
        Value::Number(raw) => Some((Cow::Borrowed(raw), true)),
        Value::Text(text) => Some((Cow::Borrowed(text), false)),
        Value::Object(members) => {
            let named = |names: &[&str]| {
                let mut members = members.iter();
                let member = members.find(|member| is_one_of(names, &member.name))?;
                let is_number = matches!(member.node.value, Value::Number(_));
                Some((Cow::Owned(scalar(&member.node.value)?), is_number))
            };
            named(&NODE_IDS)
                .or_else(|| named(&["index"]))
                .or_else(|| named(&NODE_NAMES))
                .or_else(|| named(&END_STEMS))
        }
        _ => None,
    }
}
