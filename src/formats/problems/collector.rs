//! Collects the problems of a file by byte offset, and lists them by line and column.

use super::place::LineCounter;
use super::suggestion::nearest_name;
use super::{Place, Problem, Severity};
use crate::formats::limits::MAX_PROBLEMS;

/// A suggestion compares a text with every name of its sort, so only this many are made for a file.
const MAX_SUGGESTIONS: usize = 100;

/// The problems found so far, of which [`MAX_PROBLEMS`] are listed and the rest counted.
#[derive(Default)]
pub struct Problems {
    found: Vec<(u32, Problem)>,
    unlisted: usize,
    first_unlisted: u32,
    worst_unlisted: Option<Severity>,
    suggestions: usize,
}

impl Problems {
    /// Adds a problem by which nothing is lost, though something had to be added or changed. `at` is
    /// a byte offset; the texts are those of [`Problem`].
    pub fn warn(
        &mut self,
        at: u32,
        path: String,
        message: String,
        outcome: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::Warning, at, path, message, outcome.into(), remedy.into());
    }

    /// Adds a problem by which something of the file won't be in the map.
    pub fn lose(
        &mut self,
        at: u32,
        path: String,
        message: String,
        outcome: impl Into<String>,
        remedy: impl Into<String>,
    ) {
        self.add(Severity::Loss, at, path, message, outcome.into(), remedy.into());
    }

    fn add(
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

    /// *Did you mean “JPN”?* if one of the names is near to what was written, else `otherwise`. The
    /// order of the names doesn't matter.
    pub fn suggestion<'k>(
        &mut self,
        written: &str,
        names: impl Iterator<Item = &'k str>,
        otherwise: &str,
    ) -> String {
        self.suggestions += 1;
        let nearest =
            if self.suggestions > MAX_SUGGESTIONS { None } else { nearest_name(written, names) };
        nearest.map_or_else(|| otherwise.to_owned(), |name| format!("Did you mean “{name}”?"))
    }

    /// The problems in the order of the text they were found in.
    pub fn into_list(mut self, text: &str) -> Vec<Problem> {
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
        let mut lines = LineCounter::new(text);
        for (at, problem) in &mut self.found {
            (problem.place.line, problem.place.column) = lines.advance_to(*at as usize);
        }
        self.found.into_iter().map(|(_, problem)| problem).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn problems_beyond_the_limit_are_counted() {
        let mut problems = Problems::default();
        for at in 0..MAX_PROBLEMS as u32 + 7 {
            problems.warn(at, String::new(), format!("is number {at}"), "", "");
        }
        let problems = problems.into_list(&" ".repeat(MAX_PROBLEMS + 7));
        assert_eq!(problems.len(), MAX_PROBLEMS + 1);
        assert!(problems.last().is_some_and(|p| p.message.contains("first of 7 problems")));
    }
}
