//! The report on what was read last: from a file, a pasted text, or cells.

use std::fmt::Write as _;

use super::counts_in_words;
use crate::formats::{Origin, Remarks, Severity};
use crate::tasks::Import;

/// What was read, and all that wasn't as expected; like remarks are one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What was read, in a sentence; empty where that is seen anyway.
    pub summary: String,
    /// What was remarked on, in the order of the first remarks.
    pub groups: Vec<ReportGroup>,
}

/// Like remarks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportGroup {
    /// Whether something isn't in the map.
    pub is_loss: bool,
    /// How many there are.
    pub count: usize,
    /// What was found, what was done about it, and what to do.
    pub text: String,
    /// Where the first of them are, with what stands there.
    pub places: Vec<String>,
}

impl Report {
    /// The report of an import.
    pub fn of_import(import: &Import) -> Self {
        let source = &import.source;
        let Ok(outcome) = &import.outcome else { return Self::default() };
        let map = &outcome.imported.map;
        let from = match source.name.as_str() {
            "" => source.format.to_owned(),
            name => format!("“{name}” ({})", source.format),
        };
        let made = counts_in_words(map.nations().len(), map.ties().len(), 0);
        let groups = groups(&outcome.imported.remarks, &outcome.origin);
        Self { summary: format!("Read {made} from {from}."), groups }
    }

    /// The report of problems, a sentence for each.
    pub fn of_problems(problems: Vec<String>) -> Self {
        let group = |text| ReportGroup { count: 1, text, ..ReportGroup::default() };
        Self { summary: String::new(), groups: problems.into_iter().map(group).collect() }
    }

    /// How many remarks there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// The report as text, to be kept or sent.
    pub fn to_text(&self) -> String {
        let mut text = String::new();
        if !self.summary.is_empty() {
            text += &format!("{}\n\n", self.summary);
        }
        for group in &self.groups {
            let _ = writeln!(text, "{}", group.heading());
            for place in &group.places {
                let _ = writeln!(text, "    {place}");
            }
            if let Some(more) = group.unlisted() {
                let _ = writeln!(text, "    {more}");
            }
        }
        text
    }
}

impl ReportGroup {
    /// What it says, with how often where that is more than once.
    pub fn heading(&self) -> String {
        match self.count {
            0 | 1 => self.text.clone(),
            count => format!("{count} × {}", self.text),
        }
    }

    /// How many places aren't listed, in words.
    pub fn unlisted(&self) -> Option<String> {
        let more = self.count.saturating_sub(self.places.len());
        (more > 0 && !self.places.is_empty()).then(|| format!("and {more} more"))
    }
}

fn groups(remarks: &Remarks, origin: &Origin) -> Vec<ReportGroup> {
    let group = |group: &crate::formats::Group| {
        let place = |found: &crate::formats::Found| {
            let place = place_in_words(origin, found.spot);
            match (place.as_str(), found.text.as_str()) {
                (place, "") => place.to_owned(),
                ("", text) => format!("“{text}”"),
                (place, text) => format!("{place}: “{text}”"),
            }
        };
        let places = group.examples.iter().map(place).filter(|place| !place.is_empty());
        let said = [&with_capital(&format!("{}.", group.topic)), &group.outcome, &group.remedy];
        let said: Vec<&str> =
            said.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        ReportGroup {
            is_loss: group.severity == Severity::Loss,
            count: group.count,
            text: said.join(" "),
            places: places.collect(),
        }
    };
    remarks.groups().map(group).collect()
}

/// A place as a person finds it: the cell of a table, or line and column; empty where there is none.
fn place_in_words(origin: &Origin, spot: crate::formats::Spot) -> String {
    let place = origin.place(spot, "");
    match (place.path.as_str(), spot.line) {
        ("", 0) => String::new(),
        ("", _) => with_capital(&place.to_string()),
        (path, _) => with_capital(path),
    }
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::Spot;

    #[test]
    fn like_remarks_are_one_line_with_a_count_and_their_first_places() {
        let mut remarks = Remarks::default();
        for row in 1..=4_000 {
            remarks.lose(Spot::at(row, 2), "?", "has no target", "The row was left out.", "");
        }
        let tables = Origin::Tables(vec!["Ties".to_owned()]);
        let groups = groups(&remarks, &tables);
        assert_eq!(groups[0].heading(), "4000 × Has no target. The row was left out.");
        assert_eq!(groups[0].places[1], "Cell B2 of “Ties”: “?”");
        assert_eq!(groups[0].unlisted().as_deref(), Some("and 3900 more"));
        let report = Report { summary: "Read 2 nations.".to_owned(), groups };
        let text = report.to_text();
        assert!(text.starts_with("Read 2 nations.\n\n4000 × Has"), "{text}");
        assert!(text.ends_with("and 3900 more\n") && text.lines().count() == 104, "{text}");
        assert_eq!(report.count(), 4_000);
    }
}
