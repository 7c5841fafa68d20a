//! Parses JSON text into a tree that knows where each value stands.
//!
//! Records and lists in a long list stay closed: they are checked, but no tree is made of them before they
//! are opened, so that of a graph with 100,000 edges one at a time takes memory.
//!
//! It accepts the JSON of RFC 8259 and, since some programs write them, the words `NaN`, `Infinity`
//! and `-Infinity` as numbers: the field that has one is reported, and the rest is kept.

use std::collections::HashSet;

use super::scanner::{JsonError, Scanner};
use super::skip::skip;
use super::spare::SpareMembers;
use super::tree::{Member, Node, Tree, Value};
use crate::formats::limits::{MAX_DEPTH, MAX_VALUES};

/// The remedy where nothing better is known.
const CORRECT: &str = "Correct the file there, or save it again with the program that made it.";

/// The remedy where something stands behind the value.
const FOLLOWS: &str = "Take out what follows, or write several records as a list: [ … , … ].";

/// So many items of a list are parsed at once; those that follow stay closed.
const OPEN_ITEMS: usize = 32;

/// Parses a text of at most 64 MiB as a whole.
///
/// # Errors
/// When it isn't JSON, is nested too deeply or holds too many values.
pub fn parse(text: &str) -> Result<Tree<'_>, JsonError> {
    parse_within(text, usize::MAX)
}

/// Parses a text of at most 64 MiB, of which long lists stay closed.
///
/// # Errors
/// When it isn't JSON, is nested too deeply or holds too many values.
pub fn parse_outline(text: &str) -> Result<Tree<'_>, JsonError> {
    parse_within(text, OPEN_ITEMS)
}

fn parse_within(text: &str, open_items: usize) -> Result<Tree<'_>, JsonError> {
    let mut parser = Parser::new(text, open_items);
    let root = parser.value(0, "a record “{ … }” or a list “[ … ]”")?;
    parser.scanner.skip_space();
    match parser.scanner.peek() {
        None => Ok(Tree { root, repeated: parser.repeated }),
        Some(_) => Err(parser.scanner.unexpected("the end of the file", FOLLOWS)),
    }
}

/// Opens values that stayed closed, one after the other.
#[derive(Debug, Default)]
pub struct Opener<'a> {
    /// Names that records repeat, with their byte offsets.
    pub repeated: Vec<(u32, String)>,
    stacks: Stacks<'a>,
}

impl<'a> Opener<'a> {
    /// Takes the memory of records that have been read, for those that are opened next.
    pub fn take_back(&mut self, spare: &mut SpareMembers<'a>) {
        self.stacks.spare.keep_all(spare);
    }

    /// A value itself where it is closed.
    pub fn open(&mut self, node: Node<'a>) -> Node<'a> {
        let Value::Closed(text) = node.value else { return node };
        let mut parser = Parser::new(text, OPEN_ITEMS);
        parser.offset = node.at;
        parser.stacks = std::mem::take(&mut self.stacks);
        // It was checked when it was closed.
        let opened = parser.value(0, "").ok();
        self.repeated.append(&mut parser.repeated);
        self.stacks = parser.stacks;
        opened.unwrap_or(Node { at: node.at, value: Value::Null })
    }
}

/// The members of objects that are open, and the values of lists that are. Each is moved out as a whole where
/// it ends, so that it takes no more memory than it needs.
#[derive(Debug, Default)]
struct Stacks<'a> {
    members: Vec<Member<'a>>,
    nodes: Vec<Node<'a>>,
    spare: SpareMembers<'a>,
}

impl<'a> Stacks<'a> {
    /// The members from a place on, in spare memory if there is some.
    fn members_from(&mut self, first: usize) -> Vec<Member<'a>> {
        if self.spare.is_empty() {
            return moved_out(&mut self.members, first);
        }
        let mut members = self.spare.take();
        members.reserve_exact(self.members.len() - first);
        members.extend(self.members.drain(first..));
        members
    }
}

struct Parser<'a> {
    scanner: Scanner<'a>,
    /// Where the text starts in that of the file.
    offset: u32,
    /// How many items of a list are parsed before the others stay closed.
    open_items: usize,
    /// How many values have begun.
    values: usize,
    repeated: Vec<(u32, String)>,
    stacks: Stacks<'a>,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str, open_items: usize) -> Self {
        Self {
            scanner: Scanner::new(text),
            offset: 0,
            open_items,
            values: 0,
            repeated: Vec::new(),
            stacks: Stacks::default(),
        }
    }

    /// Where the next token stands in the file.
    fn at(&self) -> u32 {
        self.offset + self.scanner.at as u32
    }

    fn value(&mut self, depth: usize, expected: &str) -> Result<Node<'a>, JsonError> {
        self.scanner.skip_space();
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(self.scanner.error(
                format!("is beyond the {MAX_VALUES} values that a file may hold"),
                "Split the map into smaller ones.",
            ));
        }
        let at = self.at();
        let value = match self.scanner.peek() {
            Some(b'{') => Value::Object(self.object(depth)?),
            Some(b'[') => Value::List(self.list(depth)?),
            Some(b'"') => Value::Text(self.scanner.string()?),
            Some(b'-' | b'0'..=b'9') => Value::Number(self.scanner.number()?),
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.scanner.word(expected)?,
            Some(b'/' | b'#') => {
                let remedy = "JSON has no comments: take out this one and any others.";
                return Err(self.scanner.unexpected(expected, remedy));
            }
            Some(b'\'') => {
                let remedy = "JSON puts names and texts in double quotation marks: save the file again as JSON.";
                return Err(self.scanner.unexpected(expected, remedy));
            }
            Some(b'<') => {
                let remedy = "This looks like a web page or XML: save the data itself, as JSON.";
                return Err(self.scanner.unexpected(expected, remedy));
            }
            _ => return Err(self.scanner.unexpected(expected, CORRECT)),
        };
        Ok(Node { at, value })
    }

    fn object(&mut self, depth: usize) -> Result<Vec<Member<'a>>, JsonError> {
        self.enter(depth)?;
        let first = self.stacks.members.len();
        if self.scanner.eat(b'}') {
            return Ok(Vec::new());
        }
        loop {
            self.scanner.skip_space();
            if self.scanner.peek() != Some(b'"') {
                let remedy = match self.scanner.peek() {
                    Some(b'}') => "Take out the comma before it.",
                    Some(b'\'' | b'a'..=b'z' | b'A'..=b'Z' | b'_') => {
                        "JSON puts names and texts in double quotation marks: save the file again as JSON."
                    }
                    Some(b'/' | b'#') => "JSON has no comments: take out this one and any others.",
                    _ => CORRECT,
                };
                return Err(self.scanner.unexpected("a field's name in quotation marks", remedy));
            }
            let at = self.at();
            let name = self.scanner.string()?;
            if !self.scanner.eat(b':') {
                return Err(self.scanner.unexpected("“:” and the field's value", CORRECT));
            }
            let node = self.value(depth + 1, "a value")?;
            self.stacks.members.push(Member { at, name, node });
            if self.scanner.eat(b'}') {
                let mut members = self.stacks.members_from(first);
                self.drop_repeated(&mut members);
                return Ok(members);
            }
            if !self.scanner.eat(b',') {
                return Err(self.scanner.unexpected("a comma or “}”", self.comma_remedy()));
            }
        }
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Node<'a>>, JsonError> {
        self.enter(depth)?;
        let first = self.stacks.nodes.len();
        if self.scanner.eat(b']') {
            return Ok(Vec::new());
        }
        loop {
            self.scanner.skip_space();
            if self.scanner.peek() == Some(b']') {
                return Err(self.scanner.unexpected("a value", "Take out the comma before it."));
            }
            let node = match self.stacks.nodes.len() - first < self.open_items {
                true => self.value(depth + 1, "a value")?,
                false => self.closed(depth + 1)?,
            };
            self.stacks.nodes.push(node);
            if self.scanner.eat(b']') {
                return Ok(moved_out(&mut self.stacks.nodes, first));
            }
            if !self.scanner.eat(b',') {
                return Err(self.scanner.unexpected("a comma or “]”", self.comma_remedy()));
            }
        }
    }

    /// Takes a value; a record or a list stays closed.
    fn closed(&mut self, depth: usize) -> Result<Node<'a>, JsonError> {
        let (start, at) = (self.scanner.at, self.at());
        if matches!(self.scanner.peek(), Some(b'{' | b'['))
            && let Some((end, values)) = skip(self.scanner.bytes(), start, depth)
        {
            self.values += values;
            self.scanner.at = end;
            return Ok(Node { at, value: Value::Closed(self.scanner.since(start)) });
        }
        self.value(depth, "a value")
    }

    /// Steps over an opening bracket.
    fn enter(&mut self, depth: usize) -> Result<(), JsonError> {
        if depth >= MAX_DEPTH {
            return Err(self.scanner.error(
                format!("lies more than {MAX_DEPTH} lists and records deep"),
                "A map needs no such depth; check the program that made the file.",
            ));
        }
        self.scanner.at += 1;
        Ok(())
    }

    /// Keeps the last member of each name, and records the names and offsets of the others.
    fn drop_repeated(&mut self, members: &mut Vec<Member<'a>>) {
        if are_distinct(members) {
            return;
        }
        let mut seen = HashSet::with_capacity(members.len());
        let mut dropped = vec![false; members.len()];
        for (index, member) in members.iter().enumerate().rev() {
            if !seen.insert(member.name.as_ref()) {
                dropped[index] = true;
                self.repeated.push((member.at, member.name.to_string()));
            }
        }
        let mut index = 0;
        members.retain(|_| {
            index += 1;
            !dropped[index - 1]
        });
    }

    /// What to do where a comma or a closing bracket is expected.
    fn comma_remedy(&self) -> &'static str {
        match self.scanner.peek() {
            Some(b'"' | b'{' | b'[' | b'-' | b'0'..=b'9') => "Put a comma before it.",
            _ => CORRECT,
        }
    }
}

/// What stands on a stack from a place on. Where that is all, and fills at least half of it, the stack itself is
/// given away instead of copied: so it is with each of many records that are opened one after the other.
fn moved_out<T>(stack: &mut Vec<T>, first: usize) -> Vec<T> {
    /// A new stack has as much room as the last, but no more than this, for its next list may be short.
    const USUAL: usize = 64;
    let count = stack.len() - first;
    if first == 0 && stack.capacity() <= 2 * count {
        let next = Vec::with_capacity(stack.capacity().min(USUAL));
        return std::mem::replace(stack, next);
    }
    let mut whole = Vec::with_capacity(count);
    whole.extend(stack.drain(first..));
    whole
}

/// Whether no two members have one name. A few are compared with one another, which is faster than hashing;
/// but that isn't needed where they differ already in length and last letters.
fn are_distinct(members: &[Member<'_>]) -> bool {
    let mut seen: u64 = 0;
    let differ = members.iter().all(|member| {
        let name = member.name.as_bytes();
        let last =
            name.iter().rev().take(2).fold(name.len(), |sum, byte| {
                sum.wrapping_mul(31).wrapping_add(usize::from(*byte))
            });
        let bit = 1 << (last % 64);
        let is_new = seen & bit == 0;
        seen |= bit;
        is_new
    });
    if differ {
        return true;
    }
    const FEW: usize = 16;
    if members.len() > FEW {
        let mut seen = HashSet::with_capacity(members.len());
        return members.iter().all(|member| seen.insert(member.name.as_ref()));
    }
    (1..).zip(members).all(|(next, member)| {
        members.get(next..).unwrap_or_default().iter().all(|other| other.name != member.name)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::formats::json::lone_halves;

    fn opened(node: Node<'_>) -> Node<'_> {
        let Node { at, value } = Opener::default().open(node);
        let value = match value {
            Value::List(items) => Value::List(items.into_iter().map(opened).collect()),
            Value::Object(mut members) => {
                for member in members.iter_mut() {
                    let node = Node { at: 0, value: Value::Null };
                    member.node = opened(std::mem::replace(&mut member.node, node));
                }
                Value::Object(members)
            }
            plain => plain,
        };
        Node { at, value }
    }

    #[test]
    fn what_is_closed_opens_as_it_would_have_been_parsed() {
        let item = |n: usize| format!(r#"{{"a": [{n}, {{"é": "\u00e9"}}, [[]]], "a": {n}}}"#);
        let items: Vec<String> = (0..3 * OPEN_ITEMS).map(item).collect();
        let text = format!("{{\"x\": [{}], \"y\": [1, [2]]}}", items.join(" , "));
        let (whole, outline) = (parse(&text).unwrap(), parse_outline(&text).unwrap());
        assert_eq!((whole.repeated.len(), outline.repeated.len()), (3 * OPEN_ITEMS, OPEN_ITEMS));
        assert_eq!(opened(outline.root), whole.root);
        let broken = text.replacen("[95,", "[95 ,,", 1);
        assert_eq!(parse_outline(&broken).unwrap_err(), parse(&broken).unwrap_err());
    }

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
                // A half of a character doesn't cost the file.
                (Ok(_), Err(_)) if lone_halves(&text).next().is_some() => {}
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
