//! Steps over a value without making anything of it: several times as fast as parsing it.
//!
//! It accepts nothing that the parser refuses, but not all that the parser accepts. Where it gives up, the
//! parser decides, and says what is wrong and where.

use arrayvec::ArrayVec;

use super::plain_bytes;
use crate::formats::limits::MAX_DEPTH;

/// The end of the value that begins at a byte, and how many values lie in it, itself included; `None` where
/// the parser must decide. `depth` says in how many lists and records the value lies.
pub fn skip(bytes: &[u8], at: usize, depth: usize) -> Option<(usize, usize)> {
    Skipper { bytes, at, depth, open: ArrayVec::new(), values: 0 }.run()
}

struct Skipper<'a> {
    bytes: &'a [u8],
    at: usize,
    depth: usize,
    /// The closing brackets that are waited for.
    open: ArrayVec<u8, MAX_DEPTH>,
    values: usize,
}

impl Skipper<'_> {
    fn run(mut self) -> Option<(usize, usize)> {
        loop {
            self.values += 1;
            if self.begins_value()? && !self.ends_value()? {
                return Some((self.at, self.values));
            }
        }
    }

    /// Steps over a plain value or an opening bracket. Says whether a value is over: a list may begin with
    /// another one.
    fn begins_value(&mut self) -> Option<bool> {
        match self.peek()? {
            b'"' => self.string()?,
            b'{' => return self.enter(b'}'),
            b'[' => return self.enter(b']'),
            b't' => self.word(b"true")?,
            b'f' => self.word(b"false")?,
            b'n' => self.word(b"null")?,
            _ => self.number()?,
        }
        Some(true)
    }

    /// Steps over what follows a value. Says whether another one does.
    fn ends_value(&mut self) -> Option<bool> {
        loop {
            let Some(bracket) = self.open.last().copied() else { return Some(false) };
            self.space();
            let found = self.peek()?;
            self.at += 1;
            if found == b',' {
                self.space();
                if bracket == b'}' {
                    self.name()?;
                }
                return Some(true);
            }
            if found != bracket {
                return None;
            }
            self.open.pop();
        }
    }

    fn enter(&mut self, bracket: u8) -> Option<bool> {
        if self.depth + self.open.len() >= MAX_DEPTH {
            return None;
        }
        self.at += 1;
        self.space();
        if self.peek()? == bracket {
            self.at += 1;
            return Some(true);
        }
        self.open.try_push(bracket).ok()?;
        if bracket == b'}' {
            self.name()?;
        }
        Some(false)
    }

    /// Steps over a field's name and the colon.
    fn name(&mut self) -> Option<()> {
        self.string()?;
        self.space();
        self.byte(b':')?;
        self.space();
        Some(())
    }

    fn string(&mut self) -> Option<()> {
        self.byte(b'"')?;
        loop {
            let rest = self.bytes.get(self.at..)?;
            let length = plain_bytes::count(rest);
            self.at += length + 1;
            match rest.get(length)? {
                b'"' => return Some(()),
                b'\\' => self.escape()?,
                _ => return None,
            }
        }
    }

    fn escape(&mut self) -> Option<()> {
        let letter = self.peek()?;
        self.at += 1;
        if letter != b'u' {
            return matches!(letter, b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't')
                .then_some(());
        }
        let digits = self.bytes.get(self.at..self.at + 4)?;
        self.at += 4;
        // Halves of a pair are the parser's.
        let is_half = matches!(digits, [b'd' | b'D', b'8' | b'9' | b'a'..=b'f' | b'A'..=b'F', ..]);
        (!is_half && digits.iter().all(u8::is_ascii_hexdigit)).then_some(())
    }

    fn number(&mut self) -> Option<()> {
        self.at += usize::from(self.peek()? == b'-');
        match self.peek()? {
            b'0' => self.at += 1,
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek()?, b'+' | b'-'));
            self.digits()?;
        }
        Some(())
    }

    /// Steps over at least one digit.
    fn digits(&mut self) -> Option<()> {
        let rest = self.bytes.get(self.at..)?;
        let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += count;
        (count > 0).then_some(())
    }

    fn word(&mut self, word: &[u8]) -> Option<()> {
        self.bytes.get(self.at..)?.starts_with(word).then(|| self.at += word.len())
    }

    fn byte(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::json::parse;

    proptest! {
        #[test]
        fn what_it_steps_over_the_parser_accepts(
            text in r#"([\[\]{},: ]|"a":|"a"|"\\n"|"\\x"|"\\ud800"|"\\u00e"|"\\uD7ff"|0|-1\.5e2|1e|01|-|true|nul|null|é){0,12}"#,
        ) {
            if let Some((end, _)) = skip(text.as_bytes(), 0, 0) {
                prop_assert!(parse(&text[..end]).is_ok(), "{text}");
            }
        }

        #[test]
        fn it_steps_over_all_that_is_plain(json in r#"(\[(1|"a\\n"|\{"b" : \[\]\}|\[\]), -0\.5E\+7, \{\}, null\])"#) {
            let text = format!("{json} ,");
            prop_assert_eq!(skip(text.as_bytes(), 0, 0).map(|(end, _)| end), Some(json.len()));
        }
    }

    #[test]
    fn values_are_counted_and_depth_is_limited() {
        assert_eq!(skip(br#"x[1, {"a": [true]}] "#, 1, 0), Some((19, 5)));
        assert_eq!(skip(b"[[]]", 0, MAX_DEPTH - 1), None);
        assert_eq!(skip(b"[[]]", 0, MAX_DEPTH - 2), Some((4, 2)));
    }
}
