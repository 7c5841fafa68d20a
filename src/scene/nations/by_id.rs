//! Finds marks by what they stand for.

use std::collections::BTreeMap;

use crate::model::NationId;
use crate::scene::NationMark;

/// The index of each nation's mark.
pub(in crate::scene) fn indices_by_id(nations: &[NationMark]) -> BTreeMap<NationId, usize> {
    nations.iter().enumerate().map(|(index, mark)| (mark.id, index)).collect()
}
