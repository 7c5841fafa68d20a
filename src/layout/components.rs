//! The connected components of a problem.

use super::problem::Problem;

/// The nodes and ties of a connected component, both in ascending order.
pub(super) struct Component {
    pub(super) nodes: Vec<u32>,
    pub(super) ties: Vec<u32>,
}

/// All components, the largest first, of equal ones the one with the lowest node. A tie onto a tie
/// connects the two. Found by union-find with path halving.
pub(super) fn connected_components(problem: &Problem) -> Vec<Component> {
    let (n, m) = (problem.node_count(), problem.tie_count());
    let mut parents: Vec<u32> = (0..(n + m) as u32).collect();
    for (tie, ends) in problem.ends.iter().enumerate() {
        for &end in ends {
            let (a, b) = (root(&mut parents, (n + tie) as u32), root(&mut parents, end));
            // The lower index is the root, so that a tie is never the root of a node.
            parents[a.max(b) as usize] = a.min(b);
        }
    }
    let mut component_of = vec![u32::MAX; n + m];
    let mut components: Vec<Component> = Vec::new();
    for member in 0..(n + m) as u32 {
        let root = root(&mut parents, member) as usize;
        if component_of[root] == u32::MAX {
            component_of[root] = components.len() as u32;
            components.push(Component { nodes: Vec::new(), ties: Vec::new() });
        }
        let component = &mut components[component_of[root] as usize];
        match (member as usize).checked_sub(n) {
            None => component.nodes.push(member),
            Some(tie) => component.ties.push(tie as u32),
        }
    }
    components.sort_by_key(|component| std::cmp::Reverse(component.nodes.len()));
    components
}

fn root(parents: &mut [u32], mut member: u32) -> u32 {
    while parents[member as usize] != member {
        let grandparent = parents[parents[member as usize] as usize];
        parents[member as usize] = grandparent;
        member = grandparent;
    }
    member
}

#[cfg(test)]
mod tests {
    use super::super::test_problems;
    use super::*;

    #[test]
    fn parts_are_found_by_way_of_ties_on_ties() {
        let mut problem = test_problems::nodes(6);
        test_problems::tie(&mut problem, [4, 5], 1);
        test_problems::tie(&mut problem, [1, 6], -1);
        test_problems::tie(&mut problem, [0, 0], 1);
        let components = connected_components(&problem);
        let nodes: Vec<&[u32]> = components.iter().map(|component| &component.nodes[..]).collect();
        assert_eq!(nodes, [&[1, 4, 5][..], &[0], &[2], &[3]]);
        assert_eq!(components[0].ties, [0, 1]);
        assert_eq!(components[1].ties, [2]);
    }
}
