//! What a cell says where nations stand beside organisations: that a nation is a member, and since when.

use super::values;

/// The longest text that is read as a date.
const LONGEST_DATE: usize = 40;

/// What a cell says of a nation and an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembershipMark<'c> {
    /// It is no member, or nothing is known.
    None,
    /// It is a member.
    Member,
    /// It is a member, and this says since when.
    Since(&'c str),
}

/// What a cell says; `None` where it says something else.
pub fn membership_mark(cell: &str) -> Option<MembershipMark<'_>> {
    if cell.is_empty() || values::is_missing(cell) || values::says_no(cell) {
        return Some(MembershipMark::None);
    }
    if values::says_yes(cell) || ["+", "member", "m"].contains(&cell.to_lowercase().as_str()) {
        return Some(MembershipMark::Member);
    }
    let is_year = |number: f64| number.fract() == 0.0 && (1000.0..=2100.0).contains(&number);
    match values::number(cell, '.') {
        Some(number) if number <= 0.0 => Some(MembershipMark::None),
        Some(1.0) => Some(MembershipMark::Member),
        Some(number) if is_year(number) => Some(MembershipMark::Since(cell)),
        Some(_) => None,
        None => has_year(cell).then_some(MembershipMark::Since(cell)),
    }
}

/// Whether a short text has a year in it: `2004-05-01`, `since 2024`.
fn has_year(cell: &str) -> bool {
    let mut numbers = cell.split(|c: char| !c.is_ascii_digit());
    let is_year = |number: &str| {
        number.len() == 4 && number.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year))
    };
    cell.len() <= LONGEST_DATE && numbers.any(is_year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_says_whether_and_since_when() {
        for (cell, expected) in [
            ("", Some(MembershipMark::None)),
            ("0", Some(MembershipMark::None)),
            ("-9", Some(MembershipMark::None)),
            ("No", Some(MembershipMark::None)),
            ("1", Some(MembershipMark::Member)),
            ("X", Some(MembershipMark::Member)),
            ("1949", Some(MembershipMark::Since("1949"))),
            ("since 2024", Some(MembershipMark::Since("since 2024"))),
            ("2.5", None),
            ("38000000", None),
            ("observer", None),
        ] {
            assert_eq!(membership_mark(cell), expected, "{cell}");
        }
    }
}
