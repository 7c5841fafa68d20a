//! Changes to one record as undo steps.

use super::editable::Editable;
use crate::edit::{Command, Field};
use crate::model::Map;
use crate::ui::intent::Intent;

/// A record as it is before an edit. It turns changes into intents, whose undo steps are named by
/// [`Editable::step_name`].
pub struct RecordEditor<'a, I: Editable> {
    pub map: &'a Map,
    pub id: I,
    pub record: &'a I::Record,
}

impl<'a, I: Editable> RecordEditor<'a, I> {
    /// The editor of a record, if it is in the map.
    pub fn open(map: &'a Map, id: I) -> Option<Self> {
        Some(Self { map, id, record: id.record(map)? })
    }

    /// A change that is an undo step of its own.
    pub fn edit(&self, step: &str, change: impl FnOnce(&mut I::Record)) -> Intent {
        let name = self.id.step_name(self.map, step);
        Intent::Edit { name, command: self.command(change) }
    }

    /// A change while a field is typed or dragged in: consecutive changes of the field are one step.
    pub fn type_in(&self, key: &str, step: &str, change: impl FnOnce(&mut I::Record)) -> Intent {
        let name = self.id.step_name(self.map, step);
        Intent::Type { name, field: self.field(key), command: self.command(change) }
    }

    /// The command that changes the record.
    pub fn command(&self, change: impl FnOnce(&mut I::Record)) -> Command {
        let mut changed = self.record.clone();
        change(&mut changed);
        self.id.replace(changed)
    }

    /// A field of this record.
    pub fn field(&self, key: &str) -> Field {
        Field(format!("{}/{key}", self.id.key()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command};
    use crate::model::NationId;
    use crate::ui::panels::form::MapHeading;
    use crate::ui::test_example::{example, japan};

    #[test]
    fn a_change_is_a_step_that_replaces_the_record() {
        let state = example();
        let editor = RecordEditor::open(state.map(), japan()).expect("on the map");
        let intent = editor.type_in("name", "Rename", |nation| nation.name = "Nippon".to_owned());
        let Intent::Type { name, field, command } = intent else { panic!("{intent:?}") };
        assert_eq!((name.as_str(), field.0.as_str()), ("Rename Japan", "nation/1/name"));
        let Command::Nation(id, Change::Replace(nation)) = command else { panic!("{command:?}") };
        assert_eq!((id, nation.name.as_str()), (japan(), "Nippon"));
        assert!(RecordEditor::open(state.map(), NationId(99)).is_none());
    }

    #[test]
    fn the_heading_is_a_record_too() {
        let state = example();
        let editor = RecordEditor::open(state.map(), MapHeading).expect("every map has one");
        let intent = editor.type_in("title", "Change title", |heading| heading.title.clear());
        let Intent::Type { name, field, .. } = intent else { panic!("{intent:?}") };
        assert_eq!((name.as_str(), field.0.as_str()), ("Change title of the map", "heading/title"));
    }
}
