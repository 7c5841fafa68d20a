//! Bytes as a map: as lenient as can be, and with a word on everything that wasn't as it should be.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path as FilePath;

use super::decode;
use super::filter;
use super::keys::{KIND, Keys, NATION, SOURCE, Sort, TIE};
use super::limits::{MAX_BYTES, MAX_KINDS, MAX_NATIONS, MAX_SOURCES, MAX_TIES};
use super::look;
use super::record::{Path, Record, describe};
use super::report::{Report, locate};
use super::ties::{self, Linker};
use super::tree::{self, Node, Tree, Value, shorten};
use super::{FORMAT, MINOR, OpenError, Opened, Place, VERSION};
use crate::model::{Kind, Map};

/// Reads a map from the bytes of a file.
///
/// # Errors
/// An [`OpenError`] when nothing of the file can be had; whatever is wrong with a single record is
/// listed in [`Opened::problems`] instead.
pub fn read(bytes: &[u8]) -> Result<Opened, OpenError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(too_large());
    }
    let text = text_of(bytes)?;
    let tree = tree::parse(text)
        .map_err(|fault| refusal(text, fault.at, String::new(), fault.message, fault.remedy))?;
    read_tree(text, tree)
}

/// Reads a map file; its size is looked at before memory is taken for it.
///
/// # Errors
/// As [`read`], and when the file can't be read from its disk.
pub fn open(path: &FilePath) -> Result<Opened, OpenError> {
    bytes_of(path).and_then(|bytes| read(&bytes)).map_err(|error| {
        error.of_file(path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
    })
}

pub(super) fn bytes_of(path: &FilePath) -> Result<Vec<u8>, OpenError> {
    let unreadable = |error: io::Error| {
        let remedy = match error.kind() {
            io::ErrorKind::NotFound => "Check its name, or whether it was moved.",
            io::ErrorKind::PermissionDenied => "Ask its owner for the right to read it.",
            _ => "Check that its disk is connected, then open it again.",
        };
        let reason = match error.kind() {
            io::ErrorKind::NotFound => "there is no such file".to_owned(),
            io::ErrorKind::PermissionDenied => "you may not read it".to_owned(),
            _ => format!("the system says “{error}”"),
        };
        OpenError::whole(reason, remedy)
    };
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.is_dir() {
        return Err(OpenError::whole("it is a folder", "Choose a map file inside it."));
    }
    if about.len() > MAX_BYTES {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(about.len() as usize);
    // What isn't a plain file has no size to look at, and a file may grow meanwhile.
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn too_large() -> OpenError {
    OpenError::whole(
        format!("it is larger than the {} MiB that a map file may have", MAX_BYTES >> 20),
        "Split the map into smaller ones.",
    )
}

/// The text of the file, after a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, OpenError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(OpenError::whole(
            "the file is empty",
            "Choose another, or an earlier version.",
        ));
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(OpenError::whole(
            "it is text in UTF-16, but a map file is text in UTF-8",
            "Save it again as UTF-8.",
        ));
    }
    if bytes.contains(&0) {
        return Err(OpenError::whole(
            "it isn't text, but a map file is text in UTF-8",
            "Choose a file whose name ends in .entente.json.",
        ));
    }
    std::str::from_utf8(bytes).map_err(|fault| {
        let sound = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let byte = bytes.get(fault.valid_up_to()).copied().unwrap_or_default();
        let message = format!("has the byte {byte:#04x}, which isn't UTF-8");
        let sound = std::str::from_utf8(sound).unwrap_or_default();
        refusal(sound, sound.len(), String::new(), message, "Save the file again as UTF-8.")
    })
}

fn read_tree(text: &str, tree: Tree<'_>) -> Result<Opened, OpenError> {
    let mut report = Report::default();
    for (at, name) in tree.repeated {
        report.lose(
            at,
            String::new(),
            format!("gives the field “{}”, which the same record gives again", shorten(&name)),
            "The last of them was taken.",
            "Take out the others.",
        );
    }
    let Value::Object(_) = &tree.root.value else {
        let found = describe(&tree.root.value);
        let message = format!("has {found} where a map, a record “{{ … }}”, is expected");
        let remedy = "Choose a file whose name ends in .entente.json.";
        return Err(refusal(text, tree.root.at as usize, String::new(), message, remedy));
    };
    let Some(mut record) = Record::open(tree.root, Path::default(), &mut report) else {
        return Err(OpenError::whole("it holds no map", "Choose another file."));
    };
    check_format(text, &mut record)?;
    check_version(text, &mut record, &mut report)?;
    let map = read_map(text, record, &mut report)?;
    Ok(Opened { map, problems: report.into_problems(text) })
}

fn check_format(text: &str, record: &mut Record<'_>) -> Result<(), OpenError> {
    let remedy = "If it is a map of another program, import it instead.";
    match record.take("format") {
        Some(Node { value: Value::Text(format), .. }) if format == FORMAT => Ok(()),
        Some(node) => {
            let message =
                format!("has {} where the format “{FORMAT}” is expected", describe(&node.value));
            Err(refusal(text, node.at as usize, "format".to_owned(), message, remedy))
        }
        None => {
            let message = format!("starts a record without \"format\": \"{FORMAT}\"");
            Err(refusal(text, record.at as usize, String::new(), message, remedy))
        }
    }
}

/// Looks at the version: another major one is refused, a newer minor one read with a warning.
fn check_version(
    text: &str,
    record: &mut Record<'_>,
    report: &mut Report,
) -> Result<(), OpenError> {
    let path = || "version".to_owned();
    let remedy = || format!("Write \"version\": \"{VERSION}\".");
    let Some(node) = record.take("version") else {
        let message = "starts a record without a “version”".to_owned();
        let outcome = format!("It was read as version {VERSION}.");
        let remedy = format!("Add \"version\": \"{VERSION}\".");
        report.warn(record.at, path(), message, outcome, remedy);
        return Ok(());
    };
    let (Value::Text(_) | Value::Number(_)) = &node.value else {
        let message = format!(
            "has {} where a version such as “{VERSION}” is expected",
            describe(&node.value)
        );
        return Err(refusal(text, node.at as usize, path(), message, &remedy()));
    };
    let version = match &node.value {
        Value::Text(version) => version.as_ref(),
        Value::Number(version) => version,
        _ => "",
    };
    let (major, minor) = version.split_once('.').unwrap_or((version, "0"));
    match (major.parse::<u32>(), minor.parse::<u32>()) {
        (Ok(1), Ok(0..=MINOR)) => Ok(()),
        (Ok(1), Ok(_)) => {
            let message =
                format!("says version {version}, and this Entente knows version {VERSION}");
            let outcome = "What is new in it was kept as it stands, though it isn't shown.";
            report.warn(node.at, path(), message, outcome, "A newer Entente shows all of it.");
            Ok(())
        }
        (Ok(2..), Ok(_)) => {
            let message = format!("says version {version}, and this Entente reads version 1");
            let remedy = "Open it with a newer Entente.";
            Err(refusal(text, node.at as usize, path(), message, remedy))
        }
        _ => {
            let short = shorten(version);
            let message = format!("has “{short}” where a version such as “{VERSION}” is expected");
            Err(refusal(text, node.at as usize, path(), message, &remedy()))
        }
    }
}

fn read_map(text: &str, mut record: Record<'_>, report: &mut Report) -> Result<Map, OpenError> {
    let mut heading = decode::heading(&mut record, report);
    let look = look::read(&mut record, report);
    let filter = record.inner("filter", report);
    let kinds_given = record.has("kinds");
    let kinds = list(text, &mut record, KIND, MAX_KINDS, report)?;
    let sources = list(text, &mut record, SOURCE, MAX_SOURCES, report)?;
    let nations = list(text, &mut record, NATION, MAX_NATIONS, report)?;
    let ties = list(text, &mut record, TIE, MAX_TIES, report)?;
    heading.extra = record.rest(report);

    let (kind_keys, kinds) = Keys::identify(kinds, KIND, report);
    let kinds = kinds.into_iter().map(|(key, record)| decode::kind(key, record, report)).collect();
    let (source_keys, sources) = Keys::identify(sources, SOURCE, report);
    let sources =
        sources.into_iter().map(|(key, record)| decode::source(key, record, report)).collect();
    let (nation_keys, nations) = Keys::identify(nations, NATION, report);
    let nations = nations
        .into_iter()
        .map(|(key, record)| decode::nation(key, record, &nation_keys, report))
        .collect();
    let (tie_keys, ties) = Keys::identify(ties, TIE, report);
    let mut linker = Linker { nations: &nation_keys, kind_keys, kinds, source_keys, sources };
    if !kinds_given {
        Kind::standard().into_iter().for_each(|kind| {
            linker.add_kind(kind.key);
        });
    }
    let ties = ties::ties(ties, &tie_keys, &mut linker, report);
    let Linker { kinds, sources, .. } = linker;
    let filter = filter::read(filter, &kinds, report);
    Ok(Map::from_parts(heading, look, filter, kinds, sources, nations, ties))
}

/// One of the map's lists, if it isn't too long.
fn list<'a>(
    text: &str,
    record: &mut Record<'a>,
    sort: Sort,
    limit: usize,
    report: &mut Report,
) -> Result<Vec<Node<'a>>, OpenError> {
    let at = record.peek_at(sort.list);
    let nodes = record.list(sort.list, report);
    if nodes.len() <= limit {
        return Ok(nodes);
    }
    let (count, list) = (nodes.len(), sort.list);
    let message = format!("has {count} {list}, and a map may have {limit}");
    Err(refusal(text, at as usize, list.to_owned(), message, "Split the map into smaller ones."))
}

fn refusal(text: &str, at: usize, path: String, message: String, remedy: &str) -> OpenError {
    let (line, column) = locate(text, at);
    let place = Some(Place { line, column, path });
    OpenError { file: None, place, message, remedy: remedy.to_owned() }
}
