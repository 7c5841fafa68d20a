//! Headings of a mail: one that names the kind of the ties below it, and one that names the organisation whose
//! members are listed below it.

use super::bullets::{after_bullet, without_quote_marks};
use super::mail_table::{MailTable, is_divider};
use super::meaning::is_known;
use super::member_words::without_members;
use super::memberships::{find_verb, is_organisation};
use super::names::split_when;
use super::offered_kinds;
use super::plan::Plan;
use super::sentences::has_tie;
use super::token::{Sign, Token, tokens};
use super::vocabulary::kind_named;
use super::words::NAME_WORDS;
use crate::formats::limits::MAX_KINDS;
use crate::formats::mapping::sign_of_kind;
use crate::model::KindId;

/// The longest heading, in bytes, that may be the name of a kind.
const LONGEST_KIND: usize = 120;

/// The most words of a heading that says a kind by a word that stands for none yet.
const MOST_KIND_WORDS: usize = 3;
/// So many lines of a block are looked at to see whether they are members of what stands above them.
const MOST_MEMBERS: usize = 500;

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
    /// The line of a heading that another one followed before anything was listed below it.
    left_empty: Option<usize>,
    /// The table whose rows are read.
    table: Option<MailTable>,
    /// Whether the line before says something.
    is_in_block: bool,
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
    /// Finds out what the next line is, before the rest of the text.
    pub fn place(&mut self, number: usize, line: &str, rest: &str, plan: &mut Plan<'_>) -> Placed {
        let line = without_quote_marks(line);
        let tokens = tokens(line);
        let begins_block = !std::mem::replace(&mut self.is_in_block, !tokens.is_empty());
        if tokens.is_empty() {
            self.table = None;
            self.head = self.head.take().filter(|head| !head.has_items);
            if let Some(head) = &mut self.head {
                head.has_blank = true;
            }
            return Placed::Line;
        }
        if let Some(placed) = self.place_in_table(line, rest, plan) {
            return placed;
        }
        if let Some(kind) = kind_of_heading(line, rest, plan) {
            plan.kind_of_section = Some(kind);
            self.end_head();
            return Placed::Heading;
        }
        let bare = || begins_block.then(|| bare_head(line, rest, plan)).flatten();
        if let Some(name) = head_name(line, &tokens, plan).or_else(bare) {
            plan.kind_of_section = None;
            self.end_head();
            self.head = Some(Head { name, line: number, has_items: false, has_blank: false });
            return Placed::Heading;
        }
        let Some(head) = &mut self.head else { return Placed::Line };
        let item = line[after_bullet(line)..].trim();
        let is_bullet = tokens[0].span.start > line.len() - line.trim_start().len();
        let is_listed = is_bullet || !head.has_blank && is_dated_nation(line, &tokens, plan);
        if is_listed && is_name(line, &tokens, plan) {
            head.has_items = true;
            return Placed::Item(format!("{}: {item}", head.name));
        }
        Placed::Line
    }

    /// Places a line that is the header, or a row, of a table.
    fn place_in_table(&mut self, line: &str, rest: &str, plan: &Plan<'_>) -> Option<Placed> {
        if let Some(table) = &self.table {
            if is_divider(line) {
                return Some(Placed::Heading);
            }
            if let Some(row) = table.row(line) {
                return Some(Placed::Item(row));
            }
        }
        self.table = MailTable::of_header(line, rest, plan);
        self.table.as_ref().map(|_| Placed::Heading)
    }

    fn end_head(&mut self) {
        let empty = self.head.take().filter(|head| !head.has_items);
        self.left_empty = empty.map(|head| head.line).or(self.left_empty);
    }

    /// The line of a heading below which nothing was listed, once another line than an item follows it.
    pub fn take_empty(&mut self, placed: &Placed) -> Option<usize> {
        let is_empty = self.head.as_ref().is_some_and(|head| !head.has_items);
        if is_empty && self.is_in_block && matches!(placed, Placed::Line) {
            self.end_head();
        }
        self.left_empty.take()
    }

    /// The line of a heading at the end of a text, where nothing was listed below it.
    pub fn take_last(&mut self) -> Option<usize> {
        self.end_head();
        self.left_empty.take()
    }
}

/// The kind that a heading names and nothing else: `Alliances`, `## Wars`, `Rivalries:`, `Bündnisse:`.
fn kind_of_heading(line: &str, rest: &str, plan: &mut Plan<'_>) -> Option<KindId> {
    let is_mark = |c: char| c.is_whitespace() || matches!(c, '#' | '*' | '=' | ':' | '_');
    let text = line.trim_matches(is_mark);
    // Most lines are longer than the name of any kind.
    if text.is_empty() || text.len() > LONGEST_KIND || text.contains([':', '–', '→', '>']) {
        return None;
    }
    let one = text.strip_suffix("ies").map(|start| format!("{start}y"));
    let one = one.or_else(|| text.strip_suffix('s').map(ToOwned::to_owned));
    let known = kind_named(plan, text).or_else(|| kind_named(plan, &one?));
    known.or_else(|| new_kind_of_heading(text, line, rest, plan))
}

/// A kind for a heading that says whether its ties are friendly or hostile, where such a kind isn't known: it is
/// kept where ties are of it.
fn new_kind_of_heading(text: &str, line: &str, rest: &str, plan: &mut Plan<'_>) -> Option<KindId> {
    let is_plain = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'' | '’'));
    if !is_plain || text.split_whitespace().count() > MOST_KIND_WORDS {
        return None;
    }
    let sign = sign_of_kind(text)?;
    let next = rest.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let is_link = |token: &Token| matches!(token.sign, Sign::Link(_));
    let is_marked = line.trim_end().ends_with([':', '*', '=']) || line.starts_with('#');
    let is_heading = is_marked || tokens(next).iter().any(is_link);
    let has_room = plan.map.kinds().len() + plan.kind_count() < MAX_KINDS;
    if !is_heading || !has_room || is_known(plan, text, plan.as_of_year()) {
        return None;
    }
    Some(plan.offer_kind(offered_kinds::new(text, sign, false)))
}

/// The name of an organisation that alone stands above the names of states, each in a line of its own: `BRICS`, `NATO
/// members`, `## Triple Alliance`.
fn bare_head(line: &str, rest: &str, plan: &Plan<'_>) -> Option<String> {
    let text = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'));
    let tokens = tokens(text);
    let (named, _) = split_when(text, &tokens);
    let name = without_members(text, named);
    let (first, last) = (name.first()?, name.last()?);
    let is_at_start = first.span.start == 0 && after_bullet(line) == 0;
    if !is_at_start || !is_organisation(text, &name, plan) {
        return None;
    }
    let below = rest.lines().take(MOST_MEMBERS).map(without_quote_marks);
    let mut below = below.take_while(|line| !line.trim().is_empty()).peekable();
    below.peek()?;
    let is_member = |line: &str| {
        let item = &line[after_bullet(line)..];
        let listed = super::token::tokens(item);
        is_dated_nation(item, &listed, plan) && !is_organisation(item, &listed, plan)
    };
    let when = text.get(named.last()?.span.end..)?;
    below.all(is_member).then(|| format!("{}{when}", &text[first.span.start..last.span.end]))
}

/// The name before a colon at the end of a line: `Triple Entente:`, `Warsaw Pact (1955–1991):`.
fn head_name(line: &str, tokens: &[Token], plan: &Plan<'_>) -> Option<String> {
    let (colon, rest) = tokens.split_last()?;
    let is_part =
        |token: &Token| matches!(token.sign, Sign::Word | Sign::Open | Sign::Close | Sign::Comma);
    if colon.sign != Sign::Colon || rest.is_empty() || !rest.iter().all(is_part) {
        return None;
    }
    let (named, _) = split_when(line, rest);
    let is_list = named.iter().any(|token| token.sign == Sign::Comma);
    let behind = line.get(named.last()?.span.end..colon.span.start)?;
    let name = without_members(line, named);
    let (first, last) = (name.first()?, name.last().filter(|_| !is_list)?);
    let text = line.get(first.span.start..last.span.end)?;
    let is_capital =
        |word: &str| !word.starts_with(char::is_lowercase) || NAME_WORDS.contains(&word);
    let is_name = text.split_whitespace().all(is_capital) && !text.starts_with(char::is_lowercase);
    match is_known(plan, text, plan.as_of_year()) {
        true => Some(format!("{text}{behind}")),
        false => is_name.then(|| format!("\"{text}\"{behind}")),
    }
}

/// Whether a line is the name of a nation that is known, perhaps with dates.
fn is_dated_nation(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let (name, _) = split_when(line, tokens);
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let text = line.get(first.span.start..last.span.end).unwrap_or_default();
    is_known(plan, text, plan.as_of_year())
}

/// Whether a line holds names and dates, and no tie.
fn is_name(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let is_sign = |token: &Token| matches!(token.sign, Sign::Link(_) | Sign::Colon);
    !tokens.iter().any(is_sign) && find_verb(line, tokens).is_none() && !has_tie(line, tokens, plan)
}
