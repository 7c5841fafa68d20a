//! The tags of several nations: each with how many have it, to give to all or take from all.

use egui::{Button, Key, Ui};
use egui_phosphor::regular as icon;

use super::in_common::InCommon;
use super::shared_form::SharedForm;
use crate::model::Nation;
use crate::ui::panels::fields::TAGS;
use crate::ui::panels::form::{row, section, text_line};
use crate::ui::theme::widgets::name_button;

/// Shows the tags, and a field to add one.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    added: &mut String,
) {
    let all = in_common.nations.targets.len();
    section(ui, "Tags");
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (tag, count) in &in_common.tags {
            let text = if *count == all { tag.clone() } else { format!("{tag} {count} of {all}") };
            // Plain widgets: one in a scope of its own isn't put on the next line where it has no room.
            let give = ui.add(Button::new(text));
            let words = if *count == all { "All have it" } else { "Give it to all" };
            if give.on_hover_text(words).clicked() && *count < all {
                give_all(form, in_common, std::slice::from_ref(tag));
            }
            let remove = ui.add(Button::new(icon::X).frame(false));
            if name_button(remove, &format!("Remove tag {tag}"), None).clicked() {
                change_all(form, in_common, "Untag", |nation| nation.tags.retain(|own| own != tag));
            }
            ui.add_space(4.0);
        }
    });
    let response = row(ui, "Add tag", |ui| text_line(ui, added, "for all"));
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        let tags = (TAGS.read)(added).unwrap_or_default();
        added.clear();
        give_all(form, in_common, &tags);
        response.request_focus();
    }
}

fn give_all(form: &mut SharedForm<'_>, in_common: &InCommon, tags: &[String]) {
    change_all(form, in_common, "Tag", |nation| {
        for tag in tags {
            if !nation.tags.contains(tag) {
                nation.tags.push(tag.clone());
            }
        }
    });
}

fn change_all(
    form: &mut SharedForm<'_>,
    in_common: &InCommon,
    step: &str,
    change: impl Fn(&mut Nation),
) {
    form.change(step, &in_common.nations.targets, None, |writer, target| {
        let Some(id) = target.nation() else { return };
        let _ = writer.change(id, |_, nation| {
            change(nation);
            Ok(())
        });
    });
}
