//! A hand that gets about on a map: wheels, two fingers, drags with any button, and keys held.

use egui::{Event, Key, Modifiers, MouseWheelUnit, PointerButton, Pos2, TouchPhase, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::hand::Window;

/// The zoom that the control at the lower right names, in percent.
pub fn zoom_percent(window: &Window<'_>) -> f32 {
    let labels =
        window.query_all_by_label_contains("Zoom ").filter_map(|n| n.accesskit_node().label());
    let number = |label: String| label.strip_prefix("Zoom ")?.strip_suffix(" %")?.parse().ok();
    labels.filter_map(number).next().expect("the zoom control")
}

/// Turns the wheel, or moves two fingers, at a place, and lets that come to rest.
pub fn scroll(window: &mut Window<'_>, at: Pos2, unit: MouseWheelUnit, by: Vec2, held: Modifiers) {
    window.hover_at(at);
    window.step();
    window.event_modifiers(
        Event::MouseWheel { unit, delta: by, phase: TouchPhase::Move, modifiers: held },
        held,
    );
    window.run_steps(40);
}

/// Drags with a button from one place to another.
pub fn drag_with(window: &mut Window<'_>, button: PointerButton, from: Pos2, to: Pos2) {
    let press =
        |pos, pressed| Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE };
    window.hover_at(from);
    window.step();
    window.event(press(from, true));
    window.step();
    for step in 1..=5u8 {
        window.hover_at(from.lerp(to, f32::from(step) / 5.0));
        window.step();
    }
    window.event(press(to, false));
    window.run_steps(3);
}

/// Presses a key and keeps it down, or lets it go.
pub fn hold(window: &mut Window<'_>, key: Key, pressed: bool) {
    window.event(Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    window.step();
}
