//! Values of cells: dates, numbers, words, each checked, with a remark on what can't be read.

use super::rows::Row;
use crate::formats::problems::Remarks;
use crate::model::{Color, PartialDate, Point};

/// What a cell says; `None` if it is empty or can't be read, which is remarked on.
fn value<T>(
    row: Row<'_>,
    column: &str,
    remarks: &mut Remarks,
    topic: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = row.text(column).trim();
    if text.is_empty() {
        return None;
    }
    let value = read(text);
    if value.is_none() {
        let remedy = "Correct the cell, or empty it.";
        remarks.lose(row.spot(column), text, topic, "It was left out.", remedy);
    }
    value
}

pub fn date(row: Row<'_>, column: &str, remarks: &mut Remarks) -> Option<PartialDate> {
    let topic = "isn't a date such as 1962, 1962-06 or 1962-06-19";
    value(row, column, remarks, topic, |text| text.parse().ok())
}

/// A number that is within bounds.
pub fn number(
    row: Row<'_>,
    column: &str,
    remarks: &mut Remarks,
    topic: &str,
    is_allowed: impl Fn(f32) -> bool,
) -> Option<f32> {
    value(row, column, remarks, topic, |text| {
        text.parse::<f32>().ok().filter(|number| number.is_finite() && is_allowed(*number))
    })
}

pub fn color(row: Row<'_>, column: &str, remarks: &mut Remarks) -> Option<Color> {
    value(row, column, remarks, "isn't a colour such as #1B6CA8", |text| text.parse().ok())
}

/// One of several words.
pub fn word<T>(
    row: Row<'_>,
    column: &str,
    remarks: &mut Remarks,
    topic: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    value(row, column, remarks, topic, |text| {
        let is_lower = text.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
        if is_lower { read(text) } else { read(&text.to_lowercase()) }
    })
}

/// Two numbers with a space between them.
pub fn pair(text: &str) -> Option<Point> {
    let (x, y) = text.split_once(' ')?;
    Some(Point::new(x.parse().ok()?, y.parse().ok()?))
}
