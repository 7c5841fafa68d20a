//! JSON values that know where they stand.

use std::borrow::Cow;

/// A value and where it starts, as a byte offset in the text.
#[derive(Debug, PartialEq)]
pub struct Node<'a> {
    pub at: u32,
    pub value: Value<'a>,
}

/// A value. A number stays as it was written, so that the reader of a field chooses its precision.
#[derive(Debug, PartialEq)]
pub enum Value<'a> {
    Null,
    Flag(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Object(Vec<Member<'a>>),
    /// A record or a list as it is written, of which no tree is made yet: see [`Opener`](super::Opener).
    Closed(&'a str),
}

impl Value<'_> {
    /// Whether it is null. Faster than comparing it, which goes by what all others hold.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

/// A named value of an object.
#[derive(Debug, PartialEq)]
pub struct Member<'a> {
    /// Where its name starts, as a byte offset in the text.
    pub at: u32,
    pub name: Cow<'a, str>,
    pub node: Node<'a>,
}

/// A whole text.
#[derive(Debug)]
pub struct Tree<'a> {
    pub root: Node<'a>,
    /// Names that an object repeats: each occurrence but the last, with its byte offset. The tree
    /// holds the last.
    pub repeated: Vec<(u32, String)>,
}
