//! The graph of the map, made once for each revision and only when something asks for it.

use std::cell::RefCell;
use std::rc::Rc;

use crate::analysis::MapGraph;
use crate::edit::History;

/// The graph of the newest revision that was asked for.
#[derive(Debug, Default)]
pub struct GraphCache(RefCell<Option<(u64, Rc<MapGraph>)>>);

impl GraphCache {
    /// The graph of the map as it is now.
    pub fn get(&self, history: &History) -> Rc<MapGraph> {
        let mut cached = self.0.borrow_mut();
        match &*cached {
            Some((revision, graph)) if *revision == history.revision() => Rc::clone(graph),
            _ => {
                let graph = Rc::new(MapGraph::new(history.map()));
                *cached = Some((history.revision(), Rc::clone(&graph)));
                graph
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::add_nation;
    use crate::model::{Map, Nation};

    #[test]
    fn a_graph_is_made_once_for_each_revision() {
        let mut history = History::of_saved(Map::empty());
        let cache = GraphCache::default();
        let first = cache.get(&history);
        assert!(Rc::ptr_eq(&first, &cache.get(&history)));
        let (_, command) = add_nation(history.map(), Nation::default());
        history.perform("Add a nation", command).expect("it fits");
        assert_eq!(cache.get(&history).graph().node_count(), 1);
    }
}
