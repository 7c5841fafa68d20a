//! The threads that carry out imports step by step, while a person chooses how.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::import_view::ImportView;
use super::placing::place_new;
use super::worker_thread::WorkerThread;
use super::{FigureRequest, Preview, Wake, render_preview};
use crate::edit::{self, Command, Merge, Preference};
use crate::formats::{
    Choices, Import, ImportContent, ImportSource, MAX_CELLS, MAX_COLUMNS, OpenError, Progress,
    ReadAs, SheetPlan, Table, TablePlan,
};
use crate::model::Map;
use crate::scene::Theme;
use crate::scene::figure::{FigureOptions, Page};

/// The largest map that is drawn beside the choices by which it is made, in nations and ties; drawing a
/// larger one takes longer than a person waits.
pub const MOST_DRAWN: (usize, usize) = (400, 2_000);

/// How an import is to be made anew.
#[derive(Clone, Debug)]
pub struct ImportRequest {
    /// The import as it is.
    pub import: Import,
    /// The plan by which its tables are to be read.
    pub plan: Option<TablePlan>,
    /// The choices by which its network is to become a map.
    pub choices: Option<Choices>,
    /// What of the plan is to be guessed anew before.
    pub replan: Option<Replan>,
}

/// A part of a plan that is guessed anew; the index is that of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replan {
    /// The table is turned, or turned back.
    Turn(usize),
    /// Another row has the names of the columns, or none has.
    Header(usize, Option<usize>),
}

/// What adding a map to the open one means.
#[derive(Clone, Debug)]
pub struct MergeView {
    /// The revision of the open map.
    pub revision: u64,
    /// What holds where both say something else.
    pub preference: Preference,
    /// What it means.
    pub merge: Merge,
    /// A sentence for each field that differs.
    pub differences: Vec<String>,
    /// The map that is added.
    pub other: Arc<Map>,
    /// The open map.
    map: Arc<Map>,
}

impl MergeView {
    /// What adding a map to that of a revision means, as [`edit::merge`] found.
    pub fn new(
        map: Arc<Map>,
        revision: u64,
        other: Arc<Map>,
        preference: Preference,
        merge: Merge,
    ) -> Self {
        let differences = merge.differences(&map, &other);
        Self { revision, preference, merge, differences, other, map }
    }
}

/// Something to be done for an import.
enum Step {
    /// Make the map anew.
    Change(Box<ImportRequest>),
    /// Join the tables of other files.
    Join(Box<Import>, Vec<PathBuf>),
    /// Find out what adding another map to that of a revision means.
    Merge { map: Arc<Map>, revision: u64, other: Arc<Map>, preference: Preference },
    /// Find places for the nations that it adds.
    Place(Box<MergeView>),
}

/// What comes of it.
#[derive(Debug)]
pub enum ImportEvent {
    /// The map was made anew.
    Changed(Box<ImportView>),
    /// To what was read from here the tables of other files were joined, or couldn't be.
    Joined(Arc<ImportSource>, Result<Box<ImportView>, String>),
    /// The map of an import was drawn; `None` where it can't be.
    Drawn(Box<Import>, Option<Preview>),
    /// It was found out what adding a map means.
    Merged(Box<MergeView>),
    /// The change that adds a map to that of a revision, with places for its nations.
    Placed(u64, Command),
}

/// The threads.
pub struct ImportWorker {
    wake: Wake,
    steps: WorkerThread<Step, ImportEvent>,
    /// How many steps haven't been answered.
    waiting: usize,
    drawing: WorkerThread<(Import, Theme), ImportEvent>,
}

impl ImportWorker {
    /// Starts the threads. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let steps = start_steps(&wake)?;
        let drawing =
            WorkerThread::start("entente-import-preview", Arc::clone(&wake), draw_newest)?;
        Ok(Self { wake, steps, waiting: 0, drawing })
    }

    /// Requests the map of what was read, made anew.
    pub fn change(&mut self, request: ImportRequest) {
        self.send(Step::Change(Box::new(request)));
    }

    /// Requests the tables of other files to be joined to those of an import.
    pub fn join(&mut self, import: Import, paths: Vec<PathBuf>) {
        self.send(Step::Join(Box::new(import), paths));
    }

    /// Requests what adding a map to that of a revision means.
    pub fn merge(&mut self, map: Arc<Map>, revision: u64, other: Arc<Map>, preference: Preference) {
        self.send(Step::Merge { map, revision, other, preference });
    }

    /// Requests places for the nations that are added.
    pub fn place(&mut self, view: MergeView) {
        self.send(Step::Place(Box::new(view)));
    }

    /// Requests a small picture of the map of an import, in place of one that isn't drawn yet.
    pub fn draw(&self, import: Import, theme: Theme) {
        self.drawing.send((import, theme));
    }

    /// Gives up all that was requested; nothing more is said of it. What is at hand goes on by itself to its
    /// end, and stands in front of nothing. Where no other thread can be had, the next request waits.
    pub fn give_up(&mut self) {
        if self.waiting > 0
            && let Ok(fresh) = start_steps(&self.wake)
        {
            (self.steps, self.waiting) = (fresh, 0);
        }
    }

    /// The next event, if there is one.
    pub fn take(&mut self) -> Option<ImportEvent> {
        let event = self.steps.take_next();
        if event.is_some() {
            self.waiting = self.waiting.saturating_sub(1);
        }
        event.or_else(|| self.drawing.take_next())
    }

    fn send(&mut self, step: Step) {
        self.waiting += 1;
        self.steps.send(step);
    }
}

fn start_steps(wake: &Wake) -> std::io::Result<WorkerThread<Step, ImportEvent>> {
    WorkerThread::start("entente-import", Arc::clone(wake), |step, _| Some(carry_out(step)))
}

fn carry_out(step: Step) -> ImportEvent {
    match step {
        Step::Change(request) => ImportEvent::Changed(Box::new(change(*request))),
        Step::Join(import, paths) => {
            let source = Arc::clone(import.source());
            let joined = join(&source, &paths).map_err(|error| error.to_string());
            ImportEvent::Joined(source, joined.map(|import| Box::new(ImportView::of(import))))
        }
        Step::Merge { map, revision, other, preference } => {
            let merge = edit::merge(&map, &other, preference);
            let view = MergeView::new(map, revision, other, preference, merge);
            ImportEvent::Merged(Box::new(view))
        }
        Step::Place(view) => {
            let MergeView { revision, merge, map, .. } = *view;
            let mut after = Arc::unwrap_or_clone(map);
            let command = merge.command;
            let placing = edit::apply(&mut after, command.clone()).map(|_| place_new(&after));
            let commands = std::iter::once(command).chain(placing.ok());
            ImportEvent::Placed(revision, Command::Batch(commands.collect()))
        }
    }
}

fn change(request: ImportRequest) -> ImportView {
    let ImportRequest { import: mut changed, mut plan, choices, replan } = request;
    // Choices belong to the columns of the plan before, from which they are carried to the next.
    if let Some(choices) = choices
        && changed.choices() != Some(&choices)
    {
        changed = changed.with_choices(choices);
    }
    if let (Some(plan), Some(replan), ImportContent::Tables(tables)) =
        (&mut plan, replan, &changed.source().content)
    {
        replan.carry_out(tables, plan);
    }
    if let Some(plan) = plan
        && changed.plan() != Some(&plan)
    {
        changed = changed.with_plan(plan);
    }
    ImportView::of(changed)
}

impl Replan {
    /// The index of the table.
    pub const fn table(self) -> usize {
        match self {
            Self::Turn(table) | Self::Header(table, _) => table,
        }
    }

    fn carry_out(self, tables: &[Table], plan: &mut TablePlan) {
        let (Some(table), Some(sheet)) =
            (tables.get(self.table()), plan.sheets.get_mut(self.table()))
        else {
            return;
        };
        if matches!(self, Self::Turn(_)) && !can_be_turned(table) {
            return;
        }
        let is_transposed = sheet.is_transposed != matches!(self, Self::Turn(_));
        let turned = is_transposed.then(|| table.transposed());
        let table = turned.as_ref().unwrap_or(table);
        match self {
            Self::Turn(_) => {
                *sheet = SheetPlan { is_transposed, ..SheetPlan::guess_upright(table) }
            }
            Self::Header(_, row) => sheet.set_header(table, row),
        }
    }
}

/// The import of all these tables: the plan is guessed anew, for they may belong together in another way.
fn join(source: &ImportSource, paths: &[PathBuf]) -> Result<Import, OpenError> {
    let mut source = source.clone();
    for path in paths {
        read_beside(&mut source, path, ReadAs::default(), Progress::untold())?;
    }
    Ok(Import::new(Arc::new(source)))
}

/// Reads the tables of one more file beside those that were read.
pub(super) fn read_beside(
    source: &mut ImportSource,
    path: &Path,
    read_as: ReadAs,
    progress: Progress<'_>,
) -> Result<(), OpenError> {
    let beside = ImportSource::open(path, read_as, progress)?;
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    source.add_beside(beside).map_err(|error| error.in_file(name))
}

/// Whether a table stays within what is read of a file when each of its rows has all columns.
pub fn can_be_turned(table: &Table) -> bool {
    table.row_count() <= MAX_COLUMNS
        && table.row_count().saturating_mul(table.column_count()) <= MAX_CELLS
}

fn draw_newest(job: (Import, Theme), queue: &Receiver<(Import, Theme)>) -> Option<ImportEvent> {
    let (import, theme) = queue.try_iter().last().unwrap_or(job);
    let mut map = import.map().ok()?.clone();
    let placing = place_new(&map);
    // Without places they are drawn in rows.
    let _ = edit::apply(&mut map, placing);
    let options = FigureOptions {
        page: Page::Size(468.0, 330.0),
        theme,
        title: false,
        sources: false,
        generator: false,
        ..FigureOptions::default()
    };
    let request = FigureRequest { options, ..FigureRequest::default() };
    Some(ImportEvent::Drawn(Box::new(import), render_preview(&map, &request)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Import {
        let file = crate::formats::InputFile { name: "ties.csv", bytes: text.as_bytes() };
        Import::read(&file, Progress::untold()).expect("a table")
    }

    fn again(import: &Import, replan: Replan) -> Import {
        let (plan, choices) = (import.plan().cloned(), import.choices().cloned());
        let request = ImportRequest { import: import.clone(), plan, choices, replan: Some(replan) };
        change(request).import
    }

    fn columns(import: &Import) -> Vec<&str> {
        let sheet = &import.plan().expect("a plan").sheets[0];
        sheet.columns.iter().map(|column| column.name.as_str()).collect()
    }

    #[test]
    fn a_table_is_turned_as_is_said_even_where_it_seems_to_be_wrong() {
        let upright = read("from,to,remark\nJapan,Chad,a\nMali,Chad,b\n");
        let turned = again(&upright, Replan::Turn(0));
        assert!(turned.plan().expect("a plan").sheets[0].is_transposed);
        assert_eq!(columns(&turned).len(), 3, "{:?}", columns(&turned));
        assert_ne!(columns(&turned), columns(&upright));
        let back = again(&turned, Replan::Turn(0));
        assert_eq!(back.plan(), upright.plan());
        let lying = read("from,Japan,Mali,Peru\nto,Chad,Chad,Chad\n");
        assert!(lying.plan().expect("a plan").sheets[0].is_transposed);
        let stood_up = again(&lying, Replan::Turn(0));
        assert!(!stood_up.plan().expect("a plan").sheets[0].is_transposed);
        assert_eq!(columns(&stood_up).len(), 4);
    }

    #[test]
    fn what_would_grow_beyond_all_bounds_isn_t_turned() {
        let mut table = Table::new("");
        table.push_row(std::iter::repeat_n("a", 40_000));
        (0..40_000).for_each(|_| table.push_row(["a", "b"]));
        assert!(!can_be_turned(&table));
        let mut plan = TablePlan { sheets: vec![SheetPlan::default()] };
        Replan::Turn(0).carry_out(&[table], &mut plan);
        assert!(!plan.sheets[0].is_transposed);
    }
}
