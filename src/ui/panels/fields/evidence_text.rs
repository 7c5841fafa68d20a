//! Evidence as text: the titles of its sources, or what it says where it has none.

use super::writer::Writer;
use crate::edit::add_source;
use crate::model::{Evidence, Map, Source, SourceId};

/// What stands between two pieces of evidence.
const BETWEEN: &str = "; ";

/// All evidence of a tie.
pub(super) fn text(map: &Map, evidence: &[Evidence]) -> String {
    evidence.iter().map(|piece| name(map, piece)).collect::<Vec<_>>().join(BETWEEN)
}

fn name(map: &Map, piece: &Evidence) -> String {
    let source = piece.source.and_then(|id| map.sources().get(id));
    source.map_or_else(|| piece.note.clone(), |source| source.title.clone())
}

/// Reads evidence: a piece that is named again stays as it is, any other cites the source of that
/// title, which is added to the map if it isn't there.
pub(super) fn read(
    writer: &mut Writer,
    old: &[Evidence],
    text: &str,
) -> Result<Vec<Evidence>, String> {
    let mut kept: Vec<Evidence> = old.to_vec();
    let mut read = Vec::new();
    for title in titles(writer.map(), text) {
        let same = kept.iter().position(|piece| name(writer.map(), piece) == title);
        read.push(match same {
            Some(at) => kept.remove(at),
            None => {
                Evidence { source: Some(source_of_title(writer, title)?), ..Evidence::default() }
            }
        });
    }
    Ok(read)
}

/// The titles in a text. A title may have the sign between titles in itself.
fn titles<'t>(map: &Map, text: &'t str) -> Vec<&'t str> {
    let text = text.trim();
    if map.sources().iter().any(|(_, source)| source.title == text) {
        return vec![text];
    }
    text.split(BETWEEN).map(str::trim).filter(|title| !title.is_empty()).collect()
}

/// The source of a title, added to the map if there is none.
///
/// # Errors
/// A sentence where it can't be added.
pub fn source_of_title(writer: &mut Writer, title: &str) -> Result<SourceId, String> {
    let same = |(_, source): &(SourceId, &Source)| source.title == title;
    if let Some((id, _)) = writer.map().sources().iter().find(same) {
        return Ok(id);
    }
    let new = Source { title: title.to_owned(), ..Source::default() };
    let (id, command) = add_source(writer.map(), new);
    writer.perform(command)?;
    Ok(id)
}
