//! Copying, cutting and pasting nations with their ties, as the text of a small map.
//!
//! The toolkit hands these over as events of their own, never as presses of keys, and says nothing
//! where the clipboard holds no text: then the release of the key, or some passes without an answer
//! to a menu, tell that there was nothing to paste.

use egui::text_selection::LabelSelectionState;
use egui::{Context, Event, Key, ViewportCommand};

use super::App;
use crate::edit::{self, Target};
use crate::formats::{self, MAX_KINDS, MAX_NATIONS, MAX_SOURCES, MAX_TIES, Opened};
use crate::model::{Map, Point};
use crate::scene::Positions;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::in_words;

/// The largest text that is pasted, in bytes; larger maps are opened as files.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most nations that one paste adds.
const MOST_NATIONS: usize = 2_000;
/// The most ties that one paste adds.
const MOST_TIES: usize = 8_000;
/// In so many passes after it was asked for the clipboard's text must have come.
const PASSES: u8 = 3;

const NO_TEXT: &str = "Nothing to paste: the clipboard holds no text. Copy nations in Entente, then \
                       paste again.";
const NO_MAP: &str = "Can't paste: the text on the clipboard isn't a map. Copy nations in Entente, \
                      or the text of a map file, then paste again.";

/// What is known of the clipboard from pass to pass.
#[derive(Debug, Default)]
pub(in crate::ui) struct Clipboard {
    /// A paste that a menu has asked for: where it goes, and how many passes it is waited for.
    awaited: Option<(Point, u8)>,
    /// Whether the key of pasting has done what it does since it was pressed.
    is_answered: bool,
}

/// What the clipboard asks for in this pass.
#[derive(Debug, PartialEq)]
enum Wish {
    Copy,
    Cut,
    Paste(String),
    /// A paste for which there was no text.
    PasteNothing,
}

impl Clipboard {
    /// The wishes among a pass's events.
    fn wishes(&mut self, events: &[Event]) -> Vec<Wish> {
        let mut wishes = Vec::new();
        for event in events {
            match event {
                Event::Copy => wishes.push(Wish::Copy),
                Event::Cut => wishes.push(Wish::Cut),
                Event::Paste(text) => {
                    self.is_answered = true;
                    wishes.push(Wish::Paste(text.clone()));
                }
                Event::Key { key: Key::V | Key::Paste, pressed: true, .. } => {
                    self.is_answered = true;
                }
                Event::Key { key: key @ (Key::V | Key::Paste), modifiers, .. } => {
                    let is_paste = modifiers.command || *key == Key::Paste;
                    if !std::mem::take(&mut self.is_answered) && is_paste {
                        wishes.push(Wish::PasteNothing);
                    }
                }
                _ => {}
            }
        }
        wishes
    }
}

impl App {
    /// Takes what was copied, cut and pasted by key, and the text that a menu has asked for.
    pub(in crate::ui) fn take_clipboard(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let wishes = ctx.input(|input| self.clipboard.wishes(&input.events));
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
        if self.state.dialog.is_some() || egui::Popup::is_any_open(ctx) || ctx.text_edit_focused() {
            return;
        }
        // Words marked in a label are copied by the label.
        let has_marked_words = ctx.plugin::<LabelSelectionState>().lock().has_selection();
        for wish in wishes {
            match wish {
                Wish::Copy | Wish::Cut if has_marked_words => {}
                Wish::Copy => out.push(Intent::Act(Action::Copy)),
                Wish::Cut => out.push(Intent::Act(Action::Cut)),
                Wish::Paste(text) => {
                    let at = self.canvas.under_pointer(ctx);
                    let at = at.unwrap_or_else(|| self.canvas.center_in_world());
                    out.push(Intent::Paste { text, at });
                }
                Wish::PasteNothing => self.toasts.warn(NO_TEXT),
            }
        }
    }

    /// Asks the system for the clipboard's text, to be pasted at a place.
    pub(in crate::ui) fn ask_for_paste(&mut self, at: Point, ctx: &Context) {
        self.clipboard.awaited = Some((at, PASSES));
        ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
    }

    /// Puts the selection on the clipboard; returns whether there was anything to put there.
    pub(in crate::ui) fn copy(&mut self, ctx: &Context) -> bool {
        let part = edit::copy(self.state.map(), &self.state.selection);
        if part.nations().is_empty() {
            self.toasts.warn("A tie is copied with the nations at its ends. Select those as well.");
            return false;
        }
        ctx.copy_text(formats::write(&part));
        let copied = in_words(part.nations().len(), part.ties().len());
        let ties = self.state.selection.iter().filter_map(|target| target.tie());
        let nations = self.state.selected_nations().collect();
        let within = self.state.map().ties_within(&nations);
        let left_out = ties.filter(|tie| !within.contains(tie)).count();
        self.toasts.say(match left_out {
            0 => format!("Copied {copied}"),
            count => format!(
                "Copied {copied}, without {}, whose ends aren't all selected",
                in_words(0, count)
            ),
        });
        true
    }

    pub(in crate::ui) fn cut(&mut self, ctx: &Context) {
        if self.copy(ctx) {
            let command = edit::delete(self.state.map(), &self.state.selection);
            let name = format!("Cut {}", self.state.selection_in_words());
            self.edit(&name, command);
        }
    }

    /// Adds the nations and ties of a map's text, the middle of them at a place.
    pub(in crate::ui) fn paste(&mut self, text: &str, at: Point) {
        let opened = match read(text) {
            Ok(opened) => opened,
            Err(message) => return self.toasts.warn(message),
        };
        let part = all_placed(opened.map);
        if let Err(message) = fits(self.state.map(), &part) {
            return self.toasts.warn(message);
        }
        let (made, command) = edit::paste(self.state.map(), &part, at);
        let mut nations = part.nations().iter();
        let pasted = match (nations.next(), nations.len()) {
            (Some((_, only)), 0) => only.name.clone(),
            _ => in_words(part.nations().len(), 0),
        };
        self.edit(&format!("Paste {pasted}"), command);
        self.select(made.into_iter().filter(|target| self.has(*target)).collect());
        let problems = opened.problems.iter().map(ToString::to_string).collect();
        self.tell_problems("Pasted", problems);
    }

    fn has(&self, target: Target) -> bool {
        match target {
            Target::Nation(id) => self.state.map().nations().contains(id),
            Target::Tie(id) => self.state.map().ties().contains(id),
        }
    }
}

/// Takes the text that is being pasted, so that no field gets it too.
fn take_pasted(events: &mut Vec<Event>) -> Option<String> {
    let at = events.iter().position(|event| matches!(event, Event::Paste(_)))?;
    match events.remove(at) {
        Event::Paste(text) => Some(text),
        _ => None,
    }
}

/// The map that a text holds, or what to say where it holds none.
fn read(text: &str) -> Result<Opened, String> {
    if text.len() > MOST_BYTES {
        return Err(format!(
            "Can't paste: the text on the clipboard is larger than {} MiB. Save it as a file and \
             open that.",
            MOST_BYTES >> 20
        ));
    }
    if text.trim().is_empty() {
        return Err(NO_TEXT.to_owned());
    }
    formats::read(text.as_bytes()).map_err(|error| match error.place {
        // A map it was meant to be: where it broke is worth knowing.
        Some(place) if text.contains(formats::FORMAT) => format!(
            "Can't paste: the map on the clipboard can't be read, since {place} {}. Copy it anew, \
             then paste again.",
            error.message
        ),
        _ => NO_MAP.to_owned(),
    })
}

/// Whether a part is one that can be pasted into a map, or what to say where it isn't.
fn fits(map: &Map, part: &Map) -> Result<(), String> {
    let (nations, ties) = (part.nations().len(), part.ties().len());
    if nations == 0 {
        return Err("Nothing to paste: the map on the clipboard holds no nation. Copy nations in \
                    Entente, then paste again."
            .to_owned());
    }
    if nations > MOST_NATIONS || ties > MOST_TIES {
        return Err(format!(
            "Can't paste {}: up to {} can be pasted at once. Paste them in parts, or open the map \
             as a file.",
            in_words(nations, ties),
            in_words(MOST_NATIONS, MOST_TIES)
        ));
    }
    let is_within = map.nations().len() + nations <= MAX_NATIONS
        && map.ties().len() + ties <= MAX_TIES
        && map.kinds().len() + part.kinds().len() <= MAX_KINDS
        && map.sources().len() + part.sources().len() <= MAX_SOURCES;
    if is_within {
        return Ok(());
    }
    Err(format!(
        "Can't paste: the map would be larger than {}, {MAX_KINDS} kinds and {MAX_SOURCES} \
         sources. Delete some, or paste into another map.",
        in_words(MAX_NATIONS, MAX_TIES)
    ))
}

/// The same map with a place for each nation: those that have none stand in rows below the others, as
/// they do on the canvas.
fn all_placed(mut map: Map) -> Map {
    let points = Positions::of(&map).points().to_vec();
    let lacking = map
        .nations()
        .iter()
        .zip(points)
        .filter(|((_, nation), at)| nation.position.is_none() && at.is_usable());
    let places: Vec<_> = lacking.map(|((id, _), at)| (id, at)).collect();
    let command = edit::move_nations(&map, places, None);
    let result = edit::apply(&mut map, command);
    debug_assert!(result.is_ok(), "usable places fit: {result:?}");
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::{example, japan};
    use egui::Modifiers;

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
    }

    #[test]
    fn a_key_of_pasting_that_brought_no_text_is_noticed_when_it_is_let_go() {
        let mut clipboard = Clipboard::default();
        let mut wishes = |event| clipboard.wishes(&[event]);
        let up = || key(Key::V, false, Modifiers::COMMAND);
        assert_eq!(wishes(up()), [Wish::PasteNothing]);
        assert_eq!(wishes(Event::Paste("a".into())), [Wish::Paste("a".into())]);
        assert_eq!(wishes(up()), [], "it brought a text");
        assert_eq!(wishes(key(Key::V, true, Modifiers::NONE)), []);
        assert_eq!(wishes(up()), [], "the plain key chooses a tool");
        assert_eq!(wishes(key(Key::V, false, Modifiers::NONE)), []);
        assert_eq!(wishes(up()), [Wish::PasteNothing]);
    }

    #[test]
    fn what_is_no_map_says_so_with_what_to_do() {
        let refusal = |text: &str| read(text).expect_err("no map");
        assert_eq!(refusal("Dear reader"), NO_MAP);
        assert_eq!(refusal("{ \"name\": \"Japan\" }"), NO_MAP);
        assert_eq!(refusal(" \n"), NO_TEXT);
        let broken = refusal("{ \"format\": \"entente-map\", ");
        assert!(broken.contains("line 1, column") && broken.contains("Copy it anew"), "{broken}");
        assert!(refusal(&"x".repeat(MOST_BYTES + 1)).contains("8 MiB"));
        let empty = read("{ \"format\": \"entente-map\", \"version\": \"1.0\" }").expect("a map");
        let refusal = fits(example().map(), &empty.map).expect_err("nothing in it");
        assert!(refusal.contains("no nation"), "{refusal}");
    }

    #[test]
    fn nations_without_a_place_get_one_before_they_are_pasted() {
        let map = example().map().clone();
        let unplaced = edit::Placement { position: None, pinned: false };
        let mut part = map.clone();
        let command = edit::Command::Placements(vec![(japan(), unplaced)]);
        edit::apply(&mut part, command).expect("it fits");
        let placed = all_placed(part);
        assert!(placed.nations().iter().all(|(_, nation)| nation.position.is_some()));
        assert_eq!(placed.extent().max.x, map.extent().max.x);
    }
}
