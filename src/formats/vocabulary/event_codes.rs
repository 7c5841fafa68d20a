//! What happened between two actors, by the codes of CAMEO (Schrodt, Conflict and Mediation Event Observations, 1.1b3,
//! 2012), by which GDELT and others list events.

use crate::model::Sign;

/// The twenty sorts of event, in the order of their numbers from 1, and whether they are friendly. Those from 1 to 8
/// are cooperation, all others conflict; what is only said or asked for is neither yet.
const ROOTS: [(&str, Sign); 20] = [
    ("public statement", Sign::Neutral),
    ("appeal", Sign::Neutral),
    ("intent to cooperate", Sign::Friendly),
    ("consultation", Sign::Friendly),
    ("diplomatic cooperation", Sign::Friendly),
    ("material cooperation", Sign::Friendly),
    ("aid", Sign::Friendly),
    ("yielding", Sign::Friendly),
    ("investigation", Sign::Neutral),
    ("demand", Sign::Hostile),
    ("disapproval", Sign::Hostile),
    ("rejection", Sign::Hostile),
    ("threat", Sign::Hostile),
    ("protest", Sign::Hostile),
    ("military posture", Sign::Hostile),
    ("reduced relations", Sign::Hostile),
    ("coercion", Sign::Hostile),
    ("assault", Sign::Hostile),
    ("fighting", Sign::Hostile),
    ("mass violence", Sign::Hostile),
];

/// The sort of an event by its code: `05` and `057` are diplomatic cooperation. Codes may have lost the zero before
/// them, as in a spreadsheet.
pub fn sort_of_event(code: &str) -> Option<&'static str> {
    let is_code = (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
    let begins = |digits: usize| code.get(..digits)?.parse::<usize>().ok();
    let root = begins(code.len().min(2)).filter(|_| is_code)?;
    let root = if root > ROOTS.len() { begins(1)? } else { root };
    ROOTS.get(root.checked_sub(1)?).map(|(name, _)| *name)
}

/// Whether a sort of event is friendly or hostile.
pub fn sign_of_event(sort: &str) -> Option<Sign> {
    ROOTS.iter().find(|(name, _)| *name == sort).map(|(_, sign)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_name_sorts_of_events() {
        for (code, expected) in [
            ("01", Some("public statement")),
            ("1", Some("public statement")),
            ("05", Some("diplomatic cooperation")),
            ("057", Some("diplomatic cooperation")),
            ("57", Some("diplomatic cooperation")),
            ("111", Some("disapproval")),
            ("1123", Some("disapproval")),
            ("20", Some("mass violence")),
            ("0", None),
            ("", None),
            ("x5", None),
            ("12345", None),
        ] {
            assert_eq!(sort_of_event(code), expected, "{code}");
        }
        assert_eq!(sign_of_event("threat"), Some(Sign::Hostile));
        assert_eq!(sign_of_event("pact"), None);
    }
}
