//! Records inside a node or an edge that hold some of its fields, such as `"period": {"start": 1949}`.

use super::field_names::{is_one_of, is_reserved, squashed};
use crate::formats::json::{Member, Node, Value};

/// What a field is called that says from when to when.
const SPANS: [&str; 14] = [
    "period", "dates", "date", "years", "span", "timespan", "time", "interval", "duration",
    "validity", "valid", "active", "inforce", "lifespan",
];
const STARTS: [&str; 8] =
    ["start", "from", "begin", "since", "first", "beginning", "started", "startyear"];
const ENDS: [&str; 8] = ["end", "to", "until", "till", "last", "finish", "ended", "endyear"];

/// Puts the fields of such records among the others. Where another one has the name, or it would mean something
/// else there, the name of the record comes first. What lies deeper stays as it is.
pub fn spread(fields: Vec<Member<'_>>) -> Vec<Member<'_>> {
    let mut names: Vec<String> = fields.iter().map(|field| field.name.to_lowercase()).collect();
    let mut all = Vec::with_capacity(fields.len());
    for Member { at, name, node } in fields {
        let (inner, is_span) = match inner_fields(&name, node) {
            Ok(inner) => inner,
            Err(node) => {
                all.push(Member { at, name, node });
                continue;
            }
        };
        for field in inner {
            let word = if is_span { span_word(&field.name) } else { None };
            let plain = word.unwrap_or(&field.name);
            let is_free = !names.contains(&plain.to_lowercase());
            let is_kept = is_free && (word.is_some() || !is_reserved(plain));
            let name = if is_kept { plain.to_owned() } else { format!("{name} {plain}") };
            names.push(name.to_lowercase());
            all.push(Member { at: field.at, name: name.into(), node: field.node });
        }
    }
    all
}

/// Whether a value holds fields that may stand among the others.
pub fn is_nested(value: &Value<'_>) -> bool {
    match value {
        Value::Object(_) => true,
        Value::List(items) => matches!(
            items.as_slice(),
            [Node { value: Value::Object(_), .. }]
                | [_, Node { value: Value::Null, .. }]
                | [Node { value: Value::Null, .. }, _]
        ),
        _ => false,
    }
}

/// The fields of a record, and whether they say from when to when; the value itself where it is no record.
fn inner_fields<'a>(name: &str, node: Node<'a>) -> Result<(Vec<Member<'a>>, bool), Node<'a>> {
    let says_span = is_one_of(&SPANS, &squashed(name));
    let Node { at, value } = node;
    match value {
        Value::Object(inner) if !inner.is_empty() => {
            let is_span = says_span || inner.iter().all(|field| span_word(&field.name).is_some());
            Ok((inner, is_span))
        }
        Value::List(mut items) => match items.as_slice() {
            [Node { value: Value::Object(_), .. }] => match items.pop() {
                Some(only) => inner_fields(name, only),
                None => Err(Node { at, value: Value::List(items) }),
            },
            [_, _] if says_span => {
                let field = |(name, node): (&'static str, Node<'a>)| Member {
                    at: node.at,
                    name: name.into(),
                    node,
                };
                Ok(([STARTS[0], ENDS[0]].into_iter().zip(items).map(field).collect(), true))
            }
            _ => Err(Node { at, value: Value::List(items) }),
        },
        value => Err(Node { at, value }),
    }
}

/// The usual word for what a field of a span is called.
fn span_word(name: &str) -> Option<&'static str> {
    let name = squashed(name);
    let name = name.strip_suffix("date").filter(|stem| !stem.is_empty()).unwrap_or(&name);
    let of = |words: [&'static str; 8]| words.contains(&name).then_some(words[0]);
    of(STARTS).or_else(|| of(ENDS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::json::parse;

    fn names(json: &str) -> String {
        let Value::Object(fields) = parse(json).expect("JSON").root.value else { panic!("{json}") };
        let fields = spread(fields);
        let said = |field: &Member<'_>| {
            format!("{}={}", field.name, super::super::value::compact(&field.node.value))
        };
        fields.iter().map(said).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn fields_of_inner_records_stand_among_the_others() {
        for (json, expected) in [
            (r#"{"period": {"start": 1949, "end": 1991}}"#, "start=1949 end=1991"),
            (r#"{"in_force": {"from": 1949, "to": null}}"#, "start=1949 end=null"),
            (r#"{"what": {"since": 1949, "until": 1991}}"#, "start=1949 end=1991"),
            (r#"{"years": [1949, null]}"#, "start=1949 end=null"),
            (r#"{"dates": [{"start_date": "1949-04-04"}]}"#, "start=\"1949-04-04\""),
            (r#"{"dates": {"signed": 1949, "end": 1}, "end": 2}"#, "signed=1949 dates end=1 end=2"),
            (r#"{"geo": {"region": "x", "label": "y"}}"#, "region=\"x\" geo label=\"y\""),
            (r#"{"k": {"l": {"m": 1}}, "n": {}}"#, "l={\"m\":1} n={}"),
            (r#"{"tags": ["a", "b"]}"#, "tags=[\"a\",\"b\"]"),
        ] {
            assert_eq!(names(json), expected, "{json}");
        }
    }
}
