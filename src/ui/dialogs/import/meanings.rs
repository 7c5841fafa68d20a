//! What is asked and said of the whole: names that may mean several nations, kinds, duplicates.

use egui::{Grid, Label, RichText, TextEdit, Ui};

use super::form::ImportForm;
use super::sheet_options::choice;
use super::table_view::role_box;
use crate::formats::{Duplicates, EdgeRole, NodeRole, TableContent};
use crate::model::Sign;
use crate::ui::column_role::ColumnRole;
use crate::ui::theme::widgets::{name_field, second_ink};
use crate::ui::theme::{semibold_id, size};

/// The most names that are asked about in one go; the others follow.
const MOST_QUESTIONS: usize = 40;

/// What becomes of ties that say the same, in words.
const DUPLICATES: [(Duplicates, &str); 4] = [
    (Duplicates::Keep, "each a tie of its own"),
    (Duplicates::Count, "one tie, their number as weight"),
    (Duplicates::Sum, "one tie, the sum of their weights"),
    (Duplicates::First, "the first of them alone"),
];

/// Asks which nations are meant by names that may mean several.
pub(super) fn questions(ui: &mut Ui, form: &mut ImportForm) {
    let questions = form.import().questions().to_vec();
    let Some(choices) = &mut form.choices else { return };
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
                .map_or_else(|| code.clone(), |one| one.name.to_owned()),
        };
        let mut chosen = answer.clone();
        choice(ui, &format!("Meaning of {}", question.text), &shown, 240.0, |ui| {
            for candidate in &question.candidates {
                let value = Some(Some(candidate.code.to_owned()));
                let words = format!("{}, {}", candidate.name, candidate.code);
                ui.selectable_value(&mut chosen, value, words);
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
        if names.is_empty() {
            continue;
        }
        offered.push(match content {
            TableContent::Nodes => ColumnRole::Node(NodeRole::Ignore),
            _ => ColumnRole::Edge(EdgeRole::Ignore),
        });
        title(ui, heading);
        Grid::new(heading).num_columns(2).spacing([16.0, 4.0]).show(ui, |ui| {
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

/// The kinds that were found: what each is called, its sign, and whether its ties are wanted.
pub(super) fn kinds(ui: &mut Ui, form: &mut ImportForm) {
    let values = form.kind_values.clone();
    let signs: Vec<Option<Sign>> = values.iter().map(|value| found_sign(form, value)).collect();
    let Some(choices) = &mut form.choices else { return };
    title(ui, "Kinds of ties");
    if values.is_empty() {
        ui.horizontal(|ui| {
            ui.label(RichText::new("All are").color(second_ink(ui)));
            let field = TextEdit::singleline(&mut choices.usual_kind).desired_width(180.0);
            name_field(&ui.add(field), "Kind of all ties", &choices.usual_kind);
        });
        return;
    }
    for (value, sign) in values.iter().zip(signs) {
        let mut kind = choices.kinds.get(value).cloned().unwrap_or_default();
        let before = kind.clone();
        ui.horizontal(|ui| {
            let mut is_wanted = !kind.is_left_out;
            let tick = ui.checkbox(&mut is_wanted, "");
            let words = format!("Ties of the kind {value}");
            tick.widget_info(|| {
                egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, is_wanted, &words)
            });
            kind.is_left_out = !is_wanted;
            let mut name = kind.name.clone().unwrap_or_else(|| value.clone());
            let field = ui.add(TextEdit::singleline(&mut name).desired_width(128.0));
            name_field(&field, &format!("Name of the kind {value}"), &name);
            if field.changed() {
                kind.name = (name != *value).then_some(name);
            }
            let shown = kind.sign.or(sign).map_or("sign", Sign::name);
            choice(ui, &format!("Sign of the kind {value}"), shown, 84.0, |ui| {
                for sign in Sign::ALL {
                    ui.selectable_value(&mut kind.sign, Some(sign), sign.name());
                }
            });
        });
        if kind != before {
            choices.kinds.insert(value.clone(), kind);
        }
    }
}

/// The sign of the kind that a value became.
fn found_sign(form: &ImportForm, value: &str) -> Option<Sign> {
    let choices = form.choices.as_ref()?;
    let name = choices.kinds.get(value).and_then(|kind| kind.name.clone());
    let name = crate::names::fold(&name.unwrap_or_else(|| value.to_owned()));
    let map = form.import().map().ok()?;
    let mut kinds = map.kinds().iter();
    kinds.find(|(_, kind)| crate::names::fold(&kind.name) == name).map(|(_, kind)| kind.sign)
}

/// What becomes of like ties, and whether nations are recognised.
pub(super) fn others(ui: &mut Ui, form: &mut ImportForm) {
    let Some(choices) = &mut form.choices else { return };
    title(ui, "Ties that say the same");
    let words = DUPLICATES.iter().find(|(value, _)| *value == choices.duplicates);
    choice(ui, "Ties that say the same", words.map_or("", |(_, words)| words), 240.0, |ui| {
        for (value, words) in DUPLICATES {
            ui.selectable_value(&mut choices.duplicates, value, words);
        }
    });
    ui.add_space(8.0);
    let recognise = ui.checkbox(&mut choices.recognise, "Recognise nations by names and codes");
    recognise.on_hover_text("They get their English name, code and flag");
}

fn title(ui: &mut Ui, text: &str) {
    ui.add_space(10.0);
    ui.label(RichText::new(text).font(semibold_id(size::TEXT)));
    ui.add_space(2.0);
}
