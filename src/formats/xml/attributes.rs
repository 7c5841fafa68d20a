//! The attributes of one tag.

use std::borrow::Cow;

use super::entities::{Entities, Fault};

/// The most attributes that are compared with one another for a name used twice.
const MAX_COMPARED: usize = 64;

/// The attributes of one tag, in its order.
#[derive(Debug, Default)]
pub struct TagAttributes<'a>(Vec<(&'a str, Cow<'a, str>)>);

impl<'a> TagAttributes<'a> {
    /// Reads what stands between the name of a tag and its end. Returns the first reference that stays as
    /// it is written.
    ///
    /// # Errors
    /// With the byte offset of what isn't as XML has it.
    pub fn read(
        &mut self,
        text: &'a str,
        entities: &Entities,
    ) -> Result<Option<&'a str>, (usize, Fault)> {
        self.0.clear();
        let mut kept = None;
        let mut rest = text;
        loop {
            let trimmed = rest.trim_start_matches(is_space);
            let at = text.len() - trimmed.len();
            if trimmed.is_empty() {
                return Ok(kept);
            }
            if trimmed.len() == rest.len() {
                return Err((at, "has no space before an attribute".to_owned()));
            }
            let (name, quoted) = name_and_value(trimmed).ok_or_else(|| {
                (at, "isn't an attribute: a name, “=” and a value in quotes".to_owned())
            })?;
            let (value, after) = unquoted(quoted).ok_or_else(|| {
                (at, format!("has no quotes around the value of the attribute “{name}”"))
            })?;
            if value.contains('<') {
                return Err((at, format!("has a “<” in the value of the attribute “{name}”")));
            }
            if self.0.iter().take(MAX_COMPARED).any(|(other, _)| *other == name) {
                return Err((at, format!("has the attribute “{name}” twice")));
            }
            let value_at = text.len() - after.len() - 1 - value.len();
            let (value, own) = normalised(value, entities)
                .map_err(|(inside, fault)| (value_at + inside, fault))?;
            kept = kept.or(own);
            self.0.push((name, value));
            rest = after;
        }
    }

    /// The value of an attribute by its name, or by its name after a prefix.
    pub fn get(&self, name: &str) -> Option<&str> {
        let exact = self.0.iter().find(|(own, _)| *own == name);
        let found = exact.or_else(|| self.0.iter().find(|(own, _)| local_of(own) == Some(name)));
        found.map(|(_, value)| &**value)
    }

    /// All of them that are of the format and not of XML itself, by their names without prefixes.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &str)> {
        self.0.iter().filter_map(|(name, value)| Some((local_of(name)?, &**value)))
    }

    /// The prefixes that the names have, and whether each of them is declared by its own attribute.
    pub fn prefixes(&self) -> impl Iterator<Item = (&'a str, bool)> {
        self.0.iter().filter_map(|(name, _)| match name.split_once(':')? {
            ("xmlns", declared) => Some((declared, true)),
            (prefix, _) => Some((prefix, false)),
        })
    }
}

/// The name without its prefix; `None` for what belongs to XML itself.
fn local_of(name: &str) -> Option<&str> {
    match name.split_once(':') {
        Some(("xmlns" | "xml" | "xsi", _)) => None,
        Some((_, local)) => Some(local),
        None => (name != "xmlns").then_some(name),
    }
}

const fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r')
}

/// A name, and what follows its `=`.
fn name_and_value(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| c == '=' || is_space(c))?;
    let (name, rest) = text.split_at(end);
    let first = name.chars().next()?;
    let is_name = (first.is_alphabetic() || first == '_') && !name.contains(['"', '\'', '<', '&']);
    let value = rest.trim_start_matches(is_space).strip_prefix('=')?.trim_start_matches(is_space);
    is_name.then_some((name, value))
}

/// What stands in quotes, and what follows them.
fn unquoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    text.get(1..)?.split_once(quote)
}

type Normalised<'a> = (Cow<'a, str>, Option<&'a str>);

/// A value as XML has it: references replaced, and line ends and tabs as spaces where they aren't written
/// as references.
fn normalised<'a>(value: &'a str, entities: &Entities) -> Result<Normalised<'a>, (usize, Fault)> {
    if !value.contains(['\t', '\n', '\r']) {
        return entities.replace(value);
    }
    let (_, kept) = entities.replace(value)?;
    let spaced = value.replace("\r\n", " ").replace(['\t', '\n', '\r'], " ");
    let replaced = entities.replace(&spaced)?.0.into_owned();
    Ok((Cow::Owned(replaced), kept))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<TagAttributes<'_>, usize> {
        let mut attributes = TagAttributes::default();
        let read = attributes.read(text, &Entities::default());
        read.map(|_| attributes).map_err(|(at, _)| at)
    }

    #[test]
    fn values_are_found_by_their_names_with_and_without_prefix() {
        let text = " id = \"a\" viz:r='1'\n xmlns:id=\"u\" xml:space=\"preserve\" t=\"x\ny&#10;z\"";
        let attributes = read(text).unwrap();
        assert_eq!(attributes.get("id"), Some("a"));
        assert_eq!(attributes.get("r"), Some("1"));
        assert_eq!(attributes.get("t"), Some("x y\nz"));
        assert_eq!(attributes.get("space"), None);
        assert_eq!(attributes.get("xml:space"), Some("preserve"));
        assert_eq!(attributes.iter().count(), 3);
    }

    #[test]
    fn what_is_no_attribute_is_named_by_its_place() {
        for (at, text) in [
            (1, " a"),
            (1, " a=1"),
            (6, " a='1'b='2'"),
            (7, " a='1' a='2'"),
            (1, " a='<'"),
            (4, " a='&x;'"),
            (1, " 1='2'"),
            (1, " a='1"),
        ] {
            assert_eq!(read(text).map(|_| ()), Err(at), "{text}");
        }
    }
}
