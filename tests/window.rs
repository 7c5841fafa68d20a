//! The whole window as a person uses it, found by role and label; no display and no GPU needed.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;
mod skipped;

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton, Pos2, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::edit::Target;
use entente::layout::Preset;
use entente::model::{End, Point};
use entente::ui::{Action, App, Dialog, LayoutState, Menu, State, Tab, ThemeChoice, Tool};
use hand::{center, click, do_by_palette, nation, open, position, press, state, wait_until};
use opened::open_as;
use skipped::skipped;

fn drag(window: &mut Harness<'_, Option<App>>, from: Pos2, to: Pos2) {
    window.hover_at(from);
    window.step();
    window.drag_at(from);
    window.step();
    for step in 1..=5u8 {
        window.hover_at(from.lerp(to, f32::from(step) / 5.0));
        window.step();
    }
    window.drop_at(to);
    window.run_steps(3);
}

#[test]
fn every_nation_and_tie_has_a_role_and_a_name() {
    let window = open();
    let map = state(&window).map();
    for (_, nation) in map.nations().iter() {
        window.get_by_role_and_label(Role::GraphicsObject, &nation.name);
    }
    let ties = window.get_all_by_role(Role::GraphicsSymbol).count();
    assert_eq!(ties, map.ties().len());
}

#[test]
fn a_click_selects_and_moves_nothing() {
    let mut window = open();
    let before = state(&window).map().clone();
    let at = center(&window, "China") + Vec2::new(7.0, -6.0);
    click(&mut window, at);
    let id = nation(&before, "China");
    assert_eq!(state(&window).only_selected(), Some(Target::Nation(id)));
    assert_eq!(*state(&window).map(), before);
    assert!(!state(&window).history.is_unsaved());
}

#[test]
fn a_drag_moves_by_the_hand_s_way_pins_and_is_one_step() {
    let mut window = open();
    let before = position(state(&window).map(), "Germany");
    let from = center(&window, "Germany") + Vec2::new(9.0, 5.0);
    let way = Vec2::new(-30.0, 24.0);
    drag(&mut window, from, from + way);
    let state = state(&window);
    let germany = state.map().nations().get(nation(state.map(), "Germany")).expect("there");
    assert!(germany.pinned);
    assert_eq!(state.history.undo_name(), Some("Move Germany"));
    let moved = germany.position.expect("placed") - before;
    let zoom = way.x / moved.x;
    assert!((way.y / moved.y - zoom).abs() < 0.02, "along the hand's way: {moved:?}");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(position(self::state(&window).map(), "Germany"), before);
    assert!(!self::state(&window).history.is_unsaved());
    press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
    assert_ne!(position(self::state(&window).map(), "Germany"), before);
}

#[test]
fn keys_nudge_delete_and_undo() {
    let mut window = open();
    let at = center(&window, "Canada");
    click(&mut window, at);
    let before = position(state(&window).map(), "Canada");
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(position(state(&window).map(), "Canada"), before + Point::new(11.0, 0.0));
    press(&mut window, Modifiers::NONE, Key::Delete);
    let (nations, ties) = (state(&window).map().nations().len(), state(&window).map().ties().len());
    assert_eq!((nations, ties), (14, 21), "its tie goes with it");
    press(&mut window, Modifiers::COMMAND, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(position(state(&window).map(), "Canada"), before, "two nudges are one step");
}

#[test]
fn a_tie_is_drawn_from_the_keyboard_onto_a_nation_and_onto_a_tie() {
    let mut window = open();
    let at = center(&window, "France");
    click(&mut window, at);
    press(&mut window, Modifiers::NONE, Key::T);
    window.get_by_role_and_label(Role::GraphicsObject, "India").focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let map = state(&window).map();
    let drawn = map.ties().iter().last().expect("a tie").1;
    assert_eq!((drawn.from, drawn.to), (nation(map, "France"), End::Nation(nation(map, "India"))));

    let at = center(&window, "France");
    click(&mut window, at);
    press(&mut window, Modifiers::NONE, Key::T);
    window.get_by_label("Russia – North Korea, Allied, signed: mutual aid").focus();
    window.step();
    press(&mut window, Modifiers::NONE, Key::Enter);
    let map = state(&window).map();
    let drawn = map.ties().iter().last().expect("a tie").1;
    let End::Tie(target) = drawn.to else { panic!("onto a tie: {drawn:?}") };
    assert_eq!(map.tie_name(target), "Russia – North Korea");
}

#[test]
fn a_tie_dragged_out_and_back_is_a_loop_and_a_short_slip_is_none() {
    let mut window = open();
    press(&mut window, Modifiers::SHIFT, Key::T);
    assert_eq!(state(&window).tool, Tool::Tie);
    let before = state(&window).map().clone();
    let at = center(&window, "France");
    drag(&mut window, at + Vec2::new(-8.0, 0.0), at + Vec2::new(8.0, 0.0));
    assert_eq!(*state(&window).map(), before);

    window.hover_at(at);
    window.step();
    window.drag_at(at);
    window.step();
    for step in [20.0, 60.0, 90.0, 60.0, 20.0, 4.0] {
        window.hover_at(at + Vec2::new(0.0, -step));
        window.step();
    }
    window.drop_at(at + Vec2::new(0.0, -4.0));
    window.run_steps(3);
    let map = state(&window).map();
    let drawn = map.ties().iter().last().expect("a tie").1;
    assert!(drawn.is_loop() && drawn.from == nation(map, "France"));
    window.get_by_role_and_label(Role::GraphicsSymbol, "France – itself, Allied");
}

#[test]
fn a_new_nation_is_named_in_place() {
    let mut window = open();
    press(&mut window, Modifiers::NONE, Key::N);
    window.event(egui::Event::Text("Atlantis".to_owned()));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let map = state(&window).map();
    assert_eq!(map.nations().len(), 16);
    nation(map, "Atlantis");
}

#[test]
fn a_box_selects_what_lies_in_it() {
    let mut window = open();
    let from = center(&window, "France") - Vec2::new(60.0, 50.0);
    let to = center(&window, "Australia") + Vec2::new(40.0, 40.0);
    window.event(egui::Event::ModifiersChanged(Modifiers::SHIFT));
    let shifted = |window: &mut Harness<'_, Option<App>>, at: Pos2, pressed: bool| {
        window.event_modifiers(
            egui::Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::SHIFT,
            },
            Modifiers::SHIFT,
        );
        window.step();
    };
    window.hover_at(from);
    window.step();
    shifted(&mut window, from, true);
    for step in 1..=4u8 {
        window.event_modifiers(
            egui::Event::PointerMoved(from.lerp(to, f32::from(step) / 4.0)),
            Modifiers::SHIFT,
        );
        window.step();
    }
    shifted(&mut window, to, false);
    window.run_steps(2);
    let state = state(&window);
    for name in ["France", "United Kingdom", "Australia"] {
        let target = Target::Nation(nation(state.map(), name));
        assert!(state.selection.contains(&target), "{name} in {:?}", state.selection_in_words());
    }
    assert!(!state.selection.contains(&Target::Nation(nation(state.map(), "Japan"))));
}

#[test]
fn every_action_stands_in_its_menu() {
    for menu in Menu::ALL {
        let mut window = open();
        // The side panel has a tab of the name of one of the menus, which come first.
        let button = window.query_all_by_role_and_label(Role::Button, menu.name()).next();
        button.expect("a menu").click();
        window.run_steps(3);
        for action in Action::ALL.into_iter().filter(|action| action.entry().menu == menu) {
            let name = action.entry().name;
            assert!(
                window.query_all_by_label_contains(name).next().is_some(),
                "{name} in {}",
                menu.name()
            );
        }
    }
}

#[test]
fn the_map_stays_where_it_is_when_the_side_panel_goes() {
    let mut window = open();
    // A map that is fitted is fitted again.
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    let before = center(&window, "China");
    press(&mut window, Modifiers::COMMAND, Key::B);
    assert!(!state(&window).settings.panel_open);
    assert!(center(&window, "China").distance(before) < 0.5);
}

#[test]
fn escape_leaves_a_drag_or_a_name_without_keeping_it() {
    let mut window = open();
    let before = state(&window).map().clone();
    let from = center(&window, "Germany");
    window.hover_at(from);
    window.step();
    window.drag_at(from);
    window.step();
    window.hover_at(from + Vec2::new(0.0, 60.0));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Escape);
    window.drop_at(from + Vec2::new(0.0, 60.0));
    window.run_steps(3);
    assert_eq!(*state(&window).map(), before);
    assert!(state(&window).only_selected().is_some(), "Escape leaves one thing at a time");

    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(egui::Event::Text("Atlantis".to_owned()));
    window.run_steps(2);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(*state(&window).map(), before);
    assert!(state(&window).only_selected().is_some());
}

#[test]
fn escape_closes_a_menu_and_keeps_the_selection() {
    let mut window = open();
    let at = center(&window, "Germany");
    click(&mut window, at);
    window.get_by_role_and_label(Role::Button, "Help").click();
    window.run_steps(3);
    assert!(window.query_by_label_contains("About Entente").is_some());
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_label_contains("About Entente").is_none());
    assert!(state(&window).only_selected().is_some());
}

#[test]
fn every_action_does_what_it_says() {
    // These may open a dialog of the system, which only the desktop test has a display for.
    let of_the_window =
        |action: &Action| !matches!(action, Action::Save | Action::SaveAs | Action::AddFromFile);
    for action in Action::ALL.into_iter().filter(of_the_window) {
        let mut window = open();
        let at = center(&window, "Germany");
        click(&mut window, at);
        press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
        if action.entry().menu == Menu::Arrange {
            press(&mut window, Modifiers::COMMAND, Key::A);
        }
        if action == Action::Redo {
            press(&mut window, Modifiers::COMMAND, Key::Z);
        }
        let zoom = zoom_text(&window);
        let before = state(&window).map().clone();
        do_by_palette(&mut window, action);
        let now = state(&window);
        let done = match action {
            Action::New | Action::Open | Action::Quit => {
                matches!(now.dialog, Some(Dialog::Unsaved(_)))
            }
            Action::Save | Action::SaveAs | Action::AddFromFile => {
                unreachable!("left to the desktop test")
            }
            Action::Export => now.dialog == Some(Dialog::Export),
            Action::ExportData => now.dialog == Some(Dialog::ExportData),
            Action::History => now.dialog == Some(Dialog::History),
            // Nothing was read that had to be reported, or left: the palette says so and stays.
            Action::Report | Action::Recover | Action::Versions => {
                now.dialog == Some(Dialog::Palette)
            }
            // What is on the clipboard, only the system knows.
            Action::Copy | Action::CopyText | Action::CopyPicture | Action::Paste => {
                *now.map() == before
            }
            Action::Cut => now.history.undo_name() == Some("Cut Germany"),
            Action::Undo => !now.history.is_unsaved(),
            Action::Redo => now.history.is_unsaved(),
            Action::AddNote => {
                let fields = window.query_all_by_role(Role::MultilineTextInput);
                fields.into_iter().any(|field| field.is_focused())
            }
            Action::Rename | Action::QuickEntry | Action::EditTitle => {
                window.query_all_by_role(Role::TextInput).any(|field| field.is_focused())
            }
            Action::Duplicate => now.map().nations().len() == 16,
            Action::Delete => now.map().nations().len() == 14,
            Action::SelectAll => now.selection.len() == 15 + 22,
            Action::Cancel => now.selection.is_empty(),
            Action::InvertSelection => now.selection.len() == 14 + 22,
            Action::SelectNeighbours => now.selection.len() == 2 + 1,
            Action::SelectTiesWithin => now.selection.len() == 1,
            Action::SelectSameKind => now.selection.len() == 15,
            Action::Find => now.dialog == Some(Dialog::Find),
            Action::ZoomIn | Action::ZoomOut | Action::ZoomReset | Action::FitSelection => {
                zoom_text(&window) != zoom
            }
            Action::Fit => zoom_text(&window) == zoom,
            Action::FocusSelection => now.shown_map().nations().len() < before.nations().len(),
            // There is no focus to change, nothing hidden and no filter.
            Action::WidenFocus | Action::NarrowFocus | Action::ShowAll | Action::ToggleFilter => {
                now.visible.view().is_idle() && *now.map() == before
            }
            Action::HideSelection => now.shown_map().nations().len() == 14,
            Action::ShowMatrix => window.query_all_by_role(Role::RowHeader).count() == 15,
            // The map is shown: the palette says so and stays.
            Action::SortMatrixByName => now.dialog == Some(Dialog::Palette),
            Action::TogglePanel => !now.settings.panel_open,
            Action::WideList => now.settings.wide_list,
            // Germany is no organisation: the palette says so and stays.
            Action::AddMembers => now.dialog == Some(Dialog::Palette),
            Action::FindPacts => now.dialog == Some(Dialog::FindPacts),
            // No organisation of the sample says how its members are tied: the palette says so and stays.
            Action::ExpandPacts => now.dialog == Some(Dialog::Palette),
            Action::ToggleOverview => !now.settings.overview,
            Action::ShowSelection => now.tab == Tab::Selection,
            Action::ShowMap => now.tab == Tab::Map,
            Action::ShowList => now.tab == Tab::List,
            Action::ShowLook => now.tab == Tab::Look,
            Action::ShowLayout => now.tab == Tab::Layout,
            Action::ShowFilter => now.tab == Tab::Filter,
            Action::ThemeSystem => now.settings.theme == ThemeChoice::System,
            Action::ThemeLight => now.settings.theme == ThemeChoice::Light,
            Action::ThemeDark => now.settings.theme == ThemeChoice::Dark,
            Action::ToggleMotion => now.settings.motion,
            Action::ToolSelect => now.tool == Tool::Select,
            Action::ToolLasso => now.tool == Tool::Lasso,
            Action::SnapToOthers => !now.settings.snap,
            Action::ToolNation => now.tool == Tool::Nation,
            Action::ToolTie => now.tool == Tool::Tie,
            Action::ToolPan => now.tool == Tool::Pan,
            Action::AddNation => now.map().nations().len() == 16,
            Action::DrawTie => *now.map() == before,
            Action::TogglePin | Action::UnpinAll => {
                now.map().nations().iter().all(|(_, n)| !n.pinned)
            }
            // Nothing was placed by hand: the palette says so and stays.
            Action::ResetPlaces => now.dialog == Some(Dialog::Palette),
            Action::RunLayout
            | Action::LayOutSelection
            | Action::LayOutByForces
            | Action::LayOutInCircle
            | Action::LayOutInRings
            | Action::LayOutInLayers
            | Action::LayOutInGrid
            | Action::LayOutInBlocs => now.layout != LayoutState::Settled || *now.map() != before,
            Action::AlignLeft
            | Action::AlignCenter
            | Action::AlignRight
            | Action::AlignTop
            | Action::AlignMiddle
            | Action::AlignBottom
            | Action::DistributeHorizontally
            | Action::DistributeVertically
            | Action::MirrorLeftRight
            | Action::MirrorTopBottom
            | Action::TurnLeft
            | Action::TurnRight
            | Action::Spread
            | Action::DrawTogether => *now.map() != before,
            Action::StopLayout => now.layout == LayoutState::Settled,
            Action::Palette => true,
            Action::Shortcuts => now.dialog == Some(Dialog::Shortcuts),
            Action::About => now.dialog == Some(Dialog::About),
        };
        assert!(done, "{action:?}");
    }
}

/// What the zoom control says.
fn zoom_text(window: &Harness<'_, Option<App>>) -> String {
    let mut labels = window
        .query_all_by_label_contains("Zoom ")
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.ends_with('%'));
    labels.next().expect("the zoom control")
}

#[test]
fn unsaved_work_is_asked_about_and_kept_on_cancel() {
    let mut window = open();
    let at = center(&window, "Italy");
    click(&mut window, at);
    press(&mut window, Modifiers::NONE, Key::Delete);
    press(&mut window, Modifiers::COMMAND, Key::N);
    window.get_by_label("Cancel").click();
    window.run_steps(3);
    assert_eq!(state(&window).map().nations().len(), 14);
    press(&mut window, Modifiers::COMMAND, Key::N);
    window.get_by_label("Don't save").click();
    window.run_steps(3);
    assert!(state(&window).map().nations().is_empty());
}

#[test]
fn a_layout_runs_off_the_window_s_thread_and_is_one_step() {
    let mut window = open();
    let at = center(&window, "Italy");
    click(&mut window, at);
    press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    let before = state(&window).map().clone();
    press(&mut window, Modifiers::NONE, Key::L);
    for _ in 0..600 {
        if state(&window).history.undo_name() == Some("Lay out map") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    assert_eq!(state(&window).history.undo_name(), Some("Lay out map"));
    assert_eq!(
        position(state(&window).map(), "Italy"),
        position(&before, "Italy"),
        "pinned by the nudge"
    );
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn each_layout_of_the_menu_is_one_step() {
    let mut window = open();
    for layout in [
        Action::LayOutInCircle,
        Action::LayOutInRings,
        Action::LayOutInLayers,
        Action::LayOutInGrid,
        Action::LayOutInBlocs,
    ] {
        let name = layout.entry().name;
        let before = state(&window).map().clone();
        do_by_palette(&mut window, layout);
        wait_until(&mut window, |state| state.history.undo_name() == Some(name));
        assert_ne!(*state(&window).map(), before);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(*state(&window).map(), before, "{name} is one step");
        press(&mut window, Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
        assert_eq!(state(&window).history.undo_name(), Some(name));
    }
}

#[test]
fn the_layout_tab_lays_out_and_shows_how_good_that_is() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::Num4);
    assert_eq!(state(&window).tab, Tab::Layout);
    let is_current =
        |state: &State| state.quality.is_some_and(|(of, _)| of == state.history.revision());
    wait_until(&mut window, is_current);
    for (name, preset) in [
        ("Distances", Preset::Distance),
        ("Structure", Preset::Structure),
        ("Balanced", Preset::Balanced),
    ] {
        window.get_by_role_and_label(Role::ComboBox, "Aim").click();
        window.run_steps(3);
        window.get_by_label(name).click();
        window.run_steps(3);
        assert_eq!(state(&window).layout_settings.preset, preset);
    }
    let first = state(&window).quality;
    window.get_by_role_and_label(Role::ComboBox, "Lay out").click();
    window.run_steps(3);
    window.get_by_label("In a grid").click();
    window.run_steps(3);
    window.get_by_role_and_label(Role::Button, "Lay out").click();
    wait_until(&mut window, |state| state.history.undo_name() == Some("Lay out in a grid"));
    wait_until(&mut window, is_current);
    let (_, quality) = state(&window).quality.expect("measured");
    assert_ne!(first.map(|(_, quality)| quality), Some(quality));
    assert_eq!(quality.overlaps, 0);
    window.run_steps(2);
    let stress = format!("{:.3}", quality.stress);
    window.get_by_role_and_label(Role::Label, &stress);
}

/// The window as a picture, held against the one in `tests/snapshots`. After a wanted change of looks,
/// run with `UPDATE_SNAPSHOTS=1`, look at the pictures, and commit them.
#[test]
fn the_window_looks_as_it_did() {
    let renderer = std::panic::catch_unwind(|| {
        let setup = egui_kittest::wgpu::default_wgpu_setup();
        egui_kittest::wgpu::WgpuTestRenderer::from_setup(setup)
    });
    if renderer.is_err() {
        skipped("no renderer for pictures; Debian's mesa-vulkan-drivers has one");
        return;
    }
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, size, theme) in [
        ("window-light", Vec2::new(1280.0, 800.0), ThemeChoice::Light),
        ("window-dark", Vec2::new(1280.0, 800.0), ThemeChoice::Dark),
        ("window-small", Vec2::new(1024.0, 640.0), ThemeChoice::Light),
    ] {
        let mut window = open_as(Harness::builder().with_size(size).wgpu(), theme);
        let at = center(&window, "Japan");
        click(&mut window, at);
        window.remove_cursor();
        window.run_steps(3);
        // Renderers differ in the last bit and along edges; a moved line differs in far more.
        let options =
            egui_kittest::SnapshotOptions::new().threshold(1.5).max_failed_pixels(1500usize);
        window.snapshot_options(name, &options);
        results.extend(window.take_snapshot_results());
    }
}
