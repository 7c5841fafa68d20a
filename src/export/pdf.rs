//! A page as PDF.

use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{Point, Size};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, Node, Tag, TagGroup, TagTree};
use krilla::{Document, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree;

use super::svg::Layers;
use super::{ExportError, raster};
use crate::scene::figure::Figure;

/// Points to the unit: 72 to the inch, against 96 units.
const POINTS: f32 = 0.75;
/// The language of what Entente itself writes on a page.
const LANGUAGE: &str = "en";

/// Writes a page as a PDF of one page, 96 units to the inch.
///
/// Everything is drawn as lines and areas, text as text that can be selected and searched, in fonts of
/// which the file holds the letters it uses. For those who can't see it, the map is one figure with a
/// description (PDF/UA-1, ISO 14289-1, wherever the letters allow it). No clock and no name of a
/// person gets into it: the same page gives the same bytes.
///
/// # Errors
/// [`ExportError`] when the page can't be drawn or written.
pub fn pdf(figure: &Figure) -> Result<Vec<u8>, ExportError> {
    let layers = Layers::of(figure);
    let trees = Trees {
        marks: raster::tree(&layers.marks)?,
        halos: raster::tree(&layers.halos)?,
        names: raster::tree(&layers.names)?,
        page: raster::tree(&layers.page)?,
    };
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|fault| ExportError::Encoding(format!("{fault:?}")))?;
    match document(figure, &trees, accessible) {
        // A letter that no font has can't be read out, and the standard refuses a page with one.
        Err(KrillaError::Validation(_)) => document(figure, &trees, Configuration::default()),
        result => result,
    }
    .map_err(|fault| ExportError::Encoding(format!("{fault:?}")))
}

/// The layers of a page, read, from the lowest to the topmost.
struct Trees {
    marks: Tree,
    halos: Tree,
    names: Tree,
    page: Tree,
}

fn document(
    figure: &Figure,
    trees: &Trees,
    configuration: Configuration,
) -> Result<Vec<u8>, KrillaError> {
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        render_svg_glyph_fn: krilla_svg::render_svg_glyph,
        ..SerializeSettings::default()
    });
    let size = Size::from_wh(figure.width * POINTS, figure.height * POINTS);
    let settings = size.map_or_else(PageSettings::default, PageSettings::new);
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut picture = TagGroup::new(Tag::Figure(Some(figure.description())));
    for (tree, is_text) in [(&trees.marks, true), (&trees.halos, false), (&trees.names, true)] {
        picture.push(draw(&mut surface, tree, is_text));
    }
    let around = draw(&mut surface, &trees.page, true);
    surface.finish();
    page.finish();

    let title = &figure.scene.heading.title;
    let title = if title.is_empty() { Figure::UNTITLED } else { title };
    let metadata = Metadata::new().title(title.to_owned()).language(LANGUAGE.to_owned());
    document.set_metadata(metadata.creator("Entente".to_owned()));
    let mut outline = Outline::new();
    let top = XyzDestination::new(0, Point::from_xy(0.0, 0.0));
    outline.push_child(OutlineNode::new(title.to_owned(), top));
    document.set_outline(outline);
    let around = TagGroup::with_children(Tag::P, vec![Node::Leaf(around)]);
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    tags.push(picture);
    tags.push(around);
    document.set_tag_tree(tags);
    document.finish()
}

/// Draws a layer on the whole page; what isn't text is drawn as outlines and can't be selected.
fn draw(surface: &mut Surface<'_>, tree: &Tree, is_text: bool) -> Identifier {
    let tag = surface.start_tagged(ContentTag::Other);
    let size = Size::from_wh(tree.size().width() * POINTS, tree.size().height() * POINTS);
    if let Some(size) = size {
        let settings = SvgSettings { embed_text: is_text, ..SvgSettings::default() };
        // It always draws; the answer is for later versions.
        let _ = surface.draw_svg(tree, size, settings);
    }
    surface.end_tagged();
    tag
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Map;
    use crate::scene::figure::{FigureOptions, figure};

    #[test]
    fn the_same_page_gives_the_same_bytes() {
        let page = figure(&Map::default(), &FigureOptions::default(), |_| None);
        let once = pdf(&page).expect("a PDF");
        assert!(once.starts_with(b"%PDF"));
        assert_eq!(pdf(&page).as_ref(), Ok(&once));
    }
}
