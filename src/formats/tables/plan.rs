//! By which rows and columns tables become a network. A plan is plain data: it can be shown, changed and
//! followed again at once.

use std::ops::Range;

/// The plan for one or several tables. Node tables are read before edges, whose ends are looked up among
/// the nodes by id, and else by label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TablePlan {
    /// The plan of each table, in their order.
    pub sheets: Vec<SheetPlan>,
}

/// The plan for one table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetPlan {
    /// What the table holds.
    pub content: TableContent,
    /// Whether rows and columns are turned before all else. The indices below are those of the turned table.
    pub is_transposed: bool,
    /// The index of the row that names the columns; `None` where there is none.
    pub header: Option<usize>,
    /// The index of the row above the header that names groups of columns; `None` where there is none.
    pub groups: Option<usize>,
    /// The indices of the rows that hold data. What lies above is a title, what lies below totals and notes.
    pub rows: Range<usize>,
    /// Rows with one of these values are read alone; `None` to read all.
    pub filter: Option<RowFilter>,
    /// The columns, in their order.
    pub columns: Vec<ColumnPlan>,
    /// The name of the preset that was recognised by its header, such as *Gephi edges*.
    pub preset: Option<&'static str>,
}

/// What a table holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TableContent {
    /// Nothing that is wanted.
    #[default]
    Ignored,
    /// A row is an edge from each source to each target in it.
    Edges,
    /// A row is a node.
    Nodes,
    /// A row and a column is a node each, and what stands where they cross is an edge. Where the first
    /// column has [`ColumnUse::Id`] and there is a header, these name the nodes; else the columns' numbers do.
    Matrix {
        /// Whether a cell and its mirror image are one edge, without direction.
        is_mutual: bool,
    },
    /// A row is a node, followed by all those that it is tied to.
    Adjacency,
    /// A row says that a member belongs to an organisation.
    Affiliation {
        /// Whether members of the same organisation are tied to one another, instead of to it.
        makes_pairs: bool,
    },
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnPlan {
    /// Its name: that in the header, or its letter. As an attribute it goes by it.
    pub name: String,
    /// What it says.
    pub role: ColumnUse,
    /// What its cells are read as.
    pub values: ValueType,
    /// What stands between several ends in one cell; `None` where a cell is one end. A cell that is the
    /// name of a nation as a whole isn't parted.
    pub separator: Option<Separator>,
    /// Whether an empty cell says the same as the one above, as merged cells do.
    pub fills_down: bool,
}

/// What stands between several ends in one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Separator {
    /// This character alone.
    Sign(char),
    /// Whatever stands in lists of names, as a person reads them: `;` in one cell, `and` in another.
    AsRead,
}

/// What a column says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ColumnUse {
    /// Where an edge starts, or, of an affiliation, the member. Where several columns do and as many have
    /// the targets, the first belongs to the first and so on; else each goes to each.
    Source,
    /// Where an edge ends, or, of an affiliation, the organisation.
    Target,
    /// Both ends of an edge, as in `France-Germany`. All that it names are tied to one another, as are those
    /// of several such columns in a row.
    BothEnds,
    /// The id of a node or an edge.
    Id,
    /// The text shown for a node.
    Label,
    /// Something else about the node or edge.
    #[default]
    Attribute,
    /// Nothing that is wanted.
    Ignored,
}

/// What the cells of a column are read as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ValueType {
    /// Texts, as they stand.
    #[default]
    Text,
    /// Numbers: 1234.5, perhaps 1,234.5.
    Number,
    /// Numbers with a decimal comma: 1234,5, perhaps 1.234,5.
    NumberWithComma,
    /// Yes or no: true and false.
    Flag,
    /// Sorts of events by their codes in CAMEO: `057` is a diplomatic cooperation.
    EventCode,
}

/// Which rows are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// The index of the column that decides.
    pub column: usize,
    /// The values of the rows that are read.
    pub values: Vec<String>,
}

impl TableContent {
    /// Every content, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Edges,
        Self::Nodes,
        Self::Matrix { is_mutual: false },
        Self::Matrix { is_mutual: true },
        Self::Adjacency,
        Self::Affiliation { makes_pairs: false },
        Self::Affiliation { makes_pairs: true },
        Self::Ignored,
    ];

    /// The words for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ignored => "ignored",
            Self::Edges => "ties",
            Self::Nodes => "nations",
            Self::Matrix { is_mutual: false } => "matrix, from row to column",
            Self::Matrix { is_mutual: true } => "matrix, both ways alike",
            Self::Adjacency => "lists of partners",
            Self::Affiliation { makes_pairs: false } => "members of organisations",
            Self::Affiliation { makes_pairs: true } => "members, tied to one another",
        }
    }
}

impl Separator {
    /// The words for it.
    pub fn words(self) -> String {
        match self {
            Self::Sign('\n') => "in lines of their own".to_owned(),
            Self::Sign(sign) => format!("with {sign} between"),
            Self::AsRead => "as lists are written".to_owned(),
        }
    }
}

impl ColumnUse {
    /// Whether it names ends of edges.
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Source | Self::Target | Self::BothEnds)
    }

    /// Every use, in the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::Source,
        Self::Target,
        Self::BothEnds,
        Self::Id,
        Self::Label,
        Self::Attribute,
        Self::Ignored,
    ];

    /// The word for it, on the command line as in the window.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Target => "target",
            Self::BothEnds => "both ends",
            Self::Id => "id",
            Self::Label => "label",
            Self::Attribute => "attribute",
            Self::Ignored => "ignore",
        }
    }
}

impl SheetPlan {
    /// The indices of the columns with a role.
    pub fn columns_with(&self, role: ColumnUse) -> impl Iterator<Item = usize> {
        let plans = self.columns.iter().enumerate();
        plans.filter(move |(_, column)| column.role == role).map(|(index, _)| index)
    }

    /// The first column with a role.
    pub fn column_with(&self, role: ColumnUse) -> Option<usize> {
        self.columns_with(role).next()
    }

    /// A column by its name, as written or without regard to capitals, spaces and punctuation.
    pub fn column_named(&self, name: &str) -> Option<usize> {
        let key = crate::formats::vocabulary::header_words::squashed(name);
        let position = |fits: &dyn Fn(&ColumnPlan) -> bool| self.columns.iter().position(fits);
        position(&|column| column.name == name).or_else(|| {
            position(&|column| {
                crate::formats::vocabulary::header_words::squashed(&column.name) == key
            })
        })
    }
}
