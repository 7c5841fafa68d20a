//! Nodes for assistive technology, for the keyboard and for tests: the names in view, and the cells that
//! aren't empty.

use egui::accesskit::{Action as AccessAction, Role};
use egui::{Id, Key, Rect, Sense, Ui};

use super::card::memberships;
use super::pointer::{choose, targets_at};
use super::viewport::{Spot, TableViewport};
use crate::edit::Target;
use crate::scene::Matrix;
use crate::ui::canvas::accessibility::{accesskit_rect, is_wanted, note_focus, tie_description};
use crate::ui::intent::Intent;
use crate::ui::state::State;

/// The most spots that get a node in a frame.
const MOST_NODES: usize = 500;

/// Adds the nodes; those that are chosen are selected. Returns the spot that has the keyboard's focus.
pub fn update(
    ui: &Ui,
    (state, matrix): (&State, &Matrix),
    viewport: &TableViewport,
    out: &mut Vec<Intent>,
) -> Option<Spot> {
    if !is_wanted(ui) {
        return None;
    }
    let mut focused = None;
    for (spot, rect) in spots(matrix, viewport).take(MOST_NODES) {
        let id = Id::new(("matrix", key(spot)));
        let response = ui.interact(rect, id, Sense::focusable_noninteractive());
        let targets = targets_at(matrix, spot);
        let is_selected =
            !targets.is_empty() && targets.iter().all(|own| state.selection.contains(own));
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_role(match spot {
                Spot::Row(_) => Role::RowHeader,
                Spot::Column(_) => Role::ColumnHeader,
                Spot::Cell(..) => Role::Cell,
            });
            node.set_label(words(state, matrix, spot, &targets));
            node.set_bounds(accesskit_rect(rect));
            node.set_selected(is_selected);
            node.add_action(AccessAction::Click);
        });
        let has_focus = response.has_focus();
        focused = focused.or(has_focus.then_some(spot));
        let is_chosen = ui.input(|input| {
            let by_key = input.key_pressed(Key::Enter) || input.key_pressed(Key::Space);
            input.has_accesskit_action_request(id, AccessAction::Click) || (has_focus && by_key)
        });
        if is_chosen {
            choose(matrix, Some(spot), false, out);
        }
    }
    note_focus(ui, focused.is_some());
    focused
}

const fn key(spot: Spot) -> (u8, usize, usize) {
    match spot {
        Spot::Row(row) => (0, row, 0),
        Spot::Column(column) => (1, 0, column),
        Spot::Cell(row, column) => (2, row, column),
    }
}

/// The names and the cells in view, with their areas.
fn spots(matrix: &Matrix, viewport: &TableViewport) -> impl Iterator<Item = (Spot, Rect)> {
    let (cells, area) = (viewport.cells(), viewport.area);
    let row = move |row| {
        let rect = viewport.cell_rect(row, 0);
        let name =
            Rect::from_x_y_ranges(cells.min.x - viewport.head.x..=cells.min.x, rect.y_range());
        (Spot::Row(row), name)
    };
    let column = move |column| {
        let rect = viewport.cell_rect(0, column);
        let name = Rect::from_x_y_ranges(rect.x_range(), area.min.y..=cells.min.y);
        (Spot::Column(column), name)
    };
    let in_row = move |row| {
        let within = matrix.row_within(row, viewport.columns()).iter();
        within.map(move |cell| {
            let column = cell.column as usize;
            (Spot::Cell(row, column), viewport.cell_rect(row, column))
        })
    };
    let names = viewport.rows().map(row).chain(viewport.columns().map(column));
    names.chain(viewport.rows().flat_map(in_row))
}

/// A spot as it is read out.
fn words(state: &State, matrix: &Matrix, spot: Spot, targets: &[Target]) -> String {
    let map = state.map();
    let word = |target: &Target| match target {
        Target::Nation(id) => map.end_name(crate::model::End::Nation(*id)),
        Target::Tie(id) => tie_description(map, *id),
        Target::Note(_) => String::new(),
    };
    let mut words: Vec<String> = targets.iter().map(word).collect();
    if let Spot::Cell(row, column) = spot {
        words.extend(memberships(state, matrix, row, column));
    }
    words.join("; ")
}
