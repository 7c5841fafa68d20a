//! From hulls, marks and names to the outlines of hulls.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Point, Rect};
use crate::scene::hull_area::{Blob, HullParts, NamePart, outlines, trapezoids};
use crate::scene::nations::indices_by_id;
use crate::scene::{HullApart, HullMark, Label, LabelOwner, NationMark, Options, Shape};

/// How far the ground of those that stand apart reaches, against that of the hull, so that it lies within.
const APART: f32 = 0.6;

/// How finely outlines are drawn: the width of the cells in which distances are measured, at unit 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::scene) enum Detail {
    /// As they are seen.
    Full,
    /// In a draft, of which only the extent counts.
    Draft,
    /// While nations move: as they are seen, as long as few hulls change.
    Moving,
}

impl Detail {
    /// The most hulls that are made anew for a frame with full detail.
    const FEW: usize = 4;

    const fn cell(self, changed: usize) -> f32 {
        match self {
            Self::Draft => 18.0,
            Self::Moving if changed > Self::FEW => 12.0,
            Self::Full | Self::Moving => 6.0,
        }
    }

    /// How many times corners are cut: on the canvas from a zoom of about 200 % on, which the size of type tells.
    fn rounds(self, options: &Options) -> u8 {
        match options.text_unit {
            _ if self != Self::Full || options.frame.is_some() => 0,
            unit if unit < 0.35 => 4,
            unit if unit < 0.7 => 3,
            _ => 0,
        }
    }
}

/// Draws the outlines of hulls around the marks and names of their members, and around their own names.
/// One whose parts are the same as before stays as it is. Returns whether any has changed.
pub(in crate::scene) fn outline_hulls(
    hulls: &mut [HullMark],
    nations: &[NationMark],
    labels: &[Label],
    (options, detail): (&Options, Detail),
) -> bool {
    if hulls.is_empty() {
        return false;
    }
    let indices = indices_by_id(nations);
    let name = |label: &Label| match label.owner {
        LabelOwner::Nation(id) => Some((*indices.get(&id)?, label.bounds)),
        _ => None,
    };
    let members =
        |hull: &HullMark| Some((*indices.get(&hull.organisation?)?, hull.members.clone()));
    let drawn = Drawn {
        nations,
        names: labels.iter().filter_map(name).collect(),
        members: hulls.iter().filter_map(members).collect(),
        options,
    };
    let cell = detail.cell(usize::MAX);
    // While nations move, the hulls of those that don't stay as they are.
    let rounds = |hull: &HullMark| match detail {
        Detail::Moving => hull.parts.rounds,
        Detail::Full | Detail::Draft => detail.rounds(options),
    };
    let parts =
        hulls.iter().map(|hull| HullParts { cell, rounds: rounds(hull), ..drawn.parts(hull) });
    let parts: Vec<HullParts> = parts.collect();
    let mut changed: Vec<(&mut HullMark, HullParts)> = hulls.iter_mut().zip(parts).collect();
    changed.retain(|(hull, parts)| !hull.parts.do_for(parts));
    let cell = detail.cell(changed.len());
    for (hull, parts) in &mut changed {
        (parts.cell, parts.rounds) = (cell, detail.rounds(options));
        let frame = options.frame.filter(|_| hull.is_bloc);
        hull.outline = outlines(parts);
        keep_within(&mut hull.outline, frame);
        hull.pieces = trapezoids(&hull.outline);
        if let Some(mut apart) = hull.apart.take() {
            apart.outlines = drawn.standing_apart(&apart, hull, parts);
            keep_within(&mut apart.outlines, frame);
            apart.pieces = trapezoids(&apart.outlines);
            hull.apart = Some(apart);
        }
        hull.parts = Arc::new(std::mem::take(parts));
    }
    !changed.is_empty()
}

/// What hulls are drawn around.
struct Drawn<'a> {
    nations: &'a [NationMark],
    /// The boxes of names, with the indices of whom they name.
    names: Vec<(usize, Rect)>,
    /// The members of each organisation that is drawn as a hull.
    members: BTreeMap<usize, Vec<usize>>,
    options: &'a Options,
}

/// Moves what lies beyond a frame onto it: what is found in the ties takes no room from what the map says.
fn keep_within(outline: &mut [Vec<Point>], frame: Option<Rect>) {
    let Some(frame) = frame else { return };
    let within = |point: &Point| {
        let (x, y) = (point.x.min(frame.max.x), point.y.min(frame.max.y));
        Point::new(x.max(frame.min.x), y.max(frame.min.y))
    };
    for point in outline.iter_mut().flatten() {
        *point = within(point);
    }
}

impl Drawn<'_> {
    /// All that the outline of a hull depends on: its members, and others where it may reach.
    fn parts(&self, hull: &HullMark) -> HullParts {
        let members = hull.members.iter().filter_map(|index| self.nations.get(*index));
        let mut parts = HullParts {
            members: members.map(blob).collect(),
            margin: hull.margin,
            name_margin: hull.name_margin,
            unit: self.options.unit,
            ..HullParts::default()
        };
        let place_of = |index: &usize| hull.members.binary_search(index).ok();
        let inner = hull.within.iter().filter_map(|index| self.members.get(index));
        parts.inner = inner.map(|inner| inner.iter().filter_map(place_of).collect()).collect();
        parts.names = self.names_in(hull, &parts.members);
        self.add_strangers(hull, &mut parts);
        if hull.is_bloc {
            parts.strangers.extend(self.options.taken.map(Blob::area));
        }
        parts
    }

    /// The outlines around those that stand apart on a hull of some parts; those of near ones join. They keep off the
    /// hull's other members and its own name.
    fn standing_apart(
        &self,
        apart: &HullApart,
        hull: &HullMark,
        parts: &HullParts,
    ) -> Vec<Vec<Point>> {
        let place = |member: usize| apart.members.binary_search(hull.members.get(member)?).ok();
        let (own, others): (Vec<_>, Vec<_>) =
            parts.members.iter().enumerate().partition(|(member, _)| place(*member).is_some());
        let marks = |marks: Vec<(usize, &Blob)>| {
            marks.into_iter().map(|(_, mark)| *mark).collect::<Vec<_>>()
        };
        let mut strangers = parts.strangers.clone();
        strangers.extend(marks(others));
        let (mut names, mut stranger_names) = (Vec::new(), parts.stranger_names.clone());
        for name in &parts.names {
            match place(name.member).filter(|_| !name.is_own) {
                Some(member) => names.push(NamePart { member, ..*name }),
                None => stranger_names.push(Blob::area(name.area)),
            }
        }
        outlines(&HullParts {
            members: marks(own),
            names,
            inner: Vec::new(),
            strangers,
            stranger_names,
            is_loose: true,
            margin: APART * parts.margin,
            name_margin: APART * parts.name_margin,
            ..*parts
        })
    }

    /// The names of members and of hulls within a hull, and its own.
    fn names_in(&self, hull: &HullMark, members: &[Blob]) -> Vec<NamePart> {
        let of_others = self.names.iter().filter_map(|(index, area)| {
            let area = *area;
            if let Ok(member) = hull.members.binary_search(index) {
                return Some(NamePart { member, area, is_own: false });
            }
            hull.within.binary_search(index).ok()?;
            let member = nearest(members, area.center())?;
            Some(NamePart { member, area, is_own: true })
        });
        let own = hull.names.iter().filter_map(|name| {
            let member = hull.members.binary_search(&name.anchor).ok()?;
            Some(NamePart { member, area: name.area, is_own: true })
        });
        of_others.chain(own).collect()
    }

    /// Adds the marks and names of others that lie where a hull may reach.
    fn add_strangers(&self, hull: &HullMark, parts: &mut HullParts) {
        let members = hull.members.iter().filter_map(|index| self.nations.get(*index));
        let boxes = members.map(NationMark::bounds).chain(parts.names.iter().map(|name| name.area));
        let area = boxes.fold(Rect::NOTHING, |all, part| all.union(&part));
        let area = area.expanded(2.0 * hull.margin.max(hull.name_margin));
        let strange = |index: usize| {
            let nation = self.nations.get(index).filter(|nation| nation.is_drawn())?;
            hull.members.binary_search(&index).is_err().then_some(nation)
        };
        let marks = (0..self.nations.len()).filter_map(strange);
        let near = marks.filter(|nation| nation.bounds().intersects(&area));
        parts.strangers = near.map(blob).collect();
        let names = self.names.iter().filter(|(index, _)| strange(*index).is_some());
        let near = names.filter(|(_, name)| name.intersects(&area));
        parts.stranger_names = near.map(|(_, name)| Blob::area(*name)).collect();
    }
}

/// The index of the mark that is nearest to a point.
fn nearest(marks: &[Blob], point: Point) -> Option<usize> {
    let distances = marks.iter().map(|mark| mark.distance(point)).enumerate();
    distances.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(index, _)| index)
}

/// The mark of a nation as an obstacle or a part of a hull.
pub(super) fn blob(nation: &NationMark) -> Blob {
    match nation.shape {
        Shape::Label { .. } => Blob::area(nation.bounds()),
        _ => Blob::disc(nation.center, nation.radius),
    }
}
