//! Shaping of a piece of text in one face and one direction.

use fontdb::ID;
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_segmentation::GraphemeCursor;

use super::fonts::Fonts;

/// A shaped piece of text.
pub(super) struct Shaped {
    /// Its width in type of size 1.
    pub width: f32,
    /// The byte offsets at which the piece has to be cut, because the drawing library (usvg 0.47) takes
    /// only the widest letter for the width of a cluster with several advancing letters.
    pub cuts: Vec<usize>,
    /// Whether the last cluster is such a cluster.
    pub ends_wide: bool,
}

/// Shapes a piece of text. In a face that can't be read it has no width.
pub(super) fn shape(fonts: &Fonts, text: &str, face: ID, is_rtl: bool) -> Shaped {
    let shape = |data: &[u8], index| {
        let face = Face::from_slice(data, index)?;
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight });
        let glyphs = rustybuzz::shape(&face, &[], buffer);
        let advances = glyphs.glyph_positions().iter().map(|position| position.x_advance);
        let clusters = glyphs.glyph_infos().iter().map(|info| info.cluster as usize);
        let glyphs: Vec<(usize, i32)> = clusters.zip(advances).collect();
        Some(measure(text, &glyphs, face.units_per_em(), is_rtl))
    };
    let shaped = fonts.database().with_face_data(face, shape).flatten();
    shaped.unwrap_or(Shaped { width: 0.0, cuts: Vec::new(), ends_wide: false })
}

/// Measures shaped text, given for each glyph the byte at which its cluster begins, and its advance.
fn measure(text: &str, glyphs: &[(usize, i32)], units_per_em: i32, is_rtl: bool) -> Shaped {
    let units: f32 = glyphs.iter().map(|(_, advance)| *advance as f32).sum();
    let mut cuts = Vec::new();
    let mut ends_wide = false;
    // Joined right-to-left text can't be cut, and hardly ever needs to be.
    let clusters = glyphs.chunk_by(|a, b| a.0 == b.0).filter(|_| !is_rtl);
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
