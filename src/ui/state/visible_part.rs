//! What of the map the window shows: what its filter lets through, what a person has hidden by hand
//! or turned to, and what is selected.
//!
//! The part that is shown is made once for each change. What is selected is always shown: a nation just
//! added, or one that an edit lets the filter sort out, stays until the selection leaves it. Only a
//! change of the filter or of the view itself takes what it hides out of the selection.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use super::State;
use crate::analysis::{MapGraph, ViewFilter, apply_filter, reveal};
use crate::edit::Target;
use crate::model::{Filter, Map, NationId, TieId, Visibilities, Visibility};

/// What of the map the window shows.
#[derive(Debug, Default)]
pub struct VisiblePart {
    view: ViewFilter,
    /// Counts the changes of the view.
    changes: u64,
    version: u64,
    made: Option<Made>,
}

/// Numbers of nations and ties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Nations.
    pub nations: usize,
    /// Ties.
    pub ties: usize,
}

/// What is shown, and what it was made for.
#[derive(Debug)]
struct Made {
    revision: u64,
    changes: u64,
    filter: Filter,
    /// How all is shown but for the selection.
    how: Visibilities,
    /// What is shown though hidden, as it is selected.
    kept: BTreeSet<Target>,
    /// The part that is shown, where it isn't all.
    part: Option<Arc<Map>>,
    passing: Tally,
    shown: Tally,
}

impl VisiblePart {
    /// What a person has hidden or turned to.
    pub const fn view(&self) -> &ViewFilter {
        &self.view
    }

    /// Changes with everything that is shown: with each revision of the map and each change of the view.
    pub const fn version(&self) -> u64 {
        self.version
    }

    /// How many nations and ties pass the filter.
    pub fn passing(&self) -> Tally {
        self.made.as_ref().map(|made| made.passing).unwrap_or_default()
    }

    /// How many nations and ties are shown, faintly or not.
    pub fn shown(&self) -> Tally {
        self.made.as_ref().map(|made| made.shown).unwrap_or_default()
    }

    /// Changes the view.
    pub(in crate::ui) fn change(&mut self, change: impl FnOnce(&mut ViewFilter)) {
        change(&mut self.view);
        self.changes += 1;
    }

    /// Has all made anew, whatever it was made for.
    pub(in crate::ui) fn expire(&mut self) {
        self.made = None;
    }

    /// Forgets nations and ties that aren't in the map any more, and a focus on nothing.
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
            self.changes += 1;
        }
    }
}

impl State {
    /// The part of the map that is shown; all of it where nothing is hidden or dimmed.
    pub fn shown_map(&self) -> &Map {
        let part = self.visible.made.as_ref().and_then(|made| made.part.as_deref());
        part.unwrap_or(self.map())
    }

    /// Whether a nation or a tie is in the part that is shown.
    pub fn shows(&self, target: Target) -> bool {
        match target {
            Target::Nation(id) => self.shown_map().nations().contains(id),
            Target::Tie(id) => self.shown_map().ties().contains(id),
        }
    }

    /// Makes anew what is shown, where map, view or selection have changed.
    pub(in crate::ui) fn update_visible_part(&mut self) {
        let map = self.history.map();
        let (revision, changes) = (self.history.revision(), self.visible.changes);
        let old = self.visible.made.as_ref();
        let same_view =
            old.is_some_and(|made| made.changes == changes && made.filter == *map.filter());
        let same_map = old.is_some_and(|made| made.revision == revision);
        let (how, passing) = match self.visible.made.take() {
            Some(made) if same_view && same_map => {
                if is_kept(map, &made, &self.selection) {
                    self.visible.made = Some(made);
                    return;
                }
                (made.how, made.passing)
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
            self.selection.retain(|target| !is_hidden(map, &how, *target));
        }
        let kept = self.selection.iter().copied();
        let kept: BTreeSet<Target> = kept.filter(|target| is_hidden(map, &how, *target)).collect();
        let made = made(map, how, kept, passing);
        let made = Made { revision, changes, ..made };
        self.visible.version += 1;
        self.visible.made = Some(made);
    }
}

/// Whether what is kept is just what of the selection would be hidden.
fn is_kept(map: &Map, made: &Made, selection: &BTreeSet<Target>) -> bool {
    // Where nothing is hidden, there is nothing to keep.
    (made.part.is_none() && made.kept.is_empty())
        || (made.kept.is_subset(selection)
            && selection.iter().all(|t| !is_hidden(map, &made.how, *t) || made.kept.contains(t)))
}

fn is_hidden(map: &Map, how: &Visibilities, target: Target) -> bool {
    let how = match target {
        Target::Nation(id) => map.nations().index_of(id).and_then(|index| how.nations.get(index)),
        Target::Tie(id) => map.ties().index_of(id).and_then(|index| how.ties.get(index)),
    };
    how == Some(&Visibility::Hidden)
}

/// How all is shown by filter and view, and how much matches the filter.
fn filtered(map: &Map, graph: &MapGraph, view: &ViewFilter) -> (Visibilities, Tally) {
    let matches = apply_filter(map, graph, map.filter());
    let count = |all: &[bool]| all.iter().filter(|is_match| **is_match).count();
    let tally = Tally { nations: count(&matches.nations), ties: count(&matches.ties) };
    (view.visibilities(map, graph, &matches), tally)
}

fn made(map: &Map, how: Visibilities, kept: BTreeSet<Target>, passing: Tally) -> Made {
    let mut all = how.clone();
    reveal(map, &mut all, nations_of(&kept), ties_of(&kept));
    let lists = [&all.nations, &all.ties, &all.memberships];
    let is_whole = lists.into_iter().flatten().all(|how| *how == Visibility::Shown);
    let count = |list: &[Visibility]| list.iter().filter(|h| **h != Visibility::Hidden).count();
    Made {
        revision: 0,
        changes: 0,
        filter: map.filter().clone(),
        shown: Tally { nations: count(&all.nations), ties: count(&all.ties) },
        part: (!is_whole).then(|| Arc::new(map.visible_part(&all))),
        how,
        kept,
        passing,
    }
}

/// The nations among some targets.
pub(in crate::ui) fn nations_of(targets: &BTreeSet<Target>) -> impl Iterator<Item = NationId> {
    targets.iter().filter_map(|target| match target {
        Target::Nation(id) => Some(*id),
        Target::Tie(_) => None,
    })
}

/// The ties among some targets.
pub(in crate::ui) fn ties_of(targets: &BTreeSet<Target>) -> impl Iterator<Item = TieId> {
    targets.iter().filter_map(|target| match target {
        Target::Nation(_) => None,
        Target::Tie(id) => Some(*id),
    })
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
        assert_eq!(state.visible.passing(), Tally { nations: 1, ties: 0 });
        state.selection.clear();
        state.update_visible_part();
        assert_eq!(numbers(&state).0, 1);
    }

    #[test]
    fn a_focus_and_what_is_hidden_end_with_what_they_are_on() {
        let mut state = example();
        let china = NationId(3);
        state.visible.change(|view| {
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
