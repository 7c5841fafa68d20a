//! Drags while keys are held.

use egui::{Event, Modifiers, PointerButton, Pos2};

use crate::hand::Window;

/// Presses the button at the first of some points and goes to the others with it, while keys are held.
pub fn drag_along(window: &mut Window<'_>, held: Modifiers, points: &[Pos2]) {
    window.event(Event::ModifiersChanged(held));
    let from = points[0];
    window.event_modifiers(Event::PointerMoved(from), held);
    window.step();
    window.event_modifiers(button(from, true, held), held);
    window.step();
    for pair in points.windows(2) {
        for step in 1..=4u8 {
            let at = pair[0].lerp(pair[1], f32::from(step) / 4.0);
            window.event_modifiers(Event::PointerMoved(at), held);
            window.step();
        }
    }
}

/// Lets the button go.
pub fn drop_there(window: &mut Window<'_>, held: Modifiers, at: Pos2) {
    window.event_modifiers(button(at, false, held), held);
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    window.run_steps(3);
}

const fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}
