//! Changes to one tie as steps with a name.

use crate::edit::{Change, Command, Field};
use crate::model::{Map, Tie, TieId};
use crate::ui::intent::Intent;

/// A tie that is being edited.
pub(super) struct Edit<'a> {
    pub(super) map: &'a Map,
    pub(super) id: TieId,
    pub(super) tie: &'a Tie,
}

impl Edit<'_> {
    /// A change by typing.
    pub(super) fn typed(
        &self,
        out: &mut Vec<Intent>,
        field: &str,
        verb: &str,
        change: impl FnOnce(&mut Tie),
    ) {
        let field = Field(format!("tie/{}/{field}", self.id.0));
        out.push(Intent::Type { name: self.name(verb), field, command: self.command(change) });
    }

    /// A change by a choice.
    pub(super) fn edited(&self, out: &mut Vec<Intent>, verb: &str, change: impl FnOnce(&mut Tie)) {
        out.push(Intent::Edit { name: self.name(verb), command: self.command(change) });
    }

    fn name(&self, verb: &str) -> String {
        format!("{verb} {}", self.map.tie_name(self.id))
    }

    fn command(&self, change: impl FnOnce(&mut Tie)) -> Command {
        let mut changed = self.tie.clone();
        change(&mut changed);
        Command::Tie(self.id, Change::Replace(Box::new(changed)))
    }
}
