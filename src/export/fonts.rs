//! The fonts that an SVG is drawn with: the same faces that its text was measured in.

use std::sync::Arc;

use resvg::usvg::{FontFamily, FontResolver, Options};

use crate::scene::text::Fonts;
use crate::scene::{Weight, embedded_font};

/// Options for drawing SVG text. Where the embedded font has all letters it is used alone, so that the
/// image is the same on every machine; otherwise the system's fonts are used too.
pub(super) fn svg_options(svg: &str) -> Options<'static> {
    svg_options_with(Fonts::of(svg))
}

/// Options for drawing with the given fonts.
pub(super) fn svg_options_with(fonts: &Fonts) -> Options<'_> {
    Options {
        fontdb: Arc::clone(fonts.database()),
        font_family: embedded_font::FAMILY.to_owned(),
        font_resolver: FontResolver {
            select_font: Box::new(|wanted, _| {
                let weight = if wanted.weight() > 500 { Weight::SemiBold } else { Weight::Regular };
                let named = wanted.families().iter().find_map(|family| match family {
                    FontFamily::Named(name) => fonts.face(name, weight),
                    _ => None,
                });
                named.or_else(|| fonts.face(embedded_font::FAMILY, weight))
            }),
            // Each run of text names a family that has its letters; letters that none has stay boxes.
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use resvg::usvg::{Group, Node, Text, Tree};

    use super::super::svg::text_line;
    use super::super::{TextLineStyle, text_image};
    use super::*;
    use crate::model::{Color, Point};
    use crate::scene::text::{self, Han};

    const BLACK: Color = Color::new(0, 0, 0);

    /// A text in each script, and a font that draws it.
    const TEXTS: [&str; 14] = [
        "New Zealand",
        "日本とニュージーランド",
        "대한민국",
        "中华人民共和国",
        "المملكة العربية السعودية",
        "ישראל",
        "हिन्दी: शक्ति गणराज्य",
        "กำแพง ราชอาณาจักรไทย",
        "Vie\u{323}\u{302}t Nam",
        "🇯🇵😀🤝",
        "日本 (Japan) 2024",
        "جمهورية مصر العربية (Egypt), 1922.",
        "আলো தமிழ் ქართული",
        "Ελλάδα Россия",
    ];

    /// The texts that the fonts of this machine can draw; prints which are left out.
    fn drawable() -> impl Iterator<Item = &'static str> {
        TEXTS.into_iter().filter(|text| {
            let missing = text::missing(text);
            if !missing.is_empty() {
                let fonts: Vec<_> = missing.iter().filter_map(|m| m.font.as_deref()).collect();
                // What is printed by a test that passes is never seen.
                let fonts = fonts.join(", ");
                let _ = writeln!(std::io::stderr(), "skipped: {text}, install {fonts}");
            }
            missing.is_empty()
        })
    }

    fn texts(group: &Group) -> Vec<&Text> {
        fn of(node: &Node) -> Vec<&Text> {
            match node {
                Node::Text(text) => vec![text.as_ref()],
                Node::Group(group) => texts(group),
                _ => Vec::new(),
            }
        }
        group.children().iter().flat_map(of).collect()
    }

    #[test]
    fn what_is_drawn_is_as_wide_as_measured_and_holds_no_boxes() {
        for text in drawable() {
            for weight in [Weight::Regular, Weight::SemiBold] {
                let style = TextLineStyle { weight, han: Han::default(), color: BLACK, halo: None };
                let svg = text_line(text, 100.0, Point::new(2000.0, 200.0), &style);
                let tree = Tree::from_str(&svg, &svg_options(&svg)).expect("an SVG");
                let drawn = texts(tree.root());
                assert_eq!(drawn.len(), 1, "{text}");
                let glyphs = drawn[0].layouted().iter().flat_map(|span| &span.positioned_glyphs);
                let boxes: Vec<&str> =
                    glyphs.filter(|glyph| glyph.id.0 == 0).map(|g| g.text.as_str()).collect();
                assert!(boxes.is_empty(), "{text}: {boxes:?}");
                let measured = text::width(text, 100.0, weight);
                let (left, right) =
                    (drawn[0].bounding_box().left(), drawn[0].bounding_box().right());
                assert!(((right - left) / measured - 1.0).abs() < 0.02, "{text}: {measured}");
                assert!(((left + right) / 2.0 - 1000.0).abs() < 0.02 * measured, "{text}");
            }
        }
    }

    #[test]
    fn every_script_leaves_ink() {
        let style = TextLineStyle {
            weight: Weight::SemiBold,
            han: Han::default(),
            color: BLACK,
            halo: None,
        };
        for text in drawable() {
            let picture = text_image(text, 40.0, &style).expect("a picture");
            let columns = picture.width as usize;
            let is_inked = |x: usize| {
                let column = picture.rgba.chunks_exact(4).skip(x).step_by(columns);
                column.clone().any(|pixel| pixel[3] > 64)
            };
            let inked = (0..columns).filter(|x| is_inked(*x)).count() as f32;
            let width = text::width(text, 40.0, Weight::SemiBold);
            assert!(inked > 0.4 * width && inked < width + 20.0, "{text}: {inked} of {width}");
        }
    }

    #[test]
    fn letters_that_no_font_has_are_boxes_as_wide_as_measured() {
        let fonts = Fonts::with(|_| {});
        let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200" font-family="Noto Sans"><text y="100" font-size="100">日本</text></svg>"#;
        let tree = Tree::from_str(svg, &svg_options_with(&fonts)).expect("an SVG");
        let line = fonts.line("日本", Weight::Regular, Han::default());
        let drawn = texts(tree.root());
        let glyphs = drawn[0].layouted().iter().flat_map(|span| &span.positioned_glyphs);
        assert_eq!(glyphs.filter(|glyph| glyph.id.0 == 0).count(), 2);
        assert!((drawn[0].bounding_box().width() / (line.width * 100.0) - 1.0).abs() < 0.02);
    }

    mod any {
        use proptest::prelude::*;

        use super::*;

        proptest! {
            #![proptest_config(ProptestConfig::with_cases(48))]

            #[test]
            fn text_is_drawn_without_a_fault(text in "\\PC{0,24}") {
                let style = TextLineStyle {
                    weight: Weight::Regular,
                    han: Han::default(),
                    color: BLACK,
                    halo: Some(Color::new(255, 255, 255)),
                };
                let picture = text_image(&text, 13.0, &style).expect("a picture");
                prop_assert_eq!(picture.rgba.len() as u32, picture.width * picture.height * 4);
            }
        }
    }
}
