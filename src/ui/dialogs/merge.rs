//! Adding what was read to the open map: what is new, what is the same and what differs is shown before
//! anything is done.

use egui::{Context, Grid, Label, RadioButton, RichText, ScrollArea, Ui};

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use crate::edit::{self, Merge, MergeCounts, Preference};
use crate::formats::too_many;
use crate::model::Map;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{Report, State, counted};
use crate::ui::theme::widgets::{button, caption, primary_button, second_ink};

/// The most differences that are listed.
const MOST_LISTED: usize = 300;
/// The height of all but the list of differences.
const OTHER: f32 = 330.0;

/// What is to be added to the open map, and how.
pub struct MergeForm {
    /// The report on what was read.
    report: Report,
    other: Map,
    preference: Preference,
    /// What adding it means for the map of a revision.
    merged: Option<(u64, Preference, Merge)>,
}

impl MergeForm {
    /// The form for a map that was read.
    pub fn new(report: Report, other: Map) -> Self {
        Self { report, other, preference: Preference::default(), merged: None }
    }

    /// The map that is to be added, and the report on it.
    pub fn into_parts(self) -> (Map, Report) {
        (self.other, self.report)
    }

    /// What adding it means for the map as it is, by the preference chosen.
    pub fn merge(&mut self, map: &Map, revision: u64) -> &Merge {
        let wanted = (revision, self.preference);
        let kept = self.merged.take().filter(|(of, by, _)| (*of, *by) == wanted);
        let merge =
            kept.map_or_else(|| edit::merge(map, &self.other, self.preference), |kept| kept.2);
        &self.merged.insert((revision, self.preference, merge)).2
    }
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    form: &mut MergeForm,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let dismissed = dialog(ctx, "Add what was read", 560.0, |ui| {
        ui.add(Label::new(RichText::new(form.report.in_short()).color(second_ink(ui))).wrap());
        ui.add_space(8.0);
        let revision = state.history.revision();
        let merge = form.merge(state.map(), revision);
        let changes = !merge.changes_nothing();
        let too_many = too_many_in(state.map(), merge);
        let can_add = changes && too_many.is_none();
        if let Some((_, _, merge)) = &form.merged {
            counts(ui, merge);
            if let Some(why) = too_many {
                ui.add_space(8.0);
                ui.add(Label::new(format!("Can't add it: {why}. Open it as a new map.")).wrap());
            } else if changes {
                let differences = merge.differences(state.map(), &form.other);
                differing(ui, &differences, &mut form.preference);
            } else {
                ui.add_space(8.0);
                ui.label("The map has all of it already.");
            }
        }
        buttons(ui, |ui| {
            let add = ui.add_enabled_ui(can_add, |ui| primary_button(ui, "Add to this map")).inner;
            let new = button(ui, "Open as new map");
            focus.give(if can_add { &add } else { &new });
            if add.clicked() {
                out.extend([Intent::CloseDialog, Intent::Exchange(Exchange::AddMerged)]);
            }
            if new.clicked() {
                out.extend([Intent::CloseDialog, Intent::Exchange(Exchange::OpenMerged)]);
            }
            if button(ui, "Cancel").clicked() {
                out.push(Intent::CloseDialog);
            }
        });
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// Why a map would be too large with what is added.
fn too_many_in(map: &Map, merge: &Merge) -> Option<String> {
    let nations = map.nations().len() + MergeCounts::of(&merge.nations).new;
    too_many(nations, map.ties().len() + MergeCounts::of(&merge.ties).new)
}

/// How many records are new, the same and different, sort by sort.
fn counts(ui: &mut Ui, merge: &Merge) {
    let rows = [
        ("Nations", MergeCounts::of(&merge.nations)),
        ("Ties", MergeCounts::of(&merge.ties)),
        ("Kinds of ties", MergeCounts::of(&merge.kinds)),
        ("Sources", MergeCounts::of(&merge.sources)),
    ];
    Grid::new("counts").num_columns(4).spacing([32.0, 6.0]).show(ui, |ui| {
        for title in ["", "new", "the same", "different"] {
            ui.label(caption(ui, title));
        }
        ui.end_row();
        for (name, counts) in rows {
            if counts == MergeCounts::default() {
                continue;
            }
            ui.label(name);
            for count in [counts.new, counts.same, counts.different] {
                ui.label(count.to_string());
            }
            ui.end_row();
        }
    });
    if merge.new_notes > 0 {
        ui.label(format!("{} on the map", counted(merge.new_notes, "new note", "new notes")));
    }
}

/// What differs, and what is to stand there.
fn differing(ui: &mut Ui, differences: &[String], preference: &mut Preference) {
    if differences.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label("Where both say something else:");
    ui.horizontal(|ui| {
        for (value, words) in [
            (Preference::Ours, "Keep what this map says"),
            (Preference::Theirs, "Take what is added"),
        ] {
            if ui.add(RadioButton::new(*preference == value, words)).clicked() {
                *preference = value;
            }
        }
    });
    ui.add_space(4.0);
    let height = scroll_height(ui, OTHER).min(200.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        for difference in differences.iter().take(MOST_LISTED) {
            ui.add(Label::new(difference).wrap());
        }
        if let Some(more) = differences.len().checked_sub(MOST_LISTED + 1) {
            ui.label(RichText::new(format!("and {} more", more + 1)).color(second_ink(ui)));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::Nation;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn what_differs_is_listed_and_can_be_taken() {
        let state = example();
        let mut other = state.map().clone();
        let nation = other.nations().get(japan()).expect("Japan").clone();
        let nation =
            Nation { tags: vec!["Island".to_owned()], notes: "islands".to_owned(), ..nation };
        let change = Change::Replace(Box::new(nation));
        apply(&mut other, Command::Nation(japan(), change)).expect("it fits");
        let mut harness = open(state, Dialog::Merge);
        harness.state_mut().memory.merge = Some(MergeForm::new(Report::default(), other));
        harness.run_steps(4);
        assert!(harness.query_by_label("Japan, notes: “islands” is filled in").is_some());
        harness.get_by_label("Take what is added").click();
        harness.run_steps(4);
        harness.get_by_label("Add to this map").click();
        harness.run_steps(4);
        assert!(matches!(
            harness.state().out[..],
            [Intent::CloseDialog, Intent::Exchange(Exchange::AddMerged)]
        ));
    }

    #[test]
    fn what_the_map_has_already_isn_t_added() {
        let state = example();
        let other = state.map().clone();
        let mut harness = open(state, Dialog::Merge);
        harness.state_mut().memory.merge = Some(MergeForm::new(Report::default(), other));
        harness.run_steps(4);
        assert!(harness.query_by_label("The map has all of it already.").is_some());
        harness.key_press(egui::Key::Enter);
        harness.run_steps(4);
        assert!(matches!(
            harness.state().out[..],
            [Intent::CloseDialog, Intent::Exchange(Exchange::OpenMerged)]
        ));
    }
}
