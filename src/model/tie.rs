//! Ties: the relations of a map, from a nation to a nation or to another tie.

use serde::{Deserialize, Serialize};

use super::{Attributes, Evidence, Extra, KindId, LabelPlace, NationId, PartialDate, TieId};

/// A relation from one nation to a nation or to another tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    /// Its key in the file; unique among the map's ties.
    pub key: String,
    /// Where it starts.
    pub from: NationId,
    /// Where it ends: a nation can be concerned about the tie of two others.
    pub to: End,
    /// Its kind, which says what it means.
    pub kind: KindId,
    /// Whether it holds both ways.
    pub direction: Direction,
    /// Its status; `None` if that is unknown or has no meaning.
    pub status: Option<Status>,
    /// When it began.
    pub since: Option<PartialDate>,
    /// When it ended.
    pub until: Option<PartialDate>,
    /// The text along it on the map.
    pub label: String,
    /// Where that text was put by hand.
    pub label_place: Option<LabelPlace>,
    /// How it was bent by hand: twice the distance of its middle from the straight line between its ends, as a
    /// fraction of that line's length, positive to the right as seen from its first end. Of a tie of a nation
    /// to itself, the direction in which it lies, in half turns with the clock from the right.
    pub bend: Option<f32>,
    /// How strongly it draws in a layout, more than 0 and up to 100; 1 is usual.
    pub weight: f32,
    /// Further values by name.
    pub attributes: Attributes,
    /// Anything else.
    pub notes: String,
    /// What supports it.
    pub evidence: Vec<Evidence>,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Tie {
    /// The largest weight a tie may have.
    pub const MAX_WEIGHT: f32 = 100.0;

    /// Whether the place of its text or its bend was set by hand.
    pub const fn is_placed_by_hand(&self) -> bool {
        self.label_place.is_some() || self.bend.is_some()
    }

    /// Whether it joins a nation to itself.
    pub fn is_loop(&self) -> bool {
        self.to == End::Nation(self.from)
    }

    /// A tie with ends, kind and direction, and default values for the rest.
    pub fn new(key: String, from: NationId, to: End, kind: KindId, direction: Direction) -> Self {
        Self {
            key,
            from,
            to,
            kind,
            direction,
            status: None,
            since: None,
            until: None,
            label: String::new(),
            label_place: None,
            bend: None,
            weight: 1.0,
            attributes: Attributes::default(),
            notes: String::new(),
            evidence: Vec::new(),
            extra: Extra::new(),
        }
    }
}

/// What a tie ends at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum End {
    /// A nation.
    Nation(NationId),
    /// The middle of another tie.
    Tie(TieId),
}

/// Whether a tie holds both ways.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Direction {
    /// It holds both ways and is drawn without an arrow.
    #[default]
    Mutual,
    /// It runs from its first end to its second and is drawn with an arrow.
    Directed,
}

impl Direction {
    /// Every direction.
    pub const ALL: [Self; 2] = [Self::Mutual, Self::Directed];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Mutual => "mutual",
            Self::Directed => "directed",
        }
    }
}

/// The stage that a tie has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Status {
    /// Someone wants it or fears it.
    Proposed,
    /// The parties are negotiating it.
    Negotiating,
    /// Agreed in principle.
    Preliminary,
    /// Signed, and not yet in force.
    Signed,
    /// In force.
    InForce,
    /// Suspended.
    Suspended,
    /// No longer in force.
    Ended,
}

impl Status {
    /// Every status, in the order in which a tie goes through them.
    pub const ALL: [Self; 7] = [
        Self::Proposed,
        Self::Negotiating,
        Self::Preliminary,
        Self::Signed,
        Self::InForce,
        Self::Suspended,
        Self::Ended,
    ];

    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Negotiating => "negotiating",
            Self::Preliminary => "preliminary",
            Self::Signed => "signed",
            Self::InForce => "in force",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }

    /// Whether the tie isn't signed yet.
    pub const fn is_coming(self) -> bool {
        matches!(self, Self::Proposed | Self::Negotiating | Self::Preliminary)
    }
}
