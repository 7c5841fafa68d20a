//! What the documents refer to is there: files that they link, and commands that they show.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};
use entente::cli::Args;

/// The documents of the project, each with its text.
fn documents() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["", "data", "docs", "assets/flags", "assets/fonts", "assets/names"];
    let mut documents = Vec::new();
    for folder in folders.map(|folder| root.join(folder)) {
        for entry in fs::read_dir(folder).expect("a folder of the project") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|ending| ending == "md") {
                let text = fs::read_to_string(&path).expect("a readable document");
                documents.push((path, text));
            }
        }
    }
    documents.sort();
    documents
}

/// The targets of links and pictures, `[…](target)`, that are files.
fn linked_files(text: &str) -> impl Iterator<Item = &str> {
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    targets.filter(|target| !target.is_empty() && !target.contains("://"))
}

/// The command lines that begin with `entente`: a line of a block of code, or a piece between
/// backticks. A comment and another program's input end them.
fn commands(text: &str) -> Vec<Vec<&str>> {
    let mut pieces = Vec::new();
    for (index, part) in text.split("```").enumerate() {
        if index % 2 == 1 {
            pieces.extend(part.lines());
        } else {
            pieces.extend(part.split('`').skip(1).step_by(2));
        }
    }
    let is_command = |words: &Vec<&str>| words.len() > 1 && words[0] == "entente";
    pieces.into_iter().map(words).filter(is_command).collect()
}

fn words(piece: &str) -> Vec<&str> {
    // In the help, two spaces stand before what a command does.
    let command = piece.trim().split("  ").next().unwrap_or_default();
    command.split_whitespace().take_while(|word| !["#", ">", "|"].contains(word)).collect()
}

#[test]
fn every_linked_file_is_there() {
    let documents = documents();
    let mut seen = 0;
    for (path, text) in &documents {
        for target in linked_files(text) {
            let file = path.parent().expect("a folder").join(target);
            assert!(file.exists(), "{} links {target}, which isn't there", path.display());
            seen += 1;
        }
    }
    assert!(seen > 10, "only {seen} links were found");
}

#[test]
fn every_command_shown_is_one() {
    let help = Args::command().render_long_help().to_string();
    let examples = help.split_once("Examples:").expect("examples in the help").1;
    let shown_in_help = format!("```{examples}```");
    let mut seen = 0;
    for text in documents().into_iter().map(|(_, text)| text).chain([shown_in_help]) {
        for command in commands(&text) {
            // Help is no failure, though clap hands it out as one.
            if let Err(error) = Args::try_parse_from(&command) {
                assert!(!error.use_stderr(), "“{}”: {error}", command.join(" "));
            }
            seen += 1;
        }
    }
    assert!(seen > 12, "only {seen} commands were found");
}

#[test]
fn links_and_commands_are_seen() {
    let text = "[a](b.md#part), [c](https://d), `entente check\nE | f` `g`\n```sh\nentente layout # h\n```";
    assert_eq!(linked_files(text).collect::<Vec<_>>(), ["b.md"]);
    assert_eq!(commands(text), [vec!["entente", "check", "E"], vec!["entente", "layout"]]);
}
