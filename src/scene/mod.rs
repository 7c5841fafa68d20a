//! What is drawn where: a map and the positions of its nations become resolved marks (discs, curves,
//! dashes, labels, legend) that the canvas and every export draw alike.
//!
//! This floor knows no window and no file format. Lengths are world units: 1 unit is 1 logical pixel
//! at 100 % zoom, y points down. The same map, positions and options give the same marks.

mod build;
pub mod category_colors;
mod curve;
mod dimmed;
pub mod embedded_font;
pub mod figure;
mod flags;
mod hulls;
mod incremental;
pub mod index;
mod labels;
mod legend;
mod line_pattern;
mod look_rules;
mod marks;
mod nation_marks;
mod oklab;
pub mod palette;
mod positions;
mod routing;
pub mod text;

pub use build::{Options, build, rebuild, relabel};
pub use curve::Curve;
pub use flags::Flag;
pub use incremental::{Moved, move_nations};
pub use labels::name_below;
pub use legend::to_scale as legend_to_scale;
pub use legend::{LegendBlock, LegendLine, LegendRow, LegendSample, LegendSign, PlacedSign};
pub use line_pattern::{Decoration, Pattern, dash_strokes, double_lines};
pub use look_rules::{nation_color_key, tie_color_key};
pub use marks::{
    Arrow, Emblem, Ground, HeadingLines, HullLook, HullMark, Label, LabelOwner, LeftOut, Line,
    Mark, MembershipMark, NationMark, Scene, Shape, Stroke, TieMark,
};
pub use nation_marks::{label_boxes, radii};
pub use palette::{Palette, Theme};
pub use positions::Positions;
pub use text::Weight;
