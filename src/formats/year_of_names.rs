//! In which year the names at the ends of a tie are to be understood: what began long ago and holds still is
//! a tie of today's nations. Lines and tables decide it alike.

/// The year that decides what a name means, of that of its tie and that of the whole map. A tie that
/// holds still is one of those that are there today; where its name may mean several of these, its year decides
/// all the same.
pub fn year_of_name(
    of_tie: Option<i32>,
    of_map: Option<i32>,
    holds_still: bool,
    may_be_several_today: impl FnOnce() -> bool,
) -> Option<i32> {
    if holds_still && !may_be_several_today() { of_map } else { of_tie.or(of_map) }
}
