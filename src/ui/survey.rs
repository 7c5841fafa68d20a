//! Keeps the numbers of the tab *Layout* current, while it is open.

use super::app::App;
use super::state::Tab;

impl App {
    /// Orders a survey of the map as it is, unless it has been.
    pub(super) fn order_survey(&mut self) {
        let revision = self.state.history.revision();
        let is_open = self.state.settings.panel_open && self.state.tab == Tab::Layout;
        let is_ordered = self.surveyed.is_some_and(|(_, of)| of == revision);
        let nations = self.state.map().nations();
        let is_placed = nations.iter().all(|(_, nation)| nation.position.is_some());
        if is_open && !is_ordered && is_placed && !nations.is_empty() {
            let order = self.surveyor.order(self.state.map().clone());
            self.surveyed = Some((order, revision));
        }
    }

    /// Takes what was measured, if it is what was ordered last.
    pub(super) fn take_survey(&mut self) {
        let Some(survey) = self.surveyor.take() else { return };
        if let (Some((order, revision)), Ok(quality)) = (self.surveyed, survey.result)
            && order == survey.order
        {
            self.state.quality = Some((revision, quality));
        }
    }
}
