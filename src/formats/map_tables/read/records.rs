//! Kinds, sources, text notes, and the map itself.

use super::rows::{Row, Rows};
use super::{Parts, values};
use crate::formats::limits::{MAX_KINDS, MAX_SOURCES, MAX_TEXT_NOTES};
use crate::formats::map_tables::references::Finder;
use crate::formats::problems::Remarks;
use crate::formats::vocabulary::{capitalised, direction, kind_words, sign, unused_look};
use crate::model::{Dash, Direction, Extra, Kind, Point, Source, TextNote};

impl Parts {
    pub(super) fn read_kinds(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            if !has_room(self.kinds.len(), MAX_KINDS, row, "id", &mut self.remarks) {
                break;
            }
            let name = row.text("name");
            let id = free_id(row, row.text("id"), name, &mut self.kind_names, &mut self.remarks);
            let remarks = &mut self.remarks;
            let topic = "isn't friendly, neutral or hostile";
            let sign = values::word(row, "sign", remarks, topic, sign).unwrap_or_default();
            let color = values::color(row, "colour", remarks).unwrap_or_default();
            let topic = "isn't solid, dashed, dotted, dash-dot, crossed or double";
            let dash = |text: &str| Dash::ALL.into_iter().find(|dash| dash.name() == text);
            let dash = values::word(row, "dashes", remarks, topic, dash).unwrap_or_default();
            let topic = "isn't a width of 0.5 to 6";
            let is_width = |width| (0.5..=6.0).contains(&width);
            let width = values::number(row, "width", remarks, topic, is_width).unwrap_or(1.5);
            let directed = values::word(row, "direction", remarks, DIRECTION, direction);
            let directed = directed == Some(Direction::Directed);
            let (name, extra) = (name.to_owned(), Extra::new());
            self.kind_names.add(&id, &name, self.kinds.len() as u32 + 1);
            self.kinds.push(Kind { key: id, name, sign, color, dash, width, directed, extra });
        }
    }

    /// The number of the kind that a tie names; it is added if it isn't there.
    pub(super) fn kind(&mut self, row: Row<'_>) -> Option<u32> {
        let text = row.text("kind").trim();
        let text = if text.is_empty() { "Allied" } else { text };
        if let Some(number) = self.kind_names.find(text) {
            return Some(number);
        }
        if !has_room(self.kinds.len(), MAX_KINDS, row, "kind", &mut self.remarks) {
            return None;
        }
        let has_sign =
            |kind: &Kind| sign(row.text("sign").trim()).is_none_or(|said| said == kind.sign);
        let is_it = |kind: &Kind| (kind.name == text || kind.key == text) && has_sign(kind);
        let standard = Kind::standard().into_iter().find(is_it);
        let kind = standard.unwrap_or_else(|| {
            let words = kind_words(text);
            let said = sign(row.text("sign").trim());
            let sign = said.or(words.map(|words| words.sign)).unwrap_or_default();
            let (color, dash) = unused_look(sign, || self.kinds.iter());
            let directed = words.is_some_and(|words| words.directed);
            let name = capitalised(text);
            let (width, extra) = (1.5, Extra::new());
            Kind { key: text.to_owned(), name, sign, color, dash, width, directed, extra }
        });
        let number = self.kinds.len() as u32 + 1;
        self.kind_names.add(&kind.key, &kind.name, number);
        self.kind_names.add(text, text, number);
        self.kinds.push(kind);
        Some(number)
    }

    pub(super) fn read_sources(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            if !has_room(self.sources.len(), MAX_SOURCES, row, "id", &mut self.remarks) {
                break;
            }
            let title = row.text("title");
            let key =
                free_id(row, row.text("id"), title, &mut self.source_names, &mut self.remarks);
            self.source_names.add(&key, title, self.sources.len() as u32 + 1);
            let date = values::date(row, "date", &mut self.remarks);
            let [title, url, notes] = ["title", "address", "notes"].map(|c| row.text(c).to_owned());
            self.sources.push(Source { key, title, url, date, notes, extra: Extra::new() });
        }
    }

    pub(super) fn read_notes(&mut self, rows: &Rows<'_>) {
        let mut ids = Finder::default();
        for row in rows.iter() {
            if !has_room(self.notes.len(), MAX_TEXT_NOTES, row, "id", &mut self.remarks) {
                break;
            }
            let remarks = &mut self.remarks;
            let key = free_id(row, row.text("id"), "note", &mut ids, remarks);
            ids.add(&key, &key, 0);
            let mut at = |column| {
                let is_place = |at: f32| at.abs() <= Point::LIMIT;
                values::number(row, column, remarks, PLACE, is_place).unwrap_or_default()
            };
            let position = Point::new(at("x"), at("y"));
            let topic = "isn't a width of 40 to 2000";
            let is_width = |width| TextNote::WIDTHS.contains(&width);
            let width = values::number(row, "width", remarks, topic, is_width);
            let topic = "isn't a size of 6 to 96";
            let size =
                values::number(row, "size", remarks, topic, |size| TextNote::SIZES.contains(&size));
            let note = TextNote::new(row.text("text").to_owned(), position);
            let (width, size) = (width.unwrap_or(note.width), size.unwrap_or(note.size));
            self.notes.push(TextNote { key, width, size, ..note });
        }
    }

    pub(super) fn read_heading(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            let value = row.text("value").to_owned();
            match row.text("field") {
                "title" => self.heading.title = value,
                "subtitle" => self.heading.subtitle = value,
                "notes" => self.heading.notes = value,
                "date" => self.heading.as_of = values::date(row, "value", &mut self.remarks),
                other => self.remarks.lose(
                    row.spot("field"),
                    other,
                    "isn't title, subtitle, date or notes",
                    "It was left out.",
                    "",
                ),
            }
        }
    }
}

pub(super) const DIRECTION: &str = "isn't mutual or directed";
pub(super) const PLACE: &str = "isn't a number from -1000000 to 1000000";

/// Whether there is room for one more record; else the rest of the sheet is left out.
pub(super) fn has_room(
    count: usize,
    most: usize,
    row: Row<'_>,
    column: &str,
    remarks: &mut Remarks,
) -> bool {
    if count >= most {
        let topic = format!("is beyond the {most} such records of a map");
        remarks.lose(row.spot(column), "", &topic, "It and all below were left out.", "");
    }
    count < most
}

/// The id that a record gets: the one that is wanted, else one like its name, with a number where it is
/// taken.
pub(super) fn free_id(
    row: Row<'_>,
    wanted: &str,
    name: &str,
    taken: &mut Finder,
    remarks: &mut Remarks,
) -> String {
    let text = [wanted, name, "record"].into_iter().find(|text| !text.is_empty());
    let id = taken.free_id(text.unwrap_or_default());
    if !wanted.is_empty() && id != wanted {
        let outcome = "It got another id; references mean the first.";
        remarks.warn(row.spot("id"), wanted, "is the id of another record", outcome, "");
    }
    id
}
