//! The card beside a cell or a name on which the pointer rests.

use egui::{Area, Id, Label, Order, Pos2, Rect, Ui, Vec2};

use super::viewport::Spot;
use crate::scene::Matrix;
use crate::ui::canvas::accessibility::tie_description;
use crate::ui::canvas::highlight::card::DWELL_S;
use crate::ui::canvas::highlight::{card_content, card_placement};
use crate::ui::state::State;
use crate::ui::theme::widgets::{caption, floating_frame};

/// The most ties of a cell whose cards are shown; of some more there is a line each, and the others are counted.
const MOST_CARDS: usize = 3;
const MOST_LINES: usize = 9;

/// The spot under the pointer, and since when.
#[derive(Default)]
pub struct TableCard {
    dwell: Option<(Spot, f64)>,
    size: Option<Vec2>,
}

impl TableCard {
    /// Shows the card of a spot once the pointer has rested there; requests a frame for that time.
    pub fn show(
        &mut self,
        ui: &Ui,
        (state, matrix): (&State, &Matrix),
        canvas: Rect,
        pointed: Option<(Spot, Pos2)>,
    ) {
        let is_busy = state.dialog.is_some()
            || ui.input(|input| input.pointer.any_down())
            || egui::Popup::is_any_open(ui.ctx());
        let Some((spot, at)) = pointed.filter(|_| !is_busy) else {
            self.dwell = None;
            return;
        };
        let has_content = match spot {
            Spot::Cell(row, column) => matrix.cell(row, column).is_some(),
            Spot::Row(_) | Spot::Column(_) => true,
        };
        let now_s = ui.input(|input| input.time);
        let since_s = match self.dwell {
            Some((before, since_s)) if before == spot => since_s,
            _ => {
                self.size = None;
                now_s
            }
        };
        self.dwell = Some((spot, since_s));
        if !has_content {
            return;
        }
        let remaining_s = DWELL_S - (now_s - since_s);
        if remaining_s > 0.0 {
            ui.ctx().request_repaint_after_secs(remaining_s as f32);
            return;
        }
        let size = self.size.unwrap_or(Vec2::new(card_content::WIDTH, 160.0));
        let place = card_placement::place(canvas, at, size, &[], &|_: Rect| 0);
        let Some(place) = place else { return };
        let shown = Area::new(Id::new("matrix card"))
            .order(Order::Tooltip)
            .interactable(false)
            .fade_in(false)
            .fixed_pos(place)
            .constrain_to(canvas)
            .show(ui.ctx(), |ui| content(ui, state, matrix, spot));
        let size = shown.response.rect.size();
        if self.size.replace(size) != Some(size) {
            ui.ctx().request_repaint();
        }
    }
}

fn content(ui: &mut Ui, state: &State, matrix: &Matrix, spot: Spot) {
    let map = state.map();
    match spot {
        Spot::Row(place) | Spot::Column(place) => {
            let Some(id) = matrix.nations.get(place) else { return };
            let ties = matrix.row(place).iter().map(|cell| matrix.ties(cell).count()).sum();
            card_content::nation(ui, map, *id, ties);
        }
        Spot::Cell(row, column) => {
            let Some(cell) = matrix.cell(row, column) else { return };
            for id in matrix.ties(cell).take(MOST_CARDS) {
                card_content::tie(ui, map, id);
            }
            let others = matrix.ties(cell).skip(MOST_CARDS);
            let mut words: Vec<String> =
                others.take(MOST_LINES).map(|id| tie_description(map, id)).collect();
            let uncounted = matrix.ties(cell).count().saturating_sub(MOST_CARDS + MOST_LINES);
            if uncounted > 0 {
                words.push(format!("and {uncounted} more ties"));
            }
            words.extend(memberships(state, matrix, row, column));
            for words in words {
                floating_frame(ui).show(ui, |ui| {
                    ui.add(Label::new(caption(ui, words)).selectable(false));
                });
            }
        }
    }
}

/// The memberships of a cell, in words.
pub fn memberships(state: &State, matrix: &Matrix, row: usize, column: usize) -> Vec<String> {
    use crate::model::End;
    use crate::scene::PartOf;
    let Some(cell) = matrix.cell(row, column) else { return Vec::new() };
    let name = |id| state.map().end_name(End::Nation(id));
    let words = |part: &crate::scene::CellPart| match part.of {
        PartOf::Membership { member, organisation } => {
            Some(format!("{} is a member of {}", name(member), name(organisation)))
        }
        PartOf::Tie(_) => None,
    };
    matrix.parts(cell).iter().filter_map(words).collect()
}
