//! The words and marks of the DOT language.

use std::borrow::Cow;

/// A word or mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Token<'a> {
    /// A name, a numeral or a text.
    Id(Id<'a>),
    /// A word with a meaning of its own.
    Keyword(Keyword),
    /// `--` or `->`.
    Edge {
        /// Whether it is `->`.
        directed: bool,
    },
    /// Any other mark: a bracket, a comma, or what no rule has a place for.
    Mark(char),
    /// The end of the file.
    End,
}

/// An identifier of the language, which stands for names and values alike.
#[derive(Clone, Debug, PartialEq)]
pub struct Id<'a> {
    /// What it says, without its quotes.
    pub text: Cow<'a, str>,
    /// How it was written.
    pub form: Form,
}

/// How an identifier was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Without quotes.
    Plain,
    /// In quotes.
    Quoted,
    /// In angle brackets, which hold HTML.
    Html,
}

/// A word with a meaning of its own, in any case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyword {
    /// Of no parallel edges.
    Strict,
    /// An undirected graph, or the attributes of graphs.
    Graph,
    /// A directed graph.
    Digraph,
    /// A part of a graph.
    Subgraph,
    /// The attributes of nodes.
    Node,
    /// The attributes of edges.
    Edge,
}

impl Keyword {
    /// The keyword that a name is, if it is one.
    pub fn of(name: &str) -> Option<Self> {
        const WORDS: [(&str, Keyword); 6] = [
            ("strict", Keyword::Strict),
            ("graph", Keyword::Graph),
            ("digraph", Keyword::Digraph),
            ("subgraph", Keyword::Subgraph),
            ("node", Keyword::Node),
            ("edge", Keyword::Edge),
        ];
        WORDS.iter().find(|(word, _)| word.eq_ignore_ascii_case(name)).map(|(_, keyword)| *keyword)
    }
}

impl Token<'_> {
    /// As it is named in messages.
    pub fn shown(&self) -> String {
        match self {
            Self::Id(id) => format!("“{}”", crate::model::shorten(&id.text, 40)),
            Self::Keyword(keyword) => format!("the keyword “{keyword:?}”").to_lowercase(),
            Self::Edge { directed: true } => "“->”".to_owned(),
            Self::Edge { directed: false } => "“--”".to_owned(),
            Self::Mark(mark) => format!("“{mark}”"),
            Self::End => "the end of the file".to_owned(),
        }
    }
}
