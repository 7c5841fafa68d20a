//! A node or an edge as a record: its fields, of which those that mean something are taken out.

use std::collections::BTreeSet;

use super::field_names::{ID_OF_NETWORKX, KEY_OF_NETWORKX, MORE, SHOWN_STATE, WRAPPERS, is_one_of};
use super::nested_fields::{is_nested, spread};
use super::value;
use crate::formats::json::{Member, Node, SpareMembers, Value};
use crate::formats::network::{ColumnId, NetworkBuilder};
use crate::formats::problems::Spot;
use crate::model::Attribute;

/// The fields of a node or an edge.
#[derive(Default)]
pub struct Record<'a> {
    fields: Vec<Member<'a>>,
    /// Fields whose names mean nothing but themselves.
    literal: Vec<Member<'a>>,
    /// The emptied list of an object whose fields lay in another one.
    emptied: Vec<Member<'a>>,
    /// Whether it is an element of Cytoscape.js.
    is_element: bool,
}

impl<'a> Record<'a> {
    /// The fields of an object and of the records in it that hold fields of its own.
    pub fn new(mut members: Vec<Member<'a>>) -> Self {
        let is_record = |member: &Member<'a>| matches!(member.node.value, Value::Object(_));
        let is_wrapper = |member: &Member<'a>| {
            is_record(member) && (is_one_of(&WRAPPERS, &member.name) || member.name == MORE)
        };
        if !members.iter().any(is_wrapper) {
            return Self { fields: members, ..Self::default() };
        }
        let is_element =
            members.iter().any(|member| is_wrapper(member) && member.name == WRAPPERS[0]);
        let mut record = Self { is_element, ..Self::default() };
        for member in members.drain(..) {
            let is_more = member.name == MORE;
            if !is_wrapper(&member) {
                if !(is_element && is_one_of(&SHOWN_STATE, &member.name)) {
                    record.fields.push(member);
                }
                continue;
            }
            let Value::Object(inner) = member.node.value else { continue };
            if is_more {
                record.literal.extend(inner);
                continue;
            }
            let has_literal = inner.iter().any(|member| member.name == MORE);
            if record.fields.is_empty() && !has_literal {
                record.fields = inner;
                continue;
            }
            for member in inner {
                match member.node.value {
                    Value::Object(literal) if member.name == MORE => record.literal.extend(literal),
                    _ => record.fields.push(member),
                }
            }
        }
        record.emptied = members;
        record
    }

    /// The fields.
    pub fn fields(&self) -> &[Member<'a>] {
        &self.fields
    }

    /// Takes a field by its place.
    pub fn take_at(&mut self, place: usize) -> Node<'a> {
        let null = || Node { at: 0, value: Value::Null };
        self.fields
            .get_mut(place)
            .map_or_else(null, |field| std::mem::replace(&mut field.node, null()))
    }

    /// Takes the field of a name, if what it holds is of use.
    pub fn take<T>(&mut self, name: &str, read: impl Fn(&Value<'a>) -> Option<T>) -> Option<T> {
        let field = self.fields.iter_mut().find(|field| field.name.eq_ignore_ascii_case(name))?;
        let found = read(&field.node.value)?;
        field.node.value = Value::Null;
        Some(found)
    }

    /// Takes the first of several fields that is there.
    pub fn take_first<T>(
        &mut self,
        names: &[&str],
        read: impl Fn(&Value<'a>) -> Option<T>,
    ) -> Option<T> {
        names.iter().find_map(|name| self.take(name, &read))
    }

    /// Takes a field as it is; null and an absent field are the same.
    pub fn take_node(&mut self, name: &str) -> Option<Node<'a>> {
        let is_it = |field: &&mut Member<'a>| {
            field.name.eq_ignore_ascii_case(name) && !field.node.value.is_null()
        };
        let field = self.fields.iter_mut().find(is_it)?;
        let at = field.node.at;
        Some(std::mem::replace(&mut field.node, Node { at, value: Value::Null }))
    }

    /// Takes the first field that holds a text.
    pub fn take_first_text(&mut self) -> Option<String> {
        let field =
            self.fields.iter_mut().find(|field| matches!(field.node.value, Value::Text(_)))?;
        let text = value::scalar(&field.node.value);
        field.node.value = Value::Null;
        text
    }

    /// Leaves out the number by which networkx tells an element from those parallel to it.
    pub fn drop_parallel_number(&mut self) {
        if self.is_element {
            let is_it = |value: &Value<'a>| matches!(value, Value::Number(_)).then_some(());
            let _number = self.take(KEY_OF_NETWORKX, is_it);
        }
    }

    /// Leaves out the id that networkx repeats in the data of an element.
    pub fn drop_repeated_id(&mut self, id: &str) {
        if self.is_element {
            let is_it = |value: &Value<'a>| (value::scalar(value)? == id).then_some(());
            let _repeated = self.take(ID_OF_NETWORKX, is_it);
        }
    }

    /// Leaves out the fields by which a program draws.
    pub fn drop_fields(&mut self, is_left_out: impl Fn(&str) -> bool) {
        self.fields.retain(|field| !is_left_out(&field.name));
    }

    /// Whether there is a field of a name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// The centre that `x` and `y` say.
    pub fn take_position(&mut self) -> Option<[f64; 2]> {
        let is_number = |name: &str| {
            let field = self.fields.iter().find(|field| field.name.eq_ignore_ascii_case(name));
            field.is_some_and(|field| value::finite(&field.node.value).is_some())
        };
        if !is_number("x") || !is_number("y") {
            return None;
        }
        Some([self.take("x", value::finite)?, self.take("y", value::finite)?])
    }

    /// What is left, as attributes of a node or an edge. Where two records say a field of one name, the
    /// second has a number. The memory of the record becomes spare.
    pub fn into_attributes(
        mut self,
        builder: &mut NetworkBuilder,
        spare: &mut SpareMembers<'a>,
        of_edges: bool,
        spot: Spot,
    ) -> Vec<(ColumnId, Attribute)> {
        if self.fields.iter().any(|field| is_nested(&field.node.value)) {
            self.fields = spread(self.fields);
        }
        let count = |fields: &[Member<'a>]| {
            fields.iter().filter(|field| !field.node.value.is_null()).count()
        };
        let mut attributes: Vec<(ColumnId, Attribute)> =
            Vec::with_capacity(count(&self.fields) + count(&self.literal));
        let fields = self.fields.iter_mut().chain(&mut self.literal);
        let mut seen = SeenColumns::default();
        // Most fields have been taken and are null by now.
        for Member { name, node, .. } in fields.filter(|field| !field.node.value.is_null()) {
            let value = std::mem::replace(&mut node.value, Value::Null);
            let Some(attribute) = value::into_attribute(value) else { continue };
            let mut column = builder.columns(of_edges).add_within_limit(name);
            let mut number = 2;
            while column.is_some_and(|column| !seen.insert(column)) {
                let name = format!("{name} ({number})");
                column = builder.columns(of_edges).add_within_limit(&name);
                number += 1;
            }
            match column {
                Some(column) => attributes.push((column, attribute)),
                None => builder.lose_column(spot, name),
            }
        }
        spare.keep(self.fields);
        spare.keep(self.emptied);
        attributes
    }
}

/// The columns that a record has filled: the first ones as bits, for most records have no others.
#[derive(Default)]
struct SeenColumns {
    first: u64,
    /// An ordered set, for making it empty costs nothing: it is made for each record.
    others: BTreeSet<ColumnId>,
}

impl SeenColumns {
    /// Adds a column; says whether it is new.
    fn insert(&mut self, column: ColumnId) -> bool {
        match 1_u64.checked_shl(column.index() as u32) {
            Some(bit) => {
                let is_new = self.first & bit == 0;
                self.first |= bit;
                is_new
            }
            None => self.others.insert(column),
        }
    }
}
