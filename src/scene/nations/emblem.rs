//! What is drawn in the mark of a nation: a flag, a colour, or letters.

use super::flags::Flag;
use crate::model::{Color, Nation, NationStyle};
use crate::scene::palette::{ink_on, mix};
use crate::scene::{Emblem, Palette, Weight, text};

/// Letters smaller than 6 pt are left out; a page has 96 units an inch.
const SMALLEST_LETTERS: f32 = 6.0 * 96.0 / 72.0;

/// Whether letters stand in the mark of a nation, if there is room for them.
pub(super) fn has_letters(nation: &Nation, style: NationStyle) -> bool {
    style == NationStyle::Flag && nation.picture.is_none() && flag(nation).is_none()
}

/// The flag of a nation, unless it has a colour of its own instead.
fn flag(nation: &Nation) -> Option<&'static Flag> {
    nation.code.as_deref().and_then(Flag::of).filter(|_| nation.color.is_none())
}

/// The emblem of a nation: `letters` where it has no flag or picture. A colour given by a rule fills the mark, or is a band around a flag or
/// letters.
pub(super) fn emblem(
    nation: &Nation,
    (style, letters): (NationStyle, String),
    ruled: Option<Color>,
    radius: f32,
    palette: &Palette,
) -> Emblem {
    let plain = |strength| mix(palette.canvas, palette.ink, strength);
    match style {
        NationStyle::Flag => {}
        NationStyle::Disc => return Emblem::Plain(ruled.or(nation.color).unwrap_or(plain(0.45))),
        NationStyle::Label => return Emblem::Plain(ruled.or(nation.color).unwrap_or(plain(0.06))),
    }
    if let Some(picture) = &nation.picture {
        return Emblem::Picture(picture.clone());
    }
    if let Some(flag) = flag(nation) {
        return Emblem::Flag(flag);
    }
    let fill = nation.color.unwrap_or(plain(0.1));
    let widest = text::width(&letters, 1.0, Weight::SemiBold).max(0.1);
    let size = (radius * 0.8).min(radius * 1.5 / widest);
    if size < SMALLEST_LETTERS {
        return Emblem::Plain(fill);
    }
    Emblem::Monogram { text: letters, size, fill, ink: ink_on(fill) }
}
