//! Ties that are drawn as one under the pointer: what they are, and a click that selects them, which shows each by
//! itself.

use std::collections::BTreeSet;

use egui::{Pos2, Response};

use super::hit_test::InputContext;
use crate::edit::Target;
use crate::scene::TieGroupMark;
use crate::ui::state::Tool;

/// How far off a line still counts as on it, in logical pixels.
const TOLERANCE: f32 = 4.0;

/// The ties that are drawn as one at a point of the screen, unless something else lies there.
fn group_at<'a>(context: &InputContext<'a>, pointer: Pos2) -> Option<&'a TieGroupMark> {
    let groups = &context.drawn?.scene().tie_groups;
    if groups.is_empty() || context.target_at(pointer).is_some() {
        return None;
    }
    let point = context.viewport.world_from_screen(pointer);
    let slack = TOLERANCE / context.viewport.zoom();
    // Of several at a point the topmost, which is drawn last.
    groups.iter().rev().find(|mark| mark.distance_to(point) <= slack)
}

/// What a click there selects: all ties that are drawn as one.
pub fn targets_at(context: &InputContext<'_>, pointer: Pos2) -> BTreeSet<Target> {
    let ties = group_at(context, pointer).map_or(&[][..], |mark| &mark.ties);
    let id = |tie: &usize| context.drawn?.scene().ties.get(*tie).map(|mark| Target::Tie(mark.id));
    ties.iter().filter_map(id).filter(|target| context.state.shows(*target)).collect()
}

/// Says what the ties under the pointer are.
pub fn show_tip(response: &Response, context: &InputContext<'_>, is_busy: bool) {
    let pointer = response.hover_pos().filter(|_| !is_busy && context.state.tool != Tool::Nation);
    let Some(mark) = pointer.and_then(|pointer| group_at(context, pointer)) else { return };
    let words = format!("{}\nA click selects them and shows each.", mark.name);
    response.clone().on_hover_text_at_pointer(words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Point;
    use crate::scene::{Curve, Emphasis, Pattern};

    #[test]
    fn a_line_is_hit_as_far_as_it_is_wide() {
        let mark = TieGroupMark {
            ties: vec![0, 1],
            name: String::new(),
            curves: vec![Curve::line(Point::new(0.0, 0.0), Point::new(100.0, 0.0))],
            forks: Vec::new(),
            trunks: Vec::new(),
            has_straight_dashes: true,
            emphasis: Emphasis::Usual,
            color: crate::model::Color::default(),
            width: 8.0,
            pattern: Pattern::default(),
            arrow: None,
            strike: None,
        };
        assert_eq!(mark.distance_to(Point::new(50.0, 3.0)), 0.0);
        assert_eq!(mark.distance_to(Point::new(50.0, 10.0)), 6.0);
    }
}
