//! One step of the undo history.

use serde::{Deserialize, Serialize};

use super::command::{Change, Command};
use super::field::Field;

/// A step that can be taken back, or done again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Step {
    pub(super) name: String,
    /// Leads to the other side of the step.
    pub(super) command: Command,
    /// The revision on the other side.
    pub(super) revision: u64,
    /// Set while another change in the same field would join this step.
    pub(super) field: Option<Field>,
}

impl Step {
    /// Adds the inverse of another change, so that this step undoes both.
    pub(super) fn join(&mut self, later: Command) {
        if undoes_all_of(&self.command, &later) {
            return;
        }
        // One list, however many changes join: lists within lists could get too deep to be gone through.
        let mut all = if let Command::Batch(later) = later { later } else { vec![later] };
        match std::mem::replace(&mut self.command, Command::Batch(Vec::new())) {
            Command::Batch(earlier) => all.extend(earlier),
            earlier => all.push(earlier),
        }
        self.command = Command::Batch(all);
    }

    /// About how much memory it takes, in bytes.
    pub(super) fn size(&self) -> usize {
        size_of::<Self>() + self.name.len() + self.command.size()
    }
}

/// Whether `earlier` alone restores what `later` and then `earlier` would: true if both replace the
/// same whole records.
fn undoes_all_of(earlier: &Command, later: &Command) -> bool {
    use Change::Replace;
    match (earlier, later) {
        (Command::Heading(_), Command::Heading(_))
        | (Command::Look(_), Command::Look(_))
        | (Command::Filter(_), Command::Filter(_))
        | (Command::Whole(_), Command::Whole(_)) => true,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Nation, NationId};

    #[test]
    fn a_step_of_very_many_changes_is_no_deeper_than_one_of_two() {
        let command = |number: u32| {
            let nation = Box::new(Nation::default());
            Command::Nation(NationId(number), Change::Insert(0, nation))
        };
        let mut step = Step { name: String::new(), command: command(0), revision: 0, field: None };
        (1..5_000).for_each(|number| step.join(command(number)));
        step.join(Command::Batch(vec![command(5_001), command(5_000)]));
        let Command::Batch(all) = step.command else { panic!("a list") };
        assert!(all.iter().eq(&(0..=5_001).rev().map(command).collect::<Vec<_>>()));
    }
}
