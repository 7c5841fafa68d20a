//! Which way a tie runs, by the words and signs in a column of directions.

use super::value_words::{text, yes_or_no};
use crate::formats::vocabulary;
use crate::formats::vocabulary::header_words::{self, Words, nations, parties, ties};
use crate::model::{Attribute, Direction};
use crate::names::caseless;

/// Which way a tie runs between the ends of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Both ways alike.
    Mutual,
    /// From the first to the second.
    Onward,
    /// From the second to the first.
    Back,
}

impl Course {
    /// Whether a tie of it is mutual or directed.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Mutual => Direction::Mutual,
            Self::Onward | Self::Back => Direction::Directed,
        }
    }
}

const MUTUAL: [&str; 37] = [
    // Arrows of vis.js, by the ends that have one.
    "to,from",
    "to, from",
    "from,to",
    "from, to",
    "to;from",
    "undirected",
    "bidirectional",
    "bi-directional",
    "bidirected",
    "reciprocal",
    "reciprocated",
    "symmetric",
    "symmetrical",
    "two-way",
    "two way",
    "twoway",
    "both ways",
    "both directions",
    "both sides",
    "each other",
    "bilateral",
    "beidseitig",
    "gegenseitig",
    "beide",
    "réciproque",
    "mutuel",
    "mutua",
    "mutuo",
    "взаимно",
    "<->",
    "<-->",
    "<=>",
    "↔",
    "⇔",
    "⟷",
    "⇄",
    "--",
];
const ONWARD: [&str; 23] = [
    "to",
    "unidirectional",
    "uni-directional",
    "unilateral",
    "one way",
    "oneway",
    "one-sided",
    "asymmetric",
    "asymmetrical",
    "forward",
    "forwards",
    "onward",
    "outgoing",
    "outbound",
    "out",
    "einseitig",
    "gerichtet",
    "left to right",
    "->",
    "-->",
    "=>",
    "→",
    "⇒",
];
const BACK: [&str; 20] = [
    "from",
    "reverse",
    "reversed",
    "backward",
    "backwards",
    "back",
    "inverse",
    "inverted",
    "opposite",
    "incoming",
    "inbound",
    "in",
    "umgekehrt",
    "rückwärts",
    "right to left",
    "<-",
    "<--",
    "<=",
    "←",
    "⇐",
];
/// What stands between two ends that are named.
const BETWEEN: [(&str, Course); 13] = [
    ("<->", Course::Mutual),
    ("↔", Course::Mutual),
    (" and ", Course::Mutual),
    ("&", Course::Mutual),
    ("<-", Course::Back),
    ("←", Course::Back),
    ("-->", Course::Onward),
    ("->", Course::Onward),
    ("=>", Course::Onward),
    ("→", Course::Onward),
    (" to ", Course::Onward),
    (" nach ", Course::Onward),
    (">", Course::Onward),
];
/// What the two ends are called in order, whatever they are.
const FIRST_AND_SECOND: [(&str, &str); 8] = [
    ("a", "b"),
    ("1", "2"),
    ("i", "j"),
    ("x", "y"),
    ("source", "target"),
    ("from", "to"),
    ("first", "second"),
    ("left", "right"),
];
/// Words before a letter or number that names an end.
const END_WORDS: Words = Words(&[
    nations::COUNTRIES,
    nations::ACTORS,
    parties::PARTIES,
    parties::PARTNERS,
    &["side", "from"],
]);

/// The course that a value says by its words alone.
pub fn course(value: &Attribute) -> Option<Course> {
    if let Some(flag) = yes_or_no(value) {
        return Some(if flag { Course::Onward } else { Course::Mutual });
    }
    let word = caseless(text(value).trim());
    let is_in = |words: &[&str]| words.contains(&word.as_str());
    match vocabulary::direction(&word) {
        Some(Direction::Mutual) => Some(Course::Mutual),
        Some(Direction::Directed) => Some(Course::Onward),
        None if is_in(&MUTUAL) => Some(Course::Mutual),
        None if is_in(&ONWARD) => Some(Course::Onward),
        None if is_in(&BACK) => Some(Course::Back),
        None => between(&word, &is_second_of),
    }
}

/// The course that a value says in a column of this name, and of a row with these ends. `is_end` says whether
/// a text names the first or the second of them.
pub fn course_in(
    column: &str,
    value: &Attribute,
    is_end: &dyn Fn(&str, usize) -> bool,
) -> Option<Course> {
    let flag = yes_or_no(value).filter(|_| says_mutual(column));
    if let Some(flag) = flag {
        return Some(if flag { Course::Mutual } else { Course::Onward });
    }
    course(value).or_else(|| {
        let order = |first: &str, second: &str| match () {
            () if is_end(first, 0) && is_end(second, 1) => Some(false),
            () if is_end(first, 1) && is_end(second, 0) => Some(true),
            () => None,
        };
        between(text(value).trim(), &order)
    })
}

/// Whether *yes* in a column of this name is mutual.
pub fn says_mutual(column: &str) -> bool {
    ties::ARE_MUTUAL.contains(&&*header_words::squashed(column))
}

/// The course between two ends that a text names; `is_turned` says whether they stand the other way round.
fn between(text: &str, is_turned: &dyn Fn(&str, &str) -> Option<bool>) -> Option<Course> {
    let (link, course) = BETWEEN.into_iter().find(|(link, _)| text.contains(link))?;
    let (first, second) = text.split_once(link)?;
    let is_turned = is_turned(first.trim(), second.trim())?;
    Some(match (course, is_turned) {
        (Course::Onward, true) => Course::Back,
        (Course::Back, true) => Course::Onward,
        (course, _) => course,
    })
}

/// Whether two words for ends are those of the second and the first.
fn is_second_of(first: &str, second: &str) -> Option<bool> {
    let bare = |text: &str| {
        let mut words = text.split_whitespace().peekable();
        words.next_if(|word| END_WORDS.contains(word) && text.contains(' '));
        words.collect::<Vec<_>>().join(" ")
    };
    let (first, second) = (bare(first), bare(second));
    let is_pair = |one: &str, other: &str| FIRST_AND_SECOND.contains(&(one, other));
    match () {
        () if is_pair(&first, &second) => Some(false),
        () if is_pair(&second, &first) => Some(true),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_say_which_way_a_tie_runs() {
        use Course::{Back, Mutual, Onward};
        for (word, expected) in [
            ("->", Some(Onward)),
            ("→", Some(Onward)),
            ("A to B", Some(Onward)),
            ("country A -> country B", Some(Onward)),
            ("1→2", Some(Onward)),
            ("One-way", Some(Onward)),
            ("unilateral", Some(Onward)),
            ("Directed", Some(Onward)),
            ("yes", Some(Onward)),
            ("to", Some(Onward)),
            ("from", Some(Back)),
            ("to, from", Some(Mutual)),
            ("<-", Some(Back)),
            ("←", Some(Back)),
            ("Reverse", Some(Back)),
            ("B to A", Some(Back)),
            ("target -> source", Some(Back)),
            ("A <- B", Some(Back)),
            ("B <- A", Some(Onward)),
            ("<->", Some(Mutual)),
            ("both", Some(Mutual)),
            ("Mutual", Some(Mutual)),
            ("A and B", Some(Mutual)),
            ("A <-> B", Some(Mutual)),
            ("two-way", Some(Mutual)),
            ("sideways", None),
            ("alliance", None),
            ("A to C", None),
        ] {
            assert_eq!(course(&Attribute::Text(word.into())), expected, "{word}");
        }
        let ends = |text: &str, end: usize| text == ["Japan", "Peru"][end];
        let of =
            |column: &str, value: &str| course_in(column, &Attribute::Text(value.into()), &ends);
        assert_eq!(of("direction", "Peru to Japan"), Some(Back));
        assert_eq!(of("direction", "Japan → Peru"), Some(Onward));
        assert_eq!(of("direction", "Japan → Chad"), None);
        assert_eq!(of("Mutual", "no"), Some(Onward));
        assert_eq!(of("mutual?", "yes"), Some(Mutual));
    }
}
