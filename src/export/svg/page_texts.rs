//! The text around the map in SVG: heading, sources, the name of the program.

use super::number_format::Coordinates;
use super::text_element::{Anchor, TextSpan, write_text};
use super::writer::SvgWriter;
use crate::scene::figure::{Figure, PageRole, PageText, TextRun};

/// Writes heading, rule, sources and the name of the program.
pub(super) fn write_page_texts(out: &mut SvgWriter, figure: &Figure) {
    out.open_layer("page-texts", "Heading and sources", "");
    if let Some(rule) = figure.rule {
        let hairline = figure.scene.palette.hairline;
        out.write_line(format_args!(
            r#"<path d="M{}L{}" stroke="{hairline}"/>"#,
            Coordinates(rule.from),
            Coordinates(rule.to)
        ));
    }
    let is_source = |text: &&PageText| text.role == PageRole::Sources;
    for text in figure.texts.iter().filter(|text| !is_source(text)) {
        let class = match text.role {
            PageRole::Title => "title",
            PageRole::Subtitle => "subtitle",
            PageRole::AsOf => "as-of",
            PageRole::Sources => "sources",
            PageRole::Generator => "generator",
            PageRole::Bloc => "bloc",
            PageRole::Note => "note",
        };
        write_page_text(out, &format!(r#" class="{class}""#), text);
    }
    let mut sources = figure.texts.iter().filter(is_source).peekable();
    if sources.peek().is_some() {
        out.write_line(format_args!(r#"<g class="sources">"#));
        sources.for_each(|row| write_page_text(out, "", row));
        out.write_line(format_args!("</g>"));
    }
    out.close_layer();
}

fn write_page_text(out: &mut SvgWriter, class: &str, row: &PageText) {
    let anchor = if row.right_aligned { Anchor::End } else { Anchor::Start };
    let runs = row.runs.iter();
    let spans = runs.map(|TextRun { text, baseline, weight }| TextSpan {
        text,
        at: *baseline,
        weight: *weight,
    });
    let spans: Vec<TextSpan<'_>> = spans.collect();
    write_text(out, format_args!(r#"{class} fill="{}""#, row.color), anchor, row.size, &spans);
}
