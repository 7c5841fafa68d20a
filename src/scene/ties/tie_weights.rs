//! What of the ties of a map is drawn, and how strongly.

use super::TieRank;
use crate::scene::blocs::{Cliques, PowerEdge};
use crate::scene::junctions::Junction;
use crate::scene::tie_groups::TieGroups;
use crate::scene::{LeftOutTies, LineUnits};

/// How the ties of a map are weighed against one another.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scene) struct TieWeights {
    /// The rank of each tie, in the order of the map; none where all are drawn alike.
    pub(super) ranks: Vec<TieRank>,
    /// Whether each tie is drawn; none where all are.
    pub(super) drawn: Vec<bool>,
    /// The widths of lines.
    pub(in crate::scene) lines: LineUnits,
    /// Whether each tie is drawn as one with others; none where none is.
    pub(super) grouped: Vec<bool>,
    /// Those that are drawn as one.
    pub(in crate::scene) groups: TieGroups,
    /// Those for which the grounds of blocs stand.
    pub(in crate::scene) cliques: Cliques,
    /// Those that are drawn as one line to a ground.
    pub(in crate::scene) power_edges: Vec<PowerEdge>,
    /// Those between two sides whose lines meet.
    pub(in crate::scene) junctions: Vec<Junction>,
    /// How many aren't drawn.
    pub(in crate::scene) left_out: LeftOutTies,
}

impl TieWeights {
    /// The weights of ties that are all drawn alike.
    pub(in crate::scene) fn alike(lines: LineUnits) -> Self {
        let left_out = LeftOutTies { within_blocs: 0, others: 0 };
        let groups = TieGroups::default();
        let (ranks, drawn, grouped) = (Vec::new(), Vec::new(), Vec::new());
        let cliques = Cliques::default();
        let (power_edges, junctions) = (Vec::new(), Vec::new());
        Self { ranks, drawn, grouped, lines, groups, cliques, power_edges, junctions, left_out }
    }

    /// Whether the grounds of blocs stand for ties.
    pub(in crate::scene) fn has_grounds(&self) -> bool {
        self.cliques.all().next().is_some()
    }

    /// The rank of a tie, by its index; `None` where all are drawn alike.
    pub(in crate::scene) fn rank(&self, tie: usize) -> Option<TieRank> {
        self.ranks.get(tie).copied()
    }

    /// Whether a tie is paler than others, as those within blocs are on a crowded map, by its index.
    pub(in crate::scene) fn is_pale(&self, tie: usize) -> bool {
        self.rank(tie).is_some_and(TieRank::is_pale)
    }

    /// Whether a tie is drawn, by itself or as one with others, by its index.
    pub(in crate::scene) fn is_told(&self, tie: usize) -> bool {
        self.is_drawn(tie) || self.grouped.get(tie) == Some(&true)
    }

    /// Whether a tie is drawn by itself, by its index.
    pub(in crate::scene) fn is_drawn(&self, tie: usize) -> bool {
        self.drawn.get(tie).is_none_or(|drawn| *drawn)
    }
}
