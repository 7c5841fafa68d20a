//! From key presses to actions.

use egui::{Context, Key, KeyboardShortcut};

use super::Action;

/// What has the keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Keyboard {
    /// No text: every shortcut acts.
    Free,
    /// A field: plain keys, and those of editing text, belong to it.
    Text,
    /// A field of quick entry in which nothing is written: as any field, but undo is the map's.
    BlankLine,
    /// A cell of the list that is edited: as a field, but for the key that edits it.
    EditedCell,
    /// A cell of the list that is chosen: as one that is edited, but undo is the map's.
    ChosenCell,
}

impl Keyboard {
    /// Whether a shortcut of an action belongs to what has the keyboard.
    fn takes(self, action: Action, keys: &KeyboardShortcut) -> bool {
        let of_text = [Action::Cut, Action::Copy, Action::Paste, Action::SelectAll];
        let is_undo = matches!(action, Action::Undo | Action::Redo);
        let is_taken = !keys.modifiers.command
            || of_text.contains(&action)
            || (is_undo && !matches!(self, Self::ChosenCell | Self::BlankLine));
        match self {
            Self::Free => false,
            Self::Text | Self::BlankLine => {
                is_taken && !matches!(keys.logical_key, Key::F1 | Key::F2)
            }
            // Fill down has the key of Duplicate, as in every spreadsheet.
            Self::EditedCell | Self::ChosenCell if action == Action::Duplicate => true,
            Self::EditedCell | Self::ChosenCell => is_taken && keys.logical_key != Key::F1,
        }
    }
}

/// The actions whose keys were pressed, and don't belong to what has the keyboard.
pub(in crate::ui) fn pressed(ctx: &Context, keyboard: Keyboard) -> impl Iterator<Item = Action> {
    let hits = |action: &Action| {
        action.entry().keys.iter().any(|keys| {
            let belongs_to_text = keyboard.takes(*action, keys);
            !belongs_to_text && ctx.input_mut(|input| input.consume_shortcut(keys))
        })
    };
    // Longer combinations first: Ctrl+Shift+S must not be taken for Ctrl+S.
    let mut actions = Action::ALL;
    actions.sort_by_key(|a| {
        std::cmp::Reverse(a.entry().keys.first().is_some_and(|k| k.modifiers.shift))
    });
    actions.into_iter().filter(hits).collect::<Vec<_>>().into_iter()
}
