//! Tells plain lines from other text.

use super::plan::Plan;
use super::stray_lines::is_rule;
use super::token::{Sign, Token, tokens};
use super::{LineRead, OF_A_FILE, memberships, read_within, sentences};
use crate::formats::format::{Certainty, InputFile};
use crate::formats::text_encoding::decode_text;
use crate::model::{Map, UsualKinds};

/// How the names of files of plain lines end.
pub const EXTENSION: &str = "txt";
/// How the names of files end whose lines are written with some markup.
const MARKDOWN: [&str; 2] = ["md", "markdown"];
/// How many bytes and lines of a text are looked at to recognise it.
const LOOKED_AT: (usize, usize) = (8_192, 200);
/// So many lines are enough where the name says that it is another file.
const LINES_OF_OTHERS: usize = 12;
/// A mail is no longer than this, in bytes.
const LONGEST_MAIL: usize = 256 * 1024;

/// Plain lines are recognised by most of them being ties or members with a dash, an arrow, a colon or a verb. Of
/// a text that is called one, or nothing, one such line is enough: it may be a mail; or all its lines are names.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    let bytes = file.bytes.get(..LOOKED_AT.0).unwrap_or(file.bytes);
    let Ok(decoded) = decode_text(bytes, None) else { return Certainty::No };
    let is_text = |line: &&str| !line.is_empty() && !line.starts_with('#') && !is_rule(line);
    let mut lines: Vec<&str> = decoded.text.lines().map(str::trim).filter(is_text).collect();
    if bytes.len() < file.bytes.len() {
        // The last one may be cut off.
        lines.pop();
    }
    let is_called_so = file.name.rsplit_once('.').is_none_or(|(_, ending)| {
        let ending = ending.to_lowercase();
        ending == EXTENSION || MARKDOWN.contains(&ending.as_str())
    });
    lines.truncate(if is_called_so { LOOKED_AT.1 } else { LINES_OF_OTHERS });
    if lines.first().is_none_or(|line| begins_other_format(line)) {
        return Certainty::No;
    }
    let map = Map::empty();
    let read = read_within(&OF_A_FILE, &map, &lines.join("\n"), UsualKinds::default());
    let plan = Plan::of_mail(&map, OF_A_FILE.ties);
    let says = |(line, read): &(&&str, &LineRead)| {
        // What has cells may be a table for another reader.
        let has_cells = || line.contains('|') || line.contains("  ");
        adds_something(read)
            && !line.contains('\t')
            && (read.is_listed && !has_cells() || has_sign(line, &plan))
    };
    let said = lines.iter().zip(&read.lines).filter(says).count();
    let says_listed = read.lines.iter().any(|line| line.is_listed && adds_something(line));
    let may_be_mail = is_called_so && file.bytes.len() <= LONGEST_MAIL;
    match () {
        () if said > 0 && said * 3 >= lines.len() * 2 => Certainty::Likely,
        () if (said > 0 || says_listed) && may_be_mail => Certainty::Possible,
        () if may_be_mail && read.lines.iter().all(adds_something) => Certainty::Possible,
        () => Certainty::No,
    }
}

/// Whether a line, or a sentence of it, adds something.
fn adds_something(line: &LineRead) -> bool {
    !line.adds.is_empty()
}

/// Whether a text begins as that of other formats does. A star before a blank begins a list, and two
/// of them stand around bold text.
fn begins_other_format(line: &str) -> bool {
    let is_markup = line
        .strip_prefix('*')
        .is_some_and(|rest| rest.starts_with(char::is_whitespace) || rest.contains('*'));
    line.starts_with(['{', '[', '<', '*', '%', '@']) && !is_markup
}

/// Whether a line has more than names with commas between them, as the row of a table may have.
fn has_sign(line: &str, plan: &Plan<'_>) -> bool {
    let tokens = tokens(line);
    let is_sign = |token: &Token| matches!(token.sign, Sign::Link(_) | Sign::Colon | Sign::Open);
    tokens.iter().any(is_sign)
        || memberships::find_verb(line, &tokens).is_some()
        || memberships::find_list(line, &tokens, plan).is_some()
        || sentences::has_tie(line, &tokens, plan)
}
