//! The organisations of several nations: joined, dated and left by all at once.

use egui::{Align, Label, Layout, Ui, Vec2};
use egui_phosphor::regular as icon;

use super::in_common::{InCommon, Joined};
use super::shared_form::{SharedForm, date};
use super::shared_value::Shared;
use crate::model::{Extra, Membership, Nation, NationId, NationType, PartialDate};
use crate::ui::panels::form::{advice, combo_box, row, section};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::icon_button;

/// Shows each organisation that some have joined, and a choice of one to join.
pub(super) fn show(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon) {
    section(ui, "Member of");
    for joined in &in_common.joined {
        ui.push_id(joined.organisation, |ui| organisation(ui, form, in_common, joined));
    }
    let map = form.map;
    let all = in_common.nations.targets.len();
    let can_join = |id: NationId| {
        let count = in_common.joined.iter().find(|j| j.organisation == id).map_or(0, |j| j.count);
        let own = in_common.nations.targets.iter().filter(|t| t.nation() == Some(id)).count();
        count + own < all
    };
    let organisations: Vec<(NationId, &str)> = map
        .nations()
        .iter()
        .filter(|(id, n)| n.nation_type == NationType::Organisation && can_join(*id))
        .map(|(id, nation)| (id, nation.name.as_str()))
        .collect();
    if organisations.is_empty() {
        if in_common.joined.is_empty() {
            advice(ui, "No organisation to join yet. Set a nation's type to organisation first.");
        }
        return;
    }
    let mut chosen = None;
    row(ui, "Join", |ui| {
        combo_box(ui, "Join", "Choose an organisation", |ui| {
            for (id, name) in organisations {
                if ui.selectable_label(false, name).clicked() {
                    chosen = Some(id);
                }
            }
        })
    });
    if let Some(id) = chosen {
        join(form, in_common, id);
    }
}

fn organisation(ui: &mut Ui, form: &mut SharedForm<'_>, in_common: &InCommon, joined: &Joined) {
    let id = joined.organisation;
    let name = form.map.nations().get(id).map_or("", |nation| nation.name.as_str());
    // From the right, so that a long name gives way to the buttons.
    let size = Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if icon_button(ui, icon::TRASH, &format!("Leave {name}"), None).clicked() {
            change_all(form, in_common, "Change memberships of", None, |_, nation| {
                nation.memberships.retain(|m| m.organisation != id);
            });
        }
        let all = in_common.nations.targets.len();
        if joined.count < all {
            if ui.button("Join all").clicked() {
                join(form, in_common, id);
            }
            ui.weak(format!("{} of {all}", joined.count));
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(name).truncate());
        });
    });
    let mut row =
        |caption: &str, shared: &Shared, set: fn(&mut Membership, Option<PartialDate>)| {
            let key = format!("membership/{}/{caption}", id.0);
            let Some(text) = form.typed(ui, caption, &key, shared, date) else { return };
            let read = text.parse().ok();
            change_all(form, in_common, "Change memberships of", Some(&key), |_, nation| {
                let own = nation.memberships.iter_mut().filter(|m| m.organisation == id);
                own.for_each(|membership| set(membership, read));
            });
        };
    row("Since", &joined.since, |membership, date| membership.since = date);
    row("Until", &joined.until, |membership, date| membership.until = date);
}

fn join(form: &mut SharedForm<'_>, in_common: &InCommon, organisation: NationId) {
    change_all(form, in_common, "Change memberships of", None, |id, nation| {
        let is_in = nation.memberships.iter().any(|m| m.organisation == organisation);
        if !is_in && id != organisation {
            let extra = Extra::new();
            nation.memberships.push(Membership { organisation, since: None, until: None, extra });
        }
    });
}

fn change_all(
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    step: &str,
    typed_in: Option<&str>,
    change: impl Fn(NationId, &mut Nation),
) {
    form.change(step, &in_common.nations.targets, typed_in, |writer, target| {
        let Some(id) = target.nation() else { return };
        let _ = writer.change(id, |_, nation| {
            change(id, nation);
            Ok(())
        });
    });
}
