//! The map in a text that is pasted: reading it, its limits, and positions for all its nations.

use crate::edit;
use crate::formats::{self, MAX_KINDS, MAX_NATIONS, MAX_SOURCES, MAX_TEXT_NOTES, MAX_TIES, Opened};
use crate::model::Map;
use crate::scene::Positions;
use crate::ui::state::counts_in_words;

/// The largest text that is pasted, in bytes; larger maps are opened as files.
const MOST_BYTES: usize = 8 * 1024 * 1024;
/// The most nations that one paste adds.
const MOST_NATIONS: usize = 2_000;
/// The most text notes that one paste adds.
const MOST_NOTES: usize = 2_000;
/// The most ties that one paste adds.
const MOST_TIES: usize = 8_000;

pub(super) const NO_TEXT: &str = "Nothing to paste: the clipboard holds no text. Copy nations in \
                                  Entente, then paste again.";
const NO_MAP: &str = "Can't paste: the text on the clipboard isn't a map. Copy nations in Entente, \
                      or the text of a map file, then paste again.";

/// Reads the map that a text holds.
///
/// # Errors
/// A message for a person where it holds none.
pub(super) fn read(text: &str) -> Result<Opened, String> {
    if text.len() > MOST_BYTES {
        return Err(format!(
            "Can't paste: the text on the clipboard is larger than {} MiB. Save it as a file and \
             open that.",
            MOST_BYTES >> 20
        ));
    }
    if text.trim().is_empty() {
        return Err(NO_TEXT.to_owned());
    }
    formats::read(text.as_bytes()).map_err(|error| match error.place {
        // It was meant to be a map, so where it breaks is worth knowing.
        Some(place) if text.contains(formats::FORMAT_ID) => format!(
            "Can't paste: the map on the clipboard can't be read, since {place} {}. Copy it anew, \
             then paste again.",
            error.message
        ),
        _ => NO_MAP.to_owned(),
    })
}

/// Checks that a part can be pasted into a map.
///
/// # Errors
/// A message for a person where it is empty or too large.
pub(super) fn check_size(map: &Map, part: &Map) -> Result<(), String> {
    let (nations, ties) = (part.nations().len(), part.ties().len());
    let notes = part.text_notes().len();
    if nations == 0 && notes == 0 {
        return Err(
            "Nothing to paste: the map on the clipboard holds no nation and no note. Copy \
                    some in Entente, then paste again."
                .to_owned(),
        );
    }
    if nations > MOST_NATIONS || ties > MOST_TIES || notes > MOST_NOTES {
        return Err(format!(
            "Can't paste {}: up to {} can be pasted at once. Paste them in parts, or open the map \
             as a file.",
            counts_in_words(nations, ties, notes),
            counts_in_words(MOST_NATIONS, MOST_TIES, MOST_NOTES)
        ));
    }
    let is_within = map.nations().len() + nations <= MAX_NATIONS
        && map.ties().len() + ties <= MAX_TIES
        && map.text_notes().len() + notes <= MAX_TEXT_NOTES
        && map.kinds().len() + part.kinds().len() <= MAX_KINDS
        && map.sources().len() + part.sources().len() <= MAX_SOURCES;
    if is_within {
        return Ok(());
    }
    Err(format!(
        "Can't paste: the map would be larger than {}, {MAX_KINDS} kinds and {MAX_SOURCES} \
         sources. Delete some, or paste into another map.",
        counts_in_words(MAX_NATIONS, MAX_TIES, MAX_TEXT_NOTES)
    ))
}

/// Gives a position to each nation that has none: in rows below the others, as on the canvas.
pub(super) fn place_missing(mut map: Map) -> Map {
    let points = Positions::of(&map).points().to_vec();
    let unplaced = map
        .nations()
        .iter()
        .zip(points)
        .filter(|((_, nation), at)| nation.position.is_none() && at.is_usable());
    let places: Vec<_> = unplaced.map(|((id, _), at)| (id, at)).collect();
    let command = edit::move_nations(&map, places, None);
    let result = edit::apply(&mut map, command);
    debug_assert!(result.is_ok(), "usable positions fit: {result:?}");
    map
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example::{example, japan};

    #[test]
    fn what_is_no_map_says_so_with_what_to_do() {
        let refusal = |text: &str| read(text).expect_err("no map");
        assert_eq!(refusal("Dear reader"), NO_MAP);
        assert_eq!(refusal("{ \"name\": \"Japan\" }"), NO_MAP);
        assert_eq!(refusal(" \n"), NO_TEXT);
        let broken = refusal("{ \"format\": \"entente-map\", ");
        assert!(broken.contains("line 1, column") && broken.contains("Copy it anew"), "{broken}");
        assert!(refusal(&"x".repeat(MOST_BYTES + 1)).contains("8 MiB"));
        let empty = read("{ \"format\": \"entente-map\", \"version\": \"1.0\" }").expect("a map");
        let refusal = check_size(example().map(), &empty.map).expect_err("nothing in it");
        assert!(refusal.contains("no nation"), "{refusal}");
    }

    #[test]
    fn nations_without_a_place_get_one_before_they_are_pasted() {
        let map = example().map().clone();
        let unplaced = edit::Placement { position: None, pinned: false };
        let mut part = map.clone();
        let command = edit::Command::Placements(vec![(japan(), unplaced)]);
        edit::apply(&mut part, command).expect("it fits");
        let placed = place_missing(part);
        assert!(placed.nations().iter().all(|(_, nation)| nation.position.is_some()));
        assert_eq!(placed.extent().max.x, map.extent().max.x);
    }
}
