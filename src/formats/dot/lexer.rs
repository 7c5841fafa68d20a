//! Takes a DOT text apart into words and marks, as Graphviz does (`lib/cgraph/scan.l`).

use std::borrow::Cow;

use super::token::{Form, Id, Keyword, Token};
use crate::formats::problems::{OpenError, Place, Spot};

/// Takes a text apart, passing over each byte once.
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
    /// Where lines and columns have been counted to.
    counted: usize,
    spot: Spot,
    /// Where a numeral ran into a name, so that it was read as two words.
    split_numeral: Option<Spot>,
    /// Whether a comment of HTML was found to have no end, as none after it has.
    has_open_comment: bool,
}

impl<'a> Lexer<'a> {
    /// At the start of a text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            counted: 0,
            spot: Spot::at(1, 1),
            split_numeral: None,
            has_open_comment: false,
        }
    }

    /// The byte at which the next word starts at the earliest.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Where a numeral ran into a name since this was asked last.
    pub fn take_split_numeral(&mut self) -> Option<Spot> {
        self.split_numeral.take()
    }

    /// The next word or mark, and where it stands.
    ///
    /// # Errors
    /// When a text, a comment or HTML isn't closed.
    pub fn next(&mut self) -> Result<(Token<'a>, Spot), OpenError> {
        self.skip_blanks()?;
        let spot = self.spot_here();
        let Some(first) = self.rest().chars().next() else { return Ok((Token::End, spot)) };
        let token = match first {
            '"' => self.quoted(spot)?,
            '<' => self.html(spot)?,
            '-' if self.rest().starts_with("--") => self.edge(false),
            '-' if self.rest().starts_with("->") => self.edge(true),
            '-' | '.' | '0'..='9' => self.numeral(spot).unwrap_or_else(|| self.mark(first)),
            'a'..='z' | 'A'..='Z' | '_' | '\u{80}'.. => self.name(),
            _ => self.mark(first),
        };
        Ok((token, spot))
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn byte(&self, offset: usize) -> Option<u8> {
        self.text.as_bytes().get(self.at + offset).copied()
    }

    /// Passes over blanks and comments.
    fn skip_blanks(&mut self) -> Result<(), OpenError> {
        loop {
            match self.byte(0) {
                Some(b' ' | b'\t' | b'\r' | b'\n' | 0x0B | 0x0C) => self.at += 1,
                Some(b'#') => self.skip_line(),
                Some(b'/') if self.byte(1) == Some(b'/') => self.skip_line(),
                Some(b'/') if self.byte(1) == Some(b'*') => {
                    let spot = self.spot_here();
                    let length = self.rest().get(2..).and_then(|rest| rest.find("*/"));
                    let length = length.ok_or_else(|| {
                        unclosed(spot, "begins a comment that doesn't end", "Add “*/” at its end.")
                    })?;
                    self.at += length + 4;
                }
                Some(0xEF) if self.rest().starts_with('\u{FEFF}') => self.at += 3,
                _ => return Ok(()),
            }
        }
    }

    fn skip_line(&mut self) {
        let rest = self.rest();
        self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
    }

    /// The line and column of the next byte.
    fn spot_here(&mut self) -> Spot {
        let passed = self.text.get(self.counted..self.at).unwrap_or_default().as_bytes();
        for (index, byte) in passed.iter().enumerate() {
            match byte {
                b'\r' if passed.get(index + 1) == Some(&b'\n') => {}
                b'\n' | b'\r' => self.spot = Spot::at(self.spot.line + 1, 1),
                // Further bytes of a character that was counted with its first one.
                0x80..=0xBF => {}
                _ => self.spot.column += 1,
            }
        }
        self.counted = self.at;
        self.spot
    }

    fn mark(&mut self, mark: char) -> Token<'a> {
        self.at += mark.len_utf8();
        Token::Mark(mark)
    }

    fn edge(&mut self, directed: bool) -> Token<'a> {
        self.at += 2;
        Token::Edge { directed }
    }

    fn plain(&mut self, length: usize) -> &'a str {
        let text = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        text
    }

    fn name(&mut self) -> Token<'a> {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
        let length = self.rest().bytes().take_while(is_inside).count();
        let name = self.plain(length);
        match Keyword::of(name) {
            Some(keyword) => Token::Keyword(keyword),
            None => Token::Id(Id { text: Cow::Borrowed(name), form: Form::Plain }),
        }
    }

    /// `[-]?(.[0-9]+ | [0-9]+(.[0-9]*)?)`, or nothing where it is none.
    fn numeral(&mut self, spot: Spot) -> Option<Token<'a>> {
        let digits = |from: usize| {
            let rest = self.rest().as_bytes().get(from..).unwrap_or_default();
            rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
        };
        let sign = usize::from(self.byte(0) == Some(b'-'));
        let whole = digits(sign);
        let mut length = sign + whole;
        if self.byte(length) == Some(b'.') {
            let fraction = digits(length + 1);
            if whole + fraction == 0 {
                return None;
            }
            length += 1 + fraction;
        } else if whole == 0 {
            return None;
        }
        let runs_on = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80;
        if self.byte(length).is_some_and(runs_on) {
            self.split_numeral = Some(spot);
        }
        Some(Token::Id(Id { text: Cow::Borrowed(self.plain(length)), form: Form::Plain }))
    }

    /// A text in quotes, of which `\"` is a quote and a line that ends in `\` goes on.
    fn quoted(&mut self, spot: Spot) -> Result<Token<'a>, OpenError> {
        self.at += 1;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let length = rest.find(['"', '\\']).ok_or_else(|| {
                unclosed(spot, "begins a text that doesn't end", "Add “\"” at its end.")
            })?;
            let part = self.plain(length);
            append(&mut text, part);
            if self.byte(0) == Some(b'"') {
                self.at += 1;
                return Ok(Token::Id(Id { text, form: Form::Quoted }));
            }
            let (kept, length) = match (self.byte(1), self.byte(2)) {
                (Some(b'"'), _) => ("\"", 2),
                (Some(b'\\'), _) => ("\\\\", 2),
                (Some(b'\r'), Some(b'\n')) => ("", 3),
                (Some(b'\n'), _) => ("", 2),
                _ => ("\\", 1),
            };
            append(&mut text, kept);
            self.at += length;
        }
    }

    /// HTML in angle brackets, which lie inside one another.
    fn html(&mut self, spot: Spot) -> Result<Token<'a>, OpenError> {
        self.at += 1;
        let start = self.at;
        let mut depth = 1_usize;
        loop {
            let rest = self.rest();
            let length = rest.find(['<', '>']).ok_or_else(|| {
                unclosed(spot, "begins HTML that doesn't end", "Add “>” at its end.")
            })?;
            self.at += length;
            match (self.byte(0), self.html_comment()) {
                (_, Some(length)) => self.at += length,
                (Some(b'<'), _) => {
                    depth += 1;
                    self.at += 1;
                }
                _ => {
                    depth -= 1;
                    self.at += 1;
                }
            }
            if depth == 0 {
                let text = self.text.get(start..self.at - 1).unwrap_or_default();
                return Ok(Token::Id(Id { text: Cow::Borrowed(text), form: Form::Html }));
            }
        }
    }

    /// The length of the comment of HTML that begins here, if one does.
    fn html_comment(&mut self) -> Option<usize> {
        let inside = self.rest().strip_prefix("<!--").filter(|_| !self.has_open_comment)?;
        let length = inside.find("-->");
        self.has_open_comment = length.is_none();
        Some(length? + "<!---->".len())
    }
}

fn append<'a>(text: &mut Cow<'a, str>, part: &'a str) {
    if text.is_empty() {
        *text = Cow::Borrowed(part);
    } else if !part.is_empty() {
        text.to_mut().push_str(part);
    }
}

fn unclosed(spot: Spot, message: &str, remedy: &str) -> OpenError {
    refusal(spot, message, remedy)
}

/// A fault at a spot.
pub fn refusal(spot: Spot, message: impl Into<String>, remedy: &str) -> OpenError {
    let place = Place { line: spot.line, column: spot.column, path: String::new() };
    OpenError { place: Some(place), ..OpenError::of_whole_file(message, remedy) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let mut lexer = Lexer::new(text);
        let mut words = Vec::new();
        loop {
            match lexer.next().expect("words").0 {
                Token::End => return words,
                Token::Id(id) => words.push(id.text.into_owned()),
                other => words.push(other.shown()),
            }
        }
    }

    #[test]
    fn names_numerals_and_texts_are_told_apart() {
        assert_eq!(words("a -1.5 .5 5. \"x y\" ابن"), ["a", "-1.5", ".5", "5.", "x y", "ابن"]);
        assert_eq!(words("a--1 b->-2"), ["a", "“--”", "1", "b", "“->”", "-2"]);
        assert_eq!(words("3a"), ["3", "a"]);
        assert_eq!(words("- ."), ["“-”", "“.”"]);
        assert_eq!(words("GRAPH Strict"), ["the keyword “graph”", "the keyword “strict”"]);
    }

    #[test]
    fn texts_go_on_in_the_next_line_and_hold_quotes() {
        assert_eq!(words("\"a\\\nb\\\r\nc\""), ["abc"]);
        assert_eq!(words(r#""say \"no\" \\ \n""#), [r#"say "no" \\ \n"#]);
    }

    #[test]
    fn html_lies_inside_itself_and_has_comments() {
        assert_eq!(words("<a <b>c</b>> d"), ["a <b>c</b>", "d"]);
        assert_eq!(words("<<!-- > -->x> d"), ["<!-- > -->x", "d"]);
        assert_eq!(words("<# no comment // here>"), ["# no comment // here"]);
    }

    #[test]
    fn comments_are_passed_over() {
        assert_eq!(words("# 1 \"x.c\"\na // b\n/* c\n * d */ e # f"), ["a", "e"]);
    }

    #[test]
    fn spots_count_lines_of_every_kind_and_characters() {
        let mut lexer = Lexer::new("é é\r\n \"x\ny\" z\rw");
        let mut spots = Vec::new();
        loop {
            let (token, spot) = lexer.next().expect("words");
            if token == Token::End {
                break;
            }
            spots.push((spot.line, spot.column));
        }
        assert_eq!(spots, [(1, 1), (1, 3), (2, 2), (3, 4), (4, 1)]);
    }

    #[test]
    fn what_is_not_closed_is_refused_where_it_begins() {
        for text in ["a \"b", "a <b <c>", "a /* b", "a \"b\\", "a \"b\\\""] {
            let mut lexer = Lexer::new(text);
            lexer.next().expect("a name");
            let error = lexer.next().expect_err(text);
            assert_eq!(error.place.map(|place| (place.line, place.column)), Some((1, 3)), "{text}");
        }
    }
}
