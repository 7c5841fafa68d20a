//! The rows of a legend: what is on the map, and nothing else.

use super::wording;
use super::{LegendLine, LegendRow, LegendSign};
use crate::model::{
    Color, Dash, Direction, Kind, Map, NationProperty, NationSize, NationStyle, Status, Tie,
    TieProperty,
};
use crate::scene::look_rules::{Given, Key, TieRules};
use crate::scene::palette::{Palette, mix};
use crate::scene::{Decoration, Pattern, hulls, look_rules, nation_marks, text};

/// Values beyond this number are one row of the legend, as nobody would read more.
const MOST_VALUES: usize = 14;

/// The rows for a map: the kinds of tie, what the rules of the look mean, memberships and hulls.
pub(crate) fn rows(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let ties = TieRules::of(map, palette);
    let mut rows = kinds(map, palette, &ties);
    rows.extend(memberships(map, palette));
    rows.extend(hulls(map, palette));
    rows.extend(tie_rules(map, palette, &ties));
    rows.extend(nation_colors(map, palette));
    rows.extend(nation_sizes(map, palette));
    rows
}

/// Each kind that has ties, in the order of the kinds, once for each status that is drawn in a way of
/// its own.
fn kinds(map: &Map, palette: &Palette, rules: &TieRules) -> Vec<LegendRow> {
    let look = map.look();
    let color_by = look.tie_color.as_ref().map(|rule| &rule.by);
    let width_by = look.tie_width.as_ref().map(|rule| &rule.by);
    let dash_by = look.tie_dash.as_ref().map(|rule| &rule.by);
    if [color_by, width_by, dash_by].iter().all(|by| by.is_some_and(|by| !is_of_kind(by))) {
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
        for status in SHOWN {
            let mut alike =
                ties.iter().filter(|(_, tie)| shown_as(tie.status) == status).peekable();
            let Some((first, _)) = alike.peek().copied() else { continue };
            let mut own = rules.look(*first, Some(kind));
            // What follows something else than the kind isn't the kind's sign.
            if color_by.is_some_and(|by| !is_of_kind(by)) {
                own.color = palette.second_ink;
            }
            if width_by.is_some_and(|by| !is_of_kind(by)) {
                own.width = 1.5;
            }
            if dash_by.is_some_and(|by| !is_of_kind(by)) {
                own.dash = Dash::Solid;
            }
            let shown = status.filter(|_| dash_by != Some(&TieProperty::Status));
            let row = LegendRow {
                text: kind_text(kind, status),
                sign: LegendSign::Line(LegendLine {
                    color: palette.faded(own.color, strength(status)),
                    width: own.width,
                    pattern: Pattern::of(own.dash, shown, own.width),
                    arrow: alike.all(|(_, tie)| tie.direction == Direction::Directed),
                    struck: status == Some(Status::Ended),
                }),
            };
            // Kinds that look alike, since their looks follow something else, are one sign.
            match rows.iter_mut().find(|other: &&mut LegendRow| other.sign == row.sign) {
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
const fn is_of_kind(by: &TieProperty) -> bool {
    matches!(by, TieProperty::Kind | TieProperty::Sign)
}

fn memberships(map: &Map, palette: &Palette) -> Option<LegendRow> {
    let as_hull = hulls::organisations(map);
    let has_line = |organisation| {
        let index = map.nations().index_of(organisation);
        index.and_then(|index| as_hull.get(index)).is_some_and(|as_hull| !as_hull)
    };
    let mut all = map.nations().iter().flat_map(|(_, nation)| &nation.memberships);
    all.any(|membership| has_line(membership.organisation)).then(|| {
        let pattern = Pattern { decoration: Decoration::Plain, ..Pattern::membership() };
        line("member of".to_owned(), palette.second_ink, 1.0, pattern)
    })
}

fn line(text: String, color: Color, width: f32, pattern: Pattern) -> LegendRow {
    let sign = LegendSign::Line(LegendLine { color, width, pattern, arrow: false, struck: false });
    LegendRow { text, sign }
}

/// One row for each sort of hull: their names stand at their edges.
fn hulls(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let row = |text: String| {
        let look = hulls::look(0, palette.second_ink, palette.theme, 1.0);
        LegendRow { text, sign: LegendSign::Hull(look) }
    };
    let mut rows = Vec::new();
    if let Some(grouping) = &map.look().hulls {
        let property = grouping.property();
        if map.nation_values(&property).iter().flatten().any(|value| value.number.is_none()) {
            rows.push(row(lower_first(&wording::nation_title(&property))));
        }
    }
    if hulls::organisations(map).contains(&true) {
        rows.push(row("members of an organisation".to_owned()));
    }
    rows
}

fn tie_rules(map: &Map, palette: &Palette, rules: &TieRules) -> Vec<LegendRow> {
    let look = map.look();
    let mut rows = Vec::new();
    let solid = |width| Pattern::of(Dash::Solid, None, width);
    if let (Some(rule), Some(given)) = (&look.tie_color, &rules.colors)
        && !is_of_kind(&rule.by)
    {
        rows.extend(section(map, &rule.by, given, |text, color| {
            line(text, color, 2.5, solid(2.5))
        }));
    }
    if let (Some(rule), Some(given)) = (&look.tie_width, &rules.widths)
        && !is_of_kind(&rule.by)
    {
        let row = |text, width| line(text, palette.second_ink, width, solid(width));
        rows.extend(section(map, &rule.by, given, row));
    }
    if let (Some(rule), Some(given)) = (&look.tie_dash, &rules.dashes)
        && !is_of_kind(&rule.by)
    {
        let row = |text, dash| line(text, palette.second_ink, 1.5, Pattern::of(dash, None, 1.5));
        rows.extend(section(map, &rule.by, given, row));
    }
    rows
}

fn section<V: Copy>(
    map: &Map,
    by: &TieProperty,
    given: &Given<V>,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    let value = |value: &str| wording::tie_value(map, by, value);
    titled(wording::tie_title(by), key_rows(given, value, row))
}

/// The rows of a key.
fn key_rows<V: Copy>(
    given: &Given<V>,
    value: impl Fn(&str) -> String,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    match &given.key {
        Key::Categories(entries, others) => {
            let shown = entries.iter().take(MOST_VALUES);
            let mut rows: Vec<LegendRow> =
                shown.map(|(text, look)| row(value(text), *look)).collect();
            rows.extend(others.map(|look| row("other".to_owned(), look)));
            rows
        }
        Key::Range(steps) => {
            steps.iter().map(|(number, look)| row(wording::number(*number), *look)).collect()
        }
    }
}

/// Rows below a title; nothing where there are no rows.
fn titled(title: String, rows: Vec<LegendRow>) -> Vec<LegendRow> {
    let title = (!rows.is_empty()).then_some(LegendRow { text: title, sign: LegendSign::Title });
    title.into_iter().chain(rows).collect()
}

fn nation_colors(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let Some(rule) = &map.look().nation_color else { return Vec::new() };
    let Some(given) = look_rules::nation_colors(map, palette) else { return Vec::new() };
    let style = map.look().nations;
    let row = |text, color| {
        let (fill, band) = match style {
            NationStyle::Flag => (mix(palette.canvas, palette.ink, 0.1), Some(color)),
            NationStyle::Disc | NationStyle::Label => (color, None),
        };
        let (shape, radius) = nation_marks::sample(style, 7.0);
        let sign = LegendSign::Mark { shape, radius, is_to_scale: false, fill, band };
        LegendRow { text, sign }
    };
    section_of_nations(&rule.by, &given, row)
}

fn nation_sizes(map: &Map, palette: &Palette) -> Vec<LegendRow> {
    let NationSize::By(rule) = &map.look().nation_size else { return Vec::new() };
    let Some(given) = look_rules::radii(map) else { return Vec::new() };
    let row = |text, radius| {
        let (shape, radius) = nation_marks::sample(map.look().nations, radius);
        let fill = mix(palette.canvas, palette.ink, 0.1);
        let sign = LegendSign::Mark { shape, radius, is_to_scale: true, fill, band: None };
        LegendRow { text, sign }
    };
    section_of_nations(&rule.by, &given, row)
}

fn section_of_nations<V: Copy>(
    by: &NationProperty,
    given: &Given<V>,
    row: impl Fn(String, V) -> LegendRow,
) -> Vec<LegendRow> {
    let value = |value: &str| wording::nation_value(by, value);
    titled(wording::nation_title(by), key_rows(given, value, row))
}

/// The statuses that are drawn in a way of their own; `None` stands for all that holds.
const SHOWN: [Option<Status>; 6] = [
    None,
    Some(Status::Preliminary),
    Some(Status::Negotiating),
    Some(Status::Proposed),
    Some(Status::Suspended),
    Some(Status::Ended),
];

/// The status that a tie is drawn with: what is signed or in force looks like what has no status.
pub(crate) fn shown_as(status: Option<Status>) -> Option<Status> {
    status.filter(|status| !matches!(status, Status::Signed | Status::InForce))
}

/// How strongly a tie of that status is drawn.
pub(crate) fn strength(status: Option<Status>) -> f32 {
    match status {
        None | Some(Status::Signed | Status::InForce) => 1.0,
        Some(Status::Ended) => 0.35,
        Some(_) => 0.6,
    }
}

/// A name within a phrase: its first letter is small unless a capital or a figure follows it.
pub(crate) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}
