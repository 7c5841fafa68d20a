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

use super::ExportError;
use super::svg::SvgLayers;
use super::svg_tree::parse_svg;
use crate::scene::figure::Figure;

/// Points per unit: an inch has 72 points and 96 units.
const POINTS_PER_UNIT: f32 = 0.75;
/// The language of the text that Entente adds to a page.
const LANGUAGE: &str = "en";

/// Writes a page as a PDF of one page, 96 units to the inch.
///
/// Everything is drawn as vectors. Text can be selected and searched, and the file holds the letters it
/// uses. For screen readers the map is one figure with a description (PDF/UA-1, ISO 14289-1, wherever
/// the letters allow it). No time and no author is written: the same page gives the same bytes.
///
/// # Errors
/// [`ExportError`] if the page can't be drawn or written.
pub fn pdf(figure: &Figure) -> Result<Vec<u8>, ExportError> {
    let layers = SvgLayers::of(figure);
    let trees = LayerTrees {
        marks: parse_svg(&layers.marks)?,
        halos: parse_svg(&layers.halos)?,
        labels: parse_svg(&layers.labels)?,
        page_texts: parse_svg(&layers.page_texts)?,
    };
    let accessible = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|fault| ExportError::Encoding(format!("{fault:?}")))?;
    match build_document(figure, &trees, accessible) {
        // The standard rejects a page with a letter that no font has, since it can't be read out.
        Err(KrillaError::Validation(_)) => build_document(figure, &trees, Configuration::default()),
        result => result,
    }
    .map_err(|fault| ExportError::Encoding(format!("{fault:?}")))
}

/// The parsed layers of a page, from the lowest to the topmost.
struct LayerTrees {
    marks: Tree,
    halos: Tree,
    labels: Tree,
    page_texts: Tree,
}

/// Puts the layers on a page, with the tags that describe it to a screen reader.
fn build_document(
    figure: &Figure,
    trees: &LayerTrees,
    configuration: Configuration,
) -> Result<Vec<u8>, KrillaError> {
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        render_svg_glyph_fn: krilla_svg::render_svg_glyph,
        ..SerializeSettings::default()
    });
    let size = Size::from_wh(figure.width * POINTS_PER_UNIT, figure.height * POINTS_PER_UNIT);
    let settings = size.map_or_else(PageSettings::default, PageSettings::new);
    let mut page = document.start_page_with(settings);
    let mut surface = page.surface();
    let mut map_tag = TagGroup::new(Tag::Figure(Some(figure.description())));
    for (tree, is_text) in [(&trees.marks, true), (&trees.halos, false), (&trees.labels, true)] {
        map_tag.push(draw_layer(&mut surface, tree, is_text));
    }
    let page_texts = draw_layer(&mut surface, &trees.page_texts, true);
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
    let page_texts_tag = TagGroup::with_children(Tag::P, vec![Node::Leaf(page_texts)]);
    let mut tags = TagTree::new().with_lang(Some(LANGUAGE.to_owned()));
    tags.push(map_tag);
    tags.push(page_texts_tag);
    document.set_tag_tree(tags);
    document.finish()
}

/// Draws a layer on the whole page. Unless `is_text`, its letters are drawn as outlines and can't be
/// selected.
fn draw_layer(surface: &mut Surface<'_>, tree: &Tree, is_text: bool) -> Identifier {
    let tag = surface.start_tagged(ContentTag::Other);
    let size = Size::from_wh(
        tree.size().width() * POINTS_PER_UNIT,
        tree.size().height() * POINTS_PER_UNIT,
    );
    if let Some(size) = size {
        let settings = SvgSettings { embed_text: is_text, ..SvgSettings::default() };
        // It always succeeds; the result is for later versions.
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
