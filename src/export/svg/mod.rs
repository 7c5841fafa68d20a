//! A page as SVG text.

mod element_ids;
mod embedded_fonts;
mod hulls;
mod marks;
mod text;
mod text_line;
mod text_runs;
mod writer;

use crate::scene::embedded_font;
use crate::scene::figure::Figure;
use crate::scene::text::Han;
use element_ids::Ids;
pub(super) use text_line::line;
pub(super) use writer::Xml;
use writer::{N, Writer};

/// Writes a page as SVG 1.1 that browsers, Inkscape and print shops read alike.
///
/// Looks are presentation attributes, and there are no scripts. What belongs together is a
/// group with a class (`nation-mark`, `tie`, `membership`, `legend`, `sources`), each nation's and
/// tie's with an id made of its key and its name as a title; every label (`nation-label`, `tie-label`)
/// and every heading (`title`, `subtitle`, `as-of`, `generator`) is one element whose text is the whole
/// text. Each flag stands in it once. Text is text in Noto Sans, whose letters it holds for browsers; each
/// line says how wide it is, so that a viewer with another font keeps it in its place.
///
/// The same page gives the same bytes. Pins aren't drawn: they concern editing.
pub fn svg(figure: &Figure) -> String {
    let mut out = open(figure, Halos::Around);
    let title = &figure.scene.heading.title;
    let title = if title.is_empty() { Figure::UNTITLED } else { title };
    out.line(format_args!("<title>{}</title>", Xml(title)));
    out.line(format_args!("<desc>{}</desc>", Xml(&figure.description())));
    embedded_fonts::fonts(&mut out, figure);
    marks::draw(&mut out, figure);
    text::labels(&mut out, figure);
    text::legend(&mut out, figure);
    text::page(&mut out, figure);
    out.close()
}

/// The page in layers, from the lowest to the topmost, for formats that draw letter by letter: there
/// the halo of a letter would cover the letter before it.
pub(super) struct Layers {
    /// Everything below the labels.
    pub(super) marks: String,
    /// The labels' halos alone.
    pub(super) halos: String,
    /// The labels without halos, and the legend.
    pub(super) names: String,
    /// Heading, sources and the name of the app.
    pub(super) page: String,
}

impl Layers {
    pub(super) fn of(figure: &Figure) -> Self {
        let layer = |halos, draw: fn(&mut Writer, &Figure)| {
            let mut out = open(figure, halos);
            draw(&mut out, figure);
            out.close()
        };
        Self {
            marks: layer(Halos::None, marks::draw),
            halos: layer(Halos::Alone, text::labels),
            names: layer(Halos::None, |out, figure| {
                text::labels(out, figure);
                text::legend(out, figure);
            }),
            page: layer(Halos::None, text::page),
        }
    }
}

/// What is drawn of a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Halos {
    /// The letters with their halo.
    Around,
    /// The halo alone.
    Alone,
    /// The letters alone.
    None,
}

/// The page's element. Its role lets screen readers go on to the nations and ties in it, which that of
/// an image would hide.
fn open(figure: &Figure, halos: Halos) -> Writer {
    let (w, h) = (N(figure.width), N(figure.height));
    let mut out = Writer::new(halos, Han::of(figure.all_texts()));
    out.line(format_args!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{w}" height="{h}" viewBox="0 0 {w} {h}" role="graphics-document document" lang="en" xml:lang="en" font-family="{}, sans-serif">"#,
        embedded_font::FAMILY
    ));
    out
}
