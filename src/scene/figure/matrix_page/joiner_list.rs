//! Who joins blocs, as far as the page has room for it.
//!
//! The first question is who joins the two largest blocs: the page answers it with a table of the closest. All others
//! follow in short groups, quietly: every one has a dark cell in the matrix, and names in rows upon rows are read by
//! nobody. How many aren't named is said.

use std::collections::BTreeSet;

use super::text_flow::{FlowLine, TextFlow, Words};
use crate::model::{Map, NationId};
use crate::names::fold;
use crate::scene::figure::page_text::PageText;
use crate::scene::{JoinedBlocs, Matrix, Palette, Weight, text};

/// The list on a page.
pub(super) struct JoinerList {
    pub(super) texts: Vec<PageText>,
    pub(super) nations: JoinersNamed,
}

/// How many of the nations that join blocs a page names, and how many it doesn't.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct JoinersNamed {
    pub(super) named: usize,
    pub(super) unnamed: usize,
}

/// The most rows of the table, and the fewest: of fewer the names alone are set, more of them on a line.
const MOST_ROWS: usize = 12;
const LEAST_ROWS: usize = 4;
/// The most lines of names below the table, where there is none, and of a group.
const LINES_BELOW: usize = 6;
const LINES_ALONE: usize = 6;
const LINES_OF_GROUP: usize = 2;
/// The most groups, unless there is one more.
const MOST_GROUPS: usize = 6;
/// The title of the groups.
const OTHERS: &str = "Who joins other blocs";
/// What the numbers of the table are, and in which order its rows are; without that where it has no room.
const NUMBERS: [&str; 2] = ["closest first: partners in each", "partners in each"];

/// Says who joins the two largest blocs, and then who joins others.
pub(super) fn joiner_list(map: &Map, matrix: &Matrix, flow: &mut TextFlow) -> JoinerList {
    let all = matrix.joined_blocs();
    let entries = Entries { map, matrix, palette: matrix.palette };
    let mut placed = Placed::default();
    if let Some((first, others)) = all.split_first() {
        entries.first(flow, first, &mut placed);
        entries.groups(flow, others, &mut placed);
    }
    let ids = all.iter().flat_map(|joined| &joined.nations).map(|(id, _)| *id);
    let unnamed = ids.collect::<BTreeSet<_>>().difference(&placed.named).count();
    let nations = JoinersNamed { named: placed.named.len(), unnamed };
    JoinerList { texts: placed.texts, nations }
}

/// Places the names of those who join the first two blocs, which the page keeps room for.
pub(super) fn first_entry(map: &Map, matrix: &Matrix, flow: &mut TextFlow) {
    let entries = Entries { map, matrix, palette: matrix.palette };
    if let Some(first) = matrix.joined_blocs().first() {
        entries.names_alone(flow, first, LINES_ALONE, &mut Placed::default());
    }
}

/// What has its place on the page.
#[derive(Default)]
struct Placed {
    texts: Vec<PageText>,
    named: BTreeSet<NationId>,
}

impl Placed {
    fn add(&mut self, texts: impl IntoIterator<Item = PageText>, named: &[Joiner]) {
        self.texts.extend(texts);
        self.named.extend(named.iter().map(|(id, _)| *id));
    }
}

/// A nation with the numbers of its partners in two blocs.
type Joiner = (NationId, [usize; 2]);

struct Entries<'a> {
    map: &'a Map,
    matrix: &'a Matrix,
    palette: Palette,
}

impl Entries<'_> {
    /// Who joins the first two blocs: a table of the closest with the names of the next below it, or names alone.
    fn first(&self, flow: &mut TextFlow, joined: &JoinedBlocs, placed: &mut Placed) {
        let most = joined.nations.len().min(MOST_ROWS);
        let tables = (LEAST_ROWS.min(most)..=most).rev();
        let is_placed =
            tables.into_iter().any(|rows| self.table(flow, joined, rows, placed).is_some());
        if !is_placed {
            (1..=LINES_ALONE).rev().find_map(|most| self.names_alone(flow, joined, most, placed));
        }
    }

    /// A table of some of those who join two blocs, with the names of the next below it; `None` where it has no room.
    fn table(
        &self,
        flow: &mut TextFlow,
        joined: &JoinedBlocs,
        rows: usize,
        placed: &mut Placed,
    ) -> Option<()> {
        let (shown, others) = joined.nations.split_at(rows);
        let row = |(id, counts): &Joiner| {
            let [a, b] = counts.map(|count| count.to_string());
            [self.name(*id), a, b]
        };
        let [in_order, numbers] = NUMBERS;
        let head = if flow.has_width_for(in_order) { in_order } else { numbers };
        let (head, lines) = flow.table(head, &shown.iter().map(row).collect::<Vec<_>>());
        let (below, named) = self.names_in(flow, others, LINES_BELOW);
        let mut trial = flow.clone();
        let title = self.title_lines(&trial, "Who joins", joined);
        let count = 1 + lines.len() + below.len();
        let title = self.in_ink(&mut trial, |flow| flow.place_together(title, count))?;
        let head = trial.place_close(vec![head])?;
        let lines = self.in_ink(&mut trial, |flow| flow.place(lines))?;
        let below = if below.is_empty() { None } else { Some(trial.place(below)?) };
        placed.add([title, head, lines].into_iter().chain(below), &joined.nations[..rows + named]);
        *flow = trial;
        Some(())
    }

    /// The names of those who join two blocs in at most so many lines; `None` where they have no room.
    fn names_alone(
        &self,
        flow: &mut TextFlow,
        joined: &JoinedBlocs,
        most: usize,
        placed: &mut Placed,
    ) -> Option<()> {
        let (lines, named) = self.names_in(flow, &joined.nations, most);
        let mut trial = flow.clone();
        let title = self.title_lines(&trial, "Who joins", joined);
        let title = self.in_ink(&mut trial, |flow| flow.place_together(title, lines.len()))?;
        placed.add([title, trial.place(lines)?], &joined.nations[..named]);
        *flow = trial;
        Some(())
    }

    /// Who joins other blocs, in groups of a few names as many as have room, and how many pairs of blocs there are
    /// besides.
    fn groups(&self, flow: &mut TextFlow, all: &[JoinedBlocs], placed: &mut Placed) {
        let mut groups = 0;
        let most = if all.len() == MOST_GROUPS + 1 { all.len() } else { MOST_GROUPS };
        // Room for the line that counts the others.
        flow.keep_lines(1);
        for joined in all.iter().take(most) {
            let mut trial = flow.clone();
            let (lines, named) = self.names_in(&trial, &joined.nations, LINES_OF_GROUP);
            let title = self.title_lines(&trial, "", joined);
            let height = title.len() + lines.len();
            let head = (groups == 0).then(|| self.head_of_groups(&mut trial, height));
            if head.as_ref().is_some_and(Option::is_none) {
                break;
            }
            let Some(title) = trial.place_together(title, lines.len()) else { break };
            let Some(lines) = trial.place(lines) else { break };
            placed.add(head.flatten().into_iter().chain([title, lines]), &joined.nations[..named]);
            *flow = trial;
            groups += 1;
        }
        flow.release_lines(1);
        let others = all.len() - groups;
        if others > 0 && !placed.texts.is_empty() {
            let line = match others {
                1 => "One more pair of blocs is joined.".to_owned(),
                _ => format!("{others} more pairs of blocs are joined."),
            };
            placed.texts.extend(flow.place(flow.wrapped(&line, Weight::Regular)));
        }
    }

    /// The title of the groups, with room for the first below it.
    fn head_of_groups(&self, flow: &mut TextFlow, height: usize) -> Option<PageText> {
        flow.leave_line();
        let head = vec![FlowLine::of(OTHERS.to_owned(), Weight::Regular)];
        self.in_ink(flow, |flow| flow.place_together(head, height))
    }

    /// As many names as have room in some lines, with the number of the others, and how many these are; at least one.
    fn names_in(&self, flow: &TextFlow, nations: &[Joiner], most: usize) -> (Vec<FlowLine>, usize) {
        let lines = |named: usize| flow.lines(&self.names(nations, named));
        let counts: Vec<usize> = (1..=nations.len()).collect();
        // All names may have room where all but one and the words for that have none.
        let named = if nations.is_empty() || lines(nations.len()).len() <= most {
            nations.len()
        } else {
            counts.partition_point(|named| lines(*named).len() <= most).max(1)
        };
        (lines(named), named)
    }

    /// The first of some names in words that aren't broken, in the order of the alphabet, and how many there are besides.
    fn names(&self, nations: &[Joiner], named: usize) -> Vec<Words> {
        let mut names: Vec<String> =
            nations.iter().take(named).map(|(id, _)| self.name(*id)).collect();
        names.sort_by_cached_key(|name| fold(name));
        let mut all = Vec::new();
        for (index, name) in names.into_iter().enumerate() {
            let mut name: Vec<Words> = words(&name, Weight::Regular).collect();
            if let Some((last, _)) = name.last_mut().filter(|_| index + 1 < named) {
                last.push(',');
            }
            all.extend(name);
        }
        if named < nations.len() {
            all.push((format!("and {} more", nations.len() - named), Weight::Regular));
        }
        all
    }

    /// Names of blocs may hold an “and”: what joins them is a “with” in another weight, on a line of its own with the
    /// second name where one line can't hold both.
    fn title_lines(&self, flow: &TextFlow, before: &str, joined: &JoinedBlocs) -> Vec<FlowLine> {
        let named = |before: &str, bloc: usize| {
            let before = words(before, Weight::Regular).filter(|(word, _)| !word.is_empty());
            before.chain(words(&self.matrix.blocs[bloc].name, Weight::SemiBold)).collect::<Vec<_>>()
        };
        let [first, second] = joined.blocs;
        let parts = [named(before, first), named("with", second)];
        match flow.lines(&parts.concat()) {
            lines if lines.len() == 1 => lines,
            _ => parts.iter().flat_map(|part| flow.lines(part)).collect(),
        }
    }

    /// Places something in ink; all else is in the second ink.
    fn in_ink<T>(&self, flow: &mut TextFlow, place: impl FnOnce(&mut TextFlow) -> T) -> T {
        flow.set_color(self.palette.ink);
        let placed = place(flow);
        flow.set_color(self.palette.second_ink);
        placed
    }

    fn name(&self, id: NationId) -> String {
        self.map.nations().get(id).map_or_else(String::new, |n| text::clean(&n.name))
    }
}

/// The words of a text, at which lines may end.
fn words(text: &str, weight: Weight) -> impl Iterator<Item = Words> {
    text.split(' ').map(move |word| (word.to_owned(), weight))
}
