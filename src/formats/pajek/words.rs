//! The words of a line of Pajek.

use std::borrow::Cow;

/// A word of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Word<'a> {
    /// What it says, without its quotes or brackets.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub form: Form,
}

/// How a word was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it is.
    Plain,
    /// In quotes.
    Quoted,
    /// In square brackets, which hold times.
    Times,
}

impl Word<'_> {
    /// Its number, if it is one and not in quotes.
    pub fn number(&self) -> Option<f64> {
        let number = self.text.parse::<f64>().ok().filter(|number| number.is_finite());
        number.filter(|_| self.form == Form::Plain)
    }
}

/// The words of a line, of which a comment is none; the byte of a quote that isn't closed otherwise.
pub fn words(line: &str) -> Result<Vec<Word<'_>>, usize> {
    let mut words = Vec::new();
    let mut at = 0;
    // So that no bracket without an end is looked for again and again.
    let last_bracket = line.rfind(']').unwrap_or_default();
    loop {
        let rest = line.get(at..).unwrap_or_default();
        let start = rest.len() - rest.trim_start().len();
        let rest = rest.get(start..).unwrap_or_default();
        at += start;
        let Some(first) = rest.chars().next().filter(|first| *first != '%') else {
            return Ok(words);
        };
        let inside = rest.get(1..).unwrap_or_default();
        let (text, form, length) = match first {
            '"' => {
                let end = inside.find('"').ok_or(at)?;
                (inside.get(..end).unwrap_or_default(), Form::Quoted, end + 2)
            }
            '[' if at < last_bracket => {
                let end = inside.find(']').unwrap_or_default();
                (inside.get(..end).unwrap_or_default(), Form::Times, end + 2)
            }
            _ => {
                let ends = |letter: char| letter.is_whitespace() || letter == '"';
                let end = rest.find(ends).unwrap_or(rest.len());
                (rest.get(..end).unwrap_or_default(), Form::Plain, end)
            }
        };
        at += length;
        words.push(Word { text: with_characters(text), form });
    }
}

/// Pajek writes characters that its encoding hasn't as `&#233;`, and the end of a line as `\n`.
fn with_characters(text: &str) -> Cow<'_, str> {
    // Nearly all words have neither of these bytes, for which one search is enough.
    let is_plain = memchr::memchr2(b'&', b'\\', text.as_bytes()).is_none();
    if is_plain || !text.contains("&#") && !text.contains("\\n") {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    let mut parts = text.split("&#");
    shown.push_str(&parts.next().unwrap_or_default().replace("\\n", "\n"));
    for part in parts {
        let end = part.bytes().take(9).position(|byte| byte == b';').unwrap_or_default();
        let code = part.get(..end).and_then(|digits| digits.parse().ok());
        let rest = match code.and_then(char::from_u32).zip(part.get(end + 1..)) {
            Some((letter, rest)) => {
                shown.push(letter);
                rest
            }
            None => {
                shown.push_str("&#");
                part
            }
        };
        shown.push_str(&rest.replace("\\n", "\n"));
    }
    Cow::Owned(shown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_plain_or_in_quotes_or_times() {
        let shown = |line| -> Vec<String> {
            words(line).expect(line).into_iter().map(|word| word.text.into_owned()).collect()
        };
        assert_eq!(shown(" 1 \"a b\" 0.5\t[1-3, 5] x % c"), ["1", "a b", "0.5", "1-3, 5", "x"]);
        assert_eq!(shown("1 \"\" [x"), ["1", "", "[x"]);
        assert_eq!(shown("\"K&#246;ln &#; &#x; &\\nb\""), ["Köln &#; &#x; &\nb"]);
        assert_eq!(words("1 \"a").err(), Some(2));
    }
}
