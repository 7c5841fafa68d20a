//! What there is to say of each action of the menu *Arrange*.

use egui::Key;
use egui_phosphor::regular as icon;

use super::Menu;
use super::entries::{Row, key, shift};

pub(in crate::ui) const ALIGN_LEFT: Row = (
    Menu::Arrange,
    "Align left",
    icon::ALIGN_LEFT,
    "Bring the selected nations in line with the leftmost",
    &[],
);
pub(in crate::ui) const ALIGN_CENTER: Row = (
    Menu::Arrange,
    "Align centre",
    icon::ALIGN_CENTER_HORIZONTAL,
    "Bring the selected nations onto an upright line in their middle",
    &[],
);
pub(in crate::ui) const ALIGN_RIGHT: Row = (
    Menu::Arrange,
    "Align right",
    icon::ALIGN_RIGHT,
    "Bring the selected nations in line with the rightmost",
    &[],
);
pub(in crate::ui) const ALIGN_TOP: Row = (
    Menu::Arrange,
    "Align top",
    icon::ALIGN_TOP,
    "Bring the selected nations in line with the topmost",
    &[],
);
pub(in crate::ui) const ALIGN_MIDDLE: Row = (
    Menu::Arrange,
    "Align middle",
    icon::ALIGN_CENTER_VERTICAL,
    "Bring the selected nations onto a level line in their middle",
    &[],
);
pub(in crate::ui) const ALIGN_BOTTOM: Row = (
    Menu::Arrange,
    "Align bottom",
    icon::ALIGN_BOTTOM,
    "Bring the selected nations in line with the lowest",
    &[],
);
pub(in crate::ui) const DISTRIBUTE_HORIZONTALLY: Row = (
    Menu::Arrange,
    "Distribute horizontally",
    icon::DOTS_THREE_OUTLINE,
    "Make the gaps between the selected nations equal from left to right",
    &[],
);
pub(in crate::ui) const DISTRIBUTE_VERTICALLY: Row = (
    Menu::Arrange,
    "Distribute vertically",
    icon::DOTS_THREE_OUTLINE_VERTICAL,
    "Make the gaps between the selected nations equal from top to bottom",
    &[],
);
pub(in crate::ui) const MIRROR_LEFT_RIGHT: Row = (
    Menu::Arrange,
    "Mirror left–right",
    icon::FLIP_HORIZONTAL,
    "Put what is left of the selected nations to the right",
    &[],
);
pub(in crate::ui) const MIRROR_TOP_BOTTOM: Row = (
    Menu::Arrange,
    "Mirror top–bottom",
    icon::FLIP_VERTICAL,
    "Put what is on top of the selected nations to the bottom",
    &[],
);
pub(in crate::ui) const TURN_LEFT: Row = (
    Menu::Arrange,
    "Turn left by 15°",
    icon::ARROW_ARC_LEFT,
    "Turn the selected nations about their middle, against the clock",
    &[shift(Key::R)],
);
pub(in crate::ui) const TURN_RIGHT: Row = (
    Menu::Arrange,
    "Turn right by 15°",
    icon::ARROW_ARC_RIGHT,
    "Turn the selected nations about their middle, with the clock",
    &[key(Key::R)],
);
pub(in crate::ui) const SPREAD: Row = (
    Menu::Arrange,
    "Spread by 10 %",
    icon::ARROWS_OUT_SIMPLE,
    "Move the selected nations away from their middle",
    &[],
);
pub(in crate::ui) const DRAW_TOGETHER: Row = (
    Menu::Arrange,
    "Draw together by 10 %",
    icon::ARROWS_IN_SIMPLE,
    "Move the selected nations towards their middle; takes back a spread",
    &[],
);
pub(in crate::ui) const LAY_OUT_SELECTION: Row = (
    Menu::Arrange,
    "Lay out selection",
    icon::GRAPH,
    "Lay out the selected nations alone, where they are, in the way last chosen; the rest stays",
    &[shift(Key::L)],
);
