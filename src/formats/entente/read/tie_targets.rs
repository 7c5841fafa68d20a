//! Follows ties that end at ties, to see whether each leads to a nation in the end.

/// What a tie ends at, by indices in the list of ties.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A nation.
    Nation,
    /// A tie of the list.
    Tie(usize),
    /// Nothing that is in the list, or it was left out itself.
    Nowhere,
}

/// Where a tie leads in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination {
    /// To a nation.
    Nation,
    /// To a tie that isn't in the list or was left out.
    Nowhere,
    /// Into a circle of ties.
    Circle,
}

/// Follows every tie, each step once and without recursion.
pub fn destinations(steps: &[Step]) -> Vec<Destination> {
    #[derive(Clone, Copy)]
    enum State {
        Unknown,
        /// On the chain that is being followed.
        Followed,
        Known(Destination),
    }
    let mut states = vec![State::Unknown; steps.len()];
    let mut chain = Vec::new();
    for start in 0..steps.len() {
        let mut index = start;
        let destination = loop {
            match states.get(index).copied().unwrap_or(State::Known(Destination::Nowhere)) {
                State::Unknown => {}
                State::Followed => break Destination::Circle,
                State::Known(known) => break known,
            }
            states[index] = State::Followed;
            chain.push(index);
            match steps[index] {
                Step::Nation => break Destination::Nation,
                Step::Nowhere => break Destination::Nowhere,
                Step::Tie(next) => index = next,
            }
        };
        for index in chain.drain(..) {
            states[index] = State::Known(destination);
        }
    }
    let known = |state| match state {
        State::Known(destination) => destination,
        State::Unknown | State::Followed => Destination::Nowhere,
    };
    states.into_iter().map(known).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chains_lead_to_nations_into_circles_or_nowhere() {
        let steps = [
            Step::Tie(1),
            Step::Nation,
            Step::Tie(3),
            Step::Tie(4),
            Step::Tie(3),
            Step::Nowhere,
            Step::Tie(5),
            Step::Tie(99),
        ];
        use Destination::{Circle, Nation, Nowhere};
        let expected = [Nation, Nation, Circle, Circle, Circle, Nowhere, Nowhere, Nowhere];
        assert_eq!(destinations(&steps), expected);
    }
}
