//! What can be asked of an attribute: the options for it, and the condition that each one means.

use crate::analysis::AttributeValues;
use crate::model::{AttributeCondition, AttributeOwner, AttributeTest, Extra, Filter};

/// What is asked of an attribute, without the number.
#[derive(Clone, Debug, PartialEq)]
pub enum Requirement {
    /// Nothing: any value passes, and none.
    Any,
    /// It has a value.
    Has,
    /// It is this text.
    Is(String),
    /// It is a certain number.
    Exactly,
    /// It is a certain number or more.
    AtLeast,
    /// It is a certain number or less.
    AtMost,
}

impl Requirement {
    /// The requirement of a test, if there is one, on an attribute that is a number or isn't.
    pub fn of(test: Option<&AttributeTest>, is_numeric: bool) -> Self {
        match test {
            None => Self::Any,
            Some(AttributeTest::Has) => Self::Has,
            Some(AttributeTest::Equals(_)) if is_numeric => Self::Exactly,
            Some(AttributeTest::Equals(text)) => Self::Is(text.clone()),
            Some(AttributeTest::AtLeast(_)) => Self::AtLeast,
            Some(AttributeTest::AtMost(_)) => Self::AtMost,
        }
    }

    /// The test that it means at first: numbers begin with those of the data.
    pub fn into_test(self, values: Option<&AttributeValues>) -> Option<AttributeTest> {
        let numbers = values.iter().flat_map(|values| &values.values);
        let mut numbers: Vec<f64> = numbers.filter_map(|(text, _)| text.parse().ok()).collect();
        numbers.sort_by(f64::total_cmp);
        let (least, most) = (numbers.first().copied(), numbers.last().copied());
        match self {
            Self::Any => None,
            Self::Has => Some(AttributeTest::Has),
            Self::Is(text) => Some(AttributeTest::Equals(text)),
            Self::Exactly => Some(AttributeTest::Equals(most.unwrap_or(0.0).to_string())),
            Self::AtLeast => Some(AttributeTest::AtLeast(least.unwrap_or(0.0))),
            Self::AtMost => Some(AttributeTest::AtMost(most.unwrap_or(0.0))),
        }
    }
}

/// The requirements on offer, with their names; the present one is always among them.
pub fn options(
    now: &Requirement,
    values: Option<&AttributeValues>,
    is_numeric: bool,
) -> Vec<(Requirement, String)> {
    let count = values.map_or(0, |values| values.count);
    let mut options =
        vec![(Requirement::Any, "any".to_owned()), (Requirement::Has, format!("given ({count})"))];
    if is_numeric {
        options.push((Requirement::AtLeast, "at least".to_owned()));
        options.push((Requirement::AtMost, "at most".to_owned()));
        options.push((Requirement::Exactly, "exactly".to_owned()));
    } else {
        let each = values.iter().flat_map(|values| &values.values);
        let is =
            |(text, n): &(String, usize)| (Requirement::Is(text.clone()), format!("{text} ({n})"));
        options.extend(each.map(is));
    }
    if !options.iter().any(|(option, _)| option == now) {
        let name = match now {
            Requirement::Is(text) => text.clone(),
            Requirement::AtLeast => "at least".to_owned(),
            Requirement::AtMost => "at most".to_owned(),
            Requirement::Any | Requirement::Has | Requirement::Exactly => "exactly".to_owned(),
        };
        options.push((now.clone(), name));
    }
    options
}

/// Replaces the test of the condition at `index`, or adds a condition; without a test the condition
/// at `index` is removed.
pub fn set_condition(
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
            options(&Requirement::Any, Some(&numbers), true).into_iter().map(|(_, n)| n).collect();
        assert_eq!(names, ["any", "given (3)", "at least", "at most", "exactly"]);
        let test = |wanted: Requirement| wanted.into_test(Some(&numbers));
        assert_eq!(test(Requirement::AtLeast), Some(AttributeTest::AtLeast(-3.0)));
        assert_eq!(test(Requirement::AtMost), Some(AttributeTest::AtMost(4.2)));
        assert_eq!(test(Requirement::Any), None);
        let texts = values(false, &["east", "west"]);
        let now = Requirement::Is("north".to_owned());
        let offered = options(&now, Some(&texts), false);
        assert_eq!(offered.last(), Some(&(now, "north".to_owned())), "what is set stays offered");
    }

    #[test]
    fn a_condition_is_added_changed_and_taken_out() {
        let mut filter = Filter::default();
        set_condition(&mut filter, None, AttributeOwner::Tie, "treaty", Some(AttributeTest::Has));
        assert_eq!(filter.attributes.len(), 1);
        set_condition(
            &mut filter,
            Some(0),
            AttributeOwner::Tie,
            "treaty",
            Some(AttributeTest::AtMost(1.0)),
        );
        assert_eq!(filter.attributes[0].test, AttributeTest::AtMost(1.0));
        set_condition(&mut filter, Some(0), AttributeOwner::Tie, "treaty", None);
        assert!(filter.attributes.is_empty());
    }
}
