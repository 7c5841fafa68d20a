//! What the cells of a column are: texts, numbers, yes and no.

use std::borrow::Cow;

use super::plan::ValueType;
use super::rare_words::RareWords;
use crate::formats::vocabulary::sort_of_event;
use crate::model::Attribute;
use crate::names::caseless;

/// Words that stand where a value is missing, as [`caseless`] makes them, in several languages.
static MISSING: RareWords<51> = RareWords::new([
    "na",
    "n/a",
    "n.a.",
    "n. a.",
    "#n/a",
    "#na",
    "nan",
    "null",
    "nil",
    "none",
    "(none)",
    "no one",
    "nobody",
    "not applicable",
    "not available",
    "nothing",
    "unknown",
    "tbd",
    "-",
    "--",
    "---",
    "–",
    "—",
    "−",
    ".",
    "..",
    "...",
    "…",
    "?",
    "??",
    "/",
    "k. a.",
    "k.a.",
    "keine",
    "keiner",
    "keines",
    "keine angabe",
    "unbekannt",
    "entfällt",
    "aucun",
    "aucune",
    "néant",
    "ninguno",
    "ninguna",
    "nessuno",
    "nessuna",
    "nenhum",
    "нет",
    "н/д",
    "无",
    "なし",
]);

/// Words that say no, and words that say yes.
const NO: [&str; 11] = ["no", "n", "false", "nein", "non", "nao", "нет", "否", "✗", "✘", "❌"];
const YES: [&str; 12] = ["x", "yes", "y", "true", "✓", "✔", "✅", "☑", "●", "•", "ja", "oui"];

/// Marks of friendly and of hostile ties.
const PLUS: [&str; 3] = ["+", "++", "+++"];
const MINUS: [&str; 7] = ["-", "−", "–", "--", "---", "−−", "––"];

/// Whether a cell is the mark of a friendly tie.
pub fn is_plus(cell: &str) -> bool {
    PLUS.contains(&cell)
}

/// Whether a cell is the mark of a hostile tie, where there are marks of friendly ones.
pub fn is_minus(cell: &str) -> bool {
    MINUS.contains(&cell)
}

/// Whether a cell says no, as to whether there is a tie.
pub fn says_no(cell: &str) -> bool {
    NO.contains(&cell.to_lowercase().as_str())
}

/// Whether a cell says yes, and no more.
pub fn says_yes(cell: &str) -> bool {
    YES.contains(&cell.to_lowercase().as_str())
}

/// Whether a cell only says that there is nothing to say.
pub fn is_missing(cell: &str) -> bool {
    /// No such word takes more bytes.
    const LONGEST: usize = 16;
    MISSING.has(cell)
        || cell.len() <= LONGEST
            && !cell.is_ascii()
            && !cell.starts_with(|first: char| first.is_ascii_digit())
            && MISSING.has_exactly(&caseless(cell))
}

/// Whether a cell that should name a nation names none. `NA`, alone among codes of two letters, is
/// Namibia's.
pub fn names_none(cell: &str, has_short_codes: bool) -> bool {
    cell.is_empty() || is_missing(cell) && !(has_short_codes && cell == "NA")
}

/// Whether cells are codes of two letters, most of them.
pub fn are_short_codes<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let is_code = |cell: &&str| cell.len() == 2 && cell.bytes().all(|b| b.is_ascii_uppercase());
    let cells: Vec<&str> =
        cells.filter(|cell| !cell.is_empty() && *cell != "NA").take(200).collect();
    !cells.is_empty() && cells.iter().filter(|cell| is_code(cell)).count() * 2 > cells.len()
}

/// The value of a cell by the type of its column; `None` where it isn't of that type.
pub fn read(cell: &str, values: ValueType) -> Option<Attribute> {
    match values {
        ValueType::Text => Some(Attribute::Text(cell.into())),
        ValueType::Number => number(cell, '.').map(Attribute::Number),
        ValueType::NumberWithComma => number(cell, ',').map(Attribute::Number),
        ValueType::Flag => flag(cell).map(Attribute::Flag),
        ValueType::EventCode => sort_of_event(cell).map(|sort| Attribute::Text(sort.into())),
    }
}

/// A finite number with this decimal sign, and perhaps with the other one between groups of three digits. One
/// in brackets is below zero, as accountants write it.
pub fn number(text: &str, decimal: char) -> Option<f64> {
    if let Some(inside) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return positive_or_not(inside, decimal)
            .filter(|number| *number > 0.0)
            .map(|number| -number);
    }
    positive_or_not(text, decimal)
}

fn positive_or_not(text: &str, decimal: char) -> Option<f64> {
    if !text
        .starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',' | '−' | '–'))
    {
        return None;
    }
    let plain = |text: &str| {
        let begins = text.trim_start_matches(['-', '+']).bytes().next()?;
        // What Rust calls a number, but no table does: “inf”, “nan”, “infinity”.
        let is_digit = begins.is_ascii_digit() || begins == b'.';
        text.parse().ok().filter(|number: &f64| is_digit && number.is_finite())
    };
    if decimal == '.'
        && let Some(number) = plain(text)
    {
        return Some(number);
    }
    let minus: Cow<'_, str> = match text.strip_prefix(['−', '–']) {
        Some(rest) => format!("-{rest}").into(),
        None if text.is_ascii() => text.into(),
        None => text.replace('−', "-").into(),
    };
    let group = if decimal == '.' { ',' } else { '.' };
    if is_grouped(&minus, group, decimal) {
        return plain(&minus.replace(group, "").replace(decimal, "."));
    }
    if minus.contains(group) {
        return None;
    }
    plain(&minus.replace(decimal, "."))
}

/// Whether the digits before the decimal sign stand in groups of three: 1,234,567.8.
fn is_grouped(text: &str, group: char, decimal: char) -> bool {
    let whole = text.split(decimal).next().unwrap_or_default().trim_start_matches('-');
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or_default();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut others = groups.peekable();
    (1..=3).contains(&first.len())
        && is_digits(first)
        && others.peek().is_some()
        && others.all(|group| group.len() == 3 && is_digits(group))
}

fn flag(cell: &str) -> Option<bool> {
    if cell.eq_ignore_ascii_case("true") {
        return Some(true);
    }
    cell.eq_ignore_ascii_case("false").then_some(false)
}

/// The type of a column as far as its cells show it, of which some may be missing or wrong: nine in ten decide.
#[derive(Clone, Debug, Default)]
pub struct TypeGuess {
    filled: usize,
    points: usize,
    commas: usize,
    either: usize,
    flags: usize,
}

impl TypeGuess {
    /// Looks at one more cell.
    pub fn see(&mut self, cell: &str) {
        let Some(first) = cell.as_bytes().first() else { return };
        // No word for what is missing begins with a digit, and no number and no code with a letter.
        if !first.is_ascii_digit() && is_missing(cell) {
            return;
        }
        self.filled += 1;
        if first.is_ascii_alphabetic() {
            self.flags += usize::from(flag(cell).is_some());
            return;
        }
        if is_code(cell) {
            return;
        }
        if cell.bytes().all(|byte| byte.is_ascii_digit()) {
            // The same number by either sign.
            self.points += 1;
            self.commas += 1;
            return;
        }
        if is_plain_decimal(cell) {
            self.points += 1;
            return;
        }
        let (by_point, by_comma) = (number(cell, '.'), number(cell, ','));
        self.points += usize::from(by_point.is_some());
        self.commas += usize::from(by_comma.is_some());
        self.either +=
            usize::from(by_point.is_some() && by_comma.is_some() && by_point != by_comma);
        self.flags += usize::from(flag(cell).is_some());
    }

    /// The type by the cells that were seen.
    pub fn values(&self) -> ValueType {
        let Self { filled, points, commas, either, flags } = *self;
        let most = |count: usize| filled > 0 && count * 10 >= filled * 9;
        match (most(points), most(commas)) {
            // “1,234” is one number or another, and nothing tells: it stays as it is.
            (true, true) if points == commas && either > 0 => ValueType::Text,
            (true, _) if points >= commas => ValueType::Number,
            (_, true) => ValueType::NumberWithComma,
            _ if most(flags) => ValueType::Flag,
            _ => ValueType::Text,
        }
    }
}

/// Whether a cell is a number that has a point and can be read in no other way: `1.25`, but not `1.250`, which may be
/// a thousand and more.
fn is_plain_decimal(cell: &str) -> bool {
    let are_digits =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    cell.split_once('.').is_some_and(|(whole, fraction)| {
        are_digits(whole) && are_digits(fraction) && fraction.len() != 3
    })
}

/// Digits that are a code rather than a number: with a zero before them, or more of them than a number holds.
fn is_code(cell: &str) -> bool {
    let digits = cell.trim_start_matches('-');
    let whole = digits.bytes().take_while(u8::is_ascii_digit).count();
    whole > 15 || (whole > 1 && digits.starts_with('0') && whole == digits.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_what_nine_in_ten_of_its_cells_are() {
        let of = |cells: &str| {
            let mut guess = TypeGuess::default();
            cells.split('|').for_each(|cell| guess.see(cell));
            guess.values()
        };
        assert_eq!(of("1|2.5||-3|1e3|NA"), ValueType::Number);
        assert_eq!(of("+1|–1|–2.5"), ValueType::Number);
        assert_eq!(of("1,5|2|−3,25"), ValueType::NumberWithComma);
        assert_eq!(of("1,234.5|1,000"), ValueType::Number);
        assert_eq!(of("1.234,5|1.000"), ValueType::NumberWithComma);
        assert_eq!(of("1,234|5,678"), ValueType::Text);
        assert_eq!(of("true|FALSE|"), ValueType::Flag);
        assert_eq!(of("002|020|200"), ValueType::Text);
        assert_eq!(of("pact|2"), ValueType::Text);
        assert_eq!(of("1|2|3|4|5|6|7|8|9|x"), ValueType::Number);
        assert_eq!(of("1.192,3|9,8|k. A.|KEINE ANGABE|—|Нет"), ValueType::NumberWithComma);
        assert_eq!(of("|"), ValueType::Text);
    }

    proptest::proptest! {
        #[test]
        fn plain_decimals_are_numbers_by_a_point_alone(cell in "[0-9]{0,4}[.][0-9]{0,5}") {
            if is_plain_decimal(&cell) {
                proptest::prop_assert!(number(&cell, '.').is_some() && number(&cell, ',').is_none());
            }
        }
    }

    #[test]
    fn numbers_are_finite_and_exact() {
        for (text, value) in
            [("1.5", 1.5), ("-.5", -0.5), ("1E30", 1e30), ("1,234,567.8", 1_234_567.8)]
        {
            assert_eq!(number(text, '.'), Some(value));
        }
        for text in [
            "",
            "inf",
            "Infinity",
            "NaN",
            "1e999",
            "12,34",
            "1,2345",
            "x",
            "-",
            "–",
            "1 2",
            "1914–18",
        ] {
            assert_eq!(number(text, '.'), None, "{text}");
        }
        assert_eq!(number("1.234.567,5", ','), Some(1_234_567.5));
    }
}
