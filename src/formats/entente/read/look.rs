//! Reads the field `look` of a map: how it is shown.

use super::look_rules::{read_categories_rule, read_scaled_rule};
use super::look_values::{COLOR, DASH, RADIUS, WIDTH};
use super::property::read_property;
use super::record::RecordReader;
use crate::formats::problems::Problems;
use crate::model::by_hand::is_fraction;
use crate::model::{Grouping, Look, NationSize, TieView};

/// What is expected of the place of the legend.
const LEGEND: &str = "a place “[x, y]”, two numbers from 0 to 1,";

/// Takes the field `look` of a map.
pub fn read_look(map: &mut RecordReader<'_>, problems: &mut Problems) -> Look {
    let Some(mut record) = map.nested("look", problems) else { return Look::default() };
    Look {
        nations: record.word("nations", problems).unwrap_or_default(),
        nation_size: read_nation_size(&mut record, problems),
        hulls: read_property::<Grouping>(&mut record, "hulls", problems),
        blocs: record.word("blocs", problems).unwrap_or_default(),
        nation_color: read_scaled_rule(&mut record, "nation_color", &COLOR, problems),
        tie_color: read_scaled_rule(&mut record, "tie_color", &COLOR, problems),
        tie_width: read_scaled_rule(&mut record, "tie_width", &WIDTH, problems),
        tie_dash: read_categories_rule(&mut record, "tie_dash", &DASH, problems),
        ties: read_tie_view(&mut record, problems),
        legend: record.point("legend", LEGEND, is_fraction, problems),
        extra: record.unknown_fields(problems),
    }
}

fn read_tie_view(look: &mut RecordReader<'_>, problems: &mut Problems) -> TieView {
    let Some(mut record) = look.nested("ties", problems) else { return TieView::default() };
    TieView {
        drawn: record.word("drawn", problems).unwrap_or_default(),
        within_blocs: record.word("within_blocs", problems).unwrap_or_default(),
        importance: record.word("importance", problems).unwrap_or_default(),
        extra: record.unknown_fields(problems),
    }
}

fn read_nation_size(record: &mut RecordReader<'_>, problems: &mut Problems) -> NationSize {
    let words = ["degree", "fixed"];
    let Some(text) = record.peek_text("nation_size").map(str::to_owned) else {
        let rule = read_scaled_rule(record, "nation_size", &RADIUS, problems);
        return rule.map_or(NationSize::Degree, |rule| NationSize::By(Box::new(rule)));
    };
    let at = record.offset_of("nation_size");
    record.take_field("nation_size");
    match text.trim().to_lowercase().as_str() {
        "degree" => NationSize::Degree,
        "fixed" => NationSize::Fixed,
        _ => {
            let expected = "a size of nations";
            record.lose_unknown_word(at, "nation_size", &text, expected, &words, problems);
            NationSize::Degree
        }
    }
}
