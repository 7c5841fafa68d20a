//! The report: what was read, and what of it was repaired or left out, like remarks on one line with the
//! places where they are.

use egui::{Context, Label, RichText, ScrollArea};

use super::dialog_frame::{buttons, close_button, dialog, scroll_height};
use super::first_focus::FirstFocus;
use super::report_groups::report_groups;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{Report, State};
use crate::ui::theme::widgets::{button, second_ink};

/// The height of title, introduction and buttons.
const OTHER: f32 = 140.0;

/// Shows the dialog.
pub fn show(ctx: &Context, state: &State, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let report = &state.report;
    let dismissed = dialog(ctx, "Report on what was read", 600.0, |ui| {
        if !report.summary.is_empty() {
            ui.add(Label::new(&report.summary).wrap());
        }
        ui.label(RichText::new(introduction(report)).color(second_ink(ui)));
        ui.add_space(8.0);
        let height = scroll_height(ui, OTHER).min(400.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            report_groups(ui, report);
        });
        buttons(ui, |ui| {
            close_button(ui, focus, out);
            if button(ui, "Save report…").clicked() {
                out.push(Intent::Exchange(Exchange::SaveReport));
            }
            if button(ui, "Copy report").clicked() {
                ui.copy_text(report.text.clone());
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

fn introduction(report: &Report) -> &'static str {
    match report.groups.iter().any(|group| group.is_loss) {
        _ if report.groups.is_empty() => "All of it is on the map as it stands.",
        true => "Everything else was kept. Reading changes no file.",
        false => "Nothing was left out. Reading changes no file.",
    }
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::{Dialog, ReportGroup};
    use crate::ui::test_example::example;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn each_problem_is_listed() {
        let mut state = example();
        let problems = ["Line 3 names no kind.", "Line 9 has no end."].map(str::to_owned);
        state.report = Report::of_problems(problems.to_vec());
        let mut harness = open(state, Dialog::Report);
        assert!(harness.query_by_label("Line 3 names no kind.").is_some());
        assert!(harness.query_by_label("Line 9 has no end.").is_some());
        harness.get_by_label("Copy report").click();
        harness.step();
        harness.key_press(egui::Key::Escape);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }

    #[test]
    fn a_group_is_unfolded_to_its_places_and_the_report_saved() {
        let mut state = example();
        let places = vec!["Cell C4 of “Ties”: “?”".to_owned()];
        let text = "Cell C4 of “Ties” has no target: “?”. The row was left out.".to_owned();
        let group = ReportGroup { is_loss: true, count: 120, text, places };
        state.report =
            Report { summary: "Read 3 ties.".to_owned(), groups: vec![group], ..Report::default() };
        let mut harness = open(state, Dialog::Report);
        let heading = "Cell C4 of “Ties” has no target: “?”. The row was left out. \
                       The same in 119 more places.";
        assert!(harness.query_by_label(heading).is_some());
        assert!(harness.query_by_label("Cell C4 of “Ties”: “?”").is_none());
        harness.get_by_label("Where (120)").click();
        harness.run();
        assert!(harness.query_by_label("Cell C4 of “Ties”: “?”").is_some());
        assert!(harness.query_by_label("and 119 more").is_some());
        harness.get_by_label("Save report…").click();
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::Exchange(Exchange::SaveReport)]));
    }
}
