//! What there is to say of each layout that the menu *Layout* offers.

use egui_phosphor::regular as icon;

use super::Menu;
use super::entries::Row;

pub(in crate::ui) const BY_FORCES: Row = (
    Menu::Layout,
    "Lay out by forces",
    icon::GRAPH,
    "Bring nations as near to each other as their ties are",
    &[],
);

pub(in crate::ui) const IN_CIRCLE: Row = (
    Menu::Layout,
    "Lay out in a circle",
    icon::CIRCLE_DASHED,
    "Put nations on a circle, those with the same first tag side by side",
    &[],
);

pub(in crate::ui) const IN_RINGS: Row = (
    Menu::Layout,
    "Lay out in rings",
    icon::TARGET,
    "Put nations on rings, those with most ties in the middle",
    &[],
);

pub(in crate::ui) const IN_LAYERS: Row = (
    Menu::Layout,
    "Lay out in layers",
    icon::TREE_STRUCTURE,
    "Put nations in layers, so that ties with an arrow lead down",
    &[],
);

pub(in crate::ui) const IN_GRID: Row = (
    Menu::Layout,
    "Lay out in a grid",
    icon::DOTS_NINE,
    "Put nations in rows and columns by name",
    &[],
);

pub(in crate::ui) const IN_BLOCS: Row = (
    Menu::Layout,
    "Lay out in blocs",
    icon::CIRCLES_THREE,
    "Put friends together and rivals apart",
    &[],
);
