//! One piece of text in one face and one direction, as the shaper sets it.

use fontdb::ID;
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_segmentation::GraphemeCursor;

use super::fonts::Fonts;

/// A piece of text as it is set.
pub(super) struct Shaped {
    /// Its width in type of size 1.
    pub width: f32,
    /// The bytes of the text before which a new piece has to begin, since the drawer reckons a
    /// cluster of several letters that each move on as wide as the widest of them (usvg 0.47).
    pub cuts: Vec<usize>,
    /// Whether the last cluster is such a one.
    pub ends_wide: bool,
}

/// Sets a piece of text; a face that can't be read sets nothing.
pub(super) fn shape(fonts: &Fonts, text: &str, face: ID, is_rtl: bool) -> Shaped {
    let set = |data: &[u8], index| {
        let face = Face::from_slice(data, index)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let glyphs = rustybuzz::shape(&face, &[], buffer);
        let places = glyphs.glyph_positions().iter().map(|place| place.x_advance);
        let clusters = glyphs.glyph_infos().iter().map(|info| info.cluster as usize);
        let set: Vec<(usize, i32)> = clusters.zip(places).collect();
        Some(measure(text, &set, face.units_per_em(), is_rtl))
    };
    let shaped = fonts.database().with_face_data(face, set).flatten();
    shaped.unwrap_or(Shaped { width: 0.0, cuts: Vec::new(), ends_wide: false })
}

/// Sums up what was set: for each glyph the byte where its cluster begins, and how far it moves on.
fn measure(text: &str, set: &[(usize, i32)], units_per_em: i32, is_rtl: bool) -> Shaped {
    let units: f32 = set.iter().map(|(_, advance)| *advance as f32).sum();
    let mut cuts = Vec::new();
    let mut ends_wide = false;
    // What is joined from right to left can't be cut, and hardly ever needs to be.
    let clusters = set.chunk_by(|a, b| a.0 == b.0).filter(|_| !is_rtl);
    let mut after_wide = false;
    for cluster in clusters {
        let start = cluster[0].0;
        let between_graphemes =
            || GraphemeCursor::new(start, text.len(), true).is_boundary(text, 0) == Ok(true);
        if after_wide && between_graphemes() {
            cuts.push(start);
        }
        after_wide = cluster.iter().filter(|(_, advance)| *advance > 0).count() > 1;
        ends_wide = after_wide;
    }
    Shaped { width: units / units_per_em.max(1) as f32, cuts, ends_wide }
}
