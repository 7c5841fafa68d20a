//! Dates as precise as they are known: a year, a month, or a day of the Gregorian calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A year, a month of a year, or a day: `2024`, `2024-06`, `2024-06-19`.
///
/// The order is by the earliest day each can mean; at the same day the less precise comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    /// 0 when unknown.
    month: u8,
    /// 0 when unknown.
    day: u8,
}

/// Why a text isn't a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// It isn't of the form `2024`, `2024-06` or `2024-06-19`.
    Form,
    /// The month isn't one of 01 to 12.
    Month,
    /// The month has no such day.
    Day,
}

impl PartialDate {
    /// The date of a year, 1 to 9999, and perhaps of a month of it, and of a day of that.
    ///
    /// # Errors
    /// When there is no such year, month or day, or a day without a month.
    pub fn new(year: u32, month: Option<u32>, day: Option<u32>) -> Result<Self, DateError> {
        let year = u16::try_from(year).ok().filter(|year| (1..=9999).contains(year));
        let year = year.ok_or(DateError::Form)?;
        let Some(month) = month else {
            return if day.is_none() {
                Ok(Self { year, month: 0, day: 0 })
            } else {
                Err(DateError::Form)
            };
        };
        let month = u8::try_from(month).ok().filter(|month| (1..=12).contains(month));
        let of_month = Self { year, month: month.ok_or(DateError::Month)?, day: 0 };
        let Some(day) = day else { return Ok(of_month) };
        let day = u8::try_from(day).ok().filter(|day| (1..=of_month.days_in_month()).contains(day));
        Ok(Self { day: day.ok_or(DateError::Day)?, ..of_month })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, if known.
    pub const fn month(self) -> Option<u8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month, 1 to 31, if known.
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The first day that it can mean.
    pub const fn first_day(self) -> Self {
        let month = if self.month == 0 { 1 } else { self.month };
        let day = if self.day == 0 { 1 } else { self.day };
        Self { year: self.year, month, day }
    }

    /// The last day that it can mean.
    pub fn last_day(self) -> Self {
        let month = if self.month == 0 { 12 } else { self.month };
        let of_month = Self { year: self.year, month, day: 0 };
        let day = if self.day == 0 { of_month.days_in_month() } else { self.day };
        Self { day, ..of_month }
    }

    /// The date in words, as precise as it is known: `19 June 2024`, `June 2024`, `2024`.
    pub fn in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let month = self.month().and_then(|m| MONTHS.get(usize::from(m) - 1));
        match (month, self.day()) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            _ => self.year.to_string(),
        }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(DateError::Form)?;
        let [month, day] = [digits(parts.next(), 2)?, digits(parts.next(), 2)?];
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        Self::new(year, month, day)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(de::Error::custom)
    }
}

impl PartialDate {
    fn days_in_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// The number written with exactly `count` digits; `None` if there is no such part.
fn digits(part: Option<&str>, count: usize) -> Result<Option<u32>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() == count && part.bytes().all(|b| b.is_ascii_digit()) {
        part.parse().map(Some).map_err(|_| DateError::Form)
    } else {
        Err(DateError::Form)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "a date is written 2024, 2024-06 or 2024-06-19",
            Self::Month => "a month is one of 01 to 12",
            Self::Day => "that month has no such day",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_precision_reads_and_writes_the_same() {
        for text in ["2024", "2024-06", "2024-06-19", "2024-02-29", "0914"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_fault_names_the_part_that_is_wrong() {
        for (text, fault) in [
            ("2024-13", DateError::Month),
            ("2024-00", DateError::Month),
            ("2023-02-29", DateError::Day),
            ("2024-06-31", DateError::Day),
            ("24", DateError::Form),
            ("2024-6", DateError::Form),
            ("2024-06-19-01", DateError::Form),
            ("２０２４", DateError::Form),
            ("", DateError::Form),
            ("0000", DateError::Form),
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(fault), "{text}");
        }
    }

    #[test]
    fn numbers_make_the_dates_that_there_are() {
        let date = |year, month, day| PartialDate::new(year, month, day).map(|d| d.to_string());
        assert_eq!(date(1914, None, None), Ok("1914".to_owned()));
        assert_eq!(date(914, Some(6), None), Ok("0914-06".to_owned()));
        assert_eq!(date(2024, Some(2), Some(29)), Ok("2024-02-29".to_owned()));
        for (year, month, day, fault) in [
            (0, None, None, DateError::Form),
            (10_000, None, None, DateError::Form),
            (1914, None, Some(1), DateError::Form),
            (1914, Some(0), None, DateError::Month),
            (1914, Some(13), None, DateError::Month),
            (1914, Some(256 + 6), None, DateError::Month),
            (2023, Some(2), Some(29), DateError::Day),
            (2023, Some(2), Some(0), DateError::Day),
        ] {
            assert_eq!(date(year, month, day), Err(fault), "{year} {month:?} {day:?}");
        }
    }

    #[test]
    fn a_date_spans_the_days_that_it_can_mean() {
        for (text, first, last) in [
            ("2024", "2024-01-01", "2024-12-31"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2023-02", "2023-02-01", "2023-02-28"),
            ("2024-06-19", "2024-06-19", "2024-06-19"),
        ] {
            let date: PartialDate = text.parse().expect("a date");
            assert_eq!(date.first_day().to_string(), first);
            assert_eq!(date.last_day().to_string(), last);
        }
    }

    #[test]
    fn the_order_is_that_of_the_calendar() {
        let dates: Vec<PartialDate> = ["1914", "1914-06", "1914-06-28", "1914-07"]
            .iter()
            .filter_map(|t| t.parse().ok())
            .collect();
        assert!(dates.is_sorted() && dates.len() == 4);
        assert_eq!(dates[2].in_words(), "28 June 1914");
    }
}
