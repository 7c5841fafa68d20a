//! A page as several SVG texts, one on top of the other.

use super::labels::{write_halos, write_letters};
use super::legend::write_legend;
use super::marks::write_marks;
use super::page_texts::write_page_texts;
use super::root::open_page;
use super::ties_at_names::write_ties_at_names;
use super::writer::SvgWriter;
use crate::scene::Label;
use crate::scene::figure::Figure;

/// A page in layers, from the lowest to the topmost, for formats that tell figures from text.
pub(in crate::export) struct SvgLayers {
    /// Everything below the labels.
    pub(in crate::export) marks: String,
    /// The labels' halos, and the ties that are drawn above them.
    pub(in crate::export) halos: String,
    /// The labels without halos, and the legend.
    pub(in crate::export) labels: String,
    /// Heading, sources and the name of the program.
    pub(in crate::export) page_texts: String,
}

impl SvgLayers {
    pub(in crate::export) fn of(figure: &Figure) -> Self {
        let layer = |write: fn(&mut SvgWriter, &Figure)| {
            let mut out = open_page(figure);
            write(&mut out, figure);
            out.finish()
        };
        Self {
            marks: layer(write_marks),
            halos: layer(|out, figure| {
                write_halos(out, figure, &all_labels(figure));
                write_ties_at_names(out, figure);
            }),
            labels: layer(|out, figure| {
                write_letters(out, figure, &all_labels(figure));
                write_legend(out, figure);
            }),
            page_texts: layer(write_page_texts),
        }
    }
}

fn all_labels(figure: &Figure) -> Vec<&Label> {
    figure.scene.labels.iter().collect()
}
