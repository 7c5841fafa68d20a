//! A page as several SVG texts, one on top of the other.

use super::labels::write_labels;
use super::legend::write_legend;
use super::marks::write_marks;
use super::page_texts::write_page_texts;
use super::root::open_page;
use super::writer::{Halos, SvgWriter};
use crate::scene::figure::Figure;

/// A page in layers, from the lowest to the topmost, for formats that draw letter by letter: in one
/// layer the halo of a letter would cover the letter before it.
pub(in crate::export) struct SvgLayers {
    /// Everything below the labels.
    pub(in crate::export) marks: String,
    /// The labels' halos alone.
    pub(in crate::export) halos: String,
    /// The labels without halos, and the legend.
    pub(in crate::export) labels: String,
    /// Heading, sources and the name of the program.
    pub(in crate::export) page_texts: String,
}

impl SvgLayers {
    pub(in crate::export) fn of(figure: &Figure) -> Self {
        let layer = |halos, write: fn(&mut SvgWriter, &Figure)| {
            let mut out = open_page(figure, halos);
            write(&mut out, figure);
            out.finish()
        };
        Self {
            marks: layer(Halos::None, write_marks),
            halos: layer(Halos::Alone, write_labels),
            labels: layer(Halos::None, |out, figure| {
                write_labels(out, figure);
                write_legend(out, figure);
            }),
            page_texts: layer(Halos::None, write_page_texts),
        }
    }
}
