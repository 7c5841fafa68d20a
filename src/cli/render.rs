//! `entente render`: a map as a figure.

use std::io::Write;

use super::args::RenderArgs;
use super::{Failure, Status, input};
use crate::formats;
use crate::tasks::{Arrangement, FigureFormat, FigureRequest, missing_letters, render};

pub(super) fn run(args: &RenderArgs, err: &mut dyn Write) -> Result<Status, Failure> {
    let format = FigureFormat::of_path(&args.output).ok_or_else(|| {
        let path = args.output.display();
        Failure(format!("Can't tell the format of “{path}”: name it with .svg, .png or .pdf."))
    })?;
    let mut map = input::read(&args.input, err)?;
    input::lay_out(&mut map, Arrangement::Missing, args.seed)?;
    let request = FigureRequest {
        format,
        width: args.width,
        height: args.height,
        scale: args.scale,
        theme: args.theme.into(),
        numbers: args.numbers,
    };
    for letters in missing_letters(&map) {
        writeln!(err, "{}: {letters}", args.input.display())?;
    }
    let bytes = render(&map, &request)
        .map_err(|error| Failure(format!("Can't draw the figure: {error}.")))?;
    formats::write_atomically(&args.output, &bytes, formats::Previous::Discard)?;
    Ok(Status::Done)
}
