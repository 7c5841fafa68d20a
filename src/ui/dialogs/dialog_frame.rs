//! What all dialogs share: a title, a width, buttons at the lower right, Esc, and where the keyboard
//! is first.

use egui::accesskit::Role;
use egui::{Align, Context, Frame, Id, Label, Layout, Modal, Response, RichText, ScrollArea, Ui};

use crate::ui::intent::Intent;
use crate::ui::theme::widgets::primary_button;
use crate::ui::theme::{ROW, semibold_id, size};

/// The space between a dialog and the edge of the window.
const MARGIN: f32 = 24.0;
/// The space around what a dialog holds.
const PADDING: i8 = 20;

/// Gives the keyboard to one control of a dialog when it opens.
#[derive(Debug, Default)]
pub(super) struct FirstFocus {
    is_wanted: bool,
}

impl FirstFocus {
    /// The focus of a dialog that opens.
    pub(super) const fn wanted() -> Self {
        Self { is_wanted: true }
    }

    /// Gives the keyboard to this control, unless the dialog has given it away before.
    pub(super) fn give(&mut self, response: &Response) {
        if !self.is_wanted {
            return;
        }
        // The first pass of a dialog only measures it, and loses the focus again.
        if response.has_focus() {
            self.is_wanted = false;
        } else {
            response.request_focus();
        }
    }
}

/// Shows a dialog of a width (or less, where the window is narrow) and returns whether it was
/// dismissed, with Esc or by a click beside it.
pub(super) fn dialog(
    ctx: &Context,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    framed(ctx, title, width, |ui| {
        let title = RichText::new(title).font(semibold_id(size::SECTION));
        ui.add(Label::new(title).wrap().selectable(false));
        ui.add_space(8.0);
        content(ui);
    })
}

/// A dialog that begins with a field instead of a title.
pub(super) fn framed(ctx: &Context, name: &str, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    let window = ctx.content_rect();
    let padding = f32::from(PADDING);
    let room = window.size() - egui::Vec2::splat(2.0 * (MARGIN + padding));
    let style = ctx.global_style();
    let shown = Modal::new(Id::new(("dialog", name)))
        .frame(Frame::popup(&style).inner_margin(PADDING).corner_radius(10))
        .show(ctx, |ui| {
            let width = width.min(room.x);
            ui.set_width(width);
            ui.set_max_height(room.y);
            content(ui);
        });
    ctx.accesskit_node_builder(shown.response.id, |node| {
        node.set_role(Role::Dialog);
        node.set_modal();
        node.set_label(name);
    });
    shown.should_close()
}

/// The buttons of a dialog, from the right to the left: first the one that is expected.
pub(super) fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    let size = egui::Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), content);
}

/// Shows a dialog that is only read: what scrolls, and a button to close it.
pub(super) fn reading(
    ctx: &Context,
    title: &str,
    width: f32,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
    content: impl FnOnce(&mut Ui),
) {
    /// The height of title and buttons.
    const OTHER: f32 = 92.0;
    let dismissed = dialog(ctx, title, width, |ui| {
        let height = scroll_height(ui, OTHER);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, content);
        buttons(ui, |ui| close_button(ui, focus, out));
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// The button that closes a dialog, and has the keyboard when it opens.
pub(super) fn close_button(ui: &mut Ui, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let close = primary_button(ui, "Close");
    focus.give(&close);
    if close.clicked() {
        out.push(Intent::CloseDialog);
    }
}

/// The height that is left for what scrolls, when so much stands above and below it in a dialog.
pub(super) fn scroll_height(ui: &Ui, other: f32) -> f32 {
    let window = ui.ctx().content_rect().height();
    (window - 2.0 * (MARGIN + f32::from(PADDING)) - other).max(2.0 * ROW)
}
