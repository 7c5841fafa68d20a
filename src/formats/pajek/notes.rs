//! Notes: comments before the vertices that hold what Pajek has no place for.
//!
//! `% vertex 3 has id "france" code "FRA"` tells of a vertex by its number, `% line 7 has since "1914"` of a
//! line by its place among all lines of the file, `% network 1 has subtitle "1914"` of the network as a whole.
//! To other programs they are comments.

/// What a note tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Noted {
    /// A vertex.
    Vertex,
    /// A line.
    Line,
    /// The first network, which is the only one that has notes.
    Network,
}

impl Noted {
    const ALL: [Self; 3] = [Self::Vertex, Self::Line, Self::Network];

    const fn word(self) -> &'static str {
        match self {
            Self::Vertex => "vertex",
            Self::Line => "line",
            Self::Network => "network",
        }
    }

    /// How a note begins of the one of this number, the first being 1; attributes in pairs follow.
    pub fn beginning(self, number: usize) -> String {
        format!("% {} {number} has", self.word())
    }
}

/// The notes of a file, of each sort in the order of their numbers. A file may have one for each line, and has them in
/// that order, so that lists of places take the least memory.
#[derive(Debug)]
pub struct Notes<'a> {
    text: &'a str,
    of_vertices: Vec<Place>,
    of_lines: Vec<Place>,
    of_networks: Vec<Place>,
}

/// Where the attributes stand that are noted of a number.
#[derive(Clone, Copy, Debug)]
struct Place {
    number: u32,
    begin: u32,
    end: u32,
}

impl<'a> Notes<'a> {
    /// Those of a text, before any is known.
    pub const fn of_text(text: &'a str) -> Self {
        Self { text, of_vertices: Vec::new(), of_lines: Vec::new(), of_networks: Vec::new() }
    }

    /// Keeps a line of the text if it is a note.
    pub fn add(&mut self, line: &'a str) {
        let Some((noted, number, attributes)) = note(line) else { return };
        let begin = (attributes.as_ptr() as usize).checked_sub(self.text.as_ptr() as usize);
        let place = |at: usize| u32::try_from(at).ok();
        let (Some(number), Some(begin)) = (place(number), begin.and_then(place)) else { return };
        let Some(end) = place(begin as usize + attributes.len()) else { return };
        let list = match noted {
            Noted::Vertex => &mut self.of_vertices,
            Noted::Line => &mut self.of_lines,
            Noted::Network => &mut self.of_networks,
        };
        list.push(Place { number, begin, end });
    }

    /// Brings them in order once all were added, so that they are found.
    pub fn put_in_order(&mut self) {
        for list in [&mut self.of_vertices, &mut self.of_lines, &mut self.of_networks] {
            list.sort_by_key(|place| place.number);
        }
    }

    /// The attributes that the first note of a vertex or line has; empty where there is none.
    pub fn of(&self, noted: Noted, number: usize) -> &'a str {
        let list = match noted {
            Noted::Vertex => &self.of_vertices,
            Noted::Line => &self.of_lines,
            Noted::Network => &self.of_networks,
        };
        let first = list.partition_point(|place| (place.number as usize) < number);
        let place = list.get(first).filter(|place| place.number as usize == number);
        let attributes = place.map(|place| place.begin as usize..place.end as usize);
        attributes.and_then(|attributes| self.text.get(attributes)).unwrap_or_default()
    }
}

/// What a line notes, the number of that, and its attributes; `None` for any other comment.
pub fn note(line: &str) -> Option<(Noted, usize, &str)> {
    let rest = line.strip_prefix("% ")?;
    let (noted, rest) = Noted::ALL
        .into_iter()
        .find_map(|noted| Some((noted, rest.strip_prefix(noted.word())?.strip_prefix(' ')?)))?;
    let (number, attributes) = rest.split_once(" has ")?;
    Some((noted, number.parse().ok()?, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_note_of_a_number_counts_in_whatever_order_they_stand() {
        let text = "% line 3 has a 1\n% line 1 has b 2\n% line 3 has c 3\n% vertex 2 has d 4";
        let mut notes = Notes::of_text(text);
        text.lines().for_each(|line| notes.add(line));
        notes.put_in_order();
        let found = [1, 2, 3].map(|number| notes.of(Noted::Line, number));
        assert_eq!((found, notes.of(Noted::Vertex, 2)), (["b 2", "", "a 1"], "d 4"));
    }

    #[test]
    fn only_notes_are_notes() {
        assert_eq!(note("% vertex 3 has id \"a\""), Some((Noted::Vertex, 3, "id \"a\"")));
        assert_eq!(note("% line 12 has w 1"), Some((Noted::Line, 12, "w 1")));
        for other in
            ["% vertex", "% vertex three has a 1", "% lines 3 has a 1", "line 3 has a 1", "%"]
        {
            assert_eq!(note(other), None, "{other}");
        }
    }
}
