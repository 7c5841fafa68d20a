//! Finding a nation or a tie by its name, code, tag or label.

use egui::{Context, Key, KeyboardShortcut, Modifiers, Ui};
use egui_phosphor::regular as icon;

use super::Memory;
use super::dialog_frame::framed;
use super::fuzzy_match::{contained, fold};
use super::pick_list::Row;
use crate::edit::Target;
use crate::model::{Map, Nation, NationType, TieId};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use crate::ui::theme::widgets::menu_row;

/// How many are listed; who looks for more types more.
const MOST: usize = 100;

/// What was found, and for what, so that it is looked for once.
#[derive(Debug, Default)]
pub(super) struct Found {
    key: Option<(String, u64)>,
    rows: Vec<Row>,
    targets: Vec<Target>,
}

pub(super) fn show(ctx: &Context, state: &State, memory: &mut Memory, out: &mut Vec<Intent>) {
    let mut taken = None;
    let mut takes_all = false;
    let dismissed = framed(ctx, "Find", 520.0, |ui| {
        memory.list.field(ui, "Find", "Name, code, tag or label…", &mut memory.focus);
        let found = &mut memory.found;
        found.look_for(&memory.list.filter, state);
        let nothing = "Nothing found. Look for a name, a code such as JPN, a tag or a label.";
        takes_all = select_all(ui, found.targets.len());
        let index = memory.list.rows(ui, &found.rows, nothing);
        taken = index.and_then(|index| found.targets.get(index).copied());
    });
    if takes_all {
        let all = memory.found.targets.iter().copied().collect();
        out.extend([Intent::CloseDialog, Intent::Select(all)]);
    } else if let Some(target) = taken {
        out.extend([Intent::CloseDialog, Intent::Reveal(target)]);
    } else if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// Offers to select so many matches at once; returns whether that is wanted.
fn select_all(ui: &mut Ui, count: usize) -> bool {
    const KEYS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
    if count == 0 {
        return false;
    }
    let name = match count {
        1 => "Select the match".to_owned(),
        count => format!("Select all {count} matches"),
    };
    let keys = ui.ctx().format_shortcut(&KEYS);
    let row = menu_row(ui, icon::SELECTION_PLUS, &name, &keys, None, true);
    ui.add_space(4.0);
    row.clicked() || ui.input_mut(|input| input.consume_shortcut(&KEYS))
}

impl Found {
    fn look_for(&mut self, filter: &str, state: &State) {
        let key = Some((filter.to_owned(), state.history.revision()));
        if self.key == key {
            return;
        }
        self.targets = search(state.map(), filter);
        let listed = self.targets.iter().take(MOST);
        self.rows = listed.map(|target| row(state.map(), *target)).collect();
        self.key = key;
    }
}

/// The nations and ties in which every word of the query is found, the best first; equally good ones
/// in the order of the map, nations before ties.
fn search(map: &Map, query: &str) -> Vec<Target> {
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let nations = map.nations().iter().map(|(id, n)| (Target::Nation(id), nation_fields(n)));
    let ties = map.ties().ids().map(|id| (Target::Tie(id), tie_fields(map, id)));
    let fits = |(target, fields): (Target, Vec<String>)| Some((score(&words, &fields)?, target));
    let mut found: Vec<(i32, Target)> = nations.chain(ties).filter_map(fits).collect();
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, target)| target).collect()
}

/// The sum of what each word finds in its best field; `None` where one finds nothing.
fn score(words: &[&str], fields: &[String]) -> Option<i32> {
    let best = |word: &&str| fields.iter().filter_map(|field| contained(word, field)).max();
    words.iter().map(best).sum()
}

fn nation_fields(nation: &Nation) -> Vec<String> {
    let own = [nation.name.as_str(), nation.code.as_deref().unwrap_or_default()];
    own.into_iter().chain(nation.tags.iter().map(String::as_str)).map(fold).collect()
}

fn tie_fields(map: &Map, id: TieId) -> Vec<String> {
    let tie = map.ties().get(id);
    let label = tie.map_or("", |tie| tie.label.as_str());
    let kind = tie.and_then(|tie| map.kinds().get(tie.kind)).map_or("", |kind| kind.name.as_str());
    vec![fold(&map.tie_name(id)), fold(label), fold(kind)]
}

fn row(map: &Map, target: Target) -> Row {
    match target {
        Target::Nation(id) => {
            let nation = map.nations().get(id);
            let icon = match nation.map(|n| n.nation_type) {
                Some(NationType::Organisation) => icon::USERS_THREE,
                Some(NationType::Group) => icon::USERS,
                _ => icon::FLAG,
            };
            let name = nation.map_or_else(String::new, |n| n.name.clone());
            let detail = nation.and_then(|n| n.code.clone()).unwrap_or_default();
            Row { icon, name, detail }
        }
        Target::Tie(id) => {
            let tie = map.ties().get(id);
            let kind = tie.and_then(|tie| map.kinds().get(tie.kind));
            let parts = [tie.map(|tie| tie.label.clone()), kind.map(|kind| kind.name.clone())];
            let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
            let detail = parts.collect::<Vec<_>>().join(" · ");
            Row { icon: icon::LINE_SEGMENT, name: map.tie_name(id), detail }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::harness::open;
    use super::*;
    use crate::model::NationId;
    use crate::ui::state::Dialog;
    use crate::ui::test_example::{example, japan, pact};
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn names_codes_and_tags_are_found_best_first() {
        let state = example();
        let first = |query| search(state.map(), query).first().copied();
        assert_eq!(first("japan"), Some(Target::Nation(japan())));
        assert_eq!(first("NZL"), Some(Target::Nation(NationId(2))));
        assert_eq!(first("asia"), Some(Target::Nation(NationId(3))));
        assert_eq!(first("zealand pact"), Some(Target::Tie(pact())));
        assert_eq!(first("atlantis"), None);
        assert_eq!(search(state.map(), "").len(), 6, "with nothing typed all are listed");
    }

    #[test]
    fn enter_reveals_the_chosen_one() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("japan");
        harness.run();
        harness.key_press(Key::ArrowDown);
        harness.key_press(Key::Enter);
        harness.run();
        let out = &harness.state().out[..];
        // Its name is the shorter of the two ties of Japan.
        let wanted = Target::Tie(TieId(2));
        assert!(matches!(out, [Intent::CloseDialog, Intent::Reveal(t)] if *t == wanted), "{out:?}");
    }

    #[test]
    fn all_matches_are_selected_by_button_and_by_key() {
        for by_key in [true, false] {
            let mut harness = open(example(), Dialog::Find);
            harness.get_by_role_and_label(Role::TextInput, "Find").type_text("japan");
            harness.run();
            if by_key {
                harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
            } else {
                harness.get_by_label("Select all 3 matches").click();
            }
            harness.run();
            let out = &harness.state().out[..];
            let [Intent::CloseDialog, Intent::Select(found)] = out else { panic!("{out:?}") };
            let wanted = [Target::Nation(japan()), Target::Tie(pact()), Target::Tie(TieId(2))];
            assert_eq!(*found, wanted.into());
        }
    }

    #[test]
    fn an_empty_result_says_what_can_be_looked_for() {
        let mut harness = open(example(), Dialog::Find);
        harness.get_by_role_and_label(Role::TextInput, "Find").type_text("atlantis");
        harness.run();
        assert!(harness.query_by_label_contains("Nothing found").is_some());
    }
}
