//! The legend's rows for the kinds of tie.

use super::symbol::{LegendLine, LegendRow, LegendSymbol};
use super::wording::lower_first;
use crate::model::{Dash, Direction, Kind, Map, Status, Tie, TieProperty};
use crate::scene::look_rules::TieRules;
use crate::scene::ties::status::{drawn_status, line_strength};
use crate::scene::{Palette, Pattern, text};

/// The statuses that are drawn differently; `None` stands for signed, in force, and no status.
const STATUSES: [Option<Status>; 6] = [
    None,
    Some(Status::Preliminary),
    Some(Status::Negotiating),
    Some(Status::Proposed),
    Some(Status::Suspended),
    Some(Status::Ended),
];

/// A row for each kind that has ties, in the order of the kinds, and for each status that is drawn
/// differently.
pub(super) fn kind_rows(map: &Map, palette: &Palette, rules: &TieRules) -> Vec<LegendRow> {
    let look = map.look();
    let color_by = look.tie_color.as_ref().map(|rule| &rule.by);
    let width_by = look.tie_width.as_ref().map(|rule| &rule.by);
    let dash_by = look.tie_dash.as_ref().map(|rule| &rule.by);
    if [color_by, width_by, dash_by].iter().all(|by| by.is_some_and(|by| !follows_kind(by))) {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (kind_id, kind) in map.kinds().iter() {
        let ties: Vec<(usize, &Tie)> = map
            .ties()
            .iter()
            .map(|(_, tie)| tie)
            .enumerate()
            .filter(|(_, t)| t.kind == kind_id)
            .collect();
        for status in STATUSES {
            let mut alike =
                ties.iter().filter(|(_, tie)| drawn_status(tie.status) == status).peekable();
            let Some((first, _)) = alike.peek().copied() else { continue };
            let mut own = rules.look(*first, Some(kind));
            // What a rule derives from something other than the kind isn't shown with the kind.
            if color_by.is_some_and(|by| !follows_kind(by)) {
                own.color = palette.second_ink;
            }
            if width_by.is_some_and(|by| !follows_kind(by)) {
                own.width = 1.5;
            }
            if dash_by.is_some_and(|by| !follows_kind(by)) {
                own.dash = Dash::Solid;
            }
            let shown = status.filter(|_| dash_by != Some(&TieProperty::Status));
            let row = LegendRow {
                text: kind_text(kind, status),
                symbol: LegendSymbol::Line(LegendLine {
                    color: palette.faded(own.color, line_strength(status)),
                    width: own.width,
                    pattern: Pattern::of(own.dash, shown, own.width),
                    arrow: alike.all(|(_, tie)| tie.direction == Direction::Directed),
                    struck: status == Some(Status::Ended),
                }),
            };
            // Kinds that look alike because of such rules share a row.
            match rows.iter_mut().find(|other: &&mut LegendRow| other.symbol == row.symbol) {
                Some(other) => other.text = format!("{} or {}", other.text, row.text),
                None => rows.push(row),
            }
        }
    }
    rows
}

fn kind_text(kind: &Kind, status: Option<Status>) -> String {
    let name = lower_first(&text::clean(&kind.name));
    status.map_or_else(|| name.clone(), |status| format!("{name}, {}", status.name()))
}

/// Whether a property is the same for all ties of a kind.
pub(super) const fn follows_kind(by: &TieProperty) -> bool {
    matches!(by, TieProperty::Kind | TieProperty::Sign)
}
