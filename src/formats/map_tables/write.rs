//! Writes the records of a map as sheets.

use std::iter::once;

use indexmap::IndexMap;

use super::attribute_cells::to_cell;
use super::columns::{
    EVIDENCE, KINDS, MAP, MEMBERSHIPS, NATIONS, NOTES, SOURCES, TIES, TIES_ALONE, attribute_header,
};
use super::references::Names;
use super::sheet::{Cell, Sheet};
use crate::formats::tag_list::list_of;
use crate::model::{
    Attributes, Confidence, Direction, DrawnAs, End, Map, Nation, NationType, PartialDate, Point,
    Tie,
};
use crate::names::{Recognition, recognise};

/// The most columns that attributes take.
pub const MOST_ATTRIBUTE_COLUMNS: usize = 1_000;

/// How the records of a map are named in its tables.
pub struct Written<'m> {
    map: &'m Map,
    nations: Names<'m>,
    kinds: Names<'m>,
    sources: Names<'m>,
}

impl<'m> Written<'m> {
    pub fn of(map: &'m Map) -> Self {
        let nations = map.nations().iter().map(|(_, n)| (n.key.as_str(), n.name.as_str()));
        let kinds = map.kinds().iter().map(|(_, k)| (k.key.as_str(), k.name.as_str()));
        let sources = map.sources().iter().map(|(_, s)| (s.key.as_str(), s.title.as_str()));
        Self {
            map,
            nations: Names::of(nations),
            kinds: Names::of(kinds),
            sources: Names::of(sources),
        }
    }

    /// All sheets of the map, in the order in which they stand in a workbook.
    pub fn sheets(&self) -> Vec<Sheet> {
        vec![
            self.nations(),
            self.ties(),
            self.kinds(),
            self.sources(),
            self.memberships(),
            self.evidence(),
            self.notes(),
            self.heading(),
        ]
    }

    pub fn nations(&self) -> Sheet {
        let mut sheet = Sheet::new(NATIONS.0, NATIONS.1);
        let records = || self.map.nations().iter().map(|(_, nation)| &nation.attributes);
        let columns = AttributeColumns::of(records(), &mut sheet, NATIONS.1);
        for (_, nation) in self.map.nations().iter() {
            sheet.push_cells(nation_cells(nation));
            columns.add(&mut sheet, &nation.attributes);
        }
        sheet
    }

    pub fn ties(&self) -> Sheet {
        self.ties_with(&[])
    }

    /// The ties with what else of nations and kinds is needed to read them again by themselves.
    pub fn ties_alone(&self) -> Sheet {
        let is_needed = self.map.nations().iter().any(|(_, nation)| !code_alone(nation).is_empty());
        self.ties_with(if is_needed { TIES_ALONE } else { &TIES_ALONE[..1] })
    }

    fn ties_with(&self, further: &[&str]) -> Sheet {
        let own = [TIES.1, further].concat();
        let mut sheet = Sheet::new(TIES.0, &own);
        let records = || self.map.ties().iter().map(|(_, tie)| &tie.attributes);
        let taken = [TIES.1, TIES_ALONE].concat();
        let columns = AttributeColumns::of(records(), &mut sheet, &taken);
        for (_, tie) in self.map.ties().iter() {
            let sign = self.map.kinds().get(tie.kind).map_or("", |kind| kind.sign.name());
            let code = |id| self.map.nations().get(id).map_or("", code_alone);
            let to = crate::model::Target::from(tie.to).nation();
            let beside = [sign, code(tie.from), to.map_or("", code)].map(Cell::from);
            sheet.push_cells(self.tie_cells(tie).into_iter().chain(beside).take(own.len()));
            columns.add(&mut sheet, &tie.attributes);
        }
        sheet
    }

    fn tie_cells(&self, tie: &Tie) -> [Cell; 14] {
        let kind = self.map.kinds().get(tie.kind);
        let (target, target_tie) = match tie.to {
            End::Nation(id) => (self.nation(id), String::new()),
            End::Tie(id) => (
                format!("({})", self.ends_of(id)),
                self.map.ties().get(id).map_or_else(String::new, |tie| tie.key.clone()),
            ),
        };
        let place = tie.label_place.map(|place| {
            let upright = if place.upright { " upright" } else { "" };
            format!("{} {} {}{upright}", place.along, place.offset.x, place.offset.y)
        });
        let is_usual = tie.weight.to_bits() == 1.0_f32.to_bits();
        [
            self.nation(tie.from).into(),
            target.into(),
            kind.map_or_else(String::new, |kind| self.kinds.text(&kind.key, &kind.name)).into(),
            tie.direction.name().into(),
            tie.status.map_or("", |status| status.name()).into(),
            date(tie.since).into(),
            date(tie.until).into(),
            tie.label.as_str().into(),
            if is_usual { "".into() } else { Cell::of_f32(tie.weight) },
            tie.notes.as_str().into(),
            tie.key.as_str().into(),
            target_tie.into(),
            tie.bend.map_or_else(|| "".into(), Cell::of_f32),
            place.unwrap_or_default().into(),
        ]
    }

    fn nation(&self, id: crate::model::NationId) -> String {
        let nation = self.map.nations().get(id);
        nation.map_or_else(String::new, |nation| self.nations.text(&nation.key, &nation.name))
    }

    /// The ends of a tie for a person; of one onto a tie, its first end and the other tie's id.
    fn ends_of(&self, id: crate::model::TieId) -> String {
        let Some(tie) = self.map.ties().get(id) else { return String::new() };
        let joint = if tie.direction == Direction::Directed { "->" } else { "–" };
        let to = match tie.to {
            End::Nation(to) => self.nation(to),
            End::Tie(to) => self.map.ties().get(to).map_or_else(String::new, |tie| tie.key.clone()),
        };
        format!("{} {joint} {to}", self.nation(tie.from))
    }

    fn kinds(&self) -> Sheet {
        let mut sheet = Sheet::new(KINDS.0, KINDS.1);
        for (_, kind) in self.map.kinds().iter() {
            let direction = if kind.directed { Direction::Directed } else { Direction::Mutual };
            sheet.push_cells([
                kind.key.as_str().into(),
                kind.name.as_str().into(),
                kind.sign.name().into(),
                kind.color.to_string().into(),
                kind.dash.name().into(),
                Cell::of_f32(kind.width),
                direction.name().into(),
            ]);
        }
        sheet
    }

    fn sources(&self) -> Sheet {
        let mut sheet = Sheet::new(SOURCES.0, SOURCES.1);
        for (_, source) in self.map.sources().iter() {
            let texts =
                [&source.key, &source.title, &source.url, &date(source.date), &source.notes];
            sheet.push(texts.map(String::clone));
        }
        sheet
    }

    fn memberships(&self) -> Sheet {
        let mut sheet = Sheet::new(MEMBERSHIPS.0, MEMBERSHIPS.1);
        for (id, nation) in self.map.nations().iter() {
            for membership in &nation.memberships {
                let organisation = self.nation(membership.organisation);
                let dates = [date(membership.since), date(membership.until)];
                sheet.push([self.nation(id), organisation].into_iter().chain(dates));
            }
        }
        sheet
    }

    fn evidence(&self) -> Sheet {
        let mut sheet = Sheet::new(EVIDENCE.0, EVIDENCE.1);
        for (_, tie) in self.map.ties().iter() {
            for evidence in &tie.evidence {
                let source = evidence.source.and_then(|id| self.map.sources().get(id));
                let source =
                    source.map_or_else(String::new, |s| self.sources.text(&s.key, &s.title));
                let confidence = evidence.confidence.map_or("", Confidence::name);
                let said = [date(evidence.date), evidence.note.clone(), confidence.to_owned()];
                sheet.push([tie.key.clone(), source].into_iter().chain(said));
            }
        }
        sheet
    }

    fn notes(&self) -> Sheet {
        let mut sheet = Sheet::new(NOTES.0, NOTES.1);
        for (_, note) in self.map.text_notes().iter() {
            let texts = [&note.key, &note.text].map(|text| Cell::from(text.as_str()));
            let numbers = [note.position.x, note.position.y, note.width, note.size];
            sheet.push_cells(texts.into_iter().chain(numbers.map(Cell::of_f32)));
        }
        sheet
    }

    fn heading(&self) -> Sheet {
        let mut sheet = Sheet::new(MAP.0, MAP.1);
        let heading = self.map.heading();
        let fields = [
            ("title", heading.title.clone()),
            ("subtitle", heading.subtitle.clone()),
            ("date", date(heading.as_of)),
            ("notes", heading.notes.clone()),
        ];
        for (field, value) in fields {
            sheet.push([field.to_owned(), value]);
        }
        sheet
    }
}

/// The code of a nation, where its name doesn't say it; else nothing.
fn code_alone(nation: &Nation) -> &str {
    let Some(code) = nation.code.as_deref() else { return "" };
    match recognise(&nation.name, None) {
        Recognition::Known(found) if found.nation.code == code => "",
        _ => code,
    }
}

fn nation_cells(nation: &Nation) -> [Cell; 12] {
    let is_state = nation.nation_type == NationType::State;
    let is_hub = nation.drawn_as == DrawnAs::Hub;
    let number = |number: Option<f32>| number.map_or_else(|| "".into(), Cell::of_f32);
    [
        nation.key.as_str().into(),
        nation.name.as_str().into(),
        if is_state { "" } else { nation.nation_type.name() }.into(),
        nation.code.as_deref().unwrap_or_default().into(),
        list_of(&nation.tags).into(),
        nation.color.map_or_else(String::new, |color| color.to_string()).into(),
        if is_hub { "" } else { nation.drawn_as.name() }.into(),
        nation.notes.as_str().into(),
        number(nation.position.map(|at| at.x)),
        number(nation.position.map(|at| at.y)),
        if nation.pinned { "yes" } else { "" }.into(),
        nation.name_offset.map_or_else(String::new, pair).into(),
    ]
}

fn pair(point: Point) -> String {
    format!("{} {}", point.x, point.y)
}

fn date(date: Option<PartialDate>) -> String {
    date.map_or_else(String::new, |date| date.to_string())
}

/// The columns of the attributes of records.
struct AttributeColumns(IndexMap<String, usize>);

impl AttributeColumns {
    /// Adds the headers of all attributes to a sheet, behind its own columns.
    fn of<'m>(
        records: impl Iterator<Item = &'m Attributes>,
        sheet: &mut Sheet,
        own: &[&str],
    ) -> Self {
        let mut columns = IndexMap::new();
        for (name, _) in records.flat_map(Attributes::iter) {
            if columns.contains_key(name) || columns.len() == MOST_ATTRIBUTE_COLUMNS {
                continue;
            }
            columns.insert(name.to_owned(), sheet.header.len());
            sheet.header.extend(once(attribute_header(name, own)));
        }
        Self(columns)
    }

    fn add(&self, sheet: &mut Sheet, attributes: &Attributes) {
        let found = |(name, attribute)| Some((*self.0.get(name)?, to_cell(attribute)));
        let mut cells: Vec<(usize, Cell)> = attributes.iter().filter_map(found).collect();
        cells.sort_by_key(|(column, _)| *column);
        cells.into_iter().for_each(|(column, cell)| sheet.push_to_last(column, cell));
    }
}
