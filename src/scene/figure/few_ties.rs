//! The few ties on a crowded map that set nations apart, in words: lists of who is a rival of whom, where the page has
//! room.
//!
//! Among thousands of lines one can be seen but not followed to its end.

use std::collections::BTreeSet;

use super::also_friendly::AlsoFriendly;
use super::free_room::FreeRoom;
use super::marginalia::Marginalia;
use super::page_text::{PageRole, PageText, TextRun};
use super::tie_entries::{NamedAt, tie_entries};
use crate::communities::is_read_by_blocs;
use crate::model::{Color, Kind, KindId, Map, Point, Rect, Sign, Tie, TieId};
use crate::scene::legend::wording::capital_first;
use crate::scene::{Scene, Weight, text};

/// The most ties of a kind that are listed; longer lists aren't read.
const MOST_TIES: usize = 60;
/// The type sizes that are tried in turn, at unit 1.
const SIZES: [f32; 3] = [12.0, 11.0, 10.5];
/// The distance of lines, in type sizes.
const LINE: f32 = 1.33;
/// The widths in which a list is set as one text, where there is no room for a line for each nation.
const WIDTHS: [f32; 6] = [240.0, 320.0, 420.0, 560.0, 740.0, 960.0];
/// The most lines of such a text.
const MOST_LINES: usize = 12;
/// The distance from all else.
const CLEAR: f32 = 12.0;

/// The ties of a kind in words, in ways that take ever less room.
pub(super) struct KindList {
    /// Every tie at both its nations, as one looks it up; then each once, which the title says; at last without a word
    /// on who is friendly as well.
    wordings: [Wording; 3],
}

struct Wording {
    title: String,
    /// What each nation is tied to: `Egypt – Israel, Sudan`.
    entries: Vec<String>,
}

impl KindList {
    /// The way that takes the least room, for which a page makes some, in each of some sizes.
    fn shortest(&self, sizes: [f32; 3]) -> Vec<(&Wording, f32)> {
        sizes.map(|size| (&self.wordings[2], size)).to_vec()
    }

    /// All ways, those that say most first, for a list that has room in one of these sizes in its fewest words. Smaller type
    /// costs a reader less than not to know who is friendly as well.
    fn fullest(&self, sizes: [f32; 3], has_room: Option<f32>) -> Vec<(&Wording, f32)> {
        let [both, once, least] = &self.wordings;
        let largest = has_room.unwrap_or(sizes[0]);
        let smaller = sizes.into_iter().filter(|size| *size < largest);
        let of_largest = [(both, largest), (once, largest)].into_iter();
        let ways = of_largest.chain(smaller.map(|size| (once, size))).chain([(least, largest)]);
        ways.collect()
    }
}

impl Marginalia {
    /// Adds lists where the map, the legend and all other words leave room above some y, in corners first. Whether all
    /// have found room. Each says as much as there is room for.
    pub(super) fn add_few_ties(
        &mut self,
        lists: &[KindList],
        scene: &Scene,
        (legend, bottom): (Rect, f32),
    ) -> bool {
        let area = Rect::new(self.page.min, Point::new(self.page.max.x, bottom));
        let room = (scene, area, legend.expanded(CLEAR * self.unit));
        let sizes = SIZES.map(|size| size * self.unit);
        let mut placed = self.placed_lists(lists.iter().map(|list| list.shortest(sizes)), room);
        let longer = lists
            .iter()
            .zip(&placed)
            .map(|(list, placed)| list.fullest(sizes, placed.as_ref().map(|placed| placed.size)));
        let longer = self.placed_lists(longer, room);
        if placed.iter().flatten().count() <= longer.iter().flatten().count() {
            placed = longer;
        }
        let have_room = placed.iter().all(Option::is_some);
        self.texts.extend(placed.into_iter().flatten());
        have_room
    }

    /// Lists, each in the first of its ways that has room in an area; `taken` is a part of it that they leave free.
    fn placed_lists<'a>(
        &self,
        lists: impl Iterator<Item = Vec<(&'a Wording, f32)>>,
        (scene, area, taken): (&Scene, Rect, Rect),
    ) -> Vec<Option<PageText>> {
        let mut taken: Vec<Rect> = self.texts.iter().map(PageText::bounds).chain([taken]).collect();
        let place = |ways: Vec<(&Wording, f32)>| {
            let room = FreeRoom::of(scene, &taken, area, self.unit);
            let mut blocks = ways.into_iter().flat_map(|(words, size)| self.blocks(words, size));
            let (block, place) = blocks.find_map(|block| {
                let place = room.nearest_to_corner(block.extent(), CLEAR * self.unit)?;
                Some((block, place))
            })?;
            taken.push(place);
            Some(block.text(place.min, self.palette.second_ink))
        };
        lists.map(place).collect()
    }

    /// How high a strip across the page is that holds lists one below the other, with the distance from the map.
    pub(super) fn height_of_few_ties(&self, lists: &[KindList]) -> f32 {
        let size = SIZES[0] * self.unit;
        let strip = |list: &KindList| self.blocks(&list.wordings[2], size).pop();
        lists.iter().filter_map(strip).map(|block| block.extent().y + CLEAR * self.unit).sum()
    }

    /// The ways to set a list, those that read best first: a line for each nation, or one text of some width, at last of
    /// that of the page.
    fn blocks(&self, list: &Wording, size: f32) -> Vec<Block> {
        let page = self.page.width() - CLEAR * self.unit;
        let widths = WIDTHS.iter().map(|width| width * self.unit).filter(|width| *width < page);
        let texts = widths.chain([page]).filter_map(|width| list.in_width(width, size));
        std::iter::once(list.in_lines(size)).chain(texts).collect()
    }
}

impl Wording {
    /// The ties of a kind, named at both their nations or once. The title says what a reader can't see.
    fn of(
        map: &Map,
        kind: &Kind,
        (ties, also): (&[(TieId, &Tie)], &AlsoFriendly),
        named: NamedAt,
    ) -> Self {
        let once = (named == NamedAt::One && ties.len() > 1).then(|| "each pair once".to_owned());
        let remarks: Vec<String> = once.into_iter().chain(also.words(map)).collect();
        let mut title = capital_first(&text::clean(&kind.name));
        if !remarks.is_empty() {
            title = format!("{title} ({})", remarks.join("; "));
        }
        Self { title, entries: tie_entries(map, ties, also, named) }
    }

    /// A line for each nation below the title.
    fn in_lines(&self, size: f32) -> Block {
        let title = vec![(self.title.clone(), Weight::SemiBold)];
        let entries = self.entries.iter().map(|entry| vec![(entry.clone(), Weight::Regular)]);
        Block { lines: std::iter::once(title).chain(entries).collect(), size }
    }

    /// One text that begins with the title, in lines of some width; `None` where these are too many. No name is broken.
    fn in_width(&self, width: f32, size: f32) -> Option<Block> {
        let title = (format!("{}  ", self.title), Weight::SemiBold);
        let beside_title = text::width(&title.0, size, title.1);
        let words = self.entries.join("; ");
        let mut lines = vec![vec![title]];
        let (mut line, mut left) = (String::new(), width - beside_title);
        for piece in words.split_inclusive([',', ';']) {
            let longer = format!("{line}{piece}");
            if text::width(longer.trim(), size, Weight::Regular) <= left {
                line = longer;
                continue;
            }
            lines.last_mut()?.push((line.trim().to_owned(), Weight::Regular));
            lines.push(Vec::new());
            (line, left) = (piece.trim_start().to_owned(), width);
            if text::width(&line, size, Weight::Regular) > left {
                return None;
            }
        }
        lines.last_mut()?.push((line.trim().to_owned(), Weight::Regular));
        (lines.len() <= MOST_LINES).then_some(Block { lines, size })
    }
}

/// The lists of a map that is too crowded for its lines to be followed.
pub(super) fn kind_lists(map: &Map, scene: &Scene) -> Vec<KindList> {
    if !is_read_by_blocs(map.nations().len(), map.ties().len()) {
        return Vec::new();
    }
    let drawn: BTreeSet<TieId> =
        scene.ties.iter().filter(|mark| mark.is_drawn).map(|mark| mark.id).collect();
    let dimmed = &scene.dimmed;
    let is_shown = |id: &TieId| drawn.contains(id) && !dimmed.ties.contains(id);
    let mut kinds: Vec<_> =
        map.kinds().iter().filter(|(_, kind)| kind.sign != Sign::Friendly).collect();
    kinds.sort_by_key(|(_, kind)| kind.sign != Sign::Hostile);
    let list = |(id, kind): (KindId, &Kind)| {
        let of_kind = map.ties().iter().filter(|(tie, own)| own.kind == id && is_shown(tie));
        let ties: Vec<(TieId, &Tie)> = of_kind.collect();
        let few = (1..=MOST_TIES).contains(&ties.len());
        few.then(|| {
            let also = AlsoFriendly::of(map, &ties, |tie| !dimmed.ties.contains(&tie));
            let unsaid = AlsoFriendly::default();
            let ways = [(&also, NamedAt::Both), (&also, NamedAt::One), (&unsaid, NamedAt::One)];
            let wording = |(also, named)| Wording::of(map, kind, (&ties, also), named);
            KindList { wordings: ways.map(wording) }
        })
    };
    kinds.into_iter().filter_map(list).collect()
}

/// A list whose lines are set, each of texts side by side.
struct Block {
    lines: Vec<Vec<(String, Weight)>>,
    size: f32,
}

impl Block {
    fn extent(&self) -> Point {
        let width = |line: &Vec<(String, Weight)>| self.width(line);
        let width = self.lines.iter().map(width).fold(0.0, f32::max);
        Point::new(width, self.lines.len() as f32 * LINE * self.size)
    }

    fn width(&self, texts: &[(String, Weight)]) -> f32 {
        texts.iter().map(|(text, weight)| text::width(text, self.size, *weight)).sum()
    }

    fn text(self, corner: Point, color: Color) -> PageText {
        let mut runs = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            let middle = (index as f32 + 0.5) * LINE;
            let y = corner.y + (middle + text::BASELINE) * self.size;
            for (place, (text, weight)) in line.iter().enumerate() {
                let baseline = Point::new(corner.x + self.width(&line[..place]), y);
                let text = text.trim_end().to_owned();
                runs.push(TextRun { text, baseline, weight: *weight });
            }
        }
        PageText { role: PageRole::Note, runs, right_aligned: false, size: self.size, color }
    }
}
