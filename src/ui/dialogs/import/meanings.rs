//! What is asked and said of the whole: names that may mean several nations, kinds, duplicates.

use egui::{Grid, Label, RichText, TextEdit, Ui, WidgetInfo, WidgetType};

use super::form::ImportForm;
use super::sheet_options::choice;
use super::table_view::role_box;
use crate::formats::{Duplicates, EdgeRole, KindChoice, NodeRole, TableContent};
use crate::model::Sign;
use crate::names::KnownNation;
use crate::tasks::FoundKind;
use crate::ui::column_role::ColumnRole;
use crate::ui::theme::widgets::{name_field, second_ink};
use crate::ui::theme::{semibold_id, size};

/// The most names that are asked about in one go; the others follow.
const MOST_QUESTIONS: usize = 40;

/// The width of the name of a kind.
const KIND: f32 = 156.0;

/// What becomes of ties that say the same, in words.
const DUPLICATES: [(Duplicates, &str); 4] = [
    (Duplicates::Keep, "each a tie of its own"),
    (Duplicates::Count, "one tie, their number as weight"),
    (Duplicates::Sum, "one tie, the sum of their weights"),
    (Duplicates::First, "the first of them alone"),
];

/// Asks which nations are meant by names that may mean several.
pub(super) fn questions(ui: &mut Ui, form: &mut ImportForm) {
    let Some(choices) = &mut form.choices else { return };
    let questions = form.names.shown(&choices.meant, MOST_QUESTIONS);
    if questions.is_empty() {
        return;
    }
    title(ui, "Which nation is meant?");
    for question in questions.iter().take(MOST_QUESTIONS) {
        let text = match question.count {
            1 => format!("“{}”", question.text),
            count => format!("“{}”, {count} times", question.text),
        };
        ui.add(Label::new(text).truncate());
        let answer = choices.meant.get(&question.text).cloned();
        let shown = match &answer {
            None => "choose…".to_owned(),
            Some(None) => "none of them".to_owned(),
            Some(Some(code)) => (question.candidates.iter().find(|one| one.code == code))
                .map_or_else(|| code.clone(), |one| nation_words(one)),
        };
        let mut chosen = answer.clone();
        choice(ui, &format!("Meaning of {}", question.text), &shown, 240.0, |ui| {
            for candidate in &question.candidates {
                let value = Some(Some(candidate.code.to_owned()));
                ui.selectable_value(&mut chosen, value, nation_words(candidate));
            }
            ui.selectable_value(&mut chosen, Some(None), "none of them");
        });
        if let Some(meaning) = chosen
            && answer.as_ref() != Some(&meaning)
        {
            choices.meant.insert(question.text.clone(), meaning);
        }
    }
}

/// A nation with its code, for several may share a name: `Congo, COG`.
fn nation_words(nation: &KnownNation) -> String {
    format!("{}, {}", nation.name, nation.code)
}

/// The roles of the attributes of a network, which isn't shown as a table.
pub(super) fn attributes(ui: &mut Ui, form: &mut ImportForm) {
    let Some(network) = form.import().network() else { return };
    let names = |columns: &crate::formats::Columns| -> Vec<String> {
        columns.iter().map(|(_, name)| name.to_owned()).collect()
    };
    let (nodes, edges) = (names(&network.node_columns), names(&network.edge_columns));
    let parts = [
        ("What is said of nations", nodes, TableContent::Nodes, ColumnRole::of_nodes()),
        ("What is said of ties", edges, TableContent::Edges, ColumnRole::of_edges()),
    ];
    for (heading, names, content, mut offered) in parts {
        let has_labels = content == TableContent::Edges && form.view.has_edge_labels;
        if names.is_empty() && !has_labels {
            continue;
        }
        offered.push(match content {
            TableContent::Nodes => ColumnRole::Node(NodeRole::Ignore),
            _ => ColumnRole::Edge(EdgeRole::Ignore),
        });
        title(ui, heading);
        Grid::new(heading).num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
            if has_labels {
                edge_labels(ui, form, names.len());
            }
            for (index, name) in names.iter().enumerate() {
                ui.add(Label::new(name).truncate());
                let role = form.role(name, content);
                if let Some(chosen) =
                    role_box(ui, &format!("Role of {name}"), index, role, &offered)
                {
                    form.set_role(name, chosen);
                }
                ui.end_row();
            }
        });
    }
}

/// The roles of the text along ties, which is no attribute.
fn edge_labels(ui: &mut Ui, form: &mut ImportForm, id: usize) {
    const OFFERED: [EdgeRole; 5] =
        [EdgeRole::Label, EdgeRole::Kind, EdgeRole::Notes, EdgeRole::Attribute, EdgeRole::Ignore];
    let Some(choices) = &mut form.choices else { return };
    ui.label("Text along ties");
    let role = ColumnRole::Edge(choices.edge_label);
    let offered = OFFERED.map(ColumnRole::Edge);
    if let Some(ColumnRole::Edge(chosen)) =
        role_box(ui, "Role of the text along ties", id, role, &offered)
    {
        choices.edge_label = chosen;
    }
    ui.end_row();
}

/// The kinds that were found: what each is called, its sign, and whether its ties are wanted.
pub(super) fn kinds(ui: &mut Ui, form: &mut ImportForm) {
    let Some(choices) = &mut form.choices else { return };
    title(ui, "Kinds of ties");
    if form.view.kinds.is_empty() {
        ui.horizontal(|ui| {
            ui.label(RichText::new("All are").color(second_ink(ui)));
            let field = TextEdit::singleline(&mut choices.usual_kind).desired_width(180.0);
            name_field(&ui.add(field), "Kind of all ties", &choices.usual_kind);
        });
        return;
    }
    for found in &form.view.kinds {
        let kind = choices.kinds.get(&found.value).cloned().unwrap_or_default();
        let changed = kind_row(ui, found, kind.clone());
        if kind != changed {
            choices.kinds.insert(found.value.clone(), changed);
        }
    }
}

/// A value that names a kind, and what it becomes.
fn kind_row(ui: &mut Ui, found: &FoundKind, mut kind: KindChoice) -> KindChoice {
    let value = &found.value;
    ui.horizontal(|ui| {
        let mut is_wanted = !kind.is_left_out;
        let tick = ui.checkbox(&mut is_wanted, "");
        let words = format!("Ties of the kind {value}");
        tick.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, is_wanted, &words));
        kind.is_left_out = !is_wanted;
        let mut name = kind.name.clone().unwrap_or_else(|| value.clone());
        let field = ui.add(TextEdit::singleline(&mut name).desired_width(KIND));
        name_field(&field, &format!("Name of the kind {value}"), &name);
        if field.changed() {
            kind.name = (name != *value).then_some(name);
        }
        if field.hovered() && value.chars().count() > 20 {
            field.on_hover_text(value);
        }
        let shown = match (kind.sign, &found.signs[..]) {
            (Some(sign), _) | (None, &[sign]) => sign.name(),
            (None, []) => "no sign",
            (None, _) => "as its rows say",
        };
        let width = ui.available_width();
        choice(ui, &format!("Sign of the kind {value}"), shown, width, |ui| {
            for sign in Sign::ALL {
                ui.selectable_value(&mut kind.sign, Some(sign), sign.name());
            }
        });
    });
    kind
}

/// What becomes of like ties.
pub(super) fn like_ties(ui: &mut Ui, form: &mut ImportForm) {
    let Some(choices) = &mut form.choices else { return };
    title(ui, "Ties that say the same");
    let words = DUPLICATES.iter().find(|(value, _)| *value == choices.duplicates);
    choice(ui, "Ties that say the same", words.map_or("", |(_, words)| words), 240.0, |ui| {
        for (value, words) in DUPLICATES {
            ui.selectable_value(&mut choices.duplicates, value, words);
        }
    });
}

/// The title of a part.
pub(super) fn title(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    ui.label(RichText::new(text).font(semibold_id(size::TEXT)));
    ui.add_space(2.0);
}
