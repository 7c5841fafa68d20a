//! The organisations that a nation belongs to, with since and until.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::form::{self, Drafts};
use super::nation_edit::edited;
use crate::model::{Extra, Map, Membership, Nation, NationId, NationType};
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::icon_button;

pub(super) fn show(
    ui: &mut Ui,
    map: &Map,
    id: NationId,
    nation: &Nation,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let organisations: Vec<(NationId, String)> = map
        .nations()
        .iter()
        .filter(|(other, n)| *other != id && n.nation_type == NationType::Organisation)
        .map(|(other, n)| (other, n.name.clone()))
        .collect();
    form::section(ui, "Member of");
    for (index, membership) in nation.memberships.iter().enumerate() {
        ui.push_id(("membership", index), |ui| {
            one(ui, id, nation, index, membership, &organisations, drafts, out);
        });
    }
    if organisations.is_empty() {
        form::advice(
            ui,
            "No organisation on this map yet. Set a nation's type to organisation, and others can join it.",
        );
        return;
    }
    let joined = |organisation: &NationId| {
        nation.memberships.iter().any(|m| m.organisation == *organisation)
    };
    if let Some((organisation, name)) = organisations.iter().find(|(o, _)| !joined(o))
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
        edited(out, id, nation, "Add membership of", |n| n.memberships.push(membership));
    }
}

#[expect(clippy::too_many_arguments, reason = "a row of a form, with all it shows")]
fn one(
    ui: &mut Ui,
    id: NationId,
    nation: &Nation,
    index: usize,
    membership: &Membership,
    organisations: &[(NationId, String)],
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let mut replace = |changed: Membership| {
        edited(out, id, nation, "Change membership of", |n| {
            if let Some(slot) = n.memberships.get_mut(index) {
                *slot = changed;
            }
        });
    };
    if let Some(organisation) =
        form::choice(ui, "Organisation", &membership.organisation, organisations.to_vec())
    {
        replace(Membership { organisation, ..membership.clone() });
    }
    let mut ends = Vec::new();
    if let Some(since) = form::date(ui, &mut ends, drafts, "Since", membership.since) {
        replace(Membership { since, ..membership.clone() });
    }
    if let Some(until) = form::date(ui, &mut ends, drafts, "Until", membership.until) {
        replace(Membership { until, ..membership.clone() });
    }
    out.extend(ends);
    if icon_button(ui, icon::TRASH, "Remove membership", None).clicked() {
        edited(out, id, nation, "Remove membership of", |n| {
            n.memberships.remove(index);
        });
    }
}
