//! Showing a file in the system's file manager.

use std::path::Path;
use std::process::{Command, Stdio};

/// Shows a file in the system's file manager without waiting for it. Where that fails, `on_failure`
/// is called with a message, on another thread.
pub fn show_in_folder(path: &Path, on_failure: impl FnOnce(String) + Send + 'static) {
    let folder = path.parent().unwrap_or(path).display().to_string();
    let mut command = command(path);
    let run = move || {
        if let Err(why) = run(&mut command) {
            on_failure(format!("Can't show the folder: {why}. The file is in “{folder}”."));
        }
    };
    // Without a thread nothing can be shown, and nothing can report that.
    let _ = std::thread::Builder::new().name("show in folder".to_owned()).spawn(run);
}

fn command(path: &Path) -> Command {
    if cfg!(windows) {
        let mut command = Command::new("explorer");
        let mut select = std::ffi::OsString::from("/select,");
        select.push(path);
        command.arg(select);
        command
    } else if cfg!(target_os = "macos") {
        let mut command = Command::new("open");
        command.arg("-R").arg(path);
        command
    } else {
        let mut command = Command::new("xdg-open");
        command.arg(path.parent().unwrap_or(path));
        command
    }
}

/// Runs the command to its end, so that no zombie process is left.
fn run(command: &mut Command) -> Result<(), String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    match command.status() {
        Err(_) => Err(format!("the program “{program}” was not found")),
        // Explorer exits with 1 even when it has shown the file.
        Ok(status) if status.success() || cfg!(windows) => Ok(()),
        Ok(_) => Err(format!("“{program}” found no file manager")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let result = run(&mut Command::new("entente-no-such-program"));
        assert_eq!(result, Err("the program “entente-no-such-program” was not found".to_owned()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn the_folder_of_the_file_is_opened() {
        let command = command(Path::new("/maps/a.svg"));
        assert_eq!(command.get_program(), "xdg-open");
        assert!(command.get_args().eq(["/maps"]));
    }

    #[cfg(unix)]
    #[test]
    fn a_failing_program_is_told() {
        assert!(run(&mut Command::new("false")).is_err());
        assert_eq!(run(&mut Command::new("true")), Ok(()));
    }
}
