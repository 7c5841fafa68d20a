//! Opens the records of a long list beside the reading of those before them.

use super::lists::Entry;
use crate::formats::json::{Opener, SpareMembers};
use crate::formats::problems::OpenError;

/// So many records are opened while as many are read: enough that neither waits for long, and so few that their
/// trees take little memory.
const AT_ONCE: usize = 1_024;

/// Names that records repeat, with their byte offsets.
type Repeated = Vec<(u32, String)>;

/// Reads each of a list, in order; all come open. To make trees of 100,000 records takes about as long as to read
/// these, and nothing that reading finds matters to it: where there is a second processor, both are done at once.
/// What reading a record leaves of its memory is used for those that are opened next.
///
/// # Errors
/// The first that reading meets.
pub fn read_each<'a>(
    entries: Vec<Entry<'a>>,
    mut read: impl FnMut(Entry<'a>, &mut SpareMembers<'a>) -> Result<(), OpenError>,
) -> Result<Repeated, OpenError> {
    let mut opener = Opener::default();
    let mut spare = SpareMembers::default();
    let mut closed = entries.into_iter();
    let mut opened = open(&mut opener, closed.by_ref().take(AT_ONCE).collect());
    while !opened.is_empty() {
        let next: Vec<Entry<'a>> = closed.by_ref().take(AT_ONCE).collect();
        let mut next_opened = Vec::new();
        opener.take_back(&mut spare);
        let read_all = || opened.into_iter().try_for_each(|entry| read(entry, &mut spare));
        if next.is_empty() {
            read_all()?;
        } else {
            rayon::in_place_scope(|scope| {
                scope.spawn(|_| next_opened = open(&mut opener, next));
                read_all()
            })?;
        }
        opened = next_opened;
    }
    Ok(opener.repeated)
}

fn open<'a>(opener: &mut Opener<'a>, entries: Vec<Entry<'a>>) -> Vec<Entry<'a>> {
    let open = |entry: Entry<'a>| Entry { node: opener.open(entry.node), ..entry };
    entries.into_iter().map(open).collect()
}

#[cfg(test)]
mod tests {
    use super::super::lists::entries;
    use super::*;
    use crate::formats::json::{Value, parse_outline};

    fn list(count: usize) -> String {
        let items: Vec<String> = (0..count).map(|n| format!(r#"{{"a": 0, "a": {n}}}"#)).collect();
        format!("[{}]", items.join(","))
    }

    #[test]
    fn records_come_in_order_and_open() {
        let count = 3 * AT_ONCE + 7;
        let text = list(count);
        let mut numbers = Vec::new();
        let repeated = read_each(entries(parse_outline(&text).unwrap().root), |entry, _| {
            let Value::Object(members) = entry.node.value else { panic!("it is closed") };
            let Value::Number(number) = members[0].node.value else { panic!("no number") };
            numbers.push(number.to_owned());
            Ok(())
        });
        assert_eq!(numbers, (0..count).map(|n| n.to_string()).collect::<Vec<_>>());
        // Those of the first records were noted when the text was parsed.
        assert_eq!(repeated.unwrap().len(), count - 32);
    }

    #[test]
    fn an_error_ends_the_reading() {
        let text = list(2 * AT_ONCE);
        let mut count = 0;
        let error = read_each(entries(parse_outline(&text).unwrap().root), |_, _| {
            count += 1;
            if count < 10 { Ok(()) } else { Err(OpenError::of_whole_file("enough", "")) }
        });
        assert!(error.is_err() && count == 10);
    }
}
