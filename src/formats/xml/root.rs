//! The name of the root element, from the first bytes of a file.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// So many bytes are looked through for the root element.
const LOOKED_AT: usize = 64 * 1024;

/// The name of the root element without its prefix, where a file looks like XML.
pub fn root_name(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(LOOKED_AT))?;
    let text = match (Encoding::for_bom(head), head) {
        (Some((encoding, mark)), _) => encoding.decode_without_bom_handling(head.get(mark..)?).0,
        (None, [b'<', 0, ..]) => UTF_16LE.decode_without_bom_handling(head).0,
        (None, [0, b'<', ..]) => UTF_16BE.decode_without_bom_handling(head).0,
        (None, _) => {
            head.trim_ascii_start().starts_with(b"<").then(|| String::from_utf8_lossy(head))?
        }
    };
    let mut rest = text.trim_start();
    loop {
        rest = match rest.get(..2)? {
            "<?" => rest.split_once("?>")?.1,
            "<!" if rest.starts_with("<!--") => rest.split_once("-->")?.1,
            "<!" => after_document_type(rest)?,
            _ => break,
        }
        .trim_start();
    }
    let name = rest.strip_prefix('<')?;
    let end = name.find(|c: char| c.is_whitespace() || c == '>' || c == '/')?;
    let name = name.get(..end)?;
    Some(name.rsplit(':').next().unwrap_or(name).to_owned())
}

/// What follows `<!DOCTYPE … [ … ]>`.
fn after_document_type(text: &str) -> Option<&str> {
    let end = text.find(['[', '>'])?;
    let inner = match text.get(end..=end)? {
        "[" => text.get(end..)?.split_once(']')?.1,
        _ => text.get(end..)?,
    };
    inner.split_once('>').map(|(_, after)| after)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_before_the_root_is_passed_over() {
        let name = |text: &str| root_name(text.as_bytes());
        let all = "\u{FEFF}<?xml version='1.0'?>\n<!-- <a> -->\n<!DOCTYPE g SYSTEM 'x' [<!ENTITY a \
            '<b>'>]>\n<ns:g x='1'>";
        assert_eq!(name(all).as_deref(), Some("g"));
        assert_eq!(name("<gexf>").as_deref(), Some("gexf"));
        assert_eq!(name("<gexf/>").as_deref(), Some("gexf"));
        for other in ["", "{}", "a,b", "<", "<?xml", "<!-- ", "<!DOCTYPE"] {
            assert_eq!(name(other), None, "{other}");
        }
        let wide: Vec<u8> = "<gexf>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(root_name(&wide).as_deref(), Some("gexf"));
    }
}
