//! What the card of a tie, a nation or a text note says.

use egui::{Frame, Label, RichText, Ui, Vec2};

use crate::model::{End, Evidence, Map, NationId, PartialDate, Tie, TieId};
use crate::scene::{self, Weight, text};
use crate::ui::theme::line_preview;
use crate::ui::theme::widgets::{caption, second_ink};
use crate::ui::theme::{PADDING, semibold, size};

/// The widest a card is, in logical pixels.
pub const WIDTH: f32 = 280.0;
/// The width of its text.
const TEXT_WIDTH: f32 = WIDTH - 2.0 * PADDING - 2.0;
/// The most pieces of evidence that are shown; the others are counted.
const MOST_EVIDENCE: usize = 2;
/// Longer text, in characters, is cut before it is measured.
const MOST_CHARS: usize = 400;

/// The card of a nation whose name can't be read on the map: the name and the number of its ties.
pub fn nation(ui: &mut Ui, map: &Map, id: NationId, ties: usize) {
    frame(ui, 8.0, |ui| {
        title(ui, &map.end_name(End::Nation(id)));
        let count = match ties {
            0 => "No ties".to_owned(),
            1 => "1 tie".to_owned(),
            many => format!("{many} ties"),
        };
        ui.add(Label::new(caption(ui, count)).selectable(false));
    });
}

/// The card of a text note whose type is too small to be read on the map: its words.
pub fn note(ui: &mut Ui, note: Option<&scene::Label>) {
    let words = note.map_or_else(String::new, |note| note.lines.join(" "));
    frame(ui, 8.0, |ui| line(ui, &short(&words, 4.0)));
}

/// The card of a tie: its ends, what it means, since when, and how we know.
pub fn tie(ui: &mut Ui, map: &Map, id: TieId) {
    let Some(tie) = map.ties().get(id) else { return };
    frame(ui, PADDING, |ui| {
        title(ui, &map.tie_name(id));
        meaning(ui, map, tie);
        let words = RichText::new(direction_and_time(tie)).color(second_ink(ui));
        ui.add(Label::new(words).selectable(false));
        if !tie.label.trim().is_empty() {
            line(ui, &format!("“{}”", short(&tie.label, 2.0)));
        }
        ui.add_space(4.0);
        evidence(ui, map, tie);
    });
}

fn frame(ui: &mut Ui, padding: f32, content: impl FnOnce(&mut Ui)) {
    let visuals = ui.visuals();
    Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(6)
        .inner_margin(egui::Margin::symmetric(PADDING as i8, padding as i8))
        .show(ui, |ui| {
            ui.set_max_width(TEXT_WIDTH);
            ui.spacing_mut().item_spacing = Vec2::new(8.0, 4.0);
            content(ui);
        });
}

fn title(ui: &mut Ui, name: &str) {
    let name = text::ellipsis(&start(name), size::VALUE, Weight::SemiBold, 3.0 * TEXT_WIDTH);
    let name = RichText::new(name).size(size::VALUE).family(semibold());
    ui.add(Label::new(name).selectable(false));
}

/// The line as it is drawn on the map, with its meaning: `Pact, negotiating`.
fn meaning(ui: &mut Ui, map: &Map, tie: &Tie) {
    const SAMPLE: Vec2 = Vec2::new(32.0, 16.0);
    let Some(kind) = map.kinds().get(tie.kind) else { return };
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = SAMPLE.y;
        let (_, rect) = ui.allocate_space(SAMPLE);
        line_preview::paint(ui, rect, kind, tie.status);
        let status = tie.status.map_or_else(String::new, |status| format!(", {}", status.name()));
        let words = format!("{}{status}", kind.name);
        let room = TEXT_WIDTH - SAMPLE.x - 8.0;
        let words = text::ellipsis(&start(&words), size::TEXT, Weight::Regular, room);
        ui.add(Label::new(words).selectable(false));
    });
}

/// `Mutual, since 19 June 2024`.
fn direction_and_time(tie: &Tie) -> String {
    let mut words = upper_first(tie.direction.name());
    let time = match (tie.since, tie.until) {
        (None, None) => return words,
        (Some(since), None) => format!("since {}", since.in_words()),
        (None, Some(until)) => format!("until {}", until.in_words()),
        (Some(since), Some(until)) => format!("{} to {}", since.in_words(), until.in_words()),
    };
    words += ", ";
    words + &time
}

fn evidence(ui: &mut Ui, map: &Map, tie: &Tie) {
    if tie.evidence.is_empty() {
        ui.add(Label::new(caption(ui, "No evidence yet")).selectable(false));
        return;
    }
    for evidence in tie.evidence.iter().take(MOST_EVIDENCE) {
        let source = evidence.source.and_then(|id| map.sources().get(id));
        let said = source.map_or(evidence.note.as_str(), |source| source.title.as_str());
        line(
            ui,
            &if said.trim().is_empty() { "Unnamed source".to_owned() } else { short(said, 2.0) },
        );
        let date = evidence.date.or_else(|| source.and_then(|source| source.date));
        let words = date_and_confidence(evidence, date);
        if !words.is_empty() {
            ui.add(Label::new(caption(ui, words)).selectable(false));
        }
    }
    let others = tie.evidence.len().saturating_sub(MOST_EVIDENCE);
    if others > 0 {
        ui.add(Label::new(caption(ui, format!("and {others} more"))).selectable(false));
    }
}

/// `19 June 2024, high confidence`.
fn date_and_confidence(evidence: &Evidence, date: Option<PartialDate>) -> String {
    let confidence = evidence.confidence.map(|c| format!("{} confidence", c.name()));
    let parts = [date.map(PartialDate::in_words), confidence];
    upper_first(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

fn line(ui: &mut Ui, words: &str) {
    ui.add(Label::new(words).selectable(false));
}

/// A text cut to a number of lines.
fn short(words: &str, lines: f32) -> String {
    text::ellipsis(&start(words), size::TEXT, Weight::Regular, lines * TEXT_WIDTH * 0.95)
}

/// The beginning of a text of any length, on one line.
fn start(words: &str) -> String {
    let start: String = words.chars().take(MOST_CHARS).collect();
    text::clean(&start)
}

fn upper_first(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Change, Command, apply};
    use crate::model::{Confidence, Status};
    use crate::ui::test_example::{example, japan, pact, window};
    use egui_kittest::kittest::Queryable as _;

    fn changed(change: impl FnOnce(&mut Tie)) -> Map {
        let mut map = example().map().clone();
        let mut tie = map.ties().get(pact()).expect("there").clone();
        change(&mut tie);
        apply(&mut map, Command::Tie(pact(), Change::Replace(Box::new(tie)))).expect("it fits");
        map
    }

    #[test]
    fn two_pieces_of_evidence_are_shown_and_the_others_counted() {
        let map = changed(|tie| {
            tie.status = Some(Status::InForce);
            tie.since = "2020".parse().ok();
            tie.until = "2024-06".parse().ok();
            for year in ["2001", "2002", "2003", "2004", "2005"] {
                let note = format!("said in {year}");
                let (date, confidence) = (year.parse().ok(), Some(Confidence::High));
                tie.evidence.push(Evidence { date, note, confidence, ..Evidence::default() });
            }
        });
        let harness = window((), |ui, ()| tie(ui, &map, pact()));
        for words in [
            "Japan – New Zealand",
            "Pact, in force",
            "Mutual, 2020 to June 2024",
            "said in 2001",
            "2002, high confidence",
            "and 3 more",
        ] {
            harness.get_by_label(words);
        }
        assert!(harness.query_by_label_contains("2003").is_none());
    }

    #[test]
    fn a_card_stays_small_whatever_is_written_in_it() {
        let map = changed(|tie| {
            tie.label = "strategic partnership ".repeat(4_000);
            tie.evidence.push(Evidence { note: "x".repeat(100_000), ..Evidence::default() });
        });
        let mut size = Vec2::ZERO;
        let harness = window((), |ui, ()| {
            size = ui.scope(|ui| tie(ui, &map, pact())).response.rect.size();
        });
        drop(harness);
        assert!(size.x <= WIDTH && size.y < 240.0 && size.y > 80.0, "{size:?}");
    }

    #[test]
    fn a_nation_is_named_with_the_number_of_its_ties() {
        let map = example().map().clone();
        let harness = window((), |ui, ()| nation(ui, &map, japan(), 2));
        harness.get_by_label("Japan");
        harness.get_by_label("2 ties");
    }
}
