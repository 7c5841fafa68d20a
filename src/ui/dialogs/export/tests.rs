use super::super::harness::open;
use super::*;
use crate::scene::Theme;
use crate::scene::figure::{FigureOptions, Orientation, Page, PageFormat};
use crate::tasks::FigureFormat;
use crate::ui::state::Dialog;
use crate::ui::test_example::example;
use egui_kittest::kittest::Queryable as _;

#[test]
fn what_is_chosen_is_asked_for() {
    let mut harness = open(example(), Dialog::Export);
    for label in ["PNG", "Print", "Numbers at ties", "Legend", "“Entente”", "See-through ground"]
    {
        harness.get_by_label(label).click();
        harness.run();
    }
    assert!(harness.query_by_label("2400 × 1640 pixels, 192 dpi").is_some());
    harness.get_by_label("Page").click();
    harness.run();
    harness.get_by_label("A4  210 × 297 mm").click();
    harness.run();
    harness.get_by_label("Portrait").click();
    harness.run();
    assert!(harness.query_by_label("Stretches distances by at most 2").is_some());
    harness.get_by_label("As it lies").click();
    harness.run();
    assert!(harness.query_by_label_contains("tretch").is_none());
    harness.get_by_label("Own").click();
    harness.run();
    harness.get_by_label("Export…").click();
    harness.run();
    let out = &harness.state().out[..];
    let [Intent::CloseDialog, Intent::Export(request)] = out else { panic!("{out:?}") };
    let margin = request.options.margin.expect("a margin of its own");
    assert!((margin - 0.05 * 793.7).abs() < 1.0, "it begins as the usual one: {margin}");
    let wanted = FigureRequest {
        format: FigureFormat::Png,
        scale: 2.0,
        options: FigureOptions {
            page: Page::Format(PageFormat::A4, Orientation::Portrait),
            margin: Some(margin),
            stretch: false,
            theme: Theme::Print,
            ground: false,
            legend: false,
            generator: false,
            numbers: true,
            ..FigureOptions::default()
        },
    };
    assert_eq!(*request, wanted);
}

#[test]
fn a_page_as_large_as_its_map_has_no_other_shape() {
    let mut harness = open(example(), Dialog::Export);
    assert!(harness.query_by_label("Fill the page").is_some());
    harness.state_mut().memory.export_request.options.page = Page::Fit;
    harness.run();
    assert!(harness.query_by_label("Fill the page").is_none());
}

#[test]
fn a_picture_of_what_is_chosen_is_copied() {
    let mut harness = open(example(), Dialog::Export);
    harness.get_by_label("Dark").click();
    harness.run();
    harness.get_by_label("Copy picture").click();
    harness.run();
    let out = &harness.state().out[..];
    let [Intent::CloseDialog, Intent::CopyPicture(request)] = out else { panic!("{out:?}") };
    assert_eq!(request.options.theme, Theme::Dark);
}

#[test]
fn enter_exports_and_escape_closes() {
    let mut harness = open(example(), Dialog::Export);
    harness.key_press(egui::Key::Enter);
    harness.run();
    assert!(matches!(harness.state().out[..], [_, Intent::Export(_)]));
    let mut harness = open(example(), Dialog::Export);
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert!(matches!(harness.state().out[..], [Intent::CloseDialog]));
}

#[test]
fn a_picture_that_memory_could_not_hold_is_not_exported() {
    let mut harness = open(example(), Dialog::Export);
    let request = &mut harness.state_mut().memory.export_request;
    (request.format, request.scale) = (FigureFormat::Png, 8.0);
    request.options.page = Page::Size(10_000.0, 10_000.0);
    harness.run();
    assert!(harness.query_by_label_contains("More than 100 million pixels").is_some());
    harness.get_by_label("Export…").click();
    harness.run();
    assert!(harness.state().out.is_empty());
}
