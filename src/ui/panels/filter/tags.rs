//! The tags that a nation must have one of.

use egui::Ui;

use super::chips::{Chip, chips};
use crate::analysis::RecordCounts;
use crate::ui::panels::form::{MapFilter, RecordForm, advice, section};

/// No more tags than this are offered; the rest can be found by text.
const MAX_OFFERED: usize = 60;

/// Shows the chips of tags: the most frequent ones, then others that are chosen.
pub fn show(ui: &mut Ui, counts: &RecordCounts, form: &mut RecordForm<'_, MapFilter>) {
    let chosen = &form.editor.record.tags;
    if counts.tags.is_empty() && chosen.is_empty() {
        return;
    }
    section(ui, "Tags of nations");
    let count = |tag: &str| counts.tags.iter().find(|(own, _)| own == tag).map_or(0, |(_, n)| *n);
    let offered = counts.tags.iter().take(MAX_OFFERED).map(|(tag, _)| tag);
    let others = chosen.iter().filter(|tag| !offered.clone().any(|own| own == *tag));
    let tags = offered.clone().chain(others).map(|tag| Chip {
        value: tag.clone(),
        name: tag.clone(),
        count: count(tag),
    });
    if let Some(tags) = chips(ui, chosen, tags) {
        form.edit("tag", |filter| filter.tags = tags);
    }
    if let Some(more) = counts.tags.len().checked_sub(MAX_OFFERED).filter(|more| *more > 0) {
        advice(ui, &format!("{more} rarer tags are found by text."));
    }
}
