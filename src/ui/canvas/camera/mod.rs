//! TODO

pub mod fit;
pub mod limits;
pub mod overview;
