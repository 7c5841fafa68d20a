//! Brings two records that are the same together, field by field.

use super::difference::{Difference, Fields, Preference};
use super::same_records::{agree, is_bare_id};
use crate::model::{
    Color, DrawnAs, Evidence, Heading, Kind, Map, Membership, Nation, NationType, Source, Tie,
};
use crate::names::{caseless, fold};

pub(super) fn heading(
    preference: Preference,
    ours: &mut Heading,
    theirs: &Heading,
) -> Vec<Difference> {
    let mut fields = Fields::preferring(preference);
    fields.text("title", &mut ours.title, &theirs.title);
    fields.text("subtitle", &mut ours.subtitle, &theirs.subtitle);
    fields.date("date", &mut ours.as_of, &theirs.as_of);
    fields.text("notes", &mut ours.notes, &theirs.notes);
    fields.extra(&mut ours.extra, &theirs.extra);
    fields.differences
}

pub(super) fn kind(preference: Preference, ours: &mut Kind, theirs: &Kind) -> Vec<Difference> {
    let mut fields = Fields::preferring(preference);
    fields.text("name", &mut ours.name, &theirs.name);
    fields.choice("sign", (&mut ours.sign, &theirs.sign), |sign| sign.name().to_owned());
    fields.choice("colour", (&mut ours.color, &theirs.color), Color::to_string);
    fields.choice("dashes", (&mut ours.dash, &theirs.dash), |dash| dash.name().to_owned());
    fields.choice("width", (&mut ours.width, &theirs.width), f32::to_string);
    let arrow = |directed: &bool| if *directed { "directed" } else { "mutual" }.to_owned();
    fields.choice("direction", (&mut ours.directed, &theirs.directed), arrow);
    fields.extra(&mut ours.extra, &theirs.extra);
    fields.differences
}

pub(super) fn source(
    preference: Preference,
    ours: &mut Source,
    theirs: &Source,
) -> Vec<Difference> {
    let mut fields = Fields::preferring(preference);
    fields.text("title", &mut ours.title, &theirs.title);
    fields.text("address", &mut ours.url, &theirs.url);
    fields.date("date", &mut ours.date, &theirs.date);
    fields.text("notes", &mut ours.notes, &theirs.notes);
    fields.extra(&mut ours.extra, &theirs.extra);
    fields.differences
}

/// Brings two nations together. `other` names the organisations of the other map, and `memberships` are
/// those of the other nation with the ids of this map.
pub(super) fn nation(
    preference: Preference,
    ours: &mut Nation,
    theirs: &Nation,
    other: &Map,
    memberships: Vec<Membership>,
) -> Vec<Difference> {
    let mut fields = Fields::preferring(preference);
    if !is_bare_id(theirs) || caseless(&fold(&ours.name)) == caseless(&fold(&theirs.name)) {
        // An id says nothing beside a name.
        let nothing = if is_bare_id(ours) { ours.name.clone() } else { String::new() };
        fields.value("name", (&mut ours.name, &theirs.name), &nothing, String::clone);
    }
    let is_a = |is: &NationType| is.name().to_owned();
    let types = (&mut ours.nation_type, &theirs.nation_type);
    fields.value("type", types, &NationType::State, is_a);
    fields.option("code", &mut ours.code, &theirs.code, String::clone);
    let drawn_as = (&mut ours.drawn_as, &theirs.drawn_as);
    fields.value("drawn as", drawn_as, &DrawnAs::Hub, |drawn| drawn.name().to_owned());
    fields.option("picture", &mut ours.picture, &theirs.picture, |_| "a picture".to_owned());
    fields.option("colour", &mut ours.color, &theirs.color, Color::to_string);
    fields.list("tag", &mut ours.tags, theirs.tags.iter().cloned(), String::clone);
    fields.attributes(&mut ours.attributes, &theirs.attributes);
    fields.text("notes", &mut ours.notes, &theirs.notes);
    let names = theirs.memberships.iter().map(|m| {
        let organisation = other.nations().get(m.organisation);
        organisation.map_or_else(String::new, |organisation| organisation.name.clone())
    });
    let own_count = ours.memberships.len();
    for (name, membership) in names.zip(memberships) {
        join(&mut fields, &name, &mut ours.memberships, own_count, membership);
    }
    fields.extra(&mut ours.extra, &theirs.extra);
    fields.differences
}

/// Brings a membership together with the first of this map's that it may be, or adds it.
fn join(
    fields: &mut Fields,
    name: &str,
    ours: &mut Vec<Membership>,
    own_count: usize,
    theirs: Membership,
) {
    let own = ours.get_mut(..own_count).unwrap_or_default();
    let is_same = |own: &Membership| {
        let is_in = own.organisation == theirs.organisation;
        (is_in, is_in && own.since == theirs.since && own.until == theirs.until)
    };
    let exact = own.iter().position(|own| is_same(own).1);
    let near = || {
        own.iter().position(|own| {
            is_same(own).0 && agree(own.since, theirs.since) && agree(own.until, theirs.until)
        })
    };
    match exact.or_else(near).and_then(|at| own.get_mut(at)) {
        Some(own) => {
            fields.date(&format!("member of {name} since"), &mut own.since, &theirs.since);
            fields.date(&format!("member of {name} until"), &mut own.until, &theirs.until);
            fields.extra(&mut own.extra, &theirs.extra);
        }
        None => {
            let mut dates = String::new();
            let words = [("since", theirs.since), ("until", theirs.until)];
            for (word, date) in words.into_iter().filter_map(|(word, date)| Some((word, date?))) {
                dates.push_str(&format!(" {word} {date}"));
            }
            fields.note("member of", String::new(), format!("{name}{dates}"), true);
            ours.push(theirs);
        }
    }
}

/// Brings two ties together; the other one has the ids of this map. Where texts and bends lie stays.
pub(super) fn tie(preference: Preference, ours: &mut Tie, theirs: &Tie) -> Vec<Difference> {
    let mut fields = Fields::preferring(preference);
    fields.option("status", &mut ours.status, &theirs.status, |status| status.name().to_owned());
    fields.date("since", &mut ours.since, &theirs.since);
    fields.date("until", &mut ours.until, &theirs.until);
    fields.text("label", &mut ours.label, &theirs.label);
    fields.value("weight", (&mut ours.weight, &theirs.weight), &1.0, f32::to_string);
    fields.attributes(&mut ours.attributes, &theirs.attributes);
    fields.text("notes", &mut ours.notes, &theirs.notes);
    let shown = |evidence: &Evidence| match (&*evidence.note, evidence.date) {
        ("", Some(date)) => date.to_string(),
        ("", None) => "a source".to_owned(),
        (note, _) => note.to_owned(),
    };
    fields.list("evidence", &mut ours.evidence, theirs.evidence.iter().cloned(), shown);
    fields.extra(&mut ours.extra, &theirs.extra);
    fields.differences
}
