//! A table within a mail: a header, and rows below it with as many cells, parted by tabs, bars, or two blanks and
//! more.

use super::bullets::{after_bullet, without_quote_marks};
use super::meaning::is_known;
use super::plan::Plan;
use super::stray_lines::is_rule;
use crate::formats::mapping::{EdgeRole, edge_role};

/// The fewest and the most cells of a header.
const CELLS: (usize, usize) = (3, 20);
/// What stands in a cell that says nothing.
const BLANK: [&str; 6] = ["", "-", "–", "—", "?", "n/a"];

/// What the columns behind the two ends of a tie are.
pub struct MailTable {
    roles: Vec<Option<EdgeRole>>,
}

impl MailTable {
    /// The table that a line is the header of: its third cell or a later one says what stands below it, and the
    /// first row of the rest begins with two nations.
    pub fn of_header(line: &str, rest: &str, plan: &Plan<'_>) -> Option<Self> {
        let header = cells(line).filter(|cells| (CELLS.0..=CELLS.1).contains(&cells.len()))?;
        let role = |name: &&str| edge_role(name).map(|(role, _)| role);
        let roles: Vec<Option<EdgeRole>> = header.iter().skip(2).map(role).collect();
        let known = |name: &&str| is_known(plan, name, plan.as_of_year());
        let mut below = rest.lines().map(without_quote_marks);
        let first = below.find(|line| !is_rule(line) && !is_divider(line))?;
        let row = cells(first).filter(|row| row.len() == header.len())?;
        let is_table = roles.iter().any(Option::is_some)
            && !header.iter().any(known)
            && row.iter().take(2).all(known);
        is_table.then_some(Self { roles })
    }

    /// A row as a line on a tie; `None` where a line is no row of the table.
    pub fn row(&self, line: &str) -> Option<String> {
        let cells = cells(line).filter(|cells| cells.len() == self.roles.len() + 2)?;
        let (ends, said) = cells.split_at(2);
        let [from, to] = ends else { return None };
        if [from, to].iter().any(|name| BLANK.contains(name)) {
            return None;
        }
        let mut text = format!("{} – {}:", named(from)?, named(to)?);
        let filled = self.roles.iter().zip(said).filter(|(_, cell)| !BLANK.contains(cell));
        // The kind comes first: a label may be one, too.
        let (kinds, others): (Vec<_>, Vec<_>) =
            filled.partition(|(role, _)| **role == Some(EdgeRole::Kind));
        let mut joint = " ";
        for (role, cell) in kinds.into_iter().chain(others) {
            let part = match role {
                Some(EdgeRole::Since) => format!("since {cell}"),
                Some(EdgeRole::Until) => format!("until {cell}"),
                Some(
                    EdgeRole::Kind
                    | EdgeRole::Status
                    | EdgeRole::Year
                    | EdgeRole::Direction
                    | EdgeRole::Confidence,
                ) => (*cell).to_owned(),
                _ => format!("“{}”", cell.replace(['“', '”', '"'], "'")),
            };
            text.push_str(joint);
            text.push_str(&part);
            joint = ", ";
        }
        Some(text.trim_end_matches(':').to_owned())
    }
}

/// Whether a line only parts others within the table: `---`, `|---|---|`.
pub fn is_divider(line: &str) -> bool {
    let line = line.trim();
    line.contains('-') && line.chars().all(|c| matches!(c, '-' | '|' | ':' | '+' | ' ' | '='))
}

/// The cells of a line; `None` where nothing parts it.
fn cells(line: &str) -> Option<Vec<&str>> {
    let line = line.get(after_bullet(line)..)?.trim();
    let parted: Vec<&str> = if line.contains('\t') {
        line.split('\t').map(str::trim).collect()
    } else if line.matches('|').count() > 1 {
        line.trim_matches('|').split('|').map(str::trim).collect()
    } else {
        line.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()
    };
    (parted.len() > 1).then_some(parted)
}

/// A name as it stands in a line: in quotation marks where it has signs; `None` where none fit around it.
pub fn named(name: &str) -> Option<String> {
    let has_signs =
        name.contains([',', ';', ':', '(', ')', '–', '+', '&', '/']) || name.contains(" - ");
    match has_signs {
        false => Some(name.to_owned()),
        true => (!name.contains(['“', '”', '"'])).then(|| format!("“{name}”")),
    }
}
