//! The problems found while reading, gathered by byte and told by line and column.

use super::limits::MAX_PROBLEMS;
use super::{Place, Problem, Severity};

/// Suggestions compare a text with every name of its sort, so only so many are made for a file.
const MAX_SUGGESTIONS: usize = 100;
/// Longer names are no typing slips of anything.
const MAX_SUGGESTION_CHARS: usize = 64;

/// What was found so far.
#[derive(Default)]
pub(super) struct Report {
    found: Vec<(u32, Problem)>,
    unlisted: usize,
    first_unlisted: u32,
    worst_unlisted: Option<Severity>,
    suggestions: usize,
}

impl Report {
    /// Notes that nothing is lost, but something had to be made up or changed.
    pub(super) fn warn(
        &mut self,
        at: u32,
        path: String,
        message: String,
        outcome: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.note(Severity::Warning, at, path, message, outcome.into(), remedy.into());
    }

    /// Notes that something of the file won't be in the map.
    pub(super) fn lose(
        &mut self,
        at: u32,
        path: String,
        message: String,
        outcome: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.note(Severity::Loss, at, path, message, outcome.into(), remedy.into());
    }

    fn note(
        &mut self,
        severity: Severity,
        at: u32,
        path: String,
        message: String,
        outcome: String,
        remedy: String,
    ) {
        if self.found.len() < MAX_PROBLEMS {
            let place = Place { path, ..Place::default() };
            self.found.push((at, Problem { severity, place, message, outcome, remedy }));
        } else {
            self.first_unlisted = if self.unlisted == 0 { at } else { self.first_unlisted.min(at) };
            self.worst_unlisted = self.worst_unlisted.max(Some(severity));
            self.unlisted += 1;
        }
    }

    /// *Did you mean “JPN”?* where a name is near enough to what was written, else `otherwise`. The
    /// order of the names has no say.
    pub(super) fn suggestion<'k>(
        &mut self,
        written: &str,
        names: impl Iterator<Item = &'k str>,
        otherwise: &str,
    ) -> String {
        self.suggestions += 1;
        let nearest = if self.suggestions > MAX_SUGGESTIONS { None } else { near(written, names) };
        nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Did you mean “{name}”?"))
    }

    /// The problems in the order of the text they were found in.
    pub(super) fn into_problems(mut self, text: &str) -> Vec<Problem> {
        if let Some(severity) = self.worst_unlisted {
            let problem = Problem {
                severity,
                place: Place::default(),
                message: format!("is the first of {} problems that aren't listed", self.unlisted),
                outcome: "Each was treated as the listed ones.".to_owned(),
                remedy: "Mend the listed ones and open the file again to see the rest.".to_owned(),
            };
            self.found.push((self.first_unlisted, problem));
        }
        self.found.sort_by_key(|(at, _)| *at);
        let mut walk = Walk::new(text);
        for (at, problem) in &mut self.found {
            (problem.place.line, problem.place.column) = walk.to(*at as usize);
        }
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }
}

/// The name nearest to a text, if they differ by no more than slips: one character in three or four,
/// and then one more for each four.
fn near<'k>(written: &str, names: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    let length = written.chars().count();
    let slips = (length + 1) / 4;
    if slips == 0 || length > MAX_SUGGESTION_CHARS {
        return None;
    }
    let lower = written.to_lowercase();
    names
        .filter(|name| name.len().abs_diff(written.len()) <= 4 * slips)
        // What is written there is no suggestion: it names what it may not name.
        .filter(|name| *name != written)
        .map(|name| (strsim::osa_distance(&lower, &name.to_lowercase()), name))
        .filter(|(distance, _)| *distance <= slips)
        .min()
        .map(|(_, name)| name)
}

/// Line and column of a byte of a text, each counted from 1, the column in characters.
pub(super) fn locate(text: &str, at: usize) -> (u32, u32) {
    Walk::new(text).to(at)
}

/// A walk through a text that counts lines and columns, each part of the text once.
struct Walk<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    column: u32,
}

impl<'a> Walk<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    /// Goes on to a byte at or after the last one.
    fn to(&mut self, at: usize) -> (u32, u32) {
        for character in self.text.get(self.at..at).unwrap_or_default().chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at = self.at.max(at);
        (self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_characters() {
        let text = "{\n  \"é\": 1,\n  2";
        assert_eq!(locate(text, 0), (1, 1));
        assert_eq!(locate(text, text.find('1').unwrap_or(0)), (2, 8));
        assert_eq!(locate(text, text.len()), (3, 4));
    }

    #[test]
    fn problems_beyond_the_limit_are_counted() {
        let mut report = Report::default();
        for at in 0..MAX_PROBLEMS as u32 + 7 {
            report.warn(at, String::new(), format!("is number {at}"), "", "");
        }
        let problems = report.into_problems(&" ".repeat(MAX_PROBLEMS + 7));
        assert_eq!(problems.len(), MAX_PROBLEMS + 1);
        assert!(problems.last().is_some_and(|p| p.message.contains("first of 7 problems")));
    }

    #[test]
    fn a_slip_is_near_and_another_name_is_not() {
        let names = ["JPN", "NZL", "new-zealand"];
        assert_eq!(near("JPM", names.into_iter()), Some("JPN"));
        assert_eq!(near("jpn", names.into_iter()), Some("JPN"));
        assert_eq!(near("new-zeeland", names.into_iter()), Some("new-zealand"));
        assert_eq!(near("USA", names.into_iter()), None);
    }
}
