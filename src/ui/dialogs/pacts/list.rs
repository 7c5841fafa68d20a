//! The list of groups: those that lose nothing, then those that claim ties, then why other ties stay. Only what is in view
//! is laid out. The list as a whole has the keyboard: arrows go up and down, Space ticks.

use egui::accesskit::Role;
use egui::{
    Align, EventFilter, Id, Key, Label, Layout, Modifiers, Rect, Response, RichText, ScrollArea,
    Sense, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType,
};
use egui_phosphor::regular as icon;

use super::super::first_focus::FirstFocus;
use super::form::{Claims, Found, PactsForm, Row};
use crate::model::counted;
use crate::ui::theme::widgets::{caption, second_ink};
use crate::ui::theme::{color32, palette, semibold_id, size};

/// The height of a row: two lines.
const ROW_HEIGHT: f32 = 44.0;
/// The width of the box for the tick.
const TICK: f32 = 28.0;

/// What a person does with the list.
pub(super) struct Listed {
    /// Whether it has the keyboard.
    pub(super) has_focus: bool,
    /// The proposal under the pointer.
    pub(super) pointed_at: Option<usize>,
}

/// Shows the list in all the room there is.
pub(super) fn show(ui: &mut Ui, form: &mut PactsForm, focus: &mut FirstFocus) -> Listed {
    let area = ui.max_rect();
    let list = ui.interact(area, Id::new("groups"), Sense::focusable_noninteractive());
    focus.give(&list);
    let has_focus = list.has_focus();
    let found = match &mut form.found {
        None => {
            let text = RichText::new("Looking for groups of nations…").color(second_ink(ui));
            ui.add(Label::new(text).selectable(false));
            return Listed { has_focus, pointed_at: None };
        }
        Some(Err(why)) => {
            ui.add(Label::new(why.as_str()).wrap());
            return Listed { has_focus, pointed_at: None };
        }
        Some(Ok(found)) => found,
    };
    if found.condensation.proposals.is_empty() {
        nothing(ui, found);
        return Listed { has_focus, pointed_at: None };
    }
    if has_focus {
        take_keys(ui, &list, found, &mut form.row, &mut form.scrolls);
    }
    describe(ui, &list, found, form.row);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut scroll = ScrollArea::vertical().auto_shrink([false, false]).max_height(area.height());
    if std::mem::take(&mut form.scrolls) {
        let middle = (form.row as f32 + 0.5) * ROW_HEIGHT - area.height() / 2.0;
        scroll = scroll.vertical_scroll_offset(middle.max(0.0));
    }
    let mut pointed_at = None;
    scroll.show_rows(ui, ROW_HEIGHT, found.rows.len(), |ui, rows| {
        for at in rows {
            let is_at_hand = at == form.row;
            let done = row(ui, found, at, (is_at_hand, is_at_hand && has_focus));
            if done.is_chosen {
                form.row = at;
                list.request_focus();
            }
            if done.is_ticked {
                found.toggle(at);
            }
            if done.is_pointed_at {
                pointed_at = found.proposal(at).map(|(at, _)| at);
            }
        }
    });
    Listed { has_focus, pointed_at }
}

/// What was looked for in vain, and what may be done.
fn nothing(ui: &mut Ui, found: &Found) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let text = "No group was found. Looked for four nations or more (three, where the ties have a label) of which \
                    each two are tied alike: of the same kind, status, label, weight and attributes.";
        ui.add(Label::new(text).wrap());
        ui.add_space(8.0);
        let text = "Where ties between all members of a pact differ in one of these, make them alike in the tab List, \
                    and look again.";
        ui.add(Label::new(text).wrap());
        ui.add_space(8.0);
        for remark in &found.remarks {
            ui.add(Label::new(RichText::new(remark).color(second_ink(ui))).wrap());
        }
    });
}

/// Goes up and down, and ticks.
fn take_keys(ui: &Ui, list: &Response, found: &mut Found, row: &mut usize, scrolls: &mut bool) {
    const PAGE: isize = 8;
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(list.id, filter));
    let presses = |key| {
        let count = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        isize::try_from(count).unwrap_or(0)
    };
    let by = presses(Key::ArrowDown) - presses(Key::ArrowUp)
        + PAGE * (presses(Key::PageDown) - presses(Key::PageUp));
    let far = found.rows.len() as isize * (presses(Key::End) - presses(Key::Home));
    if by + far != 0 {
        *row = row.saturating_add_signed(by + far).min(found.rows.len().saturating_sub(1));
        *scrolls = true;
    }
    for _ in 0..presses(Key::Space) {
        found.toggle(*row);
    }
}

/// Says for assistive technology which row is at hand.
fn describe(ui: &Ui, list: &Response, found: &Found, row: usize) {
    let at_hand = found.proposal(row).map_or_else(String::new, |(at, _)| {
        let is_ticked = if found.ticked.contains(&at) { "ticked" } else { "not ticked" };
        format!("{}, {is_ticked}", found.name(at))
    });
    ui.ctx().accesskit_node_builder(list.id, |node| {
        node.set_role(Role::ListBox);
        node.set_label("Groups");
        node.set_value(at_hand);
    });
}

/// What a person does with a row.
#[derive(Default)]
struct Done {
    is_chosen: bool,
    is_ticked: bool,
    is_pointed_at: bool,
}

/// A row, at hand or not, and with the keyboard or not.
fn row(ui: &mut Ui, found: &Found, at: usize, (is_at_hand, has_focus): (bool, bool)) -> Done {
    let size = Vec2::new(ui.available_width(), ROW_HEIGHT);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let words = Words::of(found, found.rows[at]);
    let tick_area = Rect::from_min_size(area.min, Vec2::new(TICK, ROW_HEIGHT));
    let id = Id::new(("group", at));
    let body = ui.interact(area, id, Sense::CLICK);
    body.widget_info(|| {
        let label = format!("{}: {}", words.title, words.more);
        WidgetInfo::selected(WidgetType::SelectableLabel, true, is_at_hand, label)
    });
    let visuals = ui.visuals();
    if is_at_hand {
        ui.painter().rect_filled(area, 4.0, visuals.selection.bg_fill);
    } else if body.contains_pointer() {
        ui.painter().rect_filled(area, 4.0, visuals.widgets.hovered.weak_bg_fill);
    }
    if has_focus {
        let ring = egui::Stroke::new(1.0, color32(palette(ui.ctx()).accent));
        ui.painter().rect_stroke(area.shrink(0.5), 4.0, ring, egui::StrokeKind::Inside);
    }
    let tick = words.is_ticked.map(|is_ticked| {
        let response = ui.interact(tick_area, id.with("tick"), Sense::CLICK);
        let name = format!("Make {}", words.title);
        let is_all = is_ticked == Some(true);
        response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, true, is_all, &name));
        paint_tick(ui, tick_area, is_ticked);
        response
    });
    let left = if tick.is_some() { TICK } else { 8.0 };
    let inner = Rect::from_min_max(area.min + Vec2::new(left, 4.0), area.max - Vec2::new(8.0, 4.0));
    let layout = Layout::top_down(Align::LEFT);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
    words.show(&mut child);
    Done {
        is_chosen: body.clicked() || tick.as_ref().is_some_and(Response::clicked),
        is_ticked: tick.is_some_and(|tick| tick.clicked()),
        is_pointed_at: body.contains_pointer(),
    }
}

/// A tick; `None` where some of those that it stands for are ticked.
fn paint_tick(ui: &Ui, area: Rect, is_ticked: Option<bool>) {
    let palette = palette(ui.ctx());
    let (glyph, ink) = match is_ticked {
        Some(true) => (icon::CHECK_SQUARE, palette.accent),
        Some(false) => (icon::SQUARE, palette.second_ink),
        None => (icon::MINUS_SQUARE, palette.accent),
    };
    let font = egui::FontId::proportional(18.0);
    ui.painter().text(area.center(), egui::Align2::CENTER_CENTER, glyph, font, color32(ink));
}

/// What a row says.
struct Words {
    title: String,
    more: String,
    is_heading: bool,
    /// `None` where there is nothing to tick; within, `None` where some are ticked.
    is_ticked: Option<Option<bool>>,
}

impl Words {
    fn of(found: &Found, row: Row) -> Self {
        match row {
            Row::Heading(claims) => Self::of_heading(found, claims),
            Row::Proposal(at) => Self {
                title: found.name(at).to_owned(),
                more: found.condensation.proposals.get(at).map_or_else(String::new, in_short),
                is_heading: false,
                is_ticked: Some(Some(found.ticked.contains(&at))),
            },
            Row::Staying => Self {
                title: "Ties that stay".to_owned(),
                more: counted(found.condensation.staying.len(), "tie", "ties"),
                is_heading: true,
                is_ticked: None,
            },
            Row::Remark(at) => Self {
                title: String::new(),
                more: found.remarks.get(at).cloned().unwrap_or_default(),
                is_heading: false,
                is_ticked: None,
            },
        }
    }

    fn of_heading(found: &Found, claims: Claims) -> Self {
        let (mut all, mut ticked) = (0, 0);
        for at in found.of(claims) {
            all += 1;
            ticked += usize::from(found.ticked.contains(&at));
        }
        let (title, more) = match claims {
            Claims::Nothing => {
                (format!("All {all} that lose nothing"), "They say what the ties say")
            }
            Claims::SomeTies => {
                (format!("All {all} that claim ties"), "Some pairs aren't tied yet")
            }
        };
        let is_ticked = if ticked == all { Some(true) } else { (ticked == 0).then_some(false) };
        Self { title, more: more.to_owned(), is_heading: true, is_ticked: Some(is_ticked) }
    }

    fn show(&self, ui: &mut Ui) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if self.title.is_empty() {
            ui.add(Label::new(caption(ui, &self.more)).wrap().selectable(false));
            return;
        }
        let title = RichText::new(&self.title);
        let title = if self.is_heading { title.font(semibold_id(size::TEXT)) } else { title };
        ui.add(Label::new(title).truncate().selectable(false));
        ui.add(Label::new(caption(ui, &self.more)).truncate().selectable(false));
    }
}

/// `29 members, 406 ties, since 1949`, with what it claims.
fn in_short(proposal: &crate::analysis::pacts::Proposal) -> String {
    let members = proposal.members.len();
    let mut words =
        format!("{members} members, {}", counted(proposal.replaces.len(), "tie", "ties"));
    match proposal.missing.len() {
        0 => {}
        claims => words += &format!(", claims {claims}"),
    }
    words += &proposal.years().map_or_else(String::new, |years| format!(", {years}"));
    words
}
