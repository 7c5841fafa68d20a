//! The marks of nations: their sizes, names and emblems, and the footprints that they take up. Where a
//! nation lies, and where its name is placed in the end, is not decided here.

mod by_id;
mod emblem;
mod flags;
mod footprint;
mod monograms;
mod name;
mod nation_marks;
mod short_names;
mod size;

pub(super) use by_id::indices_by_id;
pub use flags::Flag;
pub use footprint::footprints;
pub(super) use footprint::footprints_at;
pub(super) use name::{
    NAME_SIZE, below_disc, name_extent, name_lines, narrow_name_lines, nominal_extent,
};
pub(super) use nation_marks::nation_marks;
pub(super) use short_names::{short_code, short_names};
pub use size::radii;
pub(super) use size::{legend_symbol, mark_unit};
