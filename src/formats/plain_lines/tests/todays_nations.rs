//! What began long ago and holds still is a tie, or a membership, of today's nations.

use super::*;

/// The codes of all nations of a map, and how many remarks were made.
fn codes(line: &str) -> (Vec<String>, usize) {
    let (map, remarks) = written(line);
    let codes = map.nations().iter().map(|(_, nation)| nation.code.clone().unwrap_or_default());
    (codes.collect(), remarks.len())
}

#[test]
fn what_holds_still_is_a_tie_of_todays_nations_and_what_was_is_asked_about() {
    for line in [
        "France – Germany: pact since 1963",
        "France – Germany: pact, from 1963",
        "France – Germany: pact (1963–present)",
        "France – Germany: pact, signed 1963",
        "France – Germany: pact in force, 1963",
        "France and Germany: pact since 1963",
    ] {
        assert_eq!(codes(line), (vec!["FRA".to_owned(), "DEU".to_owned()], 0), "{line}");
    }
    for line in [
        "France – Germany: pact 1963",
        "France – Germany: pact in 1963",
        "France and Germany signed a pact in 1963",
        "France – Germany: pact since 1963 until 1989",
        "France – Germany: pact since 1963, ended",
    ] {
        assert_eq!(codes(line), (vec![], 1), "{line}");
    }
}

#[test]
fn who_joined_is_a_member_still_unless_the_organisation_is_no_more() {
    for line in ["NATO: Germany 1955", "Germany in NATO since 1955", "Germany joined NATO in 1955"]
    {
        let (mut found, remarks) = codes(line);
        found.sort();
        assert_eq!((found, remarks), (vec!["DEU".to_owned(), "ORG NATO".to_owned()], 0), "{line}");
    }
    for line in ["Germany left NATO in 1956", "Warsaw Pact: Germany 1956"] {
        assert_eq!(codes(line), (vec![], 1), "{line}");
    }
}

#[test]
fn nothing_holds_still_with_a_state_that_is_no_more() {
    let (found, _) = codes("Soviet Union – Germany: pact since 1963");
    assert_eq!(found, Vec::<String>::new());
    let (found, _) = codes("Germany – Soviet Union: pact since 1922");
    assert_eq!(found, ["DEU", "SUHH"]);
    // On a map of that time it is there still.
    let (found, _) = codes("Date: 1962\nCuba – Soviet Union: pact since 1960");
    assert_eq!(found, ["CUB", "SUHH"]);
}
