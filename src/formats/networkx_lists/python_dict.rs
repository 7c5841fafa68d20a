//! The values of an edge as Python shows a dictionary: `{'weight': 3, 'kind': 'war', 'open': True}`.

use crate::model::Attribute;

/// The most values of one edge.
const MOST_VALUES: usize = 1_000;

/// The names and values of a dictionary, if the text is one; of what is nested, the text.
pub fn read(text: &str) -> Option<Vec<(String, Attribute)>> {
    let mut rest = text.trim().strip_prefix('{')?.strip_suffix('}')?.trim_start();
    let mut values = Vec::new();
    while !rest.is_empty() {
        let (name, behind) = token(rest)?;
        let behind = behind.trim_start().strip_prefix(':')?.trim_start();
        let (value, behind) = token(behind)?;
        if values.len() == MOST_VALUES {
            return None;
        }
        if let Some(value) = value.attribute() {
            values.push((name.text(), value));
        }
        let behind = behind.trim_start();
        rest = match behind.strip_prefix(',') {
            Some(next) => next.trim_start(),
            None if behind.is_empty() => behind,
            None => return None,
        };
    }
    Some(values)
}

/// A name or a value.
enum Token<'t> {
    /// What stood in quotation marks.
    Quoted(String),
    /// Anything else, as it stands.
    Bare(&'t str),
}

impl Token<'_> {
    fn text(self) -> String {
        match self {
            Self::Quoted(text) => text,
            Self::Bare(text) => text.to_owned(),
        }
    }

    /// The value; `None` where it says that there is none.
    fn attribute(self) -> Option<Attribute> {
        let bare = match self {
            Self::Quoted(text) => return Some(Attribute::Text(text.into())),
            Self::Bare(bare) => bare,
        };
        let number = || bare.parse().ok().filter(|number: &f64| number.is_finite());
        match bare {
            "None" | "nan" | "NaN" => None,
            "True" => Some(Attribute::Flag(true)),
            "False" => Some(Attribute::Flag(false)),
            _ => Some(number().map_or_else(|| Attribute::Text(bare.into()), Attribute::Number)),
        }
    }
}

/// The token with which a text begins, and what follows it.
fn token(text: &str) -> Option<(Token<'_>, &str)> {
    if let Some(quote) = text.chars().next().filter(|c| matches!(c, '\'' | '"')) {
        let (quoted, behind) = quoted(text.get(1..)?, quote)?;
        return Some((Token::Quoted(quoted), behind));
    }
    let (mut depth, mut inside) = (0_usize, None);
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        match (inside, c) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(quote), c) if c == quote => inside = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => inside = Some(c),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ',' | ':') if depth == 0 => return bare(text, at),
            (None, ')' | ']' | '}') => depth = depth.checked_sub(1)?,
            (None, _) => {}
        }
    }
    bare(text, text.len()).filter(|_| depth == 0 && inside.is_none())
}

fn bare(text: &str, end: usize) -> Option<(Token<'_>, &str)> {
    let (bare, behind) = text.split_at_checked(end)?;
    let bare = bare.trim();
    (!bare.is_empty()).then_some((Token::Bare(bare), behind))
}

/// A text up to the quotation mark that closes it, and what follows that.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut read = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            c if c == quote => return Some((read, text.get(at + 1..)?)),
            '\\' => read.push(escaped(chars.by_ref().map(|(_, c)| c))?),
            c => read.push(c),
        }
    }
    None
}

/// What stands behind a backslash.
fn escaped(mut chars: impl Iterator<Item = char>) -> Option<char> {
    let digits = match chars.next()? {
        'n' => return Some('\n'),
        't' => return Some('\t'),
        'r' => return Some('\r'),
        'x' => 2,
        'u' => 4,
        'U' => 8,
        other => return Some(other),
    };
    let code: String = chars.take(digits).collect();
    u32::from_str_radix(&code, 16).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str) -> Option<String> {
        let values = read(text)?.into_iter().map(|(name, value)| match value {
            Attribute::Number(number) => format!("{name}={number}"),
            Attribute::Text(text) => format!("{name}=“{text}”"),
            Attribute::Flag(flag) => format!("{name}={flag}"),
        });
        Some(values.collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn values_are_read_as_python_shows_them() {
        for (text, expected) in [
            ("{}", ""),
            ("{'weight': 3}", "weight=3"),
            ("{'weight': -1.5e3, 'kind': 'war'}", "weight=-1500 kind=“war”"),
            ("{'a': True, 'b': False, 'c': None, 'd': nan}", "a=true b=false"),
            (r#"{'name': "it's", "b": 'a\'b\n\xe9'}"#, "name=“it's” b=“a'b\né”"),
            ("{0: (1, 2), 'l': ['a, b', {'c': 1}]}", "0=“(1, 2)” l=“['a, b', {'c': 1}]”"),
            ("{'d': datetime.date(1914, 7, 28)}", "d=“datetime.date(1914, 7, 28)”"),
        ] {
            assert_eq!(shown(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "{", "{'a'}", "{'a': }", "{'a': 1 'b", "{'a': 'b}", "{a: ]}", "3"] {
            assert_eq!(shown(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[{}'\":,\\\\\\[\\]a1xu ]{0,40}") {
            let _ = read(&text);
        }
    }
}
