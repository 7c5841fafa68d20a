//! Paths as Cypher draws them, the language in which graph databases are asked: `(a)-[:ALLIED_WITH {since: 1894}]->(b)`.

/// What a node is called by among its properties, the likeliest first.
const NAMES: [&str; 6] = ["name", "title", "label", "country", "id", "code"];
/// Properties of a relationship that say when it began and ended.
const BEGINNINGS: [&str; 6] = ["since", "from", "start", "begin", "year", "date"];
const ENDS: [&str; 3] = ["until", "to", "end"];
/// What stands before a path in a statement.
const COMMANDS: [&str; 3] = ["CREATE ", "MERGE ", "MATCH "];

/// A relationship of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relationship<'t> {
    /// Its ends, in the order in which it runs where it has an arrow.
    pub ends: [&'t str; 2],
    /// Whether it has an arrow at one end alone.
    pub is_directed: bool,
    /// Its type in words: of `ALLIED_WITH`, *allied with*. Empty where it has none.
    pub kind: String,
    /// When it began, and when it ended.
    pub since: Option<&'t str>,
    pub until: Option<&'t str>,
    /// Its other properties, each with its value.
    pub properties: Vec<Property<'t>>,
}

/// A property and its value.
pub type Property<'t> = (&'t str, &'t str);

/// The relationships of a text that is a path, and nothing else; `None` where it is none.
pub fn path(text: &str) -> Option<Vec<Relationship<'_>>> {
    let path = text.trim().trim_end_matches([';', ',']);
    let path = COMMANDS.iter().find_map(|command| path.strip_prefix(command)).unwrap_or(path);
    let (mut from, mut rest) = node(path.trim_start())?;
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (arrows, inside, behind) = relationship(rest)?;
        let (to, behind) = node(behind)?;
        found.push(read(from, to, arrows, inside)?);
        (from, rest) = (to, behind);
    }
    (!found.is_empty()).then_some(found)
}

/// The relationship of what stands within its brackets, and of whether it has arrows to the left and to the right.
fn read<'t>(
    from: &'t str,
    to: &'t str,
    arrows: [bool; 2],
    inside: &'t str,
) -> Option<Relationship<'t>> {
    let (kind, mut properties) = parted(inside)?;
    let kind = kind.split_once(':').map_or("", |(_, kind)| kind.trim().trim_matches('`'));
    let mut take = |names: &[&str]| {
        let is_it =
            |(own, _): &Property<'_>| names.iter().any(|name| name.eq_ignore_ascii_case(own));
        properties.iter().position(is_it).map(|place| properties.remove(place).1)
    };
    Some(Relationship {
        since: take(&BEGINNINGS),
        until: take(&ENDS),
        ends: if arrows == [true, false] { [to, from] } else { [from, to] },
        is_directed: arrows[0] != arrows[1],
        kind: kind.to_lowercase().replace('_', " "),
        properties,
    })
}

/// What the node at the beginning of a text is called, and what follows it.
fn node(text: &str) -> Option<(&str, &str)> {
    let (inside, rest) = enclosed(text, '(', ')')?;
    let (variable, properties) = parted(inside)?;
    let by_property = NAMES.iter().find_map(|name| {
        let mut properties = properties.iter();
        properties.find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| *value)
    });
    let (variable, label) = variable.split_once(':').unwrap_or((variable, ""));
    let plain = [variable, label].map(|text| text.trim().trim_matches('`'));
    let name = by_property.or_else(|| plain.into_iter().find(|text| !text.is_empty()))?;
    Some((name, rest.trim_start()))
}

/// Whether the relationship at the beginning of a text has arrows to the left and to the right, what stands in its
/// brackets, and what follows it.
fn relationship(text: &str) -> Option<([bool; 2], &str, &str)> {
    let left = text.strip_prefix('<');
    let rest = left.unwrap_or(text).strip_prefix('-')?;
    let (inside, rest) = match rest.starts_with('[') {
        true => enclosed(rest, '[', ']')?,
        false => ("", rest),
    };
    let rest = rest.strip_prefix('-')?;
    let right = rest.strip_prefix('>');
    Some(([left.is_some(), right.is_some()], inside, right.unwrap_or(rest).trim_start()))
}

/// What stands between a sign at the beginning of a text and the one that closes it, outside of quotation marks, and
/// what follows.
fn enclosed(text: &str, open: char, close: char) -> Option<(&str, &str)> {
    let inside = text.strip_prefix(open)?;
    let mut quote = None;
    for (at, sign) in inside.char_indices() {
        match (quote, sign) {
            (Some(begun), _) if begun == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'' | '`') => quote = Some(sign),
            (None, _) if sign == close => {
                return Some((&inside[..at], &inside[at + sign.len_utf8()..]));
            }
            (None, _) if sign == open => return None,
            (None, _) => {}
        }
    }
    None
}

/// What stands before the properties of a node or a relationship, and these.
fn parted(inside: &str) -> Option<(&str, Vec<Property<'_>>)> {
    let Some((before, properties)) = inside.split_once('{') else {
        return Some((inside.trim(), Vec::new()));
    };
    let mut rest = properties.trim_end().strip_suffix('}')?.trim();
    let mut found = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = rest.split_once(':')?;
        let behind = behind.trim_start();
        let quote = behind.chars().next().filter(|sign| ['"', '\''].contains(sign));
        let (value, behind) = match quote {
            Some(quote) => {
                let (value, behind) = behind.strip_prefix(quote)?.split_once(quote)?;
                (value, behind.trim_start())
            }
            None => {
                let end = behind.find(',').unwrap_or(behind.len());
                (behind[..end].trim(), &behind[end..])
            }
        };
        found.push((name.trim().trim_matches('`'), value));
        rest = match behind.strip_prefix(',') {
            Some(behind) => behind.trim_start(),
            None if behind.is_empty() => behind,
            None => return None,
        };
    }
    Some((before.trim(), found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_relationships_with_names_and_dates() {
        let said = |text: &str| {
            let each = path(text)?.into_iter().map(|own| {
                let sign = if own.is_directed { ">" } else { "-" };
                let dates = [own.since, own.until].map(|date| date.unwrap_or("?"));
                let [from, to] = own.ends;
                format!("{from} {sign} {to}: {} {dates:?} {:?}", own.kind, own.properties)
            });
            Some(each.collect::<Vec<_>>().join("; "))
        };
        for (text, expected) in [
            ("(a)-[:ALLY]->(b)", r#"a > b: ally ["?", "?"] []"#),
            (
                "(France)-[r:ALLIED_WITH {since: 1894, until: 1917}]->(Russia);",
                r#"France > Russia: allied with ["1894", "1917"] []"#,
            ),
            (
                "(:Country {name: \"Japan\"})<-[:PACT]-(p:Country {iso: 'PER', name: 'Peru'})",
                r#"Peru > Japan: pact ["?", "?"] []"#,
            ),
            (
                "CREATE (a)-[:WAR {place: \"Chad, Mali\", year: 1990}]-(b)",
                r#"a - b: war ["1990", "?"] [("place", "Chad, Mali")]"#,
            ),
            ("(a)-->(b)--(c)", r#"a > b:  ["?", "?"] []; b - c:  ["?", "?"] []"#),
            (
                "(`New Zealand`)-[:`IS ALLIED`]->(:Australia)",
                r#"New Zealand > Australia: is allied ["?", "?"] []"#,
            ),
        ] {
            assert_eq!(said(text).as_deref(), Some(expected), "{text}");
        }
        for other in [
            "",
            "(",
            "()",
            "(a)",
            "(a)-(b)",
            "(a)-[:X]->",
            "(a)-[:X->(b)",
            "(a)-->(b) and more",
            "(France, UK): pact",
            "(USA – Japan) – China",
            "(a {name: \"x})-->(b)",
            "(a {name})-->(b)",
            "((a))-->(b)",
        ] {
            assert_eq!(path(other), None, "{other}");
        }
    }
}
