//! The flags and pictures in the marks of nations.

use std::collections::BTreeMap;

use super::number_format::{Coordinates, Factor};
use super::shapes::write_shape;
use super::writer::SvgWriter;
use crate::model::Point;
use crate::scene::{Flag, NationMark, Shape};

/// The radius of the outlines that flags are cut to.
const RADIUS: f32 = Flag::SIZE / 2.0;

/// Writes each flag and picture that the marks use once, and each outline to which they are cut.
///
/// A clipped group is drawn alike everywhere; a pattern that fills the outline is shifted by Inkscape.
pub(super) fn write_definitions(out: &mut SvgWriter, nations: &[NationMark]) {
    let drawn = nations.iter().filter(|nation| nation.is_drawn());
    let with_picture = drawn.filter_map(|nation| Some((nation, nation.emblem.picture_key()?)));
    let (mut outlines, mut pictures) = (BTreeMap::new(), BTreeMap::new());
    for (nation, key) in with_picture {
        outlines.insert(outline_id(nation.shape), nation.shape);
        pictures.insert(key, &nation.emblem);
    }
    if pictures.is_empty() {
        return;
    }
    out.write_line(format_args!("<defs>"));
    for (id, shape) in outlines {
        out.write(format_args!(r#"<clipPath id="{id}">"#));
        write_shape(out, shape, Point::new(RADIUS, RADIUS), RADIUS, format_args!(""));
        out.write_line(format_args!("</clipPath>"));
    }
    for (key, emblem) in pictures {
        let elements = emblem.picture_elements().unwrap_or_default();
        out.write_line(format_args!(r#"<g id="flag-{key}">{elements}</g>"#));
    }
    out.write_line(format_args!("</defs>"));
}

/// Writes the flag or picture of a mark, cut to its outline; nothing if it has none.
pub(super) fn write_flag(out: &mut SvgWriter, nation: &NationMark) {
    let Some(key) = nation.emblem.picture_key() else { return };
    let (scale, outline) = (nation.radius / RADIUS, outline_id(nation.shape));
    let corner = nation.center - Point::new(nation.radius, nation.radius);
    out.write(format_args!(
        r##"<g transform="translate({}) scale({})" clip-path="url(#{outline})"><use xlink:href="#flag-{key}"/></g>"##,
        Coordinates(corner),
        Factor(scale)
    ));
}

/// The id of an outline.
const fn outline_id(shape: Shape) -> &'static str {
    match shape {
        Shape::Disc => "disc",
        Shape::RoundedSquare => "square",
        Shape::Hexagon => "hexagon",
        Shape::Label { .. } => "label",
        Shape::Hull => "hull",
    }
}
