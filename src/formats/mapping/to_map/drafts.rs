//! The edges of a network as drafts of ties, and as memberships.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::super::choices::Choices;
use super::super::courses::Course;
use super::super::directions::Directions;
use super::super::foreign_kind_words;
use super::super::kind_sign::sign_of_kind;
use super::super::own_columns::{self, MEMBER};
use super::super::passive_kinds;
use super::super::roles::EdgeRole;
use super::super::value_words::{MembershipSaid, membership, number, text};
use super::bounds::keep;
use super::draft::Draft;
use super::edge_reader::{EdgeReader, EdgeSays};
use super::kinds::{KindTexts, MOST_TEXTS};
use super::nations::Nations;
use super::sources::Sources;
use crate::formats::known_texts::KnownTexts;
use crate::formats::network::{Edge, Network};
use crate::formats::problems::Remarks;
use crate::formats::runs_of_years::{smallest_step, spans};
use crate::formats::vocabulary::kind_words;
use crate::model::{
    Attribute, Direction, End, Extra, KindId, Membership, NationId, NationType, PartialDate, Sign,
    Source, Tie,
};

/// The attribute that keeps the name of a kind beyond those that are told apart.
const WRITTEN_KIND: &str = "kind as written";

/// The drafts of a network.
pub struct Drafts {
    /// The ties so far.
    pub list: Vec<Draft>,
    /// The texts that name their kinds.
    pub kinds: KindTexts,
    /// The keys of the ties at which others end.
    pub targets: Vec<String>,
    /// The sources that they cite.
    pub sources: Vec<Source>,
    /// How it was decided which way they run.
    pub directions: Directions,
}

/// Reads the edges of a network. Those that say that a nation is a member of an organisation are memberships.
pub fn read(
    network: &Network,
    choices: &Choices,
    sources: Sources,
    nations: &mut Nations,
    remarks: &mut Remarks,
) -> Drafts {
    let mut reader = EdgeReader::new(network, choices, sources, remarks);
    let mut drafter = Drafter {
        choices,
        nations,
        stands_for: targets_of_nodes(network),
        has_signed_weights: has_negative_weights(network, choices),
        drafts: Vec::with_capacity(network.edges.len()),
        kinds: KindTexts::new(choices),
        targets: Vec::new(),
        years_of_members: IndexMap::new(),
        keys: HashSet::new(),
        has_ids: network.edges.iter().any(|edge| !edge.id.is_empty()),
        directions: Directions {
            columns: columns_of_directions(network, choices),
            ..Directions::default()
        },
        usual_directions: KnownTexts::default(),
    };
    for (index, edge) in (0u32..).zip(&network.edges) {
        let says = reader.read(edge);
        if says.is_of_no_kind {
            reader.remarks.lose(
                edge.spot,
                "",
                "says no to each kind of tie",
                "No tie was made of it.",
                "",
            );
        } else {
            drafter.add(index, edge, says, reader.remarks);
        }
    }
    drafter.join_members_of_years();
    let Drafter { drafts, kinds, targets, directions, .. } = drafter;
    Drafts { list: drafts, kinds, targets, sources: reader.sources.list, directions }
}

/// The names of the columns that say which way edges run.
fn columns_of_directions(network: &Network, choices: &Choices) -> Vec<String> {
    let columns = network.edge_columns.iter().zip(&choices.edge_roles);
    let of_directions = columns.filter(|(_, role)| **role == EdgeRole::Direction);
    of_directions.map(|((_, name), _)| name.to_owned()).collect()
}

/// The key of the tie for which a node stands.
fn targets_of_nodes(network: &Network) -> HashMap<u32, String> {
    let Some(column) = own_columns::stands_for(&network.node_columns) else {
        return HashMap::new();
    };
    let key = |(index, node): (u32, &crate::formats::network::Node)| {
        let found = node.attributes.iter().find(|(own, _)| *own == column);
        found.map(|(_, value)| (index, text(value).into_owned()))
    };
    (0u32..).zip(&network.nodes).filter_map(key).collect()
}

/// Whether weights say signs: some are negative, and no column is there for it.
fn has_negative_weights(network: &Network, choices: &Choices) -> bool {
    if choices.is_own || choices.edge_roles.contains(&EdgeRole::Sign) {
        return false;
    }
    let weight = |edge: &Edge| {
        let is_weight = |column: usize| choices.edge_roles.get(column) == Some(&EdgeRole::Weight);
        let found = edge.attributes.iter().find(|(column, _)| is_weight(column.index()));
        edge.weight.or_else(|| number(&found?.1))
    };
    network.edges.iter().filter_map(weight).any(|weight| weight < 0.0)
}

struct Drafter<'c, 'm> {
    choices: &'c Choices,
    nations: &'m mut Nations,
    stands_for: HashMap<u32, String>,
    has_signed_weights: bool,
    drafts: Vec<Draft>,
    kinds: KindTexts,
    targets: Vec<String>,
    /// The years in which a nation was seen as a member of an organisation.
    years_of_members: IndexMap<(u32, u32), Vec<i32>>,
    keys: HashSet<String>,
    has_ids: bool,
    directions: Directions,
    /// The directions that are usual for the kinds by their texts.
    usual_directions: KnownTexts<Direction>,
}

impl Drafter<'_, '_> {
    fn add(&mut self, index: u32, edge: &Edge, mut says: EdgeSays<'_>, remarks: &mut Remarks) {
        let year =
            says.year.or(says.since.map(|date| i32::from(date.year()))).or(self.choices.year);
        let is_done_to = says.is_done_to;
        let nodes = match says.course {
            Some(Course::Back) => [edge.to, edge.from],
            None if is_done_to => [edge.to, edge.from],
            _ => [edge.from, edge.to],
        };
        let ends = nodes.map(|node| self.nations.of(node, year));
        let onto = nodes.map(|node| self.stands_for.get(&node).cloned());
        let (from, to, onto) = match (ends, onto) {
            ([Some(from), Some(to)], _) => (from, to, None),
            ([Some(from), None], [_, Some(tie)]) | ([None, Some(from)], [Some(tie), _]) => {
                (from, from, Some(tie))
            }
            _ => {
                return remarks.lose(
                    edge.spot,
                    "",
                    "starts at a tie, where a tie starts at a nation",
                    "It was left out.",
                    "Let it start at a nation.",
                );
            }
        };
        let kinds = std::mem::take(&mut says.kinds);
        if onto.is_none() && self.takes_membership(edge, [from, to], &kinds, &says) {
            return;
        }
        let by_file = edge.directed.filter(|_| !is_done_to).map(|directed| match directed {
            true => Direction::Directed,
            false => Direction::Mutual,
        });
        let by_column = says.course.map(Course::direction);
        let kinds = if kinds.is_empty() { vec![Cow::Borrowed("")] } else { kinds };
        let last = kinds.len() - 1;
        let mut says = Some(says);
        for (at, kind) in kinds.iter().enumerate() {
            let own = if at == last { says.take() } else { says.clone() };
            let Some(mut own) = own else { continue };
            let sign = self.sign(&own, kind);
            let number = self.kinds_number(kind, edge, &mut own, remarks);
            let usual = match is_done_to {
                true => Direction::Directed,
                false => self.usual_directions.of(kind, usual_direction),
            };
            let direction = self.direction(by_column, by_file, usual);
            self.kinds.see(number, direction == Direction::Directed, sign, edge.color);
            let onto = onto.clone().map(|key| {
                self.targets.push(key);
                self.targets.len() as u32 - 1
            });
            let key = self.key(edge, own.id.as_deref());
            let (year, weight) = (own.year, own.weight);
            let tie = tie_of(key, [from, to], direction, own);
            self.drafts.push(Draft { tie, kind: number, sign, year, weight, onto, edge: index });
        }
    }

    /// The direction of a tie: what a column says, else the file, else what is usual for its kind.
    fn direction(
        &mut self,
        by_column: Option<Direction>,
        by_file: Option<Direction>,
        usual: Direction,
    ) -> Direction {
        let decided = match (by_column, by_file, usual) {
            (Some(_), ..) => &mut self.directions.by_column,
            (_, Some(_), _) => &mut self.directions.by_file,
            (.., Direction::Directed) => &mut self.directions.by_kind[0],
            (.., Direction::Mutual) => &mut self.directions.by_kind[1],
        };
        *decided += 1;
        by_column.or(by_file).unwrap_or(usual)
    }

    /// Makes a membership of an edge that says that its first end is a member of its second.
    fn takes_membership(
        &mut self,
        edge: &Edge,
        [from, to]: [u32; 2],
        kinds: &[Cow<'_, str>],
        says: &EdgeSays<'_>,
    ) -> bool {
        let [kind] = kinds else { return false };
        let is_own = self.choices.is_own && kind == MEMBER;
        let is_organisation = |index: u32| {
            self.nations
                .get(index)
                .is_some_and(|nation| nation.nation_type == NationType::Organisation)
        };
        let (member, organisation) = match () {
            () if is_own || is_organisation(to) => (from, to),
            () if is_organisation(from) && edge.directed != Some(true) => (to, from),
            () => return false,
        };
        let said = if is_own { Some(MembershipSaid::Member) } else { membership(kind) };
        if said.is_none() || !is_own && says.is_more_than_a_membership() || from == to {
            return false;
        }
        let is_over = said == Some(MembershipSaid::Left);
        match says.year.filter(|_| !is_over && says.since.is_none() && says.until.is_none()) {
            Some(year) => {
                self.years_of_members.entry((member, organisation)).or_default().push(year);
            }
            // Who left in 1966 was a member until then.
            None if is_over => {
                let until = says.until.or(says.since).or(says.year.and_then(date_of_year));
                self.nations.join(member, organisation, [None, until]);
            }
            None => self.nations.join(member, organisation, [says.since, says.until]),
        }
        true
    }

    /// Makes one membership of those that were seen in consecutive years.
    fn join_members_of_years(&mut self) {
        let step = smallest_step(self.years_of_members.values_mut());
        for ((member, organisation), years) in &self.years_of_members {
            for span in spans(years, step) {
                self.nations.join(*member, *organisation, span.map(date_of_year));
            }
        }
    }

    /// The sign that an edge says by its own column, or else by its weight. A weight above 0 makes no war a friendly
    /// one: what the name of the kind says is surer.
    fn sign(&self, says: &EdgeSays<'_>, kind: &str) -> Option<Sign> {
        if self.choices.is_own {
            return None;
        }
        let by_weight = says.weight.filter(|weight| self.has_signed_weights && *weight != 0.0);
        let by_weight = by_weight.and_then(|weight| match weight < 0.0 {
            true => Some(Sign::Hostile),
            false => sign_of_kind(kind)
                .is_none_or(|sign| sign != Sign::Hostile)
                .then_some(Sign::Friendly),
        });
        says.sign.or(by_weight)
    }

    /// The number of the kind that an edge names; where there are too many, that of the usual kind, and the
    /// name is kept as an attribute.
    fn kinds_number(
        &mut self,
        kind: &str,
        edge: &Edge,
        says: &mut EdgeSays<'_>,
        remarks: &mut Remarks,
    ) -> u32 {
        if kind.is_empty() && !self.choices.is_own {
            return 0;
        }
        let number = self.kinds.number(kind);
        if number.is_none() {
            remarks.warn(
                edge.spot,
                kind,
                &format!("names a kind of tie beyond the {} that are told apart", MOST_TEXTS - 1),
                &format!(
                    "The tie is of the kind “{}”, and its own is kept as an attribute.",
                    self.kinds.usual()
                ),
                "Give the column another role, such as label, or use fewer words for kinds.",
            );
            let written = Attribute::Text(kind.into());
            keep(&mut says.attributes, WRITTEN_KIND, &written, edge.spot, remarks);
        }
        number.unwrap_or(0)
    }

    /// The key of a tie: the id of its edge where that is free, else its number.
    fn key(&mut self, edge: &Edge, id: Option<&str>) -> String {
        let number = (self.drafts.len() + 1).to_string();
        if !self.has_ids && id.is_none() && self.keys.is_empty() {
            return number;
        }
        let wanted = id.unwrap_or(&edge.id);
        let wanted = if wanted.is_empty() { number.as_str() } else { wanted };
        let numbered = (2u32..).map(|more| format!("{wanted}-{number}-{more}"));
        let first = [wanted.to_owned(), format!("{wanted}-{number}")];
        let mut each = first.into_iter().chain(numbered);
        let key = each.find(|key| !self.keys.contains(key)).unwrap_or(number);
        self.keys.insert(key.clone());
        key
    }
}

impl Nations {
    /// Makes a nation a member of an organisation, unless it is.
    pub fn join(
        &mut self,
        member: u32,
        organisation: u32,
        [since, until]: [Option<PartialDate>; 2],
    ) {
        let organisation = NationId(organisation + 1);
        let Some(nation) = self.list.get_mut(member as usize) else { return };
        let joined = Membership { organisation, since, until, extra: Extra::new() };
        if member + 1 != organisation.0 && !nation.memberships.contains(&joined) {
            nation.memberships.push(joined);
        }
    }
}

/// A year as a date.
pub fn date_of_year(year: i32) -> Option<PartialDate> {
    PartialDate::new(u32::try_from(year).ok()?, None, None).ok()
}

/// The direction of a tie for which none is said: that of its kind, if that has one.
fn usual_direction(kind: &str) -> Direction {
    let known = kind_words(kind).map(|words| words.directed);
    let is_directed = known
        .unwrap_or_else(|| foreign_kind_words::is_directed(kind) || passive_kinds::is_deed(kind));
    if is_directed { Direction::Directed } else { Direction::Mutual }
}

fn tie_of(key: String, [from, to]: [u32; 2], direction: Direction, says: EdgeSays<'_>) -> Tie {
    let to = End::Nation(NationId(to + 1));
    Tie {
        status: says.status,
        since: says.since,
        until: says.until,
        label: says.label,
        notes: says.notes,
        evidence: says.evidence,
        attributes: says.attributes,
        ..Tie::new(key, NationId(from + 1), to, KindId(1), direction)
    }
}

/// Keeps the colour of an edge whose kind has another one.
pub fn keep_color(draft: &mut Draft, edge: &Edge) {
    if let Some(color) = edge.color.filter(|_| draft.tie.attributes.get("colour").is_none()) {
        draft.tie.attributes.set("colour", Attribute::Text(color.to_string().into()));
    }
}
