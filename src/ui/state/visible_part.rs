//! The part of the map that the window shows: what passes the filter, less what is hidden by hand or
//! out of focus, plus what is selected.
//!
//! It is built once for each change. What is selected is always shown: a nation just added, or one
//! that no longer passes the filter after an edit, stays until it is no longer selected. Only a change
//! of the filter or of the view takes what it hides out of the selection.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use super::State;
use crate::analysis::{MapGraph, ViewFilter, apply_filter, reveal};
use crate::edit::Target;
use crate::model::{Filter, Map, NationId, TieId, Visibilities, Visibility};

/// The part of the map that the window shows.
#[derive(Debug, Default)]
pub struct VisiblePart {
    view: ViewFilter,
    /// Counts the changes of the view.
    view_changes: u64,
    version: u64,
    cached: Option<CachedPart>,
    /// What is drawn instead, while something is about to be added.
    preview: Option<Arc<Map>>,
}

/// How many nations and ties there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Nations.
    pub nations: usize,
    /// Ties.
    pub ties: usize,
}

/// What is shown, and what it was built for.
#[derive(Debug)]
struct CachedPart {
    revision: u64,
    view_changes: u64,
    filter: Filter,
    /// How each record is shown, leaving the selection aside.
    visibilities: Visibilities,
    /// What would be hidden, but is shown because it is selected.
    kept: BTreeSet<Target>,
    /// The part that is shown; `None` where that is the whole map.
    part: Option<Arc<Map>>,
    passing: Totals,
    shown: Totals,
}

impl VisiblePart {
    /// What is hidden by hand, and the focus.
    pub const fn view(&self) -> &ViewFilter {
        &self.view
    }

    /// A number that changes with everything that is shown: with each revision of the map and each
    /// change of the view.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// How many nations and ties pass the filter.
    pub fn passing(&self) -> Totals {
        self.cached.as_ref().map(|cached| cached.passing).unwrap_or_default()
    }

    /// How many nations and ties are shown, dimmed or not.
    pub fn shown(&self) -> Totals {
        self.cached.as_ref().map(|cached| cached.shown).unwrap_or_default()
    }

    /// Changes the view.
    pub(in crate::ui) fn change_view(&mut self, change: impl FnOnce(&mut ViewFilter)) {
        change(&mut self.view);
        self.view_changes += 1;
    }

    /// Draws this in place of what is visible of the map.
    pub(super) fn set_preview(&mut self, preview: Option<Arc<Map>>) {
        if self.preview.is_some() || preview.is_some() {
            self.version += 1;
        }
        self.preview = preview;
    }

    /// Makes the next update build everything again.
    pub(in crate::ui) fn invalidate(&mut self) {
        self.cached = None;
    }

    /// Drops from the view nations and ties that aren't in the map any more, and a focus on nothing.
    pub(in crate::ui) fn forget_missing(&mut self, map: &Map) {
        let before = self.view.clone();
        let ViewFilter { focus, hidden_nations, hidden_ties } = &mut self.view;
        hidden_nations.retain(|id| map.nations().contains(*id));
        hidden_ties.retain(|id| map.ties().contains(*id));
        *focus = focus.take().filter(|focus| {
            focus.nations.iter().any(|id| map.nations().contains(*id))
                || focus.ties.iter().any(|id| map.ties().contains(*id))
        });
        if self.view != before {
            self.view_changes += 1;
        }
    }
}

impl State {
    /// The part of the map that is shown; all of it where nothing is hidden or dimmed.
    pub fn shown_map(&self) -> &Map {
        let part = self.visible.cached.as_ref().and_then(|cached| cached.part.as_deref());
        part.unwrap_or(self.map())
    }

    /// What the canvas draws: the part that is shown or, while something is about to be added, the map as
    /// it would be. Counts, selections and figures go by what is shown.
    pub fn drawn_map(&self) -> &Map {
        self.visible.preview.as_deref().unwrap_or_else(|| self.shown_map())
    }

    /// Whether a nation or a tie is in the part that is shown; text notes always are.
    pub fn shows(&self, target: Target) -> bool {
        self.shown_map().has(target)
    }

    /// Builds what is shown again, where map, view or selection have changed.
    pub(in crate::ui) fn update_visible_part(&mut self) {
        let map = self.history.map();
        let (revision, view_changes) = (self.history.revision(), self.visible.view_changes);
        let old = self.visible.cached.as_ref();
        let same_view =
            old.is_some_and(|old| old.view_changes == view_changes && old.filter == *map.filter());
        let same_map = old.is_some_and(|old| old.revision == revision);
        let (visibilities, passing) = match self.visible.cached.take() {
            Some(old) if same_view && same_map => {
                if fits_selection(map, &old, &self.selection) {
                    self.visible.cached = Some(old);
                    return;
                }
                (old.visibilities, old.passing)
            }
            _ => {
                let view = &self.visible.view;
                // Where nothing can be hidden, no graph is needed.
                let is_all = map.filter().is_idle() && view.is_idle();
                let graph = if is_all { Rc::default() } else { self.graph() };
                filtered(map, &graph, view)
            }
        };
        if !same_view {
            self.selection.retain(|target| !is_hidden(map, &visibilities, *target));
        }
        let selected = self.selection.iter().copied();
        let kept = selected.filter(|target| is_hidden(map, &visibilities, *target)).collect();
        let (part, shown) = build_part(map, &visibilities, &kept);
        self.visible.version += 1;
        self.visible.cached = Some(CachedPart {
            revision,
            view_changes,
            filter: map.filter().clone(),
            visibilities,
            kept,
            part,
            passing,
            shown,
        });
    }
}

/// Whether what is kept is exactly that part of the selection which would be hidden.
fn fits_selection(map: &Map, cached: &CachedPart, selection: &BTreeSet<Target>) -> bool {
    let CachedPart { part, kept, visibilities, .. } = cached;
    // Where nothing is hidden, there is nothing to keep.
    (part.is_none() && kept.is_empty())
        || (kept.is_subset(selection)
            && selection.iter().all(|t| !is_hidden(map, visibilities, *t) || kept.contains(t)))
}

fn is_hidden(map: &Map, visibilities: &Visibilities, target: Target) -> bool {
    let Visibilities { nations, ties, .. } = visibilities;
    let visibility = match target {
        Target::Nation(id) => map.nations().index_of(id).and_then(|index| nations.get(index)),
        Target::Tie(id) => map.ties().index_of(id).and_then(|index| ties.get(index)),
        Target::Note(_) => None,
    };
    visibility == Some(&Visibility::Hidden)
}

/// The part of the map that is shown (`None` where that is the whole map) and how much it is.
fn build_part(
    map: &Map,
    visibilities: &Visibilities,
    kept: &BTreeSet<Target>,
) -> (Option<Arc<Map>>, Totals) {
    let mut all = visibilities.clone();
    reveal(map, &mut all, nations_of(kept), ties_of(kept));
    let lists = [&all.nations, &all.ties, &all.memberships];
    let is_whole = lists.into_iter().flatten().all(|how| *how == Visibility::Shown);
    let count = |list: &[Visibility]| list.iter().filter(|h| **h != Visibility::Hidden).count();
    let shown = Totals { nations: count(&all.nations), ties: count(&all.ties) };
    ((!is_whole).then(|| Arc::new(map.visible_part(&all))), shown)
}

/// How each record is shown by filter and view, and how many pass the filter.
pub(super) fn filtered(map: &Map, graph: &MapGraph, view: &ViewFilter) -> (Visibilities, Totals) {
    let passing = apply_filter(map, graph, map.filter());
    let count = |all: &[bool]| all.iter().filter(|passes| **passes).count();
    let totals = Totals { nations: count(&passing.nations), ties: count(&passing.ties) };
    (view.visibilities(map, graph, &passing), totals)
}

/// The nations among some targets.
pub(in crate::ui) fn nations_of(targets: &BTreeSet<Target>) -> impl Iterator<Item = NationId> {
    targets.iter().filter_map(|target| target.nation())
}

/// The ties among some targets.
pub(in crate::ui) fn ties_of(targets: &BTreeSet<Target>) -> impl Iterator<Item = TieId> {
    targets.iter().filter_map(|target| target.tie())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Focus;
    use crate::edit::{Change, Command, add_nation, add_tie, change_filter};
    use crate::model::{End, KindId, Nation};
    use crate::ui::test_example::{example, japan, pact};

    /// The example with a filter that lets nations of the Pacific through: Japan and New Zealand.
    fn filtered() -> State {
        let mut state = example();
        set(&mut state, |map| change_filter(map, |f| drop(f.tags.replace("Pacific".to_owned()))));
        state
    }

    fn set(state: &mut State, command: impl FnOnce(&Map) -> Command) {
        let command = command(state.map());
        state.history.perform("A step", command).expect("it fits");
        state.update_visible_part();
    }

    fn numbers(state: &State) -> (usize, usize) {
        (state.shown_map().nations().len(), state.shown_map().ties().len())
    }

    fn retagged(map: &Map, id: NationId) -> Command {
        let nation = map.nations().get(id).expect("there").clone();
        let nation = Nation { tags: vec!["Asia".to_owned()], ..nation };
        Command::Nation(id, Change::Replace(Box::new(nation)))
    }

    #[test]
    fn where_nothing_is_hidden_the_map_itself_is_shown() {
        let mut state = example();
        state.update_visible_part();
        assert!(std::ptr::eq(state.shown_map(), state.map()));
        let version = state.visible.version();
        state.update_visible_part();
        assert_eq!(state.visible.version(), version, "nothing is made twice");
    }

    #[test]
    fn a_filter_takes_what_it_hides_out_of_the_selection() {
        let mut state = example();
        let china = Target::Nation(NationId(3));
        state.selection = [china, Target::Nation(japan()), Target::Tie(pact())].into();
        set(&mut state, |map| change_filter(map, |f| drop(f.tags.replace("Pacific".to_owned()))));
        assert_eq!(numbers(&state), (2, 1));
        assert_eq!(state.selection, [Target::Nation(japan()), Target::Tie(pact())].into());
        state.history.undo();
        state.update_visible_part();
        assert_eq!(numbers(&state), (3, 3));
    }

    #[test]
    fn what_is_added_stays_until_the_selection_leaves_it() {
        let mut state = filtered();
        let (id, command) = add_nation(state.map(), Nation::default());
        set(&mut state, |_| command);
        assert_eq!(numbers(&state), (2, 1), "nothing has selected it");
        state.selection = [Target::Nation(id)].into();
        state.update_visible_part();
        assert_eq!(numbers(&state), (3, 1));
        let (tie, command) = add_tie(state.map(), japan(), End::Nation(NationId(3)), KindId(1));
        state.selection = [Target::Tie(tie)].into();
        set(&mut state, |_| command);
        assert_eq!(numbers(&state), (3, 2), "the tie with its end");
        state.selection.clear();
        state.update_visible_part();
        assert_eq!(numbers(&state), (2, 1));
    }

    #[test]
    fn what_an_edit_lets_the_filter_sort_out_stays_while_it_is_selected() {
        let mut state = filtered();
        state.selection = [Target::Nation(japan())].into();
        state.update_visible_part();
        set(&mut state, |map| retagged(map, japan()));
        assert_eq!(numbers(&state).0, 2);
        assert_eq!(state.visible.passing(), Totals { nations: 1, ties: 0 });
        state.selection.clear();
        state.update_visible_part();
        assert_eq!(numbers(&state).0, 1);
    }

    #[test]
    fn a_focus_and_what_is_hidden_end_with_what_they_are_on() {
        let mut state = example();
        let china = NationId(3);
        state.visible.change_view(|view| {
            view.focus = Some(Focus { nations: [china].into(), steps: 0, ..Focus::default() });
            view.hidden_nations.insert(china);
        });
        state.update_visible_part();
        assert_eq!(numbers(&state), (0, 0));
        let gone = crate::edit::delete(state.map(), &[Target::Nation(china)].into());
        state.history.perform("Delete China", gone).expect("it fits");
        state.forget_missing();
        state.update_visible_part();
        assert!(state.visible.view().is_idle());
        assert_eq!(numbers(&state), (2, 1));
    }
}
