//! Reads the memberships of nations in organisations.

use super::id_index::IdIndex;
use super::record::{RecordPath, RecordReader, describe};
use crate::formats::json::{Node, Value};
use crate::formats::problems::{Problems, shorten};
use crate::model::{Membership, NationId};

/// Takes the field `memberships` of the nation with the id `key`; `ids` are the ids of all nations.
pub fn read_memberships(
    key: &str,
    record: &mut RecordReader<'_>,
    ids: &IdIndex,
    problems: &mut Problems,
) -> Vec<Membership> {
    let path = record.path;
    let nodes = record.list("memberships", problems);
    let part =
        |(index, node)| read_membership(key, node, path.item("memberships", index), ids, problems);
    nodes.into_iter().enumerate().filter_map(part).collect()
}

fn read_membership(
    key: &str,
    node: Node<'_>,
    path: RecordPath,
    ids: &IdIndex,
    problems: &mut Problems,
) -> Option<Membership> {
    let mut record = RecordReader::open(node, path, problems)?;
    let outcome = "The membership was left out.";
    let Some(node) = record.take_field("organisation") else {
        let message = "has a membership without an “organisation”".to_owned();
        let remedy = "Name the nation of the file that it is a membership in.";
        problems.lose(record.at, path.to_text(), message, outcome, remedy);
        return None;
    };
    let field = path.field("organisation");
    let Value::Text(organisation) = &node.value else {
        let message = format!("has {} where a nation's id is expected", describe(&node.value));
        let remedy = "Write the id of a nation, such as \"EU\".";
        problems.lose(node.at, field, message, outcome, remedy);
        return None;
    };
    let Some(index) = ids.get(organisation).filter(|_| organisation != key) else {
        let short = shorten(organisation);
        let (message, remedy) = if organisation == key {
            (format!("makes “{short}” a member of itself"), "Name another nation.".to_owned())
        } else {
            let message = format!("names an organisation that isn't in the file, “{short}”");
            let otherwise = "Add it to the nations of the file.";
            (message, problems.suggestion(organisation, ids.ids(), otherwise))
        };
        problems.lose(node.at, field, message, outcome, remedy);
        return None;
    };
    Some(Membership {
        organisation: NationId(index + 1),
        since: record.date("since", problems),
        until: record.date("until", problems),
        extra: record.unknown_fields(problems),
    })
}
