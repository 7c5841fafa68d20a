//! What stands after the number of a vertex or the ends of a line.

use super::colors::color;
use super::times::times;
use super::words::{Form, Word, words};
use crate::formats::network::{ColumnId, Columns, NetworkBuilder, written_number};
use crate::formats::problems::Spot;
use crate::model::{Attribute, Color};

/// The attributes of vertices that have a meaning in Pajek; another word after the place is the shape.
const VERTEX_WORDS: [&str; 16] = [
    "x_fact", "y_fact", "phi", "r", "q", "ic", "bc", "bw", "lc", "la", "lr", "lphi", "fos", "font",
    "hooks", "size",
];

/// The words for the colour and the label of a vertex.
const VERTEX_FIELDS: [&str; 2] = ["ic", "label"];
/// Those of a line.
const TIE_FIELDS: [&str; 2] = ["c", "l"];

/// The word in the note of a vertex for its place as it was before it was brought between 0 and 1.
pub const EXACT_PLACE: &str = "position";

/// What a vertex or a line has.
#[derive(Default)]
pub struct Fields {
    /// Its id.
    pub id: Option<String>,
    /// What is shown for it.
    pub label: Option<String>,
    /// Where it lies, from 0 to 1 and y down.
    pub position: Option<[f64; 2]>,
    /// Its colour.
    pub color: Option<Color>,
    /// All else.
    pub attributes: Vec<(ColumnId, Attribute)>,
}

impl Fields {
    /// Those of a vertex: label, place, shape, and attributes in pairs.
    pub fn of_vertex(words: &[Word<'_>], builder: &mut NetworkBuilder, spot: Spot) -> Self {
        let mut fields = Self::default();
        let words = fields.without_times(words, builder.node_columns());
        let mut words = &words[..];
        if let [label, rest @ ..] = words {
            fields.label = Some(label.text.to_string()).filter(|label| !label.is_empty());
            words = rest;
        }
        let place: Vec<f64> = words.iter().take(3).map_while(Word::number).collect();
        words = words.get(place.len()..).unwrap_or_default();
        if let [x, y, ..] = place[..] {
            fields.position = Some([x, y]);
        }
        // The middle is where everything lies in two dimensions.
        if let Some(z) = place.get(2).filter(|z| ![0.0, 0.5].contains(*z)) {
            fields.attributes.push((builder.node_columns().add("z"), Attribute::Number(*z)));
        }
        if let [shape, rest @ ..] = words
            && shape.form == Form::Plain
            && !VERTEX_WORDS.contains(&&*shape.text.to_lowercase())
        {
            if shape.text != "ellipse" {
                let column = builder.node_columns().add("shape");
                fields.attributes.push((column, Attribute::Text((&*shape.text).into())));
            }
            words = rest;
        }
        for pair in words.chunks(2) {
            fields.take(pair, VERTEX_FIELDS, builder, spot, true);
        }
        fields
    }

    /// Those of a line: attributes in pairs.
    pub fn of_tie(words: &[Word<'_>], builder: &mut NetworkBuilder, spot: Spot) -> Self {
        let mut fields = Self::default();
        let words = fields.without_times(words, builder.edge_columns());
        let words = fields.without_odd_weight(&words, builder.edge_columns());
        for pair in words.chunks(2) {
            fields.take(pair, TIE_FIELDS, builder, spot, false);
        }
        fields
    }

    /// Keeps the word where the weight of a line is expected, if that is no number: words behind it come in
    /// pairs.
    fn without_odd_weight<'w, 'a>(
        &mut self,
        words: &'w [Word<'a>],
        columns: &mut Columns,
    ) -> &'w [Word<'a>] {
        match words {
            [odd, rest @ ..] if rest.len() % 2 == 0 && odd.form == Form::Plain => {
                let written = Attribute::Text((&*odd.text).into());
                self.attributes.push((columns.add("weight"), written));
                rest
            }
            all => all,
        }
    }

    /// Adds what a note says: attributes in pairs. One that isn't as notes are is a comment and says nothing.
    pub fn add_note(
        &mut self,
        note: &str,
        builder: &mut NetworkBuilder,
        spot: Spot,
        of_vertex: bool,
    ) {
        let words = words(note).unwrap_or_default();
        let own = if of_vertex { VERTEX_FIELDS } else { TIE_FIELDS };
        for pair in words.chunks(2) {
            self.take(pair, own, builder, spot, of_vertex);
        }
    }

    fn take(
        &mut self,
        pair: &[Word<'_>],
        [color_word, label_word]: [&str; 2],
        builder: &mut NetworkBuilder,
        spot: Spot,
        of_vertex: bool,
    ) {
        let Some(name) = pair.first() else { return };
        let name = &*name.text;
        let value = pair.get(1);
        match value {
            Some(value) if name == label_word => self.label = Some(value.text.to_string()),
            Some(value) if name == "id" => self.id = Some(value.text.to_string()),
            Some(value)
                if name == EXACT_PLACE && of_vertex && two_numbers(&value.text).is_some() =>
            {
                self.position = two_numbers(&value.text);
            }
            Some(value) if name == color_word && color(&value.text).is_some() => {
                self.color = color(&value.text);
            }
            _ => {
                if let Some(value) = value.filter(|_| name == color_word) {
                    builder.network().remarks.warn(
                        spot,
                        &value.text,
                        "has a colour that isn't known",
                        "It was kept as an attribute.",
                        "Write it as “RGB” and six hexadecimal digits.",
                    );
                }
                let Some(column) = builder.columns(!of_vertex).add_within_limit(name) else {
                    builder.lose_column(spot, name);
                    return;
                };
                let value = value.map_or(Attribute::Flag(true), attribute);
                if self.attributes.iter().all(|(there, _)| *there != column) {
                    self.attributes.push((column, value));
                }
            }
        }
    }

    /// Takes the times, wherever they stand.
    fn without_times<'w>(&mut self, words: &[Word<'w>], columns: &mut Columns) -> Vec<Word<'w>> {
        if let Some(word) = words.iter().find(|word| word.form == Form::Times) {
            let times = times(&word.text);
            if let Some(times) = times {
                self.attributes.push((columns.add("start"), Attribute::Number(times.start)));
                if let Some(end) = times.end {
                    self.attributes.push((columns.add("end"), Attribute::Number(end)));
                }
            }
            if times.is_none_or(|times| times.has_gaps) {
                self.attributes.push((columns.add("times"), Attribute::Text((&*word.text).into())));
            }
        }
        words.iter().filter(|word| word.form != Form::Times).cloned().collect()
    }
}

/// The names and values that a note says.
pub fn named_values(note: &str) -> Vec<(String, Attribute)> {
    let words = words(note).unwrap_or_default();
    let pair = |pair: &[Word<'_>]| match pair {
        [name, value] => Some((name.text.to_string(), attribute(value))),
        _ => None,
    };
    words.chunks(2).filter_map(pair).collect()
}

fn two_numbers(text: &str) -> Option<[f64; 2]> {
    let (x, y) = text.split_once(' ')?;
    let place = [x.parse().ok()?, y.parse().ok()?];
    Some(place).filter(|place: &[f64; 2]| place.iter().all(|part| part.is_finite()))
}

fn attribute(word: &Word<'_>) -> Attribute {
    match (word.form, &*word.text) {
        (Form::Plain, "true") => Attribute::Flag(true),
        (Form::Plain, "false") => Attribute::Flag(false),
        (Form::Plain, text) => match written_number(text) {
            Some(number) => Attribute::Number(number),
            None => Attribute::Text(text.into()),
        },
        (_, text) => Attribute::Text(text.into()),
    }
}
