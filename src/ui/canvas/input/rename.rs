//! Renaming in place: a text field over the name of a nation, or over the label of a tie.

use egui::{Align2, Id, TextEdit, Ui, vec2};

use super::escape_key;
use super::in_place_field::{self, InPlaceField};
use crate::edit::{Change, Command, as_known, named};
use crate::model::{End, Map, Nation, NationId, Point, Tie};
use crate::names::{KnownNation, by_code};
use crate::scene::{LabelOwner, Scene};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::map_position::position_in_map;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::completion::{Completed, Completion, Suggestions, nation_names};
use crate::ui::intent::Intent;
use crate::ui::theme::value_style;
use crate::ui::theme::widgets::begin_field;

/// About how far below a nation's centre the middle of its name is, in world units.
const NAME_BELOW: f32 = 29.0;

/// The field, while it is open.
#[derive(Default)]
pub struct InPlaceRename {
    field: InPlaceField<RenameField>,
}

impl InPlaceRename {
    /// Opens the field with the name or label as it is; closes it where the map has no such nation or tie.
    pub fn begin(&mut self, map: &Map, target: End) {
        self.field.open(RenameField::begin(map, target));
    }

    /// Opens the field of a nation that was just added, in which it gets its name.
    pub fn begin_new(&mut self, map: &Map, id: NationId) {
        let field = RenameField::begin(map, End::Nation(id));
        self.field.open(field.map(|field| RenameField { is_new: true, ..field }));
    }

    /// Closes the field without a change; returns whether it was open.
    pub fn cancel(&mut self) -> bool {
        self.field.cancel()
    }

    /// Whether the field is open.
    pub const fn is_open(&self) -> bool {
        self.field.is_open()
    }

    /// The owner of the label that is hidden below the field.
    pub fn hidden_label(&self) -> Option<LabelOwner> {
        self.field.get().map(RenameField::owner)
    }

    /// Shows the field, until it is left or Escape is pressed.
    pub fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        map: &Map,
        drawn: &DrawnScene,
        out: &mut Vec<Intent>,
    ) {
        self.field.show(ui, out, |field, is_first, out| {
            field.show(ui, viewport, (map, drawn.scene()), is_first, out)
        });
    }
}

/// A name that is being typed over the map.
#[derive(Debug)]
struct RenameField {
    target: End,
    text: String,
    /// Where the field is, if it had to open before there was a mark to place it on.
    anchor: Option<Point>,
    /// Whether the nation was just added: then naming it is one step with that.
    is_new: bool,
    completion: Completion,
    /// Whether Escape has closed the list of suggestions: then the plain text is wanted.
    is_plain: bool,
}

/// What the text of a field becomes.
#[derive(Clone, Copy)]
enum Ending {
    /// The known nation that was taken from the list.
    Known(&'static KnownNation),
    /// The text, with the code of the nation that it means, if it means one.
    Recognised,
    /// The text alone.
    Plain,
}

impl RenameField {
    fn begin(map: &Map, target: End) -> Option<Self> {
        let text = match target {
            End::Nation(id) => map.nations().get(id)?.name.clone(),
            End::Tie(id) => map.ties().get(id)?.label.clone(),
        };
        Some(Self {
            target,
            text,
            anchor: None,
            is_new: false,
            completion: Completion::default(),
            is_plain: false,
        })
    }

    const fn owner(&self) -> LabelOwner {
        match self.target {
            End::Nation(id) => LabelOwner::Nation(id),
            End::Tie(id) => LabelOwner::Tie(id),
        }
    }

    /// Shows the field; returns whether it stays open.
    fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        (map, scene): (&Map, &Scene),
        is_first: bool,
        out: &mut Vec<Intent>,
    ) -> bool {
        let label = scene.labels.iter().find(|label| label.owner == self.owner());
        let middle = match self.target {
            End::Nation(id) => scene.nations.iter().find(|m| m.id == id).map(|m| m.center),
            End::Tie(id) => scene.ties.iter().find(|m| m.id == id).map(|m| m.middle),
        };
        let drawn = label.map(|label| label.center).or(middle);
        if drawn.is_none() && self.anchor.is_none() {
            self.anchor =
                position_in_map(map, self.target.into()).map(|at| at + Point::new(0.0, NAME_BELOW));
        }
        let Some(at) = self.anchor.or(drawn) else { return false };
        let id = Id::new("rename-in-place");
        let at = viewport.screen_from_world(at);
        let completed = in_place_field::area(id, viewport, Align2::CENTER_CENTER, at)
            .show(ui.ctx(), |ui| self.text_field(ui, id))
            .inner;
        let response = completed.response;
        if is_first {
            begin_field(ui, &response, &self.text);
            return true;
        }
        if let Some(known) = completed.taken.and_then(|taken| by_code(&taken.key)) {
            response.surrender_focus();
            self.end(map, Ending::Known(known), out);
            return false;
        }
        self.is_plain = (self.is_plain && !response.changed()) || completed.has_closed_list;
        if completed.has_closed_list {
            return true;
        }
        let is_escape = escape_key::was_pressed(ui);
        if is_escape || response.lost_focus() {
            // What was typed for a new nation is worth keeping: undo takes it back together with the
            // nation. An old name stays.
            let is_plain = self.is_plain || is_escape;
            if !is_escape || self.is_new {
                let ending = if is_plain { Ending::Plain } else { Ending::Recognised };
                self.end(map, ending, out);
            }
            return false;
        }
        true
    }

    fn text_field(&mut self, ui: &mut Ui, id: Id) -> Completed {
        let is_nation = matches!(self.target, End::Nation(_));
        let suggest = |text: &str| match is_nation {
            true => nation_names::suggestions(text),
            false => Suggestions::default(),
        };
        self.completion.show(ui, id, &mut self.text, suggest, |ui, text| {
            let edit = TextEdit::singleline(text)
                .id(id)
                .font(value_style())
                .hint_text(if is_nation { "Name" } else { "Label" })
                .horizontal_align(egui::Align::Center)
                .desired_width(180.0)
                .min_size(vec2(180.0, 28.0));
            ui.add(edit)
        })
    }

    /// Asks for the change, before a click that has left the field selects something and ends the step.
    fn end(&self, map: &Map, ending: Ending, out: &mut Vec<Intent>) {
        if let Some(change) = self.finish(map, ending) {
            out.insert(0, change);
        }
    }

    /// The change, if there is one. A nation keeps its name when the field was left empty.
    fn finish(&self, map: &Map, ending: Ending) -> Option<Intent> {
        let text = self.text.trim();
        match self.target {
            End::Nation(id) => {
                let nation = map.nations().get(id)?;
                let renamed = match ending {
                    Ending::Known(known) => as_known(nation, known),
                    _ if text.is_empty() || text == nation.name => return None,
                    Ending::Recognised => named(nation, text),
                    Ending::Plain => Nation { name: text.to_owned(), ..nation.clone() },
                };
                if self.is_new {
                    return Some(Intent::NameNewNation(id, Box::new(renamed)));
                }
                let name = format!("Rename {}", map.end_name(End::Nation(id)));
                let is_changed = renamed != *nation;
                let command = Command::Nation(id, Change::Replace(Box::new(renamed)));
                is_changed.then_some(Intent::Edit { name, command })
            }
            End::Tie(id) => {
                let tie = map.ties().get(id)?;
                let changed = text != tie.label;
                let name = format!("Label {}", map.tie_name(id));
                let labelled = Tie { label: text.to_owned(), ..tie.clone() };
                let command = Command::Tie(id, Change::Replace(Box::new(labelled)));
                changed.then_some(Intent::Edit { name, command })
            }
        }
    }
}
