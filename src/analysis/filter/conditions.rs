//! The conditions of a filter that concern one nation or tie alone.

use crate::model::{
    Attribute, AttributeCondition, AttributeOwner, AttributeTest, Attributes, Filter, Map, Nation,
    Tie,
};
use crate::names::fold;

/// Whether a tie meets the conditions on ties, except the text.
pub(crate) fn tie_meets(map: &Map, filter: &Filter, tie: &Tie) -> bool {
    let sign = || map.kinds().get(tie.kind).map(|kind| kind.sign).unwrap_or_default();
    (filter.kinds.is_empty() || filter.kinds.contains(&tie.kind))
        && (filter.statuses.is_empty() || filter.statuses.contains(&tie.status))
        && (filter.signs.is_empty() || filter.signs.contains(&sign()))
        && filter.period.meets(tie.since, tie.until)
        && attributes_meet(filter, AttributeOwner::Tie, &tie.attributes)
}

/// Whether a nation meets the conditions on nations, except those on its ties and the text.
pub(crate) fn nation_meets(filter: &Filter, nation: &Nation) -> bool {
    (filter.tags.is_empty() || nation.tags.iter().any(|tag| filter.tags.contains(tag)))
        && attributes_meet(filter, AttributeOwner::Nation, &nation.attributes)
}

fn attributes_meet(filter: &Filter, of: AttributeOwner, attributes: &Attributes) -> bool {
    let mut conditions = filter.attributes.iter().filter(|condition| condition.of == of);
    conditions.all(|AttributeCondition { name, test, .. }| {
        attributes.get(name).is_some_and(|attribute| attribute_meets(attribute, test))
    })
}

fn attribute_meets(attribute: &Attribute, test: &AttributeTest) -> bool {
    match (test, attribute) {
        (AttributeTest::Has, _) => true,
        (AttributeTest::Equals(text), attribute) => attribute_text(attribute) == *text,
        (AttributeTest::AtLeast(least), Attribute::Number(number)) => number >= least,
        (AttributeTest::AtMost(most), Attribute::Number(number)) => number <= most,
        (AttributeTest::AtLeast(_) | AttributeTest::AtMost(_), _) => false,
    }
}

/// The value of an attribute as a condition writes it: `west`, `4.2`, `true`.
pub(crate) fn attribute_text(attribute: &Attribute) -> String {
    match attribute {
        Attribute::Text(text) => text.to_string(),
        Attribute::Number(number) => number.to_string(),
        Attribute::Flag(flag) => flag.to_string(),
    }
}

/// A text to look for; case and marks do not count.
pub(crate) struct TextSearch(String);

impl TextSearch {
    /// The search for a filter's text; `None` if it has none.
    pub(crate) fn of(filter: &Filter) -> Option<Self> {
        let text = fold(filter.text.trim());
        (!text.is_empty()).then_some(Self(text))
    }

    /// Whether a nation contains it: in its name, its code, its tags, its notes or a text attribute.
    pub(crate) fn matches_nation(&self, nation: &Nation) -> bool {
        self.is_in(&nation.name)
            || nation.code.as_deref().is_some_and(|code| self.is_in(code))
            || nation.tags.iter().any(|tag| self.is_in(tag))
            || self.is_in(&nation.notes)
            || self.is_in_attributes(&nation.attributes)
    }

    /// Whether a tie contains it: in its label, its notes, its evidence or a text attribute.
    pub(crate) fn matches_tie(&self, tie: &Tie) -> bool {
        self.is_in(&tie.label)
            || self.is_in(&tie.notes)
            || tie.evidence.iter().any(|evidence| self.is_in(&evidence.note))
            || self.is_in_attributes(&tie.attributes)
    }

    fn is_in_attributes(&self, attributes: &Attributes) -> bool {
        attributes
            .iter()
            .any(|(_, attribute)| matches!(attribute, Attribute::Text(text) if self.is_in(text)))
    }

    fn is_in(&self, text: &str) -> bool {
        !text.is_empty() && fold(text).contains(&self.0)
    }
}
