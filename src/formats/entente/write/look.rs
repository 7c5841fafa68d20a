//! Writes the field `look` of a map.

use serde_json::{Value, json};

use crate::formats::entente::enum_words::EnumWord;
use crate::formats::entente::property_words::{PropertyName, PropertyWord};
use crate::formats::entente::schema::FileLook;
use crate::formats::json::number;
use crate::model::{
    BlocView, Categories, Color, Extra, Look, NationSize, NationStyle, Rule, Scale, TieView,
};

/// A look as it is written; `None` for the usual one.
pub fn file_look(look: &Look) -> Option<FileLook<'_>> {
    let color = |color: &Color| json!(color.to_string());
    let length = |length: &f32| Value::Number(number::from_f32(*length));
    if *look == Look::default() {
        return None;
    }
    Some(FileLook {
        nations: (look.nations != NationStyle::default()).then(|| look.nations.to_word()),
        nation_size: match &look.nation_size {
            NationSize::Degree => None,
            NationSize::Fixed => Some(json!("fixed")),
            NationSize::By(rule) => Some(scaled_rule(rule, length)),
        },
        hulls: look.hulls.as_ref().map(property_json),
        blocs: (look.blocs != BlocView::default()).then(|| look.blocs.to_word()),
        nation_color: look.nation_color.as_ref().map(|rule| scaled_rule(rule, color)),
        tie_color: look.tie_color.as_ref().map(|rule| scaled_rule(rule, color)),
        tie_width: look.tie_width.as_ref().map(|rule| scaled_rule(rule, length)),
        tie_dash: look.tie_dash.as_ref().map(|Rule { by, scale, extra }| {
            rule_json(by, "values", values(scale, |dash| json!(dash.to_word())), extra)
        }),
        ties: tie_view(&look.ties),
        legend: look.legend.map(number::pair),
        extra: &look.extra,
    })
}

/// How ties are drawn, without what is as usual; `None` where all is.
fn tie_view(view: &TieView) -> Option<Value> {
    fn word<W: EnumWord + Default + PartialEq>(value: W) -> Option<Value> {
        (value != W::default()).then(|| json!(value.to_word()))
    }
    let TieView { drawn, within_blocs, importance, extra } = view;
    let fields = [
        ("drawn", word(*drawn)),
        ("within_blocs", word(*within_blocs)),
        ("importance", word(*importance)),
    ];
    let known = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let fields: Extra = known.chain(extra.clone()).collect();
    (!fields.is_empty()).then_some(Value::Object(fields))
}

fn scaled_rule<P: PropertyWord, V>(rule: &Rule<P, Scale<V>>, json: impl Fn(&V) -> Value) -> Value {
    match &rule.scale {
        Scale::Categories(categories) => {
            rule_json(&rule.by, "values", values(categories, json), &rule.extra)
        }
        Scale::Range(range) => {
            let mut fields = Extra::new();
            let end = |end: Option<f64>| end.map(|end| Value::Number(number::from_f64(end)));
            for (name, value) in [
                ("from", end(range.from)),
                ("to", end(range.to)),
                ("low", Some(json(&range.low))),
                ("high", Some(json(&range.high))),
            ] {
                fields.extend(value.map(|value| (name.to_owned(), value)));
            }
            fields.extend(range.extra.clone());
            rule_json(&rule.by, "range", fields, &rule.extra)
        }
    }
}

fn values<V>(categories: &Categories<V>, json: impl Fn(&V) -> Value) -> Extra {
    categories.0.iter().map(|(value, look)| (value.clone(), json(look))).collect()
}

fn rule_json<P: PropertyWord>(by: &P, scale: &str, fields: Extra, extra: &Extra) -> Value {
    let mut rule = Extra::new();
    rule.insert("by".to_owned(), property_json(by));
    if scale == "range" || !fields.is_empty() {
        rule.insert(scale.to_owned(), Value::Object(fields));
    }
    rule.extend(extra.clone());
    Value::Object(rule)
}

/// A property as it is written.
fn property_json<P: PropertyWord>(property: &P) -> Value {
    match property.property_name() {
        PropertyName::Word(word) => json!(word),
        PropertyName::Attribute(name) => json!({ "attribute": name }),
    }
}
