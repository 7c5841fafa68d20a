//! The time of a map's ties in words, for the foot of its page: where the map names no day that it describes, nobody
//! else says it.

use crate::model::{Map, PartialDate, Period};
use crate::scene::heading::mentions;

/// The least share of ties with a date from which on dates say something of the map.
const LEAST_DATED: f32 = 0.5;

/// When the ties of a map were held: in the period by which it is filtered, or else as their own dates say. Empty where
/// the heading says it, and where too few have dates; nothing is derived from anything else.
pub(super) fn period_in_words(map: &Map) -> String {
    words(map, map.held())
}

fn words(map: &Map, held: Period) -> String {
    let (dated, undated): (Vec<_>, Vec<_>) = map
        .ties()
        .iter()
        .map(|(_, tie)| (tie.since, tie.until))
        .partition(|(since, until)| since.is_some() || until.is_some());
    let ties = dated.len() + undated.len();
    if ties == 0 {
        return String::new();
    }
    let words = match (held.from, held.to) {
        (None, None) if (dated.len() as f32) < LEAST_DATED * ties as f32 => None,
        (None, None) => of_dates(map, &dated),
        (Some(from), Some(to)) => Some(format!("Ties held in {}", range(from, to)))
            .filter(|_| map.heading().as_of.is_none_or(|day| day != from || day != to)),
        (Some(from), None) => Some(format!("Ties held since {}", from.in_words())),
        (None, Some(to)) => Some(format!("Ties held until {}", to.in_words())),
    };
    match (words, undated.len()) {
        (None, _) => String::new(),
        (Some(words), 0) => format!("{words}."),
        (Some(words), 1) => format!("{words}; 1 has no date."),
        (Some(words), count) => format!("{words}; {count} have no date."),
    }
}

/// From the first year of some ties to the last; `None` where the heading names the day, or the last of these years.
fn of_dates(map: &Map, dated: &[(Option<PartialDate>, Option<PartialDate>)]) -> Option<String> {
    let heading = map.heading();
    let dates = dated.iter().flat_map(|(since, until)| [since, until]).flatten();
    let years = dates.map(|date| date.year());
    let (first, last) = (years.clone().min()?, years.max()?);
    let last_year = last.to_string();
    let is_said =
        [&heading.title, &heading.subtitle].iter().any(|text| mentions(text, &last_year).is_some());
    if heading.as_of.is_some() || is_said {
        return None;
    }
    let have_ended = dated.iter().any(|(_, until)| until.is_some());
    Some(match (have_ended, first == last) {
        (true, true) => format!("Ties of {first}"),
        (true, false) => format!("Ties of {first}–{last}"),
        (false, true) => format!("Ties begun in {first}"),
        (false, false) => format!("Ties begun {first}–{last}"),
    })
}

/// A period in words, as precise as its ends are known.
fn range(from: PartialDate, to: PartialDate) -> String {
    let (first, last) = (from.in_words(), to.in_words());
    match first == last {
        true => first,
        // Years alone stand closer together than dates of several words.
        false if from.month().is_none() && to.month().is_none() => format!("{first}–{last}"),
        false => format!("{first} – {last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Direction, End, Heading, KindId, Nation, NationId, Tie, TieId};

    /// A map with a tie for each two dates.
    fn map(title: &str, as_of: &str, dates: &[(&str, &str)]) -> Map {
        let mut map = Map::empty();
        for id in 1..=2 {
            let nation = Nation { key: id.to_string(), ..Nation::default() };
            let change = Change::Insert(usize::MAX, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id), change)).expect("a nation");
        }
        for (id, (since, until)) in (1..).zip(dates) {
            let to = End::Nation(NationId(2));
            let mut tie = Tie::new(id.to_string(), NationId(1), to, KindId(1), Direction::Mutual);
            (tie.since, tie.until) = (since.parse().ok(), until.parse().ok());
            let change = Change::Insert(usize::MAX, Box::new(tie));
            apply(&mut map, Command::Tie(TieId(id), change)).expect("a tie");
        }
        let as_of = as_of.parse().ok();
        let heading = Heading { title: title.to_owned(), as_of, ..Heading::default() };
        apply(&mut map, Command::Heading(Box::new(heading))).expect("a heading");
        map
    }

    #[test]
    fn a_page_says_the_years_of_ties_where_their_dates_say_it_and_the_heading_does_not() {
        let says = |map: &Map| period_in_words(map);
        let begun = [("1892-04", ""), ("1970", ""), ("", "")];
        assert_eq!(says(&map("Pacts", "", &begun)), "Ties begun 1892–1970; 1 has no date.");
        assert_eq!(says(&map("Pacts", "", &[("1892", "1970")])), "Ties of 1892–1970.");
        assert_eq!(says(&map("Pacts", "", &[("1892", "")])), "Ties begun in 1892.");
        assert_eq!(says(&map("Pacts", "", &[("", "1892")])), "Ties of 1892.");
        assert_eq!(says(&map("Pacts of 1970", "", &begun)), "");
        assert_eq!(says(&map("Pact 19705", "", &begun[..2])), "Ties begun 1892–1970.");
        assert_eq!(says(&map("Pacts", "1970-06", &begun)), "");
        assert_eq!(says(&map("Pacts", "", &[("1892", ""), ("", ""), ("", "")])), "");
        assert_eq!(says(&map("Pacts", "", &[("", "")])), "");
        assert_eq!(says(&map("Pacts", "", &[])), "");
    }

    #[test]
    fn a_page_says_the_period_by_which_its_map_is_filtered() {
        let pacts = map("Pacts", "1986", &[("1892", ""), ("", ""), ("", "")]);
        let says = |from: &str, to: &str| {
            words(&pacts, Period { from: from.parse().ok(), to: to.parse().ok() })
        };
        assert_eq!(says("1980", "1989"), "Ties held in 1980–1989; 2 have no date.");
        assert_eq!(says("1985", "1985"), "Ties held in 1985; 2 have no date.");
        assert_eq!(says("1986", "1986"), "", "the heading says so");
        assert_eq!(says("1980-01", "1989"), "Ties held in January 1980 – 1989; 2 have no date.");
        assert_eq!(says("1980", ""), "Ties held since 1980; 2 have no date.");
        assert_eq!(says("", "1980-06-01"), "Ties held until 1 June 1980; 2 have no date.");
    }
}
