//! Reads GraphML.

use super::document::Document;
use crate::formats::format::{Certainty, InputFile};
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::xml::{XmlEvent, XmlReader, decode_xml, root_name};

/// A file is GraphML by its root element, or by its name where it has none that can be seen; many other files
/// are called `.xml`.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    match root_name(file.bytes) {
        Some(name) if name.eq_ignore_ascii_case("graphml") => Certainty::Certain,
        _ if file.name.to_lowercase().ends_with(".graphml") => Certainty::Possible,
        _ => Certainty::No,
    }
}

/// Reads a file.
///
/// # Errors
/// When it isn't GraphML, isn't well-formed XML, or holds more than is read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    let decoded = decode_xml(file.bytes)?;
    let mut xml = XmlReader::new(&decoded.text, progress)?;
    xml.expect_root("graphml")?;
    let mut document = Document::default();
    decoded.report(document.remarks());
    loop {
        match xml.next_event()? {
            XmlEvent::Open(name) => document.open(name, &xml)?,
            XmlEvent::Close(name) => document.close(name, &xml)?,
            XmlEvent::End => break,
        }
    }
    let mut network = document.finish()?;
    network.remarks.extend(xml.into_remarks());
    Ok(network)
}
