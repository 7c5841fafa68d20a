//! Reads XML from its start to its end, one tag after another.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::attributes::TagAttributes;
use super::entities::{Entities, Meant};
use super::escape::is_allowed;
use super::prefixes::Prefixes;
use super::syntax_fault::in_words;
use crate::formats::problems::{LineCounter, OpenError, Remarks, Spot, shorten};
use crate::formats::progress::Progress;

/// The most elements that may lie inside one another.
const MAX_DEPTH: usize = 256;
/// So many tags are read before the progress is told.
const TAGS_BETWEEN_PROGRESS: u32 = 4096;

/// What comes next in a file.
#[derive(Debug, PartialEq, Eq)]
pub enum XmlEvent<'a> {
    /// The start of an element, by its name without prefix. Its attributes and its spot are those of the
    /// reader.
    Open(&'a str),
    /// The end of an element. What it holds since its last inner element is the text of the reader.
    Close(&'a str),
    /// The end of the file.
    End,
}

/// A file that is being read.
pub struct XmlReader<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    progress: Progress<'a>,
    tags: u32,
    lines: LineCounter<'a>,
    /// The byte offset of the element that was opened last.
    at: usize,
    spot: Spot,
    entities: Entities,
    attributes: TagAttributes<'a>,
    prefixes: Prefixes<'a>,
    /// The names of the open elements, prefixes left out.
    open: Vec<&'a str>,
    /// An element without content that is still to be closed.
    to_close: Option<&'a str>,
    content: String,
    has_root: bool,
    remarks: Remarks,
}

/// Whether a text has characters that XML can't have. Most have none, so that it is looked at in parts
/// within which nothing is decided.
fn has_forbidden(text: &str) -> bool {
    const PART: usize = 4096;
    let is_odd = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r');
    let bytes = text.as_bytes();
    let has_control = |part: &[u8]| part.iter().fold(false, |odd, byte| odd | is_odd(*byte));
    let is_noncharacter =
        |at: usize| matches!(bytes.get(at + 1..at + 3), Some([0xBF, 0xBE | 0xBF]));
    bytes.chunks(PART).any(has_control) || memchr::memchr_iter(0xEF, bytes).any(is_noncharacter)
}

impl<'a> XmlReader<'a> {
    /// Reads a text without a byte order mark.
    ///
    /// # Errors
    /// When it has characters that XML can't have.
    pub fn new(text: &'a str, progress: Progress<'a>) -> Result<Self, OpenError> {
        if has_forbidden(text) {
            let at = text.find(|c: char| !is_allowed(c)).unwrap_or_default();
            let message = "has a control character, which XML can't hold";
            return Err(OpenError::at_byte(text, at, "", message, "Remove it."));
        }
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.check_comments = true;
        config.check_end_names = true;
        Ok(Self {
            text,
            reader,
            progress,
            tags: 0,
            lines: LineCounter::new(text),
            at: 0,
            spot: Spot::at(1, 1),
            entities: Entities::default(),
            attributes: TagAttributes::default(),
            prefixes: Prefixes::default(),
            open: Vec::new(),
            to_close: None,
            content: String::new(),
            has_root: false,
            remarks: Remarks::default(),
        })
    }

    /// The attributes of the element that was opened last.
    pub const fn attributes(&self) -> &TagAttributes<'a> {
        &self.attributes
    }

    /// An attribute of the element that was opened last.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name)
    }

    /// Where the element starts that was opened last.
    pub const fn spot(&self) -> Spot {
        self.spot
    }

    /// The text since the last tag.
    pub fn content(&self) -> &str {
        &self.content
    }

    /// The name of the innermost element that is open: the one just opened, or that in which the one just
    /// closed lies.
    pub fn enclosing(&self) -> Option<&'a str> {
        self.open.last().copied()
    }

    /// What was remarked on.
    pub fn into_remarks(self) -> Remarks {
        self.remarks
    }

    /// Goes past the start of the root element.
    ///
    /// # Errors
    /// As [`Self::next_event`], and when the root element has another name.
    pub fn expect_root(&mut self, name: &str) -> Result<(), OpenError> {
        match self.next_event()? {
            XmlEvent::Open(found) if !found.eq_ignore_ascii_case(name) => {
                let (found, at) = (shorten(found), self.at);
                let message = format!("has the element “{found}” where “{name}” is expected");
                Err(OpenError::at_byte(self.text, at, "", message, "Choose another file."))
            }
            _ => Ok(()),
        }
    }

    /// The next tag.
    ///
    /// # Errors
    /// When the text isn't XML, lies too deep, or uses what isn't expanded.
    pub fn next_event(&mut self) -> Result<XmlEvent<'a>, OpenError> {
        self.content.clear();
        if let Some(name) = self.to_close.take() {
            return Ok(self.close(name));
        }
        loop {
            let at = self.reader.buffer_position() as usize;
            let event = self.reader.read_event().map_err(|error| {
                let at = self.reader.error_position() as usize;
                self.fault(at, in_words(&error))
            })?;
            match event {
                Event::Start(_) => return self.open_element(at, false),
                Event::Empty(_) => return self.open_element(at, true),
                Event::End(_) => {
                    let name = self.open.last().copied().unwrap_or_default();
                    return Ok(self.close(name));
                }
                Event::Text(text) => self.take_text(at, &text.into_inner())?,
                Event::CData(text) => self.take_text(at, &text.into_inner())?,
                Event::GeneralRef(name) => self.take_reference(at, &name.into_inner())?,
                Event::DocType(text) => {
                    self.entities = Entities::of_document_type(&text.into_inner());
                }
                Event::Decl(_) if at > 0 => {
                    let message = "has the XML declaration, which nothing may stand before";
                    return Err(self.fault(at, message.to_owned()));
                }
                Event::Decl(_) | Event::Comment(_) | Event::PI(_) => (),
                Event::Eof => return self.end(),
            }
        }
    }

    fn open_element(&mut self, at: usize, is_empty: bool) -> Result<XmlEvent<'a>, OpenError> {
        self.tell_progress(at)?;
        let tag = self.text.get(at..self.reader.buffer_position() as usize).unwrap_or_default();
        let tag = tag.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')).unwrap_or_default();
        let tag = if is_empty { tag.strip_suffix('/').unwrap_or(tag) } else { tag };
        let end = tag.find([' ', '\t', '\n', '\r']).unwrap_or(tag.len());
        let (full_name, attributes) = tag.split_at(end);
        if !full_name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Err(self.fault(at, "has a “<” that begins no tag".to_owned()));
        }
        if self.open.is_empty() && self.has_root {
            let message = format!("begins a second root element, “{full_name}”");
            return Err(self.fault(at, message));
        }
        if self.open.len() >= MAX_DEPTH {
            let message = format!("lies in more than {MAX_DEPTH} elements inside one another");
            return Err(self.fault(at, message));
        }
        self.at = at;
        let (line, column) = self.lines.advance_to(at);
        self.spot = Spot::at(line, column);
        let kept = self.attributes.read(attributes, &self.entities);
        let kept = kept.map_err(|(inside, fault)| self.fault(at + 1 + end + inside, fault))?;
        self.remark_kept(kept.unwrap_or_default());
        let name = self.local_name(at, full_name)?;
        self.has_root = true;
        self.open.push(name);
        self.to_close = is_empty.then_some(name);
        Ok(XmlEvent::Open(name))
    }

    /// The name without its prefix. All prefixes have to be declared, as every reader of namespaces has it.
    fn local_name(&mut self, at: usize, full_name: &'a str) -> Result<&'a str, OpenError> {
        let depth = self.open.len();
        for (prefix, is_declared) in self.attributes.prefixes() {
            if is_declared && !self.prefixes.declare(prefix, depth) {
                return Err(self.fault(at, "declares too many prefixes".to_owned()));
            }
        }
        let (own, local) = match full_name.split_once(':') {
            Some((prefix, local)) => (Some((prefix, false)), local),
            None => (None, full_name),
        };
        for (prefix, is_declared) in self.attributes.prefixes().chain(own) {
            if !is_declared && !self.prefixes.has(prefix) {
                let message = format!("uses the prefix “{prefix}”, which nothing declares");
                let remedy = format!("Declare it in the first tag: xmlns:{prefix}=\"…\".");
                return Err(OpenError::at_byte(self.text, at, "", message, remedy));
            }
        }
        Ok(local)
    }

    fn close(&mut self, name: &'a str) -> XmlEvent<'a> {
        self.open.pop();
        self.prefixes.leave(self.open.len());
        XmlEvent::Close(name)
    }

    fn take_text(&mut self, at: usize, text: &str) -> Result<(), OpenError> {
        if self.open.is_empty() && !text.trim_ascii().is_empty() {
            return Err(self.outside(at + text.len() - text.trim_start().len()));
        }
        match text.contains('\r') {
            true => self.content.push_str(&text.replace("\r\n", "\n").replace('\r', "\n")),
            false => self.content.push_str(text),
        }
        Ok(())
    }

    fn take_reference(&mut self, at: usize, name: &str) -> Result<(), OpenError> {
        if self.open.is_empty() {
            return Err(self.outside(at));
        }
        match self.entities.meaning(name).map_err(|fault| self.fault(at, fault))? {
            Meant::Character(character) => self.content.push(character),
            Meant::Defined => {
                let reference = format!("&{name};");
                self.content.push_str(&reference);
                self.remark_kept(&reference);
            }
        }
        Ok(())
    }

    /// Remarks on a reference that stays as it is written, if there is one.
    fn remark_kept(&mut self, reference: &str) {
        if !reference.is_empty() {
            self.remarks.lose(
                self.spot,
                reference,
                "uses an entity that the file defines itself",
                "It was kept as it is written, for what a file defines isn't expanded.",
                "Write the text itself in its place.",
            );
        }
    }

    fn end(&mut self) -> Result<XmlEvent<'a>, OpenError> {
        let at = self.text.len();
        if let Some(name) = self.open.last() {
            let message = format!("is the end of the file, but “{name}” is still open");
            let remedy = "The file may be cut off: get it again, or close the element.";
            return Err(OpenError::at_byte(self.text, at, "", message, remedy));
        }
        if !self.has_root {
            return Err(self.fault(at, "is the end of the file, which has no element".to_owned()));
        }
        Ok(XmlEvent::End)
    }

    fn tell_progress(&mut self, at: usize) -> Result<(), OpenError> {
        self.tags = self.tags.wrapping_add(1);
        match self.tags % TAGS_BETWEEN_PROGRESS {
            0 => self.progress.at(at, self.text.len()),
            _ => Ok(()),
        }
    }

    fn outside(&self, at: usize) -> OpenError {
        self.fault(at, "has text outside the root element".to_owned())
    }

    fn fault(&self, at: usize, message: String) -> OpenError {
        let remedy = "Correct it there, or write the file again with the program it comes from.";
        OpenError::at_byte(self.text, at, "", message, remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_that_xml_cannot_have_are_found_wherever_they_stand() {
        for filler in [0, 4093, 4096, 9000] {
            let filler = "é".repeat(filler);
            for (forbidden, found) in
                [("\u{1}", true), ("\u{FFFE}", true), ("\u{FFFF}", true), ("\t\r\n\u{FFFD}", false)]
            {
                let text = format!("{filler}{forbidden}{filler}");
                assert_eq!(has_forbidden(&text), found, "{forbidden:?}");
            }
        }
    }
}
