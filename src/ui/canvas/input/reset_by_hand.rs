//! Giving up places that were set by hand: the map finds them by itself again.

use crate::edit::Command;
use crate::model::{End, Look, Map, Nation, NationId, Tie, TieId};
use crate::ui::intent::Intent;

/// Lets the map find the place of a nation's name; `None` if it does.
pub fn reset_name(map: &Map, id: NationId) -> Option<Intent> {
    let nation = map.nations().get(id).filter(|nation| nation.name_offset.is_some())?;
    let name = format!("Reset name position of {}", map.end_name(End::Nation(id)));
    Some(Intent::replace_nation(name, id, Nation { name_offset: None, ..nation.clone() }))
}

/// Lets the map find the place of the text along a tie; `None` if it does.
pub fn reset_label(map: &Map, id: TieId) -> Option<Intent> {
    let tie = map.ties().get(id).filter(|tie| tie.label_place.is_some())?;
    let name = format!("Reset label position of {}", map.tie_name(id));
    Some(Intent::replace_tie(name, id, Tie { label_place: None, ..tie.clone() }))
}

/// Lets the map find the bend of a tie; `None` if it does.
pub fn reset_bend(map: &Map, id: TieId) -> Option<Intent> {
    let tie = map.ties().get(id).filter(|tie| tie.bend.is_some())?;
    let name = format!("Reset bend of {}", map.tie_name(id));
    Some(Intent::replace_tie(name, id, Tie { bend: None, ..tie.clone() }))
}

/// Puts the legend where it stands by itself; `None` if it is there.
pub fn reset_legend(map: &Map) -> Option<Intent> {
    map.look().legend?;
    let look = Look { legend: None, ..map.look().clone() };
    let command = Command::Look(Box::new(look));
    Some(Intent::Edit { name: "Reset legend position".to_owned(), command })
}
