//! Bytes as text in whatever encoding they are: by their byte order mark, as UTF-8, as they are declared,
//! or by their letters.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::chosen::spot_of_fault;
use super::utf_32::{in_utf_32, is_utf_32};
use crate::formats::problems::{OpenError, Remarks, Spot};

/// So many bytes show whether text without a byte order mark is UTF-16.
const LOOKED_AT: usize = 4096;
/// Where so many letters are right UTF-8 for each byte that isn't, the text is UTF-8 with faults.
const LETTERS_FOR_EACH_FAULT: usize = 4;

/// The text of a file, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without its byte order mark.
    pub text: Cow<'a, str>,
    /// The name of the encoding, as in the Encoding Standard (WHATWG): `UTF-8`, `windows-1252` …
    pub encoding: &'static str,
    /// Whether nothing but the letters themselves says so.
    pub was_guessed: bool,
    /// Whether the file began with a byte order mark.
    pub had_byte_order_mark: bool,
    /// Whether some bytes are no letter in this encoding; each is U+FFFD in the text.
    pub has_faults: bool,
}

impl Decoded<'_> {
    /// Says which encoding was found, where the file itself doesn't and it isn't the usual one.
    pub fn report(&self, remarks: &mut Remarks) {
        if self.was_guessed {
            remarks.warn(
                Spot::at(1, 1),
                self.encoding,
                "begins a text that isn't UTF-8 and doesn't say its encoding",
                "It was read in the encoding that its letters suggest.",
                "If letters are wrong, save the file again as UTF-8.",
            );
        }
        if self.has_faults {
            remarks.lose(
                spot_of_fault(&self.text),
                self.encoding,
                "has bytes that are no letter in the file's encoding",
                "Each of them was read as “\u{FFFD}”.",
                "Save the file again as UTF-8.",
            );
        }
    }
}

/// The text of a file in whatever encoding it is. A byte order mark decides; otherwise `declared`, the
/// encoding that the file itself names, where it can be true; otherwise whether it is UTF-8 or UTF-16;
/// otherwise its letters.
///
/// # Errors
/// When the file is empty or isn't text.
pub fn decode_text<'a>(bytes: &'a [u8], declared: Option<&str>) -> Result<Decoded<'a>, OpenError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        let remedy = "Choose another, or an earlier version.";
        return Err(OpenError::of_whole_file("the file is empty", remedy));
    }
    if is_utf_32(bytes) {
        return Err(in_utf_32());
    }
    let decoded = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => Decoded {
            had_byte_order_mark: true,
            ..with(encoding, bytes.get(mark..).unwrap_or_default())
        },
        None => without_mark(bytes, declared),
    };
    if decoded.text.trim().is_empty() {
        let remedy = "Choose another, or an earlier version.";
        return Err(OpenError::of_whole_file("the file is empty", remedy));
    }
    if memchr::memchr(0, decoded.text.as_bytes()).is_some() {
        let message = "it isn't text, though its name says so";
        return Err(OpenError::of_whole_file(
            message,
            "Choose a file that holds a network or a map.",
        ));
    }
    Ok(decoded)
}

fn without_mark<'a>(bytes: &'a [u8], declared: Option<&str>) -> Decoded<'a> {
    if let Some(encoding) = utf_16_by_zeros(bytes) {
        return with(encoding, bytes);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // Bytes that can be compared with ASCII are no UTF-16, whatever they say.
    if let Some(encoding) = declared.filter(|encoding| *encoding != UTF_8)
        && encoding.is_ascii_compatible()
    {
        return with(encoding, bytes);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plain(UTF_8, Cow::Borrowed(text));
    }
    if is_utf_8_with_faults(bytes) {
        return with(UTF_8, bytes);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    Decoded { was_guessed: true, ..with(encoding, bytes) }
}

fn with<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, has_faults) = encoding.decode_without_bom_handling(bytes);
    Decoded { has_faults, ..plain(encoding, text) }
}

fn plain<'a>(encoding: &'static Encoding, text: Cow<'a, str>) -> Decoded<'a> {
    Decoded {
        text,
        encoding: encoding.name(),
        was_guessed: false,
        had_byte_order_mark: false,
        has_faults: false,
    }
}

/// UTF-16 without a byte order mark: of what is mostly ASCII nearly every second byte is a zero. Where fewer
/// are, these are more likely faults.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs: Vec<&[u8]> = bytes.chunks_exact(2).take(LOOKED_AT / 2).collect();
    let zeros = |place: usize| pairs.iter().filter(|pair| pair.get(place) == Some(&0)).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = |zeros: usize| zeros * 5 >= pairs.len() * 4 && zeros > 0;
    match (many(first), many(second)) {
        (false, true) if first == 0 => Some(UTF_16LE),
        (true, false) if second == 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether most that isn't ASCII is right UTF-8.
fn is_utf_8_with_faults(bytes: &[u8]) -> bool {
    let (mut letters, mut faults) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        letters += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        faults += usize::from(!chunk.invalid().is_empty());
    }
    letters >= LETTERS_FOR_EACH_FAULT * faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, mark: bool, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        let mark = mark.then_some('\u{FEFF}');
        let text: String = mark.into_iter().chain(text.chars()).collect();
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn every_usual_encoding_gives_the_same_text() {
        let text = "source,target\nCôte d'Ivoire,España\nTürkiye,Österreich\n";
        let cp1252 = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        let cases = [
            (text.as_bytes().to_vec(), "UTF-8", false, false),
            (marked, "UTF-8", false, true),
            (utf_16(text, true, u16::to_le_bytes), "UTF-16LE", false, true),
            (utf_16(text, true, u16::to_be_bytes), "UTF-16BE", false, true),
            (utf_16(text, false, u16::to_le_bytes), "UTF-16LE", false, false),
            (utf_16(text, false, u16::to_be_bytes), "UTF-16BE", false, false),
            (cp1252, "windows-1252", true, false),
        ];
        for (bytes, encoding, was_guessed, had_mark) in cases {
            let decoded = decode_text(&bytes, None).unwrap();
            assert_eq!((decoded.encoding, &*decoded.text), (encoding, text));
            let flags = (decoded.was_guessed, decoded.had_byte_order_mark, decoded.has_faults);
            assert_eq!(flags, (was_guessed, had_mark, false), "{encoding}");
        }
    }

    #[test]
    fn letters_tell_encodings_of_other_languages() {
        for (text, encoding) in [
            ("Źródło,Cel\nPolska,Węgry\nCzechy,Słowacja\nŻółw,Gęś\n", encoding_rs::WINDOWS_1250),
            ("国,相手\n日本,フランス\n韓国,アメリカ合衆国\n", encoding_rs::SHIFT_JIS),
            ("Страна,Партнёр\nРоссия,Франция\nСербия,Греция\n", encoding_rs::WINDOWS_1251),
        ] {
            let bytes = encoding.encode(text).0;
            let decoded = decode_text(&bytes, None).unwrap();
            assert_eq!((&*decoded.text, decoded.was_guessed), (text, true));
        }
    }

    #[test]
    fn a_declaration_counts_where_it_can_be_true() {
        let decoded = decode_text(b"caf\xE9", Some("ISO-8859-1")).unwrap();
        assert_eq!((&*decoded.text, decoded.was_guessed), ("café", false));
        let decoded = decode_text("café".as_bytes(), Some("utf-16")).unwrap();
        assert_eq!((&*decoded.text, decoded.encoding), ("café", "UTF-8"));
        let decoded = decode_text("café".as_bytes(), Some("klingon")).unwrap();
        assert_eq!(&*decoded.text, "café");
    }

    #[test]
    fn a_single_wrong_byte_does_not_turn_all_letters_wrong() {
        let mut bytes = "Türkiye – Österreich – Côte d'Ivoire – ".as_bytes().to_vec();
        bytes.push(0xE9);
        let decoded = decode_text(&bytes, None).unwrap();
        assert!(decoded.has_faults && decoded.text.starts_with("Türkiye"), "{decoded:?}");
        let mut remarks = Remarks::default();
        decoded.report(&mut remarks);
        assert_eq!(remarks.groups().next().unwrap().examples[0].spot, Spot::at(1, 40));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        for bytes in [&b""[..], b" \n\t", b"\xEF\xBB\xBF", b"\xFF\xFE", b"PK\x03\x04\0\0\0\x08"] {
            assert!(decode_text(bytes, None).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn text_of_four_bytes_a_letter_is_named() {
        let letters = |to: fn(u32) -> [u8; 4], text: &str| -> Vec<u8> {
            text.chars().flat_map(|letter| to(u32::from(letter))).collect()
        };
        for text in ["\u{FEFF}source,target\nñ", "source,target\nñ,b\n"] {
            for to in [u32::to_le_bytes, u32::to_be_bytes] {
                let error = decode_text(&letters(to, text), None).unwrap_err();
                assert!(error.message.contains("UTF-32"), "{error}");
                let error = super::super::decode(&letters(to, text)).unwrap_err();
                assert!(error.message.contains("UTF-32"), "{error}");
            }
        }
    }

    #[test]
    fn some_zeros_make_no_utf_16() {
        let error = decode_text(b"source,target\na\0b,c\0\n\0,\0\n", None).unwrap_err();
        assert!(error.message.contains("isn't text"), "{error}");
        let text = "a\0".repeat(20) + &"bc".repeat(20);
        assert!(decode_text(text.as_bytes(), None).is_err());
    }
}
