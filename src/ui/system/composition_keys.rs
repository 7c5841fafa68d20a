//! Keys that belong to an input method: while a text is being composed, and when that is committed, a
//! press of Enter, Escape or Tab ends the composition and nothing else.

use egui::{Context, Event, ImeEvent, Key, Plugin, RawInput};

/// Keeps the keys of a composition from all parts of the window. Some systems send them along with the
/// events of the input method.
#[derive(Debug, Default)]
pub struct CompositionKeys {
    is_composing: bool,
    /// Whether the press that commits may still come in this pass.
    has_just_ended: bool,
}

impl CompositionKeys {
    /// Whether an event goes on to the window.
    fn passes(&mut self, event: &Event) -> bool {
        match event {
            Event::Ime(ImeEvent::Preedit { text, .. }) => {
                self.has_just_ended |= self.is_composing && text.is_empty();
                self.is_composing = !text.is_empty();
            }
            Event::Ime(ImeEvent::Commit(text)) => {
                self.is_composing = false;
                self.has_just_ended |= !text.is_empty();
            }
            Event::WindowFocused(false) | Event::PointerButton { .. } => self.is_composing = false,
            Event::Key { pressed: true, .. } if self.is_composing => return false,
            Event::Key { key: Key::Enter | Key::Escape | Key::Tab, pressed: true, .. } => {
                return !std::mem::take(&mut self.has_just_ended);
            }
            _ => {}
        }
        true
    }
}

impl Plugin for CompositionKeys {
    fn debug_name(&self) -> &'static str {
        "keys of a composition"
    }

    fn input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        self.has_just_ended = false;
        // The press that commits may stand before the commit.
        let commits =
            |event: &Event| matches!(event, Event::Ime(ImeEvent::Commit(text)) if !text.is_empty());
        if input.events.iter().any(commits) && !self.is_composing {
            self.has_just_ended = true;
        }
        input.events.retain(|event| self.passes(event));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn enter() -> Event {
        Event::Key {
            key: Key::Enter,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: egui::Modifiers::NONE,
        }
    }

    fn preedit(text: &str) -> Event {
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    }

    fn commit(text: &str) -> Event {
        Event::Ime(ImeEvent::Commit(text.to_owned()))
    }

    /// The number of events that go on, of those of each pass.
    fn passing(passes: &[&[Event]]) -> Vec<usize> {
        let mut keys = CompositionKeys::default();
        let ctx = Context::default();
        let pass = |events: &&[Event]| {
            let mut input = RawInput { events: events.to_vec(), ..RawInput::default() };
            keys.input_hook(&ctx, &mut input);
            input.events.len()
        };
        passes.iter().map(pass).collect()
    }

    #[test]
    fn the_press_that_commits_is_the_compositions_and_the_next_one_is_not() {
        assert_eq!(passing(&[&[preedit("に")], &[enter()], &[commit("日"), enter()]]), [1, 0, 1]);
        assert_eq!(passing(&[&[preedit("に")], &[preedit(""), commit("日"), enter()]]), [1, 2]);
        assert_eq!(passing(&[&[preedit("に")], &[enter(), commit("日")]]), [1, 1]);
        assert_eq!(passing(&[&[preedit("に")], &[commit("日"), enter()], &[enter()]]), [1, 1, 1]);
        assert_eq!(passing(&[&[commit("日"), enter(), enter()]]), [2]);
    }

    #[test]
    fn without_a_composition_every_key_goes_on() {
        assert_eq!(
            passing(&[&[enter()], &[preedit(""), enter()], &[commit(""), enter()]]),
            [1, 2, 2]
        );
    }
}
