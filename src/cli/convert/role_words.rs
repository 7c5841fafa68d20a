//! The words for roles of columns, and what is said of a column that isn't there.

use crate::cli::outcome::Failure;

/// Whether the name of a role is this word of the command line.
pub(super) fn is_word(name: &str, word: &str) -> bool {
    name.replace(' ', "-") == word
}

/// Says which columns there are instead.
pub(super) fn no_column(role: &str, column: &str, names: &[&str]) -> Failure {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let there = match quoted.as_slice() {
        [] => "there are none that could have it".to_owned(),
        quoted => format!("there are {}", quoted.join(", ")),
    };
    Failure(format!("There is no column “{column}” for the role {role}; {there}."))
}
