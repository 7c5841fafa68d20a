//! What of a tie in a mail may be meant otherwise, though it can be read.

use super::links::links;
use super::names::ListedNation;
use super::plan::Plan;
use super::remark::Remarks;
use super::token::{Sign, Token};
use crate::formats::vocabulary::kind_words;

/// A date in parentheses behind the last of several names, `A – B, C (1968)`, is taken for all of them. `kept` are the
/// ends without what is said of the ties.
pub fn remark_on_shared_date(line: &str, kept: &[Token], ends: &[Token], remarks: &mut Remarks) {
    let last = links(line, kept).last().map_or(0, |(at, _)| at + 1);
    let is_list = kept[last..].iter().any(|token| token.sign == Sign::Comma);
    let open = ends.get(kept.len()).filter(|token| token.sign == Sign::Open);
    let Some(open) = open.filter(|_| is_list) else { return };
    let end = ends.last().map_or(open.span.end, |token| token.span.end);
    let message = "This date is taken for all ties of the line. If it is that of the last name alone, write that tie \
                   in a line of its own.";
    remarks.hint(open.span.start..end, message);
}

/// A new name that ends in a word for ties, *Dual Alliance*, may be what the tie is called.
pub fn remark_on_names_of_ties(
    line: &str,
    nations: &[ListedNation],
    plan: &Plan<'_>,
    remarks: &mut Remarks,
) {
    for listed in nations {
        let Some(name) = line.get(listed.span.clone()) else { continue };
        let is_new = plan.nation(listed.id).is_some_and(|nation| nation.code.is_none());
        let has_several = name.contains(char::is_whitespace);
        let last = name.split_whitespace().next_back().unwrap_or_default();
        if is_new && has_several && kind_words(last).is_some() {
            let message = format!(
                "“{name}” became a nation of its own. If it is what the tie is called, write it behind a colon: \
                 “A – B: {name}”."
            );
            remarks.hint(listed.span.clone(), message);
        }
    }
}
