//! The colours of each theme, and how other colours are adapted to it so that they can be seen and read.
//!
//! Contrast is the ratio of relative luminances defined by WCAG 2.2, from 1 to 21. Lines get at
//! min_contrast 3:1 and text 4.5:1 against the canvas. As a ratio of luminances, it survives a
//! conversion to greyscale. `tests/colours.rs` checks the colours for readers who see fewer of them.

use crate::model::Color;

/// The background and inks with which the map is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// Dark ink on near-white.
    #[default]
    Light,
    /// Light ink on near-black.
    Dark,
    /// Black ink on white. Kinds keep their hues, but dark enough that no line is lost on a
    /// black-and-white printer or copier.
    Print,
}

impl Theme {
    /// Every theme.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Print];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Print => "print",
        }
    }
}

/// The colours of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// The theme.
    pub theme: Theme,
    /// The background of the map.
    pub canvas: Color,
    /// The background of what stands beside the map, and of a nation's disc without a colour.
    pub panel: Color,
    /// Text and rims.
    pub ink: Color,
    /// Secondary text.
    pub second_ink: Color,
    /// Thin separating lines.
    pub hairline: Color,
    /// The selection.
    pub accent: Color,
}

impl Palette {
    /// The minimum contrast of a line to the canvas.
    pub const LINE_CONTRAST: f32 = 3.0;
    /// The minimum contrast of text to its background.
    pub const TEXT_CONTRAST: f32 = 4.5;

    /// The colours of a theme.
    pub const fn of(theme: Theme) -> Self {
        let [canvas, panel, ink, second_ink, hairline, accent] = match theme {
            Theme::Light => [0xFBFBFA, 0xF4F4F2, 0x1F2328, 0x5B6168, 0xDADDD8, 0x2F5D8A],
            Theme::Dark => [0x16191D, 0x1E2227, 0xE6E8EA, 0x9AA3AC, 0x30363D, 0x7FB2E5],
            Theme::Print => [0xFFFFFF, 0xF2F2F2, 0x000000, 0x404040, 0xBFBFBF, 0x000000],
        };
        Self {
            theme,
            canvas: hex(canvas),
            panel: hex(panel),
            ink: hex(ink),
            second_ink: hex(second_ink),
            hairline: hex(hairline),
            accent: hex(accent),
        }
    }

    /// The colour of lines for the colour of a kind, at full strength.
    pub fn line(&self, kind: Color) -> Color {
        self.readable(kind, Self::LINE_CONTRAST + self.extra_contrast())
    }

    /// The colour of text for the colour of a kind.
    pub fn text(&self, kind: Color) -> Color {
        self.readable(kind, Self::TEXT_CONTRAST + self.extra_contrast())
    }

    /// Contrast to add: on dark backgrounds, where thin and faded lines look fainter than the numbers
    /// say, and in print, where a grey line breaks up into dots unless it is nearly black.
    fn extra_contrast(&self) -> f32 {
        match self.theme {
            Theme::Light => 0.0,
            Theme::Dark => 2.0,
            Theme::Print => 4.0,
        }
    }

    /// The tint of an area: this share of a colour on the canvas.
    pub fn tint(&self, color: Color, share: f32) -> Color {
        mix(self.canvas, color, share)
    }

    /// A colour blended with the canvas: strength 1 gives the colour itself, 0 the canvas. It stays
    /// visible, with a contrast of at least 1.6, or 2.4 in print. On a dark ground, where the same share of
    /// a colour is far less of its light, the contrast grows with the strength: 3 at that of a tie that
    /// has ended.
    pub fn faded(&self, color: Color, strength: f32) -> Color {
        let min_contrast = match self.theme {
            Theme::Dark => 2.0 + Self::LINE_CONTRAST * strength,
            Theme::Light | Theme::Print => self.least_contrast(),
        };
        self.blended(color, strength, min_contrast)
    }

    /// As [`Palette::faded`], for lines that are seen by their number: on a dark ground, too, each is as faint as it
    /// can be seen.
    pub fn pale(&self, color: Color, strength: f32) -> Color {
        self.blended(color, strength, self.least_contrast())
    }

    /// The least contrast of a line.
    const fn least_contrast(&self) -> f32 {
        match self.theme {
            Theme::Light | Theme::Dark => 1.6,
            Theme::Print => 2.4,
        }
    }

    fn blended(&self, color: Color, strength: f32, min_contrast: f32) -> Color {
        const STEPS: u8 = 20;
        let stronger = |step: u8| strength + (1.0 - strength) * f32::from(step) / f32::from(STEPS);
        let faded = (0..=STEPS).map(|step| mix(self.canvas, color, stronger(step)));
        let mut seen = faded.filter(|color| contrast(*color, self.canvas) >= min_contrast);
        seen.next().unwrap_or(color)
    }

    /// The first colour on the way to the ink that has at min_contrast that contrast to the canvas.
    fn readable(&self, color: Color, min_contrast: f32) -> Color {
        const STEPS: u8 = 20;
        let towards_ink = |step: u8| mix(color, self.ink, f32::from(step) / f32::from(STEPS));
        let readable = |color: &Color| contrast(*color, self.canvas) >= min_contrast;
        (0..=STEPS).map(towards_ink).find(readable).unwrap_or(self.ink)
    }
}

/// Black or white, whichever is easier to read on a background.
pub fn ink_on(background: Color) -> Color {
    let (black, white) = (hex(0x000000), hex(0xFFFFFF));
    if contrast(background, black) >= contrast(background, white) { black } else { white }
}

/// The contrast of two colours, 1 to 21.
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// The colour at `t` between two others, interpolated in sRGB; `t` is clamped to 0 to 1.
pub fn mix(from: Color, to: Color, t: f32) -> Color {
    let channel = |a: u8, b: u8| {
        let value = f32::from(a) + (f32::from(b) - f32::from(a)) * t.clamp(0.0, 1.0);
        value.round() as u8
    };
    Color::new(channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b))
}

/// The relative luminance, 0 to 1.
fn luminance(color: Color) -> f32 {
    let linear = |channel: u8| {
        let c = f32::from(channel) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b)
}

const fn hex(number: u32) -> Color {
    let [_, r, g, b] = number.to_be_bytes();
    Color::new(r, g, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_colour_is_readable_in_every_theme() {
        for theme in Theme::ALL {
            let palette = Palette::of(theme);
            for ink in [palette.ink, palette.second_ink] {
                assert!(contrast(ink, palette.canvas) >= Palette::TEXT_CONTRAST);
                assert!(contrast(ink, palette.panel) >= Palette::TEXT_CONTRAST);
            }
            for step in 0..512u32 {
                let part = |shift: u32| (((step >> shift) & 7) * 36) as u8;
                let kind = Color::new(part(0), part(3), part(6));
                assert!(contrast(palette.line(kind), palette.canvas) >= Palette::LINE_CONTRAST);
                assert!(contrast(palette.text(kind), palette.canvas) >= Palette::TEXT_CONTRAST);
                assert!(contrast(ink_on(kind), kind) >= Palette::TEXT_CONTRAST, "{kind}");
            }
        }
    }

    #[test]
    fn a_status_keeps_its_rank_on_a_dark_ground() {
        let palette = Palette::of(Theme::Dark);
        for kind in [0x1B6CA8, 0x2E8B6F, 0xC8502D, 0x8C1C13, 0x7A5C99, 0x000000] {
            let line = palette.line(hex(kind));
            let seen = |strength| contrast(palette.faded(line, strength), palette.canvas);
            let [ended, preliminary, in_force] = [0.35, 0.6, 1.0].map(seen);
            assert!(ended >= 3.0 && preliminary > ended + 0.5 && in_force > preliminary + 0.5);
        }
    }

    #[test]
    fn a_colour_that_can_be_seen_stays_as_it_is() {
        let allied = Color::new(0x1B, 0x6C, 0xA8);
        assert_eq!(Palette::of(Theme::Light).line(allied), allied);
        assert_ne!(Palette::of(Theme::Dark).text(allied), allied);
    }
}
