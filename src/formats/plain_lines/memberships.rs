//! Lines on members: `Poland, Hungary in Warsaw Pact since 1955`, `NATO: USA 1949, Greece 1952`,
//! `Albania left Warsaw Pact in 1968`.

use super::names::{ListedNation, make_organisation, read_list, split_when};
use super::plan::Plan;
use super::remark::Remarks;
use super::token::Token;
use super::when::{When, read_when, word_at};
use crate::model::{Extra, Membership, NationId};

/// What joins members to their organisation, the longest first, and whether it says that they left.
const VERBS: [(&[&str], bool); 15] = [
    (&["is", "a", "member", "of"], false),
    (&["are", "members", "of"], false),
    (&["is", "in"], false),
    (&["are", "in"], false),
    (&["member", "of"], false),
    (&["members", "of"], false),
    (&["belongs", "to"], false),
    (&["belong", "to"], false),
    (&["joined"], false),
    (&["joins"], false),
    (&["join"], false),
    (&["entered"], false),
    (&["in"], false),
    (&["left"], true),
    (&["leaves"], true),
];

/// Where the verb of a line on members stands, how many words it has, and whether it says that they
/// left.
pub fn find_verb(line: &str, tokens: &[Token]) -> Option<(usize, usize, bool)> {
    (1..tokens.len()).find_map(|at| {
        let says = |verb: &[&str]| {
            let word = |(offset, wanted): (usize, &&str)| {
                word_at(line, tokens, at + offset)
                    .is_some_and(|word| word.eq_ignore_ascii_case(wanted))
            };
            verb.iter().enumerate().all(word)
        };
        let (verb, has_left) = VERBS.iter().find(|(verb, _)| says(verb))?;
        // “in 1955” is a date, and what follows a verb is an organisation.
        let rest = &tokens[at + verb.len()..];
        let is_verb = !rest.is_empty() && read_when(line, rest).is_none();
        is_verb.then_some((at, verb.len(), *has_left))
    })
}

/// Reads `members verb organisation when`.
pub fn read_sentence(
    line: &str,
    tokens: &[Token],
    (at, words, has_left): (usize, usize, bool),
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let (organisation, mut when) = split_when(line, &tokens[at + words..]);
    if has_left {
        // The date is when they left.
        when = When { since: None, until: when.until.or(when.since), ..when };
    }
    let year = when.year().or(plan.as_of_year());
    let Some(organisation) = one(line, organisation, plan, year, remarks) else {
        return Vec::new();
    };
    let members = read_list(line, &tokens[..at], plan, year, remarks);
    join(plan, organisation.id, &members, when, remarks)
}

/// Reads `organisation when: member when, member when`.
pub fn read_member_list(
    line: &str,
    head: &[Token],
    list: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let (name, mut when) = split_when(line, head);
    let year = when.year().or(plan.as_of_year());
    let Some(organisation) = one(line, name, plan, year, remarks) else { return Vec::new() };
    let mut members = read_list(line, list, plan, year, remarks);
    // “since” behind the last of several is meant for all, a bare year for that one.
    let (last, others) = members.split_last_mut().map_or((None, &[][..]), |(l, o)| (Some(l), &*o));
    if let Some(last) = last
        && last.when.is_worded
        && !when.is_some()
        && !others.iter().any(|member| member.when.is_some())
    {
        when = std::mem::take(&mut last.when);
    }
    join(plan, organisation.id, &members, when, remarks)
}

/// The single nation of a list.
fn one(
    line: &str,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    year: Option<i32>,
    remarks: &mut Remarks,
) -> Option<ListedNation> {
    let mut listed = read_list(line, tokens, plan, year, remarks);
    if listed.len() > 1 {
        let span = tokens.first()?.span.start..tokens.last()?.span.end;
        remarks.fault(span, "Here stands the name of one organisation. Put it in quotation marks.");
    }
    listed.truncate(1);
    listed.pop()
}

fn join(
    plan: &mut Plan<'_>,
    organisation: NationId,
    members: &[ListedNation],
    when: When,
    remarks: &mut Remarks,
) -> Vec<String> {
    make_organisation(plan, organisation);
    let mut joined = Vec::new();
    for member in members {
        if member.id == organisation {
            remarks
                .fault(member.span.clone(), "Nothing is a member of itself. Name another nation.");
            continue;
        }
        let (since, until) = (member.when.since.or(when.since), member.when.until.or(when.until));
        plan.change_nation(member.id, |nation| {
            let there = nation.memberships.iter_mut().find(|m| m.organisation == organisation);
            if let Some(there) = there {
                there.since = since.or(there.since);
                there.until = until.or(there.until);
            } else {
                nation.memberships.push(Membership {
                    organisation,
                    since,
                    until,
                    extra: Extra::new(),
                });
            }
        });
        joined.push(member.id);
    }
    let names: Vec<&str> = joined.iter().map(|id| plan.name(*id)).collect();
    let names = super::summary::list(&names);
    let dates = super::summary::dates(when.since, when.until);
    let organisation = plan.name(organisation);
    if joined.is_empty() { Vec::new() } else { vec![format!("{names} in {organisation}{dates}")] }
}
