//! Words that few cells are, told from all other cells at a glance.

use crate::formats::vocabulary::header_words::squashed;

/// Longer words, in bytes, are never looked for.
const LONGEST: usize = 17;

/// Some words. Every cell of a table is asked whether it is one of them, and nearly none is: most differ already
/// in length and first byte from all of them, for which a bit is looked up instead of comparing with each.
pub struct RareWords<const N: usize> {
    words: [&'static str; N],
    /// For each length, the first bytes of the words that are so long, as bits.
    first_bytes: [[u64; 4]; LONGEST + 1],
    /// The first bytes of all words.
    all_first_bytes: [u64; 4],
}

impl<const N: usize> RareWords<N> {
    /// These words, each in lower case and of at most 17 bytes.
    pub const fn new(words: [&'static str; N]) -> Self {
        let mut first_bytes = [[0; 4]; LONGEST + 1];
        let mut all_first_bytes = [0; 4];
        let mut index = 0;
        while index < N {
            let word = words[index].as_bytes();
            let firsts = [word[0], word[0].to_ascii_uppercase()];
            set(&mut first_bytes[word.len()], firsts);
            set(&mut all_first_bytes, firsts);
            index += 1;
        }
        Self { words, first_bytes, all_first_bytes }
    }

    /// Whether a text is one of the words, whatever the case of its letters from A to Z.
    pub fn has(&self, text: &str) -> bool {
        self.has_bytes(text.as_bytes())
    }

    fn has_bytes(&self, text: &[u8]) -> bool {
        let first = text.first().copied().unwrap_or_default();
        self.first_bytes.get(text.len()).is_some_and(|bits| is_set(bits, first))
            && self.words.iter().any(|word| word.as_bytes().eq_ignore_ascii_case(text))
    }

    /// Whether a text is one of the words once it is [`squashed`].
    pub fn has_squashed(&self, text: &str) -> bool {
        if !text.is_ascii() {
            return self.has(&squashed(text));
        }
        let (mut squashed, mut len) = ([0; LONGEST], 0);
        let mut letters = text.bytes().filter(u8::is_ascii_alphanumeric).peekable();
        if letters.peek().is_none_or(|first| !is_set(&self.all_first_bytes, *first)) {
            return false;
        }
        for letter in letters {
            let Some(place) = squashed.get_mut(len) else { return false };
            *place = letter;
            len += 1;
        }
        self.has_bytes(&squashed[..len])
    }

    /// Whether a text is one of the words as they are written.
    pub fn has_exactly(&self, text: &str) -> bool {
        self.words.contains(&text)
    }
}

const fn set(bits: &mut [u64; 4], [one, other]: [u8; 2]) {
    bits[one as usize / 64] |= 1 << (one % 64);
    bits[other as usize / 64] |= 1 << (other % 64);
}

fn is_set(bits: &[u64; 4], byte: u8) -> bool {
    bits[byte as usize / 64] >> (byte % 64) & 1 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_whatever_its_case_and_no_other_text_is() {
        const WORDS: RareWords<4> = RareWords::new(["na", "n/a", "–", "нет"]);
        for text in ["na", "NA", "Na", "N/a", "–", "нет"] {
            assert!(WORDS.has(text), "{text}");
        }
        for text in ["", "n", "nb", "na ", "Нет", "—", "a text that is longer than any word"] {
            assert!(!WORDS.has(text), "{text}");
        }
        assert!(WORDS.has_exactly("na") && !WORDS.has_exactly("NA"));
    }

    #[test]
    fn a_word_is_found_with_blanks_and_marks_in_it_as_its_squashed_text_is() {
        const WORDS: RareWords<3> = RareWords::new(["grandtotal", "sum", "итого"]);
        for text in [
            "Grand Total",
            " grand-total: ",
            "SUM",
            "su m.",
            "Итого",
            "итого:",
            "s\u{fc}m",
            "sums",
            "",
            "...",
            "sum (of all that there is)",
            "grandtotal, and a text that is longer than any word",
        ] {
            assert_eq!(WORDS.has_squashed(text), WORDS.has(&squashed(text)), "{text}");
        }
        assert!(WORDS.has_squashed("Grand Total") && WORDS.has_squashed("Итого:"));
    }
}
