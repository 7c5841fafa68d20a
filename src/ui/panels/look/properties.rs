//! What a look can follow in a map. To find out takes a pass over all nations and ties, so it is done
//! once for each revision.

use std::collections::BTreeSet;

use crate::model::{Color, Grouping, Map, NationId, NationProperty, TieProperty};
use crate::scene::{nation_color_key, tie_color_key};

/// A property that a look can follow.
#[derive(Clone, Debug, PartialEq)]
pub struct Property<P> {
    pub value: P,
    /// What to call it.
    pub name: String,
    /// Whether it is a number for all that have it, and any has it.
    pub is_numeric: bool,
}

/// What a look can follow in a map.
#[derive(Clone, Debug)]
pub struct LookProperties {
    revision: u64,
    pub nations: Vec<Property<NationProperty>>,
    pub ties: Vec<Property<TieProperty>>,
    /// By what nations can be grouped, with its name.
    pub groups: Vec<(Grouping, String)>,
    /// The organisations that have members.
    pub organisations: Vec<NationId>,
    /// The values that the colours of nations follow now, each with its colour.
    pub nation_colors: Vec<(String, Color)>,
    /// The values that the colours of ties follow now, each with its colour.
    pub tie_colors: Vec<(String, Color)>,
}

impl LookProperties {
    /// Those of a map in a revision; kept ones are used if they are of the same revision.
    pub fn update<'a>(kept: &'a mut Option<Self>, map: &Map, revision: u64) -> &'a Self {
        let current = kept.take().filter(|properties| properties.revision == revision);
        kept.insert(current.unwrap_or_else(|| Self::of(map, revision)))
    }

    fn of(map: &Map, revision: u64) -> Self {
        let groups = [Grouping::Region, Grouping::Subregion, Grouping::Tag];
        let attributes = map.nation_attributes().into_iter().map(str::to_owned);
        let groups = groups.into_iter().chain(attributes.map(Grouping::Attribute));
        let named = |group: Grouping| {
            let name = nation_property_name(&group.property());
            (group, name)
        };
        Self {
            revision,
            nations: nation_properties(map),
            ties: tie_properties(map),
            groups: groups.map(named).collect(),
            organisations: organisations(map),
            nation_colors: nation_color_key(map),
            tie_colors: tie_color_key(map),
        }
    }
}

fn nation_properties(map: &Map) -> Vec<Property<NationProperty>> {
    let attributes = map.nation_attributes().into_iter().map(str::to_owned);
    let all = NationProperty::BUILT_IN.iter().cloned();
    let all = all.chain(attributes.map(NationProperty::Attribute));
    let property = |property: NationProperty| {
        let values = map.nation_values(&property);
        let is_numeric = are_numbers(values.iter().flatten().map(|value| value.number));
        Property { name: nation_property_name(&property), is_numeric, value: property }
    };
    all.map(property).collect()
}

fn tie_properties(map: &Map) -> Vec<Property<TieProperty>> {
    let attributes = map.tie_attributes().into_iter().map(str::to_owned);
    let all = TieProperty::BUILT_IN.iter().cloned();
    let all = all.chain(attributes.map(TieProperty::Attribute));
    let property = |property: TieProperty| {
        let values = map.ties().iter().filter_map(|(_, tie)| map.tie_value(tie, &property));
        let is_numeric = are_numbers(values.map(|value| value.number));
        Property { name: tie_property_name(&property), is_numeric, value: property }
    };
    all.map(property).collect()
}

fn are_numbers(values: impl Iterator<Item = Option<f64>>) -> bool {
    let mut values = values.peekable();
    values.peek().is_some() && values.all(|number| number.is_some())
}

fn organisations(map: &Map) -> Vec<NationId> {
    let joined = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    let joined: BTreeSet<NationId> = joined.map(|m| m.organisation).collect();
    map.nations().ids().filter(|id| joined.contains(id)).collect()
}

/// What to call a property of nations.
fn nation_property_name(property: &NationProperty) -> String {
    match property {
        NationProperty::Type => "type".to_owned(),
        NationProperty::Region => "continent".to_owned(),
        NationProperty::Subregion => "region".to_owned(),
        NationProperty::Tag => "first tag".to_owned(),
        NationProperty::Degree => "number of ties".to_owned(),
        NationProperty::Attribute(name) => format!("“{name}”"),
    }
}

/// What to call a property of ties.
fn tie_property_name(property: &TieProperty) -> String {
    match property {
        TieProperty::Kind => "kind".to_owned(),
        TieProperty::Status => "status".to_owned(),
        TieProperty::Sign => "sign".to_owned(),
        TieProperty::Weight => "weight".to_owned(),
        TieProperty::Since => "year it began".to_owned(),
        TieProperty::Attribute(name) => format!("“{name}”"),
    }
}
