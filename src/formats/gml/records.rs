//! The lists of GML as records: what they hold, however deep, by the path of its keys.

use std::borrow::Cow;

use super::scanner::{Scanner, Token};
use crate::formats::limits::MAX_DEPTH;
use crate::formats::problems::OpenError;
use crate::model::{Attribute, Color};

/// A plain value.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain<'a> {
    /// A number as it is written.
    Number(&'a str),
    /// A text.
    Text(Cow<'a, str>),
    /// A word without quotation marks where an id is expected.
    Word(&'a str),
}

/// A value and its key; of a value in an inner list, the keys on the way to it with dots between.
pub struct Field<'a> {
    /// The key or the path.
    pub path: Cow<'a, str>,
    /// The value.
    pub value: Plain<'a>,
    /// Where the key or the value starts, as a byte offset.
    pub at: usize,
}

/// Reads the fields of a list whose opening bracket was taken, up to its closing one.
///
/// # Errors
/// When it isn't GML, or lists are nested too deeply.
pub fn read_list<'a>(
    scanner: &mut Scanner<'a>,
    mut add: impl FnMut(Field<'a>),
) -> Result<(), OpenError> {
    let mut path = String::new();
    let mut starts = Vec::new();
    loop {
        let key = match scanner.next()? {
            Token::Word(key) => key,
            Token::Close => match starts.pop() {
                Some(start) => {
                    path.truncate(start);
                    continue;
                }
                None => return Ok(()),
            },
            other => return Err(scanner.unexpected(&other, "a key or “]”")),
        };
        let at = scanner.start;
        match read_value(scanner, key)? {
            Some(value) => add(Field { path: joined(&path, key), value, at }),
            None => {
                if starts.len() + 2 >= MAX_DEPTH {
                    let message = format!("lies more than {MAX_DEPTH} lists deep");
                    let remedy = "No graph needs such depth; check the program that made the file.";
                    return Err(scanner.error_at(at, message, remedy));
                }
                starts.push(path.len());
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
        }
    }
}

/// A path and one more key; a path that is very long is left out.
fn joined<'a>(path: &str, key: &'a str) -> Cow<'a, str> {
    /// The most bytes of a path.
    const LONGEST: usize = 1000;
    if path.is_empty() || path.len() > LONGEST {
        return key.into();
    }
    format!("{path}.{key}").into()
}

/// The value of a key; `None` where a list begins.
///
/// # Errors
/// When there is no value.
pub fn read_value<'a>(
    scanner: &mut Scanner<'a>,
    key: &str,
) -> Result<Option<Plain<'a>>, OpenError> {
    Ok(match scanner.next()? {
        Token::Open => None,
        Token::Number(raw) => Some(Plain::Number(raw)),
        Token::Text(text) => Some(Plain::Text(text)),
        Token::Word(word) if word.parse::<f64>().is_ok() => Some(Plain::Number(word)),
        // Gephi knows ids that are words.
        Token::Word(word) if is_id(key) => Some(Plain::Word(word)),
        other => {
            let expected = "a number, a text in quotation marks or a list";
            return Err(scanner.unexpected(&other, expected));
        }
    })
}

fn is_id(key: &str) -> bool {
    ["id", "source", "target"].iter().any(|name| key.eq_ignore_ascii_case(name))
}

impl<'a> Plain<'a> {
    /// The value as text.
    pub fn into_text(self) -> Cow<'a, str> {
        match self {
            Self::Number(raw) | Self::Word(raw) => raw.into(),
            Self::Text(text) => text,
        }
    }

    /// The value as a finite number.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Number(raw) => raw.parse().ok().filter(|number: &f64| number.is_finite()),
            Self::Text(_) | Self::Word(_) => None,
        }
    }

    /// The value as an attribute; a number that isn't finite stays a text.
    pub fn into_attribute(self) -> Attribute {
        match self.number() {
            Some(number) => Attribute::Number(number),
            None => Attribute::Text(self.into_text().into()),
        }
    }

    /// The value as a colour.
    pub fn color(&self) -> Option<Color> {
        match self {
            Self::Text(text) => text.trim().parse().ok(),
            Self::Number(_) | Self::Word(_) => None,
        }
    }
}
