//! Numbers of formats that write numbers and texts alike.

/// The number that a word without quotes is, unless it would lose something of how it is written: `007`
/// and numbers of more digits than can be kept stay texts.
pub fn written_number(text: &str) -> Option<f64> {
    let digits = text.trim_start_matches('-');
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let number: f64 = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    let has_zeros = digits.starts_with('0') && !digits.starts_with("0.") && digits.len() > 1;
    let is_short = digits.len() <= 15 && !has_zeros;
    (is_short || number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_lose_nothing() {
        for text in ["1", "-1.5", "0", "0.5", ".5", "1914", "-0.25"] {
            assert!(written_number(text).is_some(), "{text}");
        }
        for text in ["007", "00", "12345678901234567", "inf", "nan", "1e5x", "-", ""] {
            assert_eq!(written_number(text), None, "{text}");
        }
    }
}
