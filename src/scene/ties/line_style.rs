//! How the line of a tie is drawn: colour, width and dashes.

use super::TieRank;
use super::status::line_strength;
use crate::model::{Color, Status};
use crate::scene::look_rules::TieLook;
use crate::scene::{Options, Palette, Pattern};

/// How strong a tie within a bloc is drawn where it is to be fainter than others, and one of many from a nation to
/// another bloc, which runs over a long way.
const PALE: f32 = 0.45;
const PALEST: f32 = 0.32;

/// The line of a tie, in units of the map: a width of 1 is [`Options::unit`] on the page.
pub(in crate::scene) struct LineStyle {
    /// The colour, faded to its strength.
    pub(in crate::scene) color: Color,
    /// The width.
    pub(in crate::scene) width: f32,
    /// The dashes.
    pub(in crate::scene) pattern: Pattern,
}

impl LineStyle {
    /// The line of a tie of that look and status, as [`drawn_status`](super::status::drawn_status) gives
    /// it, and of the rank that [`TieWeights`](super::TieWeights) give it, if any.
    pub(in crate::scene) fn of(
        look: &TieLook,
        status: Option<Status>,
        rank: Option<TieRank>,
        options: &Options,
    ) -> Self {
        let lines = options.line_units();
        let (line_unit, strength) = match rank {
            Some(TieRank::WithinBloc) => (lines.within_blocs, PALE),
            Some(TieRank::WithMostOfABloc | TieRank::OneOfMany) => (lines.within_blocs, PALEST),
            Some(TieRank::Usual) | None => (lines.usual, 1.0),
            Some(TieRank::Rare) => (lines.full, 1.0),
        };
        let width = (look.width * line_unit).max(options.least_line) / options.unit;
        let (palette, strength) = (Palette::of(options.theme), strength * line_strength(status));
        let is_pale = rank.is_some_and(TieRank::is_pale);
        let color = if is_pale {
            palette.pale(look.color, strength)
        } else {
            palette.faded(look.color, strength)
        };
        let pattern = Pattern::of(look.dash, status.filter(|_| !look.dash_is_status), width);
        Self { color, width, pattern }
    }
}
