//! Official names: “Republic of Poland”, “Königreich Norwegen”, “Republik Polen”.

use std::sync::LazyLock;

use super::fold::{fold, words};

const TABLE: &str = include_str!("../../assets/names/forms_of_state.txt");

/// Words for the form of a state.
#[derive(Default)]
struct Forms {
    /// Those that stand before a name, each with the words of which one has to follow it.
    before: Vec<(String, Vec<String>)>,
    behind: Vec<String>,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let mut forms = Forms::default();
    let read = |cell: &str| -> Vec<String> {
        cell.split(';').map(|text| words(&fold(text.trim_matches('-')))).collect()
    };
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut cells = line.split('|');
        let place = cells.next();
        let [names, links] = [(); 2].map(|()| read(cells.next().unwrap_or_default()));
        if place == Some("before") {
            forms.before.extend(names.into_iter().map(|form| (form, links.clone())));
        } else {
            forms.behind.extend(names);
        }
    }
    forms
});

/// The name without the form of the state before or behind it, if one stands there.
pub(super) fn without_form_of_state(text: &str) -> Option<String> {
    let words = words(&fold(text).replace('\'', " "));
    let words = words.strip_prefix("the ").unwrap_or(&words);
    let behind_link = |rest, link: &str| match link {
        "" => Some(rest),
        link => str::strip_prefix(rest, link)?.strip_prefix(' '),
    };
    // Hundreds of forms are compared with each unknown name, nearly all of which differ in the first letter.
    let first = words.bytes().next();
    let begins_alike = |(form, _): &&(String, Vec<String>)| form.bytes().next() == first;
    let names = FORMS.before.iter().filter(begins_alike).flat_map(|(form, links)| {
        let rest = words.strip_prefix(form.as_str()).and_then(|rest| rest.strip_prefix(' '));
        links.iter().filter_map(move |link| behind_link(rest?, link))
    });
    let before = names.min_by_key(|name| name.len()).map(str::to_owned);
    let names = || FORMS.behind.iter().filter_map(|form| words.strip_suffix(form.as_str()));
    let behind = || names().min_by_key(|name| name.len()).map(str::to_owned);
    before.or_else(behind).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_is_read_however_it_is_written() {
        let name = |text| without_form_of_state(text).unwrap_or_default();
        assert_eq!(name("Δημοκρατία της Κύπρου"), "κυπρου");
        assert_eq!(name("جمهوری عراق"), "عراق");
    }

    #[test]
    fn a_form_stands_before_or_behind_a_name() {
        let name = |text| without_form_of_state(text).unwrap_or_default();
        assert_eq!(name("Repubblica d’Austria"), "austria");
        assert_eq!(name("Republiken Finland"), "finland");
        assert_eq!(name("Irak Cumhuriyeti").trim(), "irak");
        assert_eq!(name("Republic"), "");
    }
}
