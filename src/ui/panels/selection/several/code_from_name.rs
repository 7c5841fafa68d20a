//! Codes for several nations from their names; nothing is guessed.

use egui::Ui;

use super::shared_form::SharedForm;
use crate::edit::{Target, with_code};
use crate::names::{Recognition, recognise};
use crate::ui::panels::fields::quoted;
use crate::ui::panels::form::{advice, row};

/// The most names that a report lists.
const MOST_LISTED: usize = 12;

/// Shows the button, and what became of it.
pub(super) fn show(
    ui: &mut Ui,
    form: &mut SharedForm<'_>,
    targets: &[Target],
    report: &mut Vec<String>,
) {
    row(ui, "Codes", |ui| {
        let button = ui.button("Codes from names");
        if button.clicked() {
            *report = take_codes(form, targets);
        }
        button.on_hover_text("Give each nation the code of the state that its name means")
    });
    report.iter().for_each(|line| advice(ui, line));
}

/// Gives each nation whose name is recognised its code; returns what to report.
fn take_codes(form: &mut SharedForm<'_>, targets: &[Target]) -> Vec<String> {
    let (mut recognised, mut others) = (0, Vec::new());
    form.change("Take codes from names of", targets, None, |writer, target| {
        let Some(id) = target.nation() else { return };
        let _ = writer.change(id, |_, nation| {
            match recognise(&nation.name, None) {
                Recognition::Known(found) => {
                    recognised += 1;
                    *nation = with_code(nation, found.nation);
                }
                Recognition::Ambiguous(all) => {
                    let names: Vec<&str> = all.iter().map(|found| found.nation.name).collect();
                    others.push(format!(
                        "{} can mean {}.",
                        quoted(&nation.name),
                        names.join(" or ")
                    ));
                }
                Recognition::Unknown => {
                    others.push(format!("{} isn't known.", quoted(&nation.name)));
                }
            }
            Ok(())
        });
    });
    let mut report = vec![format!("{recognised} of {} recognised.", targets.len())];
    let more = others.len().saturating_sub(MOST_LISTED);
    report.extend(others.into_iter().take(MOST_LISTED));
    if more > 0 {
        report.push(format!("{more} more weren't recognised."));
    }
    report
}
