//! What a value says as a date, and how dates are written.

use crate::model::PartialDate;

/// Which of two numbers of a date such as `3/4/1950` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// The day comes first.
    DayFirst,
    /// The month comes first.
    MonthFirst,
}

/// How the dates of a network are written, where one alone doesn't say so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateStyle {
    /// Which number of `3/4/1950` is the day.
    pub order: Option<DateOrder>,
    /// Whether `2003-05` is from 2003 to 2005, and not May.
    pub has_short_spans: bool,
}

/// What a value says as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRead {
    /// That there is none: it is empty, `-`, `NA`.
    None,
    /// That there is none yet or none is known, by a number or word for it: `-9`, `9999`, `ongoing`.
    Open,
    /// A date.
    Date(PartialDate),
    /// A date by the number of its day, as spreadsheets count them from 1900 on: `45462`.
    Serial(PartialDate),
    /// A date whose year has two digits: `12.3.98`.
    Short(PartialDate),
    /// A year of which more is said than could be understood, such as `3/4/1950` or `c. 1914`.
    YearOnly(PartialDate),
    /// From one date to another, such as `1914-1918`.
    Span(PartialDate, PartialDate),
    /// From a date on: `1949-present`.
    From(PartialDate),
    /// Until a date: `until 1955`.
    UpTo(PartialDate),
    /// Nothing that is a date.
    Unreadable,
}
