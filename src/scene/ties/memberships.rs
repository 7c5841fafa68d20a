//! The lines from members to their organisations.

use super::tie_ends::RIM_GAP;
use crate::model::Map;
use crate::scene::{Curve, MembershipMark, NationMark, Options, Palette, Pattern};

/// The lines of all memberships. An organisation that is drawn as a hull has none.
pub(in crate::scene) fn membership_marks(
    map: &Map,
    nations: &[NationMark],
    options: &Options,
) -> Vec<MembershipMark> {
    let palette = Palette::of(options.theme);
    let mut marks = Vec::new();
    for ((member, nation), mark) in map.nations().iter().zip(nations) {
        for membership in &nation.memberships {
            let index = map.nations().index_of(membership.organisation);
            let Some(organisation) = index.and_then(|i| nations.get(i)) else { continue };
            if !mark.is_drawn() || !organisation.is_drawn() {
                continue;
            }
            let curve = membership_line(mark, organisation, options.unit);
            let mut pattern = Pattern::membership();
            pattern.dashes.iter_mut().for_each(|dash| *dash *= options.unit);
            let strength = if membership.until.is_some() { 0.45 } else { 1.0 };
            marks.push(MembershipMark {
                member,
                organisation: membership.organisation,
                color: palette.faded(palette.second_ink, strength),
                width: options.unit.max(options.least_line),
                pattern: pattern.fitted(curve.length()),
                curve,
            });
        }
    }
    marks
}

/// The straight line from the rim of a member to the rim of its organisation.
pub(in crate::scene) fn membership_line(
    member: &NationMark,
    organisation: &NationMark,
    unit: f32,
) -> Curve {
    let whole = Curve::line(member.center, organisation.center);
    let gap = RIM_GAP * unit;
    whole.trimmed(
        member.reach(|| whole.tangent(0.0)) + gap,
        organisation.reach(|| whole.tangent(0.0)) + gap,
    )
}
