//! Names on a map that is seen from afar, where their type is larger than the marks around it.
//!
//! Each name has a largest type size of its own: up to it the name is there, beyond it it is gone. So
//! names go one by one as the map is zoomed out, come back in the same order, and none comes and goes twice. Where
//! there is no room for a name, the nation's code takes its place, if it has one.
//! A search for each size alone would find a few names more, but other ones each time.
//!
//! Source: the requirements on labels while zooming are those of Been, Daiches & Yap (2006), “Dynamic map
//! labeling”; positions may change here, since a name that only moves is still there.

use super::name_candidates::{COSTS_FROM_AFAR, name_box, name_label};
use super::obstacles::{LabelObstacles, Scratch};
use super::placed_boxes::PlacedBoxes;
use super::text_box::TextBox;
use crate::model::Point;
use crate::scene::nations::{NAME_SIZE, name_extent, narrow_name_lines};
use crate::scene::{Label, NationMark, Options};

/// The sizes at which names may go, per doubling of the type size.
const SIZES_PER_DOUBLING: f32 = 36.0;
/// The most names that move so that one more finds room.
const MOST_MOVED: usize = 2;

/// A name that is there at type of the usual size.
pub(super) struct NearName {
    /// The index of its nation.
    pub(super) nation: usize,
    /// The candidate position at which it stands.
    pub(super) candidate: u16,
    /// What stands for it where it has no room.
    pub(super) code: Option<String>,
}

/// How a name is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// In its usual lines.
    Usual,
    /// In more lines, which are shorter.
    Narrow,
    /// As a code.
    Code,
}

/// Where a name stands and how it is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// One of the positions from afar.
    pub(super) candidate: u16,
    form: Form,
}

/// The places of names that are still there in type of the size of `options`, in their order.
pub(super) fn thin_out(
    names: &[NearName],
    nations: &[NationMark],
    fixed: &[TextBox],
    obstacles: &LabelObstacles<'_>,
    options: &Options,
) -> Vec<Option<Place>> {
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

impl NearName {
    /// The name as it is set at a place, not yet placed.
    pub(super) fn label_at(&self, place: Place, mark: &NationMark, options: &Options) -> Label {
        let label = name_label(mark, options);
        match self.lines(place.form, mark) {
            Some(lines) => Label { extent: name_extent(&lines, label.size), lines, ..label },
            None => label,
        }
    }

    /// Its lines in a form that isn't the usual one, if it has that form.
    fn lines(&self, form: Form, mark: &NationMark) -> Option<Vec<String>> {
        match form {
            // A label box holds its name as it is.
            Form::Narrow if mark.text_size.is_none() => narrow_name_lines(&mark.name),
            Form::Code if mark.text_size.is_none() => Some(vec![self.code.clone()?]),
            _ => None,
        }
    }
}

/// Names that are set in larger and larger type.
struct Thinning<'a> {
    nations: &'a [NationMark],
    obstacles: &'a LabelObstacles<'a>,
    /// The nation of each name.
    owners: Vec<usize>,
    /// The width and height of each name in type of the usual size, in each form that it has.
    extents: Vec<[Option<Point>; 3]>,
    /// The names, the most important first.
    order: Vec<usize>,
    /// Where each name stands; `None` once it is gone.
    chosen: Vec<Option<Place>>,
    /// Whether a code stands for it.
    is_code: Vec<bool>,
    scratch: Scratch,
}

/// The boxes of names in type of some size.
struct Boxes {
    unit: f32,
    placed: PlacedBoxes,
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
        let extents = |name: &NearName| {
            let mark = &nations[name.nation];
            let extent = |form| name.lines(form, mark).map(|lines| name_extent(&lines, NAME_SIZE));
            [Some(name_label(mark, &usual).extent), extent(Form::Narrow), extent(Form::Code)]
        };
        let near = |name: &NearName| Some(Place { candidate: name.candidate, form: Form::Usual });
        Self {
            extents: names.iter().map(extents).collect(),
            chosen: names.iter().map(near).collect(),
            is_code: vec![false; names.len()],
            nations,
            obstacles,
            owners,
            order,
            scratch: Scratch::default(),
        }
    }

    /// Sets the names in larger type, the most important first: each stays where it is if that is still free, else
    /// takes the cheapest free place, else one that others leave for another, else is set as a code, else goes.
    fn enlarge_to(&mut self, unit: f32, fixed: &[TextBox]) {
        let placed = PlacedBoxes::new(self.owners.len(), fixed, self.obstacles);
        let boxes = &mut Boxes { unit, placed };
        let (mut moving, mut astray) = (Vec::new(), Vec::new());
        for name in self.order.clone() {
            let Some(before) = self.chosen[name] else { continue };
            if !self.is_free(name, before, boxes) {
                moving.push(name);
                continue;
            }
            self.put(name, Some(before), boxes);
            let text_box = self.name_box(name, before, unit);
            if !self.obstacles.is_nearest_to(&text_box, self.owners[name], &mut self.scratch) {
                astray.push(name);
            }
        }
        // None takes the place of one that can stay, and no code that of a name.
        self.find_room(&mut moving, boxes);
        moving.retain(|name| !self.is_code[*name] && self.extents[*name][2].is_some());
        moving.iter().for_each(|name| self.is_code[*name] = true);
        self.find_room(&mut moving, boxes);
        astray.retain(|name| !self.is_code[*name]);
        for name in astray {
            let free = self.free_place(name, boxes).or(self.chosen[name]);
            self.put(name, free, boxes);
        }
    }

    /// Finds room for names where something is free, and then for those for which nothing is; leaves those that find
    /// none.
    fn find_room(&mut self, names: &mut Vec<usize>, boxes: &mut Boxes) {
        names.retain(|name| {
            let free = self.free_place(*name, boxes);
            self.put(*name, free, boxes);
            free.is_none()
        });
        names.retain(|name| !self.make_room(*name, boxes));
    }

    fn put(&mut self, name: usize, place: Option<Place>, boxes: &mut Boxes) {
        let text_box = place.map(|place| self.name_box(name, place, boxes.unit));
        boxes.placed.set(name, text_box);
        self.chosen[name] = place;
    }

    /// Puts a name where others that lie in the way have another place, or else where a less important one goes.
    fn make_room(&mut self, name: usize, boxes: &mut Boxes) -> bool {
        let places = self.places(name, boxes.unit);
        for place in &places {
            let in_the_way = self.in_the_way(name, *place, boxes);
            if in_the_way.len() <= MOST_MOVED && self.push(name, *place, &in_the_way, boxes) {
                return true;
            }
        }
        let radius = |name: usize| self.nations[self.owners[name]].radius;
        for place in places {
            if let [other] = self.in_the_way(name, place, boxes)[..]
                && other < self.owners.len()
                && self.is_code[other] == self.is_code[name]
                && radius(other) < radius(name)
            {
                self.put(other, None, boxes);
                self.put(name, Some(place), boxes);
                if self.extents[other][2].is_some() && !self.is_code[other] {
                    self.is_code[other] = true;
                    let free = self.free_place(other, boxes);
                    self.put(other, free, boxes);
                }
                return true;
            }
        }
        false
    }

    /// Puts a name at a place, and the others that lie there elsewhere; returns whether each has found a place. If not,
    /// nothing changes.
    fn push(&mut self, name: usize, place: Place, others: &[usize], boxes: &mut Boxes) -> bool {
        if others.iter().any(|other| *other >= self.owners.len()) {
            return false;
        }
        let before: Vec<Option<Place>> = others.iter().map(|other| self.chosen[*other]).collect();
        others.iter().for_each(|other| self.put(*other, None, boxes));
        self.put(name, Some(place), boxes);
        let all_moved = others.iter().all(|other| {
            let free = self.free_place(*other, boxes);
            self.put(*other, free, boxes);
            free.is_some()
        });
        if !all_moved {
            self.put(name, None, boxes);
            others.iter().zip(before).for_each(|(other, place)| self.put(*other, place, boxes));
        }
        all_moved
    }

    /// The cheapest place of a name that is free.
    fn free_place(&mut self, name: usize, boxes: &mut Boxes) -> Option<Place> {
        let places = self.places(name, boxes.unit);
        let own = |other: &usize| *other == name;
        places.into_iter().find(|place| self.in_the_way(name, *place, boxes).iter().all(own))
    }

    /// The places that a name may move to, the cheapest first: off all marks, and nearer to its own than to any other.
    fn places(&mut self, name: usize, unit: f32) -> Vec<Place> {
        let own = self.owners[name];
        let forms =
            if self.is_code[name] { &[Form::Code][..] } else { &[Form::Usual, Form::Narrow] };
        let has_form = |form: &&Form| self.extents[name][**form as usize].is_some();
        let forms: Vec<Form> = forms.iter().filter(has_form).copied().collect();
        let mut places: Vec<(f32, Place)> = Vec::new();
        for (candidate, cost) in (0..).zip(COSTS_FROM_AFAR) {
            for form in forms.iter().copied() {
                let place = Place { candidate, form };
                let text_box = self.name_box(name, place, unit);
                if self.obstacles.allows(&text_box, Some(own), &mut self.scratch)
                    && self.obstacles.is_nearest_to(&text_box, own, &mut self.scratch)
                {
                    let among = self.obstacles.cost(&text_box, Some(own), None, &mut self.scratch);
                    places.push((cost + among, place));
                }
            }
        }
        places.sort_by(|a, b| a.0.total_cmp(&b.0));
        places.into_iter().map(|(_, place)| place).collect()
    }

    fn is_free(&mut self, name: usize, place: Place, boxes: &mut Boxes) -> bool {
        let text_box = self.name_box(name, place, boxes.unit);
        self.obstacles.allows(&text_box, Some(self.owners[name]), &mut self.scratch)
            && boxes.placed.overlapped(&text_box).is_empty()
    }

    /// The names and fixed boxes that a name would overlap.
    fn in_the_way(&self, name: usize, place: Place, boxes: &mut Boxes) -> Vec<usize> {
        boxes.placed.overlapped(&self.name_box(name, place, boxes.unit))
    }

    /// The box of a name in type of some size. A label box keeps the type that it was made for.
    fn name_box(&self, name: usize, place: Place, unit: f32) -> TextBox {
        let mark = &self.nations[self.owners[name]];
        let growth = if mark.text_size.is_some() { 1.0 } else { unit };
        let extents = &self.extents[name];
        let extent = extents[place.form as usize].or(extents[0]).unwrap_or_default();
        name_box(mark, extent * growth, place.candidate)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::SIZES_PER_DOUBLING;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Map, Nation, NationId, Point};
    use crate::scene::{Label, LabelOwner, Options, Positions, Scene, build, relabel, usual_name};

    /// Nations in rough rows, with names of many lengths.
    fn crowd(count: u32) -> Map {
        crowd_with(count, |_| None)
    }

    /// The same with codes.
    fn crowd_with(count: u32, code: impl Fn(u32) -> Option<String>) -> Map {
        let mut map = Map::empty();
        for id in 0..count {
            let name = "Democratic Republic of Somewhere".chars().take(3 + id as usize * 7 % 29);
            let wobble = (id * 37 % 61) as f32;
            let position =
                Point::new((id % 8) as f32 * 120.0 + wobble, (id / 8) as f32 * 110.0 - wobble);
            let nation = Nation {
                key: id.to_string(),
                name: name.collect(),
                code: code(id),
                position: Some(position),
                ..Nation::default()
            };
            let insert = Change::Insert(id as usize, Box::new(nation));
            apply(&mut map, Command::Nation(NationId(id + 1), insert)).expect("a new nation");
        }
        map
    }

    #[test]
    fn where_room_is_scarce_names_are_set_narrower_and_then_as_codes() {
        let map = crowd_with(48, |id| Some(format!("C{id}")));
        let mut scene = build(&map, &Positions::of(&map), &Options::default());
        relabel(&map, &Options { text_unit: 2.0, ..Options::default() }, &mut scene);
        assert!(scene.left_out.names <= 2, "{} are left out", scene.left_out.names);
        let is_code = |label: &&Label| label.lines[0].starts_with('C');
        let codes = scene.labels.iter().filter(is_code).count();
        assert!((1..16).contains(&codes), "{codes} codes");
        let usual = |label: &Label| {
            let mark = scene.nations.iter().find(|mark| label.owner == LabelOwner::Nation(mark.id));
            usual_name(mark.expect("its nation"), &Options::default()).expect("a name").lines.len()
        };
        assert!(scene.labels.iter().any(|label| label.lines.len() > usual(label)), "none narrower");
        for (index, label) in scene.labels.iter().enumerate() {
            let others = &scene.labels[index + 1..];
            assert!(!others.iter().any(|other| other.bounds.intersects(&label.bounds)));
        }
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
