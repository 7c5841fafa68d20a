//! A small map and a window for the tests of the interface.

use egui_kittest::Harness;

use super::settings::Settings;
use super::state::State;
use super::system::CompositionKeys;
use super::theme;
use crate::edit::{History, add_nation, add_tie, apply};
use crate::model::{End, Heading, Map, Nation, NationId, Point, TieId};

/// Japan and New Zealand with a pact, and China, which both are concerned about; saved, with no file.
pub fn example() -> State {
    State::new(History::of_saved(example_map()), None, Settings::default())
}

/// A window of 1024 × 640 that shows what `draw` draws of a value.
pub fn window<'a, T: 'a>(
    value: T,
    mut draw: impl FnMut(&mut egui::Ui, &mut T) + 'a,
) -> Harness<'a, T> {
    let size = egui::Vec2::new(1024.0, 640.0);
    let mut harness = Harness::builder().with_size(size).with_step_dt(0.25).build_ui_state(
        move |ui, value: &mut T| {
            if ui.ctx().cumulative_pass_nr() == 0 {
                // The fonts arrive with the next pass.
                theme::install(ui.ctx());
                ui.ctx().add_plugin(CompositionKeys::default());
            } else {
                draw(ui, value);
            }
        },
        value,
    );
    harness.run_steps(3);
    harness
}

/// Japan's id.
pub fn japan() -> NationId {
    NationId(1)
}

/// The id of the pact of Japan and New Zealand.
pub fn pact() -> TieId {
    TieId(1)
}

fn example_map() -> Map {
    let mut map = Map::empty();
    let heading =
        Heading { title: "Japan and New Zealand, June 2024".to_owned(), ..Heading::default() };
    perform(&mut map, crate::edit::Command::Heading(Box::new(heading)));
    for (name, code, x) in
        [("Japan", "JPN", 0.0), ("New Zealand", "NZL", 200.0), ("China", "CHN", 400.0)]
    {
        let nation = Nation {
            name: name.to_owned(),
            code: Some(code.to_owned()),
            tags: vec![if code == "CHN" { "Asia" } else { "Pacific" }.to_owned()],
            position: Some(Point::new(x, 0.0)),
            ..Nation::default()
        };
        let (_, command) = add_nation(&map, nation);
        perform(&mut map, command);
    }
    let [japan, new_zealand, china] = [1, 2, 3].map(NationId);
    let kind = |map: &Map, key| map.kinds().by_key(key).expect("a standard kind");
    for (from, to, key) in
        [(japan, new_zealand, "pact"), (japan, china, "concern"), (new_zealand, china, "concern")]
    {
        let (_, command) = add_tie(&map, from, End::Nation(to), kind(&map, key));
        perform(&mut map, command);
    }
    map
}

fn perform(map: &mut Map, command: crate::edit::Command) {
    apply(map, command).expect("the example keeps the rules");
}
