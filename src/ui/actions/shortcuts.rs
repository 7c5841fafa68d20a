//! From key presses to actions.

use egui::{Context, Event, Key, KeyboardShortcut};

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

/// The actions whose keys were pressed and don't belong to what has the keyboard, in the order of the presses, each as
/// often as it was pressed: what is pressed while a frame takes its time comes with the next one. Takes the presses from
/// the input.
pub(in crate::ui) fn pressed(ctx: &Context, keyboard: Keyboard) -> Vec<Action> {
    // Longer combinations first: Ctrl+Shift+S must not be taken for Ctrl+S.
    let mut actions = Action::ALL;
    actions.sort_by_key(|a| {
        std::cmp::Reverse(a.entry().keys.first().is_some_and(|k| k.modifiers.shift))
    });
    let mut pressed = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let acts = |action: &&Action| acts(**action, event, keyboard);
            let action = actions.iter().find(acts);
            pressed.extend(action);
            action.is_none()
        });
    });
    pressed
}

/// Whether an event presses keys of an action.
fn acts(action: Action, event: &Event, keyboard: Keyboard) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    action.entry().keys.iter().any(|keys| {
        keys.logical_key == *key
            && modifiers.matches_logically(keys.modifiers)
            && !keyboard.takes(action, keys)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Modifiers, RawInput};

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    #[test]
    fn presses_within_one_frame_act_in_their_order_and_each_time() {
        let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        let events = vec![
            key(Key::D, Modifiers::COMMAND),
            key(Key::D, Modifiers::COMMAND),
            key(Key::Z, Modifiers::COMMAND),
            key(Key::Z, shift),
            key(Key::Z, Modifiers::COMMAND),
            key(Key::Q, Modifiers::NONE),
            key(Key::F13, Modifiers::NONE),
        ];
        let ctx = Context::default();
        ctx.begin_pass(RawInput { events, ..RawInput::default() });
        let pressed = pressed(&ctx, Keyboard::Free);
        let left = ctx.input(|input| input.events.len());
        ctx.end_pass().textures_delta.clear();
        let (twice, undo, redo) = (Action::Duplicate, Action::Undo, Action::Redo);
        assert_eq!(pressed, [twice, twice, undo, redo, undo, Action::QuickEntry]);
        assert_eq!(left, 1, "what no action has stays for others");
    }
}
