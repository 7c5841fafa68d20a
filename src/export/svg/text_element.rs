//! Text elements of SVG.

use std::fmt::Arguments;

use super::number_format::Number;
use super::text_runs::{TextRun, TextRuns};
use super::writer::SvgWriter;
use crate::model::Point;
use crate::scene::Weight;

/// A line of text, or a part of one, in type of one weight.
pub(super) struct TextSpan<'a> {
    pub(super) text: &'a str,
    /// The start, middle or end of its baseline, as the [`Anchor`] says.
    pub(super) at: Point,
    pub(super) weight: Weight,
}

/// Which point of a span lies at its position.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// Writes spans as one element, whose text is theirs with a space between each two.
///
/// The space is for those who read the text; it has no size and moves nothing. Each run of letters
/// says how wide it is, so that a font other than Noto Sans is squeezed or stretched to fit.
pub(super) fn write_text(
    out: &mut SvgWriter,
    attributes: Arguments<'_>,
    anchor: Anchor,
    size: f32,
    spans: &[TextSpan<'_>],
) {
    let runs = |span: &TextSpan<'_>| TextRuns::of(span.text, size, span.weight, out.han);
    let lines: Vec<TextRuns> = spans.iter().map(runs).collect();
    let is_plain = lines.iter().all(|line| line.is_plain);
    // Inkscape takes one anchor for all of an element.
    let anchored = match anchor {
        Anchor::Middle if is_plain => r#" text-anchor="middle""#,
        Anchor::End if is_plain => r#" text-anchor="end""#,
        _ => "",
    };
    out.write(format_args!(r#"<text{attributes}{anchored} font-size="{}""#, Number(size)));
    if let ([span], [line]) = (spans, lines.as_slice())
        && let ([run], true) = (line.runs.as_slice(), is_plain)
    {
        write_run_attributes(out, span.weight, span.at, run);
        out.write_line(format_args!("{}</text>", run.letters));
        return;
    }
    out.write(format_args!(">"));
    for (index, (span, line)) in spans.iter().zip(&lines).enumerate() {
        let to_left = match anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => line.width / 2.0,
            Anchor::End => line.width,
        };
        for (run_index, run) in line.runs.iter().enumerate() {
            if run.follows_space || (run_index == 0 && index > 0) {
                out.write(format_args!(r#"<tspan font-size="0"> </tspan>"#));
            }
            out.write(format_args!("<tspan"));
            let left = if is_plain { 0.0 } else { run.left - to_left };
            let at = span.at + Point::new(left, 0.0);
            write_run_attributes(out, span.weight, at, run);
            out.write(format_args!("{}</tspan>", run.letters));
        }
    }
    out.write_line(format_args!("</text>"));
}

/// Writes the attributes of a run, which end the start tag of its element.
fn write_run_attributes(out: &mut SvgWriter, weight: Weight, at: Point, run: &TextRun) {
    let weight = if weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
    let (x, y) = (Number(at.x), Number(at.y));
    out.write(format_args!(r#"{weight}{} x="{x}" y="{y}""#, run.family));
    if let Some(width) = run.width.map(Number) {
        out.write(format_args!(r#" textLength="{width}" lengthAdjust="spacingAndGlyphs""#));
    }
    out.write(format_args!(">"));
}
