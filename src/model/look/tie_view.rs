//! How the ties of a map are drawn where they are too many to follow one by one. None of it changes the data.

use serde::{Deserialize, Serialize};

use crate::model::Extra;

/// Which ties are drawn one by one, and how strongly.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TieView {
    /// What becomes a line of its own.
    pub drawn: TieDrawing,
    /// How ties within blocs are drawn.
    pub within_blocs: WithinBlocs,
    /// Which ties are drawn.
    pub importance: Importance,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

/// What of the ties becomes a line of its own.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum TieDrawing {
    /// Each tie.
    #[default]
    Each,
    /// Each tie, led along other ties where these make no great detour.
    Bundled,
    /// All ties of one kind and status between two groups of nations as one, its width by their number.
    Grouped,
}

impl TieDrawing {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Each, Self::Bundled, Self::Grouped];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Each => "each",
            Self::Bundled => "bundled",
            Self::Grouped => "grouped",
        }
    }
}

/// How ties within a bloc are drawn: those of two of its nations, of a kind that is neither rare nor hostile.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum WithinBlocs {
    /// Where the lines would cover the map: none between nations of a bloc that are all tied to one another, since its
    /// ground says so in the colour of their ties, and the others faint. As all other ties elsewhere.
    #[default]
    FaintIfCrowded,
    /// As all other ties.
    AsOthers,
    /// Always faint.
    Faint,
    /// Not at all; the legend says how many there are.
    LeftOut,
}

impl WithinBlocs {
    /// Every choice.
    pub const ALL: [Self; 4] = [Self::FaintIfCrowded, Self::AsOthers, Self::Faint, Self::LeftOut];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::FaintIfCrowded => "simpler if crowded",
            Self::AsOthers => "as others",
            Self::Faint => "faint",
            Self::LeftOut => "left out",
        }
    }
}

/// Which ties are drawn, by how much they tell; the legend says how many are not.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Importance {
    /// All of them.
    #[default]
    All,
    /// Those between blocs, those of rare kinds and hostile ones.
    BetweenBlocs,
    /// Those of rare kinds and hostile ones.
    RareAndHostile,
}

impl Importance {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::All, Self::BetweenBlocs, Self::RareAndHostile];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::BetweenBlocs => "between blocs",
            Self::RareAndHostile => "rare and hostile",
        }
    }
}
