//! Two years in one word.

/// A first year, the dash behind it, and what follows: `1955–91`, `1951-present`, `1914/18`. The first has four
/// digits.
pub fn split_years(text: &str) -> Option<(&str, char, &str)> {
    let (since, rest) = (text.get(..4)?, text.get(4..)?);
    let dash = rest.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '/'))?;
    since.bytes().all(|b| b.is_ascii_digit()).then_some((since, dash, &rest[dash.len_utf8()..]))
}

/// The last year of a span whose first year has four digits, where as many digits are written as differ: `91` behind
/// `1955–`, `5` behind `1992-`. `None` where it is before the first, or where it may be a month: `1908-12`.
pub fn last_year(since: &str, dash: char, until: &str) -> Option<String> {
    let is_year = matches!(until.len(), 1 | 2 | 4) && until.bytes().all(|b| b.is_ascii_digit());
    let whole =
        is_year.then(|| format!("{}{until}", since.get(..4 - until.len()).unwrap_or("")))?;
    // “1955-05” is a month; nobody writes one with a long dash.
    let may_be_month = until.len() == 2
        && !matches!(dash, '–' | '—')
        && until.parse().is_ok_and(|number: u8| number <= 12);
    (!may_be_month && *since <= *whole && since.len() == 4).then_some(whole)
}
