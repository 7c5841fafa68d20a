//! What the keys mean in a cell that is chosen, and in one that is edited.

use egui::{Event, ImeEvent, Key, Modifiers, Ui};

use super::cell_range::Step;
use super::cells::Cells;

/// What a person asks of the cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Request {
    /// Move the active cell; the flag says whether the range is extended.
    Go(Step, bool),
    /// Move on with Enter or Tab: within the range, where there is one.
    Advance(Step),
    /// Choose all cells.
    All,
    /// Choose the whole rows, or the whole columns, of the range.
    WholeRows,
    WholeColumns,
    /// Edit the cell with what it says now.
    Edit,
    /// Edit it by choosing among what is possible.
    Pick,
    /// Let arrow keys move in the text, or on to other cells.
    TurnArrows,
    /// Take what is edited and move on as by [`Self::Advance`], or as by [`Self::Go`].
    CommitAndAdvance(Step),
    CommitAndGo(Step),
    /// Write what is edited into all cells of the range.
    CommitToAll,
    /// Write the cells of the first row of the range into the rows below.
    FillDown,
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

/// Takes the requests out of a pass's events; what is left belongs to the text field of the cell and its
/// suggestions. While letters are being composed, every key is the input method's.
pub fn take(ui: &Ui, cells: &mut Cells) -> Vec<Request> {
    let requests = ui.input_mut(|input| {
        let mut requests = Vec::new();
        input.events.splice(0..0, std::mem::take(&mut cells.later));
        cells.later = after_one_key(&mut input.events, cells.edit.is_some());
        // The key that ends a composition may arrive with it, and belongs to it.
        let has_ime = input.events.iter().any(|event| matches!(event, Event::Ime(_)));
        input.events.retain(|event| {
            if let Event::Ime(ime) = event {
                cells.is_composing =
                    matches!(ime, ImeEvent::Preedit { text, .. } if !text.is_empty());
            }
            if cells.is_composing || has_ime {
                return !matches!(event, Event::Key { .. });
            }
            let is_editing = cells.edit.is_some();
            let request = match event {
                Event::Key { key, pressed: true, modifiers, .. } if is_editing => {
                    while_editing(cells, *key, *modifiers)
                }
                Event::Key { key, pressed: true, modifiers, .. } => while_chosen(*key, *modifiers),
                Event::Copy if !is_editing => Some(Request::Copy),
                Event::Cut if !is_editing => Some(Request::Cut),
                Event::Paste(text) if !is_editing => Some(Request::Paste(text.clone())),
                // The space of the key that chooses whole rows is no text.
                Event::Text(text) => {
                    return !(text == " " && requests.contains(&Request::WholeRows));
                }
                _ => None,
            };
            let is_taken = request.is_some();
            requests.extend(request);
            !is_taken
        });
        requests
    });
    if !cells.later.is_empty() {
        ui.ctx().request_repaint();
    }
    requests
}

/// Takes out what a pass must not see yet. What a key means depends on the letters before it, and on the
/// suggestions for them; and while a cell is edited, where letters go depends on the key before them.
fn after_one_key(events: &mut Vec<Event>, is_editing: bool) -> Vec<Event> {
    let mut has_typed = false;
    let at = events.iter().enumerate().find_map(|(at, event)| match event {
        Event::Text(text) if text != " " => {
            has_typed = true;
            None
        }
        Event::Key { key, pressed: true, .. } if is_no_letter(*key) => {
            if has_typed {
                Some(at)
            } else {
                is_editing.then_some(at + 1)
            }
        }
        _ => None,
    });
    let Some(at) = at else { return Vec::new() };
    let is_of_keyboard = |event: &Event| {
        matches!(
            event,
            Event::Key { .. } | Event::Text(_) | Event::Copy | Event::Cut | Event::Paste(_)
        )
    };
    let (later, others) = events.split_off(at).into_iter().partition(is_of_keyboard);
    events.extend::<Vec<Event>>(others);
    later
}

const fn is_no_letter(key: Key) -> bool {
    matches!(
        key,
        Key::Enter
            | Key::Tab
            | Key::Escape
            | Key::Backspace
            | Key::Delete
            | Key::F2
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
    )
}

fn while_editing(cells: &Cells, key: Key, modifiers: Modifiers) -> Option<Request> {
    if modifiers.alt || (cells.completion.takes(key) && !modifiers.any()) {
        return None;
    }
    let arrows_end_it = cells.edit.as_ref().is_some_and(|edit| edit.arrows_end_it);
    Some(match key {
        Key::Enter if modifiers.command => Request::CommitToAll,
        Key::Enter if modifiers.shift => Request::CommitAndAdvance(Step::Up),
        Key::Enter => Request::CommitAndAdvance(Step::Down),
        Key::Tab if modifiers.shift => Request::CommitAndAdvance(Step::Previous),
        Key::Tab => Request::CommitAndAdvance(Step::Next),
        Key::Escape => Request::Cancel,
        Key::F2 => Request::TurnArrows,
        Key::PageUp => Request::CommitAndGo(Step::PageUp),
        Key::PageDown => Request::CommitAndGo(Step::PageDown),
        _ if !arrows_end_it || modifiers.any() => return None,
        Key::ArrowLeft => Request::CommitAndGo(Step::Left),
        Key::ArrowRight => Request::CommitAndGo(Step::Right),
        Key::ArrowUp => Request::CommitAndGo(Step::Up),
        Key::ArrowDown => Request::CommitAndGo(Step::Down),
        _ => return None,
    })
}

const fn while_chosen(key: Key, modifiers: Modifiers) -> Option<Request> {
    let far = modifiers.command;
    if modifiers.alt {
        return if matches!(key, Key::ArrowDown) { Some(Request::Pick) } else { None };
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
        Key::Tab if modifiers.shift => return Some(Request::Advance(Step::Previous)),
        Key::Tab => return Some(Request::Advance(Step::Next)),
        Key::Enter if modifiers.shift => return Some(Request::Advance(Step::Up)),
        Key::Enter if !far => return Some(Request::Advance(Step::Down)),
        Key::A if far => return Some(Request::All),
        Key::D if far => return Some(Request::FillDown),
        Key::Space if modifiers.shift => return Some(Request::WholeRows),
        Key::Space if far => return Some(Request::WholeColumns),
        Key::F2 => return Some(Request::Edit),
        Key::Delete | Key::Backspace => return Some(Request::Clear),
        Key::Escape => return Some(Request::Leave),
        _ => return None,
    };
    Some(Request::Go(step, modifiers.shift))
}
