//! Reads what ties start and end at.

use super::id_index::IdIndex;
use super::record::{RecordPath, RecordReader, describe};
use crate::formats::json::{Node, Value};
use crate::formats::problems::{Problems, shorten};
use crate::model::NationId;

pub const LEFT_OUT: &str = "The tie was left out.";

/// What a tie ends at.
pub enum Target {
    Nation(NationId),
    Tie(TargetTie),
}

/// The tie that another tie ends at.
pub struct TargetTie {
    pub key: String,
    /// The byte offset of its id there.
    pub at: u32,
    /// Its index in the list of ties, if it is there.
    pub index: Option<usize>,
}

/// Reads the ends of ties.
#[derive(Clone, Copy)]
pub struct EndReader<'k> {
    /// The ids of all nations.
    pub nations: &'k IdIndex,
    /// The ids of all ties.
    pub ties: &'k IdIndex,
}

impl EndReader<'_> {
    /// Takes both ends of a tie; one that is missing or wrong is reported.
    pub fn take_ends(
        self,
        record: &mut RecordReader<'_>,
        problems: &mut Problems,
    ) -> Option<(NationId, Target)> {
        let (at, path) = (record.at, record.path);
        let from = record.take_field("from");
        let to = record.take_field("to");
        let from = self.read_start(from, at, path, problems);
        let to = self.read_target(to, at, path, problems)?;
        Some((from?, to))
    }

    fn read_start(
        self,
        node: Option<Node<'_>>,
        at: u32,
        path: RecordPath,
        problems: &mut Problems,
    ) -> Option<NationId> {
        match node {
            Some(Node { at, value: Value::Text(text) }) => {
                self.find_nation(&text, at, path.field("from"), false, problems)
            }
            Some(node) => {
                let message =
                    format!("has {} where a nation's id is expected", describe(&node.value));
                let remedy = "Write the id of a nation, such as \"JPN\".";
                problems.lose(node.at, path.field("from"), message, LEFT_OUT, remedy);
                None
            }
            None => {
                report_missing(at, path, "from", problems);
                None
            }
        }
    }

    fn read_target(
        self,
        node: Option<Node<'_>>,
        at: u32,
        path: RecordPath,
        problems: &mut Problems,
    ) -> Option<Target> {
        let Some(node) = node else {
            report_missing(at, path, "to", problems);
            return None;
        };
        let field = path.field("to");
        let found = describe(&node.value);
        match node.value {
            Value::Text(text) => {
                let nation = self.find_nation(&text, node.at, field, true, problems)?;
                return Some(Target::Nation(nation));
            }
            Value::Object(members) if members.len() == 1 => {
                for member in members {
                    if let ("tie", Value::Text(key)) = (member.name.as_ref(), member.node.value) {
                        let index = self.ties.get(&key).map(|index| index as usize);
                        let key = key.into_owned();
                        return Some(Target::Tie(TargetTie { key, at: member.node.at, index }));
                    }
                }
            }
            _ => {}
        }
        let message = format!("has {found} where a nation's id or {{\"tie\": …}} is expected");
        let remedy = "Write \"JPN\" for a nation, or {\"tie\": \"jpn-nzl\"} for a tie.";
        problems.lose(node.at, field, message, LEFT_OUT, remedy);
        None
    }

    fn find_nation(
        self,
        key: &str,
        at: u32,
        field: String,
        may_be_tie: bool,
        problems: &mut Problems,
    ) -> Option<NationId> {
        if let Some(index) = self.nations.get(key) {
            return Some(NationId(index + 1));
        }
        let short = shorten(key);
        let message = format!("names a nation that isn't in the file, “{short}”");
        let remedy = if may_be_tie && self.ties.get(key).is_some() {
            format!("To end at the tie of that id, write {{\"tie\": \"{short}\"}}.")
        } else {
            problems.suggestion(key, self.nations.ids(), "Add it to the nations of the file.")
        };
        problems.lose(at, field, message, LEFT_OUT, remedy);
        None
    }
}

fn report_missing(at: u32, path: RecordPath, field: &str, problems: &mut Problems) {
    let message = format!("has a tie without a “{field}”");
    let remedy =
        if field == "from" { "Name the nation it starts at." } else { "Name what it ends at." };
    problems.lose(at, path.to_text(), message, LEFT_OUT, remedy);
}
