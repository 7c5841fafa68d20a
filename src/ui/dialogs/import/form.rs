//! What the import assistant remembers: what was read, the choices made since, and the map they make.

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::shown_table::ShownTable;
use crate::formats::{
    Choices, Columns, EdgeRole, Import, ImportContent, Network, SheetPlan, Table, TableContent,
    TablePlan,
};
use crate::model::{Attribute, Map};
use crate::tasks::{MOST_DRAWN, Preview};
use crate::ui::column_role::ColumnRole;
use crate::ui::settings::imports::RememberedImport;

/// The most values that are offered as kinds.
const MOST_KINDS: usize = 60;

/// The assistant for one import.
pub struct ImportForm {
    import: Import,
    is_added: bool,
    /// How the tables are read, as chosen here.
    pub(super) plan: Option<TablePlan>,
    /// How the network becomes a map, as chosen here.
    pub(super) choices: Option<Choices>,
    /// Roles of columns that the network doesn't have yet.
    pending: Vec<(String, ColumnRole)>,
    /// What is being made at the moment.
    asked: Option<(Option<TablePlan>, Option<Choices>)>,
    /// The table that is shown.
    pub(super) sheet: usize,
    turned: ShownTable,
    /// The values that name kinds, in the order of the network.
    pub(super) kind_values: Vec<String>,
    needs_drawing: bool,
    pub(super) picture: Option<TextureHandle>,
}

impl ImportForm {
    /// The assistant for what was read; `remembered` are the choices for such tables of before.
    pub fn new(import: Import, is_added: bool, remembered: Option<RememberedImport>) -> Self {
        let (plan, choices) = (import.plan().cloned(), import.choices().cloned());
        let mut form = Self {
            import,
            is_added,
            plan,
            choices,
            pending: Vec::new(),
            asked: None,
            sheet: 0,
            turned: ShownTable::default(),
            kind_values: Vec::new(),
            needs_drawing: false,
            picture: None,
        };
        form.sheet = form.first_sheet();
        form.take_stock();
        if let (Some(remembered), Some(plan)) = (remembered, &mut form.plan) {
            form.pending = remembered.apply(plan);
        }
        // Where the plan is the remembered one already, no new map comes that they would wait for.
        form.apply_pending();
        form
    }

    /// The first table of which something is read.
    fn first_sheet(&self) -> usize {
        let sheets = self.plan.iter().flat_map(|plan| &plan.sheets);
        let mut wanted = sheets.map(|sheet| sheet.content);
        let is_edges = |content| !matches!(content, TableContent::Ignored | TableContent::Nodes);
        wanted.position(is_edges).unwrap_or(0)
    }

    /// What was read, with the map that it is by the choices made last.
    pub fn import(&self) -> &Import {
        &self.import
    }

    /// Whether the map is added to the open one.
    pub const fn is_added(&self) -> bool {
        self.is_added
    }

    /// What was read, and whether it is added to the open map.
    pub fn into_parts(self) -> (Import, bool) {
        (self.import, self.is_added)
    }

    /// Whether the map is the one by the choices made here.
    pub fn is_current(&self) -> bool {
        self.asked.is_none()
            && self.pending.is_empty()
            && self.plan.as_ref() == self.import.plan()
            && self.choices.as_ref() == self.import.choices()
    }

    /// The choices by which the map is to be made anew, where they have changed.
    pub fn take_request(&mut self) -> Option<(Import, Option<TablePlan>, Option<Choices>)> {
        if self.asked.is_some()
            || (self.plan.as_ref() == self.import.plan()
                && self.choices.as_ref() == self.import.choices())
        {
            return None;
        }
        let wanted = (self.plan.clone(), self.choices.clone());
        self.asked = Some(wanted.clone());
        Some((self.import.clone(), wanted.0, wanted.1))
    }

    /// Takes the map by other choices. What was chosen meanwhile holds.
    pub fn set_import(&mut self, import: Import) {
        let Some((plan, choices)) = self.asked.take() else { return };
        if self.plan == plan {
            self.plan = import.plan().cloned();
        }
        let next = import.choices().cloned();
        self.choices = match (next, &self.choices, choices) {
            (Some(next), Some(mine), Some(asked)) => Some(chosen_meanwhile(next, mine, &asked)),
            (next, ..) => next,
        };
        self.import = import;
        self.take_stock();
    }

    /// The map to be drawn, where it has changed and isn't too large.
    pub fn take_drawing(&mut self) -> Option<Map> {
        if !std::mem::take(&mut self.needs_drawing) {
            return None;
        }
        self.import.map().ok().cloned()
    }

    /// Takes the picture of the map.
    pub fn set_picture(&mut self, preview: Option<Preview>, ctx: &Context) {
        self.picture = preview.map(|preview| {
            let pixels = &preview.pixels;
            let size = [pixels.width as usize, pixels.height as usize];
            let image = ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
            ctx.load_texture("import preview", image, TextureOptions::LINEAR)
        });
    }

    /// Looks at the map that was made: which values name kinds, and whether it is drawn.
    fn take_stock(&mut self) {
        self.apply_pending();
        self.kind_values = match (self.import.network(), &self.choices) {
            (Some(network), Some(choices)) => kind_values(network, choices),
            _ => Vec::new(),
        };
        self.picture = None;
        self.needs_drawing = self.import.map().is_ok_and(|map| {
            let (nations, ties) = (map.nations().len(), map.ties().len());
            nations > 0 && nations <= MOST_DRAWN.0 && ties <= MOST_DRAWN.1
        });
    }

    fn apply_pending(&mut self) {
        if self.plan.as_ref() != self.import.plan() {
            return;
        }
        for (name, role) in std::mem::take(&mut self.pending) {
            self.set_role(&name, role);
        }
    }

    /// The tables that were read.
    pub(super) fn tables(&self) -> &[Table] {
        match &self.import.source().content {
            ImportContent::Tables(tables) => tables,
            ImportContent::Map(_) | ImportContent::Network(_) => &[],
        }
    }

    /// The plan of the table that is shown.
    pub(super) fn sheet_plan(&mut self) -> Option<&mut SheetPlan> {
        self.plan.as_mut()?.sheets.get_mut(self.sheet)
    }

    /// The table that is shown as its plan has it: turned, perhaps.
    pub(super) fn shown_table(&mut self) -> Option<(std::sync::Arc<Table>, &mut SheetPlan)> {
        let ImportContent::Tables(tables) = &self.import.source().content else { return None };
        let table = tables.get(self.sheet)?;
        let plan = self.plan.as_mut()?.sheets.get_mut(self.sheet)?;
        Some((self.turned.get(table, self.sheet, plan.is_transposed), plan))
    }

    /// The role that a column of the network has.
    pub(super) fn role(&self, name: &str, content: TableContent) -> ColumnRole {
        let waiting = self.pending.iter().rev().find(|(column, _)| column == name);
        if let Some((_, role)) = waiting {
            return *role;
        }
        let (Some(network), Some(choices)) = (self.import.network(), &self.choices) else {
            return ColumnRole::Edge(EdgeRole::Attribute);
        };
        if content == TableContent::Nodes {
            let role = of_column(&network.node_columns, name, &choices.node_roles);
            return ColumnRole::Node(role.unwrap_or(crate::formats::NodeRole::Attribute));
        }
        let role = of_column(&network.edge_columns, name, &choices.edge_roles);
        ColumnRole::Edge(role.unwrap_or(EdgeRole::Attribute))
    }

    /// Gives a column of the network a role; where it has no such column yet, or is being made, once it has.
    pub(super) fn set_role(&mut self, name: &str, role: ColumnRole) {
        if self.asked.is_some() {
            self.pending.push((name.to_owned(), role));
            return;
        }
        let (Some(network), Some(choices)) = (self.import.network(), &mut self.choices) else {
            self.pending.push((name.to_owned(), role));
            return;
        };
        let is_set = match role {
            ColumnRole::Use(_) => true,
            ColumnRole::Edge(role) => {
                set(&network.edge_columns, name, &mut choices.edge_roles, role)
            }
            ColumnRole::Node(role) => {
                set(&network.node_columns, name, &mut choices.node_roles, role)
            }
        };
        if !is_set && self.plan.as_ref() != self.import.plan() {
            self.pending.push((name.to_owned(), role));
        }
    }
}

/// The next choices, with what was chosen while they were made; roles wait by the names of their columns.
fn chosen_meanwhile(mut next: Choices, mine: &Choices, asked: &Choices) -> Choices {
    if mine.meant != asked.meant {
        next.meant.clone_from(&mine.meant);
    }
    if mine.kinds != asked.kinds {
        next.kinds.clone_from(&mine.kinds);
    }
    if mine.usual_kind != asked.usual_kind {
        next.usual_kind.clone_from(&mine.usual_kind);
    }
    if mine.duplicates != asked.duplicates {
        next.duplicates = mine.duplicates;
    }
    if mine.recognise != asked.recognise {
        next.recognise = mine.recognise;
    }
    next
}

fn of_column<R: Copy>(columns: &Columns, name: &str, roles: &[R]) -> Option<R> {
    columns.find(name).and_then(|column| roles.get(column.index())).copied()
}

/// Whether there is a place for the role.
fn set<R>(columns: &Columns, name: &str, roles: &mut [R], role: R) -> bool {
    let place = columns.find(name).and_then(|column| roles.get_mut(column.index()));
    place.map(|place| *place = role).is_some()
}

/// The values of the columns that name kinds.
fn kind_values(network: &Network, choices: &Choices) -> Vec<String> {
    let is_kind = |index: usize| choices.edge_roles.get(index) == Some(&EdgeRole::Kind);
    let mut values = indexmap::IndexSet::new();
    for edge in &network.edges {
        for (column, value) in &edge.attributes {
            if let Attribute::Text(text) = value
                && is_kind(column.index())
                && !values.contains(text.as_str())
            {
                values.insert(text.as_str());
            }
        }
        if values.len() >= MOST_KINDS {
            break;
        }
    }
    values.into_iter().map(str::to_owned).collect()
}
