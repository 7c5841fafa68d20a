//! A page as SVG text.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::lettering::{Anchor, Lettering};
use crate::model::{Color, Point};
use crate::scene::figure::{Figure, PageText};
use crate::scene::text::Han;
use crate::scene::{
    Arrow, Curve, Decoration, Emblem, Flag, Label, LegendSample, Line, NationMark, Pattern, Shape,
    Stroke, TieMark, Weight, dash_strokes, font,
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
    /// The forms in which Han letters are drawn.
    han: Han,
}

impl Writer {
    fn open(figure: &Figure, halos: Halos) -> Self {
        let (w, h) = (N(figure.width), N(figure.height));
        let mut out = Self { out: String::new(), halos, han: Han::of(figure.all_texts()) };
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
        for nation in &scene.nations {
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
        let Curve { from, control, to } = *curve;
        self.text(format_args!(r#"<path d="M{}Q{} {}""#, P(from), P(control), P(to)));
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
            Emblem::Monogram { text, size, fill, ink } => {
                self.outline(nation.shape, center, radius, format_args!(r#" fill="{fill}""#));
                let baseline = center + Point::new(0.0, size * Label::BASELINE);
                let weight = Weight::SemiBold;
                let set = Lettering::new(text, *size, weight, self.han, Anchor::Middle, baseline.x);
                self.text(format_args!(
                    r#"<text{} y="{}" font-size="{}" font-weight="600" fill="{ink}">{}</text>"#,
                    set.attributes,
                    N(baseline.y),
                    N(*size),
                    set.content
                ));
            }
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
        for (index, corner) in shape.outline(center, radius).into_iter().enumerate() {
            let command = if index == 0 { r#"<path d="M"# } else { "L" };
            self.text(format_args!("{command}{}", P(corner)));
        }
        self.text(format_args!(r#"Z"{look}/>"#));
    }

    fn label(&mut self, label: &Label) {
        let turned = label.angle_radians != 0.0;
        let down = label.size * Label::BASELINE;
        for (center, line) in label.line_centers() {
            let (x, y) = if turned { (0.0, down) } else { (center.x, center.y + down) };
            let set = Lettering::new(line, label.size, label.weight, self.han, Anchor::Middle, x);
            let mut place = format!(r#"{} y="{}""#, set.attributes, N(y));
            if turned {
                let (at, degrees) = (P(center), N(label.angle_radians.to_degrees()));
                let _ = write!(place, r#" transform="translate({at}) rotate({degrees})""#);
            }
            if set.is_pieced && self.halos == Halos::Around {
                // The halo of one piece would cover the end of the piece before.
                self.label_line(label, &place, &set.content, Halos::Alone);
                self.label_line(label, &place, &set.content, Halos::None);
            } else {
                self.label_line(label, &place, &set.content, self.halos);
            }
        }
    }

    fn label_line(&mut self, label: &Label, place: &str, content: &str, halos: Halos) {
        let weight = if label.weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
        self.text(format_args!(r#"<text{place} font-size="{}"{weight}"#, N(label.size)));
        match halos {
            Halos::Alone => self.text(format_args!(r#" fill="none" aria-hidden="true""#)),
            Halos::Around | Halos::None => self.text(format_args!(r#" fill="{}""#, label.color)),
        }
        if halos != Halos::None {
            self.text(format_args!(
                r#" stroke="{}" stroke-width="{}" stroke-linejoin="round" paint-order="stroke""#,
                label.halo,
                N(label.size * Label::HALO)
            ));
        }
        self.line(format_args!(">{content}</text>"));
    }

    fn legend(&mut self, figure: &Figure) {
        if figure.legend.samples.is_empty() {
            return;
        }
        self.line(format_args!(r#"<g fill="none" stroke-linecap="round">"#));
        for sample in &figure.legend.samples {
            self.legend_line(sample);
        }
        self.line(format_args!("</g>"));
        let (size, ink) = (N(figure.legend.size), figure.scene.palette.ink);
        self.line(format_args!(r#"<g font-size="{size}" fill="{ink}">"#));
        for LegendSample { baseline, text, .. } in &figure.legend.samples {
            let (size, y) = (figure.legend.size, N(baseline.y));
            let (weight, anchor) = (Weight::Regular, Anchor::Start);
            let set = Lettering::new(text, size, weight, self.han, anchor, baseline.x);
            self.line(format_args!(r#"<text{} y="{y}">{}</text>"#, set.attributes, set.content));
        }
        self.line(format_args!("</g>"));
    }

    fn legend_line(&mut self, sample: &LegendSample) {
        self.curve(&sample.curve, &sample.pattern, sample.width, sample.color);
        if let Some(line) = sample.strike {
            self.stroke(&line.strike(sample.width), sample.color);
        }
        if let Some(arrow) = sample.arrow {
            self.arrow(arrow, sample.color);
        }
        self.out.push('\n');
    }

    /// Heading, hairline, sources.
    fn page(&mut self, figure: &Figure) {
        let Line { from, to } = figure.rule;
        let hairline = figure.scene.palette.hairline;
        self.line(format_args!(r#"<path d="M{}L{}" stroke="{hairline}"/>"#, P(from), P(to)));
        for PageText { text, baseline, ends_there, size, weight, color } in &figure.texts {
            let anchor = if *ends_there { Anchor::End } else { Anchor::Start };
            let set = Lettering::new(text, *size, *weight, self.han, anchor, baseline.x);
            let weight = if *weight == Weight::SemiBold { r#" font-weight="600""# } else { "" };
            let (y, size) = (N(baseline.y), N(*size));
            self.line(format_args!(
                r#"<text{} y="{y}" font-size="{size}"{weight} fill="{color}">{}</text>"#,
                set.attributes, set.content
            ));
        }
    }
}

const fn shape_name(shape: Shape) -> &'static str {
    match shape {
        Shape::Disc => "disc",
        Shape::RoundedSquare => "square",
        Shape::Hexagon => "hexagon",
    }
}

/// A number with up to two decimals; what isn't finite is 0, so that the text stays valid.
pub(super) struct N(pub(super) f32);

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
pub(super) struct Xml<'a>(pub(super) &'a str);

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
