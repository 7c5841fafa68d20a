//! The kinds offered beside a tie that was just drawn: a number or a click chooses another one. The tie is
//! there already, so anything else that is done only closes the list.

use egui::{
    Area, AtomExt as _, Button, Event, Id, Key, Order, Pos2, Rect, RichText, Ui, Vec2, vec2,
};

use crate::edit::Target;
use crate::model::{KindId, TieId};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::{floating_frame, second_ink};
use crate::ui::theme::{ROW, line_preview};

/// How far beside the middle of the tie the list is, in logical pixels.
const BESIDE: Vec2 = vec2(20.0, 12.0);

/// The width of a row.
const WIDTH: f32 = 148.0;
/// The height at the lower edge of the canvas that is left to what is said there.
const ABOVE_EDGE: f32 = 56.0;
/// How many distances from the tie are tried.
const RINGS: u8 = 12;
/// The room for the line of a kind.
const LINE: Vec2 = vec2(24.0, 12.0);

const NUMBERS: [Key; 9] = [
    Key::Num1,
    Key::Num2,
    Key::Num3,
    Key::Num4,
    Key::Num5,
    Key::Num6,
    Key::Num7,
    Key::Num8,
    Key::Num9,
];

/// The list, while it is open.
#[derive(Default)]
pub struct KindPicker {
    tie: Option<TieId>,
    /// Where it was shown last.
    rect: Option<Rect>,
}

impl KindPicker {
    /// Offers the kinds for a tie.
    pub const fn open(&mut self, tie: TieId) {
        self.tie = Some(tie);
        self.rect = None;
    }

    /// Closes the list; returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.rect = None;
        self.tie.take().is_some()
    }

    /// Shows the list until a kind is chosen or something else is done.
    pub fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        state: &State,
        drawn: &DrawnScene,
        out: &mut Vec<Intent>,
    ) {
        let Some(tie) = self.tie else { return };
        let is_there = state.map().ties().get(tie).is_some();
        let is_alone = state.dialog.is_none() && state.only_selected() == Some(Target::Tie(tie));
        if !is_there || !is_alone || (self.rect.is_some() && self.is_left(ui)) {
            self.close();
            return;
        }
        // Its mark comes with the next scene.
        let Some(at) = drawn.position_of(Target::Tie(tie)) else { return };
        let by_key = NUMBERS
            .iter()
            .position(|key| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, *key)));
        let kinds: Vec<KindId> = state.map().kinds().ids().take(NUMBERS.len()).collect();
        let shown = Area::new(Id::new("kind picker"))
            .order(Order::Foreground)
            .fixed_pos(place(viewport, drawn, viewport.screen_from_world(at), kinds.len()))
            .constrain_to(viewport.canvas)
            .show(ui.ctx(), |ui| floating_frame(ui).show(ui, |ui| rows(ui, state, tie)).inner);
        self.rect = Some(shown.response.rect);
        let by_key = by_key.and_then(|number| kinds.get(number).copied());
        if let Some(kind) = by_key.or(shown.inner) {
            out.push(Intent::ChangeNewTie(tie, kind));
            self.close();
        }
    }

    /// Whether a press beside the list, or of a key that chooses nothing, has left it.
    fn is_left(&self, ui: &Ui) -> bool {
        let is_inside = |at| self.rect.is_some_and(|rect| rect.contains(at));
        let leaves = |event: &Event| match event {
            Event::PointerButton { pos, pressed, .. } => *pressed && !is_inside(*pos),
            Event::Key { key, pressed, modifiers, .. } => {
                // Tab reaches the rows; Escape leaves one thing at a time, of which the canvas knows all.
                let is_own = matches!(key, Key::Tab | Key::Enter | Key::Space | Key::Escape);
                *pressed && (modifiers.any() || !(NUMBERS.contains(key) || is_own))
            }
            _ => false,
        };
        ui.input(|input| input.raw.events.iter().any(leaves))
    }
}

/// Where the list covers the fewest nations and names, and of such places the one nearest to the middle of
/// the tie.
fn place(viewport: &Viewport, drawn: &DrawnScene, middle: Pos2, rows: usize) -> Pos2 {
    let size = vec2(WIDTH + 10.0, ROW * rows as f32 + 10.0);
    let canvas = viewport.canvas;
    let room = Rect::from_min_max(canvas.min, canvas.max - vec2(0.0, ABOVE_EDGE));
    let taken = boxes_in_view(viewport, drawn);
    let covered = |rect: &Rect| taken.iter().filter(|taken| taken.intersects(*rect)).count();
    let directions = [(1, 1), (-1, 1), (1, -1), (-1, -1), (1, 0), (-1, 0), (0, 1), (0, -1)];
    let candidates = (1..=RINGS).flat_map(|ring| {
        directions.map(|(x, y)| {
            let half = size / 2.0 + BESIDE * f32::from(ring);
            Rect::from_center_size(middle + vec2(half.x * x as f32, half.y * y as f32), size)
        })
    });
    let best = candidates.filter(|rect| room.contains_rect(*rect)).min_by_key(covered);
    best.map_or(middle + BESIDE, |rect| rect.min)
}

/// The boxes on the screen of the discs and names in view.
fn boxes_in_view(viewport: &Viewport, drawn: &DrawnScene) -> Vec<Rect> {
    let (scene, zoom) = (drawn.scene(), viewport.zoom());
    let discs = scene.nations.iter().filter(|mark| mark.is_drawn()).map(|mark| {
        let half = mark.half_extent() * zoom;
        let center = viewport.screen_from_world(mark.center);
        Rect::from_center_size(center, 2.0 * vec2(half.x, half.y))
    });
    let names = scene.labels.iter().map(|label| {
        let [min, max] = [label.bounds.min, label.bounds.max];
        Rect::from_two_pos(viewport.screen_from_world(min), viewport.screen_from_world(max))
    });
    discs.chain(names).filter(|rect| viewport.canvas.intersects(*rect)).collect()
}

/// A row for each of the first nine kinds; returns the one that was clicked.
fn rows(ui: &mut Ui, state: &State, tie: TieId) -> Option<KindId> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let current = state.map().ties().get(tie).map(|tie| tie.kind);
    let mut clicked = None;
    for ((id, kind), number) in state.map().kinds().iter().zip(1..=NUMBERS.len()) {
        // The line is painted into the room that is left for it.
        let room = RichText::new("");
        let number = RichText::new(number.to_string()).color(second_ink(ui));
        let button =
            Button::selectable(current == Some(id), (room.atom_size(LINE), kind.name.as_str()))
                .right_text(number)
                .min_size(vec2(WIDTH, ROW));
        let response = ui.add(button);
        let at = response.rect.left_center() + vec2(8.0 + LINE.x / 2.0, 0.0);
        line_preview::paint(ui, Rect::from_center_size(at, LINE), kind, None);
        response.widget_info(|| {
            let is_current = current == Some(id);
            egui::WidgetInfo::selected(egui::WidgetType::RadioButton, true, is_current, &kind.name)
        });
        if response.clicked() {
            clicked = Some(id);
        }
    }
    clicked
}
