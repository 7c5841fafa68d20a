//! Years of two digits.

/// From which two digits on a year is of the 1900s: `30` is 1930, and `29` is 2029, as spreadsheets read them
/// (Microsoft, “Two-digit year interpretation”).
const FIRST_OF_THE_1900S: u16 = 30;

/// What is said of a year of two digits wherever one is read.
pub const HOW_SHORT_YEARS_ARE_READ: &str =
    "Two digits from 30 on are a year of the 1900s, others one of the 2000s.";

/// The year that two digits stand for, with or without the apostrophe for those left out: `95`, `'95`.
pub fn whole_year(text: &str) -> Option<u16> {
    let digits = text.strip_prefix(APOSTROPHES).unwrap_or(text);
    let year: u16 =
        digits.parse().ok().filter(|_| digits.len() == 2 && digits.bytes().all(is_digit))?;
    Some(if year < FIRST_OF_THE_1900S { 2000 + year } else { 1900 + year })
}

/// The year of two digits behind an apostrophe: `'95`.
pub fn year_behind_apostrophe(text: &str) -> Option<u16> {
    text.starts_with(APOSTROPHES).then(|| whole_year(text))?
}

/// What stands for the digits that are left out.
pub const APOSTROPHES: [char; 4] = ['\'', '’', '‘', '´'];

const fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_from_thirty_on_are_of_the_last_century() {
        for (text, year) in
            [("95", 1995), ("'30", 1930), ("’29", 2029), ("00", 2000), ("‘63", 1963)]
        {
            assert_eq!(whole_year(text), Some(year), "{text}");
        }
        for text in ["", "5", "1995", "'1995", "'5", "a5", "+5"] {
            assert_eq!(whole_year(text), None, "{text}");
        }
        assert_eq!(year_behind_apostrophe("95"), None);
        assert_eq!(year_behind_apostrophe("'95"), Some(1995));
    }
}
