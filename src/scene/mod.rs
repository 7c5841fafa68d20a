//! What is drawn where: a map and the positions of its nations become resolved marks (discs, curves,
//! dashes, labels, legend) that the canvas and every export draw alike.
//!
//! This floor knows no window and no file format. Lengths are world units: 1 unit is 1 logical pixel
//! at 100 % zoom, y points down. The same map, positions and options give the same marks.

mod build;
pub mod categories;
mod curve;
mod dimmed;
pub mod figure;
mod flags;
mod follow;
pub mod font;
mod hull_labels;
mod hulls;
pub mod index;
mod labels;
mod legend;
mod legend_rows;
mod legend_words;
mod marks;
mod nations;
mod oklab;
pub mod palette;
mod pattern;
mod positions;
mod routing;
mod rules;
pub mod text;

pub use build::{Options, build, rebuild, relabel};
pub use curve::Curve;
pub use flags::Flag;
pub use follow::{Moved, follow};
pub use labels::name_below;
pub use legend::to_scale as legend_to_scale;
pub use legend::{LegendBlock, LegendLine, LegendRow, LegendSample, LegendSign, PlacedSign};
pub use marks::{
    Arrow, Emblem, Ground, HeadingLines, HullLook, HullMark, Label, LabelOwner, LeftOut, Line,
    Mark, MembershipMark, NationMark, Scene, Shape, Stroke, TieMark,
};
pub use nations::{label_boxes, radii};
pub use palette::{Palette, Theme};
pub use pattern::{Decoration, Pattern, dash_strokes, double_lines};
pub use positions::Positions;
pub use rules::{nation_color_key, tie_color_key};
pub use text::Weight;
