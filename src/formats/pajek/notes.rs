//! Notes: comments before the vertices that hold what Pajek has no place for.
//!
//! `% vertex 3 has id "france" code "FRA"` tells of a vertex by its number, `% line 7 has since "1914"` of a
//! line by its place among all lines of the file, `% network 1 has subtitle "1914"` of the network as a whole.
//! To other programs they are comments.

use hashbrown::HashMap;

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

/// The notes of a file. There is one for each line, so that the faster hash tells; it is seeded anew in each
/// process, too.
#[derive(Debug, Default)]
pub struct Notes<'a>(HashMap<(Noted, usize), &'a str>);

impl<'a> Notes<'a> {
    /// Keeps a line if it is a note, the first of its vertex or line.
    pub fn add(&mut self, line: &'a str) {
        if let Some((noted, number, attributes)) = note(line) {
            self.0.entry((noted, number)).or_insert(attributes);
        }
    }

    /// The attributes that the note of a vertex or line has; empty where there is none.
    pub fn of(&self, noted: Noted, number: usize) -> &'a str {
        self.0.get(&(noted, number)).copied().unwrap_or_default()
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
