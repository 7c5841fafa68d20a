//! A map from nothing, written in the window; every action of the hand is counted.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use entente::model::{End, Map, NationType};
use entente::ui::{Action, Dialog};
use hand::{Window, center, click, do_by_palette, open, press, state};

/// A hand that counts what it does: a key, a click, or a text typed in one go is one action.
struct CountingHand<'a> {
    window: Window<'a>,
    actions: usize,
}

impl CountingHand<'_> {
    fn on_an_empty_map() -> Self {
        let mut hand = Self { window: open(), actions: 0 };
        hand.press(Modifiers::COMMAND, Key::N);
        assert!(hand.map().nations().is_empty());
        hand
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        press(&mut self.window, modifiers, key);
        self.actions += 1;
    }

    fn write(&mut self, line: &str) {
        self.window.event(Event::Text(line.to_owned()));
        self.window.run_steps(3);
        self.actions += 1;
        self.press(Modifiers::NONE, Key::Enter);
    }

    fn map(&self) -> &Map {
        state(&self.window).map()
    }
}

#[test]
fn a_map_of_two_blocs_takes_few_actions() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    for line in [
        "Title: NATO and the Warsaw Pact",
        "Date: 1962",
        "NATO 1949: USA, UK, France, Canada, Italy, Belgium, Netherlands, Luxembourg, Norway, Denmark, \
         Iceland, Portugal, Greece 1952, Turkey 1952, West Germany 1955",
        "Warsaw Pact 1955: USSR, Poland, Hungary, Romania, Bulgaria, Czechoslovakia, East Germany, \
         Albania 1955-1968",
        "USSR – Cuba: pact 1960",
        "USA – UK: allied",
        "USA -> (USSR – Cuba): concern 1962",
    ] {
        hand.write(line);
    }
    let map = hand.map();
    let names: Vec<&str> = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    assert_eq!(map.nations().len(), 24 + 2, "{names:?}");
    let members = map.nations().iter().filter(|(_, nation)| !nation.memberships.is_empty()).count();
    assert_eq!(members, 15 + 8);
    assert!(map.nations().iter().all(|(_, nation)| nation.code.is_some()), "each has its flag");
    assert!(map.nations().iter().all(|(_, nation)| nation.position.is_some()));
    assert_eq!(map.ties().len(), 3);
    assert!(map.ties().iter().any(|(_, tie)| matches!(tie.to, End::Tie(_))));
    assert_eq!(map.heading().title, "NATO and the Warsaw Pact");
    let organisation =
        |(_, nation): &(_, &entente::model::Nation)| nation.nation_type == NationType::Organisation;
    assert_eq!(map.nations().iter().filter(organisation).count(), 2);
    assert!(hand.actions <= 20, "{} actions", hand.actions);
}

#[test]
fn a_line_is_one_step_and_is_shown_before_it_is_added() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    let line = "Poland, Hungary in Warsaw Pact since 1955";
    hand.window.event(Event::Text(line.to_owned()));
    hand.window.run_steps(4);
    assert!(hand.map().nations().is_empty());
    assert_eq!(state(&hand.window).drawn_map().nations().len(), 3, "seen before it is added");
    assert!(state(&hand.window).shown_map().nations().is_empty(), "no figure and no count has it");
    hand.press(Modifiers::NONE, Key::Enter);
    assert_eq!(hand.map().nations().len(), 3);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::COMMAND, Key::Z);
    assert!(hand.map().nations().is_empty(), "one step takes all of it back");
}

#[test]
fn what_can_t_be_read_stays_in_the_field_and_says_why() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Paste("Japan – China: pact\nMali –\nChad – Peru: allied".to_owned()));
    hand.window.run_steps(4);
    assert!(hand.window.query_by_label_contains("A name is missing").is_some());
    hand.press(Modifiers::NONE, Key::Enter);
    assert_eq!(hand.map().ties().len(), 2);
    let field = hand.window.get_by_label("Quick entry");
    assert_eq!(
        egui_kittest::kittest::NodeT::accesskit_node(&field).value().as_deref(),
        Some("Mali –")
    );
}

#[test]
fn the_press_that_ends_a_composition_adds_nothing() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("Mali – ".to_owned()));
    hand.window.event(Event::Ime(ImeEvent::Preedit {
        text: "にほん".to_owned(),
        active_range_chars: None,
    }));
    hand.window.run_steps(2);
    hand.press(Modifiers::NONE, Key::Enter);
    assert!(hand.map().nations().is_empty());
    hand.window.event(Event::Ime(ImeEvent::Commit("日本".to_owned())));
    hand.press(Modifiers::NONE, Key::Enter);
    let codes: Vec<_> =
        hand.map().nations().iter().filter_map(|(_, n)| n.code.as_deref()).collect();
    assert_eq!(codes, ["MLI", "JPN"]);
}

#[test]
fn escape_closes_the_offers_and_then_the_field() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("Pola".to_owned()));
    hand.window.run_steps(3);
    assert!(hand.window.query_by_label("Poland").is_some());
    hand.press(Modifiers::NONE, Key::Escape);
    assert!(hand.window.query_by_label("Poland").is_none());
    assert!(hand.window.get_by_label("Quick entry").is_focused(), "one goes on writing");
    hand.press(Modifiers::NONE, Key::Escape);
    assert!(hand.window.query_by_label("Quick entry").is_none());
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("n".to_owned()));
    hand.window.run_steps(3);
    hand.press(Modifiers::NONE, Key::Tab);
    let field = hand.window.get_by_label("Quick entry");
    let text = egui_kittest::kittest::NodeT::accesskit_node(&field).value();
    assert_eq!(text.as_deref(), Some("Poland"));
}

#[test]
fn undoing_a_layout_brings_the_view_back() {
    let mut window = open();
    for _ in 0..4 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    window.run_steps(10);
    let before = center(&window, "Japan");
    do_by_palette(&mut window, Action::LayOutInCircle);
    for _ in 0..400 {
        std::thread::sleep(std::time::Duration::from_millis(10));
        window.run_steps(1);
        if state(&window).history.is_unsaved() {
            break;
        }
    }
    window.run_steps(20);
    assert_ne!(center(&window, "Japan"), before);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    window.run_steps(20);
    let back = center(&window, "Japan");
    assert!((back - before).length() < 1.0, "{back:?} instead of {before:?}");
}

#[test]
fn the_palette_says_why_something_is_not_possible() {
    let mut window = open();
    press(&mut window, Modifiers::COMMAND, Key::K);
    window.event(Event::Text("Duplicate".to_owned()));
    window.run_steps(3);
    assert!(window.query_by_label_contains("not possible now: Select something first").is_some());
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(state(&window).dialog, Some(Dialog::Palette), "nothing happens");
}

#[test]
fn a_focus_comes_into_view() {
    let mut window = open();
    let at = center(&window, "Germany");
    click(&mut window, at);
    for _ in 0..8 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    for _ in 0..4 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowLeft);
    }
    do_by_palette(&mut window, Action::FocusSelection);
    window.run_steps(30);
    let canvas = egui::Rect::from_min_max(egui::pos2(0.0, 36.0), egui::pos2(960.0, 776.0));
    assert!(canvas.contains(center(&window, "Germany")));
}

#[test]
fn a_fitted_map_stays_fitted_when_the_window_grows_smaller() {
    let mut window = open();
    window.set_size(egui::vec2(900.0, 600.0));
    window.run_steps(20);
    let canvas = egui::Rect::from_min_max(egui::pos2(0.0, 36.0), egui::pos2(580.0, 576.0));
    for name in ["Japan", "China", "Italy", "Russia", "United States"] {
        let at = center(&window, name);
        assert!(canvas.contains(at), "{name} at {at:?}");
    }
}
