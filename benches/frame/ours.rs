//! The window of Entente.

use std::io::Write;
use std::time::{Duration, Instant};

use egui::{Context, Event, FullOutput, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, pos2};
use egui::{MouseWheelUnit, TouchPhase, vec2};
use entente::edit::Target;
use entente::model::{Map, Point};
use entente::scene::index::{MarkLookup, SpatialIndex};
use entente::scene::{Options, Positions, build};
use entente::ui::{App, LayoutState, Settings, Start};

use crate::clock::median_ms;
use crate::network::Network;

/// The sides of the window in logical pixels.
pub const SCREEN: [f32; 2] = [1600.0, 1000.0];

/// Where the pointer is in a frame: on its way along a figure of eight over most of the window.
pub fn hand(frame: usize) -> Pos2 {
    let turn = frame as f32 * 0.13;
    pos2(SCREEN[0] * (0.5 + 0.35 * turn.sin()), SCREEN[1] * (0.5 + 0.35 * (2.0 * turn).sin()))
}

/// A window with a map at rest.
pub struct Window {
    ctx: Context,
    app: App,
    frame: usize,
    modifiers: Modifiers,
    /// What the process took in memory before the map was opened, in bytes.
    memory_before: u64,
}

impl Window {
    /// The window with a network as its map.
    pub fn open(network: &Network) -> Self {
        let mut file = tempfile::Builder::new().suffix(".entente.json").tempfile().expect("a file");
        file.write_all(network.as_map().as_bytes()).expect("room for a file");
        let mut settings = Settings::default();
        settings.panel_open = false;
        settings.motion = false;
        let ctx = Context::default();
        let memory_before = resident_bytes();
        let start = Start { path: Some(file.path().to_owned()), settings, ..Start::default() };
        let app = App::new(&ctx, start).expect("threads");
        let mut window = Self { ctx, app, frame: 0, modifiers: Modifiers::NONE, memory_before };
        let began = Instant::now();
        while window.app.state().map().nations().len() != network.places.len() {
            assert!(began.elapsed() < Duration::from_secs(60), "the map wasn't opened");
            std::thread::sleep(Duration::from_millis(10));
            window.run(Vec::new());
        }
        window.rest();
        window
    }

    fn run(&mut self, events: Vec<Event>) -> FullOutput {
        self.frame += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(SCREEN[0], SCREEN[1]))),
            events,
            time: Some(self.frame as f64 / 60.0),
            focused: true,
            ..RawInput::default()
        };
        let Self { ctx, app, .. } = self;
        ctx.run_ui(input, |ui| app.show(ui, None))
    }

    /// A frame whole, down to triangles.
    fn draw(&mut self, events: Vec<Event>) {
        let output = self.run(events);
        std::hint::black_box(self.ctx.tessellate(output.shapes, output.pixels_per_point));
    }

    /// Lets everything come to rest.
    fn rest(&mut self) {
        (0..30).for_each(|_| self.draw(Vec::new()));
        while self.app.is_drawing() {
            std::thread::sleep(Duration::from_millis(5));
            (0..10).for_each(|_| self.draw(Vec::new()));
        }
    }

    /// What a frame takes while the pointer moves over the map, in milliseconds.
    pub fn hovering_ms(&mut self) -> f64 {
        median_ms(5, 60, |frame| self.draw(vec![Event::PointerMoved(hand(frame))]))
    }

    /// Prints more figures of the same map.
    pub fn report_more(&mut self) {
        println!("  panning   {:8.3}", self.panning_ms());
        println!("  zooming   {:8.3}", self.zooming_ms());
        println!("  x10 near  {:8.3}", self.near_ms());
        match self.dragging_ms(1_000) {
            Some((held, ms)) => println!("  dragging  {ms:8.3}  ({held} selected nations)"),
            None => println!("  dragging         –  (no nation found under the pointer)"),
        }
        if self.app.state().map().nations().len() <= 10_000 {
            let (frames, median, longest) = self.laying_out_ms();
            println!("  layout    {median:8.3}  (longest {longest:.3}, {frames} frames)");
        }
        if self.app.state().map().nations().len() <= 10_000 {
            let [fitted, near] = self.matrix_ms();
            println!(
                "  matrix    {near:8.3}  (panning; {fitted:.3} while the pointer moves over all of it)"
            );
        }
        println!("  hit test  {:8.4}", hit_test_ms(self.app.state().map()));
        let map = self.app.state().map();
        let taken = resident_bytes().saturating_sub(self.memory_before);
        let each = taken as usize / (map.nations().len() + map.ties().len());
        println!("  memory    {:8} MB, {each} bytes for each nation and tie", taken >> 20);
    }

    fn panning_ms(&mut self) -> f64 {
        let button = |pressed| Event::PointerButton {
            pos: hand(0),
            button: PointerButton::Middle,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.draw(vec![Event::PointerMoved(hand(0)), button(true)]);
        let ms = median_ms(3, 40, |frame| {
            let away = vec2(5.0, 3.0) * (frame as f32 * 0.2).sin() * 10.0;
            self.draw(vec![Event::PointerMoved(hand(0) + away)]);
        });
        self.draw(vec![button(false)]);
        self.rest();
        ms
    }

    /// The matrix: the pointer moves over all of it, and it is panned where it is seen near.
    fn matrix_ms(&mut self) -> [f64; 2] {
        self.key(Key::X);
        self.rest();
        let fitted = self.hovering_ms();
        self.draw(vec![Event::PointerMoved(hand(0))]);
        while self.app.zoom() < 0.5 {
            self.draw(vec![wheel(60.0)]);
        }
        self.rest();
        let near = self.panning_ms();
        self.key(Key::X);
        self.rest();
        [fitted, near]
    }

    /// A turn of the wheel in each frame, in and out again.
    fn zooming_ms(&mut self) -> f64 {
        let ms = median_ms(3, 40, |frame| {
            let turn = if frame % 40 < 20 { 12.0 } else { -12.0 };
            self.draw(vec![wheel(turn)]);
        });
        self.rest();
        ms
    }

    /// The pointer moves over a map that is seen ten times as large as when it is fitted.
    fn near_ms(&mut self) -> f64 {
        self.draw(vec![Event::PointerMoved(hand(0))]);
        self.draw(vec![wheel(10f32.ln() / 0.004)]);
        self.rest();
        let ms = self.hovering_ms();
        self.key(Key::F);
        self.rest();
        ms
    }

    /// Some of the nations are selected by a box around the pointer and dragged.
    fn dragging_ms(&mut self, wished: usize) -> Option<(usize, f64)> {
        let at = self.find_nation()?;
        let nations = self.app.state().map().nations().len();
        let share = (wished as f32 / nations as f32).sqrt().min(0.9);
        let half = vec2(SCREEN[1], SCREEN[1]) * share * 0.45;
        self.key(Key::Escape);
        self.hold(Modifiers::SHIFT);
        self.press_and_move(at - half, at + half);
        self.release(at + half);
        self.hold(Modifiers::NONE);
        self.rest();
        let nations = |t: &&Target| matches!(t, Target::Nation(_));
        let held = self.app.state().selection.iter().filter(nations).count();
        self.press_and_move(at, at + vec2(9.0, 9.0));
        let ms = median_ms(3, 30, |frame| {
            // Farther than what is dragged is held beside a guide: else it doesn't move in most frames.
            let along = 9.0 + 3.0 * frame as f32;
            self.draw(vec![Event::PointerMoved(at + vec2(along, 9.0))]);
        });
        self.release(at);
        self.rest();
        Some((held, ms))
    }

    /// A place on the screen at which a click selects a nation.
    fn find_nation(&mut self) -> Option<Pos2> {
        let places =
            (0..400).map(|n| pos2(700.0 + (n % 20) as f32 * 7.0, 450.0 + (n / 20) as f32 * 7.0));
        places.into_iter().find(|at| {
            self.press_and_move(*at, *at);
            self.release(*at);
            // Two clicks at nearly one place would be a double click.
            (0..30).for_each(|_| drop(self.run(Vec::new())));
            matches!(self.app.state().selection.first(), Some(Target::Nation(_)))
                && self.app.state().selection.len() == 1
        })
    }

    fn press_and_move(&mut self, from: Pos2, to: Pos2) {
        self.draw(vec![Event::PointerMoved(from)]);
        self.draw(vec![self.button(from, true)]);
        self.draw(vec![Event::PointerMoved(to)]);
    }

    fn hold(&mut self, modifiers: Modifiers) {
        self.modifiers = modifiers;
        self.draw(vec![Event::ModifiersChanged(modifiers)]);
    }

    fn release(&mut self, at: Pos2) {
        self.draw(vec![Event::PointerMoved(at), self.button(at, false)]);
    }

    fn button(&self, pos: Pos2, pressed: bool) -> Event {
        let (button, modifiers) = (PointerButton::Primary, self.modifiers);
        Event::PointerButton { pos, button, pressed, modifiers }
    }

    fn key(&mut self, key: Key) {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        self.draw(vec![event(true)]);
        self.draw(vec![event(false)]);
    }

    /// The layout runs, and the map is shown as it comes along: how many frames bring it new places, what
    /// these take in the median, and the longest frame of all until it is at rest.
    fn laying_out_ms(&mut self) -> (usize, f64, f64) {
        self.key(Key::Escape);
        self.rest();
        self.key(Key::L);
        let (mut times, mut longest) = (Vec::new(), 0.0);
        let mut last = self.app.state().layout;
        let began = Instant::now();
        loop {
            std::thread::sleep(Duration::from_millis(12));
            let ms = median_ms(0, 1, |_| self.draw(Vec::new()));
            longest = f64::max(longest, ms);
            let layout = self.app.state().layout;
            let is_running = matches!(layout, LayoutState::Running { .. });
            if is_running && std::mem::replace(&mut last, layout) != layout {
                times.push(ms);
            }
            let is_over = !is_running && times.len() > 1 && !self.app.is_drawing();
            if is_over || began.elapsed() > Duration::from_secs(8) {
                break;
            }
        }
        self.key(Key::Escape);
        times.sort_by(f64::total_cmp);
        (times.len(), times.get(times.len() / 2).copied().unwrap_or(0.0), longest)
    }
}

/// A turn of the wheel, in the logical pixels that the toolkit takes it for.
fn wheel(turn: f32) -> Event {
    const LINE: f32 = 40.0;
    Event::MouseWheel {
        unit: MouseWheelUnit::Line,
        delta: vec2(0.0, turn / LINE),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

/// What it takes to find what lies under a point of the fitted map.
fn hit_test_ms(map: &Map) -> f64 {
    const EACH: u16 = 500;
    let scene = build(map, &Positions::of(map), &Options::default());
    let (index, places) = (SpatialIndex::of(&scene), MarkLookup::of(&scene));
    let zoom = SCREEN[1] / scene.bounds.height();
    let at = |n: u16| {
        let part = |step: f32| (f32::from(n) * step).fract();
        scene.bounds.min
            + Point::new(scene.bounds.width() * part(0.618), scene.bounds.height() * part(0.414))
    };
    let all = median_ms(1, 5, |_| {
        for n in 0..EACH {
            std::hint::black_box(index.at(&scene, &places, at(n), 6.0 / zoom, None));
        }
    });
    all / f64::from(EACH)
}

/// What the process takes in memory; 0 where the system doesn't say.
fn resident_bytes() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages = statm.split(' ').nth(1).and_then(|pages| pages.parse::<u64>().ok());
    pages.unwrap_or(0) * 4096
}
