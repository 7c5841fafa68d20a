//! Kinds of tie: what a tie means, and how it is drawn.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Extra;

/// A kind of tie, such as *allied*, *pact* or *concern*.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kind {
    /// Its key in the file; unique among the map's kinds.
    pub key: String,
    /// Its name in the legend.
    pub name: String,
    /// Whether it draws nations together or sets them apart.
    pub sign: Sign,
    /// Its colour on a light ground; a dark theme derives its own from it.
    pub color: Color,
    /// Its dash pattern.
    pub dash: Dash,
    /// The width of its line in world units, 0.5 to 6.
    pub width: f32,
    /// Whether new ties of this kind run from one nation to another, with an arrow.
    pub directed: bool,
    /// Fields that this version doesn't know.
    pub extra: Extra,
}

impl Kind {
    /// The three kinds that every new map starts with.
    pub fn standard() -> [Self; 3] {
        [
            Self::new("allied", "Allied", Sign::Friendly, "#1B6CA8", Dash::Solid, 2.5),
            Self::new("pact", "Pact", Sign::Friendly, "#2E8B6F", Dash::Solid, 1.5),
            Self {
                directed: true,
                ..Self::new("concern", "Concern", Sign::Hostile, "#C8502D", Dash::Dashed, 1.5)
            },
        ]
    }

    fn new(key: &str, name: &str, sign: Sign, color: &str, dash: Dash, width: f32) -> Self {
        Self {
            key: key.to_owned(),
            name: name.to_owned(),
            sign,
            color: color.parse().unwrap_or_default(),
            dash,
            width,
            directed: false,
            extra: Extra::new(),
        }
    }
}

/// Whether a kind of tie is friendly, neutral or hostile.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Sign {
    /// +1: draws nations together.
    Friendly,
    /// 0: neither.
    #[default]
    Neutral,
    /// -1: sets nations apart.
    Hostile,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 3] = [Self::Friendly, Self::Neutral, Self::Hostile];

    /// +1, 0 or -1.
    pub const fn number(self) -> i8 {
        match self {
            Self::Friendly => 1,
            Self::Neutral => 0,
            Self::Hostile => -1,
        }
    }

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Friendly => "friendly",
            Self::Neutral => "neutral",
            Self::Hostile => "hostile",
        }
    }
}

/// The dash pattern of a kind's line. Kinds differ by pattern as well as by colour, so that a
/// black-and-white print can be read.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum Dash {
    /// An unbroken line.
    #[default]
    Solid,
    /// Strokes of 6 with gaps of 4.
    Dashed,
    /// Dots of the line's width.
    Dotted,
    /// A stroke and a dot in turn.
    DashDot,
    /// An unbroken line with short strokes across it.
    Crossed,
    /// Two thin lines side by side.
    Double,
}

impl Dash {
    /// Every pattern.
    pub const ALL: [Self; 6] =
        [Self::Solid, Self::Dashed, Self::Dotted, Self::DashDot, Self::Crossed, Self::Double];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Solid => "solid",
            Self::Dashed => "dashed",
            Self::Dotted => "dotted",
            Self::DashDot => "dash-dot",
            Self::Crossed => "crossed",
            Self::Double => "double",
        }
    }
}

/// An opaque colour in sRGB, written `#1B6CA8`.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Color {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
}

impl Color {
    /// A colour from its components.
    pub const fn new(r: u8, g: u8, b: u8) -> Self {
        Self { r, g, b }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.r, self.g, self.b)
    }
}

/// A text isn't a colour: it must be `#` with six hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColorError;

impl FromStr for Color {
    type Err = ColorError;

    fn from_str(text: &str) -> Result<Self, ColorError> {
        let hex = text.strip_prefix('#').filter(|h| h.len() == 6).ok_or(ColorError)?;
        if !hex.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(ColorError);
        }
        let number = u32::from_str_radix(hex, 16).map_err(|_| ColorError)?;
        let [_, r, g, b] = number.to_be_bytes();
        Ok(Self { r, g, b })
    }
}

impl fmt::Display for ColorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a colour is written # with six hexadecimal digits, for example #1B6CA8")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_read_and_write_the_same() {
        assert_eq!("#1b6CA8".parse::<Color>().map(|c| c.to_string()), Ok("#1B6CA8".to_owned()));
        for bad in ["1B6CA8", "#1B6CA", "#1B6CA88", "#+B6CA8", "#ÄÄÄ", ""] {
            assert_eq!(bad.parse::<Color>(), Err(ColorError), "{bad}");
        }
    }

    #[test]
    fn standard_kinds_differ_by_line_as_well_as_by_colour() {
        let kinds = Kind::standard();
        for (i, a) in kinds.iter().enumerate() {
            for b in &kinds[i + 1..] {
                assert!(
                    a.color != b.color
                        && (a.dash, a.width.to_bits()) != (b.dash, b.width.to_bits())
                );
            }
        }
    }
}
