//! What the values of a column are, for the declarations of a file that is written.

use crate::formats::network::{ColumnId, Columns};
use crate::model::Attribute;

/// The largest whole number that every reader keeps exactly.
const MAX_WHOLE: f64 = 1e15;

/// What all values of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Nothing,
    Whole,
    Real,
    Flags,
    Texts,
}

/// For each column the type that its values have in common: `long`, `double`, `boolean`, or `string` where they
/// differ; `None` for a column without values.
pub fn column_types<'a>(
    columns: &Columns,
    values: impl Iterator<Item = &'a (ColumnId, Attribute)>,
) -> Vec<Option<&'static str>> {
    let mut found = vec![Holds::Nothing; columns.len()];
    for (column, value) in values {
        if let Some(holds) = found.get_mut(column.index()) {
            *holds = both(*holds, of_value(value));
        }
    }
    let name = |holds| match holds {
        Holds::Nothing => None,
        Holds::Whole => Some("long"),
        Holds::Real => Some("double"),
        Holds::Flags => Some("boolean"),
        Holds::Texts => Some("string"),
    };
    found.into_iter().map(name).collect()
}

fn of_value(value: &Attribute) -> Holds {
    match value {
        Attribute::Flag(_) => Holds::Flags,
        Attribute::Number(number) if number.fract() == 0.0 && number.abs() <= MAX_WHOLE => {
            Holds::Whole
        }
        Attribute::Number(_) => Holds::Real,
        Attribute::Text(_) => Holds::Texts,
    }
}

fn both(one: Holds, other: Holds) -> Holds {
    match (one, other) {
        (Holds::Nothing, any) => any,
        (one, other) if one == other => one,
        (Holds::Whole | Holds::Real, Holds::Whole | Holds::Real) => Holds::Real,
        _ => Holds::Texts,
    }
}
