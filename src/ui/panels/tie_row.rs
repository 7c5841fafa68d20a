//! A tie as a row of a list.

use egui::Ui;

use super::form;
use crate::edit::Target;
use crate::model::{End, Map, NationId, TieId};
use crate::ui::intent::Intent;
use crate::ui::theme::line_preview;

/// A row for a tie; seen from one of its ends, it names the other.
pub(super) fn tie_row(
    ui: &mut Ui,
    map: &Map,
    id: TieId,
    seen_from: Option<NationId>,
    out: &mut Vec<Intent>,
) {
    let Some(tie) = map.ties().get(id) else { return };
    let text = match seen_from {
        Some(nation) if tie.from == nation => map.end_name(tie.to),
        Some(_) => map.end_name(End::Nation(tie.from)),
        None => map.tie_name(id),
    };
    let kind = map.kinds().get(tie.kind);
    let aside = match (tie.status, kind) {
        (Some(status), _) => status.name().to_owned(),
        (None, Some(kind)) => kind.name.to_lowercase(),
        (None, None) => String::new(),
    };
    let response = form::list_row(ui, false, &text, &aside, |ui, rect| {
        if let Some(kind) = kind {
            line_preview::paint(ui, rect, kind, tie.status);
        }
    });
    if response.clicked() {
        out.push(Intent::Select([Target::Tie(id)].into()));
    }
}
