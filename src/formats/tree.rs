//! JSON text as a tree that knows where each value stands.
//!
//! A parser of our own rather than `serde_json::Value`, because every message names line and column,
//! because a name given twice must not vanish in silence, and because one number that is too large
//! must not cost the whole file. The text of strings is still decoded by `serde_json`.
//!
//! It takes the JSON of RFC 8259 and, since programs write them, the words `NaN`, `Infinity` and
//! `-Infinity` as numbers: the field that has one is reported, and the rest is kept.

use std::borrow::Cow;
use std::collections::HashSet;

use super::limits::{MAX_DEPTH, MAX_VALUES};

/// A value and where it starts, in bytes from the start of the text.
#[derive(Debug, PartialEq)]
pub(super) struct Node<'a> {
    pub(super) at: u32,
    pub(super) value: Value<'a>,
}

/// A value. A number stays as it was written, for the reader of a field to give it its precision.
#[derive(Debug, PartialEq)]
pub(super) enum Value<'a> {
    Null,
    Flag(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
}

/// A named value of an object.
#[derive(Debug, PartialEq)]
pub(super) struct Member<'a> {
    pub(super) name: Cow<'a, str>,
    pub(super) node: Node<'a>,
}

/// A text as a tree.
#[derive(Debug)]
pub(super) struct Tree<'a> {
    pub(super) root: Node<'a>,
    /// Names that an object gives twice, and where the second stands; the tree holds the last.
    pub(super) repeated: Vec<(u32, String)>,
}

/// Why a text is no JSON: a predicate whose subject is the place, and what to do.
#[derive(Debug, PartialEq)]
pub(super) struct TreeFault {
    pub(super) at: usize,
    pub(super) message: String,
    pub(super) remedy: &'static str,
}

/// Reads a text of at most 64 MiB.
pub(super) fn parse(text: &str) -> Result<Tree<'_>, TreeFault> {
    let mut parser = Parser { text, at: 0, values: 0, repeated: Vec::new() };
    let root = parser.value(0, "a record that starts with “{”")?;
    parser.skip_space();
    match parser.peek() {
        None => Ok(Tree { root, repeated: parser.repeated }),
        Some(_) => Err(parser.unexpected("the end of the file", "Take out what follows the map.")),
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    values: usize,
    repeated: Vec<(u32, String)>,
}

const MEND: &str = "Correct the file there, or save it again with the program that made it.";
const CUT_OFF: &str = "The file looks cut off; fetch or save it again.";

impl<'a> Parser<'a> {
    fn value(&mut self, depth: usize, expected: &str) -> Result<Node<'a>, TreeFault> {
        self.skip_space();
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(self.fault(
                format!("is beyond the {MAX_VALUES} values that a file may hold"),
                "Split the map into smaller ones.",
            ));
        }
        let at = self.at as u32;
        let value = match self.peek() {
            Some(b'{') => Value::Object(self.object(depth)?),
            Some(b'[') => Value::List(self.list(depth)?),
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.number()?),
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.word(expected)?,
            _ => return Err(self.unexpected(expected, MEND)),
        };
        Ok(Node { at, value })
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Member<'a>>, TreeFault> {
        self.enter(depth)?;
        let mut members = Vec::new();
        let mut places = Vec::new();
        if self.eat(b'}') {
            return Ok(members);
        }
        loop {
            self.skip_space();
            if self.peek() != Some(b'"') {
                let remedy = match self.peek() {
                    Some(b'}') => "Take out the comma before it.",
                    Some(b'\'') => "JSON puts names and texts in double quotation marks.",
                    _ => MEND,
                };
                return Err(self.unexpected("a field's name in quotation marks", remedy));
            }
            places.push(self.at as u32);
            let name = self.string()?;
            if !self.eat(b':') {
                return Err(self.unexpected("“:” and the field's value", MEND));
            }
            let node = self.value(depth + 1, "a value")?;
            members.push(Member { name, node });
            if self.eat(b'}') {
                self.drop_repeated(&mut members, &places);
                return Ok(members);
            }
            if !self.eat(b',') {
                return Err(self.unexpected("a comma or “}”", self.comma_remedy()));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node<'a>>, TreeFault> {
        self.enter(depth)?;
        let mut nodes = Vec::new();
        if self.eat(b']') {
            return Ok(nodes);
        }
        loop {
            self.skip_space();
            if self.peek() == Some(b']') {
                return Err(self.unexpected("a value", "Take out the comma before it."));
            }
            nodes.push(self.value(depth + 1, "a value")?);
            if self.eat(b']') {
                return Ok(nodes);
            }
            if !self.eat(b',') {
                return Err(self.unexpected("a comma or “]”", self.comma_remedy()));
            }
        }
    }

    /// Steps over an opening bracket.
    fn enter(&mut self, depth: usize) -> Result<(), TreeFault> {
        if depth >= MAX_DEPTH {
            return Err(self.fault(
                format!("lies more than {MAX_DEPTH} lists and records deep"),
                "A map needs no such depth; check the program that made the file.",
            ));
        }
        self.at += 1;
        Ok(())
    }

    /// Keeps the last of each name, and notes where the others were overruled.
    fn drop_repeated(&mut self, members: &mut Vec<Member<'a>>, places: &[u32]) {
        let mut seen = HashSet::with_capacity(members.len());
        let mut overruled = vec![false; members.len()];
        for (index, member) in members.iter().enumerate().rev() {
            if !seen.insert(member.name.as_ref()) {
                overruled[index] = true;
                self.repeated.push((places[index], member.name.to_string()));
            }
        }
        if overruled.contains(&true) {
            let mut index = 0;
            members.retain(|_| {
                index += 1;
                !overruled[index - 1]
            });
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, TreeFault> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        loop {
            match self.peek() {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(byte) if byte < 0x20 => {
                    return Err(self.fault(
                        format!("has the control character {byte:#04x} inside a text"),
                        "Write a line break as \\n and a tab as \\t.",
                    ));
                }
                Some(_) => self.at += 1,
                None => {
                    self.at = self.text.len();
                    return Err(self.unexpected("the closing quotation mark of a text", CUT_OFF));
                }
            }
        }
        self.at += 1;
        let raw = self.text.get(start..self.at).unwrap_or_default();
        if !escaped {
            return Ok(Cow::Borrowed(raw.get(1..raw.len() - 1).unwrap_or_default()));
        }
        serde_json::from_str(raw).map(Cow::Owned).map_err(|_| TreeFault {
            at: start,
            message: "has a text with an escape that JSON doesn't know".to_owned(),
            remedy: "After a backslash stands one of \" \\ / b f n r t, or u and four digits.",
        })
    }

    fn number(&mut self) -> Result<&'a str, TreeFault> {
        let start = self.at;
        self.eat_byte(b'-');
        if self.rest().starts_with("Infinity") {
            self.at += "Infinity".len();
            return Ok(self.text.get(start..self.at).unwrap_or_default());
        }
        let zero = self.peek() == Some(b'0');
        let mut well_formed = match self.digits() {
            0 => false,
            count => !zero || count == 1,
        };
        if self.eat_byte(b'.') {
            well_formed &= self.digits() > 0;
        }
        if self.eat_byte(b'e') || self.eat_byte(b'E') {
            let _sign = self.eat_byte(b'+') || self.eat_byte(b'-');
            well_formed &= self.digits() > 0;
        }
        let raw = self.text.get(start..self.at).unwrap_or_default();
        if well_formed {
            return Ok(raw);
        }
        Err(TreeFault {
            at: start,
            message: format!("has “{}” where a number is expected", shorten(raw)),
            remedy: "A number is written like 12, -0.5 or 1e3.",
        })
    }

    fn word(&mut self, expected: &str) -> Result<Value<'a>, TreeFault> {
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
        Err(self.fault(
            format!("has “{}” where {expected} is expected", shorten(found)),
            "JSON puts texts in double quotation marks, and writes true, false and null in small \
             letters.",
        ))
    }

    /// What to do where a comma or a closing bracket is expected.
    fn comma_remedy(&self) -> &'static str {
        match self.peek() {
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => "Put a comma before it.",
            _ => MEND,
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn digits(&mut self) -> usize {
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

    fn eat(&mut self, byte: u8) -> bool {
        self.skip_space();
        self.eat_byte(byte)
    }

    fn fault(&self, message: String, remedy: &'static str) -> TreeFault {
        TreeFault { at: self.at, message, remedy }
    }

    fn unexpected(&self, expected: &str, remedy: &'static str) -> TreeFault {
        match self.rest().chars().next() {
            Some(found) => {
                self.fault(format!("has “{found}” where {expected} is expected"), remedy)
            }
            None => self.fault(format!("ends the file where {expected} is expected"), CUT_OFF),
        }
    }
}

/// A text short enough for a message.
pub(super) fn shorten(text: &str) -> Cow<'_, str> {
    const LENGTH: usize = 40;
    match text.char_indices().nth(LENGTH) {
        Some((end, _)) => Cow::Owned(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn same(node: &Node<'_>, json: &serde_json::Value) -> bool {
        match (&node.value, json) {
            (Value::Null, serde_json::Value::Null) => true,
            (Value::Flag(a), serde_json::Value::Bool(b)) => a == b,
            (Value::Number(a), serde_json::Value::Number(b)) => {
                serde_json::from_str::<serde_json::Number>(a).is_ok_and(|a| a == *b)
            }
            (Value::Text(a), serde_json::Value::String(b)) => a == b,
            (Value::List(a), serde_json::Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Value::Object(a), serde_json::Value::Object(b)) => {
                a.len() == b.len()
                    && a.iter().all(|m| b.get(m.name.as_ref()).is_some_and(|b| same(&m.node, b)))
            }
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn it_accepts_what_serde_json_accepts(
            text in r#"([\[\]{},: \n]|"a"|"\\u00e9"|"\\ud800"|"b"|\\|0|-1\.5e2|01|tru|true|null|é){0,12}"#,
        ) {
            let theirs = serde_json::from_str::<serde_json::Value>(&text);
            // Numbers are kept as they are written, also those too large for serde_json to hold.
            let is_too_large = |fault: &serde_json::Error| fault.to_string().contains("out of range");
            prop_assume!(!theirs.as_ref().is_err_and(is_too_large));
            match (parse(&text), theirs) {
                (Ok(tree), Ok(json)) => prop_assert!(same(&tree.root, &json), "{text}"),
                (Err(fault), Err(_)) => prop_assert!(text.is_char_boundary(fault.at)),
                (ours, theirs) => prop_assert!(false, "{text}: {ours:?} {theirs:?}"),
            }
        }
    }

    #[test]
    fn a_name_given_twice_is_noted_and_the_last_one_kept() {
        let tree = parse(r#"{"a": 1, "b": 2, "a": 3}"#);
        let tree = tree.as_ref().ok();
        assert_eq!(tree.map(|t| t.repeated.as_slice()), Some(&[(1, "a".to_owned())][..]));
        let Some(Value::Object(members)) = tree.map(|t| &t.root.value) else { panic!("{tree:?}") };
        assert_eq!(members[1].node.value, Value::Number("3"));
        assert_eq!(members.len(), 2);
    }

    #[test]
    fn depth_is_limited_without_recursing_further() {
        let deep = "[".repeat(MAX_DEPTH + 1);
        assert!(parse(&deep).is_err_and(|f| f.at == MAX_DEPTH && f.message.contains("64")));
        let fits = format!("{}{}", "[".repeat(MAX_DEPTH), "]".repeat(MAX_DEPTH));
        assert!(parse(&fits).is_ok());
    }

    #[test]
    fn words_that_programs_write_for_numbers_are_numbers() {
        let tree = parse("[NaN, -Infinity, 1e999]");
        let Ok(Value::List(nodes)) = tree.map(|t| t.root.value) else { panic!() };
        let raw: Vec<_> = nodes.iter().map(|n| &n.value).collect();
        assert_eq!(
            raw,
            [&Value::Number("NaN"), &Value::Number("-Infinity"), &Value::Number("1e999")]
        );
    }
}
