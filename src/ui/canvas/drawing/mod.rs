//! Turns marks and text of a scene into meshes for a viewport.
//!
//! Knows the scene and the theme. Keeps nothing from frame to frame but textures, and knows neither the
//! caches nor input.

pub mod atlas_cells;
pub mod atlas_strips;
pub mod colors;
pub mod font_atlas;
pub mod graph_view;
pub mod heading_and_legend;
pub mod legend_sign;
pub mod line_sizes;
pub mod mark_mesh;
pub mod mesh_builder;
pub mod screen_text;
pub mod text_mesh;
pub mod text_textures;
pub mod texture_atlas;
