//! The order of cells: numbers and dates by what they mean, words as a dictionary has them.

use std::cmp::Ordering;

use crate::model::PartialDate;
use crate::names::fold;

/// What the cells of a column are sorted by.
#[derive(Debug)]
pub struct SortKeys(Vec<SortKey>);

#[derive(Debug, PartialEq)]
enum SortKey {
    Number(f64),
    Date(PartialDate),
    Text(String),
    Empty,
}

impl SortKeys {
    /// The keys of a column's texts. Where any is more than a year, years are dates as well.
    pub fn of(texts: &[String]) -> Self {
        let is_day_or_month = |text: &String| {
            text.trim().parse::<PartialDate>().is_ok_and(|date| date.month().is_some())
        };
        let has_dates = texts.iter().any(is_day_or_month);
        Self(texts.iter().map(|text| SortKey::of(text.trim(), has_dates)).collect())
    }

    /// The places of the cells in their order: numbers and dates before words, and empty cells last,
    /// whichever way round. Equal cells stay as they are.
    pub fn order(&self, descending: bool) -> Vec<usize> {
        let mut keyed: Vec<(usize, &SortKey)> = self.0.iter().enumerate().collect();
        keyed.sort_by(|(_, a), (_, b)| a.compare(b, descending));
        keyed.into_iter().map(|(at, _)| at).collect()
    }
}

impl SortKey {
    fn of(text: &str, has_dates: bool) -> Self {
        if text.is_empty() {
            return Self::Empty;
        }
        if let (true, Ok(date)) = (has_dates, text.parse()) {
            return Self::Date(date);
        }
        match text.parse::<f64>() {
            Ok(number) if number.is_finite() => Self::Number(number),
            _ => Self::Text(fold(text)),
        }
    }

    fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let rank = |key: &Self| match key {
            Self::Number(_) => 0,
            Self::Date(_) => 1,
            Self::Text(_) => 2,
            Self::Empty => 3,
        };
        let order = match (self, other) {
            (Self::Empty, _) | (_, Self::Empty) => return rank(self).cmp(&rank(other)),
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Date(a), Self::Date(b)) => a.cmp(b),
            (Self::Text(a), Self::Text(b)) => a.cmp(b),
            _ => rank(self).cmp(&rank(other)),
        };
        if descending { order.reverse() } else { order }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted<'t>(texts: &[&'t str], descending: bool) -> Vec<&'t str> {
        let keys = SortKeys::of(&texts.iter().map(ToString::to_string).collect::<Vec<_>>());
        keys.order(descending).into_iter().map(|at| texts[at]).collect()
    }

    #[test]
    fn empty_cells_come_last_whichever_way_round() {
        let texts = ["word", "", "10", "2"];
        assert_eq!(sorted(&texts, false), ["2", "10", "word", ""]);
        assert_eq!(sorted(&texts, true), ["word", "10", "2", ""]);
    }

    #[test]
    fn dates_are_sorted_by_their_first_day_however_precise_they_are() {
        let texts = ["1955-05-14", "1991", "", "1949-04", "1955", "0962-02"];
        let in_order = ["0962-02", "1949-04", "1955", "1955-05-14", "1991", ""];
        assert_eq!(sorted(&texts, false), in_order);
        assert_eq!(sorted(&texts, true), ["1991", "1955-05-14", "1955", "1949-04", "0962-02", ""]);
    }

    #[test]
    fn capitals_and_marks_make_no_difference_and_equal_cells_stay_in_their_order() {
        let texts = ["Zambia", "Åland", "austria", "Österreich", "oman", "Austria"];
        let in_order = ["Åland", "austria", "Austria", "oman", "Österreich", "Zambia"];
        assert_eq!(sorted(&texts, false), in_order);
    }
}
