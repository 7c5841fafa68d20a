//! The size with which the window opens: what the desktop leaves free.

use egui::{Context, ViewportCommand, vec2};

use super::App;

/// What title bar and panels of a desktop may take of a screen, across and down, in logical pixels.
const DESKTOP_TAKES: [f32; 2] = [80.0, 120.0];

impl App {
    /// On a screen that has little more room than the window wants, lets the desktop give it all that is
    /// free: it alone knows where its panels are. Done once, when the size of the screen is known.
    pub(super) fn fit_to_screen(&mut self, ctx: &Context) {
        if self.has_fitted_to_screen {
            return;
        }
        let (screen, window) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.monitor_size, viewport.inner_rect)
        });
        let (Some(screen), Some(window)) = (screen, window) else { return };
        self.has_fitted_to_screen = true;
        let [across, down] = DESKTOP_TAKES;
        let free = screen - vec2(across, down);
        if window.width() > free.x || window.height() > free.y {
            // Where no window manager maximises it, it has at least a size that fits.
            ctx.send_viewport_cmd(ViewportCommand::InnerSize(window.size().min(free)));
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }
}
