//! Lists of names in one text, parted as a person reads them: `France; Germany and Bosnia and Herzegovina`.

/// What parts names wherever it stands.
const SURE: [char; 5] = [';', '；', '\n', '\r', '|'];
/// What parts names unless it belongs to one: `Korea, South`, `Trinidad & Tobago`.
const SIGNS: [char; 9] = [',', '，', '、', '/', '+', '&', '·', '•', '・'];
/// Words between the last two names of a list, which names have in them too.
const WORDS: [&str; 14] =
    ["and", "und", "sowie", "et", "y", "e", "ed", "en", "og", "och", "plus", "и", "with", "mit"];
/// A longer text is no list of names, in bytes.
const LONGEST: usize = 2_000;
/// A name has no more than so many parts: `Saint Vincent and the Grenadines`, `Korea, Dem. People's Rep. of`.
const MOST_PARTS: usize = 4;

/// What stands between a part of a text and the next.
#[derive(Clone, Copy, PartialEq)]
enum Between {
    /// A sign, or a word.
    One,
    /// A sign and a word, as before the last of a list: `, and`. No name has both.
    SignAndWord,
}

/// A part of a text, by its bytes, with what stands before it.
struct Part {
    start: usize,
    end: usize,
    before: Between,
}

/// The names in a text. What `is_name` knows stays whole, however many signs it has; a text of which less
/// than half of the parts are names is one, unless a semicolon or the like stands in it.
pub fn parted<'t>(text: &'t str, is_name: &mut dyn FnMut(&str) -> bool) -> Vec<&'t str> {
    let text = text.trim();
    if text.is_empty() {
        return Vec::new();
    }
    if text.len() > LONGEST && !text.contains(SURE) || is_name(text) {
        return vec![text];
    }
    if text.contains(SURE) {
        let items = text.split(SURE).map(str::trim).filter(|item| !item.is_empty());
        return items.flat_map(|item| parted(item, is_name)).collect();
    }
    let parts = parts_of(text);
    let names = joined(text, &parts, is_name);
    let known = names.iter().filter(|(_, is_known)| *is_known).count();
    if 2 * known < names.len() {
        return vec![text];
    }
    names.into_iter().map(|(name, _)| name).collect()
}

/// Joins parts that are one name, the longest first, and says of each whether it is known.
fn joined<'t>(
    text: &'t str,
    parts: &[Part],
    is_name: &mut dyn FnMut(&str) -> bool,
) -> Vec<(&'t str, bool)> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(first) = parts.get(at) {
        let others = parts.iter().skip(at + 1).take(MOST_PARTS - 1);
        let room = 1 + others.take_while(|part| part.before == Between::One).count();
        let slice = |count: usize| {
            let last = parts.get(at + count - 1)?;
            text.get(first.start..last.end)
        };
        let whole = (1..=room).rev().find(|count| slice(*count).is_some_and(&mut *is_name));
        let count = whole.unwrap_or(1);
        if let Some(name) = slice(count) {
            names.push((name, whole.is_some()));
        }
        at += count;
    }
    names
}

/// The parts of a text at all signs and words that may stand between names.
fn parts_of(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    for (start, piece) in pieces(text, |c| SIGNS.contains(&c)) {
        let mut words = pieces(piece, char::is_whitespace).peekable();
        let mut open: Option<(usize, usize)> = None;
        // A word at the beginning of a piece belongs to the sign before it.
        let mut before = match words.next_if(|(_, word)| is_between(word)) {
            Some(_) if start > 0 => Between::SignAndWord,
            _ => Between::One,
        };
        for (at, word) in words {
            if is_between(word) && open.is_some() {
                if let Some((start, end)) = open.take() {
                    parts.push(Part { start, end, before });
                }
                before = Between::One;
            } else {
                let begin = open.map_or(start + at, |(begin, _)| begin);
                open = Some((begin, start + at + word.len()));
            }
        }
        if let Some((start, end)) = open {
            parts.push(Part { start, end, before });
        }
    }
    parts
}

/// The pieces of a text that aren't empty, each with where it begins.
fn pieces(text: &str, is_sign: impl Fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    let pieces = text.split(is_sign).filter(|piece| !piece.is_empty());
    pieces.map(|piece| (piece.as_ptr() as usize - text.as_ptr() as usize, piece))
}

fn is_between(word: &str) -> bool {
    let is_it = |known: &str| known.len() == word.len() && known.eq_ignore_ascii_case(word);
    WORDS.iter().any(|known| is_it(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{Recognition, recognise};

    fn read(text: &str) -> String {
        parted(text, &mut |name| recognise(name, None) != Recognition::Unknown).join("|")
    }

    #[test]
    fn lists_are_parted_as_a_person_reads_them() {
        for (text, expected) in [
            ("France; Germany", "France|Germany"),
            ("France and Germany", "France|Germany"),
            ("France, Germany, and Italy", "France|Germany|Italy"),
            ("France, Germany & Italy", "France|Germany|Italy"),
            ("France/Germany\nItaly + Spain", "France|Germany|Italy|Spain"),
            ("Bosnia and Herzegovina", "Bosnia and Herzegovina"),
            ("Bosnia and Herzegovina and Serbia", "Bosnia and Herzegovina|Serbia"),
            ("Trinidad & Tobago, Cuba", "Trinidad & Tobago|Cuba"),
            ("Cuba and Antigua and Barbuda", "Cuba|Antigua and Barbuda"),
            ("Korea, South; Japan", "Korea, South|Japan"),
            ("Korea, South and Japan", "Korea, South|Japan"),
            ("Japan, Korea, Rep., China", "Japan|Korea, Rep.|China"),
            (
                "Saint Kitts and Nevis, Saint Vincent and the Grenadines",
                "Saint Kitts and Nevis|Saint Vincent and the Grenadines",
            ),
            ("Frankreich und Polen", "Frankreich|Polen"),
            ("Hinz and Kunz", "Hinz and Kunz"),
            ("Hinz; Kunz and Sons", "Hinz|Kunz and Sons"),
            ("and", "and"),
            (" , ; ", ""),
        ] {
            assert_eq!(read(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_long_text_is_looked_at_once() {
        let long = "x,".repeat(500_000);
        assert_eq!(parted(&long, &mut |_| false), [long.as_str()]);
        let (lists, mut looked_up) = ("a,b,c;".repeat(50_000), 0usize);
        let mut is_name = |name: &str| {
            looked_up += 1;
            name.len() == 1
        };
        assert_eq!(parted(&lists, &mut is_name).len(), 150_000);
        assert!(looked_up < 500_000, "{looked_up}");
    }
}
