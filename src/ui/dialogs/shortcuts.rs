//! The shortcuts dialog: every shortcut, by menu, and what the pointer does.

use egui::{Align, Context, Frame, Label, Layout, RichText, Ui, Vec2};

use super::dialog_frame::read_only_dialog;
use super::first_focus::FirstFocus;
use crate::ui::actions::{Action, Menu};
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::second_ink;
use crate::ui::theme::{semibold_id, size};

/// What the pointer does on the canvas.
const GESTURES: [(&str, &str); 10] = [
    ("Select", "Click"),
    ("Select also", "Ctrl+click or Shift+click"),
    ("Select in a box", "Shift+drag"),
    ("Move and pin", "Drag a nation"),
    ("Draw a tie", "Drag a nation's handle"),
    ("Add a nation", "Double click the background"),
    ("Rename", "Double click a nation"),
    ("Zoom", "Wheel"),
    ("Pan", "Drag the background"),
    ("More", "Right click"),
];
/// The width of a column, and the space between columns.
const COLUMN: f32 = 280.0;
const SPACE: f32 = 24.0;

/// Shows the dialog.
pub fn show(ctx: &Context, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let width = 3.0 * COLUMN + 2.0 * SPACE + 16.0;
    read_only_dialog(ctx, "Keyboard shortcuts", width, focus, out, columns);
}

/// Shows the groups in as many columns as fit.
fn columns(ui: &mut Ui) {
    let room = ui.available_width() + SPACE;
    let columns = match (room / (COLUMN + SPACE)) as usize {
        0 | 1 => 1,
        2 => 2,
        _ => 3,
    };
    ui.spacing_mut().item_spacing = Vec2::new(SPACE, 0.0);
    let groups = groups(ui.ctx());
    ui.horizontal_top(|ui| {
        for column in in_columns(&groups, columns) {
            ui.vertical(|ui| {
                ui.set_width(COLUMN);
                column.iter().for_each(|group| group.show(ui));
            });
        }
    });
}

struct Group {
    title: &'static str,
    /// What can be done, and how.
    rows: Vec<(&'static str, String)>,
}

impl Group {
    fn show(&self, ui: &mut Ui) {
        let title = RichText::new(self.title).font(semibold_id(size::TEXT));
        ui.add(Label::new(title).selectable(false));
        ui.add_space(2.0);
        for (what, how) in &self.rows {
            ui.allocate_ui_with_layout(
                Vec2::new(COLUMN, 20.0),
                Layout::right_to_left(Align::Center),
                |ui| {
                    let how = RichText::new(how).color(second_ink(ui));
                    ui.add(Label::new(how).selectable(false));
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(Label::new(*what).truncate().selectable(false));
                    });
                },
            );
        }
        Frame::new().show(ui, |ui| ui.add_space(10.0));
    }

    const fn height(&self) -> usize {
        self.rows.len() + 2
    }
}

fn groups(ctx: &Context) -> Vec<Group> {
    let keys = |action: Action| {
        let keys = action.entry().keys;
        keys.iter().map(|keys| ctx.format_shortcut(keys)).collect::<Vec<_>>().join(", ")
    };
    let of_menu = |menu: Menu| {
        let actions = Action::ALL.into_iter().filter(|action| action.entry().menu == menu);
        let rows = actions.map(|action| (action.entry().name, keys(action)));
        Group { title: menu.name(), rows: rows.collect() }
    };
    let gestures = GESTURES.map(|(what, how)| (what, how.to_owned())).to_vec();
    let pointer = Group { title: "With the pointer", rows: gestures };
    Menu::ALL.into_iter().map(of_menu).chain([pointer]).collect()
}

/// Splits the groups, in their order, into columns of about the same height.
fn in_columns(groups: &[Group], columns: usize) -> Vec<&[Group]> {
    let total: usize = groups.iter().map(Group::height).sum();
    let mut split = Vec::new();
    let (mut start, mut height) = (0, 0);
    for (index, group) in groups.iter().enumerate() {
        // A group that would reach farther below the end of the column than above it starts the next.
        let end = total * (split.len() + 1);
        if index > start && (2 * height + group.height()) * columns > 2 * end {
            split.push(groups.get(start..index).unwrap_or_default());
            start = index;
        }
        height += group.height();
    }
    split.push(groups.get(start..).unwrap_or_default());
    split
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::example;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn every_action_is_listed_with_its_keys() {
        let harness = open(example(), Dialog::Shortcuts);
        for action in Action::ALL {
            let name = action.entry().name;
            assert!(harness.query_all_by_label(name).next().is_some(), "{name}");
        }
        assert!(harness.query_by_label("Ctrl+Shift+Z, Ctrl+Y").is_some());
        assert!(harness.query_by_label("Right click").is_some());
    }

    #[test]
    fn the_columns_hold_everything_in_order() {
        let groups = groups(&Context::default());
        for columns in 1..=3 {
            let split = in_columns(&groups, columns);
            assert_eq!(split.len(), columns);
            assert_eq!(split.iter().map(|column| column.len()).sum::<usize>(), groups.len());
        }
    }
}
