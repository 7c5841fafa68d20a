//! The brackets beside blocs, with what is known of these.

use super::text_flow::Words;
use crate::model::{Point, Rect};
use crate::scene::figure::page_text::{PageRole, PageText, TextRun};
use crate::scene::{Label, Matrix, MatrixBloc, Weight, text};

/// The type size beside a bracket, at unit 1.
pub const BRACKET_TYPE: f32 = 11.0;
/// The distance of its lines.
pub const BRACKET_LINE: f32 = 13.5;
/// From the cells to the bracket, its depth, and from there to the text.
const GAP: f32 = 5.0;
const DEPTH: f32 = 4.0;
/// The widest text.
const WIDEST: f32 = 108.0;
/// The most lines on how closely the nations of a bloc are tied.
const MOST_CLOSENESS: usize = 4;

fn bracketed(matrix: &Matrix) -> impl Iterator<Item = &MatrixBloc> {
    matrix.blocs.iter().filter(|bloc| bloc.len >= MatrixBloc::LEAST_CALLED)
}

/// The width of brackets and their texts, with the gap before them; 0 if there are none.
pub(super) fn brackets_width(matrix: &Matrix, unit: f32) -> f32 {
    let widest = widest(matrix);
    if widest > 0.0 { (GAP + 2.0 * DEPTH + widest) * unit } else { 0.0 }
}

/// The widest text beside a bracket, at unit 1.
fn widest(matrix: &Matrix) -> f32 {
    let texts = bracketed(matrix).flat_map(|bloc| lines(bloc, WIDEST));
    texts.map(|line| width(&line).min(WIDEST)).fold(0.0, f32::max)
}

/// The brackets beside the cells of an area.
pub(super) fn brackets(matrix: &Matrix, area: Rect, cell: f32, unit: f32) -> Vec<[Point; 4]> {
    let bracket = |bloc: &MatrixBloc| {
        let inset = (cell * 0.15).min(2.0 * unit);
        let top = area.min.y + bloc.start as f32 * cell + inset;
        let bottom = area.min.y + (bloc.start + bloc.len) as f32 * cell - inset;
        let near = area.max.x + GAP * unit;
        let far = near + DEPTH * unit;
        [[near, top], [far, top], [far, bottom], [near, bottom]].map(|[x, y]| Point::new(x, y))
    };
    bracketed(matrix).map(bracket).collect()
}

/// The texts beside brackets, and how many names of blocs have no room.
pub(super) fn bracket_texts(
    matrix: &Matrix,
    area: Rect,
    cell: f32,
    unit: f32,
) -> (Vec<PageText>, usize) {
    let mut texts = Vec::new();
    let mut unnamed = 0;
    let mut free = area.min.y;
    let widest = widest(matrix);
    for bloc in bracketed(matrix) {
        let top = area.min.y + bloc.start as f32 * cell;
        let height = bloc.len as f32 * cell;
        let most = (height / (BRACKET_LINE * unit)) as usize;
        let (own, has_name) = lines_within(bloc, most, (WIDEST, widest));
        let block = own.len() as f32 * BRACKET_LINE * unit;
        let start = (top + (height - block) / 2.0).max(free);
        // A text may reach a little below its bracket, where another begins farther down.
        let has_room = start + block <= top + height + BRACKET_LINE * unit;
        unnamed += usize::from(!(has_room && has_name));
        if !has_room {
            continue;
        }
        free = start + block;
        let x = area.max.x + (GAP + 2.0 * DEPTH) * unit;
        for (index, (text, weight)) in own.into_iter().enumerate() {
            let middle = start + (index as f32 + 0.5) * BRACKET_LINE * unit;
            let baseline = Point::new(x, middle + BRACKET_TYPE * unit * Label::BASELINE);
            let color = if weight == Weight::Regular {
                matrix.palette.second_ink
            } else {
                matrix.palette.ink
            };
            texts.push(PageText {
                role: PageRole::Bloc,
                runs: vec![TextRun { text, baseline, weight }],
                right_aligned: false,
                size: BRACKET_TYPE * unit,
                color,
            });
        }
    }
    (texts, unnamed)
}

/// All that is known of a bloc where there is room for so many lines, none wider than `widest` in type of
/// [`BRACKET_TYPE`]: see `lines_within`.
pub fn bracket_lines(bloc: &MatrixBloc, most: usize, widest: f32) -> Vec<(String, Weight)> {
    lines_within(bloc, most, (widest, widest)).0
}

/// All that is known of a bloc where there is room for so many lines: its name, how many nations it has, and how closely
/// these are tied. Of that as much as has room, the name first; without it where not even a short form fits.
/// A name is wrapped at a width, and no line is wider than another.
fn lines_within(
    bloc: &MatrixBloc,
    most: usize,
    (wrapped_at, widest): (f32, f32),
) -> (Vec<Words>, bool) {
    let named = lines(bloc, wrapped_at);
    let block = text::Block { width: widest, lines: MOST_CLOSENESS };
    // A number stays with its sign, and what has too little room is left out as a whole.
    let closeness = bloc.closeness.replace(" %", "\u{a0}%");
    let closeness = text::wrap(&closeness, BRACKET_TYPE, Weight::Regular, &[block]);
    let is_whole = closeness.last().is_some_and(|line| !line.is_empty() && !line.ends_with('…'));
    let closeness = closeness.into_iter().filter(|_| is_whole).map(|line| (line, Weight::Regular));
    let short = (format!("{} ({})", bloc.name, bloc.len), Weight::SemiBold);
    let closely = |lines: &[Words]| lines.iter().cloned().chain(closeness.clone()).collect();
    let alone = named.iter().filter(|(_, weight)| *weight == Weight::SemiBold).cloned().collect();
    let forms =
        [closely(&named), closely(std::slice::from_ref(&short)), named.clone(), vec![short], alone];
    let fits = |form: &Vec<Words>| {
        form.len() <= most.max(1) && form.iter().all(|line| width(line) <= widest)
    };
    forms
        .into_iter()
        .find(fits)
        .map_or_else(|| (vec![(bloc.len.to_string(), Weight::Regular)], false), |form| (form, true))
}

fn width((text, weight): &Words) -> f32 {
    text::width(text, BRACKET_TYPE, *weight)
}

/// The name of a bloc in lines, and how many nations it has.
fn lines(bloc: &MatrixBloc, wrapped_at: f32) -> Vec<Words> {
    let block = text::Block { width: wrapped_at, lines: 3 };
    let name = text::wrap(&bloc.name, BRACKET_TYPE, Weight::SemiBold, &[block]).into_iter();
    let count = (format!("{} nations", bloc.len), Weight::Regular);
    name.map(|line| (line, Weight::SemiBold)).chain([count]).collect()
}
