//! A map from nothing, written in the window; every action of the hand is counted.
#![cfg(feature = "gui")]

#[path = "opened/hand.rs"]
#[allow(dead_code, reason = "other windows need more of a hand")]
mod hand;
mod opened;

use egui::accesskit::Role;
use egui::{Event, ImeEvent, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use entente::model::{End, Map, NationType, Status};
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
fn the_alliances_of_1907_take_few_actions() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    for line in [
        "Title: Europe's alliances",
        "Date: 1907",
        "Germany – Austria-Hungary: allied since 1879 \"Dual Alliance\"",
        "Germany, Austria-Hungary, Italy in Triple Alliance since 1882",
        "France – Russia: alliance 1894",
        "United Kingdom – France: pact 1904 \"Entente Cordiale\"",
        "UK – Russia: treaty, 31 August 1907",
        "UK – Japan: allied 1902",
        "Germany – Russia: pact 1887-1890, ended \"Reinsurance Treaty\"",
        "Germany -> (France – Russia): concern",
    ] {
        hand.write(line);
    }
    let map = hand.map();
    let names: Vec<&str> = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    assert_eq!(map.nations().len(), 7 + 1, "{names:?}");
    assert_eq!(map.ties().len(), 7);
    let tie = |label: &str| {
        let mut ties = map.ties().iter().map(|(_, tie)| tie);
        ties.find(|tie| tie.label == label).unwrap_or_else(|| panic!("{label}"))
    };
    assert_eq!(tie("Entente Cordiale").since, "1904".parse().ok());
    let ended = tie("Reinsurance Treaty");
    assert_eq!((ended.since, ended.until), ("1887".parse().ok(), "1890".parse().ok()));
    assert_eq!(ended.status, Some(Status::Ended));
    let dates: Vec<_> = map.ties().iter().map(|(_, tie)| tie.since).collect();
    assert!(dates.contains(&"1907-08-31".parse().ok()), "{dates:?}");
    let onto =
        map.ties().iter().find(|(_, tie)| matches!(tie.to, End::Tie(_))).expect("onto a tie");
    let kind = map.kinds().get(onto.1.kind).map(|kind| kind.key.as_str());
    assert_eq!(kind, Some("concern"));
    assert!(hand.actions <= 24, "{} actions", hand.actions);
}

#[test]
fn the_pacific_of_2024_takes_few_actions() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    for line in [
        "Title: The Pacific in June 2024",
        "Date: 2024-06-19",
        "Japan – New Zealand: pact, preliminary, 2024-06-19 \"intelligence sharing\"",
        "Russia – North Korea: allied, 2024-06-19 \"mutual aid\"",
        "Japan, New Zealand -> (Russia – North Korea)",
        "Japan, NZ -> China: concern \"South China Sea\"",
        "AUKUS 2021: Australia, UK, US",
        "US – Japan: allied since 1951",
        "US – South Korea: allied since 1953",
        "Japan, South Korea -> DPRK: concern",
    ] {
        hand.write(line);
    }
    let map = hand.map();
    let names: Vec<&str> = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    let codes: Vec<&str> =
        map.nations().iter().filter_map(|(_, nation)| nation.code.as_deref()).collect();
    for code in ["JPN", "NZL", "RUS", "PRK", "CHN", "AUS", "GBR", "USA", "KOR"] {
        assert_eq!(codes.iter().filter(|other| **other == code).count(), 1, "{code} in {codes:?}");
    }
    assert_eq!(map.nations().len(), 9 + 1, "{names:?}");
    let ties: Vec<String> = map.ties().ids().map(|id| map.tie_name(id)).collect();
    assert_eq!(ties.len(), 2 + 2 + 2 + 2 + 2, "{ties:?}");
    let onto = map.ties().iter().filter(|(_, tie)| matches!(tie.to, End::Tie(_)));
    let kinds: Vec<_> = onto.map(|(_, tie)| Some(tie.kind)).collect();
    assert_eq!(kinds, [map.kinds().by_key("concern"); 2]);
    assert!(hand.actions <= 24, "{} actions", hand.actions);
}

#[test]
fn a_report_on_sanctions_takes_few_actions() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    for line in [
        "Title: Iran and its neighbours",
        "Date: 2019",
        "New kind: sanctions",
        "New kind: support",
        "The United States imposed sanctions on Iran in 1979; Iran supports Syria since 1980",
        "EU 2007: Bulgaria, Romania; Croatia 2013",
        "In 1989, Iran signed an agreement with the Soviet Union",
        "Iran–Iraq (new kind: war, 1980–1988)",
        "Israel is concerned about Iran–Syria, according to Reuters, 2019-02-11",
        "Saudi Arabia – UAE: provisional pact, source: AFP, 5 December 2017, https://www.afp.com/a",
        "Russia, China – Iran: pact \"arms\"; Türkiye with Qatar: alliance 2014",
        "Iran –",
    ] {
        hand.write(line);
    }
    let map = hand.map();
    let names: Vec<&str> = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    assert_eq!(map.nations().len(), 15 + 1, "{names:?}");
    assert!(names.iter().all(|name| !name.contains("Iran") || *name == "Iran"), "{names:?}");
    let ties: Vec<String> = map.ties().ids().map(|id| map.tie_name(id)).collect();
    assert_eq!(ties.len(), 9, "{ties:?}");
    assert_eq!(map.kinds().len(), 3 + 3);
    let titles: Vec<&str> = map.sources().iter().map(|(_, source)| source.title.as_str()).collect();
    assert_eq!(titles, ["Reuters", "AFP"]);
    assert_eq!(map.ties().iter().filter(|(_, tie)| !tie.evidence.is_empty()).count(), 2);
    let field = hand.window.get_by_label("Quick entry");
    let left = egui_kittest::kittest::NodeT::accesskit_node(&field).value();
    assert_eq!(left.as_deref(), Some("Iran –"), "what can't be read stays");
    assert!(hand.actions <= 28, "{} actions", hand.actions);
}

#[test]
fn south_asia_and_the_horn_pasted_at_once_take_few_actions() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    let text = "Title: Two regions\n\
        • India with Bangladesh: treaty, 1972–1997\n\
        • India vs Pakistan: new kind: rivalry since 1947\n\
        1. China -> Pakistan: support \"corridor\"\n\
        Nepal, Bhutan, Sri Lanka joined SAARC in 1985\n\
        India is concerned about China–Pakistan\n\
        Ethiopia and Eritrea signed the Jeddah agreement on 16 September 2018\n\
        Ethiopia left nothing in particular behind it\n\
        Kenya – Somalia (tentative)\n\
        Djibouti – France: accord, allegedly, source: Le Monde, 2011";
    hand.window.event(Event::Paste(text.to_owned()));
    hand.window.run_steps(4);
    assert!(hand.window.query_by_label_contains("New kind: support").is_some());
    hand.press(Modifiers::NONE, Key::Enter);
    let map = hand.map();
    let names: Vec<&str> = map.nations().iter().map(|(_, nation)| nation.name.as_str()).collect();
    assert!(names.iter().all(|name| name.split(' ').count() < 3), "{names:?}");
    let ties: Vec<String> = map.ties().ids().map(|id| map.tie_name(id)).collect();
    assert_eq!(ties.len(), 7, "{ties:?}");
    assert_eq!(map.nations().iter().filter(|(_, n)| !n.memberships.is_empty()).count(), 3);
    let field = hand.window.get_by_label("Quick entry");
    let left = egui_kittest::kittest::NodeT::accesskit_node(&field).value().unwrap_or_default();
    assert_eq!(left.lines().count(), 2, "what can't be read stays: {left}");
    assert!(hand.actions <= 6, "{} actions", hand.actions);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::COMMAND, Key::Z);
    assert_eq!((hand.map().nations().len(), hand.map().kinds().len()), (0, 3), "one step");
}

/// Zooms to one nation of the sample, so that others are far away, and opens the field.
fn zoomed_in() -> CountingHand<'static> {
    let mut window = open();
    let at = center(&window, "Germany");
    click(&mut window, at);
    do_by_palette(&mut window, Action::FitSelection);
    for _ in 0..3 {
        do_by_palette(&mut window, Action::ZoomIn);
    }
    window.run_steps(30);
    press(&mut window, Modifiers::NONE, Key::Q);
    window.run_steps(20);
    CountingHand { window, actions: 0 }
}

#[test]
fn what_is_written_comes_into_view_and_the_view_goes_back() {
    let mut hand = zoomed_in();
    let scale = |hand: &CountingHand<'_>| {
        hand.window.get_by_role_and_label(Role::GraphicsObject, "Germany").rect().width()
    };
    let before = scale(&hand);
    hand.window.event(Event::Text("Atlantis – Germany: pact".to_owned()));
    hand.window.run_steps(60);
    let preview = scale(&hand);
    assert!(preview < before * 0.8, "{preview} of {before}");
    hand.window.event(Event::Text(", –".to_owned()));
    hand.window.run_steps(60);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.window.run_steps(60);
    assert!((scale(&hand) - before).abs() < before * 0.02, "{} of {before}", scale(&hand));
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.run_steps(4);
    hand.press(Modifiers::COMMAND, Key::A);
    hand.window.event(Event::Text("Atlantis – Germany: pact".to_owned()));
    hand.window.run_steps(60);
    hand.press(Modifiers::NONE, Key::Enter);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.window.run_steps(60);
    assert!(scale(&hand) < before * 0.8, "what was added is in view");
    hand.press(Modifiers::COMMAND, Key::Z);
    hand.window.run_steps(60);
    assert!((scale(&hand) - before).abs() < before * 0.02, "undo brings the view back");
}

#[test]
fn what_is_only_about_to_be_added_can_t_be_chosen() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("Atlantis – Mali: pact".to_owned()));
    hand.window.run_steps(10);
    assert_eq!(state(&hand.window).drawn_map().nations().len(), 2);
    assert!(hand.window.query_by_label("Atlantis").is_none(), "it has no node");
    hand.press(Modifiers::NONE, Key::Enter);
    hand.window.run_steps(10);
    assert!(hand.window.query_by_label("Atlantis").is_some());
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
    assert!(hand.window.query_by_label("Poland, POL").is_some());
    hand.press(Modifiers::NONE, Key::Escape);
    assert!(hand.window.query_by_label("Poland, POL").is_none());
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
fn shift_and_enter_begins_a_line_and_adds_nothing() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("Peru – Chile: pact 1930".to_owned()));
    hand.window.run_steps(3);
    hand.press(Modifiers::SHIFT, Key::Enter);
    assert_eq!(hand.map().ties().len(), 0);
    hand.write("Peru – Bolivia: allied 1873");
    assert_eq!(hand.map().ties().len(), 2);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(hand.map().ties().len(), 0, "both lines are one step");
}

#[test]
fn undo_in_a_blank_line_takes_back_what_was_added() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.write("Peru – Chile: pact 1930");
    assert_eq!(hand.map().ties().len(), 1);
    hand.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(hand.map().ties().len(), 0);
    hand.write("Peru – Bolivia: allied 1873");
    assert_eq!(hand.map().ties().len(), 1, "the keyboard is still in the field, and it was empty");
}

#[test]
fn what_is_to_be_mended_is_read_first() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    let lines =
        "Mali – Chad: pact\nPeru – Chile: pact\nIran – Iraq: pact\nPoland is allied with both";
    hand.window.event(Event::Text(lines.to_owned()));
    hand.window.run_steps(6);
    let row = |words: &str| hand.window.get_by_label_contains(words).rect();
    let (fault, first) = (row("Write their names"), row("Adds Mali"));
    assert!(fault.bottom() < first.center().y, "{fault} above {first}");
    assert!(fault.bottom() < 776.0, "{fault} in view");
}

#[test]
fn arrow_up_keeps_what_was_half_written() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.write("Peru – Chile: pact 1930");
    hand.window.event(Event::Text("Peru – Bolivia: ".to_owned()));
    hand.window.run_steps(3);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::NONE, Key::Q);
    hand.press(Modifiers::NONE, Key::ArrowUp);
    hand.press(Modifiers::NONE, Key::ArrowDown);
    hand.write("allied 1873");
    let ties: Vec<_> = hand.map().ties().iter().map(|(_, tie)| tie.since).collect();
    assert_eq!(ties, ["1930".parse().ok(), "1873".parse().ok()]);
}

#[test]
fn what_is_written_for_one_map_is_not_written_for_the_next() {
    let mut hand = CountingHand::on_an_empty_map();
    hand.press(Modifiers::NONE, Key::Q);
    hand.window.event(Event::Text("Peru – ".to_owned()));
    hand.window.run_steps(3);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::NONE, Key::Escape);
    hand.press(Modifiers::COMMAND, Key::N);
    hand.press(Modifiers::NONE, Key::Q);
    hand.write("Mali – Chad: pact");
    let names: Vec<&str> = hand.map().nations().iter().map(|(_, n)| n.name.as_str()).collect();
    assert_eq!(names, ["Mali", "Chad"]);
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
