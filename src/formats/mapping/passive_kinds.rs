//! Kinds and labels of ties that say who did it to whom, with the one who did it last: `occupied by`.

use std::borrow::Cow;

use crate::formats::vocabulary::header_words::squashed;
use crate::formats::vocabulary::kind_done_by;
use crate::names::caseless;

/// Words before *by* that don't end as most of their kind do.
const PARTICIPLES: [&str; 14] = [
    "beaten",
    "bought",
    "built",
    "fought",
    "given",
    "held",
    "led",
    "overthrown",
    "paid",
    "sent",
    "sold",
    "struck",
    "taken",
    "won",
];
/// No more words than these say what was done: *heavily armed by*.
const MOST_WORDS: usize = 4;

/// The kind of tie, from the second end to the first, that a text says of the first: `occupied by` is an occupation,
/// and `criticised by` what the second `criticised`.
pub fn active(text: &str) -> Option<Cow<'static, str>> {
    let text = without_auxiliary(text.trim());
    if text.is_empty() {
        return None;
    }
    if let Some(kind) = kind_done_by(&squashed(text)) {
        return Some(Cow::Borrowed(kind));
    }
    let done = participle(text)?;
    let last = caseless(done.rsplit(' ').next()?);
    let is_participle = last.len() > 3 && last.ends_with("ed") || PARTICIPLES.contains(&&*last);
    let is_short = done.split_whitespace().count() <= MOST_WORDS;
    (is_participle && is_short).then(|| Cow::Owned(done.to_owned()))
}

/// What stands before *by*: of `was occupied by`, `occupied`.
pub fn participle(text: &str) -> Option<&str> {
    let text = without_auxiliary(text);
    let (done, by) = text.split_at_checked(text.len().checked_sub(2)?)?;
    let is_done = by.eq_ignore_ascii_case("by") && done.ends_with(char::is_whitespace);
    Some(done.trim_end()).filter(|done| is_done && !done.is_empty())
}

/// Whether a text says what the first end of a tie did to the second: *invaded*, since there is *invaded by*.
pub fn is_deed(text: &str) -> bool {
    let key = squashed(text);
    key.ends_with("ed") && kind_done_by(&format!("{key}by")).is_some()
}

/// `is supplied by`, `has been criticised by`
fn without_auxiliary(text: &str) -> &str {
    const AUXILIARIES: [&str; 8] =
        ["is ", "was ", "are ", "were ", "has been ", "had been ", "have been ", "being "];
    AUXILIARIES.iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_done_by_another_is_its_tie() {
        for (text, expected) in [
            ("occupied by", Some("occupation")),
            ("Invaded by", Some("invasion")),
            ("supplied by", Some("supply")),
            ("was occupied by", Some("occupation")),
            ("besetzt von", Some("occupation")),
            ("criticised by", Some("criticised")),
            ("is heavily indebted by", Some("heavily indebted")),
            ("led by", Some("led")),
            ("by", None),
            ("invaded", None),
            ("stand by", None),
            ("close by", None),
            ("red by", None),
            ("", None),
        ] {
            assert_eq!(active(text).as_deref(), expected, "{text}");
        }
        let deeds = ["Invaded", "supplied", "invasion", "allied", ""].map(is_deed);
        assert_eq!(deeds, [true, true, false, false, false]);
    }
}
