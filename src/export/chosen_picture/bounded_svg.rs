//! Whether an SVG of unknown origin draws a bounded number of elements.
//!
//! A small file can draw without end: elements that use a group of elements that use a group … (the
//! “billion laughs” in another dress). So count what is drawn once all uses are followed, before it is.

use std::collections::HashMap;

use resvg::usvg::roxmltree::{Document, Node, NodeId};

use super::ChosenPictureError;

/// The most elements drawn, each counted as often as it is used.
const MOST_DRAWN: u64 = 20_000;
/// The deepest nesting of elements and uses.
const MOST_DEPTH: usize = 200;

/// Checks what an SVG draws.
///
/// # Errors
/// [`ChosenPictureError::TooMuchDrawn`].
pub fn check(document: &Document<'_>) -> Result<(), ChosenPictureError> {
    let elements = document.descendants().filter(Node::is_element);
    let ids = elements.filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut counter = Counter { ids, counts: HashMap::new() };
    match counter.count(document.root_element(), 0) {
        Some(drawn) if drawn <= MOST_DRAWN => Ok(()),
        _ => Err(ChosenPictureError::TooMuchDrawn),
    }
}

struct Counter<'d> {
    ids: HashMap<&'d str, Node<'d, 'd>>,
    /// What each element draws; `None` while it is being counted.
    counts: HashMap<NodeId, Option<u64>>,
}

impl<'d> Counter<'d> {
    /// How many elements are drawn by an element; `None` if it uses itself, or lies too deep.
    fn count(&mut self, node: Node<'d, 'd>, depth: usize) -> Option<u64> {
        if depth > MOST_DEPTH {
            return None;
        }
        if let Some(known) = self.counts.get(&node.id()) {
            return *known;
        }
        self.counts.insert(node.id(), None);
        let mut drawn = 1_u64;
        for child in node.children().filter(Node::is_element) {
            drawn = drawn.saturating_add(self.count(child, depth + 1)?);
        }
        for used in node.attributes().flat_map(|attribute| ids_in(attribute.value())) {
            if let Some(target) = self.ids.get(used).copied() {
                drawn = drawn.saturating_add(self.count(target, depth + 1)?);
            }
        }
        self.counts.insert(node.id(), Some(drawn));
        Some(drawn)
    }
}

/// The ids that a value may refer to: `#a`, `url(#a)`, in a style, too.
fn ids_in(value: &str) -> impl Iterator<Item = &str> {
    let ends = |c: char| c.is_whitespace() || matches!(c, ')' | '"' | '\'' | ';' | ',');
    value.split('#').skip(1).map(move |rest| rest.split(ends).next().unwrap_or(rest))
}
