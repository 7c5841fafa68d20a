//! Everything of a page that is text: labels, legend, heading, sources.

use std::fmt::Arguments;

use super::marks;
use super::text_runs::{Lettering, Run};
use super::writer::P;
use super::{Halos, N, Writer};
use crate::model::Point;
use crate::scene::figure::{Figure, PageRole, PageText, TextRun};
use crate::scene::{Label, LabelOwner, PlacedLegendRow, Weight};

/// A line of text, or a piece of one.
pub(super) struct Piece<'a> {
    pub(super) text: &'a str,
    /// Where its baseline starts, or its middle or end, as the element says.
    pub(super) at: Point,
    pub(super) weight: Weight,
}

/// The point of each piece that lies at its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Writes pieces as one element, whose text is the pieces with a space between each two.
///
/// That space is for those who read the text; having no size, it moves nothing. Each piece says how
/// wide it is, so that another font than Noto Sans is squeezed or stretched into its place.
pub(super) fn text(
    out: &mut Writer,
    look: Arguments<'_>,
    anchor: Anchor,
    size: f32,
    pieces: &[Piece<'_>],
) {
    let set = |piece: &Piece<'_>| Lettering::new(piece.text, size, piece.weight, out.han);
    let lines: Vec<Lettering> = pieces.iter().map(set).collect();
    let anchored = match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    };
    out.text(format_args!(r#"<text{look}{anchored} font-size="{}""#, N(size)));
    if let ([piece], [line]) = (pieces, lines.as_slice())
        && let ([run], true) = (line.runs.as_slice(), line.is_plain)
    {
        place(out, piece.weight, piece.at, run);
        out.line(format_args!("{}</text>", run.letters));
        return;
    }
    out.text(format_args!(">"));
    for (index, (piece, line)) in pieces.iter().zip(&lines).enumerate() {
        let mut space = if index == 0 { "" } else { r#"<tspan font-size="0"> </tspan>"# };
        for run in &line.runs {
            out.text(format_args!("{space}<tspan"));
            space = "";
            let mut at = piece.at;
            if !line.is_plain {
                out.text(format_args!(r#" text-anchor="start""#));
                at.x += run.left
                    - match anchor {
                        Anchor::Start => 0.0,
                        Anchor::Middle => line.width / 2.0,
                        Anchor::End => line.width,
                    };
            }
            place(out, piece.weight, at, run);
            out.text(format_args!("{}</tspan>", run.letters));
        }
    }
    out.line(format_args!("</text>"));
}

/// The attributes of a piece, and the end of its element's start.
fn place(out: &mut Writer, weight: Weight, at: Point, run: &Run) {
    let weight = if weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
    let (x, y) = (N(at.x), N(at.y));
    out.text(format_args!(r#"{weight}{} x="{x}" y="{y}""#, run.family));
    if let Some(width) = run.width.map(N) {
        out.text(format_args!(r#" textLength="{width}" lengthAdjust="spacingAndGlyphs""#));
    }
    out.text(format_args!(">"));
}

/// The names of nations and what is written along ties.
pub(super) fn labels(out: &mut Writer, figure: &Figure) {
    for mark in &figure.scene.labels {
        let is_dimmed = figure.scene.dims_label(mark);
        let letters = match out.halos {
            // What is dimmed has no halo, which would cover what isn't.
            Halos::Alone if is_dimmed => continue,
            _ if is_dimmed => format!(r#" fill="{}"{}"#, mark.color, marks::TEXT_FAINT),
            Halos::Alone => r#" fill="none""#.to_owned(),
            Halos::Around | Halos::None => format!(r#" fill="{}""#, mark.color),
        };
        let halo = match out.halos {
            _ if is_dimmed => String::new(),
            Halos::None => String::new(),
            Halos::Around | Halos::Alone => format!(
                r#" stroke="{}" stroke-width="{}" stroke-linejoin="round" paint-order="stroke""#,
                mark.halo,
                N(mark.size * Label::HALO)
            ),
        };
        out.in_run(letters + &halo);
        label(out, mark, !is_dimmed);
    }
    out.end_run();
}

fn label(out: &mut Writer, label: &Label, has_halo: bool) {
    let class = match label.owner {
        LabelOwner::Nation(_) => "nation-label",
        LabelOwner::Tie(_) => "tie-label",
        LabelOwner::Hull(_) => "hull-label",
    };
    // What is turned is written in its own upright space, with the middle of the block at 0.
    let turned = label.angle_radians != 0.0;
    let upright = Label { angle_radians: 0.0, ..label.clone() };
    let origin = if turned { label.center } else { Point::default() };
    let down = Point::new(0.0, label.size * Label::BASELINE);
    let piece = |(center, text)| Piece { text, at: center - origin + down, weight: label.weight };
    let pieces: Vec<Piece<'_>> = upright.line_centers().map(piece).collect();
    let turn = if turned {
        let degrees = N(label.angle_radians.to_degrees());
        format!(r#" transform="translate({}) rotate({degrees})""#, P(origin))
    } else {
        String::new()
    };
    let is_pieced = |piece: &Piece<'_>| {
        Lettering::new(piece.text, label.size, piece.weight, out.han).runs.len() > 1
    };
    if has_halo && out.halos == Halos::Around && pieces.iter().any(is_pieced) {
        // The halo of one piece would cover the end of the piece before: all halos first.
        let halo = format_args!(r#" class="halo" aria-hidden="true" fill="none"{turn}"#);
        text(out, halo, Anchor::Middle, label.size, &pieces);
        let letters = format_args!(r#" class="{class}" stroke="none"{turn}"#);
        text(out, letters, Anchor::Middle, label.size, &pieces);
        return;
    }
    text(out, format_args!(r#" class="{class}"{turn}"#), Anchor::Middle, label.size, &pieces);
}

/// The legend: its lines, then its text.
pub(super) fn legend(out: &mut Writer, figure: &Figure) {
    if figure.legend.rows.is_empty() {
        return;
    }
    let ink = figure.scene.palette.ink;
    out.line(format_args!(r#"<g class="legend" fill="{ink}">"#));
    out.line(format_args!(r#"<g fill="none" stroke-linecap="round">"#));
    for sample in &figure.legend.rows {
        marks::legend_sign(out, &sample.symbol, ink);
    }
    out.line(format_args!("</g>"));
    for PlacedLegendRow { baseline, text: words, weight, .. } in &figure.legend.rows {
        let piece = Piece { text: words, at: *baseline, weight: *weight };
        text(out, format_args!(""), Anchor::Start, figure.legend.size, &[piece]);
    }
    out.line(format_args!("</g>"));
}

/// Heading, hairline, sources.
pub(super) fn page(out: &mut Writer, figure: &Figure) {
    if let Some(rule) = figure.rule {
        let hairline = figure.scene.palette.hairline;
        out.line(format_args!(
            r#"<path d="M{}L{}" stroke="{hairline}"/>"#,
            P(rule.from),
            P(rule.to)
        ));
    }
    let sources = |text: &&PageText| text.role == PageRole::Sources;
    for text in figure.texts.iter().filter(|text| !sources(text)) {
        let class = match text.role {
            PageRole::Title => "title",
            PageRole::Subtitle => "subtitle",
            PageRole::AsOf => "as-of",
            PageRole::Sources => "sources",
            PageRole::Generator => "generator",
        };
        page_text(out, &format!(r#" class="{class}""#), text);
    }
    let mut rows = figure.texts.iter().filter(sources).peekable();
    if rows.peek().is_some() {
        out.line(format_args!(r#"<g class="sources">"#));
        rows.for_each(|row| page_text(out, "", row));
        out.line(format_args!("</g>"));
    }
}

fn page_text(out: &mut Writer, class: &str, row: &PageText) {
    let anchor = if row.right_aligned { Anchor::End } else { Anchor::Start };
    let runs = row.runs.iter();
    let pieces = runs.map(|TextRun { text, baseline, weight }| Piece {
        text,
        at: *baseline,
        weight: *weight,
    });
    let pieces: Vec<Piece<'_>> = pieces.collect();
    text(out, format_args!(r#"{class} fill="{}""#, row.color), anchor, row.size, &pieces);
}
