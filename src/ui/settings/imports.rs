//! What persons changed of how tables are read, so that the next table with the same header is read so, too.

use serde::{Deserialize, Serialize};

use crate::formats::{
    ColumnPlan, ColumnUse, Import, ImportContent, SheetPlan, TableContent, TablePlan,
    header_signature,
};
use crate::ui::column_role::ColumnRole;

/// How many headers are remembered.
const MOST: usize = 40;
/// The longest header that is remembered, in bytes.
const MOST_BYTES: usize = 4_000;

/// What was changed of tables, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, transparent)]
pub struct RememberedImports(Vec<RememberedImport>);

/// What was changed of how a table with a header is read. What was guessed isn't kept: another table may
/// suggest something else.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedImport {
    /// The signature of the header.
    header: String,
    /// What the table holds, by its words, where that was changed.
    holds: Option<String>,
    /// The columns that were changed by their names, with the words of their roles.
    changed: Vec<(String, String)>,
}

impl RememberedImports {
    /// What was changed of tables with the headers of these, each with the index of its table.
    pub fn of(&self, import: &Import) -> Vec<(usize, RememberedImport)> {
        let signatures = signatures(import).into_iter().enumerate();
        let kept = |header: String| self.0.iter().find(|kept| kept.header == header).cloned();
        signatures.filter_map(|(sheet, header)| Some((sheet, kept(header)?))).collect()
    }

    /// Remembers what was changed of tables for which another plan had been guessed.
    pub fn remember(&mut self, import: &Import, guessed: &TablePlan) {
        let Some(plan) = import.plan() else { return };
        let sheets = plan.sheets.iter().zip(&guessed.sheets);
        for (header, (sheet, guessed)) in signatures(import).into_iter().zip(sheets) {
            self.0.retain(|kept| kept.header != header);
            let is_other = sheet.content != guessed.content;
            let holds = is_other.then(|| sheet.content.name().to_owned());
            let changed = changed_columns(import, sheet, guessed);
            if header.len() <= MOST_BYTES && (holds.is_some() || !changed.is_empty()) {
                self.0.insert(0, RememberedImport { header, holds, changed });
            }
        }
        self.0.truncate(MOST);
    }
}

/// The columns whose roles aren't those that were guessed, with the words of the roles that they have.
fn changed_columns(
    import: &Import,
    sheet: &SheetPlan,
    guessed: &SheetPlan,
) -> Vec<(String, String)> {
    let (edge_roles, node_roles) = (import.chosen_edge_roles(), import.chosen_node_roles());
    let chosen = |column: &ColumnPlan| match (column.role, sheet.content) {
        (_, TableContent::Ignored) => None,
        (ColumnUse::Attribute, TableContent::Nodes) => {
            let (_, role) = node_roles.iter().find(|(name, _)| *name == column.name)?;
            Some(ColumnRole::Node(*role))
        }
        (ColumnUse::Attribute, _) => {
            let (_, role) = edge_roles.iter().find(|(name, _)| *name == column.name)?;
            Some(ColumnRole::Edge(*role))
        }
        (part, _) => {
            let before = guessed.columns.iter().find(|other| other.name == column.name);
            before.is_some_and(|before| before.role != part).then_some(ColumnRole::Use(part))
        }
    };
    let columns = sheet.columns.iter();
    columns
        .filter_map(|column| Some((column.name.clone(), chosen(column)?.name().to_owned())))
        .collect()
}

impl RememberedImport {
    /// Reads a table as before. Returns the roles that belong to the choices for its network.
    pub fn apply(&self, sheet: &mut SheetPlan) -> Vec<(String, ColumnRole)> {
        let holds = self.holds.as_deref();
        if let Some(content) = TableContent::ALL.into_iter().find(|one| holds == Some(one.name())) {
            sheet.content = content;
        }
        let content = sheet.content;
        let mut roles = Vec::new();
        for (name, word) in &self.changed {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::{EdgeRole, InputFile, Progress};

    fn import(text: &str) -> Import {
        let file = InputFile { name: "ties.csv", bytes: text.as_bytes() };
        Import::read(&file, Progress::untold()).expect("a table")
    }

    #[test]
    fn what_was_only_guessed_isnt_remembered() {
        let import = import("source,target,Label\nJapan,Chad,alliance\nMali,Chad,war\n");
        let mut kept = RememberedImports::default();
        kept.remember(&import, import.plan().expect("a plan"));
        assert_eq!(kept, RememberedImports::default());
    }

    #[test]
    fn what_was_changed_is_remembered_and_nothing_else() {
        let first = import("source,target,Remark,Label\nJapan,Chad,a,alliance\nMali,Chad,b,war\n");
        let guessed = first.plan().expect("a plan").clone();
        let column = first.network().and_then(|network| network.edge_columns.find("Remark"));
        let mut choices = first.choices().expect("choices").clone();
        choices.edge_roles[column.expect("a column").index()] = EdgeRole::Evidence;
        let mut kept = RememberedImports::default();
        kept.remember(&first.with_choices(choices), &guessed);
        let again = import("source,target,Remark,Label\nIndia,Peru,c,pact\nMali,Peru,d,\n");
        let [(0, remembered)] = &kept.of(&again)[..] else { panic!("{kept:?}") };
        let mut sheet = again.plan().expect("a plan").sheets[0].clone();
        let before = sheet.clone();
        let roles = remembered.apply(&mut sheet);
        assert_eq!(roles, [("Remark".to_owned(), ColumnRole::Edge(EdgeRole::Evidence))]);
        assert_eq!(sheet, before);
        // Changed back, it is forgotten.
        kept.remember(&first, &guessed);
        assert_eq!(kept, RememberedImports::default());
    }
}
