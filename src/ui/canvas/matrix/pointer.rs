//! What the pointer does on the table: it selects, draws ties, pans, and opens menus.

use std::collections::BTreeSet;

use egui::{CursorIcon, PointerButton, Response, Ui, Vec2};

use super::viewport::{Spot, TableViewport};
use crate::edit::Target;
use crate::model::{End, NationId};
use crate::scene::Matrix;
use crate::ui::actions::Action;
use crate::ui::canvas::input::context_menu;
use crate::ui::intent::Intent;
use crate::ui::state::{State, Tool};

/// What the context menu was opened on.
#[derive(Default)]
pub struct TablePointer {
    opened_on: Option<Option<Spot>>,
}

/// What a spot of a matrix stands for.
pub fn targets_at(matrix: &Matrix, spot: Spot) -> Vec<Target> {
    match spot {
        Spot::Row(place) | Spot::Column(place) => {
            matrix.nations.get(place).map(|id| Target::Nation(*id)).into_iter().collect()
        }
        Spot::Cell(row, column) => {
            let cell = matrix.cell(row, column);
            cell.map_or_else(Vec::new, |cell| matrix.ties(cell).map(Target::Tie).collect())
        }
    }
}

/// The nations of the row and the column of a cell.
pub fn ends_at(matrix: &Matrix, spot: Spot) -> Option<(NationId, NationId)> {
    let Spot::Cell(row, column) = spot else { return None };
    Some((*matrix.nations.get(row)?, *matrix.nations.get(column)?))
}

/// Selects what a spot stands for, or nothing; with Shift or Ctrl it is added or taken away.
pub fn choose(matrix: &Matrix, spot: Option<Spot>, adds: bool, out: &mut Vec<Intent>) {
    let targets = spot.map(|spot| targets_at(matrix, spot)).unwrap_or_default();
    if adds {
        out.extend(targets.into_iter().map(Intent::ToggleSelected));
    } else {
        out.push(Intent::Select(BTreeSet::from_iter(targets)));
    }
}

/// Draws a tie from the row of an empty cell to its column.
pub fn draw_tie(matrix: &Matrix, spot: Spot, out: &mut Vec<Intent>) {
    let is_empty = targets_at(matrix, spot).is_empty();
    if let Some((from, to)) = ends_at(matrix, spot).filter(|_| is_empty) {
        out.push(Intent::AddTie { from, to: End::Nation(to) });
    }
}

impl TablePointer {
    /// Carries out clicks, and returns how far the table is dragged.
    pub fn handle(
        &mut self,
        ui: &Ui,
        response: &Response,
        (state, matrix): (&State, &Matrix),
        viewport: &TableViewport,
        out: &mut Vec<Intent>,
    ) -> Vec2 {
        let spot = response.interact_pointer_pos().and_then(|at| viewport.spot_at(at));
        let is_empty = spot.is_some_and(|spot| targets_at(matrix, spot).is_empty());
        let draws = state.tool == Tool::Tie && response.clicked() && is_empty;
        if draws || response.double_clicked() {
            spot.into_iter().for_each(|spot| draw_tie(matrix, spot, out));
        } else if response.clicked() {
            let adds = ui.input(|input| input.modifiers.shift || input.modifiers.command);
            choose(matrix, spot, adds, out);
        }
        self.menu(response, (state, matrix), spot, out);
        let is_dragged = response.dragged_by(PointerButton::Primary)
            || response.dragged_by(PointerButton::Middle);
        let hovered = response.hover_pos().and_then(|at| viewport.spot_at(at));
        if state.tool == Tool::Tie && hovered.is_some_and(|at| targets_at(matrix, at).is_empty()) {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        if is_dragged {
            ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        }
        if is_dragged { response.drag_delta() } else { Vec2::ZERO }
    }

    fn menu(
        &mut self,
        response: &Response,
        (state, matrix): (&State, &Matrix),
        spot: Option<Spot>,
        out: &mut Vec<Intent>,
    ) {
        if response.secondary_clicked() {
            self.opened_on = Some(spot);
            let targets = spot.map(|spot| targets_at(matrix, spot)).unwrap_or_default();
            if !targets.is_empty() && !targets.iter().all(|own| state.selection.contains(own)) {
                out.push(Intent::Select(targets.into_iter().collect()));
            }
        }
        let Some(spot) = self.opened_on else { return };
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            let targets = spot.map(|spot| targets_at(matrix, spot)).unwrap_or_default();
            let ends = spot.and_then(|spot| ends_at(matrix, spot));
            match (targets.first(), ends) {
                (Some(target), _) => context_menu::target_menu(ui, state, *target, out),
                (None, Some((from, to))) => {
                    let name = |id| state.map().end_name(End::Nation(id));
                    for (from, to) in [(from, to), (to, from)] {
                        let words = format!("Draw tie: {} › {}", name(from), name(to));
                        if ui.button(words).clicked() {
                            out.push(Intent::AddTie { from, to: End::Nation(to) });
                        }
                        if from == to {
                            break;
                        }
                    }
                    ui.separator();
                    context_menu::actions(ui, &[Action::Fit, Action::SelectAll], out);
                }
                (None, None) => {
                    let all = [Action::Fit, Action::SelectAll, Action::SortMatrixByName];
                    context_menu::actions(ui, &all, out);
                    ui.separator();
                    context_menu::actions(ui, &[Action::ShowMatrix, Action::Export], out);
                }
            }
        });
    }
}
