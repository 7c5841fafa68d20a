//! A line of text as words and signs.

use std::ops::Range;

pub use super::arrows::Link;
use super::arrows::link;
use super::bullets::after_bullet;
use super::markup::{has_underlines, is_mark, without_marks};
use crate::formats::vocabulary::begins_url;

/// A word or a sign of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub sign: Sign,
    /// Where it stands, in bytes of the line.
    pub span: Range<usize>,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Word,
    /// A text in quotation marks; its span is what stands between them.
    Quoted,
    Comma,
    Semicolon,
    /// `and`, `+` or `&`.
    And,
    Colon,
    /// A dash between the two ends of a tie.
    Link(Link),
    Open,
    Close,
}

/// Words that join two ends that are against one another.
const LINK_WORDS: [&str; 3] = ["vs", "vs.", "versus"];
/// Words that join names, in languages that people write mails in.
const JOINING_WORDS: [&str; 3] = ["and", "und", "et"];
/// Such words of one letter, which join only what stands on both sides: “x – y” are names.
const JOINING_LETTERS: [&str; 4] = ["y", "e", "и", "u."];
/// Words of one letter between two that are against one another: `Libya v. Chad`, `Norway x Sweden`.
const VERSUS: [&str; 4] = ["v", "v.", "x", "×"];
/// Marks of quotation: how a text begins, and how it may end.
const QUOTES: [(char, &[char]); 5] =
    [('"', &['"']), ('“', &['”', '"']), ('„', &['“', '”', '"']), ('«', &['»']), ('「', &['」'])];

/// The tokens of a line.
pub fn tokens(line: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = after_bullet(line);
    let is_underlined = has_underlines(line);
    while let Some(c) = line[at..].chars().next() {
        // Tabs stand between the cells of a table.
        let (sign, span, next) = if c.is_whitespace() && c != '\t' {
            at += c.len_utf8();
            continue;
        } else if let Some(end) = url_end(line, at) {
            (Sign::Word, at..end, end)
        } else if let Some((inside, end)) = quoted(line, at) {
            (Sign::Quoted, inside, end)
        } else if let Some((link, length)) = link(line, at) {
            (Sign::Link(link), at..at + length, at + length)
        } else if let Some(sign) = single(line, at, c) {
            (sign, at..at + c.len_utf8(), at + c.len_utf8())
        } else if is_mark(c) || c == '_' && is_underlined {
            // “**Japan**”
            at += c.len_utf8();
            continue;
        } else {
            let end = word_end(line, at);
            let word = at..at + without_marks(&line[at..end], is_underlined).len();
            let sign = match () {
                () if joins(line, &word, found.last(), &JOINING_LETTERS) => Sign::And,
                () if joins(line, &word, found.last(), &VERSUS)
                    && !is_beside_digit(line, &word) =>
                {
                    Sign::Link(Link::Against)
                }
                () => sign_of_word(&line[word.clone()]),
            };
            (sign, word, end)
        };
        found.push(Token { sign, span });
        at = next;
    }
    part_at_wide_blanks(line, found)
}

/// Where a web address ends: before a blank, without the marks that end a sentence.
fn url_end(line: &str, at: usize) -> Option<usize> {
    let rest = &line[at..];
    let word = rest.split(char::is_whitespace).next().filter(|word| begins_url(word))?;
    let mut url = word.trim_end_matches(['.', ',', ';', ':', '"', '”', '>']);
    // A parenthesis is a part of an address where it is also opened there.
    if url.ends_with(')') && !url.contains('(') {
        url = url.trim_end_matches([')', '.', ',']);
    }
    Some(at + url.len())
}

/// Whether one of these words of one letter joins the word before it to what follows: `España y Francia`, `1921 y
/// 1939`.
fn joins(line: &str, word: &Range<usize>, before: Option<&Token>, words: &[&str]) -> bool {
    let follows = line[word.end..].trim_start().chars().next();
    words.contains(&&line[word.clone()])
        && before.is_some_and(|token| matches!(token.sign, Sign::Word | Sign::Quoted | Sign::Close))
        && follows.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit() || c == '"' || c == '“')
}

/// Whether a word stands behind or before a number: `Article 5 v. 6`, `12 x Leopard 2`.
fn is_beside_digit(line: &str, word: &Range<usize>) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    line[..word.start].trim_end().ends_with(is_digit)
        || line[word.end..].trim_start().starts_with(is_digit)
}

/// Takes two blanks or more for the space between the cells of a table, where a line has no other signs than
/// those of names.
fn part_at_wide_blanks(line: &str, tokens: Vec<Token>) -> Vec<Token> {
    let is_name = |token: &Token| {
        matches!(token.sign, Sign::Word | Sign::Quoted | Sign::And | Sign::Open | Sign::Close)
    };
    if !line.contains("  ") || !tokens.iter().all(is_name) {
        return tokens;
    }
    let mut parted: Vec<Token> = Vec::with_capacity(tokens.len());
    for token in tokens {
        let gap = parted.last().map(|before| before.span.end..token.span.start);
        // Some people put two blanks between sentences.
        let is_wide = |gap: &Range<usize>| {
            line.get(gap.clone()).is_some_and(|gap| gap.contains("  "))
                && !line[..gap.start].ends_with(['.', '!', '?'])
        };
        if let Some(span) = gap.filter(is_wide) {
            parted.push(Token { sign: Sign::Comma, span });
        }
        parted.push(token);
    }
    parted
}

fn sign_of_word(word: &str) -> Sign {
    let is = |other: &&str| word.eq_ignore_ascii_case(other);
    if JOINING_WORDS.iter().any(is) {
        Sign::And
    } else if LINK_WORDS.iter().any(is) {
        Sign::Link(Link::Against)
    } else {
        Sign::Word
    }
}

/// What stands between quotation marks, and where they end; a mark that is never closed is none.
fn quoted(line: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let mut chars = line[at..].chars();
    let first = chars.next()?;
    let (_, ends) = QUOTES.iter().find(|(begin, _)| *begin == first)?;
    let start = at + first.len_utf8();
    let length = line[start..].find(*ends)?;
    let end = line[start + length..].chars().next()?.len_utf8();
    Some((start..start + length, start + length + end))
}

fn single(line: &str, at: usize, c: char) -> Option<Sign> {
    let rest = &line[at + c.len_utf8()..];
    let is_last = rest.chars().next().is_none_or(char::is_whitespace);
    let is_digit = |c: char| c.is_ascii_digit();
    // An address or a time has a colon of its own.
    let is_within =
        rest.starts_with("//") || line[..at].ends_with(is_digit) && rest.starts_with(is_digit);
    match c {
        ',' | '、' | '，' | '،' | '\t' => Some(Sign::Comma),
        ';' | '；' => Some(Sign::Semicolon),
        '+' => Some(Sign::And),
        '&' if is_last => Some(Sign::And),
        '/' if is_last && line[..at].ends_with(char::is_whitespace) => Some(Sign::And),
        '|' if is_last && line[..at].ends_with(char::is_whitespace) => Some(Sign::Comma),
        ':' if !is_within => Some(Sign::Colon),
        '：' => Some(Sign::Colon),
        '(' | '（' | '[' | '{' => Some(Sign::Open),
        ')' | '）' | ']' | '}' => Some(Sign::Close),
        _ => None,
    }
}

fn word_end(line: &str, start: usize) -> usize {
    let mut chars = line[start..].char_indices();
    chars.next();
    let stops = |(offset, c): &(usize, char)| {
        let at = start + offset;
        c.is_whitespace() || link(line, at).is_some() || single(line, at, *c).is_some()
    };
    chars.find(stops).map_or(line.len(), |(offset, _)| start + offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<String> {
        let show = |token: Token| match token.sign {
            Sign::Word => line[token.span].to_owned(),
            Sign::Quoted => format!("“{}”", &line[token.span]),
            sign => format!("{sign:?}"),
        };
        tokens(line).into_iter().map(show).collect()
    }

    #[test]
    fn wide_blanks_part_cells_and_letters_join_names() {
        assert_eq!(read("New Zealand   UK"), ["New", "Zealand", "Comma", "UK"]);
        assert_eq!(read("It was so.  Then came"), ["It", "was", "so.", "Then", "came"]);
        assert_eq!(read("A  –  B:  pact"), ["A", "Link(Dash)", "B", "Colon", "pact"]);
        assert_eq!(read("España y Francia"), ["España", "And", "Francia"]);
        assert_eq!(read("x – y: pact"), ["x", "Link(Dash)", "y", "Colon", "pact"]);
        assert_eq!(
            read("__New Zealand__ – _UK_: a_b"),
            ["New", "Zealand", "Link(Dash)", "UK", "Colon", "a_b"]
        );
    }

    #[test]
    fn hyphens_belong_to_words_and_dashes_join() {
        assert_eq!(read("Guinea-Bissau – Mali"), ["Guinea-Bissau", "Link(Dash)", "Mali"]);
        assert_eq!(
            read("A - B -- C—D"),
            ["A", "Link(Dash)", "B", "Link(Dash)", "C", "Link(Dash)", "D"]
        );
        assert_eq!(
            read("A->B<->C => D"),
            ["A", "Link(Right)", "B", "Link(Both)", "C", "Link(Right)", "D"]
        );
        assert_eq!(read("1955–1991 1955-05-14"), ["1955–1991", "1955-05-14"]);
    }

    #[test]
    fn signs_and_quotations_are_told_apart() {
        assert_eq!(
            read("A, B + C & D and E"),
            ["A", "Comma", "B", "And", "C", "And", "D", "And", "E"]
        );
        assert_eq!(read("A: “b, c” \"d\""), ["A", "Colon", "“b, c”", "“d”"]);
        assert_eq!(read("see https://a.b: x"), ["see", "https://a.b", "Colon", "x"]);
        assert_eq!(read("(A – B)"), ["Open", "A", "Link(Dash)", "B", "Close"]);
        assert_eq!(read("5\" is open"), ["5\"", "is", "open"]);
        assert_eq!(read("A:B; C\tD"), ["A", "Colon", "B", "Semicolon", "C", "Comma", "D"]);
        assert_eq!(read("A > B vs. C"), ["A", "Link(Right)", "B", "Link(Against)", "C"]);
        for sign in ["x", "×", "v.", "=/=", "!="] {
            assert_eq!(read(&format!("A {sign} B")), ["A", "Link(Against)", "B"]);
        }
        assert_eq!(read("12 x Leopard"), ["12", "x", "Leopard"]);
        assert_eq!(read("Marks: x, y"), ["Marks", "Colon", "x", "Comma", "y"]);
        assert_eq!(
            read("(https://a.b/c–d?e=1:2)."),
            ["Open", "https://a.b/c–d?e=1:2", "Close", "."]
        );
    }

    #[test]
    fn a_bullet_or_a_number_before_a_line_is_none_of_it() {
        for line in ["- A", "  • A", "* A", "12. A", "3) A", "– A"] {
            assert_eq!(read(line), ["A"], "{line}");
        }
        assert_eq!(read("1955 A"), ["1955", "A"]);
        assert_eq!(read("-A"), ["-A"]);
    }
}
