//! The row of what was found.

use egui_phosphor::regular as icon;

use super::search::{Hit, Match};
use crate::edit::Target;
use crate::model::{Evidence, Map, NationType, TextNote};
use crate::ui::dialogs::pick_list::{Row, Standing};
use crate::ui::state::{State, count_in_words};

/// A row with what says most about what was found: the code of a nation, the label and kind of a tie; or
/// by what it was found, where none of these says so.
pub fn row(state: &State, found: &Match) -> Row {
    let map = state.map();
    let (icon, name, usual) = match found.hit {
        Hit::Record(target) => record(map, target),
        Hit::Kind(id) => {
            let name = map.kinds().get(id).map_or_else(String::new, |kind| kind.name.clone());
            let ties = map.ties().iter().filter(|(_, tie)| tie.kind == id).count();
            (icon::PALETTE, name, with_count("Kind of tie", ties))
        }
        Hit::Source(id) => {
            let title = map.sources().get(id).map_or_else(String::new, |s| s.title.clone());
            let cites = |evidence: &Evidence| evidence.source == Some(id);
            let ties = map.ties().iter().filter(|(_, t)| t.evidence.iter().any(cites)).count();
            (icon::BOOK_OPEN, title, with_count("Source", ties))
        }
    };
    let detail = match &found.why {
        Some(why) if usual.is_empty() => why.clone(),
        Some(why) => format!("{why} · {usual}"),
        None => usual,
    };
    match found.hit {
        Hit::Record(target) if !state.shows(target) => {
            let detail =
                if detail.is_empty() { HIDDEN.to_owned() } else { format!("{HIDDEN} · {detail}") };
            Row { icon: icon::EYE_SLASH, name, detail, standing: Standing::Hidden }
        }
        _ => Row { icon, name, detail, standing: Standing::Usual },
    }
}

/// What is said of what the filter or the person hides.
const HIDDEN: &str = "hidden";

fn with_count(sort: &str, ties: usize) -> String {
    match ties {
        0 => sort.to_owned(),
        ties => format!("{sort} · {}", count_in_words(0, ties)),
    }
}

/// Icon, name and detail of a nation, a tie or a text note.
fn record(map: &Map, target: Target) -> (&'static str, String, String) {
    match target {
        Target::Nation(id) => {
            let nation = map.nations().get(id);
            let icon = match nation.map(|n| n.nation_type) {
                Some(NationType::Organisation) => icon::USERS_THREE,
                Some(NationType::Group) => icon::USERS,
                _ => icon::FLAG,
            };
            let name = nation.map_or_else(String::new, |n| n.name.clone());
            (icon, name, nation.and_then(|n| n.code.clone()).unwrap_or_default())
        }
        Target::Tie(id) => {
            let tie = map.ties().get(id);
            let kind = tie.and_then(|tie| map.kinds().get(tie.kind));
            let parts = [tie.map(|tie| tie.label.clone()), kind.map(|kind| kind.name.clone())];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            let detail = parts.collect::<Vec<_>>().join(" · ");
            (icon::LINE_SEGMENT, map.tie_name(id), detail)
        }
        Target::Note(id) => {
            let note = map.text_notes().get(id);
            let name = note.map_or_else(String::new, TextNote::short);
            (icon::NOTE, name, "Note".to_owned())
        }
    }
}
