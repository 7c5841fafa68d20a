//! Nodes whose texts mean different nations in different years, which the years of their edges decide.

use super::super::super::imported::Question;
use super::super::super::nation_texts::{NationReader, Reading, is_number, shown_text};
use super::super::ends_in_years::Ends;
use super::Joiner;
use crate::formats::network::Node;
use crate::model::Point;
use crate::names::{KnownNation, fold};

impl<'n> Joiner<'n, '_> {
    /// A node whose text means several nations: the years of its edges decide, or the names beside it; else it is
    /// asked about.
    pub(super) fn open(
        &mut self,
        index: u32,
        node: &'n Node,
        candidates: &[&'static KnownNation],
        position: Option<Point>,
        reader: &NationReader<'_>,
        ends: &Ends,
    ) {
        let shown = shown_text(node, self.choices).into_owned();
        let left_over = self.left_over(&shown, candidates);
        if left_over.is_some() {
            self.remarks.warn(
                node.spot,
                &shown,
                "may mean several nations, of which the file names all others",
                "It was taken for the one that has just this name.",
                "Correct its code on the map if another is meant.",
            );
        }
        if let Some(meant) = left_over.or_else(|| self.named_beside(&shown, candidates)) {
            let nation = self.known(node, meant, position);
            return self.settle(index, nation);
        }
        let (found, open) = self.settle_years(index, node, position, reader, ends);
        let undecided = ends.undated.get(&index).copied().unwrap_or(0) + open.len();
        self.remark_on_different(node, &shown, &found);
        if undecided > 0 || found.is_empty() {
            let nation = self.plain(node, position);
            self.settle(index, nation);
            self.ask(node, shown, candidates, undecided.max(1));
        } else if let Some(first) = found.first() {
            self.settle(index, *first);
        }
    }

    /// A node whose text means one nation, but another in the years of its edges: `Russia` in 1962. It is asked
    /// about where it may mean several then.
    pub(super) fn of_its_years(
        &mut self,
        index: u32,
        node: &'n Node,
        known: &'static KnownNation,
        position: Option<Point>,
        reader: &NationReader<'_>,
        ends: &Ends,
    ) {
        let shown = shown_text(node, self.choices).into_owned();
        let (found, open) = self.settle_years(index, node, position, reader, ends);
        self.remark_on_different(node, &shown, &found);
        // In the year in which one followed another, the one that other years of the file say.
        let seen = self.seen.get(known.code).and_then(|seen| seen.first());
        let today = seen.map(|(_, nation)| *nation).filter(|nation| found.contains(nation));
        let may_be_today = |year: &i32| {
            let then = reader.read(node, Some(*year));
            then.candidates().iter().any(|candidate| candidate.code == known.code)
        };
        let (decided, open): (Vec<i32>, Vec<i32>) =
            open.into_iter().partition(|year| today.is_some() && may_be_today(year));
        let decided = decided.iter().filter_map(|year| Some(((index, *year), today?)));
        self.nations.in_years.extend(decided);
        if ends.undated.contains_key(&index) || found.is_empty() && open.is_empty() {
            let nation = self.known(node, known, position);
            self.settle(index, nation);
        } else if let Some(first) = found.first() {
            self.settle(index, *first);
        }
        if let [first, ..] = open.as_slice() {
            let nation = self.plain(node, position);
            self.nations.in_years.extend(open.iter().map(|year| ((index, *year), nation)));
            if found.is_empty() && !ends.undated.contains_key(&index) {
                self.settle(index, nation);
            }
            let then = reader.read(node, Some(*first));
            self.ask(node, shown, then.candidates(), open.len());
        } else if found.len() < 2 {
            self.remarks.warn(
                node.spot,
                &shown,
                "means another nation in the year of its tie than today",
                "The nation of that year was taken.",
                "",
            );
        }
    }

    /// Says which nation a node is in each year of its edges. Returns those nations, and the years in which it
    /// may be several.
    fn settle_years(
        &mut self,
        index: u32,
        node: &'n Node,
        position: Option<Point>,
        reader: &NationReader<'_>,
        ends: &Ends,
    ) -> (Vec<u32>, Vec<i32>) {
        let (mut found, mut open): (Vec<u32>, Vec<i32>) = (Vec::new(), Vec::new());
        let last = self.last_meant(index, node, reader, ends);
        for year in ends.years.get(&index).into_iter().flatten() {
            let Reading::Nation(known) = reader.read(node, Some(*year)) else {
                open.push(*year);
                continue;
            };
            let seen = self.seen.get(known.code).and_then(|seen| seen.first());
            let nation = match seen {
                Some((_, nation)) => *nation,
                None if last == Some(known.code) => self.known(node, known, position),
                None => self.known_by(known.code, node, known, position),
            };
            self.nations.in_years.insert((index, *year), nation);
            if !found.contains(&nation) {
                found.push(nation);
            }
        }
        (found, open)
    }

    /// The code of the nation that the text of a node means in the end, and which has it as its key: that of
    /// today, where an edge says no year, else that of the last year.
    fn last_meant(
        &self,
        index: u32,
        node: &Node,
        reader: &NationReader<'_>,
        ends: &Ends,
    ) -> Option<&'static str> {
        let code_in = |year: Option<i32>| match reader.read(node, year) {
            Reading::Nation(known) => Some(known.code),
            Reading::Open(_) | Reading::Unknown => None,
        };
        if ends.undated.contains_key(&index) {
            return code_in(self.choices.year);
        }
        let years = ends.years.get(&index).into_iter().flatten();
        years.rev().find_map(|year| code_in(Some(*year)))
    }

    fn remark_on_different(&mut self, node: &Node, shown: &str, found: &[u32]) {
        if found.len() > 1 {
            self.remarks.warn(
                node.spot,
                shown,
                "means different nations in different years",
                "Each of them is a nation on the map.",
                "",
            );
        }
    }

    /// Of a number that stands for different states in different lists, the only one that the file also names.
    fn named_beside(
        &mut self,
        shown: &str,
        candidates: &[&'static KnownNation],
    ) -> Option<&'static KnownNation> {
        let mut named = candidates.iter().filter(|candidate| self.named.contains(candidate.code));
        let only = named.next().filter(|_| is_number(shown) && named.next().is_none());
        only.copied()
    }

    /// The nation of which a text is the very name, where the file names all others that it may mean: `Guinea` beside
    /// Guinea-Bissau, Equatorial Guinea and Papua New Guinea.
    fn left_over(
        &self,
        shown: &str,
        candidates: &[&'static KnownNation],
    ) -> Option<&'static KnownNation> {
        let is_named = |known: &&&KnownNation| self.named.contains(known.code);
        let mut left = candidates.iter().filter(|candidate| !is_named(candidate));
        let only = left.next().filter(|_| left.next().is_none() && candidates.len() > 1);
        only.copied().filter(|known| fold(known.name) == fold(shown))
    }

    fn ask(
        &mut self,
        node: &Node,
        text: String,
        candidates: &[&'static KnownNation],
        count: usize,
    ) {
        self.remarks.warn(
            node.spot,
            &text,
            "may mean several nations",
            "The nation has its name as written and no code.",
            "Choose which one is meant.",
        );
        match self.nations.questions.iter_mut().find(|question| question.text == text) {
            Some(question) => question.count += count,
            None => {
                // What the file names otherwise is less likely meant here too.
                let mut candidates = candidates.to_vec();
                candidates.sort_by_key(|known| self.named.contains(known.code));
                let spot = node.spot;
                self.nations.questions.push(Question { text, candidates, count, spot });
            }
        }
    }
}
