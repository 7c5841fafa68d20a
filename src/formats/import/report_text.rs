//! The report of an import as text.

use std::fmt;

use super::report::{ImportReport, ReportGroup, ReportPlace};
use super::source::FileRead;
use crate::formats::mapping::{JoinedYears, Question};
use crate::formats::vocabulary::capitalised;
use crate::model::counted;

impl ImportReport {
    /// What was read and what came of it, a line for each of them; of a map that was read, the latter alone.
    pub fn summary(&self) -> String {
        let made = match (self.made, &self.failure) {
            (Some(made), _) => format!(
                "{}, {}, {}{}",
                counted(made.nodes, "nation", "nations"),
                counted(made.edges, "tie", "ties"),
                match self.memberships {
                    0 => String::new(),
                    count => counted(count, "membership", "memberships") + ", ",
                },
                counted(self.count(), "problem", "problems"),
            ),
            (None, Some(failure)) => {
                format!("no map was made: {}. {}", failure.message, failure.remedy)
            }
            (None, None) => "no map was made".to_owned(),
        };
        if self.is_of_map {
            return made;
        }
        let files: Vec<String> = self.files.iter().map(ToString::to_string).collect();
        let joined = match self.joined_years {
            JoinedYears { edges: 0, .. } => String::new(),
            JoinedYears { edges, ties } => format!(
                "{edges} edges, each of one year, became {} with a first and a last year\n",
                counted(ties, "tie", "ties")
            ),
        };
        format!(
            "{}: {}, {}\n{joined}{made}",
            files.join(" and "),
            counted(self.held.nodes, "node", "nodes"),
            counted(self.held.edges, "edge", "edges"),
        )
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.summary())?;
        if let Some(directions) = &self.directions {
            writeln!(f, "direction: {directions}")?;
        }
        for group in &self.groups {
            writeln!(f, "{}: {group}", group.severity.name())?;
            for place in group.places.iter().skip(1) {
                match place.text.as_str() {
                    "" => writeln!(f, "  {}", place.words)?,
                    text => writeln!(f, "  {}: “{text}”", place.words)?,
                }
            }
            match group.count.saturating_sub(group.places.len()) {
                0 => {}
                more => writeln!(f, "  and {more} more")?,
            }
        }
        self.questions.iter().try_for_each(|question| writeln!(f, "question: {question}"))
    }
}

/// Displayed, it reads: *Line 12, column 3 names a node that isn't in the file: “JPM”. It was added. And
/// 7 more like it.*
impl fmt::Display for ReportGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.places.first() {
            Some(ReportPlace { words, text, .. }) => {
                write!(f, "{} {}", capitalised(words), self.topic)?;
                if !text.is_empty() {
                    write!(f, ": “{text}”")?;
                }
            }
            None => write!(f, "Something {}", self.topic)?,
        }
        write!(f, ". {}", self.outcome)?;
        if self.count > 1 {
            write!(f, " And {} more like it.", self.count - 1)?;
        }
        if self.remedy.is_empty() { Ok(()) } else { write!(f, " {}", self.remedy) }
    }
}

/// Displayed, it reads: *“pacts.csv” (CSV, UTF-8)*.
impl fmt::Display for FileRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, format, encoding, .. } = self;
        let name = if name.is_empty() { "the text".to_owned() } else { format!("“{name}”") };
        match encoding {
            Some(encoding) => write!(f, "{name} ({format}, {encoding})"),
            None => write!(f, "{name} ({format})"),
        }
    }
}

/// Displayed, it reads: *“Congo” (12 times) may mean COD Congo - Kinshasa or COG Congo - Brazzaville.*
impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let nations: Vec<String> = (self.candidates.iter())
            .map(|nation| format!("{} {}", nation.code, nation.name))
            .collect();
        let times = counted(self.count, "time", "times");
        write!(f, "“{}” ({times}) may mean {}.", self.text, nations.join(" or "))
    }
}
