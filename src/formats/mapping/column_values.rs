//! What the values of a column are like.

use indexmap::IndexMap;

use super::date_read::{DateRead, DateStyle};
use super::dates::read_date;
use super::value_words::{is_blank, is_missing_number, number, yes_or_no};
use crate::formats::network::{ColumnId, Columns};
use crate::model::Attribute;

/// A column with more different texts than this has too many to be kinds.
const MOST_WORDS: usize = 60;
/// How many values are read as dates to see whether a column holds dates.
const DATES_LOOKED_AT: usize = 200;

/// What the values of one column are like.
#[derive(Default)]
pub struct ColumnValues<'n> {
    /// How many aren't empty.
    pub filled: usize,
    /// How many are numbers.
    pub numbers: usize,
    /// How many say yes or no.
    pub flags: usize,
    /// How many are a number by which data sets say that none is known.
    pub missing: usize,
    /// How many are a number that isn't whole, or isn't a year that people count.
    pub no_years: usize,
    /// How many are a year of the last thousand years.
    pub late_years: usize,
    /// How many are exactly 1 and exactly -1.
    pub ones: [usize; 2],
    /// The texts with how often each occurs; `None` where there are too many.
    pub words: Option<IndexMap<&'n str, usize>>,
    /// Of the first so many, how many are dates, and how many more precise than a year.
    pub dates: Dates,
}

/// How many of the first values of a column are dates.
#[derive(Clone, Copy, Default)]
pub struct Dates {
    looked_at: usize,
    read: usize,
    precise: usize,
    /// How many aren't dates, but written as if they were: `2024-13-45`.
    meant: usize,
    /// How many are numbers of days: these are dates only where nothing beside them is something else.
    serials: usize,
    /// How many are a day in eight digits.
    days: usize,
    /// How many say that there is none yet, or that none is known.
    open: usize,
}

impl Dates {
    /// Whether at least half of them are dates, are meant to be, or say that there is none.
    pub const fn are_usual(self) -> bool {
        if self.serials > 0 {
            return self.read == self.looked_at;
        }
        let dates = self.read + self.meant;
        dates > 0 && 2 * dates >= self.looked_at || self.looked_at == 0 && self.open > 0
    }

    /// Whether all are dates, and most of them more precise than a year.
    pub const fn are_precise(self) -> bool {
        self.precise > self.serials
            && self.read == self.looked_at
            && 2 * self.precise >= self.looked_at
    }

    /// Whether all are days in eight digits, two or more: of other numbers few could be.
    pub const fn are_days_in_digits(self) -> bool {
        self.days > 1 && self.days == self.looked_at
    }

    fn look_at(&mut self, value: &Attribute) {
        if self.looked_at == DATES_LOOKED_AT {
            return;
        }
        let is_long = |number: f64| (10_000_101.0..=29_991_231.0).contains(&number);
        let may_be_day = number(value).is_some_and(is_long);
        let (read, precise) = match read_date(value, DateStyle::default()) {
            DateRead::None => return,
            DateRead::Open => {
                self.open += 1;
                return;
            }
            DateRead::Date(date) => (is_plausible(date.year()), date.month().is_some()),
            DateRead::Serial(_) => {
                self.serials += 1;
                (true, true)
            }
            DateRead::Short(_)
            | DateRead::YearOnly(_)
            | DateRead::Span(..)
            | DateRead::From(_)
            | DateRead::UpTo(_) => (true, true),
            DateRead::Unreadable => (false, false),
        };
        self.looked_at += 1;
        self.days += usize::from(read && may_be_day);
        self.read += usize::from(read);
        self.meant += usize::from(!read && looks_like_date(value));
        self.precise += usize::from(precise);
    }
}

/// Whether a number is a year rather than a step of time or a count.
const fn is_plausible(year: u16) -> bool {
    year >= 500 && year <= 2999
}

/// Whether a text that is no date is written as one: three numbers with marks between them.
fn looks_like_date(value: &Attribute) -> bool {
    let Attribute::Text(text) = value else { return false };
    let mut parts = text.trim().split(['-', '/', '.']);
    let is_number = |part: &str| {
        (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    parts.clone().count() == 3 && parts.all(is_number)
}

impl<'n> ColumnValues<'n> {
    fn new() -> Self {
        Self { words: Some(IndexMap::new()), ..Self::default() }
    }

    fn look_at(&mut self, value: &'n Attribute) {
        if is_blank(value) {
            return;
        }
        self.filled += 1;
        self.dates.look_at(value);
        if let Some(number) = number(value) {
            self.numbers += 1;
            self.no_years +=
                usize::from(number.fract() != 0.0 || !(500.0..=2999.0).contains(&number));
            self.late_years +=
                usize::from(number.fract() == 0.0 && (1000.0..=2100.0).contains(&number));
            self.ones[0] += usize::from(number == 1.0);
            self.ones[1] += usize::from(number == -1.0);
        }
        self.missing += usize::from(is_missing_number(value));
        self.flags += usize::from(yes_or_no(value).is_some());
        if let (Some(words), Attribute::Text(text)) = (&mut self.words, value) {
            *words.entry(text.trim()).or_default() += 1;
            if words.len() > MOST_WORDS {
                self.words = None;
            }
        }
    }

    /// Whether all values are numbers.
    pub const fn are_numbers(&self) -> bool {
        self.filled > 0 && self.numbers == self.filled
    }

    /// Whether all values that are known say yes or no.
    pub const fn are_flags(&self) -> bool {
        self.flags > 0 && self.flags + self.missing == self.filled
    }

    /// Whether most values are texts.
    pub const fn are_texts(&self) -> bool {
        self.filled > 2 * self.numbers
    }

    /// Whether more than half of the values are numbers.
    pub const fn are_mostly_numbers(&self) -> bool {
        2 * self.numbers > self.filled
    }

    /// Whether more than half of the values are years, and no number is anything else.
    pub const fn are_years(&self) -> bool {
        self.are_mostly_numbers() && self.no_years == 0
    }

    /// The share of the different texts of which something is true; 0 where there are too many or none.
    pub fn share_of_words(&self, is_true: impl Fn(&str) -> bool) -> f64 {
        let Some(words) = self.words.as_ref().filter(|words| !words.is_empty()) else { return 0.0 };
        words.keys().filter(|word| is_true(word)).count() as f64 / words.len() as f64
    }
}

/// The values of all columns of nodes or edges.
pub fn column_values<'n>(
    columns: &Columns,
    records: impl Iterator<Item = &'n [(ColumnId, Attribute)]>,
) -> Vec<ColumnValues<'n>> {
    let mut all: Vec<ColumnValues<'n>> = (0..columns.len()).map(|_| ColumnValues::new()).collect();
    for (column, value) in records.flatten() {
        if let Some(values) = all.get_mut(column.index()) {
            values.look_at(value);
        }
    }
    all
}
