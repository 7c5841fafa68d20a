//! How the map is shown: what nations and ties look like, and what of it follows their data.

pub mod choices;
pub mod color_scale;

use egui::Ui;

use super::{Memory, form, nation_edit};
use crate::edit::{Field, change_look};
use crate::model::{
    Categories, DrawnAs, Look, Map, NationProperty, NationSize, NationStyle, Range, Rule, Scale,
};
use crate::ui::intent::Intent;
use crate::ui::state::State;
use choices::{Choice, LookChoices};
use color_scale::Followed;

pub(in crate::ui::panels) fn show(
    ui: &mut Ui,
    state: &State,
    memory: &mut Memory,
    out: &mut Vec<Intent>,
) {
    let map = state.map();
    if map.nations().is_empty() {
        form::section(ui, "Nothing to show yet");
        form::advice(ui, "Double click the background to add a nation, or press N.");
        return;
    }
    let choices = LookChoices::update(&mut memory.look, map, state.history.revision());
    ui.push_id("look", |ui| {
        form::section(ui, "Nations");
        ui.push_id("nations", |ui| nations(ui, map, choices, out));
        form::section(ui, "Ties");
        ui.push_id("ties", |ui| ties(ui, map, choices, out));
        organisations(ui, map, choices, out);
        ui.add_space(12.0);
        form::advice(
            ui,
            "What follows the data stays true to it when the data change, and the legend says what \
             it means. Attributes are added to nations and ties in the tab Selection.",
        );
    });
}

/// Changes the look as one step.
pub(in crate::ui::panels) fn changed(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Look),
) {
    out.push(Intent::Edit { name: format!("Change {what}"), command: change_look(map, change) });
}

/// Changes the look while a colour or number is being dragged: one step in all.
pub(in crate::ui::panels) fn dragged(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Look),
) {
    let field = Field(format!("look/{what}"));
    let name = format!("Change {what}");
    out.push(Intent::Type { name, field, command: change_look(map, change) });
}

fn nations(ui: &mut Ui, map: &Map, choices: &LookChoices, out: &mut Vec<Intent>) {
    let look = map.look();
    let styles = [
        (NationStyle::Flag, "flags".to_owned()),
        (NationStyle::Disc, "plain discs".to_owned()),
        (NationStyle::Label, "names in boxes".to_owned()),
    ];
    if let Some(style) = form::choice(ui, "Drawn as", &look.nations, styles) {
        changed(out, map, "how nations are drawn", |l| l.nations = style);
    }
    size(ui, map, choices, out);
    let by = look.nation_color.as_ref().map(|rule| rule.by.clone());
    if let Some(by) = follow(ui, "Colour", &by, "their own", named(&choices.nations)) {
        let rule = by.map(|by| Rule::new(by.clone(), color_scale(&choices.nations, &by)));
        changed(out, map, "colour of nations", |l| l.nation_color = rule);
    }
    color_scale::colors(ui, map, Followed::Nations, &choices.nation_colors, out);
    if let Some(hulls) = follow(ui, "Hulls", &look.hulls, "none", choices.groups.iter().cloned()) {
        changed(out, map, "hulls", |l| l.hulls = hulls);
    }
}

/// What the size of nations may follow.
#[derive(Clone, PartialEq)]
enum Sized {
    Degree,
    Fixed,
    By(NationProperty),
}

fn size(ui: &mut Ui, map: &Map, choices: &LookChoices, out: &mut Vec<Intent>) {
    let now = match &map.look().nation_size {
        NationSize::Degree => Sized::Degree,
        NationSize::Fixed => Sized::Fixed,
        NationSize::By(rule) => Sized::By(rule.by.clone()),
    };
    let numbers = named(choices.nations.iter().filter(|choice| choice.is_numeric));
    let options = [
        (Sized::Degree, "a little by their ties".to_owned()),
        (Sized::Fixed, "all alike".to_owned()),
    ];
    let options = options.into_iter().chain(numbers.map(|(p, name)| (Sized::By(p), name)));
    if let Some(size) = form::choice(ui, "Size", &now, options) {
        let size = match size {
            Sized::Degree => NationSize::Degree,
            Sized::Fixed => NationSize::Fixed,
            Sized::By(by) => {
                let [low, high] = Look::RADII;
                let scale = Scale::Range(Range::of_data(low, high));
                NationSize::By(Box::new(Rule::new(by, scale)))
            }
        };
        changed(out, map, "size of nations", |l| l.nation_size = size);
    }
}

fn ties(ui: &mut Ui, map: &Map, choices: &LookChoices, out: &mut Vec<Intent>) {
    let look = map.look();
    let kind = "their kind";
    let by = look.tie_color.as_ref().map(|rule| rule.by.clone());
    if let Some(by) = follow(ui, "Colour", &by, kind, named(&choices.ties)) {
        let rule = by.map(|by| Rule::new(by.clone(), color_scale(&choices.ties, &by)));
        changed(out, map, "colour of ties", |l| l.tie_color = rule);
    }
    color_scale::colors(ui, map, Followed::Ties, &choices.tie_colors, out);
    let by = look.tie_width.as_ref().map(|rule| rule.by.clone());
    let numbers = named(choices.ties.iter().filter(|choice| choice.is_numeric));
    if let Some(by) = follow(ui, "Width", &by, kind, numbers) {
        let [low, high] = Look::WIDTHS;
        let rule = by.map(|by| Rule::new(by, Scale::Range(Range::of_data(low, high))));
        changed(out, map, "width of ties", |l| l.tie_width = rule);
    }
    let by = look.tie_dash.as_ref().map(|rule| rule.by.clone());
    let words = named(choices.ties.iter().filter(|choice| !choice.is_numeric));
    if let Some(by) = follow(ui, "Line", &by, kind, words) {
        let rule = by.map(|by| Rule::new(by, Categories::default()));
        changed(out, map, "lines of ties", |l| l.tie_dash = rule);
    }
}

/// Each organisation that has members, as a mark of its own or as a hull around them.
fn organisations(ui: &mut Ui, map: &Map, choices: &LookChoices, out: &mut Vec<Intent>) {
    if choices.organisations.is_empty() {
        return;
    }
    form::section(ui, "Organisations");
    for id in choices.organisations.iter().copied() {
        let Some(organisation) = map.nations().get(id) else { continue };
        ui.push_id(("organisation", id), |ui| {
            if let Some(drawn_as) = drawn_as(ui, &organisation.name, organisation.drawn_as) {
                nation_edit::edited(out, id, organisation, "Change look of", |n| {
                    n.drawn_as = drawn_as;
                });
            }
        });
    }
}

/// The choice of what an organisation is drawn as.
pub(in crate::ui::panels) fn drawn_as(ui: &mut Ui, caption: &str, now: DrawnAs) -> Option<DrawnAs> {
    let choices = [
        (DrawnAs::Hub, "a mark with member lines".to_owned()),
        (DrawnAs::Hull, "a hull around its members".to_owned()),
    ];
    form::choice(ui, caption, &now, choices)
}

/// A choice of what a look follows, the first being nothing.
fn follow<P: PartialEq + Clone>(
    ui: &mut Ui,
    caption: &str,
    now: &Option<P>,
    nothing: &str,
    properties: impl Iterator<Item = (P, String)>,
) -> Option<Option<P>> {
    let none = std::iter::once((None, nothing.to_owned()));
    form::choice(ui, caption, now, none.chain(properties.map(|(p, name)| (Some(p), name))))
}

/// Choices with what to call them.
fn named<'a, P: Clone + 'a>(
    choices: impl IntoIterator<Item = &'a Choice<P>>,
) -> impl Iterator<Item = (P, String)> {
    choices.into_iter().map(|choice| (choice.property.clone(), choice.name.clone()))
}

/// The scale for colours that follow one of the choices.
fn color_scale<P: PartialEq>(choices: &[Choice<P>], by: &P) -> Scale<crate::model::Color> {
    let [low, high] = Look::COLORS;
    if choices.iter().any(|choice| choice.property == *by && choice.is_numeric) {
        Scale::Range(Range::of_data(low, high))
    } else {
        Scale::Categories(Categories::default())
    }
}
