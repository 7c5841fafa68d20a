//! The ties on a crowded map that set nations apart, in words: lists of who is a rival of whom, where the page has
//! room.
//!
//! Among thousands of lines one can be seen but not followed to its end. Many ties are told side by side, as far as that
//! makes them few words.

use super::also_friendly::AlsoFriendly;
use super::free_room::FreeRoom;
use super::left_out::Unlisted;
use super::marginalia::Marginalia;
use super::page_text::{PageRole, PageText, TextRun};
use super::side_entries::{NamedBloc, SideEntries};
use super::tie_entries::{NamedAt, tie_entries};
use crate::communities::is_read_by_blocs;
use crate::model::{Color, Direction, Kind, Map, Point, Rect, Sign, Tie, TieId};
use crate::scene::legend::wording::capital_first;
use crate::scene::{Scene, Weight, text};

/// The most ties of a kind that are listed nation by nation; longer lists aren't read.
const MOST_TIES: usize = 60;
/// The most nations in a list of sides. Those of a bloc are told by its name.
const MOST_NAMES: usize = 300;
/// The type sizes that are tried in turn, at unit 1: down to that of sources for what can't be read from lines at all.
const SIZES: [f32; 3] = [12.0, 11.0, 10.5];
const SIZES_OF_SIDES: [f32; 4] = [12.0, 11.0, 10.5, 9.5];
/// The distance of lines, in type sizes.
const LINE: f32 = 1.33;
/// The widths in which a list is set as one text, where there is no room for a line for each nation.
const WIDTHS: [f32; 6] = [240.0, 320.0, 420.0, 560.0, 740.0, 960.0];
/// The most lines of such a text.
const MOST_LINES: usize = 12;
/// The distance from all else.
const CLEAR: f32 = 12.0;
/// By how much lower a map begins in turn until lists have room above it, at unit 1, and how often.
const STEP: f32 = 4.0;
const MOST_STEPS: u16 = 200;

/// The lists of a page.
pub(super) struct KindLists {
    all: Vec<KindList>,
    /// The hostile kinds whose ties are too many for a list.
    too_many: Vec<Unlisted>,
}

/// The ties of a kind in words, in ways that take ever less room.
struct KindList {
    /// What a page says if it has no room for it; nothing of kinds that aren't hostile.
    unlisted: Option<Unlisted>,
    /// Those that say most first, the shortest last; at least one. Every tie at both its nations, as one looks it up; then
    /// each once, which the title says; at last without a word on who is friendly as well. Or the sides of many ties.
    wordings: Vec<Wording>,
    /// The type sizes in which it may be set, the largest first, at unit 1.
    sizes: &'static [f32],
}

struct Wording {
    title: String,
    /// What each nation is tied to: `Egypt – Israel, Sudan`. Or each of a side.
    entries: Vec<String>,
    /// How many of the first entries begin a line each in a list that is one text.
    in_own_lines: usize,
}

impl KindList {
    /// The list of ties of a kind; `None` where they are too many for any.
    fn of(
        map: &Map,
        kind: &Kind,
        (ties, also): (&[(TieId, &Tie)], &AlsoFriendly),
        blocs: &[NamedBloc<'_>],
    ) -> Option<Self> {
        let title = |said: Option<&str>, also: &AlsoFriendly| {
            titled(&kind.name, said.map(str::to_owned).into_iter().chain(also.words(map)))
        };
        let wording = |also: &AlsoFriendly, named| {
            let once = (named == NamedAt::One && ties.len() > 1).then_some("each pair once");
            let entries = tie_entries(map, ties, also, named);
            Wording { title: title(once, also), entries, in_own_lines: 0 }
        };
        let sides = |sides: SideEntries| {
            let all = ties.iter().all(|(_, tie)| tie.direction == Direction::Mutual);
            let sign = if all { "a dash" } else { "a sign" };
            let each = format!("every nation left of {sign} with every one right of it");
            let title = title(Some(&each), also);
            Wording { title, entries: sides.entries, in_own_lines: sides.large }
        };
        let (wordings, sizes): (_, &[f32]) = match ties.len() {
            0 => return None,
            1..=MOST_TIES => {
                let unsaid = AlsoFriendly::default();
                let ways = [(also, NamedAt::Both), (also, NamedAt::One), (&unsaid, NamedAt::One)];
                (ways.map(|(also, named)| wording(also, named)).into(), &SIZES)
            }
            _ => {
                let entries = SideEntries::of(map, ties, also, blocs, MOST_NAMES)?;
                (vec![sides(entries)], &SIZES_OF_SIDES)
            }
        };
        Some(Self { unlisted: None, wordings, sizes })
    }

    /// The way that takes the least room, for which a page makes some, in each size.
    fn shortest(&self) -> Vec<(&Wording, f32)> {
        let least = self.wordings.last();
        self.sizes.iter().filter_map(|size| Some((least?, *size))).collect()
    }

    /// The shortest way in its smallest type, or one that is so much longer.
    fn in_smallest_type(&self, longer: usize) -> Option<(&Wording, f32)> {
        let words = self.wordings.iter().rev().nth(longer).or(self.wordings.last())?;
        Some((words, *self.sizes.last()?))
    }

    /// All ways, those that say most first, for a list that has room in one of its sizes in its fewest words. Smaller type
    /// costs a reader less than not to know who is friendly as well.
    fn fullest(&self, has_room: Option<f32>) -> Vec<(&Wording, f32)> {
        let Some((least, longer)) = self.wordings.split_last() else { return Vec::new() };
        let largest = has_room.unwrap_or(SIZES[0]);
        let of_largest = longer.iter().map(|words| (words, largest));
        let smaller = self.sizes.iter().filter(|size| **size < largest);
        let of_smaller = smaller.filter_map(|size| Some((longer.last()?, *size)));
        of_largest.chain(of_smaller).chain([(least, largest)]).collect()
    }
}

/// The name of a kind as a title, with remarks.
fn titled(name: &str, remarks: impl Iterator<Item = String>) -> String {
    let title = capital_first(&text::clean(name));
    match remarks.collect::<Vec<_>>().join("; ") {
        remarks if remarks.is_empty() => title,
        remarks => format!("{title} ({remarks})"),
    }
}

impl Marginalia {
    /// Adds lists where the map, the legend and all other words leave room above some y, in corners first. Whether all
    /// have found room. Each says as much as there is room for.
    pub(super) fn add_few_ties(
        &mut self,
        lists: &KindLists,
        scene: &Scene,
        (legend, bottom): (Rect, f32),
    ) -> bool {
        let KindLists { all: lists, too_many } = lists;
        let area = Rect::new(self.page.min, Point::new(self.page.max.x, bottom));
        let room = (Some(scene), area, Some(legend.expanded(CLEAR * self.unit)));
        let mut placed = self.placed_lists(lists.iter().map(KindList::shortest), room);
        let longer = lists.iter().zip(&placed).map(|(list, placed)| {
            list.fullest(placed.as_ref().map(|placed| placed.size / self.unit))
        });
        let longer = self.placed_lists(longer, room);
        if placed.iter().flatten().count() <= longer.iter().flatten().count() {
            placed = longer;
        }
        let have_room = placed.iter().all(Option::is_some);
        let without = lists.iter().zip(&placed).filter(|(_, placed)| placed.is_none());
        let without = without.filter_map(|(list, _)| list.unlisted.clone());
        self.unlisted_ties = too_many.iter().cloned().chain(without).collect();
        self.texts.extend(placed.into_iter().flatten());
        have_room
    }

    /// Lists, each in the first of its ways that has room in an area; `taken` is a part of it that they leave free.
    fn placed_lists<'a>(
        &self,
        lists: impl Iterator<Item = Vec<(&'a Wording, f32)>>,
        (scene, area, taken): (Option<&Scene>, Rect, Option<Rect>),
    ) -> Vec<Option<PageText>> {
        let mut taken: Vec<Rect> = self.texts.iter().map(PageText::bounds).chain(taken).collect();
        let place = |ways: Vec<(&Wording, f32)>| {
            let room = FreeRoom::of(scene, &taken, area, self.unit);
            let mut blocks =
                ways.into_iter().flat_map(|(words, size)| self.blocks(words, size * self.unit));
            let (block, place) = blocks.find_map(|block| {
                let place = room.nearest_to_corner(block.extent(), CLEAR * self.unit)?;
                Some((block, place))
            })?;
            taken.push(place);
            Some(block.text(place.min, self.palette.second_ink))
        };
        lists.map(place).collect()
    }

    /// Heights from some y on at which a map may begin below lists and all other words, ascending: where these have just
    /// room in their smallest type, without and with a word on who is friendly as well, and below a strip across the page that
    /// holds one list below the other.
    pub(super) fn tops_below_few_ties(&self, lists: &KindLists, top: f32) -> Vec<f32> {
        let lists = &lists.all;
        let (clear, size) = (CLEAR * self.unit, SIZES[0] * self.unit);
        let strip = |list: &KindList| self.blocks(list.wordings.last()?, size).pop();
        let strips = lists.iter().filter_map(strip).map(|block| block.extent().y + clear);
        let below_strips = top + strips.sum::<f32>();
        let just_below = |longer: usize| {
            let steps = (0..MOST_STEPS).map(|step| top + f32::from(step) * STEP * self.unit);
            let mut tops = steps.take_while(|top| *top < below_strips);
            let ways = |list| KindList::in_smallest_type(list, longer).into_iter().collect();
            tops.find(|top| {
                let area = Rect::new(self.page.min, Point::new(self.page.max.x, top - clear));
                let placed = self.placed_lists(lists.iter().map(ways), (None, area, None));
                placed.iter().all(Option::is_some)
            })
        };
        let mut tops: Vec<f32> = (0..2).filter_map(just_below).chain([below_strips]).collect();
        tops.dedup();
        tops
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
    /// A line for each nation below the title.
    fn in_lines(&self, size: f32) -> Block {
        let title = vec![(self.title.clone(), Weight::SemiBold)];
        let entries = self.entries.iter().map(|entry| vec![(entry.clone(), Weight::Regular)]);
        Block { lines: std::iter::once(title).chain(entries).collect(), size }
    }

    /// The entries in pieces that lines don't break, and whether each begins a line whatever room there is; the first stands
    /// behind the title.
    fn pieces(&self) -> impl Iterator<Item = (bool, String)> {
        let last = self.entries.len().saturating_sub(1);
        self.entries.iter().enumerate().flat_map(move |(index, entry)| {
            let ends_line = index == last || index + 1 < self.in_own_lines;
            let entry = format!("{entry}{}", if ends_line { "" } else { "; " });
            let pieces: Vec<String> =
                entry.split_inclusive([',', ';']).map(str::to_owned).collect();
            let begins_line = (1..self.in_own_lines).contains(&index);
            pieces
                .into_iter()
                .enumerate()
                .map(move |(place, piece)| (begins_line && place == 0, piece))
        })
    }

    /// One text that begins with the title, in lines of some width; `None` where these are too many. No name is broken.
    fn in_width(&self, width: f32, size: f32) -> Option<Block> {
        let title = (format!("{}  ", self.title), Weight::SemiBold);
        let beside_title = text::width(&title.0, size, title.1);
        let mut lines = vec![vec![title]];
        let (mut line, mut left) = (String::new(), width - beside_title);
        for (begins, piece) in self.pieces() {
            let longer = format!("{line}{piece}");
            if !begins && text::width(longer.trim(), size, Weight::Regular) <= left {
                line = longer;
                continue;
            }
            // Beside the title there may have been no room for any.
            if !line.is_empty() {
                lines.last_mut()?.push((line.trim().to_owned(), Weight::Regular));
            }
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
pub(super) fn kind_lists(map: &Map, scene: &Scene) -> KindLists {
    let mut lists = KindLists { all: Vec::new(), too_many: Vec::new() };
    if !is_read_by_blocs(map.nations().len(), map.ties().len()) {
        return lists;
    }
    let dimmed = &scene.dimmed;
    let is_shown =
        |index: usize, id: TieId| scene.weights.is_told(index) && !dimmed.ties.contains(&id);
    let mut kinds: Vec<_> =
        map.kinds().iter().filter(|(_, kind)| kind.sign != Sign::Friendly).collect();
    kinds.sort_by_key(|(_, kind)| kind.sign != Sign::Hostile);
    let named = scene.hulls.iter().filter(|hull| hull.is_bloc && !hull.names.is_empty());
    let blocs: Vec<NamedBloc<'_>> =
        named.map(|hull| (hull.name.as_str(), hull.members.as_slice())).collect();
    for (id, kind) in kinds {
        let of_kind = map.ties().iter().enumerate().filter(|(_, (_, tie))| tie.kind == id);
        let shown = of_kind.filter(|(index, (tie, _))| is_shown(*index, *tie));
        let ties: Vec<(TieId, &Tie)> = shown.map(|(_, tie)| tie).collect();
        let also = AlsoFriendly::of(map, &ties, |tie| !dimmed.ties.contains(&tie));
        let unlisted = (kind.sign == Sign::Hostile && !ties.is_empty())
            .then(|| Unlisted { kind: text::clean(&kind.name), ties: ties.len() });
        match KindList::of(map, kind, (&ties, &also), &blocs) {
            Some(list) => lists.all.push(KindList { unlisted, ..list }),
            None => lists.too_many.extend(unlisted),
        }
    }
    lists
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
