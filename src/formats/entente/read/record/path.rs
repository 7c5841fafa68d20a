//! Names the records and fields of a file in messages.

use crate::formats::problems::shorten;

/// Which record of the file it is: `ties[3]`, `ties[3].evidence[0]` or `look.tie_color.range`.
#[derive(Clone, Copy, Debug, Default)]
pub struct RecordPath {
    /// The fields that lead to it, each with an index if it is a list.
    steps: [Option<(&'static str, Option<usize>)>; 3],
}

impl RecordPath {
    /// A record in a list of the map.
    pub const fn in_list(list: &'static str, index: usize) -> Self {
        Self { steps: [Some((list, Some(index))), None, None] }
    }

    /// A record in a list of this record.
    pub fn item(self, list: &'static str, index: usize) -> Self {
        self.then((list, Some(index)))
    }

    /// The record that is a field of this record.
    pub fn nested(self, field: &'static str) -> Self {
        self.then((field, None))
    }

    fn then(mut self, step: (&'static str, Option<usize>)) -> Self {
        if let Some(free) = self.steps.iter_mut().find(|step| step.is_none()) {
            *free = Some(step);
        }
        self
    }

    /// The text for this record.
    pub fn to_text(self) -> String {
        let step = |(field, index): (&str, Option<usize>)| match index {
            Some(index) => format!("{field}[{index}]"),
            None => field.to_owned(),
        };
        self.steps.into_iter().flatten().map(step).collect::<Vec<_>>().join(".")
    }

    /// The text for a field of this record.
    pub fn field(self, name: &str) -> String {
        let whole = self.to_text();
        let name = shorten(name);
        if whole.is_empty() { name.into_owned() } else { format!("{whole}.{name}") }
    }
}
