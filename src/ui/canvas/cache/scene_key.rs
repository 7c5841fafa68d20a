//! What a scene is built from, and the key that tells whether one is up to date.

use super::shown_positions::ShownPositions;
use crate::model::Map;
use crate::scene::{FreeView, Options, Positions, Theme};
use crate::ui::canvas::viewport::zoom_step::ZoomStep;

/// Everything that decides what a scene looks like.
pub struct SceneInputs<'a> {
    /// The map, or the part of it that is shown.
    pub map: &'a Map,
    /// The revision of this map.
    pub revision: u64,
    /// Where its nations and text notes are shown.
    pub positions: &'a ShownPositions,
    /// The colours.
    pub theme: Theme,
    /// The zoom for which labels are placed.
    pub zoom_step: ZoomStep,
    /// What of the map is seen; the names of its blocs keep clear of what floats above it.
    pub view: Option<FreeView>,
}

/// What a scene was built for. Scenes with equal keys are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SceneKey {
    revision: u64,
    /// The version of the shown positions.
    positions: u64,
    theme: Theme,
    zoom_step: ZoomStep,
    view: Option<FreeView>,
    /// Whether bends and labels were placed with full care.
    is_settled: bool,
}

impl SceneInputs<'_> {
    /// The key of a scene that is built from this.
    pub const fn key(&self) -> SceneKey {
        SceneKey {
            revision: self.revision,
            positions: self.positions.version(),
            theme: self.theme,
            zoom_step: self.zoom_step,
            view: self.view,
            is_settled: self.positions.is_settled(),
        }
    }

    /// The options for building the scene.
    pub fn options(&self) -> Options {
        let text_unit = self.zoom_step.text_unit();
        // Seen from afar a map shows less, not a legend of everything.
        let keys = text_unit <= 1.0;
        let Self { theme, view, .. } = *self;
        Options { theme, text_unit, keys, view, words: false, ..Options::default() }
    }

    /// The positions to draw: as shown, and in rows below for nations that have none yet.
    pub fn scene_positions(&self) -> Positions {
        let fallback = Positions::of(self.map);
        let at = |(index, id)| self.positions.get(id).unwrap_or_else(|| fallback.get(index));
        let notes = self.map.text_notes().iter();
        let notes = notes.map(|(id, note)| self.positions.note(id).unwrap_or(note.position));
        Positions::from_points(self.map.nations().ids().enumerate().map(at)).with_notes(notes)
    }
}

impl SceneKey {
    /// Whether both are for the same map in the same colours.
    pub fn is_same_map(&self, other: &Self) -> bool {
        (self.revision, self.theme) == (other.revision, other.theme)
    }

    /// Whether both are for the same positions.
    pub const fn has_same_positions(&self, other: &Self) -> bool {
        self.positions == other.positions
    }

    /// The version of the shown positions.
    pub const fn positions(&self) -> u64 {
        self.positions
    }

    /// Whether they differ in zoom or view alone.
    pub fn differs_by_view(&self, other: &Self) -> bool {
        let Self { zoom_step, view, .. } = *self;
        self != other && *self == Self { zoom_step, view, ..*other }
    }

    /// What of the map is seen.
    pub const fn view(&self) -> Option<FreeView> {
        self.view
    }

    /// The same for another view at the same zoom.
    #[must_use]
    pub const fn with_view(self, view: Option<FreeView>) -> Self {
        Self { view, ..self }
    }

    /// Whether bends and labels were placed with full care.
    pub const fn is_settled(&self) -> bool {
        self.is_settled
    }

    /// Whether it is for a zoom, with bends and labels placed with full care.
    pub fn is_settled_at(&self, zoom_step: ZoomStep) -> bool {
        self.is_settled && self.zoom_step == zoom_step
    }

    /// The same with other positions.
    #[must_use]
    pub const fn at_positions(self, other: &Self) -> Self {
        Self { positions: other.positions, ..self }
    }

    /// The same after nations were moved without placing bends and labels again.
    #[must_use]
    pub const fn moved_to(self, other: &Self) -> Self {
        Self { positions: other.positions, is_settled: false, ..self }
    }
}
