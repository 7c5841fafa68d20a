//! The card beside a mark on which the pointer rests, or that has the keyboard's focus. It appears after a
//! dwell time; a frame is requested for that moment, but none before or after.

use egui::{Area, Id, Order, Pos2, Rect, Ui, Vec2};

use super::card_content;
use super::card_placement::{GAP, place};
use crate::edit::Target;
use crate::model::{NationId, Point};
use crate::scene::index::Neighbours;
use crate::scene::{Label, LabelOwner};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::text_mesh::SMALLEST;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::canvas::viewport::camera::Camera;
use crate::ui::state::{State, Tab};

/// How long the pointer or the focus rests before the card appears, in seconds.
pub const DWELL_S: f64 = 0.4;
/// A pointer that moves by no more than this rests, in logical pixels.
const TREMBLE: f32 = 2.0;
/// The size that a card is taken to have before it has been shown.
const USUAL_SIZE: Vec2 = Vec2::new(card_content::WIDTH, 160.0);

/// The card, and what it waits for.
#[derive(Default)]
pub struct Card {
    dwell: Option<Dwell>,
    /// The mark that has the keyboard's focus, and since when.
    focused: Option<(Target, f64)>,
}

/// What a card may be shown for in a frame.
pub struct CardContext<'a> {
    /// The document.
    pub state: &'a State,
    /// What is drawn.
    pub drawn: Option<&'a DrawnScene>,
    /// The part of the map that is seen.
    pub viewport: Viewport,
    /// The mark under the pointer.
    pub hovered: Option<Target>,
    /// The mark that has the keyboard's focus.
    pub focused: Option<Target>,
    /// Whether something else is going on: a drag, a new tie, renaming.
    pub is_busy: bool,
}

/// The pointer or the focus on a mark, since it came there.
struct Dwell {
    key: CardKey,
    at: Pos2,
    since_s: f64,
    /// Whether the card would say anything that can't be seen already.
    is_wanted: bool,
    is_shown: bool,
    rect: Option<Rect>,
}

/// While this stays the same, so does the card.
#[derive(Clone, Copy, Debug, PartialEq)]
struct CardKey {
    target: Target,
    camera: Camera,
    scene_version: u64,
}

impl Card {
    /// The mark whose card is shown.
    pub fn target(&self) -> Option<Target> {
        self.dwell.as_ref().filter(|dwell| dwell.is_shown).map(|dwell| dwell.key.target)
    }

    /// Decides whether a card is due; if not yet, requests a frame for the time when it is.
    pub fn update(&mut self, ui: &Ui, context: &CardContext<'_>, now_s: f64) {
        let before = self.focused.map(|(target, _)| target);
        if before != context.focused {
            self.focused = context.focused.map(|target| (target, now_s));
        }
        let subject = self.subject(ui, context, now_s);
        let is_wanted = |target: Target| match target {
            Target::Nation(id) => {
                context.drawn.is_some_and(|drawn| !is_name_readable(drawn, &context.viewport, id))
            }
            Target::Tie(_) => true,
            Target::Note(id) => {
                let is_small = |note: &Label| note.size * context.viewport.zoom() < SMALLEST;
                context.drawn.and_then(|drawn| drawn.note(id)).is_some_and(is_small)
            }
        };
        if let Some(remaining_s) = self.follow(subject, now_s, is_wanted) {
            ui.ctx().request_repaint_after_secs(remaining_s as f32);
        }
    }

    /// The mark that a card would be for, and where: the one last turned to, by pointer or by keyboard.
    fn subject(&self, ui: &Ui, context: &CardContext<'_>, now_s: f64) -> Option<(CardKey, Pos2)> {
        let drawn = context.drawn.filter(|drawn| drawn.is_settled())?;
        let state = context.state;
        let pointer = ui.input(|input| input.pointer.clone());
        if context.is_busy
            || pointer.any_down()
            || state.dialog.is_some()
            || egui::Popup::is_any_open(ui.ctx())
        {
            return None;
        }
        let moved_s = now_s - f64::from(pointer.time_since_last_movement());
        let pointed = context.hovered.zip(pointer.latest_pos());
        let focused = self.focused.and_then(|(target, since_s)| {
            let at = context.viewport.screen_from_world(drawn.position_of(target)?);
            (pointed.is_none() || since_s > moved_s).then_some((target, at))
        });
        let (target, at) = focused.or(pointed)?;
        let is_in_panel = state.settings.panel_open
            && state.tab == Tab::Selection
            && state.only_selected() == Some(target);
        let (camera, scene_version) = (context.viewport.camera, drawn.version());
        let key = CardKey { target, camera, scene_version };
        (!is_in_panel && context.viewport.canvas.contains(at)).then_some((key, at))
    }

    /// Follows the mark pointed at. Returns how long the pointer must still rest until the card appears.
    fn follow(
        &mut self,
        subject: Option<(CardKey, Pos2)>,
        now_s: f64,
        is_wanted: impl FnOnce(Target) -> bool,
    ) -> Option<f64> {
        let Some((key, at)) = subject else {
            self.dwell = None;
            return None;
        };
        let dwell = match self.dwell.take() {
            Some(dwell) if dwell.key == key => dwell,
            _ => Dwell {
                key,
                at,
                since_s: now_s,
                is_wanted: is_wanted(key.target),
                is_shown: false,
                rect: None,
            },
        };
        let dwell = self.dwell.insert(dwell);
        let moves = !dwell.is_shown && dwell.at.distance(at) > TREMBLE;
        let is_reached = dwell.rect.is_some_and(|rect| rect.expand(GAP / 2.0).contains(at));
        if moves {
            dwell.since_s = now_s;
        }
        if moves || is_reached {
            dwell.at = at;
        }
        let remaining_s = DWELL_S - (now_s - dwell.since_s);
        dwell.is_shown |= dwell.is_wanted && remaining_s <= 0.0;
        (dwell.is_wanted && !dwell.is_shown).then_some(remaining_s)
    }

    /// Shows the card that is due.
    pub fn show(&mut self, ui: &Ui, state: &State, drawn: &DrawnScene, viewport: Viewport) {
        let Some(dwell) = self.dwell.as_mut().filter(|dwell| dwell.is_shown) else { return };
        let target = dwell.key.target;
        let size = dwell.rect.map_or(USUAL_SIZE, |rect| rect.size());
        let ends = ends(drawn, target).into_iter();
        let ends: Vec<Pos2> = ends.map(|point| viewport.screen_from_world(point)).collect();
        let crowd = |card: Rect| {
            let covered = viewport.world_in(card);
            let near = drawn.index().nations_in(&covered);
            let marks = near.iter().filter_map(|index| drawn.scene().nations.get(*index as usize));
            marks.filter(|mark| mark.bounds().intersects(&covered)).count()
        };
        let Some(at) = place(viewport.canvas, dwell.at, size, &ends, &crowd) else { return };
        let area = Area::new(Id::new(("card", target)))
            .order(Order::Tooltip)
            .interactable(false)
            .fade_in(state.settings.motion)
            .fixed_pos(at)
            .constrain_to(viewport.canvas)
            .show(ui.ctx(), |ui| match target {
                Target::Note(id) => card_content::note(ui, drawn.note(id)),
                Target::Tie(id) => card_content::tie(ui, state.map(), id),
                Target::Nation(id) => {
                    let index = drawn.lookup().nation(id);
                    let ties = index.map(|index| drawn.adjacency().ties_of(index));
                    card_content::nation(ui, state.map(), id, ties.map_or(0, <[u32]>::len));
                }
            });
        dwell.rect = Some(area.response.rect);
    }
}

/// Whether the name of a nation can be read: it is set, large enough, and not cut by the canvas' edge.
fn is_name_readable(drawn: &DrawnScene, viewport: &Viewport, id: NationId) -> bool {
    let owner = LabelOwner::Nation(id);
    let is_hull = drawn.nation(id).is_none_or(|mark| !mark.is_drawn());
    let is_readable = |label: &Label| {
        let corner = |point| viewport.screen_from_world(point);
        let bounds = Rect::from_min_max(corner(label.bounds.min), corner(label.bounds.max));
        label.size * viewport.zoom() >= SMALLEST && viewport.canvas.contains_rect(bounds)
    };
    let mut labels = drawn.scene().labels.iter();
    is_hull || labels.find(|label| label.owner == owner).is_some_and(is_readable)
}

/// The points that the card of a mark should leave uncovered: the ends of a tie.
fn ends(drawn: &DrawnScene, target: Target) -> Vec<Point> {
    let tie = target.tie().and_then(|id| drawn.lookup().tie(id));
    let near = tie.map(|index| Neighbours::of_tie(drawn.scene(), index)).unwrap_or_default();
    let nation = |index: usize| drawn.scene().nations.get(index).map(|mark| mark.center);
    near.nations.into_iter().filter_map(nation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::pact;
    use egui::pos2;

    fn key(target: Target) -> CardKey {
        CardKey { target, camera: Camera::default(), scene_version: 1 }
    }

    #[test]
    fn a_card_comes_after_a_rest_and_stays_while_the_pointer_is_on_its_mark() {
        let mut card = Card::default();
        let (tie, all) = (key(Target::Tie(pact())), |_: Target| true);
        let pointer = pos2(300.0, 300.0);
        assert_eq!(card.follow(Some((tie, pointer)), 1.0, all), Some(DWELL_S));
        let wait = card.follow(Some((tie, pointer + Vec2::new(9.0, 0.0))), 1.3, all);
        assert_eq!(wait, Some(DWELL_S), "it has moved");
        let pointer = pointer + Vec2::new(9.5, 0.0);
        assert!(card.follow(Some((tie, pointer)), 1.6, all).is_some());
        assert_eq!(card.target(), None);
        assert_eq!(card.follow(Some((tie, pointer)), 1.71, all), None);
        assert_eq!(card.target(), Some(Target::Tie(pact())));
        card.follow(Some((tie, pointer + Vec2::new(0.0, 40.0))), 1.8, all);
        assert!(card.target().is_some());
        let nearer = CardKey { camera: Camera { zoom: 2.0, ..Camera::default() }, ..tie };
        card.follow(Some((nearer, pointer)), 1.9, all);
        assert_eq!(card.target(), None, "what is seen has moved");
        assert_eq!(card.follow(Some((tie, pointer)), 2.0, |_| false), None, "nothing to wait for");
        assert_eq!(card.follow(None, 2.1, all), None);
    }
}
