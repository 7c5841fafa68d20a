//! Page formats with names.

use super::units::{UNITS_PER_INCH, UNITS_PER_MM};

/// A named page format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PageFormat {
    /// A figure in a text, 1200 × 820 units.
    Figure,
    /// ISO 216: 297 × 420 mm.
    A3,
    /// ISO 216: 210 × 297 mm.
    A4,
    /// ISO 216: 148 × 210 mm.
    A5,
    /// ANSI/ASME Y14.1, size A: 8.5 × 11 in.
    Letter,
    /// A slide or screen of 16:9, 1600 × 900 units.
    Screen,
    /// A square of 1080 units.
    Square,
}

/// Which side of a page is longer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Wider than high.
    #[default]
    Landscape,
    /// Higher than wide.
    Portrait,
}

impl PageFormat {
    /// Every format.
    pub const ALL: [Self; 7] =
        [Self::Figure, Self::A3, Self::A4, Self::A5, Self::Letter, Self::Screen, Self::Square];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Figure => "Figure",
            Self::A3 => "A3",
            Self::A4 => "A4",
            Self::A5 => "A5",
            Self::Letter => "Letter",
            Self::Screen => "16:9",
            Self::Square => "Square",
        }
    }

    /// Its usual dimensions in words, the shorter side first for paper: `210 × 297 mm`.
    pub const fn dimensions(self) -> &'static str {
        match self {
            Self::Figure => "1200 × 820",
            Self::A3 => "297 × 420 mm",
            Self::A4 => "210 × 297 mm",
            Self::A5 => "148 × 210 mm",
            Self::Letter => "8.5 × 11 in",
            Self::Screen => "1600 × 900",
            Self::Square => "1080 × 1080",
        }
    }

    /// Width and height in units.
    pub const fn size(self, orientation: Orientation) -> (f32, f32) {
        let (short, long) = match self {
            Self::Figure => (820.0, 1200.0),
            Self::A3 => (297.0 * UNITS_PER_MM, 420.0 * UNITS_PER_MM),
            Self::A4 => (210.0 * UNITS_PER_MM, 297.0 * UNITS_PER_MM),
            Self::A5 => (148.0 * UNITS_PER_MM, 210.0 * UNITS_PER_MM),
            Self::Letter => (8.5 * UNITS_PER_INCH, 11.0 * UNITS_PER_INCH),
            Self::Screen => (900.0, 1600.0),
            Self::Square => (1080.0, 1080.0),
        };
        match orientation {
            Orientation::Landscape => (long, short),
            Orientation::Portrait => (short, long),
        }
    }
}
