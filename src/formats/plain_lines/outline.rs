//! Headings of a mail: one that names the kind of the ties below it, and one that names the organisation whose
//! members are listed below it.

use super::meaning::is_known;
use super::memberships::find_verb;
use super::names::split_when;
use super::plan::Plan;
use super::sentences::has_tie;
use super::token::{Sign, Token, after_bullet, tokens};
use super::vocabulary::kind_named;
use super::words::NAME_WORDS;
use crate::model::KindId;

/// The longest heading, in bytes, that may be the name of a kind.
const LONGEST_KIND: usize = 120;

/// What a line is among the others.
pub enum Placed {
    /// A heading; it adds nothing.
    Heading,
    /// One of a list: what it says together with its heading.
    Item(String),
    /// A line that stands for itself.
    Line,
}

/// The heading below which lines are read.
#[derive(Default)]
pub struct Outline {
    head: Option<Head>,
}

struct Head {
    /// The name of an organisation, as it is written before a colon.
    name: String,
    /// The number of its line.
    line: usize,
    has_items: bool,
    has_blank: bool,
}

impl Outline {
    /// Finds out what the next line is.
    pub fn place(&mut self, number: usize, line: &str, plan: &mut Plan<'_>) -> Placed {
        let tokens = tokens(line);
        if tokens.is_empty() {
            self.head = self.head.take().filter(|head| !head.has_items);
            if let Some(head) = &mut self.head {
                head.has_blank = true;
            }
            return Placed::Line;
        }
        if let Some(kind) = kind_of_heading(line, plan) {
            plan.kind_of_section = Some(kind);
            self.head = None;
            return Placed::Heading;
        }
        if let Some(name) = head_name(line, &tokens, plan) {
            plan.kind_of_section = None;
            self.head = Some(Head { name, line: number, has_items: false, has_blank: false });
            return Placed::Heading;
        }
        let Some(head) = &mut self.head else { return Placed::Line };
        let item = line[after_bullet(line)..].trim();
        let is_bullet = tokens[0].span.start > line.len() - line.trim_start().len();
        let is_listed = is_bullet || !head.has_blank && is_known(plan, item, plan.as_of_year());
        if is_listed && is_name(line, &tokens, plan) {
            head.has_items = true;
            return Placed::Item(format!("{}: {item}", head.name));
        }
        Placed::Line
    }

    /// The line of a heading below which nothing was listed, once another line than an item follows it.
    pub fn take_empty(&mut self, placed: &Placed, number: usize) -> Option<usize> {
        let is_over = matches!(placed, Placed::Line);
        let is_empty = |head: &Head| !head.has_items && (is_over && head.line != number);
        let line = self.head.as_ref().filter(|head| is_empty(head) && !head.has_blank)?.line;
        self.head = None;
        Some(line)
    }
}

/// The kind that a heading names and nothing else: `Alliances`, `## Wars`, `Rivalries:`.
fn kind_of_heading(line: &str, plan: &Plan<'_>) -> Option<KindId> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '#' | '*' | '=' | ':' | '_');
    let text = line.trim_matches(is_mark);
    // Most lines are longer than the name of any kind.
    if text.is_empty() || text.len() > LONGEST_KIND || text.contains([':', '–', '→', '>']) {
        return None;
    }
    let one = text.strip_suffix("ies").map(|start| format!("{start}y"));
    let one = one.or_else(|| text.strip_suffix('s').map(ToOwned::to_owned));
    kind_named(plan, text).or_else(|| kind_named(plan, &one?))
}

/// The name before a colon at the end of a line: `Triple Entente:`, `Warsaw Pact (1955–1991):`.
fn head_name(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<String> {
    let (colon, rest) = tokens.split_last()?;
    let is_part =
        |token: &Token| matches!(token.sign, Sign::Word | Sign::Open | Sign::Close | Sign::Comma);
    if colon.sign != Sign::Colon || rest.is_empty() || !rest.iter().all(is_part) {
        return None;
    }
    let (name, _) = split_when(line, rest);
    let is_list = name.iter().any(|token| token.sign == Sign::Comma);
    let (first, last) = (name.first()?, name.last().filter(|_| !is_list)?);
    let text = line.get(first.span.start..last.span.end)?;
    let is_capital =
        |word: &str| !word.starts_with(char::is_lowercase) || NAME_WORDS.contains(&word);
    let is_name = text.split_whitespace().all(is_capital) && !text.starts_with(char::is_lowercase);
    let behind = line.get(last.span.end..colon.span.start)?;
    match is_known(plan, text, plan.as_of_year()) {
        true => Some(format!("{text}{behind}")),
        false => is_name.then(|| format!("\"{text}\"{behind}")),
    }
}

/// Whether a line holds names and dates, and no tie.
fn is_name(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let is_sign = |token: &Token| matches!(token.sign, Sign::Link(_) | Sign::Colon);
    !tokens.iter().any(is_sign) && find_verb(line, tokens).is_none() && !has_tie(line, tokens, plan)
}
