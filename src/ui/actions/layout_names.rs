//! The layouts: their actions, and the names that the side panel gives them.

use super::{Action, Effect};
use crate::layout::Preset;
use crate::tasks::LayoutKind;

/// The action that lays the map out in this way; each way has one.
pub fn layout_action(kind: LayoutKind) -> Action {
    let lays_out = |action: &Action| matches!(action.effect(), Effect::LayOut(of) if of == kind);
    Action::ALL.into_iter().find(lays_out).unwrap_or(Action::RunLayout)
}

/// What the panel calls a layout.
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

/// What the panel calls an aim of the layout by forces.
pub const fn aim(preset: Preset) -> &'static str {
    match preset {
        Preset::Balanced => "Balanced",
        Preset::Distance => "Distances",
        Preset::Structure => "Structure",
    }
}

/// What an aim means, without a full stop.
pub const fn meaning(preset: Preset) -> &'static str {
    match preset {
        Preset::Balanced => "Made to be read: room for names and around hubs, few ties cross",
        Preset::Distance => "Distances on the map follow the ways along ties",
        Preset::Structure => "Nations with ties lie together, clusters open up",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_layout_has_an_action() {
        for kind in LayoutKind::ALL {
            assert_ne!(layout_action(kind), Action::RunLayout, "{kind:?}");
        }
    }
}
