//! The organisations that a nation belongs to, with since and until.

use egui::Ui;
use egui_phosphor::regular as icon;

use crate::model::{Extra, Membership, NationId, NationType};
use crate::ui::panels::form::{DATE, RecordForm, advice, choice_row, section};
use crate::ui::theme::widgets::icon_button;

/// What a change to a membership is called.
const CHANGE: &str = "Change membership of";

/// Shows all memberships of a nation.
pub fn show(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let (map, nation, own_id) = (form.editor.map, form.editor.record, form.editor.id);
    let organisations: Vec<(NationId, String)> = map
        .nations()
        .iter()
        .filter(|(id, n)| *id != own_id && n.nation_type == NationType::Organisation)
        .map(|(id, n)| (id, n.name.clone()))
        .collect();
    section(ui, "Member of");
    for (index, membership) in nation.memberships.iter().enumerate() {
        ui.push_id(("membership", index), |ui| {
            row(ui, form, index, membership, &organisations);
        });
    }
    if organisations.is_empty() {
        advice(
            ui,
            "No organisation on this map yet. Set a nation's type to organisation, and others can join it.",
        );
        return;
    }
    let joined = |organisation: &NationId| {
        nation.memberships.iter().any(|m| m.organisation == *organisation)
    };
    if let Some((organisation, name)) = organisations.iter().find(|(id, _)| !joined(id))
        && ui
            .button("Add membership")
            .on_hover_text(format!("Join {name}; choose another afterwards"))
            .clicked()
    {
        let membership = Membership {
            organisation: *organisation,
            since: None,
            until: None,
            extra: Extra::new(),
        };
        form.edit("Add membership of", |nation| nation.memberships.push(membership));
    }
}

fn row(
    ui: &mut Ui,
    form: &mut RecordForm<'_, NationId>,
    index: usize,
    membership: &Membership,
    organisations: &[(NationId, String)],
) {
    let organisation =
        choice_row(ui, "Organisation", &membership.organisation, organisations.to_vec());
    if let Some(organisation) = organisation {
        form.edit(CHANGE, |nation| nation.memberships[index].organisation = organisation);
    }
    let key = format!("membership/{index}/since");
    if let Some(since) = form.read(ui, "Since", &key, &membership.since, &DATE) {
        form.edit(CHANGE, |nation| nation.memberships[index].since = since);
    }
    let key = format!("membership/{index}/until");
    if let Some(until) = form.read(ui, "Until", &key, &membership.until, &DATE) {
        form.edit(CHANGE, |nation| nation.memberships[index].until = until);
    }
    if icon_button(ui, icon::TRASH, "Remove membership", None).clicked() {
        form.edit("Remove membership of", |nation| drop(nation.memberships.remove(index)));
    }
}
