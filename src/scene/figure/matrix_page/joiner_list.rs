//! The list of those who join blocs, as far as the page has room for it.

use super::text_flow::TextFlow;
use crate::model::{Map, NationId};
use crate::scene::figure::page_text::PageText;
use crate::scene::{JoinedBlocs, Matrix, Palette, Weight, text};

/// The list on a page.
pub(super) struct JoinerList {
    pub(super) texts: Vec<PageText>,
    /// How many nations that join blocs aren't named for all of these.
    pub(super) unnamed: usize,
}

/// The least lines that stay below a title where there are so many.
const BELOW_TITLE: usize = 2;

/// Says who joins which blocs: everybody with the numbers of their partners where there is room for that, else their
/// names, and of these as many as fit, those of the two largest blocs first.
pub(super) fn joiner_list(map: &Map, matrix: &Matrix, flow: &mut TextFlow) -> JoinerList {
    let list = Entries { map, matrix, palette: matrix.palette };
    for has_numbers in [true, false] {
        // Entries that stay in one column read better, but leave some of the room.
        for is_whole in [true, false] {
            let mut trial = flow.clone();
            if let Some(texts) = list.all(&mut trial, Form { has_numbers, is_whole }) {
                *flow = trial;
                return JoinerList { texts, unnamed: 0 };
            }
        }
    }
    list.as_many_as_fit(flow)
}

/// The lines of the first entry, which the page keeps room for.
pub(super) fn first_entry(map: &Map, matrix: &Matrix, flow: &mut TextFlow) {
    let list = Entries { map, matrix, palette: matrix.palette };
    if let Some(first) = matrix.joined_blocs().first() {
        list.entry(flow, first, Form { has_numbers: false, is_whole: true });
    }
}

/// How an entry is set.
#[derive(Clone, Copy)]
struct Form {
    /// Whether numbers of partners follow names.
    has_numbers: bool,
    /// Whether it stays in one column.
    is_whole: bool,
}

struct Entries<'a> {
    map: &'a Map,
    matrix: &'a Matrix,
    palette: Palette,
}

impl Entries<'_> {
    /// All entries; `None` where they have no room.
    fn all(&self, flow: &mut TextFlow, form: Form) -> Option<Vec<PageText>> {
        let entries = self.matrix.joined_blocs().iter();
        let texts: Option<Vec<_>> = entries.map(|joined| self.entry(flow, joined, form)).collect();
        Some(texts?.into_iter().flatten().collect())
    }

    /// A title with all who join two blocs.
    fn entry(
        &self,
        flow: &mut TextFlow,
        joined: &JoinedBlocs,
        form: Form,
    ) -> Option<[PageText; 2]> {
        let parts = self.parts(joined, form.has_numbers, joined.nations.len());
        let lines = flow.lines(&parts, Weight::Regular);
        let below = if form.is_whole { lines.len() } else { BELOW_TITLE.min(lines.len()) };
        let title = self.title(flow, joined, below)?;
        Some([title, flow.place(lines, Weight::Regular)?])
    }

    /// The title of an entry, with room for some lines below it in its column.
    fn title(&self, flow: &mut TextFlow, joined: &JoinedBlocs, below: usize) -> Option<PageText> {
        let [first, second] = joined.blocs.map(|bloc| self.matrix.blocs[bloc].name.as_str());
        let words = format!("Who joins {first} and {second}");
        let lines = flow.wrapped(&words, Weight::SemiBold);
        flow.set_color(self.palette.ink);
        let title = flow.place_together(lines, Weight::SemiBold, below);
        flow.set_color(self.palette.second_ink);
        title
    }

    /// Entries until the room is used up, the last of them with as many names as fit.
    fn as_many_as_fit(&self, flow: &mut TextFlow) -> JoinerList {
        let mut list = JoinerList { texts: Vec::new(), unnamed: 0 };
        let all = self.matrix.joined_blocs();
        // Room for the line that counts the others.
        flow.keep_lines(1);
        let mut entries = all.iter();
        for joined in entries.by_ref() {
            let mut trial = flow.clone();
            let form = Form { has_numbers: false, is_whole: false };
            if let Some(entry) = self.entry(&mut trial, joined, form) {
                *flow = trial;
                list.texts.extend(entry);
                continue;
            }
            list.unnamed += self.cut_entry(flow, joined, &mut list.texts);
            break;
        }
        list.unnamed += entries.as_slice().iter().map(|joined| joined.nations.len()).sum::<usize>();
        flow.release_lines(1);
        let others = all.len() - list.texts.len() / 2;
        if others > 0 && !list.texts.is_empty() {
            let line = format!("and {others} more pairs of blocs are joined");
            list.texts.extend(flow.place(flow.wrapped(&line, Weight::Regular), Weight::Regular));
        }
        list
    }

    /// As many names of an entry as fit, and how many these are not.
    fn cut_entry(
        &self,
        flow: &mut TextFlow,
        joined: &JoinedBlocs,
        texts: &mut Vec<PageText>,
    ) -> usize {
        let all = joined.nations.len();
        let mut trial = flow.clone();
        let Some(title) = self.title(&mut trial, joined, 1) else { return all };
        let room = trial.room();
        let lines = |named: usize| trial.lines(&self.parts(joined, false, named), Weight::Regular);
        let counts: Vec<usize> = (1..all).collect();
        let named = counts.partition_point(|named| lines(*named).len() <= room);
        let words = (named > 0).then(|| lines(named));
        let words = words.and_then(|lines| trial.place(lines, Weight::Regular));
        let Some(words) = words else { return all };
        *flow = trial;
        texts.extend([title, words]);
        all - named
    }

    /// The first of those who join two blocs, in parts that aren't broken, and how many there are besides.
    fn parts(&self, joined: &JoinedBlocs, has_numbers: bool, named: usize) -> Vec<String> {
        let others = joined.nations.len() - named.min(joined.nations.len());
        let mut parts = Vec::new();
        for (index, (id, counts)) in joined.nations.iter().take(named).enumerate() {
            let mut words = self.words(*id);
            let Some(last) = words.last_mut() else { continue };
            if has_numbers {
                let [a, b] = counts;
                let partners = if index == 0 { " partners" } else { "" };
                last.push_str(&format!(" ({a} and {b}{partners})"));
            }
            if index + 1 < named {
                last.push(',');
            }
            parts.extend(words);
        }
        if others > 0 {
            parts.push(format!("and {others} more"));
        }
        parts
    }

    fn words(&self, id: NationId) -> Vec<String> {
        let name = self.map.nations().get(id).map_or_else(String::new, |n| text::clean(&n.name));
        name.split(' ').map(str::to_owned).collect()
    }
}
