//! Dashes and arrows between the two ends of a tie, drawn in any way: `–`, `->`, `──►`, `<=>`, `←`.

/// How the ends of a tie are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// `–`: what the kind says.
    Dash,
    /// `->`
    Right,
    /// `<-`
    Left,
    /// `<->`
    Both,
    /// `vs`: a dash between two that are against one another.
    Against,
}

/// What the shaft of an arrow consists of; a single hyphen or equals sign is one between spaces alone.
const SHAFT: [char; 12] = ['-', '=', '−', '‐', '‑', '–', '—', '―', '─', '━', '═', '⎯'];
/// Of these, those that belong to words where no blank stands beside them.
const HYPHENS: [char; 5] = ['-', '=', '−', '‐', '‑'];
/// Arrowheads, and arrows in one sign.
const RIGHT: [char; 21] = [
    '→', '⇒', '⟶', '⟹', '➔', '➜', '➝', '➞', '➙', '➛', '➤', '➡', '⇨', '↦', '⟼', '⮕', '⇾', '▶', '►',
    '▸', '↣',
];
const LEFT: [char; 12] = ['←', '⇐', '⟵', '⟸', '⬅', '⇦', '↤', '⇽', '◀', '◄', '◂', '↢'];
const BOTH: [char; 12] = ['↔', '⇔', '⟷', '⟺', '⇄', '⇆', '⇌', '⇋', '⬌', '⇿', '↮', '⬄'];
/// Signs for two that are against one another, and how such a sign is typed.
const AGAINST: [char; 3] = ['⚔', '⚡', '≠'];
const TYPED_AGAINST: [&str; 3] = ["=/=", "=!=", "!="];
/// What may follow a sign to say that it is shown as a picture, or as text.
const VARIATIONS: [char; 2] = ['\u{FE0E}', '\u{FE0F}'];
/// The most bytes of what is written within an arrow: `-support->`.
const MOST_WITHIN: usize = 60;

/// A sign that joins two ends, and its length. A hyphen is one between spaces alone, and a dash between
/// digits is part of a range of years.
pub fn link(line: &str, at: usize) -> Option<(Link, usize)> {
    let rest = line.get(at..)?;
    if let Some(sign) = TYPED_AGAINST.iter().find(|sign| rest.starts_with(**sign)) {
        return is_alone(line, at, sign.len()).then_some((Link::Against, sign.len()));
    }
    let first = rest.chars().next().filter(|c| is_part(*c))?;
    let length = rest.find(|c| !is_part(c) && !VARIATIONS.contains(&c)).unwrap_or(rest.len());
    let run = &rest[..length];
    let link = meaning(run)?;
    let is_single = run.chars().filter(|c| !VARIATIONS.contains(c)).count() == 1;
    let is_weak = is_single && (HYPHENS.contains(&first) || matches!(first, '<' | '>'))
        || run.chars().all(|c| c == '=')
        || matches!(run, ">>" | "<<");
    if is_weak && !is_alone(line, at, length) && !begins_labelled_arrow(line, at) {
        return None;
    }
    let is_range = link == Link::Dash && is_between_digits(line, at, length);
    (!is_range).then_some((link, length))
}

fn is_part(c: char) -> bool {
    if c.is_ascii() {
        return matches!(c, '<' | '>' | '-' | '=');
    }
    SHAFT.contains(&c)
        || RIGHT.contains(&c)
        || LEFT.contains(&c)
        || BOTH.contains(&c)
        || AGAINST.contains(&c)
}

/// What a run of such signs says: where it has heads. `None` for signs that are no arrow together, as `><`.
fn meaning(run: &str) -> Option<Link> {
    let signs: Vec<char> = run.chars().filter(|c| !VARIATIONS.contains(c)).collect();
    let is_shaft = |c: &char| SHAFT.contains(c);
    match &signs[..] {
        [one] if BOTH.contains(one) => return Some(Link::Both),
        [one] if AGAINST.contains(one) => return Some(Link::Against),
        _ => {}
    }
    let left = signs.iter().take_while(|c| LEFT.contains(c) || **c == '<').count();
    let right = signs.iter().rev().take_while(|c| RIGHT.contains(c) || **c == '>').count();
    let is_whole = signs[left..signs.len() - right].iter().all(is_shaft);
    match (left, right) {
        _ if !is_whole => None,
        (0, 0) => Some(Link::Dash),
        (0, _) => Some(Link::Right),
        (_, 0) => Some(Link::Left),
        _ => Some(Link::Both),
    }
}

/// Whether a sign stands between blanks.
fn is_alone(line: &str, at: usize, length: usize) -> bool {
    is_free(line[..at].chars().next_back()) && is_free(line[at + length..].chars().next())
}

fn is_free(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Whether a hyphen begins an arrow with a word in it: `Japan -support-> Chile`.
fn begins_labelled_arrow(line: &str, at: usize) -> bool {
    let Some(inside) = line.get(at + 1..) else { return false };
    let end = inside.find("->").or_else(|| inside.find("→"));
    is_free(line[..at].chars().next_back())
        && line[at..].starts_with('-')
        && end.and_then(|end| inside.get(..end)).is_some_and(|text| {
            let is_tight =
                text.starts_with(char::is_alphabetic) && !text.ends_with(char::is_whitespace);
            is_tight && text.len() <= MOST_WITHIN && !text.contains([':', ',', ';', '-'])
        })
}

fn is_between_digits(line: &str, at: usize, length: usize) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    is_digit(line[..at].chars().next_back()) && is_digit(line[at + length..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_are_told_by_their_heads() {
        for (links, expected) in [
            ("– — -- --- ─ ── ━━ -", Link::Dash),
            ("-> --> ---> => ==> –> ─→ ──► → ⇒ ➜ ➡\u{FE0F} > >>", Link::Right),
            ("<- <-- <--- <= <== ← ⇐ ←─ ◄── ⬅\u{FE0F} < <<", Link::Left),
            ("<-> <--> <=> ↔ ↔\u{FE0F} ←→ ⇄ <> ◄──►", Link::Both),
            ("=/= =!= != ≠ ⚔", Link::Against),
        ] {
            for sign in links.split(' ') {
                let line = format!("A {sign} B");
                assert_eq!(link(&line, 2), Some((expected, sign.len())), "{line}");
            }
        }
        for (line, at) in [
            ("A >< B", 2),
            ("A →← B", 2),
            ("A-B", 1),
            ("A -B", 2),
            ("1955–1991", 4),
            ("A !=B", 2),
            ("A=/=B", 1),
        ] {
            assert_eq!(link(line, at), None, "{line}");
        }
        assert_eq!(link("A -sells arms to-> B", 2), Some((Link::Dash, 1)));
    }
}
