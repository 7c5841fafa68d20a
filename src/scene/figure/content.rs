//! The content of a page besides the map: heading, legend, sources.

use super::joiners_note::{JoinersOfLargest, joiners_of_largest};
use super::marginalia::Foot;
use super::options::{FigureOptions, View};
use super::period::period_in_words;
use super::source_list::listed_sources;
use crate::model::Map;
use crate::scene::blocs::{Cliques, MapBlocs};
use crate::scene::ties::TieWeights;
use crate::scene::{HeadingLines, LegendRow, Options, Palette, Positions, blocs, heading, legend};

/// What is written around the map, as far as the options ask for it.
pub(super) struct PageContent<'a> {
    /// The blocs of the map, which its drafts share.
    pub(super) blocs: MapBlocs<'a>,
    pub(super) palette: Palette,
    pub(super) heading: HeadingLines,
    /// Who joins the two largest blocs that are shown.
    pub(super) joiners: Option<JoinersOfLargest>,
    pub(super) legend: Vec<LegendRow>,
    pub(super) foot: Foot,
}

impl<'a> PageContent<'a> {
    pub(super) fn of(map: &'a Map, options: &FigureOptions) -> Self {
        let found = MapBlocs::of(map);
        let palette = Palette::of(options.theme);
        let heading = options.title.then(|| heading::heading(map));
        let positions = Positions::of(map);
        let is_explained = options.legend && options.view == View::Map;
        let shown =
            if is_explained { blocs::shown_blocs(map, &found, &positions) } else { Vec::new() };
        let legend = options.legend.then(|| {
            let theme = options.theme;
            let options = Options { theme, ..Options::default() };
            let weights = TieWeights::of(map, (&found, &shown), &positions, &options);
            let options = Options { lines: Some(weights.lines), ..options };
            legend::legend_rows(map, &weights, shown.len(), &options)
        });
        let foot = Foot {
            period: if options.sources { period_in_words(map) } else { String::new() },
            sources: if options.sources { listed_sources(map) } else { Vec::new() },
            generator: options.generator,
        };
        Self {
            blocs: found,
            palette,
            joiners: joiners_of_largest(
                map,
                &blocs::described_blocs(map, shown, &Cliques::default()),
            ),
            heading: heading.unwrap_or_default(),
            legend: legend.unwrap_or_default(),
            foot,
        }
    }
}
