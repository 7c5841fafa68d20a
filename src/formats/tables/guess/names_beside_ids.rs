//! Columns that name the ends of ties whose ids or codes stand in another: `from_name` beside `from_id`.

use crate::formats::tables::header_key;
use crate::formats::tables::plan::{ColumnUse, SheetPlan};
use crate::formats::vocabulary::header_words::{Words, nations, texts};

/// What stands in the name of a column of ids.
const IDS: Words = Words(&[nations::NODE_IDS, nations::CODE]);
/// What stands in the name of a column of names.
const NAMES: Words = Words(&[
    texts::LABELS,
    texts::LABELS_IN_OTHER_LANGUAGES,
    texts::LABELS_OF_NODES,
    nations::COUNTRIES,
    nations::ACTORS,
]);
/// Codes that mean a nation by themselves, in its year.
const CODES: Words = Words(&[nations::COW_CODES, nations::ISO_CODES, nations::OTHER_CODES]);

/// The column that names what the ids in another column stand for, if there is one.
pub fn name_beside(plan: &SheetPlan, id: usize) -> Option<usize> {
    let key = |index: usize| plan.columns.get(index).map(|column| header_key(&column.name));
    let stems = stems(&key(id)?);
    let is_name = |column: &usize| key(*column).is_some_and(|key| names_one_of(&key, &stems));
    plan.columns_with(ColumnUse::Attribute).find(is_name)
}

/// Whether a column is called as those with codes that mean a nation by themselves, in its year.
pub fn has_codes_of_nations(plan: &SheetPlan, column: usize) -> bool {
    let key = plan.columns.get(column).map(|column| header_key(&column.name)).unwrap_or_default();
    code_within(&key).is_some()
}

/// The word for codes of nations in a key, without the mark of its end.
fn code_within(key: &str) -> Option<&str> {
    let without_mark = key.strip_suffix(['a', 'b', 'o', 'd', 'i', 'j', '1', '2']);
    [Some(key), without_mark].into_iter().flatten().find(|word| CODES.contains(word))
}

/// What the name of a column of ids says of its end beside that it holds ids.
fn stems(key: &str) -> Vec<String> {
    if let Some(mark) = code_within(key).and_then(|code| key.strip_prefix(code)) {
        return vec![mark.to_owned()];
    }
    let without = |word: &'static str| [key.strip_suffix(word), key.strip_prefix(word)];
    let shorter = IDS.iter().flat_map(without).flatten().filter(|stem| !stem.is_empty());
    [key].into_iter().chain(shorter).map(str::to_owned).collect()
}

/// Whether a key is one of these stems with a word for names before or behind it.
fn names_one_of(key: &str, stems: &[String]) -> bool {
    stems.iter().any(|stem| {
        let rest = [key.strip_prefix(stem.as_str()), key.strip_suffix(stem.as_str())];
        rest.into_iter().flatten().any(|word| NAMES.contains(word))
    })
}
