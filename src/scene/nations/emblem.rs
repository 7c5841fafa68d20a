//! What is drawn in the mark of a nation: a flag, a colour, or letters.

use unicode_segmentation::UnicodeSegmentation as _;

use super::flags::Flag;
use crate::model::{Color, Nation, NationStyle};
use crate::scene::palette::{ink_on, mix};
use crate::scene::{Emblem, Palette, Weight, text};

/// The emblem of a nation. A colour given by a rule fills the mark, or is a band around a flag or
/// letters.
pub(super) fn emblem(
    nation: &Nation,
    style: NationStyle,
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
    let flag = nation.code.as_deref().and_then(Flag::of);
    if let (Some(flag), None) = (flag, nation.color) {
        return Emblem::Flag(flag);
    }
    let fill = nation.color.unwrap_or(plain(0.1));
    let text = monogram(nation);
    let widest = text::width(&text, 1.0, Weight::SemiBold).max(0.1);
    let size = (radius * 0.8).min(radius * 1.5 / widest);
    Emblem::Monogram { text, size, fill, ink: ink_on(fill) }
}

/// Up to four letters for a nation: a short name in capitals as a whole (NATO), the initials of several
/// words, or the first two letters.
fn monogram(nation: &Nation) -> String {
    let name = text::clean(&nation.name);
    if name.chars().count() <= 4 && name.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
        return name;
    }
    let is_capitalised = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let words = name.split([' ', '-', '–']).filter(is_capitalised);
    let initials: String = words.filter_map(|word| word.chars().next()).take(3).collect();
    if initials.chars().count() > 1 { initials } else { name.graphemes(true).take(2).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn monograms_are_short_and_telling() {
        let of = |name: &str| monogram(&Nation { name: name.to_owned(), ..Nation::default() });
        assert_eq!(of("NATO"), "NATO");
        assert_eq!(of("Triple Entente"), "TE");
        assert_eq!(of("Association of Southeast Asian Nations"), "ASA");
        assert_eq!(of("Gaveve"), "Ga");
        assert_eq!(of(""), "");
    }
}
