//! Paths of Cypher as lines on ties: `(a)-[:ALLIED_WITH {since: 1894}]->(b)` is read as `a -> b: allied with, since 1894`.

use super::mail_table::named;
use crate::formats::cypher_path::{Relationship, path};

/// Types of relationships that are memberships, in words.
const MEMBERSHIPS: [&str; 5] = ["member of", "is member of", "in", "belongs to", "joined"];

/// A line that is a path, and nothing else, in the words of plain lines; `None` where it is none.
pub fn as_line(line: &str) -> Option<String> {
    let ties: Option<Vec<String>> = path(line)?.iter().map(tie).collect();
    ties.map(|ties| ties.join("; "))
}

fn tie(relationship: &Relationship<'_>) -> Option<String> {
    let [from, to] = relationship.ends;
    let (from, to) = (named(from)?, named(to)?);
    let dates = [("since", relationship.since), ("until", relationship.until)];
    let mut said: Vec<String> =
        dates.into_iter().filter_map(|(word, date)| Some(format!("{word} {}", date?))).collect();
    let text = |text: &str| text.replace(['“', '”', '"'], "'");
    let others = relationship.properties.iter();
    said.extend(others.map(|(name, value)| format!("“{}: {}”", text(name), text(value))));
    let kind = relationship.kind.as_str();
    if relationship.is_directed && MEMBERSHIPS.contains(&kind) {
        return Some([vec![format!("{from} in {to}")], said].concat().join(" "));
    }
    if !kind.is_empty() {
        said.insert(0, kind.to_owned());
    }
    let link = if relationship.is_directed { "->" } else { "–" };
    Some(match said.is_empty() {
        true => format!("{from} {link} {to}"),
        false => format!("{from} {link} {to}: {}", said.join(", ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_lines_on_ties() {
        for (path, line) in [
            ("(a)-[:ALLY]->(b)", "a -> b: ally"),
            ("(a)<-[:ALLY {since: 1894}]-(b)", "b -> a: ally, since 1894"),
            (
                "(a)-[:WAR {place: \"Chad\", until: 1990}]-(b)",
                "a – b: war, until 1990, “place: Chad”",
            ),
            ("(a)-->(b)--(c)", "a -> b; b – c"),
            ("(:State {name: \"Korea (South)\"})-[:PACT]->(US)", "“Korea (South)” -> US: pact"),
            ("(France)-[:MEMBER_OF {since: 1949}]->(NATO)", "France in NATO since 1949"),
        ] {
            assert_eq!(as_line(path).as_deref(), Some(line), "{path}");
        }
        assert_eq!(as_line("France – Russia: pact"), None);
    }
}
