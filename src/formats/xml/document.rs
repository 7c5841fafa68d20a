//! Reads a file of any format that is XML, tag by tag.

use super::reader::{XmlEvent, XmlReader};
use super::root::root_name;
use super::source::decode_xml;
use crate::formats::format::InputFile;
use crate::formats::network::Network;
use crate::formats::problems::{OpenError, Remarks};
use crate::formats::progress::Progress;

/// What of a file is read so far.
pub trait XmlDocument: Default {
    /// The name of the root element, in small letters.
    const ROOT: &'static str;

    /// The remarks so far.
    fn remarks(&mut self) -> &mut Remarks;

    /// An element starts.
    ///
    /// # Errors
    /// When there are more nodes or edges than are read.
    fn open(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError>;

    /// An element ends.
    ///
    /// # Errors
    /// When there are more nodes or edges, or more values by default, than are read.
    fn close(&mut self, name: &str, xml: &XmlReader<'_>) -> Result<(), OpenError>;

    /// The network, once the file is at its end.
    ///
    /// # Errors
    /// When defaults add more values than can be meant.
    fn finish(self) -> Result<Network, OpenError>;
}

/// Whether the root element of a file is that of these documents.
pub fn has_root_of<D: XmlDocument>(file: &InputFile<'_>) -> bool {
    root_name(file.bytes).is_some_and(|name| name.eq_ignore_ascii_case(D::ROOT))
}

/// Reads a file.
///
/// # Errors
/// When its root element is another one, it isn't well-formed XML, or holds more than is read.
pub fn read_document<D: XmlDocument>(
    file: &InputFile<'_>,
    progress: Progress<'_>,
) -> Result<Network, OpenError> {
    let decoded = decode_xml(file.bytes)?;
    let mut xml = XmlReader::new(&decoded.text, progress)?;
    xml.expect_root(D::ROOT)?;
    let mut document = D::default();
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
