//! The time in which a tie or a membership holds, and what two of them have in common.

use std::cmp::Ordering;

use crate::model::{Membership, PartialDate, Tie};

/// From when until when something holds. Without a beginning it holds from ever, without an end for ever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Span {
    pub(super) since: Option<PartialDate>,
    pub(super) until: Option<PartialDate>,
}

impl Span {
    pub(super) const fn of_tie(tie: &Tie) -> Self {
        Self { since: tie.since, until: tie.until }
    }

    pub(super) const fn of_membership(membership: &Membership) -> Self {
        Self { since: membership.since, until: membership.until }
    }

    /// The time in which both hold: two members are tied from when the later one joined until the first leaves.
    pub(super) fn common(self, other: Self) -> Self {
        Self { since: self.since.max(other.since), until: earlier_end(self.until, other.until) }
    }

    /// The shortest time that holds both.
    pub(super) fn around(self, other: Self) -> Self {
        let is_earlier = end_order(self.until, other.until) == Ordering::Less;
        Self {
            since: self.since.min(other.since),
            until: if is_earlier { other.until } else { self.until },
        }
    }

    /// Whether it holds at all times at which the other one does.
    pub(super) fn covers(self, other: Self) -> bool {
        self.since <= other.since && end_order(self.until, other.until) != Ordering::Less
    }

    /// Whether it ends before it begins, as precisely as is known.
    pub(super) fn is_empty(self) -> bool {
        let ends = self.since.zip(self.until);
        ends.is_some_and(|(since, until)| since.first_day() > until.last_day())
    }
}

fn earlier_end(a: Option<PartialDate>, b: Option<PartialDate>) -> Option<PartialDate> {
    if end_order(a, b) == Ordering::Greater { b } else { a }
}

/// The order of ends, of which none at all is the last.
fn end_order(a: Option<PartialDate>, b: Option<PartialDate>) -> Ordering {
    (a.is_none(), a).cmp(&(b.is_none(), b))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(since: &str, until: &str) -> Span {
        Span { since: since.parse().ok(), until: until.parse().ok() }
    }

    #[test]
    fn members_are_tied_while_both_are_in() {
        let (founder, later) = (span("1949-04", ""), span("1952", "1966"));
        assert_eq!(founder.common(later), span("1952", "1966"));
        assert_eq!(founder.around(later), span("1949-04", ""));
        assert!(founder.covers(later) && !later.covers(founder));
        assert!(Span::default().covers(founder) && !founder.covers(Span::default()));
    }

    #[test]
    fn who_left_before_another_joined_was_never_tied_to_it() {
        assert!(span("1949", "1962").common(span("1967", "")).is_empty());
        // The first may have left in December.
        assert!(!span("1949", "1962").common(span("1962-05", "")).is_empty());
    }
}
