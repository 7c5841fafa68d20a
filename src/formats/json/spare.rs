//! Memory of records that have been read, for those that are opened after them.

use super::tree::Member;

/// So many lists are kept.
const MOST: usize = 4_096;
/// Longer ones are let go, so that a few large records don't hold memory for all the others.
const LONGEST: usize = 64;

/// Lists of members that nobody needs any more.
///
/// Records are opened on one thread and read on another. Memory that one thread takes and another gives back costs
/// several times as much as the work on what lies in it, so that it goes round instead.
#[derive(Debug, Default)]
pub struct SpareMembers<'a>(Vec<Vec<Member<'a>>>);

impl<'a> SpareMembers<'a> {
    /// Empties a list and keeps its memory.
    pub fn keep(&mut self, mut members: Vec<Member<'a>>) {
        if self.0.len() < MOST && (1..=LONGEST).contains(&members.capacity()) {
            members.clear();
            self.0.push(members);
        }
    }

    /// Takes all from another collection, as far as there is room.
    pub fn keep_all(&mut self, others: &mut Self) {
        others.0.truncate(MOST.saturating_sub(self.0.len()));
        self.0.append(&mut others.0);
    }

    /// An empty list, with memory if there is a spare one.
    pub(super) fn take(&mut self) -> Vec<Member<'a>> {
        self.0.pop().unwrap_or_default()
    }

    /// Whether there is none.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bounded_number_of_lists_of_bounded_length_is_kept() {
        let mut spare = SpareMembers::default();
        spare.keep(Vec::new());
        spare.keep(Vec::with_capacity(LONGEST + 1));
        assert!(spare.is_empty());
        (0..MOST + 7).for_each(|_| spare.keep(Vec::with_capacity(3)));
        let mut all = SpareMembers::default();
        all.keep(Vec::with_capacity(2));
        all.keep_all(&mut spare);
        assert_eq!((all.0.len(), spare.is_empty()), (MOST, true));
        assert!(all.take().capacity() >= 2);
    }
}
