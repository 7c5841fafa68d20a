//! A field of several records: what all say, or that they differ.

/// What all selected records say in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shared {
    /// All say this.
    Same(String),
    /// They differ.
    Various,
}

impl Shared {
    pub(super) fn of(mut texts: impl Iterator<Item = String>) -> Self {
        let Some(first) = texts.next() else { return Self::Various };
        if texts.all(|text| text == first) { Self::Same(first) } else { Self::Various }
    }

    /// What all say; nothing where they differ.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Various => "",
        }
    }
}
