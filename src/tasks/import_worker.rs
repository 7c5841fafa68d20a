//! The threads that carry out imports step by step, while a person chooses how.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::Receiver;

use super::placing::place_new;
use super::worker_thread::WorkerThread;
use super::{FigureRequest, Preview, Wake, render_preview};
use crate::edit::{self, Command};
use crate::formats::{
    self, Choices, Import, ImportSource, InputFile, OpenError, Progress, TablePlan,
};
use crate::model::Map;
use crate::scene::Theme;
use crate::scene::figure::{FigureOptions, Page};

/// The largest map that is drawn beside the choices by which it is made, in nations and ties; drawing a
/// larger one takes longer than a person waits.
pub const MOST_DRAWN: (usize, usize) = (400, 2_000);

/// Something to be done for an import.
#[derive(Clone, Debug)]
enum Step {
    /// Make the map by another plan and other choices.
    Change(Box<Import>, Option<TablePlan>, Option<Choices>),
    /// Join the tables of another file.
    Join(Box<Import>, PathBuf),
    /// Find places for the nations that a change adds to the map of a revision.
    Place { map: Box<Map>, revision: u64, command: Command },
}

/// What comes of it.
#[derive(Debug)]
pub enum ImportEvent {
    /// The map was made by another plan and other choices.
    Changed(Box<Import>),
    /// The tables of another file were joined, or couldn't be.
    Joined(Result<Box<Import>, String>),
    /// A map was drawn; `None` where it can't be.
    Drawn(Option<Preview>),
    /// A change of the map of a revision, with places for the nations that it adds.
    Placed(u64, Command),
}

/// The threads.
pub struct ImportWorker {
    steps: WorkerThread<Step, ImportEvent>,
    drawing: WorkerThread<(Box<Map>, Theme), ImportEvent>,
}

impl ImportWorker {
    /// Starts the threads. `wake` is called when there is an event to take.
    ///
    /// # Errors
    /// If the system can't start a thread.
    pub fn start(wake: Wake) -> std::io::Result<Self> {
        let steps =
            WorkerThread::start("entente-import", wake.clone(), |step, _| Some(carry_out(step)))?;
        let drawing = WorkerThread::start("entente-import-preview", wake, draw_newest)?;
        Ok(Self { steps, drawing })
    }

    /// Requests the map of what was read, by another plan for its tables and by these choices.
    pub fn change(&self, import: Import, plan: Option<TablePlan>, choices: Option<Choices>) {
        self.steps.send(Step::Change(Box::new(import), plan, choices));
    }

    /// Requests the tables of another file to be joined to those of an import.
    pub fn join(&self, import: Import, path: PathBuf) {
        self.steps.send(Step::Join(Box::new(import), path));
    }

    /// Requests places for the nations that a change adds to the map of a revision.
    pub fn place(&self, map: Map, revision: u64, command: Command) {
        self.steps.send(Step::Place { map: Box::new(map), revision, command });
    }

    /// Requests a small picture of a map, in place of one that isn't drawn yet.
    pub fn draw(&self, map: Map, theme: Theme) {
        self.drawing.send((Box::new(map), theme));
    }

    /// The next event, if there is one.
    pub fn take(&self) -> Option<ImportEvent> {
        self.steps.take_next().or_else(|| self.drawing.take_next())
    }
}

fn carry_out(step: Step) -> ImportEvent {
    match step {
        Step::Change(import, plan, choices) => {
            let mut changed = *import;
            // Choices belong to the columns of the plan before, from which they are carried to the next.
            if let Some(choices) = choices
                && changed.choices() != Some(&choices)
            {
                changed = changed.with_choices(choices);
            }
            if let Some(plan) = plan
                && changed.plan() != Some(&plan)
            {
                changed = changed.with_plan(plan);
            }
            ImportEvent::Changed(Box::new(changed))
        }
        Step::Join(import, path) => {
            ImportEvent::Joined(join(&import, &path).map_err(|error| error.to_string()))
        }
        Step::Place { map, revision, command } => {
            let mut after = *map;
            let placing = edit::apply(&mut after, command.clone()).map(|_| place_new(&after));
            let commands = std::iter::once(command).chain(placing.ok());
            ImportEvent::Placed(revision, Command::Batch(commands.collect()))
        }
    }
}

/// The import of the tables of both: the plan is guessed anew, for they may belong together in another way.
fn join(import: &Import, path: &Path) -> Result<Box<Import>, OpenError> {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let mut source = ImportSource::clone(import.source());
    formats::load(path)
        .and_then(|bytes| {
            let file = InputFile { name: &name, bytes: &bytes };
            source.read_beside(&file, Progress::untold())
        })
        .map_err(|error| error.in_file(&*name))?;
    Ok(Box::new(Import::new(Arc::new(source))))
}

fn draw_newest(job: (Box<Map>, Theme), queue: &Receiver<(Box<Map>, Theme)>) -> Option<ImportEvent> {
    let (map, theme) = queue.try_iter().last().unwrap_or(job);
    let mut map = *map;
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
    Some(ImportEvent::Drawn(render_preview(&map, &request)))
}
