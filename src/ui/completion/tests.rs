use egui::accesskit::Role;
use egui::{Event, Id, Key, TextEdit};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::{Completion, Suggestions, nation_names};
use crate::ui::test_example::window;

#[derive(Default)]
struct Field {
    text: String,
    completion: Completion,
    taken: Vec<String>,
    escapes: usize,
    suggestions: Option<Suggestions>,
}

fn open<'a>(field: Field) -> Harness<'a, Field> {
    let mut harness = window(field, |ui, field| {
        let id = Id::new("field");
        let own = field.suggestions.clone();
        let suggest = |text: &str| own.clone().unwrap_or_else(|| nation_names::suggestions(text));
        let show = |ui: &mut egui::Ui, text: &mut String| ui.add(TextEdit::singleline(text).id(id));
        let done = field.completion.show(ui, id, &mut field.text, suggest, show);
        field.taken.extend(done.taken.map(|taken| taken.key));
        field.escapes += usize::from(done.has_closed_list);
    });
    harness.get_by_role(Role::TextInput).focus();
    harness.run_steps(2);
    harness
}

fn type_text(harness: &mut Harness<'_, Field>, text: &str) {
    harness.event(Event::Text(text.to_owned()));
    harness.run_steps(2);
}

fn press(harness: &mut Harness<'_, Field>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
}

fn options(harness: &Harness<'_, Field>) -> Vec<(String, bool)> {
    let rows = harness.query_all_by_role(Role::ListBoxOption);
    let read = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        (node.label().unwrap_or_default(), node.is_selected() == Some(true))
    };
    rows.map(read).collect()
}

#[test]
fn typing_opens_the_list_and_enter_takes_its_first_row() {
    let mut harness = open(Field::default());
    assert!(options(&harness).is_empty(), "nothing is typed");
    type_text(&mut harness, "Pola");
    assert_eq!(options(&harness)[0], ("Poland, POL".to_owned(), true));
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().taken, ["POL"]);
    assert!(options(&harness).is_empty(), "it closes");
    assert!(harness.get_by_role(Role::TextInput).is_focused(), "the field keeps the keyboard");
}

#[test]
fn arrows_choose_and_tab_takes() {
    let mut harness = open(Field::default());
    type_text(&mut harness, "united");
    let first = options(&harness);
    press(&mut harness, Key::ArrowDown);
    let second = options(&harness);
    assert!(first[0].1 && second[1].1 && !second[0].1, "{second:?}");
    press(&mut harness, Key::Tab);
    assert_eq!(harness.state().taken.len(), 1);
    assert!(second[1].0.ends_with(&harness.state().taken[0]));
}

#[test]
fn escape_closes_the_list_alone_and_the_text_stays() {
    let mut harness = open(Field::default());
    type_text(&mut harness, "Pola");
    press(&mut harness, Key::Escape);
    assert!(options(&harness).is_empty());
    assert_eq!((harness.state().escapes, harness.state().text.as_str()), (1, "Pola"));
    assert!(harness.get_by_role(Role::TextInput).is_focused());
    press(&mut harness, Key::Enter);
    assert!(harness.state().taken.is_empty(), "the plain text was wanted");
    assert!(!harness.get_by_role(Role::TextInput).is_focused(), "Enter ends the field");
}

#[test]
fn a_click_takes_a_row() {
    let mut harness = open(Field::default());
    type_text(&mut harness, "Pola");
    let at = harness.get_by_label("Poland, POL").rect().center();
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run_steps(2);
    assert_eq!(harness.state().taken, ["POL"]);
}

#[test]
fn an_open_choice_takes_nothing_by_itself() {
    let mut both = nation_names::suggestions("congo");
    both.is_open_choice = true;
    let mut harness = open(Field { suggestions: Some(both), ..Field::default() });
    type_text(&mut harness, "congo");
    assert!(options(&harness).iter().all(|(_, is_chosen)| !is_chosen));
    press(&mut harness, Key::Enter);
    assert!(harness.state().taken.is_empty());
}

#[test]
fn a_composition_keeps_its_keys() {
    let mut harness = open(Field::default());
    type_text(&mut harness, "Pola");
    let preedit = |text: &str| {
        Event::Ime(egui::ImeEvent::Preedit { text: text.to_owned(), active_range_chars: None })
    };
    harness.event(preedit("に"));
    harness.step();
    press(&mut harness, Key::Enter);
    assert!(harness.get_by_role(Role::TextInput).is_focused(), "Enter is the composition's");
    harness.event(Event::Ime(egui::ImeEvent::Commit("日".to_owned())));
    harness.run_steps(2);
    assert!(harness.get_by_role(Role::TextInput).is_focused());
    assert_eq!((harness.state().text.as_str(), harness.state().taken.len()), ("Pola日", 0));
}
