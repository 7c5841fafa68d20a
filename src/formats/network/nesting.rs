//! Nodes that lie in others.

use super::Network;
use crate::formats::problems::Spot;

impl Network {
    /// Puts nodes into others: each pair says a node, that in which it lies, and where the file says so. A
    /// node that would come to lie in itself stays outside, with a remark.
    pub fn nest(&mut self, pairs: &[(u32, u32, Spot)]) {
        for (node, parent, _) in pairs {
            if let Some(node) = self.nodes.get_mut(*node as usize) {
                node.parent = Some(*parent);
            }
        }
        // Each node is walked up from once: what was found sound before isn't walked again.
        let mut walked_in = vec![0_u32; self.nodes.len()];
        for (walk, (start, _, spot)) in (1..).zip(pairs) {
            let mut at = *start;
            let mut before = at;
            while let Some(walked) = walked_in.get_mut(at as usize) {
                if *walked == walk {
                    self.cut(before, *spot);
                    break;
                }
                if *walked != 0 {
                    break;
                }
                *walked = walk;
                before = at;
                match self.nodes.get(at as usize).and_then(|node| node.parent) {
                    Some(parent) => at = parent,
                    None => break,
                }
            }
        }
    }

    fn cut(&mut self, index: u32, spot: Spot) {
        let Some(node) = self.nodes.get_mut(index as usize) else { return };
        node.parent = None;
        self.remarks.lose(
            spot,
            &node.id,
            "puts a node into one that lies in it",
            "It was left outside.",
            "Say in which of them the other lies.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::network::Node;

    #[test]
    fn no_node_lies_in_itself() {
        let mut network = Network { nodes: vec![Node::default(); 5], ..Network::default() };
        let here = Spot::at(1, 1);
        let pairs = [(0, 1, here), (1, 2, here), (2, 0, here), (3, 0, here), (4, 4, here)];
        network.nest(&pairs);
        let parents: Vec<_> = network.nodes.iter().map(|node| node.parent).collect();
        assert_eq!(parents, [Some(1), Some(2), None, Some(0), None]);
        assert_eq!(network.remarks.groups().map(|group| group.count).sum::<usize>(), 2);
    }
}
