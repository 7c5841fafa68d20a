//! The matrix in place of the map: nations by nations as a table, with the same selection, cards, menus and
//! edits.
//!
//! Its cells are the shapes of [`Matrix::shapes`](crate::scene::Matrix::shapes), as on an exported page. Only what is in view is looked at;
//! what was painted is kept while nothing changes, so that the window rests.

mod card;
mod cells;
mod headers;
mod hint;
mod keys;
mod nodes;
mod overview;
mod pointer;
mod table;
mod viewport;

use egui::{Color32, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, pos2};

use super::cache::drawn_scene::DrawnScene;
use super::drawing::heading_and_legend::{HeadingAndLegend, TOOLS};
use super::drawing::screen_text::ScreenText;
use super::drawing::text_textures::TextTextures;
use super::input::wheel::Wheel;
use crate::edit::Target;
use crate::scene::{Matrix, Theme};
use crate::tasks::MatrixWorker;
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::{color32, palette, size};
use card::TableCard;
use cells::{CellMeshes, paint_ground};
use headers::{Head, Headers, NamedPlaces, head_of};
use pointer::TablePointer;
use table::Table;
use viewport::{Spot, TableCamera, TableViewport, USUAL_CELL};

/// The table and what it remembers from frame to frame.
#[derive(Default)]
pub struct MatrixView {
    table: Table,
    camera: TableCamera,
    meshes: CellMeshes,
    textures: TextTextures,
    wheel: Wheel,
    pointer: TablePointer,
    card: TableCard,
    /// The cell that the arrow keys have reached.
    cursor: Option<(usize, usize)>,
    /// What is to be brought into view in the next frame.
    wanted: Option<Target>,
    seen: Option<TableViewport>,
    /// The margins of names, for a version of the table and the size of its area.
    head: Option<((u64, Vec2), Head)>,
}

impl MatrixView {
    /// A view whose large maps are ordered by a worker.
    pub fn new(worker: MatrixWorker) -> Self {
        Self { table: Table::new(worker), ..Self::default() }
    }

    /// Shows the table as at first, in a new order, when it is shown next.
    pub fn reset(&mut self) {
        self.table.reset();
        (self.camera, self.cursor, self.seen) = (TableCamera::default(), None, None);
    }

    /// The zoom, 1 being 100 %.
    pub fn zoom(&self) -> f32 {
        self.camera.cell / USUAL_CELL
    }

    /// Whether the order of a large map is being made.
    pub const fn is_pending(&self) -> bool {
        self.table.is_pending()
    }

    /// Brings a nation or a tie into view.
    pub const fn reveal(&mut self, target: Target) {
        self.wanted = Some(target);
    }

    /// Carries out the actions that concern the view alone; returns whether this was one.
    pub fn perform(&mut self, action: Action, state: &State) -> bool {
        let Some(seen) = self.seen else { return false };
        let middle = seen.cells().center();
        self.camera = match action {
            Action::ZoomIn => seen.zoomed(middle, 1.25),
            Action::ZoomOut => seen.zoomed(middle, 0.8),
            Action::ZoomReset => seen.zoomed(middle, USUAL_CELL / seen.camera.cell),
            Action::Fit => seen.fitted(),
            Action::FitSelection => {
                self.wanted = state.selection.first().copied();
                seen.camera
            }
            Action::Cancel if self.cursor.take().is_some() => seen.camera,
            _ => return false,
        };
        true
    }

    /// Shows the table in all the space there is. `drawn` is what the canvas has drawn of the map, with its
    /// flags.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        state: &State,
        drawn: Option<&DrawnScene>,
        out: &mut Vec<Intent>,
    ) {
        let area = ui.available_rect_before_wrap();
        let response = ui.allocate_rect(area, Sense::click_and_drag());
        ui.painter().rect_filled(area, 0.0, color32(palette(ui.ctx()).canvas));
        let theme = if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light };
        let (map, version) = (state.shown_map(), state.visible.version());
        self.table.update(map, version, state.matrix_sort, theme);
        // Taken out, so that what is painted can be looked at while the rest of the view changes.
        let table = std::mem::take(&mut self.table);
        match (table.matrix(), drawn) {
            (Some(matrix), Some(drawn)) if !matrix.is_empty() => {
                let heading = HeadingAndLegend::place(drawn.scene(), area, self.zoom());
                let area = below_heading(area, heading.heading);
                self.textures.begin();
                self.show_table(ui, (&response, area), (state, matrix), (&table, drawn), out);
                let (han, textures) = (drawn.han(), &mut self.textures);
                let mut text = ScreenText { painter: ui.painter(), han, textures };
                heading.paint_heading(&mut text, drawn.scene());
                if self.textures.is_incomplete() {
                    ui.ctx().request_repaint();
                }
            }
            (Some(_), Some(_)) => {}
            _ => say(ui, area, "Ordering the matrix…"),
        }
        self.table = table;
    }

    /// Shows the overview above `below`, the control at the lower right, while a part of the table is in view.
    pub fn show_overview(&mut self, ui: &Ui, below: Rect) {
        let Some(seen) = self.seen.filter(overview::is_wanted) else { return };
        let Some(matrix) = self.table.matrix() else { return };
        let picture = self.meshes.picture(ui.ctx(), (matrix, self.table.version())).id();
        if let Some(camera) = overview::show(ui, (below, &seen), (matrix, picture)) {
            self.camera = camera;
            ui.ctx().request_repaint();
        }
    }

    fn show_table(
        &mut self,
        ui: &Ui,
        (response, area): (&Response, Rect),
        (state, matrix): (&State, &Matrix),
        (table, drawn): (&Table, &DrawnScene),
        out: &mut Vec<Intent>,
    ) {
        let (seen, head) = self.place(state, table, matrix, area);
        let seen = self.move_view(ui, response, (state, matrix), seen, out);
        if seen.camera != self.camera {
            ui.ctx().request_repaint();
        }
        (self.camera, self.seen) = (seen.camera, Some(seen));
        let pointed = response.hover_pos().and_then(|at| Some((seen.spot_at(at)?, at)));
        let focused = nodes::update(ui, (state, matrix), &seen, out);
        let marked = marked(pointed.map(|(spot, _)| spot), self.cursor, focused);
        let frame = Frame { state, matrix, seen: &seen, marked };
        let painter = ui.painter_at(area);
        let inside = painter.with_clip_rect(seen.cells());
        frame.paint_bands(&painter);
        paint_ground(&inside, matrix, &seen);
        self.meshes.paint(&inside, (matrix, table.version()), &seen, drawn.atlas());
        frame.paint_selected(&inside, self.cursor);
        let (map, textures) = (state.shown_map(), &mut self.textures);
        let mut headers =
            Headers { painter: &painter, map, matrix, viewport: &seen, head, drawn, textures };
        headers.paint(table.legend(), &named_places(state, matrix, marked));
        if matrix.cells().is_empty() {
            say(ui, seen.cells(), "No ties yet. Double-click a cell to draw one.");
        }
        hint::show(ui, response.rect, state, (matrix, pointed.map(|(spot, _)| spot)));
        self.card.show(ui, (state, matrix), response.rect, pointed);
    }

    /// Where the table lies in an area, and its margins.
    fn place(
        &mut self,
        state: &State,
        table: &Table,
        matrix: &Matrix,
        area: Rect,
    ) -> (TableViewport, Head) {
        let key = (table.version(), area.size());
        let head = match self.head {
            Some((of, head)) if of == key => head,
            _ => head_of(state.shown_map(), matrix, table.legend(), area),
        };
        self.head = Some((key, head));
        let seen =
            TableViewport { area, head: head.size, count: matrix.len(), camera: self.camera };
        (TableViewport { camera: seen.settled(), ..seen }, head)
    }

    /// Carries out what wheel, pointer and keyboard ask for, and moves the view.
    fn move_view(
        &mut self,
        ui: &Ui,
        response: &Response,
        (state, matrix): (&State, &Matrix),
        mut seen: TableViewport,
        out: &mut Vec<Intent>,
    ) -> TableViewport {
        let wanted = self.wanted.take();
        let wanted = wanted.and_then(|target| keys::place_of(state, matrix, target));
        if let Some((row, column)) = wanted {
            seen.camera = seen.showing(row, column);
        }
        if let Some(turn) = self.wheel.take(ui, response) {
            if turn.pan != Vec2::ZERO {
                seen.camera = seen.panned(turn.pan);
            }
            if (turn.zoom - 1.0).abs() > 1e-4 {
                seen.camera = seen.zoomed(turn.pointer, turn.zoom);
            }
        }
        let by = self.pointer.handle(ui, response, (state, matrix), &seen, out);
        if by != Vec2::ZERO {
            seen.camera = seen.panned(by);
        }
        let (cursor, is_moved) =
            keys::handle(ui, response, (state, matrix, &seen), self.cursor, out);
        let is_inside = |(row, column): &(usize, usize)| (*row).max(*column) < matrix.len();
        self.cursor = cursor.filter(is_inside);
        if let Some((row, column)) = self.cursor.filter(|_| is_moved) {
            seen.camera = seen.showing(row, column);
        }
        seen
    }
}

/// The row and the column that stand out: those under the pointer, or of the cursor.
fn marked(
    pointed: Option<Spot>,
    cursor: Option<(usize, usize)>,
    focused: Option<Spot>,
) -> (Option<usize>, Option<usize>) {
    match pointed.or(focused) {
        Some(Spot::Row(row)) => (Some(row), None),
        Some(Spot::Column(column)) => (None, Some(column)),
        Some(Spot::Cell(row, column)) => (Some(row), Some(column)),
        None => cursor.unzip(),
    }
}

/// The most selected nations and ties that are named where there is no room for all names.
const MOST_NAMED: usize = 24;

/// The rows and columns that are named even where there is no room for all: those that stand out, then those of
/// what is selected.
fn named_places(
    state: &State,
    matrix: &Matrix,
    marked: (Option<usize>, Option<usize>),
) -> NamedPlaces {
    let mut named = NamedPlaces {
        rows: marked.0.into_iter().collect(),
        columns: marked.1.into_iter().collect(),
    };
    let selected = state.selection.iter().take(MOST_NAMED);
    for (row, column) in selected.filter_map(|target| keys::place_of(state, matrix, *target)) {
        // Each has a row and a column, and a tie both its cells.
        named.rows.extend([row, column]);
        named.columns.extend([row, column]);
    }
    named
}

/// What is marked in a frame.
struct Frame<'a> {
    state: &'a State,
    matrix: &'a Matrix,
    seen: &'a TableViewport,
    marked: (Option<usize>, Option<usize>),
}

impl Frame<'_> {
    fn accent(&self) -> Color32 {
        color32(self.matrix.palette.accent)
    }

    /// Paints bands behind the rows and columns of what is selected or pointed at, with their names.
    fn paint_bands(&self, painter: &egui::Painter) {
        let (row, column) = self.marked;
        let faint = self.accent().gamma_multiply(0.10);
        row.into_iter().for_each(|row| self.row_band(painter, row, faint));
        column.into_iter().for_each(|column| self.column_band(painter, column, faint));
        let strong = self.accent().gamma_multiply(0.22);
        let is_selected = |place: &usize| {
            let id = self.matrix.nations.get(*place);
            id.is_some_and(|id| self.state.selection.contains(&Target::Nation(*id)))
        };
        for row in self.seen.rows().filter(is_selected) {
            self.row_band(painter, row, strong);
        }
        for column in self.seen.columns().filter(is_selected) {
            self.column_band(painter, column, strong);
        }
    }

    fn row_band(&self, painter: &egui::Painter, row: usize, color: Color32) {
        let rect = self.seen.cell_rect(row, 0);
        let (area, cells) = (self.seen.area, self.seen.cells());
        let (left, top) = (cells.min.x - self.seen.head.x, cells.min.y);
        let band = Rect::from_min_max(
            pos2(left, rect.min.y.max(top)),
            pos2(area.max.x.min(self.seen.origin().x + self.seen.side()), rect.max.y.max(top)),
        );
        painter.rect_filled(band, 0.0, color);
    }

    fn column_band(&self, painter: &egui::Painter, column: usize, color: Color32) {
        let rect = self.seen.cell_rect(0, column);
        let (area, left) = (self.seen.area, self.seen.cells().min.x);
        let band = Rect::from_min_max(
            pos2(rect.min.x.max(left), area.min.y),
            pos2(rect.max.x.max(left), area.max.y.min(self.seen.origin().y + self.seen.side())),
        );
        painter.rect_filled(band, 0.0, color);
    }

    /// Paints frames around the cells of selected ties, and around the one that the keys have reached.
    fn paint_selected(&self, painter: &egui::Painter, cursor: Option<(usize, usize)>) {
        let columns = self.seen.columns();
        let stroke = Stroke::new(2.0, self.accent());
        let frame = |row, column, stroke| {
            let rect = self.seen.cell_rect(row, column).expand(1.0);
            painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Outside);
        };
        let has_ties = self.state.selection.iter().any(|target| target.tie().is_some());
        for row in self.seen.rows().filter(|_| has_ties) {
            for cell in self.matrix.row_within(row, columns.clone()) {
                let is_selected = |id| self.state.selection.contains(&Target::Tie(id));
                if self.matrix.ties(cell).any(is_selected) {
                    frame(row, cell.column as usize, stroke);
                }
            }
        }
        if let Some((row, column)) = cursor {
            frame(row, column, Stroke::new(1.5, color32(self.matrix.palette.ink)));
        }
    }
}

/// Between the heading, or the edge of the canvas, and the table.
const BELOW_HEADING: f32 = 8.0;

/// The part of the canvas below the heading and beside the tools, in which the table lies.
fn below_heading(canvas: Rect, heading: Rect) -> Rect {
    let above = if heading.height() > 0.0 { heading.max.y } else { canvas.min.y };
    let top = above + BELOW_HEADING;
    let corner = pos2(canvas.min.x + TOOLS, top).min(canvas.max);
    Rect::from_min_max(corner, canvas.max)
}

/// Says something in the middle of an area.
fn say(ui: &Ui, area: Rect, words: &str) {
    let ink = color32(palette(ui.ctx()).second_ink);
    let font = egui::FontId::proportional(size::TEXT);
    ui.painter().text(area.center(), egui::Align2::CENTER_CENTER, words, font, ink);
}
