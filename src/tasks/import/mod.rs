//! Imports: what another program's file or a pasted text holds, and the map that it is by a plan and
//! by choices, which a person may change.

mod kept_choices;

use std::borrow::Cow;
use std::sync::Arc;

use crate::formats::{
    self, Choices, Columns, Content, Held, Imported, InputFile, Network, OpenError, Opened, Origin,
    Progress, Table, TablePlan,
};
use kept_choices::kept_choices;

/// What a file holds: a map, or what becomes one.
#[derive(Debug)]
pub enum ReadContent {
    /// A map of Entente's own.
    Map(Box<Opened>),
    /// Something else, with the map that it suggests itself.
    Import(Box<Import>),
}

/// What was read of another program's, before anything decides what it means.
#[derive(Debug)]
pub struct ImportSource {
    /// The name of the file without its folder; empty for a pasted text.
    pub name: String,
    /// The name of its format.
    pub format: &'static str,
    /// What it holds.
    pub content: ImportContent,
}

/// What can be imported.
#[derive(Debug)]
pub enum ImportContent {
    /// A network.
    Network(Box<Network>),
    /// Tables.
    Tables(Vec<Table>),
}

/// All that decides how a source becomes a map.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// How tables become a network; of no use for a network.
    pub tables: TablePlan,
    /// How the network becomes a map.
    pub choices: Choices,
}

/// A source with the map that it is by a plan.
#[derive(Clone, Debug)]
pub struct Import {
    /// What was read.
    pub source: Arc<ImportSource>,
    /// By which plan.
    pub plan: ImportPlan,
    /// What came of it, or why nothing did, in a sentence.
    pub outcome: Result<Arc<ImportOutcome>, String>,
}

/// What comes of a source by a plan.
#[derive(Debug)]
pub struct ImportOutcome {
    /// What the source holds.
    pub held: Held,
    /// The names of the columns of nodes, to which the roles of the choices belong.
    pub node_columns: Vec<String>,
    /// The names of the columns of edges.
    pub edge_columns: Vec<String>,
    /// What the places of remarks lie in.
    pub origin: Origin,
    /// The choices that the network suggests.
    pub guessed: Choices,
    /// The map, with remarks and questions.
    pub imported: Imported,
}

/// Reads a file or a text of any format, and makes a map of it by the choices that it suggests.
///
/// # Errors
/// When nothing of it can be read, or the reading was given up.
pub fn read_any(file: &InputFile<'_>, progress: Progress<'_>) -> Result<ReadContent, OpenError> {
    let Some(format) = formats::recognise(file) else {
        // Of no known format: the message says what was expected of a map.
        return formats::read(file.bytes).map(Box::new).map(ReadContent::Map);
    };
    let content = match format.reader.read(file, progress)? {
        Content::Map(opened) => return Ok(ReadContent::Map(opened)),
        Content::Network(network) => ImportContent::Network(network),
        Content::Tables(tables) => ImportContent::Tables(tables),
    };
    let source = ImportSource { name: file.name.to_owned(), format: format.name, content };
    Ok(ReadContent::Import(Box::new(Import::guess(source))))
}

impl ImportSource {
    /// The tables, where it holds any.
    pub fn tables(&self) -> &[Table] {
        match &self.content {
            ImportContent::Tables(tables) => tables,
            ImportContent::Network(_) => &[],
        }
    }

    fn network(&self, plan: &TablePlan) -> Result<Cow<'_, Network>, OpenError> {
        match &self.content {
            ImportContent::Network(network) => Ok(Cow::Borrowed(network.as_ref())),
            ImportContent::Tables(tables) => {
                formats::network_of_tables(tables, plan).map(Cow::Owned)
            }
        }
    }
}

impl Import {
    /// The import that a source suggests itself.
    pub fn guess(source: ImportSource) -> Self {
        let tables = TablePlan::guess(source.tables());
        Self::by_tables(Arc::new(source), tables, None)
    }

    /// The import of the same source by another plan. Where that reads its tables in another way, choices
    /// stay as far as what they are for is still there.
    pub fn by(&self, plan: ImportPlan) -> Self {
        let source = Arc::clone(&self.source);
        if plan.tables != self.plan.tables {
            return Self::by_tables(source, plan.tables, Some((self, &plan.choices)));
        }
        let network = source.network(&plan.tables);
        let outcome = network.and_then(|network| ImportOutcome::of(&network, &plan.choices));
        Self::new(source, plan, outcome)
    }

    fn by_tables(
        source: Arc<ImportSource>,
        tables: TablePlan,
        before: Option<(&Self, &Choices)>,
    ) -> Self {
        let (choices, outcome) = match source.network(&tables) {
            Ok(network) => {
                let guessed = formats::guess(&network);
                let before =
                    before.and_then(|(import, made)| Some((import.outcome.as_deref().ok()?, made)));
                let choices = match before {
                    Some((before, made)) => kept_choices(before, made, &network, guessed),
                    None => guessed,
                };
                let outcome = ImportOutcome::of(&network, &choices);
                (choices, outcome)
            }
            Err(error) => (formats::guess(&Network::default()), Err(error)),
        };
        Self::new(source, ImportPlan { tables, choices }, outcome)
    }

    fn new(
        source: Arc<ImportSource>,
        plan: ImportPlan,
        outcome: Result<ImportOutcome, OpenError>,
    ) -> Self {
        let in_words = |error: OpenError| match source.name.as_str() {
            "" => error.to_string(),
            name => error.in_file(name).to_string(),
        };
        let outcome = outcome.map(Arc::new).map_err(in_words);
        Self { source, plan, outcome }
    }
}

impl ImportOutcome {
    fn of(network: &Network, choices: &Choices) -> Result<Self, OpenError> {
        let names = |columns: &Columns| columns.iter().map(|(_, name)| name.to_owned()).collect();
        Ok(Self {
            held: network.held,
            node_columns: names(&network.node_columns),
            edge_columns: names(&network.edge_columns),
            origin: network.origin.clone(),
            guessed: formats::guess(network),
            imported: formats::to_map(network, choices)?,
        })
    }
}
