//! Values that don't say what their columns are for: each is kept as an attribute, and named in a remark.

use super::super::roles::{EdgeRole, NodeRole};
use super::super::value_words::text;
use crate::formats::problems::{Remarks, Spot};
use crate::model::{Attribute, Confidence, NationType, Status};

/// Remarks on a value of an edge that its role can't use. Roles that remark on their values themselves, or
/// that can use any value, are passed over.
pub fn remark_on_edge(role: EdgeRole, value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    let (topic, remedy) = match role {
        EdgeRole::Sign => (
            "isn't a sign of a tie",
            "Write friendly, neutral or hostile, or a number above, at or below 0.".to_owned(),
        ),
        EdgeRole::Direction => {
            ("isn't a direction of a tie", "Write directed or mutual.".to_owned())
        }
        EdgeRole::Status => ("isn't a status of a tie", one_of(Status::ALL.map(Status::name))),
        EdgeRole::Year => ("isn't a year", "Write the year as a number such as 2024.".to_owned()),
        EdgeRole::Weight => {
            ("isn't a number that a weight could be", "Write a number such as 2.5.".to_owned())
        }
        EdgeRole::EvidenceDate => {
            ("isn't a date", "Write dates as 2024, 2024-06 or 2024-06-19.".to_owned())
        }
        EdgeRole::Confidence => {
            ("doesn't say how certain something is", one_of(Confidence::ALL.map(Confidence::name)))
        }
        _ => return,
    };
    remark(topic, &remedy, value, spot, remarks);
}

/// Remarks on a value of a node that its role can't use, as of an edge.
pub fn remark_on_node(role: NodeRole, value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    let (topic, remedy) = match role {
        NodeRole::Type => ("isn't a type of nation", one_of(NationType::ALL.map(NationType::name))),
        NodeRole::Color => ("isn't a colour", "Write colours as #1F6FB4.".to_owned()),
        NodeRole::X | NodeRole::Y => {
            ("isn't a position of a nation", "Write numbers in both columns.".to_owned())
        }
        NodeRole::Pinned => ("says neither yes nor no", "Write yes or no.".to_owned()),
        _ => return,
    };
    remark(topic, &remedy, value, spot, remarks);
}

fn one_of<const N: usize>(words: [&str; N]) -> String {
    format!("Write one of: {}.", words.join(", "))
}

fn remark(topic: &str, remedy: &str, value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    remarks.warn(spot, &text(value), topic, "It was kept as an attribute.", remedy);
}

/// Says of a value by which a data set says that none is known that no tie of its kind was made.
pub fn remark_on_unknown(value: &Attribute, spot: Spot, remarks: &mut Remarks) {
    let topic = "stands where it isn't known whether there is such a tie";
    remarks.warn(spot, &text(value), topic, "No tie of that kind was made.", "");
}
