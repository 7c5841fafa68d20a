//! The camera that shows a dense map as large as can be while nothing that floats on the canvas covers a nation or a
//! name: the map goes into the room between heading, legend, tools and controls, whatever its outline is.

use egui::{Rect, Vec2};

use super::overlays::Overlays;
use crate::model::Rect as WorldRect;
use crate::scene::{LabelOwner, NationMark, Scene};
use crate::ui::canvas::drawing::heading_and_legend::HeadingAndLegend;
use crate::ui::canvas::viewport::camera::Camera;

/// The margin around the map, and around what floats on the canvas, in logical pixels.
const MARGIN: f32 = 8.0;
/// The most marks and labels of which it is asked whether something covers them.
const MOST_BOXES: usize = 3_000;
/// By how much zooms that are tried differ.
const STEP: f32 = 1.02;
/// How many places are tried at each zoom, across and down.
const PLACES: u8 = 17;

/// What has to be seen of a map, and what floats over it.
pub(super) struct CloseFit {
    canvas: Rect,
    /// Marks of nations and labels.
    boxes: Vec<WorldRect>,
    floating: Vec<Rect>,
}

impl CloseFit {
    /// `None` for a map of very many marks.
    pub(super) fn of(scene: &Scene, canvas: Rect, overlays: &Overlays) -> Option<Self> {
        // The names of blocs find another place.
        let is_fixed = |owner: LabelOwner| !matches!(owner, LabelOwner::Hull(_));
        let labels = scene.labels.iter().filter(|label| is_fixed(label.owner));
        let nations = scene.nations.iter().filter(|mark| mark.is_drawn()).map(NationMark::bounds);
        let boxes: Vec<WorldRect> = labels.map(|label| label.bounds).chain(nations).collect();
        let floating = HeadingAndLegend::place(scene, canvas, 1.0).covered(scene, canvas);
        let floating =
            floating.into_iter().chain([overlays.notes, overlays.corner].into_iter().flatten());
        let floating = floating.map(|area| area.expand(MARGIN)).collect();
        (boxes.len() <= MOST_BOXES).then_some(Self { canvas, boxes, floating })
    }

    /// The camera that shows a part of the world at the largest zoom, if that is larger than another one.
    pub(super) fn camera(&self, world: WorldRect, than: f32) -> Option<Camera> {
        let room = self.canvas.shrink(MARGIN);
        let mut zoom = Camera::fitting(self.canvas, room, world, f32::MAX).zoom;
        while zoom > than {
            if let Some(camera) = self.at(world, zoom, room) {
                return Some(camera);
            }
            zoom /= STEP;
        }
        None
    }

    /// The camera of a zoom at which nothing is covered, the map as near to the middle of the room as can be.
    fn at(&self, world: WorldRect, zoom: f32, room: Rect) -> Option<Camera> {
        let size = Vec2::new(world.width(), world.height()) * zoom;
        let slack = (room.size() - size).max(Vec2::ZERO);
        let parts = || (0..PLACES).map(|part| f32::from(part) / f32::from(PLACES - 1) - 0.5);
        let mut shifts: Vec<Vec2> =
            parts().flat_map(|y| parts().map(move |x| Vec2::new(x, y) * slack)).collect();
        shifts.sort_by(|a, b| a.length_sq().total_cmp(&b.length_sq()));
        let camera = |shift: Vec2| {
            let free = Rect::from_center_size(room.center() + shift, size);
            Camera::fitting(self.canvas, free, world, zoom)
        };
        shifts.into_iter().map(camera).find(|camera| !self.is_covered(camera))
    }

    fn is_covered(&self, camera: &Camera) -> bool {
        self.floating.iter().any(|area| {
            let area = camera.world_rect_from_screen(self.canvas, *area);
            self.boxes.iter().any(|other| other.intersects(&area))
        })
    }
}

#[cfg(test)]
mod tests {
    use egui::{Context, Rect, pos2};

    use super::*;
    use crate::edit::{Command, History, Placement, apply};
    use crate::layout::Flow;
    use crate::model::Map;
    use crate::tasks::{LayoutRequest, lay_out};
    use crate::ui::canvas::Canvas;
    use crate::ui::settings::Settings;
    use crate::ui::state::State;
    use crate::ui::test_example::window;

    /// Blocs of 18 nations that are all tied to one another, with a few ties across, laid out.
    fn blocs() -> Map {
        let (mut nations, mut ties) = (Vec::new(), Vec::new());
        let mut tie = |from: u32, to: u32, kind: &str| {
            ties.push(format!(r#"{{"from": "{from}", "to": "{to}", "kind": "{kind}"}}"#));
        };
        for at in 0..90 {
            nations.push(format!(r#"{{"id": "{at}", "name": "Grand Duchy {at}"}}"#));
            (at + 1..(at / 18 + 1) * 18).for_each(|other| tie(at, other, "allied"));
            if at % 3 == 0 {
                tie(at, (at * 7 + 20) % 90, "concern");
            }
        }
        let text = format!(
            r#"{{"format": "entente-map", "version": "1.0", "title": "Blocs of a crowded map",
                "nations": [{}], "ties": [{}]}}"#,
            nations.join(","),
            ties.join(",")
        );
        let mut map = crate::formats::read(text.as_bytes()).expect("a map").map;
        let places = lay_out(&map, &LayoutRequest::Missing, 1, &mut |_| Flow::Continue);
        let placement = |(id, at)| (id, Placement { position: Some(at), pinned: false });
        let places = places.expect("a layout").into_iter().map(placement).collect();
        apply(&mut map, Command::Placements(places)).expect("places");
        map
    }

    /// What lies over the map, and where its labels and marks are, on the screen.
    fn on_screen(canvas: &Canvas, corner: Rect) -> (Rect, Vec<Rect>, Vec<Rect>) {
        let (area, camera) = (canvas.rect().expect("shown"), canvas.camera.camera());
        let scene = canvas.scene.drawn().expect("drawn").scene();
        let place = |bounds: WorldRect| {
            let [min, max] =
                [bounds.min, bounds.max].map(|corner| camera.screen_from_world(area, corner));
            Rect::from_min_max(min, max)
        };
        let mut floating = HeadingAndLegend::place(scene, area, camera.zoom).covered(scene, area);
        floating.push(corner);
        let nations = scene.nations.iter().map(NationMark::bounds);
        let all = scene.labels.iter().map(|label| label.bounds).chain(nations);
        (area, floating, all.map(place).collect())
    }

    #[test]
    fn nothing_that_floats_over_a_dense_map_covers_a_nation_or_a_name_once_it_is_fitted() {
        let state = State::new(History::of_saved(blocs()), None, Settings::default());
        let corner = |ctx: &Context| {
            let end = ctx.content_rect().max;
            Rect::from_min_max(pos2(end.x - 170.0, end.y - 50.0), end - Vec2::splat(12.0))
        };
        let mut harness = window(Canvas::default(), |ui, canvas| {
            canvas.show(ui, &state, &mut Vec::new());
            canvas.keep_clear_of(None, corner(ui.ctx()));
        });
        harness.run_steps(40);
        let floating = corner(&harness.ctx);
        let canvas = harness.state();
        let scene = canvas.scene.drawn().expect("drawn").scene();
        let named = |is_of_bloc| {
            let owners = scene.labels.iter().map(|label| label.owner);
            owners.filter(|owner| matches!(owner, LabelOwner::Hull(_)) == is_of_bloc).count()
        };
        assert!(canvas.zoom() < 0.8, "{}", canvas.zoom());
        assert!(named(true) >= 3 && named(false) > 70, "{} {}", named(true), named(false));
        let (area, floating, boxes) = on_screen(canvas, floating);
        for seen in boxes {
            assert!(area.contains_rect(seen), "{seen} is cut");
            let cover = floating.iter().find(|cover| cover.intersects(seen));
            assert!(cover.is_none(), "{seen} is covered by {cover:?}");
        }
    }
}
