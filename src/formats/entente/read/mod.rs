//! Reads a map from the bytes of a file, as leniently as possible: what is wrong with a single record is
//! reported, and the rest is kept.

mod attributes;
mod by_hand;
mod filter;
mod filter_conditions;
mod header;
mod heading;
mod id_index;
mod kinds;
mod look;
mod look_rules;
mod look_values;
mod memberships;
mod names;
mod nations;
mod pictures;
mod property;
mod record;
mod references;
mod sources;
mod tie_ends;
mod tie_targets;
mod ties;

use crate::formats::json::{self, Node, Tree, Value};
use crate::formats::limits::{self, MAX_KINDS, MAX_NATIONS, MAX_SOURCES, MAX_TEXT_NOTES, MAX_TIES};
use crate::formats::opened::Opened;
use crate::formats::problems::{OpenError, Problems, shorten};
use crate::formats::text_encoding;
use crate::model::{Kind, Map};
use by_hand::read_text_notes;
use filter::read_filter;
use heading::read_heading;
use id_index::{IdIndex, KIND, NATION, RecordSort, SOURCE, TEXT_NOTE, TIE};
use kinds::read_kind;
use look::read_look;
use nations::read_nation;
use pictures::PictureReader;
use record::{RecordPath, RecordReader, describe};
use references::References;
use sources::read_source;
use tie_ends::EndReader;
use ties::read_ties;

/// Reads a map from the bytes of a file.
///
/// # Errors
/// An [`OpenError`] when nothing of the file can be read; whatever is wrong with a single record is
/// listed in [`Opened::problems`] instead.
pub fn read(bytes: &[u8]) -> Result<Opened, OpenError> {
    limits::check_size(bytes.len() as u64)?;
    let text = text_encoding::decode(bytes)?;
    let tree = json::parse(text)
        .map_err(|error| OpenError::at_byte(text, error.at, "", error.message, error.remedy))?;
    read_tree(text, tree)
}

fn read_tree(text: &str, tree: Tree<'_>) -> Result<Opened, OpenError> {
    let mut problems = Problems::default();
    for (at, name) in tree.repeated {
        problems.lose(
            at,
            String::new(),
            format!("gives the field “{}”, which the same record gives again", shorten(&name)),
            "The last of them was taken.",
            "Take out the others.",
        );
    }
    for at in json::lone_halves(text) {
        let [found, outcome, remedy] = json::LONE_HALF;
        problems.warn(at as u32, String::new(), found.to_owned(), outcome, remedy);
    }
    let Value::Object(_) = &tree.root.value else {
        let found = describe(&tree.root.value);
        let message = format!("has {found} where a map, a record “{{ … }}”, is expected");
        let remedy = "Choose a file whose name ends in .entente.json.";
        return Err(OpenError::at_byte(text, tree.root.at as usize, "", message, remedy));
    };
    let Some(mut record) = RecordReader::open(tree.root, RecordPath::default(), &mut problems)
    else {
        return Err(OpenError::of_whole_file("it holds no map", "Choose another file."));
    };
    header::check_format(text, &mut record)?;
    header::check_version(text, &mut record, &mut problems)?;
    let map = read_map(text, record, &mut problems)?;
    Ok(Opened { map, problems: problems.into_list(text) })
}

fn read_map(
    text: &str,
    mut record: RecordReader<'_>,
    problems: &mut Problems,
) -> Result<Map, OpenError> {
    let mut heading = read_heading(&mut record, problems);
    let look = read_look(&mut record, problems);
    let filter = record.nested("filter", problems);
    let kinds_given = record.has("kinds");
    let kinds = list(text, &mut record, KIND, MAX_KINDS, problems)?;
    let sources = list(text, &mut record, SOURCE, MAX_SOURCES, problems)?;
    let nations = list(text, &mut record, NATION, MAX_NATIONS, problems)?;
    let ties = list(text, &mut record, TIE, MAX_TIES, problems)?;
    let notes = list(text, &mut record, TEXT_NOTE, MAX_TEXT_NOTES, problems)?;
    heading.extra = record.unknown_fields(problems);

    let (kind_ids, kinds) = IdIndex::assign_ids(kinds, KIND, problems);
    let kinds = kinds.into_iter().map(|(key, record)| read_kind(key, record, problems)).collect();
    let (source_ids, sources) = IdIndex::assign_ids(sources, SOURCE, problems);
    let sources =
        sources.into_iter().map(|(key, record)| read_source(key, record, problems)).collect();
    let (nation_ids, nations) = IdIndex::assign_ids(nations, NATION, problems);
    let mut pictures = PictureReader::default();
    let nations = nations
        .into_iter()
        .map(|(key, record)| read_nation(key, record, &nation_ids, &mut pictures, problems))
        .collect();
    let (tie_ids, ties) = IdIndex::assign_ids(ties, TIE, problems);
    let mut references = References { kind_ids, kinds, source_ids, sources };
    if !kinds_given {
        Kind::standard().into_iter().for_each(|kind| {
            references.add_kind(kind.key);
        });
    }
    let ends = EndReader { nations: &nation_ids, ties: &tie_ids };
    let ties = read_ties(ties, ends, &mut references, problems);
    let References { kinds, sources, .. } = references;
    let filter = read_filter(filter, &kinds, problems);
    let (_, notes) = IdIndex::assign_ids(notes, TEXT_NOTE, problems);
    let notes = read_text_notes(notes, problems);
    let map = Map::from_parts(heading, look, filter, kinds, sources, nations, ties);
    Ok(map.with_text_notes(notes))
}

/// Takes one of the map's lists; a map with too long a list is refused.
fn list<'a>(
    text: &str,
    record: &mut RecordReader<'a>,
    sort: RecordSort,
    limit: usize,
    problems: &mut Problems,
) -> Result<Vec<Node<'a>>, OpenError> {
    let at = record.offset_of(sort.list);
    let nodes = record.list(sort.list, problems);
    if nodes.len() <= limit {
        return Ok(nodes);
    }
    let (count, list) = (nodes.len(), sort.list);
    let message = format!("has {count} {list}, and a map may have {limit}");
    let remedy = "Split the map into smaller ones.";
    Err(OpenError::at_byte(text, at as usize, list, message, remedy))
}
