//! What a person does on the canvas with pointer, wheel and keyboard.
//!
//! Reads the drawn scene and the viewport, and asks for changes: of the map by intents, of the view and of
//! previewed positions by requests that the canvas carries out. Never changes the camera or a cache.

pub mod arrow_keys;
pub mod bend_drag;
pub mod context_menu;
pub mod escape_key;
pub mod gesture;
pub mod gesture_overlay;
pub mod heading_edit;
pub mod hit_test;
pub mod in_place_field;
pub mod kind_picker;
pub mod lasso;
pub mod legend_drag;
pub mod note_edit;
pub mod organisation_drop;
pub mod pointer;
pub mod rename;
pub mod reset_by_hand;
pub mod selection_drag;
pub mod snap_guides;
pub mod snapping;
pub mod space_key;
pub mod text_drag;
pub mod tie_group;
pub mod tie_handle;
pub mod tie_hint;
pub mod wheel;
