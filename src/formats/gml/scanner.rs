//! The tokens of GML: keys, numbers, texts, and the brackets of lists.

use std::borrow::Cow;

use super::entities;
use crate::formats::problems::{LineCounter, OpenError, Spot, shorten};

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// A key, or where a value is expected a word without quotation marks.
    Word(&'a str),
    /// A number as it is written.
    Number(&'a str),
    /// A text, without its quotation marks and with its entities as characters.
    Text(Cow<'a, str>),
    /// `[`
    Open,
    /// `]`
    Close,
    /// The end of the file.
    End,
}

/// Takes tokens from a text, one after the other.
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    /// Where the last token started, as a byte offset.
    pub start: usize,
    lines: LineCounter<'a>,
    /// Whether a quotation mark ends a text only where what follows can follow a text.
    pub allows_inner_quotes: bool,
    /// Where texts start that have quotation marks in them.
    pub inner_quotes: Vec<usize>,
}

impl<'a> Scanner<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str, allows_inner_quotes: bool) -> Self {
        let lines = LineCounter::new(text);
        Self { text, at: 0, start: 0, lines, allows_inner_quotes, inner_quotes: Vec::new() }
    }

    /// The length of the text in bytes.
    pub const fn length(&self) -> usize {
        self.text.len()
    }

    /// Where a byte offset lies.
    pub fn spot(&mut self, at: usize) -> Spot {
        let (line, column) = self.lines.go_to(at);
        Spot::at(line, column)
    }

    /// An error at a byte offset.
    pub fn error_at(&self, at: usize, message: impl Into<String>, remedy: &str) -> OpenError {
        OpenError::at_byte(self.text, at, "", message, remedy)
    }

    /// An error at the last token, which isn't what is expected.
    pub fn unexpected(&self, found: &Token<'_>, expected: &str) -> OpenError {
        if *found == Token::End {
            let message = format!("ends the file where {expected} is expected");
            let remedy = "The file looks cut off; fetch or save it again.";
            return self.error_at(self.start, message, remedy);
        }
        let found = shorten(self.text.get(self.start..self.at).unwrap_or_default());
        let message = format!("has “{found}” where {expected} is expected");
        self.error_at(self.start, message, "Correct the file there, or save it again as GML.")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over white space and comments, which go from `#` to the end of the line.
    fn skip_space(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            match byte {
                byte if byte.is_ascii_whitespace() || *byte == 0x0B => self.at += 1,
                b'#' => {
                    let rest = bytes.get(self.at..).unwrap_or_default();
                    let length = rest.iter().position(|byte| *byte == b'\n');
                    self.at += length.unwrap_or(rest.len());
                }
                _ => break,
            }
        }
    }

    /// The next token.
    ///
    /// # Errors
    /// When there is none: a text doesn't end, or a character begins nothing.
    pub fn next(&mut self) -> Result<Token<'a>, OpenError> {
        self.skip_space();
        self.start = self.at;
        match self.peek() {
            None => Ok(Token::End),
            Some(b'[') => Ok(self.single(Token::Open)),
            Some(b']') => Ok(self.single(Token::Close)),
            Some(b'"') => self.text_token().map(Token::Text),
            Some(b'+' | b'-' | b'.' | b'0'..=b'9') => self.number(),
            Some(byte) if byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80 => {
                Ok(Token::Word(self.word()))
            }
            Some(_) => {
                self.at += 1;
                Err(self.unexpected(&Token::Word(""), "a key, a value or a bracket"))
            }
        }
    }

    fn single(&mut self, token: Token<'a>) -> Token<'a> {
        self.at += 1;
        token
    }

    fn word(&mut self) -> &'a str {
        self.skip(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80);
        self.text.get(self.start..self.at).unwrap_or_default()
    }

    fn skip(&mut self, belongs: impl Fn(u8) -> bool) -> usize {
        let start = self.at;
        while self.peek().is_some_and(&belongs) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Result<Token<'a>, OpenError> {
        let _signs = self.skip(|byte| matches!(byte, b'+' | b'-'));
        if self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) {
            self.skip(|byte| byte.is_ascii_alphabetic());
        } else {
            self.skip(|byte| byte.is_ascii_digit() || byte == b'.');
            self.skip_exponent();
        }
        let raw = self.text.get(self.start..self.at).unwrap_or_default();
        match raw.parse::<f64>() {
            Ok(_) => Ok(Token::Number(raw)),
            Err(_) => Err(self.unexpected(&Token::Number(raw), "a number")),
        }
    }

    /// Passes over `e` and a number; what only begins like it is the next key.
    fn skip_exponent(&mut self) {
        let before = self.at;
        if self.skip(|byte| matches!(byte, b'e' | b'E')) == 1 {
            self.skip(|byte| matches!(byte, b'+' | b'-'));
            if self.skip(|byte| byte.is_ascii_digit()) > 0 {
                return;
            }
        }
        self.at = before;
    }

    fn text_token(&mut self) -> Result<Cow<'a, str>, OpenError> {
        let bytes = self.text.as_bytes();
        let mut end = self.start + 1;
        let mut has_quotes = false;
        loop {
            let rest = bytes.get(end..).unwrap_or_default();
            let Some(length) = rest.iter().position(|byte| *byte == b'"') else {
                self.at = self.text.len();
                self.start = self.at;
                return Err(self.unexpected(&Token::End, "the closing quotation mark of a text"));
            };
            end += length;
            if !self.allows_inner_quotes || may_follow(bytes.get(end + 1..).unwrap_or_default()) {
                break;
            }
            has_quotes = true;
            end += 1;
        }
        if has_quotes {
            self.inner_quotes.push(self.start);
        }
        self.at = end + 1;
        Ok(entities::decode(self.text.get(self.start + 1..end).unwrap_or_default()))
    }
}

/// Whether this can follow the quotation mark that ends a text: the end of a line or of the list, or a key
/// and its value.
fn may_follow(rest: &[u8]) -> bool {
    /// The longest key that is looked for.
    const KEY: usize = 100;
    let space =
        |bytes: &[u8]| bytes.iter().take(KEY).take_while(|b| matches!(b, b' ' | b'\t')).count();
    let rest = rest.get(space(rest)..).unwrap_or_default();
    if matches!(rest.first(), None | Some(b'\n' | b'\r' | b']' | b'#')) {
        return true;
    }
    let key = rest.iter().take(KEY).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let after = rest.get(key..).unwrap_or_default();
    let gap = space(after);
    let value = after.get(gap);
    let begins_list = matches!(value, Some(b'['));
    key > 0 && (begins_list || gap > 0 && matches!(value, Some(b'"' | b'0'..=b'9' | b'+' | b'-')))
}

/// Whether the first bytes of a file are those of GML: keys and plain values, then a list called `graph`.
pub fn begins_graph(bytes: &[u8]) -> bool {
    /// The list is expected within this many bytes and tokens.
    const HEAD: usize = 4096;
    const TOKENS: usize = 40;
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    // In UTF-16 every second byte of what is looked for is 0; other letters don't matter here.
    let head: String = head
        .iter()
        .filter(|byte| byte.is_ascii() && **byte != 0)
        .map(|byte| *byte as char)
        .collect();
    let mut scanner = Scanner::new(&head, false);
    for _ in 0..TOKENS {
        let Ok(Token::Word(key)) = scanner.next() else { return false };
        match scanner.next() {
            Ok(Token::Open) => return key.eq_ignore_ascii_case("graph"),
            Ok(Token::Number(_) | Token::Text(_)) => {}
            _ => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str, allows_inner_quotes: bool) -> Vec<Token<'_>> {
        let mut scanner = Scanner::new(text, allows_inner_quotes);
        let mut tokens = Vec::new();
        while let Ok(token) = scanner.next() {
            if token == Token::End {
                break;
            }
            tokens.push(token);
        }
        tokens
    }

    #[test]
    fn tokens_need_no_space_between_them() {
        use Token::{Close, Number, Open, Text, Word};
        let found = tokens("a[b-1c\"x\"d 2.5e-3#no\nnan -Inf e 1e]", false);
        let expected = [
            Word("a"),
            Open,
            Word("b"),
            Number("-1"),
            Word("c"),
            Text("x".into()),
            Word("d"),
            Number("2.5e-3"),
            Word("nan"),
            Number("-Inf"),
            Word("e"),
            Number("1"),
            Word("e"),
            Close,
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn quotation_marks_inside_texts_end_them_only_where_a_key_follows() {
        let text = "note \"1914; \"as coded\"\"\n label \"a\" id 3 note \"\" x \"b \"c\" d\" ]";
        let texts: Vec<_> = tokens(text, true)
            .into_iter()
            .filter_map(|token| match token {
                Token::Text(text) => Some(text.into_owned()),
                _ => None,
            })
            .collect();
        assert_eq!(texts, ["1914; \"as coded\"", "a", "", "b \"c\" d"]);
    }

    #[test]
    fn gml_is_recognised_by_its_list() {
        for (text, is_gml) in [
            ("# one\nCreator \"x\"\nVersion 1\ngraph\n[\n", true),
            ("\u{FEFF}Graph[", true),
            ("graph {", false),
            ("node [ id 1 ]", false),
            ("", false),
        ] {
            assert_eq!(begins_graph(text.as_bytes()), is_gml, "{text}");
        }
    }
}
