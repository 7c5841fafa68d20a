//! A sample as the menu and the command palette list it.

/// A map that comes with the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What [`Intent::OpenSample`](crate::ui::Intent::OpenSample) calls it.
    pub name: &'static str,
    /// What menu and palette call it.
    pub title: &'static str,
}
