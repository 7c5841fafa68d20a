//! The options of `entente render` that say how ties are drawn, in place of the map's own choices.

use clap::ValueEnum;

use crate::model::{Importance, TieDrawing, TieView, WithinBlocs};

/// How ties are drawn, where that isn't left to the map.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
pub struct TieArgs {
    /// What of the ties becomes a line of its own [default: as the map says].
    #[arg(long, value_enum, help_heading = "Ties")]
    pub ties: Option<DrawingArg>,
    /// Ties within blocs, where nearly all nations are tied to one another [default: as the map says].
    #[arg(long, value_enum, help_heading = "Ties")]
    pub within_blocs: Option<WithinBlocsArg>,
    /// Only ties that tell something; the legend says how many others there are [default: as the map
    /// says].
    #[arg(long, value_enum, help_heading = "Ties")]
    pub importance: Option<ImportanceArg>,
}

impl TieArgs {
    /// The view of a map's ties with what the options say in place of the map's own.
    pub fn applied_to(self, view: &TieView) -> TieView {
        TieView {
            drawn: self.ties.map_or(view.drawn, Into::into),
            within_blocs: self.within_blocs.map_or(view.within_blocs, Into::into),
            importance: self.importance.map_or(view.importance, Into::into),
            extra: view.extra.clone(),
        }
    }
}

/// What becomes a line of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DrawingArg {
    /// Each tie.
    Each,
    /// Each tie, led along others where the detour is small.
    Bundled,
    /// Ties of a kind between two groups as one, its width by their number.
    Grouped,
}

impl From<DrawingArg> for TieDrawing {
    fn from(arg: DrawingArg) -> Self {
        match arg {
            DrawingArg::Each => Self::Each,
            DrawingArg::Bundled => Self::Bundled,
            DrawingArg::Grouped => Self::Grouped,
        }
    }
}

/// Ties within blocs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WithinBlocsArg {
    /// Where the lines would cover the map, faint, or a ground in the colour of their kind where every pair is tied.
    FaintIfCrowded,
    /// As the others.
    AsOthers,
    /// Faint.
    Faint,
    /// Not drawn.
    LeaveOut,
}

impl From<WithinBlocsArg> for WithinBlocs {
    fn from(arg: WithinBlocsArg) -> Self {
        match arg {
            WithinBlocsArg::FaintIfCrowded => Self::FaintIfCrowded,
            WithinBlocsArg::AsOthers => Self::AsOthers,
            WithinBlocsArg::Faint => Self::Faint,
            WithinBlocsArg::LeaveOut => Self::LeftOut,
        }
    }
}

/// How much a tie has to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportanceArg {
    /// All ties.
    All,
    /// Between blocs, rare and hostile.
    BetweenBlocs,
    /// Rare and hostile.
    RareAndHostile,
}

impl From<ImportanceArg> for Importance {
    fn from(arg: ImportanceArg) -> Self {
        match arg {
            ImportanceArg::All => Self::All,
            ImportanceArg::BetweenBlocs => Self::BetweenBlocs,
            ImportanceArg::RareAndHostile => Self::RareAndHostile,
        }
    }
}
