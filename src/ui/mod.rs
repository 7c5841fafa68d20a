//! The window: canvas, panels, dialogs, bars and the theme.
//!
//! Each of them is a function from [`State`] to [`Intent`]s, and [`App`] alone carries intents out.
//! Parsing, layout maths and the writing of files happen on the floors below.

mod actions;
mod app;
mod canvas;
pub mod chrome;
mod column_role;
pub mod completion;
pub mod dialogs;
mod intent;
pub mod panels;
mod quick_entry;
mod settings;
mod state;
pub mod system;
#[cfg(test)]
mod test_example;
mod theme;

pub use actions::{Action, Effect, Entry, Menu};
pub use app::{App, Start};
pub use intent::{Intent, NotSavedAnswer, UnsavedAnswer};
pub use settings::{Settings, ThemeChoice};
pub use state::sample::Sample;
pub use state::visible_part::{Totals, VisiblePart};
pub use state::{CloseReason, Dialog, LayoutState, PathPurpose, State, Tab, Tool};

/// Opens the window, with a map if one is given, and returns when it has been closed.
///
/// # Errors
/// A message for a person when no window can be opened.
pub fn run(file: Option<std::path::PathBuf>) -> Result<(), String> {
    let icon = icon();
    let viewport = egui::ViewportBuilder::default()
        .with_app_id("entente")
        .with_title("Entente")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([720.0, 480.0])
        .with_drag_and_drop(true)
        .with_icon(icon);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let recovery = settings::state_folder("recovery");
    let versions = settings::data_folder("versions");
    let start = Start { path: file, settings: Settings::load(), recovery, versions };
    let build: eframe::AppCreator<'_> = Box::new(|context| {
        let mut app = App::new(&context.egui_ctx, start)?;
        app.attach_to_system(&context.egui_ctx, settings::state_folder("reports"));
        Ok(Box::new(app))
    });
    eframe::run_native("entente", options, build).map_err(|_| {
        // The toolkit's own message doesn't say what a person can do.
        "Can't open a window: no display with OpenGL was found. Without one, “entente render MAP -o FIGURE.pdf” draws a map.".to_owned()
    })
}

/// The app's icon; empty where it can't be drawn, which a test excludes.
fn icon() -> egui::IconData {
    const SIZE: u16 = 128;
    let svg = include_str!("../../assets/entente.svg");
    crate::export::icon_rgba(svg, SIZE).map_or_else(egui::IconData::default, |rgba| {
        egui::IconData { rgba, width: SIZE.into(), height: SIZE.into() }
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_icon_can_be_drawn() {
        let icon = super::icon();
        assert_eq!(icon.rgba.len(), 4 * 128 * 128);
        assert!(icon.rgba.chunks(4).any(|pixel| pixel[3] == 255));
    }
}
