//! Which fonts an SVG is drawn with: the very faces that its texts were measured in.

use std::sync::Arc;

use resvg::usvg::{FontFamily, FontResolver, Options};

use crate::scene::text::Fonts;
use crate::scene::{Weight, font};

/// The drawer's options for SVG text: the embedded font alone where it has all letters, so that the
/// picture is the same on every machine; else with the system's.
pub(super) fn options(svg: &str) -> Options<'static> {
    options_with(Fonts::of(svg))
}

/// The drawer's options with certain fonts.
pub(super) fn options_with(fonts: &Fonts) -> Options<'_> {
    Options {
        fontdb: Arc::clone(fonts.database()),
        font_family: font::FAMILY.to_owned(),
        font_resolver: FontResolver {
            select_font: Box::new(|wanted, _| {
                let weight = if wanted.weight() > 500 { Weight::SemiBold } else { Weight::Regular };
                let named = wanted.families().iter().find_map(|family| match family {
                    FontFamily::Named(name) => fonts.face(name, weight),
                    _ => None,
                });
                named.or_else(|| fonts.face(font::FAMILY, weight))
            }),
            // Each piece of text names a family that has its letters; what none has stays a box.
            select_fallback: Box::new(|_, _, _| None),
        },
        ..Options::default()
    }
}
