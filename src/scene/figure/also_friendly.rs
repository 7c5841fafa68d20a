//! Which pairs of nations that a list names have a friendly tie as well: rivals may be allies. Without a word on it one
//! of the two seems a mistake.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{End, KindId, Map, NationId, Sign, Tie, TieId};
use crate::scene::legend::wording::kind_name;
use crate::scene::ties::status::drawn_status;

/// The sign behind the name of a nation whose pair is one of the fewer: those that are friendly as well, or those that
/// aren't.
const MARK: &str = "*";

/// Which of the pairs that some ties join are joined by others of a friendly kind that are in force as well.
#[derive(Debug, Default)]
pub(super) struct AlsoFriendly {
    pairs: BTreeMap<[NationId; 2], BTreeSet<KindId>>,
}

impl AlsoFriendly {
    /// The pairs of the listed ties, with their friendly kinds among the ties that are seen.
    pub(super) fn of(map: &Map, listed: &[(TieId, &Tie)], is_seen: impl Fn(TieId) -> bool) -> Self {
        let own = listed.iter().filter_map(|(_, tie)| Some((pair(tie)?, BTreeSet::new())));
        let mut pairs: BTreeMap<_, BTreeSet<KindId>> = own.collect();
        let is_friendly =
            |tie: &Tie| map.kinds().get(tie.kind).is_some_and(|kind| kind.sign == Sign::Friendly);
        for (id, tie) in map.ties().iter() {
            let is_in_force = drawn_status(tie.status).is_none();
            if let Some(kinds) = pair(tie).and_then(|pair| pairs.get_mut(&pair))
                && is_in_force
                && is_friendly(tie)
                && is_seen(id)
            {
                kinds.insert(tie.kind);
            }
        }
        Self { pairs }
    }

    /// What stands behind the name of a nation in a list at another.
    pub(super) fn mark(&self, a: NationId, b: NationId) -> &'static str {
        let is_friendly = self.pairs.get(&[a.min(b), a.max(b)]).map(|kinds| !kinds.is_empty());
        if is_friendly == Some(!self.are_most()) { MARK } else { "" }
    }

    /// What the mark means, in words for the title of a list: `* also allied` or, where most are, `* not allied`. Where all
    /// are there is no mark.
    pub(super) fn words(&self, map: &Map) -> Option<String> {
        let kinds: BTreeSet<KindId> = self.pairs.values().flatten().copied().collect();
        let mut of_all = kinds.iter().filter_map(|id| map.kinds().get(*id));
        let words = match (of_all.next(), of_all.next()) {
            (None, _) => return None,
            (Some(kind), None) => kind_name(kind),
            (Some(_), Some(_)) => "friendly".to_owned(),
        };
        // The sign stays with what it means.
        Some(match (self.are_most(), self.friendly() == self.pairs.len()) {
            (_, true) => format!("also {words}"),
            (true, false) => format!("{MARK}\u{a0}not {words}"),
            (false, false) => format!("{MARK}\u{a0}also {words}"),
        })
    }

    /// How many pairs are friendly as well.
    fn friendly(&self) -> usize {
        self.pairs.values().filter(|kinds| !kinds.is_empty()).count()
    }

    /// Whether more than half are.
    fn are_most(&self) -> bool {
        2 * self.friendly() > self.pairs.len()
    }
}

/// The two nations that a tie joins, the first in the map first; `None` for other ties.
fn pair(tie: &Tie) -> Option<[NationId; 2]> {
    match tie.to {
        End::Nation(to) if to != tie.from => Some([tie.from.min(to), tie.from.max(to)]),
        _ => None,
    }
}
