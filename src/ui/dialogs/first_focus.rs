//! Which control of a dialog has the keyboard when it opens.

use egui::Response;

/// Gives the keyboard to one control of a dialog when it opens.
#[derive(Debug, Default)]
pub struct FirstFocus {
    is_wanted: bool,
}

impl FirstFocus {
    /// The focus of a dialog that opens.
    pub const fn wanted() -> Self {
        Self { is_wanted: true }
    }

    /// Gives the keyboard to this control, unless the dialog has given it away before.
    pub fn give(&mut self, response: &Response) {
        if !self.is_wanted {
            return;
        }
        // The first pass of a dialog only measures it, and loses the focus again.
        if response.has_focus() {
            self.is_wanted = false;
        } else {
            response.request_focus();
        }
    }
}
