//! Names on a map that is seen from afar, where their type is larger than the marks around it.
//!
//! Each name has a largest type size of its own: up to it the name is there, beyond it it is gone. So
//! names go one by one as the map is zoomed out, come back in the same order, and none comes and goes twice.
//! A search for each size alone would find a few names more, but other ones each time.
//!
//! Source: the requirements on labels while zooming are those of Been, Daiches & Yap (2006), “Dynamic map
//! labeling”; positions may change here, since a name that only moves is still there.

use super::name_candidates::{CANDIDATES, COSTS, name_box, name_label};
use super::obstacles::{LabelObstacles, Scratch};
use super::placed_boxes::PlacedBoxes;
use super::text_box::TextBox;
use crate::scene::{Label, NationMark, Options};

/// The sizes at which names may go, per doubling of the type size.
const SIZES_PER_DOUBLING: f32 = 36.0;

/// A name that is there at type of the usual size.
pub(super) struct NearName {
    /// The index of its nation.
    pub(super) nation: usize,
    /// The candidate position at which it stands.
    pub(super) candidate: u16,
}

/// The candidates of names that are still there in type of the size of `options`, in their order.
pub(super) fn thin_out(
    names: &[NearName],
    nations: &[NationMark],
    fixed: &[TextBox],
    obstacles: &LabelObstacles<'_>,
    options: &Options,
) -> Vec<Option<u16>> {
    let mut thinning = Thinning::new(names, nations, obstacles, options);
    let doublings = options.text_unit.max(1.0).log2();
    let sizes = (doublings * SIZES_PER_DOUBLING).floor() as u16;
    // Counted down from the last size, so that one twice as large goes through the same sizes.
    for size in (0..=sizes).rev() {
        let unit = (doublings - f32::from(size) / SIZES_PER_DOUBLING).exp2();
        thinning.enlarge_to(unit, fixed);
    }
    thinning.chosen
}

/// Names that are set in larger and larger type.
struct Thinning<'a> {
    nations: &'a [NationMark],
    obstacles: &'a LabelObstacles<'a>,
    /// The nation of each name.
    owners: Vec<usize>,
    /// The name of each in type of the usual size.
    labels: Vec<Label>,
    /// The names, the most important first.
    order: Vec<usize>,
    /// Where each name stands; `None` once it is gone.
    chosen: Vec<Option<u16>>,
    scratch: Scratch,
}

impl<'a> Thinning<'a> {
    fn new(
        names: &[NearName],
        nations: &'a [NationMark],
        obstacles: &'a LabelObstacles<'a>,
        options: &Options,
    ) -> Self {
        let usual = Options { text_unit: 1.0, ..*options };
        let owners: Vec<usize> = names.iter().map(|name| name.nation).collect();
        let mut order: Vec<usize> = (0..owners.len()).collect();
        order.sort_by(|a, b| nations[owners[*b]].radius.total_cmp(&nations[owners[*a]].radius));
        Self {
            labels: owners.iter().map(|nation| name_label(&nations[*nation], &usual)).collect(),
            chosen: names.iter().map(|name| Some(name.candidate)).collect(),
            nations,
            obstacles,
            owners,
            order,
            scratch: Scratch::default(),
        }
    }

    /// Sets the names in larger type: the most important first, each stays where it is if that is still
    /// free, else takes the cheapest free position, else goes.
    fn enlarge_to(&mut self, unit: f32, fixed: &[TextBox]) {
        let mut boxes = PlacedBoxes::new(self.owners.len(), fixed, self.obstacles);
        for name in self.order.clone() {
            let Some(before) = self.chosen[name] else { continue };
            let now = self.free_candidate(name, before, unit, &mut boxes);
            boxes.set(name, now.map(|candidate| self.name_box(name, candidate, unit)));
            self.chosen[name] = now;
        }
    }

    fn free_candidate(
        &mut self,
        name: usize,
        before: u16,
        unit: f32,
        boxes: &mut PlacedBoxes,
    ) -> Option<u16> {
        if self.is_free(name, before, unit, boxes) {
            return Some(before);
        }
        let others = (0..CANDIDATES).filter(|candidate| *candidate != before);
        let free: Vec<u16> =
            others.filter(|candidate| self.is_free(name, *candidate, unit, boxes)).collect();
        let cost = |candidate: u16| {
            let text_box = self.name_box(name, candidate, unit);
            let own = Some(self.owners[name]);
            COSTS[usize::from(candidate)]
                + self.obstacles.cost(&text_box, own, None, &mut Scratch::default())
        };
        free.into_iter().min_by(|a, b| cost(*a).total_cmp(&cost(*b)))
    }

    fn is_free(&mut self, name: usize, candidate: u16, unit: f32, boxes: &mut PlacedBoxes) -> bool {
        let text_box = self.name_box(name, candidate, unit);
        self.obstacles.allows(&text_box, Some(self.owners[name]), &mut self.scratch)
            && boxes.overlapped(&text_box).is_empty()
    }

    /// The box of a name in type of some size. A label box keeps the type that it was made for.
    fn name_box(&self, name: usize, candidate: u16, unit: f32) -> TextBox {
        let mark = &self.nations[self.owners[name]];
        let growth = if mark.text_size.is_some() { 1.0 } else { unit };
        name_box(mark, self.labels[name].extent * growth, candidate)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::SIZES_PER_DOUBLING;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Map, Nation, NationId, Point};
    use crate::scene::{LabelOwner, Options, Positions, Scene, build, relabel};

    /// Nations in rough rows, with names of many lengths.
    fn crowd(count: u32) -> Map {
        let mut map = Map::empty();
        for id in 0..count {
            let name = "Democratic Republic of Somewhere".chars().take(3 + id as usize * 7 % 29);
            let wobble = (id * 37 % 61) as f32;
            let position =
                Point::new((id % 8) as f32 * 120.0 + wobble, (id / 8) as f32 * 110.0 - wobble);
            let nation = Nation {
                key: id.to_string(),
                name: name.collect(),
                position: Some(position),
                ..Nation::default()
            };
            let insert = Change::Insert(id as usize, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id + 1), insert)).expect("a new nation");
        }
        map
    }

    fn named(scene: &Scene) -> BTreeSet<LabelOwner> {
        scene.labels.iter().map(|label| label.owner).collect()
    }

    #[test]
    fn names_go_one_by_one_and_come_back_in_the_same_order() {
        let map = crowd(48);
        let mut scene = build(&map, &Positions::of(&map), &Options::default());
        let mut before = named(&scene);
        assert_eq!(before.len(), 48);
        for size in 1..=80_u16 {
            let text_unit = (f32::from(size) / SIZES_PER_DOUBLING).exp2();
            relabel(&map, &Options { text_unit, ..Options::default() }, &mut scene);
            let now = named(&scene);
            assert!(now.is_subset(&before), "a name came back at {text_unit}");
            assert!(before.len() - now.len() <= 5, "{} to {} names", before.len(), now.len());
            before = now;
        }
        assert!((8..40).contains(&before.len()), "{} names from afar", before.len());
    }
}
