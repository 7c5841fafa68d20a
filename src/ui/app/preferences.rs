//! What a person chooses to keep from one start to the next: theme, side panel and other settings.

use egui::{Context, ThemePreference};

use super::App;
use crate::ui::settings::{Settings, ThemeChoice};
use crate::ui::state::Tab;
use crate::ui::theme::PANEL_WIDTH;

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

    /// The width of the side panel: half the window for a wide list.
    pub(super) fn panel_width(&self, ctx: &Context) -> f32 {
        if self.state.tab == Tab::List && self.state.settings.wide_list {
            (ctx.content_rect().width() / 2.0).round().max(PANEL_WIDTH)
        } else {
            PANEL_WIDTH
        }
    }

    /// Gives the list half the window or takes it back; opens the list where it isn't shown.
    pub(super) fn toggle_wide_list(&mut self) {
        let is_shown = self.state.tab == Tab::List && self.state.settings.panel_open;
        let is_wide = !is_shown || !self.state.settings.wide_list;
        self.state.tab = Tab::List;
        self.change_settings(|settings| {
            settings.panel_open = true;
            settings.wide_list = is_wide;
        });
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
