//! What a person can do from a menu, the command palette or the keyboard: one closed table, which also
//! feeds the shortcuts window and the README. To add an action, add its row to `table.rs`; the compiler
//! then says where the app must carry it out.
//!
//! Actions read the state. They know nothing of the app, the canvas, panels or dialogs.

pub mod arrange;
mod define;
mod keys;
pub mod labels;
pub mod layout_names;
mod reasons;
mod rules;
pub mod shortcuts;
mod table;

pub use table::{Action, Effect, Entry, Menu};

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    #[test]
    fn every_action_is_listed_once_and_named_once() {
        let set: BTreeSet<Action> = Action::ALL.into_iter().collect();
        assert_eq!(set.len(), Action::ALL.len());
        assert_eq!(Action::About as usize + 1, Action::ALL.len(), "an action is missing in ALL");
        let names: BTreeSet<&str> = Action::ALL.iter().map(|a| a.entry().name).collect();
        assert_eq!(names.len(), Action::ALL.len());
    }

    #[test]
    fn no_shortcut_does_two_things() {
        let mut seen = HashMap::new();
        for action in Action::ALL {
            for keys in action.entry().keys {
                let other = seen.insert(format!("{keys:?}"), action);
                assert_eq!(other, None, "{keys:?} is taken by {other:?} and {action:?}");
            }
        }
    }
}
