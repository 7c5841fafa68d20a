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
/// that order, so that lists take the least memory.
#[derive(Debug, Default)]
pub struct Notes<'a> {
    of_vertices: Vec<(usize, &'a str)>,
    of_lines: Vec<(usize, &'a str)>,
    of_networks: Vec<(usize, &'a str)>,
}

impl<'a> Notes<'a> {
    /// Keeps a line if it is a note.
    pub fn add(&mut self, line: &'a str) {
        let Some((noted, number, attributes)) = note(line) else { return };
        let list = match noted {
            Noted::Vertex => &mut self.of_vertices,
            Noted::Line => &mut self.of_lines,
            Noted::Network => &mut self.of_networks,
        };
        list.push((number, attributes));
    }

    /// Brings them in order once all were added, so that they are found.
    pub fn put_in_order(&mut self) {
        for list in [&mut self.of_vertices, &mut self.of_lines, &mut self.of_networks] {
            list.sort_by_key(|(number, _)| *number);
        }
    }

    /// The attributes that the first note of a vertex or line has; empty where there is none.
    pub fn of(&self, noted: Noted, number: usize) -> &'a str {
        let list = match noted {
            Noted::Vertex => &self.of_vertices,
            Noted::Line => &self.of_lines,
            Noted::Network => &self.of_networks,
        };
        let first = list.partition_point(|(own, _)| *own < number);
        list.get(first).filter(|(own, _)| *own == number).map_or("", |(_, attributes)| attributes)
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
        let mut notes = Notes::default();
        let lines =
            ["% line 3 has a 1", "% line 1 has b 2", "% line 3 has c 3", "% vertex 2 has d 4"];
        lines.into_iter().for_each(|line| notes.add(line));
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
