//! Keeps the numbers of the tab *Layout* current, while it is open.

use super::App;
use crate::ui::state::Tab;

impl App {
    /// Orders a measured of the map as it is, unless it has been.
    pub(in crate::ui) fn request_quality(&mut self) {
        let revision = self.state.history.revision();
        let is_open = self.state.settings.panel_open && self.state.tab == Tab::Layout;
        let is_ordered = self.quality_request.is_some_and(|(_, of)| of == revision);
        let nations = self.state.map().nations();
        let is_placed = nations.iter().all(|(_, nation)| nation.position.is_some());
        if is_open && !is_ordered && is_placed && !nations.is_empty() {
            let order = self.quality_worker.request(self.state.map().clone());
            self.quality_request = Some((order, revision));
        }
    }

    /// Takes what was measured, if it is what was ordered last.
    pub(in crate::ui) fn take_quality(&mut self) {
        let Some(measured) = self.quality_worker.take() else { return };
        if let (Some((order, revision)), Ok(quality)) = (self.quality_request, measured.result)
            && order == measured.request_id
        {
            self.state.quality = Some((revision, quality));
        }
    }
}
