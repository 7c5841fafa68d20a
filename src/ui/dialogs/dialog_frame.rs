//! What all dialogs share: a title, a width, buttons at the lower right, and Esc.

use egui::accesskit::Role;
use egui::{
    Align, Align2, Color32, Context, Frame, Id, Key, Label, LayerId, Layout, Modal, ModalResponse,
    Modifiers, Popup, RichText, ScrollArea, Ui, Vec2,
};

use super::first_focus::FirstFocus;
use crate::ui::intent::Intent;
use crate::ui::theme::widgets::primary_button;
use crate::ui::theme::{ROW, semibold_id, size};

/// The space between a dialog and the edge of the window.
const MARGIN: f32 = 24.0;
/// The space between a dialog beside the map and the edge of the window.
const MARGIN_BESIDE: f32 = 8.0;
/// The space around what a dialog holds.
const PADDING: i8 = 20;

/// Shows a dialog of a width (or less, if the window is narrow) and returns whether it was dismissed
/// with Esc. A click beside it does nothing: what was chosen in it would be gone by a slip of the hand.
pub fn dialog(ctx: &Context, title: &str, width: f32, content: impl FnOnce(&mut Ui)) -> bool {
    dialog_with_changing_title(ctx, title, title, width, content)
}

/// The same for a dialog whose title changes while it is open; `key` stays. To the toolkit a dialog of another name
/// is another one, which hears no key in its first frame.
pub fn dialog_with_changing_title(
    ctx: &Context,
    key: &str,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    titled_dialog(ctx, key, title, width, Placement::Middle, content)
}

/// The same for a dialog that is about what the map shows: it stands at the right, and the map stays in clear view.
pub fn dialog_beside_map(
    ctx: &Context,
    title: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    titled_dialog(ctx, title, title, width, Placement::BesideMap, content)
}

fn titled_dialog(
    ctx: &Context,
    key: &str,
    title: &str,
    width: f32,
    placement: Placement,
    content: impl FnOnce(&mut Ui),
) -> bool {
    let content = |ui: &mut Ui| {
        titled(ui, title);
        content(ui);
    };
    let shown = frame(ctx, key, title, width, placement, content);
    shown.response.should_close() || is_escaped(ctx, &shown)
}

/// Shows a dialog without a title, in which nothing is lost; `name` is for assistive technology. Returns
/// whether it was dismissed, with Esc or by a click beside it.
pub fn untitled_dialog(
    ctx: &Context,
    name: &str,
    width: f32,
    content: impl FnOnce(&mut Ui),
) -> bool {
    frame(ctx, name, name, width, Placement::Middle, content).should_close()
}

fn titled(ui: &mut Ui, title: &str) {
    let title = RichText::new(title).font(semibold_id(size::SECTION));
    ui.add(Label::new(title).wrap().selectable(false));
    ui.add_space(8.0);
}

fn is_escaped(ctx: &Context, shown: &ModalResponse<()>) -> bool {
    shown.is_top_modal
        && !shown.any_popup_open
        && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// Where a dialog stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Placement {
    /// In the middle, above a veil.
    Middle,
    /// At the right, where the side panel is.
    BesideMap,
}

fn frame(
    ctx: &Context,
    key: &str,
    name: &str,
    width: f32,
    placement: Placement,
    content: impl FnOnce(&mut Ui),
) -> ModalResponse<()> {
    let window = ctx.content_rect();
    let padding = f32::from(PADDING);
    let available = window.size() - Vec2::splat(2.0 * (MARGIN + padding));
    let style = ctx.global_style();
    let id = Id::new(("dialog", key));
    let frame = Frame::popup(&style).inner_margin(PADDING).corner_radius(10);
    let mut modal = Modal::new(id).frame(frame);
    if placement == Placement::BesideMap {
        // Within the width of the side panel, so that it covers nothing of the map.
        let place = Vec2::new(-MARGIN_BESIDE, 0.0);
        let area = Modal::default_area(id).anchor(Align2::RIGHT_CENTER, place);
        modal = modal.area(area).backdrop_color(Color32::TRANSPARENT);
    }
    let shown = modal.show(ctx, |ui| {
        let width = width.min(available.x);
        ui.set_width(width);
        ui.set_max_height(available.y);
        content(ui);
    });
    ctx.accesskit_node_builder(shown.response.id, |node| {
        node.set_role(Role::Dialog);
        node.set_modal();
        node.set_label(name);
    });
    lift_lists(ctx, shown.response.layer_id);
    shown
}

/// Keeps the list of a drop-down above the dialog. A dialog comes to the front when it is pressed, also
/// where press and release are seen in one frame, and its lists would be opened behind it.
fn lift_lists(ctx: &Context, dialog: LayerId) {
    if !Popup::is_any_open(ctx) {
        return;
    }
    let shown = ctx.memory(|memory| memory.areas().visible_layer_ids());
    for layer in shown {
        if layer.order == dialog.order && layer != dialog {
            ctx.set_sublayer(dialog, layer);
        }
    }
}

/// Shows a dialog that is only read: content that scrolls, and a button to close it.
pub fn read_only_dialog(
    ctx: &Context,
    title: &str,
    width: f32,
    focus: &mut FirstFocus,
    out: &mut Vec<Intent>,
    content: impl FnOnce(&mut Ui),
) {
    /// The height of title and buttons.
    const OTHER: f32 = 92.0;
    let dismissed = untitled_dialog(ctx, title, width, |ui| {
        titled(ui, title);
        let height = scroll_height(ui, OTHER);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, content);
        buttons(ui, |ui| close_button(ui, focus, out));
    });
    if dismissed {
        out.push(Intent::CloseDialog);
    }
}

/// The buttons of a dialog, from right to left: first the one that is expected.
pub fn buttons(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    ui.add_space(12.0);
    let size = Vec2::new(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), content);
}

/// The button that closes a dialog, and has the keyboard when it opens.
pub fn close_button(ui: &mut Ui, focus: &mut FirstFocus, out: &mut Vec<Intent>) {
    let close = primary_button(ui, "Close");
    focus.give(&close);
    if close.clicked() {
        out.push(Intent::CloseDialog);
    }
}

/// The height that is left for what scrolls; `other` is the height of what stands above and below it.
pub fn scroll_height(ui: &Ui, other: f32) -> f32 {
    let window = ui.ctx().content_rect().height();
    (window - 2.0 * (MARGIN + f32::from(PADDING)) - other).max(2.0 * ROW)
}
