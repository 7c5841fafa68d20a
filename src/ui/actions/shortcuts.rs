//! From key presses to actions.

use egui::{Context, Key};

use super::Action;

/// The actions whose keys were pressed. While a text is being edited, plain keys belong to it.
pub(in crate::ui) fn pressed(ctx: &Context) -> impl Iterator<Item = Action> {
    let is_typing = ctx.text_edit_focused();
    let text_keys =
        [Action::Undo, Action::Redo, Action::Cut, Action::Copy, Action::Paste, Action::SelectAll];
    let hits = |action: &Action| {
        action.entry().keys.iter().any(|keys| {
            let belongs_to_text = is_typing
                && (!keys.modifiers.command || text_keys.contains(action))
                && !is_function_key(keys.logical_key);
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

fn is_function_key(key: Key) -> bool {
    matches!(key, Key::F1 | Key::F2)
}
