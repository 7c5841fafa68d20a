//! What a line adds, in words.

use super::plan::Plan;
use crate::model::{Direction, End, PartialDate, Tie};

/// How many names are listed; the rest is counted.
const MOST_NAMES: usize = 6;

/// Names with commas between them.
pub fn list(names: &[&str]) -> String {
    let shown = names.iter().take(MOST_NAMES).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        rest => format!("{shown} and {rest} more"),
    }
}

/// Dates behind a text: `, since 1955 until 1991`.
pub fn dates(since: Option<PartialDate>, until: Option<PartialDate>) -> String {
    let since = since.map(|date| format!(" since {}", date.in_words())).unwrap_or_default();
    let until = until.map(|date| format!(" until {}", date.in_words())).unwrap_or_default();
    since + &until
}

/// A tie with all that is said of it.
pub fn tie(plan: &Plan<'_>, tie: &Tie) -> String {
    let kind = plan.kind(tie.kind).map_or("", |kind| kind.name.as_str()).to_lowercase();
    let status = tie.status.map(|status| format!(", {}", status.name())).unwrap_or_default();
    let dates = dates(tie.since, tie.until);
    let label = if tie.label.is_empty() { String::new() } else { format!(", “{}”", tie.label) };
    let titles = tie.evidence.iter().filter_map(|evidence| plan.source(evidence.source?));
    let sources: String = titles.map(|source| format!(", source “{}”", source.title)).collect();
    let certain = tie.evidence.iter().find_map(|evidence| evidence.confidence);
    let certain = certain.map(|how| format!(", confidence {}", how.name())).unwrap_or_default();
    format!("{}: {kind}{status}{dates}{label}{sources}{certain}", ends(plan, tie))
}

/// The ends of a tie: `USA › (USSR – Cuba)`.
fn ends(plan: &Plan<'_>, tie: &Tie) -> String {
    let sign = if tie.direction == Direction::Directed { "›" } else { "–" };
    let to = match tie.to {
        End::Nation(id) => plan.name(id).to_owned(),
        End::Tie(id) => {
            plan.tie(id).map(|tie| format!("({})", ends(plan, tie))).unwrap_or_default()
        }
    };
    format!("{} {sign} {to}", plan.name(tie.from))
}
