//! How the bytes of a file are read, where a person says so: the same bytes, read again.

use super::no_format::{is_other_text, of_no_format};
use crate::formats::delimited::{DELIMITED, Delimiter, NATIONS_CSV, TAB_SEPARATED, read_parted_by};
use crate::formats::edge_list::EDGE_LIST;
use crate::formats::entente;
use crate::formats::format::{Format, InputFile};
use crate::formats::limits::check_size;
use crate::formats::ncol::{LGL, NCOL};
use crate::formats::opened::Content;
use crate::formats::plain_lines::PLAIN_LINES;
use crate::formats::problems::{OpenError, Remarks, Spot};
use crate::formats::progress::Progress;
use crate::formats::registry::recognise;
use crate::formats::text_encoding::{Recoded, TextEncoding, decode_text};
use crate::formats::workbook::WORKBOOK;

/// Formats of bare text, which may as well be tables with something else between their cells.
static BARE_TEXT: [&Format; 7] =
    [&DELIMITED, &TAB_SEPARATED, &NATIONS_CSV, &EDGE_LIST, &NCOL, &LGL, &PLAIN_LINES];

/// What a person says of the bytes of a file; what isn't said is found by looking at them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadAs {
    /// The encoding of its text. Workbooks have none.
    pub encoding: Option<TextEncoding>,
    /// What stands between the cells of bare text. Other formats say themselves where their parts end.
    pub delimiter: Option<Delimiter>,
}

/// What was read, the name of its format, and its encoding if it is text.
pub(super) type WasRead = (&'static str, Content, Option<&'static str>);

impl ReadAs {
    /// Reads a file.
    pub(super) fn read(
        self,
        file: &InputFile<'_>,
        progress: Progress<'_>,
    ) -> Result<WasRead, OpenError> {
        check_size(file.bytes.len() as u64)?;
        let is_workbook = recognise(file) == Some(&WORKBOOK);
        let Some(encoding) = self.encoding.filter(|_| !is_workbook) else {
            let encoding = decode_text(file.bytes, None).ok().map(|decoded| decoded.encoding);
            let (name, content) = self.read_text(file, progress)?;
            return Ok((name, content, encoding));
        };
        let Recoded { bytes, was, fault } = encoding.recode(file.bytes);
        let (name, mut content) =
            self.read_text(&InputFile { bytes: &bytes, ..*file }, progress)?;
        if let (Some(spot), Some(remarks)) = (fault, remarks_of(&mut content)) {
            lose_letters(remarks, spot, was);
        }
        Ok((name, content, Some(was)))
    }

    fn read_text(
        self,
        file: &InputFile<'_>,
        progress: Progress<'_>,
    ) -> Result<(&'static str, Content), OpenError> {
        let format = recognise(file);
        if let Some(delimiter) = self.delimiter
            && format.is_none_or(|format| BARE_TEXT.contains(&format))
        {
            let tables = read_parted_by(file, Some(delimiter), progress)?;
            return Ok((DELIMITED.name, Content::of_tables(tables)));
        }
        match format {
            Some(format) => Ok((format.name, format.reader.read(file, progress)?)),
            None if is_other_text(file.bytes) => Err(of_no_format()),
            // The message says what was expected of a map.
            None => {
                let opened = entente::read(file.bytes)?;
                Ok((entente::ENTENTE.name, Content::Map(Box::new(opened))))
            }
        }
    }
}

fn remarks_of(content: &mut Content) -> Option<&mut Remarks> {
    match content {
        Content::Map(_) => None,
        Content::Network(network) => Some(&mut network.remarks),
        Content::Tables(tables) => tables.first_mut().map(|table| &mut table.remarks),
    }
}

fn lose_letters(remarks: &mut Remarks, spot: Spot, encoding: &str) {
    remarks.lose(
        spot,
        encoding,
        "has bytes that are no letter in the encoding that was chosen",
        "Each of them was read as “\u{FFFD}”.",
        "Choose another encoding.",
    );
}

#[cfg(test)]
mod tests {
    use super::super::{ImportContent, ImportSource};
    use super::*;

    fn read(name: &str, bytes: &[u8], read_as: ReadAs) -> ImportSource {
        let file = InputFile { name, bytes };
        ImportSource::read_as(&file, read_as, Progress::untold()).expect("a file")
    }

    fn cells(source: &ImportSource) -> Vec<String> {
        let ImportContent::Tables(tables) = &source.content else { panic!("no table") };
        tables[0].row(1).map(ToOwned::to_owned).collect()
    }

    #[test]
    fn the_same_bytes_are_read_as_is_said() {
        let bytes = b"from,to;note\nJapan,\xA3\xF3d\x9F;x\nPeru,Chad;y\n";
        let of = |encoding: &str, delimiter: &str| ReadAs {
            encoding: TextEncoding::by_name(encoding),
            delimiter: Delimiter::by_word(delimiter),
        };
        let source = read("t.csv", bytes, of("windows-1250", "comma"));
        assert_eq!(cells(&source), ["Japan", "Łódź;x"]);
        assert_eq!(source.files[0].encoding, Some("windows-1250"));
        let source = read("t.csv", bytes, of("windows-1252", ";"));
        assert_eq!(cells(&source), ["Japan,£ódŸ", "x"]);
        let source = read("", b"a b  c\nd   e f\n", of("", "spaces"));
        assert_eq!(cells(&source), ["d", "e", "f"]);
    }

    #[test]
    fn what_says_itself_where_its_parts_end_is_read_by_that() {
        let read_as = ReadAs { delimiter: Delimiter::by_word("tab"), ..ReadAs::default() };
        let source = read("g.dot", b"graph { a -- b }", read_as);
        assert!(matches!(source.content, ImportContent::Network(_)));
        // An XML file that says another encoding than it has.
        let gexf = "<?xml version='1.0' encoding='UTF-8'?><gexf><graph><nodes><node id='a' label='\
                    \u{e9}t\u{e9}'/></nodes></graph></gexf>";
        let latin: Vec<u8> = gexf.chars().map(|letter| letter as u8).collect();
        let read_as = ReadAs { encoding: TextEncoding::by_name("latin1"), ..ReadAs::default() };
        let source = read("g.gexf", &latin, read_as);
        let ImportContent::Network(network) = &source.content else { panic!("no network") };
        assert_eq!(network.nodes[0].label.as_deref(), Some("été"));
    }

    #[test]
    fn bytes_that_are_no_letter_are_named() {
        let utf_8 = ReadAs { encoding: TextEncoding::by_name("utf-8"), ..ReadAs::default() };
        let source = read("t.csv", b"from,to\nJapan,Per\xFA\n", utf_8);
        let ImportContent::Tables(tables) = &source.content else { panic!("no table") };
        let group = tables[0].remarks.groups().next().expect("a remark");
        assert_eq!(group.examples[0].spot, Spot::at(2, 10));
    }
}
