//! Ties that say the same: observations of one tie in several years, and duplicates.

use std::collections::{HashMap, VecDeque};

use super::super::choices::{Choices, Duplicates};
use super::super::imported::JoinedYears;
use super::draft::Draft;
use super::drafts::date_of_year;
use crate::formats::network::Network;
use crate::formats::problems::{Remarks, Spot};
use crate::model::{Direction, End, NationId, PartialDate, Sign, Status, Tie};

/// What is the same in ties that say the same.
#[derive(PartialEq, Eq, Hash)]
struct Likeness {
    ends: [NationId; 2],
    onto: Option<u32>,
    kind: u32,
    sign: Option<Sign>,
    direction: Direction,
    status: Option<Status>,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
}

fn likeness(draft: &Draft) -> Likeness {
    let tie = &draft.tie;
    let to = match tie.to {
        End::Nation(nation) => nation,
        End::Tie(_) => tie.from,
    };
    let mut ends = [tie.from, to];
    if tie.direction == Direction::Mutual {
        ends.sort_unstable();
    }
    Likeness {
        ends,
        onto: draft.onto,
        kind: draft.kind,
        sign: draft.sign,
        direction: tie.direction,
        status: tie.status,
        since: tie.since,
        until: tie.until,
    }
}

/// Like drafts, in the order of the first of each.
fn groups(drafts: &[Draft], takes_part: impl Fn(&Draft) -> bool) -> Vec<Vec<usize>> {
    let mut group_of: HashMap<Likeness, usize> = HashMap::new();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, draft) in drafts.iter().enumerate().filter(|(_, draft)| takes_part(draft)) {
        let group = *group_of.entry(likeness(draft)).or_insert(groups.len());
        match groups.get_mut(group) {
            Some(group) => group.push(index),
            None => groups.push(vec![index]),
        }
    }
    groups
}

/// Makes one tie of like ones that were observed in consecutive years: the first year and the last are when
/// it began and ended. A gap makes two ties. Says how many were joined.
pub fn join_years(drafts: &mut Vec<Draft>, remarks: &mut Remarks) -> JoinedYears {
    let mut joined = JoinedYears::default();
    if drafts.iter().all(|draft| draft.year.is_none()) {
        return joined;
    }
    let mut is_joined = vec![false; drafts.len()];
    let mut differ = 0;
    for mut group in groups(drafts, |draft| draft.year.is_some()) {
        group.sort_by_key(|index| drafts.get(*index).and_then(|draft| draft.year));
        for run in runs_of_years(drafts, &group) {
            let years = run.first().zip(run.last());
            let years =
                years.map(|(first, last)| [*first, *last].map(|at| drafts[at].year.unwrap_or(0)));
            let Some(([first, last], &kept)) = years.zip(run.iter().min()) else { continue };
            if run.len() > 1 {
                joined.edges += run.len();
                joined.ties += 1;
            }
            for other in run.iter().filter(|other| **other != kept) {
                is_joined[*other] = true;
                differ += usize::from(!says_the_same(&drafts[kept].tie, &drafts[*other].tie));
            }
            let tie = &mut drafts[kept].tie;
            tie.since = tie.since.or_else(|| date_of_year(first));
            tie.until = tie.until.or_else(|| date_of_year(last));
        }
    }
    remark_on_changes(differ, remarks);
    retain(drafts, &is_joined);
    joined
}

/// Parts drafts, in the order of their years, into runs of consecutive ones. Two of the same year are two ties
/// beside one another, each with a run of its own.
fn runs_of_years(drafts: &[Draft], group: &[usize]) -> Vec<Vec<usize>> {
    let year = |index: &usize| drafts.get(*index).and_then(|draft| draft.year);
    let mut runs: Vec<Vec<usize>> = Vec::new();
    // The runs that end in the year that was looked at last.
    let mut now: VecDeque<usize> = VecDeque::new();
    for same in group.chunk_by(|one, other| year(one) == year(other)) {
        let last = now.front().and_then(|run| runs.get(*run)?.last().and_then(year));
        let follows =
            last.zip(same.first().and_then(year)).is_some_and(|(last, own)| own == last + 1);
        let before = std::mem::take(&mut now);
        let mut before = if follows { before } else { VecDeque::new() };
        for index in same {
            let run = before.pop_front().unwrap_or(runs.len());
            match runs.get_mut(run) {
                Some(run) => run.push(*index),
                None => runs.push(vec![*index]),
            }
            now.push_back(run);
        }
    }
    runs
}

fn says_the_same(one: &Tie, other: &Tie) -> bool {
    one.label == other.label && one.attributes == other.attributes && one.notes == other.notes
}

fn remark_on_changes(differ: usize, remarks: &mut Remarks) {
    if differ > 0 {
        remarks.lose(
            Spot::default(),
            &format!("{differ} {}", if differ == 1 { "row" } else { "rows" }),
            "has values that change from year to year",
            "Those of the first row were kept.",
            "Give the column of years another role to keep a tie for each row.",
        );
    }
}

/// Makes one tie of two that each of their ends names, where the network lists the partners of each nation:
/// `France: Britain` and `Britain: France`, if the tie is mutual, and of the same kind and time.
pub fn join_both_sides(drafts: &mut Vec<Draft>, network: &Network, remarks: &mut Remarks) {
    if !network.lists_partners {
        return;
    }
    let mut is_joined = vec![false; drafts.len()];
    let is_mutual = |draft: &Draft| draft.tie.direction == Direction::Mutual;
    for group in groups(drafts, is_mutual).into_iter().filter(|group| group.len() > 1) {
        let Some(from) = group.first().map(|at| drafts[*at].tie.from) else { continue };
        // Each that the one end says goes with one that the other says.
        let (own, others): (Vec<usize>, Vec<usize>) =
            group.iter().partition(|at| drafts[**at].tie.from == from);
        for (kept, other) in own.iter().zip(&others) {
            is_joined[*other] = true;
            let spot = spot_of(network, &drafts[*other]);
            let topic = "names a tie again, from its other end";
            if says_the_same(&drafts[*kept].tie, &drafts[*other].tie) {
                remarks.warn(spot, "", topic, "Both are one tie.", "");
            } else {
                let outcome = "Both are one tie, with what was said of it first beside its ends.";
                remarks.warn(spot, "", topic, outcome, "");
            }
        }
    }
    retain(drafts, &is_joined);
}

fn spot_of(network: &Network, draft: &Draft) -> Spot {
    network.edges.get(draft.edge as usize).map_or(Spot::default(), |edge| edge.spot)
}

fn retain(drafts: &mut Vec<Draft>, is_gone: &[bool]) {
    let mut gone = is_gone.iter();
    drafts.retain(|_| !gone.next().copied().unwrap_or(false));
}

/// Makes one tie of those that say the same, if that was chosen.
pub fn join_duplicates(
    drafts: &mut Vec<Draft>,
    network: &Network,
    choices: &Choices,
    remarks: &mut Remarks,
) {
    if choices.duplicates == Duplicates::Keep {
        return;
    }
    let mut is_joined = vec![false; drafts.len()];
    for group in groups(drafts, |_| true).into_iter().filter(|group| group.len() > 1) {
        let weights = group.iter().map(|at| drafts[*at].weight.unwrap_or(1.0));
        let weight = match choices.duplicates {
            Duplicates::Count => Some(group.len() as f64),
            Duplicates::Sum => Some(weights.sum()),
            Duplicates::First | Duplicates::Keep => None,
        };
        for other in group.iter().skip(1) {
            is_joined[*other] = true;
            remarks.warn(
                spot_of(network, &drafts[*other]),
                "",
                "says the same as an edge before",
                "Both are one tie.",
                "",
            );
        }
        if let Some(kept) = group.first().and_then(|first| drafts.get_mut(*first)) {
            kept.weight = weight.or(kept.weight);
        }
    }
    retain(drafts, &is_joined);
}
