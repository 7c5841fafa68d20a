//! `entente completions`: prints the completions for a shell.

use std::io::Write;

use clap::CommandFactory;

use super::args::{Args, CompletionsArgs};
use super::{Failure, Status};

pub(super) fn run(args: &CompletionsArgs, out: &mut dyn Write) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "entente", &mut script);
    out.write_all(&script)?;
    Ok(Status::Done)
}
