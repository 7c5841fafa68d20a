//! Putting the selected nations in order, by the names that menus, palette and panel give it.

use super::Action;
use crate::edit::{self, Arrange, Axis, Command, Line};
use crate::ui::app::App;
use crate::ui::state::{State, in_words};

/// One press turns by so many degrees.
const TURN: f32 = 15.0;
/// One press spreads so many times as far; the opposite takes it back.
const SPREAD: f32 = 1.1;

/// How an action puts nations in order, if it does.
pub const fn arrange_of(action: Action) -> Option<Arrange> {
    Some(match action {
        Action::AlignLeft => Arrange::Align(Line::Left),
        Action::AlignCenter => Arrange::Align(Line::Center),
        Action::AlignRight => Arrange::Align(Line::Right),
        Action::AlignTop => Arrange::Align(Line::Top),
        Action::AlignMiddle => Arrange::Align(Line::Middle),
        Action::AlignBottom => Arrange::Align(Line::Bottom),
        Action::DistributeHorizontally => Arrange::Distribute(Axis::Horizontal),
        Action::DistributeVertically => Arrange::Distribute(Axis::Vertical),
        Action::MirrorLeftRight => Arrange::Mirror(Axis::Horizontal),
        Action::MirrorTopBottom => Arrange::Mirror(Axis::Vertical),
        Action::TurnLeft => Arrange::Turn { degrees: -TURN },
        Action::TurnRight => Arrange::Turn { degrees: TURN },
        Action::Spread => Arrange::Spread { factor: SPREAD },
        Action::DrawTogether => Arrange::Spread { factor: 1.0 / SPREAD },
        _ => return None,
    })
}

/// How many nations it takes at least: the outermost two of a distribution stay.
pub const fn least_nations(how: Arrange) -> usize {
    if matches!(how, Arrange::Distribute(_)) { 3 } else { 2 }
}

/// How many of the selected nations have a place.
pub fn placed_nations(state: &State) -> usize {
    let nations = state.map().nations();
    let placed = |id: &_| nations.get(*id).is_some_and(|nation| nation.position.is_some());
    state.selected_nations().filter(placed).count()
}

/// The step that puts the selected nations in order, with its name; none where nothing would move.
pub fn step(state: &State, how: Arrange) -> Option<(String, Command)> {
    let nations: Vec<_> = state.selected_nations().collect();
    let command = edit::arrange(state.map(), &nations, how)?;
    let (verb, way) = words(how);
    Some((format!("{verb} {}{way}", in_words(nations.len(), 0)), command))
}

/// What is said before and after the nations in the name of a step.
const fn words(how: Arrange) -> (&'static str, &'static str) {
    match how {
        Arrange::Align(Line::Left) => ("Align", " left"),
        Arrange::Align(Line::Center) => ("Align", " by their centre"),
        Arrange::Align(Line::Right) => ("Align", " right"),
        Arrange::Align(Line::Top) => ("Align", " at the top"),
        Arrange::Align(Line::Middle) => ("Align", " by their middle"),
        Arrange::Align(Line::Bottom) => ("Align", " at the bottom"),
        Arrange::Distribute(Axis::Horizontal) => ("Distribute", " horizontally"),
        Arrange::Distribute(Axis::Vertical) => ("Distribute", " vertically"),
        Arrange::Mirror(Axis::Horizontal) => ("Mirror", " left–right"),
        Arrange::Mirror(Axis::Vertical) => ("Mirror", " top–bottom"),
        Arrange::Turn { .. } => ("Turn", ""),
        Arrange::Spread { factor } if factor < 1.0 => ("Draw", " together"),
        Arrange::Spread { .. } => ("Spread", ""),
    }
}

impl App {
    /// Puts the selected nations in the order that an action names.
    pub(in crate::ui) fn arrange_by(&mut self, action: Action) {
        let Some(how) = arrange_of(action) else { return };
        match step(&self.state, how) {
            Some((name, command)) => self.edit(&name, command),
            None => {
                self.toasts.say("Nothing moved: the selected nations lie in that order already");
            }
        }
    }
}
