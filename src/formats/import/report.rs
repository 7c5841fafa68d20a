//! What an import read, made, repaired and left out.

use indexmap::IndexMap;

use super::source::FileRead;
use crate::formats::mapping::{Directions, JoinedYears, Question};
use crate::formats::network::Held;
use crate::formats::problems::{
    MAX_EXAMPLES, OpenError, Origin, Place, Problem, Remarks, Severity,
};

/// What an import read, made, repaired and left out. Displayed, it is a text to read and to keep;
/// [`ImportReport::to_json`] says the same to another program.
#[derive(Clone, Debug)]
pub struct ImportReport {
    /// The files that were read.
    pub files: Vec<FileRead>,
    /// Whether a map was read as it is, with nothing to be made of it.
    pub is_of_map: bool,
    /// The nodes and edges that they hold.
    pub held: Held,
    /// The nations and ties of the map; `None` where none was made.
    pub made: Option<Held>,
    /// How often a nation of the map is a member of an organisation.
    pub memberships: usize,
    /// Why no map was made.
    pub failure: Option<OpenError>,
    /// What was repaired or left out, in the order in which it was found.
    pub groups: Vec<ReportGroup>,
    /// The edges of several years that became ties with a first and a last year; no problem.
    pub joined_years: JoinedYears,
    /// How it was decided which way the ties of tables run; nothing where the file itself says so of each.
    pub directions: Option<Directions>,
    /// Texts that may mean several nations, and weren't answered.
    pub questions: Vec<Question>,
}

/// What was found in several places and says the same of each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportGroup {
    /// Whether something of the file is missing from the map.
    pub severity: Severity,
    /// What was found: a predicate whose subject is the place, without a full stop.
    pub topic: String,
    /// What was done about it: a sentence.
    pub outcome: String,
    /// What the person can do: a sentence, or empty.
    pub remedy: String,
    /// In how many places it was found.
    pub count: usize,
    /// The first of these places.
    pub places: Vec<ReportPlace>,
}

/// A place where something was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPlace {
    /// Where it is.
    pub place: Place,
    /// The same in words: `line 12, column 3`, `cell C4 of “Ties”` or `the file`.
    pub words: String,
    /// What stands there, shortened; empty where the topic says it all.
    pub text: String,
}

impl ImportReport {
    /// In how many places something was found.
    pub fn count(&self) -> usize {
        self.groups.iter().map(|group| group.count).sum()
    }

    /// Whether all was read as it stands, and nothing is left to ask.
    pub fn is_clean(&self) -> bool {
        self.groups.is_empty() && self.questions.is_empty() && self.failure.is_none()
    }
}

impl ReportGroup {
    /// The groups of an import's remarks.
    pub(super) fn of_remarks(remarks: &Remarks, origin: &Origin) -> Vec<Self> {
        let groups = remarks.groups().map(|group| Self {
            severity: group.severity,
            topic: group.topic.clone(),
            outcome: group.outcome.clone(),
            remedy: group.remedy.clone(),
            count: group.count,
            places: (group.examples.iter())
                .map(|found| ReportPlace {
                    place: origin.place(found.spot, ""),
                    words: origin.words(found.spot),
                    text: found.text.clone(),
                })
                .collect(),
        });
        groups.collect()
    }

    /// The problems of a map's file, those that say the same together.
    pub(super) fn of_problems(problems: &[Problem]) -> Vec<Self> {
        let mut groups: IndexMap<[&str; 3], Self> = IndexMap::new();
        for Problem { severity, place, message, outcome, remedy } in problems {
            let group = groups.entry([message, outcome, remedy]).or_insert_with(|| Self {
                severity: *severity,
                topic: message.clone(),
                outcome: outcome.clone(),
                remedy: remedy.clone(),
                count: 0,
                places: Vec::new(),
            });
            group.count += 1;
            if group.places.len() < MAX_EXAMPLES {
                let (place, words) = (place.clone(), place.to_string());
                group.places.push(ReportPlace { place, words, text: String::new() });
            }
        }
        groups.into_values().collect()
    }
}
