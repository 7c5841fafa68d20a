//! From a map to its scene: nations first, then the ties between them, then the labels that fit.

use std::sync::Arc;

use super::blocs::{self, BlocNames, MapBlocs, PowerEdge};
use super::bounds::bounds;
use super::bundling;
use super::junctions::{Junction, junction_mark};
use super::labels::{self, KeyedTie, LabelObstacles, PlacedLabels};
use super::legend::{key_rows, legend_rows};
use super::routing::{self, Effort};
use super::tie_groups::{GroupMarks, group_marks, number_labels};
use super::ties::{self, TieEnds, TieRank, TieWeights, membership_marks, tie_layers, tie_marks};
use super::{
    HullMark, Label, LabelOwner, LeftOut, LegendRow, MembershipMark, NationMark, Options, Palette,
    Positions, Scene, TieGroupMark, TieMark, heading, hulls, nations,
};
use crate::model::{Map, Rect, TieDrawing};

/// Draws a map at full quality: every tie gets the bend and every label the position that disturbs
/// least.
///
/// A bend depends on what lies along its tie, the position of a label on what lies around it: a
/// change in one place leaves the picture as it is in all others, and the same map, positions and options
/// give the same picture whatever was drawn before. No label overlaps another or a nation's mark: labels without a
/// free position are left out and counted.
pub fn build(map: &Map, positions: &Positions, options: &Options) -> Scene {
    build_with_blocs(map, &MapBlocs::of(map), positions, options)
}

/// As [`build`], with blocs that several drawings of a map share.
pub(super) fn build_with_blocs(
    map: &Map,
    found: &MapBlocs<'_>,
    positions: &Positions,
    options: &Options,
) -> Scene {
    let palette = Palette::of(options.theme);
    let blocs = shown_blocs(map, found, positions, options);
    let weights = TieWeights::of(map, (found, &blocs), positions, options);
    let options = &Options { lines: Some(weights.lines), ..*options };
    let mut nations = nations::nation_marks(map, positions, options);
    let mut hulls = hulls::hull_marks(map, &nations, options);
    let standing = standing_labels(map, positions, (&mut hulls, &mut nations), options);
    let memberships = membership_marks(map, &nations, options);
    let ends = TieEnds { nations: &nations, hulls: &hulls };
    let ties = routed_ties(map, ends, (&weights, options));
    let mut drawn = with_labels(map, &nations, ties, (&memberships, standing), options);
    let legend = whole_legend(map, &drawn, (&weights, blocs.len()), options);
    let blocs = blocs::described_blocs(map, blocs, &weights.cliques);
    hulls.extend(blocs::bloc_marks(map, blocs, &nations, options));
    put_bloc_names(&mut hulls, &nations, &mut drawn, (&weights, options));
    let detail = if options.is_draft() { hulls::Detail::Draft } else { hulls::Detail::Full };
    hulls::outline_hulls(&mut hulls, &nations, &drawn.labels, (options, detail));
    blocs::tint_halos(&hulls, &mut drawn.labels, &palette);
    let Drawn { mut ties, mut labels, left_out, usual_bloc_names, .. } = drawn;
    let ties_at_names = ties::pass_names(&mut ties, &nations, &labels, options);
    let strong_cover = ties::strong_cover(&ties, positions, options.unit);
    let marks = (&hulls[..], &nations[..], &mut labels);
    let GroupMarks { hubs, lines: tie_groups } =
        ties_as_one(map, &weights, marks, options, &|_| None);
    let mut scene = Scene {
        palette,
        legend,
        legend_place: map.look().legend,
        heading: heading::heading(map),
        sources: heading::sources(map),
        unit: options.unit,
        mark_unit: nations::mark_unit(map, options),
        bounds: Rect::NOTHING,
        hulls,
        nations,
        ties,
        tie_layers: tie_layers(map, &weights),
        left_out_ties: weights.left_out,
        tie_groups,
        hubs,
        lines: weights.lines,
        strong_cover,
        memberships,
        labels,
        usual_bloc_names,
        ties_at_names,
        left_out,
        weights: Arc::new(weights),
        dimmed: Arc::clone(map.dimmed()),
    };
    scene.bounds = bounds(&scene);
    scene
}

/// The nations of each bloc that a map shows. A draft does without them, since they take no room from anything.
fn shown_blocs(
    map: &Map,
    found: &MapBlocs<'_>,
    positions: &Positions,
    options: &Options,
) -> Vec<Vec<usize>> {
    if options.is_draft() { Vec::new() } else { blocs::shown_blocs(map, found, positions) }
}

/// Adds the names of blocs to the labels.
fn put_bloc_names(
    hulls: &mut [HullMark],
    nations: &[NationMark],
    drawn: &mut Drawn,
    (weights, options): (&TieWeights, &Options),
) {
    let is_strong = |index: &usize| !weights.is_pale(*index);
    let ties = drawn.ties.iter().enumerate().filter(|(index, _)| is_strong(index));
    let lines: Vec<&TieMark> = ties.map(|(_, tie)| tie).filter(|tie| tie.is_drawn).collect();
    let BlocNames { labels, usual } =
        blocs::put_bloc_names(hulls, nations, (&drawn.labels, &lines), options);
    drawn.left_out.blocs =
        hulls.iter().filter(|hull| hull.is_bloc && hull.names.is_empty()).count();
    drawn.labels.extend(labels);
    drawn.usual_bloc_names = usual;
}

/// A line, or lines that meet, for ties of which many are drawn as one.
#[derive(Clone, Copy)]
pub(super) enum ForMany<'a> {
    Edge(&'a PowerEdge),
    Junction(&'a Junction),
}

/// The marks that stay as they were, if any.
pub(super) type Stays<'a> = &'a dyn Fn(ForMany<'_>) -> Option<TieGroupMark>;

/// The marks of ties that are drawn as one; adds their numbers to the labels. Those that `stays` gives stay as they were.
pub(super) fn ties_as_one(
    map: &Map,
    weights: &TieWeights,
    (hulls, nations, labels): (&[HullMark], &[NationMark], &mut Vec<Label>),
    options: &Options,
    stays: Stays<'_>,
) -> GroupMarks {
    labels.retain(|label| !matches!(label.owner, LabelOwner::TieGroup(_)));
    if !weights.power_edges.is_empty() || !weights.junctions.is_empty() {
        let marks = (hulls, nations, &labels[..]);
        let of_edge = |edge: &PowerEdge| stays(ForMany::Edge(edge));
        let mut lines =
            blocs::power_edge_marks(map, &weights.power_edges, marks, options, &of_edge);
        let of_junction = |junction: &Junction| {
            stays(ForMany::Junction(junction))
                .or_else(|| junction_mark(map, junction, marks, options))
        };
        lines.extend(weights.junctions.iter().filter_map(of_junction));
        return GroupMarks { lines, hubs: Vec::new() };
    }
    let marks = group_marks(map, &weights.groups, nations, labels, options);
    let numbers = number_labels((&marks.lines, &marks.hubs), nations, labels, options);
    labels.extend(numbers);
    marks
}

/// The rows of the legend, with those for texts that have no room beside their ties.
fn whole_legend(
    map: &Map,
    drawn: &Drawn,
    (weights, blocs): (&TieWeights, usize),
    options: &Options,
) -> Vec<LegendRow> {
    let mut rows = legend_rows(map, weights, blocs, options);
    rows.extend(key_rows(map, &drawn.ties, &drawn.keyed, options));
    rows
}

/// Places the labels of a scene again, in type of another size, and leaves all else as it is, but for hulls,
/// which hold names, and ties that end at these. For a canvas whose zoom has changed.
pub fn relabel(map: &Map, options: &Options, scene: &mut Scene) {
    let options = &Options { lines: Some(scene.lines), ..*options };
    let positions = Positions::in_scene(map, scene);
    let weights = Arc::clone(&scene.weights);
    let Scene { hulls, nations, .. } = scene;
    let standing = standing_labels(map, &positions, (hulls, nations), options);
    ties::end_at_hull_names(scene, options.unit);
    let ties = std::mem::take(&mut scene.ties);
    let mut drawn = with_labels(map, &scene.nations, ties, (&scene.memberships, standing), options);
    let blocs = scene.hulls.iter().filter(|hull| hull.is_bloc).count();
    scene.legend = whole_legend(map, &drawn, (&weights, blocs), options);
    put_bloc_names(&mut scene.hulls, &scene.nations, &mut drawn, (&weights, options));
    let Drawn { mut ties, labels, left_out, usual_bloc_names, .. } = drawn;
    scene.usual_bloc_names = usual_bloc_names;
    scene.ties_at_names = ties::pass_names(&mut ties, &scene.nations, &labels, options);
    (scene.ties, scene.labels, scene.left_out) = (ties, labels, left_out);
    let drawn = (options, hulls::Detail::Full);
    hulls::outline_hulls(&mut scene.hulls, &scene.nations, &scene.labels, drawn);
    blocs::tint_halos(&scene.hulls, &mut scene.labels, &scene.palette);
    let marks = (&scene.hulls[..], &scene.nations[..], &mut scene.labels);
    let GroupMarks { hubs, lines } = ties_as_one(map, &weights, marks, options, &|_| None);
    (scene.hubs, scene.tie_groups) = (hubs, lines);
    scene.bounds = bounds(scene);
}

/// The labels that stand before any other is placed: notes, and the names of hulls, to which
/// organisations are moved.
struct Standing {
    notes: Vec<Label>,
    hull_names: PlacedLabels,
}

fn standing_labels(
    map: &Map,
    positions: &Positions,
    (hulls, nations): (&mut [HullMark], &mut [NationMark]),
    options: &Options,
) -> Standing {
    let notes = labels::notes(map, positions, options);
    let hull_names = hulls::place_hull_names(map, hulls, nations, &notes, options);
    Standing { notes, hull_names }
}

/// Ties and labels.
struct Drawn {
    ties: Vec<TieMark>,
    labels: Vec<Label>,
    usual_bloc_names: Vec<Rect>,
    left_out: LeftOut,
    keyed: Vec<KeyedTie>,
}

/// Routes ties around nations, the names below them and the names of hulls, and along one another where they are
/// bundled.
///
/// Ties know nothing of one another, nor of names that have given way to something: where something has
/// moved, only the ties that pass there are bent in another way, not those that pass by these.
fn routed_ties(
    map: &Map,
    ends: TieEnds<'_>,
    (weights, options): (&TieWeights, &Options),
) -> Vec<TieMark> {
    let name_box = |mark| labels::usual_name(mark, options).map(|label| label.bounds);
    let name_box = |mark| name_box(mark).or_else(|| ends.hull_name(mark));
    let boxes = ends.nations.iter().map(|mark| name_box(mark).unwrap_or(Rect::NOTHING));
    let name_boxes: Vec<Rect> = boxes.collect();
    // A draft, which says how large a map becomes, needs neither ways nor strands: they leave no area that
    // straight lines keep to.
    let effort = |tie: usize| match tie {
        _ if options.is_draft() || !weights.is_drawn(tie) => Effort::None,
        _ if weights.is_pale(tie) => Effort::Little,
        _ if weights.rank(tie) == Some(TieRank::Rare) => Effort::Thorough,
        _ => Effort::Full,
    };
    let mut routes = routing::routes(map, ends.nations, &name_boxes, &effort, options);
    if map.look().ties.drawn == TieDrawing::Bundled && !options.is_draft() {
        bundling::bundle(map, ends.nations, weights, &mut routes);
    }
    tie_marks(map, ends, &routes, weights, options)
}

/// Adds labels to ties that stay where they are.
fn with_labels(
    map: &Map,
    nations: &[NationMark],
    ties: Vec<TieMark>,
    (memberships, standing): (&[MembershipMark], Standing),
    options: &Options,
) -> Drawn {
    let Standing { notes, hull_names } = standing;
    let needs_obstacles =
        nations.len() <= labels::MAX_SEARCHED_NAMES || has_tie_labels(map, options);
    let obstacles = if needs_obstacles {
        obstacles(nations, &ties, memberships, options)
    } else {
        LabelObstacles::empty()
    };
    let fixed: Vec<Label> = notes.iter().chain(&hull_names.labels).cloned().collect();
    let names = labels::place_names(map, nations, &fixed, &obstacles, options);
    let taken = fixed.iter().chain(&names.labels);
    let tie_labels = labels::place_tie_labels(map, &ties, taken, &obstacles, options);
    let left_out = LeftOut {
        names: names.left_out + hull_names.left_out,
        tie_labels: tie_labels.left_out,
        blocs: 0,
    };
    let labels = notes.into_iter().chain(names.labels).chain(tie_labels.labels);
    let labels: Vec<Label> = labels.chain(hull_names.labels).collect();
    let usual_bloc_names = Vec::new();
    Drawn { ties, labels, usual_bloc_names, left_out, keyed: tie_labels.keyed }
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
    // Lines make no place impossible, and a draft asks only whether names have one.
    let with_lines = !options.is_draft()
        && ties.len() + memberships.len() <= labels::MAX_LINES
        && nations.len() <= labels::MAX_SEARCHED_NAMES;
    let (ties, memberships) = if with_lines { (ties, memberships) } else { (&[][..], &[][..]) };
    LabelObstacles::new(nations, ties, memberships, options.unit, options.frame)
}
