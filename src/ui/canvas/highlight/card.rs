//! The card beside the mark that the pointer rests on, or that has the keyboard's focus: when it comes,
//! and where it lies. It is never under the pointer and never off the canvas.

use egui::{Area, Id, Order, Pos2, Rect, Ui, Vec2, pos2};

use super::card_content;
use crate::edit::Target;
use crate::model::{NationId, Point};
use crate::scene::LabelOwner;
use crate::scene::index::Neighbors;
use crate::ui::canvas::Canvas;
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::text_mesh::SMALLEST;
use crate::ui::canvas::viewport::camera::Camera;
use crate::ui::state::{State, Tab};

/// How long the pointer, or the focus, rests before the card comes, in seconds.
const REST_S: f64 = 0.4;
/// A hand that rests moves by no more than this, in logical pixels.
const TREMBLE: f32 = 2.0;
/// From the pointer to the card, in logical pixels.
const GAP: f32 = 16.0;
/// From the card to the canvas' edge, in logical pixels.
const EDGE: f32 = 8.0;
/// How large a card is taken to be before it has been shown.
const USUAL_SIZE: Vec2 = Vec2::new(card_content::WIDTH, 160.0);

/// What rests where, and since when.
#[derive(Default)]
pub struct Card {
    rest: Option<Rest>,
    /// The mark that has the keyboard's focus, and since when.
    focused: Option<(Target, f64)>,
}

struct Rest {
    of: Of,
    at: Pos2,
    since_s: f64,
    /// Whether there is anything to say that isn't seen already.
    is_wanted: bool,
    is_shown: bool,
    rect: Option<Rect>,
}

/// While this is the same, the card stays.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Of {
    target: Target,
    camera: Camera,
    drawn: u64,
}

impl Card {
    /// What the card is shown for.
    pub fn target(&self) -> Option<Target> {
        self.rest.as_ref().filter(|rest| rest.is_shown).map(|rest| rest.of.target)
    }

    /// Follows what is pointed at, and where. Returns for how long it must rest until the card comes.
    fn follow(
        &mut self,
        subject: Option<(Of, Pos2)>,
        now_s: f64,
        is_wanted: impl FnOnce(Target) -> bool,
    ) -> Option<f64> {
        let Some((of, at)) = subject else {
            self.rest = None;
            return None;
        };
        let rest = match self.rest.take() {
            Some(rest) if rest.of == of => rest,
            _ => Rest {
                of,
                at,
                since_s: now_s,
                is_wanted: is_wanted(of.target),
                is_shown: false,
                rect: None,
            },
        };
        let rest = self.rest.insert(rest);
        let moves = !rest.is_shown && rest.at.distance(at) > TREMBLE;
        let is_reached = rest.rect.is_some_and(|rect| rect.expand(GAP / 2.0).contains(at));
        if moves {
            rest.since_s = now_s;
        }
        if moves || is_reached {
            rest.at = at;
        }
        let remaining_s = REST_S - (now_s - rest.since_s);
        rest.is_shown |= rest.is_wanted && remaining_s <= 0.0;
        (rest.is_wanted && !rest.is_shown).then_some(remaining_s)
    }
}

impl Canvas {
    /// Sees whether a card is due; asks for a frame at that time if not yet.
    pub(in crate::ui::canvas) fn wait_for_card(
        &mut self,
        ui: &Ui,
        canvas: Rect,
        state: &State,
        now_s: f64,
    ) {
        let before = self.card.focused.map(|(target, _)| target);
        if before != self.focused {
            self.card.focused = self.focused.map(|target| (target, now_s));
        }
        let subject = self.card_subject(ui, canvas, state, now_s);
        let (drawn, camera) = (self.drawn.as_ref(), &self.camera);
        let is_wanted = |target: Target| match target {
            Target::Nation(id) => drawn.is_some_and(|p| !is_read(p, camera, canvas, id)),
            Target::Tie(_) => true,
        };
        if let Some(remaining_s) = self.card.follow(subject, now_s, is_wanted) {
            ui.ctx().request_repaint_after_secs(remaining_s as f32);
        }
    }

    /// The mark that a card would be of, and where it would lie: what was last turned to, with the pointer
    /// or with the keyboard.
    fn card_subject(&self, ui: &Ui, canvas: Rect, state: &State, now_s: f64) -> Option<(Of, Pos2)> {
        let drawn = self.drawn.as_ref().filter(|drawn| drawn.is_settled())?;
        let pointer = ui.input(|input| input.pointer.clone());
        let is_busy = self.gesture.is_some() || self.linking.is_some() || self.rename.is_some();
        if is_busy
            || pointer.any_down()
            || state.dialog.is_some()
            || egui::Popup::is_any_open(ui.ctx())
        {
            return None;
        }
        let moved_s = now_s - f64::from(pointer.time_since_last_movement());
        let pointed = self.hovered.zip(pointer.latest_pos());
        let focused = self.card.focused.and_then(|(target, since_s)| {
            let at = self.camera.screen_from_world(canvas, self.place_of(target)?);
            (pointed.is_none() || since_s > moved_s).then_some((target, at))
        });
        let (target, at) = focused.or(pointed)?;
        let panel_says_it = state.settings.panel_open
            && state.tab == Tab::Selection
            && state.only_selected() == Some(target);
        let of = Of { target, camera: self.camera, drawn: drawn.version };
        (!panel_says_it && canvas.contains(at)).then_some((of, at))
    }

    /// Shows the card that is due.
    pub(in crate::ui::canvas) fn show_card(&mut self, ui: &Ui, canvas: Rect, state: &State) {
        let Some(drawn) = &self.drawn else { return };
        let Some(rest) = self.card.rest.as_mut().filter(|rest| rest.is_shown) else { return };
        let target = rest.of.target;
        let size = rest.rect.map_or(USUAL_SIZE, |rect| rect.size());
        let corner = |point| self.camera.screen_from_world(canvas, point);
        let ends: Vec<Pos2> = ends(drawn, target).into_iter().map(corner).collect();
        let crowd = |card: Rect| {
            let covered = self.camera.world_rect_from_screen(canvas, card);
            let near = drawn.index().nations_in(&covered);
            let marks = near.iter().filter_map(|place| drawn.scene.nations.get(*place as usize));
            marks.filter(|mark| mark.bounds().intersects(&covered)).count()
        };
        let Some(at) = place(canvas, rest.at, size, &ends, &crowd) else { return };
        let area = Area::new(Id::new(("card", target)))
            .order(Order::Tooltip)
            .interactable(false)
            .fade_in(state.settings.motion)
            .fixed_pos(at)
            .constrain_to(canvas)
            .show(ui.ctx(), |ui| match target {
                Target::Tie(id) => card_content::tie(ui, state.map(), id),
                Target::Nation(id) => {
                    let ties =
                        drawn.lookup.nation(id).map(|place| drawn.adjacency().ties_of(place));
                    card_content::nation(ui, state.map(), id, ties.map_or(0, <[u32]>::len));
                }
            });
        rest.rect = Some(area.response.rect);
    }
}

/// Whether the name of a nation is there to be read: set, large enough, and not cut by the canvas' edge.
fn is_read(drawn: &DrawnScene, camera: &Camera, canvas: Rect, id: NationId) -> bool {
    let owner = LabelOwner::Nation(id);
    let is_hull = drawn.nation(id).is_none_or(|mark| !mark.is_drawn());
    let is_seen = |label: &crate::scene::Label| {
        let corner = |point| camera.screen_from_world(canvas, point);
        let bounds = Rect::from_min_max(corner(label.bounds.min), corner(label.bounds.max));
        label.size * camera.zoom >= SMALLEST && canvas.contains_rect(bounds)
    };
    is_hull || drawn.scene.labels.iter().find(|label| label.owner == owner).is_some_and(is_seen)
}

/// What the card of a mark shall leave to be seen: where a tie ends.
fn ends(drawn: &DrawnScene, target: Target) -> Vec<Point> {
    let tie = target.tie().and_then(|id| drawn.lookup.tie(id));
    let near = tie.map(|place| Neighbors::of_tie(&drawn.scene, place)).unwrap_or_default();
    let nation = |place: usize| drawn.scene.nations.get(place).map(|mark| mark.center);
    near.nations.into_iter().filter_map(nation).collect()
}

/// Where a card of a size lies beside a point: below and to the right of it, or at another corner, or
/// at a side, wherever it covers the fewest of some points, and then the smallest crowd; none where the
/// canvas is too small.
fn place(
    canvas: Rect,
    around: Pos2,
    size: Vec2,
    points: &[Pos2],
    crowd: &dyn Fn(Rect) -> usize,
) -> Option<Pos2> {
    let free = canvas.shrink(EDGE);
    let (right, left) = (around.x + GAP, around.x - GAP - size.x);
    let (below, above) = (around.y + GAP, around.y - GAP - size.y);
    let along = |at: f32, from: f32, to: f32| at.min(to).max(from);
    let beside = along(around.y - size.y / 2.0, free.min.y, free.max.y - size.y);
    let over = along(around.x - size.x / 2.0, free.min.x, free.max.x - size.x);
    let places = [
        pos2(right, below),
        pos2(left, below),
        pos2(right, above),
        pos2(left, above),
        pos2(right, beside),
        pos2(left, beside),
        pos2(over, below),
        pos2(over, above),
    ];
    let card = |at: &Pos2| Rect::from_min_size(*at, size);
    let covered = |at: &Pos2| {
        let wide = card(at).expand(GAP);
        (points.iter().filter(|point| wide.contains(**point)).count(), crowd(card(at)))
    };
    places.into_iter().filter(|at| free.contains_rect(card(at))).min_by_key(covered)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::pact;

    const CANVAS: Rect = Rect { min: pos2(0.0, 36.0), max: pos2(960.0, 776.0) };

    fn of(target: Target) -> Of {
        Of { target, camera: Camera::default(), drawn: 1 }
    }

    #[test]
    fn a_card_keeps_off_the_pointer_and_on_the_canvas() {
        let size = Vec2::new(280.0, 220.0);
        for x in 0..=32u16 {
            for y in 0..=24u16 {
                let hand = CANVAS.min
                    + CANVAS.size() * Vec2::new(f32::from(x) / 32.0, f32::from(y) / 24.0);
                let at = place(CANVAS, hand, size, &[], &|_| 0).expect("there is room");
                let card = Rect::from_min_size(at, size);
                assert!(CANVAS.contains_rect(card), "{hand:?}");
                assert!(!card.expand(GAP / 2.0).contains(hand), "{hand:?}");
            }
        }
        assert_eq!(place(CANVAS, CANVAS.center(), Vec2::new(700.0, 500.0), &[], &|_| 0), None);
        let hand = CANVAS.center();
        let end = [hand + Vec2::new(90.0, 90.0)];
        let at = place(CANVAS, hand, size, &end, &|_| 0).expect("room");
        assert!(at.x < hand.x, "the end of the tie is seen");
        let crowd = |card: Rect| usize::from(card.max.y > hand.y);
        let at = place(CANVAS, hand, size, &end, &crowd).expect("room");
        assert!(at.y + size.y < hand.y, "and so are the nations below");
    }

    #[test]
    fn a_card_comes_after_a_rest_and_stays_while_the_hand_is_on_its_mark() {
        let mut card = Card::default();
        let (tie, all) = (of(Target::Tie(pact())), |_: Target| true);
        let hand = pos2(300.0, 300.0);
        assert_eq!(card.follow(Some((tie, hand)), 1.0, all), Some(REST_S));
        let wait = card.follow(Some((tie, hand + Vec2::new(9.0, 0.0))), 1.3, all);
        assert_eq!(wait, Some(REST_S), "it has moved");
        let hand = hand + Vec2::new(9.5, 0.0);
        assert!(card.follow(Some((tie, hand)), 1.6, all).is_some());
        assert_eq!(card.target(), None);
        assert_eq!(card.follow(Some((tie, hand)), 1.71, all), None);
        assert_eq!(card.target(), Some(Target::Tie(pact())));
        card.follow(Some((tie, hand + Vec2::new(0.0, 40.0))), 1.8, all);
        assert!(card.target().is_some());
        let nearer = Of { camera: Camera { zoom: 2.0, ..Camera::default() }, ..tie };
        card.follow(Some((nearer, hand)), 1.9, all);
        assert_eq!(card.target(), None, "what is seen has moved");
        assert_eq!(card.follow(Some((tie, hand)), 2.0, |_| false), None, "nothing to wait for");
        assert_eq!(card.follow(None, 2.1, all), None);
    }
}
