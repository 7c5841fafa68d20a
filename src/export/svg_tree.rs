//! SVG text read back, for what draws it.

use resvg::usvg::Tree;

use super::ExportError;
use super::fonts::svg_options;

/// Parses SVG text, with the fonts that its letters need.
pub(super) fn parse_svg(svg: &str) -> Result<Tree, ExportError> {
    Tree::from_str(svg, &svg_options(svg)).map_err(|fault| ExportError::Svg(fault.to_string()))
}
