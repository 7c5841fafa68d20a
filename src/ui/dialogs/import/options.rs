//! What few need to change: how names and dates are understood.

use egui::{CollapsingHeader, DragValue, Ui, WidgetInfo};

use super::form::ImportForm;
use super::sheet_options::choice;
use crate::formats::{Choices, DateOrder, EdgeRole};
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

/// Shows the options, folded.
pub(super) fn show(ui: &mut Ui, form: &mut ImportForm) {
    ui.add_space(10.0);
    CollapsingHeader::new("Options").id_salt("options").show(ui, |ui| {
        let Some(choices) = &mut form.choices else { return };
        let recognise = ui.checkbox(&mut choices.recognise, "Recognise nations by names and codes");
        recognise.on_hover_text("They get their English name, code and flag");
        if choices.recognise {
            year(ui, choices);
        }
        dates(ui, choices);
    });
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
