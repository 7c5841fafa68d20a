//! Everything of a page but text: ground, flags, lines, the marks of nations.

use std::collections::BTreeSet;
use std::fmt::Arguments;

use super::words::{self, Piece};
use super::{Ids, N, Writer, Xml, hulls, writer::P};
use crate::model::{Color, Point};
use crate::scene::figure::Figure;
use crate::scene::{
    Arrow, Curve, Decoration, Emblem, Flag, Label, NationMark, Pattern, PlacedSign, Shape, Stroke,
    TieMark, Weight, dash_strokes,
};

/// Draws the ground, and on it lines, then the marks of nations.
pub(super) fn draw(out: &mut Writer, figure: &Figure) {
    let scene = &figure.scene;
    let mut ids = Ids::default();
    defs(out, &scene.nations);
    if figure.has_ground {
        let (w, h, ground) = (N(figure.width), N(figure.height), scene.palette.canvas);
        out.line(format_args!(r#"<rect class="page" width="{w}" height="{h}" fill="{ground}"/>"#));
    }
    out.line(format_args!(r#"<g fill="none" stroke-linecap="round" stroke-linejoin="round">"#));
    for mark in &scene.hulls {
        hulls::hull(out, &mark.outline, &mark.look, &mark.name);
    }
    for ground in &scene.grounds {
        hulls::ground(out, ground);
    }
    for mark in &scene.memberships {
        out.in_run(line_look(&mark.pattern, mark.width, mark.color));
        out.text(format_args!(r#"<g class="membership">"#));
        curve(out, &mark.curve, &mark.pattern, mark.width);
        out.line(format_args!("</g>"));
    }
    for mark in &scene.ties {
        let key = figure.tie_keys.get(&mark.id).map_or("", String::as_str);
        tie(out, mark, &ids.make("tie-", key));
    }
    out.end_run();
    out.line(format_args!("</g>"));
    for mark in &scene.ties {
        ring(out, mark, scene.palette.canvas);
    }
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let key = figure.nation_keys.get(&mark.id).map_or("", String::as_str);
        nation(out, mark, &ids.make("nation-", key), scene.palette.ink);
    }
}

/// The outlines by which flags are clipped, and the flags that the page uses.
fn defs(out: &mut Writer, nations: &[NationMark]) {
    let mut flags: BTreeSet<&str> = BTreeSet::new();
    let mut shapes: Vec<Shape> = Vec::new();
    let mut symbols = Vec::new();
    for nation in nations {
        let Emblem::Flag(flag) = nation.emblem else { continue };
        if flags.insert(flag.code()) {
            symbols.push(flag);
        }
        if !shapes.contains(&nation.shape) {
            shapes.push(nation.shape);
        }
    }
    if symbols.is_empty() {
        return;
    }
    out.line(format_args!("<defs>"));
    for shape in shapes {
        out.text(format_args!(r#"<clipPath id="clip-{}">"#, shape_name(shape)));
        outline(out, shape, Point::default(), Flag::SIZE / 2.0, format_args!(""));
        out.line(format_args!("</clipPath>"));
    }
    for flag in symbols {
        let size = N(Flag::SIZE);
        out.line(format_args!(
            r#"<symbol id="flag-{}" viewBox="0 0 {size} {size}">{}</symbol>"#,
            flag.code(),
            flag.elements()
        ));
    }
    out.line(format_args!("</defs>"));
}

fn tie(out: &mut Writer, tie: &TieMark, id: &str) {
    out.in_run(line_look(&tie.pattern, tie.width, tie.color));
    out.text(format_args!(r#"<g class="tie" id="{id}"><title>{}</title>"#, Xml(&tie.name)));
    curve(out, &tie.curve, &tie.pattern, tie.width);
    strike_and_arrow(out, tie.strike, tie.width, tie.arrow, tie.color);
    out.line(format_args!("</g>"));
}

/// What stands before a row of the legend, drawn as on the map.
pub(super) fn legend_sign(out: &mut Writer, sign: &PlacedSign, ink: Color) {
    match sign {
        PlacedSign::None => {}
        PlacedSign::Line { curve: line, color, width, pattern, arrow, strike } => {
            out.text(format_args!("<g{}>", line_look(pattern, *width, *color)));
            curve(out, line, pattern, *width);
            strike_and_arrow(out, *strike, *width, *arrow, *color);
            out.line(format_args!("</g>"));
        }
        PlacedSign::Mark { shape, center, radius, fill, band } => {
            outline(out, *shape, *center, *radius, format_args!(r#" fill="{fill}""#));
            band_and_rim(out, *shape, *center, *radius, *band, ink);
            out.line(format_args!(""));
        }
        PlacedSign::Hull { outline, look } => hulls::hull(out, outline, look, ""),
    }
}

/// The attributes that all of a line has.
fn line_look(pattern: &Pattern, width: f32, color: Color) -> String {
    let mut look = format!(r#" stroke="{color}" stroke-width="{}""#, N(width));
    if pattern.decoration != Decoration::Double {
        look += &dash_array(pattern);
    }
    look
}

/// The attribute for a pattern's dashes; nothing for an unbroken line.
pub(super) fn dash_array(pattern: &Pattern) -> String {
    if pattern.dashes.is_empty() {
        return String::new();
    }
    let dashes: Vec<String> = pattern.dashes.iter().map(|d| N(*d).to_string()).collect();
    format!(r#" stroke-dasharray="{}""#, dashes.join(" "))
}

fn curve(out: &mut Writer, curve: &Curve, pattern: &Pattern, width: f32) {
    if curve.length() <= 0.0 {
        return;
    }
    if pattern.decoration == Decoration::Double {
        strokes(out, &dash_strokes(curve, pattern, width, 0.05));
        return;
    }
    let Curve { from, control_from, control_to, to } = *curve;
    let is_straight = control_from.distance(from.lerp(to, 1.0 / 3.0)) < 0.01
        && control_to.distance(from.lerp(to, 2.0 / 3.0)) < 0.01;
    let (from, a, b, to) = (P(from), P(control_from), P(control_to), P(to));
    if is_straight {
        out.text(format_args!(r#"<path d="M{from}L{to}"/>"#));
    } else {
        out.text(format_args!(r#"<path d="M{from}C{a} {b} {to}"/>"#));
    }
    if pattern.decoration == Decoration::Crossed {
        strokes(out, &pattern.crosses(curve, width));
    }
}

/// Unbroken strokes, those of one width as one element.
fn strokes(out: &mut Writer, strokes: &[Stroke]) {
    for alike in strokes.chunk_by(|a, b| a.width == b.width) {
        out.text(format_args!(r#"<path stroke-dasharray="none" d=""#));
        for stroke in alike {
            for (index, point) in stroke.points.iter().enumerate() {
                let command = if index == 0 { "M" } else { "L" };
                out.text(format_args!("{command}{}", P(*point)));
            }
        }
        out.text(format_args!(r#"" stroke-width="{}"/>"#, N(alike[0].width)));
    }
}

fn strike_and_arrow(
    out: &mut Writer,
    strike: Option<crate::scene::Line>,
    width: f32,
    arrow: Option<Arrow>,
    color: Color,
) {
    if let Some(line) = strike {
        strokes(out, &[line.strike(width)]);
    }
    if let Some(Arrow { tip, base: [a, b] }) = arrow {
        let (tip, a, b) = (P(tip), P(a), P(b));
        out.text(format_args!(r#"<path d="M{tip}L{a}L{b}Z" fill="{color}" stroke="none"/>"#));
    }
}

fn ring(out: &mut Writer, tie: &TieMark, canvas: Color) {
    let Some(radius) = tie.ring else { return };
    let (x, y) = (N(tie.middle.x), N(tie.middle.y));
    out.line(format_args!(
        r#"<circle cx="{x}" cy="{y}" r="{}" fill="{canvas}" stroke="{}" stroke-width="{}"/>"#,
        N(radius),
        tie.color,
        N(radius * 0.42)
    ));
}

fn nation(out: &mut Writer, nation: &NationMark, id: &str, ink: Color) {
    let (center, radius, name) = (nation.center, nation.radius, Xml(&nation.name));
    out.text(format_args!(
        r#"<g class="nation-mark" id="{id}" role="img" aria-label="{name}"><title>{name}</title>"#
    ));
    match &nation.emblem {
        Emblem::Flag(flag) => clipped(out, flag, nation),
        Emblem::Plain(fill) => {
            outline(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
        }
        Emblem::Monogram { text, size, fill, ink } => {
            outline(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
            let at = center + Point::new(0.0, size * Label::BASELINE);
            let piece = Piece { text, at, weight: Weight::SemiBold };
            let look = format_args!(r#" text-anchor="middle" fill="{ink}""#);
            words::text(out, look, *size, &[piece]);
        }
    }
    band_and_rim(out, nation.shape, center, radius, nation.band, ink);
    out.line(format_args!("</g>"));
}

/// The coloured band of a rule, where there is one, and the rim.
fn band_and_rim(
    out: &mut Writer,
    shape: Shape,
    center: Point,
    radius: f32,
    band: Option<Color>,
    ink: Color,
) {
    if let Some(band) = band {
        let width = radius * NationMark::BAND;
        let look = format_args!(r#" fill="none" stroke="{band}" stroke-width="{}""#, N(width));
        outline(out, shape, center, radius - width / 2.0, look);
    }
    let rim = NationMark::RIM_OPACITY;
    let rim = format_args!(r#" fill="none" stroke="{ink}" stroke-opacity="{rim}""#);
    outline(out, shape, center, radius, rim);
}

/// A nation's flag, clipped to its outline.
fn clipped(out: &mut Writer, flag: &Flag, nation: &NationMark) {
    let half = Flag::SIZE / 2.0;
    let (shape, code) = (shape_name(nation.shape), flag.code());
    let (scale, corner, side) = (nation.radius / half, N(-half), N(Flag::SIZE));
    out.text(format_args!(
        r##"<g transform="translate({}) scale({scale})" clip-path="url(#clip-{shape})"><use xlink:href="#flag-{code}" x="{corner}" y="{corner}" width="{side}" height="{side}"/></g>"##,
        P(nation.center),
    ));
}

fn outline(out: &mut Writer, shape: Shape, center: Point, radius: f32, look: Arguments<'_>) {
    if shape == Shape::Disc {
        let (x, y) = (N(center.x), N(center.y));
        out.text(format_args!(r#"<circle cx="{x}" cy="{y}" r="{}"{look}/>"#, N(radius)));
        return;
    }
    if shape == Shape::RoundedSquare {
        let half = Point::new(radius, radius) * Shape::SQUARE_HALF;
        let (x, y) = (N(center.x - half.x), N(center.y - half.y));
        let (side, corner) = (N(2.0 * half.x), N(Shape::SQUARE_CORNER * radius));
        out.text(format_args!(
            r#"<rect x="{x}" y="{y}" width="{side}" height="{side}" rx="{corner}"{look}/>"#
        ));
        return;
    }
    hulls::closed(out, &shape.outline(center, radius));
    out.text(format_args!("{look}/>"));
}

const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Disc => "disc",
        Shape::RoundedSquare => "square",
        Shape::Hexagon => "hexagon",
        Shape::Label { .. } => "box",
        Shape::Hull => "hull",
    }
}
