//! Undo and redo: the map being edited, and the steps that led to it.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{Change, Command, apply};
use crate::model::{Map, ValidationError};

/// A map with the steps that led to it.
///
/// Each state of the map has a revision of its own: undo returns to the old state and its old
/// revision, so that whatever was derived from a revision stays valid for it. No two maps share one,
/// whichever document they belong to.
#[derive(Debug)]
pub struct History {
    map: Map,
    revision: u64,
    saved_revision: Option<u64>,
    done: Vec<Step>,
    undone: Vec<Step>,
}

/// A field of the interface in which a person types. Consecutive changes in the same field are one
/// undo step.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Field(pub String);

#[derive(Debug)]
struct Step {
    name: String,
    /// Leads to the other side of the step.
    command: Command,
    /// The revision on the other side.
    revision: u64,
    /// Set while another change in the same field would join this step.
    field: Option<Field>,
}

fn next_revision() -> u64 {
    static NEWEST: AtomicU64 = AtomicU64::new(0);
    NEWEST.fetch_add(1, Ordering::Relaxed) + 1
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
            done: Vec::new(),
            undone: Vec::new(),
        }
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
    pub const fn mark_saved(&mut self, revision: u64) {
        self.saved_revision = Some(revision);
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
        if let Some(step) = self.done.last_mut() {
            name.clone_into(&mut step.name);
        }
        self.end_field();
        Ok(())
    }

    /// Ends the step of the current field: what is typed next is a new step.
    pub fn end_field(&mut self) {
        if let Some(step) = self.done.last_mut() {
            step.field = None;
        }
    }

    fn record(
        &mut self,
        name: String,
        command: Command,
        field: Option<Field>,
    ) -> Result<(), ValidationError> {
        let inverse = apply(&mut self.map, command)?;
        let before = self.revision;
        self.revision = next_revision();
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if field.is_some() && last.field == field => last.join(inverse),
            _ => self.done.push(Step { name, command: inverse, revision: before, field }),
        }
        Ok(())
    }

    /// The step that undo would take back, for example `Move Japan`.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// The step that redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// Takes the last step back and returns its name.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.done.pop()?;
        let (name, step) = self.cross(step)?;
        self.undone.push(step);
        Some(name)
    }

    /// Does the last undone step again and returns its name.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.undone.pop()?;
        let (name, step) = self.cross(step)?;
        self.done.push(step);
        Some(name)
    }

    /// Goes to the other side of a step; returns its name and the step back.
    fn cross(&mut self, step: Step) -> Option<(String, Step)> {
        let result = apply(&mut self.map, step.command);
        debug_assert!(result.is_ok(), "an exact inverse failed: {result:?}");
        let command = result.ok()?;
        let back = std::mem::replace(&mut self.revision, step.revision);
        Some((step.name.clone(), Step { name: step.name, command, revision: back, field: None }))
    }
}

impl Step {
    /// Adds the inverse of another change, so that this step undoes both.
    fn join(&mut self, later: Command) {
        if !undoes_all_of(&self.command, &later) {
            let earlier = std::mem::replace(&mut self.command, Command::Batch(Vec::new()));
            self.command = Command::Batch(vec![later, earlier]);
        }
    }
}

/// Whether `earlier` alone restores what `later` and then `earlier` would: true if both replace the
/// same whole records.
fn undoes_all_of(earlier: &Command, later: &Command) -> bool {
    use Change::Replace;
    match (earlier, later) {
        (Command::Heading(_), Command::Heading(_))
        | (Command::Look(_), Command::Look(_))
        | (Command::Filter(_), Command::Filter(_)) => true,
        (Command::Nation(a, Replace(_)), Command::Nation(b, Replace(_))) => a == b,
        (Command::Tie(a, Replace(_)), Command::Tie(b, Replace(_))) => a == b,
        (Command::Kind(a, Replace(_)), Command::Kind(b, Replace(_))) => a == b,
        (Command::Source(a, Replace(_)), Command::Source(b, Replace(_))) => a == b,
        (Command::TextNote(a, Replace(_)), Command::TextNote(b, Replace(_))) => a == b,
        (Command::Placements(a), Command::Placements(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|((a, _), (b, _))| a == b)
        }
        (Command::Batch(a), Command::Batch(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| undoes_all_of(a, b))
        }
        _ => false,
    }
}
