//! The prefixes of names that are declared where one stands in a file.

/// The most prefixes that may be declared at once.
const MAX_PREFIXES: usize = 256;

/// The prefixes in scope, each with the depth of the element that declares it.
#[derive(Debug, Default)]
pub struct Prefixes<'a>(Vec<(&'a str, usize)>);

impl<'a> Prefixes<'a> {
    /// Declares a prefix for the element at this depth and what lies in it; false where there are too many.
    pub fn declare(&mut self, prefix: &'a str, depth: usize) -> bool {
        self.0.push((prefix, depth));
        self.0.len() <= MAX_PREFIXES
    }

    /// Whether a prefix is declared; `xml` and `xmlns` always are.
    pub fn has(&self, prefix: &str) -> bool {
        matches!(prefix, "xml" | "xmlns") || self.0.iter().any(|(own, _)| *own == prefix)
    }

    /// Forgets what the element at this depth declared.
    pub fn leave(&mut self, depth: usize) {
        while self.0.last().is_some_and(|(_, own)| *own >= depth) {
            self.0.pop();
        }
    }
}
