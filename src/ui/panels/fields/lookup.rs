//! Which nation or tie of the map a text names.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::word_choice::quoted;
use crate::model::{End, Map, Nation, NationId, TieId};
use crate::names::{Match, Recognition, recognise};

/// Nations and ties of a map by what they are called.
#[derive(Default)]
pub(super) struct Lookup {
    names: HashMap<String, Vec<NationId>>,
    codes: HashMap<String, Vec<NationId>>,
    ties: OnceCell<HashMap<String, Vec<TieId>>>,
}

impl Lookup {
    pub(super) fn of(map: &Map) -> Self {
        let mut lookup = Self::default();
        map.nations().iter().for_each(|(id, nation)| lookup.add(id, nation));
        lookup
    }

    /// Adds a nation, or the new name of one.
    pub(super) fn add(&mut self, id: NationId, nation: &Nation) {
        let put = |index: &mut HashMap<String, Vec<NationId>>, text: &str| {
            let ids = index.entry(fold(text)).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        put(&mut self.names, &nation.name);
        if let Some(code) = &nation.code {
            put(&mut self.codes, code);
        }
    }

    /// The nation of the map that a text names: by its name there, its code, or any name by which the
    /// nation of that code is known.
    ///
    /// # Errors
    /// A sentence where there is none, or more than one.
    pub(super) fn nation(&self, text: &str) -> Result<NationId, String> {
        let text = text.trim();
        let own = self.names.get(&fold(text)).or_else(|| self.codes.get(&fold(text)));
        let known = |found: &Match| self.codes.get(&fold(found.nation.code));
        let ids = match (own, recognise(text, None)) {
            (Some(ids), _) => Some(ids),
            (None, Recognition::Known(found)) => known(&found),
            (None, Recognition::Ambiguous(all)) => {
                let names: Vec<&str> = all.iter().map(|found| found.nation.name).collect();
                return Err(format!("{} can mean {}.", quoted(text), names.join(" or ")));
            }
            (None, Recognition::Unknown) => None,
        };
        match ids.map(Vec::as_slice) {
            Some([only]) => Ok(*only),
            None | Some([]) => Err(format!("No nation of the map is called {}.", quoted(text))),
            Some(many) => {
                Err(format!("{} nations of the map are called {}.", many.len(), quoted(text)))
            }
        }
    }

    /// The nation or tie at which a tie can end, as [`Map::end_name`] writes it; a tie may stand in
    /// brackets.
    ///
    /// # Errors
    /// A sentence where there is none, or more than one.
    pub(super) fn end(&self, map: &Map, text: &str) -> Result<End, String> {
        let text = text.trim();
        let ties = self.ties.get_or_init(|| {
            let mut ties: HashMap<String, Vec<TieId>> = HashMap::new();
            map.ties()
                .ids()
                .for_each(|id| ties.entry(fold(&map.tie_name(id))).or_default().push(id));
            ties
        });
        let inner = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
        let named =
            [Some(text), inner].into_iter().flatten().find_map(|name| ties.get(&fold(name)));
        match named.map(Vec::as_slice) {
            Some([only]) => Ok(End::Tie(*only)),
            Some(many) if !self.names.contains_key(&fold(text)) => {
                Err(format!("{} ties are called {}.", many.len(), quoted(text)))
            }
            _ => self.nation(text).map(End::Nation),
        }
    }
}

/// A name regardless of capitals and of space around it.
fn fold(text: &str) -> String {
    text.trim().to_lowercase()
}
