//! What the keys mean in a cell that is chosen, and in one that is edited.

use egui::{Event, ImeEvent, Key, Modifiers, Ui};

use super::cell_range::Step;

/// What a person asks of the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Move the cursor; the flag says whether the range is extended.
    Go(Step, bool),
    /// Choose all cells.
    All,
    /// Edit the cell with what it says now.
    Edit,
    /// Take what is edited and move on.
    Commit(Step),
    /// Drop what is edited.
    Cancel,
    /// Give the keyboard back.
    Leave,
    /// Empty the cells.
    Clear,
    Copy,
    Cut,
    Paste(String),
}

/// Takes the requests out of a pass's events; what is left belongs to the text field of the cell. While
/// letters are being composed, every key is the input method's.
pub fn take(ui: &Ui, is_editing: bool, is_composing: &mut bool) -> Vec<Request> {
    ui.input_mut(|input| {
        let mut requests = Vec::new();
        // The key that ends a composition may arrive with it, and belongs to it.
        let has_ime = input.events.iter().any(|event| matches!(event, Event::Ime(_)));
        input.events.retain(|event| {
            if let Event::Ime(ime) = event {
                *is_composing = matches!(ime, ImeEvent::Preedit { text, .. } if !text.is_empty());
            }
            let request = match event {
                _ if *is_composing || has_ime => None,
                Event::Key { key, pressed: true, modifiers, .. } if is_editing => {
                    while_editing(*key, *modifiers)
                }
                Event::Key { key, pressed: true, modifiers, .. } => while_chosen(*key, *modifiers),
                Event::Copy if !is_editing => Some(Request::Copy),
                Event::Cut if !is_editing => Some(Request::Cut),
                Event::Paste(text) if !is_editing => Some(Request::Paste(text.clone())),
                _ => None,
            };
            let is_taken = request.is_some();
            requests.extend(request);
            !is_taken
        });
        requests
    })
}

const fn while_editing(key: Key, modifiers: Modifiers) -> Option<Request> {
    Some(match key {
        Key::Enter if modifiers.shift => Request::Commit(Step::Up),
        Key::Enter => Request::Commit(Step::Down),
        Key::Tab if modifiers.shift => Request::Commit(Step::Previous),
        Key::Tab => Request::Commit(Step::Next),
        Key::Escape => Request::Cancel,
        _ => return None,
    })
}

const fn while_chosen(key: Key, modifiers: Modifiers) -> Option<Request> {
    let far = modifiers.command;
    if modifiers.alt {
        return None;
    }
    let step = match key {
        Key::ArrowLeft if far => Step::RowStart,
        Key::ArrowLeft => Step::Left,
        Key::ArrowRight if far => Step::RowEnd,
        Key::ArrowRight => Step::Right,
        Key::ArrowUp if far => Step::Top,
        Key::ArrowUp => Step::Up,
        Key::ArrowDown if far => Step::Bottom,
        Key::ArrowDown => Step::Down,
        Key::PageUp => Step::PageUp,
        Key::PageDown => Step::PageDown,
        Key::Home if far => Step::First,
        Key::Home => Step::RowStart,
        Key::End if far => Step::Last,
        Key::End => Step::RowEnd,
        Key::Tab if modifiers.shift => return Some(Request::Go(Step::Previous, false)),
        Key::Tab => return Some(Request::Go(Step::Next, false)),
        Key::A if far => return Some(Request::All),
        Key::Enter | Key::F2 => return Some(Request::Edit),
        Key::Delete | Key::Backspace => return Some(Request::Clear),
        Key::Escape => return Some(Request::Leave),
        _ => return None,
    };
    Some(Request::Go(step, modifiers.shift))
}
