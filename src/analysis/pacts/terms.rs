//! What the ties between the members of an organisation are alike, and how the organisation holds it: as
//! attributes, which every format keeps and a person can read and change.

use crate::model::{
    Attribute, Attributes, Direction, End, KindId, Map, Nation, NationId, Status, Tie,
};

use super::span::Span;

const KIND: &str = "tie kind";
const STATUS: &str = "tie status";
const LABEL: &str = "tie label";
const WEIGHT: &str = "tie weight";
const UNLESS: &str = "tie unless";
/// Stands before the names of the attributes that each tie has.
const OF_EACH_TIE: &str = "tie: ";
/// Stands between the kinds that go before.
const COMMA: &str = ", ";

/// What all ties between the members of an organisation have in common, besides when they hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Their kind.
    pub kind: KindId,
    /// Their status.
    pub status: Option<Status>,
    /// The text along them.
    pub label: String,
    /// Their weight.
    pub weight: f32,
    /// Their attributes.
    pub attributes: Attributes,
}

impl Terms {
    pub(super) fn of_tie(tie: &Tie) -> Self {
        Self {
            kind: tie.kind,
            status: tie.status,
            label: tie.label.clone(),
            weight: tie.weight,
            attributes: tie.attributes.clone(),
        }
    }

    /// A text that two terms have in common where they are the same, to find those of a sort by.
    pub(super) fn key(&self) -> String {
        let Self { kind, status, label, weight, attributes } = self;
        format!("{kind:?} {status:?} {label:?} {} {attributes:?}", weight.to_bits())
    }

    /// Whether an organisation can hold them beside attributes of its own.
    pub(super) fn can_be_held(tie: &Tie) -> bool {
        const OWN: usize = 20;
        let fits = |name: &str| Attributes::is_name(&format!("{OF_EACH_TIE}{name}"));
        tie.attributes.len() + OWN <= Attributes::MAX_COUNT
            && tie.attributes.iter().all(|(name, _)| fits(name))
    }

    /// A tie on these terms, without a key.
    pub(super) fn tie(&self, from: NationId, to: NationId, span: Span) -> Tie {
        let end = End::Nation(to);
        Tie {
            status: self.status,
            since: span.since,
            until: span.until,
            label: self.label.clone(),
            weight: self.weight,
            attributes: self.attributes.clone(),
            ..Tie::new(String::new(), from, end, self.kind, Direction::Mutual)
        }
    }
}

/// What an organisation says of the ties between its members.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct MemberTies {
    pub(super) terms: Terms,
    /// Kinds that go before: members that a tie of such a kind joins all the time aren't joined by these as well.
    pub(super) unless: Vec<KindId>,
}

impl MemberTies {
    /// The attributes of an organisation that says so.
    pub(super) fn to_attributes(&self, map: &Map) -> Attributes {
        let Terms { kind, status, label, weight, attributes } = &self.terms;
        let text = |name: &str, text: &str| (name.to_owned(), Attribute::Text(text.into()));
        let key = |kind: &KindId| map.kinds().get(*kind).map_or("", |kind| kind.key.as_str());
        let mut held = vec![text(KIND, key(kind))];
        held.extend(status.map(|status| text(STATUS, status.name())));
        held.extend((!label.is_empty()).then(|| text(LABEL, label)));
        let is_usual = weight.to_bits() == 1.0_f32.to_bits();
        held.extend((!is_usual).then(|| (WEIGHT.to_owned(), Attribute::Number((*weight).into()))));
        let unless: Vec<&str> = self.unless.iter().map(key).collect();
        held.extend((!unless.is_empty()).then(|| text(UNLESS, &unless.join(COMMA))));
        let of_each = attributes.iter();
        held.extend(of_each.map(|(name, value)| (format!("{OF_EACH_TIE}{name}"), value.clone())));
        held.into_iter().collect()
    }

    /// What a nation says of the ties between its members; `None` if it says of no kind of the map that they are
    /// of it.
    pub(super) fn of(map: &Map, nation: &Nation) -> Option<Self> {
        let text = |name: &str| match nation.attributes.get(name) {
            Some(Attribute::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        let kind = map.kinds().by_key(text(KIND)?)?;
        let named = |name: &str| Status::ALL.into_iter().find(|status| status.name() == name);
        let weight = match nation.attributes.get(WEIGHT) {
            Some(Attribute::Number(weight)) => *weight as f32,
            _ => 1.0,
        };
        let is_usable = weight > 0.0 && weight <= Tie::MAX_WEIGHT;
        let each = nation.attributes.iter();
        let each = each.filter_map(|(name, value)| {
            Some((name.strip_prefix(OF_EACH_TIE)?.to_owned(), value.clone()))
        });
        let unless = text(UNLESS).unwrap_or_default().split(COMMA);
        Some(Self {
            terms: Terms {
                kind,
                status: text(STATUS).and_then(named),
                label: text(LABEL).unwrap_or_default().to_owned(),
                weight: if is_usable { weight } else { 1.0 },
                attributes: each.collect(),
            },
            unless: unless.filter_map(|key| map.kinds().by_key(key)).collect(),
        })
    }
}

/// An organisation that says no more how its members are tied.
pub fn without_terms(organisation: &Nation) -> Nation {
    let is_term = |name: &str| {
        [KIND, STATUS, LABEL, WEIGHT, UNLESS].contains(&name) || name.starts_with(OF_EACH_TIE)
    };
    let other = organisation.attributes.iter().filter(|(name, _)| !is_term(name));
    let attributes = other.map(|(name, value)| (name.to_owned(), value.clone())).collect();
    Nation { attributes, ..organisation.clone() }
}

/// Whether a kind can be named among those that go before.
pub(super) fn can_go_before(key: &str) -> bool {
    !key.is_empty() && !key.contains(COMMA)
}
