//! How tables were imported before, so that the next one with the same header is read the same way.

use serde::{Deserialize, Serialize};

use crate::formats::{
    ColumnUse, Import, ImportContent, SheetPlan, TableContent, TablePlan, header_signature,
};
use crate::ui::column_role::ColumnRole;

/// How many headers are remembered.
const MOST: usize = 40;
/// The longest header that is remembered, in bytes.
const MOST_BYTES: usize = 4_000;

/// How tables were imported, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, transparent)]
pub struct RememberedImports(Vec<RememberedImport>);

/// How a table with a header was imported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedImport {
    /// The signature of the header.
    header: String,
    /// The place of the table among those of its file.
    #[serde(skip)]
    sheet: usize,
    /// What the table holds, by its word.
    content: String,
    /// The columns by their names, with the words of their roles.
    columns: Vec<(String, String)>,
}

impl RememberedImports {
    /// How a table of this import with the same header was imported.
    pub fn of(&self, import: &Import) -> Option<RememberedImport> {
        signatures(import).into_iter().enumerate().find_map(|(sheet, header)| {
            let kept = self.0.iter().find(|kept| kept.header == header)?;
            Some(RememberedImport { sheet, ..kept.clone() })
        })
    }

    /// Remembers how the tables of an import were read.
    pub fn remember(&mut self, import: &Import) {
        let (Some(plan), Some(choices), Some(network)) =
            (import.plan(), import.choices(), import.network())
        else {
            return;
        };
        for (header, sheet) in signatures(import).into_iter().zip(&plan.sheets) {
            if sheet.content == TableContent::Ignored || header.len() > MOST_BYTES {
                continue;
            }
            let role = |name: &str, role: ColumnUse| {
                let edge = network.edge_columns.find(name);
                let node = network.node_columns.find(name);
                match (role, sheet.content) {
                    (ColumnUse::Attribute, TableContent::Nodes) => node
                        .and_then(|column| choices.node_roles.get(column.index()))
                        .map(|role| ColumnRole::Node(*role)),
                    (ColumnUse::Attribute, _) => edge
                        .and_then(|column| choices.edge_roles.get(column.index()))
                        .map(|role| ColumnRole::Edge(*role)),
                    (part, _) => Some(ColumnRole::Use(part)),
                }
            };
            let columns = sheet.columns.iter().filter_map(|column| {
                let role = role(&column.name, column.role)?;
                Some((column.name.clone(), role.name().to_owned()))
            });
            let content = sheet.content.name().to_owned();
            let columns = columns.collect();
            self.0.retain(|kept| kept.header != header);
            self.0.insert(0, RememberedImport { header, sheet: 0, content, columns });
        }
        self.0.truncate(MOST);
    }
}

impl RememberedImport {
    /// Reads the table as before. Returns the roles that belong to the choices for its network.
    pub fn apply(&self, plan: &mut TablePlan) -> Vec<(String, ColumnRole)> {
        let Some(sheet) = plan.sheets.get_mut(self.sheet) else { return Vec::new() };
        let content = TableContent::ALL.into_iter().find(|one| one.name() == self.content);
        let Some(content) = content else { return Vec::new() };
        sheet.content = content;
        let mut roles = Vec::new();
        for (name, word) in &self.columns {
            let Some(role) = ColumnRole::by_name(word, content) else { continue };
            if let Some(role) = set_use(sheet, name, role) {
                roles.push((name.clone(), role));
            }
        }
        roles
    }
}

/// Sets what a column is in its table; returns its role where that is for the network to have.
fn set_use(sheet: &mut SheetPlan, name: &str, role: ColumnRole) -> Option<ColumnRole> {
    let column = sheet.columns.iter_mut().find(|column| column.name == name)?;
    match role {
        ColumnRole::Use(part) => {
            column.role = part;
            None
        }
        role => {
            column.role = ColumnUse::Attribute;
            Some(role)
        }
    }
}

/// The signature of each table's header.
fn signatures(import: &Import) -> Vec<String> {
    match &import.source().content {
        ImportContent::Tables(tables) => tables.iter().map(header_signature).collect(),
        ImportContent::Map(_) | ImportContent::Network(_) => Vec::new(),
    }
}
