//! Which nation or tie of the map a text names.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::word_choice::quoted;
use crate::model::{End, Map, Nation, NationId, TieId};
use crate::names::{KnownNation, Recognition, fold, recognise};

/// Nations and ties of a map by what they are called.
#[derive(Default)]
pub(super) struct Lookup {
    names: Called<NationId>,
    codes: Called<NationId>,
    ties: OnceCell<Called<TieId>>,
}

/// Why a text names no nation or tie of the map.
#[derive(Debug, PartialEq)]
pub enum NotThere {
    /// Nothing on the map is called so. The nation that is meant, if the text names one that is known.
    New(Option<&'static KnownNation>),
    /// It may mean several; the sentence says which.
    Unclear(String),
}

impl NotThere {
    /// A sentence that says so of the text.
    pub fn in_words(self, text: &str) -> String {
        match self {
            Self::New(_) => format!("No nation of the map is called {}.", quoted(text.trim())),
            Self::Unclear(fault) => fault,
        }
    }
}

impl Lookup {
    pub(super) fn of(map: &Map) -> Self {
        let mut lookup = Self::default();
        map.nations().iter().for_each(|(id, nation)| lookup.add(id, nation));
        lookup
    }

    /// Adds a nation, or the new name of one.
    pub(super) fn add(&mut self, id: NationId, nation: &Nation) {
        self.names.add(&nation.name, id);
        if let Some(code) = &nation.code {
            self.codes.add(code, id);
        }
    }

    /// Forgets what ties are called, of which some have changed.
    pub(super) fn forget_ties(&mut self) {
        self.ties = OnceCell::new();
    }

    /// The nation of the map that a text names: by its name there, its code, or any name by which the
    /// nation of that code is known.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub(super) fn nation(&self, text: &str) -> Result<NationId, NotThere> {
        let text = text.trim();
        let own = self.names.find(text).or_else(|| self.codes.find(text));
        let (ids, known) = match (own, recognise(text, None)) {
            (Some(ids), _) => (Some(ids), None),
            (None, Recognition::Known(found)) => {
                (self.codes.find(found.nation.code), Some(found.nation))
            }
            (None, Recognition::Ambiguous(all)) => {
                let names: Vec<&str> = all.iter().map(|found| found.nation.name).collect();
                let fault = format!("{} can mean {}.", quoted(text), names.join(" or "));
                return Err(NotThere::Unclear(fault));
            }
            (None, Recognition::Unknown) => (None, None),
        };
        match ids {
            Some([only]) => Ok(*only),
            None | Some([]) => Err(NotThere::New(known)),
            Some(many) => {
                let fault =
                    format!("{} nations of the map are called {}.", many.len(), quoted(text));
                Err(NotThere::Unclear(fault))
            }
        }
    }

    /// The nation or tie at which a tie can end, as [`Map::end_name`] writes it; a tie may stand in
    /// brackets.
    ///
    /// # Errors
    /// Where there is none, or more than one.
    pub(super) fn end(&self, map: &Map, text: &str) -> Result<End, NotThere> {
        let text = text.trim();
        if self.names.find(text).is_some() {
            return self.nation(text).map(End::Nation);
        }
        let ties = self.ties.get_or_init(|| {
            let mut ties = Called::default();
            map.ties().ids().for_each(|id| ties.add(&map.tie_name(id), id));
            ties
        });
        let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        match [Some(text), inner].into_iter().flatten().find_map(|name| ties.find(name)) {
            Some([only]) => Ok(End::Tie(*only)),
            Some(many) => {
                let fault = format!("{} ties are called {}.", many.len(), quoted(text));
                Err(NotThere::Unclear(fault))
            }
            None => self.nation(text).map(End::Nation),
        }
    }
}

/// Records by what they are called: to the letter, or else whatever capitals and marks.
struct Called<I> {
    to_the_letter: HashMap<String, Vec<I>>,
    folded: HashMap<String, Vec<I>>,
}

impl<I> Default for Called<I> {
    fn default() -> Self {
        Self { to_the_letter: HashMap::new(), folded: HashMap::new() }
    }
}

impl<I: Copy + PartialEq> Called<I> {
    fn add(&mut self, name: &str, id: I) {
        let name = name.trim();
        for (index, key) in
            [(&mut self.to_the_letter, name.to_owned()), (&mut self.folded, fold(name))]
        {
            let ids = index.entry(key).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }

    fn find(&self, name: &str) -> Option<&[I]> {
        let name = name.trim();
        let found = self.to_the_letter.get(name).or_else(|| self.folded.get(&fold(name)));
        found.map(Vec::as_slice)
    }
}
