//! Remarks by what they say, each with a count and its first places.

use indexmap::{Equivalent, IndexMap};

use super::{Origin, Problem, Severity, Spot};

/// The most places of like remarks that are listed; the rest is counted.
pub const MAX_EXAMPLES: usize = 100;
/// The most groups; a file has no say in them but through the names of its columns.
const MAX_GROUPS: usize = 1_000;

/// All remarks of an import so far. Of any number of them it takes bounded memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remarks {
    groups: IndexMap<(Severity, String, String), Group>,
}

/// The key of a group, by which it is found without making one.
#[derive(Hash)]
struct Like<'a>(Severity, &'a str, &'a str);

impl Equivalent<(Severity, String, String)> for Like<'_> {
    fn equivalent(&self, (severity, topic, outcome): &(Severity, String, String)) -> bool {
        self.0 == *severity && self.1 == topic && self.2 == outcome
    }
}

/// Remarks that say the same of different places.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Whether something of the file is missing from the map.
    pub severity: Severity,
    /// What was found, for all of them alike: a predicate whose subject is the place, without a full stop,
    /// such as *names a node that isn't in the file*.
    pub topic: String,
    /// What was done about it: a sentence.
    pub outcome: String,
    /// What the person can do: a sentence, or empty where nothing needs to be done.
    pub remedy: String,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub examples: Vec<Found>,
}

/// One of like remarks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Where it stands.
    pub spot: Spot,
    /// What was found there, such as the text of the cell, shortened; empty where the topic says it all.
    pub text: String,
}

impl Remarks {
    /// Adds a remark by which nothing is lost, though something had to be added or changed. The texts are
    /// those of [`Group`]; the remedy of the first like remark stands for all.
    pub fn warn(&mut self, spot: Spot, text: &str, topic: &str, outcome: &str, remedy: &str) {
        self.add(Severity::Warning, spot, text, [topic, outcome, remedy]);
    }

    /// Adds a remark by which something of the file won't be in the map.
    pub fn lose(&mut self, spot: Spot, text: &str, topic: &str, outcome: &str, remedy: &str) {
        self.add(Severity::Loss, spot, text, [topic, outcome, remedy]);
    }

    fn add(&mut self, severity: Severity, spot: Spot, text: &str, texts: [&str; 3]) {
        let index = match self.groups.get_index_of(&Like(severity, texts[0], texts[1])) {
            Some(index) => index,
            None if self.groups.len() == MAX_GROUPS => return self.add_to_last(spot),
            None => self.add_group(severity, texts),
        };
        let Some((_, group)) = self.groups.get_index_mut(index) else { return };
        group.count += 1;
        if group.examples.len() < MAX_EXAMPLES {
            let text = super::shorten(text).into_owned();
            group.examples.push(Found { spot, text });
        }
    }

    fn add_group(&mut self, severity: Severity, texts: [&str; 3]) -> usize {
        let [topic, outcome, remedy] = texts.map(str::to_owned);
        let key = (severity, topic.clone(), outcome.clone());
        let group = Group { severity, topic, outcome, remedy, count: 0, examples: Vec::new() };
        self.groups.insert_full(key, group).0
    }

    fn add_to_last(&mut self, spot: Spot) {
        if let Some((_, group)) = self.groups.last_mut() {
            group.count += 1;
            if group.examples.len() < MAX_EXAMPLES {
                group.examples.push(Found { spot, text: String::new() });
            }
        }
    }

    /// The groups, in the order of their first remarks.
    pub fn groups(&self) -> impl ExactSizeIterator<Item = &Group> {
        self.groups.values()
    }

    /// Whether nothing was remarked on.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The same of another table.
    #[must_use]
    pub fn in_table(mut self, table: u16) -> Self {
        for found in self.groups.values_mut().flat_map(|group| &mut group.examples) {
            found.spot.table = table;
        }
        self
    }

    /// Adds what another part of the same import remarked on.
    pub fn extend(&mut self, others: Self) {
        for (key, other) in others.groups {
            match self.groups.get_mut(&key) {
                Some(group) => {
                    group.count += other.count;
                    let room = MAX_EXAMPLES.saturating_sub(group.examples.len());
                    group.examples.extend(other.examples.into_iter().take(room));
                }
                None => drop(self.groups.insert(key, other)),
            }
        }
    }

    /// The remarks as a list of problems: each place that is listed, and one more for the rest of its group.
    pub fn to_problems(&self, origin: &Origin) -> Vec<Problem> {
        let mut problems = Vec::new();
        for group in self.groups() {
            let problem = |found: &Found, outcome: String| Problem {
                severity: group.severity,
                place: origin.place(found.spot, ""),
                message: match found.text.as_str() {
                    "" => group.topic.clone(),
                    text => format!("{}: “{text}”", group.topic),
                },
                outcome,
                remedy: group.remedy.clone(),
            };
            let unlisted = group.count.saturating_sub(group.examples.len());
            for (index, found) in group.examples.iter().enumerate() {
                let is_last = index + 1 == group.examples.len() && unlisted > 0;
                let more =
                    if is_last { format!(" And {unlisted} more like it.") } else { String::new() };
                problems.push(problem(found, format!("{}{more}", group.outcome)));
            }
        }
        problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_remarks_are_one_group_with_a_count() {
        let mut remarks = Remarks::default();
        for line in 1..=4_000 {
            remarks.lose(Spot::at(line, 1), "x", "has no target", "The row was left out.", "");
        }
        remarks.warn(Spot::at(9, 2), "", "has no target", "It was added.", "");
        let groups: Vec<_> =
            remarks.groups().map(|group| (group.count, group.examples.len())).collect();
        assert_eq!(groups, [(4_000, MAX_EXAMPLES), (1, 1)]);
        let problems = remarks.to_problems(&Origin::Text);
        assert_eq!(problems.len(), MAX_EXAMPLES + 1);
        remarks.warn(Spot::at(9, 2), "", "has no target", "It was guessed.", "");
        let outcomes: Vec<_> = remarks.groups().map(|group| group.outcome.as_str()).collect();
        assert_eq!(outcomes, ["The row was left out.", "It was added.", "It was guessed."]);
        assert_eq!(
            problems[MAX_EXAMPLES - 1].to_string(),
            "Line 100, column 1 has no target: “x”. The row was left out. And 3900 more like it."
        );
    }
}
