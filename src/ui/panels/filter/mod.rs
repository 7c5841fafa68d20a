//! What of the map is shown: the conditions of its filter, each with what there is to choose among.

pub mod attributes;
pub mod chips;

use egui::{Align, Checkbox, Layout, RichText, Ui};

use super::Memory;
use super::form;
use super::form::Drafts;
use crate::analysis::{RecordCounts, count_records};
use crate::edit::{self, Field};
use crate::model::{Filter, Map, Others, Period, Sign, Status};
use crate::ui::actions::Action;
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::{button, caption, tooltip};
use chips::{Chip, chips};

/// No more tags than this are offered; the rest can be found by text.
const MOST_TAGS: usize = 60;

pub(in crate::ui::panels) fn show(
    ui: &mut Ui,
    state: &State,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    let map = state.map();
    if map.nations().is_empty() {
        form::section(ui, "Nothing to show yet");
        form::advice(ui, "Double click the background to add a nation, or press N.");
        return;
    }
    let fresh;
    let counts = match &state.counts {
        Some((_, counts)) => counts,
        None => {
            fresh = count_records(map);
            &fresh
        }
    };
    ui.push_id("filter", |ui| {
        // What comes and goes within a scope leaves the fields after it their identity.
        ui.push_id("summary", |ui| summary(ui, state, out));
        text(ui, map, out);
        kinds(ui, map, counts, out);
        statuses(ui, map, counts, out);
        signs(ui, map, counts, out);
        form::section(ui, "Held between");
        ui.push_id("period", |ui| period(ui, map, &mut memory.drafts, out));
        ui.push_id("tags", |ui| tags(ui, map, counts, out));
        ui.push_id("attributes", |ui| {
            attributes::show(ui, map, counts, &mut memory.drafts, out);
        });
        form::section(ui, "Ties of a nation");
        ui.push_id("degree", |ui| degree(ui, map, &mut memory.drafts, out));
    });
}

/// Changes the filter as one step.
pub(in crate::ui::panels) fn changed(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Filter),
) {
    out.push(Intent::Edit {
        name: format!("Filter by {what}"),
        command: edit::change_filter(map, change),
    });
}

/// Changes the filter while a field is typed in: one step in all.
pub(in crate::ui::panels) fn typed(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Filter),
) {
    let field = Field(format!("filter/{what}"));
    let name = format!("Filter by {what}");
    out.push(Intent::Type { name, field, command: edit::change_filter(map, change) });
}

/// Whether the filter is used, what comes of it, and what becomes of the others.
fn summary(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    /// The height of what it says, so that nothing moves when that changes.
    const WORDS: f32 = 20.0;
    let map = state.map();
    let filter = map.filter();
    ui.add_enabled_ui(filter.has_conditions(), |ui| switch_and_clear(ui, map, out));
    ui.allocate_ui(egui::vec2(ui.available_width(), WORDS), |ui| {
        ui.set_min_size(egui::vec2(ui.available_width(), WORDS));
        form::advice(ui, &outcome(state));
    });
    let others = Others::ALL.map(|others| (others, others.name().to_owned()));
    if let Some(others) = form::choice(ui, "Others are", &filter.others, others) {
        let name = format!("Have others {}", others.name());
        let command = edit::change_filter(map, |filter| filter.others = others);
        out.push(Intent::Edit { name, command });
    }
}

fn switch_and_clear(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    ui.horizontal(|ui| {
        let mut is_on = !map.filter().is_off;
        let response = ui.add(Checkbox::new(&mut is_on, "Use filter"));
        if response.on_hover_text(tooltip(ui.ctx(), Action::ToggleFilter)).changed() {
            out.push(Intent::Act(Action::ToggleFilter));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if button(ui, "Clear filter").clicked() {
                let clear = |filter: &mut Filter| {
                    let extra = std::mem::take(&mut filter.extra);
                    *filter = Filter { extra, ..Filter::default() };
                };
                let command = edit::change_filter(map, clear);
                out.push(Intent::Edit { name: "Clear filter".to_owned(), command });
            }
        });
    });
}

/// What comes of the filter, in a sentence.
fn outcome(state: &State) -> String {
    let (map, passing) = (state.map(), state.visible.passing());
    if !map.filter().has_conditions() {
        return "All is shown. Choose below what shall be.".to_owned();
    }
    if map.filter().is_off {
        return "It is switched off: all is shown.".to_owned();
    }
    format!(
        "{} of {} nations and {} of {} ties pass.",
        passing.nations,
        map.nations().len(),
        passing.ties,
        map.ties().len()
    )
}

fn text(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    let hint = "in names, labels, tags, notes";
    if let Some(text) = form::text(ui, out, "Text", &map.filter().text, hint) {
        typed(out, map, "text", |filter| filter.text = text);
    }
}

fn kinds(ui: &mut Ui, map: &Map, counts: &RecordCounts, out: &mut Vec<Intent>) {
    form::section(ui, "Kinds of tie");
    let kinds = map.kinds().iter().map(|(id, kind)| Chip {
        value: id,
        name: kind.name.clone(),
        count: counts.kinds.get(&id).copied().unwrap_or(0),
    });
    if let Some(kinds) = chips(ui, &map.filter().kinds, kinds) {
        changed(out, map, "kind", |filter| filter.kinds = kinds);
    }
}

fn statuses(ui: &mut Ui, map: &Map, counts: &RecordCounts, out: &mut Vec<Intent>) {
    form::section(ui, "Status of ties");
    let chosen = &map.filter().statuses;
    let all = Status::ALL.map(Some).into_iter().chain([None]);
    let there =
        all.filter(|status| counts.statuses.contains_key(status) || chosen.contains(status));
    let statuses = there.map(|status| Chip {
        value: status,
        name: status.map_or("none given", Status::name).to_owned(),
        count: counts.statuses.get(&status).copied().unwrap_or(0),
    });
    if let Some(statuses) = chips(ui, chosen, statuses) {
        changed(out, map, "status", |filter| filter.statuses = statuses);
    }
}

fn signs(ui: &mut Ui, map: &Map, counts: &RecordCounts, out: &mut Vec<Intent>) {
    form::section(ui, "Sign of ties");
    let signs = Sign::ALL.map(|sign| Chip {
        value: sign,
        name: sign.name().to_owned(),
        count: counts.signs.get(&sign).copied().unwrap_or(0),
    });
    if let Some(signs) = chips(ui, &map.filter().signs, signs) {
        changed(out, map, "sign", |filter| filter.signs = signs);
    }
}

fn period(ui: &mut Ui, map: &Map, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let now = map.filter().period;
    if let Some(from) = form::date(ui, out, drafts, "From", now.from) {
        typed(out, map, "first day", |filter| filter.period.from = from);
    }
    if let Some(to) = form::date(ui, out, drafts, "To", now.to) {
        typed(out, map, "last day", |filter| filter.period.to = to);
    }
    if now.is_reversed() {
        let words = "It ends before it begins: choose a later last day.";
        ui.label(caption(ui, words).color(ui.visuals().warn_fg_color));
    }
    if let Some(day) = map.heading().as_of {
        let on_day = Period { from: Some(day), to: Some(day) };
        let text = format!("As of {}", day.in_words());
        let is_chosen = now == on_day;
        let text = RichText::new(text).color(ui.visuals().text_color());
        let chip = egui::Button::new(text).selected(is_chosen).truncate();
        if ui.add(chip).clicked() {
            let period = if is_chosen { Period::default() } else { on_day };
            changed(out, map, "date", |filter| filter.period = period);
        }
    }
}

fn tags(ui: &mut Ui, map: &Map, counts: &RecordCounts, out: &mut Vec<Intent>) {
    let chosen = &map.filter().tags;
    if counts.tags.is_empty() && chosen.is_empty() {
        return;
    }
    form::section(ui, "Tags of nations");
    let count = |tag: &str| counts.tags.iter().find(|(own, _)| own == tag).map_or(0, |(_, n)| *n);
    let offered = counts.tags.iter().take(MOST_TAGS).map(|(tag, _)| tag);
    let others = chosen.iter().filter(|tag| !offered.clone().any(|own| own == *tag));
    let tags = offered.clone().chain(others).map(|tag| Chip {
        value: tag.clone(),
        name: tag.clone(),
        count: count(tag),
    });
    if let Some(tags) = chips(ui, chosen, tags) {
        changed(out, map, "tag", |filter| filter.tags = tags);
    }
    if let Some(more) = counts.tags.len().checked_sub(MOST_TAGS).filter(|more| *more > 0) {
        form::advice(ui, &format!("{more} rarer tags are found by text."));
    }
}

fn degree(ui: &mut Ui, map: &Map, drafts: &mut Drafts, out: &mut Vec<Intent>) {
    let now = map.filter().degree;
    let mut number = |ui: &mut Ui, out: &mut Vec<Intent>, caption: &str, value: Option<u32>| {
        let text = value.map_or_else(String::new, |number| number.to_string());
        form::parsed(ui, out, drafts, caption, &text, "any number", |text| match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| "A whole number such as 3.".to_owned()),
        })
    };
    if let Some(at_least) = number(ui, out, "At least", now.at_least) {
        typed(out, map, "least number of ties", |filter| filter.degree.at_least = at_least);
    }
    if let Some(at_most) = number(ui, out, "At most", now.at_most) {
        typed(out, map, "largest number of ties", |filter| filter.degree.at_most = at_most);
    }
    let mut only_tied = map.filter().only_tied;
    if ui.add(Checkbox::new(&mut only_tied, "Leave out nations without any tie")).changed() {
        changed(out, map, "having ties", |filter| filter.only_tied = only_tied);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::KindId;
    use crate::ui::test_example::{example, window};
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    fn open<'a>() -> Harness<'a, (State, Memory)> {
        window((example(), Memory::default()), |ui, (state, memory)| {
            let mut out = Vec::new();
            ui.set_width(296.0);
            egui::ScrollArea::vertical().show(ui, |ui| show(ui, state, memory, &mut out));
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

    fn filter<'w>(harness: &'w Harness<'_, (State, Memory)>) -> &'w Filter {
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
        assert_eq!(
            (now.signs.clone(), now.statuses.clone()),
            ([Sign::Friendly].into(), [None].into())
        );
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
}
