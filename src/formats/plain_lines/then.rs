//! When what is said of nations was, which may decide what their names mean.

use super::details::Details;
use super::meaning::{Meaning, meaning};
use super::plan::Plan;
use super::when::When;
use crate::formats::year_of_names::year_of_name;
use crate::model::{NationId, Status};
use crate::names::{KnownNation, by_code};

/// The time for which a line speaks of nations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Then {
    year: Option<i32>,
    /// Whether what began then goes on, as far as that is said.
    holds_still: bool,
}

impl Then {
    /// At no time in particular.
    pub const fn never() -> Self {
        Self { year: None, holds_still: false }
    }

    /// The time of a tie: one since a year, or signed then, holds still; a date alone, or *in 1963*, says when
    /// something was.
    pub fn of_tie(details: &Details) -> Self {
        let goes_on = match details.status {
            Some(Status::InForce) => true,
            Some(Status::Signed) => details.when.goes_on || !details.when.is_worded,
            Some(Status::Ended | Status::Suspended) => false,
            _ => details.when.goes_on,
        };
        Self { year: details.when.year(), holds_still: goes_on && details.when.until.is_none() }
    }

    /// The time of members: who joined is one still.
    pub fn of_members(when: When) -> Self {
        Self { year: when.year(), holds_still: when.until.is_none() }
    }

    /// The time that is said of one member among others.
    pub fn or_of_member(self, when: When) -> Self {
        if when.is_some() {
            Self { year: when.year(), holds_still: self.holds_still && when.until.is_none() }
        } else {
            self
        }
    }

    /// The same where a nation takes part that is no more: then nothing of it holds still.
    pub fn unless(self, is_over: impl FnOnce() -> bool) -> Self {
        Self { holds_still: self.holds_still && !is_over(), ..self }
    }

    /// The year in which a name is to be understood.
    pub fn year_of(self, plan: &Plan<'_>, name: &str) -> Option<i32> {
        let today = plan.as_of_year();
        let may_be_several = || matches!(meaning(plan, name, today), Meaning::Ambiguous(_));
        year_of_name(self.year, today, self.holds_still, may_be_several)
    }
}

/// Whether a name is that of a state or an organisation that is no more.
pub fn is_no_more(plan: &Plan<'_>, name: &str) -> bool {
    match meaning(plan, name, plan.as_of_year()) {
        Meaning::There(id) => is_over(plan, id),
        Meaning::Known(known) => is_known_over(plan, known),
        Meaning::Ambiguous(_) | Meaning::Unknown => false,
    }
}

/// Whether a nation that is there is one that is no more.
pub fn is_over(plan: &Plan<'_>, id: NationId) -> bool {
    let code = plan.nation(id).and_then(|nation| nation.code.as_deref());
    code.and_then(by_code).is_some_and(|known| is_known_over(plan, known))
}

fn is_known_over(plan: &Plan<'_>, known: &KnownNation) -> bool {
    known.is_no_more(plan.as_of_year())
}
