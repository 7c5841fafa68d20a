//! Nations and their memberships.

use super::records::{PLACE, free_id, has_room};
use super::rows::{Row, Rows};
use super::{Parts, values};
use crate::edit::named;
use crate::formats::limits::MAX_NATIONS;
use crate::formats::map_tables::attribute_cells;
use crate::formats::map_tables::columns::attribute_name;
use crate::formats::problems::Remarks;
use crate::formats::tag_list::tags_in;
use crate::model::by_hand::is_offset;
use crate::model::{Attributes, DrawnAs, Extra, Membership, Nation, NationId, NationType, Point};

impl Parts {
    pub(super) fn read_nations(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            if !has_room(self.nations.len(), MAX_NATIONS, row, "id", &mut self.remarks) {
                break;
            }
            let name = row.text("name");
            let key = free_id(row, row.text("id"), name, &mut self.nation_names, &mut self.remarks);
            let name = if name.is_empty() && row.text("id").is_empty() { &key } else { name };
            self.nation_names.add(&key, name, self.nations.len() as u32 + 1);
            let name = name.to_owned();
            let nation = read_nation(row, rows, &mut self.remarks);
            self.nations.push(Nation { key, name, ..nation });
        }
    }

    /// The number of the nation that a row names; it is added if it isn't there.
    pub(super) fn nation(&mut self, row: Row<'_>, column: &str) -> Option<u32> {
        let text = row.text(column);
        if text.is_empty() {
            let outcome = "The row was left out.";
            self.remarks.lose(row.spot(column), "", "names no nation", outcome, "Write its name.");
            return None;
        }
        if let Some(number) = self.nation_names.find(text) {
            return Some(number);
        }
        if !has_room(self.nations.len(), MAX_NATIONS, row, column, &mut self.remarks) {
            return None;
        }
        if self.knows_nations {
            self.remarks.warn(
                row.spot(column),
                text,
                "names a nation that isn't in the sheet of nations",
                "The nation was added.",
                "Check whether it is spelt as it is there.",
            );
        }
        let number = self.nations.len() as u32 + 1;
        self.nation_names.add(text, text, number);
        let nation = Nation { key: text.to_owned(), ..Nation::default() };
        let code = match column {
            "source" => row.text("source code"),
            "target" => row.text("target code"),
            _ => "",
        };
        self.nations.push(match code.trim() {
            "" => named(&nation, text),
            code => Nation { name: text.to_owned(), code: Some(code.to_owned()), ..nation },
        });
        Some(number)
    }

    pub(super) fn read_memberships(&mut self, rows: &Rows<'_>) {
        for row in rows.iter() {
            let Some(member) = self.nation(row, "nation") else { continue };
            let Some(organisation) = self.nation(row, "organisation") else { continue };
            if member == organisation {
                let topic = "makes a nation a member of itself";
                let spot = row.spot("organisation");
                self.remarks.lose(spot, "", topic, "The row was left out.", "");
                continue;
            }
            let [since, until] =
                ["since", "until"].map(|column| values::date(row, column, &mut self.remarks));
            let organisation = NationId(organisation);
            let membership = Membership { organisation, since, until, extra: Extra::new() };
            if let Some(nation) = self.nations.get_mut(member as usize - 1) {
                nation.memberships.push(membership);
            }
        }
    }
}

fn read_nation(row: Row<'_>, rows: &Rows<'_>, remarks: &mut Remarks) -> Nation {
    let nation_type = |text: &str| NationType::ALL.into_iter().find(|is| is.name() == text);
    let topic = "isn't state, organisation or group";
    let nation_type = values::word(row, "type", remarks, topic, nation_type).unwrap_or_default();
    let drawn_as = |text: &str| DrawnAs::ALL.into_iter().find(|drawn| drawn.name() == text);
    let topic = "isn't hub or hull";
    let drawn_as = values::word(row, "drawn as", remarks, topic, drawn_as).unwrap_or_default();
    let is_place = |at: f32| at.abs() <= Point::LIMIT;
    let x = values::number(row, "x", remarks, PLACE, is_place);
    let y = values::number(row, "y", remarks, PLACE, is_place);
    let position = x.zip(y).map(|(x, y)| Point::new(x, y));
    let pinned = |text: &str| match text {
        "yes" | "true" | "1" => Some(true),
        "no" | "false" | "0" => Some(false),
        _ => None,
    };
    let pinned = values::word(row, "pinned", remarks, "isn't yes or no", pinned);
    let offset = |text: &str| values::pair(text).filter(|offset| is_offset(*offset));
    let topic = "isn't two numbers, each from -10000 to 10000";
    let name_offset = values::word(row, "name offset", remarks, topic, offset);
    let code = row.text("code").trim();
    Nation {
        nation_type,
        code: (!code.is_empty()).then(|| code.to_owned()),
        drawn_as,
        color: values::color(row, "colour", remarks),
        tags: tags_in(row.text("tags")),
        attributes: read_attributes(row, rows, remarks),
        notes: row.text("notes").to_owned(),
        position,
        name_offset,
        pinned: position.is_some() && pinned == Some(true),
        ..Nation::default()
    }
}

/// The attributes in the further columns of a row.
pub(super) fn read_attributes(row: Row<'_>, rows: &Rows<'_>, remarks: &mut Remarks) -> Attributes {
    let mut attributes = Attributes::default();
    for (column, header) in &rows.further {
        let Some(attribute) = attribute_cells::of_text(row.text_at(*column)) else { continue };
        let name = attribute_name(header);
        if !Attributes::is_name(name) || attributes.len() >= Attributes::MAX_COUNT {
            let topic = "has more than 100 attributes, or one with too long a name";
            remarks.lose(row.spot("id"), name, topic, "The attribute was left out.", "");
        } else {
            attributes.set(name, attribute);
        }
    }
    attributes
}
