//! Files of other programs and pasted texts in the window: they open as new maps or are added to the open
//! one, and what isn't sure is asked about first.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;
mod skipped;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use entente::formats::FORMATS;
use entente::model::Map;
use entente::ui::{Action, Dialog, ThemeChoice};
use hand::{Window, do_by_palette, key, open, press, state, wait_until};
use skipped::skipped;

const GEXF: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="undirected">
<nodes><node id="a" label="Japan"/><node id="b" label="New Zealand"/><node id="c" label="China"/></nodes>
<edges><edge source="a" target="b"/><edge source="b" target="c" type="directed"/>
<edge source="b" target="nobody"/></edges></graph></gexf>"#;
const CSV: &str = "Ties as reported;;\n\nCountry A;Country B;Remark\nJapan;New Zealand;shared\n\
                   China;Japan;\n;Chad;\nTotal;;3\n";

fn file(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

fn open_file<'a>(path: PathBuf) -> Window<'a> {
    let builder = Harness::builder().with_size(Vec2::new(1024.0, 640.0));
    opened::open_file_as(builder, ThemeChoice::Light, Some(path))
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

fn names(map: &Map) -> Vec<&str> {
    let mut names: Vec<&str> = map.nations().iter().map(|(_, n)| n.name.as_str()).collect();
    names.sort_unstable();
    names
}

fn paste(window: &mut Window<'_>, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run_steps(3);
}

/// Waits until a widget with this label is there.
fn wait_for(window: &mut Window<'_>, label: &str) {
    for _ in 0..600 {
        if window.query_all_by_label_contains(label).next().is_some() {
            // A dialog that has just opened is laid out in the frames after that.
            window.run_steps(4);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        window.step();
    }
    panic!("waited in vain for “{label}”");
}

fn choose(window: &mut Window<'_>, list: &str, value: &str) {
    open_list(window, list, value);
    // It may be out of view in a long list.
    offered(window, value).expect("the value").scroll_to_me();
    window.run_steps(8);
    offered(window, value).expect("the value").click();
    window.run_steps(4);
}

/// Opens a list.
fn open_list(window: &mut Window<'_>, list: &str, value: &str) {
    // It may be out of view beside a long table.
    window.get_by_role_and_label(Role::ComboBox, list).scroll_to_me();
    window.run_steps(8);
    window.get_by_role_and_label(Role::ComboBox, list).click();
    window.run_steps(4);
    assert!(offered(window, value).is_some(), "“{list}” doesn't offer “{value}”");
}

/// Gives the threads the time to say what they have to say.
fn let_work(window: &mut Window<'_>) {
    for _ in 0..100 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.step();
    }
}

fn offered<'w>(window: &'w Window<'_>, value: &'w str) -> Option<egui_kittest::Node<'w>> {
    // The list itself shows what is chosen.
    let is_choice = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() != Role::ComboBox;
    let named = window.query_all_by_label(value).rfind(is_choice);
    named.or_else(|| window.query_all_by_label_contains(value).rfind(is_choice))
}

fn role(window: &Window<'_>, column: &str) -> String {
    let label = format!("Role of {column}");
    let role = window.get_by_role_and_label(Role::ComboBox, &label);
    role.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_graph_opens_as_a_new_map_with_a_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "pacific.gexf", GEXF);
    let mut window = open_file(path.clone());
    wait_until(&mut window, |state| state.map().nations().len() == 4);
    let now = state(&window);
    assert_eq!(names(now.map()), ["China", "Japan", "New Zealand", "nobody"]);
    assert_eq!(now.map().ties().len(), 3);
    assert_eq!(now.map().heading().title, "pacific");
    // Saving asks for a name: the file that was read stays as it is.
    assert_eq!(now.path, None);
    assert!(now.history.is_unsaved() && now.dialog.is_none());
    assert_eq!(now.settings.recent, [path]);
    assert!(now.report.summary.starts_with("Read 4 nations and 3 ties from GEXF"));
    assert_eq!(now.report.count(), 1);
    wait_until(&mut window, |state| {
        state.map().nations().iter().all(|(_, nation)| nation.position.is_some())
    });
    assert_eq!(state(&window).history.undo_name(), None, "giving places is part of opening");
    window.get_by_label("Show report").click();
    window.run_steps(3);
    assert_eq!(state(&window).dialog, Some(Dialog::Report));
    wait_for(&mut window, "isn't in the file");
    key(&mut window, Key::Escape);
    do_by_palette(&mut window, Action::Report);
    assert_eq!(state(&window).dialog, Some(Dialog::Report));
}

#[test]
fn a_broken_file_says_where_and_leaves_the_map() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "pacific.gexf", &GEXF[..GEXF.len() - 30]);
    let mut window = open_file(path);
    wait_for(&mut window, "Can't open “pacific.gexf”: line");
    assert_eq!(state(&window).map().nations().len(), 15);
}

#[test]
fn a_dropped_table_is_shown_as_understood_and_enter_imports_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open();
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    window.run_steps(4);
    assert_eq!(role(&window, "Country A"), "source");
    assert_eq!(role(&window, "Country B"), "target");
    wait_for(&mut window, "3 rows: ");
    assert!(window.query_by_label_contains("2 ties, 1 left out").is_some());
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.dialog.is_none());
    let now = state(&window);
    assert_eq!(now.map().ties().len(), 2);
    assert_eq!(names(now.map()), ["Chad", "China", "Japan", "New Zealand"]);
    // The title, the sums and the tie without an end.
    assert_eq!(now.report.count(), 3);
}

#[test]
fn roles_that_are_changed_make_another_map_and_are_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path.clone());
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "Role of Country A", "target");
    choose(&mut window, "Role of Country B", "source");
    choose(&mut window, "Role of Remark", "label");
    assert_eq!(role(&window, "Remark"), "label");
    wait_for(&mut window, "2 ties");
    window.run_steps(4);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let first = |window: &Window<'_>| {
        let map = state(window).map();
        let (_, tie) = map.ties().iter().next().expect("a tie");
        let from = map.nations().get(tie.from).expect("a nation").name.clone();
        (from, tie.label.clone())
    };
    assert_eq!(first(&window), ("New Zealand".to_owned(), "shared".to_owned()));
    // The same table again is read the same way.
    let again = std::fs::read_to_string(&path).expect("the file").replace("Japan", "India");
    let path = file(folder.path(), "again.csv", &again);
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.run_steps(3);
    window.get_by_label("Don't save").click();
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    wait_for(&mut window, "2 ties");
    let_work(&mut window);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(first(&window), ("New Zealand".to_owned(), "shared".to_owned()));
}

#[test]
fn a_name_that_may_mean_several_nations_is_asked_about_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "from,to\nCongo,Rwanda\nCongo,Uganda\nKenya,Uganda\nKenya,Rwanda\n";
    let path = file(folder.path(), "ties.csv", text);
    let mut window = open_file(path);
    wait_for(&mut window, "1 name is unclear");
    assert!(window.query_by_label_contains("without an answer it gets no code").is_some());
    // A list that is open stays open whatever the threads say meanwhile.
    choose(&mut window, "Ties that say the same", "the first of them alone");
    open_list(&mut window, "Meaning of Congo", ", COG");
    let_work(&mut window);
    assert!(offered(&window, ", COG").is_some());
    offered(&window, ", COG").expect("offered").click();
    window.run_steps(4);
    assert!(window.query_by_label_contains("unclear").is_none());
    let_work(&mut window);
    // What was answered is still there, with its answer, and can be answered anew.
    let answer = window.get_by_role_and_label(Role::ComboBox, "Meaning of Congo");
    let answer = answer.accesskit_node().value().unwrap_or_default();
    assert!(answer.ends_with(", COG"), "{answer}");
    choose(&mut window, "Meaning of Congo", ", COD");
    let_work(&mut window);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let map = state(&window).map();
    let codes: Vec<&str> = map.nations().iter().filter_map(|(_, n)| n.code.as_deref()).collect();
    assert_eq!(codes.len(), 4, "{codes:?}");
    assert!(codes.contains(&"COD"));
}

#[test]
fn a_table_of_nations_is_joined_to_one_of_ties() {
    let folder = tempfile::tempdir().expect("a folder");
    let ties = file(folder.path(), "ties.csv", "source,target\n1,2\n2,3\n");
    let nations = "id,label\n1,Japan\n2,New Zealand\n3,China\n";
    let nations = file(folder.path(), "nations.csv", nations);
    let mut window = open_file(ties);
    wait_for(&mut window, "2 rows: ");
    window.input_mut().dropped_files.push(Arc::new(Dropped(nations)));
    wait_for(&mut window, "5 rows: ");
    window.run_steps(4);
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["China", "Japan", "New Zealand"]);
}

#[test]
fn another_header_row_and_the_last_row_can_be_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path);
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "A row is", "not read");
    wait_for(&mut window, "no nations and no ties are seen");
    choose(&mut window, "A row is", "a tie");
    wait_for(&mut window, "3 rows: ");
    choose(&mut window, "Rows", "with Country A");
    wait_for(&mut window, "1 tie");
    window.get_by_label("Cancel").click();
    window.run_steps(3);
    assert_eq!(state(&window).map().nations().len(), 15, "nothing was imported");
}

#[test]
fn pasted_cells_are_added_as_one_step_after_what_is_new_was_shown() {
    let mut window = open();
    let before = state(&window).map().clone();
    paste(&mut window, "from\tto\nJapan\tBrazil\nBrazil\tPeru\n");
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    wait_for(&mut window, "2 rows: ");
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
    wait_for(&mut window, "the same");
    key(&mut window, Key::Enter);
    wait_until(&mut window, |state| state.map().nations().len() == 17);
    let now = state(&window);
    assert_eq!(now.map().ties().len(), before.ties().len() + 2);
    assert!(now.map().nations().iter().all(|(_, nation)| nation.position.is_some()));
    // Japan was there: undo names what was added, not what was read.
    assert_eq!(now.history.undo_name(), Some("Add 2 nations and 2 ties"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*state(&window).map(), before);
}

#[test]
fn what_is_pasted_can_be_a_new_map_instead() {
    let mut window = open();
    paste(&mut window, GEXF);
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
    window.run_steps(3);
    window.get_by_label("Open as new map").click();
    wait_until(&mut window, |state| state.map().nations().len() == 4);
    assert_eq!(state(&window).path, None);
}

#[test]
fn data_are_exported_after_their_losses_were_listed() {
    let mut window = open();
    do_by_palette(&mut window, Action::ExportData);
    assert_eq!(state(&window).dialog, Some(Dialog::ExportData));
    let format = FORMATS.into_iter().find(|format| format.name == "Edge list").expect("a format");
    window.get_by_label(format.name).click();
    window.run_steps(3);
    let losses = format.writer.expect("a writer").write(state(&window).map()).losses;
    assert!(!losses.is_empty());
    for loss in losses {
        wait_for(&mut window, &loss.to_string());
    }
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).dialog, None);
}

#[test]
fn what_is_read_late_changes_nothing_that_was_begun_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = file(folder.path(), "first.csv", "from,to,remark\nJapan,Chad,a\nMali,Chad,b\n");
    let nations = file(folder.path(), "nations.csv", "id,label\n1,Japan\n2,Peru\n");
    let second = file(folder.path(), "second.csv", "from,to\nIndia,Peru\n");
    let mut window = open_file(first);
    wait_for(&mut window, "2 rows: ");
    // A table is being joined, and a role changed, when the person thinks better of it.
    window.input_mut().dropped_files.push(Arc::new(Dropped(nations)));
    window.run_steps(2);
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).dialog, None);
    window.input_mut().dropped_files.push(Arc::new(Dropped(second)));
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    let_work(&mut window);
    assert!(window.query_by_label_contains("1 row: 2 nations and 1 tie").is_some());
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["India", "Peru"]);
}

#[test]
fn escape_is_heard_in_the_frame_in_which_a_table_is_joined() {
    let folder = tempfile::tempdir().expect("a folder");
    let ties = file(folder.path(), "ties.csv", "from,to\n1,2\n");
    let nations = file(folder.path(), "nations.csv", "id,label\n1,Japan\n2,Peru\n");
    let mut window = open_file(ties);
    wait_for(&mut window, "1 row: ");
    window.input_mut().dropped_files.push(Arc::new(Dropped(nations)));
    window.run_steps(2);
    // Meanwhile it is read, and the next frame takes it.
    std::thread::sleep(std::time::Duration::from_secs(1));
    key(&mut window, Key::Escape);
    assert_eq!(state(&window).dialog, None);
}

#[test]
fn files_that_are_dropped_together_are_all_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let ties = file(folder.path(), "ties.csv", "source,target\n1,2\n2,3\n");
    let nations = "id,label\n1,Japan\n2,New Zealand\n3,China\n";
    let nations = file(folder.path(), "nations.csv", nations);
    let graph = file(folder.path(), "pacific.gexf", GEXF);
    let mut window = open();
    for path in [nations, ties, graph] {
        window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    }
    wait_for(&mut window, "5 rows: 3 nations and 2 ties");
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["China", "Japan", "New Zealand"]);
    // The graph can't be joined to tables: that is said, and it can be added.
    wait_for(&mut window, "pacific.gexf");
    window.get_by_label("Add to map").click();
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
}

#[test]
fn a_table_of_one_column_is_shown_and_an_empty_one_says_what_is_expected() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "nations.csv", "Country\nJapan\nPeru\nChad\n");
    let mut window = open_file(path);
    wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
    choose(&mut window, "A row is", "a nation");
    wait_for(&mut window, "3 rows: 3 nations");
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["Chad", "Japan", "Peru"]);
    let path = file(folder.path(), "none.csv", ",,\n,,\n");
    window.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.run_steps(3);
    window.get_by_label("Don't save").click();
    wait_for(&mut window, "none.csv");
    assert_eq!(state(&window).dialog, None);
}

/// Presses keys and counts them.
struct Keys<'w, 'a> {
    window: &'w mut Window<'a>,
    pressed: usize,
}

impl Keys<'_, '_> {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(self.window, modifiers, key);
        self.pressed += 1;
    }

    /// Presses Tab until a control has the keyboard, and returns whether one has.
    fn tab_to(&mut self, role: Role, label: &str) -> bool {
        for _ in 0..60 {
            let found = self.window.query_by_role_and_label(role, label);
            if found.is_some_and(|node| node.is_focused()) {
                return true;
            }
            self.press(Modifiers::NONE, Key::Tab);
        }
        false
    }
}

#[test]
fn a_table_becomes_a_map_by_one_key_and_pasted_cells_are_added_by_three() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path);
    wait_for(&mut window, "3 rows: ");
    let mut keys = Keys { window: &mut window, pressed: 0 };
    keys.press(Modifiers::NONE, Key::Enter);
    assert_eq!(keys.pressed, 1);
    wait_until(&mut window, |state| state.map().ties().len() == 2);

    paste(&mut window, "from\tto\nJapan\tBrazil\nBrazil\tPeru\n");
    let mut keys = Keys { window: &mut window, pressed: 1 };
    for dialog in [Dialog::Import, Dialog::Merge] {
        wait_until(keys.window, |state| state.dialog == Some(dialog.clone()));
        keys.window.run_steps(4);
        keys.press(Modifiers::NONE, Key::Enter);
    }
    assert_eq!(keys.pressed, 3);
    wait_until(&mut window, |state| state.map().ties().len() == 4);
}

#[test]
fn a_role_is_changed_by_keys_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", CSV);
    let mut window = open_file(path);
    wait_for(&mut window, "3 rows: ");
    let mut keys = Keys { window: &mut window, pressed: 0 };
    assert!(keys.tab_to(Role::ComboBox, "Role of Remark"), "Tab comes by every list");
    keys.press(Modifiers::NONE, Key::Space);
    for _ in 0..40 {
        if offered(keys.window, "notes").is_some_and(|node| node.is_focused()) {
            break;
        }
        keys.press(Modifiers::NONE, Key::Tab);
    }
    assert!(offered(keys.window, "notes").is_some_and(|node| node.is_focused()));
    keys.press(Modifiers::NONE, Key::Enter);
    assert_eq!(role(keys.window, "Remark"), "notes");
    assert!(keys.tab_to(Role::Button, "Import"), "and by the button that imports");
    keys.press(Modifiers::NONE, Key::Enter);
    wait_until(&mut window, |state| state.dialog.is_none());
    let notes: Vec<&str> =
        state(&window).map().ties().iter().map(|(_, tie)| tie.notes.as_str()).collect();
    assert_eq!(notes, ["shared", ""]);
}

#[test]
fn days_and_years_are_understood_as_chosen() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "from,to,signed\nJapan,Chad,3/4/1950\nMali,Chad,5/6/1951\n";
    let path = file(folder.path(), "ties.csv", text);
    let mut window = open_file(path);
    wait_for(&mut window, "2 rows: ");
    choose(&mut window, "Role of signed", "since");
    let_work(&mut window);
    window.get_by_label("Options").scroll_to_me();
    window.run_steps(8);
    window.get_by_label("Options").click();
    window.run_steps(8);
    choose(&mut window, "3/4/1950 is read", "day first: 3 April");
    // Enter needn't wait for the map: it is imported as chosen once that is made.
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    let since: Vec<String> = (state(&window).map().ties().iter())
        .filter_map(|(_, tie)| tie.since.map(|date| date.to_string()))
        .collect();
    assert_eq!(since, ["1950-04-03", "1951-06-05"]);
}

#[test]
fn the_bytes_are_read_again_as_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ties.csv");
    let bytes = b"von;nach;Ort\nPolen;Japan;\xA3\xF3d\x9F\nPeru;Japan;Lima, Rimac\n";
    std::fs::write(&path, bytes).expect("a file");
    let mut window = open_file(path);
    wait_for(&mut window, "2 rows: ");
    window.get_by_label("Options").scroll_to_me();
    window.run_steps(8);
    window.get_by_label("Options").click();
    window.run_steps(8);
    choose(&mut window, "Role of Ort", "evidence");
    choose(&mut window, "Encoding", "windows-1250");
    wait_for(&mut window, "Łódź");
    let role = window.get_by_role_and_label(Role::ComboBox, "Role of Ort");
    assert_eq!(role.accesskit_node().value().as_deref(), Some("evidence"), "it was chosen");
    choose(&mut window, "Between cells", "a comma");
    wait_for(&mut window, "von;nach;Ort");
    choose(&mut window, "Between cells", "a semicolon");
    wait_for(&mut window, "2 rows: ");
    let answer = window.get_by_role_and_label(Role::ComboBox, "Encoding");
    assert_eq!(answer.accesskit_node().value().as_deref(), Some("windows-1250"));
    window.get_by_label("Import").click();
    wait_until(&mut window, |state| state.dialog.is_none());
    assert_eq!(names(state(&window).map()), ["Japan", "Peru", "Poland"]);
}

#[test]
fn letters_of_a_table_have_their_fonts_before_it_is_imported() {
    const HANGUL: &str = "대한민국";
    if !entente::scene::text::missing(HANGUL).is_empty() {
        skipped(&format!("no font here has {HANGUL}"));
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "ties.csv", &format!("from,to\n{HANGUL},Japan\n"));
    let mut window = open_file(path);
    wait_for(&mut window, "1 row: ");
    let font = egui::FontId::proportional(13.0);
    assert!(window.ctx.fonts_mut(|fonts| fonts.has_glyphs(&font, HANGUL)));
}

const SHEET: &str = "Treaties in force;;;\n\nParty A;Party B;Type;Signed\n\
                     Japan;New Zealand;alliance;1951\nCongo;Rwanda;rivalry;1998\n\
                     Korea, Rep.;USA;alliance;1953\nFrance;Germany;trade;1963\n;Chad;trade;1970\nTotal;;5;\n";

/// What the window shows in a dialog, as a picture held against the one in `tests/snapshots`.
#[test]
fn the_dialogs_look_as_they_did() {
    let renderer = std::panic::catch_unwind(|| {
        let setup = egui_kittest::wgpu::default_wgpu_setup();
        egui_kittest::wgpu::WgpuTestRenderer::from_setup(setup)
    });
    if renderer.is_err() {
        skipped("no renderer for pictures; Debian's mesa-vulkan-drivers has one");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), "treaties.csv", SHEET);
    let mut results = egui_kittest::SnapshotResults::new();
    for (size, theme, looks) in [
        (Vec2::new(1280.0, 800.0), ThemeChoice::Light, "light"),
        (Vec2::new(1024.0, 640.0), ThemeChoice::Dark, "small-dark"),
    ] {
        let builder = Harness::builder().with_size(size).wgpu();
        let mut window = opened::open_file_as(builder, theme, Some(path.clone()));
        let mut picture = |window: &mut Window<'_>, name: &str| {
            let_work(window);
            window.remove_cursor();
            window.run_steps(3);
            let options =
                egui_kittest::SnapshotOptions::new().threshold(1.5).max_failed_pixels(1500usize);
            window.snapshot_options(format!("{name}-{looks}"), &options);
            results.extend(window.take_snapshot_results());
        };
        wait_for(&mut window, "5 rows: ");
        picture(&mut window, "assistant");
        key(&mut window, Key::Enter);
        wait_until(&mut window, |state| state.dialog.is_none());
        do_by_palette(&mut window, Action::Report);
        picture(&mut window, "report");
        key(&mut window, Key::Escape);
        do_by_palette(&mut window, Action::ExportData);
        picture(&mut window, "export-data");
        key(&mut window, Key::Escape);
        paste(
            &mut window,
            "from\tto\tkind\tsince\nJapan\tBrazil\tpact\t1999\nJapan\tNew Zealand\talliance\t1952\n",
        );
        wait_until(&mut window, |state| state.dialog == Some(Dialog::Import));
        window.run_steps(4);
        key(&mut window, Key::Enter);
        wait_until(&mut window, |state| state.dialog == Some(Dialog::Merge));
        picture(&mut window, "merge");
    }
}
