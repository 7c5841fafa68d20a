//! The about dialog: what this app is, and whose work it builds on.

use egui::{Context, Grid, Label, RichText, Ui};

use super::dialog_frame::read_only_dialog;
use super::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::second_ink;

const CREDITS: [(&str, &str); 7] = [
    ("egui, eframe", "the window (MIT or Apache-2.0)"),
    ("egui_graphs, petgraph", "the graph (MIT; MIT or Apache-2.0)"),
    ("resvg, krilla", "PNG and PDF (MIT or Apache-2.0)"),
    ("rfd", "the system's file dialogs (MIT)"),
    ("Noto Sans", "the type (SIL Open Font License 1.1)"),
    ("Phosphor", "the icons (MIT)"),
    ("Twemoji", "the flags, by Twitter and other contributors (CC BY 4.0)"),
];

/// Shows the dialog.
pub fn show(ctx: &Context, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    read_only_dialog(ctx, "About Entente", 440.0, focus, out, content);
}

fn content(ui: &mut Ui) {
    let second = second_ink(ui);
    ui.label(concat!("Entente ", env!("CARGO_PKG_VERSION")));
    ui.add(Label::new(env!("CARGO_PKG_DESCRIPTION")).wrap());
    ui.add_space(4.0);
    ui.label(RichText::new(concat!("Licence: ", env!("CARGO_PKG_LICENSE"))).color(second));
    ui.label(RichText::new("Works offline: it never uses the network.").color(second));
    ui.add_space(12.0);
    Grid::new("credits").num_columns(2).spacing([16.0, 4.0]).min_row_height(20.0).show(ui, |ui| {
        for (what, role) in CREDITS {
            ui.label(what);
            ui.label(RichText::new(role).color(second));
            ui.end_row();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn it_says_the_version_and_enter_closes_it() {
        let mut harness = open(example(), Dialog::About);
        assert!(harness.query_by_label_contains(env!("CARGO_PKG_VERSION")).is_some());
        harness.key_press(egui::Key::Enter);
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
    }
}
