//! The entry point: a problem in, a position for every node out.

use super::blocs;
use super::error::LayoutError;
use super::force_directed;
use super::hulls;
use super::method::Method;
use super::methods;
use super::options::Options;
use super::problem::Problem;
use super::progress::{Flow, Frame, Solution};

/// Finds a position for every node.
///
/// The observer sees the positions so far and may stop the run; for maps of up to 2,000 nodes it is
/// called at least every 50 ms in a release build. Pinned nodes keep their bits in all frames. With
/// [`Options::readability`] no two boxes overlap in the end unless both nodes are pinned.
///
/// # Errors
/// As [`Problem::check`]: the arrays don't fit together.
pub fn solve(
    problem: &Problem,
    options: &Options,
    observer: &mut dyn FnMut(Frame<'_>) -> Flow,
) -> Result<Solution, LayoutError> {
    problem.check()?;
    let by_forces = options.method == Method::Force;
    if by_forces && hulls::are_to_be_shown(problem, options) {
        return hulls::solve(problem, options, observer);
    }
    let problem = &hulls::with_attraction(problem, &options.hulls);
    if !by_forces {
        return methods::solve(problem, options, observer);
    }
    match blocs::blocs_to_show(problem, options)? {
        Some(bloc_of) => blocs::solve(problem, &bloc_of, options, observer),
        None => force_directed::solve(problem, options, observer),
    }
}
