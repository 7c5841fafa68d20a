//! The layouts by the names that menus, palette and panel give them.

use super::Action;
use crate::layout::Preset;
use crate::tasks::LayoutKind;

/// The action that lays the map out in this way.
pub const fn action_of(kind: LayoutKind) -> Action {
    match kind {
        LayoutKind::Force => Action::LayOutByForces,
        LayoutKind::Circular => Action::LayOutInCircle,
        LayoutKind::Concentric => Action::LayOutInRings,
        LayoutKind::Layered => Action::LayOutInLayers,
        LayoutKind::Grid => Action::LayOutInGrid,
        LayoutKind::Blocs => Action::LayOutInBlocs,
    }
}

/// The layout that an action makes, if it is one of those.
pub fn kind_of(action: Action) -> Option<LayoutKind> {
    LayoutKind::ALL.into_iter().find(|kind| action_of(*kind) == action)
}

/// What the panel calls it.
pub const fn name(kind: LayoutKind) -> &'static str {
    match kind {
        LayoutKind::Force => "By forces",
        LayoutKind::Circular => "In a circle",
        LayoutKind::Concentric => "In rings",
        LayoutKind::Layered => "In layers",
        LayoutKind::Grid => "In a grid",
        LayoutKind::Blocs => "In blocs",
    }
}

/// What the panel calls the aim of the layout by forces.
pub const fn aim(preset: Preset) -> &'static str {
    match preset {
        Preset::Balanced => "Balanced",
        Preset::Distance => "Distances",
        Preset::Structure => "Structure",
    }
}

/// What that means, without a full stop.
pub const fn meaning(preset: Preset) -> &'static str {
    match preset {
        Preset::Balanced => "Made to be read: room for names and around hubs, few ties cross",
        Preset::Distance => "Distances on the map follow the ways along ties",
        Preset::Structure => "Nations with ties lie together, clusters open up",
    }
}
