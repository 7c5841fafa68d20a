//! References: characters by number, the five entities of XML, and what a file defines itself.

use std::borrow::Cow;
use std::collections::HashMap;

use super::escape::is_allowed;

/// The entities that a file defines in its document type. None is ever expanded.
#[derive(Debug, Default)]
pub struct Entities {
    /// By name, whether it is a plain text of its own: it neither names others nor lies in another file.
    defined: HashMap<String, bool>,
}

/// What a reference stands for.
#[derive(Debug, PartialEq, Eq)]
pub enum Meant {
    /// One character.
    Character(char),
    /// A text that the file defines itself; it stays as it is written.
    Defined,
}

/// Why a reference can't be read: a predicate without a full stop.
pub type Fault = String;

/// A text whose references were replaced, and the first that stays as it is written.
pub type Replaced<'a> = (Cow<'a, str>, Option<&'a str>);

impl Entities {
    /// Those that a document type defines, of which the text between `<!DOCTYPE` and `>` is given.
    pub fn of_document_type(text: &str) -> Self {
        let declarations = text.split("<!ENTITY").skip(1);
        Self { defined: declarations.filter_map(definition).collect() }
    }

    /// What `&name;` stands for.
    ///
    /// # Errors
    /// Where it stands for nothing that may be read.
    pub fn meaning(&self, name: &str) -> Result<Meant, Fault> {
        let character = match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => match name.strip_prefix('#') {
                Some(number) => by_number(number).ok_or_else(|| {
                    format!("names the character “{}”, which there isn't in XML", shown(name))
                })?,
                None => return self.meaning_of_defined(name),
            },
        };
        Ok(Meant::Character(character))
    }

    fn meaning_of_defined(&self, name: &str) -> Result<Meant, Fault> {
        match self.defined.get(name) {
            Some(true) => Ok(Meant::Defined),
            Some(false) => Err(format!(
                "uses the entity “{}”, which is made of others or of another file and isn't expanded",
                shown(name)
            )),
            None if is_name(name) => {
                Err(format!("uses the entity “{}”, which XML doesn't know", shown(name)))
            }
            None => Err("has a “&” that begins no reference".to_owned()),
        }
    }

    /// A text with its references replaced, and the first of those that stay as they are written.
    ///
    /// # Errors
    /// With the byte offset of a reference that can't be read.
    pub fn replace<'a>(&self, text: &'a str) -> Result<Replaced<'a>, (usize, Fault)> {
        if !text.contains('&') {
            return Ok((Cow::Borrowed(text), None));
        }
        let (mut out, mut kept) = (String::with_capacity(text.len()), None);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('&') {
            out.push_str(before);
            let at = text.len() - after.len() - 1;
            // A reference is short: a quote without one isn't searched to its end each time.
            let end = after.bytes().take(MAX_REFERENCE).position(|byte| byte == b';');
            let name = end.and_then(|end| after.get(..end)).unwrap_or_default();
            match self.meaning(name).map_err(|fault| (at, fault))? {
                Meant::Character(character) => out.push(character),
                Meant::Defined => {
                    let reference = text.get(at..at + name.len() + 2).unwrap_or_default();
                    kept = kept.or(Some(reference));
                    out.push_str(reference);
                }
            }
            rest = after.get(name.len() + 1..).unwrap_or_default();
        }
        out.push_str(rest);
        Ok((Cow::Owned(out), kept))
    }
}

/// The most bytes of a reference.
const MAX_REFERENCE: usize = 128;

/// The name in `name "text">`, and whether the text is plain. Entities of the document type itself, with a
/// `%`, can't be used in the text.
fn definition(declaration: &str) -> Option<(String, bool)> {
    let declaration = declaration.trim_start();
    let end = declaration.find(char::is_whitespace)?;
    let (name, value) = declaration.split_at(end);
    let value = value.trim_start();
    let quote = value.chars().next()?;
    let text = value.split(quote).nth(1).unwrap_or_default();
    let is_plain = ['"', '\''].contains(&quote) && !text.contains(['&', '%', '<']);
    (name != "%").then(|| (name.to_owned(), is_plain))
}

fn by_number(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    char::from_u32(code).filter(|character| is_allowed(*character))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || ":_-.".contains(c))
}

fn shown(name: &str) -> Cow<'_, str> {
    crate::formats::problems::shorten(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_read_by_name_and_number() {
        let plain = Entities::default();
        let text = "&amp;&lt;&gt;&quot;&apos; &#233;&#xE9;&#x1F1EF;";
        assert_eq!(plain.replace(text).unwrap().0, "&<>\"' éé\u{1F1EF}");
        for (at, bad) in [(1, "a&b"), (0, "&nbsp;"), (2, "ok&#1;"), (0, "&#xD800;"), (0, "&;")] {
            assert_eq!(plain.replace(bad).unwrap_err().0, at, "{bad}");
        }
    }

    #[test]
    fn what_a_file_defines_is_never_expanded() {
        let entities = Entities::of_document_type(
            "a SYSTEM \"x.dtd\" [<!ENTITY ci \"Côte d'Ivoire\"> <!ENTITY two '&ci;&ci;'>
            <!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY % p 'x'>]",
        );
        assert_eq!(entities.replace("to &ci;!").unwrap(), ("to &ci;!".into(), Some("&ci;")));
        for bad in ["&two;", "&file;", "&p;"] {
            assert!(entities.replace(bad).is_err(), "{bad}");
        }
    }
}
