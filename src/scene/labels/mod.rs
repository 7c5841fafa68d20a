//! Where names and the texts along ties are placed. Each label has a fixed list of candidate positions
//! and takes the one that disturbs least; names are placed before the texts along ties.
//!
//! No label overlaps another, a nation's mark, or the frame. Labels without a free position are left out,
//! the least important first, and counted.

mod box_grid;
mod by_hand;
mod candidates;
mod greedy_names;
mod kept_labels;
mod line_costs;
mod local_search;
mod name_candidates;
mod nation_names;
mod notes;
mod obstacles;
mod placed_boxes;
mod seen_from_afar;
mod text_box;
mod tie_candidates;
mod tie_label_text;
mod tie_labels;

pub(super) use box_grid::BoxGrid;
pub use by_hand::{label_at_place, label_place_at};
pub(super) use candidates::{KeyedTie, PlacedLabels};
pub use name_candidates::usual_name;
pub(super) use nation_names::{MAX_SEARCHED_NAMES, place_names};
pub use notes::{note_box, note_boxes};
pub(super) use notes::{note_footprints, notes};
pub(super) use obstacles::{LabelObstacles, MAX_LINES};
pub(super) use tie_labels::{follow_tie, place_tie_labels};
