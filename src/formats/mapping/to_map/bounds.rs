//! Keeps texts and attributes within what a map may hold.

use crate::formats::problems::{Remarks, Spot};
use crate::formats::tag_list::tags_in;
use crate::formats::text_bounds;
use crate::model::{Attribute, Attributes};

/// The most texts in one value, such as the tags of a nation: each is compared with those before it.
const MOST_IN_A_LIST: usize = 1_000;

/// A text that a map may hold: a longer one is cut.
pub fn bounded(text: &str, spot: Spot, remarks: &mut Remarks) -> String {
    text_bounds::bounded(text, spot, remarks).to_owned()
}

/// The texts of a list in one value, of which a record takes no more than [`MOST_IN_A_LIST`].
pub fn bounded_list(list: &str, spot: Spot, remarks: &mut Remarks) -> Vec<String> {
    let mut texts = tags_in(list);
    if texts.len() > MOST_IN_A_LIST {
        texts.truncate(MOST_IN_A_LIST);
        remarks.lose(
            spot,
            "",
            &format!("lists more than the {MOST_IN_A_LIST} texts that one value may list"),
            "The others were left out.",
            "Give them rows of their own.",
        );
    }
    texts
}

/// Adds an attribute under the name of its column, as far as a record may have more of them.
pub fn keep(
    attributes: &mut Attributes,
    name: &str,
    value: &Attribute,
    spot: Spot,
    remarks: &mut Remarks,
) {
    let value = match value {
        Attribute::Text(text) => Attribute::Text(bounded(text, spot, remarks).into()),
        Attribute::Number(number) if !number.is_finite() => {
            Attribute::Text(number.to_string().into())
        }
        value => value.clone(),
    };
    if attributes.get(name).is_none() && attributes.len() >= Attributes::MAX_COUNT {
        remarks.lose(
            spot,
            name,
            &format!(
                "has more than the {} attributes that a record may have",
                Attributes::MAX_COUNT
            ),
            "The others were left out.",
            "Leave out columns that aren't needed.",
        );
        return;
    }
    match name.char_indices().nth(Attributes::MAX_NAME_CHARS) {
        Some((end, _)) => attributes.set(&name[..end], value),
        None if name.is_empty() => attributes.set("unnamed", value),
        None => attributes.set(name, value),
    }
}
