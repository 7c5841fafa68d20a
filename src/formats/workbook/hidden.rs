//! Finds what a person who looks at a workbook of Office Open XML doesn't see: hidden rows and columns.

use std::collections::{HashMap, HashSet};
use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::unpacked_size::MAX_UNPACKED;

/// Rows or columns from the first to the last, counted from 0.
pub type Lines = (u32, u32);

/// The hidden rows and columns of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Its rows.
    pub rows: Vec<Lines>,
    /// Its columns.
    pub columns: Vec<Lines>,
}

/// The hidden rows and columns of each sheet that has some, by its name. What can't be read hides nothing:
/// the reader of the cells says what is wrong with it.
pub fn of_sheets(bytes: &[u8]) -> HashMap<String, Hidden> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return HashMap::new() };
    let book = text_of(&mut archive, "xl/workbook.xml");
    let relations = text_of(&mut archive, "xl/_rels/workbook.xml.rels");
    let targets: HashMap<String, String> = tags(&relations)
        .filter(|(name, _)| *name == "Relationship")
        .filter_map(|(_, tag)| Some((attribute(tag, "Id")?, attribute(tag, "Target")?)))
        .collect();
    let sheets = tags(&book).filter(|(name, _)| *name == "sheet");
    let named = sheets.filter_map(|(_, tag)| {
        Some((attribute(tag, "name")?, targets.get(&attribute(tag, "id")?)?.clone()))
    });
    let (mut found, mut seen) = (HashMap::new(), HashSet::new());
    for (name, target) in named {
        let path = match target.strip_prefix('/') {
            Some(path) => path.to_owned(),
            None => format!("xl/{target}"),
        };
        // A part is one sheet; of several that are said to be it, it is looked at once.
        if !seen.insert(path.clone()) {
            continue;
        }
        let hidden = of_sheet(&text_of(&mut archive, &path));
        if hidden != Hidden::default() {
            found.insert(name, hidden);
        }
    }
    found
}

fn text_of(archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(part) = archive.by_name(path) {
        // What was read up to an error is looked at.
        let _ = part.take(MAX_UNPACKED).read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn of_sheet(text: &str) -> Hidden {
    let mut hidden = Hidden::default();
    let bytes = text.as_bytes();
    for at in memchr::memmem::find_iter(bytes, b" hidden=") {
        let begin = bytes.get(..at).and_then(|before| memchr::memrchr(b'<', before));
        let Some((name, tag)) = begin.and_then(|begin| tags(text.get(begin..)?).next()) else {
            continue;
        };
        if !attribute(tag, "hidden").is_some_and(|value| value == "1" || value == "true") {
            continue;
        }
        let number = |name: &str| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
        match name {
            "row" => hidden.rows.extend(number("r").map(|row| (row, row))),
            "col" => hidden.columns.extend(number("min").zip(number("max"))),
            _ => {}
        }
    }
    hidden
}

/// The names of elements, without prefix, each with the text of its tag.
fn tags(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split('<').skip(1).filter_map(|rest| {
        let tag = rest.split('>').next()?;
        let name = tag.split([' ', '/', '\t', '\r', '\n']).next()?;
        Some((name.rsplit(':').next()?, tag))
    })
}

/// The value of an attribute in a tag, by its name without prefix.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    loop {
        let (before, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, behind) = after.get(1..)?.split_once(quote)?;
        let own = before.trim_end().rsplit([' ', '\t', '\r', '\n', ':']).next();
        if own == Some(name) {
            return quick_xml::escape::unescape(value).ok().map(|value| value.into_owned());
        }
        rest = behind;
    }
}
