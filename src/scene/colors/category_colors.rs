//! Colours for the values of a category, in the order in which they are assigned.
//!
//! They are based on the palette of Masataka Okabe and Kei Ito, “Color Universal Design”, 2008. Its
//! light colours can't be seen as lines on white, nor its dark ones on black. So each background has its
//! own set, changed as little as possible to reach a contrast of 3:1 on light and 5:1 on dark, while any
//! two colours stay distinct for readers without red, green or blue cones.

use super::palette::Theme;
use crate::model::Color;

/// On a light background: blue, brick, teal, pink, ochre, periwinkle, brown, charcoal.
pub const LIGHT: [Color; 8] = [
    Color::new(0x04, 0x6F, 0xB2),
    Color::new(0xC1, 0x5D, 0x4D),
    Color::new(0x12, 0x99, 0x84),
    Color::new(0xF2, 0x57, 0x94),
    Color::new(0xB9, 0x89, 0x01),
    Color::new(0x85, 0x8E, 0xC1),
    Color::new(0x78, 0x5B, 0x06),
    Color::new(0x46, 0x46, 0x46),
];

/// On a dark background: blue, orange, green, pink, amber, sky, khaki, silver.
pub const DARK: [Color; 8] = [
    Color::new(0x2F, 0x93, 0xD0),
    Color::new(0xDA, 0x6D, 0x1A),
    Color::new(0x71, 0xB3, 0x73),
    Color::new(0xC8, 0x72, 0xA1),
    Color::new(0xE9, 0xA2, 0x14),
    Color::new(0x4B, 0xBD, 0xEE),
    Color::new(0x97, 0x88, 0x68),
    Color::new(0xAF, 0xA7, 0xB2),
];

/// For all further values: more colours couldn't be told apart.
pub const OTHER: Color = Color::new(0x8A, 0x90, 0x96);

/// The colours of a theme; print replaces them by greys.
pub const fn colors(theme: Theme) -> [Color; 8] {
    match theme {
        Theme::Light | Theme::Print => LIGHT,
        Theme::Dark => DARK,
    }
}

#[cfg(test)]
mod tests {
    use super::super::oklab::lab;
    use super::super::palette::{Palette, contrast};
    use super::*;

    /// Machado, Oliveira & Fernandes, “A Physiologically-based Model for Simulation of Color Vision
    /// Deficiency”, 2009: severity 1, on linear sRGB.
    const SEEN: [[[f32; 3]; 3]; 3] = [
        [[0.152, 1.053, -0.205], [0.115, 0.786, 0.099], [-0.004, -0.048, 1.052]],
        [[0.367, 0.861, -0.228], [0.280, 0.673, 0.047], [-0.012, 0.043, 0.969]],
        [[1.256, -0.077, -0.179], [-0.078, 0.931, 0.148], [0.005, 0.691, 0.304]],
    ];

    fn seen(color: Color, by: &[[f32; 3]; 3]) -> [f32; 3] {
        let linear = [color.r, color.g, color.b].map(|channel| {
            let c = f32::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        let [r, g, b] = by.map(|row| {
            let c: f32 = row.iter().zip(linear).map(|(weight, part)| weight * part).sum();
            let c = c.clamp(0.0, 1.0);
            let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
            (c * 255.0).round() as u8
        });
        lab(Color::new(r, g, b))
    }

    #[test]
    fn categories_are_told_apart_by_every_eye() {
        for (colors, theme) in [(LIGHT, Theme::Light), (DARK, Theme::Dark)] {
            for (index, a) in colors.iter().enumerate() {
                for b in &colors[index + 1..] {
                    for eye in &SEEN {
                        let (a, b) = (seen(*a, eye), seen(*b, eye));
                        let apart: f32 = a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum();
                        assert!(apart.sqrt() > 0.07, "{theme:?}: {}", apart.sqrt());
                    }
                }
            }
        }
    }

    #[test]
    fn categories_are_seen_as_lines_on_their_ground() {
        for (colors, theme) in [(LIGHT, Theme::Light), (DARK, Theme::Dark)] {
            let palette = Palette::of(theme);
            for color in colors {
                assert!(contrast(color, palette.canvas) >= Palette::LINE_CONTRAST);
                assert_eq!(palette.line(color), color, "{theme:?} draws another");
            }
        }
    }
}
