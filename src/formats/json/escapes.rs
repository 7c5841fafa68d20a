//! Escapes in JSON strings: `\n`, `\u00e9`, and pairs of halves for characters beyond U+FFFF.
//!
//! Programs that cut texts by UTF-16 units leave halves without the other (RFC 8259, 8.2). One such half isn't
//! worth the file: U+FFFD stands for it, and [`lone_halves`] says where.

use memchr::memmem;

/// What a string says, without its quotation marks.
///
/// # Errors
/// The byte offset of an escape that JSON doesn't know.
pub fn decode(raw: &str) -> Result<String, usize> {
    let mut text = String::with_capacity(raw.len());
    let mut at = 0;
    while let Some(length) = raw.get(at..).and_then(|rest| rest.find('\\')) {
        text.push_str(raw.get(at..at + length).unwrap_or_default());
        let escape = at + length;
        let letter = *raw.as_bytes().get(escape + 1).ok_or(escape)?;
        at = escape + 2;
        text.push(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{C}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let (decoded, end) = unit(raw, escape).ok_or(escape)?;
                at = end;
                decoded
            }
            _ => return Err(escape),
        });
    }
    text.push_str(raw.get(at..).unwrap_or_default());
    Ok(text)
}

/// The character that begins with a `\u` at a place, and where it ends.
fn unit(raw: &str, at: usize) -> Option<(char, usize)> {
    let first = code(raw, at)?;
    let alone = at + 6;
    if is_first_half(first)
        && let Some(second) = code(raw, alone).filter(|second| is_second_half(*second))
    {
        let both = 0x1_0000 + ((first & 0x3FF) << 10) + (second & 0x3FF);
        return Some((char::from_u32(both)?, alone + 6));
    }
    Some((char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER), alone))
}

/// The four digits behind a `\u`.
fn code(raw: &str, at: usize) -> Option<u32> {
    let digits = raw.get(at..at + 6)?.strip_prefix("\\u")?;
    let are_digits = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    are_digits.then(|| u32::from_str_radix(digits, 16).ok())?
}

fn is_first_half(code: u32) -> bool {
    (0xD800..0xDC00).contains(&code)
}

fn is_second_half(code: u32) -> bool {
    (0xDC00..0xE000).contains(&code)
}

/// What is said of a half of a character without the other: what it is, what was done, and what can be done.
pub const LONE_HALF: [&str; 3] = [
    "writes half of a character, whose other half is missing",
    "The character U+FFFD (\u{FFFD}) stands in its place.",
    "Write the character itself, or both its halves, such as \\ud83c\\udf0d.",
];

/// Where a JSON text has halves of characters without the other half, as byte offsets.
pub fn lone_halves(text: &str) -> impl Iterator<Item = usize> {
    let mut passed = 0;
    memmem::find_iter(text.as_bytes(), "\\u").filter(move |at| {
        // A backslash behind another one begins no escape.
        let before = text.get(..*at).unwrap_or_default();
        let slashes = before.bytes().rev().take_while(|byte| *byte == b'\\').count();
        if *at < passed || slashes % 2 == 1 {
            return false;
        }
        let Some((decoded, end)) = unit(text, *at) else { return false };
        passed = end;
        decoded == char::REPLACEMENT_CHARACTER && code(text, *at) != Some(0xFFFD)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_decodes_as_serde_json_does(
            raw in r#"(a|é|\\n|\\"|\\\\|\\u00e9|\\ud83c\\uddeb|\\ud83c|\\uDDEB|\\uFFFD|\\u12|\\x|\\ub){0,6}"#,
        ) {
            let quoted = format!("\"{raw}\"");
            match (decode(&raw), serde_json::from_str::<String>(&quoted)) {
                (Ok(ours), Ok(theirs)) => {
                    prop_assert_eq!(ours, theirs);
                    prop_assert_eq!(lone_halves(&quoted).count(), 0);
                }
                (Ok(_), Err(_)) => prop_assert!(lone_halves(&quoted).count() > 0),
                (Err(at), Err(_)) => prop_assert!(raw[at..].starts_with('\\')),
                (Err(_), Ok(_)) => prop_assert!(false),
            }
        }
    }

    #[test]
    fn a_half_without_the_other_becomes_one_character() {
        assert_eq!(decode(r"a\ud83c b\uddeb\ud83c\uddeb").as_deref(), Ok("a\u{FFFD} b\u{FFFD}🇫"));
        let places: Vec<usize> = lone_halves(r#""\ud83c \\ud83c \uddeb""#).collect();
        assert_eq!(places, [1, 16]);
        assert_eq!(decode(r"C:\x"), Err(2));
        assert_eq!(decode("\\"), Err(0));
    }
}
