//! The sections of a Pajek file, each of which begins with a star.

/// What the lines after a star say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Nothing yet.
    Preamble,
    /// The name of a network.
    Network,
    /// Vertices.
    Vertices,
    /// Directed lines.
    Arcs,
    /// Undirected lines.
    Edges,
    /// Directed lines from one vertex in each line.
    ArcsList,
    /// Undirected lines from one vertex in each line.
    EdgesList,
    /// A matrix of weights.
    Matrix,
    /// A whole number for each vertex.
    Partition,
    /// A number for each vertex.
    Vector,
    /// Anything else.
    Other,
}

impl Section {
    /// The section that a line begins, with what follows its name.
    pub fn begun_by(line: &str) -> Option<(Self, &str)> {
        /// By the beginnings of their names; longer ones first.
        const NAMES: [(&str, Section); 10] = [
            ("network", Section::Network),
            ("vertices", Section::Vertices),
            ("arcslist", Section::ArcsList),
            ("edgeslist", Section::EdgesList),
            ("edgelist", Section::EdgesList),
            ("arcs", Section::Arcs),
            ("edges", Section::Edges),
            ("matrix", Section::Matrix),
            ("partition", Section::Partition),
            ("vector", Section::Vector),
        ];
        let name = line.trim_start().strip_prefix('*')?;
        let end = name.find(|letter: char| letter.is_whitespace() || letter == ':');
        let (name, rest) = name.split_at(end.unwrap_or(name.len()));
        let name = name.to_ascii_lowercase();
        let found = NAMES.iter().find(|(known, _)| *known == name);
        Some((found.map_or(Self::Other, |(_, section)| *section), rest.trim()))
    }
}
