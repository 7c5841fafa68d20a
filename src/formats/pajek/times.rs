//! Times at which a vertex or line is there: `1-3,5` or `1914-*`.

/// When something is there, by its first and last time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Times {
    /// The first.
    pub start: f64,
    /// The last; `None` where it doesn't end.
    pub end: Option<f64>,
    /// Whether it is away in between.
    pub has_gaps: bool,
}

/// The times that a text in brackets says, if it says any.
pub fn times(text: &str) -> Option<Times> {
    let mut found: Option<Times> = None;
    for part in text.split(',') {
        let (start, end) = match part.split_once('-') {
            Some((start, end)) => (number(start)?, end.trim()),
            None => (number(part)?, part.trim()),
        };
        let end = if end == "*" { None } else { Some(number(end)?) };
        found = Some(match found {
            None => Times { start, end, has_gaps: false },
            Some(times) => Times {
                start: times.start.min(start),
                end: times.end.zip(end).map(|(one, other)| one.max(other)),
                has_gaps: true,
            },
        });
    }
    found
}

fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_one_span_with_or_without_gaps() {
        let shown = |text| times(text).map(|times| (times.start, times.end, times.has_gaps));
        assert_eq!(shown("1914-1918"), Some((1914.0, Some(1918.0), false)));
        assert_eq!(shown("1-3, 5"), Some((1.0, Some(5.0), true)));
        assert_eq!(shown("5-*"), Some((5.0, None, false)));
        assert_eq!(shown("7"), Some((7.0, Some(7.0), false)));
        assert_eq!([shown(""), shown("a-b"), shown("1-2,"), shown("-")], [None; 4]);
    }
}
