//! Dates in numbers with one sign between them: `14.5.1955`, `16/09/2023`, `12.3.98`, `9/2021`.

use super::short_years::whole_year;

/// Three or two numbers, as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumericDate {
    /// The sign between them.
    pub sign: char,
    /// The first number; `None` where only two are written, a month and a year.
    pub first: Option<u32>,
    /// The number before the year.
    pub second: u32,
    /// The year with four digits.
    pub year: u32,
    /// Whether it was written with two.
    pub is_short: bool,
}

/// Reads numbers of which the last is the year; one with two digits stands behind a day and a month alone. `None`
/// where the text is something else.
pub fn numeric_date(text: &str) -> Option<NumericDate> {
    let sign =
        text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '.' | '/' | '-'))?;
    let parts: Vec<&str> = text.split(sign).collect();
    let is_number =
        |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(is_number) {
        return None;
    }
    let small = |part: &str| (part.len() <= 2).then(|| part.parse::<u32>().ok())?;
    let long = |part: &str| (part.len() == 4).then(|| part.parse::<u32>().ok())?;
    match parts[..] {
        [first, second, year] => {
            let short = whole_year(year).map(u32::from);
            Some(NumericDate {
                sign,
                first: Some(small(first)?),
                second: small(second)?,
                year: long(year).or(short)?,
                is_short: short.is_some(),
            })
        }
        [month, year] => {
            let year = long(year)?;
            Some(NumericDate { sign, first: None, second: small(month)?, year, is_short: false })
        }
        _ => None,
    }
}

impl NumericDate {
    /// The day and the month; `None` where either number may be the day, and where there is no such date. Behind
    /// full stops the day stands first, as nobody writes it otherwise.
    pub fn day_and_month(self) -> Option<(u32, u32)> {
        let first = self.first?;
        match (first, self.second) {
            (day, month) if self.sign == '.' || day == month || day > 12 => Some((day, month)),
            (month, day) if day > 12 => Some((day, month)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_told_from_months_where_one_number_says_so() {
        for (text, expected) in [
            ("14.5.1955", Some((14, 5, 1955))),
            ("3.4.1955", Some((3, 4, 1955))),
            ("12.3.98", Some((12, 3, 1998))),
            ("16/09/2023", Some((16, 9, 2023))),
            ("6/23/60", Some((23, 6, 1960))),
            ("3/3/15", Some((3, 3, 2015))),
            ("3/4/1950", None),
            ("2/8/90", None),
        ] {
            let read = numeric_date(text).expect("numbers");
            let found = read.day_and_month().map(|(day, month)| (day, month, read.year));
            assert_eq!(found, expected, "{text}");
        }
        let month = numeric_date("9/2021").expect("a month");
        assert_eq!((month.first, month.second, month.year), (None, 9, 2021));
        for text in ["", "1955", "1955-05-14", "1.2.3.4", "1/2", "9/98", "1.2/1950", "a.b.1950"] {
            assert_eq!(numeric_date(text), None, "{text}");
        }
    }
}
