//! The conditions of a filter on attributes: for each attribute of the map a choice of what it has to
//! say.

use egui::Ui;

use super::{changed, typed};
use crate::analysis::{AttributeValues, RecordCounts};
use crate::model::{AttributeCondition, AttributeOwner, AttributeTest, Extra, Filter, Map};
use crate::ui::intent::Intent;
use crate::ui::panels::form;
use crate::ui::panels::form::Drafts;

/// No more attributes than this are offered.
const MOST_ATTRIBUTES: usize = 40;

/// What an attribute has to say, without the number.
#[derive(Clone, Debug, PartialEq)]
enum Wanted {
    Any,
    Has,
    Is(String),
    Exactly,
    AtLeast,
    AtMost,
}

pub(in crate::ui::panels) fn show(
    ui: &mut Ui,
    map: &Map,
    counts: &RecordCounts,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
) {
    for (of, title) in [
        (AttributeOwner::Nation, "Attributes of nations"),
        (AttributeOwner::Tie, "Attributes of ties"),
    ] {
        let names = names(map, counts, of);
        if names.is_empty() {
            continue;
        }
        form::section(ui, title);
        for name in names {
            let is_same = |values: &&AttributeValues| values.of == of && values.name == name;
            let values = counts.attributes.iter().find(is_same);
            let conditions = map.filter().attributes.iter().enumerate();
            let mut own = conditions.filter(|(_, c)| c.of == of && c.name == name).peekable();
            ui.push_id((of, name), |ui| {
                if own.peek().is_none() {
                    row(ui, map, None, name, of, values, out);
                }
                for (index, condition) in own {
                    ui.push_id(index, |ui| {
                        row(ui, map, Some(index), name, of, values, out);
                        let is_chosen = matches!(condition.test, AttributeTest::Equals(_))
                            && !values.is_some_and(|values| values.is_numeric);
                        if !is_chosen {
                            number(ui, map, index, condition, drafts, out);
                        }
                    });
                }
            });
        }
    }
}

/// The attributes that are offered: those of the map, in its order so that a choice moves none, then
/// those that the filter alone names.
fn names<'a>(map: &'a Map, counts: &'a RecordCounts, of: AttributeOwner) -> Vec<&'a str> {
    let there = counts.attributes.iter().filter(|values| values.of == of);
    let mut names: Vec<&str> =
        there.map(|values| values.name.as_str()).take(MOST_ATTRIBUTES).collect();
    for condition in map.filter().attributes.iter().filter(|condition| condition.of == of) {
        if !names.contains(&condition.name.as_str()) {
            names.push(&condition.name);
        }
    }
    names
}

/// The choice for an attribute; `index` is the place of its condition, where it has one.
fn row(
    ui: &mut Ui,
    map: &Map,
    index: Option<usize>,
    name: &str,
    of: AttributeOwner,
    values: Option<&AttributeValues>,
    out: &mut Vec<Intent>,
) {
    let is_numeric = values.is_some_and(|values| values.is_numeric);
    let test = index.and_then(|index| map.filter().attributes.get(index)).map(|c| &c.test);
    let now = match test {
        None => Wanted::Any,
        Some(AttributeTest::Has) => Wanted::Has,
        Some(AttributeTest::Equals(_)) if is_numeric => Wanted::Exactly,
        Some(AttributeTest::Equals(text)) => Wanted::Is(text.clone()),
        Some(AttributeTest::AtLeast(_)) => Wanted::AtLeast,
        Some(AttributeTest::AtMost(_)) => Wanted::AtMost,
    };
    let options = options(&now, values, is_numeric);
    let Some(wanted) = form::choice(ui, name, &now, options) else { return };
    let test = test_of(wanted, values);
    changed(out, map, &format!("“{name}”"), |filter| set(filter, index, of, name, test));
}

fn options(
    now: &Wanted,
    values: Option<&AttributeValues>,
    is_numeric: bool,
) -> Vec<(Wanted, String)> {
    let of = values.map_or(0, |values| values.count);
    let mut options = vec![(Wanted::Any, "any".to_owned()), (Wanted::Has, format!("given ({of})"))];
    if is_numeric {
        options.push((Wanted::AtLeast, "at least".to_owned()));
        options.push((Wanted::AtMost, "at most".to_owned()));
        options.push((Wanted::Exactly, "exactly".to_owned()));
    } else {
        let each = values.iter().flat_map(|values| &values.values);
        options.extend(each.map(|(text, n)| (Wanted::Is(text.clone()), format!("{text} ({n})"))));
    }
    if !options.iter().any(|(option, _)| option == now) {
        let name = match now {
            Wanted::Is(text) => text.clone(),
            Wanted::AtLeast => "at least".to_owned(),
            Wanted::AtMost => "at most".to_owned(),
            Wanted::Any | Wanted::Has | Wanted::Exactly => "exactly".to_owned(),
        };
        options.push((now.clone(), name));
    }
    options
}

/// The condition that is meant at first: numbers begin with those of the data.
fn test_of(wanted: Wanted, values: Option<&AttributeValues>) -> Option<AttributeTest> {
    let numbers = values.iter().flat_map(|values| &values.values);
    let mut numbers: Vec<f64> = numbers.filter_map(|(text, _)| text.parse().ok()).collect();
    numbers.sort_by(f64::total_cmp);
    let (least, most) = (numbers.first().copied(), numbers.last().copied());
    match wanted {
        Wanted::Any => None,
        Wanted::Has => Some(AttributeTest::Has),
        Wanted::Is(text) => Some(AttributeTest::Equals(text)),
        Wanted::Exactly => Some(AttributeTest::Equals(most.unwrap_or(0.0).to_string())),
        Wanted::AtLeast => Some(AttributeTest::AtLeast(least.unwrap_or(0.0))),
        Wanted::AtMost => Some(AttributeTest::AtMost(most.unwrap_or(0.0))),
    }
}

/// Puts a condition in the place of one, or adds it; without a test the one there goes.
fn set(
    filter: &mut Filter,
    index: Option<usize>,
    of: AttributeOwner,
    name: &str,
    test: Option<AttributeTest>,
) {
    let old = index.filter(|index| *index < filter.attributes.len());
    match (old, test) {
        (Some(index), Some(test)) => filter.attributes[index].test = test,
        (Some(index), None) => drop(filter.attributes.remove(index)),
        (None, Some(test)) => {
            let condition =
                AttributeCondition { of, name: name.to_owned(), test, extra: Extra::new() };
            filter.attributes.push(condition);
        }
        (None, None) => {}
    }
}

/// The number that a condition compares with, where it does.
fn number(
    ui: &mut Ui,
    map: &Map,
    index: usize,
    condition: &AttributeCondition,
    drafts: &mut Drafts,
    out: &mut Vec<Intent>,
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
    let read = |text: &str| {
        let number = text.trim().parse().ok().filter(|number: &f64| number.is_finite());
        number.ok_or_else(|| "A number such as 4.2.".to_owned())
    };
    if let Some(number) = form::parsed(ui, out, drafts, "Number", &now.to_string(), "4.2", read) {
        typed(out, map, &format!("“{}”", condition.name), |filter| {
            if let Some(condition) = filter.attributes.get_mut(index) {
                condition.test = with(number);
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(is_numeric: bool, values: &[&str]) -> AttributeValues {
        let values: Vec<(String, usize)> = values.iter().map(|v| ((*v).to_owned(), 1)).collect();
        let (of, name) = (AttributeOwner::Nation, "gdp".to_owned());
        AttributeValues { of, name, count: values.len(), is_numeric, values }
    }

    #[test]
    fn numbers_are_compared_and_texts_chosen() {
        let numbers = values(true, &["4.2", "1", "-3"]);
        let names: Vec<String> =
            options(&Wanted::Any, Some(&numbers), true).into_iter().map(|(_, n)| n).collect();
        assert_eq!(names, ["any", "given (3)", "at least", "at most", "exactly"]);
        let test = |wanted| test_of(wanted, Some(&numbers));
        assert_eq!(test(Wanted::AtLeast), Some(AttributeTest::AtLeast(-3.0)));
        assert_eq!(test(Wanted::AtMost), Some(AttributeTest::AtMost(4.2)));
        assert_eq!(test(Wanted::Any), None);
        let texts = values(false, &["east", "west"]);
        let now = Wanted::Is("north".to_owned());
        let offered = options(&now, Some(&texts), false);
        assert_eq!(offered.last(), Some(&(now, "north".to_owned())), "what is set stays offered");
    }

    #[test]
    fn a_condition_is_added_changed_and_taken_out() {
        let mut filter = Filter::default();
        set(&mut filter, None, AttributeOwner::Tie, "treaty", Some(AttributeTest::Has));
        assert_eq!(filter.attributes.len(), 1);
        set(&mut filter, Some(0), AttributeOwner::Tie, "treaty", Some(AttributeTest::AtMost(1.0)));
        assert_eq!(filter.attributes[0].test, AttributeTest::AtMost(1.0));
        set(&mut filter, Some(0), AttributeOwner::Tie, "treaty", None);
        assert!(filter.attributes.is_empty());
    }
}
