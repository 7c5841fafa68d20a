//! The pictures of nations.

use super::{App, WindowContext};
use crate::edit::{Change, Command};
use crate::model::{NationId, Picture};
use crate::ui::state::PathPurpose;

impl App {
    /// Asks for a picture for a nation.
    pub(super) fn choose_picture(&mut self, nation: NationId, window: WindowContext<'_>) {
        self.ask_for_path(PathPurpose::Picture(nation), window);
    }

    /// Shows a picture in the mark of a nation, which may be gone by now.
    pub(super) fn set_picture(&mut self, id: NationId, picture: Picture) {
        let Some(nation) = self.state.map().nations().get(id) else { return };
        let name = format!("Change picture of {}", nation.name);
        let mut nation = nation.clone();
        nation.picture = Some(picture);
        self.edit(&name, Command::Nation(id, Change::Replace(Box::new(nation))));
    }
}
