//! A display, a window manager and the app on it, with a hand and an eye.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

const APP: &str = env!("CARGO_BIN_EXE_entente");
const PROGRAMS: [&str; 5] = ["Xvfb", "openbox", "xdotool", "zenity", "import"];
/// The file in the person's folder that takes what the app says on standard error.
const SAID: &str = "said.txt";
/// How long anything may take before the test gives up on it.
const PATIENCE: Duration = Duration::from_secs(30);

/// Beyond this column of the screen the side panel shows the colours of what is selected.
const SIDE_PANEL: usize = 960;

/// The programs that this machine lacks, if it lacks any.
pub fn missing_programs() -> Option<String> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let has = |name: &&str| std::env::split_paths(&path).any(|folder| folder.join(name).is_file());
    let missing: Vec<&str> = PROGRAMS.into_iter().filter(|name| !has(name)).collect();
    (!missing.is_empty()).then(|| missing.join(", "))
}

/// The middle of all pixels of a colour.
#[derive(Clone, Copy, Debug)]
pub struct Blob {
    pub x: i32,
    pub y: i32,
}

/// A display with the app on it; all of it ends with this.
pub struct Screen {
    display: String,
    home: PathBuf,
    server: Child,
    manager: Child,
    app: Child,
}

impl Screen {
    /// Starts display, window manager and app. `home` stands in for the person's own folder.
    pub fn start(home: &Path) -> Self {
        Self::start_with(home, None)
    }

    /// The same with a map that the app is told to open.
    pub fn start_with(home: &Path, map: Option<&Path>) -> Self {
        let (server, display) = server();
        let manager = spawn("openbox", None, &display, home);
        sleep(Duration::from_millis(500));
        let app = spawn(APP, map, &display, home);
        Self { display, home: home.to_owned(), server, manager, app }
    }

    /// Starts the app again, once it has ended.
    pub fn start_again(&mut self) {
        self.app.wait().expect("it ended");
        self.app = spawn(APP, None, &self.display, &self.home);
    }

    /// Kills the app, which can't do anything about it.
    pub fn kill_app(&mut self) {
        self.app.kill().expect("killed");
        self.app.wait().expect("ended");
    }

    /// Asks the app to end, as the system does at shutdown.
    pub fn terminate_app(&mut self) {
        self.run("kill", &["-TERM", &self.app.id().to_string()]);
    }

    /// Ends the display under the app.
    pub fn kill_server(&mut self) {
        self.server.kill().expect("killed");
        self.server.wait().expect("ended");
    }

    /// What the app has said on standard error.
    pub fn said(&self) -> String {
        std::fs::read_to_string(self.home.join(SAID)).unwrap_or_default()
    }

    /// The memory that the app takes, in KiB.
    pub fn memory_kib(&self) -> u64 {
        let status =
            std::fs::read_to_string(format!("/proc/{}/status", self.app.id())).expect("it runs");
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse().expect("a number")
    }

    /// Waits until the app has done all that it was asked for and shows it.
    pub fn wait_until_idle(&mut self) {
        self.wait_until("nothing is done any more", |screen| {
            let before = screen.processor_ticks();
            sleep(Duration::from_millis(700));
            screen.processor_ticks() == before
        });
    }

    /// Waits until the app's window has a title.
    pub fn wait_for_title(&mut self, title: &str) {
        self.wait_until(&format!("the title is “{title}”"), |screen| {
            let found = screen.xdotool(&["search", "--class", "entente", "getwindowname", "%@"]);
            String::from_utf8_lossy(&found.stdout).lines().any(|line| line == title)
        });
    }

    /// Waits until something holds; panics, leaving a picture, when it doesn't come to hold.
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&mut Self) -> bool) {
        let start = Instant::now();
        while !holds(self) {
            if start.elapsed() > PATIENCE {
                let picture = Path::new(env!("CARGO_TARGET_TMPDIR")).join("desktop-test.png");
                self.run("import", &["-window", "root", &picture.display().to_string()]);
                panic!("waited in vain until {what}; the screen is in {}", picture.display());
            }
            sleep(Duration::from_millis(100));
        }
    }

    /// Presses a key or a combination.
    pub fn key(&mut self, key: &str) {
        self.press(key);
        sleep(Duration::from_millis(250));
    }

    /// Presses a combination, and doesn't wait for what comes of it.
    pub fn press(&mut self, key: &str) {
        self.xdotool(&["key", "--clearmodifiers", key]);
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) {
        self.xdotool(&["type", "--delay", "25", text]);
        sleep(Duration::from_millis(250));
    }

    /// Types a path into the file dialog of the system, once it is there, and confirms. A dialog that
    /// was still busy loses letters; it says so in a message, and is then asked again.
    pub fn type_into_dialog(&mut self, verb: &str, path: &Path) {
        const TRIES: usize = 4;
        self.wait_until(&format!("the dialog to {verb} is there"), Self::has_dialog);
        for _ in 0..TRIES {
            sleep(Duration::from_millis(1500));
            // Shows the field for the path, or gives it the keyboard.
            self.key("ctrl+l");
            sleep(Duration::from_millis(700));
            self.key("ctrl+a");
            self.xdotool(&["type", "--delay", "60", &path.display().to_string()]);
            sleep(Duration::from_secs(1));
            self.key("Return");
            for _ in 0..30 {
                if !self.has_dialog() {
                    return;
                }
                sleep(Duration::from_millis(100));
            }
            // The message that there is no such folder, and nothing where there is none.
            self.key("Return");
        }
    }

    fn has_dialog(&mut self) -> bool {
        let found = self.xdotool(&["search", "--onlyvisible", "--class", "zenity"]);
        !found.stdout.is_empty()
    }

    /// Clicks at a place.
    pub fn click(&mut self, at: (i32, i32)) {
        self.move_to(at);
        self.xdotool(&["click", "1"]);
        sleep(Duration::from_millis(400));
    }

    /// Drags from a place by a way, as a hand does: in small steps.
    pub fn drag(&mut self, from: (i32, i32), by: (i32, i32)) {
        const STEPS: i32 = 12;
        self.move_to(from);
        self.xdotool(&["mousedown", "1"]);
        for step in 1..=STEPS {
            self.move_to((from.0 + by.0 * step / STEPS, from.1 + by.1 * step / STEPS));
        }
        sleep(Duration::from_millis(300));
        self.xdotool(&["mouseup", "1"]);
        // Away from the map, so that nothing is faded.
        sleep(Duration::from_millis(300));
        self.move_to((3, 3));
        sleep(Duration::from_millis(500));
    }

    /// Drags while a key is held, slowly: a debug build takes its time to draw a large map, and what
    /// happens within one frame is no drag.
    pub fn drag_holding(&mut self, key: &str, from: (i32, i32), by: (i32, i32)) {
        let pause = || sleep(Duration::from_millis(1500));
        self.move_to(from);
        self.xdotool(&["keydown", key]);
        self.xdotool(&["mousedown", "1"]);
        pause();
        for step in 1..=3 {
            self.move_to((from.0 + by.0 * step / 3, from.1 + by.1 * step / 3));
            pause();
        }
        self.xdotool(&["mouseup", "1"]);
        pause();
        self.xdotool(&["keyup", key]);
    }

    /// Turns the wheel at a place, by so many clicks towards the map.
    pub fn zoom(&mut self, at: (i32, i32), clicks: usize) {
        self.move_to(at);
        for _ in 0..clicks {
            self.xdotool(&["click", "4"]);
            sleep(Duration::from_millis(60));
        }
    }

    /// Moves the pointer to a place.
    pub fn move_to(&mut self, at: (i32, i32)) {
        self.xdotool(&["mousemove", &at.0.to_string(), &at.1.to_string()]);
        sleep(Duration::from_millis(40));
    }

    /// Where a colour is on the screen; waits until it is.
    pub fn find(&mut self, color: [u8; 3]) -> Blob {
        let start = Instant::now();
        loop {
            if let Some(blob) = self.look_for(color) {
                return blob;
            }
            assert!(start.elapsed() < PATIENCE, "{color:?} isn't on the screen");
            sleep(Duration::from_millis(200));
        }
    }

    fn look_for(&mut self, color: [u8; 3]) -> Option<Blob> {
        let picture = self.run("import", &["-window", "root", "-depth", "8", "ppm:-"]).stdout;
        let (width, pixels) = ppm(&picture)?;
        let close = |pixel: &[u8]| pixel.iter().zip(color).all(|(a, b)| a.abs_diff(b) <= 24);
        let hits = pixels.chunks_exact(3).enumerate().filter(|(_, pixel)| close(pixel));
        let places = hits.map(|(i, _)| (i % width, i / width));
        let places: Vec<(usize, usize)> = places.filter(|(x, _)| *x < SIDE_PANEL).collect();
        if places.len() < 100 {
            return None;
        }
        let middle = |sum: usize| (sum / places.len()) as i32;
        Some(Blob {
            x: middle(places.iter().map(|(x, _)| x).sum()),
            y: middle(places.iter().map(|(_, y)| y).sum()),
        })
    }

    /// How bright a rectangle of the screen is in the mean, 0 to 255.
    pub fn brightness(&mut self, from: (usize, usize), to: (usize, usize)) -> f64 {
        let picture = self.run("import", &["-window", "root", "-depth", "8", "ppm:-"]).stdout;
        let (width, pixels) = ppm(&picture).expect("a picture");
        let rows = pixels.chunks_exact(width * 3).take(to.1).skip(from.1);
        let values: Vec<u8> = rows.flat_map(|row| &row[from.0 * 3..to.0 * 3]).copied().collect();
        values.iter().map(|value| f64::from(*value)).sum::<f64>() / values.len() as f64
    }

    /// The time that the app has taken of the processor so far, in ticks of 10 ms.
    pub fn processor_ticks(&self) -> u64 {
        let stat =
            std::fs::read_to_string(format!("/proc/{}/stat", self.app.id())).expect("it runs");
        let after_name = stat.rsplit(')').next().unwrap_or_default();
        let numbers = after_name.split_whitespace().skip(11).take(2);
        numbers.map(|number| number.parse::<u64>().expect("a count")).sum()
    }

    /// Whether the app still runs.
    pub fn is_running(&mut self) -> bool {
        self.app.try_wait().expect("a child").is_none()
    }

    /// Waits for the app's end.
    pub fn exit_code(&mut self) -> Option<i32> {
        self.wait_until("the app has ended", |screen| !screen.is_running());
        self.app.wait().expect("a child").code()
    }

    fn xdotool(&mut self, args: &[&str]) -> Output {
        self.run("xdotool", args)
    }

    fn run(&mut self, program: &str, args: &[&str]) -> Output {
        let mut command = Command::new(program);
        environment(&mut command, &self.display, &self.home);
        command.args(args).output().unwrap_or_else(|error| panic!("{program}: {error}"))
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.app, &mut self.manager, &mut self.server] {
            // Gone already is as good as killed.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

fn spawn(program: &str, argument: Option<&Path>, display: &str, home: &Path) -> Child {
    let mut command = Command::new(program);
    command.args(argument);
    environment(&mut command, display, home);
    let said = std::fs::File::options().append(true).create(true).open(home.join(SAID));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(said.expect("a file"));
    command.spawn().unwrap_or_else(|error| panic!("{program}: {error}"))
}

/// A display of its own, its number chosen by the server.
fn server() -> (Child, String) {
    use std::io::{BufRead, BufReader};
    let mut server = Command::new("Xvfb")
        .args(["-displayfd", "1", "-screen", "0", "1360x860x24", "-nolisten", "tcp"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("Xvfb starts");
    let mut number = String::new();
    let out = server.stdout.take().expect("a pipe");
    BufReader::new(out).read_line(&mut number).expect("Xvfb says its number");
    (server, format!(":{}", number.trim()))
}

/// No session bus, so that the file dialog is zenity's; no settings but the test's own.
fn environment(command: &mut Command, display: &str, home: &Path) {
    command
        .env("DISPLAY", display)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_RUNTIME_DIR", home)
        .env("LIBGL_ALWAYS_SOFTWARE", "1")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("DBUS_SESSION_BUS_ADDRESS");
}

/// The width and the pixels of a binary PPM.
fn ppm(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut parts = bytes.splitn(4, |b| b.is_ascii_whitespace());
    let _magic = parts.next()?;
    let width = std::str::from_utf8(parts.next()?).ok()?.parse().ok()?;
    let _height = parts.next()?;
    let rest = parts.next()?;
    let start = rest.iter().position(u8::is_ascii_whitespace)? + 1;
    Some((width, rest.get(start..)?))
}
