//! The weights of type.

use super::embedded_font;

/// The weight of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// 400; Noto Sans Regular.
    Regular,
    /// 600; Noto Sans SemiBold.
    SemiBold,
}

impl Weight {
    /// The embedded font of that weight.
    pub(super) const fn embedded(self) -> &'static [u8] {
        match self {
            Self::Regular => embedded_font::REGULAR,
            Self::SemiBold => embedded_font::SEMIBOLD,
        }
    }

    /// Its index among the weights.
    pub(super) const fn index(self) -> usize {
        match self {
            Self::Regular => 0,
            Self::SemiBold => 1,
        }
    }
}
