//! Giving up places that were set by hand, each as a named step; `None` where there is nothing to give up.

use crate::edit;
use crate::model::{End, Map, NationId, TieId};
use crate::ui::intent::Intent;

/// Lets the map find the place of a nation's name.
pub fn reset_name(map: &Map, id: NationId) -> Option<Intent> {
    let command = edit::reset_name(map, id)?;
    let name = format!("Reset name position of {}", map.end_name(End::Nation(id)));
    Some(Intent::Edit { name, command })
}

/// Lets the map find the place of the text along a tie.
pub fn reset_label(map: &Map, id: TieId) -> Option<Intent> {
    let command = edit::reset_label(map, id)?;
    let name = format!("Reset label position of {}", map.tie_name(id));
    Some(Intent::Edit { name, command })
}

/// Lets the map find the bend of a tie.
pub fn reset_bend(map: &Map, id: TieId) -> Option<Intent> {
    let command = edit::reset_bend(map, id)?;
    let name = format!("Reset bend of {}", map.tie_name(id));
    Some(Intent::Edit { name, command })
}

/// Puts the legend where it stands by itself.
pub fn reset_legend(map: &Map) -> Option<Intent> {
    let command = edit::reset_legend(map)?;
    Some(Intent::Edit { name: "Reset legend position".to_owned(), command })
}
