//! What is kept from frame to frame, so that a frame in which nothing changes computes nothing: the
//! scene with the positions it shows, and the meshes that were drawn of it.
//!
//! Knows the map and the viewport, but nothing of how the camera moves, of input or of highlights.
//!
//! Most frames show cached meshes again. What an edit or a drag changes is drawn again, by the size of the
//! map:
//!
//! - Up to 1,000 nations and ties the scene is built at once, with all labels and bends placed with care.
//!   Above, a worker builds it; until it is there, the scene before is shown and its nations are moved in it.
//!   It may hold marks of records that are gone, so hit tests ask the map before they count.
//! - While nations move, the scene is updated in place: bends and label positions stay, and only the ties of
//!   nations that moved are computed again. Once they rest it is built with care, as the export builds it.
//! - Of a large map in which little moves, what doesn't is kept as meshes of its own, lines below nations.
//!   Where all of it moves, about 12,000 ties are drawn.
//! - While the camera moves, meshes are moved along and a little stretched, and drawn again where that doesn't
//!   do and once it rests. Those of a large map are stretched farther; with OpenGL a texture stands in for
//!   them. The text of other maps is never stretched, since it is quickly set again.

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
