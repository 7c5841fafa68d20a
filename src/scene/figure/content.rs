//! The content of a page besides the map: heading, legend, sources.

use super::options::FigureOptions;
use crate::model::Map;
use crate::scene::ties::TieWeights;
use crate::scene::{HeadingLines, LegendRow, Options, Palette, Positions, blocs, heading, legend};

/// What is written around the map, as far as the options ask for it.
pub(super) struct PageContent {
    pub(super) palette: Palette,
    pub(super) heading: HeadingLines,
    pub(super) legend: Vec<LegendRow>,
    pub(super) sources: Vec<String>,
    /// Whether the name of the app is shown.
    pub(super) generator: bool,
}

impl PageContent {
    pub(super) fn of(map: &Map, options: &FigureOptions) -> Self {
        let palette = Palette::of(options.theme);
        let heading = options.title.then(|| heading::heading(map));
        let legend = options.legend.then(|| {
            let theme = options.theme;
            let options = Options { theme, ..Options::default() };
            let positions = Positions::of(map);
            let weights = TieWeights::of(map, &positions, &options);
            let options = Options { lines: Some(weights.lines), ..options };
            let blocs = blocs::shown_blocs(map, &positions).len();
            legend::legend_rows(map, &weights, blocs, &options)
        });
        let sources = options.sources.then(|| heading::sources(map));
        Self {
            palette,
            heading: heading.unwrap_or_default(),
            legend: legend.unwrap_or_default(),
            sources: sources.unwrap_or_default(),
            generator: options.generator,
        }
    }
}
