//! A sample as the menus and the palette list it.

/// A map that comes with the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// What [`Intent::OpenSample`](crate::ui::Intent::OpenSample) calls it.
    pub name: &'static str,
    /// What a person sees.
    pub title: &'static str,
}
