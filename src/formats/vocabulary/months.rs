//! Names of months.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The number of a month, by its name or the first three letters.
pub fn month(text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let is_meant = |name: &&str| match text.len() {
        3 => name.starts_with(&text),
        4 => **name == text || text == "sept" && name.starts_with("sept"),
        _ => **name == text,
    };
    MONTHS.iter().position(is_meant).map(|index| index + 1)
}
