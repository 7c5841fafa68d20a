//! The steps that can be taken back and those that can be done again, within a bound of memory.

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::step::Step;

/// How many bytes the steps may take: 256 MiB.
const MAX_BYTES: usize = 256 * 1024 * 1024;

/// The steps of a history.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(from = "StoredSteps")]
pub(super) struct Steps {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    let_go: usize,
    /// About how many bytes they take; it is measured anew when they are read.
    #[serde(skip)]
    size: usize,
}

/// The steps as they are stored.
#[derive(Deserialize)]
struct StoredSteps {
    done: VecDeque<Step>,
    undone: Vec<Step>,
    let_go: usize,
}

impl From<StoredSteps> for Steps {
    fn from(stored: StoredSteps) -> Self {
        let StoredSteps { done, undone, let_go } = stored;
        let size = done.iter().chain(&undone).map(Step::size).sum();
        Self { done, undone, let_go, size }
    }
}

impl Steps {
    pub(super) fn last_done(&self) -> Option<&Step> {
        self.done.back()
    }

    pub(super) fn last_undone(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// All of them, the oldest first: those that are done, then those that can be done again.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Step> {
        self.done.iter().chain(self.undone.iter().rev())
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Step> {
        self.done.iter_mut().chain(self.undone.iter_mut().rev())
    }

    pub(super) fn done_count(&self) -> usize {
        self.done.len()
    }

    pub(super) const fn let_go(&self) -> usize {
        self.let_go
    }

    /// Adds a step, or joins it to the last one where that came from the same field. What was undone can't be done
    /// again after it.
    pub(super) fn add(&mut self, step: Step) {
        self.size -= self.undone.drain(..).map(|step| step.size()).sum::<usize>();
        match self.done.back_mut() {
            Some(last) if step.field.is_some() && last.field == step.field => {
                self.size -= last.size();
                last.join(step.command);
                self.size += last.size();
            }
            _ => self.push_done(step),
        }
        // The newest step always stays.
        while self.size > MAX_BYTES && self.done.len() > 1 {
            let oldest = self.done.pop_front();
            self.size -= oldest.map_or(0, |step| step.size());
            self.let_go += 1;
        }
    }

    /// Ends the field of the last step and returns it.
    pub(super) fn end_field(&mut self) -> Option<Field> {
        self.done.back_mut()?.field.take()
    }

    /// Gives the last step another name; returns whether it had another one.
    pub(super) fn rename_last(&mut self, name: &str) -> bool {
        let Some(step) = self.done.back_mut().filter(|step| step.name != name) else {
            return false;
        };
        self.size -= step.name.len();
        self.size += name.len();
        name.clone_into(&mut step.name);
        true
    }

    pub(super) fn push_done(&mut self, step: Step) {
        self.size += step.size();
        self.done.push_back(step);
    }

    pub(super) fn push_undone(&mut self, step: Step) {
        self.size += step.size();
        self.undone.push(step);
    }

    pub(super) fn pop_done(&mut self) -> Option<Step> {
        let step = self.done.pop_back()?;
        self.size -= step.size();
        Some(step)
    }

    pub(super) fn pop_undone(&mut self) -> Option<Step> {
        let step = self.undone.pop()?;
        self.size -= step.size();
        Some(step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Command, Placement};
    use crate::model::NationId;

    fn large(revision: u64) -> Step {
        let places = vec![(NationId(1), Placement::default()); 1 << 20];
        Step { name: String::new(), command: Command::Placements(places), revision, field: None }
    }

    #[test]
    fn the_oldest_steps_are_let_go_and_counted() {
        let mut steps = Steps::default();
        let each = large(0).size();
        let fitting = MAX_BYTES / each;
        (0..fitting as u64 + 3).for_each(|revision| steps.add(large(revision)));
        assert_eq!((steps.done_count(), steps.let_go()), (fitting, 3));
        assert_eq!(steps.iter().next().map(|step| step.revision), Some(3));
        assert_eq!(steps.size, fitting * each);
        while steps.pop_done().is_some() {}
        assert_eq!(steps.size, 0);
    }
}
