//! The properties of nations and ties that a look can follow, and what the records of a map say.

use std::borrow::Cow;

use super::{Attribute, End, Map, Nation, NationProperty, Tie, TieProperty, region};

/// What a record says of a property.
#[derive(Clone, Debug, PartialEq)]
pub struct PropertyValue<'a> {
    /// The text by which a rule names it: `west`, `4.2`, `true`, `in-force`, the id of a kind.
    pub text: Cow<'a, str>,
    /// The number, where it is one.
    pub number: Option<f64>,
}

impl<'a> PropertyValue<'a> {
    fn word(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self { text, number: None })
    }

    fn number(number: f64) -> Option<Self> {
        Some(Self { text: number.to_string().into(), number: Some(number) })
    }

    fn attribute(attribute: &'a Attribute) -> Option<Self> {
        match attribute {
            Attribute::Text(text) => Self::word(text),
            Attribute::Number(number) => Self::number(*number),
            Attribute::Flag(flag) => Self::word(if *flag { "true" } else { "false" }),
        }
    }
}

impl Map {
    /// How many ties start or end at each nation, in the order of the map. A tie onto a tie counts for
    /// its first end alone.
    pub fn degrees(&self) -> Vec<u32> {
        let mut degrees = vec![0u32; self.nations().len()];
        for (_, tie) in self.ties().iter() {
            // A tie of a nation to itself is one tie.
            let to = match tie.to {
                End::Nation(nation) if !tie.is_loop() => Some(nation),
                _ => None,
            };
            for end in [Some(tie.from), to].into_iter().flatten() {
                if let Some(degree) = self.nations().index_of(end).and_then(|i| degrees.get_mut(i))
                {
                    *degree += 1;
                }
            }
        }
        degrees
    }

    /// What each nation says of a property, in the order of the map; `None` where it says nothing.
    pub fn nation_values(&self, property: &NationProperty) -> Vec<Option<PropertyValue<'_>>> {
        if *property == NationProperty::Degree {
            return self.degrees().into_iter().map(|d| PropertyValue::number(d.into())).collect();
        }
        self.nations().iter().map(|(_, nation)| nation_value(nation, property)).collect()
    }

    /// What a tie says of a property; `None` where it says nothing.
    pub fn tie_value<'a>(
        &'a self,
        tie: &'a Tie,
        property: &TieProperty,
    ) -> Option<PropertyValue<'a>> {
        let kind = self.kinds().get(tie.kind);
        match property {
            TieProperty::Kind => PropertyValue::word(kind?.key.as_str()),
            TieProperty::Status => PropertyValue::word(tie.status?.name().replace(' ', "-")),
            TieProperty::Sign => PropertyValue::word(kind?.sign.name()),
            TieProperty::Weight => PropertyValue::number(shortest(tie.weight)),
            TieProperty::Since => PropertyValue::number(tie.since?.year().into()),
            TieProperty::Attribute(name) => PropertyValue::attribute(tie.attributes.get(name)?),
        }
    }

    /// The names of the attributes that nations have, in the order in which they come.
    pub fn nation_attributes(&self) -> Vec<&str> {
        names(self.nations().iter().flat_map(|(_, nation)| nation.attributes.iter()))
    }

    /// The names of the attributes that ties have, in the order in which they come.
    pub fn tie_attributes(&self) -> Vec<&str> {
        names(self.ties().iter().flat_map(|(_, tie)| tie.attributes.iter()))
    }
}

fn nation_value<'a>(nation: &'a Nation, property: &NationProperty) -> Option<PropertyValue<'a>> {
    let subregion = || region::of_alpha3(nation.code.as_deref()?);
    match property {
        NationProperty::Type => PropertyValue::word(nation.nation_type.name()),
        NationProperty::Region => PropertyValue::word(subregion()?.region.name()),
        NationProperty::Subregion => PropertyValue::word(subregion()?.name),
        NationProperty::Tag => PropertyValue::word(nation.tags.first()?.as_str()),
        // One nation alone doesn't know its ties.
        NationProperty::Degree => None,
        NationProperty::Attribute(name) => PropertyValue::attribute(nation.attributes.get(name)?),
    }
}

/// The number that a person has written, which single precision only comes near: 0.1, not
/// 0.10000000149.
fn shortest(number: f32) -> f64 {
    number.to_string().parse().unwrap_or_else(|_| number.into())
}

fn names<'a>(attributes: impl Iterator<Item = (&'a str, &'a Attribute)>) -> Vec<&'a str> {
    let mut names = indexmap::IndexSet::new();
    names.extend(attributes.map(|(name, _)| name));
    names.into_iter().collect()
}
