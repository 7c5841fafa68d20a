//! TODO

pub mod atlas_strips;
pub mod foreground;
pub mod graph_view;
pub mod heading_and_legend;
pub mod heading_area;
pub mod labels;
pub mod layers;
pub mod marks;
pub mod mesh_builder;
pub mod text_textures;
pub mod texture_atlas;
