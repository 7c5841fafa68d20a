//! Resolves the rules of a look against the data: the size, colour, width or dash of each nation and tie,
//! and the key that explains them. How these are drawn is not known here.

mod color_keys;
mod color_scale;
mod nation_rules;
mod scale;
mod tie_rules;

pub use color_keys::{nation_color_key, tie_color_key};
pub(super) use nation_rules::{group_colors, nation_colors, radii};
pub(super) use scale::{Resolved, ScaleKey};
pub(super) use tie_rules::{TieLook, TieRules, follows_kind};
