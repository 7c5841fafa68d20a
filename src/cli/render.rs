//! `entente render`: draws a map as a figure.

use std::io::Write;

use super::render_args::RenderArgs;
use super::{Failure, Status, input};
use crate::edit;
use crate::formats;
use crate::tasks::{FigureFormat, FigureRequest, LayoutRequest, missing_letters, render_and_tell};

pub(super) fn run(
    args: &RenderArgs,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Status, Failure> {
    let named = FigureFormat::of_path(&args.output);
    let format = args.format.map(FigureFormat::from).or(named).ok_or_else(|| {
        let path = args.output.display();
        Failure(format!(
            "Can't tell the format of “{path}”: name it with .svg, .png or .pdf, or give --format."
        ))
    })?;
    let mut map = input::read(&args.input, err)?;
    input::lay_out(&mut map, &LayoutRequest::Missing, args.seed)?;
    let ties = args.ties.applied_to(&map.look().ties);
    let look = edit::change_look(&map, |look| {
        look.ties = ties;
        look.blocs = args.blocs.map_or(look.blocs, Into::into);
    });
    edit::apply(&mut map, look)
        .map_err(|error| Failure(format!("Can't draw the ties so: {error}.")))?;
    for letters in missing_letters(&map) {
        writeln!(err, "{}: {letters}", args.input.display())?;
    }
    let request = FigureRequest { format, scale: args.scale(), options: args.options() };
    let (bytes, left_out) = render_and_tell(&map, &request)
        .map_err(|error| Failure(format!("Can't draw the figure: {error}.")))?;
    if let Some(left_out) = left_out {
        writeln!(err, "{}: {left_out}", args.input.display())?;
    }
    if args.output.as_os_str() == "-" {
        out.write_all(&bytes)?;
        out.flush()?;
    } else {
        formats::write_atomically(&args.output, &bytes, formats::Previous::Discard)?;
    }
    Ok(Status::Done)
}
