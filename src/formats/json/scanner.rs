//! The tokens of JSON text: strings, numbers and words.

use std::borrow::Cow;

use super::escapes::decode;
use super::plain_bytes;
use super::tree::Value;
use crate::formats::problems::shorten;

/// The remedy for a text that ends too early.
const CUT_OFF: &str = "The file looks cut off; fetch or save it again.";

/// Why a text isn't JSON.
#[derive(Debug, PartialEq)]
pub struct JsonError {
    /// Where, as a byte offset.
    pub at: usize,
    /// A predicate whose subject is the place.
    pub message: String,
    /// What the user can do.
    pub remedy: &'static str,
}

/// A position in a text, which moves on as tokens are taken.
pub struct Scanner<'a> {
    text: &'a str,
    /// The byte offset of the next token.
    pub at: usize,
}

impl<'a> Scanner<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Takes a string, whose opening quotation mark is next.
    pub fn string(&mut self) -> Result<Cow<'a, str>, JsonError> {
        let begin = self.at + 1;
        let end = begin + plain_bytes::count(self.bytes().get(begin..).unwrap_or_default());
        // Nearly all strings are plain to their end.
        if self.bytes().get(end) == Some(&b'"') {
            self.at = end + 1;
            return Ok(Cow::Borrowed(self.text.get(begin..end).unwrap_or_default()));
        }
        self.string_with_escapes()
    }

    fn string_with_escapes(&mut self) -> Result<Cow<'a, str>, JsonError> {
        let begin = self.at + 1;
        self.at = begin;
        loop {
            self.at += plain_bytes::count(self.bytes().get(self.at..).unwrap_or_default());
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => self.at += 2,
                Some(byte) => {
                    return Err(self.error(
                        format!("has the control character {byte:#04x} inside a text"),
                        "Write a line break as \\n and a tab as \\t.",
                    ));
                }
                None => {
                    self.at = self.text.len();
                    return Err(self.unexpected("the closing quotation mark of a text", CUT_OFF));
                }
            }
        }
        let inner = self.text.get(begin..self.at).unwrap_or_default();
        self.at += 1;
        decode(inner).map(Cow::Owned).map_err(|at| {
            let escape: String = inner.get(at..).unwrap_or_default().chars().take(2).collect();
            JsonError {
                at: begin + at,
                message: format!("has “{escape}” in a text, an escape that JSON doesn't know"),
                remedy: "Write a backslash itself as \\\\; after one stands \" \\ / b f n r t, or u and four digits.",
            }
        })
    }

    /// Takes a number, as it is written.
    pub fn number(&mut self) -> Result<&'a str, JsonError> {
        let start = self.at;
        self.eat_byte(b'-');
        if self.peek() == Some(b'I') && self.rest().starts_with("Infinity") {
            self.at += "Infinity".len();
            return Ok(self.text.get(start..self.at).unwrap_or_default());
        }
        let zero = self.peek() == Some(b'0');
        let mut well_formed = match self.skip_digits() {
            0 => false,
            count => !zero || count == 1,
        };
        if self.eat_byte(b'.') {
            well_formed &= self.skip_digits() > 0;
        }
        if self.eat_byte(b'e') || self.eat_byte(b'E') {
            let _sign = self.eat_byte(b'+') || self.eat_byte(b'-');
            well_formed &= self.skip_digits() > 0;
        }
        let raw = self.text.get(start..self.at).unwrap_or_default();
        if well_formed {
            return Ok(raw);
        }
        Err(JsonError {
            at: start,
            message: format!("has “{}” where a number is expected", shorten(raw)),
            remedy: "A number is written like 12, -0.5 or 1e3.",
        })
    }

    /// Takes a value that is a word; `expected` says what may stand there.
    pub fn word(&mut self, expected: &str) -> Result<Value<'a>, JsonError> {
        const WORDS: [(&str, Value<'static>); 5] = [
            ("true", Value::Flag(true)),
            ("false", Value::Flag(false)),
            ("null", Value::Null),
            ("NaN", Value::Number("NaN")),
            ("Infinity", Value::Number("Infinity")),
        ];
        let length = self.rest().bytes().take_while(u8::is_ascii_alphanumeric).count();
        let found = self.rest().get(..length).unwrap_or_default();
        for (word, value) in WORDS {
            if word == found {
                self.at += length;
                return Ok(value);
            }
        }
        if self.text.get(..self.at).is_some_and(|before| before.trim().is_empty()) {
            let message = format!("has “{}” where {expected} is expected", shorten(found));
            let remedy = "Take out what stands before the first bracket and behind the last one.";
            return Err(self.error(message, remedy));
        }
        Err(self.error(
            format!("has “{}” where {expected} is expected", shorten(found)),
            "JSON puts texts in double quotation marks, and writes true, false and null in small \
             letters.",
        ))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// What was taken since a byte offset.
    pub fn since(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// The whole text.
    pub fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    /// The next byte.
    pub fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space.
    pub fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn skip_digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|b| b.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn eat_byte(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    /// Skips white space, and a byte if it follows; says whether it did.
    pub fn eat(&mut self, byte: u8) -> bool {
        self.skip_space();
        self.eat_byte(byte)
    }

    /// An error at the next token.
    pub fn error(&self, message: String, remedy: &'static str) -> JsonError {
        JsonError { at: self.at, message, remedy }
    }

    /// An error that says what is expected in place of the next character.
    pub fn unexpected(&self, expected: &str, remedy: &'static str) -> JsonError {
        match self.rest().chars().next() {
            Some(found) => {
                self.error(format!("has “{found}” where {expected} is expected"), remedy)
            }
            None => self.error(format!("ends the file where {expected} is expected"), CUT_OFF),
        }
    }
}
