//! How a line looks that stands for many ties.

use crate::model::{Kind, Map, Rect, counted};
use crate::scene::legend::wording::kind_name;
use crate::scene::look_rules::TieRules;
use crate::scene::ties::{LineStyle, TieRank, emphasis};
use crate::scene::{HullMark, Label, NationMark, Options, TieGroupMark};

/// The width of the line against that of one tie.
const WIDTH: f32 = 1.4;

/// Ties of one kind that are drawn as one, by their indices, and how much they tell.
pub(in crate::scene) type AsOne<'a> = (&'a [usize], TieRank);

/// How the line of some ties is drawn, and their kind.
pub(in crate::scene) fn style_for_many<'m>(
    map: &'m Map,
    (ties, rank): AsOne<'_>,
    rules: &TieRules,
    options: &Options,
) -> Option<(LineStyle, &'m Kind)> {
    let (_, first) = map.ties().iter().nth(*ties.first()?)?;
    let kind = map.kinds().get(first.kind)?;
    let look = rules.look(ties[0], Some(kind));
    let style = LineStyle::of(&look, None, Some(rank), options);
    Some((LineStyle { width: WIDTH * style.width, ..style }, kind))
}

/// The mark of some ties between two sides, which `ends` names; its lines have yet to be drawn.
pub(in crate::scene) fn mark_for_many(
    map: &Map,
    (ties, rank): AsOne<'_>,
    ends: [&str; 2],
    rules: &TieRules,
    options: &Options,
) -> Option<TieGroupMark> {
    let (style, kind) = style_for_many(map, (ties, rank), rules, options)?;
    let mut pattern = style.pattern;
    pattern.dashes.iter_mut().for_each(|dash| *dash *= options.unit);
    let count = counted(ties.len(), "tie", "ties");
    let [from, to] = ends;
    Some(TieGroupMark {
        ties: ties.to_vec(),
        name: format!("{count}, {}: {from} – {to}", kind_name(kind)),
        curves: Vec::new(),
        forks: Vec::new(),
        trunks: Vec::new(),
        has_straight_dashes: false,
        emphasis: emphasis(Some(kind), Some(rank)),
        color: style.color,
        width: style.width * options.unit,
        pattern,
        arrow: None,
        strike: None,
    })
}

/// The area of a map, which no line for many ties leaves.
pub(in crate::scene) fn area_of_marks(
    hulls: &[HullMark],
    nations: &[NationMark],
    labels: &[Label],
) -> Rect {
    let all = hulls.iter().map(HullMark::bounds).chain(nations.iter().map(NationMark::bounds));
    let all = all.chain(labels.iter().map(|label| label.bounds));
    all.fold(Rect::NOTHING, |area, bounds| area.union(&bounds))
}
