//! Colours: the palette of each theme, colours for categories, and interpolation. Which mark gets which
//! colour is not decided here.

pub mod category_colors;
pub(super) mod oklab;
pub mod palette;
