//! The attributes that a file declares before it uses them: GEXF's `attribute`, GraphML's `key`.

use std::collections::{HashMap, HashSet};

use super::value_type::ValueType;
use crate::formats::network::{ColumnId, Columns};
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::model::Attribute;

/// The most values that defaults may add, where a few bytes would stand for millions.
const MAX_DEFAULTS: usize = 2_000_000;

/// So many ids are compared with one that is looked for; more are found by their hashes.
const MOST_LOOKED_AT: usize = 8;

/// One declared attribute.
#[derive(Clone, Debug)]
pub struct Declared {
    /// What it is called.
    pub name: String,
    /// What its values are.
    pub value_type: ValueType,
    /// Its column.
    pub column: ColumnId,
    /// The value of whatever has none.
    pub default: Option<Attribute>,
}

/// The declared attributes of nodes or of edges.
#[derive(Debug, Default)]
pub struct DeclaredColumns {
    list: Vec<Declared>,
    /// The ids of the first few, which are found sooner by looking at them.
    first_ids: Vec<String>,
    by_id: HashMap<String, usize>,
    names: HashSet<String>,
    with_default: Vec<usize>,
    has_default: Marks,
    filled: usize,
    stamp: u32,
    marks: Marks,
}

/// For each column the last stamp that it was marked with, so that what a row has is known at once.
#[derive(Debug, Default)]
struct Marks(Vec<u32>);

impl Marks {
    /// Marks a column; false where it had that mark.
    fn mark(&mut self, column: ColumnId, stamp: u32) -> bool {
        if self.0.len() <= column.index() {
            self.0.resize(column.index() + 1, 0);
        }
        self.0.get_mut(column.index()).is_some_and(|mark| std::mem::replace(mark, stamp) != stamp)
    }
}

impl DeclaredColumns {
    /// Declares an attribute. Returns its index, or `None` where there are too many.
    pub fn declare(
        &mut self,
        columns: &mut Columns,
        id: &str,
        name: &str,
        value_type: ValueType,
    ) -> Option<usize> {
        let column = columns.add_within_limit(name)?;
        let index = self.list.len();
        if index < MOST_LOOKED_AT {
            self.first_ids.push(id.to_owned());
        }
        self.by_id.insert(id.to_owned(), index);
        self.names.insert(name.to_owned());
        self.list.push(Declared { name: name.to_owned(), value_type, column, default: None });
        Some(index)
    }

    /// The index of an attribute by its id.
    pub fn find(&self, id: &str) -> Option<usize> {
        // Of several with one id the last counts.
        if self.list.len() <= MOST_LOOKED_AT {
            return self.first_ids.iter().rposition(|own| own == id);
        }
        self.by_id.get(id).copied()
    }

    /// An attribute by its index.
    pub fn get(&self, index: usize) -> Option<&Declared> {
        self.list.get(index)
    }

    /// Whether an attribute of this name is declared.
    pub fn has_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Sets the value of whatever has none; an empty one is no default.
    pub fn set_default(&mut self, index: usize, text: &str) {
        let Some(declared) = self.list.get_mut(index) else { return };
        let value = declared.value_type.value(text);
        declared.default = value.or_else(|| Some(Attribute::Text(text.into())));
        // Of attributes that share a column the first default holds.
        if !text.is_empty() && self.has_default.mark(declared.column, 1) {
            self.with_default.push(index);
        }
    }

    /// Whether there are defaults.
    pub fn has_defaults(&self) -> bool {
        !self.with_default.is_empty()
    }

    /// Gives the defaults to what has no value of its own.
    ///
    /// # Errors
    /// When they would add more values than can be meant.
    pub fn fill(&mut self, values: &mut Vec<(ColumnId, Attribute)>) -> Result<(), OpenError> {
        self.stamp = self.stamp.wrapping_add(1);
        for (column, _) in &*values {
            self.marks.mark(*column, self.stamp);
        }
        for declared in self.with_default.iter().filter_map(|index| self.list.get(*index)) {
            if let Some(default) = &declared.default
                && self.marks.mark(declared.column, self.stamp)
            {
                values.push((declared.column, default.clone()));
                self.filled += 1;
            }
        }
        if self.filled > MAX_DEFAULTS {
            let message = format!("its defaults add more than {MAX_DEFAULTS} values");
            return Err(OpenError::of_whole_file(message, "Leave defaults out of the file."));
        }
        Ok(())
    }
}

/// Sets a value in a column that has none yet; false where there is one.
pub fn set_once(
    values: &mut Vec<(ColumnId, Attribute)>,
    column: ColumnId,
    value: impl FnOnce() -> Attribute,
) -> bool {
    let is_new = values.iter().all(|(own, _)| *own != column);
    if is_new {
        values.push((column, value()));
    }
    is_new
}

/// A value as its type says, or as a text with a remark where it isn't of that type. `None` for an empty
/// number or flag, which says nothing.
pub fn typed(
    declared: &Declared,
    text: &str,
    spot: Spot,
    remarks: &mut Remarks,
) -> Option<Attribute> {
    let value = declared.value_type.value(text);
    if value.is_some() || text.trim().is_empty() {
        return value;
    }
    remarks.warn(
        spot,
        text,
        "has a value that isn't of the type that the file declares",
        "It was kept as a text.",
        "",
    );
    Some(Attribute::Text(text.into()))
}
