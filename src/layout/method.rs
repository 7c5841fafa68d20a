//! Which layout is wanted, and what the force-directed one aims at.

/// How the nodes are laid out. All but the first start from nothing, whatever
/// [`Start`](super::Start) says.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Method {
    /// By forces, from the ideal lengths of ties: the layout for maps.
    #[default]
    Force,
    /// On one circle, the nodes of each group side by side.
    Circular {
        /// The group of each node; nodes beyond the end are in group 0.
        groups: Vec<u32>,
    },
    /// On rings around the most important node.
    Concentric {
        /// How important each node is; nodes beyond the end count as 0. If empty, the number of ties counts.
        importance: Vec<f32>,
    },
    /// In layers, so that directed ties lead downwards.
    Layered {
        /// Whether each tie leads from its first end to its second; ties beyond the end are undirected.
        directed: Vec<bool>,
    },
    /// In rows and columns, in the order given.
    Grid,
    /// Communities by signed ties, as clusters apart from one another.
    Blocs,
}

/// What the force-directed layout aims at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Preset {
    /// Legibility: distances with room at hubs and for names, and nodes moved where that undoes a
    /// crossing.
    #[default]
    Balanced,
    /// Drawn distances follow graph distances: least stress.
    Distance,
    /// Neighbours lie together, clusters are apart, few ties cross.
    Structure,
}

impl Preset {
    /// Every preset.
    pub const ALL: [Self; 3] = [Self::Balanced, Self::Distance, Self::Structure];
}

/// How far hostile ties are pushed apart by default, see [`Options::apart`](super::Options::apart).
pub const APART: f32 = 0.5;
