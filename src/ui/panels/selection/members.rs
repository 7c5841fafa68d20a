//! The members of an organisation, with since and until, edited in place.

use egui::Ui;
use egui_phosphor::regular as icon;

use super::action_buttons::action_buttons;
use crate::edit::Target;
use crate::model::{Map, Membership, NationId, NationType};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::panels::form::{Drafts, RecordForm, TypedField, advice, section, show_in_view};
use crate::ui::theme::widgets::icon_button;

/// What a change to a membership is called.
const CHANGE: &str = "Change membership of";

/// Shows the members of a nation that is an organisation, or that has members: those of now, and then
/// those that have left.
pub fn show(
    ui: &mut Ui,
    map: &Map,
    organisation: NationId,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let members = memberships(map, organisation);
    let nation = map.nations().get(organisation);
    let is_organisation = nation.is_some_and(|n| n.nation_type == NationType::Organisation);
    if !is_organisation && members.is_empty() {
        return;
    }
    let (former, current): (Vec<_>, Vec<_>) =
        members.into_iter().partition(|(_, _, membership)| !map.is_current(membership));
    section(
        ui,
        &match current.len() {
            1 => "1 member".to_owned(),
            count => format!("{count} members"),
        },
    );
    if current.is_empty() && former.is_empty() {
        advice(ui, "No members yet. Add members, or drop nations on it.");
    }
    let places = |of: &[(NationId, usize, &Membership)]| {
        of.iter().map(|(member, index, _)| (*member, *index)).collect::<Vec<_>>()
    };
    show_in_view(ui, "members", places(&current), None, |ui, place| {
        row(ui, map, place, drafts, out);
    });
    if !former.is_empty() {
        section(ui, "Former members");
        show_in_view(ui, "former members", places(&former), None, |ui, place| {
            row(ui, map, place, drafts, out);
        });
    }
    action_buttons(ui, &[Action::AddMembers], out);
}

/// Each membership in an organisation: the member and which of its memberships it is.
fn memberships(map: &Map, organisation: NationId) -> Vec<(NationId, usize, &Membership)> {
    let of = |(id, nation): (NationId, &'_ crate::model::Nation)| {
        let all = nation.memberships.iter().enumerate();
        all.filter(|(_, membership)| membership.organisation == organisation)
            .map(|(index, _)| (id, index))
            .collect::<Vec<_>>()
    };
    let found = map.nations().iter().flat_map(of);
    let membership = |(id, index): (NationId, usize)| {
        Some((id, index, map.nations().get(id)?.memberships.get(index)?))
    };
    found.filter_map(membership).collect()
}

fn row(
    ui: &mut Ui,
    map: &Map,
    (member, index): (NationId, usize),
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    let Some(mut form) = RecordForm::open(map, member, drafts, out) else { return };
    ui.push_id(("member", member, index), |ui| {
        ui.horizontal(|ui| {
            let name = form.editor.record.name.clone();
            if ui.link(&name).on_hover_text("Select it").clicked() {
                form.out.push(Intent::Select([Target::Nation(member)].into()));
            }
            if icon_button(ui, icon::TRASH, &format!("Remove {name}"), None).clicked() {
                form.edit("Remove membership of", |nation| drop(nation.memberships.remove(index)));
            }
        });
        let since = format!("membership/{index}/since");
        let field = TypedField { caption: "Since", key: &since, step: CHANGE };
        form.date(ui, field, |nation| &mut nation.memberships[index].since);
        let until = format!("membership/{index}/until");
        let field = TypedField { caption: "Until", key: &until, step: CHANGE };
        form.date(ui, field, |nation| &mut nation.memberships[index].until);
    });
}
