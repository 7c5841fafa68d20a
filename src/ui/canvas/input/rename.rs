//! Renaming in place: a text field over the name of a nation, or over the label of a tie.

use egui::{Align2, Area, Id, Order, TextEdit, Ui, vec2};

use super::escape_key;
use crate::edit::{Change, Command, Target};
use crate::model::{End, Map, Nation, Point, Tie};
use crate::scene::{LabelOwner, Scene};
use crate::ui::canvas::cache::drawn_scene::DrawnScene;
use crate::ui::canvas::map_position::position_in_map;
use crate::ui::canvas::viewport::Viewport;
use crate::ui::intent::Intent;
use crate::ui::theme::value_style;

/// About how far below a nation's centre the middle of its name is, in world units.
const NAME_BELOW: f32 = 29.0;

/// The field, while it is open.
#[derive(Default)]
pub struct InPlaceRename {
    field: Option<RenameField>,
}

impl InPlaceRename {
    /// Opens the field with the name or label as it is; closes it where there is no target in the map.
    pub fn begin(&mut self, map: &Map, target: Option<Target>) {
        self.field = target.and_then(|target| RenameField::begin(map, target));
    }

    /// Closes the field without a change; returns whether it was open.
    pub fn cancel(&mut self) -> bool {
        self.field.take().is_some()
    }

    /// Whether the field is open.
    pub const fn is_open(&self) -> bool {
        self.field.is_some()
    }

    /// The owner of the label that is hidden below the field.
    pub fn hidden_label(&self) -> Option<LabelOwner> {
        self.field.as_ref().map(RenameField::owner)
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
        let Some(field) = &mut self.field else { return };
        if !field.show(ui, viewport, map, drawn.scene(), out) {
            self.field = None;
            if escape_key::was_pressed(ui) {
                escape_key::keep_selection(out);
            }
        }
    }
}

/// A name that is being typed over the map.
#[derive(Clone, Debug)]
struct RenameField {
    target: Target,
    text: String,
    /// Where the field is, if it had to open before there was a mark to place it on.
    anchor: Option<Point>,
    /// Whether the field has had its first frame, in which it takes the keyboard's focus.
    has_begun: bool,
}

impl RenameField {
    fn begin(map: &Map, target: Target) -> Option<Self> {
        let text = match target {
            Target::Nation(id) => map.nations().get(id)?.name.clone(),
            Target::Tie(id) => map.ties().get(id)?.label.clone(),
        };
        Some(Self { target, text, anchor: None, has_begun: false })
    }

    const fn owner(&self) -> LabelOwner {
        match self.target {
            Target::Nation(id) => LabelOwner::Nation(id),
            Target::Tie(id) => LabelOwner::Tie(id),
        }
    }

    /// Shows the field; returns whether it stays open.
    fn show(
        &mut self,
        ui: &Ui,
        viewport: &Viewport,
        map: &Map,
        scene: &Scene,
        out: &mut Vec<Intent>,
    ) -> bool {
        let label = scene.labels.iter().find(|label| label.owner == self.owner());
        let middle = match self.target {
            Target::Nation(id) => scene.nations.iter().find(|m| m.id == id).map(|m| m.center),
            Target::Tie(id) => scene.ties.iter().find(|m| m.id == id).map(|m| m.middle),
        };
        let drawn = label.map(|label| label.center).or(middle);
        if drawn.is_none() && self.anchor.is_none() {
            self.anchor =
                position_in_map(map, self.target).map(|at| at + Point::new(0.0, NAME_BELOW));
        }
        let Some(at) = self.anchor.or(drawn) else { return false };
        let id = Id::new("rename-in-place");
        let at = viewport.screen_from_world(at);
        let response = Area::new(id.with("area"))
            .order(Order::Foreground)
            .pivot(Align2::CENTER_CENTER)
            .fixed_pos(at)
            .constrain_to(viewport.canvas)
            .show(ui.ctx(), |ui| {
                let hint = if matches!(self.target, Target::Nation(_)) { "Name" } else { "Label" };
                let edit = TextEdit::singleline(&mut self.text)
                    .id(id)
                    .font(value_style())
                    .hint_text(hint)
                    .horizontal_align(egui::Align::Center)
                    .desired_width(180.0)
                    .min_size(vec2(180.0, 28.0));
                ui.add(edit)
            })
            .inner;
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
            select_all(ui, id, &self.text);
            return true;
        }
        if escape_key::was_pressed(ui) {
            return false;
        }
        if response.lost_focus() {
            out.extend(self.finish(map));
            return false;
        }
        true
    }

    /// The change, if there is one. A nation keeps its name when the field was left empty.
    fn finish(&self, map: &Map) -> Option<Intent> {
        let text = self.text.trim();
        match self.target {
            Target::Nation(id) => {
                let nation = map.nations().get(id)?;
                if text.is_empty() || text == nation.name {
                    return None;
                }
                let name = format!("Rename {}", map.end_name(End::Nation(id)));
                let renamed = Nation { name: text.to_owned(), ..nation.clone() };
                let command = Command::Nation(id, Change::Replace(Box::new(renamed)));
                Some(Intent::Edit { name, command })
            }
            Target::Tie(id) => {
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

/// Selects the whole text, so that typing replaces it.
fn select_all(ui: &Ui, id: Id, text: &str) {
    use egui::text::{CCursor, CCursorRange};
    let mut state = egui::text_edit::TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}
