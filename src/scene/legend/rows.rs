//! The rows of a map's legend.

use super::kind_rows::kind_rows;
use super::placed::PlacedLegend;
use super::rule_rows::{nation_color_rows, nation_size_rows, tie_rule_rows};
use super::symbol::{LegendLine, LegendRow, LegendSymbol, line_row};
use super::wording;
use crate::model::{Kind, Map, Point, Tie, counted};
use crate::scene::blocs::{AsOne, Clique, MapBlocs};
use crate::scene::look_rules::TieRules;
use crate::scene::tie_groups::{TieGroups, width_of};
use crate::scene::ties::{TieWeights, emphasis, ends};
use crate::scene::{Decoration, LeftOutTies, Options, Palette, Pattern, Shape, blocs, hulls, text};

/// The rows for a map, of what it shows and nothing else: kinds of tie, memberships, hulls, its number of blocs, and
/// what the rules of the look mean.
pub(in crate::scene) fn legend_rows(
    map: &Map,
    weights: &TieWeights,
    blocs: usize,
    options: &Options,
) -> Vec<LegendRow> {
    let palette = &Palette::of(options.theme);
    let ties = TieRules::of(map, palette);
    let mut rows = kind_rows(map, &ties, (weights, blocs), options);
    rows.extend(clique_rows(map, &ties, weights, options));
    rows.extend(power_edge_row(map, &ties, weights, options));
    rows.extend(junction_row(map, &ties, weights, options));
    rows.extend(membership_row(map, options));
    rows.extend(hull_rows(map, palette));
    rows.extend(bloc_rows(map, (blocs, weights), &ties, options));
    rows.extend(tie_rule_rows(map, &ties, options));
    rows.extend(nation_color_rows(map, palette));
    rows.extend(nation_size_rows(map, palette));
    rows.extend(group_rows(&weights.groups, options));
    rows.extend(left_out_row(weights.left_out));
    rows
}

/// A row for each kind of tie for which grounds of blocs stand. Where lines of other kinds are drawn on these, it says that
/// they aren't in place of what the ground says.
fn clique_rows(
    map: &Map,
    rules: &TieRules,
    weights: &TieWeights,
    options: &Options,
) -> Vec<LegendRow> {
    let of_kind = |kind| weights.cliques.all().find(|clique| clique.kind == kind);
    let row = |clique: &Clique| {
        let options = Options { unit: 1.0, ..*options };
        let symbol = LegendSymbol::Hull(blocs::clique_look(map, clique, rules, &options));
        let has_lines = weights.cliques.all().any(|other| {
            other.kind == clique.kind && has_line_within(map, &other.members, weights)
        });
        LegendRow { text: clique.legend_words(map, has_lines), symbol }
    };
    map.kinds().iter().filter_map(|(kind, _)| of_kind(kind)).map(row).collect()
}

/// What a line means that ends in a fork on a ground: one row for all kinds, whose colours have rows of their own.
fn power_edge_row(
    map: &Map,
    rules: &TieRules,
    weights: &TieWeights,
    options: &Options,
) -> Option<LegendRow> {
    let edge = weights.power_edges.first()?;
    let (line, kind) = line_for_many(map, (&edge.ties, edge.rank), rules, options)?;
    let at_unit = Options { unit: 1.0, ..*options };
    let ground = match weights.cliques.of(edge.bloc) {
        Some(clique) => blocs::clique_look(map, clique, rules, &at_unit),
        None => blocs::plain_look(weights.has_grounds(), options.theme, 1.0),
    };
    let are_alike = weights.power_edges.iter().all(|other| other.kind == edge.kind);
    let tied = if are_alike { wording::kind_name(kind) } else { "forked line".to_owned() };
    let symbol = LegendSymbol::Fork { line, ground };
    Some(LegendRow { text: format!("{tied}: with all on it"), symbol })
}

/// What lines mean that meet.
fn junction_row(
    map: &Map,
    rules: &TieRules,
    weights: &TieWeights,
    options: &Options,
) -> Option<LegendRow> {
    let junction = weights.junctions.first()?;
    let (line, _) = line_for_many(map, (&junction.ties, junction.rank), rules, options)?;
    let text = "joined lines: all with all".to_owned();
    Some(LegendRow { text, symbol: LegendSymbol::Junction(line) })
}

/// The line of some ties that are drawn as one, and their kind.
fn line_for_many<'m>(
    map: &'m Map,
    as_one: AsOne<'_>,
    rules: &TieRules,
    options: &Options,
) -> Option<(LegendLine, &'m Kind)> {
    let (style, kind) = blocs::style_for_many(map, as_one, rules, options)?;
    let emphasis = emphasis(Some(kind), Some(as_one.1));
    let plain = LegendLine::plain(style.color, style.width, style.pattern);
    Some((LegendLine { emphasis, ..plain }, kind))
}

/// Whether a line is drawn between two of some nations, whose indices ascend.
fn has_line_within(map: &Map, nations: &[usize], weights: &TieWeights) -> bool {
    let is_one = |nation: usize| nations.binary_search(&nation).is_ok();
    let is_within = |tie: &Tie| ends(map, tie).is_some_and(|(a, b)| is_one(a) && is_one(b));
    let mut ties = map.ties().iter().enumerate();
    ties.any(|(index, (_, tie))| weights.is_told(index) && is_within(tie))
}

/// What blocs and parts of them mean for which no ground stands where others have one, and that blocs are computed, so
/// that nobody looks for them in a source.
fn bloc_rows(
    map: &Map,
    (blocs, weights): (usize, &TieWeights),
    rules: &TieRules,
    options: &Options,
) -> Vec<LegendRow> {
    if blocs == 0 {
        return Vec::new();
    }
    let options = Options { unit: 1.0, ..*options };
    let row = |text: &str, symbol| LegendRow { text: text.to_owned(), symbol };
    let cliques = &weights.cliques;
    let mut rows = Vec::new();
    if let Some(clique) = cliques.with_some_apart() {
        let hull = blocs::clique_look(map, clique, rules, &options);
        let apart = blocs::apart_look(options.theme, 1.0);
        rows.push(row("not every pair: see lines", LegendSymbol::Apart { hull, apart }));
    }
    if weights.has_grounds() && cliques.leave_out_a_bloc() {
        let look = blocs::plain_look(true, options.theme, 1.0);
        rows.push(row("loose bloc: see lines", LegendSymbol::Hull(look)));
    }
    let symbol = match weights.has_grounds() {
        true => LegendSymbol::Note,
        false => LegendSymbol::Hull(blocs::plain_look(false, options.theme, 1.0)),
    };
    rows.push(row(&format!("{} computed from ties", counted(blocs, "bloc", "blocs")), symbol));
    rows
}

/// What the widths of lines that stand for several ties mean.
fn group_rows(groups: &TieGroups, options: &Options) -> Vec<LegendRow> {
    let most = groups.most();
    if most == 0 {
        return Vec::new();
    }
    let palette = Palette::of(options.theme);
    let title = "Ties between two groups as one".to_owned();
    let mut rows = vec![LegendRow { text: title, symbol: LegendSymbol::Title }];
    let numbers = std::collections::BTreeSet::from([2, most.div_ceil(10).max(2), most]);
    rows.extend(numbers.into_iter().map(|ties| {
        let width = width_of(ties, most);
        let pattern = Pattern::default();
        line_row(format!("{ties} ties"), palette.second_ink, width, pattern)
    }));
    let disc = |text: &str, fill, band| {
        let symbol =
            LegendSymbol::Mark { shape: Shape::Disc, radius: 6.0, is_to_scale: false, fill, band };
        LegendRow { text: text.to_owned(), symbol }
    };
    if groups.has_rings() {
        let ring = disc("ties within a group", palette.canvas, Some(palette.second_ink));
        rows.push(ring);
    }
    if groups.are_found() {
        rows.push(disc("middle of a bloc, with its nations", palette.second_ink, None));
    }
    rows
}

/// How many ties aren't drawn; nothing is left out in silence.
fn left_out_row(left_out: LeftOutTies) -> Option<LegendRow> {
    Some(LegendRow { text: left_out.words()?, symbol: LegendSymbol::Note })
}

/// Width and height of a map's legend at 100 %. The same on every machine, since letters that the embedded font lacks
/// are estimated.
pub fn legend_extent(map: &Map) -> Point {
    // Where nations will lie isn't known: with the rows for blocs.
    let found = MapBlocs::of(map);
    let shown: Vec<Vec<usize>> = match blocs::would_be_shown(map) {
        true => found.large().cloned().collect(),
        false => Vec::new(),
    };
    let weights = TieWeights::by_rank(map, &found).with_grounds(map, &shown, false);
    let rows = legend_rows(map, &weights, shown.len(), &Options::default());
    PlacedLegend::place_measured(&rows, Point::default(), 1.0, text::nominal_width).extent
}

fn membership_row(map: &Map, options: &Options) -> Option<LegendRow> {
    let as_hull = hulls::drawn_as_hulls(map);
    let has_line = |organisation| {
        let index = map.nations().index_of(organisation);
        index.and_then(|index| as_hull.get(index)).is_some_and(|as_hull| !as_hull)
    };
    let mut all = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    all.any(|membership| has_line(membership.organisation)).then(|| {
        let pattern = Pattern { decoration: Decoration::Plain, ..Pattern::membership() };
        let color = Palette::of(options.theme).second_ink;
        let width = options.unit.max(options.least_line) / options.unit;
        line_row("member of".to_owned(), color, width, pattern)
    })
}

/// One row for each type of hull; the hulls themselves are labelled on the map.
fn hull_rows(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let row = |text: String| {
        let look = hulls::legend_look(palette);
        LegendRow { text, symbol: LegendSymbol::Hull(look) }
    };
    let mut rows = Vec::new();
    if let Some(grouping) = &map.look().hulls {
        let property = grouping.property();
        if map.nation_values(&property).iter().flatten().any(|value| value.number.is_none()) {
            rows.push(row(wording::lower_first(&wording::nation_title(&property))));
        }
    }
    if hulls::drawn_as_hulls(map).contains(&true) {
        rows.push(row("members of an organisation".to_owned()));
    }
    rows
}
