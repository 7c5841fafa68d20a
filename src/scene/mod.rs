//! What is drawn where: a map and the positions of its nations become resolved marks (discs, curves,
//! dashes, labels, legend) that the canvas and every export draw alike.
//!
//! This floor knows no window and no file format. Lengths are world units: 1 unit is 1 logical pixel
//! at 100 % zoom, y points down. The same map, positions and options give the same marks.

mod blocs;
mod bounds;
mod build;
mod bundling;
mod colors;
pub mod figure;
mod heading;
mod hull_area;
mod hulls;
mod incremental;
pub mod index;
mod junctions;
mod labels;
mod legend;
mod lines;
mod look_rules;
mod marks;
mod matrix;
mod nations;
mod options;
mod positions;
mod routing;
pub mod text;
mod tie_groups;
mod ties;

pub use build::{build, relabel};
pub use colors::palette::{Palette, Theme};
pub use colors::{category_colors, palette};
pub use hulls::{HullGroup, hull_groups};
pub use incremental::{Moved, move_nations, move_notes};
pub use labels::{label_at_place, label_place_at, note_box, note_boxes, usual_name};
pub use legend::to_scale as legend_to_scale;
pub use legend::{
    LegendLine, LegendRow, LegendSymbol, LineScale, PlacedLegend, PlacedLegendRow, PlacedSymbol,
    legend_extent, legend_place, legend_rect,
};
pub use lines::{Curve, Decoration, LineUnits, Pattern, Stroke, dash_strokes, double_lines};
pub use look_rules::{nation_color_key, tie_color_key};
pub use marks::{
    Arrow, Emblem, Emphasis, GroupHub, HeadingLine, HeadingLines, HullApart, HullLook, HullMark,
    HullName, Label, LabelOwner, LeftOut, LeftOutTies, Line, Mark, MembershipMark, NationMark,
    Scene, Shape, TextOffset, TextPlace, TieAtName, TieGroupMark, TieLayer, TieMark,
};
pub use matrix::by_name as matrix_by_name;
pub use matrix::{
    CellPart, CellShape, CellSign, Half, JoinedBlocs, Matrix, MatrixBloc, MatrixCell, MatrixKind,
    MatrixOrder, MatrixSort, PartOf, Standing,
};
pub use nations::{Flag, footprints, radii};
pub use options::{FreeView, Options};
pub use positions::Positions;
pub use text::{Weight, embedded_font};
