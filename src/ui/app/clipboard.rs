//! Copying, cutting and pasting nations with their ties, and text notes, as the text of a small map.
//!
//! The toolkit reports these as events of their own, never as key presses, and reports nothing where
//! the clipboard holds no text. That there was nothing to paste is known when the key is released
//! without such an event, or when a menu's request hasn't been answered within a few passes.

use egui::text_selection::LabelSelectionState;
use egui::{Context, Event, Key, Modifiers, ViewportCommand};

use super::App;
use super::pasted_map::{NO_TEXT, check_size, place_missing, read};
use crate::edit;
use crate::formats::{self, Loss, PLAIN_LINES, UNSAID};
use crate::model::{Map, Point};
use crate::tasks::{ReadFrom, free_offset};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::{count_in_words, counted, counts_in_words};

/// Said where no line comes of what is selected.
const NO_LINES: &str =
    "Nothing to copy as text: lines tell of nations and the ties between them. Select some.";
/// For how many passes the clipboard's text is waited for.
const PASSES: u8 = 3;

/// What is remembered of the clipboard from pass to pass.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    /// A paste that a menu has asked for: where it goes, and for how many passes its text is still
    /// waited for.
    awaited: Option<(Point, u8)>,
    /// Whether the paste key has brought a text since it was pressed, or is still held.
    is_answered: bool,
}

/// What is to be done with the clipboard.
#[derive(Debug, PartialEq)]
enum Request {
    Copy,
    /// A copy with the shift key held, which the toolkit reports as a copy.
    CopyText,
    Cut,
    Paste(String),
    /// A paste for which the clipboard has no text.
    PasteNothing,
}

impl Clipboard {
    /// The requests among a pass's events.
    fn requests(&mut self, events: &[Event], modifiers: Modifiers) -> Vec<Request> {
        let mut requests = Vec::new();
        for event in events {
            match event {
                Event::Copy if modifiers.shift => requests.push(Request::CopyText),
                Event::Copy => requests.push(Request::Copy),
                Event::Cut => requests.push(Request::Cut),
                Event::Paste(text) => {
                    self.is_answered = true;
                    requests.push(Request::Paste(text.clone()));
                }
                Event::Key { key: Key::V | Key::Paste, pressed: true, .. } => {
                    self.is_answered = true;
                }
                Event::Key { key: key @ (Key::V | Key::Paste), modifiers, .. } => {
                    let is_paste = modifiers.command || *key == Key::Paste;
                    if !std::mem::take(&mut self.is_answered) && is_paste {
                        requests.push(Request::PasteNothing);
                    }
                }
                _ => {}
            }
        }
        requests
    }
}

impl App {
    /// Takes what was copied, cut and pasted by key, and the text that a menu has asked for.
    pub(super) fn take_clipboard(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let requests = ctx.input(|input| self.clipboard.requests(&input.events, input.modifiers));
        if let Some((at, passes)) = self.clipboard.awaited.take() {
            self.clipboard.is_answered = false;
            let text = ctx.input_mut(|input| take_pasted(&mut input.events));
            match (text, passes) {
                (Some(text), _) => out.push(Intent::Paste { text, at }),
                (None, 0) => self.toasts.warn(NO_TEXT),
                (None, _) => {
                    self.clipboard.awaited = Some((at, passes - 1));
                    ctx.request_repaint();
                }
            }
            return;
        }
        let is_elsewhere = self.panel_memory.cell_keys().is_some() || ctx.text_edit_focused();
        if self.state.dialog.is_some() || egui::Popup::is_any_open(ctx) || is_elsewhere {
            return;
        }
        // Text selected in a label is copied by the label.
        let has_selected_text = ctx.plugin::<LabelSelectionState>().lock().has_selection();
        for request in requests {
            match request {
                Request::Copy | Request::CopyText | Request::Cut if has_selected_text => {}
                Request::Copy => out.push(Intent::Act(Action::Copy)),
                Request::CopyText => out.push(Intent::Act(Action::CopyText)),
                Request::Cut => out.push(Intent::Act(Action::Cut)),
                Request::Paste(text) => {
                    let at = self.canvas.under_pointer(ctx);
                    let at = at.unwrap_or_else(|| self.canvas.center_in_world());
                    out.push(Intent::Paste { text, at });
                }
                Request::PasteNothing => self.toasts.warn(NO_TEXT),
            }
        }
    }

    /// Asks the system for the clipboard's text, to be pasted at a position.
    pub(super) fn request_paste(&mut self, at: Point, ctx: &Context) {
        self.clipboard.awaited = Some((at, PASSES));
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Copies the selection to the clipboard; returns whether there was anything to copy.
    pub(super) fn copy(&mut self, ctx: &Context) -> bool {
        let part = edit::copy(self.state.map(), &self.state.selection);
        if part.nations().is_empty() && part.text_notes().is_empty() {
            self.toasts.warn("A tie is copied with the nations at its ends. Select those as well.");
            return false;
        }
        ctx.copy_text(formats::write(&part));
        let copied =
            counts_in_words(part.nations().len(), part.ties().len(), part.text_notes().len());
        let ties = self.state.selection.iter().filter_map(|target| target.tie());
        let nations = self.state.selected_nations().collect();
        let within = self.state.map().ties_within(&nations);
        let left_out = ties.filter(|tie| !within.contains(tie)).count();
        self.toasts.info(match left_out {
            0 => format!("Copied {copied}"),
            count => format!(
                "Copied {copied}, without {}, whose ends aren't all selected",
                count_in_words(0, count)
            ),
        });
        true
    }

    /// Copies the selection, or the whole map where nothing is selected, as plain lines.
    pub(super) fn copy_as_text(&mut self, ctx: &Context) {
        let selection = &self.state.selection;
        let part = (!selection.is_empty()).then(|| edit::copy(self.state.map(), selection));
        let map = part.as_ref().unwrap_or_else(|| self.state.map());
        let written = PLAIN_LINES.writer.map(|writer| writer.write(map)).unwrap_or_default();
        let text = String::from_utf8_lossy(&written.bytes).into_owned();
        let lines = text.lines().filter(|line| !line.is_empty()).count();
        if lines == 0 {
            return self.toasts.warn(NO_LINES);
        }
        let lines = counted(lines, "line", "lines");
        let (ties, details): (Vec<Loss>, Vec<Loss>) =
            written.losses.into_iter().partition(|loss| UNSAID.contains(&loss.what));
        let mut told = vec![format!("Copied {lines}.")];
        told.extend(ties.iter().map(ToString::to_string));
        if !details.is_empty() {
            told.push("“Export data…” lists the details that lines leave out.".to_owned());
        }
        self.toasts.info(told.join(" "));
        ctx.copy_text(text);
    }

    /// Copies the selection to the clipboard and deletes it.
    pub(super) fn cut(&mut self, ctx: &Context) {
        if self.copy(ctx) {
            let command = edit::delete(self.state.map(), &self.state.selection);
            let name = format!("Cut {}", self.state.selection_in_words());
            self.edit(&name, command);
        }
    }

    /// Adds the nations, ties and text notes of a map's text, with their middle at a position.
    pub(super) fn paste(&mut self, text: &str, at: Point) {
        if !text.trim().is_empty() && !text.contains(formats::FORMAT_ID) {
            return self.read_to_add(ReadFrom::Text(text.to_owned()));
        }
        let opened = match read(text) {
            Ok(opened) => opened,
            Err(message) => return self.toasts.warn(message),
        };
        let part = place_missing(opened.map);
        if let Err(message) = check_size(self.state.map(), &part) {
            return self.toasts.warn(message);
        }
        let wanted = at - part.extent_with_notes().center();
        let offset = free_offset(self.state.map(), &part, wanted);
        let (made, command) = edit::paste(self.state.map(), &part, at + (offset - wanted));
        let name = format!("Paste {}", name_of_paste(&part));
        self.edit(&name, command);
        self.select(made.into_iter().filter(|target| self.state.map().has(*target)).collect());
        let problems = opened.problems.iter().map(ToString::to_string).collect();
        self.report_problems("Pasted", problems);
    }
}

/// What is pasted, in words: the one nation or note, or how many there are.
fn name_of_paste(part: &Map) -> String {
    let (mut nations, mut notes) = (part.nations().iter(), part.text_notes().iter());
    match (nations.len(), notes.len()) {
        (1, 0) => nations.next().map_or_else(String::new, |(_, only)| only.name.clone()),
        (0, 1) => notes.next().map_or_else(String::new, |(_, only)| only.in_words()),
        (nations, notes) => counts_in_words(nations, 0, notes),
    }
}

/// Takes the text that is being pasted, so that no text field gets it too.
fn take_pasted(events: &mut Vec<Event>) -> Option<String> {
    let at = events.iter().position(|event| matches!(event, Event::Paste(_)))?;
    match events.remove(at) {
        Event::Paste(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    #[test]
    fn a_key_of_pasting_that_brought_no_text_is_noticed_when_it_is_let_go() {
        let mut clipboard = Clipboard::default();
        let mut requests = |event| clipboard.requests(&[event], Modifiers::NONE);
        let up = || key(Key::V, false, Modifiers::COMMAND);
        assert_eq!(requests(up()), [Request::PasteNothing]);
        assert_eq!(requests(Event::Paste("a".into())), [Request::Paste("a".into())]);
        assert_eq!(requests(up()), [], "it brought a text");
        assert_eq!(requests(key(Key::V, true, Modifiers::NONE)), []);
        assert_eq!(requests(up()), [], "the plain key chooses a tool");
        assert_eq!(requests(key(Key::V, false, Modifiers::NONE)), []);
        assert_eq!(requests(up()), [Request::PasteNothing]);
        let shifted = Modifiers::COMMAND | Modifiers::SHIFT;
        assert_eq!(clipboard.requests(&[Event::Copy], shifted), [Request::CopyText]);
        assert_eq!(clipboard.requests(&[Event::Copy], Modifiers::COMMAND), [Request::Copy]);
    }
}
