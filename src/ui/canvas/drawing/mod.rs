//! TODO

pub mod atlas_strips;
pub mod foreground;
pub mod graph_view;
pub mod heading_and_legend;
pub mod heading_area;
pub mod marks;
pub mod mesh_builder;
pub mod text_mesh;
pub mod text_textures;
pub mod texture_atlas;
