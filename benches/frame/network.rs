//! Random networks with a fixed seed.

use std::fmt::Write;

/// Places and ends of ties.
pub struct Network {
    /// Where the nations lie.
    pub places: Vec<[f32; 2]>,
    /// The ends of the ties, as places in the list of nations.
    pub ties: Vec<[u32; 2]>,
}

impl Network {
    /// Nations anywhere in a square with room for all, and ties between any two of them.
    pub fn random(nations: u32, ties: u32) -> Self {
        let mut state = 42_u32;
        let mut below = |limit: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            ((u64::from(state) * u64::from(limit)) >> 32) as u32
        };
        let side = (f64::from(nations).sqrt() * 110.0) as u32;
        let places = (0..nations).map(|_| [below(side) as f32, below(side) as f32]).collect();
        let ties = (0..ties).map(|_| [below(nations), below(nations)]).collect();
        Self { places, ties }
    }

    /// The network as a map: a third of the ties each allied, pact and concern, of every status.
    pub fn as_map(&self) -> String {
        const KINDS: [&str; 3] = ["allied", "pact", "concern"];
        const STATUS: [&str; 4] = ["in-force", "negotiating", "preliminary", "ended"];
        let mut file = r#"{"format":"entente-map","version":"1.0","nations":["#.to_owned();
        for (n, [x, y]) in self.places.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let _ =
                write!(file, r#"{comma}{{"id":"{n}","name":"Nation {n}","position":[{x},{y}]}}"#);
        }
        file += r#"],"ties":["#;
        for (n, [from, to]) in self.ties.iter().enumerate() {
            let comma = if n > 0 { "," } else { "" };
            let (kind, status) = (KINDS[n % 3], STATUS[n / 3 % 4]);
            let _ = write!(
                file,
                r#"{comma}{{"from":"{from}","to":"{to}","kind":"{kind}","status":"{status}"}}"#
            );
        }
        file + "]}"
    }
}
