//! Everything of a page but text: ground, flags, lines, the marks of nations.

use std::collections::BTreeMap;
use std::fmt::Arguments;

use super::text;
use super::text::{Anchor, Piece};
use super::{Ids, N, Writer, Xml, hulls, writer::P};
use crate::model::{Color, Point};
use crate::scene::figure::Figure;
use crate::scene::{
    Arrow, Curve, Decoration, Emblem, Flag, Label, NationMark, Pattern, PlacedSymbol, Shape,
    Stroke, TieMark, Weight, dash_strokes,
};

/// How what is dimmed says so, by the sort of element: [`Scene::DIMMED`], which a test holds them to.
const GROUP_FAINT: &str = r#" opacity="0.25""#;
const STROKE_FAINT: &str = r#" stroke-opacity="0.25""#;
pub(super) const TEXT_FAINT: &str = r#" fill-opacity="0.25""#;

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
        let faint = opacity(scene.dims_hull(mark));
        hulls::hull(out, &mark.outline, &mark.look, &mark.name, faint);
    }
    for ground in &scene.grounds {
        hulls::ground(out, ground);
    }
    for mark in &scene.memberships {
        out.in_run(line_look(&mark.pattern, mark.width, mark.color));
        let faint = opacity(scene.dims_membership(mark));
        out.text(format_args!(r#"<g class="membership"{faint}>"#));
        curve(out, &mark.curve, &mark.pattern, mark.width);
        out.line(format_args!("</g>"));
    }
    for mark in &scene.ties {
        let key = figure.tie_keys.get(&mark.id).map_or("", String::as_str);
        tie(out, mark, &ids.make("tie-", key), scene.dims_tie(mark.id));
    }
    out.end_run();
    out.line(format_args!("</g>"));
    for mark in &scene.ties {
        ring(out, mark, scene.palette.canvas, scene.dims_tie(mark.id));
    }
    for mark in scene.nations.iter().filter(|mark| mark.is_drawn()) {
        let key = figure.nation_keys.get(&mark.id).map_or("", String::as_str);
        let ground = scene.dims_nation(mark.id).then_some(scene.palette.canvas);
        nation(out, mark, &ids.make("nation-", key), scene.palette.ink, ground);
    }
}

/// The flags that the page uses, each a pattern that fills an outline: so a mark reaches no farther
/// than it is seen, for all who measure it.
fn defs(out: &mut Writer, nations: &[NationMark]) {
    let mut flags: BTreeMap<&str, &Flag> = BTreeMap::new();
    for nation in nations.iter().filter(|nation| nation.is_drawn()) {
        if let Emblem::Flag(flag) = nation.emblem {
            flags.insert(flag.code(), flag);
        }
    }
    if flags.is_empty() {
        return;
    }
    out.line(format_args!("<defs>"));
    for (code, flag) in flags {
        let (size, elements) = (N(Flag::SIZE), flag.elements());
        out.line(format_args!(
            r#"<pattern id="flag-{code}" width="1" height="1" viewBox="0 0 {size} {size}" preserveAspectRatio="xMidYMid slice">{elements}</pattern>"#
        ));
    }
    out.line(format_args!("</defs>"));
}

fn tie(out: &mut Writer, tie: &TieMark, id: &str, is_dimmed: bool) {
    out.in_run(line_look(&tie.pattern, tie.width, tie.color));
    let (faint, name) = (opacity(is_dimmed), Xml(&tie.name));
    out.text(format_args!(r#"<g class="tie" id="{id}"{faint}><title>{name}</title>"#));
    curve(out, &tie.curve, &tie.pattern, tie.width);
    strike_and_arrow(out, tie.strike, tie.width, tie.arrow, tie.color);
    out.line(format_args!("</g>"));
}

/// What stands before a row of the legend, drawn as on the map.
pub(super) fn legend_sign(out: &mut Writer, sign: &PlacedSymbol, ink: Color) {
    match sign {
        PlacedSymbol::None => {}
        PlacedSymbol::Line { curve: line, color, width, pattern, arrow, strike } => {
            out.text(format_args!("<g{}>", line_look(pattern, *width, *color)));
            curve(out, line, pattern, *width);
            strike_and_arrow(out, *strike, *width, *arrow, *color);
            out.line(format_args!("</g>"));
        }
        PlacedSymbol::Mark { shape, center, radius, fill, band } => {
            outline(out, *shape, *center, *radius, format_args!(r#" fill="{fill}""#));
            band_and_rim(out, *shape, *center, *radius, *band, ink);
            out.line(format_args!(""));
        }
        PlacedSymbol::Hull { outline, look } => hulls::hull(out, outline, look, "", ""),
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

fn ring(out: &mut Writer, tie: &TieMark, canvas: Color, is_dimmed: bool) {
    let Some(radius) = tie.ring else { return };
    let (x, y) = (N(tie.middle.x), N(tie.middle.y));
    let faint = if is_dimmed { STROKE_FAINT } else { "" };
    out.line(format_args!(
        r#"<circle cx="{x}" cy="{y}" r="{}" fill="{canvas}" stroke="{}" stroke-width="{}"{faint}/>"#,
        N(radius),
        tie.color,
        N(radius * 0.42)
    ));
}

/// Draws a nation; where it is dimmed, faintly on an opaque ground, so that no line shows through.
fn nation(out: &mut Writer, nation: &NationMark, id: &str, ink: Color, dimmed_on: Option<Color>) {
    let (center, radius, name) = (nation.center, nation.radius, Xml(&nation.name));
    out.text(format_args!(
        r#"<g class="nation-mark" id="{id}" role="img" aria-label="{name}"><title>{name}</title>"#
    ));
    if let Some(ground) = dimmed_on {
        outline(out, nation.shape, center, radius, format_args!(r#" fill="{ground}""#));
        out.text(format_args!("<g{}>", opacity(true)));
    }
    match &nation.emblem {
        Emblem::Flag(flag) => {
            let fill = format_args!(r#" fill="url(#flag-{})""#, flag.code());
            outline(out, nation.shape, center, radius, fill);
        }
        Emblem::Plain(fill) => {
            outline(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
        }
        Emblem::Monogram { text, size, fill, ink } => {
            outline(out, nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
            let at = center + Point::new(0.0, size * Label::BASELINE);
            let piece = Piece { text, at, weight: Weight::SemiBold };
            let look = format_args!(r#" fill="{ink}""#);
            text::text(out, look, Anchor::Middle, *size, &[piece]);
        }
    }
    band_and_rim(out, nation.shape, center, radius, nation.band, ink);
    let end = if dimmed_on.is_some() { "</g></g>" } else { "</g>" };
    out.line(format_args!("{end}"));
}

/// The attribute of a group that is dimmed.
const fn opacity(is_dimmed: bool) -> &'static str {
    if is_dimmed { GROUP_FAINT } else { "" }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    #[test]
    fn what_is_dimmed_is_as_faint_as_on_the_canvas() {
        let strength = format!("\"{}\"", Scene::DIMMED);
        for attribute in [GROUP_FAINT, STROKE_FAINT, TEXT_FAINT] {
            assert!(attribute.ends_with(&strength), "{attribute}");
        }
    }
}
