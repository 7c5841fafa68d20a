//! The text of an SVG file while it is being written.

use std::fmt::{Arguments, Write};

use super::xml_escape::Escaped;
use crate::scene::text::Han;

/// The text of an SVG file while it is being written.
pub(super) struct SvgWriter {
    svg: String,
    /// The forms in which Han characters are drawn.
    pub(super) han: Han,
    /// The attributes of the open group of marks that look alike.
    group: Option<String>,
}

impl SvgWriter {
    pub(super) const fn new(han: Han) -> Self {
        Self { svg: String::new(), han, group: None }
    }

    /// Closes the root element and returns the whole text.
    pub(super) fn finish(mut self) -> String {
        self.write_line(format_args!("</svg>"));
        self.svg
    }

    pub(super) fn write_line(&mut self, text: Arguments<'_>) {
        self.write(text);
        self.svg.push('\n');
    }

    pub(super) fn write(&mut self, text: Arguments<'_>) {
        // Writing to a String can't fail.
        let _ = self.svg.write_fmt(text);
    }

    /// Opens a layer: a group that an editor lists by its label and can hide. The attributes stand for
    /// everything in it.
    pub(super) fn open_layer(&mut self, id: &str, label: &str, attributes: &str) {
        let label = Escaped(label);
        self.write_line(format_args!(
            r#"<g id="{id}" inkscape:groupmode="layer" inkscape:label="{label}"{attributes}>"#
        ));
    }

    /// Closes the layer, and the open group in it.
    pub(super) fn close_layer(&mut self) {
        self.close_group();
        self.write_line(format_args!("</g>"));
    }

    /// Puts what follows into a group with these attributes. The open group goes on if its attributes
    /// are the same, so that a run of similar marks names its look once.
    pub(super) fn open_group(&mut self, attributes: String) {
        if self.group.as_ref() != Some(&attributes) {
            self.close_group();
            self.write_line(format_args!("<g{attributes}>"));
            self.group = Some(attributes);
        }
    }

    /// Closes the open group, if there is one.
    pub(super) fn close_group(&mut self) {
        if self.group.take().is_some() {
            self.write_line(format_args!("</g>"));
        }
    }
}
