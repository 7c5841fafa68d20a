//! What a look can follow in a map. It goes through all nations and ties, so that it is found out once
//! for each revision.

use crate::model::{Color, Grouping, Map, NationId, NationProperty, TieProperty};
use crate::scene::{nation_color_key, tie_color_key};

/// A property that a look can follow.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui::panels) struct Choice<P> {
    pub(in crate::ui::panels) property: P,
    /// What to call it.
    pub(in crate::ui::panels) name: String,
    /// Whether all that is said of it are numbers, and any is.
    pub(in crate::ui::panels) is_numeric: bool,
}

/// What a look can follow in a map.
#[derive(Clone, Debug)]
pub(in crate::ui::panels) struct LookChoices {
    revision: u64,
    pub(in crate::ui::panels) nations: Vec<Choice<NationProperty>>,
    pub(in crate::ui::panels) ties: Vec<Choice<TieProperty>>,
    /// By what nations can be grouped, with the name of that.
    pub(in crate::ui::panels) groups: Vec<(Grouping, String)>,
    /// The organisations that have members.
    pub(in crate::ui::panels) organisations: Vec<NationId>,
    /// The values that colours follow now, each with its colour.
    pub(in crate::ui::panels) nation_colors: Vec<(String, Color)>,
    pub(in crate::ui::panels) tie_colors: Vec<(String, Color)>,
}

impl LookChoices {
    /// Those of a map in a revision, the ones of before if they are of the same.
    pub(in crate::ui::panels) fn update<'a>(
        slot: &'a mut Option<Self>,
        map: &Map,
        revision: u64,
    ) -> &'a Self {
        let kept = slot.take().filter(|choices| choices.revision == revision);
        slot.insert(kept.unwrap_or_else(|| Self::of(map, revision)))
    }

    fn of(map: &Map, revision: u64) -> Self {
        let groups = [Grouping::Region, Grouping::Subregion, Grouping::Tag];
        let attributes = map.nation_attributes().into_iter().map(str::to_owned);
        let groups = groups.into_iter().chain(attributes.map(Grouping::Attribute));
        let named = |group: Grouping| {
            let name = nation_property(&group.property());
            (group, name)
        };
        Self {
            revision,
            nations: nation_choices(map),
            ties: tie_choices(map),
            groups: groups.map(named).collect(),
            organisations: organisations(map),
            nation_colors: nation_color_key(map),
            tie_colors: tie_color_key(map),
        }
    }
}

fn nation_choices(map: &Map) -> Vec<Choice<NationProperty>> {
    let attributes = map.nation_attributes().into_iter().map(str::to_owned);
    let all = NationProperty::BUILT_IN.iter().cloned();
    let all = all.chain(attributes.map(NationProperty::Attribute));
    let choice = |property: NationProperty| {
        let values = map.nation_values(&property);
        let is_numeric = are_numbers(values.iter().flatten().map(|value| value.number));
        Choice { name: nation_property(&property), is_numeric, property }
    };
    all.map(choice).collect()
}

fn tie_choices(map: &Map) -> Vec<Choice<TieProperty>> {
    let attributes = map.tie_attributes().into_iter().map(str::to_owned);
    let all = TieProperty::BUILT_IN.iter().cloned();
    let all = all.chain(attributes.map(TieProperty::Attribute));
    let choice = |property: TieProperty| {
        let said = map.ties().iter().filter_map(|(_, tie)| map.tie_value(tie, &property));
        let is_numeric = are_numbers(said.map(|value| value.number));
        Choice { name: tie_property(&property), is_numeric, property }
    };
    all.map(choice).collect()
}

fn are_numbers(said: impl Iterator<Item = Option<f64>>) -> bool {
    let mut said = said.peekable();
    said.peek().is_some() && said.all(|number| number.is_some())
}

fn organisations(map: &Map) -> Vec<NationId> {
    let joined = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    let joined: std::collections::BTreeSet<NationId> = joined.map(|m| m.organisation).collect();
    map.nations().ids().filter(|id| joined.contains(id)).collect()
}

/// What to call a property of nations.
fn nation_property(property: &NationProperty) -> String {
    match property {
        NationProperty::Type => "type".to_owned(),
        NationProperty::Region => "continent".to_owned(),
        NationProperty::Subregion => "region".to_owned(),
        NationProperty::Tag => "first tag".to_owned(),
        NationProperty::Degree => "number of ties".to_owned(),
        NationProperty::Attribute(name) => format!("“{name}”"),
    }
}

fn tie_property(property: &TieProperty) -> String {
    match property {
        TieProperty::Kind => "kind".to_owned(),
        TieProperty::Status => "status".to_owned(),
        TieProperty::Sign => "sign".to_owned(),
        TieProperty::Weight => "weight".to_owned(),
        TieProperty::Since => "year it began".to_owned(),
        TieProperty::Attribute(name) => format!("“{name}”"),
    }
}
