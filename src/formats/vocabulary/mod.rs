//! Words and numbers that stand for the same in a line of text and in the cell of a table: kinds of tie, statuses,
//! months, years; and what a kind looks like that was made of a word.

mod done_by;
mod event_codes;
mod footnote_mark;
pub mod header_words;
mod kinds;
mod months;
mod new_kind_look;
mod numeric_date;
mod short_years;
mod spans_of_years;
mod states;
mod web_address;

pub use done_by::kind_done_by;
pub use event_codes::{sign_of_event, sort_of_event};
pub use footnote_mark::without_footnote_marks;
pub use kinds::{KINDS, kind_words, kind_words_of};
pub use months::month;
pub use new_kind_look::{capitalised, unused_color, unused_look};
pub use numeric_date::numeric_date;
pub use short_years::{APOSTROPHES, HOW_SHORT_YEARS_ARE_READ, whole_year, year_behind_apostrophe};
pub use spans_of_years::{last_year, split_years};
pub use states::{confidence, direction, sign, status};
pub use web_address::begins_url;
