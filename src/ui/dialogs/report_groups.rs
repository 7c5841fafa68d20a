//! What was repaired or left out of what was read, like remarks on one line with the places where they are.

use egui::{CollapsingHeader, Label, RichText, Ui};
use egui_phosphor::regular as icon;

use crate::ui::state::{Report, ReportGroup};
use crate::ui::theme::widgets::{caption, second_ink};

/// Lists the groups of a report.
pub fn report_groups(ui: &mut Ui, report: &Report) {
    for (index, group) in report.groups.iter().enumerate() {
        show_group(ui, index, group);
    }
}

/// A group: what it says, and its places, which one can unfold.
fn show_group(ui: &mut Ui, index: usize, group: &ReportGroup) {
    ui.horizontal_top(|ui| {
        let (glyph, ink) = match group.is_loss {
            true => (icon::WARNING, ui.visuals().warn_fg_color),
            false => (icon::INFO, second_ink(ui)),
        };
        ui.add(Label::new(RichText::new(glyph).size(16.0).color(ink)).selectable(false));
        ui.vertical(|ui| {
            ui.add(Label::new(group.heading()).wrap());
            // The one place of a group stands in what it says.
            if group.places.is_empty() || group.count < 2 {
                return;
            }
            let title = format!("Where ({})", group.count);
            CollapsingHeader::new(caption(ui, title)).id_salt(index).show(ui, |ui| {
                for place in &group.places {
                    ui.add(Label::new(place).wrap());
                }
                if let Some(more) = group.unlisted() {
                    ui.label(RichText::new(more).color(second_ink(ui)));
                }
            });
        });
    });
    ui.add_space(4.0);
}
