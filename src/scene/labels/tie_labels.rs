//! Places the texts along ties: turned with the line, read from left to right, and above the line if that
//! is free.

use std::borrow::Cow;

use super::candidates::{Candidate, KeyedTie, LabelCandidates, PlacedLabels};
use super::local_search::place_labels;
use super::obstacles::{LabelObstacles, Scratch};
use super::text_box::TextBox;
use super::tie_candidates::{CANDIDATES, label_box, number_cost, word_cost};
use super::tie_label_text::{SIZE, key_label, tie_label};
use crate::model::{Map, Tie};
use crate::scene::{Label, Options, TieMark, text};

/// The maximum length of a text as a multiple of its tie's length. A longer one wouldn't be seen to
/// belong to the tie.
const MAX_OVERHANG: f32 = 1.5;

/// The maximum number of ties whose texts stand in the legend.
const MAX_KEYS: usize = 30;

/// A text along a tie, not yet placed, with the index of the tie.
type TieText<'a> = (usize, &'a TieMark, Label);

/// Places the texts along ties, in the order of the map, around names and notes that are placed already. A
/// text that isn't read with its tie anywhere is replaced by a key, if the options ask for it.
pub(in crate::scene) fn place_tie_labels<'l>(
    map: &Map,
    ties: &[TieMark],
    taken: impl IntoIterator<Item = &'l Label>,
    obstacles: &LabelObstacles<'_>,
    options: &Options,
) -> PlacedLabels {
    let texts = map.ties().iter().zip(ties).enumerate().filter_map(|(index, ((id, tie), mark))| {
        let label = tie_label(map, id, tie, mark, options).filter(|_| mark.is_drawn)?;
        Some((index, mark, label))
    });
    let texts: Vec<TieText<'_>> = texts.collect();
    let mut scratch = Scratch::default();
    let mut place = |labels: Vec<TieText<'_>>, fixed: &[TextBox]| {
        let with_candidates = |(index, mark, label): TieText<'_>| {
            with_candidates(index, mark, label, obstacles, options, &mut scratch)
        };
        place_labels(labels.into_iter().map(with_candidates).collect(), fixed, obstacles)
    };
    let mut fixed: Vec<TextBox> = taken.into_iter().map(TextBox::of).collect();
    let (by_hand, mut texts): (Vec<_>, Vec<_>) =
        texts.into_iter().partition(|(_, mark, _)| mark.label_place.is_some());
    if !options.tie_labels {
        texts.clear();
    }
    let by_hand: Vec<(usize, Label)> = by_hand.into_iter().map(at_place).collect();
    fixed.extend(by_hand.iter().map(|(_, label)| TextBox::of(label)));
    let mut placed = place(texts.clone(), &fixed);
    let keyed = if options.keys {
        fixed.extend(placed.iter().flatten().map(TextBox::of));
        place_keys(map, (&texts, &mut placed), options, |keys| place(keys, &fixed))
    } else {
        Vec::new()
    };
    let indices = texts.iter().map(|(index, ..)| *index);
    let by_hand = by_hand.into_iter().map(|(index, label)| (index, Some(label)));
    let mut all: Vec<(usize, Option<Label>)> = indices.zip(placed).chain(by_hand).collect();
    all.sort_by_key(|(index, _)| *index);
    PlacedLabels { keyed, ..PlacedLabels::of(all.into_iter().map(|(_, label)| label).collect()) }
}

/// A text where it was put by hand.
fn at_place((index, mark, mut label): TieText<'_>) -> (usize, Label) {
    follow_tie(&mut label, mark);
    (index, label)
}

/// Puts keys in place of the texts that have found no room, and returns what they stand for.
fn place_keys<'a>(
    map: &Map,
    (texts, placed): (&[TieText<'a>], &mut [Option<Label>]),
    options: &Options,
    mut place: impl FnMut(Vec<TieText<'a>>) -> Vec<Option<Label>>,
) -> Vec<KeyedTie> {
    let without_room = texts.iter().zip(&*placed).filter(|(_, label)| label.is_none());
    let keys = keys(map, without_room.map(|(text, _)| text), options);
    let indices: Vec<usize> = keys.iter().map(|(index, ..)| *index).collect();
    let with_room = indices.into_iter().zip(place(keys));
    let mut keyed = Vec::new();
    let said = |index: usize| {
        let tie = tie_at(map, index)?;
        Some((&tie.label, tie.kind, tie.status, tie.direction))
    };
    for (index, mut label) in with_room.filter_map(|(index, label)| Some((index, label?))) {
        // Ties of which the same is said have one key.
        let same = keyed.iter().find(|keyed: &&KeyedTie| said(keyed.tie) == said(index));
        let key = same.map_or_else(|| key(keyed.len(), options), |keyed| keyed.key.clone());
        label.lines = vec![key.clone()];
        if same.is_none() {
            keyed.push(KeyedTie { tie: index, key });
        }
        if let Some(position) = texts.iter().position(|(tie, ..)| *tie == index) {
            placed[position] = Some(label);
        }
    }
    keyed
}

fn tie_at(map: &Map, index: usize) -> Option<&Tie> {
    map.ties().get(map.ties().id_at(index)?)
}

/// The keys of ties whose texts have found no room, as many as a legend can explain.
fn keys<'a: 'b, 'b>(
    map: &Map,
    texts: impl Iterator<Item = &'b TieText<'a>>,
    options: &Options,
) -> Vec<TieText<'a>> {
    let has_words =
        |index: usize| tie_at(map, index).is_some_and(|tie| !text::clean(&tie.label).is_empty());
    let with_words = texts.filter(|(index, ..)| has_words(*index)).take(MAX_KEYS);
    let key = |(position, (index, mark, label)): (usize, &TieText<'a>)| {
        (*index, *mark, key_label(key(position, options), label, options))
    };
    with_words.enumerate().map(key).collect()
}

/// The key at a position: a number, or letters where the numbers of sources stand beside ties.
fn key(position: usize, options: &Options) -> String {
    if !options.numbers {
        return (position + 1).to_string();
    }
    let letter = |index: usize| char::from(b'a' + (index % 26) as u8);
    let first = (position >= 26).then(|| letter(position / 26 - 1));
    first.into_iter().chain([letter(position)]).collect()
}

/// Moves the text along a tie to where its position is after the tie has moved.
pub(in crate::scene) fn follow_tie(label: &mut Label, mark: &TieMark) {
    let label_box = label_box(mark, &mark.curve.flatten(0.5), label, label.candidate);
    label.center = label_box.center;
    label.angle_radians = label_box.angle_radians;
    label.bounds = label_box.bounds();
}

fn with_candidates(
    tie: usize,
    mark: &TieMark,
    label: Label,
    obstacles: &LabelObstacles<'_>,
    options: &Options,
    scratch: &mut Scratch,
) -> LabelCandidates {
    let length = mark.curve.length();
    let is_number = label.size < SIZE * options.text_unit;
    let fits = is_number || label.extent.x <= MAX_OVERHANG * length;
    let line = match obstacles.line(tie) {
        [] => Cow::Owned(mark.curve.flatten(0.5 * options.unit)),
        line => Cow::Borrowed(line),
    };
    let candidate = |number: u16| {
        let label_box = label_box(mark, &line, &label, number);
        let own_cost = if is_number {
            number_cost(number)
        } else {
            word_cost(number, length, &label_box, &label, &mark.curve)
        };
        let own_tie = (None, Some(tie));
        let mut candidate =
            Candidate::new((number, label_box), own_cost, own_tie, obstacles, scratch);
        // The dearest question last, and only of what is left.
        candidate.is_allowed =
            candidate.is_allowed && fits && obstacles.is_read_with(&label_box, tie, scratch);
        // Two texts in a row would be read as one.
        candidate.space = label_box.lengthened(0.5 * label.size);
        candidate
    };
    let candidates = (0..CANDIDATES).map(candidate).collect();
    LabelCandidates { candidates, importance: importance(mark, is_number), label }
}

/// Which text is kept where not all can be: words before mere numbers, strong ties before weak ones.
fn importance(mark: &TieMark, is_number: bool) -> f32 {
    mark.width * mark.strength - if is_number { 1e3 } else { 0.0 }
}
