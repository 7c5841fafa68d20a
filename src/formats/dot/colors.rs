//! The colours of Graphviz: `#rrggbb`, hue, saturation and value, and the names of X11.
//!
//! Source: “Color Names” and “color” of the Graphviz documentation (2024). Brewer's schemes are not known.

use crate::model::Color;

/// X11's names with their `rrggbb`, without the greys that have a number.
const NAMES: &str = include_str!("color_names.txt");

/// The colour that a value names, of a list the first; `None` where it names none that is known.
pub fn color(value: &str) -> Option<Color> {
    let first = value.split(':').next().unwrap_or_default();
    let first = first.split(';').next().unwrap_or_default().trim();
    if let Some(hex) = first.strip_prefix('#') {
        return of_hex(hex);
    }
    of_numbers(first).or_else(|| of_name(first))
}

/// `rgb`, `rrggbb` or `rrggbbaa`, of which the opacity is left out.
fn of_hex(hex: &str) -> Option<Color> {
    let digits: Vec<u8> =
        hex.chars().map(|c| c.to_digit(16).map(|d| d as u8)).collect::<Option<_>>()?;
    match digits[..] {
        [r, g, b] => Some(Color::new(r * 17, g * 17, b * 17)),
        [r, s, g, h, b, c] | [r, s, g, h, b, c, _, _] => {
            Some(Color::new(r * 16 + s, g * 16 + h, b * 16 + c))
        }
        _ => None,
    }
}

/// Hue, saturation and value, each from 0 to 1, with blanks or commas between.
fn of_numbers(value: &str) -> Option<Color> {
    let words = value.split([' ', ',', '\t']).filter(|word| !word.is_empty());
    let numbers: Vec<f64> = words.take(4).map(|word| word.parse().ok()).collect::<Option<_>>()?;
    let [hue, saturation, value] = numbers[..] else { return None };
    if !(hue.is_finite() && saturation.is_finite() && value.is_finite()) {
        return None;
    }
    let [hue, saturation, value] = [hue, saturation, value].map(|part| part.clamp(0.0, 1.0));
    let sixth = (hue * 6.0) % 6.0;
    let share = sixth.fract();
    let (low, falling, rising) = (
        value * (1.0 - saturation),
        value * (1.0 - saturation * share),
        value * (1.0 - saturation * (1.0 - share)),
    );
    let parts = match sixth as u8 {
        0 => [value, rising, low],
        1 => [falling, value, low],
        2 => [low, value, rising],
        3 => [low, falling, value],
        4 => [rising, low, value],
        _ => [value, low, falling],
    };
    let [r, g, b] = parts.map(|part| (part * 255.0).round() as u8);
    Some(Color::new(r, g, b))
}

/// A name, perhaps with the scheme of X11 or SVG before it: `/x11/thistle`.
fn of_name(value: &str) -> Option<Color> {
    let name: String = value.to_ascii_lowercase().split([' ', '_']).collect();
    let name = ["/x11/", "/svg/", "//"]
        .iter()
        .find_map(|scheme| name.strip_prefix(scheme))
        .unwrap_or(&name);
    let grey = name.strip_prefix("gray").or_else(|| name.strip_prefix("grey"));
    if let Some(share) =
        grey.and_then(|share| share.parse::<u8>().ok()).filter(|share| *share <= 100)
    {
        let part = (f64::from(share) * 2.55).round() as u8;
        return Some(Color::new(part, part, part));
    }
    let line = NAMES.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))?;
    of_hex(line.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_write_a_colour_is_known() {
        let red = Some(Color::new(255, 0, 0));
        for text in
            ["red", "RED", "#ff0000", "#F00", "#ff000080", "0 1 1", "0.0,1.0,1.0", "/x11/red"]
        {
            assert_eq!(color(text), red, "{text}");
        }
        assert_eq!(color("red:blue"), red);
        assert_eq!(color("red;0.5:blue"), red);
        assert_eq!(color("0.6667 1 1"), Some(Color::new(0, 0, 255)));
        assert_eq!(color("gray50"), Some(Color::new(127, 127, 127)));
        assert_eq!(color("Medium Aquamarine"), color("mediumaquamarine"));
        for text in ["", "#", "#12", "nocolour", "1", "0 nan 1", "/blues9/3", "transparent"] {
            assert_eq!(color(text), None, "{text}");
        }
    }
}
