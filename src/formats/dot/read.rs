//! Reads DOT.

use super::parser::Parser;
use super::token::{Keyword, Token};
use crate::formats::format::{Certainty, InputFile};
use crate::formats::limits::check_size;
use crate::formats::network::Network;
use crate::formats::problems::OpenError;
use crate::formats::progress::Progress;
use crate::formats::text_encoding::decode_text;

/// So many bytes are looked at to recognise a file, for a comment may come first.
const LOOKED_AT: usize = 16 * 1024;

/// DOT begins with `graph` or `digraph`, perhaps a name, and a brace.
pub fn recognise(file: &InputFile<'_>) -> Certainty {
    let head = file.bytes.get(..LOOKED_AT).unwrap_or(file.bytes);
    let text = String::from_utf8_lossy(head);
    let by_name = if super::DOT.has_name(file) { Certainty::Possible } else { Certainty::No };
    let mut lexer = super::lexer::Lexer::new(&text);
    let mut next = || lexer.next().map_or(Token::End, |(token, _)| token);
    let mut token = next();
    if token == Token::Keyword(Keyword::Strict) {
        token = next();
    }
    if !matches!(token, Token::Keyword(Keyword::Graph | Keyword::Digraph)) {
        return by_name;
    }
    token = next();
    if matches!(token, Token::Id(_)) {
        token = next();
    }
    if token == Token::Mark('{') { Certainty::Certain } else { by_name }
}

/// Reads the graphs of a DOT file as one network: nodes of the same name are one.
///
/// # Errors
/// When its first graph isn't as the grammar has it, or it implies more than is read.
pub fn read(file: &InputFile<'_>, progress: Progress<'_>) -> Result<Network, OpenError> {
    check_size(file.bytes.len() as u64)?;
    let declared = if says_latin_1(file.bytes) { Some("latin1") } else { None };
    let decoded = decode_text(file.bytes, declared)?;
    let mut parser = Parser::new(&decoded.text, progress)?;
    decoded.report(parser.assembly.remarks());
    parser.graph()?;
    let mut fault = None;
    while !parser.is_at_end() && fault.is_none() {
        let (spot, held) = (parser.spot(), parser.assembly.held);
        match parser.graph() {
            Ok(()) => parser.assembly.remarks().warn(
                spot,
                "",
                "begins a further graph",
                "All graphs were read as one; nodes of the same name are one.",
                "Keep each in a file of its own to have them apart.",
            ),
            Err(error) => fault = Some((error, spot, held)),
        }
    }
    if let Some((error, spot, held)) = fault {
        // The first graph is whole; what can't be read of a further one doesn't take it away.
        if error.place.is_none() {
            return Err(error);
        }
        parser.assembly.held = held;
        parser.assembly.end_graph();
        let topic = format!("begins a part that can't be read: {error}");
        let outcome = "The file was read up to there.";
        parser.assembly.remarks().lose(spot, "", &topic, outcome, "");
    }
    parser.assembly.finish()
}

/// Whether the text says that it is Latin-1 while it isn't UTF-8.
fn says_latin_1(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return false;
    }
    let head = String::from_utf8_lossy(bytes.get(..LOOKED_AT).unwrap_or(bytes)).to_lowercase();
    let Some((_, value)) = head.split_once("charset") else { return false };
    let value = value.trim_start_matches([' ', '\t', '\n', '\r', '=', '"']);
    ["latin1", "latin-1", "iso-8859-1", "iso_8859-1", "l1"]
        .iter()
        .any(|name| value.starts_with(name))
}
