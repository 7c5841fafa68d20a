//! From a map to its scene: nations first, then the ties between them, then the labels that fit.

use std::sync::Arc;

use super::bounds::bounds;
use super::bundling::{self, Strands};
use super::labels::{self, KeyedTie, LabelObstacles, PlacedLabels, Placement};
use super::legend::{key_rows, legend_rows};
use super::routing;
use super::tie_groups::{GroupMarks, TieGroups, group_marks, number_labels};
use super::ties::{TieEnds, TieWeights, membership_marks, tie_layers, tie_marks};
use super::{
    HullMark, Label, LabelOwner, LeftOut, LegendRow, MembershipMark, NationMark, Options, Palette,
    Positions, Scene, TieMark, heading, hulls, nations,
};
use crate::model::{Map, Rect, TieDrawing};

/// Draws a map at full quality: every tie gets the bend and every label the position that disturbs
/// least.
///
/// A bend depends on what lies along its tie, the position of a label on what lies around it: a
/// change in one place leaves the picture as it is in all others, and the same map, positions and options
/// give the same picture whatever was drawn before. Above 1,200 ties only ties between the same nations
/// are bent, and the others run straight. No label overlaps another or a nation's mark: labels without a
/// free position are left out and counted.
pub fn build(map: &Map, positions: &Positions, options: &Options) -> Scene {
    draw(map, positions, options, None)
}

/// Places the labels of a scene again, in type of another size, and leaves all else as it is. For a
/// canvas whose zoom has changed.
pub fn relabel(map: &Map, options: &Options, scene: &mut Scene) {
    let options = &Options { lines: Some(scene.lines), ..*options };
    let positions = Positions::in_scene(map, scene);
    let weights = TieWeights::of(map, &positions, options);
    // Hulls hold names: they are drawn again around the smaller or larger ones.
    scene.hulls = hulls::hull_marks(map, &mut scene.nations, options);
    let ties = std::mem::take(&mut scene.ties);
    let notes = labels::notes(map, &positions, options);
    let drawn = with_labels(map, &scene.nations, ties, (&scene.memberships, notes), options);
    let Scene { hulls, nations, .. } = scene;
    let drawn = with_hull_names(map, hulls, nations, drawn, options, &Placement::Search);
    scene.legend = whole_legend(map, &drawn, &weights, options);
    Drawn { ties: scene.ties, labels: scene.labels, left_out: scene.left_out, .. } = drawn;
    let grouped = (&weights.groups, &scene.nations[..], options);
    let GroupMarks { hubs, lines } = with_numbers(map, grouped, &mut scene.labels);
    (scene.hubs, scene.tie_groups) = (hubs, lines);
    scene.bounds = bounds(scene);
}

/// Draws a map; bends and the positions of labels are those of the previous scene if there is one.
pub(super) fn draw(
    map: &Map,
    positions: &Positions,
    options: &Options,
    previous: Option<&Scene>,
) -> Scene {
    let palette = Palette::of(options.theme);
    // While nations move, lines keep their widths.
    let lines = options.lines.or(previous.map(|scene| scene.lines));
    let weights = TieWeights::of(map, positions, &Options { lines, ..*options });
    let options = &Options { lines: Some(weights.lines), ..*options };
    let mut nations = nations::nation_marks(map, positions, options);
    let mut hulls = hulls::hull_marks(map, &mut nations, options);
    let memberships = membership_marks(map, &nations, options);
    let ends = TieEnds { nations: &nations, hulls: &hulls };
    let notes = labels::notes(map, positions, options);
    let drawn = match previous {
        Some(scene) => as_before(map, ends, notes, (&weights, options), scene),
        None => ties_and_labels(map, ends, (&memberships, notes), (&weights, options)),
    };
    let placement = previous.map_or(Placement::Search, Placement::of);
    let drawn = with_hull_names(map, &mut hulls, &nations, drawn, options, &placement);
    let legend = match previous {
        Some(scene) => scene.legend.clone(),
        None => whole_legend(map, &drawn, &weights, options),
    };
    let Drawn { ties, mut labels, left_out, strands, .. } = drawn;
    let grouped = (&weights.groups, &nations[..], options);
    let GroupMarks { hubs, lines: tie_groups } = with_numbers(map, grouped, &mut labels);
    let mut scene = Scene {
        palette,
        legend,
        legend_place: map.look().legend,
        heading: heading::heading(map),
        sources: heading::sources(map),
        unit: options.unit,
        mark_unit: nations::mark_unit(map, options),
        bounds: Rect::NOTHING,
        grounds: hulls::grounds(&hulls, &nations, options),
        hulls,
        nations,
        ties,
        tie_layers: tie_layers(map, &weights),
        left_out_ties: weights.left_out,
        tie_groups,
        hubs,
        lines: weights.lines,
        strands,
        memberships,
        labels,
        left_out,
        dimmed: Arc::clone(map.dimmed()),
    };
    scene.bounds = bounds(&scene);
    scene
}

/// The marks of ties that are drawn as one; adds their numbers to the labels.
fn with_numbers(
    map: &Map,
    (groups, nations, options): (&TieGroups, &[NationMark], &Options),
    labels: &mut Vec<Label>,
) -> GroupMarks {
    labels.retain(|label| !matches!(label.owner, LabelOwner::TieGroup(_)));
    let marks = group_marks(map, groups, nations, labels, options);
    let numbers = number_labels((&marks.lines, &marks.hubs), nations, labels, options);
    labels.extend(numbers);
    marks
}

/// The rows of the legend, with those for texts that have no room beside their ties.
fn whole_legend(
    map: &Map,
    drawn: &Drawn,
    weights: &TieWeights,
    options: &Options,
) -> Vec<LegendRow> {
    let mut rows = legend_rows(map, weights, options);
    rows.extend(key_rows(map, &drawn.ties, &drawn.keyed, options));
    rows
}

/// Ties and labels.
struct Drawn {
    ties: Vec<TieMark>,
    labels: Vec<Label>,
    left_out: LeftOut,
    keyed: Vec<KeyedTie>,
    strands: Strands,
}

impl Drawn {
    fn of(
        ties: Vec<TieMark>,
        notes: Vec<Label>,
        names: PlacedLabels,
        tie_labels: PlacedLabels,
    ) -> Self {
        let left_out = LeftOut { names: names.left_out, tie_labels: tie_labels.left_out };
        let labels = notes.into_iter().chain(names.labels).chain(tie_labels.labels).collect();
        Self { ties, labels, left_out, keyed: tie_labels.keyed, strands: Strands::new() }
    }
}

/// Routes ties around nations and the names below them, then places the names and the texts along the
/// ties.
///
/// Ties know nothing of one another, nor of names that have given way to something: where something has
/// moved, only the ties that pass there are bent in another way, not those that pass by these.
fn ties_and_labels(
    map: &Map,
    ends: TieEnds<'_>,
    (memberships, notes): (&[MembershipMark], Vec<Label>),
    (weights, options): (&TieWeights, &Options),
) -> Drawn {
    let name_box = |mark| labels::usual_name(mark, options).map_or(Rect::NOTHING, |l| l.bounds);
    let name_boxes: Vec<Rect> = ends.nations.iter().map(name_box).collect();
    let mut routes = routing::routes(map, ends.nations, &name_boxes, options);
    // A draft, which says how large a map becomes, needs no strands: they leave no area that straight lines
    // keep to.
    let is_bundled = map.look().ties.drawn == TieDrawing::Bundled && options.tie_labels;
    let strands = if is_bundled {
        bundling::bundle(map, ends.nations, weights, &routes)
    } else {
        Strands::new()
    };
    bundling::follow(&mut routes, &strands);
    let ties = tie_marks(map, ends, &routes, weights, options);
    let drawn = with_labels(map, ends.nations, ties, (memberships, notes), options);
    Drawn { strands, ..drawn }
}

/// Ties and labels as in an earlier scene, moved along with what they belong to.
fn as_before(
    map: &Map,
    ends: TieEnds<'_>,
    notes: Vec<Label>,
    (weights, options): (&TieWeights, &Options),
    previous: &Scene,
) -> Drawn {
    let mut routes = routing::kept_routes(map, ends.nations, options, previous);
    let strands = bundling::kept(&previous.strands, ends.nations, &routes);
    bundling::follow(&mut routes, &strands);
    let ties = tie_marks(map, ends, &routes, weights, options);
    let (placement, nothing) = (&Placement::of(previous), &LabelObstacles::empty());
    let names = labels::place_names(map, ends.nations, &[], nothing, options, placement);
    let tie_labels = labels::place_tie_labels(map, &ties, [], nothing, options, placement);
    Drawn { left_out: previous.left_out, strands, ..Drawn::of(ties, notes, names, tie_labels) }
}

/// Adds labels to ties that stay where they are.
fn with_labels(
    map: &Map,
    nations: &[NationMark],
    ties: Vec<TieMark>,
    (memberships, notes): (&[MembershipMark], Vec<Label>),
    options: &Options,
) -> Drawn {
    let needs_obstacles =
        nations.len() <= labels::MAX_SEARCHED_NAMES || has_tie_labels(map, options);
    let obstacles = if needs_obstacles {
        obstacles(nations, &ties, memberships, options)
    } else {
        LabelObstacles::empty()
    };
    let placement = &Placement::Search;
    let names = labels::place_names(map, nations, &notes, &obstacles, options, placement);
    let taken = notes.iter().chain(&names.labels);
    let tie_labels = labels::place_tie_labels(map, &ties, taken, &obstacles, options, placement);
    Drawn::of(ties, notes, names, tie_labels)
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
    placement: &Placement<'_>,
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
