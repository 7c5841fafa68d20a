//! Many changes that become one command, each checked as it is made.

use super::lookup::Lookup;
use crate::edit::{Command, apply};
use crate::model::{End, Map, NationId};
use crate::ui::panels::form::Editable;

/// Changes a copy of a map, and keeps the commands that did so.
pub struct Writer {
    map: Map,
    lookup: Option<Lookup>,
    commands: Vec<Command>,
}

impl Writer {
    /// A writer that starts from a map.
    pub fn on(map: &Map) -> Self {
        Self { map: map.clone(), lookup: None, commands: Vec::new() }
    }

    /// The map with all changes so far.
    pub const fn map(&self) -> &Map {
        &self.map
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// A sentence where it would break a rule of the map; nothing changes then.
    pub fn perform(&mut self, command: Command) -> Result<(), String> {
        apply(&mut self.map, command.clone())
            .map_err(|fault| format!("That can't be: {fault}."))?;
        self.note(&command);
        self.commands.push(command);
        Ok(())
    }

    /// Changes a record, where `change` succeeds.
    ///
    /// # Errors
    /// What `change` says, or the rule of the map that would be broken.
    pub fn change<I: Editable>(
        &mut self,
        id: I,
        change: impl FnOnce(&mut Self, &mut I::Record) -> Result<(), String>,
    ) -> Result<(), String>
    where
        I::Record: PartialEq,
    {
        let Some(mut record) = id.record(&self.map).cloned() else { return Ok(()) };
        change(self, &mut record)?;
        if id.record(&self.map) == Some(&record) {
            return Ok(());
        }
        self.perform(id.replace(record))
    }

    /// All changes as one command; none if nothing changed.
    pub fn into_command(mut self) -> Option<Command> {
        match self.commands.len() {
            0 => None,
            1 => self.commands.pop(),
            _ => Some(Command::Batch(self.commands)),
        }
    }

    /// Which nation a text names.
    pub(super) fn lookup(&mut self) -> &Lookup {
        self.lookup.get_or_insert_with(|| Lookup::of(&self.map))
    }

    /// Where a tie can end that is called so.
    ///
    /// # Errors
    /// A sentence where there is none, or more than one.
    pub fn end(&mut self, text: &str) -> Result<End, String> {
        let map = self.map.clone();
        self.lookup().end(&map, text)
    }

    /// The nation that a text names.
    ///
    /// # Errors
    /// A sentence where there is none, or more than one.
    pub fn nation(&mut self, text: &str) -> Result<NationId, String> {
        self.lookup().nation(text)
    }

    /// Keeps the names up to date.
    fn note(&mut self, command: &Command) {
        let Some(lookup) = &mut self.lookup else { return };
        match command {
            Command::Nation(id, _) => {
                if let Some(nation) = self.map.nations().get(*id) {
                    lookup.add(*id, nation);
                }
            }
            // Several at once may add nations and ties.
            Command::Batch(_) => self.lookup = None,
            _ => {}
        }
    }
}
