//! The list of those who join blocs, as far as the page has room for it.

use super::text_flow::{FlowLine, TextFlow, Words};
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
        let lines = flow.lines(&parts);
        let below = if form.is_whole { lines.len() } else { BELOW_TITLE.min(lines.len()) };
        let title = self.title(flow, joined, below)?;
        Some([title, flow.place(lines)?])
    }

    /// The title of an entry, with room for some lines below it in its column.
    fn title(&self, flow: &mut TextFlow, joined: &JoinedBlocs, below: usize) -> Option<PageText> {
        let lines = self.title_lines(flow, joined);
        flow.set_color(self.palette.ink);
        let title = flow.place_together(lines, below);
        flow.set_color(self.palette.second_ink);
        title
    }

    /// Names of blocs may hold an “and”: what joins them is a “with” in another weight, on a line of its own with the
    /// second name where one line can't hold both.
    fn title_lines(&self, flow: &TextFlow, joined: &JoinedBlocs) -> Vec<FlowLine> {
        let named = |before: &str, bloc: usize| {
            let before = words(before, Weight::Regular);
            before.chain(words(&self.matrix.blocs[bloc].name, Weight::SemiBold)).collect::<Vec<_>>()
        };
        let [first, second] = joined.blocs;
        let parts = [named("Who joins", first), named("with", second)];
        match flow.lines(&parts.concat()) {
            lines if lines.len() == 1 => lines,
            _ => parts.iter().flat_map(|part| flow.lines(part)).collect(),
        }
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
            list.texts.extend(flow.place(flow.wrapped(&line, Weight::Regular)));
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
        let lines = |named: usize| trial.lines(&self.parts(joined, false, named));
        let counts: Vec<usize> = (1..all).collect();
        let named = counts.partition_point(|named| lines(*named).len() <= room);
        let words = (named > 0).then(|| lines(named));
        let words = words.and_then(|lines| trial.place(lines));
        let Some(words) = words else { return all };
        *flow = trial;
        texts.extend([title, words]);
        all - named
    }

    /// The first of those who join two blocs, in words that aren't broken, and how many there are besides.
    fn parts(&self, joined: &JoinedBlocs, has_numbers: bool, named: usize) -> Vec<Words> {
        let others = joined.nations.len() - named.min(joined.nations.len());
        let mut parts = Vec::new();
        for (index, (id, counts)) in joined.nations.iter().take(named).enumerate() {
            let mut name: Vec<Words> = words(&self.name(*id), Weight::Regular).collect();
            let Some((last, _)) = name.last_mut() else { continue };
            if has_numbers {
                let [a, b] = counts;
                let partners = if index == 0 { " partners" } else { "" };
                last.push_str(&format!(" ({a} and {b}{partners})"));
            }
            if index + 1 < named {
                last.push(',');
            }
            parts.extend(name);
        }
        if others > 0 {
            parts.push((format!("and {others} more"), Weight::Regular));
        }
        parts
    }

    fn name(&self, id: NationId) -> String {
        self.map.nations().get(id).map_or_else(String::new, |n| text::clean(&n.name))
    }
}

/// The words of a text, at which lines may end.
fn words(text: &str, weight: Weight) -> impl Iterator<Item = Words> {
    text.split(' ').map(move |word| (word.to_owned(), weight))
}
