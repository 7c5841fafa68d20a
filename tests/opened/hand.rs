//! A hand on the window: it points, clicks and presses keys, and reads what the window holds.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, OutputCommand, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use entente::model::{Map, NationId, Point};
use entente::ui::{Action, App, State, ThemeChoice};

use crate::opened::open_as;

/// The window of a test.
pub type Window<'a> = Harness<'a, Option<App>>;

/// A window of 1280 × 800 with the first sample. Nothing moves by itself, so that a few frames are
/// enough for anything.
pub fn open<'a>() -> Window<'a> {
    open_as(Harness::builder().with_size(Vec2::new(1280.0, 800.0)), ThemeChoice::Light)
}

/// The document and how it is looked at.
pub fn state<'w>(window: &'w Window<'_>) -> &'w State {
    window.state().as_ref().expect("the app").state()
}

/// A nation of the sample by its name.
pub fn nation(map: &Map, name: &str) -> NationId {
    map.nations().iter().find(|(_, n)| n.name == name).expect("in the sample").0
}

/// Where a nation lies in the world.
pub fn position(map: &Map, name: &str) -> Point {
    map.nations().get(nation(map, name)).and_then(|n| n.position).expect("laid out")
}

/// Where a nation's disc is on the screen.
pub fn center(window: &Window<'_>, name: &str) -> Pos2 {
    window.get_by_role_and_label(Role::GraphicsObject, name).rect().center()
}

/// Moves there and clicks.
pub fn click(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.step();
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run_steps(3);
}

/// Presses a key and lets it go.
pub fn press(window: &mut Window<'_>, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_steps(3);
}

/// Types a text where the keyboard is.
pub fn type_text(window: &mut Window<'_>, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_steps(2);
}

/// Sends an event of the clipboard and returns the text that is then copied, if any is.
pub fn copied_by(window: &mut Window<'_>, event: Event) -> Option<String> {
    window.event(event);
    window.step();
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    window.run_steps(2);
    text
}

/// Does an action from the command palette, as somebody does who knows its name alone.
pub fn do_by_palette(window: &mut Window<'_>, action: Action) {
    press(window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text(action.entry().name.to_owned()));
    window.run_steps(2);
    press(window, Modifiers::NONE, Key::Enter);
    window.run_steps(4);
}

/// Waits for what the threads of the app have to say.
pub fn wait_until(window: &mut Window<'_>, holds: impl Fn(&State) -> bool) {
    for _ in 0..600 {
        if holds(state(window)) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    panic!("waited in vain");
}

/// Presses a key alone.
pub fn key(window: &mut Window<'_>, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Clicks twice at once: the clock stands meanwhile.
pub fn double_click(window: &mut Window<'_>, at: Pos2) {
    window.hover_at(at);
    window.run_steps(3);
    let now = window.ctx.input(|input| input.time);
    window.input_mut().time = Some(now);
    for _ in 0..2 {
        window.drag_at(at);
        window.step();
        window.drop_at(at);
        window.step();
    }
    window.input_mut().time = None;
    window.run_steps(3);
}

/// The step that undo would take back.
pub fn undo_name<'w>(window: &'w Window<'_>) -> Option<&'w str> {
    state(window).history.undo_name()
}

/// Drags from one place to another, by way of two between.
pub fn drag(window: &mut Window<'_>, from: Pos2, to: Pos2) {
    window.hover_at(from);
    window.run_steps(2);
    window.drag_at(from);
    window.run_steps(2);
    for part in [0.3, 0.6, 1.0] {
        window.hover_at(from + (to - from) * part);
        window.run_steps(2);
    }
    window.drop_at(to);
    window.run_steps(4);
}

/// Chooses an entry of the menu at a place.
pub fn menu(window: &mut Window<'_>, at: Pos2, entry: &str) {
    window.hover_at(at);
    window.run_steps(2);
    for pressed in [true, false] {
        window.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.run_steps(2);
    }
    // The side panel may have a button of the same name; the menu lies above it.
    window.get_all_by_label(entry).last().expect("the entry").click();
    window.run_steps(4);
}
