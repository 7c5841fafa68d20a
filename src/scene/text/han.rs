//! The regional forms of Han characters.

use unicode_script::{Script, UnicodeScript as _};

/// The regional form in which Han characters are drawn. Unicode gives one code to characters that are
/// written differently in China, Japan and Korea.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Han {
    /// Simplified Chinese.
    #[default]
    Simplified,
    /// Traditional Chinese.
    Traditional,
    /// Japanese.
    Japanese,
    /// Korean.
    Korean,
}

impl Han {
    /// The form for the texts of a map: Japanese if kana occur, Korean if hangul occur, traditional
    /// Chinese if bopomofo occur, else simplified Chinese. A few names in kana or hangul among many
    /// more Chinese ones are ignored.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let [mut kana, mut hangul, mut bopomofo, mut han_alone] = [0usize; 4];
        for text in texts.into_iter().filter(|text| !text.is_ascii()) {
            match Self::in_text(text) {
                Some(Self::Japanese) => kana += 1,
                Some(Self::Korean) => hangul += 1,
                Some(Self::Traditional) => bopomofo += 1,
                Some(Self::Simplified) => {}
                None => han_alone += usize::from(text.chars().any(is_han)),
            }
        }
        // Most Japanese names of nations are in kana, but not all.
        let counts = |count: usize| count > 0 && count * 5 >= han_alone;
        match (counts(kana), counts(hangul)) {
            (true, _) if kana >= hangul => Self::Japanese,
            (_, true) => Self::Korean,
            _ if bopomofo > 0 => Self::Traditional,
            _ => Self::Simplified,
        }
    }

    /// The form that a text itself asks for, if any.
    pub(super) fn in_text(text: &str) -> Option<Self> {
        text.chars().find_map(|c| match c.script() {
            Script::Hiragana | Script::Katakana => Some(Self::Japanese),
            Script::Hangul => Some(Self::Korean),
            Script::Bopomofo => Some(Self::Traditional),
            _ => None,
        })
    }
}

fn is_han(letter: char) -> bool {
    letter.script() == Script::Han
}
