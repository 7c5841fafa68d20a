//! What a nation's name brings along: its code, from which its flag follows, and whether it is an
//! organisation.
//!
//! The rule: a name taken from a list, or typed so that it can mean one known nation only, gives the
//! nation that one's code. Any other name leaves the code as it is, since a person may call Japan
//! *Nippon* or *Land of the Rising Sun* and it is still Japan.

use super::add::nation_key;
use super::{Change, Command};
use crate::model::{Map, Nation, NationId, NationType};
use crate::names::{KnownNation, Recognition, Sort, recognise};

/// The nation as a known one: with its common name, and with its code.
pub fn as_known(nation: &Nation, known: &KnownNation) -> Nation {
    Nation { name: known.name.to_owned(), ..with_code(nation, known) }
}

/// The nation with a name that was typed; with the code of the known nation that the name means, if it
/// means one alone.
pub fn named(nation: &Nation, name: &str) -> Nation {
    let named = Nation { name: name.to_owned(), ..nation.clone() };
    match recognise(name, None) {
        Recognition::Known(found) => with_code(&named, found.nation),
        Recognition::Ambiguous(_) | Recognition::Unknown => named,
    }
}

/// Names a nation that was added a moment ago. Its key, to which nothing refers yet, follows its name.
pub fn name_new(map: &Map, id: NationId, mut nation: Nation) -> Command {
    nation.key.clear();
    nation.key = map.nations().free_key(&nation_key(&nation));
    Command::Nation(id, Change::Replace(Box::new(nation)))
}

/// The nation with the code of a known one, which makes it an organisation if that is one.
pub fn with_code(nation: &Nation, known: &KnownNation) -> Nation {
    let nation_type = match known.sort {
        Sort::Organisation => NationType::Organisation,
        Sort::State | Sort::FormerState => nation.nation_type,
    };
    Nation { code: Some(known.code.to_owned()), nation_type, ..nation.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::by_code;

    fn japan() -> Nation {
        Nation { name: "Japan".into(), code: Some("JPN".into()), ..Nation::default() }
    }

    fn code_when_named(nation: &Nation, name: &str) -> Option<String> {
        named(nation, name).code
    }

    #[test]
    fn a_code_follows_a_name_that_is_known_and_stays_with_any_other() {
        let nobody = Nation::default();
        assert_eq!(code_when_named(&nobody, "Poland").as_deref(), Some("POL"));
        assert_eq!(code_when_named(&nobody, "Ruritania"), None);
        assert_eq!(code_when_named(&japan(), "Land of the Rising Sun").as_deref(), Some("JPN"));
        assert_eq!(code_when_named(&japan(), "Poland").as_deref(), Some("POL"));
    }

    #[test]
    fn a_nation_taken_from_the_list_has_the_common_name() {
        let known = by_code("POL").expect("known");
        let poland = as_known(&Nation { name: "pol".into(), ..Nation::default() }, known);
        assert_eq!((poland.name.as_str(), poland.code.as_deref()), ("Poland", Some("POL")));
    }
}
