//! A page as SVG text.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::model::{Color, Point};
use crate::scene::figure::{Figure, PageText};
use crate::scene::{
    Arrow, Curve, Decoration, Emblem, Flag, Ground, HullLook, Label, LegendSample, Line,
    NationMark, Pattern, PlacedSign, Shape, Stroke, TieMark, Weight, dash_strokes, font,
};

/// Writes a page as SVG 1.1 that browsers, Inkscape and print shops read alike.
///
/// Each flag stands in it once; text is text in Noto Sans, with the viewer's sans-serif where that
/// isn't installed. The same page gives the same bytes. Pins aren't drawn: they concern editing.
pub fn svg(figure: &Figure) -> String {
    let mut out = Writer::open(figure, Halos::Around);
    let title = &figure.scene.heading.title;
    if !title.is_empty() {
        out.line(format_args!("<title>{}</title>", Xml(title)));
    }
    out.marks(figure);
    out.labels(figure);
    out.legend(figure);
    out.page(figure);
    out.close()
}

/// The page in layers, from the lowest to the topmost, for formats that draw letter by letter: there
/// the halo of a letter would cover the letter before it.
pub(super) struct Layers {
    /// Everything below the labels.
    pub(super) marks: String,
    /// The labels' halos alone.
    pub(super) halos: String,
    /// The labels without halos, and the legend.
    pub(super) names: String,
    /// Heading, sources and the name of the app.
    pub(super) page: String,
}

impl Layers {
    pub(super) fn of(figure: &Figure) -> Self {
        let layer = |halos, draw: fn(&mut Writer, &Figure)| {
            let mut out = Writer::open(figure, halos);
            draw(&mut out, figure);
            out.close()
        };
        Self {
            marks: layer(Halos::None, Writer::marks),
            halos: layer(Halos::Alone, Writer::labels),
            names: layer(Halos::None, |out, figure| {
                out.labels(figure);
                out.legend(figure);
            }),
            page: layer(Halos::None, Writer::page),
        }
    }
}

/// What is drawn of a label.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Halos {
    /// The letters with their halo.
    Around,
    /// The halo alone.
    Alone,
    /// The letters alone.
    None,
}

/// SVG text as it grows.
struct Writer {
    out: String,
    halos: Halos,
}

impl Writer {
    fn open(figure: &Figure, halos: Halos) -> Self {
        let (w, h) = (N(figure.width), N(figure.height));
        let mut out = Self { out: String::new(), halos };
        out.line(format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{w}" height="{h}" viewBox="0 0 {w} {h}" font-family="{}, sans-serif">"#,
            font::FAMILY
        ));
        out
    }

    fn close(mut self) -> String {
        self.line(format_args!("</svg>"));
        self.out
    }

    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        self.text(text);
        self.out.push('\n');
    }

    fn text(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.out.write_fmt(text);
    }

    /// The ground, and on it everything but text: lines, then the marks of nations.
    fn marks(&mut self, figure: &Figure) {
        let scene = &figure.scene;
        let (w, h) = (N(figure.width), N(figure.height));
        self.defs(&scene.nations);
        let ground = scene.palette.canvas;
        self.line(format_args!(r#"<rect width="{w}" height="{h}" fill="{ground}"/>"#));
        self.line(format_args!(
            r#"<g fill="none" stroke-linecap="round" stroke-linejoin="round">"#
        ));
        for mark in &scene.hulls {
            self.hull(&mark.outline, &mark.look, &mark.name);
        }
        for ground in &scene.grounds {
            self.ground(ground);
        }
        for mark in &scene.memberships {
            self.curve(&mark.curve, &mark.pattern, mark.width, mark.color);
        }
        for tie in &scene.ties {
            self.tie(tie);
        }
        self.line(format_args!("</g>"));
        for tie in &scene.ties {
            self.ring(tie, ground);
        }
        for nation in scene.nations.iter().filter(|nation| nation.is_drawn()) {
            self.nation(nation, scene.palette.ink);
        }
    }

    fn labels(&mut self, figure: &Figure) {
        for label in &figure.scene.labels {
            self.label(label);
        }
    }

    /// The outlines by which flags are clipped, and the flags that the page uses.
    fn defs(&mut self, nations: &[NationMark]) {
        let mut flags: BTreeSet<&str> = BTreeSet::new();
        let mut shapes: Vec<Shape> = Vec::new();
        let mut symbols = Vec::new();
        for nation in nations {
            let Emblem::Flag(flag) = nation.emblem else { continue };
            if flags.insert(flag.code()) {
                symbols.push(flag);
            }
            if !shapes.contains(&nation.shape) {
                shapes.push(nation.shape);
            }
        }
        if symbols.is_empty() {
            return;
        }
        self.line(format_args!("<defs>"));
        for shape in shapes {
            self.text(format_args!(r#"<clipPath id="clip-{}">"#, shape_name(shape)));
            self.outline(shape, Point::default(), Flag::SIZE / 2.0, format_args!(""));
            self.line(format_args!("</clipPath>"));
        }
        for flag in symbols {
            let size = N(Flag::SIZE);
            self.line(format_args!(
                r#"<symbol id="flag-{}" viewBox="0 0 {size} {size}">{}</symbol>"#,
                flag.code(),
                flag.elements()
            ));
        }
        self.line(format_args!("</defs>"));
    }

    /// A soft hull, with its name as a title where it has one.
    fn hull(&mut self, outline: &[Point], look: &HullLook, name: &str) {
        let HullLook { color, opacity, edge_opacity, width, pattern } = look;
        self.text(format_args!(r#"<g class="hull">"#));
        if !name.is_empty() {
            self.text(format_args!("<title>{}</title>", Xml(name)));
        }
        self.closed(outline);
        self.text(format_args!(r#" fill="{color}" fill-opacity="{opacity}""#));
        let width = N(*width);
        self.text(format_args!(
            r#" stroke="{color}" stroke-opacity="{edge_opacity}" stroke-width="{width}""#
        ));
        if !pattern.dashes.is_empty() {
            let dashes: Vec<String> = pattern.dashes.iter().map(|d| N(*d).to_string()).collect();
            self.text(format_args!(r#" stroke-dasharray="{}""#, dashes.join(" ")));
        }
        self.line(format_args!("/></g>"));
    }

    /// The ground of a nation that lies in a hull without belonging to it.
    fn ground(&mut self, ground: &Ground) {
        self.closed(&ground.outline);
        let (fill, edge, width) = (ground.fill, ground.edge, N(ground.width));
        self.line(format_args!(r#" fill="{fill}" stroke="{edge}" stroke-width="{width}"/>"#));
    }

    /// The start of a path along corners and back.
    fn closed(&mut self, corners: &[Point]) {
        for (index, corner) in corners.iter().enumerate() {
            let command = if index == 0 { r#"<path d="M"# } else { "L" };
            self.text(format_args!("{command}{}", P(*corner)));
        }
        self.text(format_args!(r#"Z""#));
    }

    fn band(&mut self, shape: Shape, center: Point, radius: f32, band: Color) {
        let width = radius * NationMark::BAND;
        let look = format_args!(r#" fill="none" stroke="{band}" stroke-width="{}""#, N(width));
        self.outline(shape, center, radius - width / 2.0, look);
    }

    fn tie(&mut self, tie: &TieMark) {
        self.text(format_args!("<g><title>{}</title>", Xml(&tie.name)));
        self.curve(&tie.curve, &tie.pattern, tie.width, tie.color);
        if let Some(line) = tie.strike {
            self.stroke(&line.strike(tie.width), tie.color);
        }
        if let Some(arrow) = tie.arrow {
            self.arrow(arrow, tie.color);
        }
        self.line(format_args!("</g>"));
    }

    fn curve(&mut self, curve: &Curve, pattern: &Pattern, width: f32, color: Color) {
        if curve.length() <= 0.0 {
            return;
        }
        if pattern.decoration == Decoration::Double {
            for stroke in dash_strokes(curve, pattern, width, 0.05) {
                self.stroke(&stroke, color);
            }
            return;
        }
        let [from, a, b, to] = [curve.from, curve.control_from, curve.control_to, curve.to].map(P);
        self.text(format_args!(r#"<path d="M{from}C{a} {b} {to}""#));
        self.text(format_args!(r#" stroke="{color}" stroke-width="{}""#, N(width)));
        if !pattern.dashes.is_empty() {
            let dashes: Vec<String> = pattern.dashes.iter().map(|d| N(*d).to_string()).collect();
            self.text(format_args!(r#" stroke-dasharray="{}""#, dashes.join(" ")));
        }
        self.text(format_args!("/>"));
        if pattern.decoration == Decoration::Crossed {
            for stroke in pattern.crosses(curve, width) {
                self.stroke(&stroke, color);
            }
        }
    }

    fn stroke(&mut self, stroke: &Stroke, color: Color) {
        for (index, point) in stroke.points.iter().enumerate() {
            let command = if index == 0 { r#"<path d="M"# } else { "L" };
            self.text(format_args!("{command}{}", P(*point)));
        }
        self.text(format_args!(r#"" stroke="{color}" stroke-width="{}"/>"#, N(stroke.width)));
    }

    fn arrow(&mut self, arrow: Arrow, color: Color) {
        let [a, b] = arrow.base;
        let (tip, a, b) = (P(arrow.tip), P(a), P(b));
        self.text(format_args!(r#"<path d="M{tip}L{a}L{b}Z" fill="{color}"/>"#));
    }

    fn ring(&mut self, tie: &TieMark, canvas: Color) {
        let Some(radius) = tie.ring else { return };
        let (x, y) = (N(tie.middle.x), N(tie.middle.y));
        self.line(format_args!(
            r#"<circle cx="{x}" cy="{y}" r="{}" fill="{canvas}" stroke="{}" stroke-width="{}"/>"#,
            N(radius),
            tie.color,
            N(radius * 0.42)
        ));
    }

    fn nation(&mut self, nation: &NationMark, ink: Color) {
        let (center, radius) = (nation.center, nation.radius);
        self.text(format_args!("<g><title>{}</title>", Xml(&nation.name)));
        match &nation.emblem {
            Emblem::Flag(flag) => {
                let half = Flag::SIZE / 2.0;
                self.text(format_args!(
                    r##"<g transform="translate({}) scale({})" clip-path="url(#clip-{})"><use xlink:href="#flag-{}" x="{}" y="{}" width="{}" height="{}"/></g>"##,
                    P(center),
                    radius / half,
                    shape_name(nation.shape),
                    flag.code(),
                    N(-half),
                    N(-half),
                    N(Flag::SIZE),
                    N(Flag::SIZE),
                ));
            }
            Emblem::Plain(fill) => {
                self.outline(nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
            }
            Emblem::Monogram { text, size, fill, ink } => {
                self.outline(nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
                let baseline = center + Point::new(0.0, size * Label::BASELINE);
                self.text(format_args!(
                    r#"<text x="{}" y="{}" text-anchor="middle" font-size="{}" font-weight="600" fill="{ink}">{}</text>"#,
                    N(baseline.x),
                    N(baseline.y),
                    N(*size),
                    Xml(text)
                ));
            }
        }
        if let Some(band) = nation.band {
            self.band(nation.shape, center, radius, band);
        }
        let rim = NationMark::RIM_OPACITY;
        let rim = format_args!(r#" fill="none" stroke="{ink}" stroke-opacity="{rim}""#);
        self.outline(nation.shape, center, radius, rim);
        self.line(format_args!("</g>"));
    }

    fn outline(&mut self, shape: Shape, center: Point, radius: f32, look: std::fmt::Arguments<'_>) {
        if shape == Shape::Disc {
            let (x, y) = (N(center.x), N(center.y));
            self.text(format_args!(r#"<circle cx="{x}" cy="{y}" r="{}"{look}/>"#, N(radius)));
            return;
        }
        self.closed(&shape.outline(center, radius));
        self.text(format_args!("{look}/>"));
    }

    fn label(&mut self, label: &Label) {
        let weight = if label.weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
        for (center, line) in label.line_centers() {
            self.text(format_args!(
                r#"<text text-anchor="middle" font-size="{}"{weight}"#,
                N(label.size)
            ));
            match self.halos {
                Halos::Alone => self.text(format_args!(r#" fill="none""#)),
                Halos::Around | Halos::None => {
                    self.text(format_args!(r#" fill="{}""#, label.color));
                }
            }
            if self.halos != Halos::None {
                self.text(format_args!(
                    r#" stroke="{}" stroke-width="{}" stroke-linejoin="round" paint-order="stroke""#,
                    label.halo,
                    N(label.size * Label::HALO)
                ));
            }
            let down = label.size * Label::BASELINE;
            let degrees = label.angle_radians.to_degrees();
            if label.angle_radians == 0.0 {
                self.text(format_args!(r#" x="{}" y="{}""#, N(center.x), N(center.y + down)));
            } else {
                let (at, turn, down) = (P(center), N(degrees), N(down));
                self.text(format_args!(
                    r#" transform="translate({at}) rotate({turn})" y="{down}""#
                ));
            }
            self.line(format_args!(">{}</text>", Xml(line)));
        }
    }

    fn legend(&mut self, figure: &Figure) {
        if figure.legend.samples.is_empty() {
            return;
        }
        self.line(format_args!(r#"<g fill="none" stroke-linecap="round">"#));
        for sample in &figure.legend.samples {
            self.legend_sign(&sample.sign, figure.scene.palette.ink);
        }
        self.line(format_args!("</g>"));
        let (size, ink) = (N(figure.legend.size), figure.scene.palette.ink);
        self.line(format_args!(r#"<g font-size="{size}" fill="{ink}">"#));
        for LegendSample { baseline, text, weight, .. } in &figure.legend.samples {
            let (x, y) = (N(baseline.x), N(baseline.y));
            let weight = if *weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
            self.line(format_args!(r#"<text x="{x}" y="{y}"{weight}>{}</text>"#, Xml(text)));
        }
        self.line(format_args!("</g>"));
    }

    fn legend_sign(&mut self, sign: &PlacedSign, ink: Color) {
        match sign {
            PlacedSign::None => {}
            PlacedSign::Line { curve, color, width, pattern, arrow, strike } => {
                self.curve(curve, pattern, *width, *color);
                if let Some(line) = strike {
                    self.stroke(&line.strike(*width), *color);
                }
                if let Some(arrow) = arrow {
                    self.arrow(*arrow, *color);
                }
            }
            PlacedSign::Mark { shape, center, radius, fill, band } => {
                self.outline(*shape, *center, *radius, format_args!(r#" fill="{fill}""#));
                if let Some(band) = band {
                    self.band(*shape, *center, *radius, *band);
                }
                let rim = NationMark::RIM_OPACITY;
                let rim = format_args!(r#" fill="none" stroke="{ink}" stroke-opacity="{rim}""#);
                self.outline(*shape, *center, *radius, rim);
            }
            PlacedSign::Hull { outline, look } => self.hull(outline, look, ""),
        }
        self.out.push('\n');
    }

    /// Heading, hairline, sources.
    fn page(&mut self, figure: &Figure) {
        let Line { from, to } = figure.rule;
        let hairline = figure.scene.palette.hairline;
        self.line(format_args!(r#"<path d="M{}L{}" stroke="{hairline}"/>"#, P(from), P(to)));
        for PageText { text, baseline, ends_there, size, weight, color } in &figure.texts {
            let anchor = if *ends_there { r#" text-anchor="end""# } else { "" };
            let weight = if *weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
            let (x, y, size) = (N(baseline.x), N(baseline.y), N(*size));
            self.line(format_args!(
                r#"<text x="{x}" y="{y}" font-size="{size}"{weight}{anchor} fill="{color}">{}</text>"#,
                Xml(text)
            ));
        }
    }
}

const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Disc => "disc",
        Shape::RoundedSquare => "square",
        Shape::Hexagon => "hexagon",
        Shape::Label { .. } => "box",
        Shape::Hull => "hull",
    }
}

/// A number with up to two decimals; what isn't finite is 0, so that the text stays valid.
struct N(f32);

impl std::fmt::Display for N {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value =
            if self.0.is_finite() { (f64::from(self.0) * 100.0).round() / 100.0 } else { 0.0 };
        // Adding zero turns -0 into 0.
        write!(f, "{}", value + 0.0)
    }
}

/// A point as two numbers.
struct P(Point);

impl std::fmt::Display for P {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", N(self.0.x), N(self.0.y))
    }
}

/// Text with what XML reserves escaped, and what XML forbids left out.
struct Xml<'a>(&'a str);

impl std::fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for letter in self.0.chars() {
            match letter {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\u{FFFE}' | '\u{FFFF}' => {}
                letter if letter.is_control() => f.write_char(' ')?,
                letter => f.write_char(letter)?,
            }
        }
        Ok(())
    }
}
