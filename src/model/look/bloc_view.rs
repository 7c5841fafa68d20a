//! Whether a map shows the blocs that are found in its ties. It changes nothing in the data.

use serde::{Deserialize, Serialize};

/// Whether blocs are shown: each as a faint ground behind its nations, with its name.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub enum BlocView {
    /// Where there are too many ties to follow, the nations of each bloc lie together, and there are no hulls.
    #[default]
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl BlocView {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Auto, Self::On, Self::Off];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::On => "on",
            Self::Off => "off",
        }
    }
}
