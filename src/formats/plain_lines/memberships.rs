//! Lines on members: `Poland, Hungary in Warsaw Pact since 1955`, `NATO: USA 1949, Greece 1952`,
//! `Albania left Warsaw Pact in 1968`.

use super::meaning::{Meaning, is_known, meaning};
use super::member_words::without_members;
use super::names::{ListedNation, are_known, make_organisation, read_list, split_when};
use super::plan::Plan;
use super::remark::Remarks;
use super::summary;
use super::then::{Then, is_over};
use super::token::{Sign, Token};
use super::when::{When, read_when, says, says_one};
use crate::model::{Extra, Membership, NationId, NationType};
use crate::names::Sort;

/// Words that may stand before [`VERBS`].
const COPULAS: [&[&str]; 20] = [
    &["ist"],
    &["sind"],
    &["est"],
    &["sont"],
    &["es"],
    &["son"],
    &["has", "been"],
    &["have", "been"],
    &["had", "been"],
    &["is"],
    &["are"],
    &["was"],
    &["were"],
    &["became"],
    &["becomes"],
    &["has"],
    &["have"],
    &["had"],
    &["become"],
    &[],
];
/// What joins members to their organisation, the longest first, and whether it says that they left.
const VERBS: [(&[&str], bool); 57] = [
    (&["mitglied", "der"], false),
    (&["mitglied", "des"], false),
    (&["mitglied", "von"], false),
    (&["mitglieder", "der"], false),
    (&["mitglieder", "des"], false),
    (&["mitglieder", "von"], false),
    (&["membre", "de"], false),
    (&["membres", "de"], false),
    (&["miembro", "de"], false),
    (&["miembros", "de"], false),
    (&["a", "rejoint"], false),
    (&["ont", "rejoint"], false),
    (&["a", "quitté"], true),
    (&["verließ"], true),
    (&["beigetreten"], false),
    (&["ausgetreten", "aus"], true),
    (&["adhéré", "à"], false),
    (&["ingresó", "en"], false),
    (&["se", "unió", "a"], false),
    (&["abandonó"], true),
    (&["signed"], false),
    (&["formed"], false),
    (&["created"], false),
    (&["established"], false),
    (&["launched"], false),
    (&["set", "up"], false),
    (&["a", "founding", "member", "of"], false),
    (&["founding", "members", "of"], false),
    (&["a", "member", "of"], false),
    (&["a", "part", "of"], false),
    (&["member", "of"], false),
    (&["members", "of"], false),
    (&["part", "of"], false),
    (&["belongs", "to"], false),
    (&["belong", "to"], false),
    (&["acceded", "to"], false),
    (&["accedes", "to"], false),
    (&["withdrew", "from"], true),
    (&["withdraws", "from"], true),
    (&["expelled", "from"], true),
    (&["excluded", "from"], true),
    (&["admitted", "to"], false),
    (&["founded"], false),
    (&["founds"], false),
    (&["joined"], false),
    (&["joins"], false),
    (&["join"], false),
    (&["entered"], false),
    (&["enters"], false),
    (&["enter"], false),
    (&["in"], false),
    (&["left"], true),
    (&["leaves"], true),
    (&["leave"], true),
    (&["quit"], true),
    (&["quits"], true),
    (&["exited"], true),
];

/// Verbs that say the same only of what has a name.
const FOUNDING: [&[&str]; 6] =
    [&["signed"], &["formed"], &["created"], &["established"], &["launched"], &["set", "up"]];
/// What joins an organisation to its members.
const LIST_VERBS: [&[&str]; 7] = [
    &["consists", "of"],
    &["consisted", "of"],
    &["comprises"],
    &["comprised"],
    &["includes"],
    &["included"],
    &["unites"],
];

/// The organisation, perhaps with dates, and the members of `AUKUS (Australia, UK, US), 2021`, `ASEAN members are
/// Laos and Vietnam`, `ASEAN includes Laos` and `Sweden is a NATO member since 2024`.
pub fn find_list<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(Vec<Token>, &'t [Token])> {
    in_parentheses(line, tokens, plan)
        .or_else(|| behind_verb(line, tokens))
        .or_else(|| is_a_member(line, tokens))
}

fn in_parentheses<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(Vec<Token>, &'t [Token])> {
    let open = tokens.iter().position(|token| token.sign == Sign::Open).filter(|open| *open > 0)?;
    let length = tokens[open..].iter().position(|token| token.sign == Sign::Close)?;
    let inside = &tokens[open + 1..open + length];
    let names: Vec<&[Token]> = inside
        .split(|token| matches!(token.sign, Sign::Comma | Sign::And | Sign::Semicolon))
        .collect();
    let is_name = |tokens: &&[Token]| {
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        line.get(first.span.start..last.span.end)
            .is_some_and(|name| is_known(plan, name, plan.as_of_year()))
    };
    let rest = &tokens[open + length + 1..];
    let date = match rest {
        [comma, date @ ..] if comma.sign == Sign::Comma => date,
        date => date,
    };
    let is_date =
        date.is_empty() || read_when(line, date).is_some_and(|(_, count)| count == date.len());
    let is_list = names.len() > 1 && names.iter().filter(|name| is_name(name)).count() > 1;
    let is_one = !tokens[..open].iter().any(|token| matches!(token.sign, Sign::Comma | Sign::And));
    (is_list && is_date && is_one).then(|| ([&tokens[..open], date].concat(), inside))
}

fn behind_verb<'t>(line: &str, tokens: &'t [Token]) -> Option<(Vec<Token>, &'t [Token])> {
    (1..tokens.len()).find_map(|at| {
        let has_members = |tokens: &[Token]| {
            let is_it = |at: usize| says_one(line, tokens, at, &["member", "members"]);
            is_it(0) || is_it(tokens.len() - 1)
        };
        let verb =
            LIST_VERBS.iter().find(|verb| says(line, tokens, at, verb)).map(|verb| verb.len());
        let is_copula = || says_one(line, tokens, at, &["are", "is"]) && has_members(&tokens[..at]);
        let count = verb.or_else(|| is_copula().then_some(1))?;
        let members = tokens.get(at + count..).filter(|rest| !rest.is_empty())?;
        Some((tokens[..at].to_vec(), members))
    })
}

fn is_a_member<'t>(line: &str, tokens: &'t [Token]) -> Option<(Vec<Token>, &'t [Token])> {
    let copula =
        (1..tokens.len()).find(|at| says_one(line, tokens, *at, &["is", "are", "was", "were"]))?;
    let noun = (copula + 2..tokens.len())
        .find(|at| says_one(line, tokens, *at, &["member", "members"]))?;
    let article = usize::from(says_one(line, tokens, copula + 1, &["a", "an", "the"]));
    let (name, date) = (&tokens[copula + 1 + article..noun], &tokens[noun + 1..]);
    let is_date =
        date.is_empty() || read_when(line, date).is_some_and(|(_, count)| count == date.len());
    let is_word = name.iter().all(|token| matches!(token.sign, Sign::Word | Sign::Quoted));
    let is_name = name.first().is_some_and(|token| {
        line.get(token.span.clone()).is_some_and(|word| word.starts_with(char::is_uppercase))
    });
    (is_date && is_word && is_name).then(|| ([name, date].concat(), &tokens[..copula]))
}

/// Reads `Poland: member of NATO since 1999`, `Polen: EU-Mitglied seit 2004`; `None` where the line is in another form.
pub fn read_behind_colon(
    line: &str,
    names: &[Token],
    said: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<Vec<String>> {
    let (name, _) = split_when(line, said);
    let bare = without_members(line, name);
    if bare.is_empty() || bare == name || !are_known(line, names, plan) {
        return None;
    }
    is_organisation(line, &bare, plan).then(|| read_member_list(line, said, names, plan, remarks))
}

/// The organisation and the members of `EU = France, Germany` and `EU = {France, Germany}`.
pub fn behind_equals_sign<'t>(
    line: &str,
    tokens: &'t [Token],
    plan: &Plan<'_>,
) -> Option<(&'t [Token], &'t [Token])> {
    let is_equals = |token: &Token| {
        matches!(token.sign, Sign::Link(_)) && line.get(token.span.clone()) == Some("=")
    };
    let at = tokens.iter().position(|token| matches!(token.sign, Sign::Link(_)))?;
    let (organisation, members) = (tokens.get(..at)?, tokens.get(at + 1..)?);
    let members = match members {
        [open, inside @ .., close] if (open.sign, close.sign) == (Sign::Open, Sign::Close) => {
            inside
        }
        all => all,
    };
    let is_name = |token: &Token| !matches!(token.sign, Sign::Link(_) | Sign::Colon);
    let is_list = is_equals(&tokens[at]) && members.iter().all(is_name);
    (is_list && is_organisation(line, organisation, plan)).then_some((organisation, members))
}

/// Whether a text is the name of an organisation that is there or known, or looks like the short name of one,
/// perhaps with dates.
pub fn is_organisation(line: &str, tokens: &[Token], plan: &Plan<'_>) -> bool {
    let (name, _) = split_when(line, tokens);
    let (Some(first), Some(last)) = (name.first(), name.last()) else { return false };
    let Some(text) = line.get(first.span.start..last.span.end) else { return false };
    if text.starts_with(char::is_lowercase) {
        return false;
    }
    match meaning(plan, text, plan.as_of_year()) {
        Meaning::Known(known) => known.sort == Sort::Organisation,
        Meaning::There(id) => {
            plan.nation(id).is_some_and(|nation| nation.nation_type == NationType::Organisation)
        }
        Meaning::Ambiguous(_) => false,
        Meaning::Unknown => {
            plan.reads_mail && text.len() > 2 && text.chars().all(char::is_uppercase)
        }
    }
}

/// Where the verb of a line on members stands, how many words it has, and whether it says that they
/// left.
pub fn find_verb(line: &str, tokens: &[Token]) -> Option<(usize, usize, bool)> {
    (1..tokens.len()).find_map(|at| {
        let copula = COPULAS.iter().find(|copula| says(line, tokens, at, copula))?.len();
        let (verb, has_left) =
            VERBS.iter().find(|(verb, _)| says(line, tokens, at + copula, verb))?;
        // “in 1955” is a date, and what follows a verb is an organisation.
        let words = copula + verb.len();
        let rest = &tokens[at + words..];
        let is_verb = !rest.is_empty() && read_when(line, rest).is_none();
        // “signed AUKUS”, but not “signed nothing”.
        let article = usize::from(says(line, rest, 0, &["the"]));
        let is_name = !FOUNDING.contains(verb)
            || rest.get(article).is_some_and(|token| {
                line.get(token.span.clone())
                    .is_some_and(|word| word.starts_with(char::is_uppercase))
                    || token.sign == Sign::Quoted
            });
        (is_verb && is_name).then_some((at, words, *has_left))
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
    let Some((organisation, then)) = one(line, organisation, when, plan, remarks) else {
        return Vec::new();
    };
    let mut members = read_list(line, &tokens[..at], plan, then, remarks);
    share_dates(&mut members, when, remarks);
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
    let (name, mut when) = match read_when(line, head) {
        // “1949 NATO”
        Some((when, count)) if count < head.len() && !when.is_worded => (&head[count..], when),
        _ => split_when(line, head),
    };
    let name = &without_members(line, name);
    let Some((organisation, then)) = one(line, name, when, plan, remarks) else {
        return Vec::new();
    };
    let mut members = read_list(line, list, plan, then, remarks);
    // “since” behind the last of several is meant for all, a bare year for that one.
    let (last, others) = members.split_last_mut().map_or((None, &[][..]), |(l, o)| (Some(l), &*o));
    if let Some(last) = last
        && last.when.is_worded
        && last.when.since.is_some()
        && !line[last.span.end..].trim_start().starts_with(['(', '['])
        && !when.is_some()
        && !others.iter().any(|member| member.when.is_some())
    {
        when = std::mem::take(&mut last.when);
    }
    share_dates(&mut members, when, remarks);
    join(plan, organisation.id, &members, when, remarks)
}

/// A date behind names joined by *and* is that of all of them; with semicolons, that of the group; where
/// *and* joins the last name and no other has a date, that of the whole list. Behind a comma it is
/// that of its own name, which is remarked on.
fn share_dates(members: &mut [ListedNation], when: When, remarks: &mut Remarks) {
    let has_groups = members.iter().any(|member| member.joined_by == Some(Sign::Semicolon));
    let dated = members.iter().filter(|member| member.when.is_some()).count();
    let mut is_remarked = when.is_some();
    for last in 1..members.len() {
        let (when, joined_by) = (members[last].when, members[last].joined_by);
        if !when.is_some() || members[last - 1].when.is_some() {
            continue;
        }
        let is_whole = joined_by == Some(Sign::And) && dated == 1 && last + 1 == members.len();
        let mut at = last;
        while at > 0 && !members[at - 1].when.is_some() {
            let belongs = match members[at].joined_by {
                Some(Sign::Semicolon) => false,
                Some(Sign::And) => true,
                _ => has_groups || is_whole,
            };
            if !belongs {
                break;
            }
            at -= 1;
            members[at].when = when;
        }
        let is_partial = at > 0 && !has_groups && !members[at - 1].when.is_some();
        if is_partial && !is_remarked {
            is_remarked = true;
            let message = "This date isn't taken for the names before the comma. If it is theirs, too, write \
                           “+” instead of the comma.";
            remarks.hint(members[last].span.clone(), message);
        }
    }
}

/// The single organisation of a list, and the time for which its members are named.
fn one(
    line: &str,
    tokens: &[Token],
    when: When,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Option<(ListedNation, Then)> {
    let then = Then::of_members(when);
    let mut listed = read_list(line, tokens, plan, then, remarks);
    if listed.len() > 1 {
        let span = tokens.first()?.span.start..tokens.last()?.span.end;
        remarks.fault(span, "Here stands the name of one organisation. Put it in quotation marks.");
    }
    listed.truncate(1);
    let organisation = listed.pop()?;
    let then = then.unless(|| is_over(plan, organisation.id));
    Some((organisation, then))
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
        joined.push((member.id, member.when));
    }
    let names: Vec<String> = joined
        .iter()
        .map(|(id, own)| plan.name(*id).to_owned() + &summary::dates(own.since, own.until))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let names = summary::list(&names);
    let dates = summary::dates(when.since, when.until);
    let organisation = plan.name(organisation);
    if joined.is_empty() { Vec::new() } else { vec![format!("{names} in {organisation}{dates}")] }
}
