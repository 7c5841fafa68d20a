//! What stands around and floats on the canvas: the menu bar above, the status bar below, tools, zoom,
//! notes about what is hidden, and short messages.
//!
//! Each part is a function from the state to intents, and knows neither the canvas nor the app.

mod action_button;
pub mod first_steps;
pub mod hidden_notes;
pub mod menu_bar;
pub mod status_bar;
pub mod toasts;
pub mod tool_strip;
pub mod zoom_control;

pub(super) use action_button::action_button;
