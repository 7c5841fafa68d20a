//! When a tie began and ended, by the values of its columns.

use super::super::date_read::{DateRead, DateStyle};
use super::super::dates::read_date;
use super::super::roles::EdgeRole;
use super::super::value_words::text;
use crate::formats::problems::{Remarks, Spot};
use crate::formats::vocabulary::HOW_SHORT_YEARS_ARE_READ;
use crate::model::{Attribute, PartialDate};

/// Takes a value of a column for when ties began or ended; returns whether it needn't be kept as an attribute.
pub fn take(
    (since, until): (&mut Option<PartialDate>, &mut Option<PartialDate>),
    role: EdgeRole,
    value: &Attribute,
    (spot, style): (Spot, DateStyle),
    remarks: &mut Remarks,
) -> bool {
    let own = if role == EdgeRole::Since { &mut *since } else { &mut *until };
    let read = read_date(value, style);
    match read {
        DateRead::Date(_) | DateRead::Serial(_) | DateRead::Short(_) | DateRead::YearOnly(_)
            if own.is_some() =>
        {
            remark_on_second(value, spot, remarks);
            return false;
        }
        DateRead::Date(date) | DateRead::YearOnly(date) => *own = Some(date),
        DateRead::Serial(date) => {
            *own = Some(date);
            remark_on_serial(value, spot, remarks);
        }
        DateRead::Short(date) => {
            *own = Some(date);
            remark_on_short_year(value, spot, remarks);
        }
        DateRead::From(date) => *since = since.or(Some(date)),
        DateRead::UpTo(date) => *until = until.or(Some(date)),
        DateRead::Span(first, last) => {
            *since = since.or(Some(first));
            *until = Some(last);
        }
        DateRead::Open => remark_on_open(role, value, spot, remarks),
        DateRead::None | DateRead::Unreadable => {}
    }
    match read {
        DateRead::YearOnly(_) => remark_on_year_only(value, spot, remarks),
        DateRead::Unreadable => {
            let topic = "isn't a date";
            let outcome = "It was kept as an attribute.";
            remarks.warn(spot, &text(value), topic, outcome, WRITE_DATES);
        }
        _ => return true,
    }
    false
}

const WRITE_DATES: &str = "Write dates as 2024, 2024-06 or 2024-06-19.";

fn remark_on_open(role: EdgeRole, value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    let outcome = match role {
        EdgeRole::Since => "The beginning of the tie stays open.",
        _ => "The end of the tie stays open.",
    };
    let topic = "stands where there is no date, or none yet";
    remarks.warn(spot, &text(value), topic, outcome, "");
}

fn remark_on_serial(value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    remarks.warn(
        spot,
        &text(value),
        "is the number of a day, as spreadsheets keep dates",
        "It was read as that day, counted from 1900 on.",
        "Give the cells the format of a date, if they mean another day.",
    );
}

fn remark_on_short_year(value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    remarks.warn(
        spot,
        &text(value),
        "has a year of two digits",
        HOW_SHORT_YEARS_ARE_READ,
        "Write years with four digits, if another century is meant.",
    );
}

fn remark_on_second(value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    remarks.warn(
        spot,
        &text(value),
        "is a second date for the same",
        "The first was taken, and this one kept as an attribute.",
        "Give one of the columns another role.",
    );
}

fn remark_on_year_only(value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    let text = text(value);
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    remarks.warn(
        spot,
        &text,
        "is a date of which only the year could be understood",
        "The year was taken, and the whole kept as an attribute.",
        match numbers.count() {
            3.. => "Say which number is the day, or write dates as 2024-06-19.",
            _ => WRITE_DATES,
        },
    );
}
