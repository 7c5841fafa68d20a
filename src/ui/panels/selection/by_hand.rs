//! Where a name, the text along a tie and a bend were put by hand, as fields for the keyboard; empty ones
//! leave it to the map.

use egui::Ui;

use crate::model::by_hand::{MAX_BEND, MAX_OFFSET, is_bend, is_offset};
use crate::model::{LabelPlace, NationId, Point, TieId};
use crate::ui::panels::fields::{quoted, read_numbers, write_numbers};
use crate::ui::panels::form::{RecordForm, TextFormat, TypedField};

/// What an empty field says.
const AUTOMATIC: &str = "automatic";

/// From a nation's centre to its name.
pub(super) const OFFSET: TextFormat<Option<Point>> = TextFormat {
    hint: AUTOMATIC,
    write: |offset| offset.map_or_else(String::new, |at| write_numbers(&[at.x, at.y])),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => match read_numbers(text)[..] {
            [x, y] if is_offset(Point::new(x, y)) => Ok(Some(Point::new(x, y))),
            _ => Err(format!(
                "Expected two numbers from −{MAX_OFFSET} to {MAX_OFFSET}, right and down from the middle \
                 of the nation, such as 30, -20; found {}.",
                quoted(text)
            )),
        },
    },
};

/// The place of the text along a tie.
pub(super) const PLACE: TextFormat<Option<LabelPlace>> = TextFormat {
    hint: AUTOMATIC,
    write: |place| {
        place.map_or_else(String::new, |place| {
            let upright = if place.upright { ", upright" } else { "" };
            let offset = write_numbers(&[place.offset.x, place.offset.y]);
            format!("{} %, {offset}{upright}", (place.along * 100.0).round())
        })
    },
    read: |text| {
        match text.trim() {
        "" => Ok(None),
        text => read_place(text).map(Some).ok_or_else(|| {
            format!(
                "Expected how far along the tie, then right and down from there, such as 50 %, 0, -12; \
                 found {}.",
                quoted(text)
            )
        }),
    }
    },
};

/// How far a tie is bent.
pub(super) const BEND: TextFormat<Option<f32>> = TextFormat {
    hint: AUTOMATIC,
    write: |bend| bend.map_or_else(String::new, |bend| write_numbers(&[bend])),
    read: |text| match text.trim() {
        "" => Ok(None),
        text => match read_numbers(text)[..] {
            [bend] if is_bend(bend) => Ok(Some(bend)),
            _ => Err(format!(
                "Expected a number from −{MAX_BEND} to {MAX_BEND}, 0 for a straight line; found {}.",
                quoted(text)
            )),
        },
    },
};

/// Shows where the name of a nation stands.
pub fn show_name_place(ui: &mut Ui, form: &mut RecordForm<'_, NationId>) {
    let field = TypedField { caption: "Name at", key: "name_offset", step: "Move name of" };
    form.typed(ui, field, &OFFSET, |nation| &mut nation.name_offset);
}

/// Shows how a tie is bent, and where the text along it stands.
pub fn show_tie_places(ui: &mut Ui, form: &mut RecordForm<'_, TieId>) {
    let bend = TypedField { caption: "Bend", key: "bend", step: "Bend" };
    form.typed(ui, bend, &BEND, |tie| &mut tie.bend);
    if !form.editor.record.label.is_empty() {
        let place = TypedField { caption: "Label at", key: "label_place", step: "Move label of" };
        form.typed(ui, place, &PLACE, |tie| &mut tie.label_place);
    }
}

fn read_place(text: &str) -> Option<LabelPlace> {
    let (text, upright) = match text.strip_suffix("upright") {
        Some(rest) => (rest.trim_end().strip_suffix(',')?, true),
        None => (text, false),
    };
    let (along, offset) = text.split_once(',')?;
    let [along] = read_numbers(along.trim_end().trim_end_matches('%'))[..] else { return None };
    let [x, y] = read_numbers(offset)[..] else { return None };
    let place = LabelPlace { along: along / 100.0, offset: Point::new(x, y), upright };
    place.is_usable().then_some(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_read_back_as_they_are_written() {
        let place = LabelPlace { along: 0.25, offset: Point::new(-3.5, 12.0), upright: true };
        for place in [Some(place), Some(LabelPlace { upright: false, ..place }), None] {
            assert_eq!((PLACE.read)(&(PLACE.write)(&place)), Ok(place));
        }
        assert_eq!((OFFSET.read)(" −30 , 20.5 "), Ok(Some(Point::new(-30.0, 20.5))));
        assert_eq!((BEND.read)("0"), Ok(Some(0.0)));
    }

    #[test]
    fn what_is_no_place_is_said_with_what_was_expected() {
        for text in ["5", "1, 2, 3", "1, far", "1, 1e9", "NaN, 1"] {
            assert!((OFFSET.read)(text).is_err_and(|said| said.contains(text)), "{text}");
        }
        for text in ["150 %, 0, 0", "50, 1", "upright", "x %, 1, 1"] {
            assert!((PLACE.read)(text).is_err_and(|said| said.contains(text)), "{text}");
        }
        assert!((BEND.read)("5").is_err() && (BEND.read)("NaN").is_err());
    }
}
