//! Toasts: short messages above the status bar. They disappear by themselves, stay while pointed at,
//! and need no frames in between.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{Align2, Area, Button, Context, Frame, Id, Label, Margin, Order, RichText, Ui, Vec2};
use egui_phosphor::regular as icon;

use crate::ui::intent::Intent;
use crate::ui::theme::widgets::icon_button;
use crate::ui::theme::{ROW, STATUS_BAR, color32, palette, semibold_id, size};

/// How long a result is shown, in seconds.
const RESULT_S: f64 = 5.0;
/// How long a warning is shown, in seconds.
const WARNING_S: f64 = 10.0;
/// How long a toast takes to fade, in seconds; this is part of the time it is shown.
const FADE_S: f64 = 0.2;
/// The most that are shown at once; the oldest makes room.
const MOST: usize = 4;
/// The width at which a message wraps, in logical pixels.
const TEXT_WIDTH: f32 = 440.0;
/// The space between toasts, and between them and the status bar.
const GAP: f32 = 8.0;

/// The messages that are shown.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    count: u64,
    last_time_s: Option<f64>,
}

#[derive(Debug)]
struct Toast {
    number: u64,
    text: String,
    is_warning: bool,
    button: Option<(String, Intent)>,
    left_s: f64,
}

impl Toasts {
    /// Shows what has happened.
    pub fn info(&mut self, text: impl Into<String>) {
        self.push(text.into(), false, None);
    }

    /// Shows what has happened, with a button for what may come next.
    pub fn info_with_button(
        &mut self,
        text: impl Into<String>,
        label: impl Into<String>,
        intent: Intent,
    ) {
        self.push(text.into(), false, Some((label.into(), intent)));
    }

    /// Shows what could not be done; stays longer.
    pub fn warn(&mut self, text: impl Into<String>) {
        self.push(text.into(), true, None);
    }

    fn push(&mut self, text: String, is_warning: bool, button: Option<(String, Intent)>) {
        // The same message again restarts its time instead of being shown twice.
        self.shown.retain(|toast| toast.text != text);
        let left_s = if is_warning { WARNING_S } else { RESULT_S };
        self.count += 1;
        self.shown.push(Toast { number: self.count, text, is_warning, button, left_s });
        let surplus = self.shown.len().saturating_sub(MOST);
        self.shown.drain(..surplus);
    }

    /// Shows the messages, and requests the frame in which the next one disappears.
    pub fn show(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let now_s = ctx.input(|input| input.time);
        let passed_s = self.last_time_s.map_or(0.0, |last| (now_s - last).max(0.0));
        // While nothing is shown, no time counts; else it would be taken off the next toast.
        self.last_time_s = (!self.shown.is_empty()).then_some(now_s);
        let mut bottom = STATUS_BAR + GAP;
        self.shown.reverse();
        self.shown.retain_mut(|toast| {
            let (height, is_pointed_at, is_closed) = toast.show(ctx, bottom, out);
            bottom += height + GAP;
            if !is_pointed_at {
                toast.left_s -= passed_s;
                toast.schedule(ctx);
            }
            !is_closed && toast.left_s > 0.0
        });
        self.shown.reverse();
    }
}

impl Toast {
    /// Shows it at a distance from the window's lower edge. Returns its height, whether it is pointed
    /// at, and whether it was closed.
    fn show(&self, ctx: &Context, bottom: f32, out: &mut Vec<Intent>) -> (f32, bool, bool) {
        let shown = Area::new(Id::new(("toast", self.number)))
            .order(Order::Middle)
            .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -bottom))
            .fade_in(false)
            .show(ctx, |ui| {
                ui.set_opacity((self.left_s / FADE_S).clamp(0.0, 1.0) as f32);
                frame(ui).show(ui, |ui| self.content(ui, out)).inner
            });
        ctx.accesskit_node_builder(shown.response.id, |node| {
            node.set_role(if self.is_warning { Role::Alert } else { Role::Status });
            node.set_live(if self.is_warning { Live::Assertive } else { Live::Polite });
            node.set_label(self.text.as_str());
            let rect = shown.response.rect;
            node.set_bounds(egui::accesskit::Rect {
                x0: rect.min.x.into(),
                y0: rect.min.y.into(),
                x1: rect.max.x.into(),
                y1: rect.max.y.into(),
            });
        });
        let rect = shown.response.rect;
        (rect.height(), shown.response.contains_pointer(), shown.inner)
    }

    fn content(&self, ui: &mut Ui, out: &mut Vec<Intent>) -> bool {
        let accent = color32(palette(ui.ctx()).accent);
        let mut is_closed = false;
        ui.horizontal(|ui| {
            let (glyph, ink) = if self.is_warning {
                (icon::WARNING, ui.visuals().warn_fg_color)
            } else {
                (icon::CHECK_CIRCLE, accent)
            };
            ui.add(Label::new(RichText::new(glyph).size(18.0).color(ink)).selectable(false));
            let width = TEXT_WIDTH.min(ui.ctx().content_rect().width() - 240.0).max(120.0);
            ui.scope(|ui| {
                ui.set_max_width(width);
                ui.add(Label::new(&self.text).wrap());
            });
            if let Some((label, intent)) = &self.button {
                let text = RichText::new(label).font(semibold_id(size::TEXT)).color(accent);
                let button = Button::new(text).min_size(Vec2::new(0.0, ROW));
                if ui.add(button.frame_when_inactive(false)).clicked() {
                    out.push(intent.clone());
                    is_closed = true;
                }
            }
            is_closed |= icon_button(ui, icon::X, "Close message", None).clicked();
        });
        is_closed
    }

    /// Requests the next frame that this toast needs: at once while it fades, else when fading begins.
    fn schedule(&self, ctx: &Context) {
        let still_s = self.left_s - FADE_S;
        if still_s > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(still_s));
        } else {
            ctx.request_repaint();
        }
    }
}

fn frame(ui: &Ui) -> Frame {
    let visuals = ui.visuals();
    Frame::new()
        .fill(visuals.panel_fill)
        .stroke(visuals.window_stroke)
        .corner_radius(8)
        .shadow(visuals.popup_shadow)
        .inner_margin(Margin { left: 12, right: 4, top: 4, bottom: 4 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::test_example;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    struct Shown {
        toasts: Toasts,
        out: Vec<Intent>,
    }

    fn window<'a>(toasts: Toasts) -> Harness<'a, Shown> {
        test_example::window(Shown { toasts, out: Vec::new() }, |ui, shown| {
            shown.toasts.show(ui.ctx(), &mut shown.out);
        })
    }

    /// Lets so many seconds pass, a quarter of a second a frame.
    fn pass(harness: &mut Harness<'_, Shown>, seconds: usize) {
        harness.run_steps(seconds * 4);
    }

    #[test]
    fn results_go_and_warnings_stay_longer() {
        let mut toasts = Toasts::default();
        toasts.info("Saved");
        toasts.warn("Can't save");
        let mut harness = window(toasts);
        pass(&mut harness, 3);
        assert!(harness.query_by_role_and_label(Role::Status, "Saved").is_some());
        pass(&mut harness, 3);
        assert!(harness.query_by_role_and_label(Role::Status, "Saved").is_none());
        assert!(harness.query_by_role_and_label(Role::Alert, "Can't save").is_some());
        pass(&mut harness, 5);
        assert!(harness.query_by_role_and_label(Role::Alert, "Can't save").is_none());
    }

    #[test]
    fn a_toast_that_is_pointed_at_waits() {
        let mut toasts = Toasts::default();
        toasts.info("Saved");
        let mut harness = window(toasts);
        harness.get_by_role_and_label(Role::Status, "Saved").hover();
        pass(&mut harness, 20);
        assert!(harness.query_by_role_and_label(Role::Status, "Saved").is_some());
        harness.remove_cursor();
        pass(&mut harness, 6);
        assert!(harness.query_by_role_and_label(Role::Status, "Saved").is_none());
    }

    #[test]
    fn its_button_asks_and_closes_it() {
        let mut toasts = Toasts::default();
        toasts.info_with_button(
            "Exported",
            "Show in folder",
            Intent::ShowInFolder("/a.svg".into()),
        );
        let mut harness = window(toasts);
        harness.get_by_label("Show in folder").click();
        harness.run();
        assert!(matches!(harness.state().out[..], [Intent::ShowInFolder(_)]));
        assert!(harness.query_by_role_and_label(Role::Status, "Exported").is_none());
    }

    #[test]
    fn between_its_frames_the_app_is_at_rest() {
        let mut toasts = Toasts::default();
        toasts.info("Saved");
        let mut harness = window(toasts);
        harness.run();
        let delay = harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert!(delay > Duration::from_secs(3) && delay < Duration::from_secs(6), "{delay:?}");
    }

    #[test]
    fn only_the_newest_are_kept_and_none_twice() {
        let mut toasts = Toasts::default();
        for text in ["a", "b", "c", "d", "e", "b"] {
            toasts.info(text);
        }
        let texts: Vec<&str> = toasts.shown.iter().map(|toast| toast.text.as_str()).collect();
        assert_eq!(texts, ["c", "d", "e", "b"]);
    }
}
