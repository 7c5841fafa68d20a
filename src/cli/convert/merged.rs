//! Adds what was converted to a map that is there.

use std::io::Write;
use std::path::Path;

use crate::cli::input;
use crate::cli::outcome::Failure;
use crate::edit::{self, Merge, MergeCounts, Preference};
use crate::formats;
use crate::model::Map;

/// The map of a file with another one merged into it. What is new, the same and different is written to
/// `err`; where both say something else, the map of the file stays as it is.
pub(super) fn merge_into(path: &Path, other: &Map, err: &mut dyn Write) -> Result<Map, Failure> {
    let mut map = input::read(path, err)?;
    let merge = edit::merge(&map, other, Preference::Ours);
    tell(&merge, (&map, other), err)?;
    if let Some(why) = formats::too_many(
        map.nations().len() + MergeCounts::of(&merge.nations).new,
        map.ties().len() + MergeCounts::of(&merge.ties).new,
    ) {
        return Err(Failure(format!("Can't add what was read: {why}. Add a part of it.")));
    }
    edit::apply(&mut map, merge.command)?;
    Ok(map)
}

fn tell(merge: &Merge, (map, other): (&Map, &Map), err: &mut dyn Write) -> std::io::Result<()> {
    /// The most differences that are listed.
    const MOST: usize = 40;
    let counts = [
        ("nations", MergeCounts::of(&merge.nations)),
        ("ties", MergeCounts::of(&merge.ties)),
        ("kinds", MergeCounts::of(&merge.kinds)),
        ("sources", MergeCounts::of(&merge.sources)),
    ];
    for (what, MergeCounts { new, same, different }) in counts {
        writeln!(err, "{what}: {new} new, {same} the same, {different} different")?;
    }
    let differences = merge.differences(map, other);
    for difference in differences.iter().take(MOST) {
        writeln!(err, "  {difference}")?;
    }
    match differences.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(err, "  and {more} more"),
    }
}
