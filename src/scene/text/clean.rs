//! Removes from texts what can't be drawn.

/// A text as it can be drawn on one line: each run of spaces and control characters becomes one space.
pub fn clean(text: &str) -> String {
    let words =
        text.split(|c: char| c.is_whitespace() || c.is_control() || is_direction_control(c));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a character only controls the direction of text, or is a zero-width space; some fonts draw
/// these as boxes. Characters that control joining are kept.
const fn is_direction_control(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
