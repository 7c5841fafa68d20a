//! Samples: the maps that come with Entente.

/// A map that comes with Entente.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name on the command line.
    pub name: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The text of its file.
    pub json: &'static str,
}

/// All samples; the first is shown when Entente starts for the first time.
pub const SAMPLES: [Sample; 3] = [
    Sample {
        name: "japan-new-zealand-2024",
        title: "Japan and New Zealand, June 2024",
        json: include_str!("../../data/japan-new-zealand-2024.entente.json"),
    },
    Sample {
        name: "great-powers-1914",
        title: "The great powers, July 1914",
        json: include_str!("../../data/great-powers-1914.entente.json"),
    },
    Sample {
        name: "highland-tribes-1954",
        title: "Highland tribes of New Guinea, 1954",
        json: include_str!("../../data/highland-tribes-1954.entente.json"),
    },
];

/// The sample with a name.
pub fn sample(name: &str) -> Option<&'static Sample> {
    SAMPLES.iter().find(|sample| sample.name == name)
}
