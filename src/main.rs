//! The command line of Entente: opens the window, or runs one headless command.

use std::process::ExitCode;

use clap::Parser;
use entente::cli::{self, Args};
use entente::formats::be_silent_on_caught_panics;

fn main() -> ExitCode {
    be_silent_on_caught_panics();
    let args = Args::parse();
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr());
    match args.command {
        Some(command) => ExitCode::from(cli::run(&command, &mut out, &mut err) as u8),
        None => open_window(args.file),
    }
}

#[cfg(feature = "gui")]
fn open_window(file: Option<std::path::PathBuf>) -> ExitCode {
    use std::io::Write;

    match entente::ui::run(file) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // A message that can't be written has no other way out.
            let _ = writeln!(std::io::stderr(), "{message}");
            ExitCode::from(cli::Status::Failed as u8)
        }
    }
}

#[cfg(not(feature = "gui"))]
fn open_window(_file: Option<std::path::PathBuf>) -> ExitCode {
    use std::io::Write;

    let message = "This build has no window. Use a command such as “entente render”; “entente --help” lists all.";
    let _ = writeln!(std::io::stderr(), "{message}");
    ExitCode::from(cli::Status::Failed as u8)
}
