//! The marks of a scene as plain data, ready to be drawn. How they come about, and who draws them, is
//! not known here.

mod dimmed;
mod hull;
mod hull_order;
mod label;
mod left_out;
mod membership;
mod nation;
mod scene;
mod shape;
mod text_offset;
mod tie;
mod tie_at_name;
mod tie_group;
mod tie_layer;

pub use hull::{HullApart, HullLook, HullMark, HullName};
pub use label::{Label, LabelOwner};
pub use left_out::{LeftOut, LeftOutTies};
pub use membership::MembershipMark;
pub(super) use nation::to_rim_of_box;
pub use nation::{Emblem, NationMark};
pub use scene::{HeadingLine, HeadingLines, Scene};
pub use shape::Shape;
pub use text_offset::{TextOffset, TextPlace};
pub use tie::{Arrow, Emphasis, Line, Mark, TieMark};
pub use tie_at_name::TieAtName;
pub use tie_group::{GroupHub, TieGroupMark};
pub use tie_layer::TieLayer;
