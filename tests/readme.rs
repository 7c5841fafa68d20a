//! The README's tables are made from closed lists: of formats, and of actions. So are the desktop's files.

use std::fmt::Write as _;
use std::path::Path;

use entente::formats::{ENTENTE, FORMATS};

/// Compares the part of the README between two marks with what it is made from.
fn check(mark: &str, table: &str) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");
    let readme = std::fs::read_to_string(path).expect("the README").replace("\r\n", "\n");
    let (start, end) = (format!("<!-- {mark} -->\n"), format!("<!-- /{mark} -->"));
    let (before, rest) = readme.split_once(&start).expect("where the table begins");
    let (found, after) = rest.split_once(&end).expect("where the table ends");
    if std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, format!("{before}{start}{table}{end}{after}")).expect("written");
    } else {
        assert_eq!(found, table, "ENTENTE_UPDATE_GOLDEN=1 cargo test --test readme writes it anew");
    }
}

/// Compares a file of `assets/desktop` with what it is made from.
fn check_file(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/desktop").join(name);
    if std::env::var_os("ENTENTE_UPDATE_GOLDEN").is_some() {
        std::fs::write(path, text).expect("written");
    } else {
        let found = std::fs::read_to_string(path).expect("the file").replace("\r\n", "\n");
        assert_eq!(found, text, "ENTENTE_UPDATE_GOLDEN=1 cargo test --test readme writes it anew");
    }
}

#[test]
fn the_table_of_formats_is_current() {
    let mut table = String::from("| format | names end in | read | written |\n|---|---|---|---|\n");
    for format in FORMATS {
        let endings: Vec<String> =
            format.extensions.iter().map(|ending| format!("`.{ending}`")).collect();
        let (name, endings) = (format.name, endings.join(" "));
        let written: Vec<String> =
            format.written_extensions().map(|ending| format!("`.{ending}`")).collect();
        let written = match written.as_slice() {
            [] => "–".to_owned(),
            all if all.len() == format.extensions.len() => "yes".to_owned(),
            some => some.join(" "),
        };
        writeln!(table, "| {name} | {endings} | yes | {written} |").expect("a text");
    }
    check("formats", &table);
}

/// Every media type of a format, by its number among all.
fn media_types() -> Vec<&'static str> {
    FORMATS.iter().flat_map(|format| format.media_types).copied().collect()
}

#[test]
fn the_desktop_opens_every_format_that_has_a_media_type() {
    let mut entry = String::from(
        "[Desktop Entry]\nType=Application\nName=Entente\nComment=Maps of relations between nations\n\
         Exec=entente %f\nIcon=entente\nTerminal=false\nCategories=Education;Science;DataVisualization;\n",
    );
    writeln!(entry, "MimeType={};", media_types().join(";")).expect("a text");
    check_file("entente.desktop", &entry);
}

/// The desktop knows the media types of others; the map's own has to be told to it.
#[test]
fn the_desktop_is_told_which_files_are_maps() {
    let [kind] = ENTENTE.media_types else { panic!("one media type") };
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <mime-info xmlns=\"http://www.freedesktop.org/standards/shared-mime-info\">\n  \
         <mime-type type=\"{kind}\">\n    <comment>{}</comment>\n    \
         <sub-class-of type=\"application/json\"/>\n    <icon name=\"entente\"/>\n",
        ENTENTE.name
    );
    // Longer than *.json, and so the stronger one of equal weights.
    for ending in ENTENTE.extensions {
        writeln!(text, "    <glob pattern=\"*.{ending}\" weight=\"60\"/>").expect("a text");
    }
    text.push_str("  </mime-type>\n</mime-info>\n");
    check_file("entente-mime.xml", &text);
}

#[cfg(feature = "gui")]
#[test]
fn the_table_of_commands_is_current() {
    use entente::ui::{Action, Menu};

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
    check("actions", &table);
}
