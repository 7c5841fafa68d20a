//! The fonts that letters can be taken from: the embedded one first, then those of the system.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, ID, Source, Stretch, Style};
use ttf_parser::Face;
use unicode_properties::UnicodeEmoji as _;
use unicode_script::Script;
use unicode_segmentation::UnicodeSegmentation as _;

use super::font_coverage::Coverage;
use super::font_fallback;
use super::font_fallback::Han;
use super::line::Line;
use super::{Weight, embedded_widths};
use crate::scene::embedded_font;

/// Families that hold a picture for every letter, or for none.
const PLACEHOLDERS: [&str; 4] = ["LastResort", "Last Resort", "Adobe Blank", "Adobe NotDef"];

/// Fonts, and what has been found out about them.
///
/// The embedded font has every letter that it can draw; what it lacks is looked for in a fixed order
/// of families, so that the same machine always draws a text in the same fonts. Files are mapped, not
/// read, and only those that are asked for letters are opened.
pub struct Fonts {
    database: Arc<Database>,
    /// The embedded faces, regular and semibold.
    base: [ID; 2],
    /// The other families in the order in which they are asked.
    families: Vec<Family>,
    coverage: Mutex<HashMap<ID, Arc<Coverage>>>,
    chosen: Cache<(String, Weight, Han), Option<ID>>,
    lines: Cache<(String, Weight, Han), Arc<Line>>,
}

struct Family {
    name: String,
    /// The faces nearest to regular and semibold.
    faces: [ID; 2],
}

impl Fonts {
    /// The embedded font alone: the same everywhere.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: OnceLock<Fonts> = OnceLock::new();
        EMBEDDED.get_or_init(|| Self::with(|_| {}))
    }

    /// The embedded font and the system's, which are looked up once, when they are first asked for.
    pub fn system() -> &'static Self {
        static SYSTEM: OnceLock<Fonts> = OnceLock::new();
        SYSTEM.get_or_init(|| Self::with(Database::load_system_fonts))
    }

    /// The fonts that a text needs: the embedded one where that has all its letters, so that nothing
    /// on the machine can change what is drawn.
    pub fn of(text: &str) -> &'static Self {
        if embedded_widths::covers(text) { Self::embedded() } else { Self::system() }
    }

    /// The embedded font and others.
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
            chosen: Cache::holding(8192),
            lines: Cache::holding(8192),
        }
    }

    /// All faces, for those who draw.
    pub const fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// The face of a family, which is the embedded one for [`embedded_font::FAMILY`]; `None` where there is no
    /// such family.
    pub fn face(&self, family: &str, weight: Weight) -> Option<ID> {
        if family == embedded_font::FAMILY {
            return Some(self.base(weight));
        }
        let found = self.families.iter().find(|known| known.name == family)?;
        Some(found.faces[weight.index()])
    }

    /// The families besides the embedded one that a text's letters are drawn with, in its order; those
    /// with colour pictures for emoji left out.
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

    /// The file of a family's regular face, and which face of the file it is.
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

    /// The face that a cluster of letters is drawn with; `None` where no face has all of them.
    pub fn choose(&self, cluster: &str, weight: Weight, han: Han) -> Option<ID> {
        let key = (cluster.to_owned(), weight, Han::in_text(cluster).unwrap_or(han));
        if let Some(known) = self.chosen.get(&key) {
            return known;
        }
        let found = self.look_for(cluster, weight, key.2);
        self.chosen.put(key, found);
        found
    }

    fn look_for(&self, cluster: &str, weight: Weight, han: Han) -> Option<ID> {
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

    /// How far a face reaches above and below the baseline in type of size 1: its ascent and descent.
    /// Of one that can't be read, those of Noto Sans.
    pub(super) fn reach(&self, face: ID) -> (f32, f32) {
        let of = |data: &[u8], index| {
            let face = Face::parse(data, index).ok()?;
            let unit = f32::from(face.units_per_em());
            Some((f32::from(face.ascender()) / unit, f32::from(-face.descender()) / unit))
        };
        let sound =
            |(above, below): &(f32, f32)| (0.0..4.0).contains(above) && (0.0..4.0).contains(below);
        let reach = self.database.with_face_data(face, of).flatten();
        reach.filter(sound).unwrap_or((1.069, 0.293))
    }

    /// Whether a face has all letters that show.
    pub(super) fn has(&self, face: ID, cluster: &str) -> bool {
        let coverage = self.coverage(face);
        cluster.chars().all(|letter| font_fallback::is_silent(letter) || coverage.has(letter))
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

    /// A text set in type of size 1, kept for the next time unless it is very long.
    pub fn line(&self, text: &str, weight: Weight, han: Han) -> Arc<Line> {
        const LONGEST_KEPT: usize = 400;
        if text.len() > LONGEST_KEPT {
            return Arc::new(Line::set(self, text, weight, han));
        }
        let key = (text.to_owned(), weight, han);
        if let Some(line) = self.lines.get(&key) {
            return line;
        }
        let line = Arc::new(Line::set(self, text, weight, han));
        self.lines.put(key, Arc::clone(&line));
        line
    }
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("families", &self.families.len()).finish_non_exhaustive()
    }
}

/// The upright families besides the embedded one, in the order in which they are asked: sans-serif
/// Noto, other Noto, the rest, and type of one width last; each by name.
fn families(database: &Database, base: [ID; 2]) -> Vec<Family> {
    let mut faces: BTreeMap<(u8, &str), Vec<&FaceInfo>> = BTreeMap::new();
    for face in database.faces() {
        let upright = face.style == Style::Normal && face.stretch == Stretch::Normal;
        let Some((name, _)) = face.families.first().filter(|_| upright) else { continue };
        let is_placeholder = PLACEHOLDERS.contains(&name.as_str()) || name.starts_with('.');
        if !base.contains(&face.id) && name != embedded_font::FAMILY && !is_placeholder {
            faces.entry((rank(name, face.monospaced), name)).or_default().push(face);
        }
    }
    let nearest = |faces: &[&FaceInfo], weight| {
        let distance = |face: &&&FaceInfo| (distance(face.weight.0, weight), place(face));
        faces.iter().min_by_key(distance).map_or_else(ID::dummy, |face| face.id)
    };
    let family = |((_, name), faces): (&(u8, &str), &Vec<&FaceInfo>)| Family {
        name: (*name).to_owned(),
        faces: [nearest(faces, 400), nearest(faces, 600)],
    };
    faces.iter().map(family).collect()
}

fn rank(name: &str, is_monospaced: bool) -> u8 {
    match name {
        _ if is_monospaced || name.contains(" Mono") => 3,
        _ if name.starts_with("Noto Sans") => 0,
        _ if name.starts_with("Noto ") => 1,
        _ => 2,
    }
}

/// How far a weight is from the one wanted, as CSS Fonts 4 (section 5.2) orders them: from 400 first
/// to 500, then lighter, then heavier; from 600 heavier, then lighter.
const fn distance(weight: u16, wanted: u16) -> u16 {
    if wanted < 500 && weight >= wanted && weight <= 500 {
        weight - wanted
    } else if wanted < 500 && weight < wanted {
        1000 + wanted - weight
    } else if weight >= wanted {
        weight - wanted + if wanted < 500 { 2000 } else { 0 }
    } else {
        1000 + wanted - weight
    }
}

/// Where a face lies: what tells apart two faces of the same family and weight.
fn place(face: &FaceInfo) -> (String, u32) {
    let path = match &face.source {
        Source::File(path) | Source::SharedFile(path, _) => path.display().to_string(),
        Source::Binary(_) => face.post_script_name.clone(),
    };
    (path, face.index)
}

/// Results by what they were asked for; emptied when it is full.
struct Cache<K, V> {
    known: Mutex<HashMap<K, V>>,
    most: usize,
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    fn holding(most: usize) -> Self {
        Self { known: Mutex::default(), most }
    }

    fn get(&self, key: &K) -> Option<V> {
        lock(&self.known).get(key).cloned()
    }

    fn put(&self, key: K, value: V) {
        let mut known = lock(&self.known);
        if known.len() >= self.most {
            known.clear();
        }
        known.insert(key, value);
    }
}

/// A lock whose data is right even where another thread has panicked: values are put in whole.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
