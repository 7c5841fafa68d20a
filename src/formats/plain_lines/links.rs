//! The signs of a line that join the ends of ties.

use super::token::{Link, Sign, Token};
use super::when::is_dash_of_span;

/// Where the links stand that lie in no parentheses. The dash of `1955 – 1991` is none.
pub fn links(line: &str, tokens: &[Token]) -> Vec<(usize, Link)> {
    let mut depth = 0_usize;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token.sign {
            Sign::Open => depth += 1,
            Sign::Close => depth = depth.saturating_sub(1),
            Sign::Link(link) if depth == 0 && !is_dash_of_span(line, tokens, at) => {
                found.push((at, link));
            }
            _ => {}
        }
    }
    found
}
