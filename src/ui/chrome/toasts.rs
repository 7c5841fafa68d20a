//! Toasts: short messages over the canvas, where they cover least of the map. They disappear by themselves,
//! stay while pointed at, and need no frames in between.

use std::time::Duration;

use egui::accesskit::{Live, Role};
use egui::{
    Align, Align2, Area, Button, Context, Frame, Id, Label, Margin, Order, Pos2, Rect, RichText,
    Ui, Vec2,
};
use egui_phosphor::regular as icon;

use crate::ui::intent::Intent;
use crate::ui::theme::widgets::icon_button;
use crate::ui::theme::{ROW, color32, palette, semibold_id, size};

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
/// The space between toasts, and between them and the edge of their room.
const GAP: f32 = 8.0;
/// About the size of a toast, before one has been shown.
const USUAL_SIZE: Vec2 = Vec2::new(320.0, 44.0);
/// Where they may stand, the first choice first.
const SPOTS: [Align2; 4] =
    [Align2::CENTER_BOTTOM, Align2::RIGHT_TOP, Align2::CENTER_TOP, Align2::RIGHT_CENTER];

/// Where there is room for toasts.
pub struct Room<'a> {
    /// The area within which they stand.
    pub area: Rect,
    /// How much of what a person looks at a rectangle would cover.
    pub covers: &'a dyn Fn(Rect) -> usize,
}

/// The messages that are shown.
#[derive(Debug, Default)]
pub struct Toasts {
    shown: Vec<Toast>,
    count: u64,
    last_time_s: Option<f64>,
    /// Where they stand.
    spot: Spot,
}

/// Where toasts stand, and how much room they took in the frame before.
#[derive(Debug)]
struct Spot {
    align: Align2,
    size: Vec2,
    is_pointed_at: bool,
}

impl Default for Spot {
    fn default() -> Self {
        Self { align: SPOTS[0], size: USUAL_SIZE, is_pointed_at: false }
    }
}

impl Spot {
    /// Goes to where less is covered, if something is covered here; not from under the pointer.
    fn choose(&mut self, room: &Room<'_>) {
        let covers = |align: Align2| {
            let area = room.area.shrink(GAP);
            (room.covers)(align.align_size_within_rect(self.size, area))
        };
        if self.is_pointed_at {
            return;
        }
        let here = covers(self.align);
        if here > 0
            && let Some(best) = SPOTS.into_iter().min_by_key(|spot| covers(*spot))
            && covers(best) < here
        {
            self.align = best;
        }
    }

    /// The place of a toast that is so far from the edge.
    fn place(&self, area: Rect, from_edge: f32) -> Pos2 {
        let at = self.align.pos_in_rect(&area.shrink(GAP));
        let way = if self.align.y() == Align::Max { -from_edge } else { from_edge };
        at + Vec2::new(0.0, way)
    }
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

    /// Shows what could not be done, with a button for what may be done instead.
    pub fn warn_with_button(
        &mut self,
        text: impl Into<String>,
        label: impl Into<String>,
        intent: Intent,
    ) {
        self.push(text.into(), true, Some((label.into(), intent)));
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
    pub fn show(&mut self, ctx: &Context, room: &Room<'_>, out: &mut Vec<Intent>) {
        let now_s = ctx.input(|input| input.time);
        let passed_s = self.last_time_s.map_or(0.0, |last| (now_s - last).max(0.0));
        if self.shown.is_empty() {
            // While nothing is shown, no time counts; else it would be taken off the next toast.
            self.last_time_s = None;
            self.spot = Spot::default();
            return;
        }
        self.last_time_s = Some(now_s);
        self.spot.choose(room);
        let mut size = Vec2::ZERO;
        let mut is_any_pointed_at = false;
        let spot = &self.spot;
        self.shown.reverse();
        self.shown.retain_mut(|toast| {
            let place = (spot.place(room.area, size.y), spot.align);
            let (taken, is_pointed_at, is_closed) = toast.show(ctx, place, out);
            size = Vec2::new(size.x.max(taken.x), size.y + taken.y + GAP);
            is_any_pointed_at |= is_pointed_at;
            if !is_pointed_at {
                toast.left_s -= passed_s;
                toast.schedule(ctx);
            }
            !is_closed && toast.left_s > 0.0
        });
        self.shown.reverse();
        self.spot.size = size;
        self.spot.is_pointed_at = is_any_pointed_at;
    }
}

impl Toast {
    /// Shows it with a corner or the middle of an edge at a place. Returns its size, whether it is pointed
    /// at, and whether it was closed.
    fn show(
        &self,
        ctx: &Context,
        (at, pivot): (Pos2, Align2),
        out: &mut Vec<Intent>,
    ) -> (Vec2, bool, bool) {
        let shown = Area::new(Id::new(("toast", self.number)))
            .order(Order::Middle)
            .pivot(pivot)
            .fixed_pos(at)
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
        (rect.size(), shown.response.contains_pointer(), shown.inner)
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
            let room = Room { area: ui.ctx().content_rect(), covers: &|_| 0 };
            shown.toasts.show(ui.ctx(), &room, &mut shown.out);
        })
    }

    /// Lets so many seconds pass, a quarter of a second a frame.
    fn pass(harness: &mut Harness<'_, Shown>, seconds: usize) {
        harness.run_steps(seconds * 4);
    }

    #[test]
    fn they_stand_where_they_cover_least_and_go_back_when_all_are_gone() {
        let area = Rect::from_min_size(Pos2::ZERO, Vec2::new(800.0, 600.0));
        let busy = Rect::from_min_max(Pos2::new(0.0, 300.0), Pos2::new(800.0, 600.0));
        let covers = |toast: Rect| usize::from(toast.intersects(busy));
        let mut spot = Spot::default();
        spot.choose(&Room { area, covers: &|_| 0 });
        assert_eq!(spot.align, Align2::CENTER_BOTTOM);
        spot.is_pointed_at = true;
        spot.choose(&Room { area, covers: &covers });
        assert_eq!(spot.align, Align2::CENTER_BOTTOM, "nothing goes from under the pointer");
        spot.is_pointed_at = false;
        spot.choose(&Room { area, covers: &covers });
        assert_eq!(spot.align, Align2::RIGHT_TOP);
        assert_eq!(spot.place(area, 50.0), Pos2::new(792.0, 58.0), "the next stands below");
        spot.choose(&Room { area, covers: &|_| 3 });
        assert_eq!(spot.align, Align2::RIGHT_TOP, "nothing is better elsewhere");
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
