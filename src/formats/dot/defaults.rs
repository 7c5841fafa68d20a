//! The attributes that new nodes or edges have, each within the subgraph that sets it.

use std::collections::HashMap;

use super::token::Id;

/// A numbered attribute and its value.
pub type Given<'a> = (u32, Id<'a>);

/// Defaults, which a subgraph changes for its inside alone. Taking back its changes costs no more than
/// making them, however deep it lies.
#[derive(Default)]
pub struct Defaults<'a> {
    active: Vec<Given<'a>>,
    places: HashMap<u32, usize>,
    changes: Vec<(usize, Option<Id<'a>>)>,
}

impl<'a> Defaults<'a> {
    /// The defaults at this place of the file.
    pub fn active(&self) -> &[Given<'a>] {
        &self.active
    }

    /// Sets one.
    pub fn set(&mut self, name: u32, value: Id<'a>) {
        match self.places.get(&name).and_then(|place| Some((*place, self.active.get_mut(*place)?)))
        {
            Some((place, there)) => {
                let before = std::mem::replace(&mut there.1, value);
                self.changes.push((place, Some(before)));
            }
            None => {
                self.places.insert(name, self.active.len());
                self.changes.push((self.active.len(), None));
                self.active.push((name, value));
            }
        }
    }

    /// What [`Self::leave`] returns to.
    pub const fn enter(&self) -> usize {
        self.changes.len()
    }

    /// Takes back what was set since then.
    pub fn leave(&mut self, then: usize) {
        while self.changes.len() > then {
            match self.changes.pop() {
                Some((place, Some(before))) => {
                    if let Some(there) = self.active.get_mut(place) {
                        there.1 = before;
                    }
                }
                // The newest was added last.
                Some((_, None)) => {
                    if let Some((name, _)) = self.active.pop() {
                        self.places.remove(&name);
                    }
                }
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::token::Form;
    use super::*;

    #[test]
    fn a_subgraph_leaves_the_defaults_as_they_were() {
        let id = |text: &'static str| Id { text: text.into(), form: Form::Plain };
        let mut defaults = Defaults::default();
        defaults.set(1, id("red"));
        let outside = defaults.active().to_vec();
        let then = defaults.enter();
        defaults.set(2, id("box"));
        defaults.set(1, id("blue"));
        defaults.set(1, id("green"));
        assert_eq!(defaults.active(), [(1, id("green")), (2, id("box"))]);
        defaults.leave(then);
        assert_eq!(defaults.active(), outside);
        defaults.set(2, id("oval"));
        assert_eq!(defaults.active().len(), 2);
    }
}
