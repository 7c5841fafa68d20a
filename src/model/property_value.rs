//! The values that the nations and ties of a map have for the properties that a look can follow.

use std::borrow::Cow;

use super::{Attribute, Map, Nation, NationProperty, Tie, TieProperty, region};

/// The value of a property.
#[derive(Clone, Debug, PartialEq)]
pub struct PropertyValue<'a> {
    /// The text by which a rule names it: `west`, `4.2`, `true`, `in-force`, the id of a kind.
    pub text: Cow<'a, str>,
    /// The number, if it is one.
    pub number: Option<f64>,
}

impl<'a> PropertyValue<'a> {
    fn text(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self { text, number: None })
    }

    fn number(number: f64) -> Option<Self> {
        Some(Self { text: number.to_string().into(), number: Some(number) })
    }

    fn attribute(attribute: &'a Attribute) -> Option<Self> {
        match attribute {
            Attribute::Text(text) => Self::text(text),
            Attribute::Number(number) => Self::number(*number),
            Attribute::Flag(flag) => Self::text(if *flag { "true" } else { "false" }),
        }
    }
}

impl Map {
    /// The value of a property for each nation, in the order of the map; `None` if it has none.
    pub fn nation_values(&self, property: &NationProperty) -> Vec<Option<PropertyValue<'_>>> {
        if *property == NationProperty::Degree {
            return self.degrees().into_iter().map(|d| PropertyValue::number(d.into())).collect();
        }
        self.nations().iter().map(|(_, nation)| nation_value(nation, property)).collect()
    }

    /// The value of a property for a tie; `None` if it has none.
    pub fn tie_value<'a>(
        &'a self,
        tie: &'a Tie,
        property: &TieProperty,
    ) -> Option<PropertyValue<'a>> {
        let kind = self.kinds().get(tie.kind);
        match property {
            TieProperty::Kind => PropertyValue::text(kind?.key.as_str()),
            TieProperty::Status => PropertyValue::text(tie.status?.name().replace(' ', "-")),
            TieProperty::Sign => PropertyValue::text(kind?.sign.name()),
            TieProperty::Weight => PropertyValue::number(shortest(tie.weight)),
            TieProperty::Since => PropertyValue::number(tie.since?.year().into()),
            TieProperty::Attribute(name) => PropertyValue::attribute(tie.attributes.get(name)?),
        }
    }

    /// The names of the attributes that nations have, in the order in which they occur.
    pub fn nation_attributes(&self) -> Vec<&str> {
        names(self.nations().iter().flat_map(|(_, nation)| nation.attributes.iter()))
    }

    /// The names of the attributes that ties have, in the order in which they occur.
    pub fn tie_attributes(&self) -> Vec<&str> {
        names(self.ties().iter().flat_map(|(_, tie)| tie.attributes.iter()))
    }
}

fn nation_value<'a>(nation: &'a Nation, property: &NationProperty) -> Option<PropertyValue<'a>> {
    let subregion = || region::of_code(nation.code.as_deref()?);
    match property {
        NationProperty::Type => PropertyValue::text(nation.nation_type.name()),
        NationProperty::Region => PropertyValue::text(subregion()?.region.name()),
        NationProperty::Subregion => PropertyValue::text(subregion()?.name),
        NationProperty::Tag => PropertyValue::text(nation.tags.first()?.as_str()),
        // A single nation doesn't know its ties.
        NationProperty::Degree => None,
        NationProperty::Attribute(name) => PropertyValue::attribute(nation.attributes.get(name)?),
    }
}

/// The number as a person wrote it, which single precision only approximates: 0.1, not 0.10000000149.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.into())
}

fn names<'a>(attributes: impl Iterator<Item = (&'a str, &'a Attribute)>) -> Vec<&'a str> {
    let mut names = indexmap::IndexSet::new();
    names.extend(attributes.map(|(name, _)| name));
    names.into_iter().collect()
}
