//! Takes the flags of states out of Twemoji and writes them as one table: the program carries these
//! some 250 flags and none of the other 3,700 pictures.

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
const HEIGHT: f64 = 26.0;
const WIDTH: f64 = 36.0;

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/names/iso3166.rs");
    let mut codes: Vec<&str> = iso3166::all().iter().map(|entry| entry.alpha2).collect();
    codes.extend(OTHERS);
    codes.sort_unstable();
    let mut table = String::from("[\n");
    for code in codes {
        let elements = elements(code)
            .ok_or_else(|| io::Error::other(format!("Twemoji has no flag for {code}")))?;
        // The ground shows where a flag isn't a rectangle.
        let ground = format!("<path fill=\"#FFF\" d=\"M0 0h{HEIGHT}v{HEIGHT}H0z\"/>");
        let moved = format!("<g transform=\"translate({:.2} -{TOP})\">", 0.0 - left(elements));
        let (code, whole) = (code.to_ascii_lowercase(), format!("{ground}{moved}{elements}</g>"));
        table += &format!("Flag {{ code: {code:?}, elements: {whole:?} }},\n");
    }
    table += "]\n";
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo names no folder"))?;
    fs::write(Path::new(&folder).join("flags.rs"), table)
}

/// What stands between the tags of a flag's picture.
fn elements(code: &str) -> Option<&'static str> {
    const FIRST: u32 = '🇦' as u32;
    let indicator = |letter: u8| char::from_u32(FIRST + u32::from(letter) - u32::from(b'A'));
    let emoji = code.bytes().map(indicator).collect::<Option<String>>()?;
    let picture: &str = SvgTwemojiAsset::from_emoji(&emoji)?;
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
