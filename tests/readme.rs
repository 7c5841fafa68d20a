//! The README's table of commands is made from the closed list of actions.
#![cfg(feature = "gui")]

use std::fmt::Write as _;

use entente::ui::{Action, Menu};

const START: &str = "<!-- actions -->\n";
const END: &str = "<!-- /actions -->";

fn table() -> String {
    let mut table = String::from("| menu | command | keys | what it does |\n|---|---|---|---|\n");
    for menu in Menu::ALL {
        for action in Action::ALL.into_iter().filter(|action| action.entry().menu == menu) {
            let entry = action.entry();
            let names = egui::ModifierNames::NAMES;
            let keys: Vec<String> =
                entry.keys.iter().map(|keys| format!("`{}`", keys.format(&names, false))).collect();
            let (menu, keys) = (menu.name(), keys.join(" "));
            writeln!(table, "| {menu} | {} | {keys} | {} |", entry.name, entry.help)
                .expect("a text");
        }
    }
    table
}

#[test]
fn the_table_of_commands_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("the README").replace("\r\n", "\n");
    let (before, rest) = readme.split_once(START).expect("where the table begins");
    let (found, after) = rest.split_once(END).expect("where the table ends");
    let table = table();
    if std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, format!("{before}{START}{table}{END}{after}")).expect("written");
    } else {
        assert_eq!(found, table, "ENTENTE_UPDATE_GOLDEN=1 cargo test --test readme writes it anew");
    }
}
