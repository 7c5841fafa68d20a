//! Reads the statements of DOT by its grammar (`lib/cgraph/grammar.y` of Graphviz).
//!
//! Subgraphs lie in a list and not on the call stack, so that no depth of theirs can overflow it.

use std::borrow::Cow;

use super::assembly::{Assembly, End};
use super::lexer::{Lexer, refusal};
use super::token::{Form, Id, Keyword, Token};
use crate::formats::problems::{OpenError, Spot};
use crate::formats::progress::Progress;

/// So many statements are read before the progress is told.
const STATEMENTS_BETWEEN: usize = 4096;

/// The most subgraphs inside one another; Graphviz itself gives up at about as many.
const MAX_SUBGRAPHS: usize = 2_500;

/// A statement of edges that is being read: its ends so far.
#[derive(Default)]
struct Chain {
    ends: Vec<End>,
    /// Where it begins.
    spot: Spot,
}

/// Reads the graphs of a file, one after the other.
pub struct Parser<'a, 'p> {
    lexer: Lexer<'a>,
    token: Token<'a>,
    spot: Spot,
    length: usize,
    progress: Progress<'p>,
    /// The statements around each open subgraph, of which the subgraph is an end.
    around: Vec<Chain>,
    /// The assembly of what was read.
    pub assembly: Assembly<'a>,
}

impl<'a, 'p> Parser<'a, 'p> {
    /// At the start of a text.
    ///
    /// # Errors
    /// When the first word isn't closed.
    pub fn new(text: &'a str, progress: Progress<'p>) -> Result<Self, OpenError> {
        let mut lexer = Lexer::new(text);
        let (token, spot) = lexer.next()?;
        let assembly = Assembly::new();
        Ok(Self { lexer, token, spot, length: text.len(), progress, around: Vec::new(), assembly })
    }

    /// Whether all was read.
    pub fn is_at_end(&self) -> bool {
        self.token == Token::End
    }

    /// Where the next word stands.
    pub const fn spot(&self) -> Spot {
        self.spot
    }

    /// Reads one graph.
    ///
    /// # Errors
    /// When it isn't as the grammar has it, or implies more than is read.
    pub fn graph(&mut self) -> Result<(), OpenError> {
        let is_strict = self.token == Token::Keyword(Keyword::Strict);
        if is_strict {
            self.advance()?;
        }
        let is_directed = match self.token {
            Token::Keyword(Keyword::Graph) => false,
            Token::Keyword(Keyword::Digraph) => true,
            _ => return Err(self.unexpected("“graph” or “digraph”")),
        };
        self.advance()?;
        let name = match self.token {
            Token::Id(_) => self.id()?.text,
            _ => Cow::Borrowed(""),
        };
        if self.token != Token::Mark('{') {
            return Err(self.unexpected("“{”"));
        }
        self.assembly.begin_graph(name, is_directed, is_strict);
        self.advance()?;
        self.around.clear();
        self.around.push(Chain::default());
        let mut statements = 0_usize;
        while !self.around.is_empty() {
            if statements.is_multiple_of(STATEMENTS_BETWEEN) {
                self.progress.at(self.lexer.at(), self.length)?;
            }
            statements += 1;
            self.statement()?;
        }
        self.assembly.end_graph();
        Ok(())
    }

    fn advance(&mut self) -> Result<(), OpenError> {
        (self.token, self.spot) = self.lexer.next()?;
        if let Some(spot) = self.lexer.take_split_numeral() {
            self.assembly.remarks().warn(
                spot,
                "",
                "has a number that runs into a name",
                "They were read as two words, as Graphviz does.",
                "Put the name into quotes, or a blank between them.",
            );
        }
        Ok(())
    }

    fn take(&mut self) -> Result<Token<'a>, OpenError> {
        let token = std::mem::replace(&mut self.token, Token::End);
        self.advance()?;
        Ok(token)
    }

    fn accept(&mut self, mark: char) -> Result<bool, OpenError> {
        let is_there = self.token == Token::Mark(mark);
        if is_there {
            self.advance()?;
        }
        Ok(is_there)
    }

    fn unexpected(&self, wanted: &str) -> OpenError {
        let found = self.token.shown();
        let message = format!("has {found} where {wanted} is expected");
        refusal(self.spot, message, "Correct the text there; names with other letters need quotes.")
    }

    /// A statement, or the end of the innermost subgraph.
    fn statement(&mut self) -> Result<(), OpenError> {
        let spot = self.spot;
        match &self.token {
            Token::Mark('}') => self.close(),
            Token::Mark('{') | Token::Keyword(Keyword::Subgraph) => {
                self.open(Chain { ends: Vec::new(), spot })
            }
            Token::Keyword(keyword @ (Keyword::Graph | Keyword::Node | Keyword::Edge)) => {
                let keyword = *keyword;
                self.advance()?;
                self.default_statement(keyword)
            }
            Token::Id(_) => {
                let first = self.id()?;
                if self.accept('=')? {
                    let value = self.value()?;
                    self.assembly.set_graph_attributes(vec![(first.text, value)], spot);
                    return self.end_statement();
                }
                let end = self.nodes(&first, spot)?;
                self.go_on(Chain { ends: vec![end], spot })
            }
            _ => Err(self.unexpected("a statement or “}”")),
        }
    }

    fn end_statement(&mut self) -> Result<(), OpenError> {
        self.accept(';').map(drop)
    }

    /// `graph [a=b]`, or the same of nodes or edges.
    fn default_statement(&mut self, of: Keyword) -> Result<(), OpenError> {
        if self.token != Token::Mark('[') {
            return Err(self.unexpected("“[”"));
        }
        let spot = self.spot;
        let given = self.attributes()?;
        match of {
            Keyword::Node => self.assembly.set_defaults(given, true),
            Keyword::Edge => self.assembly.set_defaults(given, false),
            _ => self.assembly.set_graph_attributes(given, spot),
        }
        self.end_statement()
    }

    /// Opens a subgraph, which is an end of a statement.
    fn open(&mut self, chain: Chain) -> Result<(), OpenError> {
        let spot = self.spot;
        if self.around.len() > MAX_SUBGRAPHS {
            let message = format!("is deeper than {MAX_SUBGRAPHS} subgraphs inside one another");
            return Err(refusal(spot, message, "Take some of the braces away."));
        }
        let mut name = None;
        if self.token == Token::Keyword(Keyword::Subgraph) {
            self.advance()?;
            if let Token::Id(_) = self.token {
                name = Some(self.id()?.text);
            }
        }
        if !self.accept('{')? {
            return Err(self.unexpected("“{”"));
        }
        self.assembly.open_subgraph(name, spot);
        self.around.push(chain);
        Ok(())
    }

    /// Closes the innermost subgraph, or the graph itself.
    fn close(&mut self) -> Result<(), OpenError> {
        self.advance()?;
        let Some(mut chain) = self.around.pop().filter(|_| !self.around.is_empty()) else {
            return Ok(());
        };
        let is_end_of_edges = !chain.ends.is_empty() || matches!(self.token, Token::Edge { .. });
        let nodes = self.assembly.close_subgraph(is_end_of_edges, chain.spot)?;
        chain.ends.push(End::Subgraph(nodes));
        self.go_on(chain)
    }

    /// Reads what follows the end of a statement: more ends, or its attributes.
    fn go_on(&mut self, mut chain: Chain) -> Result<(), OpenError> {
        while let Token::Edge { directed } = self.token {
            if directed != self.assembly.is_directed() {
                let (wanted, kind) = if directed { ("--", "graph") } else { ("->", "digraph") };
                return Err(self.unexpected(&format!("“{wanted}”, as in a {kind},")));
            }
            self.advance()?;
            match self.token {
                Token::Mark('{') | Token::Keyword(Keyword::Subgraph) => return self.open(chain),
                Token::Id(_) => {
                    let spot = self.spot;
                    let first = self.id()?;
                    chain.ends.push(self.nodes(&first, spot)?);
                }
                _ => return Err(self.unexpected("a node or “{”")),
            }
        }
        let given = if self.token == Token::Mark('[') { self.attributes()? } else { Vec::new() };
        let given = self.assembly.numbered(given, chain.spot);
        match &chain.ends[..] {
            [End::Subgraph(_)] => self.assembly.skip_attributes(&given, chain.spot),
            [end] => self.assembly.add_attributes(end, &given, chain.spot)?,
            ends => self.assembly.add_edges(ends, &given, chain.spot)?,
        }
        self.end_statement()
    }

    /// `a`, or `a, b:port`.
    fn nodes(&mut self, first: &Id<'a>, spot: Spot) -> Result<End, OpenError> {
        let first = self.node(first, spot)?;
        if self.token != Token::Mark(',') {
            return Ok(End::Node(first));
        }
        let mut nodes = vec![first];
        while self.accept(',')? {
            let spot = self.spot;
            let id = self.id()?;
            nodes.push(self.node(&id, spot)?);
        }
        Ok(End::Nodes(nodes))
    }

    fn node(&mut self, id: &Id<'a>, spot: Spot) -> Result<(u32, Option<String>), OpenError> {
        let index = self.assembly.node(id, spot)?;
        if !self.accept(':')? {
            return Ok((index, None));
        }
        let mut port = self.id()?.text.into_owned();
        if self.accept(':')? {
            port = format!("{port}:{}", self.id()?.text);
        }
        Ok((index, Some(port)))
    }

    /// Lists of attributes in brackets, one after the other.
    fn attributes(&mut self) -> Result<Vec<(Cow<'a, str>, Id<'a>)>, OpenError> {
        let mut given = Vec::new();
        while self.accept('[')? {
            while !self.accept(']')? {
                let name = self.id()?.text;
                if !self.accept('=')? {
                    return Err(self.unexpected("“=”"));
                }
                given.push((name, self.value()?));
                if !self.accept(',')? {
                    self.accept(';')?;
                }
            }
        }
        Ok(given)
    }

    fn value(&mut self) -> Result<Id<'a>, OpenError> {
        self.id()
    }

    /// A name or value, of which texts may be joined by `+`.
    fn id(&mut self) -> Result<Id<'a>, OpenError> {
        if !matches!(self.token, Token::Id(_)) {
            return Err(self.unexpected("a name"));
        }
        let Token::Id(mut id) = self.take()? else { return Err(self.unexpected("a name")) };
        while id.form != Form::Plain && self.accept('+')? {
            match &self.token {
                Token::Id(next) if next.form != Form::Plain => {
                    id.text.to_mut().push_str(&next.text);
                }
                _ => return Err(self.unexpected("a text in quotes")),
            }
            self.advance()?;
        }
        Ok(id)
    }
}
