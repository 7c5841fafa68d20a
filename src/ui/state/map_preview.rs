//! A map as it would be: what is about to be added is drawn faintly, before it is.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::State;
use crate::analysis::MapGraph;
use crate::edit::Target;
use crate::model::{Map, Visibilities, Visibility};

impl State {
    /// Shows a map with these new nations and ties drawn faintly, in place of the map; `None` shows the
    /// map again. What is hidden stays hidden.
    pub(in crate::ui) fn show_preview(&mut self, preview: Option<(&Map, &BTreeSet<Target>)>) {
        let part = preview.map(|(map, added)| {
            let (mut all, _) =
                super::visible_part::filtered(map, &MapGraph::new(map), self.visible.view());
            dim(map, added, &mut all);
            Arc::new(map.visible_part(&all))
        });
        self.visible.set_preview(part);
    }
}

/// Draws what is new faintly, and memberships of it.
fn dim(map: &Map, added: &BTreeSet<Target>, all: &mut Visibilities) {
    for target in added {
        let place = match *target {
            Target::Nation(id) => map.nations().index_of(id).and_then(|at| all.nations.get_mut(at)),
            Target::Tie(id) => map.ties().index_of(id).and_then(|at| all.ties.get_mut(at)),
            // The lines of quick entry add none.
            Target::Note(_) => None,
        };
        if let Some(visibility) = place {
            *visibility = Visibility::Dimmed;
        }
    }
}
