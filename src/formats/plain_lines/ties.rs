//! Lines on ties: `Japan – New Zealand: pact, 2024 “intelligence sharing”`, `USA -> (USSR – Cuba):
//! concern 1962`, `A – B – C: allied`.

use std::ops::Range;

use super::details::Details;
use super::links::links;
use super::names::{ListedNation, name_what_is_no_more, read_list, remark_on_dates};
use super::plan::Plan;
use super::remark::Remarks;
use super::split_details::split_details;
use super::then::Then;
use super::token::{Link, Sign, Token};
use super::vocabulary::{kind_called, kind_named};
use super::{Reading, doubts, offered_kinds, summary};
use crate::model::{Direction, End, Evidence, Kind, KindId, Sign as KindSign, Tie};

/// The most ties that one line adds: every nation of one side with every one of the other.
const MOST_TIES_OF_A_LINE: usize = 1_000;
/// What the kind of a tie is called in a mail that says no more than that there is one.
const BARE_TIE: &str = "tie";
/// How deep ties onto ties may be written in one line.
const MOST_DEPTH: usize = 8;

/// One side of a tie.
enum Side {
    Nations(Vec<ListedNation>),
    Tie(End),
}

/// Reads ends with links between them, and what is said of the ties.
pub fn read_chain(
    reading: &Reading<'_>,
    ends: &[Token],
    said: Option<&[Token]>,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let (kept, details) = split_details(reading.line, ends, said, plan, remarks);
    if plan.reads_mail && details.when.is_some() {
        doubts::remark_on_shared_date(reading.line, &kept, ends, remarks);
    }
    read_ends(reading, &kept, &details, plan, remarks)
}

/// Reads ends with links between them.
pub fn read_ends(
    reading: &Reading<'_>,
    ends: &[Token],
    details: &Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let before = plan.tie_count();
    chain(reading, ends, details, plan, remarks, 0);
    let added = summaries(plan, before, remarks);
    let shown: Vec<&str> = added.iter().map(String::as_str).collect();
    match shown.len() {
        0..=3 => added,
        count => vec![format!("{count} ties: {}; …", shown[..2].join("; "))],
    }
}

/// The new ties but the first so many, in words; of a file, where nobody reads them, how many they are.
fn summaries(plan: &Plan<'_>, before: usize, remarks: &Remarks) -> Vec<String> {
    match plan.tie_count().saturating_sub(before) {
        0 if plan.reads_mail && !remarks.has_fault() => vec!["ties said before".to_owned()],
        0 => Vec::new(),
        count if plan.reads_mail => vec![format!("{count} ties")],
        _ => plan.new_ties(before).map(|tie| summary::tie(plan, tie)).collect(),
    }
}

/// Every pair of a list of nations.
pub fn read_pairs(
    reading: &Reading<'_>,
    names: &[Token],
    details: &Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) -> Vec<String> {
    let then = then(reading, names, details, plan);
    let nations = read_list(reading.line, names, plan, then, remarks);
    remark_on_dates(&nations, remarks);
    let span = names.first().map_or(0..0, |token| token.span.clone());
    let count = nations.len() * nations.len().saturating_sub(1) / 2;
    if nations.len() < 2 && remarks.has_fault() {
        return Vec::new();
    }
    if nations.len() == 1 {
        remarks.fault(span, "A tie has two ends. Write the other one: “A – B: …”.");
        return Vec::new();
    }
    if !is_within_limits(count, span, plan, remarks) {
        return Vec::new();
    }
    let before = plan.tie_count();
    for (index, from) in nations.iter().enumerate() {
        for to in &nations[index + 1..] {
            add_between(reading, [from, to], Link::Dash, details, plan, remarks);
        }
    }
    let added = summaries(plan, before, remarks);
    let shown: Vec<&str> = added.iter().map(String::as_str).collect();
    if added.len() > 3 {
        return vec![format!("{} ties, each with each: {}; …", added.len(), shown[..2].join("; "))];
    }
    added
}

/// The time of ties with these ends.
fn then(reading: &Reading<'_>, ends: &[Token], details: &Details, plan: &Plan<'_>) -> Then {
    let then = Then::of_tie(details);
    then.unless(|| name_what_is_no_more(reading.line, ends, plan))
}

/// Whether so many more ties may be added; says so if not.
fn is_within_limits(
    count: usize,
    span: Range<usize>,
    plan: &Plan<'_>,
    remarks: &mut Remarks,
) -> bool {
    let is_within = count <= MOST_TIES_OF_A_LINE && plan.tie_count() + count <= plan.most_ties;
    if !is_within {
        let message = format!(
            "This line would add {count} ties. One line adds up to {MOST_TIES_OF_A_LINE}, and all lines \
             up to {}. Write it as several lines, or the nations as members of an organisation.",
            plan.most_ties
        );
        remarks.fault(span, message);
    }
    is_within
}

/// Adds the ties of a chain; returns what the last one ends at, and the tie itself.
fn chain(
    reading: &Reading<'_>,
    tokens: &[Token],
    details: &Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
    depth: usize,
) {
    let links = links(reading.line, tokens);
    let then = then(reading, tokens, details, plan);
    let mut start = 0;
    let mut sides = Vec::new();
    for at in links.iter().map(|(at, _)| *at).chain([tokens.len()]) {
        let side = &tokens[start.min(at)..at];
        sides.push(read_side(reading, side, then, plan, remarks, depth));
        if side.is_empty() {
            let near = tokens.get(at).or(tokens.last()).map_or(0..0, |token| token.span.clone());
            remarks.fault(
                near,
                "A name is missing beside this sign. Write one, or take the sign out.",
            );
        }
        start = at + 1;
    }
    let product: usize = sides.windows(2).map(|pair| pair[0].len() * pair[1].len()).sum();
    let span = tokens.first().map_or(0..0, |token| token.span.clone());
    if !is_within_limits(product, span, plan, remarks) {
        return;
    }
    for (pair, (at, link)) in sides.windows(2).zip(&links) {
        let are_nations = pair.iter().all(|side| matches!(side, Side::Nations(_)));
        let (from, to, link) = match link {
            Link::Left => (&pair[1], &pair[0], Link::Right),
            // “Kuwait – Iraq: invaded by” runs from the one named last, as its words say.
            other if details.is_done_to && are_nations => (&pair[1], &pair[0], *other),
            other => (&pair[0], &pair[1], *other),
        };
        match (from, to) {
            (Side::Nations(from), Side::Nations(to)) => {
                for (from, to) in from.iter().flat_map(|from| to.iter().map(move |to| (from, to))) {
                    add_between(reading, [from, to], link, details, plan, remarks);
                }
            }
            (Side::Nations(from), Side::Tie(to)) => {
                from.iter().for_each(|from| add(reading, from, *to, link, details, plan, remarks));
            }
            // A dash has no direction.
            (Side::Tie(to), Side::Nations(from)) if link == Link::Dash => {
                from.iter().for_each(|from| add(reading, from, *to, link, details, plan, remarks));
            }
            (Side::Tie(_), _) => remarks.fault(
                tokens[*at].span.clone(),
                "A tie starts at a nation. Write the nation first, as in “A -> (B – C)”.",
            ),
        }
    }
}

impl Side {
    fn len(&self) -> usize {
        match self {
            Self::Nations(nations) => nations.len(),
            Self::Tie(_) => 1,
        }
    }
}

fn read_side(
    reading: &Reading<'_>,
    tokens: &[Token],
    then: Then,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
    depth: usize,
) -> Side {
    if let [open, inside @ .., close] = tokens
        && (open.sign, close.sign) == (Sign::Open, Sign::Close)
        && !links(reading.line, inside).is_empty()
    {
        let span = open.span.start..close.span.end;
        if depth == MOST_DEPTH {
            remarks
                .fault(span, "Ties lie too deep in one another here. Write them in several lines.");
            return Side::Nations(Vec::new());
        }
        // What the line says of its ties, it says of the outer one.
        let reading = Reading { sources: &[], ..*reading };
        let end = inner_tie(&reading, inside, plan, remarks, depth + 1);
        return end.map_or_else(|| Side::Nations(Vec::new()), Side::Tie);
    }
    let nations = read_list(reading.line, tokens, plan, then, remarks);
    remark_on_dates(&nations, remarks);
    if plan.reads_mail {
        doubts::remark_on_names_of_ties(reading.line, &nations, plan, remarks);
    }
    Side::Nations(nations)
}

/// The tie in parentheses: the one that is there, else a new one.
fn inner_tie(
    reading: &Reading<'_>,
    tokens: &[Token],
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
    depth: usize,
) -> Option<End> {
    let span = tokens.first()?.span.start..tokens.last()?.span.end;
    let colon = tokens.iter().position(|token| token.sign == Sign::Colon);
    let said = colon.map(|at| &tokens[at + 1..]);
    let ends = &tokens[..colon.unwrap_or(tokens.len())];
    let (ends, details) = split_details(reading.line, ends, said, plan, remarks);
    let links = links(reading.line, &ends);
    let [(at, _)] = links[..] else {
        remarks
            .fault(span, "In parentheses stands one tie, as in “(B – C)”. Write each by itself.");
        return None;
    };
    let then = then(reading, &ends, &details, plan);
    let from = read_side(reading, &ends[..at], then, plan, remarks, depth);
    let to = read_side(reading, &ends[at + 1..], then, plan, remarks, depth);
    if let (Side::Nations(from), Side::Nations(to)) = (&from, &to)
        && let ([from], [to]) = (&from[..], &to[..])
    {
        let there = plan.ties_between(from.id, to.id);
        let fits = |kind: KindId| details.kind.is_none_or(|wanted| wanted == kind);
        let fitting: Vec<_> = there.iter().filter(|(_, tie)| fits(tie.kind)).collect();
        match fitting[..] {
            [(id, _)] => return Some(End::Tie(*id)),
            [_, _, ..] => {
                let kind = |tie: &Tie| plan.kind(tie.kind).map_or("", |k| &*k.name).to_lowercase();
                let kinds: Vec<String> = fitting.iter().map(|(_, tie)| kind(tie)).collect();
                let message = format!(
                    "There are {} ties between these: {}. Write which, as in “({}: {})”.",
                    kinds.len(),
                    kinds.join(", "),
                    &reading.line[span.clone()],
                    kinds[0]
                );
                remarks.fault(span, message);
                return None;
            }
            [] => {}
        }
    }
    let before = plan.tie_count();
    chain(reading, &ends, &details, plan, remarks, depth);
    if plan.tie_count() == before + 1 {
        return plan.last_tie().map(End::Tie);
    }
    if !remarks.has_fault() {
        remarks.fault(
            span,
            "In parentheses stands one tie between two nations. Write each by itself.",
        );
    }
    None
}

/// Adds a tie of two nations. Two names for one of them aren't meant so: where “Guinea” may mean several, it
/// is taken for the one that is there.
fn add_between(
    reading: &Reading<'_>,
    [from, to]: [&ListedNation; 2],
    link: Link,
    details: &Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) {
    let text = |nation: &ListedNation| reading.line.get(nation.span.clone()).unwrap_or_default();
    let [first, second] = [from, to].map(text);
    if from.id == to.id && !first.eq_ignore_ascii_case(second) {
        let message = format!(
            "“{first}” and “{second}” are taken for one nation. Write the full name of the other."
        );
        remarks.fault(to.span.clone(), message);
        return;
    }
    add(reading, from, End::Nation(to.id), link, details, plan, remarks);
}

fn add(
    reading: &Reading<'_>,
    from: &ListedNation,
    to: End,
    link: Link,
    details: &Details,
    plan: &mut Plan<'_>,
    remarks: &mut Remarks,
) {
    let onto_tie = matches!(to, End::Tie(_));
    let Some(kind) = details.kind.or_else(|| usual_kind(reading, to, link, plan)) else {
        let message = "This map has no kind of tie yet. Write one, as in “A – B: new kind: pact”.";
        remarks.fault(from.span.clone(), message);
        return;
    };
    let is_hostile = |kind: &Kind| kind.sign == KindSign::Hostile;
    if link == Link::Against && details.kind.is_none() && !plan.kind(kind).is_some_and(is_hostile) {
        let message = "“vs” and “against” don't say which tie it is. Write the kind behind a colon, as in “A vs \
                       B: concern”.";
        remarks.fault(from.span.clone(), message);
        return;
    }
    let mut tie =
        Tie::new(String::new(), from.id, to, kind, direction(plan, kind, link, onto_tie, details));
    tie.status = details.status;
    tie.since = details.when.since;
    tie.until = details.when.until;
    tie.label.clone_from(&details.label);
    let confidence = details.confidence;
    let note = if reading.is_sentence { reading.written.trim() } else { "" };
    let evidence =
        |source| Evidence { source, confidence, note: note.to_owned(), ..Evidence::default() };
    tie.evidence = reading.sources.iter().map(|id| evidence(Some(*id))).collect();
    if tie.evidence.is_empty() && (confidence.is_some() || !note.is_empty()) {
        tie.evidence.push(evidence(None));
    }
    if plan.reads_mail && plan.is_said(&tie) {
        let names = summary::tie(plan, &tie);
        remarks.hint(from.span.clone(), format!("{names} is said before, and is one tie."));
        return;
    }
    // “France: UK” and “UK: France” are how a list of neighbours says that there is one.
    let turned = match (tie.direction, tie.to) {
        (Direction::Mutual, End::Nation(to)) if details.kind.is_none() && plan.reads_mail => {
            Some(Tie { from: to, to: End::Nation(tie.from), ..tie.clone() })
        }
        _ => None,
    };
    if turned.is_some_and(|turned| plan.is_said(&turned)) {
        return;
    }
    if plan.has_tie(&tie) {
        let names = summary::tie(plan, &tie);
        remarks.hint(from.span.clone(), format!("{names} is there already; this adds another."));
    }
    plan.add_tie(tie);
}

/// The kind of a tie for which none is said. A mail doesn't mean by it the one used last, or the map's first.
fn usual_kind(reading: &Reading<'_>, to: End, link: Link, plan: &mut Plan<'_>) -> Option<KindId> {
    let usual = reading.usual_kinds.kind_for(plan.map, to);
    match (to, link) {
        _ if !plan.reads_mail => usual,
        (End::Tie(_), _) => usual,
        (_, Link::Against) => kind_named(plan, "rivalry"),
        _ => plan.kind_of_section.or_else(|| kind_called(plan, BARE_TIE)).or_else(|| {
            Some(plan.add_kind(offered_kinds::new(BARE_TIE, KindSign::Neutral, false)))
        }),
    }
}

fn direction(
    plan: &Plan<'_>,
    kind: KindId,
    link: Link,
    onto_tie: bool,
    details: &Details,
) -> Direction {
    let is_directed = match link {
        Link::Right | Link::Left => true,
        Link::Both => false,
        Link::Dash | Link::Against if details.is_done_to => true,
        Link::Dash | Link::Against => onto_tie || plan.kind(kind).is_some_and(|kind| kind.directed),
    };
    let usual = if is_directed { Direction::Directed } else { Direction::Mutual };
    details.direction.unwrap_or(usual)
}
