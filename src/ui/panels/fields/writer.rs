//! Many changes that become one command, each checked as it is made.

use super::lookup::{Lookup, NotThere};
use crate::edit::{Command, add_nations, apply, as_known};
use crate::formats::MAX_NATIONS;
use crate::model::{End, Map, Nation, NationId, Point};
use crate::names::KnownNation;
use crate::tasks::FreePlaces;
use crate::ui::panels::form::Editable;

/// The gap between new nations, and between them and the map, in world units.
const GAP: f32 = 120.0;
/// How many new nations stand side by side.
const SIDE_BY_SIDE: usize = 8;
/// More new nations than this are laid in rows; no place close to others is sought for them.
const MOST_CLOSE: usize = 200;

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
    fn lookup(&mut self) -> &Lookup {
        self.lookup.get_or_insert_with(|| Lookup::of(&self.map))
    }

    /// The nation of the map that a text names.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub fn find_nation(&mut self, text: &str) -> Result<NationId, NotThere> {
        self.lookup().nation(text)
    }

    /// The nation or tie of the map at which a tie can end that is called so.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub fn find_end(&mut self, text: &str) -> Result<End, NotThere> {
        self.lookup();
        match &self.lookup {
            Some(lookup) => lookup.end(&self.map, text),
            None => Err(NotThere::New(None)),
        }
    }

    /// The nation that a text names. One that is known but not on the map is added, close to a place.
    ///
    /// # Errors
    /// A sentence where none is meant, or more than one.
    pub fn nation(&mut self, text: &str, close_to: Option<Point>) -> Result<NationId, String> {
        match self.find_nation(text) {
            Err(NotThere::New(Some(known))) => self.add_known(known, close_to),
            found => found.map_err(|fault| fault.in_words(text)),
        }
    }

    /// Where a tie can end that is called so. A nation that is known but not on the map is added, close
    /// to a place.
    ///
    /// # Errors
    /// A sentence where there is none, or more than one.
    pub fn end(&mut self, text: &str, close_to: Option<Point>) -> Result<End, String> {
        match self.find_end(text) {
            Err(NotThere::New(Some(known))) => self.add_known(known, close_to).map(End::Nation),
            found => found.map_err(|fault| fault.in_words(text)),
        }
    }

    /// Where a nation lies.
    pub fn place_of(&self, id: NationId) -> Option<Point> {
        self.map.nations().get(id)?.position
    }

    /// Adds a nation that is known, close to a place.
    ///
    /// # Errors
    /// A sentence where the map has no room for it.
    pub(super) fn add_known(
        &mut self,
        known: &KnownNation,
        close_to: Option<Point>,
    ) -> Result<NationId, String> {
        let nation = as_known(&Nation::default(), known);
        let added = self.add_nations(vec![(nation, close_to)])?;
        added.first().copied().ok_or_else(|| "It can't be added.".to_owned())
    }

    /// Adds nations, each close to a place where one is given, or else below the map. None lands on
    /// anything.
    ///
    /// # Errors
    /// A sentence where the map has no room for them; nothing changes then.
    pub fn add_nations(
        &mut self,
        nations: Vec<(Nation, Option<Point>)>,
    ) -> Result<Vec<NationId>, String> {
        if self.map.nations().len() + nations.len() > MAX_NATIONS {
            return Err(format!("A map has up to {MAX_NATIONS} nations."));
        }
        let places = places(&self.map, nations.iter().map(|(_, close_to)| *close_to).collect());
        let placed = nations
            .into_iter()
            .zip(places)
            .map(|((nation, _), at)| Nation { position: Some(at.within_limit()), ..nation });
        let (ids, command) = add_nations(&self.map, placed.collect());
        self.perform(command)?;
        Ok(ids)
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
            Command::Tie(..) => lookup.forget_ties(),
            // Several at once may add nations and ties.
            Command::Batch(_) => self.lookup = None,
            _ => {}
        }
    }
}

/// Where new nations lie: close to a place, or side by side below the map.
fn places(map: &Map, close_to: Vec<Option<Point>>) -> Vec<Point> {
    let corner = if map.nations().iter().any(|(_, nation)| nation.position.is_some()) {
        Point::new(map.extent().min.x, map.extent().max.y + GAP)
    } else {
        Point::new(0.0, 0.0)
    };
    let in_rows = (0..).map(|turn: usize| {
        let (column, line) = (turn % SIDE_BY_SIDE, turn / SIDE_BY_SIDE);
        corner + Point::new(column as f32 * GAP, line as f32 * GAP)
    });
    if close_to.len() > MOST_CLOSE {
        return in_rows.take(close_to.len()).collect();
    }
    let mut free = FreePlaces::of(map);
    let mut in_rows = in_rows;
    let mut wanted = |close: Option<Point>| close.or_else(|| in_rows.next()).unwrap_or(corner);
    close_to.into_iter().map(|close| free.take_near(wanted(close))).collect()
}
