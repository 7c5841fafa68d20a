//! Nations: the nodes of a map.

use serde::{Deserialize, Serialize};

use super::{Attributes, Color, DrawnAs, Extra, NationId, PartialDate, Picture, Point};

/// A state, an organisation or a group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Nation {
    /// Its key in the file; unique among the map's nations.
    pub key: String,
    /// Its name on the map.
    pub name: String,
    /// What it is.
    pub nation_type: NationType,
    /// Its alpha-3 code (ISO 3166-1) if it has one; the flag follows from it.
    pub code: Option<String>,
    /// The organisations it belongs to.
    pub memberships: Vec<Membership>,
    /// What it is drawn as if it has members.
    pub drawn_as: DrawnAs,
    /// A picture of its own, which is shown before its flag and its colour.
    pub picture: Option<Picture>,
    /// The colour of its disc, if it has no flag or the flag isn't shown.
    pub color: Option<Color>,
    /// Words to find and group it by.
    pub tags: Vec<String>,
    /// Further values by name.
    pub attributes: Attributes,
    /// Anything else.
    pub notes: String,
    /// The position of its centre in world units; `None` until it has been laid out.
    pub position: Option<Point>,
    /// From its centre to the middle of its name, in world units, where that was put by hand.
    pub name_offset: Option<Point>,
    /// Whether no layout may move it.
    pub pinned: bool,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// What a nation is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum NationType {
    /// A state.
    #[default]
    State,
    /// An organisation of states: a pact of many parties is one, with members.
    Organisation,
    /// Any other group: a people, a movement, a company.
    Group,
}

impl Nation {
    /// Whether the place of its name was set by hand.
    pub const fn is_placed_by_hand(&self) -> bool {
        self.name_offset.is_some()
    }
}

impl NationType {
    /// Every type.
    pub const ALL: [Self; 3] = [Self::State, Self::Organisation, Self::Group];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Organisation => "organisation",
            Self::Group => "group",
        }
    }
}

/// A nation's membership in an organisation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Membership {
    /// The organisation.
    pub organisation: NationId,
    /// When it joined.
    pub since: Option<PartialDate>,
    /// When it left.
    pub until: Option<PartialDate>,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}
