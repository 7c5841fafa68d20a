//! The letters of a page as fonts inside its SVG, so that a browser shows the same ones on a machine
//! without Noto Sans.

use std::collections::BTreeSet;

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use subsetter::GlyphRemapper;
use ttf_parser::Face;
use write_fonts::FontBuilder;
use write_fonts::read::FontRef;
use write_fonts::tables::cmap::Cmap;
use write_fonts::types::{GlyphId, Tag};

use super::writer::SvgWriter;
use crate::scene::figure::Figure;
use crate::scene::text::stands_alone;
use crate::scene::{Emblem, Weight, embedded_font};

/// Writes a font-face rule for each weight in which the page has letters. Viewers that don't read such
/// rules (Inkscape, resvg) use the fonts they have.
pub(super) fn write_fonts(out: &mut SvgWriter, figure: &Figure) {
    let faces = [
        (Weight::Regular, 400, embedded_font::REGULAR),
        (Weight::SemiBold, 600, embedded_font::SEMIBOLD),
    ];
    out.write(format_args!("<style>"));
    for (weight, number, data) in faces {
        if let Some(font) = subset(data, &letters(figure, weight)) {
            let (family, data) = (embedded_font::FAMILY, BASE64_STANDARD.encode(font));
            out.write(format_args!(
                r#"@font-face{{font-family:"{family}";font-weight:{number};src:url(data:font/ttf;base64,{data})}}"#
            ));
        }
    }
    out.write_line(format_args!("</style>"));
}

/// The letters of a page in type of a weight. Letters that join or stack are left out: the embedded
/// subset has no shaping rules for them, and a viewer's own font has.
fn letters(figure: &Figure, weight: Weight) -> BTreeSet<char> {
    let labels = figure.scene.labels.iter().filter(|label| label.weight == weight);
    let labels = labels.flat_map(|label| label.lines.iter().map(String::as_str));
    let marks = figure.scene.nations.iter().filter_map(|nation| match &nation.emblem {
        Emblem::Monogram { text, .. } if weight == Weight::SemiBold => Some(text.as_str()),
        _ => None,
    });
    let legend = figure.legend.rows.iter().filter(|sample| sample.weight == weight);
    let legend = legend.map(|sample| sample.text.as_str());
    let runs = figure.texts.iter().flat_map(|text| &text.runs);
    let runs = runs.filter(|run| run.weight == weight).map(|run| run.text.as_str());
    labels
        .chain(marks)
        .chain(legend)
        .chain(runs)
        .flat_map(str::chars)
        .filter(|letter| stands_alone(*letter))
        .collect()
}

/// A font with these letters alone; `None` if it would have none. Letters that the font lacks are left
/// to other fonts. Kerning isn't kept.
fn subset(data: &[u8], letters: &BTreeSet<char>) -> Option<Vec<u8>> {
    let face = Face::parse(data, 0).ok()?;
    let mut glyphs = GlyphRemapper::new();
    let mapped = letters.iter().filter_map(|letter| {
        let glyph = glyphs.remap(face.glyph_index(*letter)?.0);
        Some((*letter, GlyphId::new(glyph.into())))
    });
    let mapped: Vec<(char, GlyphId)> = mapped.collect();
    if mapped.is_empty() {
        return None;
    }
    // A subset is made for PDF and lacks the tables that map letters to glyphs and that browsers require.
    let bare = subsetter::subset(data, 0, &glyphs).ok()?;
    let metrics = face.raw_face().table(ttf_parser::Tag::from_bytes(b"OS/2"))?;
    let mut whole = FontBuilder::new();
    whole.add_table(&Cmap::from_mappings(mapped).ok()?).ok()?;
    whole.add_raw(Tag::new(b"OS/2"), metrics);
    whole.copy_missing_tables(FontRef::new(&bare).ok()?);
    Some(whole.build())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::figure::{FigureOptions, figure};

    #[test]
    fn what_needs_shaping_is_left_to_whole_fonts() {
        let mut map = crate::model::Map::empty();
        let title = "Bharat, भारत गणराज्य e\u{301}".to_owned();
        let heading = crate::model::Heading { title, ..map.heading().clone() };
        let command = crate::edit::Command::Heading(Box::new(heading));
        crate::edit::apply(&mut map, command).expect("a title");
        let page = figure(&map, &FigureOptions::default(), |_| None);
        let letters: String = letters(&page, Weight::SemiBold).into_iter().collect();
        assert_eq!(letters, " ,Baehrt");
    }

    #[test]
    fn a_part_has_its_letters_as_wide_as_the_whole_and_no_others() {
        let letters: BTreeSet<char> = "Häßlich Ελλάς 日本".chars().collect();
        let part = subset(embedded_font::REGULAR, &letters).expect("a font");
        assert!(part.len() < embedded_font::REGULAR.len() / 20, "{} bytes", part.len());
        let (whole, part) = (Face::parse(embedded_font::REGULAR, 0), Face::parse(&part, 0));
        let (whole, part) = (whole.expect("a font"), part.expect("a font"));
        let width = |face: &Face<'_>, letter| face.glyph_hor_advance(face.glyph_index(letter)?);
        for letter in &letters {
            assert_eq!(width(&part, *letter), width(&whole, *letter), "{letter}");
        }
        assert_eq!(part.glyph_index('z'), None);
        assert_eq!(subset(embedded_font::REGULAR, &"日本".chars().collect()), None);
    }
}
