//! The report on what was read last: from a file, a pasted text, or cells.

use super::counted;
use crate::formats::{self, ImportReport, ReportPlace, Severity, capitalised};

/// What was read, and all that wasn't as expected; like remarks are one group.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What was read, in a sentence; empty where that is seen anyway.
    pub summary: String,
    /// What was remarked on, in the order of the first remarks.
    pub groups: Vec<ReportGroup>,
    /// The whole report as text, to be kept or sent.
    pub text: String,
}

/// Like remarks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReportGroup {
    /// Whether something isn't in the map.
    pub is_loss: bool,
    /// How many there are.
    pub count: usize,
    /// What was found in the first place, what was done about it, and what to do.
    pub text: String,
    /// Where the first of them are, with what stands there.
    pub places: Vec<String>,
}

impl Report {
    /// The report of an import that made so much from files of these formats.
    pub fn of_import(made: &str, formats: &str, report: &ImportReport) -> Self {
        let summary = format!("Read {made} from {formats}.");
        let groups = report.groups.iter().map(ReportGroup::of).collect();
        Self { summary, groups, text: report.to_string() }
    }

    /// The report of problems, a sentence for each.
    pub fn of_problems(problems: Vec<String>) -> Self {
        let text = problems.join("\n");
        let group = |text| ReportGroup { count: 1, text, ..ReportGroup::default() };
        let groups = problems.into_iter().map(group).collect();
        Self { groups, text, ..Self::default() }
    }

    /// What was read, and how many remarks there are: `Read 3 nations from GEXF. 1 remark.`
    pub fn in_short(&self) -> String {
        self.after(&self.summary)
    }

    /// A sentence, and how many remarks there are.
    pub fn after(&self, sentence: &str) -> String {
        match self.count() {
            0 => sentence.to_owned(),
            count => format!("{sentence} {}.", counted(count, "remark", "remarks")),
        }
    }

    /// How many remarks there are.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }
}

impl ReportGroup {
    /// A group whose places are listed below what it says.
    fn of(group: &formats::ReportGroup) -> Self {
        let place = |place: &ReportPlace| match (place.words.as_str(), place.text.as_str()) {
            (words, "") => capitalised(words),
            (words, text) => format!("{}: “{text}”", capitalised(words)),
        };
        let first = formats::ReportGroup { count: 1, ..group.clone() };
        Self {
            is_loss: group.severity == Severity::Loss,
            count: group.count,
            text: first.to_string(),
            places: group.places.iter().map(place).collect(),
        }
    }

    /// What it says of the first place, and in how many others it is the same.
    pub fn heading(&self) -> String {
        match self.count.saturating_sub(1) {
            0 => self.text.clone(),
            more => {
                format!("{} The same in {}.", self.text, counted(more, "more place", "more places"))
            }
        }
    }

    /// How many places aren't listed, in words.
    pub fn unlisted(&self) -> Option<String> {
        let more = self.count.saturating_sub(self.places.len());
        (more > 0 && !self.places.is_empty()).then(|| format!("and {more} more"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{Import, InputFile, Progress};

    #[test]
    fn like_remarks_are_one_line_with_a_count_and_their_first_places() {
        let ties = "{\"from\": \"a\", \"to\": \"?\", \"kind\": \"pact\"},\n".repeat(300);
        let nations = r#""nations": [{"id": "a", "name": "A"}]"#;
        let head = r#"{"format": "entente-map", "version": "1.0", "#;
        let text = format!("{head}{nations}, \"ties\": [{}]}}", ties.trim_end_matches(",\n"));
        let file = InputFile { name: "", bytes: text.as_bytes() };
        let import = Import::read(&file, Progress::untold()).expect("a map");
        let report = Report::of_import("it", "a file", &import.report());
        let [group] = &report.groups[..] else { panic!("{:?}", report.groups) };
        let heading = group.heading();
        assert!(group.is_loss && heading.starts_with("Line 1, column"), "{heading}");
        assert!(heading.ends_with(" The same in 299 more places."), "{heading}");
        assert!(group.places[1].starts_with("Line 2, column"), "{}", group.places[1]);
        assert_eq!(group.unlisted().as_deref(), Some("and 200 more"));
        assert_eq!(report.count(), 300);
        assert!(report.text.contains("and 200 more"), "{}", report.text);
    }
}
