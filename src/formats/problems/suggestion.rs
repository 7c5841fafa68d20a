//! Suggestions for misspelt names.

/// Names longer than this are not taken for typing errors.
const MAX_CHARS: usize = 64;

/// The name nearest to `written`, if it is likely to be a typing error: up to one wrong character in
/// names of three to six, and one more for each further four. By optimal string alignment distance,
/// ignoring case; of equally near names the first in the alphabet.
pub fn nearest_name<'k>(written: &str, names: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let length = written.chars().count();
    let most_errors = (length + 1) / 4;
    if most_errors == 0 || length > MAX_CHARS {
        return None;
    }
    let lower = written.to_lowercase();
    names
        .filter(|name| name.len().abs_diff(written.len()) <= 4 * most_errors)
        // The name itself exists, but may not be used there: it is no suggestion.
        .filter(|name| *name != written)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= most_errors)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_near_and_another_name_is_not() {
        let names = ["JPN", "NZL", "new-zealand"];
        assert_eq!(nearest_name("JPM", names.into_iter()), Some("JPN"));
        assert_eq!(nearest_name("jpn", names.into_iter()), Some("JPN"));
        assert_eq!(nearest_name("new-zeeland", names.into_iter()), Some("new-zealand"));
        assert_eq!(nearest_name("USA", names.into_iter()), None);
    }
}
