//! Words for members around the name of their organisation.

use super::token::{Sign, Token};

/// The head of a list without the words around the name: `NATO members`, `Members of NATO`, `Mitglieder der NATO`,
/// `NATO-Mitglieder`.
pub fn without_members(line: &str, head: &[Token]) -> Vec<Token> {
    const MEMBERS: [&str; 14] = [
        "member",
        "members",
        "mitglied",
        "mitgliedstaat",
        "mitgliedsstaat",
        "membre",
        "miembro",
        "mitglieder",
        "mitgliedstaaten",
        "mitgliedsstaaten",
        "membres",
        "miembros",
        "membri",
        "membros",
    ];
    const OTHERS: [&str; 12] = [
        "states",
        "of",
        "countries",
        "are",
        "staaten",
        "länder",
        "pays",
        "países",
        "états",
        "sind",
        "sont",
        "son",
    ];
    const OF: [&str; 9] = ["of", "der", "des", "von", "de", "del", "du", "di", "da"];
    let is = |token: &Token, words: &[&str]| {
        let word = line.get(token.span.clone()).unwrap_or_default().to_lowercase();
        token.sign == Sign::Word && words.contains(&word.as_str())
    };
    let begins = head.iter().take(2).any(|token| is(token, &MEMBERS));
    let of = head.iter().take(3).position(|token| is(token, &OF));
    if let Some(of) = of.filter(|of| begins && *of > 0 && of + 1 < head.len()) {
        return head[of + 1..].to_vec();
    }
    // “United States” ends in such a word, too.
    let start = head.iter().skip(1).position(|token| is(token, &MEMBERS)).map(|at| at + 1);
    let is_word = |token: &Token| is(token, &MEMBERS) || is(token, &OTHERS);
    let mut kept = match start.filter(|at| head[*at..].iter().all(is_word)) {
        Some(at) => head[..at].to_vec(),
        None => head.to_vec(),
    };
    if let Some(last) = kept.last_mut()
        && let Some((name, what)) =
            line.get(last.span.clone()).and_then(|word| word.rsplit_once('-'))
        && MEMBERS.contains(&what.to_lowercase().as_str())
        && !name.is_empty()
    {
        last.span.end = last.span.start + name.len();
    }
    kept
}
