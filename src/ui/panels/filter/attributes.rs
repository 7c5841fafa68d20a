//! The conditions on attributes: for each attribute of the map a choice of what it must say.

use egui::Ui;

use super::attribute_condition::{Requirement, options, set_condition};
use crate::analysis::{AttributeValues, RecordCounts};
use crate::model::{AttributeCondition, AttributeOwner, AttributeTest, Filter};
use crate::ui::panels::fields::quoted;
use crate::ui::panels::form::{MapFilter, RecordForm, TextFormat, TypedField, choice_row, section};

/// No more attributes than this are offered.
const MAX_OFFERED: usize = 40;

/// A number.
const NUMBER: TextFormat<f64> = TextFormat {
    hint: "for example 4.2",
    write: f64::to_string,
    read: |text| {
        let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| "A number such as 4.2.".to_owned())
    },
};

/// An attribute, with its values in the map if it has any.
#[derive(Clone, Copy)]
struct Attribute<'a> {
    of: AttributeOwner,
    name: &'a str,
    values: Option<&'a AttributeValues>,
}

impl Attribute<'_> {
    fn is_numeric(self) -> bool {
        self.values.is_some_and(|values| values.is_numeric)
    }
}

/// Shows the attributes of nations, then those of ties.
pub fn show(ui: &mut Ui, counts: &RecordCounts, form: &mut RecordForm<'_, MapFilter>) {
    for (of, title) in [
        (AttributeOwner::Nation, "Attributes of nations"),
        (AttributeOwner::Tie, "Attributes of ties"),
    ] {
        let attributes = offered(form.editor.record, counts, of);
        if attributes.is_empty() {
            continue;
        }
        section(ui, title);
        for attribute in attributes {
            ui.push_id((of, attribute.name), |ui| conditions(ui, form, attribute));
        }
    }
}

/// The attributes that are offered: those of the map, in its order so that a choice moves none, then
/// those that the filter alone names.
fn offered<'a>(
    filter: &'a Filter,
    counts: &'a RecordCounts,
    of: AttributeOwner,
) -> Vec<Attribute<'a>> {
    let in_map = counts.attributes.iter().filter(|values| values.of == of);
    let in_map = in_map.map(|values| Attribute { of, name: &values.name, values: Some(values) });
    let mut attributes: Vec<Attribute<'_>> = in_map.take(MAX_OFFERED).collect();
    for condition in filter.attributes.iter().filter(|condition| condition.of == of) {
        if !attributes.iter().any(|attribute| attribute.name == condition.name) {
            let is_same =
                |values: &&AttributeValues| values.of == of && values.name == condition.name;
            let values = counts.attributes.iter().find(is_same);
            attributes.push(Attribute { of, name: &condition.name, values });
        }
    }
    attributes
}

/// The rows of the conditions on an attribute, or one to add the first.
fn conditions(ui: &mut Ui, form: &mut RecordForm<'_, MapFilter>, attribute: Attribute<'_>) {
    let conditions = form.editor.record.attributes.iter().enumerate();
    let is_own = |c: &AttributeCondition| c.of == attribute.of && c.name == attribute.name;
    let mut own = conditions.filter(|(_, condition)| is_own(condition)).peekable();
    if own.peek().is_none() {
        requirement(ui, form, attribute, None);
    }
    for (index, condition) in own {
        ui.push_id(index, |ui| {
            requirement(ui, form, attribute, Some((index, condition)));
            let is_text =
                matches!(condition.test, AttributeTest::Equals(_)) && !attribute.is_numeric();
            if !is_text {
                number(ui, form, index, condition);
            }
        });
    }
}

/// The choice of what is asked of an attribute, by a condition if there is one yet.
fn requirement(
    ui: &mut Ui,
    form: &mut RecordForm<'_, MapFilter>,
    attribute: Attribute<'_>,
    condition: Option<(usize, &AttributeCondition)>,
) {
    let Attribute { of, name, values } = attribute;
    let is_numeric = attribute.is_numeric();
    let now = Requirement::of(condition.map(|(_, condition)| &condition.test), is_numeric);
    let options = options(&now, values, is_numeric);
    let Some(chosen) = choice_row(ui, name, &now, options) else { return };
    let (index, test) = (condition.map(|(index, _)| index), chosen.into_test(values));
    form.edit(&quoted(name), |filter| set_condition(filter, index, of, name, test));
}

/// The number that a condition compares with, where it does.
fn number(
    ui: &mut Ui,
    form: &mut RecordForm<'_, MapFilter>,
    index: usize,
    condition: &AttributeCondition,
) {
    let (now, with): (f64, fn(f64) -> AttributeTest) = match &condition.test {
        AttributeTest::AtLeast(least) => (*least, AttributeTest::AtLeast),
        AttributeTest::AtMost(most) => (*most, AttributeTest::AtMost),
        AttributeTest::Equals(text) => match text.parse() {
            Ok(number) => (number, |number| AttributeTest::Equals(number.to_string())),
            Err(_) => return,
        },
        AttributeTest::Has => return,
    };
    let draft = format!("attribute/{:?}/{}/{index}", condition.of, condition.name);
    if let Some(number) = form.read(ui, "Number", &draft, &now, &NUMBER) {
        let name = quoted(&condition.name);
        let field = TypedField { caption: "Number", key: &name, step: &name };
        form.type_in(field, |filter| {
            if let Some(condition) = filter.attributes.get_mut(index) {
                condition.test = with(number);
            }
        });
    }
}
