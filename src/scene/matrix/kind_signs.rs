//! Which kind has which sign.

use super::sign::CellSign;
use crate::model::{Dash, Kind, Map};

/// The sign of each kind of a map, in its order. A kind has the sign that is like its line on the map, unless an
/// earlier kind has it already; then the next that is free. A kind that is added takes a sign from nobody.
pub(super) fn kind_signs(map: &Map) -> Vec<CellSign> {
    let mut taken: Vec<CellSign> = Vec::new();
    let sign = |(index, (_, kind)): (usize, (_, &Kind))| {
        let wanted = like_line(kind.dash);
        let all = CellSign::OF_KINDS;
        let mut free = std::iter::once(wanted).chain(all).filter(|sign| !taken.contains(sign));
        let sign = free.next().unwrap_or(all[index % all.len()]);
        taken.push(sign);
        sign
    };
    map.kinds().iter().enumerate().map(sign).collect()
}

const fn like_line(dash: Dash) -> CellSign {
    match dash {
        Dash::Solid => CellSign::Full,
        Dash::Dashed => CellSign::Bars,
        Dash::Dotted => CellSign::Disc,
        Dash::DashDot => CellSign::Hatch,
        Dash::Crossed => CellSign::Cross,
        Dash::Double => CellSign::Columns,
    }
}
