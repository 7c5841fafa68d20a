//! Sentences in the order of words in which they are read: who, what, with whom, when. `Deutschland hat mit
//! Frankreich 1963 einen Vertrag geschlossen` is read as *Deutschland hat geschlossen einen Vertrag mit Frankreich
//! 1963*, `Japan has since 1951 been allied with Peru` with its date at the end, and `Ukraine is supported by Poland`
//! as *Poland supported Ukraine*.

use std::ops::Range;

use super::clauses::{Clause, Part};
use super::token::{Sign, Token, tokens};
use super::vocabulary::is_tie_verb;
use super::word_order_words::{BE, BY, PARTICLES, SEPARABLE, TURNED_AROUND, WAR_DECLARED};
use crate::names::caseless;

/// Signs of lines that are no plain sentence.
const NO_SENTENCE: [char; 12] = [':', ';', '–', '—', '→', '>', '<', '=', '(', '"', '“', '\t'];
/// The most bytes of such a sentence.
const LONGEST: usize = 400;

/// A sentence in another order of its words.
pub struct Ordered {
    /// The sentence as it is read.
    pub text: String,
    /// Where each piece of it stands, and where it stood as it was written.
    pieces: Vec<(Range<usize>, Range<usize>)>,
}

impl Ordered {
    /// A sentence put in order; `None` where it stands in it already, or is none.
    pub fn of(line: &str) -> Option<Self> {
        if line.len() > LONGEST || has_sign_of_line(line) {
            return None;
        }
        let tokens = tokens(line);
        let is_plain = |token: &Token| matches!(token.sign, Sign::Word | Sign::And | Sign::Comma);
        if tokens.len() < 4 || !tokens.iter().all(is_plain) {
            return None;
        }
        let clause = Clause::of(line, &tokens)?;
        active(line, &clause)
            .or_else(|| declared(line, &clause))
            .or_else(|| in_english_order(line, &clause))
            .filter(|pieces| are_turned(pieces))
            .map(|pieces| Self::joined(line, &pieces))
    }

    /// Where a part of it stood in the line.
    pub fn place(&self, span: &Range<usize>) -> Range<usize> {
        let overlaps = |piece: &&(Range<usize>, Range<usize>)| {
            piece.0.start < span.end.max(span.start + 1) && span.start < piece.0.end
        };
        let found: Vec<_> = self.pieces.iter().filter(overlaps).map(|(_, old)| old).collect();
        let start = found.iter().map(|old| old.start).min();
        let end = found.iter().map(|old| old.end).max();
        start.zip(end).map_or(0..0, |(start, end)| start..end)
    }

    fn joined(line: &str, pieces: &[Piece]) -> Self {
        let mut text = String::new();
        let mut places = Vec::with_capacity(pieces.len());
        for piece in pieces {
            if !text.is_empty() && !piece.is_comma(line) {
                text.push(' ');
            }
            let start = text.len();
            let words = line.get(piece.old.clone()).unwrap_or_default();
            let is_last = piece.old.end == line.trim_end().len();
            let words = if is_last { words.trim_end_matches('.') } else { words };
            text.push_str(piece.new.unwrap_or(words));
            places.push((start..text.len(), piece.old.clone()));
        }
        Self { text, pieces: places }
    }
}

/// Whether a text has a sign that no plain sentence has; a dash between two numbers is one of a span of years.
fn has_sign_of_line(line: &str) -> bool {
    line.match_indices(NO_SENTENCE).any(|(at, sign)| {
        let is_number = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        let behind = line.get(at + sign.len()..).and_then(|text| text.chars().next());
        !(matches!(sign, "–" | "—") && is_number(before) && is_number(behind))
    })
}

/// Whether words stand in another order than in the line, or are others.
fn are_turned(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| piece.new.is_some())
        || pieces.windows(2).any(|pair| pair[0].old.start > pair[1].old.start)
}

/// A word of the line, perhaps written otherwise.
struct Piece {
    old: Range<usize>,
    new: Option<&'static str>,
}

impl Piece {
    fn of(token: &Token) -> Self {
        Self { old: token.span.clone(), new: None }
    }

    fn is_comma(&self, line: &str) -> bool {
        self.new.is_none() && line.get(self.old.clone()) == Some(",")
    }
}

fn pieces<'t>(parts: impl IntoIterator<Item = &'t [Token]>) -> Vec<Piece> {
    parts.into_iter().flatten().map(Piece::of).collect()
}

fn word(line: &str, token: &Token) -> String {
    caseless(line.get(token.span.clone()).unwrap_or_default().trim_end_matches('.'))
}

/// *Ukraine is supported by Poland*, or *Ukraine supported by Poland*, as *Poland supported Ukraine*.
fn active(line: &str, clause: &Clause<'_>) -> Option<Vec<Piece>> {
    let is_whole = BE.contains(&&*word(line, clause.verb));
    let behind_verb = || clause.parts.first().and_then(Part::single);
    let participle = if is_whole { clause.participle.or_else(behind_verb)? } else { clause.verb };
    let said = word(line, participle);
    let other_form = TURNED_AROUND.iter().find(|(passive, _)| *passive == said);
    let new = other_form.map(|(_, active)| *active);
    if !is_tie_verb(new.unwrap_or(&said)) {
        return None;
    }
    let is_agent = |part: &Part<'_>| part.is_behind_one_of(line, &BY) && part.tokens.len() > 1;
    let agent = clause.parts.iter().find(|part| is_agent(part))?;
    let is_verb = |part: &Part<'_>| part.single() == Some(participle);
    if !clause.parts.iter().all(|part| part.is_date || is_agent(part) || is_verb(part)) {
        return None;
    }
    let mut ordered = pieces([&agent.tokens[1..]]);
    ordered.push(Piece { new, ..Piece::of(participle) });
    ordered.extend(pieces([clause.subject]));
    ordered.extend(pieces(clause.dates()));
    Some(ordered)
}

/// *Frankreich erklärte Preußen den Krieg* as *Frankreich erklärte Krieg gegen Preußen*.
fn declared(line: &str, clause: &Clause<'_>) -> Option<Vec<Piece>> {
    let is_said = |token: &Token| WAR_DECLARED.contains(&&*word(line, token));
    let says_war = |part: &Part<'_>| {
        part.tokens.iter().map(|token| word(line, token)).eq(["den", "krieg"].map(str::to_owned))
    };
    let others = clause.parts.iter().filter(|part| !part.is_date);
    let (war, enemies): (Vec<&Part<'_>>, Vec<&Part<'_>>) = others.partition(|part| says_war(part));
    let (1, [enemy]) = (war.len(), &enemies[..]) else { return None };
    if !is_said(clause.verb) && !clause.participle.is_some_and(is_said) {
        return None;
    }
    let mut ordered = pieces([clause.subject]);
    ordered.push(Piece { new: Some("erklärte Krieg gegen"), ..Piece::of(clause.verb) });
    ordered.extend(pieces([enemy.tokens]));
    ordered.extend(pieces(clause.dates()));
    Some(ordered)
}

/// The subject, the verb with its participle, what is done, to or with whom, and when.
fn in_english_order(line: &str, clause: &Clause<'_>) -> Option<Vec<Piece>> {
    let mut ordered = pieces([clause.subject]);
    let verb = word(line, clause.verb);
    let last = clause.parts.last().and_then(Part::single);
    let particle = last.filter(|last| PARTICLES.contains(&&*word(line, last)));
    let separable = particle.and_then(|particle| {
        let particle = word(line, particle);
        SEPARABLE.iter().find(|(verbs, with, _)| verbs.contains(&&*verb) && *with == particle)
    });
    let mut parts: Vec<&Part<'_>> = clause.parts.iter().collect();
    if let Some((.., whole)) = separable {
        parts.pop();
        ordered.push(Piece { new: Some(whole), ..Piece::of(clause.verb) });
    } else {
        // “war” is a kind of tie in English.
        let new = (verb == "war" && clause.participle.is_some()).then_some("ist");
        ordered.push(Piece { new, ..Piece::of(clause.verb) });
        ordered.extend(clause.participle.map(Piece::of));
    }
    // Only where the verb stands last do objects stand behind what has a preposition.
    let is_verb_last = clause.participle.is_some() || separable.is_some();
    let rank = |part: &&Part<'_>| (part.is_date, is_verb_last && part.has_preposition);
    parts.sort_by_key(rank);
    parts.iter().for_each(|part| ordered.extend(pieces([part.tokens])));
    Some(ordered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_are_put_in_the_order_in_which_they_are_read() {
        for (line, expected) in [
            (
                "Deutschland hat mit Frankreich 1963 einen Vertrag geschlossen.",
                "Deutschland hat geschlossen einen Vertrag mit Frankreich 1963",
            ),
            (
                "1963 hat Deutschland mit Frankreich einen Vertrag geschlossen",
                "Deutschland hat geschlossen einen Vertrag mit Frankreich 1963",
            ),
            (
                "Österreich war von 1879 bis 1918 mit Deutschland verbündet.",
                "Österreich ist verbündet mit Deutschland von 1879 bis 1918",
            ),
            (
                "Italien trat 1915 aus dem Dreibund aus.",
                "Italien ausgetreten aus dem Dreibund 1915",
            ),
            ("Italien trat 1915 der Entente bei.", "Italien beigetreten der Entente 1915"),
            ("Polen ist seit 1999 Mitglied der NATO.", "Polen ist Mitglied der NATO seit 1999"),
            ("Die Ukraine wird von Polen unterstützt.", "Polen unterstützt Die Ukraine"),
            ("Poland was attacked by Germany in 1939.", "Germany attacked Poland in 1939"),
            ("Kuwait invaded by Iraq in August 1990", "Iraq invaded Kuwait in August 1990"),
            ("Poland occupied by Germany 1939-45", "Germany occupied Poland 1939-45"),
            (
                "La Pologne a été attaquée par l'Allemagne en 1939.",
                "l'Allemagne attaqué La Pologne en 1939",
            ),
            (
                "Frankreich erklärte Preußen am 19. Juli 1870 den Krieg.",
                "Frankreich erklärte Krieg gegen Preußen am 19. Juli 1870",
            ),
            (
                "Japan has since 1951 been allied with Peru",
                "Japan has been allied with Peru since 1951",
            ),
        ] {
            let text = Ordered::of(line).map(|ordered| ordered.text);
            assert_eq!(text.as_deref(), Some(expected), "{line}");
        }
        for line in [
            "Poland joined NATO in 1999",
            "Russia is at war with Ukraine since 2014",
            "Japan – Chile: pact",
            "Poland and Hungary were members of the Warsaw Pact until 1991.",
            "France is allied with Poland since 1921, with Romania since 1926",
            "",
        ] {
            assert!(Ordered::of(line).is_none(), "{line}");
        }
    }

    #[test]
    fn places_lead_back_to_the_sentence_as_it_was_written() {
        let line = "Deutschland hat mit Frankreich 1963 einen Vertrag geschlossen.";
        let ordered = Ordered::of(line).expect("another order");
        let place = |text: &str| {
            let start = ordered.text.find(text).expect("there");
            &line[ordered.place(&(start..start + text.len()))]
        };
        assert_eq!(place("Frankreich"), "Frankreich");
        assert_eq!(place("einen Vertrag"), "einen Vertrag");
        assert_eq!(place("1963"), "1963");
    }
}
