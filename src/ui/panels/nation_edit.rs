//! Changes to one nation as steps with a name.

use crate::edit::{Change, Command, Field};
use crate::model::{Nation, NationId};
use crate::ui::intent::Intent;

/// A change by typing.
pub(super) fn typed(
    out: &mut Vec<Intent>,
    id: NationId,
    nation: &Nation,
    field: &str,
    verb: &str,
    change: impl FnOnce(&mut Nation),
) {
    let field = Field(format!("nation/{}/{field}", id.0));
    let (name, command) = step(id, nation, verb, change);
    out.push(Intent::Type { name, field, command });
}

/// A change by a choice.
pub(super) fn edited(
    out: &mut Vec<Intent>,
    id: NationId,
    nation: &Nation,
    verb: &str,
    change: impl FnOnce(&mut Nation),
) {
    let (name, command) = step(id, nation, verb, change);
    out.push(Intent::Edit { name, command });
}

fn step(
    id: NationId,
    nation: &Nation,
    verb: &str,
    change: impl FnOnce(&mut Nation),
) -> (String, Command) {
    let mut changed = nation.clone();
    change(&mut changed);
    (format!("{verb} {}", nation.name), Command::Nation(id, Change::Replace(Box::new(changed))))
}
