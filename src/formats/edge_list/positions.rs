//! The positions of the nodes of an edge list, as text.

use std::fmt::Write as _;

/// A line `node x y` for each node, counted from 0.
pub fn write_positions(positions: &[[f32; 2]]) -> String {
    let mut text = String::new();
    for (node, [x, y]) in positions.iter().enumerate() {
        let _infallible = writeln!(text, "{node} {x} {y}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_node_has_a_line() {
        assert_eq!(write_positions(&[[0.5, -2.0], [1e9, 0.0]]), "0 0.5 -2\n1 1000000000 0\n");
        assert_eq!(write_positions(&[]), "");
    }
}
