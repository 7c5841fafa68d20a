//! Values of options: what is expected of each, which the message about another one says.

use std::ops::RangeInclusive;
use std::str::FromStr;

use crate::formats::{Delimiter, TextEncoding};

/// A number within a range.
fn number<T: FromStr + PartialOrd>(
    text: &str,
    range: &RangeInclusive<T>,
    expected: &str,
) -> Result<T, String> {
    let number = text.trim().parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| format!("expected {expected}"))
}

/// A year of the Common Era; those before it are negative.
pub(super) fn year(text: &str) -> Result<i32, String> {
    number(text, &(-9_999..=9_999), "a year such as 1990, from -9999 to 9999")
}

/// The number of a row, or 0 for none.
pub(super) fn row(text: &str) -> Result<u32, String> {
    number(
        text,
        &(0..=u32::MAX),
        "the number of a row such as 5, or 0 where no row names the columns",
    )
}

/// The seed of a layout.
pub(super) fn seed(text: &str) -> Result<u64, String> {
    number(text, &(0..=u64::MAX), "a whole number from 0 on, such as 7")
}

/// A share of a whole.
pub(super) fn share(text: &str) -> Result<f32, String> {
    number(text, &(0.0..=1.0), "a number from 0 to 1")
}

/// Pixels per unit.
pub(super) fn scale(text: &str) -> Result<f32, String> {
    number(text, &(0.5..=8.0), "a number from 0.5 to 8")
}

/// Pixels per inch.
pub(super) fn dpi(text: &str) -> Result<f32, String> {
    number(text, &(48.0..=768.0), "a number from 48 to 768")
}

/// An encoding by its name in the Encoding Standard.
pub(super) fn encoding(text: &str) -> Result<TextEncoding, String> {
    TextEncoding::by_name(text).ok_or_else(|| {
        format!("expected the name of an encoding, such as {}", TextEncoding::USUAL.join(", "))
    })
}

/// What stands between cells.
pub(super) fn delimiter(text: &str) -> Result<Delimiter, String> {
    Delimiter::by_word(text).ok_or_else(|| {
        "expected comma, semicolon, tab, bar, spaces, or one sign such as : or ^".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_value_says_what_is_expected() {
        assert_eq!((year("1990"), year("-44"), row("0")), (Ok(1990), Ok(-44), Ok(0)));
        assert_eq!(
            (seed("7"), share("0.5"), scale("8"), dpi("300")),
            (Ok(7), Ok(0.5), Ok(8.0), Ok(300.0))
        );
        let said = [
            year("abc").err(),
            year("123456").err(),
            row("-1").err(),
            seed("1.5").err(),
            share("NaN").err(),
            scale("0").err(),
            dpi("1e9").err(),
            encoding("klingon").err(),
            delimiter("a").err(),
        ];
        for message in said {
            let message = message.expect("a refusal");
            assert!(message.starts_with("expected ") && !message.ends_with('.'), "{message}");
        }
    }
}
