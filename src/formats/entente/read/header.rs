//! Checks the fields `format` and `version` of a file.

use super::record::{RecordReader, describe};
use crate::formats::entente::version::{FORMAT_ID, MINOR, VERSION};
use crate::formats::json::{Node, Value};
use crate::formats::problems::{OpenError, Problems, shorten};

pub fn check_format(text: &str, record: &mut RecordReader<'_>) -> Result<(), OpenError> {
    let remedy = "If it is a map of Entente, write \"format\": \"entente-map\" there; if it is another graph, \
                  call its lists “nodes” and “edges”.";
    match record.take_field("format") {
        Some(Node { value: Value::Text(format), .. }) if format == FORMAT_ID => Ok(()),
        Some(node) => {
            let message =
                format!("has {} where the format “{FORMAT_ID}” is expected", describe(&node.value));
            Err(OpenError::at_byte(text, node.at as usize, "format".to_owned(), message, remedy))
        }
        None => {
            let message = format!("starts a record without \"format\": \"{FORMAT_ID}\"");
            Err(OpenError::at_byte(text, record.at as usize, "", message, remedy))
        }
    }
}

/// Checks the version: another major version is refused, a newer minor one read with a warning.
pub fn check_version(
    text: &str,
    record: &mut RecordReader<'_>,
    problems: &mut Problems,
) -> Result<(), OpenError> {
    let path = || "version".to_owned();
    let remedy = || format!("Write \"version\": \"{VERSION}\".");
    let Some(node) = record.take_field("version") else {
        let message = "starts a record without a “version”".to_owned();
        let outcome = format!("It was read as version {VERSION}.");
        let remedy = format!("Add \"version\": \"{VERSION}\".");
        problems.warn(record.at, path(), message, outcome, remedy);
        return Ok(());
    };
    let (Value::Text(_) | Value::Number(_)) = &node.value else {
        let message = format!(
            "has {} where a version such as “{VERSION}” is expected",
            describe(&node.value)
        );
        return Err(OpenError::at_byte(text, node.at as usize, path(), message, remedy()));
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
            problems.warn(node.at, path(), message, outcome, "A newer Entente shows all of it.");
            Ok(())
        }
        (Ok(2..), Ok(_)) => {
            let message = format!("says version {version}, and this Entente reads version 1");
            let remedy = "Open it with a newer Entente.";
            Err(OpenError::at_byte(text, node.at as usize, path(), message, remedy))
        }
        _ => {
            let short = shorten(version);
            let message = format!("has “{short}” where a version such as “{VERSION}” is expected");
            Err(OpenError::at_byte(text, node.at as usize, path(), message, remedy()))
        }
    }
}
