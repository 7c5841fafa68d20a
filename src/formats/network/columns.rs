//! The names of attributes, each with a small number.

use indexmap::IndexSet;

/// The number of a column, which stands for its name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ColumnId(u32);

impl ColumnId {
    /// Its place among the columns, from 0.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}

/// The columns of the nodes or of the edges of a network, in the order in which they were named first.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    names: IndexSet<String>,
    /// The column after the one that was named last. Records mostly have the same fields in the same order,
    /// so that it is the likeliest one.
    next: usize,
}

impl Columns {
    /// The column of a name, which is added if it is new.
    pub fn add(&mut self, name: &str) -> ColumnId {
        let index = match self.is_next(name) {
            true => self.next,
            false => {
                let known = self.names.get_index_of(name);
                known.unwrap_or_else(|| self.names.insert_full(name.to_owned()).0)
            }
        };
        self.next = if index + 1 < self.names.len() { index + 1 } else { 0 };
        ColumnId(index as u32)
    }

    /// Whether a name is that of the column after the one named last.
    pub(super) fn is_next(&self, name: &str) -> bool {
        self.names.get_index(self.next).is_some_and(|next| next == name)
    }

    /// The column of a name, if there is one.
    pub fn find(&self, name: &str) -> Option<ColumnId> {
        self.names.get_index_of(name).map(|index| ColumnId(index as u32))
    }

    /// The name of a column; empty for one of another network.
    pub fn name(&self, column: ColumnId) -> &str {
        self.names.get_index(column.index()).map_or("", String::as_str)
    }

    /// All columns with their names.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (ColumnId, &str)> {
        self.names.iter().enumerate().map(|(index, name)| (ColumnId(index as u32), name.as_str()))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_one_column() {
        let mut columns = Columns::default();
        let (kind, since) = (columns.add("kind"), columns.add("since"));
        assert_eq!((columns.add("kind"), columns.find("since")), (kind, Some(since)));
        assert_eq!((columns.name(since), columns.len(), columns.find("x")), ("since", 2, None));
        let again = ["kind", "since", "since", "kind", "who", "kind"].map(|name| columns.add(name));
        assert_eq!(again.map(ColumnId::index), [0, 1, 1, 0, 2, 0]);
    }
}
