//! The font families on this machine, in a fixed order.

use std::collections::BTreeMap;

use fontdb::{Database, FaceInfo, ID, Source, Stretch, Style};

use super::embedded_font;

/// Families with a placeholder for every letter, or with no letters.
const PLACEHOLDERS: [&str; 4] = ["LastResort", "Last Resort", "Adobe Blank", "Adobe NotDef"];

/// A family with its faces.
pub(super) struct Family {
    pub(super) name: String,
    /// The faces closest to regular and semibold.
    pub(super) faces: [ID; 2],
}

/// The upright families other than the embedded one, in the order in which they are tried: Noto Sans,
/// other Noto, the rest, and monospaced ones last; by name within each.
pub(super) fn families(database: &Database, base: [ID; 2]) -> Vec<Family> {
    let mut faces: BTreeMap<(u8, &str), Vec<&FaceInfo>> = BTreeMap::new();
    for face in database.faces() {
        let upright = face.style == Style::Normal && face.stretch == Stretch::Normal;
        let Some((name, _)) = face.families.first().filter(|_| upright) else { continue };
        let is_placeholder = PLACEHOLDERS.contains(&name.as_str()) || name.starts_with('.');
        if !base.contains(&face.id) && name != embedded_font::FAMILY && !is_placeholder {
            faces.entry((rank(name, face.monospaced), name)).or_default().push(face);
        }
    }
    let closest = |faces: &[&FaceInfo], weight| {
        let distance = |face: &&&FaceInfo| (distance(face.weight.0, weight), location(face));
        faces.iter().min_by_key(distance).map_or_else(ID::dummy, |face| face.id)
    };
    let family = |((_, name), faces): (&(u8, &str), &Vec<&FaceInfo>)| Family {
        name: (*name).to_owned(),
        faces: [closest(faces, 400), closest(faces, 600)],
    };
    faces.iter().map(family).collect()
}

/// The group of a family in the order of families.
fn rank(name: &str, is_monospaced: bool) -> u8 {
    match name {
        _ if is_monospaced || name.contains(" Mono") => 3,
        _ if name.starts_with("Noto Sans") => 0,
        _ if name.starts_with("Noto ") => 1,
        _ => 2,
    }
}

/// The distance of a weight from the one wanted, in the order of CSS Fonts 4 (section 5.2): from 400 up
/// to 500 first, then lighter, then heavier; from 600 heavier, then lighter.
const fn distance(weight: u16, wanted: u16) -> u16 {
    if wanted < 500 && weight >= wanted && weight <= 500 {
        weight - wanted
    } else if wanted < 500 && weight < wanted {
        1000 + wanted - weight
    } else if weight >= wanted {
        weight - wanted + if wanted < 500 { 2000 } else { 0 }
    } else {
        1000 + wanted - weight
    }
}

/// The file of a face, which distinguishes two faces of the same family and weight.
fn location(face: &FaceInfo) -> (String, u32) {
    let path = match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => path.display().to_string(),
        Source::Binary(_) => face.post_script_name.clone(),
    };
    (path, face.index)
}
