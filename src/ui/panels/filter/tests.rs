use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::model::{Filter, KindId, Others, Sign};
use crate::ui::test_example::{example, window};

fn open<'a>() -> Harness<'a, (State, Drafts)> {
    window((example(), Drafts::default()), |ui, (state, drafts)| {
        let mut out = Vec::new();
        ui.set_width(296.0);
        egui::ScrollArea::vertical().show(ui, |ui| show(ui, state, drafts, &mut out));
        for intent in out {
            let result = match intent {
                Intent::Edit { name, command } => state.history.perform(name, command),
                Intent::Type { name, field, command } => {
                    state.history.perform_in_field(name, field, command)
                }
                _ => Ok(()),
            };
            result.expect("it fits");
        }
        state.update_visible_part();
    })
}

fn filter<'w>(harness: &'w Harness<'_, (State, Drafts)>) -> &'w Filter {
    harness.state().0.map().filter()
}

#[test]
fn a_chip_chooses_and_a_second_click_lets_go() {
    let mut harness = open();
    for name in ["Pact", "Pacific", "friendly", "none given"] {
        harness.get_by_label(name).click();
        harness.run();
    }
    let now = filter(&harness);
    assert_eq!(now.kinds, [KindId(2)].into());
    assert_eq!(now.tags, ["Pacific".to_owned()].into());
    assert_eq!((now.signs.clone(), now.statuses.clone()), ([Sign::Friendly].into(), [None].into()));
    assert!(harness.query_by_label("2 of 3 nations and 1 of 3 ties pass.").is_some());
    assert_eq!(harness.state().0.history.undo_name(), Some("Filter by status"));
    harness.get_by_label("Pact").click();
    harness.run();
    assert!(filter(&harness).kinds.is_empty());
}

#[test]
fn fields_are_one_step_each_and_clear_ends_all() {
    let mut harness = open();
    for (field, typed) in [("Text", "jap"), ("From", "1914"), ("At least", "2")] {
        harness.get_by_label(field).focus();
        harness.run();
        for letter in typed.chars() {
            harness.event(egui::Event::Text(letter.to_string()));
            harness.run();
        }
    }
    let now = filter(&harness);
    assert_eq!((now.text.as_str(), now.degree.at_least), ("jap", Some(2)));
    assert_eq!(now.period.from.map(|date| date.to_string()).as_deref(), Some("1914"));
    let history = &mut harness.state_mut().0.history;
    assert_eq!(history.undo().as_deref(), Some("Filter by least number of ties"));
    assert_eq!(history.undo().as_deref(), Some("Filter by first day"));
    assert_eq!(history.undo().as_deref(), Some("Filter by text"), "typed as one step");
    assert_eq!(*history.map().filter(), Filter::default());
    history.redo();
    harness.run();
    harness.get_by_label("Clear filter").click();
    harness.run();
    assert_eq!(*filter(&harness), Filter::default());
    assert!(harness.query_by_label_contains("All is shown.").is_some());
}

#[test]
fn others_are_dimmed_by_choice() {
    let mut harness = open();
    harness.get_by_label("Others are").click();
    harness.run();
    harness.get_by_label("dimmed").click();
    harness.run();
    assert_eq!(filter(&harness).others, Others::Dimmed);
}
