//! Who joins the two largest blocs of a map, in words beside its heading, where a page has room to spare.

use super::marginalia::Marginalia;
use super::page_text::{PageRole, PageText, TextRun};
use crate::model::{Map, Nation, Point};
use crate::names::fold;
use crate::scene::blocs::{Bloc, BlocTies, largest_two};
use crate::scene::{Weight, text};

/// The title where the names of the blocs have no room.
const TITLE: &str = "Who joins the two largest blocs";
/// The same where another is as large as the smaller one.
const TITLE_OF_EQUALS: &str = "Who joins two of the largest blocs";
const NOBODY: &str = "nobody (no nation is tied to three or more of both)";
/// The type size, at unit 1, as that of the legend.
const SIZE: f32 = 12.0;
/// The distance of lines.
const LINE: f32 = 16.0;
/// The most lines of names, as far as the heading is that high.
const MOST_LINES: usize = 3;
/// The space below it.
const BELOW: f32 = 8.0;
/// The least and the largest width.
const LEAST_WIDTH: f32 = 240.0;
const MOST_WIDTH: f32 = 640.0;
/// The least distance from the heading.
const BESIDE: f32 = 40.0;

/// Who joins the two largest blocs.
pub(super) struct JoinersOfLargest {
    title: &'static str,
    /// What the two are called.
    blocs: [String; 2],
    /// The names of those who join them, closest first, or that nobody does.
    names: Vec<String>,
}

/// Who joins the two largest of some blocs; `None` where there aren't two.
pub(super) fn joiners_of_largest(map: &Map, blocs: &[Bloc]) -> Option<JoinersOfLargest> {
    let members: Vec<Vec<usize>> = blocs.iter().map(|bloc| bloc.members.clone()).collect();
    let ties = BlocTies::of(map);
    let two = largest_two(&ties.sizes(&members))?;
    let all = ties.joiners(&members);
    let largest = all.into_iter().find(|joined| joined.are_largest);
    let nation = |(index, _): &(usize, _)| map.nations().get(map.nations().id_at(*index)?);
    let name = |nation: &Nation| text::clean(&nation.name);
    let names = largest.map_or_else(
        || vec![NOBODY.to_owned()],
        |largest| largest.nations.iter().filter_map(nation).map(name).collect(),
    );
    let title = if two.have_equal { TITLE_OF_EQUALS } else { TITLE };
    Some(JoinersOfLargest { title, blocs: two.blocs.map(|bloc| blocs[bloc].name.clone()), names })
}

impl Marginalia {
    /// Adds the note at the right of a heading that ends above some y, or below it where it leaves no room, and returns
    /// the y where the map may begin.
    pub(super) fn add_joiners(
        &mut self,
        joiners: Option<&JoinersOfLargest>,
        below_heading: f32,
    ) -> f32 {
        let Some(JoinersOfLargest { title, blocs, names }) = joiners else { return below_heading };
        let unit = self.unit;
        let size = SIZE * unit;
        let ends = self.texts.iter().map(|text| text.bounds().max.x);
        let heading_end = ends.fold(self.page.min.x, f32::max);
        let beside = self.page.max.x - heading_end - BESIDE * unit;
        let least = text::width(title, size, Weight::SemiBold);
        let is_beside = beside >= least.max(LEAST_WIDTH * unit) && below_heading > self.page.min.y;
        let width = if is_beside { beside } else { self.page.width() }.min(MOST_WIDTH * unit);
        let beside_heading = (below_heading - self.page.min.y) / unit - SIZE - BELOW;
        let most = if is_beside { (beside_heading / LINE) as usize } else { 1 };
        let lines = lines_that_fit(names, (width, most.clamp(1, MOST_LINES)), size);
        let top = if is_beside { self.page.min.y } else { below_heading };
        let baseline = |line: usize| top + (line as f32 * LINE + SIZE) * unit;
        let x = if is_beside { self.page.max.x } else { self.page.min.x };
        let count = lines.len();
        let run = |(line, (text, weight))| TextRun {
            text,
            baseline: Point::new(x, baseline(line)),
            weight,
        };
        let title = std::iter::once((title_within(title, blocs, (width, size)), Weight::SemiBold));
        let names = lines.into_iter().map(|line| (line, Weight::Regular));
        let runs = title.chain(names).enumerate().map(run).collect();
        let color = self.palette.second_ink;
        self.texts.push(PageText {
            role: PageRole::Note,
            runs,
            right_aligned: is_beside,
            size,
            color,
        });
        below_heading.max(baseline(count) + BELOW * unit)
    }
}

/// The title with the names of the blocs, as in a matrix, as far as these have room.
fn title_within(title: &str, blocs: &[String; 2], (width, size): (f32, f32)) -> String {
    let whole = format!("Who joins {}", blocs.join(" with "));
    let has_room = text::width(&whole, size, Weight::SemiBold) <= width;
    if has_room { whole } else { title.to_owned() }
}

/// As many of some names as fit, the first of them, in the order of the alphabet, and how many others there are.
fn lines_that_fit(names: &[String], (width, lines): (f32, usize), size: f32) -> Vec<String> {
    let block = text::Block { width, lines };
    let wrapped = |count: usize| {
        let mut named = names[..count].to_vec();
        named.sort_by_cached_key(|name| fold(name));
        let mut words = named.join(", ");
        if count < names.len() {
            words.push_str(&format!(" and {} more", names.len() - count));
        }
        text::wrap(&words, size, Weight::Regular, &[block])
    };
    let is_whole = |lines: &Vec<String>| lines.last().is_some_and(|last| !last.ends_with('…'));
    (1..=names.len()).rev().map(wrapped).find(is_whole).unwrap_or_else(|| wrapped(1))
}
