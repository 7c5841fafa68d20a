//! TODO

pub mod drawn_scene;
pub mod layers;
pub mod meshes;
pub mod moved_marks;
pub mod painter;
pub mod scene_requests;
pub mod shown_positions;
pub mod texture;
