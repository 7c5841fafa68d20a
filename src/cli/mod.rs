//! The headless commands, which need no display.
//!
//! Every command takes its arguments and two writers, and returns a [`Status`]. Nothing here prints to
//! the terminal itself, so that tests can read what a person would.

mod args;
mod check;
mod completions;
mod condense;
mod condense_args;
mod convert;
mod convert_args;
mod cpu_time;
mod format_list;
mod input;
mod layout;
mod names;
mod outcome;
mod render;
mod render_args;
mod samples;
mod tie_args;
mod until_closed;
mod values;

use std::io::Write;

pub use args::{Args, CommandLine};
pub(crate) use outcome::Failure;
pub use outcome::Status;
use until_closed::UntilClosed;

/// Runs a headless command. Its result is written to `out`, and messages to `err`, each until its other side
/// is closed.
pub fn run(command: &CommandLine, out: &mut dyn Write, err: &mut dyn Write) -> Status {
    let (out, err) = (&mut UntilClosed::new(out), &mut UntilClosed::new(err));
    let result = match command {
        CommandLine::Render(args) => render::run(args, out, err),
        CommandLine::Check(args) => check::run(args, out),
        CommandLine::Convert(args) => convert::run(args, out, err),
        CommandLine::Layout(args) => layout::run(args, out, err),
        CommandLine::Condense(args) => condense::run(args, out, err),
        CommandLine::Samples(args) => samples::run(args, out),
        CommandLine::Names(args) => names::run(args, out),
        CommandLine::Completions(args) => completions::run(args, out),
    };
    result.unwrap_or_else(|Failure(message)| {
        // A message that can't be written has no other way out.
        let _ = writeln!(err, "{message}");
        Status::Failed
    })
}
