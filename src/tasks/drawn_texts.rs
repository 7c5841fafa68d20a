//! The texts of a map that are drawn.

use crate::model::Map;

/// The texts of a map that the canvas or a figure may show.
pub fn drawn_texts(map: &Map) -> impl Iterator<Item = &str> {
    let heading = map.heading();
    let texts = [&heading.title, &heading.subtitle].into_iter();
    let nations = map.nations().iter().map(|(_, nation)| &nation.name);
    let ties = map.ties().iter().map(|(_, tie)| &tie.label);
    let kinds = map.kinds().iter().map(|(_, kind)| &kind.name);
    let sources = map.sources().iter().map(|(_, source)| &source.title);
    texts.chain(nations).chain(ties).chain(kinds).chain(sources).map(String::as_str)
}
