//! Lines on the map itself: `Title: …`, `Subtitle: …`, `Date: 1962`, `New kind: …`.

use super::details::read_details;
use super::new_kind;
use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Sign, Token};
use super::when::{read_when, says, word_at};
use crate::model::PartialDate;

/// The words before the colon.
const TITLE: [&str; 1] = ["title"];
const SUBTITLE: [&str; 1] = ["subtitle"];
const DATE: [&str; 2] = ["date", "as of"];

/// Reads a line on the map itself; `None` if it is another line.
pub fn read_heading(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    if says(line, tokens, 0, &["as", "of"])
        && let Some((when, count)) = read_when(line, &tokens[2..])
        && count == tokens.len() - 2
    {
        return set_date(plan, when.since?);
    }
    let colon = tokens.iter().take(3).position(|token| token.sign == Sign::Colon)?;
    let words: Vec<&str> = (0..colon).map_while(|at| word_at(line, tokens, at)).collect();
    let word = words.join(" ").to_lowercase();
    let is = |names: &[&str]| names.contains(&word.as_str());
    if !(is(&TITLE) || is(&SUBTITLE) || is(&DATE)) {
        return None;
    }
    let text = line[tokens[colon].span.end..].trim();
    if is(&DATE) {
        let date = match read_when(line, &tokens[colon + 1..]) {
            Some((when, count)) if count == tokens.len() - colon - 1 => when.since,
            _ => None,
        };
        let Some(date) = date else {
            let span = tokens[0].span.start..line.len();
            remarks.fault(span, "Here stands a date such as 1962, June 2024 or 19 June 2024.");
            return Some(Vec::new());
        };
        return set_date(plan, date);
    }
    let text = text.trim_matches(['"', '“', '”']).to_owned();
    let summary = format!("{word} “{text}”");
    plan.change_heading(
        |heading| {
            if is(&TITLE) { heading.title = text } else { heading.subtitle = text }
        },
    );
    Some(vec![summary])
}

fn set_date(plan: &mut Plan<'_>, date: PartialDate) -> Option<Vec<String>> {
    plan.change_heading(|heading| heading.as_of = Some(date));
    Some(vec![format!("date {}", date.in_words())])
}

/// Reads a line that only adds a kind: `New kind: sanctions, hostile, directed`.
pub fn read_new_kind(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    new_kind::read(line, tokens, &mut Remarks::default())?;
    let before = plan.named_kind_count();
    let details = read_details(line, tokens, plan, remarks);
    if plan.named_kind_count() == before
        && let Some(kind) = details.kind.and_then(|id| plan.kind(id))
    {
        let message = format!("The map has the kind “{}” already.", kind.name);
        remarks.hint(tokens[0].span.clone(), message);
    }
    Some(Vec::new())
}
