//! What stands between cells.

/// What stands between the cells of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delimiter {
    /// One character, an ASCII one.
    Byte(u8),
    /// Any number of spaces and tabs.
    Spaces,
}

impl Delimiter {
    /// All that are looked for, in the order in which they are preferred where they fit alike.
    pub const ALL: [Self; 7] = [
        Self::Byte(b'\t'),
        Self::Byte(b';'),
        Self::Byte(b'|'),
        Self::Byte(b','),
        Self::Byte(b'~'),
        Self::Byte(b'^'),
        Self::Spaces,
    ];

    /// Words for delimiters that are hard to type, and for the usual ones.
    const WORDS: [(&str, Self); 6] = [
        ("comma", Self::Byte(b',')),
        ("semicolon", Self::Byte(b';')),
        ("tab", Self::Byte(b'\t')),
        ("bar", Self::Byte(b'|')),
        ("spaces", Self::Spaces),
        ("\\t", Self::Byte(b'\t')),
    ];

    /// The delimiter that a word names, or that is the text itself: one ASCII sign that is no letter, digit
    /// or quote and doesn't end a line.
    pub fn by_word(text: &str) -> Option<Self> {
        let word = text.trim().to_ascii_lowercase();
        if let Some((_, delimiter)) = Self::WORDS.iter().find(|(name, _)| *name == word) {
            return Some(*delimiter);
        }
        match text.as_bytes() {
            b" " => Some(Self::Spaces),
            [b'\t'] => Some(Self::Byte(b'\t')),
            [sign] if sign.is_ascii_punctuation() && *sign != b'"' => Some(Self::Byte(*sign)),
            _ => None,
        }
    }

    /// Whether this byte parts cells.
    pub const fn is(self, byte: u8) -> bool {
        match self {
            Self::Byte(own) => byte == own,
            Self::Spaces => byte == b' ' || byte == b'\t',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_delimiter_is_a_word_or_a_sign() {
        for (text, expected) in [
            ("Comma", Some(Delimiter::Byte(b','))),
            ("tab", Some(Delimiter::Byte(b'\t'))),
            ("\t", Some(Delimiter::Byte(b'\t'))),
            (";", Some(Delimiter::Byte(b';'))),
            ("^", Some(Delimiter::Byte(b'^'))),
            (" ", Some(Delimiter::Spaces)),
            ("a", None),
            ("7", None),
            ("\"", None),
            ("\n", None),
            ("", None),
            (",,", None),
            ("é", None),
        ] {
            assert_eq!(Delimiter::by_word(text), expected, "{text:?}");
        }
    }
}
