//! What the import assistant remembers: what was read, the choices made since, and the map they make.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, TextureHandle};

use super::asked_names::AskedNames;
use super::row_values::RowValues;
use crate::formats::{
    Choices, Columns, EdgeRole, Import, NodeRole, ReadAs, SheetPlan, Table, TableContent, TablePlan,
};
use crate::model::Map;
use crate::tasks::{ImportRequest, ImportView, MOST_DRAWN, Preview, ReadFrom, Replan};
use crate::ui::column_role::ColumnRole;
use crate::ui::dialogs::picture_texture::picture_texture;
use crate::ui::settings::imports::{RememberedImport, RememberedImports};

/// What takes no longer than this is done without a word.
const SILENT: Duration = Duration::from_millis(400);

/// The assistant for one import.
pub struct ImportForm {
    pub(super) view: ImportView,
    is_added: bool,
    /// From where it can be read again, and as what it was read; `None` where files were joined since.
    again: Option<(ReadFrom, ReadAs)>,
    /// The plan that was guessed for the tables.
    guessed: Option<TablePlan>,
    /// How the tables are read, as chosen here.
    pub(super) plan: Option<TablePlan>,
    /// How the network becomes a map, as chosen here.
    pub(super) choices: Option<Choices>,
    /// What of the plan is to be guessed anew.
    replan: Option<Replan>,
    /// Roles of columns that the network doesn't have yet.
    pending: Vec<(String, ColumnRole)>,
    /// What is being made at the moment.
    asked: Option<Asked>,
    /// Whether it is imported once the map is the one by the choices made here.
    is_decided: bool,
    /// Since when the tables of another file are being joined.
    joining: Option<Instant>,
    /// The table that is shown.
    pub(super) sheet: usize,
    /// The names that are asked about.
    pub(super) names: AskedNames,
    /// The values by which rows can be chosen.
    pub(super) row_values: RowValues,
    needs_drawing: bool,
    pub(super) picture: Option<TextureHandle>,
}

/// What was asked for last.
struct Asked {
    plan: Option<TablePlan>,
    choices: Option<Choices>,
    replan: Option<Replan>,
    since: Instant,
}

impl ImportForm {
    /// The assistant for what was read; `remembered` is what was changed of such tables before, each with
    /// the index of its table.
    pub fn new(
        view: ImportView,
        is_added: bool,
        again: Option<(ReadFrom, ReadAs)>,
        remembered: Vec<(usize, RememberedImport)>,
    ) -> Self {
        let (plan, choices) = (view.import.plan().cloned(), view.import.choices().cloned());
        let mut form = Self {
            view,
            is_added,
            again,
            guessed: plan.clone(),
            plan,
            choices,
            replan: None,
            pending: Vec::new(),
            asked: None,
            is_decided: false,
            joining: None,
            sheet: 0,
            names: AskedNames::default(),
            row_values: RowValues::default(),
            needs_drawing: false,
            picture: None,
        };
        form.sheet = form.first_sheet();
        form.take_stock();
        for (sheet, remembered) in remembered {
            let sheets = form.plan.iter_mut().flat_map(|plan| &mut plan.sheets);
            if let Some(sheet) = sheets.into_iter().nth(sheet) {
                form.pending.extend(remembered.apply(sheet));
            }
        }
        // Where the plan is the remembered one already, no new map comes that they would wait for.
        form.apply_pending();
        form
    }

    /// The first table of which something is read.
    fn first_sheet(&self) -> usize {
        let sheets = self.plan.iter().flat_map(|plan| &plan.sheets);
        let mut wanted = sheets.map(|sheet| sheet.content);
        let is_edges = |content| !matches!(content, TableContent::Ignored | TableContent::Nodes);
        wanted.position(is_edges).unwrap_or(0)
    }

    /// What was read, with the map that it is by the choices made last.
    pub fn import(&self) -> &Import {
        &self.view.import
    }

    /// Whether the map is added to the open one.
    pub const fn is_added(&self) -> bool {
        self.is_added
    }

    /// From where it can be read again.
    pub fn from(&self) -> Option<&ReadFrom> {
        self.again.as_ref().map(|(from, _)| from)
    }

    /// As what it was read.
    pub(super) fn read_as(&self) -> ReadAs {
        self.again.as_ref().map_or_else(ReadAs::default, |(_, read_as)| *read_as)
    }

    /// What was read.
    pub fn into_view(self) -> ImportView {
        self.view
    }

    /// Adds what was changed of how the tables are read.
    pub fn remember_in(&self, kept: &mut RememberedImports) {
        if let Some(guessed) = &self.guessed {
            kept.remember(self.import(), guessed);
        }
    }

    /// Whether the map is the one by the choices made here.
    pub fn is_current(&self) -> bool {
        self.asked.is_none()
            && self.joining.is_none()
            && self.replan.is_none()
            && self.pending.is_empty()
            && self.plan.as_ref() == self.import().plan()
            && self.choices.as_ref() == self.import().choices()
    }

    /// Has it imported as it is chosen here: now, or once the map is made.
    pub fn decide(&mut self) {
        self.is_decided = true;
    }

    /// Whether it is to be imported now. Where nothing comes of the choices any more it isn't, but they are
    /// asked about again.
    pub fn is_done(&mut self) -> bool {
        if !self.is_decided || !self.is_current() {
            return false;
        }
        self.is_decided = false;
        self.import().map().is_ok_and(|map| !map.nations().is_empty())
    }

    /// Whether something is being made for longer than is done without a word; where it is being made for a
    /// shorter time, asks for a frame at the end of that.
    pub(super) fn is_slow(&self, ctx: &Context) -> bool {
        let since = self.joining.or(self.asked.as_ref().map(|asked| asked.since));
        let Some(waited) = since.map(|since| since.elapsed()) else { return false };
        if waited < SILENT {
            ctx.request_repaint_after(SILENT - waited);
        }
        waited >= SILENT
    }

    /// What is to be made anew, where the choices have changed.
    pub fn take_request(&mut self) -> Option<ImportRequest> {
        let is_made = self.plan.as_ref() == self.import().plan()
            && self.choices.as_ref() == self.import().choices();
        if self.asked.is_some() || self.joining.is_some() || (is_made && self.replan.is_none()) {
            return None;
        }
        let (plan, choices) = (self.plan.clone(), self.choices.clone());
        let (replan, since) = (self.replan.take(), Instant::now());
        let import = self.import().clone();
        self.asked = Some(Asked { plan: plan.clone(), choices: choices.clone(), replan, since });
        Some(ImportRequest { import, plan, choices, replan })
    }

    /// Takes the map by other choices. What was chosen meanwhile holds. An answer to what was asked of
    /// another import is left.
    pub fn set_view(&mut self, view: ImportView) {
        if !Arc::ptr_eq(view.import.source(), self.import().source()) {
            return;
        }
        let Some(asked) = self.asked.take() else { return };
        if self.plan == asked.plan {
            self.plan = view.import.plan().cloned();
            self.guess_anew(asked.replan);
        } else {
            self.replan = self.replan.or(asked.replan);
        }
        let next = view.import.choices().cloned();
        self.choices = match (next, &self.choices, asked.choices) {
            (Some(next), Some(mine), Some(asked)) => Some(chosen_meanwhile(next, mine, &asked)),
            (next, ..) => next,
        };
        self.view = view;
        self.take_stock();
    }

    /// What was guessed anew is no change of a person's.
    fn guess_anew(&mut self, replan: Option<Replan>) {
        let Some(table) = replan.map(Replan::table) else { return };
        let sheets = |plan: &TablePlan| plan.sheets.get(table).cloned();
        let place = self.guessed.as_mut().and_then(|plan| plan.sheets.get_mut(table));
        if let (Some(place), Some(sheet)) = (place, self.plan.as_ref().and_then(sheets)) {
            *place = sheet;
        }
    }

    /// The import to which the tables of another file are to be joined.
    pub fn begin_joining(&mut self) -> Import {
        self.joining = Some(Instant::now());
        self.import().clone()
    }

    /// The tables of another file couldn't be joined.
    pub fn end_joining(&mut self) {
        self.joining = None;
    }

    /// The import whose map is to be drawn, where it has changed and isn't too large.
    pub fn take_drawing(&mut self) -> Option<Import> {
        std::mem::take(&mut self.needs_drawing).then(|| self.import().clone())
    }

    /// Takes the picture of the map of an import; that of another one is left.
    pub fn set_picture(&mut self, import: &Import, preview: Option<Preview>, ctx: &Context) {
        if !self.import().has_map_of(import) {
            return;
        }
        self.picture =
            preview.map(|preview| picture_texture(ctx, "import preview", &preview.pixels));
    }

    /// Looks at the map that was made: which names are asked about, and whether it is drawn.
    fn take_stock(&mut self) {
        self.apply_pending();
        let meant = self.choices.as_ref().map(|choices| &choices.meant);
        self.names.take(self.view.import.questions(), meant);
        self.needs_drawing = self.import().map().is_ok_and(is_drawn);
        // The picture from before stays until the next one is there.
        if !self.needs_drawing {
            self.picture = None;
        }
    }

    fn apply_pending(&mut self) {
        if self.plan.as_ref() != self.import().plan() {
            return;
        }
        for (name, role) in std::mem::take(&mut self.pending) {
            self.set_role(&name, role);
        }
    }

    /// The plan of the table that is shown.
    pub(super) fn sheet_plan(&mut self) -> Option<&mut SheetPlan> {
        self.plan.as_mut()?.sheets.get_mut(self.sheet)
    }

    /// The table that is shown as its plan has it: turned, perhaps.
    pub(super) fn shown_table(&mut self) -> Option<(Shown<'_>, &mut SheetPlan)> {
        let plan = self.plan.as_mut()?.sheets.get_mut(self.sheet)?;
        let table = match plan.is_transposed {
            true => self.view.turned(self.sheet)?,
            false => self.view.tables().get(self.sheet)?,
        };
        Some((Shown { table, row_values: &mut self.row_values }, plan))
    }

    /// Whether the table that is shown has rows for columns, or is being turned so.
    pub(super) fn is_turned(&mut self) -> bool {
        let is_turning = self.replan_at_work() == Some(Replan::Turn(self.sheet));
        self.sheet_plan().is_some_and(|plan| plan.is_transposed != is_turning)
    }

    /// The index of the row with the names of columns, or of the one that is being tried.
    pub(super) fn header(&mut self) -> Option<usize> {
        match self.replan_at_work() {
            Some(Replan::Header(sheet, row)) if sheet == self.sheet => row,
            _ => self.sheet_plan()?.header,
        }
    }

    fn replan_at_work(&self) -> Option<Replan> {
        self.replan.or(self.asked.as_ref().and_then(|asked| asked.replan))
    }

    /// Has a part of the plan guessed anew.
    pub(super) fn guess_again(&mut self, replan: Replan) {
        self.replan = Some(replan);
    }

    /// The role that a column of the network has.
    pub(super) fn role(&self, name: &str, content: TableContent) -> ColumnRole {
        let waiting = self.pending.iter().rev().find(|(column, _)| column == name);
        if let Some((_, role)) = waiting {
            return *role;
        }
        let (Some(network), Some(choices)) = (self.import().network(), &self.choices) else {
            return ColumnRole::Edge(EdgeRole::Attribute);
        };
        if content == TableContent::Nodes {
            let role = of_column(&network.node_columns, name, &choices.node_roles);
            return ColumnRole::Node(role.unwrap_or(NodeRole::Attribute));
        }
        let role = of_column(&network.edge_columns, name, &choices.edge_roles);
        ColumnRole::Edge(role.unwrap_or(EdgeRole::Attribute))
    }

    /// Gives a column of the network a role; where it has no such column yet, or is being made, once it has.
    pub(super) fn set_role(&mut self, name: &str, role: ColumnRole) {
        if self.asked.is_some() {
            self.pending.push((name.to_owned(), role));
            return;
        }
        let (Some(network), Some(choices)) = (self.view.import.network(), &mut self.choices) else {
            self.pending.push((name.to_owned(), role));
            return;
        };
        let is_set = match role {
            ColumnRole::Use(_) => true,
            ColumnRole::Edge(role) => {
                set(&network.edge_columns, name, &mut choices.edge_roles, role)
            }
            ColumnRole::Node(role) => {
                set(&network.node_columns, name, &mut choices.node_roles, role)
            }
        };
        if !is_set && self.plan.as_ref() != self.view.import.plan() {
            self.pending.push((name.to_owned(), role));
        }
    }
}

/// The table that is shown.
pub(super) struct Shown<'f> {
    pub table: &'f Table,
    pub row_values: &'f mut RowValues,
}

/// Whether a map is small enough to be drawn beside the choices.
pub(super) fn is_drawn(map: &Map) -> bool {
    let (nations, ties) = (map.nations().len(), map.ties().len());
    nations > 0 && nations <= MOST_DRAWN.0 && ties <= MOST_DRAWN.1
}

/// The next choices, with what was chosen while they were made; roles wait by the names of their columns.
fn chosen_meanwhile(mut next: Choices, mine: &Choices, asked: &Choices) -> Choices {
    if mine.meant != asked.meant {
        next.meant.clone_from(&mine.meant);
    }
    if mine.kinds != asked.kinds {
        next.kinds.clone_from(&mine.kinds);
    }
    if mine.usual_kind != asked.usual_kind {
        next.usual_kind.clone_from(&mine.usual_kind);
    }
    if mine.duplicates != asked.duplicates {
        next.duplicates = mine.duplicates;
    }
    if mine.recognise != asked.recognise {
        next.recognise = mine.recognise;
    }
    if mine.date_order != asked.date_order {
        next.date_order = mine.date_order;
    }
    if mine.year != asked.year {
        next.year = mine.year;
    }
    if mine.edge_label != asked.edge_label {
        next.edge_label = mine.edge_label;
    }
    next
}

fn of_column<R: Copy>(columns: &Columns, name: &str, roles: &[R]) -> Option<R> {
    columns.find(name).and_then(|column| roles.get(column.index())).copied()
}

/// Whether there is a place for the role.
fn set<R>(columns: &Columns, name: &str, roles: &mut [R], role: R) -> bool {
    let place = columns.find(name).and_then(|column| roles.get_mut(column.index()));
    place.map(|place| *place = role).is_some()
}
