//! From a map to its scene: nations first, then the ties between them, then the labels that fit.

use std::sync::Arc;

use super::bounds::bounds;
use super::labels::{self, LabelObstacles, PlacedLabels, Placement};
use super::legend::legend_rows;
use super::routing::{self, Previous};
use super::ties::{TieEnds, membership_marks, tie_marks};
use super::{
    HullMark, Label, LabelOwner, LeftOut, MembershipMark, NationMark, Options, Palette, Positions,
    Scene, TieMark, heading, hulls, nations,
};
use crate::model::{Map, Rect};

/// Draws a map at full quality: every tie gets the bend and every label the position that disturbs
/// least.
///
/// Above 1,200 ties only ties between the same nations are bent, and the others run straight. No label
/// overlaps another or a nation's mark: labels without a free position are left out and counted.
pub fn build(map: &Map, positions: &Positions, options: &Options) -> Scene {
    draw(map, positions, options, Previous::None)
}

/// Draws a map at full quality again after an edit. As [`build`], but a tie keeps its bend of `previous`
/// unless another is clearly better, so that an edit in one place moves nothing in another.
pub fn rebuild(map: &Map, positions: &Positions, options: &Options, previous: &Scene) -> Scene {
    draw(map, positions, options, Previous::Prefer(previous))
}

/// Places the labels of a scene again, in type of another size, and leaves all else as it is. For a
/// canvas whose zoom has changed.
pub fn relabel(map: &Map, options: &Options, scene: &mut Scene) {
    // Hulls hold names: they are drawn again around the smaller or larger ones.
    scene.hulls = hulls::hull_marks(map, &mut scene.nations, options);
    let ends = TieEnds { nations: &scene.nations, hulls: &scene.hulls };
    let ties = std::mem::take(&mut scene.ties);
    let drawn = with_labels(map, ends, ties, &scene.memberships, options, &Placement::Search);
    let Scene { hulls, nations, .. } = scene;
    let drawn = with_hull_names(map, hulls, nations, drawn, options, &Placement::Search);
    Drawn { ties: scene.ties, labels: scene.labels, left_out: scene.left_out } = drawn;
    scene.bounds = bounds(scene);
}

pub(super) fn draw(
    map: &Map,
    positions: &Positions,
    options: &Options,
    previous: Previous<'_>,
) -> Scene {
    let palette = Palette::of(options.theme);
    let mut nations = nations::nation_marks(map, positions, options);
    let mut hulls = hulls::hull_marks(map, &mut nations, options);
    let memberships = membership_marks(map, &nations, options);
    let ends = TieEnds { nations: &nations, hulls: &hulls };
    let drawn = match previous {
        Previous::Keep(scene) => as_before(map, ends, options, scene),
        _ if map.ties().len() > routing::MAX_BENT_TIES => {
            let ties = routed(map, ends, &[], options, previous);
            with_labels(map, ends, ties, &memberships, options, &Placement::Search)
        }
        _ => ties_and_labels(map, ends, &memberships, options, previous),
    };
    let placement = match previous {
        Previous::Keep(scene) => Placement::of(scene),
        _ => Placement::Search,
    };
    let drawn = with_hull_names(map, &mut hulls, &nations, drawn, options, &placement);
    let Drawn { ties, labels, left_out } = drawn;
    let mut scene = Scene {
        palette,
        legend: legend_rows(map, &palette),
        heading: heading::heading(map),
        sources: heading::sources(map),
        mark_unit: nations::mark_unit(map, options),
        bounds: Rect::NOTHING,
        grounds: hulls::grounds(&hulls, &nations, options),
        hulls,
        nations,
        ties,
        memberships,
        labels,
        left_out,
        dimmed: Arc::clone(map.dimmed()),
    };
    scene.bounds = bounds(&scene);
    scene
}

/// Ties and labels.
struct Drawn {
    ties: Vec<TieMark>,
    labels: Vec<Label>,
    left_out: LeftOut,
}

impl Drawn {
    fn of(ties: Vec<TieMark>, names: PlacedLabels, tie_labels: PlacedLabels) -> Self {
        let left_out = LeftOut { names: names.left_out, tie_labels: tie_labels.left_out };
        let labels = names.labels.into_iter().chain(tie_labels.labels).collect();
        Self { ties, labels, left_out }
    }
}

/// Places ties and labels in view of each other: ties avoid the names below their nations, names avoid
/// these ties, and the ties are routed once more around the names where they stand now.
fn ties_and_labels(
    map: &Map,
    ends: TieEnds<'_>,
    memberships: &[MembershipMark],
    options: &Options,
    previous: Previous<'_>,
) -> Drawn {
    const ROUNDS: usize = 2;
    let placement = &Placement::Search;
    let no_obstacles = LabelObstacles::empty();
    let mut avoided =
        labels::place_names(map, ends.nations, &no_obstacles, options, &Placement::First).labels;
    let mut round = 1;
    loop {
        let ties = routed(map, ends, &name_boxes(map, &avoided), options, previous);
        let obstacles = obstacles(ends.nations, &ties, memberships, options);
        let names = labels::place_names(map, ends.nations, &obstacles, options, placement);
        if round == ROUNDS || names.labels == avoided {
            let tie_labels =
                labels::place_tie_labels(map, &ties, &names.labels, &obstacles, options, placement);
            return Drawn::of(ties, names, tie_labels);
        }
        avoided = names.labels;
        round += 1;
    }
}

/// The box of each nation's name in the order of the map, an empty one where it has none.
fn name_boxes(map: &Map, names: &[Label]) -> Vec<Rect> {
    let mut names = names.iter().peekable();
    let name_box = |id| {
        let own = names.next_if(|label| label.owner == LabelOwner::Nation(id));
        own.map_or(Rect::NOTHING, |label| label.bounds)
    };
    map.nations().ids().map(name_box).collect()
}

/// Ties and labels as in an earlier scene, moved along with what they belong to.
fn as_before(map: &Map, ends: TieEnds<'_>, options: &Options, previous: &Scene) -> Drawn {
    let ties = routed(map, ends, &[], options, Previous::Keep(previous));
    let drawn = with_labels(map, ends, ties, &[], options, &Placement::of(previous));
    Drawn { left_out: previous.left_out, ..drawn }
}

fn routed(
    map: &Map,
    ends: TieEnds<'_>,
    names: &[Rect],
    options: &Options,
    previous: Previous<'_>,
) -> Vec<TieMark> {
    let routes = routing::routes(map, ends.nations, names, options, previous);
    tie_marks(map, ends, &routes, options)
}

/// Adds labels to ties that stay where they are.
fn with_labels(
    map: &Map,
    ends: TieEnds<'_>,
    ties: Vec<TieMark>,
    memberships: &[MembershipMark],
    options: &Options,
    placement: &Placement,
) -> Drawn {
    let needs_obstacles =
        ends.nations.len() <= labels::MAX_SEARCHED_NAMES || has_tie_labels(map, options);
    let obstacles = match placement {
        Placement::Search if needs_obstacles => {
            obstacles(ends.nations, &ties, memberships, options)
        }
        _ => LabelObstacles::empty(),
    };
    let names = labels::place_names(map, ends.nations, &obstacles, options, placement);
    let tie_labels =
        labels::place_tie_labels(map, &ties, &names.labels, &obstacles, options, placement);
    Drawn::of(ties, names, tie_labels)
}

fn has_tie_labels(map: &Map, options: &Options) -> bool {
    options.numbers || map.ties().iter().any(|(_, tie)| !tie.label.is_empty())
}

fn obstacles<'a>(
    nations: &'a [NationMark],
    ties: &'a [TieMark],
    memberships: &[MembershipMark],
    options: &Options,
) -> LabelObstacles<'a> {
    let with_lines = ties.len() + memberships.len() <= labels::MAX_LINES
        && nations.len() <= labels::MAX_SEARCHED_NAMES;
    let (ties, memberships) = if with_lines { (ties, memberships) } else { (&[][..], &[][..]) };
    LabelObstacles::new(nations, ties, memberships, options.unit, options.frame)
}

/// Extends hulls over the names of the nations in them, and adds the hulls' own names.
fn with_hull_names(
    map: &Map,
    hulls: &mut [HullMark],
    nations: &[NationMark],
    mut drawn: Drawn,
    options: &Options,
    placement: &Placement,
) -> Drawn {
    if !hulls.is_empty() {
        hulls::extend_over_names(hulls, map, &drawn.labels, options.unit);
        let names =
            hulls::place_hull_names(hulls, nations, &drawn.ties, &drawn.labels, options, placement);
        drawn.labels.extend(names.labels);
        drawn.left_out.names += names.left_out;
    }
    drawn
}
