//! A scene: all marks of a map.

use std::sync::Arc;

use super::{
    GroupHub, HullMark, Label, LeftOut, LeftOutTies, MembershipMark, NationMark, TieAtName,
    TieGroupMark, TieLayer, TieMark,
};
use crate::model::{Dimmed, Point, Rect};
use crate::scene::ties::TieWeights;
use crate::scene::{FreeView, LegendRow, LineUnits, Palette};

/// Everything that is drawn of a map. The drawing order is hulls, memberships, ties drawn as one,
/// ties by their layers, nations, the halos of labels, ties at names, the letters of labels.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The colours of everything that has no colour of its own from a nation or kind.
    pub palette: Palette,
    /// The hulls behind all else.
    pub hulls: Vec<HullMark>,
    /// The nations, in the order of the map.
    pub nations: Vec<NationMark>,
    /// The ties, in the order of the map.
    pub ties: Vec<TieMark>,
    /// The ties of each kind that are drawn, from the lowest to the topmost.
    pub tie_layers: Vec<TieLayer>,
    /// The lines from members to their organisations.
    pub memberships: Vec<MembershipMark>,
    /// The names of nations, then the texts along ties, then the names of hulls.
    pub labels: Vec<Label>,
    /// Where the names of blocs stand if nothing that floats above the map covers them.
    pub(in crate::scene) usual_bloc_names: Vec<Rect>,
    /// The parts of ties that lie below the names of their own nations.
    pub ties_at_names: Vec<TieAtName>,
    /// How many labels have found no room.
    pub left_out: LeftOut,
    /// How many ties aren't drawn.
    pub left_out_ties: LeftOutTies,
    /// Ties that are drawn as one, below all other ties.
    pub tie_groups: Vec<TieGroupMark>,
    /// The middles of the groups at which these end.
    pub hubs: Vec<GroupHub>,
    /// The widths of lines.
    pub lines: LineUnits,
    /// The share of the map's area that the ties cover which stand out. As [`Scene::lines`], it stays while nations
    /// move.
    pub strong_cover: f32,
    /// How its ties are weighed. They don't change while nations move and labels are placed anew.
    pub(in crate::scene) weights: Arc<TieWeights>,
    /// Which nations, ties and memberships are drawn faintly.
    pub dimmed: Arc<Dimmed>,
    /// What lines, colours and sizes mean; only what is on the map.
    pub legend: Vec<LegendRow>,
    /// Where the legend was put by hand, as in [`Look::legend`](crate::model::Look::legend).
    pub legend_place: Option<Point>,
    /// Title, subtitle and date.
    pub heading: HeadingLines,
    /// The sources in the order of the map; the first is number 1.
    pub sources: Vec<String>,
    /// The size of 1 unit of lines and their dashes, so that a legend can show them as they are drawn.
    pub unit: f32,
    /// The size of 1 unit of a nation's mark, so that a legend can show sizes to scale.
    pub mark_unit: f32,
    /// The smallest rectangle that holds every mark; [`Rect::NOTHING`] for an empty map.
    pub bounds: Rect,
}

impl Scene {
    /// Whether all names of blocs have their usual places in a view.
    pub fn names_blocs_alike_in(&self, view: Option<FreeView>) -> bool {
        view.is_none_or(|view| self.usual_bloc_names.iter().all(|name| view.leaves_whole(name)))
    }

    /// Whether it is crowded: most lines are thinner than their kinds say, or grounds stand for them, since they would
    /// cover the map.
    pub fn is_crowded(&self) -> bool {
        self.lines.are_thinned() || self.weights.has_grounds()
    }
}

/// The lines above a map; empty ones aren't drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingLines {
    /// The title.
    pub title: String,
    /// The line below the title.
    pub subtitle: String,
    /// The day that the map describes, in words: `As of 19 June 2024`.
    pub as_of: String,
}

impl HeadingLines {
    /// A line; empty where it isn't drawn.
    pub fn line(&self, line: HeadingLine) -> &str {
        match line {
            HeadingLine::Title => &self.title,
            HeadingLine::Subtitle => &self.subtitle,
            HeadingLine::Date => &self.as_of,
        }
    }
}

/// A line of the heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadingLine {
    /// The title.
    Title,
    /// The line below it.
    Subtitle,
    /// The day that the map describes.
    Date,
}

impl HeadingLine {
    /// Every line, from top to bottom.
    pub const ALL: [Self; 3] = [Self::Title, Self::Subtitle, Self::Date];

    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Subtitle => "Subtitle",
            Self::Date => "Date",
        }
    }
}
