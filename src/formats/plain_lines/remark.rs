//! What a line can't be read as, and where.

use std::ops::Range;

/// A remark on a part of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The part, in bytes of the whole text.
    pub span: Range<usize>,
    /// A sentence that says what was expected, what was found, and what to do.
    pub message: String,
    /// Whether the line can't be taken as it stands.
    pub is_fault: bool,
}

impl Remark {
    /// A heading of a list, below which there is none.
    pub fn on_empty_heading(span: Range<usize>) -> Self {
        let message = "Below it no names are listed. If it says who is in an organisation, write “NATO: USA, UK”; \
                       if it is a heading, nothing is to be done.";
        Self { span, message: message.to_owned(), is_fault: true }
    }
}

/// The remarks on one line.
#[derive(Clone, Debug, Default)]
pub struct Remarks(pub Vec<Remark>);

impl Remarks {
    /// The line can't be taken.
    pub fn fault(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.add(Remark { span, message: message.into(), is_fault: true });
    }

    /// The line can be taken; a person may have meant something else.
    pub fn hint(&mut self, span: Range<usize>, message: impl Into<String>) {
        self.add(Remark { span, message: message.into(), is_fault: false });
    }

    /// A hint, or a fault where the line can't be taken for it.
    pub fn add_hint_or_fault(
        &mut self,
        is_fault: bool,
        span: Range<usize>,
        message: impl Into<String>,
    ) {
        self.add(Remark { span, message: message.into(), is_fault });
    }

    /// A part of a line may be read twice; it is remarked on once.
    fn add(&mut self, remark: Remark) {
        if !self.0.contains(&remark) {
            self.0.push(remark);
        }
    }

    pub fn has_fault(&self) -> bool {
        self.0.iter().any(|remark| remark.is_fault)
    }
}
