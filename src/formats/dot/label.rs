//! What labels show: their escapes, HTML and records as plain text.
//!
//! Source: “escString”, “Node Shapes” of records and “HTML-Like Labels” in the Graphviz documentation (2024).

use super::token::{Form, Id};

/// The letters that a label may name with a backslash, and what they stand for: `\N` the node.
pub type Stands<'s> = [(char, &'s str)];

/// The text that a label shows.
pub fn shown(label: &Id<'_>, is_record: bool, stands: &Stands<'_>) -> String {
    match label.form {
        Form::Html => html_text(&label.text),
        _ if is_record => with_entities(&record_text(&label.text, stands)),
        _ => with_entities(&escaped_text(&label.text, stands)),
    }
}

/// A value in which two backslashes are one, and nothing else is escaped.
pub fn unescaped(text: &str) -> String {
    text.replace("\\\\", "\\")
}

fn escaped_text(text: &str, stands: &Stands<'_>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => push_escape(&mut shown, letters.next(), stands),
            letter => shown.push(letter),
        }
    }
    // The mark of a line's end is no further line.
    let ends_aligned = ["\\l", "\\r", "\\n"].iter().any(|end| text.ends_with(end));
    if ends_aligned && shown.ends_with('\n') {
        shown.pop();
    }
    shown
}

fn push_escape(shown: &mut String, letter: Option<char>, stands: &Stands<'_>) {
    match letter {
        Some('n' | 'l' | 'r') => shown.push('\n'),
        Some(letter) => match stands.iter().find(|(name, _)| *name == letter) {
            Some((_, text)) => shown.push_str(text),
            None => shown.push(letter),
        },
        None => shown.push('\\'),
    }
}

/// The fields of a record, without their ports.
fn record_text(text: &str, stands: &Stands<'_>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut letters = text.chars();
    let mut is_port = false;
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if is_port => drop(letters.next()),
            '\\' => push_escape(&mut shown, letters.next(), stands),
            '<' => is_port = true,
            '>' if is_port => is_port = false,
            _ if is_port => {}
            '{' | '}' | '|' => shown.push(' '),
            letter => shown.push(letter),
        }
    }
    in_one_blank(&shown)
}

/// The text of HTML: without its tags, a line for each row.
fn html_text(html: &str) -> String {
    let mut shown = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        shown.push_str(&before.replace(['\n', '\r', '\t'], " "));
        let end = if tag.starts_with("!--") { "-->" } else { ">" };
        let Some((tag, after)) = tag.split_once(end) else {
            rest = "";
            break;
        };
        let name = tag.trim_end_matches('/').trim().to_ascii_lowercase();
        match name.split_whitespace().next() {
            Some("br" | "/tr") => shown.push('\n'),
            Some("/td") => shown.push(' '),
            _ => {}
        }
        rest = after;
    }
    shown.push_str(&rest.replace(['\n', '\r', '\t'], " "));
    let lines: Vec<String> = with_entities(&shown).lines().map(in_one_blank).collect();
    lines.join("\n").trim().to_owned()
}

fn in_one_blank(text: &str) -> String {
    let lines = text.split('\n').map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join("\n")
}

/// The characters that `&amp;`, `&#233;` and the like stand for.
fn with_entities(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        shown.push_str(before);
        let end = after.bytes().take(9).position(|byte| byte == b';');
        let name = end.and_then(|end| after.get(..end));
        match name.and_then(|name| Some((name, entity(name)?))) {
            Some((name, letter)) => {
                shown.push(letter);
                rest = after.get(name.len() + 1..).unwrap_or_default();
            }
            None => {
                shown.push('&');
                rest = after;
            }
        }
    }
    shown.push_str(rest);
    shown
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = match hex {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code).filter(|letter| !letter.is_control());
    }
    const NAMES: [(&str, char); 9] = [
        ("amp", '&'),
        ("lt", '<'),
        ("gt", '>'),
        ("quot", '"'),
        ("apos", '\''),
        ("nbsp", ' '),
        ("ndash", '–'),
        ("mdash", '—'),
        ("hellip", '…'),
    ];
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, letter)| *letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(label: &str, form: Form, is_record: bool) -> String {
        shown(&Id { text: label.into(), form }, is_record, &[('N', "JPN"), ('G', "pacts")])
    }

    #[test]
    fn escapes_stand_for_lines_and_names() {
        let quoted = |label| text(label, Form::Quoted, false);
        assert_eq!(quoted(r"\N of \G\nx\\y\l"), "JPN of pacts\nx\\y");
        assert_eq!(quoted("R&amp;D &#233;&#xe9; &no; a & b &"), "R&D éé &no; a & b &");
    }

    #[test]
    fn records_and_html_are_read_as_text() {
        assert_eq!(
            text("<f0> left|{ mid\\|dle |<f2> right}", Form::Quoted, true),
            "left mid|dle right"
        );
        let html =
            "<table><tr><td>is <b>an</b></td><td>other</td></tr><tr><td>r&amp;d</td></tr></table>";
        assert_eq!(text(html, Form::Html, false), "is an other\nr&d");
        assert_eq!(text("a<BR/>b<!-- <c> -->d", Form::Html, false), "a\nbd");
        assert_eq!(text("a <b", Form::Html, false), "a");
    }
}
