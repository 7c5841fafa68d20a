//! The names or codes where rows and columns of half a table begin and end, as labels.

use std::f32::consts::FRAC_PI_2;

use super::edge_names::{EdgeNames, EdgeText, codes};
use super::names::{NameSetting, Named};
use super::table::Table;
use crate::model::{Map, Point};
use crate::scene::{Matrix, Weight, text};

/// Adds what stands at the foot, at the right and at the staircase of half a table, or at the right of a whole one.
pub(super) fn add_edge_labels(
    map: &Map,
    matrix: &Matrix,
    setting: &NameSetting<'_>,
    named: &mut Named,
) {
    let codes = codes(map, matrix);
    for (place, id) in matrix.nations.iter().enumerate() {
        for Edge { names: edge, end, out, angle } in edges(setting, matrix.len(), place) {
            let Some((middle, room)) = edge.middle(place) else { continue };
            let words = match edge.text {
                EdgeText::Nothing => continue,
                EdgeText::Codes => codes.get(place).cloned().unwrap_or_default(),
                EdgeText::Names => {
                    map.nations().get(*id).map_or_else(String::new, |n| text::clean(&n.name))
                }
            };
            let words = text::ellipsis(&words, edge.size, Weight::Regular, room * 1.001);
            if words.is_empty() {
                continue;
            }
            let width = text::width(&words, edge.size, Weight::Regular);
            let label =
                setting.edge_label((*id, &words), edge.size, width, (end + out * middle, angle));
            named.labels.push(label);
            named.leaders.extend(edge.leader(place, end, out));
        }
    }
}

/// What may stand where a row or a column begins or ends.
struct Edge<'a> {
    names: &'a EdgeNames,
    /// Where the row or column does.
    end: Point,
    /// From there to the text.
    out: Point,
    /// The direction of the text.
    angle: f32,
}

/// The edges of the row and the column of a nation.
fn edges<'a>(setting: &'a NameSetting<'_>, count: usize, place: usize) -> Vec<Edge<'a>> {
    let cell = setting.table.cell();
    let side = cell * count as f32;
    let along = |place: usize| (place as f32 + 0.5) * cell;
    let right = Edge {
        names: setting.table.right(),
        end: setting.corner + Point::new(side, along(place)),
        out: Point::new(1.0, 0.0),
        angle: 0.0,
    };
    let Table::Half(table) = setting.table else { return vec![right] };
    let foot = Edge {
        names: &table.foot,
        end: setting.corner + Point::new(along(count.saturating_sub(1) - place), side),
        out: Point::new(0.0, 1.0),
        angle: -FRAC_PI_2,
    };
    let stairs = Edge {
        names: &table.stairs,
        end: table.foot(place, setting.corner),
        out: table.away(),
        angle: if table.is_upright { -FRAC_PI_2 } else { 0.0 },
    };
    vec![foot, right, stairs]
}
