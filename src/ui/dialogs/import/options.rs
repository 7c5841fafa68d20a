//! What few need to change: how names and dates are understood.

use egui::{CollapsingHeader, DragValue, Ui, WidgetInfo};

use super::form::ImportForm;
use super::sheet_options::choice;
use crate::formats::{Choices, DateOrder, Delimiter, EdgeRole, ReadAs, TextEncoding};
use crate::tasks::ReadFrom;
use crate::ui::intent::{Exchange, Intent};
use crate::ui::theme::ROW;
use crate::ui::theme::widgets::caption;

/// The width of a choice.
const CHOICE: f32 = 240.0;
/// The last year for which names are understood.
const LAST_YEAR: i32 = 2_200;

/// How a date such as 3/4/1950 is understood, in words.
const DATES: [(Option<DateOrder>, &str); 3] = [
    (None, "as the year alone"),
    (Some(DateOrder::DayFirst), "day first: 3 April"),
    (Some(DateOrder::MonthFirst), "month first: 4 March"),
];

/// What may stand between cells, by the words of the formats and in words.
const DELIMITERS: [(&str, &str); 5] = [
    ("comma", "a comma"),
    ("semicolon", "a semicolon"),
    ("tab", "a tab"),
    ("bar", "a bar |"),
    ("spaces", "spaces"),
];

/// Shows the options, folded.
pub(super) fn show(ui: &mut Ui, form: &mut ImportForm, out: &mut Vec<Intent>) {
    ui.add_space(10.0);
    CollapsingHeader::new("Options").id_salt("options").show(ui, |ui| {
        let Some(choices) = &mut form.choices else { return };
        let recognise = ui.checkbox(&mut choices.recognise, "Recognise nations by names and codes");
        recognise.on_hover_text("They get their English name, code and flag");
        if choices.recognise {
            year(ui, choices);
        }
        dates(ui, choices);
        if let Some(read_as) = bytes(ui, form) {
            out.push(Intent::Exchange(Exchange::ReadAgain(read_as)));
        }
    });
}

/// How the bytes of a text are read; returns what is chosen instead.
fn bytes(ui: &mut Ui, form: &ImportForm) -> Option<ReadAs> {
    let read_as = form.read_as();
    let mut chosen = read_as;
    let from = form.from()?;
    let encoding = form.import().source().files.first()?.encoding?;
    if matches!(from, ReadFrom::Files(_)) {
        ui.label(caption(ui, "Encoding"));
        let found = format!("as found: {encoding}");
        let shown = read_as.encoding.map_or(found, |encoding| encoding.name().to_owned());
        choice(ui, "Encoding", &shown, CHOICE, |ui| {
            ui.selectable_value(&mut chosen.encoding, None, "as found");
            for name in TextEncoding::USUAL {
                ui.selectable_value(&mut chosen.encoding, TextEncoding::by_name(name), name);
            }
        });
    }
    if !form.view.tables().is_empty() {
        ui.label(caption(ui, "Between cells"));
        let is_it = |(word, _): &&(&str, &str)| Delimiter::by_word(word) == read_as.delimiter;
        let words = read_as.delimiter.and(DELIMITERS.iter().find(is_it));
        let shown = words.map_or("as found", |(_, words)| words);
        choice(ui, "Between cells", shown, CHOICE, |ui| {
            ui.selectable_value(&mut chosen.delimiter, None, "as found");
            for (word, words) in DELIMITERS {
                ui.selectable_value(&mut chosen.delimiter, Delimiter::by_word(word), words);
            }
        });
    }
    (chosen != read_as).then_some(chosen)
}

/// The year for which names and numbers of nations are understood: 365 was the Soviet Union in 1960.
fn year(ui: &mut Ui, choices: &mut Choices) {
    const NAME: &str = "Names are those of the year";
    ui.label(caption(ui, NAME));
    let mut year = choices.year.unwrap_or(0);
    let words = |year: f64| match year as i32 {
        0 => "each tie’s own, or today’s".to_owned(),
        year => year.to_string(),
    };
    let parse = |text: &str| Some(text.trim().parse::<f64>().unwrap_or(0.0));
    let field = DragValue::new(&mut year).range(0..=LAST_YEAR).speed(0.2);
    let field = field.custom_formatter(|year, _| words(year)).custom_parser(parse);
    let field = ui.add_sized([CHOICE, ROW], field);
    field.widget_info(|| {
        let mut info = WidgetInfo::drag_value(true, f64::from(year));
        info.label = Some(NAME.to_owned());
        info
    });
    if field.changed() {
        choices.year = (year != 0).then_some(year);
    }
}

/// Which number of a date is the day, where the columns have dates.
fn dates(ui: &mut Ui, choices: &mut Choices) {
    const NAME: &str = "3/4/1950 is read";
    let is_date = |role: &EdgeRole| {
        matches!(role, EdgeRole::Since | EdgeRole::Until | EdgeRole::EvidenceDate)
    };
    if !choices.edge_roles.iter().any(is_date) {
        return;
    }
    ui.label(caption(ui, NAME));
    let words = DATES.iter().find(|(order, _)| *order == choices.date_order);
    choice(ui, NAME, words.map_or("", |(_, words)| words), CHOICE, |ui| {
        for (order, words) in DATES {
            ui.selectable_value(&mut choices.date_order, order, words);
        }
    });
}
