//! Writes the flags as one table: those of states of today out of Twemoji, whose other 3,700 pictures
//! the program doesn't carry, and those of former states out of `assets/flags/former`.

use std::collections::BTreeMap;
use std::path::Path;

use std::{env, fs, io};

use svgtypes::{SimplePathSegment, SimplifyingPathParser};
use twemoji_assets::svg::SvgTwemojiAsset;

#[path = "src/names/iso3166.rs"]
#[allow(dead_code, reason = "only the codes are needed here")]
mod iso3166;

/// What has a flag besides the countries: the European Union and the United Nations.
const OTHERS: [&str; 2] = ["EU", "UN"];
/// Where a flag stands in Twemoji's box of 36 × 36 units: 36 wide, and from here so high.
const TOP: f64 = 5.0;
/// The flags drawn for Entente, one file each, named by the code; 36 × 26 units.
const OWN: &str = "assets/flags/former";
const HEIGHT: f64 = 26.0;
const WIDTH: f64 = 36.0;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/names/iso3166.rs");
    println!("cargo::rerun-if-changed={OWN}");
    let mut flags = own_flags()?;
    let codes = iso3166::all().iter().map(|entry| entry.alpha2).chain(OTHERS);
    for code in codes {
        let elements = elements(code)
            .ok_or_else(|| io::Error::other(format!("Twemoji has no flag for {code}")))?;
        // Twemoji's white is a light grey, which looks dirty on a white page.
        let elements = elements.replace("#EEE", "#FFF").replace("#eee", "#FFF");
        flags.insert(code.to_ascii_lowercase(), in_square(&elements, TOP));
    }
    let mut table = String::from("[\n");
    for (code, whole) in flags {
        table += &format!("Flag {{ code: {code:?}, elements: {whole:?} }},\n");
    }
    table += "]\n";
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder"))?;
    fs::write(Path::new(&folder).join("flags.rs"), table)
}

/// The flags drawn for Entente, by their codes.
fn own_flags() -> io::Result<BTreeMap<String, String>> {
    let mut flags = BTreeMap::new();
    for entry in fs::read_dir(OWN)? {
        let path = entry?.path();
        let picture = fs::read_to_string(&path)?;
        let name = path.file_stem().and_then(|stem| stem.to_str());
        let (Some(code), Some(elements)) = (name, inside(picture.trim())) else {
            return Err(io::Error::other(format!("{} is no flag", path.display())));
        };
        flags.insert(code.to_owned(), in_square(elements, 0.0));
    }
    Ok(flags)
}

/// The elements moved into the square that is shown, from a picture whose flag begins so far down.
fn in_square(elements: &str, top: f64) -> String {
    // The ground shows where a flag isn't a rectangle.
    let ground = format!("<path fill=\"#FFF\" d=\"M0 0h{HEIGHT}v{HEIGHT}H0z\"/>");
    let (x, y) = (0.0 - left(elements), 0.0 - top);
    format!("{ground}<g transform=\"translate({x:.2} {y})\">{elements}</g>")
}

/// The elements of a flag of Twemoji, by its alpha-2 code.
fn elements(code: &str) -> Option<&'static str> {
    const FIRST: u32 = '🇦' as u32;
    let indicator = |letter: u8| char::from_u32(FIRST + u32::from(letter) - u32::from(b'A'));
    let emoji = code.bytes().map(indicator).collect::<Option<String>>()?;
    let picture: &str = SvgTwemojiAsset::from_emoji(&emoji)?;
    inside(picture)
}

/// What stands between the tags of a picture.
fn inside(picture: &str) -> Option<&str> {
    let (_, inside) = picture.split_once('>')?;
    inside.strip_suffix("</svg>")
}

/// Where the square that is shown of a flag begins, from the flag's left.
///
/// A disc shows the middle of a flag of stripes. One whose charge stands towards the hoist (a canton,
/// a triangle, a star) is moved so that the charge comes towards the middle, as far as the flag
/// reaches and not wholly: a cross of the north stays left of the middle. Where the charge is, the
/// upright parts of all outlines say: their mean place, by their height. Twemoji's round corners lie
/// outside every shape that a nation has.
fn left(elements: &str) -> f64 {
    const STAYS_LEFT: f64 = 2.0;
    let middle = (WIDTH - HEIGHT) / 2.0;
    let mut upright = Upright::default();
    for element in elements.split('<') {
        upright.add(element);
    }
    let shift = upright.mean().map_or(0.0, |mean| mean - WIDTH / 2.0 + STAYS_LEFT);
    middle + shift.clamp(-middle, 0.0)
}

/// The upright parts of outlines: their whole height, and that times their place.
#[derive(Default)]
struct Upright {
    height: f64,
    moment: f64,
}

impl Upright {
    fn mean(&self) -> Option<f64> {
        (self.height > 0.5).then(|| self.moment / self.height)
    }

    /// Adds the outline of an element of the picture.
    fn add(&mut self, element: &str) {
        let number = |name: &str| attribute(element, name).and_then(|text| text.parse().ok());
        if let Some(outline) = attribute(element, "d") {
            self.add_path(outline);
        } else if let (Some(x), Some(r)) = (number("cx"), number("ry").or(number("r"))) {
            let height: f64 = r;
            self.side(x, 4.0 * height);
        }
    }

    fn add_path(&mut self, outline: &str) {
        let (mut start, mut at) = ((0.0, 0.0), (0.0, 0.0));
        for segment in SimplifyingPathParser::from(outline).map_while(Result::ok) {
            let to = match segment {
                SimplePathSegment::MoveTo { x, y } => {
                    (start, at) = ((x, y), (x, y));
                    continue;
                }
                SimplePathSegment::LineTo { x, y }
                | SimplePathSegment::Quadratic { x, y, .. }
                | SimplePathSegment::CurveTo { x, y, .. } => (x, y),
                SimplePathSegment::ClosePath => start,
            };
            self.side((at.0 + to.0) / 2.0, (to.1 - at.1).abs());
            at = to;
        }
    }

    /// Adds a piece of that height, unless it is the flag's own edge.
    fn side(&mut self, x: f64, height: f64) {
        const EDGE: f64 = 4.01;
        if (EDGE..WIDTH - EDGE).contains(&x) {
            self.height += height;
            self.moment += height * x;
        }
    }
}

/// The value of an element's attribute.
fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let (_, rest) = element.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}
