//! The bar at the top: the menus, the document's name, and the actions used most often.

use egui::{
    Align, Frame, Id, Label, Layout, Margin, MenuBar, Panel, Popup, Rect, RichText, ScrollArea,
    Theme, Ui, UiBuilder, Vec2,
};
use egui_phosphor::regular as icon;

use super::action_button::action_button;
use crate::ui::actions::labels::{shortcut_text, title};
use crate::ui::actions::{Action, Menu};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::state::sample::Sample;
use crate::ui::theme::widgets::{MENU_WIDTH, icon_button, menu_row, submenu};
use crate::ui::theme::{PADDING, ROW, TOP_BAR, semibold_id, size};

/// The space between the buttons at the right.
const GAP: f32 = 4.0;

/// Shows the bar along the upper edge.
pub fn show(ui: &mut Ui, state: &State, samples: &[Sample], out: &mut Vec<Intent>) {
    let side = (PADDING - GAP) as i8;
    let vertical = ((TOP_BAR - ROW) / 2.0) as i8;
    Panel::top(Id::new("menu bar"))
        .exact_size(TOP_BAR)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(ui.visuals().panel_fill)
                .inner_margin(Margin::symmetric(side, vertical)),
        )
        .show(ui, |ui| {
            let bar = ui.max_rect();
            let menus_end = MenuBar::new().ui(ui, |ui| menus(ui, state, samples, out)).inner;
            let tools_start = tools(ui, bar, state, out);
            document_title(ui, bar, menus_end, tools_start, state);
        });
}

/// Shows the menus and returns where they end.
fn menus(ui: &mut Ui, state: &State, samples: &[Sample], out: &mut Vec<Intent>) -> f32 {
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.spacing_mut().button_padding = Vec2::new(8.0, 4.0);
    let mut end = ui.min_rect().left();
    let mut buttons = Vec::new();
    for menu in Menu::ALL {
        let (button, _) = egui::containers::menu::MenuButton::new(menu.name())
            .ui(ui, |ui| menu_rows(ui, menu, state, samples, out));
        end = button.rect.right();
        buttons.push(button);
    }
    // With one menu open, pointing at another opens that one.
    let is_open =
        |button: &egui::Response| Popup::is_id_open(ui.ctx(), Popup::default_response_id(button));
    if buttons.iter().any(is_open)
        && let Some(pointed_at) = buttons.iter().find(|b| b.contains_pointer() && !is_open(b))
    {
        Popup::open_id(ui.ctx(), Popup::default_response_id(pointed_at));
    }
    end
}

fn menu_rows(ui: &mut Ui, menu: Menu, state: &State, samples: &[Sample], out: &mut Vec<Intent>) {
    ui.set_min_width(MENU_WIDTH);
    ui.spacing_mut().item_spacing.y = 0.0;
    // A menu scrolls where it is longer than the window, as at a large scale. By default the toolkit
    // would make any menu longer than 400 scroll.
    let height = ui.ctx().content_rect().height() - TOP_BAR - PADDING;
    let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    area.show(ui, |ui| {
        for (index, group) in menu.groups().iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            for action in *group {
                action_row(ui, *action, state, out);
                if *action == Action::Open {
                    open_recent(ui, state, out);
                    open_sample(ui, samples, out);
                }
            }
        }
    });
}

fn action_row(ui: &mut Ui, action: Action, state: &State, out: &mut Vec<Intent>) {
    let entry = action.entry();
    let keys = shortcut_text(ui.ctx(), action);
    let name = title(action, state);
    let (on, enabled) = (action.is_on(state), action.is_enabled(state));
    let row = menu_row(ui, entry.icon, &name, &keys, on, enabled);
    if row.on_hover_text(entry.help).clicked() {
        out.push(Intent::Act(action));
        ui.close();
    }
}

fn open_recent(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    submenu(ui, icon::CLOCK_COUNTER_CLOCKWISE, "Open recent", |ui| {
        let recent = &state.settings.recent;
        for path in recent {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            let row = menu_row(ui, icon::FILE, &name, "", None, true);
            if row.on_hover_text(path.display().to_string()).clicked() {
                out.push(Intent::OpenPaths(vec![path.clone()]));
                ui.close();
            }
        }
        if recent.is_empty() {
            menu_row(ui, icon::FILE_DASHED, "No files opened yet", "", None, false);
            return;
        }
        ui.separator();
        if menu_row(ui, icon::BROOM, "Clear list", "", None, true).clicked() {
            out.push(Intent::ClearRecent);
            ui.close();
        }
    });
}

fn open_sample(ui: &mut Ui, samples: &[Sample], out: &mut Vec<Intent>) {
    submenu(ui, icon::BOOKS, "Samples", |ui| {
        for sample in samples {
            if menu_row(ui, icon::MAP_TRIFOLD, sample.title, "", None, true).clicked() {
                out.push(Intent::OpenSample(sample.name));
                ui.close();
            }
        }
    });
}

/// Shows the buttons at the right and returns where they begin.
fn tools(ui: &mut Ui, bar: Rect, state: &State, out: &mut Vec<Intent>) -> f32 {
    let builder = UiBuilder::new().max_rect(bar).layout(Layout::right_to_left(Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        theme_button(ui, out);
        action_button(ui, Action::RunLayout, state, out);
        action_button(ui, Action::Find, state, out);
        ui.min_rect().left()
    })
    .inner
}

fn theme_button(ui: &mut Ui, out: &mut Vec<Intent>) {
    let action = match ui.ctx().theme() {
        Theme::Light => Action::ThemeDark,
        Theme::Dark => Action::ThemeLight,
    };
    let (icon, name) = match action {
        Action::ThemeDark => (icon::MOON, "Use dark theme"),
        _ => (icon::SUN, "Use light theme"),
    };
    if icon_button(ui, icon, name, None).on_hover_text(name).clicked() {
        out.push(Intent::Act(action));
    }
}

/// Shows the document's name in the middle of the bar, or as near to it as menus and buttons allow.
fn document_title(ui: &mut Ui, bar: Rect, left: f32, right: f32, state: &State) {
    let mark = if state.history.is_unsaved() { " •" } else { "" };
    let text =
        RichText::new(format!("{}{mark}", state.document_name())).font(semibold_id(size::TEXT));
    let room = Rect::from_x_y_ranges(left + PADDING..=right - PADDING, bar.y_range());
    if room.width() < ROW {
        return;
    }
    let galley = egui::WidgetText::from(text.clone()).into_galley(
        ui,
        Some(egui::TextWrapMode::Truncate),
        room.width(),
        egui::TextStyle::Body,
    );
    let width = galley.size().x.ceil().min(room.width());
    let start = (bar.center().x - width / 2.0).clamp(room.left(), room.right() - width);
    let rect = Rect::from_x_y_ranges(start..=start + width + 1.0, bar.y_range());
    let label = ui.put(rect, Label::new(text).truncate().selectable(false));
    let place = match &state.path {
        Some(path) if mark.is_empty() => path.display().to_string(),
        Some(path) => format!("{}, with changes that aren't saved", path.display()),
        None => "Not saved to a file yet".to_owned(),
    };
    label.on_hover_text(place);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::{example, window};
    use egui::accesskit::Role;
    use egui_kittest::Harness;
    use egui_kittest::kittest::{NodeT as _, Queryable as _};

    const SAMPLES: [Sample; 1] = [Sample { name: "one", title: "The first sample" }];

    fn bar(state: &State) -> Harness<'_, Vec<Intent>> {
        window(Vec::new(), |ui, out| show(ui, state, &SAMPLES, out))
    }

    #[test]
    fn each_menu_lists_its_actions_with_those_that_are_impossible_disabled() {
        let state = example();
        for menu in Menu::ALL {
            let mut harness = bar(&state);
            harness.get_by_label(menu.name()).click();
            harness.run();
            for action in Action::ALL.into_iter().filter(|a| a.entry().menu == menu) {
                let name = title(action, &state);
                let rows: Vec<_> = harness.get_all_by_role_and_label(Role::Button, &name).collect();
                let row = rows.last().expect("the menu has the row");
                let disabled = row.accesskit_node().is_disabled();
                assert_eq!(disabled, !action.is_enabled(&state), "{action:?}");
            }
        }
    }

    #[test]
    fn a_row_asks_for_its_action_and_closes_the_menu() {
        let state = example();
        let mut harness = bar(&state);
        harness.get_by_label("Help").click();
        harness.run();
        harness.get_by_label("About Entente").click();
        harness.run();
        assert!(matches!(harness.state()[..], [Intent::Act(Action::About)]));
        harness.run();
        assert!(harness.query_by_label("About Entente").is_none());
    }

    #[test]
    fn pointing_at_another_menu_opens_it() {
        let state = example();
        let mut harness = bar(&state);
        harness.get_by_label("File").click();
        harness.run();
        harness.get_by_label("Help").hover();
        harness.run();
        assert!(harness.query_by_label("About Entente").is_some());
        assert!(harness.query_by_label("New map").is_none());
    }

    #[test]
    fn recent_files_and_samples_open() {
        let mut state = example();
        state.settings.recent = vec!["/maps/first.entente.json".into()];
        for (menu, row, wanted) in [
            ("Open recent", "first.entente.json", "/maps/first.entente.json"),
            ("Open recent", "Clear list", ""),
            ("Samples", "The first sample", "one"),
        ] {
            let mut harness = bar(&state);
            harness.get_by_label("File").click();
            harness.run();
            harness.get_by_label(menu).click();
            harness.run();
            harness.get_by_label(row).click();
            harness.run();
            let found = match &harness.state()[..] {
                [Intent::OpenPaths(paths)] => paths[0].display().to_string(),
                [Intent::OpenSample(name)] => (*name).to_owned(),
                [Intent::ClearRecent] => String::new(),
                other => panic!("{other:?}"),
            };
            assert_eq!(found, wanted);
        }
    }

    #[test]
    fn the_title_gives_way_to_menus_and_tools() {
        let mut state = example();
        let long = "A very long title of a map ".repeat(20);
        let heading = crate::model::Heading { title: long, ..Default::default() };
        let command = crate::edit::Command::Heading(Box::new(heading));
        state.history.perform("Rename map", command).expect("it fits");
        let harness = bar(&state);
        let title = harness.get_by_role(Role::Label).rect();
        assert!(title.left() >= harness.get_by_label("Help").rect().right());
        assert!(title.right() <= harness.get_by_label("Find…").rect().left());
    }
}
