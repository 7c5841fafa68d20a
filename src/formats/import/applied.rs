//! A map made of what was read, by a plan and by choices.

use std::path::Path;
use std::sync::Arc;

use super::chosen::Chosen;
use super::read_as::ReadAs;
use super::report::{ImportReport, ReportGroup};
use super::source::{ImportContent, ImportSource};
use crate::formats::format::InputFile;
use crate::formats::mapping::{
    self, Choices, Directions, EdgeRole, Imported, JoinedYears, NodeRole, Question,
};
use crate::formats::network::{Held, Network};
use crate::formats::opened::Opened;
use crate::formats::problems::{OpenError, Origin};
use crate::formats::progress::Progress;
use crate::formats::tables::{self, Table, TablePlan};
use crate::model::Map;

/// What was read, what decides about it, and the map that came of both. A change makes another one, of
/// what was read once; clones share all that is large.
#[derive(Clone, Debug)]
pub struct Import {
    source: Arc<ImportSource>,
    plan: Option<TablePlan>,
    network: Option<Arc<Network>>,
    chosen: Option<Chosen>,
    made: Made,
}

/// Where the map comes from.
#[derive(Clone, Debug)]
enum Made {
    /// It was read as it is.
    Read(Arc<Opened>),
    /// It was made of a network.
    Mapped(Arc<Imported>),
    /// There is none.
    Not(OpenError),
}

impl Import {
    /// Reads a file, and makes a map of it by the plan that it suggests itself.
    ///
    /// # Errors
    /// When nothing of the file can be read, or the reading was given up. That no map can be made of it
    /// by this plan is none: see [`Import::map`].
    pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Self, OpenError> {
        ImportSource::read(file, progress).map(Arc::new).map(Self::new)
    }

    /// Loads and reads a file, as [`Import::read`] does.
    ///
    /// # Errors
    /// When the file can't be loaded from its disk, and as [`Import::read`].
    pub fn open(path: &Path, progress: Progress<'_>) -> Result<Self, OpenError> {
        ImportSource::open(path, ReadAs::default(), progress).map(Arc::new).map(Self::new)
    }

    /// What was read, by the plan that it suggests itself.
    pub fn new(source: Arc<ImportSource>) -> Self {
        match source.content.clone() {
            ImportContent::Map(opened) => {
                Self { source, plan: None, network: None, chosen: None, made: Made::Read(opened) }
            }
            ImportContent::Network(network) => Self::of_network(source, None, network, None),
            ImportContent::Tables(tables) => {
                let plan = TablePlan::guess(&tables);
                Self::of_tables(source, &tables, plan, None)
            }
        }
    }

    /// The same tables by another plan. What was chosen for columns that are still there goes on to hold,
    /// and the rest is guessed anew. Where no tables were read nothing changes.
    pub fn with_plan(&self, plan: TablePlan) -> Self {
        let source = Arc::clone(&self.source);
        match &self.source.content {
            ImportContent::Tables(tables) => {
                Self::of_tables(source, tables, plan, self.chosen.as_ref())
            }
            ImportContent::Map(_) | ImportContent::Network(_) => self.clone(),
        }
    }

    /// The same network by other choices. Where there is no network nothing changes.
    pub fn with_choices(&self, choices: Choices) -> Self {
        match (&self.network, &self.chosen) {
            (Some(network), Some(chosen)) => {
                let made = Made::of(network, &choices);
                let chosen = Some(chosen.with(choices));
                Self { chosen, made, ..self.clone() }
            }
            _ => self.clone(),
        }
    }

    fn of_tables(
        source: Arc<ImportSource>,
        tables: &[Table],
        plan: TablePlan,
        before: Option<&Chosen>,
    ) -> Self {
        match tables::network(tables, &plan) {
            Ok(network) => Self::of_network(source, Some(plan), Arc::new(network), before),
            Err(error) => Self {
                source,
                plan: Some(plan),
                network: None,
                chosen: before.cloned(),
                made: Made::Not(error),
            },
        }
    }

    fn of_network(
        source: Arc<ImportSource>,
        plan: Option<TablePlan>,
        network: Arc<Network>,
        before: Option<&Chosen>,
    ) -> Self {
        let chosen =
            before.map_or_else(|| Chosen::guess(&network), |before| before.carry_to(&network));
        let made = Made::of(&network, &chosen.choices);
        Self { source, plan, network: Some(network), chosen: Some(chosen), made }
    }

    /// What was read.
    pub fn source(&self) -> &Arc<ImportSource> {
        &self.source
    }

    /// The plan of the tables, where tables were read.
    pub fn plan(&self) -> Option<&TablePlan> {
        self.plan.as_ref()
    }

    /// The network that was read or that tables became.
    pub fn network(&self) -> Option<&Network> {
        self.network.as_deref()
    }

    /// The choices by which the network becomes a map.
    pub fn choices(&self) -> Option<&Choices> {
        self.chosen.as_ref().map(|chosen| &chosen.choices)
    }

    /// The map.
    ///
    /// # Errors
    /// When no map can be made of what was read, or none by this plan.
    pub fn map(&self) -> Result<&Map, &OpenError> {
        match &self.made {
            Made::Read(opened) => Ok(&opened.map),
            Made::Mapped(imported) => Ok(&imported.map),
            Made::Not(error) => Err(error),
        }
    }

    /// Texts that may mean several nations and weren't answered yet.
    pub fn questions(&self) -> &[Question] {
        match &self.made {
            Made::Mapped(imported) => &imported.questions,
            Made::Read(_) | Made::Not(_) => &[],
        }
    }

    /// How many edges of several years became ties with a first and a last year.
    fn joined_years(&self) -> JoinedYears {
        match &self.made {
            Made::Mapped(imported) => imported.joined_years,
            Made::Read(_) | Made::Not(_) => JoinedYears::default(),
        }
    }

    /// How it was decided which way the ties of tables run.
    fn directions(&self) -> Option<Directions> {
        let are_tables = |network: &Network| matches!(network.origin, Origin::Tables(_));
        self.network.as_ref().filter(|network| are_tables(network))?;
        match &self.made {
            Made::Mapped(imported) if !imported.map.ties().is_empty() => {
                Some(imported.directions.clone())
            }
            Made::Mapped(_) | Made::Read(_) | Made::Not(_) => None,
        }
    }

    /// How many nodes and edges the files themselves hold: of a map, its nations and ties.
    pub fn held(&self) -> Held {
        match (&self.network, &self.made) {
            (Some(network), _) => network.held,
            (None, Made::Read(opened)) => {
                let map = &opened.map;
                Held { nodes: map.nations().len(), edges: map.ties().len() }
            }
            (None, _) => Held::default(),
        }
    }

    /// What was read, what came of it, and all that was repaired or left out.
    pub fn report(&self) -> ImportReport {
        let groups = match (&self.made, &self.network) {
            (Made::Read(opened), _) => ReportGroup::of_problems(&opened.problems),
            (Made::Mapped(imported), Some(network)) => {
                ReportGroup::of_remarks(&imported.remarks, &network.origin)
            }
            (Made::Not(_), Some(network)) => {
                ReportGroup::of_remarks(&network.remarks, &network.origin)
            }
            (Made::Mapped(_) | Made::Not(_), None) => Vec::new(),
        };
        let made =
            self.map().map(|map| Held { nodes: map.nations().len(), edges: map.ties().len() });
        ImportReport {
            files: self.source.files.clone(),
            is_of_map: matches!(self.made, Made::Read(_)),
            held: self.held(),
            made: made.ok(),
            memberships: self.map().map_or(0, |map| {
                map.nations().iter().map(|(_, nation)| nation.memberships.len()).sum()
            }),
            failure: self.map().err().cloned(),
            groups,
            joined_years: self.joined_years(),
            directions: self.directions(),
            questions: self.questions().to_vec(),
        }
    }

    /// Whether both have the very same map: not one like it.
    pub fn has_map_of(&self, other: &Self) -> bool {
        match (&self.made, &other.made) {
            (Made::Read(mine), Made::Read(theirs)) => Arc::ptr_eq(mine, theirs),
            (Made::Mapped(mine), Made::Mapped(theirs)) => Arc::ptr_eq(mine, theirs),
            _ => false,
        }
    }

    /// The roles of columns of edges that somebody chose where another one was guessed, by their names.
    pub fn chosen_edge_roles(&self) -> Vec<(&str, EdgeRole)> {
        self.chosen.as_ref().map_or_else(Vec::new, Chosen::edge_roles)
    }

    /// The roles of columns of nodes that somebody chose where another one was guessed, by their names.
    pub fn chosen_node_roles(&self) -> Vec<(&str, NodeRole)> {
        self.chosen.as_ref().map_or_else(Vec::new, Chosen::node_roles)
    }

    /// The map, and all else that was in memory for it: of a large file it takes longer than a frame of the
    /// window to let go of.
    ///
    /// # Errors
    /// As [`Import::map`].
    pub fn into_map(self) -> Result<(Map, impl Send + 'static), OpenError> {
        let Self { source, network, made, .. } = self;
        match made {
            Made::Read(opened) => {
                // Otherwise a map that was read would be in memory twice.
                drop(source);
                Ok((Arc::unwrap_or_clone(opened).map, (None, network)))
            }
            Made::Mapped(imported) => {
                Ok((Arc::unwrap_or_clone(imported).map, (Some(source), network)))
            }
            Made::Not(error) => Err(error),
        }
    }

    /// The map with all that was repaired or left out.
    ///
    /// # Errors
    /// As [`Import::map`].
    pub fn into_opened(self) -> Result<Opened, OpenError> {
        let Self { source, network, made, .. } = self;
        // Otherwise a map that was read would be in memory twice.
        drop(source);
        match made {
            Made::Read(opened) => Ok(Arc::unwrap_or_clone(opened)),
            Made::Mapped(imported) => {
                let Imported { map, remarks, .. } = Arc::unwrap_or_clone(imported);
                let problems = network.map(|network| remarks.to_problems(&network.origin));
                Ok(Opened { map, problems: problems.unwrap_or_default() })
            }
            Made::Not(error) => Err(error),
        }
    }
}

impl Made {
    fn of(network: &Network, choices: &Choices) -> Self {
        match mapping::to_map(network, choices) {
            Ok(imported) => Self::Mapped(Arc::new(imported)),
            Err(error) => Self::Not(error),
        }
    }
}
