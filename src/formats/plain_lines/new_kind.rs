//! A kind of tie that a line adds: `Japan – Chile: new kind: trade`, `New kind: sanctions, hostile`.

use super::offered_kinds;
use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Sign as TokenSign, Token};
use super::vocabulary::{kind_called, kind_named, read_status};
use super::when::{read_when, says, word_at};
use crate::formats::vocabulary::{self, kind_words};
use crate::model::{Direction, KindId, Sign};

/// The most words of the name of a kind.
const MOST_WORDS: usize = 6;
/// The most kinds that lines add at once.
const MOST_KINDS: usize = 100;
/// What a line says of a new kind.
pub struct NewKind {
    name: String,
    /// Whether its name is in quotation marks: then it is no other word for a kind that is there.
    is_quoted: bool,
    sign: Option<Sign>,
}

/// Reads `new kind: trade` from the first of these tokens; also returns how many were read.
pub fn read(line: &str, tokens: &[Token], remarks: &mut Remarks) -> Option<(NewKind, usize)> {
    if !says(line, tokens, 0, &["new", "kind"]) {
        return None;
    }
    let colon = tokens.get(2).is_some_and(|token| token.sign == TokenSign::Colon);
    let start = if colon { 3 } else { 2 };
    let rest = tokens.get(start..).unwrap_or_default();
    if let Some(name) = rest.first().filter(|token| token.sign == TokenSign::Quoted) {
        let name = line[name.span.clone()].trim().to_owned();
        return Some((NewKind { name, is_quoted: true, sign: None }, start + 1));
    }
    let ends = |at: usize| {
        let words: Vec<&str> = (at..at + 3).map_while(|at| word_at(line, rest, at)).collect();
        words.is_empty()
            || at > 0 && (read_status(&words).is_some() || read_when(line, &rest[at..]).is_some())
    };
    let count = (0..MOST_WORDS.min(rest.len())).find(|at| ends(*at));
    let count = count.unwrap_or_else(|| MOST_WORDS.min(rest.len()));
    let name = match (rest.first(), rest.get(count.wrapping_sub(1))) {
        (Some(first), Some(last)) => line[first.span.start..last.span.end].to_owned(),
        _ => {
            let span = tokens[0].span.start..tokens[start - 1].span.end;
            remarks.fault(span, "The name of the new kind is missing, as in “new kind: trade”.");
            String::new()
        }
    };
    Some((NewKind { name, is_quoted: false, sign: None }, start + count))
}

impl NewKind {
    /// Takes a word that says whether the kind is friendly or hostile.
    pub fn takes_sign(&mut self, line: &str, token: &Token) -> bool {
        let said = line.get(token.span.clone()).and_then(vocabulary::sign);
        self.sign = said.or(self.sign);
        said.is_some()
    }

    /// Adds the kind, unless there is one of that name; `None` if it has no name.
    pub fn add(
        self,
        line: &str,
        plan: &mut Plan<'_>,
        direction: Option<Direction>,
        remarks: &mut Remarks,
    ) -> Option<KindId> {
        if self.name.is_empty() {
            return None;
        }
        let sort = kind_words(&self.name);
        let sign = self.sign.or(sort.map(|sort| sort.sign)).unwrap_or_default();
        let directed = match direction {
            Some(direction) => direction == Direction::Directed,
            None => sort.is_some_and(|sort| sort.directed),
        };
        let kind = offered_kinds::new(&self.name, sign, directed);
        let called = if self.is_quoted { kind_called } else { kind_named };
        if let Some(there) = called(plan, &self.name) {
            plan.declare_kind(there, |there| *there = kind);
            return Some(there);
        }
        if !plan.reads_mail && plan.kind_count() >= MOST_KINDS {
            let message = format!(
                "These lines add {MOST_KINDS} kinds already, which are as many as are added at once. Enter them first."
            );
            remarks.fault(0..line.len(), message);
            return None;
        }
        Some(plan.add_kind(kind))
    }
}
