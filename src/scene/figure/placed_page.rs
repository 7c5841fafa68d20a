//! A page whose parts are placed.

use super::marginalia::Marginalia;
use crate::model::Point;
use crate::scene::{PlacedLegend, Scene};

/// A page with the map, the legend, and what is written around them.
pub(super) struct PlacedPage {
    /// Width and height of the page.
    pub(super) size: Point,
    pub(super) scene: Scene,
    /// The scales of the map along both axes.
    pub(super) scale: Point,
    pub(super) legend: PlacedLegend,
    pub(super) marginalia: Marginalia,
}
