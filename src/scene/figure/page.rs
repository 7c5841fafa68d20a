//! The size of a page.

use std::fmt;
use std::str::FromStr;

use super::page_format::{Orientation, PageFormat};
use super::units::split_unit;

/// What determines the size of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Page {
    /// The map at 100 %, with everything around it.
    Fit,
    /// A named format.
    Format(PageFormat, Orientation),
    /// Any width and height, in units.
    Size(f32, f32),
}

impl Page {
    /// Width and height in units; `None` if the map determines them.
    pub const fn size(self) -> Option<(f32, f32)> {
        match self {
            Self::Fit => None,
            Self::Format(format, orientation) => Some(format.size(orientation)),
            Self::Size(width, height) => Some((width, height)),
        }
    }

    /// The same page in an orientation. A page that fits the map is unchanged.
    #[must_use]
    pub const fn turned(self, orientation: Orientation) -> Self {
        match self {
            Self::Fit => Self::Fit,
            Self::Format(format, _) => Self::Format(format, orientation),
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
        Self::Format(PageFormat::Figure, Orientation::Landscape)
    }
}

/// Parses a page: `fit`, `a3`, `a3-portrait`, `1200x820`, `210x297mm`, `8.5x11in`, in upper or lower
/// case. What `Display` writes is parsed as the same page.
impl FromStr for Page {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let lower_case = text.trim().to_ascii_lowercase();
        if lower_case == "fit" {
            return Ok(Self::Fit);
        }
        let (name, orientation) = match lower_case.rsplit_once('-') {
            Some((name, "portrait")) => (name, Orientation::Portrait),
            Some((name, "landscape")) => (name, Orientation::Landscape),
            _ => (lower_case.as_str(), Orientation::Landscape),
        };
        let named = |format: &PageFormat| format.name().eq_ignore_ascii_case(name);
        if let Some(format) = PageFormat::ALL.into_iter().find(named) {
            return Ok(Self::Format(format, orientation));
        }
        let (sides, unit) = split_unit(&lower_case);
        let sides = sides.split_once(['x', '×']).and_then(|(width, height)| {
            Some((width.trim().parse().ok()?, height.trim().parse().ok()?))
        });
        let (width, height): (f32, f32) = sides.ok_or_else(|| {
            let formats = PageFormat::ALL.map(|format| format.name().to_lowercase()).join(", ");
            format!(
                "expected fit, {formats} (perhaps with -portrait), or a size like 1200x820, \
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
            Self::Format(format, orientation) => {
                let portrait = *orientation == Orientation::Portrait;
                let name = format.name().to_lowercase();
                write!(f, "{name}{}", if portrait { "-portrait" } else { "" })
            }
            Self::Size(width, height) => write!(f, "{width}x{height}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::units::length;
    use super::*;

    #[test]
    fn sheets_have_the_sizes_of_their_standards() {
        // In points of 1/72 inch, as other programs list them.
        for (format, points) in [
            (PageFormat::A3, (842.0, 1191.0)),
            (PageFormat::A4, (595.0, 842.0)),
            (PageFormat::A5, (420.0, 595.0)),
            (PageFormat::Letter, (612.0, 792.0)),
        ] {
            let (width, height) = format.size(Orientation::Portrait);
            assert_eq!(((width * 0.75).round(), (height * 0.75).round()), points, "{format:?}");
            assert_eq!(format.size(Orientation::Landscape), (height, width));
        }
    }

    #[test]
    fn pages_and_lengths_are_read_from_words() {
        for (words, page) in [
            ("fit", Page::Fit),
            ("A4", Page::Format(PageFormat::A4, Orientation::Landscape)),
            ("a3-portrait", Page::Format(PageFormat::A3, Orientation::Portrait)),
            ("letter-landscape", Page::Format(PageFormat::Letter, Orientation::Landscape)),
            ("16:9", Page::Format(PageFormat::Screen, Orientation::Landscape)),
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
