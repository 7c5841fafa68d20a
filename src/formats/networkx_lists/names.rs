//! Parts lines into names.

use crate::names::{Recognition, recognise};

/// What stands between the names of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// Blanks, which may stand in names too.
    Blanks,
    /// This sign alone.
    Sign(char),
}

/// The signs that are looked for; networkx takes any that its caller gives.
const SIGNS: [char; 4] = ['\t', ';', '|', ','];
/// So many bytes of a text are looked at.
const LOOKED_AT: usize = 16 * 1024;
/// The most words of a nation's name: *Saint Vincent and the Grenadines*.
const MOST_WORDS: usize = 5;

impl Between {
    /// What stands between names in most lines of a text that have several: blanks, unless a sign does.
    pub fn names_in(text: &str) -> Self {
        let head = text.get(..text.floor_char_boundary(LOOKED_AT)).unwrap_or_default();
        // A comma in the values of an edge parts no names.
        let lines = head.lines().filter(|line| !line.starts_with('#'));
        let lines = lines.map(|line| line.split('{').next().unwrap_or_default().trim());
        let is_between = |c: char| c.is_whitespace() || SIGNS.contains(&c);
        let lists: Vec<&str> = lines.filter(|line| line.contains(is_between)).collect();
        let parts_most = |sign: &&char| {
            let parted = lists.iter().filter(|line| line.contains(**sign)).count();
            parted > 0 && 2 * parted >= lists.len()
        };
        SIGNS.iter().find(parts_most).map_or(Self::Blanks, |sign| Self::Sign(*sign))
    }

    /// The names in a line. Between blanks, several words are one name where they are that of a known nation and
    /// the first of them is none by itself.
    pub fn parted(self, line: &str) -> Vec<&str> {
        match self {
            Self::Sign(sign) => {
                line.split(sign).map(str::trim).filter(|name| !name.is_empty()).collect()
            }
            Self::Blanks => joined(line),
        }
    }
}

fn joined(line: &str) -> Vec<&str> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let place = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let longest = (at + 2..=words.len().min(at + MOST_WORDS)).rev();
        let several = longest.filter(|_| may_begin_name(word)).find_map(|end| {
            let last = words.get(end - 1)?;
            let text = line.get(place(word)..place(last) + last.len())?;
            is_nation(text).then_some((text, end))
        });
        let (name, end) = several.unwrap_or((word, at + 1));
        names.push(name);
        at = end;
    }
    names
}

/// Whether a word may be the first of several that are a nation's name.
fn may_begin_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !is_nation(word)
}

fn is_nation(text: &str) -> bool {
    recognise(text, None) != Recognition::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_between_names_is_found() {
        for (text, expected) in [
            ("# a, b\na b c\nb\n", Between::Blanks),
            ("a,b\nb,c\nc", Between::Sign(',')),
            ("South Korea\tJapan\nJapan\t{'a': 1, 'b': 2}\n", Between::Sign('\t')),
            ("a b {'x': 1, 'y': 2}\nb c {'x': 1, 'y': 2}", Between::Blanks),
            ("", Between::Blanks),
        ] {
            assert_eq!(Between::names_in(text), expected, "{text}");
        }
    }

    #[test]
    fn nations_of_several_words_are_one_name() {
        for (line, expected) in [
            ("France United States Japan", "France|United States|Japan"),
            ("a b  c", "a|b|c"),
            ("South Korea", "South Korea"),
            ("Guinea Bissau", "Guinea|Bissau"),
            ("Peru Saint Vincent and the Grenadines", "Peru|Saint Vincent and the Grenadines"),
            ("1 2 3", "1|2|3"),
        ] {
            assert_eq!(Between::Blanks.parted(line).join("|"), expected, "{line}");
        }
        assert_eq!(Between::Sign(',').parted("New York, Peru,").join("|"), "New York|Peru");
    }
}
