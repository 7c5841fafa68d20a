//! Whether a text is being composed with an input method, as Japanese, Chinese and Korean are: keys then
//! belong to the composition, and the Enter that ends it must not end anything else.

use egui::{Context, Event, Id, ImeEvent};

fn id() -> Id {
    Id::new("text composition")
}

/// Notes what the input method reports. Call it once in each frame, before any field is shown.
pub fn update(ctx: &Context) {
    let was_composing: bool =
        ctx.data(|data| data.get_temp(id().with("composing"))).unwrap_or(false);
    let (mut is_composing, mut has_event) = (was_composing, false);
    ctx.input(|input| {
        for event in &input.events {
            if let Event::Ime(event) = event {
                has_event = true;
                is_composing = matches!(event, ImeEvent::Preedit { text, .. } if !text.is_empty());
            }
        }
    });
    ctx.data_mut(|data| {
        data.insert_temp(id().with("composing"), is_composing);
        // The Enter that commits may come in the same frame as what it commits.
        data.insert_temp(id(), is_composing || (has_event && was_composing));
    });
}

/// Whether the keys of this frame belong to a composition.
pub fn is_open(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp(id())).unwrap_or(false)
}
