//! The data export: in which format the nations and ties go to other programs, and what that format
//! can't hold, before anything is written.

use egui::{
    AtomExt as _, Button, Context, Key, Label, Modifiers, RichText, ScrollArea, Ui, Vec2,
    WidgetInfo, WidgetType,
};
use egui_phosphor::regular as icon;

use super::dialog_frame::{buttons, dialog, scroll_height};
use super::first_focus::FirstFocus;
use crate::formats::{ENTENTE, FORMATS, Format, Loss};
use crate::ui::intent::{Exchange, Intent};
use crate::ui::state::State;
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::{button, caption, primary_button, second_ink};

/// The widths of the list of formats and of what is said of the chosen one, and the space between.
const FORMATS_WIDTH: f32 = 260.0;
const LOSSES_WIDTH: f32 = 340.0;
const SPACE: f32 = 24.0;
/// The height of title and buttons.
const OTHER: f32 = 120.0;

/// The format that is chosen, and what the map loses in it.
#[derive(Debug, Default)]
pub struct DataExport {
    format: Option<&'static Format>,
    losses: Option<(&'static Format, u64, Vec<Loss>)>,
}

impl DataExport {
    /// The format that is chosen.
    pub fn format(&self) -> Option<&'static Format> {
        self.format.or_else(|| writable().next())
    }

    /// Takes what a map of a revision loses in a format.
    pub fn set_losses(&mut self, format: &'static Format, revision: u64, losses: Vec<Loss>) {
        self.losses = Some((format, revision, losses));
    }

    /// What the map of a revision loses in the chosen format, once that is known.
    pub fn losses(&self, revision: u64) -> Option<&[Loss]> {
        let (format, of, losses) = self.losses.as_ref()?;
        (Some(*format) == self.format() && *of == revision).then_some(losses)
    }

    fn step(&mut self, by: isize) {
        let all: Vec<_> = writable().collect();
        let chosen = self.format().and_then(|chosen| all.iter().position(|one| *one == chosen));
        let next = chosen.unwrap_or(0).saturating_add_signed(by).min(all.len().saturating_sub(1));
        self.format = all.get(next).copied();
    }
}

/// The formats of other programs that can be written.
fn writable() -> impl Iterator<Item = &'static Format> {
    FORMATS.into_iter().filter(|format| format.writer.is_some() && **format != ENTENTE)
}

/// Shows the dialog.
pub fn show(
    ctx: &Context,
    state: &State,
    export: &mut DataExport,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
) {
    let width = FORMATS_WIDTH + SPACE + LOSSES_WIDTH;
    let dismissed = dialog(ctx, "Export data", width, |ui| {
        for (key, by) in [(Key::ArrowDown, 1), (Key::ArrowUp, -1)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                export.step(by);
            }
        }
        let height = scroll_height(ui, OTHER).min(12.0 * ROW);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = SPACE;
            ui.vertical(|ui| {
                ui.set_width(FORMATS_WIDTH.min(ui.available_width() / 2.0));
                ScrollArea::vertical().max_height(height).show(ui, |ui| formats(ui, export));
            });
            ui.vertical(|ui| {
                ui.set_width(ui.available_width().min(LOSSES_WIDTH));
                let area = ScrollArea::vertical().id_salt("losses").max_height(height);
                area.auto_shrink([false, true]).show(ui, |ui| what_is_kept(ui, state, export));
            });
        });
        buttons(ui, |ui| {
            let take = primary_button(ui, "Export…");
            focus.give(&take);
            if take.clicked()
                && let Some(format) = export.format()
            {
                out.extend([Intent::CloseDialog, Intent::Exchange(Exchange::ExportData(format))]);
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

fn formats(ui: &mut Ui, export: &mut DataExport) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for format in writable() {
        let is_chosen = export.format() == Some(format);
        let ending = format.extensions.first().map_or_else(String::new, |one| format!(".{one}"));
        let second = second_ink(ui);
        let row = Button::selectable(is_chosen, RichText::new(format.name).atom_shrink(true))
            .right_text(RichText::new(ending).color(second))
            .truncate()
            .min_size(Vec2::new(ui.available_width(), ROW));
        let row = ui.add(row);
        row.widget_info(|| {
            WidgetInfo::selected(WidgetType::RadioButton, true, is_chosen, format.name)
        });
        if row.clicked() {
            export.format = Some(format);
        }
    }
}

/// What is written, and what of it the format can't hold.
fn what_is_kept(ui: &mut Ui, state: &State, export: &DataExport) {
    let Some(format) = export.format() else { return };
    ui.add(Label::new(caption(ui, format!("In {}", format.name))).selectable(false));
    if state.shown_map() != state.map() {
        let words = "All of the map is written, what is hidden now as well.";
        ui.add(Label::new(RichText::new(words).color(second_ink(ui))).wrap());
        ui.add_space(4.0);
    }
    let Some(losses) = export.losses(state.history.revision()) else {
        ui.label(RichText::new("Looking what it can hold…").color(second_ink(ui)));
        return;
    };
    if losses.is_empty() {
        line(ui, icon::CHECK_CIRCLE, "Everything on the map is kept.", false);
    }
    for loss in losses {
        line(ui, icon::WARNING, &loss.to_string(), true);
    }
}

fn line(ui: &mut Ui, glyph: &str, text: &str, is_loss: bool) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let ink = if is_loss { ui.visuals().warn_fg_color } else { second_ink(ui) };
        ui.add(Label::new(RichText::new(glyph).size(16.0).color(ink)).selectable(false));
        ui.add(Label::new(text).wrap());
    });
    ui.add_space(4.0);
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn a_format_is_chosen_and_its_losses_are_listed_before_anything_is_written() {
        let mut harness = open(example(), Dialog::ExportData);
        let first = writable().next().expect("a format");
        let last = writable().last().expect("a format");
        for _ in 1..writable().count() {
            harness.key_press(Key::ArrowDown);
            harness.run();
        }
        assert_eq!(harness.state().memory.data_export.format(), Some(last));
        harness.get_by_label(first.name).click();
        harness.run();
        assert!(harness.query_by_label_contains("Looking what").is_some());
        let revision = harness.state().state.history.revision();
        let losses = first.writer.expect("a writer").write(harness.state().state.map()).losses;
        let words: Vec<String> = losses.iter().map(ToString::to_string).collect();
        harness.state_mut().memory.data_export.set_losses(first, revision, losses);
        harness.run_steps(4);
        for loss in words {
            assert!(harness.query_by_label(&loss).is_some(), "{loss}");
        }
        harness.get_by_label("Export…").click();
        harness.run();
        let out = &harness.state().out[..];
        let [Intent::CloseDialog, Intent::Exchange(Exchange::ExportData(format))] = out else {
            panic!("{out:?}")
        };
        assert_eq!(*format, first);
    }
}
