//! Writes a map as plain lines, as a person would write it in a mail.
//!
//! What is written is read back as the same: names and texts stand in quotation marks where they could be
//! read as something else.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Write as _;

use super::write_names::{Names, quoted, source_title};
use crate::formats::vocabulary::{begins_url, confidence, direction, month, status};
use crate::model::{
    Confidence, Direction, End, Evidence, Kind, KindId, Map, NationId, PartialDate, Source, Tie,
    TieId,
};
use crate::names::caseless;

/// Words that begin something else than a kind.
const BEGINNINGS: [&str; 18] = [
    "new",
    "since",
    "until",
    "till",
    "in",
    "on",
    "of",
    "from",
    "to",
    "after",
    "and",
    "vs",
    "versus",
    "source",
    "sources",
    "src",
    "according",
    "reported",
];
/// The most members of one line.
const MOST_MEMBERS: usize = 20;

/// A map as lines of text, one for each tie; lines end with a line feed.
pub fn as_lines(map: &Map) -> String {
    Lines::of(map).text()
}

/// What is needed to write lines.
pub struct Lines<'m> {
    map: &'m Map,
    names: Names<'m>,
    /// How many ties of a kind there are between two nations, whichever comes first: of one alone it can be
    /// said that another tie ends at it.
    between: HashMap<(NationId, NationId, KindId), usize>,
}

impl<'m> Lines<'m> {
    /// For the lines of a map.
    pub fn of(map: &'m Map) -> Self {
        let mut between = HashMap::new();
        for (_, tie) in map.ties().iter() {
            if let Some(key) = pair_of(tie) {
                *between.entry(key).or_default() += 1;
            }
        }
        Self { map, names: Names::of(map), between }
    }

    /// All lines, each with a line feed.
    pub fn text(&self) -> String {
        let mut text = String::new();
        self.push_heading(&mut text);
        self.push_kinds(&mut text);
        let first = self.nations_of_other_years();
        self.push_names(&first, &mut text);
        let is_onto = |tie: &Tie| matches!(tie.to, End::Tie(_));
        // A tie that another one ends at stands before it.
        for onto_ties in [false, true] {
            for (id, tie) in self.map.ties().iter().filter(|(_, tie)| is_onto(tie) == onto_ties) {
                if let Some(line) = self.tie(id, tie) {
                    text.push_str(&line);
                    text.push('\n');
                }
            }
        }
        self.push_members(&mut text);
        self.push_nations(&first, &mut text);
        text
    }

    fn push_heading(&self, text: &mut String) {
        let heading = self.map.heading();
        for (word, value) in [("Title", &heading.title), ("Subtitle", &heading.subtitle)] {
            if !value.trim().is_empty() {
                let _ = writeln!(text, "{word}: {}", one_line(value));
            }
        }
        if let Some(date) = heading.as_of {
            let _ = writeln!(text, "Date: {date}");
        }
    }

    /// Kinds beside those that every new map has.
    fn push_kinds(&self, text: &mut String) {
        let standard = Kind::standard();
        let is_standard = |kind: &Kind| standard.iter().any(|own| own.name == kind.name);
        for (_, kind) in self.map.kinds().iter().filter(|(_, kind)| !is_standard(kind)) {
            let Some(name) = quoted(&kind.name) else { continue };
            let directed = if kind.directed { "directed" } else { "mutual" };
            let _ = writeln!(text, "New kind: {name}, {}, {directed}", kind.sign.name());
        }
    }

    /// The line of a tie; `None` where no line can say it.
    pub fn tie(&self, id: TieId, tie: &Tie) -> Option<String> {
        debug_assert!(self.map.ties().contains(id));
        let kind = self.map.kinds().get(tie.kind)?;
        let from = self.names.of_nation(tie.from)?;
        let (to, is_usual) = match tie.to {
            End::Nation(to) => (self.names.of_nation(to)?, kind.directed),
            End::Tie(to) => (format!("({})", self.inner(to)?), true),
        };
        let link = match (tie.direction, is_usual) {
            (Direction::Directed, _) => "->",
            (Direction::Mutual, true) => "<->",
            (Direction::Mutual, false) => "–",
        };
        let mut line = format!("{from} {link} {to}: {}", kind_words(kind)?);
        if let Some(status) = tie.status {
            let _ = write!(line, ", {}", status.name());
        }
        line.push_str(&dates(", ", tie.since, tie.until));
        if let Some(label) = quoted(&tie.label).filter(|_| !tie.label.is_empty()) {
            let _ = write!(line, ", {label}");
        }
        line.push_str(&self.evidence(&tie.evidence));
        (line.len() <= super::MAX_LINE_BYTES).then_some(line)
    }

    /// What stands in parentheses for a tie at which another one ends; `None` where that would mean
    /// several, or where the tie itself ends at a tie.
    fn inner(&self, id: TieId) -> Option<String> {
        let tie = self.map.ties().get(id)?;
        let End::Nation(to) = tie.to else { return None };
        let is_alone = self.between.get(&pair_of(tie)?) == Some(&1);
        let kind = kind_words(self.map.kinds().get(tie.kind)?)?;
        // The line of the tie itself must be there.
        self.tie(id, tie).filter(|_| is_alone)?;
        Some(format!("{} – {}: {kind}", self.names.of_nation(tie.from)?, self.names.of_nation(to)?))
    }

    /// How certain a tie is, and its sources.
    fn evidence(&self, evidence: &[Evidence]) -> String {
        let mut text = String::new();
        let first = evidence.first().and_then(|evidence| evidence.confidence);
        if let Some(confidence) = first.filter(|_| have_one_confidence(evidence)) {
            let word = match confidence {
                Confidence::Low => "allegedly",
                Confidence::Medium => "reportedly",
                Confidence::High => "confirmed",
            };
            let _ = write!(text, ", {word}");
        }
        for evidence in evidence {
            let source = evidence.source.and_then(|id| self.map.sources().get(id));
            if let Some(source) = source.and_then(source_words) {
                let _ = write!(text, "; source: {source}");
            }
        }
        text
    }

    fn push_members(&self, text: &mut String) {
        let mut groups: Vec<((NationId, String), Vec<String>)> = Vec::new();
        let mut index: HashMap<(NationId, String), usize> = HashMap::new();
        for (id, nation) in self.map.nations().iter() {
            for membership in &nation.memberships {
                let Some(name) = self.names.of_nation(id) else { continue };
                let key = (membership.organisation, dates(" ", membership.since, membership.until));
                let open = index.get(&key).copied();
                let open = open.filter(|at| groups[*at].1.len() < MOST_MEMBERS);
                let at = open.unwrap_or_else(|| {
                    groups.push((key.clone(), Vec::new()));
                    index.insert(key, groups.len() - 1);
                    groups.len() - 1
                });
                groups[at].1.push(name);
            }
        }
        for ((organisation, dates), members) in groups {
            if let Some(organisation) = self.names.of_nation(organisation) {
                let _ = writeln!(text, "{} in {organisation}{dates}", members.join(", "));
            }
        }
    }

    /// Nations that no other line names.
    fn push_nations(&self, first: &BTreeSet<NationId>, text: &mut String) {
        let mut named = first.clone();
        for (_, tie) in self.map.ties().iter() {
            named.insert(tie.from);
            if let End::Nation(to) = tie.to {
                named.insert(to);
            }
        }
        for (id, nation) in self.map.nations().iter() {
            named.extend(nation.memberships.iter().map(|m| m.organisation));
            if !nation.memberships.is_empty() {
                named.insert(id);
            }
        }
        let others = self.map.nations().ids().filter(|id| !named.contains(id)).collect();
        self.push_names(&others, text);
    }

    fn push_names(&self, nations: &BTreeSet<NationId>, text: &mut String) {
        for name in nations.iter().filter_map(|id| self.names.of_nation(*id)) {
            let _ = writeln!(text, "{name}");
        }
    }

    /// Nations whose names mean other ones in the year of a line on them: named before, they are there.
    fn nations_of_other_years(&self) -> BTreeSet<NationId> {
        let year = |since: Option<PartialDate>, until: Option<PartialDate>| {
            since.or(until).map(|date| i32::from(date.year()))
        };
        let mut dated = Vec::new();
        for (_, tie) in self.map.ties().iter() {
            if let Some(year) = year(tie.since, tie.until) {
                let to = crate::model::Target::from(tie.to).nation();
                dated.extend([Some(tie.from), to].into_iter().flatten().map(|id| (id, year)));
            }
        }
        for (id, nation) in self.map.nations().iter() {
            for membership in &nation.memberships {
                if let Some(year) = year(membership.since, membership.until) {
                    dated.extend([(id, year), (membership.organisation, year)]);
                }
            }
        }
        dated.sort_unstable();
        dated.dedup();
        dated
            .into_iter()
            .filter(|(id, year)| self.names.changes_by(*id, *year))
            .map(|(id, _)| id)
            .collect()
    }

    /// The names of nations in these lines.
    pub fn names(&self) -> &Names<'m> {
        &self.names
    }

    /// Why no line says a tie.
    pub fn why_unsaid(&self, tie: &Tie) -> String {
        let name = |id: NationId| self.map.nations().get(id).map_or("", |n| n.name.as_str());
        let ends = match tie.to {
            End::Nation(to) => vec![tie.from, to],
            End::Tie(_) => vec![tie.from],
        };
        let unnamed = ends.iter().find(|id| self.names.of_nation(**id).is_none());
        let to = match tie.to {
            End::Nation(to) => name(to).to_owned(),
            End::Tie(to) => {
                let inner = self.map.ties().get(to);
                let to = inner.map(|tie| match tie.to {
                    End::Nation(to) => format!("({} – {})", name(tie.from), name(to)),
                    End::Tie(_) => "(a tie)".to_owned(),
                });
                to.unwrap_or_default()
            }
        };
        let why = match (unnamed, tie.to) {
            (Some(id), _) => {
                format!("no line can name “{}”, for {}", name(*id), self.names.why_unnamed(*id))
            }
            (None, End::Tie(to)) if self.inner(to).is_none() => {
                "the tie at its end is one of several alike, or ends at a tie itself".to_owned()
            }
            (None, _) => {
                "its line would be too long, or the name of its kind doesn't fit in one".to_owned()
            }
        };
        format!("{} – {to} ({why})", name(tie.from))
    }
}

/// The ends of a tie between nations, the lesser first, and its kind.
fn pair_of(tie: &Tie) -> Option<(NationId, NationId, KindId)> {
    let End::Nation(to) = tie.to else { return None };
    Some((tie.from.min(to), tie.from.max(to), tie.kind))
}

/// Whether all evidence is equally certain, as one line can say.
pub fn have_one_confidence(evidence: &[Evidence]) -> bool {
    evidence.windows(2).all(|pair| pair[0].confidence == pair[1].confidence)
}

/// The kind of a tie as it is said behind its colon: its name, or that of a “new” kind, which is the one of
/// that name if it is there, where the name alone could be read as something else.
fn kind_words(kind: &Kind) -> Option<String> {
    let name = caseless(&kind.name);
    let is_standard = Kind::standard().iter().any(|own| own.name == kind.name);
    let is_word = !name.is_empty() && name.chars().all(char::is_alphabetic);
    let says_other = BEGINNINGS.contains(&name.as_str())
        || status(&name).is_some()
        || confidence(&name).is_some()
        || direction(&name).is_some()
        || month(&name).is_some();
    if is_standard || is_word && !says_other {
        return Some(name);
    }
    quoted(&kind.name).map(|name| format!("new kind: {name}"))
}

/// Title, date and address of a source; `None` where a line can say neither title nor address.
fn source_words(source: &Source) -> Option<String> {
    let title = source_title(&source.title);
    let is_url = begins_url(&source.url) && !source.url.contains(char::is_whitespace);
    let url = Some(source.url.clone()).filter(|_| is_url);
    let date = source.date.map(|date| date.to_string());
    if title.is_none() && url.is_none() {
        return None;
    }
    Some([title, date, url].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn dates(before: &str, since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    let mut text = String::new();
    for (word, date) in [("since", since), ("until", until)] {
        if let Some(date) = date {
            let joint = if text.is_empty() { before } else { " " };
            let _ = write!(text, "{joint}{word} {date}");
        }
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
