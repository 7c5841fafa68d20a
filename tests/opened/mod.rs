//! The window as the tests open it.

#![allow(clippy::field_reassign_with_default, reason = "a private field forbids the other way")]

use std::path::PathBuf;

use egui_kittest::{Harness, HarnessBuilder};
use entente::ui::{App, Settings, Start, ThemeChoice};

/// The window with the first sample. Nothing moves by itself, so that a few frames are enough for
/// anything.
pub fn open_as<'a>(
    builder: HarnessBuilder<Option<App>>,
    theme: ThemeChoice,
) -> Harness<'a, Option<App>> {
    open_file_as(builder, theme, None)
}

/// The same window with the map of a file, once that has been read.
pub fn open_file_as<'a>(
    builder: HarnessBuilder<Option<App>>,
    theme: ThemeChoice,
    path: Option<PathBuf>,
) -> Harness<'a, Option<App>> {
    start_as(builder, theme, Start { path, ..Start::default() })
}

/// The same window with what it starts with; its settings are those of a test.
pub fn start_as<'a>(
    builder: HarnessBuilder<Option<App>>,
    theme: ThemeChoice,
    start: Start,
) -> Harness<'a, Option<App>> {
    let mut settings = Settings::default();
    settings.motion = false;
    settings.theme = theme;
    start_with_its_settings(builder, Start { settings, ..start })
}

/// The same window with all that it starts with.
pub fn start_with_its_settings<'a>(
    builder: HarnessBuilder<Option<App>>,
    start: Start,
) -> Harness<'a, Option<App>> {
    let mut window = builder.build_ui_state(
        move |ui, app: &mut Option<App>| match app {
            Some(app) => app.show(ui, None),
            None => *app = Some(App::new(ui.ctx(), start.clone()).expect("threads")),
        },
        None,
    );
    window.run_steps(4);
    window
}
