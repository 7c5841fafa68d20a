//! Records of the file as records of the model: kinds, sources and nations.

use super::attributes::attributes;
use super::keys::Keys;
use super::record::{Path, Record, as_number, describe};
use super::report::Report;
use super::tree::{Node, Value, shorten};
use crate::model::{Color, Heading, Kind, Membership, Nation, NationId, Point, Sign, Source};

/// The colour of a kind that says none.
const GREY: Color = Color::new(0x6B, 0x72, 0x80);
const USUAL_WIDTH: f32 = 1.5;

/// What stands above the lists of the map; the record then holds what nobody asked for.
pub(super) fn heading(record: &mut Record<'_>, report: &mut Report) -> Heading {
    Heading {
        title: record.text("title", report),
        subtitle: record.text("subtitle", report),
        as_of: record.date("as_of", report),
        notes: record.text("notes", report),
        extra: Default::default(),
    }
}

/// A kind of tie.
pub(super) fn kind(key: String, mut record: Record<'_>, report: &mut Report) -> Kind {
    let usable = |width: f32| (0.5..=6.0).contains(&width);
    Kind {
        name: name(&key, "name", &mut record, report),
        sign: record.word("sign", report).unwrap_or_default(),
        color: record.color("color", report).unwrap_or(GREY),
        dash: record.word("dash", report).unwrap_or_default(),
        width: record
            .number("width", "a number from 0.5 to 6", usable, report)
            .unwrap_or(USUAL_WIDTH),
        directed: record.flag("directed", report),
        extra: record.rest(report),
        key,
    }
}

/// A kind that only its id is known of.
pub(super) fn plain_kind(key: String) -> Kind {
    Kind {
        name: key.clone(),
        key,
        sign: Sign::Neutral,
        color: GREY,
        dash: Default::default(),
        width: USUAL_WIDTH,
        directed: false,
        extra: Default::default(),
    }
}

/// A source.
pub(super) fn source(key: String, mut record: Record<'_>, report: &mut Report) -> Source {
    Source {
        title: name(&key, "title", &mut record, report),
        url: record.text("url", report),
        date: record.date("date", report),
        notes: record.text("notes", report),
        extra: record.rest(report),
        key,
    }
}

/// A nation, all ids of nations being known.
pub(super) fn nation(
    key: String,
    mut record: Record<'_>,
    keys: &Keys,
    report: &mut Report,
) -> Nation {
    let position = position(&mut record, report);
    Nation {
        name: name(&key, "name", &mut record, report),
        nation_type: record.word("type", report).unwrap_or_default(),
        code: Some(record.text("code", report)).filter(|code| !code.is_empty()),
        memberships: memberships(&key, &mut record, keys, report),
        drawn_as: record.word("drawn_as", report).unwrap_or_default(),
        color: record.color("color", report),
        tags: record.texts("tags", report),
        attributes: attributes(&mut record, report),
        notes: record.text("notes", report),
        pinned: pinned(position, &mut record, report),
        position,
        extra: record.rest(report),
        key,
    }
}

/// The name of a record; one that says none goes by its id.
fn name(key: &str, field: &str, record: &mut Record<'_>, report: &mut Report) -> String {
    // An empty one is what somebody has made it, and comes back as such.
    if let Some((_, text)) = record.text_at(field, report) {
        return text;
    }
    report.warn(
        record.at,
        record.path.whole(),
        format!("has a record without a “{field}”"),
        format!("Its id was taken for it, “{}”.", shorten(key)),
        format!("Give it a {field}."),
    );
    key.to_owned()
}

fn position(record: &mut Record<'_>, report: &mut Report) -> Option<Point> {
    let node = record.take("position")?;
    let expected = "a position “[x, y]”, two numbers from -1000000 to 1000000,";
    record.expect(node, "position", expected, report, |value| {
        let Value::List(numbers) = &value else { return Err(value) };
        let [x, y] = numbers.as_slice() else { return Err(value) };
        match (as_number(&x.value), as_number(&y.value)) {
            (Some(x), Some(y)) if Point::new(x, y).is_usable() => Ok(Point::new(x, y)),
            _ => Err(value),
        }
    })
}

fn pinned(position: Option<Point>, record: &mut Record<'_>, report: &mut Report) -> bool {
    let at = record.peek_at("pinned");
    let pinned = record.flag("pinned", report);
    if pinned && position.is_none() {
        report.lose(
            at,
            record.path.field("pinned"),
            "pins a nation that has no position".to_owned(),
            "The pin was left out.",
            "Give the nation a position, or open the map and pin it where it lies.",
        );
    }
    pinned && position.is_some()
}

fn memberships(
    key: &str,
    record: &mut Record<'_>,
    keys: &Keys,
    report: &mut Report,
) -> Vec<Membership> {
    let path = record.path;
    let nodes = record.list("memberships", report);
    let part = |(index, node)| membership(key, node, path.part("memberships", index), keys, report);
    nodes.into_iter().enumerate().filter_map(part).collect()
}

fn membership(
    key: &str,
    node: Node<'_>,
    path: Path,
    keys: &Keys,
    report: &mut Report,
) -> Option<Membership> {
    let mut record = Record::open(node, path, report)?;
    let outcome = "The membership was left out.";
    let Some(node) = record.take("organisation") else {
        let message = "has a membership without an “organisation”".to_owned();
        let remedy = "Name the nation of the file that it is a membership in.";
        report.lose(record.at, path.whole(), message, outcome, remedy);
        return None;
    };
    let field = path.field("organisation");
    let Value::Text(organisation) = &node.value else {
        let message = format!("has {} where a nation's id is expected", describe(&node.value));
        let remedy = "Write the id of a nation, such as \"EU\".";
        report.lose(node.at, field, message, outcome, remedy);
        return None;
    };
    let Some(index) = keys.get(organisation).filter(|_| organisation != key) else {
        let short = shorten(organisation);
        let (message, remedy) = if organisation == key {
            (format!("makes “{short}” a member of itself"), "Name another nation.".to_owned())
        } else {
            let message = format!("names an organisation that isn't in the file, “{short}”");
            let otherwise = "Add it to the nations of the file.";
            (message, report.suggestion(organisation, keys.names(), otherwise))
        };
        report.lose(node.at, field, message, outcome, remedy);
        return None;
    };
    Some(Membership {
        organisation: NationId(index + 1),
        since: record.date("since", report),
        until: record.date("until", report),
        extra: record.rest(report),
    })
}
