//! Both ends of a tie in one cell: `France-Germany`, `USA_CHN`, `Japan -> Peru`, `Chad, Mali and Niger`.

use crate::formats::name_lists::parted;

/// What a cell that names both ends says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pair<'c> {
    /// Two ends, or several on one side, that a sign stands between.
    Sides {
        /// Those before it; where it points at them, those behind it.
        from: Vec<&'c str>,
        /// Those behind it, or before it.
        to: Vec<&'c str>,
        /// Whether the sign points from one side to the other; `None` where it says nothing.
        directed: Option<bool>,
    },
    /// Several that belong together, each to each.
    Together(Vec<&'c str>),
}

/// What an arrow or a word between two ends says of the tie.
#[derive(Clone, Copy)]
enum Course {
    Unsaid,
    Mutual,
    Onward,
    Back,
}

/// What stands between two ends wherever it stands, the longest first.
const ARROWS: [(&str, Course); 20] = [
    ("<-->", Course::Mutual),
    ("<->", Course::Mutual),
    ("<=>", Course::Mutual),
    ("↔", Course::Mutual),
    ("⇔", Course::Mutual),
    ("⟷", Course::Mutual),
    ("-->", Course::Onward),
    ("->", Course::Onward),
    ("=>", Course::Onward),
    ("→", Course::Onward),
    ("⇒", Course::Onward),
    ("⟶", Course::Onward),
    ("<--", Course::Back),
    ("<-", Course::Back),
    ("<=", Course::Back),
    ("←", Course::Back),
    ("⇐", Course::Back),
    ("⟵", Course::Back),
    (">", Course::Onward),
    ("<", Course::Back),
];
/// What stands between two ends where names are on either side, and in names too.
const LINKS: [(&str, Course); 22] = [
    (" to ", Course::Onward),
    (" towards ", Course::Onward),
    (" vs. ", Course::Unsaid),
    (" vs ", Course::Unsaid),
    (" v. ", Course::Unsaid),
    (" v ", Course::Unsaid),
    (" versus ", Course::Unsaid),
    (" gegen ", Course::Unsaid),
    (" contre ", Course::Unsaid),
    (" contra ", Course::Unsaid),
    (" x ", Course::Unsaid),
    ("×", Course::Unsaid),
    ("–", Course::Unsaid),
    ("—", Course::Unsaid),
    ("−", Course::Unsaid),
    ("‐", Course::Unsaid),
    ("‑", Course::Unsaid),
    ("-", Course::Unsaid),
    ("_", Course::Unsaid),
    ("/", Course::Unsaid),
    (":", Course::Unsaid),
    ("~", Course::Unsaid),
];
/// A longer cell names no pair, in bytes.
const LONGEST: usize = 1_000;

/// The ends in a cell; `None` where it doesn't name two. What `is_name` knows stays whole: `Guinea-Bissau`.
pub fn pair<'c>(cell: &'c str, is_name: &mut dyn FnMut(&str) -> bool) -> Option<Pair<'c>> {
    if cell.len() > LONGEST {
        return None;
    }
    // Signs count for nothing in names: “UK - USA” is a name of Five Eyes, “China <- Taiwan” of Taiwan.
    let apart = by_arrow(cell, is_name).or_else(|| spaced_names(cell, is_name));
    if apart.is_some() || is_name(cell) {
        return apart;
    }
    between_names(cell, is_name)
        .or_else(|| together(cell, is_name))
        .or_else(|| at_the_only_link(cell))
}

/// Parts a cell in which one sign stands between two names, with spaces around it.
fn spaced_names<'c>(cell: &'c str, is_name: &mut dyn FnMut(&str) -> bool) -> Option<Pair<'c>> {
    let signs = [" - ", " – ", " — ", " vs. ", " vs "].into_iter();
    let mut sides = signs.filter_map(|sign| cell.split_once(sign));
    let (from, to) = sides.find(|(from, to)| is_name(from.trim()) && is_name(to.trim()))?;
    Some(of_sides([vec![from.trim()], vec![to.trim()]], Course::Unsaid))
}

fn by_arrow<'c>(cell: &'c str, is_name: &mut dyn FnMut(&str) -> bool) -> Option<Pair<'c>> {
    let (arrow, course) = ARROWS.into_iter().find(|(arrow, _)| cell.contains(arrow))?;
    let (before, behind) = cell.split_once(arrow)?;
    let sides = [parted(before, is_name), parted(behind, is_name)];
    sides.iter().all(|side| !side.is_empty()).then(|| of_sides(sides, course))
}

/// Parts a cell where there are names on either side.
fn between_names<'c>(cell: &'c str, is_name: &mut dyn FnMut(&str) -> bool) -> Option<Pair<'c>> {
    let lower = cell.to_ascii_lowercase();
    for (link, course) in LINKS {
        for (at, _) in lower.match_indices(link) {
            let (Some(before), Some(behind)) = (cell.get(..at), cell.get(at + link.len()..)) else {
                continue;
            };
            let sides = [before, behind].map(|side| parted(side, is_name));
            if sides.iter().all(|side| !side.is_empty() && side.iter().all(|name| is_name(name))) {
                return Some(of_sides(sides, course));
            }
        }
    }
    None
}

fn of_sides([before, behind]: [Vec<&str>; 2], course: Course) -> Pair<'_> {
    let (from, to) = match course {
        Course::Back => (behind, before),
        Course::Unsaid | Course::Mutual | Course::Onward => (before, behind),
    };
    let directed = match course {
        Course::Unsaid => None,
        Course::Mutual => Some(false),
        Course::Onward | Course::Back => Some(true),
    };
    Pair::Sides { from, to, directed }
}

/// A list, or a chain of more than two names: `France-Germany-Italy`.
fn together<'c>(cell: &'c str, is_name: &mut dyn FnMut(&str) -> bool) -> Option<Pair<'c>> {
    let list = parted(cell, is_name);
    if list.len() > 1 {
        return Some(Pair::Together(list));
    }
    let chains = ["–", "—", "-", "_", "/", ":"].into_iter();
    let mut chains = chains.map(|link| cell.split(link).map(str::trim).collect::<Vec<_>>());
    let chain = chains.find(|chain| chain.len() > 2 && chain.iter().all(|name| is_name(name)))?;
    Some(Pair::Together(chain))
}

/// Names that aren't known, where only one sign can stand between them.
fn at_the_only_link(cell: &str) -> Option<Pair<'_>> {
    let spaced = [" – ", " — ", " - ", " vs. ", " vs ", " / "];
    let tight = ["–", "—", "-", "_", "/"];
    for link in spaced.into_iter().chain(tight) {
        let mut parts = cell.split(link).map(str::trim);
        if let (Some(from), Some(to), None) = (parts.next(), parts.next(), parts.next())
            && !from.is_empty()
            && !to.is_empty()
        {
            return Some(of_sides([vec![from], vec![to]], Course::Unsaid));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::{Recognition, recognise};

    fn read(cell: &str) -> String {
        match pair(cell, &mut |name| recognise(name, None) != Recognition::Unknown) {
            None => "none".to_owned(),
            Some(Pair::Together(names)) => names.join(" & "),
            Some(Pair::Sides { from, to, directed }) => {
                let link = match directed {
                    None => "?",
                    Some(false) => "<>",
                    Some(true) => ">",
                };
                format!("{} {link} {}", from.join(","), to.join(","))
            }
        }
    }

    #[test]
    fn both_ends_are_read_from_one_cell() {
        for (cell, expected) in [
            ("France-Germany", "France ? Germany"),
            ("FRA/DEU", "FRA ? DEU"),
            ("France – Germany", "France ? Germany"),
            ("USA_CHN", "USA ? CHN"),
            ("France vs Germany", "France ? Germany"),
            ("France VS. Germany", "France ? Germany"),
            ("Guinea-Bissau", "none"),
            ("UK - USA", "UK ? USA"),
            ("China <- Taiwan", "Taiwan > China"),
            ("Congo - Kinshasa", "none"),
            ("Congo - Brazzaville", "none"),
            ("Guinea-Bissau-Senegal", "Guinea-Bissau ? Senegal"),
            ("Senegal - Guinea-Bissau", "Senegal ? Guinea-Bissau"),
            ("Timor-Leste/Indonesia", "Timor-Leste ? Indonesia"),
            ("Japan -> Peru", "Japan > Peru"),
            ("Japan <- Peru", "Peru > Japan"),
            ("Japan ↔ Peru", "Japan <> Peru"),
            ("Japan to Peru", "Japan > Peru"),
            ("USA & UK - Iraq", "USA,UK ? Iraq"),
            ("Japan -> Peru, Chad", "Japan > Peru,Chad"),
            ("France and Germany", "France & Germany"),
            ("Chad, Mali and Bosnia and Herzegovina", "Chad & Mali & Bosnia and Herzegovina"),
            ("France-Germany-Italy", "France & Germany & Italy"),
            ("Montagues - Capulets", "Montagues ? Capulets"),
            ("France", "none"),
            ("", "none"),
            ("-", "none"),
            ("->", "none"),
        ] {
            assert_eq!(read(cell), expected, "{cell}");
        }
    }
}
