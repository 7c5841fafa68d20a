//! Adding what was read to the open map: what is new, what is the same and what differs is shown before
//! anything is done.

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{
    Align, CollapsingHeader, Context, Grid, Label, Layout, Response, RichText, ScrollArea, Ui, Vec2,
};

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use super::report_groups::report_groups;
use crate::edit::{Merge, MergeCounts, Preference};
use crate::formats::too_many;
use crate::model::Map;
use crate::tasks::MergeView;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::{Report, State, counted};
use crate::ui::theme::widgets::{button, caption, primary_button, radio, second_ink};

/// The most differences that are listed.
const MOST_LISTED: usize = 300;
/// What takes no longer than this is compared without a word.
const SILENT: Duration = Duration::from_millis(400);
/// The height of all but the list of differences and that of remarks.
const OTHER: f32 = 350.0;
/// The most height of each of these lists.
const LIST: f32 = 200.0;

/// What is to be added to the open map, and how.
pub struct MergeForm {
    /// The report on what was read.
    report: Report,
    other: Arc<Map>,
    preference: Preference,
    /// Whether it is added as soon as it is known what that means, and nothing is asked.
    is_decided: bool,
    /// For which revision and preference it is being found out what adding it means.
    asked: Option<(u64, Preference)>,
    compared: Option<Compared>,
    /// Since when there is the form, and whether it has been shown.
    since: Instant,
    is_shown: bool,
}

/// What adding it means, and what is said of that.
struct Compared {
    view: MergeView,
    /// Why the map would be too large.
    too_many: Option<String>,
}

impl MergeForm {
    /// The form for a map that was read.
    pub fn new(report: Report, other: Map) -> Self {
        Self {
            report,
            other: Arc::new(other),
            preference: Preference::default(),
            is_decided: false,
            asked: None,
            compared: None,
            since: Instant::now(),
            is_shown: false,
        }
    }

    /// The same, where nothing is asked.
    pub fn decided(report: Report, other: Map) -> Self {
        Self { is_decided: true, ..Self::new(report, other) }
    }

    /// Whether nothing is asked.
    pub const fn is_decided(&self) -> bool {
        self.is_decided
    }

    /// Whether the dialog is to be opened now: once there is something to be asked, or that takes a while.
    pub fn opens(&mut self, ctx: &Context) -> bool {
        if self.is_decided || self.is_shown {
            return false;
        }
        let waited = self.since.elapsed();
        if waited < SILENT {
            ctx.request_repaint_after(SILENT - waited);
        }
        self.is_shown = self.compared.is_some() || waited >= SILENT;
        self.is_shown
    }

    /// The map that is to be added, and the report on it.
    pub fn into_parts(self) -> (Map, Report) {
        (Arc::unwrap_or_clone(self.other), self.report)
    }

    /// What adding it to the map of a revision means, once that is known, and the report on it.
    pub fn into_merge(self, revision: u64) -> Option<(MergeView, Report)> {
        let compared = self.compared.filter(|compared| compared.view.revision == revision)?;
        Some((compared.view, self.report))
    }

    /// What is to be added by which preference, where it isn't known yet what that means.
    pub fn take_request(&mut self, revision: u64) -> Option<(Arc<Map>, Preference)> {
        let wanted = (revision, self.preference);
        if self.asked == Some(wanted) || self.is_known(revision) {
            return None;
        }
        self.asked = Some(wanted);
        Some((Arc::clone(&self.other), self.preference))
    }

    fn is_known(&self, revision: u64) -> bool {
        let view = self.compared.as_ref().map(|compared| &compared.view);
        view.is_some_and(|view| (view.revision, view.preference) == (revision, self.preference))
    }

    /// Takes what adding it to a map means; an answer to another question is left.
    pub fn set_view(&mut self, view: MergeView, map: &Map) {
        let answered = Some((view.revision, view.preference));
        if self.asked != answered || !Arc::ptr_eq(&view.other, &self.other) {
            return;
        }
        self.asked = None;
        let too_many = too_many_in(map, &view.merge);
        self.compared = Some(Compared { view, too_many });
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
        remarks(ui, &form.report);
        ui.add_space(8.0);
        let is_known = form.is_known(state.history.revision());
        let can_add = content(ui, form) && is_known;
        buttons(ui, |ui| {
            if form.compared.is_some() {
                ways_to_go_on(ui, can_add, focus, out);
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

/// What was repaired or left out, which one can unfold before anything is added.
fn remarks(ui: &mut Ui, report: &Report) {
    if report.groups.is_empty() {
        return;
    }
    CollapsingHeader::new("What was repaired or left out").id_salt("remarks").show(ui, |ui| {
        let list = ScrollArea::vertical().id_salt("list of remarks");
        list.max_height(list_height(ui)).auto_shrink([false, true]).show(ui, |ui| {
            report_groups(ui, report);
        });
    });
}

/// The height of the list of remarks, and of that of differences below it.
fn list_height(ui: &Ui) -> f32 {
    (scroll_height(ui, OTHER) / 2.0).min(LIST)
}

/// The buttons that add it or open it as a map of its own.
fn ways_to_go_on(ui: &mut Ui, can_add: bool, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let add = ui.add_enabled_ui(can_add, |ui| primary_button(ui, "Add to this map")).inner;
    let new = button(ui, "Open as new map");
    focus.give(if can_add { &add } else { &new });
    if add.clicked() {
        out.push(Intent::Exchange(Exchange::AddMerged));
    }
    if new.clicked() {
        out.push(Intent::Exchange(Exchange::OpenMerged));
    }
}

/// What adding it means; returns whether there is something to add.
fn content(ui: &mut Ui, form: &mut MergeForm) -> bool {
    let Some(compared) = &form.compared else {
        ui.label("Comparing it with the map…");
        return false;
    };
    counts(ui, &compared.view.merge);
    let changes = !compared.view.merge.changes_nothing();
    match &compared.too_many {
        Some(why) => {
            ui.add_space(8.0);
            ui.add(Label::new(format!("Can't add it: {why}. Open it as a new map.")).wrap());
        }
        None if changes => differing(ui, &compared.view.differences, &mut form.preference),
        None => {
            ui.add_space(8.0);
            ui.label("The map has all of it already.");
        }
    }
    changes && compared.too_many.is_none()
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
    Grid::new("counts").num_columns(4).spacing([8.0, 6.0]).show(ui, |ui| {
        for title in ["", "new", "the same", "different"] {
            figure(ui, |ui| ui.label(caption(ui, title)));
        }
        ui.end_row();
        for (name, counts) in rows {
            if counts == MergeCounts::default() {
                continue;
            }
            ui.label(name);
            for count in [counts.new, counts.same, counts.different] {
                figure(ui, |ui| ui.label(count.to_string()));
            }
            ui.end_row();
        }
    });
    if merge.new_notes > 0 {
        ui.label(format!("{} on the map", counted(merge.new_notes, "new note", "new notes")));
    }
}

/// A cell of figures, which stand below one another at the right.
fn figure(ui: &mut Ui, label: impl FnOnce(&mut Ui) -> Response) {
    const CELL: Vec2 = Vec2::new(72.0, 20.0);
    ui.allocate_ui_with_layout(CELL, Layout::right_to_left(Align::Center), |ui| {
        ui.set_min_width(CELL.x);
        label(ui);
    });
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
            if radio(ui, *preference == value, words).clicked() {
                *preference = value;
            }
        }
    });
    ui.add_space(4.0);
    ScrollArea::vertical().max_height(list_height(ui)).auto_shrink([false, true]).show(ui, |ui| {
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
    use super::super::harness::{Shown, open};
    use super::*;
    use crate::edit::{Change, Command, apply, merge};
    use crate::model::Nation;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    /// A window that asks whether to add a map to the example.
    fn asked<'a>(change: impl FnOnce(&mut Map)) -> Harness<'a, Shown> {
        let state = example();
        let mut other = state.map().clone();
        change(&mut other);
        let mut harness = open(state, Dialog::Merge);
        harness.state_mut().memory.merge = Some(MergeForm::new(Report::default(), other));
        harness.run_steps(4);
        assert!(harness.query_by_label("Comparing it with the map…").is_some());
        answer(&mut harness);
        harness
    }

    /// Answers what the form asks, as the thread does.
    fn answer(harness: &mut Harness<'_, Shown>) {
        let shown = harness.state_mut();
        let (map, revision) = (shown.state.map(), shown.state.history.revision());
        let form = shown.memory.merge.as_mut().expect("a form");
        let (other, preference) = form.take_request(revision).expect("a question");
        let merge = merge(map, &other, preference);
        let map = Arc::new(map.clone());
        form.set_view(
            MergeView::new(map, revision, other, preference, merge),
            &shown.state.map().clone(),
        );
        harness.run_steps(4);
    }

    #[test]
    fn what_differs_is_listed_and_can_be_taken() {
        let mut harness = asked(|other| {
            let nation = other.nations().get(japan()).expect("Japan").clone();
            let tags = vec!["Island".to_owned()];
            let nation = Nation { tags, notes: "islands".to_owned(), ..nation };
            let change = Change::Replace(Box::new(nation));
            apply(other, Command::Nation(japan(), change)).expect("it fits");
        });
        assert!(harness.query_by_label("Japan, notes: “islands” is filled in").is_some());
        harness.get_by_label("Take what is added").click();
        harness.run_steps(4);
        answer(&mut harness);
        harness.get_by_label("Add to this map").click();
        harness.run_steps(4);
        let out = &harness.state().out[..];
        assert!(matches!(out, [Intent::Exchange(Exchange::AddMerged)]), "{out:?}");
        let form = harness.state_mut().memory.merge.take().expect("a form");
        let revision = harness.state().state.history.revision();
        let (view, _) = form.into_merge(revision).expect("compared");
        assert_eq!(view.preference, Preference::Theirs);
    }

    #[test]
    fn what_was_repaired_or_left_out_can_be_unfolded_before_it_is_added() {
        let mut harness = asked(|_| {});
        let problems = ["Line 3 names no kind.", "Line 9 has no end."].map(str::to_owned);
        let report = Report::of_problems(problems.to_vec());
        harness.state_mut().memory.merge.as_mut().expect("a form").report = report;
        harness.run_steps(2);
        assert!(harness.query_by_label("Line 9 has no end.").is_none());
        harness.get_by_label("What was repaired or left out").click();
        harness.run();
        assert!(harness.query_by_label("Line 3 names no kind.").is_some());
        assert!(harness.query_by_label("Line 9 has no end.").is_some());
    }

    #[test]
    fn what_the_map_has_already_isn_t_added() {
        let mut harness = asked(|_| {});
        assert!(harness.query_by_label("The map has all of it already.").is_some());
        harness.key_press(egui::Key::Enter);
        harness.run_steps(4);
        let out = &harness.state().out[..];
        assert!(matches!(out, [Intent::Exchange(Exchange::OpenMerged)]), "{out:?}");
    }

    #[test]
    fn an_answer_to_another_question_is_left() {
        let mut harness = asked(|_| {});
        let shown = harness.state_mut();
        let (map, revision) = (shown.state.map().clone(), shown.state.history.revision());
        let mut form = MergeForm::new(Report::default(), map.clone());
        let (other, preference) = form.take_request(revision).expect("a question");
        let merge = merge(&map, &other, preference);
        let elsewhere = Arc::new(map.clone());
        let view = MergeView::new(Arc::new(map.clone()), revision, elsewhere, preference, merge);
        form.set_view(view, &map);
        assert!(form.into_merge(revision).is_none());
    }
}
