//! Interpolation of colours in perceptually even steps.
//!
//! Source: Björn Ottosson, “A perceptual color space for image processing”, 2020 (Oklab). Lightness and
//! both axes of opposite hues are interpolated linearly; a result outside sRGB is clipped channel by
//! channel.

use crate::model::Color;

/// The colour at `t` between two others; `t` is clamped to 0 to 1.
pub(in crate::scene) fn between(from: Color, to: Color, t: f32) -> Color {
    let (a, b) = (lab(from), lab(to));
    let t = t.clamp(0.0, 1.0);
    let mixed = [0, 1, 2].map(|i| a[i] + (b[i] - a[i]) * t);
    // The ends are exact, without the rounding of the conversions.
    match t {
        0.0 => from,
        1.0 => to,
        _ => color(mixed),
    }
}

/// Two colours, each with the lightness of the other.
pub(in crate::scene) fn exchange_lightness(a: Color, b: Color) -> (Color, Color) {
    let ([a0, a1, a2], [b0, b1, b2]) = (lab(a), lab(b));
    (color([b0, a1, a2]), color([a0, b1, b2]))
}

/// The Oklab coordinates: lightness from 0 to 1, green to red, blue to yellow.
pub(super) fn lab(color: Color) -> [f32; 3] {
    let [r, g, b] = [color.r, color.g, color.b].map(|channel| {
        let c = f32::from(channel) / 255.0;
        if c <= 0.040_45 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
    let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
    let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
    [
        0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s,
        1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s,
        0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s,
    ]
}

/// The nearest sRGB colour of Oklab coordinates.
fn color([lightness, a, b]: [f32; 3]) -> Color {
    let l = (lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
    let m = (lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
    let s = (lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
    let channel = |linear: f32| {
        let c = linear.clamp(0.0, 1.0);
        let c = if c <= 0.003_130_8 { 12.92 * c } else { 1.055 * c.powf(1.0 / 2.4) - 0.055 };
        (c * 255.0).round() as u8
    };
    Color::new(
        channel(4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s),
        channel(-1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s),
        channel(-0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_come_back_as_they_were() {
        for step in 0..512u32 {
            let part = |shift: u32| (((step >> shift) & 7) * 36) as u8;
            let original = Color::new(part(0), part(3), part(6));
            let back = color(lab(original));
            let near = |a: u8, b: u8| a.abs_diff(b) <= 1;
            assert!(
                near(back.r, original.r) && near(back.g, original.g) && near(back.b, original.b),
                "{original} became {back}"
            );
        }
    }

    #[test]
    fn lightness_runs_evenly() {
        let (from, to) = (Color::new(255, 255, 255), Color::new(0, 0, 90));
        let lightness = |t: f32| lab(between(from, to, t))[0];
        let steps: Vec<f32> = (0..4u8)
            .map(|i| lightness(f32::from(i) / 4.0) - lightness(f32::from(i + 1) / 4.0))
            .collect();
        for step in &steps {
            assert!((step - steps[0]).abs() < 0.01, "{steps:?}");
        }
    }
}
