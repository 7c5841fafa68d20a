//! Editing title, subtitle and date where they stand: a text field over the line.

use egui::{Align2, FontId, Frame, Id, Key, Margin, RichText, TextEdit, Ui, vec2};

use super::escape_key;
use super::in_place_field::{self, InPlaceField};
use crate::edit::Command;
use crate::model::{Heading, Map};
use crate::scene::{HeadingLine, Scene, Weight};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::drawing::heading_and_legend::{HeadingAndLegend, type_size, type_weight};
use crate::ui::canvas::viewport::Viewport;
use crate::ui::intent::Intent;
use crate::ui::panels::DATE;
use crate::ui::theme::widgets::{begin_field, floating_frame};
use crate::ui::theme::{color32, palette, semibold_id, size};

/// The least width of the field, and its space around the text, in logical pixels.
const LEAST_WIDTH: f32 = 320.0;
const MARGIN: f32 = 4.0;

/// The field, while it is open.
#[derive(Default)]
pub struct HeadingEdit {
    field: InPlaceField<HeadingField>,
}

/// A line of the heading that is being typed.
struct HeadingField {
    line: HeadingLine,
    text: String,
}

/// What becomes of the field after a frame.
enum Next {
    Stay,
    Close,
    Edit(HeadingLine),
}

impl HeadingEdit {
    /// Opens the field with a line of the heading as it is.
    pub fn begin(&mut self, map: &Map, line: HeadingLine) {
        let heading = map.heading();
        let text = match line {
            HeadingLine::Title => heading.title.clone(),
            HeadingLine::Subtitle => heading.subtitle.clone(),
            HeadingLine::Date => (DATE.write)(&heading.as_of),
        };
        self.field.open(Some(HeadingField { line, text }));
    }

    /// Closes the field without a change; returns whether it was open.
    pub fn cancel(&mut self) -> bool {
        self.field.cancel()
    }

    /// Whether the field is open.
    pub const fn is_open(&self) -> bool {
        self.field.is_open()
    }

    /// Shows the field, until it is left or Escape is pressed. Tab goes on to the next line.
    pub fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        map: &Map,
        drawn: &DrawnScene,
        out: &mut Vec<Intent>,
    ) {
        let mut next = None;
        self.field.show(ui, out, |field, is_first, out| {
            match field.show(ui, viewport, (map, drawn.scene()), is_first, out) {
                Next::Stay => return true,
                Next::Close => {}
                Next::Edit(line) => next = Some(line),
            }
            false
        });
        if let Some(line) = next {
            self.begin(map, line);
            ui.ctx().request_repaint();
        }
    }
}

impl HeadingField {
    fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        (map, scene): (&Map, &Scene),
        is_first: bool,
        out: &mut Vec<Intent>,
    ) -> Next {
        let placed = HeadingAndLegend::place(scene, viewport.canvas, viewport.zoom());
        let stands = placed.line_rect(scene, self.line);
        let room = placed.heading.width() - 2.0 * MARGIN;
        let width = (stands.width() + 48.0).max(LEAST_WIDTH).min(room);
        let id = Id::new("edit-heading").with(self.line.name());
        let problem = self.changed(map.heading()).err();
        let at = stands.min - vec2(MARGIN + 1.0, MARGIN);
        let response = in_place_field::area(id, viewport, Align2::LEFT_TOP, at)
            .show(ui.ctx(), |ui| {
                let response = self.text_field(ui, id, width);
                if let Some(problem) = &problem {
                    floating_frame(ui).show(ui, |ui| {
                        let color = ui.visuals().warn_fg_color;
                        ui.label(RichText::new(problem).size(size::CAPTION).color(color));
                    });
                }
                response
            })
            .inner;
        if is_first {
            begin_field(ui, &response, &self.text);
            return Next::Stay;
        }
        if escape_key::was_pressed(ui) {
            return Next::Close;
        }
        // With Shift+Tab the toolkit takes the focus away in the next frame only.
        let is_own = response.has_focus() || response.lost_focus();
        let tab = in_place_field::shift_at_press(ui, Key::Tab).filter(|_| is_own);
        if tab.is_none() && !response.lost_focus() {
            return Next::Stay;
        }
        if self.end(ui, map, out) {
            response.request_focus();
            return Next::Stay;
        }
        let next = tab.and_then(|back| self.neighbour(back));
        next.map_or(Next::Close, Next::Edit)
    }

    /// Asks for the change; returns whether the field stays, since Enter was pressed on what can't be.
    fn end(&self, ui: &Ui, map: &Map, out: &mut Vec<Intent>) -> bool {
        match self.changed(map.heading()) {
            Err(_) if ui.input(|input| input.key_pressed(Key::Enter)) => return true,
            // What was typed is named, so that it isn't lost unseen.
            Err(expected) => {
                let name = self.line.name();
                out.push(Intent::Notice(format!("{name} stays as it was. {expected}")));
            }
            Ok(heading) => {
                let is_changed = heading != *map.heading();
                let name = format!("Change {} of the map", self.line.name().to_lowercase());
                let command = Command::Heading(Box::new(heading));
                // Before a click that has left the field selects something and ends the step.
                if is_changed {
                    out.insert(0, Intent::Edit { name, command });
                }
            }
        }
        false
    }

    fn text_field(&mut self, ui: &mut Ui, id: Id, width: f32) -> egui::Response {
        let font = match type_weight(self.line) {
            Weight::SemiBold => semibold_id(type_size(self.line)),
            Weight::Regular => FontId::proportional(type_size(self.line)),
        };
        let hint = if self.line == HeadingLine::Date { DATE.hint } else { self.line.name() };
        let edit = TextEdit::singleline(&mut self.text)
            .id(id)
            .font(font)
            .frame(
                Frame::new()
                    .fill(color32(palette(ui.ctx()).canvas))
                    .stroke(ui.visuals().selection.stroke)
                    .corner_radius(4)
                    .inner_margin(Margin::same(MARGIN as i8)),
            )
            .hint_text(RichText::new(hint).italics())
            .desired_width(width);
        let response = ui.add(edit);
        let name = self.line.name();
        ui.ctx().accesskit_node_builder(id, |node| node.set_label(name));
        response
    }

    /// The heading with what was typed, or what is expected instead.
    fn changed(&self, heading: &Heading) -> Result<Heading, String> {
        let mut heading = heading.clone();
        let text = self.text.trim();
        match self.line {
            HeadingLine::Title => text.clone_into(&mut heading.title),
            HeadingLine::Subtitle => text.clone_into(&mut heading.subtitle),
            HeadingLine::Date => heading.as_of = (DATE.read)(text)?,
        }
        Ok(heading)
    }

    /// The line after this one, or before it.
    fn neighbour(&self, back: bool) -> Option<HeadingLine> {
        let own = HeadingLine::ALL.iter().position(|line| *line == self.line)?;
        let next = if back { own.checked_sub(1)? } else { own + 1 };
        HeadingLine::ALL.get(next).copied()
    }
}
