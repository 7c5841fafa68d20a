//! How a map is laid out: a person's choice, and what it means for a given map.

use std::collections::HashMap;

use super::alphabetical_grid::solve_alphabetical;
use super::hulls_in_layouts::hulls;
use crate::layout::{self, Flow, Frame, LayoutError, Method, Options, Preset, Problem, View};
use crate::model::{Direction, Map, Nation};
use crate::scene;

/// The kind of layout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LayoutKind {
    /// By forces: tied nations lie near one another.
    #[default]
    Force,
    /// In a circle, with the nations of a group side by side.
    Circular,
    /// In rings, with the nations that have many ties inside.
    Concentric,
    /// In layers, with directed ties pointing down.
    Layered,
    /// In rows and columns, by name.
    Grid,
    /// In blocs: friends together, rivals apart.
    Blocs,
}

impl LayoutKind {
    /// Every kind of layout.
    pub const ALL: [Self; 6] =
        [Self::Force, Self::Circular, Self::Concentric, Self::Layered, Self::Grid, Self::Blocs];
}

/// How a map is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayoutSettings {
    /// The kind of layout.
    pub kind: LayoutKind,
    /// What the force-directed layout aims for.
    pub preset: Preset,
    /// How strongly the force-directed layout keeps rivals apart, from 0 (not at all) to 1 (above all
    /// else).
    pub apart: f32,
    /// Whether overlaps of discs and names are removed.
    pub readability: bool,
}

impl Default for LayoutSettings {
    fn default() -> Self {
        Self {
            kind: LayoutKind::default(),
            preset: Preset::default(),
            apart: layout::APART,
            readability: true,
        }
    }
}

impl LayoutSettings {
    /// The positions of a map's nations, in the order of the map.
    ///
    /// # Errors
    /// As for [`layout::solve`].
    pub(super) fn solve(
        self,
        map: &Map,
        problem: &Problem,
        seed: u64,
        observer: &mut dyn FnMut(Frame<'_>) -> Flow,
    ) -> Result<Vec<[f32; 2]>, LayoutError> {
        let options = Options {
            view: view_of(map),
            hulls: hulls(map),
            ..self.options(self.method(map), seed)
        };
        if self.kind == LayoutKind::Grid {
            return solve_alphabetical(map, problem, &options, observer);
        }
        Ok(layout::solve(problem, &options, observer)?.positions)
    }

    /// The options for an edge list with this many ties. Its nodes have neither names nor tags: they
    /// are one group, in the order of their numbers, and each tie leads from its first end to its
    /// second.
    pub fn options_for_edge_list(self, ties: usize, seed: u64) -> Options {
        let method = match self.kind {
            LayoutKind::Force => Method::Force,
            LayoutKind::Circular => Method::Circular { groups: Vec::new() },
            LayoutKind::Concentric => Method::Concentric { importance: Vec::new() },
            LayoutKind::Layered => Method::Layered { directed: vec![true; ties] },
            LayoutKind::Grid => Method::Grid,
            LayoutKind::Blocs => Method::Blocs,
        };
        self.options(method, seed)
    }

    fn options(self, method: Method, seed: u64) -> Options {
        Options {
            seed,
            method,
            preset: self.preset,
            apart: self.apart.clamp(0.0, 1.0),
            readability: self.readability,
            ..Options::default()
        }
    }

    /// The layout method, with what it must know of the nations.
    fn method(self, map: &Map) -> Method {
        match self.kind {
            LayoutKind::Force => Method::Force,
            LayoutKind::Circular => Method::Circular { groups: groups(map) },
            // With none given, the layout counts ties.
            LayoutKind::Concentric => Method::Concentric { importance: Vec::new() },
            // The ties in the order of `layout_problem`. Memberships come after them and aren't directed.
            LayoutKind::Layered => Method::Layered {
                directed: map
                    .ties()
                    .iter()
                    .filter(|(_, tie)| !tie.is_loop())
                    .map(|(_, tie)| tie.direction == Direction::Directed)
                    .collect(),
            },
            LayoutKind::Grid => Method::Grid,
            LayoutKind::Blocs => Method::Blocs,
        }
    }
}

/// Where a map is seen as a whole: a window of usual size with its legend in the corner, unless that was put elsewhere.
fn view_of(map: &Map) -> View {
    /// What is kept free beside a legend, and for rows that only some drawings need.
    const AROUND: f32 = 36.0;
    let extent = scene::legend_extent(map);
    let is_in_corner = map.look().legend.is_none() && extent.y > 0.0;
    let corner = if is_in_corner { [extent.x + AROUND, extent.y + AROUND] } else { [0.0; 2] };
    View { corner, ..View::USUAL }
}

/// The group of each nation: by its first tag, or by its type if it has none. Groups are numbered in the
/// order in which they first occur.
fn groups(map: &Map) -> Vec<u32> {
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let number = |(_, nation)| {
        let next = numbers.len() as u32;
        *numbers.entry(group_name(nation)).or_insert(next)
    };
    map.nations().iter().map(number).collect()
}

fn group_name(nation: &Nation) -> &str {
    nation.tags.first().map_or(nation.nation_type.name(), String::as_str)
}

#[cfg(test)]
mod tests {
    use super::super::{LayoutRequest, lay_out};
    use super::*;
    use crate::edit::{add_nation, add_tie, apply};
    use crate::model::{End, NationId, Point};

    /// Nations with these names and tags, in this order.
    fn map(nations: &[(&str, &str)]) -> Map {
        let mut map = Map::empty();
        for (name, tag) in nations {
            let nation = Nation {
                name: (*name).to_owned(),
                tags: [*tag].into_iter().filter(|t| !t.is_empty()).map(str::to_owned).collect(),
                ..Nation::default()
            };
            let (_, command) = add_nation(&map, nation);
            apply(&mut map, command).expect("it fits");
        }
        map
    }

    fn laid_out(map: &Map, kind: LayoutKind) -> Vec<Point> {
        let settings = LayoutSettings { kind, ..LayoutSettings::default() };
        let request = &LayoutRequest::All(settings);
        let places = lay_out(map, request, 1, &mut |_| Flow::Continue).expect("a layout");
        places.into_iter().map(|(_, at)| at).collect()
    }

    #[test]
    fn groups_are_first_tags_or_what_a_nation_is() {
        let map = map(&[("A", "x"), ("B", ""), ("C", "y"), ("D", "x"), ("E", "state")]);
        assert_eq!(groups(&map), [0, 1, 2, 0, 1]);
    }

    #[test]
    fn a_legend_covers_the_corner_and_without_one_nothing_does() {
        assert_eq!(view_of(&Map::empty()).corner, [0.0; 2]);
        let mut map = map(&[("A", ""), ("B", "")]);
        let ids: Vec<NationId> = map.nations().ids().collect();
        let kind = map.kinds().ids().next().expect("a new map has kinds");
        let (_, command) = add_tie(&map, ids[0], End::Nation(ids[1]), kind);
        apply(&mut map, command).expect("it fits");
        assert!(view_of(&map).corner.iter().all(|side| (20.0..300.0).contains(side)));
    }

    #[test]
    fn a_grid_is_read_by_name() {
        let at = laid_out(&map(&[("Chad", ""), ("Angola", ""), ("benin", "")]), LayoutKind::Grid);
        let before = |a: Point, b: Point| a.y < b.y || (a.y == b.y && a.x < b.x);
        assert!(before(at[1], at[2]) && before(at[2], at[0]));
    }

    #[test]
    fn a_directed_tie_leads_down_and_a_mutual_one_need_not() {
        let mut map = map(&[("A", ""), ("B", ""), ("C", "")]);
        let kind = |directed: bool| {
            let found = map.kinds().iter().find(|(_, kind)| kind.directed == directed);
            found.expect("a new map has both").0
        };
        let (leading, mutual) = (kind(true), kind(false));
        let ids: Vec<NationId> = map.nations().ids().collect();
        for (from, to, kind) in [(2, 1, leading), (1, 0, leading), (0, 2, mutual)] {
            let (_, command) = add_tie(&map, ids[from], End::Nation(ids[to]), kind);
            apply(&mut map, command).expect("it fits");
        }
        let at = laid_out(&map, LayoutKind::Layered);
        assert!(at[2].y < at[1].y && at[1].y < at[0].y);
    }

    #[test]
    fn every_kind_lays_out_every_nation() {
        let map = map(&[("A", "x"), ("B", ""), ("C", "y"), ("D", "x")]);
        for kind in LayoutKind::ALL {
            assert_eq!(laid_out(&map, kind).len(), 4, "{kind:?}");
            assert!(laid_out(&Map::empty(), kind).is_empty());
        }
    }
}
