//! SVG text as it grows, and numbers, points and text as they stand in it.

use std::fmt::{Arguments, Display, Formatter, Result, Write};

use super::Halos;
use crate::model::Point;

/// SVG text as it grows.
pub(super) struct Writer {
    out: String,
    pub(super) halos: Halos,
    /// The attributes of the group that is open for a run of like marks.
    run: Option<String>,
}

impl Writer {
    pub(super) const fn new(halos: Halos) -> Self {
        Self { out: String::new(), halos, run: None }
    }

    /// The whole text.
    pub(super) fn close(mut self) -> String {
        self.line(format_args!("</svg>"));
        self.out
    }

    pub(super) fn line(&mut self, text: Arguments<'_>) {
        self.text(text);
        self.out.push('\n');
    }

    pub(super) fn text(&mut self, text: Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.out.write_fmt(text);
    }

    /// Lets what follows stand in a group with these attributes: that of before if they are the same, so
    /// that many like marks name their look once.
    pub(super) fn in_run(&mut self, attributes: String) {
        if self.run.as_ref() != Some(&attributes) {
            self.end_run();
            self.line(format_args!("<g{attributes}>"));
            self.run = Some(attributes);
        }
    }

    /// Closes the group of the last run.
    pub(super) fn end_run(&mut self) {
        if self.run.take().is_some() {
            self.line(format_args!("</g>"));
        }
    }
}

/// A number with up to two decimals; what isn't finite is 0, so that the text stays valid.
pub(super) struct N(pub(super) f32);

impl Display for N {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let value =
            if self.0.is_finite() { (f64::from(self.0) * 100.0).round() / 100.0 } else { 0.0 };
        // Adding zero turns -0 into 0.
        write!(f, "{}", value + 0.0)
    }
}

/// A point as two numbers.
pub(super) struct P(pub(super) Point);

impl Display for P {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}", N(self.0.x), N(self.0.y))
    }
}

/// Text with what XML reserves escaped, and what XML forbids left out.
pub(super) struct Xml<'a>(pub(super) &'a str);

impl Display for Xml<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
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
