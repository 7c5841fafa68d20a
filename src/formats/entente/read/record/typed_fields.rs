//! Fields of one type: texts, numbers, dates, colours, words, lists.

use std::borrow::Cow;

use super::{LEFT_OUT, RecordReader, as_f32, describe, truncate_text};
use crate::formats::entente::enum_words::EnumWord;
use crate::formats::json::{Node, Value};
use crate::formats::problems::{Problems, shorten};
use crate::model::{Color, DateError, PartialDate, Point};

impl<'a> RecordReader<'a> {
    /// Takes a text and its byte offset; one that is too long is truncated and reported.
    pub fn text_at(&mut self, name: &str, problems: &mut Problems) -> Option<(u32, String)> {
        let node = self.take_field(name)?;
        let at = node.at;
        let text = self.convert(node, name, "a text", problems, |value| match value {
            Value::Text(text) => Ok(text),
            other => Err(other),
        })?;
        Some((at, truncate_text(text, at, || self.path.field(name), problems)))
    }

    /// Takes a text; empty if there is none.
    pub fn text(&mut self, name: &str, problems: &mut Problems) -> String {
        self.text_at(name, problems).map(|(_, text)| text).unwrap_or_default()
    }

    /// Takes true or false; false if there is none.
    pub fn flag(&mut self, name: &str, problems: &mut Problems) -> bool {
        let Some(node) = self.take_field(name) else { return false };
        let flag = self.convert(node, name, "true or false", problems, |value| match value {
            Value::Flag(flag) => Ok(flag),
            other => Err(other),
        });
        flag.unwrap_or(false)
    }

    /// Takes a list.
    pub fn list(&mut self, name: &str, problems: &mut Problems) -> Vec<Node<'a>> {
        let Some(node) = self.take_field(name) else { return Vec::new() };
        let list = self.convert(node, name, "a list “[ … ]”", problems, |value| match value {
            Value::List(nodes) => Ok(nodes),
            other => Err(other),
        });
        list.unwrap_or_default()
    }

    /// Takes a list of texts; those that are too long are truncated and reported.
    pub fn texts(&mut self, name: &'static str, problems: &mut Problems) -> Vec<String> {
        let path = self.path;
        let mut texts = Vec::new();
        self.each_text(name, problems, |_, at, text, problems| {
            texts.push(truncate_text(text, at, || path.field(name), problems));
        });
        texts
    }

    /// Takes a list of texts and hands on each with its index in the list and its byte offset.
    pub fn each_text(
        &mut self,
        name: &'static str,
        problems: &mut Problems,
        mut hand_on: impl FnMut(usize, u32, Cow<'a, str>, &mut Problems),
    ) {
        for (index, node) in self.list(name, problems).into_iter().enumerate() {
            if let Value::Text(text) = node.value {
                hand_on(index, node.at, text, problems);
            } else {
                let message = format!("has {} where a text is expected", describe(&node.value));
                let path = self.path.item(name, index).to_text();
                let remedy = "Put it in quotation marks.";
                problems.lose(node.at, path, message, "It was left out.", remedy);
            }
        }
    }

    /// Takes a number that `fits` accepts; `range` says in words which those are.
    pub fn number(
        &mut self,
        name: &str,
        range: &str,
        fits: impl Fn(f32) -> bool,
        problems: &mut Problems,
    ) -> Option<f32> {
        let node = self.take_field(name)?;
        self.convert(node, name, range, problems, |value| {
            as_f32(&value).filter(|number| fits(*number)).ok_or(value)
        })
    }

    /// Takes a list of two numbers that `fits` accepts; `expected` says in words which those are.
    pub fn point(
        &mut self,
        name: &str,
        expected: &str,
        fits: impl Fn(Point) -> bool,
        problems: &mut Problems,
    ) -> Option<Point> {
        let node = self.take_field(name)?;
        self.convert(node, name, expected, problems, |value| {
            let Value::List(numbers) = &value else { return Err(value) };
            let [x, y] = numbers.as_slice() else { return Err(value) };
            match (as_f32(&x.value), as_f32(&y.value)) {
                (Some(x), Some(y)) if fits(Point::new(x, y)) => Ok(Point::new(x, y)),
                _ => Err(value),
            }
        })
    }

    /// Takes a date.
    pub fn date(&mut self, name: &str, problems: &mut Problems) -> Option<PartialDate> {
        let node = self.take_field(name)?;
        let text = match node.value {
            Value::Text(text) => text,
            // A bare year is a number to many programs that write files.
            Value::Number(raw) => Cow::Borrowed(raw),
            other => {
                let node = Node { at: node.at, value: other };
                return self.convert(node, name, "a date", problems, Err);
            }
        };
        let message = match text.parse() {
            Ok(date) => return Some(date),
            Err(DateError::Form) => {
                let text = shorten(&text);
                format!("has “{text}” where a date such as 2024, 2024-06 or 2024-06-19 is expected")
            }
            Err(fault) => format!("has the date “{}”, but {fault}", shorten(&text)),
        };
        problems.lose(node.at, self.path.field(name), message, LEFT_OUT, "Correct the date.");
        None
    }

    /// Takes a colour.
    pub fn color(&mut self, name: &str, problems: &mut Problems) -> Option<Color> {
        let node = self.take_field(name)?;
        self.convert(node, name, "a colour such as “#1B6CA8”", problems, |value| match &value {
            Value::Text(text) => text.parse().map_err(|_| value),
            _ => Err(value),
        })
    }

    /// Takes a word for one of the values of an enumeration.
    pub fn word<W: EnumWord>(&mut self, name: &str, problems: &mut Problems) -> Option<W> {
        let node = self.take_field(name)?;
        if let Value::Text(text) = &node.value {
            if let Some(word) = W::from_word(text) {
                return Some(word);
            }
            let words: Vec<Cow<'_, str>> = W::VALUES.iter().map(|word| word.to_word()).collect();
            self.lose_unknown_word(node.at, name, text, W::EXPECTED, &words, problems);
            return None;
        }
        self.convert(node, name, W::EXPECTED, problems, Err)
    }

    /// Reports a word that is none of the expected `words`; `expected` says what they stand for.
    pub fn lose_unknown_word(
        &self,
        at: u32,
        name: &str,
        text: &str,
        expected: &str,
        words: &[impl AsRef<str>],
        problems: &mut Problems,
    ) {
        let message = format!("has “{}” where {expected} is expected", shorten(text));
        let listed: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let all = format!("It is one of {}.", listed.join(", "));
        let remedy = problems.suggestion(text, listed.into_iter(), &all);
        problems.lose(at, self.path.field(name), message, LEFT_OUT, remedy);
    }
}
