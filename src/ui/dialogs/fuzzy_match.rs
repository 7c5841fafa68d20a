//! How well a text matches what a person types. Case and accents don't count.

use crate::names::fold;

/// How well a text matches a query; more is better. `None` unless it has the letters of the query in
/// their order. An empty query matches everything.
pub fn fuzzy_score(query: &str, text: &str) -> Option<i32> {
    let query: Vec<char> = fold(query).chars().filter(|c| !c.is_whitespace()).collect();
    let text: Vec<char> = fold(text).chars().collect();
    let whole = (0..text.len()).filter(|&at| starts_with(&text, at, &query));
    let best_whole = whole.map(|at| 1000 + word_start_bonus(&text, at)).max();
    let score = best_whole.or_else(|| scattered_score(&query, &text))?;
    Some(score - text.len().min(100) as i32)
}

/// How well a folded text contains a folded word; more is better. `None` if it doesn't.
pub fn word_score(word: &str, text: &str) -> Option<i32> {
    if word == text {
        return Some(2000);
    }
    let score_at = |(at, _): (usize, &str)| {
        let before = text.get(..at).and_then(|t| t.chars().next_back());
        match before {
            None => 1500,
            Some(before) if !before.is_alphanumeric() => 1300,
            Some(_) => 1000,
        }
    };
    text.match_indices(word).map(score_at).max().map(|score| score - text.len().min(100) as i32)
}

fn starts_with(text: &[char], at: usize, query: &[char]) -> bool {
    // Spaces were taken out of the query, so that “zoomin” and “zoom in” find the same.
    let mut rest = text.get(at..).unwrap_or_default().iter().filter(|c| !c.is_whitespace());
    text.get(at).is_some_and(|c| !c.is_whitespace()) && query.iter().all(|c| rest.next() == Some(c))
}

/// What a match at an index gains where it begins the text, or a word in it.
fn word_start_bonus(text: &[char], at: usize) -> i32 {
    match at.checked_sub(1).and_then(|before| text.get(before)) {
        None => 500,
        Some(before) if !before.is_alphanumeric() => 300,
        Some(_) => 0,
    }
}

/// Letters found one after another with gaps: those that begin a word or follow each other count.
fn scattered_score(query: &[char], text: &[char]) -> Option<i32> {
    let mut score = 0;
    let mut from = 0;
    for wanted in query {
        let at = from + text.get(from..)?.iter().position(|c| c == wanted)?;
        score += match word_start_bonus(text, at) {
            0 if at == from => 5,
            0 => 0,
            _ => 10,
        };
        from = at + 1;
    }
    Some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_as_it_stands_comes_before_scattered_letters() {
        let better = |query, first, second| {
            let scores = (fuzzy_score(query, first), fuzzy_score(query, second));
            assert!(scores.0 > scores.1, "{query}: {first} {scores:?} {second}");
        };
        better("export", "Export figure…", "Open the next part");
        better("fit", "Fit map", "Find a tie");
        better("map", "Map", "New map");
        better("new m", "New map", "Nine women");
        better("sa", "Save as…", "Select all");
    }

    #[test]
    fn letters_must_come_in_order() {
        assert!(fuzzy_score("efg", "Export figure").is_some());
        assert!(fuzzy_score("gfe", "Export figure").is_none());
        assert!(fuzzy_score("", "anything").is_some());
        assert!(fuzzy_score("x", "").is_none());
    }

    #[test]
    fn the_beginning_of_a_word_is_better_than_its_middle() {
        assert!(word_score("land", "land") > word_score("land", "landau"));
        assert!(word_score("zea", "new zealand") > word_score("eal", "new zealand"));
        assert!(word_score("x", "new zealand").is_none());
    }
}
