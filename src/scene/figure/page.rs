//! The page: how large it is.

use std::fmt;
use std::str::FromStr;

/// Units to the inch, as in CSS.
pub const UNITS_PER_INCH: f32 = 96.0;
/// Units to the millimetre: 25.4 millimetres are an inch.
pub const UNITS_PER_MM: f32 = UNITS_PER_INCH / 25.4;

/// What decides how large a page is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// The map at 100 %, with what stands around it.
    Fit,
    /// A sheet that has a name.
    Sheet(Sheet, Orientation),
    /// A size of its own, in units.
    Size(f32, f32),
}

impl Page {
    /// Width and height in units; `None` where the map decides.
    pub const fn size(self) -> Option<(f32, f32)> {
        match self {
            Self::Fit => None,
            Self::Sheet(sheet, orientation) => Some(sheet.size(orientation)),
            Self::Size(width, height) => Some((width, height)),
        }
    }

    /// The same page, lying or standing. One that fits the map is what the map makes it.
    #[must_use]
    pub const fn turned(self, orientation: Orientation) -> Self {
        match self {
            Self::Fit => Self::Fit,
            Self::Sheet(sheet, _) => Self::Sheet(sheet, orientation),
            Self::Size(width, height) => {
                let (short, long) = (width.min(height), width.max(height));
                match orientation {
                    Orientation::Landscape => Self::Size(long, short),
                    Orientation::Portrait => Self::Size(short, long),
                }
            }
        }
    }
}

impl Default for Page {
    fn default() -> Self {
        Self::Sheet(Sheet::Figure, Orientation::Landscape)
    }
}

/// A page in words: `fit`, `a3`, `a3-portrait`, `1200x820`, `210x297mm`, `8.5x11in`. Reading is
/// lenient about capitals; writing gives what reads as the same page.
impl FromStr for Page {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let words = text.trim().to_ascii_lowercase();
        if words == "fit" {
            return Ok(Self::Fit);
        }
        let (name, orientation) = match words.rsplit_once('-') {
            Some((name, "portrait")) => (name, Orientation::Portrait),
            Some((name, "landscape")) => (name, Orientation::Landscape),
            _ => (words.as_str(), Orientation::Landscape),
        };
        let named = |sheet: &Sheet| sheet.name().eq_ignore_ascii_case(name);
        if let Some(sheet) = Sheet::ALL.into_iter().find(named) {
            return Ok(Self::Sheet(sheet, orientation));
        }
        let (sides, unit) = split_unit(&words);
        let sides = sides.split_once(['x', '×']).and_then(|(width, height)| {
            Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
        });
        let (width, height): (f32, f32) = sides.ok_or_else(|| {
            let sheets = Sheet::ALL.map(|sheet| sheet.name().to_lowercase()).join(", ");
            format!(
                "expected fit, {sheets} (perhaps with -portrait), or a size like 1200x820, \
                 210x297mm or 8.5x11in"
            )
        })?;
        Ok(Self::Size(width * unit, height * unit))
    }
}

impl fmt::Display for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fit => f.write_str("fit"),
            Self::Sheet(sheet, orientation) => {
                let portrait = *orientation == Orientation::Portrait;
                let name = sheet.name().to_lowercase();
                write!(f, "{name}{}", if portrait { "-portrait" } else { "" })
            }
            Self::Size(width, height) => write!(f, "{width}x{height}"),
        }
    }
}

/// A length in units of a page: `40`, `12mm`, `1.2cm`, `0.5in`, `36pt`.
///
/// # Errors
/// What was expected, where the text is no such length.
pub fn length(text: &str) -> Result<f32, String> {
    let words = text.trim().to_ascii_lowercase();
    let (number, unit) = split_unit(&words);
    let number = number.parse().ok().filter(|length: &f32| length.is_finite() && *length >= 0.0);
    let number = number.ok_or("expected a length like 12mm, 0.5in, 36pt, or 40 (units)")?;
    Ok(number * unit)
}

/// What stands before a unit's name, and how many units of a page that unit is.
fn split_unit(words: &str) -> (&str, f32) {
    let units = [
        ("mm", UNITS_PER_MM),
        ("cm", 10.0 * UNITS_PER_MM),
        ("in", UNITS_PER_INCH),
        ("pt", UNITS_PER_INCH / 72.0),
        ("px", 1.0),
    ];
    let named = |(name, unit)| Some((words.strip_suffix(name)?.trim_end(), unit));
    units.into_iter().find_map(named).unwrap_or((words, 1.0))
}

/// A sheet that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// A figure among text, 1200 × 820 units.
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

impl Sheet {
    /// Every sheet.
    pub const ALL: [Self; 7] =
        [Self::Figure, Self::A3, Self::A4, Self::A5, Self::Letter, Self::Screen, Self::Square];

    /// What it is called.
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

    /// Its size as it is known, the shorter side first where it is a paper: `210 × 297 mm`.
    pub const fn words(self) -> &'static str {
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

/// Which way a sheet lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// Wider than high.
    #[default]
    Landscape,
    /// Higher than wide.
    Portrait,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_have_the_sizes_of_their_standards() {
        // In points of 1/72 inch, as other programs list them.
        for (sheet, points) in [
            (Sheet::A3, (842.0, 1191.0)),
            (Sheet::A4, (595.0, 842.0)),
            (Sheet::A5, (420.0, 595.0)),
            (Sheet::Letter, (612.0, 792.0)),
        ] {
            let (width, height) = sheet.size(Orientation::Portrait);
            assert_eq!(((width * 0.75).round(), (height * 0.75).round()), points, "{sheet:?}");
            assert_eq!(sheet.size(Orientation::Landscape), (height, width));
        }
    }

    #[test]
    fn pages_and_lengths_are_read_from_words() {
        for (words, page) in [
            ("fit", Page::Fit),
            ("A4", Page::Sheet(Sheet::A4, Orientation::Landscape)),
            ("a3-portrait", Page::Sheet(Sheet::A3, Orientation::Portrait)),
            ("letter-landscape", Page::Sheet(Sheet::Letter, Orientation::Landscape)),
            ("16:9", Page::Sheet(Sheet::Screen, Orientation::Landscape)),
            ("1200x820", Page::Size(1200.0, 820.0)),
            ("10 × 5in", Page::Size(960.0, 480.0)),
        ] {
            assert_eq!(words.parse(), Ok(page), "{words}");
            assert_eq!(page.to_string().parse(), Ok(page), "{page}");
        }
        assert!(Page::from_str("a7").is_err_and(|why| why.contains("a4") && why.contains("fit")));
        assert_eq!(length("25.4mm"), Ok(96.0));
        assert_eq!(length(" 36 pt"), Ok(48.0));
        assert_eq!(length("7"), Ok(7.0));
        assert!(length("-1mm").is_err() && length("wide").is_err() && length("NaN").is_err());
    }
}
