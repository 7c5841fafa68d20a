//! How the map is shown: what nations and ties look like, and what of it follows their data.

use egui::Ui;

use super::look_scale::{self, Followed};
use super::{form, nation_edit};
use crate::edit::{Field, look};
use crate::model::{
    Categories, DrawnAs, Grouping, Look, Map, NationId, NationProperty, NationSize, NationStyle,
    Range, Rule, Scale, TieProperty,
};
use crate::ui::intent::Intent;
use crate::ui::state::State;

pub(super) fn show(ui: &mut Ui, state: &State, out: &mut Vec<Intent>) {
    let map = state.map();
    if map.nations().is_empty() {
        form::section(ui, "Nothing to show yet");
        form::advice(ui, "Double click the background to add a nation, or press N.");
        return;
    }
    ui.push_id("look", |ui| {
        form::section(ui, "Nations");
        ui.push_id("nations", |ui| nations(ui, map, out));
        form::section(ui, "Ties");
        ui.push_id("ties", |ui| ties(ui, map, out));
        organisations(ui, map, out);
        ui.add_space(12.0);
        form::advice(
            ui,
            "What follows the data stays true to it when the data change, and the legend says what \
             it means. Attributes are added to nations and ties in the tab Selection.",
        );
    });
}

/// Changes the look as one step.
pub(super) fn changed(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Look),
) {
    out.push(Intent::Edit { name: format!("Change {what}"), command: look(map, change) });
}

/// Changes the look while a colour or number is being dragged: one step in all.
pub(super) fn dragged(
    out: &mut Vec<Intent>,
    map: &Map,
    what: &str,
    change: impl FnOnce(&mut Look),
) {
    let field = Field(format!("look/{what}"));
    let name = format!("Change {what}");
    out.push(Intent::Type { name, field, command: look(map, change) });
}

fn nations(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    let look = map.look();
    let styles = [
        (NationStyle::Flag, "flags".to_owned()),
        (NationStyle::Disc, "plain discs".to_owned()),
        (NationStyle::Label, "names in boxes".to_owned()),
    ];
    if let Some(style) = form::choice(ui, "Drawn as", &look.nations, styles) {
        changed(out, map, "how nations are drawn", |l| l.nations = style);
    }
    size(ui, map, out);
    let by = look.nation_color.as_ref().map(|rule| rule.by.clone());
    let properties = nation_properties(map, NationProperty::BUILT_IN);
    if let Some(by) = follow(ui, "Colour", &by, "their own", properties) {
        let rule = by.map(|by| Rule::new(by.clone(), color_scale(numeric_nations(map, &by))));
        changed(out, map, "colour of nations", |l| l.nation_color = rule);
    }
    look_scale::colors(ui, map, Followed::Nations, out);
    let groups = [Grouping::Region, Grouping::Subregion, Grouping::Tag];
    let attributes = map.nation_attributes().into_iter().map(str::to_owned);
    let groups = groups.into_iter().chain(attributes.map(Grouping::Attribute));
    let named = groups.map(|group| {
        let name = nation_property(&group.property());
        (group, name)
    });
    if let Some(hulls) = follow(ui, "Hulls", &look.hulls, "none", named) {
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

fn size(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    let now = match &map.look().nation_size {
        NationSize::Degree => Sized::Degree,
        NationSize::Fixed => Sized::Fixed,
        NationSize::By(rule) => Sized::By(rule.by.clone()),
    };
    let numbers = nation_properties(map, &[NationProperty::Degree]);
    let numbers = numbers.filter(|(property, _)| numeric_nations(map, property));
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

fn ties(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    let look = map.look();
    let kind = "their kind";
    let by = look.tie_color.as_ref().map(|rule| rule.by.clone());
    if let Some(by) = follow(ui, "Colour", &by, kind, tie_properties(map)) {
        let rule = by.map(|by| Rule::new(by.clone(), color_scale(numeric_ties(map, &by))));
        changed(out, map, "colour of ties", |l| l.tie_color = rule);
    }
    look_scale::colors(ui, map, Followed::Ties, out);
    let by = look.tie_width.as_ref().map(|rule| rule.by.clone());
    let numbers = tie_properties(map).filter(|(property, _)| numeric_ties(map, property));
    if let Some(by) = follow(ui, "Width", &by, kind, numbers) {
        let [low, high] = Look::WIDTHS;
        let rule = by.map(|by| Rule::new(by, Scale::Range(Range::of_data(low, high))));
        changed(out, map, "width of ties", |l| l.tie_width = rule);
    }
    let by = look.tie_dash.as_ref().map(|rule| rule.by.clone());
    let words = tie_properties(map).filter(|(property, _)| !numeric_ties(map, property));
    if let Some(by) = follow(ui, "Line", &by, kind, words) {
        let rule = by.map(|by| Rule::new(by, Categories::default()));
        changed(out, map, "lines of ties", |l| l.tie_dash = rule);
    }
}

/// Each organisation that has members, as a mark of its own or as a hull around them.
fn organisations(ui: &mut Ui, map: &Map, out: &mut Vec<Intent>) {
    let has_members = |id: NationId| {
        let joined = |n: &crate::model::Nation| n.memberships.iter().any(|m| m.organisation == id);
        map.nations().iter().any(|(_, nation)| joined(nation))
    };
    let with_members = map.nations().iter().filter(|(id, _)| has_members(*id));
    let mut with_members = with_members.peekable();
    if with_members.peek().is_none() {
        return;
    }
    form::section(ui, "Organisations");
    for (id, organisation) in with_members {
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
pub(super) fn drawn_as(ui: &mut Ui, caption: &str, now: DrawnAs) -> Option<DrawnAs> {
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

fn nation_properties(
    map: &Map,
    built_in: &'static [NationProperty],
) -> impl Iterator<Item = (NationProperty, String)> {
    let attributes: Vec<NationProperty> = map
        .nation_attributes()
        .into_iter()
        .map(|a| NationProperty::Attribute(a.to_owned()))
        .collect();
    built_in.iter().cloned().chain(attributes).map(|property| {
        let name = nation_property(&property);
        (property, name)
    })
}

fn nation_property(property: &NationProperty) -> String {
    match property {
        NationProperty::Type => "type".to_owned(),
        NationProperty::Region => "continent".to_owned(),
        NationProperty::Subregion => "region".to_owned(),
        NationProperty::Tag => "first tag".to_owned(),
        NationProperty::Degree => "number of ties".to_owned(),
        NationProperty::Attribute(name) => format!("“{name}”"),
    }
}

fn tie_properties(map: &Map) -> impl Iterator<Item = (TieProperty, String)> {
    let attributes: Vec<TieProperty> =
        map.tie_attributes().into_iter().map(|a| TieProperty::Attribute(a.to_owned())).collect();
    TieProperty::BUILT_IN.iter().cloned().chain(attributes).map(|property| {
        let name = match &property {
            TieProperty::Kind => "kind".to_owned(),
            TieProperty::Status => "status".to_owned(),
            TieProperty::Sign => "sign".to_owned(),
            TieProperty::Weight => "weight".to_owned(),
            TieProperty::Since => "year it began".to_owned(),
            TieProperty::Attribute(name) => format!("“{name}”"),
        };
        (property, name)
    })
}

/// Whether everything that nations say of a property is a number, and any says one.
fn numeric_nations(map: &Map, property: &NationProperty) -> bool {
    let values = map.nation_values(property);
    let mut said = values.iter().flatten().peekable();
    said.peek().is_some() && said.all(|value| value.number.is_some())
}

/// The same for ties.
fn numeric_ties(map: &Map, property: &TieProperty) -> bool {
    let said = map.ties().iter().filter_map(|(_, tie)| map.tie_value(tie, property));
    let mut said = said.peekable();
    said.peek().is_some() && said.all(|value| value.number.is_some())
}

fn color_scale(is_numeric: bool) -> Scale<crate::model::Color> {
    let [low, high] = Look::COLORS;
    if is_numeric {
        Scale::Range(Range::of_data(low, high))
    } else {
        Scale::Categories(Categories::default())
    }
}
