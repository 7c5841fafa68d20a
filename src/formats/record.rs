//! One record of a file, taken field by field. What doesn't fit is reported and left out; what isn't
//! asked for is kept as it stands.

use std::borrow::Cow;

use serde_json::Number;

use super::limits::{MAX_DEPTH, MAX_TEXT};
use super::report::Report;
use super::tree::{Member, Node, Value, shorten};
use super::words::Word;
use crate::model::{Color, DateError, Extra, PartialDate};

const LEFT_OUT: &str = "The field was left out.";

/// Which record of the file it is: `ties[3]`, `ties[3].evidence[0]` or `look.tie_color.range`.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Path {
    /// The fields that lead to it, and its place where the field is a list.
    steps: [Option<(&'static str, Option<usize>)>; 3],
}

impl Path {
    /// A record of a list of the map.
    pub(super) const fn of(list: &'static str, index: usize) -> Self {
        Self { steps: [Some((list, Some(index))), None, None] }
    }

    /// A record of a list of this record.
    pub(super) fn part(self, list: &'static str, index: usize) -> Self {
        self.then((list, Some(index)))
    }

    /// The record that is a field of this record.
    pub(super) fn inner(self, field: &'static str) -> Self {
        self.then((field, None))
    }

    fn then(mut self, step: (&'static str, Option<usize>)) -> Self {
        if let Some(free) = self.steps.iter_mut().find(|step| step.is_none()) {
            *free = Some(step);
        }
        self
    }

    /// This record.
    pub(super) fn whole(self) -> String {
        let step = |(field, index): (&str, Option<usize>)| match index {
            Some(index) => format!("{field}[{index}]"),
            None => field.to_owned(),
        };
        self.steps.into_iter().flatten().map(step).collect::<Vec<_>>().join(".")
    }

    /// A field of this record.
    pub(super) fn field(self, name: &str) -> String {
        let whole = self.whole();
        let name = shorten(name);
        if whole.is_empty() { name.into_owned() } else { format!("{whole}.{name}") }
    }
}

/// A record whose fields are being taken.
pub(super) struct Record<'a> {
    /// Where it starts.
    pub(super) at: u32,
    /// Which it is.
    pub(super) path: Path,
    members: Vec<Member<'a>>,
}

impl<'a> Record<'a> {
    /// Opens a record; reports what is none.
    pub(super) fn open(node: Node<'a>, path: Path, report: &mut Report) -> Option<Self> {
        if let Value::Object(members) = node.value {
            return Some(Self { at: node.at, path, members });
        }
        report.lose(
            node.at,
            path.whole(),
            format!("has {} where a record “{{ … }}” is expected", describe(&node.value)),
            "It was left out.",
            "Write it as a record, with its fields inside “{ }”.",
        );
        None
    }

    /// Takes a field. One that is null counts as not given.
    pub(super) fn take(&mut self, name: &str) -> Option<Node<'a>> {
        let index = self.members.iter().position(|member| member.name == name)?;
        let node = self.members.remove(index).node;
        (node.value != Value::Null).then_some(node)
    }

    /// Whether a field is given.
    pub(super) fn has(&self, name: &str) -> bool {
        self.members.iter().any(|m| m.name == name && m.node.value != Value::Null)
    }

    /// What a field is, without taking it.
    pub(super) fn peek_text(&self, name: &str) -> Option<&str> {
        match &self.members.iter().find(|member| member.name == name)?.node.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Where a field stands; where the record stands if it isn't given.
    pub(super) fn peek_at(&self, name: &str) -> u32 {
        let member = self.members.iter().find(|member| member.name == name);
        member.map_or(self.at, |member| member.node.at)
    }

    /// Takes a text, and where it starts. One that is too long is cut, and reported.
    pub(super) fn text_at(&mut self, name: &str, report: &mut Report) -> Option<(u32, String)> {
        let node = self.take(name)?;
        let at = node.at;
        let text = self.expect(node, name, "a text", report, |value| match value {
            Value::Text(text) => Ok(text),
            other => Err(other),
        })?;
        Some((at, cut(text, at, || self.path.field(name), report)))
    }

    /// Takes a text; the empty text where there is none.
    pub(super) fn text(&mut self, name: &str, report: &mut Report) -> String {
        self.text_at(name, report).map(|(_, text)| text).unwrap_or_default()
    }

    /// Takes true or false; false where there is none.
    pub(super) fn flag(&mut self, name: &str, report: &mut Report) -> bool {
        let Some(node) = self.take(name) else { return false };
        let flag = self.expect(node, name, "true or false", report, |value| match value {
            Value::Flag(flag) => Ok(flag),
            other => Err(other),
        });
        flag.unwrap_or(false)
    }

    /// Takes a field that is a record of its own.
    pub(super) fn inner(&mut self, name: &'static str, report: &mut Report) -> Option<Self> {
        let node = self.take(name)?;
        Self::open(node, self.path.inner(name), report)
    }

    /// Takes every field that is given, in order.
    pub(super) fn fields(self) -> impl Iterator<Item = (Cow<'a, str>, Node<'a>)> {
        let given = self.members.into_iter().filter(|member| member.node.value != Value::Null);
        given.map(|member| (member.name, member.node))
    }

    /// Takes a list.
    pub(super) fn list(&mut self, name: &str, report: &mut Report) -> Vec<Node<'a>> {
        let Some(node) = self.take(name) else { return Vec::new() };
        let list = self.expect(node, name, "a list “[ … ]”", report, |value| match value {
            Value::List(nodes) => Ok(nodes),
            other => Err(other),
        });
        list.unwrap_or_default()
    }

    /// Takes a list of texts.
    pub(super) fn texts(&mut self, name: &'static str, report: &mut Report) -> Vec<String> {
        let mut texts = Vec::new();
        for (index, node) in self.list(name, report).into_iter().enumerate() {
            let at = node.at;
            if let Value::Text(text) = node.value {
                texts.push(cut(text, at, || self.path.field(name), report));
            } else {
                let found = describe(&node.value);
                let message = format!("has {found} where a text is expected");
                let path = self.path.part(name, index).whole();
                report.lose(at, path, message, "It was left out.", "Put it in quotation marks.");
            }
        }
        texts
    }

    /// Takes a number within a range, whose wording is `range`.
    pub(super) fn number(
        &mut self,
        name: &str,
        range: &str,
        fits: impl Fn(f32) -> bool,
        report: &mut Report,
    ) -> Option<f32> {
        let node = self.take(name)?;
        self.expect(node, name, range, report, |value| {
            as_number(&value).filter(|number| fits(*number)).ok_or(value)
        })
    }

    /// Takes a date.
    pub(super) fn date(&mut self, name: &str, report: &mut Report) -> Option<PartialDate> {
        let node = self.take(name)?;
        let text = match node.value {
            Value::Text(text) => text,
            // A bare year is a number to many programs that write files.
            Value::Number(raw) => Cow::Borrowed(raw),
            other => {
                let node = Node { at: node.at, value: other };
                return self.expect(node, name, "a date", report, Err);
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
        report.lose(node.at, self.path.field(name), message, LEFT_OUT, "Correct the date.");
        None
    }

    /// Takes a colour.
    pub(super) fn color(&mut self, name: &str, report: &mut Report) -> Option<Color> {
        let node = self.take(name)?;
        self.expect(node, name, "a colour such as “#1B6CA8”", report, |value| match &value {
            Value::Text(text) => text.parse().map_err(|_| value),
            _ => Err(value),
        })
    }

    /// Takes a word that is one of a few.
    pub(super) fn word<W: Word>(&mut self, name: &str, report: &mut Report) -> Option<W> {
        let node = self.take(name)?;
        if let Value::Text(text) = &node.value {
            if let Some(word) = W::from_word(text) {
                return Some(word);
            }
            let words: Vec<Cow<'_, str>> = W::EVERY.iter().map(|word| word.word()).collect();
            self.lose_word(node.at, name, text, W::SORT, &words, report);
            return None;
        }
        self.expect(node, name, W::SORT, report, Err)
    }

    /// Reports a word that is none of those expected.
    pub(super) fn lose_word(
        &self,
        at: u32,
        name: &str,
        text: &str,
        sort: &str,
        words: &[impl AsRef<str>],
        report: &mut Report,
    ) {
        let message = format!("has “{}” where {sort} is expected", shorten(text));
        let listed: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        let all = format!("It is one of {}.", listed.join(", "));
        let remedy = report.suggestion(text, listed.into_iter(), &all);
        report.lose(at, self.path.field(name), message, LEFT_OUT, remedy);
    }

    /// What a field's value becomes; where it becomes nothing, it is reported and left out.
    pub(super) fn expect<T>(
        &self,
        node: Node<'a>,
        name: &str,
        expected: &str,
        report: &mut Report,
        convert: impl FnOnce(Value<'a>) -> Result<T, Value<'a>>,
    ) -> Option<T> {
        match convert(node.value) {
            Ok(converted) => Some(converted),
            Err(value) => {
                let message = format!("has {} where {expected} is expected", describe(&value));
                let remedy = "Correct the field, or leave it out.";
                report.lose(node.at, self.path.field(name), message, LEFT_OUT, remedy);
                None
            }
        }
    }

    /// The fields that nobody asked for.
    pub(super) fn rest(self, report: &mut Report) -> Extra {
        let mut extra = Extra::new();
        for member in self.members {
            let at = member.node.at;
            match to_json(member.node, MAX_DEPTH) {
                Some(json) => {
                    extra.insert(member.name.into_owned(), json);
                }
                None => report.lose(
                    at,
                    self.path.field(&member.name),
                    "holds a number that is too large to keep, or none at all".to_owned(),
                    LEFT_OUT,
                    "Correct the number, or leave the field out.",
                ),
            }
        }
        extra
    }
}

/// A text as it fits into a map: one that is too long is cut, and reported.
pub(super) fn cut(
    text: Cow<'_, str>,
    at: u32,
    path: impl FnOnce() -> String,
    report: &mut Report,
) -> String {
    let Some((end, _)) = text.char_indices().nth(MAX_TEXT) else { return text.into_owned() };
    let count = text.chars().count();
    let message = format!("has a text of {count} characters, but at most {MAX_TEXT} fit");
    let remedy = "Shorten it, or put it into a document of its own and name that as a source.";
    report.lose(at, path(), message, "It was cut there.", remedy);
    text.get(..end).unwrap_or_default().to_owned()
}

/// A number in single precision; it may be infinite or none at all.
pub(super) fn as_number(value: &Value<'_>) -> Option<f32> {
    match value {
        Value::Number(raw) => raw.parse().ok(),
        _ => None,
    }
}

/// A number in double precision; `None` where it is infinite or none at all.
pub(super) fn as_finite(value: &Value<'_>) -> Option<f64> {
    match value {
        Value::Number(raw) => raw.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    }
}

/// What a value is, in a message.
pub(super) fn describe(value: &Value<'_>) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Flag(flag) => flag.to_string(),
        Value::Number(raw) => format!("the number {}", shorten(raw)),
        Value::Text(text) => format!("the text “{}”", shorten(text)),
        Value::List(nodes) if nodes.len() <= 4 && nodes.iter().all(is_number) => {
            let numbers: Vec<String> = nodes.iter().filter_map(raw_number).collect();
            format!("[{}]", numbers.join(", "))
        }
        Value::List(_) => "a list".to_owned(),
        Value::Object(_) => "a record".to_owned(),
    }
}

fn is_number(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Number(_))
}

fn raw_number(node: &Node<'_>) -> Option<String> {
    match node.value {
        Value::Number(raw) => Some(shorten(raw).into_owned()),
        _ => None,
    }
}

/// A value as it is kept; `None` where it holds a number that JSON can't hold.
fn to_json(node: Node<'_>, depth: usize) -> Option<serde_json::Value> {
    let inside = depth.checked_sub(1)?;
    Some(match node.value {
        Value::Null => serde_json::Value::Null,
        Value::Flag(flag) => flag.into(),
        Value::Number(raw) => serde_json::Value::Number(exact(raw)?),
        Value::Text(text) => text.into_owned().into(),
        Value::List(nodes) => {
            nodes.into_iter().map(|node| to_json(node, inside)).collect::<Option<Vec<_>>>()?.into()
        }
        Value::Object(members) => members
            .into_iter()
            .map(|member| Some((member.name.into_owned(), to_json(member.node, inside)?)))
            .collect::<Option<serde_json::Map<_, _>>>()?
            .into(),
    })
}

/// A number of a field that nobody asked for, exactly as it can be held; `serde_json` alone may be off
/// by the last digit.
fn exact(raw: &str) -> Option<Number> {
    let whole =
        raw.parse::<i64>().map(Number::from).or_else(|_| raw.parse::<u64>().map(Number::from));
    whole.ok().or_else(|| Number::from_f64(raw.parse().ok()?))
}
