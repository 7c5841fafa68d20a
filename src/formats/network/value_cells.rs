//! In which cells of a table the values of edges stand.

use super::ColumnId;
use crate::formats::problems::Spot;

/// The cells of the values of edges, by their columns; empty where a network isn't made of tables.
#[derive(Clone, Debug, Default)]
pub struct ValueCells(Vec<Cells>);

/// The cells of one column in one table.
#[derive(Clone, Copy, Debug)]
struct Cells {
    column: ColumnId,
    first: Spot,
    /// Whether they lie side by side, for the table was turned.
    is_turned: bool,
}

impl ValueCells {
    /// Says where the values of a column stand: the cells of the first two edges that a table could have.
    pub fn add(&mut self, column: ColumnId, [first, second]: [Spot; 2]) {
        self.0.push(Cells { column, first, is_turned: first.line == second.line });
    }

    /// Where the value of an edge stands; where the edge does if its cell isn't known.
    pub fn spot(&self, edge: Spot, column: ColumnId) -> Spot {
        let is_it = |cells: &&Cells| cells.column == column && cells.first.table == edge.table;
        match self.0.iter().find(is_it) {
            Some(Cells { first, is_turned: true, .. }) => Spot { line: first.line, ..edge },
            Some(Cells { first, .. }) => Spot { column: first.column, ..edge },
            None => edge,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::network::Columns;

    #[test]
    fn a_value_stands_in_the_row_of_its_edge_or_in_its_column() {
        let mut columns = Columns::default();
        let [kind, since] = ["kind", "since"].map(|name| columns.add(name));
        let mut cells = ValueCells::default();
        cells.add(since, [Spot::at(2, 4), Spot::at(3, 4)]);
        assert_eq!(cells.spot(Spot::at(7, 1), since), Spot::at(7, 4));
        assert_eq!(cells.spot(Spot::at(7, 1), kind), Spot::at(7, 1));
        let mut turned = ValueCells::default();
        turned.add(since, [Spot::at(4, 2), Spot::at(4, 3)]);
        assert_eq!(turned.spot(Spot::at(1, 7), since), Spot::at(4, 7));
    }
}
