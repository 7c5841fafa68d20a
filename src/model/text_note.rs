//! Text notes: words that stand anywhere on a map.

use serde::{Deserialize, Serialize};

use super::{Extra, Point, shorten};

/// Words on a map that belong to no nation and no tie.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextNote {
    /// Its key in the file; unique among the map's text notes.
    pub key: String,
    /// What it says; lines end where the text has line feeds, and where the width ends.
    pub text: String,
    /// The position of its middle in world units.
    pub position: Point,
    /// How wide a line may become, in world units, [`TextNote::WIDTHS`].
    pub width: f32,
    /// The size of its type, in world units, [`TextNote::SIZES`].
    pub size: f32,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl TextNote {
    /// The widths that a line may have.
    pub const WIDTHS: std::ops::RangeInclusive<f32> = 40.0..=2000.0;
    /// The sizes that its type may have.
    pub const SIZES: std::ops::RangeInclusive<f32> = 6.0..=96.0;
    /// The usual width.
    pub const WIDTH: f32 = 220.0;
    /// The usual size of its type.
    pub const SIZE: f32 = 13.0;

    /// A note of the usual width and size, without a key yet.
    pub fn new(text: String, position: Point) -> Self {
        let (width, size) = (Self::WIDTH, Self::SIZE);
        Self { key: String::new(), text, position, width, size, extra: Extra::new() }
    }

    /// What it is called in a sentence: `note “The winter line”`.
    pub fn in_words(&self) -> String {
        format!("note “{}”", self.short())
    }

    /// Its first words, to call it by.
    pub fn short(&self) -> String {
        const CHARS: usize = 24;
        let line = self.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let line = line.trim();
        if line.is_empty() { "empty note".to_owned() } else { shorten(line, CHARS).into_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_called_by_its_first_words() {
        let short = |text: &str| TextNote::new(text.to_owned(), Point::default()).short();
        assert_eq!(short("\n  The winter line \n1943"), "The winter line");
        assert_eq!(short("  \n"), "empty note");
        assert_eq!(short(&"é".repeat(40)), format!("{}…", "é".repeat(24)));
    }
}
