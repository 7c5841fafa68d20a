//! The names or codes where rows and columns of half a table end, as labels.

use std::f32::consts::FRAC_PI_2;

use super::edge_names::{EdgeText, codes};
use super::names::{NameSetting, Named};
use super::table::Table;
use crate::model::{Map, Point};
use crate::scene::{Matrix, Weight, text};

/// Adds what stands at the foot and at the right of half a table; a whole one has nothing there.
pub(super) fn add_edge_labels(
    map: &Map,
    matrix: &Matrix,
    setting: &NameSetting<'_>,
    named: &mut Named,
) {
    let Table::Half(table) = setting.table else { return };
    let codes = codes(map, matrix);
    let side = table.cell * matrix.len() as f32;
    let last = matrix.len().saturating_sub(1);
    for (place, id) in matrix.nations.iter().enumerate() {
        let along = |place: usize| (place as f32 + 0.5) * table.cell;
        let foot = setting.corner + Point::new(along(last - place), side);
        let right = setting.corner + Point::new(side, along(place));
        for (edge, end, out, angle) in [
            (&table.foot, foot, Point::new(0.0, 1.0), -FRAC_PI_2),
            (&table.right, right, Point::new(1.0, 0.0), 0.0),
        ] {
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
