//! A scene: all marks of a map.

use std::sync::Arc;

use super::{
    GroupHub, HullMark, Label, MembershipMark, NationMark, TieGroupMark, TieLayer, TieMark,
};
use crate::model::{Dimmed, Point, Rect, counted};
use crate::scene::{LegendRow, LineUnits, Palette};

/// Everything that is drawn of a map. The drawing order is hulls, memberships, ties drawn as one,
/// ties by their layers, nations, labels.
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

/// How many ties aren't drawn because the look of the map leaves them out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOutTies {
    /// Ties within blocs.
    pub within_blocs: usize,
    /// Other ties.
    pub others: usize,
}

impl LeftOutTies {
    /// In words: `1203 ties within blocs and 12 others are not drawn`; `None` where all are drawn.
    pub fn words(self) -> Option<String> {
        let Self { within_blocs, others } = self;
        let within = || counted(within_blocs, "tie within a bloc", "ties within blocs");
        let what = match (within_blocs, others) {
            (0, 0) => return None,
            (_, 0) => within(),
            (0, _) => counted(others, "tie", "ties"),
            _ => format!("{} and {}", within(), counted(others, "other", "others")),
        };
        let verb = if within_blocs + others == 1 { "is" } else { "are" };
        Some(format!("{what} {verb} not drawn"))
    }
}

/// How many labels have found no room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Names of nations.
    pub names: usize,
    /// Texts along ties.
    pub tie_labels: usize,
    /// Names of blocs.
    pub blocs: usize,
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
