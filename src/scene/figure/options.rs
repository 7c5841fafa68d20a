//! The options for a page.

use super::page::Page;
use super::units::UNITS_PER_INCH;
use crate::scene::{MatrixSort, Theme};

/// How a page is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureOptions {
    /// The page; its sides are [`FigureOptions::MIN_SIDE`] to [`FigureOptions::MAX_SIDE`].
    pub page: Page,
    /// The free margin on each side, in units; without one, 5 % of the shorter side. At most a quarter of
    /// that side.
    pub margin: Option<f32>,
    /// Whether the distances between nations may be stretched along one axis, by up to
    /// [`FigureOptions::MAX_STRETCH`], so that the map fills a page of another shape. Nothing else is
    /// stretched.
    pub stretch: bool,
    /// The theme, which gives the colours.
    pub theme: Theme,
    /// Whether the background is filled; otherwise what lies below the picture shows through.
    pub ground: bool,
    /// Whether title, subtitle and date are shown at the top.
    pub title: bool,
    /// Whether there is a legend.
    pub legend: bool,
    /// Whether the sources are listed at the foot.
    pub sources: bool,
    /// Whether the name of the app is shown at the foot.
    pub generator: bool,
    /// Whether the numbers of a tie's sources are shown beside it.
    pub numbers: bool,
    /// What the page shows of a map.
    pub view: View,
    /// What a matrix is sorted by.
    pub order: MatrixSort,
}

/// What a page shows of a map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// Nations where they lie, and lines between them.
    #[default]
    Map,
    /// Nations by nations as a table.
    Matrix,
}

impl View {
    /// Every view.
    pub const ALL: [Self; 2] = [Self::Map, Self::Matrix];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Map => "map",
            Self::Matrix => "matrix",
        }
    }
}

impl FigureOptions {
    /// The minimum width and height; smaller ones are raised to it.
    pub const MIN_SIDE: f32 = 200.0;
    /// The maximum width and height; larger ones are reduced to it.
    pub const MAX_SIDE: f32 = 20_000.0;
    /// The default margin as a fraction of the page's shorter side.
    pub const MARGIN: f32 = 0.05;
    /// The maximum margin as a fraction of the page's shorter side.
    pub const MAX_MARGIN: f32 = 0.25;
    /// The least width of a line: 0.25 pt, the thinnest that a printer is sure to print.
    pub const LEAST_LINE: f32 = 0.25 * UNITS_PER_INCH / 72.0;
    /// The most that the distances along one axis are stretched against those along the other.
    pub const MAX_STRETCH: f32 = 2.0;
}

impl Default for FigureOptions {
    fn default() -> Self {
        Self {
            page: Page::default(),
            margin: None,
            stretch: true,
            theme: Theme::Light,
            ground: true,
            title: true,
            legend: true,
            sources: true,
            generator: true,
            numbers: false,
            view: View::Map,
            order: MatrixSort::Bloc,
        }
    }
}
