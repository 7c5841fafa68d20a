//! A page as SVG text.
//!
//! `lines`, `shapes` and `text_element` write single elements, with what `writer`, `number_format` and
//! `xml_escape` offer; the files above them write one part of the page each. Where everything lies is
//! decided by the scene; nothing here measures or moves anything.

mod dimming;
mod element_ids;
mod embedded_fonts;
mod flags;
mod hulls;
mod label_layers;
mod labels;
mod layers;
mod legend;
mod lines;
mod marks;
mod matrix;
mod nations;
mod number_format;
mod page_texts;
mod root;
mod shapes;
mod text_element;
mod text_line;
mod text_runs;
mod tie_groups;
mod ties;
mod ties_at_names;
mod writer;
mod xml_escape;

pub(super) use layers::SvgLayers;
pub use text_line::TextLineStyle;
pub(super) use text_line::text_line;

use crate::scene::figure::Figure;
use embedded_fonts::write_fonts;
use labels::write_label_layers;
use legend::write_legend;
use marks::write_marks;
use page_texts::write_page_texts;
use root::open_page;
use xml_escape::Escaped;

/// Writes a page as SVG 1.1 that browsers, Inkscape, librsvg, office programs and print shops draw alike.
///
/// That leaves out what one of them draws in its own way: flags are clipped groups and not patterns, halos
/// are strokes of their own below the letters, and text that is read from right to left isn't fitted to a
/// width. `tests/agreement.rs` compares their pictures. What lies on one another are layers that Inkscape
/// lists and hides: one for each kind of tie and one for its texts, nations, names, the legend.
///
/// Looks are presentation attributes, and there are no scripts. What belongs together is a group with a
/// class (`nation-mark`, `tie`, `tie-group`, `membership`, `legend`, `sources`). The group of a nation or tie has an
/// id made of its key, and its name as a title. Every label (`nation-label`, `tie-label`) and every
/// heading (`title`, `subtitle`, `as-of`, `generator`) is one element whose text is the whole text. Each
/// flag is defined once. Text is text in Noto Sans, and the file holds the letters it uses for browsers;
/// each line says how wide it is, so that a viewer with another font keeps it in its place.
///
/// The same page gives the same bytes. Pins aren't drawn: they concern editing.
pub fn svg(figure: &Figure) -> String {
    let mut out = open_page(figure);
    let title = &figure.scene.heading.title;
    let title = if title.is_empty() { Figure::UNTITLED } else { title };
    out.write_line(format_args!("<title>{}</title>", Escaped(title)));
    out.write_line(format_args!("<desc>{}</desc>", Escaped(&figure.description())));
    write_fonts(&mut out, figure);
    write_marks(&mut out, figure);
    write_label_layers(&mut out, figure);
    write_legend(&mut out, figure);
    write_page_texts(&mut out, figure);
    out.finish()
}
