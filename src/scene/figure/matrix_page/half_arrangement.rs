//! A page with half a table: heading, legend and list at the upper left, above the staircase.

use super::brackets::brackets_width;
use super::edge_names::{EdgeText, EdgeWidths};
use super::half_table::{HalfNames, HalfRoom, HalfTable};
use super::notes::least_notes_height;
use super::page_parts::{Arrangement, COLUMN, Frame, GAP, Wanted, footer, footer_in};
use super::reading::Reading;
use super::table::Table;
use super::table_size::{LARGEST_TYPE, NameWidths, READABLE};
use super::text_flow::TextFlow;
use crate::model::{Point, Rect};
use crate::scene::PlacedLegend;
use crate::scene::figure::marginalia::Marginalia;

/// How much wider the column is than beside a whole table.
const WIDER: f32 = 1.25;
/// The most of the height of a page that is kept for the list.
const MOST_NOTES: f32 = 0.25;
/// The widths that the foot of the page may have at the lower left, as multiples of a column.
const FOOT_WIDTHS: [f32; 4] = [1.25, 1.0, 0.75, 0.6];

/// How large a table with something at its edges has to be, as a share of one with nothing there: as large, or a little
/// smaller than an eye sees.
const LEAST_SHARES: [f32; 2] = [0.998, 0.99];
/// The same for codes at the staircase: what is rounded.
const AS_LARGE: f32 = 0.9999;

/// How the names of half a table are set.
#[derive(Clone, Copy, Debug)]
pub(super) struct HalfStyle {
    /// Whether they stand upright above the staircase instead of left of it.
    pub(super) is_upright: bool,
    /// The type size to which they are brought by as few tiers as can be.
    pub(super) readable: f32,
}

/// Arranges a page with half a table; `None` where it has no room.
pub(super) fn half(wanted: &Wanted<'_>, frame: &Frame, style: HalfStyle) -> Option<Arrangement> {
    let names = NameWidths::of_half(wanted.map, wanted.matrix);
    let at_edges = EdgeWidths::of(wanted.map, wanted.matrix);
    let (foot, right) = (EdgeText::Nothing, EdgeText::Nothing);
    let most_code_size = LARGEST_TYPE * frame.unit;
    let (names, at_edges, is_upright) = (&names, &at_edges, style.is_upright);
    let names =
        HalfNames { names, is_upright, at_edges, most_code_size, foot, right, has_stairs: false };
    // The list may find room beside the legend, so that none need be kept below it.
    let [beside, below] = [false, true].map(|is_below| {
        let plan = HalfPlan::of((wanted, style.readable), frame, is_below);
        let has_room = |page: &HalfPage| is_below || plan.has_room_for_notes(page);
        let page = plan.best(names).filter(has_room)?;
        let page = plan.with_stairs(names, &page).filter(has_room).unwrap_or(page);
        Some(plan.arranged(page))
    });
    let is_larger = |page: &Arrangement| {
        below.as_ref().is_none_or(|below| page.table.type_size() >= below.table.type_size())
    };
    beside.filter(is_larger).or(below)
}

/// What a page with half a table is planned with.
struct HalfPlan<'a> {
    wanted: &'a Wanted<'a>,
    /// The type size to which names are brought by as few tiers as can be.
    readable: f32,
    frame: &'a Frame,
    heading: Marginalia,
    /// The y of the legend, and its extent.
    legend: (f32, Point),
    /// What heading and legend take at the upper left, with the room that is kept for the list.
    taken: Rect,
}

/// A table on its page.
struct HalfPage {
    table: HalfTable,
    /// The foot of the page.
    marginalia: Marginalia,
    foot: Foot,
}

/// Where the foot of a page leaves room for the table.
#[derive(Clone, Copy)]
struct Foot {
    /// The y above which the table ends.
    bottom: f32,
    /// What is taken at the lower left; nothing where the foot goes from side to side.
    taken: Rect,
}

impl<'a> HalfPlan<'a> {
    /// A plan that keeps room for the least of the list below the legend, or none.
    fn of(
        (wanted, readable): (&'a Wanted<'a>, f32),
        frame: &'a Frame,
        is_list_below: bool,
    ) -> Self {
        let Frame { area, unit, .. } = *frame;
        let extent = PlacedLegend::place(wanted.legend, Point::default(), unit).extent;
        let wide = (COLUMN * WIDER * unit).max(extent.x).min(area.width() * 0.6);
        let column = Rect::new(area.min, Point::new(area.min.x + wide, area.max.y));
        let mut heading = Marginalia::new(column, unit, wanted.matrix.palette);
        let top = heading.add_heading(&wanted.content.heading) + GAP * 0.5 * unit;
        let list = if is_list_below {
            let most = MOST_NOTES * area.height();
            GAP * unit + least_notes_height(wanted, COLUMN * unit, unit, Reading::HALF).min(most)
        } else {
            0.0
        };
        let taken = Rect::new(area.min, Point::new(area.min.x + wide, top + extent.y + list));
        Self { wanted, readable, frame, heading, legend: (top, extent), taken }
    }

    /// Whether the columns beside and below the legend hold the least of the list.
    fn has_room_for_notes(&self, page: &HalfPage) -> bool {
        let unit = self.frame.unit;
        let least = least_notes_height(self.wanted, COLUMN * unit, unit, Reading::HALF);
        let heights = self.note_columns(page).into_iter().map(|column| column.height());
        // A title stays with what is below it, so that not all of a column is used.
        let usable = |height: f32| (height - TextFlow::least_height(unit) * 0.5).max(0.0);
        heights.map(usable).sum::<f32>() >= least
    }

    fn arranged(&self, page: HalfPage) -> Arrangement {
        let notes = self.note_columns(&page);
        let mut marginalia = page.marginalia;
        marginalia.texts.splice(0..0, self.heading.texts.iter().cloned());
        Arrangement {
            size: self.frame.size,
            unit: self.frame.unit,
            corner: page.table.corner(self.room(&page.foot).area),
            table: Table::Half(page.table),
            legend: Point::new(self.frame.area.min.x, self.legend.0),
            notes,
            marginalia,
        }
    }

    /// The table with the most at its edges that is no smaller than one with nothing there. The foot of the page moves
    /// to the lower left, below the staircase, where that makes the room.
    fn best(&self, names: HalfNames<'_>) -> Option<HalfPage> {
        let across = self.foot_across();
        let plain = self.table(names, &across.1)?;
        let feet = self.feet();
        for (names, least) in edge_choices(names) {
            for (marginalia, foot) in std::iter::once(&across).chain(&feet) {
                let table = self.table(names, foot).filter(HalfTable::has_readable_edges);
                if let Some(table) = table.filter(|table| table.share_of(&plain) >= least) {
                    return Some(HalfPage { table, marginalia: marginalia.clone(), foot: *foot });
                }
            }
        }
        Some(HalfPage { table: plain, marginalia: across.0, foot: across.1 })
    }

    /// The same with codes at the staircase, where names stand far from it and the table is as large with them.
    fn with_stairs(&self, names: HalfNames<'_>, page: &HalfPage) -> Option<HalfPage> {
        let own = &page.table;
        if !own.has_far_names() || !names.at_edges.has(EdgeText::Codes) {
            return None;
        }
        let (foot, right) = (own.foot.text, own.right.text);
        let feet = std::iter::once((page.marginalia.clone(), page.foot)).chain(self.feet());
        let sizes = [own.code_size().unwrap_or(READABLE), READABLE];
        let most =
            |most_code_size| HalfNames { foot, right, has_stairs: true, most_code_size, ..names };
        let pages = feet.flat_map(|(marginalia, foot)| {
            sizes.map(|size| {
                let table = self.table(most(size), &foot)?;
                Some(HalfPage { table, marginalia: marginalia.clone(), foot })
            })
        });
        let is_as_large = |page: &HalfPage| {
            page.table.has_readable_edges() && page.table.share_of(own) >= AS_LARGE
        };
        pages.flatten().find(is_as_large)
    }

    fn table(&self, names: HalfNames<'_>, foot: &Foot) -> Option<HalfTable> {
        HalfTable::that_fits(names, &self.room(foot), self.readable)
    }

    /// The foot of the page from side to side.
    fn foot_across(&self) -> (Marginalia, Foot) {
        let area = self.frame.area;
        let (marginalia, bottom) = footer(self.wanted, self.frame, area);
        (marginalia, Foot { bottom, taken: Rect::new(area.min, area.min) })
    }

    /// The narrower feet of the page that list as many sources.
    fn feet(&self) -> Vec<(Marginalia, Foot)> {
        let unlisted = self.foot_across().0.unlisted_sources;
        FOOT_WIDTHS
            .iter()
            .filter_map(|width| self.foot_at_left(width * COLUMN * self.frame.unit))
            .filter(|(marginalia, _)| marginalia.unlisted_sources <= unlisted)
            .collect()
    }

    /// The foot of the page in a column at the lower left, so that the table goes on beside it; `None` where there is
    /// nothing at the foot.
    fn foot_at_left(&self, width: f32) -> Option<(Marginalia, Foot)> {
        let Frame { area, unit, .. } = *self.frame;
        let column = Rect::new(area.min, Point::new(area.min.x + width, area.max.y));
        let (marginalia, top) = footer_in(self.wanted, self.frame, column);
        let corner = Point::new(area.min.x, top);
        let taken = Rect::new(corner, column.max).expanded(GAP * 0.5 * unit);
        marginalia.rule.map(|_| (marginalia, Foot { bottom: area.max.y, taken }))
    }

    fn room(&self, foot: &Foot) -> HalfRoom {
        let Frame { area, unit, most, .. } = *self.frame;
        let right = area.max.x - brackets_width(self.wanted.matrix, unit);
        HalfRoom {
            area: Rect::new(area.min, Point::new(right, foot.bottom)),
            taken: [self.taken.expanded(GAP * unit), foot.taken],
            most: (most, LARGEST_TYPE * unit),
        }
    }

    /// The columns for the list: the first below the legend, others beside it, each until it meets the names.
    fn note_columns(&self, page: &HalfPage) -> Vec<Rect> {
        let Frame { area, unit, .. } = *self.frame;
        let (gap, wide) = (GAP * unit, COLUMN * unit);
        let (legend_top, legend) = self.legend;
        let HalfPage { table, foot, .. } = page;
        let corner = table.corner(self.room(foot).area);
        let count = self.wanted.matrix.len();
        let names: Vec<Rect> = (0..count).map(|place| table.name_rect(place, corner)).collect();
        let lowest = if foot.taken.height() > 0.0 { foot.taken.min.y } else { foot.bottom };
        let column = |left: f32, top: f32| {
            let right = left + wide;
            let below = |rect: &Rect| {
                let meets = rect.min.x < right + gap && rect.max.x > left - gap;
                meets.then_some(rect.min.y - gap)
            };
            let bottom = names.iter().filter_map(below).fold(lowest, f32::min);
            Rect::new(Point::new(left, top), Point::new(right, bottom.max(top)))
        };
        let first = column(area.min.x, legend_top + legend.y + gap);
        let beside = area.min.x + wide.max(legend.x) + gap;
        let others = (0..).map(|index| column(beside + index as f32 * (wide + gap), legend_top));
        let has_room =
            |rect: &Rect| rect.height() >= TextFlow::least_height(unit) && rect.max.x < area.max.x;
        let others = others.take_while(has_room);
        std::iter::once(first).chain(others).collect()
    }
}

/// What may stand at the edges of a table, the most helpful first, each with the least share of the size of a table
/// without it: the foot is farther from the names than the right side. Codes are as large as names where there is room
/// for it, or else as large as can be read.
fn edge_choices(names: HalfNames<'_>) -> impl Iterator<Item = (HalfNames<'_>, f32)> {
    use EdgeText::{Codes, Names, Nothing};
    let sizes = [names.most_code_size, READABLE];
    let choices =
        [(Names, Codes), (Names, Nothing), (Codes, Codes), (Codes, Nothing), (Nothing, Codes)];
    let is_known = move |(foot, right): &(EdgeText, EdgeText)| {
        names.at_edges.has(*foot) && names.at_edges.has(*right)
    };
    choices.into_iter().filter(is_known).flat_map(move |(foot, right)| {
        LEAST_SHARES.into_iter().flat_map(move |least| {
            let of_size = move |most_code_size| HalfNames { foot, right, most_code_size, ..names };
            sizes.map(|size| (of_size(size), least))
        })
    })
}
