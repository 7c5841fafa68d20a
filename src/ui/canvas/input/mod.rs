//! TODO

pub mod arrow_keys;
pub mod context_menu;
pub mod gesture;
pub mod hit_test;
pub mod lasso;
pub mod pointer;
pub mod rename;
pub mod snap_guides;
pub mod snapping;
pub mod space_key;
pub mod wheel;
