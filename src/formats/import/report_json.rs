//! The report of an import as JSON.

use serde_json::{Value, json};

use super::report::{ImportReport, ReportGroup, ReportPlace};
use crate::formats::mapping::Question;
use crate::formats::problems::OpenError;

impl ImportReport {
    /// The report for another program. `nations` and `ties` are what the files hold, whatever the map has;
    /// each problem has the first place where it was found, and all that are listed in `places`.
    pub fn to_json(&self) -> Value {
        let first = self.files.first();
        let mut problems: Vec<Value> = self.groups.iter().map(problem).collect();
        problems.extend(self.failure.as_ref().map(failure));
        json!({
            "format": first.map(|file| file.format),
            "encoding": first.and_then(|file| file.encoding),
            "nations": self.held.nodes,
            "ties": self.held.edges,
            "map": self.made.map(|made| json!({ "nations": made.nodes, "ties": made.edges })),
            "joined_years": { "edges": self.joined_years.edges, "ties": self.joined_years.ties },
            "direction": self.directions.as_ref().map(ToString::to_string),
            "problems": problems,
            "questions": self.questions.iter().map(question).collect::<Vec<_>>(),
        })
    }
}

/// The report of a file of which nothing can be read.
pub fn failure_report(error: &OpenError) -> Value {
    json!({ "nations": 0, "ties": 0, "map": null, "problems": [failure(error)] })
}

fn problem(group: &ReportGroup) -> Value {
    let first = group.places.first();
    let place = first.map(|first| &first.place);
    json!({
        "severity": group.severity.name(),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "path": place.map_or("", |place| place.path.as_str()),
        "message": group.to_string(),
        "remedy": group.remedy,
        "count": group.count,
        "places": group.places.iter().map(found).collect::<Vec<_>>(),
    })
}

fn found(found: &ReportPlace) -> Value {
    let ReportPlace { place, text, .. } = found;
    json!({ "line": place.line, "column": place.column, "path": place.path, "text": text })
}

fn failure(error: &OpenError) -> Value {
    let place = error.place.as_ref();
    json!({
        "severity": "failure",
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "path": place.map_or("", |place| place.path.as_str()),
        "message": error.to_string(),
        "remedy": error.remedy,
        "count": 1,
        "places": [],
    })
}

fn question(question: &Question) -> Value {
    let candidates = question.candidates.iter();
    json!({
        "text": question.text,
        "count": question.count,
        "candidates": candidates.map(|nation| nation.code).collect::<Vec<_>>(),
        "message": question.to_string(),
    })
}
