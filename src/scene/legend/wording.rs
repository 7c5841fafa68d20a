//! The words of a legend for properties, values and numbers.

use crate::model::{Kind, Map, NationProperty, TieProperty};
use crate::scene::text;

/// The title of the rows for a property of nations.
pub(super) fn nation_title(property: &NationProperty) -> String {
    match property {
        NationProperty::Type => "Type".to_owned(),
        NationProperty::Region => "Part of the world".to_owned(),
        NationProperty::Subregion => "Region".to_owned(),
        NationProperty::Tag => "Tag".to_owned(),
        NationProperty::Degree => "Number of ties".to_owned(),
        NationProperty::Attribute(name) => capital_first(&text::clean(name)),
    }
}

/// The title of the rows for a property of ties.
pub(super) fn tie_title(property: &TieProperty) -> String {
    match property {
        TieProperty::Kind => "Kind".to_owned(),
        TieProperty::Status => "Status".to_owned(),
        TieProperty::Sign => "Sign".to_owned(),
        TieProperty::Weight => "Weight".to_owned(),
        TieProperty::Since => "Since".to_owned(),
        TieProperty::Attribute(name) => capital_first(&text::clean(name)),
    }
}

/// A value of a property of nations.
pub(super) fn nation_value(property: &NationProperty, value: &str) -> String {
    match property {
        NationProperty::Attribute(_) => attribute(value),
        _ => text::clean(value),
    }
}

/// A value of a property of ties.
pub(super) fn tie_value(map: &Map, property: &TieProperty, value: &str) -> String {
    match property {
        TieProperty::Kind => {
            let kind = map.kinds().by_key(value).and_then(|id| map.kinds().get(id));
            kind.map_or_else(|| text::clean(value), |kind| text::clean(&kind.name))
        }
        TieProperty::Status => value.replace('-', " "),
        TieProperty::Attribute(_) => attribute(value),
        TieProperty::Sign | TieProperty::Weight | TieProperty::Since => text::clean(value),
    }
}

/// What a kind of tie is called within a sentence.
pub(in crate::scene) fn kind_name(kind: &Kind) -> String {
    lower_first(&text::clean(&kind.name))
}

/// A name within a phrase: its first letter in lower case, unless another capital or a digit follows it.
pub(in crate::scene) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

/// A name with a capital first letter.
pub(in crate::scene) fn capital_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn attribute(value: &str) -> String {
    match value {
        "true" => "yes".to_owned(),
        "false" => "no".to_owned(),
        _ => text::clean(value),
    }
}

/// A number in readable form: `0.0123`, `12,500`, `2.3 million`. Below ten thousand it has three
/// significant digits, or all if it is whole, so that years stay years.
pub(super) fn number(number: f64) -> String {
    const STEPS: [(f64, &str); 4] =
        [(1e12, " trillion"), (1e9, " billion"), (1e6, " million"), (1e4, "")];
    let size = number.abs();
    if !(1e-4..1e15).contains(&size) && number != 0.0 {
        return format!("{number:.2e}");
    }
    match STEPS.into_iter().find(|(least, _)| size >= *least) {
        Some((least, word)) if !word.is_empty() => format!("{}{word}", rounded(number / least)),
        Some(_) => with_commas(number.round()),
        None => rounded(number),
    }
}

/// A number below ten thousand to three significant digits, or unchanged if it is whole.
fn rounded(number: f64) -> String {
    if number.fract() == 0.0 {
        return format!("{number}");
    }
    let digits = number.abs().log10().floor() as i32;
    let decimals = usize::try_from(2 - digits).unwrap_or(0);
    let rounded = format!("{number:.decimals$}");
    if decimals == 0 {
        rounded
    } else {
        rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
    }
}

fn with_commas(whole: f64) -> String {
    let digits = format!("{:.0}", whole.abs());
    let mut text = String::from(if whole < 0.0 { "−" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
