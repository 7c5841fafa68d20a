//! The layout that is being made: what its step will be called, and what comes after it.

use crate::tasks::{LayoutKind, LayoutRequest};
use crate::ui::actions::Action;
use crate::ui::actions::layout_names;
use crate::ui::state::in_words;

/// A layout that is being made.
#[derive(Default)]
pub(in crate::ui) struct Run {
    /// Which layout.
    pub(in crate::ui) kind: LayoutKind,
    /// The name of its step.
    pub(in crate::ui) name: String,
    /// Whether all of the map is laid out, and then shown.
    pub(in crate::ui) is_whole: bool,
}

impl Run {
    /// The making of an request.
    pub(in crate::ui) fn of(request: &LayoutRequest) -> Self {
        let (kind, part) = match request {
            LayoutRequest::All(settings) => (settings.kind, None),
            LayoutRequest::Selection(settings, nations) => (settings.kind, Some(nations.len())),
            LayoutRequest::Missing => (LayoutKind::Force, None),
        };
        let name = match (part, kind) {
            (Some(nations), _) => format!("Lay out {}", in_words(nations, 0)),
            (None, LayoutKind::Force) => Action::RunLayout.entry().name.to_owned(),
            (None, kind) => layout_names::action_of(kind).entry().name.to_owned(),
        };
        Self { kind, name, is_whole: part.is_none() }
    }
}
