//! The legend's rows for the kinds of tie.

use super::symbol::{LegendLine, LegendRow, LegendSymbol};
use super::wording::kind_name;
use crate::model::{Dash, Direction, Kind, Map, Status, Tie, TieProperty};
use crate::scene::look_rules::{TieLook, TieRules, follows_kind};
use crate::scene::ties::status::drawn_status;
use crate::scene::ties::{LineStyle, TieRank, TieWeights, emphasis};
use crate::scene::{Options, Palette};

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
/// differently. A kind of which some ties are pale is shown by the others, and a last row says so.
pub(super) fn kind_rows(
    map: &Map,
    rules: &TieRules,
    (weights, blocs): (&TieWeights, usize),
    options: &Options,
) -> Vec<LegendRow> {
    let shown = ShownByKind::of(map);
    if !(shown.color || shown.width || shown.dash) {
        return Vec::new();
    }
    let rank = |index: usize| weights.rank(index).filter(|_| weights.is_drawn(index));
    let is_pale = |index: usize| rank(index).is_some_and(TieRank::is_pale);
    let mut pale_look = None;
    let mut rows = Vec::new();
    for (kind_id, kind) in map.kinds().iter() {
        let ties = map.ties().iter().map(|(_, tie)| tie).enumerate();
        let is_meant =
            |(index, tie): &(usize, &Tie)| tie.kind == kind_id && weights.is_told(*index);
        let ties: Vec<(usize, &Tie)> = ties.filter(is_meant).collect();
        for status in STATUSES {
            let alike = ties.iter().filter(|(_, tie)| drawn_status(tie.status) == status);
            let Some((first, _)) = alike.clone().min_by_key(|(index, _)| is_pale(*index)) else {
                continue;
            };
            let look = shown.only(rules.look(*first, Some(kind)), options);
            let mut pale = alike.clone().filter(|(index, _)| is_pale(*index));
            pale_look = pale_look.or(pale.next().map(|_| look));
            let style = LineStyle::of(&look, status, rank(*first), options);
            let line = LegendLine {
                arrow: alike.clone().all(|(_, tie)| tie.direction == Direction::Directed),
                struck: status == Some(Status::Ended),
                emphasis: emphasis(Some(kind), rank(*first)),
                ..LegendLine::plain(style.color, style.width, style.pattern)
            };
            let text = kind_text(kind, status);
            let row = LegendRow { text, symbol: LegendSymbol::Line(line) };
            // Kinds that look alike because of such rules share a row.
            match rows.iter_mut().find(|other: &&mut LegendRow| other.symbol == row.symbol) {
                Some(other) => other.text = format!("{} or {}", other.text, row.text),
                None => rows.push(row),
            }
        }
    }
    let has = |wanted: TieRank| (0..map.ties().len()).any(|tie| rank(tie) == Some(wanted));
    let pale_text = || match (has(TieRank::WithinBloc), has(TieRank::WithMostOfABloc)) {
        _ if blocs == 0 || has(TieRank::OneOfMany) => "pale lines: many alike",
        (true, true) => "pale lines: in or to a bloc",
        (false, true) => "pale lines: to many at once",
        (_, false) => "pale lines: within a bloc",
    };
    rows.extend(pale_look.map(|look| pale_row(&look, pale_text(), options)));
    rows
}

/// The row that says why some ties are paler than others of their kind: since they lie within a bloc, or join a nation
/// to many of another. Where no blocs are shown it doesn't speak of them.
fn pale_row(look: &TieLook, text: &str, options: &Options) -> LegendRow {
    let LineStyle { color, width, pattern } =
        LineStyle::of(look, None, Some(TieRank::WithinBloc), options);
    let symbol = LegendSymbol::Net(LegendLine::plain(color, width, pattern));
    LegendRow { text: text.to_owned(), symbol }
}

/// What of a line follows the kind of its tie, by the rules of the look.
struct ShownByKind {
    color: bool,
    width: bool,
    dash: bool,
    dash_is_status: bool,
}

impl ShownByKind {
    fn of(map: &Map) -> Self {
        let look = map.look();
        let dash_by = look.tie_dash.as_ref().map(|rule| &rule.by);
        Self {
            color: look.tie_color.as_ref().is_none_or(|rule| follows_kind(&rule.by)),
            width: look.tie_width.as_ref().is_none_or(|rule| follows_kind(&rule.by)),
            dash: dash_by.is_none_or(follows_kind),
            dash_is_status: dash_by == Some(&TieProperty::Status),
        }
    }

    /// The look without what a rule derives from something other than the kind.
    fn only(&self, look: TieLook, options: &Options) -> TieLook {
        let plain = Palette::of(options.theme).second_ink;
        TieLook {
            color: if self.color { look.color } else { plain },
            width: if self.width { look.width } else { 1.5 },
            dash: if self.dash { look.dash } else { Dash::Solid },
            dash_is_status: self.dash_is_status,
        }
    }
}

fn kind_text(kind: &Kind, status: Option<Status>) -> String {
    let name = kind_name(kind);
    status.map_or_else(|| name.clone(), |status| format!("{name}, {}", status.name()))
}
