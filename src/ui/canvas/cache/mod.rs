//! What is kept from frame to frame, so that a frame in which nothing changes computes nothing: the
//! scene with the positions it shows, and the meshes that were drawn of it.
//!
//! Knows the map and the viewport, but nothing of how the camera moves, of input or of highlights.

pub mod drawn_scene;
pub mod mark_meshes;
pub mod meshes;
pub mod moved_marks;
pub mod scene_cache;
pub mod scene_key;
pub mod scene_requests;
pub mod shown_positions;
pub mod text_meshes;
pub mod texture;
pub mod visible_marks;
