//! The map as plain data: nations, the ties between them, the kinds of tie, and the sources.
//!
//! This floor knows no screen, no thread and no file. A [`Map`] is read through its fields' getters
//! and changed by the floor [`crate::edit`] alone, so that every change can be undone.

mod attribute;
pub mod by_hand;
mod counted;
mod date;
mod evidence;
mod filter;
mod geometry;
mod id;
mod kind;
mod look;
mod map;
mod nation;
mod picture;
mod property_value;
mod records;
pub mod region;
mod shorten;
mod target;
mod text_note;
mod tie;
mod usual_kinds;
mod validation;

pub use attribute::{Attribute, Attributes};
pub use by_hand::LabelPlace;
pub use counted::counted;
pub use date::{DateError, PartialDate};
pub use evidence::{Confidence, Evidence, Source};
pub use filter::{
    AttributeCondition, AttributeOwner, AttributeTest, DegreeRange, Filter, Others, Period,
};
pub use geometry::{Point, Rect};
pub use id::{KindId, NationId, NoteId, SourceId, TieId};
pub use kind::{Color, Dash, Kind, Sign};
pub use look::{
    BlocView, Categories, DrawnAs, Grouping, Importance, Look, NationProperty, NationSize,
    NationStyle, Range, Rule, Scale, TieDrawing, TieProperty, TieView, WithinBlocs,
};
pub use map::{Dimmed, Heading, Map, Visibilities, Visibility};
pub use nation::{Membership, Nation, NationType};
pub use picture::{Picture, PictureError};
pub use property_value::PropertyValue;
pub use records::{Keyed, Records};
pub use shorten::shorten;
pub use target::Target;
pub use text_note::TextNote;
pub use tie::{Direction, End, Status, Tie};
pub use usual_kinds::UsualKinds;
pub use validation::ValidationError;
pub(crate) use validation::check_placement;

/// Fields of a record that this version doesn't know, kept so that a save returns them.
pub type Extra = serde_json::Map<String, serde_json::Value>;
