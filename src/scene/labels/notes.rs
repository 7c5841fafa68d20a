//! Text notes: words that stand where a person has put them.

use crate::model::{Map, NoteId, Point, Rect, TextNote};
use crate::scene::{Label, LabelOwner, Options, Palette, Positions, Weight, text};

/// The most lines of a note that are drawn; the last one then ends in “…”.
const MAX_LINES: usize = 60;

/// How much larger than marks notes become at most where type is larger, since they can't give way.
const MAX_GROWTH: f32 = 1.6;

/// The notes of a map, in its order, each in its place. None is ever left out.
pub(in crate::scene) fn notes(map: &Map, positions: &Positions, options: &Options) -> Vec<Label> {
    let placed = map.text_notes().iter().enumerate();
    let note = |(index, (id, note)): (usize, (NoteId, &TextNote))| {
        note_label(id, note, positions.note(index).unwrap_or(note.position), options)
    };
    placed.filter_map(note).collect()
}

/// A note with its middle at a point; `None` if it says nothing.
fn note_label(id: NoteId, note: &TextNote, center: Point, options: &Options) -> Option<Label> {
    let palette = Palette::of(options.theme);
    let unit = options.text_unit.min(MAX_GROWTH * options.unit);
    let lines = lines(note, text::wrap);
    if lines.iter().all(String::is_empty) {
        return None;
    }
    let size = note.size * unit;
    let widths = lines.iter().map(|line| text::width(line, size, Weight::Regular));
    let extent = extent(widths, lines.len(), size);
    Some(Label {
        owner: LabelOwner::Note(id),
        lines,
        center,
        size,
        weight: Weight::Regular,
        angle_radians: 0.0,
        color: palette.second_ink,
        halo: palette.canvas,
        extent,
        bounds: Rect::centered(center, extent.x, extent.y),
        candidate: 0,
    })
}

/// The rectangle around each note, relative to its middle, in the order of the map.
pub(in crate::scene) fn note_footprints(map: &Map, unit: f32, text_unit: f32) -> Vec<Rect> {
    let options = Options { unit, text_unit, ..Options::default() };
    let footprint = |(id, note): (NoteId, &TextNote)| {
        let label = note_label(id, note, Point::default(), &options);
        label.map_or_else(|| Rect::centered(Point::default(), 0.0, 0.0), |label| label.bounds)
    };
    map.text_notes().iter().map(footprint).collect()
}

/// The rectangles of all notes, as `[left, top, right, bottom]` in world units: the space that layouts and
/// what is added keep off. The same on every machine, since letters that the embedded font lacks are
/// estimated.
pub fn note_boxes(map: &Map) -> Vec<[f32; 4]> {
    let says_something = |(_, note): &(NoteId, &TextNote)| !note.text.trim().is_empty();
    let notes = map.text_notes().iter().filter(says_something);
    notes.map(|(_, note)| note_box(note)).collect()
}

/// The rectangle of one note, as [`note_boxes`] gives it.
pub fn note_box(note: &TextNote) -> [f32; 4] {
    let lines = lines(note, text::nominal_wrap);
    let widths = lines.iter().map(|line| text::nominal_width(line, note.size, Weight::Regular));
    let half = extent(widths, lines.len(), note.size) * 0.5;
    let Point { x, y } = note.position;
    [x - half.x, y - half.y, x + half.x, y + half.y]
}

/// The width and height of lines in type of a size.
fn extent(widths: impl Iterator<Item = f32>, lines: usize, size: f32) -> Point {
    let between = lines.saturating_sub(1) as f32 * Label::LINE_HEIGHT * size;
    Point::new(widths.fold(0.0, f32::max), between + Label::LINE_BOX * size)
}

/// Breaks a text into lines.
type Wrap = fn(&str, f32, Weight, &[text::Block]) -> Vec<String>;

/// The lines of a note: those that it was written in, wrapped at its width.
fn lines(note: &TextNote, wrap: Wrap) -> Vec<String> {
    let block = text::Block { width: note.width, lines: MAX_LINES };
    let written = note.text.trim_end().lines().take(MAX_LINES);
    let wrapped = written.flat_map(|line| match text::clean(line) {
        line if line.is_empty() => vec![line],
        line => wrap(&line, note.size, Weight::Regular, &[block]),
    });
    let mut lines: Vec<String> = wrapped.take(MAX_LINES + 1).collect();
    if lines.len() > MAX_LINES || note.text.trim_end().lines().count() > MAX_LINES {
        lines.truncate(MAX_LINES);
        if let Some(last) = lines.last_mut() {
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_keeps_its_lines_and_wraps_at_its_width() {
        let mut note =
            TextNote::new("The winter line\n\nheld until May 1944".to_owned(), Point::default());
        assert_eq!(lines(&note, text::wrap), ["The winter line", "", "held until May 1944"]);
        note.width = 60.0;
        assert!(lines(&note, text::wrap).len() > 4);
        note.text = "a\n".repeat(500);
        assert!(
            lines(&note, text::wrap).len() == MAX_LINES
                && lines(&note, text::wrap)[MAX_LINES - 1].ends_with('…')
        );
        note.text = " \n ".to_owned();
        assert!(note_label(NoteId(1), &note, Point::default(), &Options::default()).is_none());
    }
}
