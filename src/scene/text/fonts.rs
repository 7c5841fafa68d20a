//! The fonts from which letters are taken: the embedded one first, then those of the system.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use fontdb::{Database, ID, Source};
use ttf_parser::Face;
use unicode_properties::UnicodeEmoji as _;
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation as _;

use super::cache::{Cache, lock};
use super::font_coverage::Coverage;
use super::font_families::{Family, families};
use super::han::Han;
use super::line::Line;
use super::{Weight, embedded_font, embedded_widths, font_fallback};

/// A set of fonts, with caches of what they cover and how text is set in them.
///
/// Letters come from the embedded font if it has them. Others are looked for in a fixed order of
/// families, so that the same machine always draws a text in the same fonts. Font files are
/// memory-mapped, and only opened when letters are looked for in them.
pub struct Fonts {
    database: Arc<Database>,
    /// The embedded faces, regular and semibold.
    base: [ID; 2],
    /// The other families in the order in which they are tried.
    families: Vec<Family>,
    coverage: Mutex<HashMap<ID, Arc<Coverage>>>,
    faces: Cache<(String, Weight, Han), Option<ID>>,
    pub(super) lines: Cache<(String, Weight, Han), Arc<Line>>,
}

impl Fonts {
    /// The embedded font alone, the same on every machine.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Fonts> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::with(|_| {}))
    }

    /// The embedded font and those of the system, which are listed once, on first use.
    pub fn system() -> &'static Self {
        static SYSTEM: OnceLock<Fonts> = OnceLock::new();
        SYSTEM.get_or_init(|| Self::with(Database::load_system_fonts))
    }

    /// The fonts for a text: only the embedded one if it has all letters, so that no installed font can
    /// change what is drawn.
    pub fn of(text: &str) -> &'static Self {
        if embedded_widths::covers(text) { Self::embedded() } else { Self::system() }
    }

    /// The embedded font and others that `load` adds.
    pub fn with(load: impl FnOnce(&mut Database)) -> Self {
        let mut database = Database::new();
        let mut embed = |data: &'static [u8]| {
            let ids = database.load_font_source(Source::Binary(Arc::new(data)));
            ids.first().copied().unwrap_or_else(ID::dummy)
        };
        let base = [embed(embedded_font::REGULAR), embed(embedded_font::SEMIBOLD)];
        load(&mut database);
        Self {
            families: families(&database, base),
            database: Arc::new(database),
            base,
            coverage: Mutex::default(),
            faces: Cache::with_capacity(8192),
            lines: Cache::with_capacity(8192),
        }
    }

    /// The database of all faces.
    pub const fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// The face of a family in a weight; `None` if there is no such family. [`embedded_font::FAMILY`]
    /// always is the embedded one.
    pub fn face(&self, family: &str, weight: Weight) -> Option<ID> {
        if family == embedded_font::FAMILY {
            return Some(self.base(weight));
        }
        let found = self.families.iter().find(|known| known.name == family)?;
        Some(found.faces[weight.index()])
    }

    /// The families other than the embedded one in which a text is drawn, in the order of the text,
    /// without those for emoji.
    pub fn families_of(&self, text: &str, han: Han) -> Vec<String> {
        let mut families: Vec<String> = Vec::new();
        for cluster in text.graphemes(true).filter(|cluster| !embedded_widths::covers(cluster)) {
            let Some(face) = self.choose(cluster, Weight::Regular, han) else { continue };
            let family = self.family_name(face);
            let is_known = families.iter().any(|known| known == family);
            if !is_known
                && family != embedded_font::FAMILY
                && !font_fallback::EMOJI.contains(&family)
            {
                families.push(family.to_owned());
            }
        }
        families
    }

    /// The font file of a family's regular face, and the index of the face in it.
    pub fn file(&self, family: &str) -> Option<(Vec<u8>, u32)> {
        let face = self.face(family, Weight::Regular)?;
        self.database.with_face_data(face, |data, index| (data.to_vec(), index))
    }

    /// The embedded face.
    pub(super) const fn base(&self, weight: Weight) -> ID {
        self.base[weight.index()]
    }

    /// The name of a face's family.
    pub(super) fn family_name(&self, face: ID) -> &str {
        let family = self.families.iter().find(|family| family.faces.contains(&face));
        family.map_or(embedded_font::FAMILY, |family| &family.name)
    }

    /// The face in which a grapheme cluster is drawn; `None` if no face has all its letters.
    pub fn choose(&self, cluster: &str, weight: Weight, han: Han) -> Option<ID> {
        let key = (cluster.to_owned(), weight, Han::in_text(cluster).unwrap_or(han));
        if let Some(known) = self.faces.get(&key) {
            return known;
        }
        let found = self.find_face(cluster, weight, key.2);
        self.faces.insert(key, found);
        found
    }

    fn find_face(&self, cluster: &str, weight: Weight, han: Han) -> Option<ID> {
        let has_all = |face: &ID| self.has(*face, cluster);
        let named =
            |names: &[&str]| names.iter().filter_map(|name| self.face(name, weight)).find(has_all);
        if font_fallback::is_emoji(cluster) {
            let picture = named(font_fallback::EMOJI);
            if picture.is_some() {
                return picture;
            }
        }
        let base = self.base(weight);
        if has_all(&base) {
            return Some(base);
        }
        let script = font_fallback::script(cluster);
        let is_symbol = script == Script::Common
            && cluster.chars().next().is_some_and(|first| first.is_emoji_char());
        let first =
            if is_symbol { font_fallback::EMOJI } else { font_fallback::families(script, han) };
        named(first).or_else(|| {
            self.families.iter().map(|family| family.faces[weight.index()]).find(has_all)
        })
    }

    /// The ascent and descent of a face in type of size 1; those of Noto Sans for a face that can't be
    /// read.
    pub(super) fn ascent_and_descent(&self, face: ID) -> (f32, f32) {
        let of = |data: &[u8], index| {
            let face = Face::parse(data, index).ok()?;
            let unit = f32::from(face.units_per_em());
            Some((f32::from(face.ascender()) / unit, f32::from(-face.descender()) / unit))
        };
        let is_plausible =
            |(above, below): &(f32, f32)| (0.0..4.0).contains(above) && (0.0..4.0).contains(below);
        let found = self.database.with_face_data(face, of).flatten();
        found.filter(is_plausible).unwrap_or((1.069, 0.293))
    }

    /// Whether a face has all visible letters of a cluster.
    pub(super) fn has(&self, face: ID, cluster: &str) -> bool {
        let coverage = self.coverage(face);
        cluster
            .chars()
            .all(|letter| font_fallback::is_default_ignorable(letter) || coverage.has(letter))
    }

    fn coverage(&self, face: ID) -> Arc<Coverage> {
        let mut known = lock(&self.coverage);
        let read = || {
            let of = |data: &[u8], index| {
                Face::parse(data, index).map_or(Coverage::NONE, |face| Coverage::of(&face))
            };
            Arc::new(self.database.with_face_data(face, of).unwrap_or(Coverage::NONE))
        };
        Arc::clone(known.entry(face).or_insert_with(read))
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("families", &self.families.len()).finish_non_exhaustive()
    }
}
