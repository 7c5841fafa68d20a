//! Undo and redo: the map being edited, and the steps that led to it.

use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::operation::{Logged, Operation};
use super::step::Step;
use super::steps::Steps;
use super::{Command, Field, apply};
use crate::model::{Map, ValidationError};

/// A map with the steps that led to it.
///
/// Each state of the map has a revision of its own: undo returns to the old state and its old
/// revision, so that whatever was derived from a revision stays valid for it. No two maps share one,
/// whichever document they belong to.
///
/// The steps take up to 256 MiB; beyond that the oldest ones are let go ([`History::let_go`]).
#[derive(Clone, Debug)]
pub struct History {
    map: Map,
    revision: u64,
    saved_revision: Option<u64>,
    steps: Steps,
    /// What was done since it was last asked for, where that is kept.
    log: Option<Vec<Logged>>,
}

/// A history as it is stored: its map and its steps are apart, for a map is of use without its steps.
#[derive(Clone, Debug, Default)]
pub struct StoredHistory {
    /// The map as it is, and its revisions.
    pub state: StoredState,
    /// What leads to other states.
    pub steps: StoredSteps,
}

/// A map with its revisions, as it is stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StoredState {
    map: Map,
    revision: u64,
    saved_revision: Option<u64>,
}

/// The steps of a history, as they are stored.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct StoredSteps(Steps);

/// Why a history can't be gone on with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DamagedHistory;

/// Takes numbers that no map has as its revision yet, and returns the one before the first.
fn take_revisions(count: u64) -> u64 {
    static NEWEST: AtomicU64 = AtomicU64::new(0);
    NEWEST.fetch_add(count, Ordering::Relaxed)
}

fn next_revision() -> u64 {
    take_revisions(1) + 1
}

impl History {
    /// A map that is saved in its file.
    pub fn of_saved(map: Map) -> Self {
        let unsaved = Self::of_unsaved(map);
        Self { saved_revision: Some(unsaved.revision), ..unsaved }
    }

    /// A map that is in no file yet.
    pub fn of_unsaved(map: Map) -> Self {
        Self {
            map,
            revision: next_revision(),
            saved_revision: None,
            steps: Steps::default(),
            log: None,
        }
    }

    /// Keeps what is done from now on for [`History::take_log`].
    pub fn keep_log(&mut self) {
        self.log.get_or_insert_default();
    }

    /// What was done since the last call.
    pub fn take_log(&mut self) -> Vec<Logged> {
        self.log.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// The history as it is stored.
    pub fn stored(&self) -> StoredHistory {
        let Self { map, revision, saved_revision, steps, .. } = self;
        let (revision, saved_revision) = (*revision, *saved_revision);
        let state = StoredState { map: map.clone(), revision, saved_revision };
        StoredHistory { state, steps: StoredSteps(steps.clone()) }
    }

    /// A history as it was stored, to be gone on with by [`History::replay`] and then [`History::taken_in`].
    ///
    /// # Errors
    /// [`DamagedHistory`] where its map breaks a rule.
    pub fn of_stored(stored: StoredHistory) -> Result<Self, DamagedHistory> {
        let StoredHistory { state, steps } = stored;
        let StoredState { map, revision, saved_revision } = state;
        if !map.violations().is_empty() {
            return Err(DamagedHistory);
        }
        Ok(Self { map, revision, saved_revision, steps: steps.0, log: None })
    }

    /// Takes a history that was stored into this run of the program: its revisions become ones that no other map has.
    #[must_use]
    pub fn taken_in(mut self) -> Self {
        let own = [Some(self.revision), self.saved_revision].into_iter().flatten();
        let mut old: Vec<u64> = self.steps.iter().map(|step| step.revision).chain(own).collect();
        old.sort_unstable();
        old.dedup();
        // As many as are needed: were they as many as the largest one, they would grow at each start.
        let first = take_revisions(old.len() as u64) + 1;
        let new = |number: u64| first + old.partition_point(|other| *other < number) as u64;
        for step in self.steps.iter_mut() {
            step.revision = new(step.revision);
        }
        self.revision = new(self.revision);
        self.saved_revision = self.saved_revision.map(new);
        self
    }

    /// The map as it is now.
    pub const fn map(&self) -> &Map {
        &self.map
    }

    /// The revision of the map as it is now; equal revisions mean equal maps.
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the map differs from what was last saved.
    pub fn is_unsaved(&self) -> bool {
        self.saved_revision != Some(self.revision)
    }

    /// Records that the map of a revision is now in its file.
    pub fn mark_saved(&mut self, revision: u64) {
        self.saved_revision = Some(revision);
        self.log(|| Operation::Saved(revision));
    }

    /// Records that the map is in no file any more: another program has moved or deleted it.
    pub fn mark_lost(&mut self) {
        self.saved_revision = None;
        self.log(|| Operation::Lost);
    }

    /// How many steps lie between the map as it is and as it was saved; `None` where that state can't be reached.
    pub fn steps_since_save(&self) -> Option<usize> {
        let saved = self.saved_revision?;
        if saved == self.revision {
            return Some(0);
        }
        // The other side of a step that is done lies before it, that of one to be done again after it.
        let here = self.position();
        let mut saved_at = self.steps.iter().enumerate().filter(|(_, step)| step.revision == saved);
        saved_at.next().map(|(at, _)| if at < here { here - at } else { at + 1 - here })
    }

    /// The names of all steps, the oldest first: those that are done, then those that can be done again.
    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().map(|step| step.name.as_str())
    }

    /// How many of the steps are done.
    pub fn position(&self) -> usize {
        self.steps.done_count()
    }

    /// Takes back or does again as many steps as lie between here and a position among [`History::steps`]; beyond
    /// the last one means the last one.
    pub fn go_to(&mut self, position: usize) {
        while self.position() > position && self.undo().is_some() {}
        while self.position() < position && self.redo().is_some() {}
    }

    /// How many steps, the oldest ones, were let go so that the others have room.
    pub const fn let_go(&self) -> usize {
        self.steps.let_go()
    }

    /// Applies a command as one step.
    ///
    /// # Errors
    /// A [`ValidationError`] if the map would break one of its rules; nothing changes then.
    pub fn perform(
        &mut self,
        name: impl Into<String>,
        command: Command,
    ) -> Result<(), ValidationError> {
        self.record(name.into(), command, None)
    }

    /// Applies a command that comes from typing in a field; it joins the last step if that came from
    /// the same field.
    ///
    /// # Errors
    /// A [`ValidationError`] if the map would break one of its rules; nothing changes then.
    pub fn perform_in_field(
        &mut self,
        name: impl Into<String>,
        field: Field,
        command: Command,
    ) -> Result<(), ValidationError> {
        self.record(name.into(), command, Some(field))
    }

    /// Applies the command that ends the typing in a field. It joins the last step if that came from the
    /// same field, and that step is called `name` from now on.
    ///
    /// # Errors
    /// A [`ValidationError`] if the map would break one of its rules; nothing changes then.
    pub fn perform_last_in_field(
        &mut self,
        name: &str,
        field: Field,
        command: Command,
    ) -> Result<(), ValidationError> {
        self.record(name.to_owned(), command, Some(field))?;
        self.rename_step(name.to_owned());
        self.end_field();
        Ok(())
    }

    fn rename_step(&mut self, name: String) {
        if self.steps.rename_last(&name) {
            self.log(|| Operation::Rename(name));
        }
    }

    /// Ends the step of the current field: what is typed next is a new step.
    pub fn end_field(&mut self) {
        if self.steps.end_field().is_some() {
            self.log(|| Operation::EndField);
        }
    }

    fn record(
        &mut self,
        name: String,
        command: Command,
        field: Option<Field>,
    ) -> Result<(), ValidationError> {
        let logged = self.log.is_some().then(|| Operation::Perform {
            name: name.clone(),
            field: field.clone(),
            command: command.clone(),
        });
        let inverse = apply(&mut self.map, command)?;
        let before = self.revision;
        self.revision = next_revision();
        self.steps.add(Step { name, command: inverse, revision: before, field });
        if let Some(operation) = logged {
            self.log(|| operation);
        }
        Ok(())
    }

    fn log(&mut self, operation: impl FnOnce() -> Operation) {
        if let Some(log) = &mut self.log {
            log.push(Logged { operation: operation(), revision: self.revision });
        }
    }

    /// The step that undo would take back, for example `Move Japan`.
    pub fn undo_name(&self) -> Option<&str> {
        self.steps.last_done().map(|step| step.name.as_str())
    }

    /// The step that redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.steps.last_undone().map(|step| step.name.as_str())
    }

    /// Takes the last step back and returns its name.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.steps.pop_done()?;
        let (name, step) = self.cross(step)?;
        self.steps.push_undone(step);
        self.log(|| Operation::Undo);
        Some(name)
    }

    /// Does the last undone step again and returns its name.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.steps.pop_undone()?;
        let (name, step) = self.cross(step)?;
        self.steps.push_done(step);
        self.log(|| Operation::Redo);
        Some(name)
    }

    /// Goes to the other side of a step; returns its name and the step back.
    fn cross(&mut self, step: Step) -> Option<(String, Step)> {
        let command = apply(&mut self.map, step.command).ok()?;
        let revision = std::mem::replace(&mut self.revision, step.revision);
        let back = Step { name: step.name.clone(), command, revision, field: None };
        Some((step.name, back))
    }

    /// Does again what was done in another run of the program, which leads to the same revision.
    ///
    /// # Errors
    /// [`DamagedHistory`] where it can't have been done here.
    pub fn replay(&mut self, logged: Logged) -> Result<(), DamagedHistory> {
        let is_possible = match logged.operation {
            Operation::Perform { name, field, command } => {
                let performed = self.record(name, command, field).is_ok();
                self.revision = logged.revision;
                performed
            }
            Operation::EndField => {
                self.end_field();
                true
            }
            Operation::Rename(name) => {
                self.rename_step(name);
                true
            }
            Operation::Undo => self.undo().is_some(),
            Operation::Redo => self.redo().is_some(),
            Operation::Saved(revision) => {
                self.mark_saved(revision);
                true
            }
            Operation::Lost => {
                self.mark_lost();
                true
            }
        };
        if is_possible && self.revision == logged.revision { Ok(()) } else { Err(DamagedHistory) }
    }
}
