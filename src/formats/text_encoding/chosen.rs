//! An encoding that a person names, in place of the one that would be found.

use encoding_rs::{Encoding, REPLACEMENT};

use crate::formats::problems::Spot;

/// The encoding of a text, of those in the Encoding Standard (WHATWG).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextEncoding(&'static Encoding);

/// A text as UTF-8 with a byte order mark, by which every reader knows it.
pub struct Recoded {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// The name of the encoding that it was in: the one named, unless a byte order mark says another.
    pub was: &'static str,
    /// Where the first bytes stand that are no letter in it.
    pub fault: Option<Spot>,
}

impl TextEncoding {
    /// Names that a message can list.
    pub const USUAL: [&'static str; 8] = [
        "UTF-8",
        "UTF-16LE",
        "windows-1252",
        "windows-1250",
        "windows-1251",
        "ISO-8859-2",
        "Shift_JIS",
        "GB18030",
    ];

    /// The encoding with a name of the standard in any case: `UTF-8`, `latin1`, `cp1250`, `sjis` …
    pub fn by_name(name: &str) -> Option<Self> {
        let encoding = Encoding::for_label(name.trim().as_bytes());
        encoding.filter(|encoding| *encoding != REPLACEMENT).map(Self)
    }

    /// Its name in the standard.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The text that bytes are in this encoding. A byte order mark is believed before the name.
    pub fn recode(self, bytes: &[u8]) -> Recoded {
        const BYTE_ORDER_MARK: &str = "\u{FEFF}";
        let (text, encoding, has_faults) = self.0.decode(bytes);
        let fault = has_faults.then(|| spot_of_fault(&text));
        let bytes = [BYTE_ORDER_MARK.as_bytes(), text.as_bytes()].concat();
        Recoded { bytes, was: encoding.name(), fault }
    }
}

/// Where the first letter stands that couldn't be read.
pub(super) fn spot_of_fault(text: &str) -> Spot {
    let before = text.split('\u{FFFD}').next().unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Spot::at(line as u32, column as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_as_is_said_unless_a_mark_says_otherwise() {
        let by = |name: &str, bytes: &[u8]| {
            let Recoded { bytes, was, fault } = TextEncoding::by_name(name).unwrap().recode(bytes);
            (String::from_utf8(bytes).unwrap().replace('\u{FEFF}', ""), was, fault)
        };
        assert_eq!(by("cp1250", b"\xA3\xF3d\x9F"), ("Łódź".to_owned(), "windows-1250", None));
        assert_eq!(by("latin1", b"caf\xE9"), ("café".to_owned(), "windows-1252", None));
        assert_eq!(by("latin1", b"\xEF\xBB\xBF\xC3\xA9"), ("é".to_owned(), "UTF-8", None));
        let (_, _, fault) = by("utf-8", b"a,b\nc,\xE9\n");
        assert_eq!(fault, Some(Spot::at(2, 3)));
        for name in ["klingon", "", "utf-32", "iso-2022-kr"] {
            assert_eq!(TextEncoding::by_name(name), None, "{name}");
        }
        assert!(TextEncoding::USUAL.iter().all(|name| TextEncoding::by_name(name).is_some()));
    }
}
