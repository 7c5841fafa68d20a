//! The page of an export: heading at the top left, the map fitted to the remaining space, the legend at
//! the bottom left, numbered sources at the foot. How it is written to a file is not known here.
//!
//! The map is placed as it lies, at the largest size that fits, and with its distances stretched along one
//! axis where the page has another shape and the options allow it. Where its names could then not be read, or
//! some have no room, discs are drawn smaller. Where that isn't enough, the caller's [`PlaceNations`] moves the
//! nations apart and off the legend so that every name has room, larger type first. That is the work of a layout,
//! which this floor doesn't know.

mod also_friendly;
mod content;
mod few_ties;
mod fit;
mod fixed_size;
mod free_room;
mod joiners_note;
mod left_out;
mod marginalia;
mod matrix_page;
mod measure;
mod natural_size;
mod options;
mod page;
mod page_format;
mod page_text;
mod period;
mod placed_page;
mod placement;
mod side_entries;
mod source_list;
mod tie_entries;
mod units;

use std::collections::BTreeMap;

pub use matrix_page::{
    BRACKET_LINE, BRACKET_TYPE, GridLines, PlacedMatrix, TableForm, bracket_lines, matrix_figure,
};
pub use options::{FigureOptions, View};
pub use page::Page;
pub use page_format::{Orientation, PageFormat};
pub use page_text::{PageRole, PageText, TextRun};
pub use placement::{PlaceNations, PlacementRequest};
pub use units::{UNITS_PER_INCH, UNITS_PER_MM, length};

use super::{Emblem, Line, PlacedLegend, Scene};
use crate::model::{Map, NationId, Point, TieId};
use content::PageContent;
use fixed_size::{fixed_size_page, sides};
use natural_size::natural_size_page;
use placed_page::PlacedPage;

/// Lays out a map as a page. If names can't be read at the map's own positions, or not all have space,
/// nations are moved to where `place_nations` puts them.
pub fn figure(map: &Map, options: &FigureOptions, place_nations: PlaceNations) -> Figure {
    let content = PageContent::of(map, options);
    let fixed = |size| fixed_size_page(map, options, &content, size, place_nations);
    let PlacedPage { size, scene, scale, legend, marginalia } = match options.page.size() {
        Some(size) => fixed(size),
        None => natural_size_page(map, options, &content)
            .unwrap_or_else(|| fixed((FigureOptions::MAX_SIDE, FigureOptions::MAX_SIDE))),
    };
    Figure {
        left_out: left_out::left_out(
            map,
            &scene,
            (marginalia.unlisted_sources, &marginalia.unlisted_ties),
            options.legend,
        ),
        width: size.x,
        height: size.y,
        scale,
        has_ground: options.ground,
        scene,
        legend,
        texts: marginalia.texts,
        rule: marginalia.rule,
        nation_keys: map.nations().iter().map(|(id, nation)| (id, nation.key.clone())).collect(),
        tie_keys: map.ties().iter().map(|(id, tie)| (id, tie.key.clone())).collect(),
        matrix: None,
    }
}

/// A page, ready to be written. All lengths are in units of the page, from its upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The width of the page.
    pub width: f32,
    /// The height of the page.
    pub height: f32,
    /// How many units of the page a unit of the map is, across and down.
    pub scale: Point,
    /// Whether the background is filled.
    pub has_ground: bool,
    /// The map, placed on the page.
    pub scene: Scene,
    /// The legend, placed on the page.
    pub legend: PlacedLegend,
    /// Heading, sources and the name of the app.
    pub texts: Vec<PageText>,
    /// The hairline above the footer.
    pub rule: Option<Line>,
    /// The keys of the nations in the file of the map.
    pub nation_keys: BTreeMap<NationId, String>,
    /// The keys of the ties in the file of the map.
    pub tie_keys: BTreeMap<TieId, String>,
    /// The matrix in place of the lines of a map.
    pub matrix: Option<PlacedMatrix>,
    /// A sentence on what the page has no room for, if anything.
    pub left_out: Option<String>,
}

impl Figure {
    /// The name of a page without a title.
    pub const UNTITLED: &str = "Map";

    /// How much the distances along one axis are stretched against those along the other, from 1 to
    /// [`FigureOptions::MAX_STRETCH`].
    pub fn stretch(&self) -> f32 {
        let (low, high) = (self.scale.x.min(self.scale.y), self.scale.x.max(self.scale.y));
        if low > 0.0 { high / low } else { 1.0 }
    }

    /// All texts that are drawn on the page.
    pub fn all_texts(&self) -> impl Iterator<Item = &str> {
        let labels = self.scene.labels.iter().flat_map(|label| &label.lines);
        let rows = self.legend.rows.iter().map(|row| &row.text);
        let texts = self.texts.iter().flat_map(|text| text.runs.iter().map(|run| &run.text));
        let monograms = self.scene.nations.iter().filter_map(|mark| match &mark.emblem {
            Emblem::Monogram { text, .. } => Some(text),
            _ => None,
        });
        labels.chain(rows).chain(texts).chain(monograms).map(String::as_str)
    }

    /// What the page shows, in a sentence, for readers who can't see it.
    pub fn description(&self) -> String {
        let count = |count: usize, one: &str, many: &str| match count {
            1 => format!("1 {one}"),
            count => format!("{count} {many}"),
        };
        let (what, nations, ties) = match &self.matrix {
            Some(placed) => ("matrix", placed.matrix.len(), placed.tie_names.len()),
            None => ("map", self.scene.nations.len(), self.scene.ties.len()),
        };
        let (nations, ties) = (count(nations, "nation", "nations"), count(ties, "tie", "ties"));
        format!("A {what} of {nations} and {ties}.")
    }
}
