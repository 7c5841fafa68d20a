//! What copies of nations are called.

use std::collections::{HashMap, HashSet};

use crate::model::Map;

/// Names for copies, each of which no nation of the map has.
pub(super) struct CopyNames<'m> {
    taken: HashSet<&'m str>,
    /// How many copies of a name there are at least.
    counts: HashMap<&'m str, usize>,
}

impl<'m> CopyNames<'m> {
    pub(super) fn for_map(map: &'m Map) -> Self {
        let taken = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
        Self { taken, counts: HashMap::new() }
    }

    /// The name of a copy: `Japan (copy)`, and of another one `Japan (copy 2)`, whichever of them is copied.
    pub(super) fn copy_of(&mut self, name: &'m str) -> String {
        let original = original(name);
        let count = self.counts.entry(original).or_default();
        loop {
            *count += 1;
            let copy = match *count {
                1 => format!("{original} (copy)"),
                number => format!("{original} (copy {number})"),
            };
            if !self.taken.contains(copy.as_str()) {
                return copy;
            }
        }
    }
}

/// The name of what a nation was copied from, or its own.
fn original(name: &str) -> &str {
    let copy = name.strip_suffix(')').and_then(|name| name.rsplit_once(" (copy"));
    let Some((original, number)) = copy else { return name };
    let digits = number.strip_prefix(' ');
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if number.is_empty() || digits.is_some_and(is_number) { original } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Nation, NationId};

    #[test]
    fn copies_are_numbered_and_never_called_copies_of_copies() {
        let mut map = Map::empty();
        for (id, name) in (1..).zip(["Japan", "Japan (copy)", "Peru (copying)", "Chad (copy x)"]) {
            let nation =
                Nation { key: name.to_owned(), name: name.to_owned(), ..Nation::default() };
            let command = Command::Nation(NationId(id), Change::Insert(99, Box::new(nation)));
            apply(&mut map, command).expect("a nation");
        }
        let mut names = CopyNames::for_map(&map);
        let names: Vec<String> =
            ["Japan", "Japan (copy)", "Peru (copying)", "Chad (copy x)", "Iran"]
                .into_iter()
                .map(|name| names.copy_of(name))
                .collect();
        let expected = [
            "Japan (copy 2)",
            "Japan (copy 3)",
            "Peru (copying) (copy)",
            "Chad (copy x) (copy)",
            "Iran (copy)",
        ];
        assert_eq!(names, expected);
    }
}
