//! Reads Rust just well enough to see what a file names: without comments, literals and tests.

use std::collections::BTreeSet;

/// The code of a file without comments, tests, and what stands in its literals. Line breaks stay.
pub fn bare(text: &str) -> String {
    without_tests(&without_literals(text))
}

fn without_literals(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let rest = &chars[at..];
        let starts_word = !chars[..at].last().is_some_and(|before| is_word(*before));
        let length = match rest {
            ['/', '/', ..] => rest.iter().position(|c| *c == '\n').unwrap_or(rest.len()),
            ['/', '*', ..] => block_comment(rest),
            ['r', '"' | '#', ..] if starts_word => raw_string(rest),
            ['b', 'r', '"' | '#', ..] if starts_word => 1 + raw_string(&rest[1..]),
            ['"', ..] => quoted(rest, '"'),
            // `'x'` and `'\n'` are characters, `'x` is a lifetime.
            ['\'', '\\', ..] | ['\'', _, '\'', ..] => quoted(rest, '\''),
            _ => {
                code.push(c);
                at += 1;
                continue;
            }
        };
        code.extend(rest[..length].iter().filter(|c| **c == '\n'));
        at += length;
    }
    code
}

/// The length of a comment in which others may lie.
fn block_comment(rest: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0usize);
    while at < rest.len() {
        match rest[at..] {
            ['/', '*', ..] => (at, depth) = (at + 2, depth + 1),
            ['*', '/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of `r"…"` or `r#"…"#`; 1 where it is none, as in `r#type`.
fn raw_string(rest: &[char]) -> usize {
    let hashes = rest[1..].iter().take_while(|c| **c == '#').count();
    if rest.get(1 + hashes) != Some(&'"') {
        return 1;
    }
    let body = 2 + hashes;
    let ends = |at: &usize| {
        rest[*at] == '"'
            && rest[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes
    };
    (body..rest.len()).find(ends).map_or(rest.len(), |at| at + 1 + hashes)
}

/// The length of a literal between two quotes.
fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while let Some(c) = rest.get(at) {
        match c {
            '\\' => at += 2,
            c if *c == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Takes out every module that is compiled for tests alone.
fn without_tests(code: &str) -> String {
    let mut left = String::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("#[cfg(test)]") {
        left.push_str(before);
        rest = match after.trim_start().strip_prefix("mod ") {
            Some(module) => &module[end_of_item(module)..],
            None => after,
        };
    }
    left + rest
}

/// Where an item ends: after its first semicolon, or after the braces it opens before one.
fn end_of_item(code: &str) -> usize {
    let mut depth = 0usize;
    for (at, c) in code.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 1 => return at + 1,
            '}' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => return at + 1,
            _ => {}
        }
    }
    code.len()
}

/// The modules at the top of this crate that code names, from a file that is `depth` modules deep
/// (`tasks/file_worker.rs` is 2 deep, `tasks/mod.rs` 1).
pub fn floors_named(code: &str, depth: usize) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for (at, _) in code.match_indices("crate::").filter(|(at, _)| starts_path(code, *at)) {
        found.extend(first_names(&code[at + "crate::".len()..]));
    }
    for (at, _) in code.match_indices("super::").filter(|(at, _)| starts_path(code, *at)) {
        let mut rest = &code[at..];
        let mut climbed = 0;
        while let Some(after) = rest.strip_prefix("super::") {
            (rest, climbed) = (after, climbed + 1);
        }
        if climbed >= depth {
            found.extend(first_names(rest));
        }
    }
    found
}

/// The first name of a path, or of each path in braces: `{a::{b, c}, d}` begins with `a` and `d`.
fn first_names(path: &str) -> Vec<String> {
    let Some(list) = path.strip_prefix('{') else { return vec![first_word(path)] };
    let mut names = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            ',' | '}' if depth == 0 => {
                names.push(first_word(&list[start..at]));
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            '}' => depth -= 1,
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| is_word(*c)).collect()
}

/// Whether code names a crate or a module, as the first part of a path or after `std`.
pub fn names(code: &str, name: &str) -> bool {
    let ends = |at: usize| !code[at + name.len()..].starts_with(is_word);
    let is_path = |at: usize| {
        let (before, after) = (&code[..at], code[at + name.len()..].trim_start());
        after.starts_with("::") || before.ends_with("use ") || before.ends_with("std::")
    };
    let free = |at: usize| starts_path(code, at) || code[..at].ends_with("std::");
    code.match_indices(name).any(|(at, _)| free(at) && ends(at) && is_path(at))
}

/// The functions with a body, each with how many lines it takes from its name to its last brace.
pub fn functions(code: &str) -> Vec<(&str, usize)> {
    let starts = |(at, _): &(usize, &str)| !code[..*at].ends_with(is_word);
    let with_body = |(at, _): (usize, &'_ str)| {
        let rest = &code[at + "fn ".len()..];
        let name = &rest[..rest.find(|c: char| !is_word(c))?];
        let opens = body_of(rest)?;
        let length = opens + end_of_item(&rest[opens..]);
        Some((name, rest[..length].lines().count()))
    };
    code.match_indices("fn ")
        .filter(starts)
        .filter_map(with_body)
        .filter(|f| !f.0.is_empty())
        .collect()
}

/// Where the body of a function opens, whose name begins the text; none where it has none.
fn body_of(function: &str) -> Option<usize> {
    let mut depth = 0usize;
    for (at, c) in function.char_indices() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            '{' if depth == 0 => return Some(at),
            ';' if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Whether what begins there is the first part of a path.
pub fn starts_path(code: &str, at: usize) -> bool {
    !code[..at].ends_with(|c: char| is_word(c) || c == ':' || c == '$')
}

pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[test]
fn comments_literals_and_tests_are_no_code() {
    let code = bare(concat!(
        "use a; // crate::b\n/* crate::c /* deep */ crate::d */ let e: &'f str = \"crate::g \\\" h\n\";\n",
        "let i = '\"'; let j = '\\''; k(r#\"crate::\"l\"#, br\"m\", b'\"'); n();\n",
        "#[cfg(test)]\nmod tests {\n    fn o() { if p {} }\n}\n#[cfg(test)]\nmod q;\nuse r;\n",
    ));
    let words: Vec<&str> = code.split(|c| !is_word(c)).filter(|word| word.len() == 1).collect();
    assert_eq!(words, ["a", "e", "f", "i", "j", "k", "b", "n", "r"]);
    assert_eq!(bare("a\n\"b\nc\"\n/*\n*/d").lines().count(), 5, "line breaks stay");
}

#[test]
fn paths_are_followed_through_braces_and_upwards() {
    let named = |code: &str, depth| floors_named(code, depth).into_iter().collect::<Vec<_>>();
    assert_eq!(
        named("use crate::{model::{Map, Tie}, scene, ui::{self}};", 2),
        ["model", "scene", "ui"]
    );
    assert_eq!(
        named("crate::edit::apply(); pub(crate) fn f() {} mycrate::cli::run();", 2),
        ["edit"]
    );
    let upwards = "use super::a; use super::super::{layout, b::c};";
    assert_eq!(named(upwards, 2), ["b", "layout"]);
    assert_eq!(named(upwards, 3), Vec::<String>::new());
}

#[test]
fn a_name_counts_as_the_first_part_of_a_path() {
    for code in ["egui::Vec2::ZERO", "use egui;", "use egui::{a, b};", "f(&egui ::c)"] {
        assert!(names(code, "egui"), "{code}");
    }
    for code in ["my_egui::x", "other::egui::y", "let egui = 1;", "egui_graphs::z"] {
        assert!(!names(code, "egui"), "{code}");
    }
    for code in ["std::fs::read(p)", "use std::fs;", "use std::{fs::File, io};", "fs::read(p)"] {
        assert!(names(code, "fs"), "{code}");
    }
    assert!(!names("offs::read(p)", "fs"));
}

#[test]
fn functions_are_measured_with_their_bodies() {
    let code = "trait T {\n    fn none(&self) -> [u8; 2];\n    fn a() {\n        if b {\n        }\n    }\n}\nfn c(f: fn(u8)) -> [u8; 1] { [0] }\n";
    assert_eq!(functions(code), [("a", 4), ("c", 1)]);
}
