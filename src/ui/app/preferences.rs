//! What a person chooses to keep from one start to the next: theme, side panel and other settings.

use egui::{Context, ThemePreference};

use super::App;
use crate::ui::settings::{Settings, ThemeChoice};
use crate::ui::state::Tab;

impl App {
    /// Changes the settings and saves them.
    pub(super) fn change_settings(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.state.settings);
        self.state.settings.save();
    }

    /// Shows a tab of the side panel, and the panel.
    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.state.tab = tab;
        self.change_settings(|settings| settings.panel_open = true);
    }

    pub(super) fn use_theme(&mut self, choice: ThemeChoice, ctx: &Context) {
        self.change_settings(|settings| settings.theme = choice);
        self.apply_theme(ctx);
    }

    pub(super) fn apply_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.state.settings.theme {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
    }
}
