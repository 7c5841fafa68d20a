//! The layout that is being made: what its step will be called, and what comes after it.

use super::action::Action;
use super::layouts;
use super::state::in_words;
use crate::tasks::{Arrangement, LayoutKind};

/// A layout that is being made.
#[derive(Default)]
pub(super) struct Run {
    /// Which layout.
    pub(super) kind: LayoutKind,
    /// The name of its step.
    pub(super) name: String,
    /// Whether all of the map is laid out, and then shown.
    pub(super) is_whole: bool,
}

impl Run {
    /// The making of an arrangement.
    pub(super) fn of(arrangement: &Arrangement) -> Self {
        let (kind, part) = match arrangement {
            Arrangement::Anew(settings) => (settings.kind, None),
            Arrangement::Part(settings, nations) => (settings.kind, Some(nations.len())),
            Arrangement::Missing => (LayoutKind::Force, None),
        };
        let name = match (part, kind) {
            (Some(nations), _) => format!("Lay out {}", in_words(nations, 0)),
            (None, LayoutKind::Force) => Action::RunLayout.entry().name.to_owned(),
            (None, kind) => layouts::action_of(kind).entry().name.to_owned(),
        };
        Self { kind, name, is_whole: part.is_none() }
    }
}
