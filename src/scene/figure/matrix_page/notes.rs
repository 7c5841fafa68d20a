//! What stands beside a matrix in words: how it is read, who joins which blocs, and the ties that end at a tie and so
//! have no cell.

use super::joiner_list::{JoinersNamed, first_entry, joiner_list};
use super::page_parts::Wanted;
use super::reading::Reading;
use super::text_flow::{FlowLine, TextFlow};
use crate::model::{Map, Point, Rect};
use crate::scene::figure::page_text::PageText;
use crate::scene::ties::tie_name;
use crate::scene::{Matrix, Weight, text};

/// The words beside a matrix.
pub(super) struct Notes {
    pub(super) texts: Vec<PageText>,
    /// How many ties have no room in the list.
    pub(super) unlisted: usize,
    /// The nations that join blocs.
    pub(super) joiners: JoinersNamed,
}

impl Notes {
    /// None, with all to be listed.
    fn of(matrix: &Matrix) -> Self {
        let unlisted = matrix.onto_ties.len();
        Self { texts: Vec::new(), unlisted, joiners: JoinersNamed::default() }
    }
}

/// Says how a matrix is read, who joins which blocs, and lists the ties that end at a tie, as many as columns have room
/// for. A last line counts the others.
pub(super) fn notes(
    map: &Map,
    matrix: &Matrix,
    (columns, unit): (Vec<Rect>, f32),
    reading: Reading,
) -> Notes {
    let flow = TextFlow::new(columns, unit, matrix.palette.second_ink);
    let began = |words: &str| begun(map, matrix, flow.clone(), words);
    // Who joins the two largest blocs is worth more than words on how the table is read.
    let (mut notes, mut flow) = match began(&reading.words()) {
        (notes, _) if notes.joiners.named == 0 && notes.joiners.unnamed > 0 => {
            began(reading.in_short())
        }
        whole => whole,
    };
    if !matrix.onto_ties.is_empty() {
        add_ties(map, matrix, &mut flow, &mut notes);
    }
    notes
}

/// How the matrix is read, and who joins which blocs.
fn begun(map: &Map, matrix: &Matrix, mut flow: TextFlow, reading: &str) -> (Notes, TextFlow) {
    let mut notes = Notes::of(matrix);
    if !matrix.is_empty() {
        notes.texts.extend(how_to_read(&mut flow, reading));
    }
    let joiners = joiner_list(map, matrix, &mut flow);
    notes.joiners = joiners.nations;
    if !joiners.texts.is_empty() {
        notes.texts.extend(joiners.texts);
        flow.leave_line();
    }
    (notes, flow)
}

/// The height of what is to stand in a column in any case: how the table is read, who joins the first two blocs, and
/// the ties that end at a tie.
pub(super) fn least_notes_height(
    wanted: &Wanted<'_>,
    width: f32,
    unit: f32,
    reading: Reading,
) -> f32 {
    let Wanted { map, matrix, .. } = *wanted;
    // Any height that single precision tells lines apart in.
    const ENDLESS: f32 = 1.0e5;
    let column = Rect::new(Point::default(), Point::new(width, ENDLESS * unit));
    let mut flow = TextFlow::new(vec![column], unit, matrix.palette.second_ink);
    how_to_read(&mut flow, &reading.words());
    first_entry(map, matrix, &mut flow);
    if !matrix.onto_ties.is_empty() {
        flow.leave_line();
        add_ties(map, matrix, &mut flow, &mut Notes::of(matrix));
    }
    flow.bottom()
}

fn how_to_read(flow: &mut TextFlow, reading: &str) -> Option<PageText> {
    let text = flow.place(flow.wrapped(reading, Weight::Regular));
    flow.leave_line();
    text
}

fn add_ties(map: &Map, matrix: &Matrix, flow: &mut TextFlow, notes: &mut Notes) {
    let title = format!("Ties about other ties ({})", matrix.onto_ties.len());
    let title = vec![FlowLine::of(title, Weight::SemiBold)];
    flow.set_color(matrix.palette.ink);
    let title = flow.place_together(title, 1);
    flow.set_color(matrix.palette.second_ink);
    let Some(title) = title else { return };
    notes.texts.push(title);
    for id in &matrix.onto_ties {
        let Some(tie) = map.ties().get(*id) else { continue };
        let lines = flow.wrapped(&text::clean(&tie_name(map, *id, tie)), Weight::Regular);
        // Room for the line that counts the others is kept until the last.
        let kept = usize::from(notes.unlisted > 1);
        if lines.len() + kept > flow.room() {
            break;
        }
        notes.texts.extend(flow.place(lines));
        notes.unlisted -= 1;
    }
    if notes.unlisted > 0 {
        let line = FlowLine::of(format!("and {} more", notes.unlisted), Weight::Regular);
        notes.texts.extend(flow.place(vec![line]));
    }
}
