//! The widths of those letters of the embedded font that need no shaping.
//!
//! Nearly all text consists of such letters, so their widths are looked up in a table.

use std::sync::OnceLock;

use ttf_parser::Face;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory as _};
use unicode_script::{Script, UnicodeScript as _};

use super::font_fallback::is_default_ignorable;
use super::{Weight, embedded_font};

/// The end of the table: after Greek, Cyrillic, punctuation and letter-like symbols.
const END: usize = 0x2200;

/// The advances of letters in one weight and type of size 1; NaN for letters that need shaping.
struct Advances(Vec<f32>);

fn advances(weight: Weight) -> &'static Advances {
    static TABLES: [OnceLock<Advances>; 2] = [OnceLock::new(), OnceLock::new()];
    TABLES[weight.index()].get_or_init(|| Advances::read(weight))
}

impl Advances {
    fn read(weight: Weight) -> Self {
        let face = Face::parse(weight.embedded(), 0).ok();
        let advance = |code: usize| {
            let letter = char::from_u32(u32::try_from(code).ok()?)?;
            let face = face.as_ref().filter(|_| stands_alone(letter))?;
            let advance = face.glyph_hor_advance(face.glyph_index(letter)?)?;
            Some(f32::from(advance) / f32::from(face.units_per_em()))
        };
        Self((0..END).map(|code| advance(code).unwrap_or(f32::NAN)).collect())
    }

    fn of(&self, letter: char) -> Option<f32> {
        self.0.get(letter as usize).copied().filter(|advance| !advance.is_nan())
    }
}

/// Whether a letter is neither joined to others nor placed on one, so that it is drawn correctly without
/// shaping.
pub fn stands_alone(letter: char) -> bool {
    let by_script = matches!(
        letter.script(),
        Script::Latin | Script::Greek | Script::Cyrillic | Script::Common
    );
    by_script && !is_default_ignorable(letter) && !is_mark(letter)
}

/// Whether a character is a mark drawn onto the letter before.
fn is_mark(letter: char) -> bool {
    matches!(
        letter.general_category(),
        GeneralCategory::NonspacingMark | GeneralCategory::EnclosingMark
    )
}

/// The width of a text in type of size 1; `None` if any of its letters needs shaping. Kerning is ignored,
/// so the drawn text may be wider, but by no more than about a pixel.
pub(super) fn width(text: &str, weight: Weight) -> Option<f32> {
    let advances = advances(weight);
    text.chars().try_fold(0.0, |sum, letter| Some(sum + advances.of(letter)?))
}

/// An estimated width of a text in type of size 1, the same on every machine. Letters that the embedded
/// font lacks count 1 if they are East Asian, else 0.6.
pub(super) fn nominal_width(text: &str, weight: Weight) -> f32 {
    let advances = advances(weight);
    let guess = |letter: char| match letter {
        _ if is_default_ignorable(letter) || is_mark(letter) => 0.0,
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{FFEF}' | '\u{1F000}'.. => 1.0,
        _ => 0.6,
    };
    text.chars().map(|letter| advances.of(letter).unwrap_or_else(|| guess(letter))).sum()
}

/// Whether the embedded font has all visible letters of a text.
pub fn covers(text: &str) -> bool {
    static FACE: OnceLock<Option<Face<'static>>> = OnceLock::new();
    if text.is_ascii() {
        return true;
    }
    let simple = advances(Weight::Regular);
    let face = FACE.get_or_init(|| Face::parse(embedded_font::REGULAR, 0).ok());
    let in_face = |letter| face.as_ref().is_some_and(|face| face.glyph_index(letter).is_some());
    text.chars().all(|letter| {
        letter.is_control()
            || simple.of(letter).is_some()
            || is_default_ignorable(letter)
            || in_face(letter)
    })
}
