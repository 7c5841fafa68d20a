//! A value that is one of a few words.

use crate::model::shorten;

/// The most characters of a text that a message repeats.
const MOST_CHARS: usize = 40;

/// The value whose name is the text, whatever its capitals, or the only one whose name begins so.
///
/// # Errors
/// A sentence that lists the names.
pub(super) fn one_of<T: Copy>(text: &str, all: &[(T, &str)]) -> Result<T, String> {
    let text = text.trim();
    let wanted = text.to_lowercase();
    let same = |(_, name): &&(T, &str)| name.to_lowercase() == wanted;
    if let Some((value, _)) = all.iter().find(same) {
        return Ok(*value);
    }
    let begins =
        |(_, name): &&(T, &str)| !wanted.is_empty() && name.to_lowercase().starts_with(&wanted);
    let mut beginning = all.iter().filter(begins);
    match (beginning.next(), beginning.next()) {
        (Some((value, _)), None) => Ok(*value),
        _ => {
            let names: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
            Err(format!("Expected one of {}; found {}.", names.join(", "), quoted(text)))
        }
    }
}

/// A text in quotes, cut where it is long.
pub fn quoted(text: &str) -> String {
    if text.is_empty() {
        "nothing".to_owned()
    } else {
        format!("“{}”", shorten(text, MOST_CHARS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals_and_ends_may_be_left_out_but_nothing_is_guessed() {
        let all = [(1, "signed"), (2, "suspended"), (3, "in force")];
        assert_eq!(one_of(" In Force", &all), Ok(3));
        assert_eq!(one_of("sig", &all), Ok(1));
        assert!(one_of("s", &all).is_err() && one_of("", &all).is_err());
        assert!(quoted(&"é".repeat(100)).chars().count() < 50);
    }
}
