//! What several agree on in principle: `Japan and New Zealand agree in principle to share intelligence`.

use super::Reading;
use super::details::Details;
use super::names::{are_known, split_when};
use super::plan::Plan;
use super::remark::Remarks;
use super::ties::read_pairs;
use super::token::{Sign, Token};
use super::vocabulary::kind_named;
use super::when::{says, says_one};
use crate::model::Status;

const AGREE: [&str; 4] = ["agree", "agrees", "agreed", "agreeing"];
/// The kind of what is agreed on.
const PACT: &str = "pact";

/// Reads such a sentence; `None` where it is another, or names no two nations that are known.
pub fn read_agreement(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let line = reading.line;
    let verb = (1..tokens.len()).find(|at| {
        says_one(line, tokens, *at, &AGREE) && says(line, tokens, at + 1, &["in", "principle"])
    })?;
    let helper = usize::from(says_one(line, tokens, verb - 1, &["have", "had", "has"]));
    let names = &tokens[..verb - helper];
    let is_several = names.iter().any(|token| token.sign == Sign::And);
    let what = tokens.get(verb + 3..).filter(|what| what.len() > 1)?;
    let is_said =
        says_one(line, what, 0, &["to", "on"]) && is_several && are_known(line, names, plan);
    let kind = kind_named(plan, PACT).filter(|_| is_said)?;
    let (topic, when) = split_when(line, &what[1..]);
    let (first, last) = (topic.first()?, topic.last()?);
    let label = line.get(first.span.start..last.span.end)?.trim_end_matches('.').to_owned();
    let details = Details {
        kind: Some(kind),
        status: Some(Status::Preliminary),
        when,
        label,
        ..Details::default()
    };
    let reading = Reading { is_sentence: plan.reads_mail, ..*reading };
    Some(read_pairs(&reading, names, &details, plan, remarks))
}
