//! Finds what stands between the cells of a text.

use super::dialect::Delimiter;
use super::rows::Rows;

/// So many rows are looked at.
const ROWS: usize = 200;
/// So many bytes are.
const BYTES: usize = 256 * 1024;
/// Spaces stand in names and sentences too: they must fit this much better than other delimiters.
const DOUBT_OF_SPACES: f64 = 0.6;
/// And so much where all rows have equally many cells.
const SURE_OF_SPACES: f64 = 0.9;

/// What stands between the two ends of a tie in one cell.
const LINKS: [&str; 23] = [
    "-", "–", "—", "−", "--", "->", "<-", "<->", "=>", "<=", "→", "←", "↔", "vs.", "vs", "v.",
    "versus", "&", "+", "and", "und", "et", "y",
];

/// A delimiter and how well it fits.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sniffed {
    /// What stands between cells.
    pub delimiter: Delimiter,
    /// The share of rows that have as many cells as most, of those with several cells; 0 where no row has.
    pub fit: f64,
    /// How many cells most rows have.
    pub cells: usize,
    /// How many rows were looked at.
    pub rows: usize,
}

/// What stands between the cells of a text: what gives most rows several cells, and equally many.
pub fn sniff(text: &str) -> Sniffed {
    let head = head(text);
    let mut best: Option<Sniffed> = None;
    for delimiter in Delimiter::ALL {
        let sniffed = fit(head, delimiter);
        if best.is_none_or(|best| sniffed.fit > best.fit + 1e-9) {
            best = Some(sniffed);
        }
    }
    best.unwrap_or(Sniffed { delimiter: Delimiter::Byte(b','), fit: 0.0, cells: 1, rows: 0 })
}

/// The first rows, without one that is cut off; a longer one alone.
fn head(text: &str) -> &str {
    let Some(bytes) = text.as_bytes().get(..BYTES) else { return text };
    let end = memchr::memrchr2(b'\n', b'\r', bytes);
    let rest = text.as_bytes().get(BYTES..).unwrap_or_default();
    let end = end.or_else(|| memchr::memchr2(b'\n', b'\r', rest).map(|end| BYTES + end));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

fn fit(text: &str, delimiter: Delimiter) -> Sniffed {
    let mut rows = Rows::new(text, delimiter);
    let mut counts: Vec<usize> = Vec::new();
    let mut links = 0;
    while counts.len() < ROWS {
        let begin = rows.offset();
        let (mut cells, mut is_blank, mut has_link) = (0, true, false);
        let end = rows.next_row(|part| match part {
            Some(part) => {
                is_blank &= part.trim().is_empty();
                // Nothing is linked to what isn't there.
                has_link |= cells > 0 && LINKS.contains(&part);
            }
            None => cells += 1,
        });
        links += usize::from(has_link);
        if end.is_none() {
            break;
        }
        let is_comment = text.get(begin..).unwrap_or_default().starts_with(['#', '%']);
        // What a comment says is parted as sentences are.
        if !is_comment && (cells > 1 || !is_blank) {
            counts.push(cells);
        }
    }
    let several = counts.iter().filter(|count| **count > 1).count();
    let mut sorted: Vec<usize> = counts.iter().copied().filter(|count| *count > 1).collect();
    sorted.sort_unstable();
    let runs = sorted.chunk_by(|one, other| one == other);
    let most = runs.max_by_key(|run| run.len()).unwrap_or_default();
    let share = |count: usize| count as f64 / counts.len().max(1) as f64;
    let doubt = match delimiter {
        Delimiter::Byte(_) => 1.0,
        // “Japan - New Zealand” is one cell.
        Delimiter::Spaces if links * 2 > several => 0.0,
        // Sentences seldom have equally many words each.
        Delimiter::Spaces if most.len() == counts.len() && counts.len() > 1 => SURE_OF_SPACES,
        Delimiter::Spaces => DOUBT_OF_SPACES,
    };
    Sniffed {
        delimiter,
        fit: doubt * (0.5 * share(several) + 0.5 * share(most.len())),
        cells: most.first().copied().unwrap_or(1),
        rows: counts.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_what_parts_most_rows_alike() {
        for (text, delimiter) in [
            ("source,target\nJapan,Peru\n", Some(b',')),
            ("source;target;weight\nJapan;Peru;1,5\nChad;Mali;2,5\n", Some(b';')),
            ("Korea, Rep.;Japan;pact\nCongo, Dem. Rep.;Chad;pact\n", Some(b';')),
            ("a\tb, c\nd\te, f\n", Some(b'\t')),
            ("a|b|c\nd|e|f\n", Some(b'|')),
            ("from~to~peace treaty\nIraq~Iran~war\n", Some(b'~')),
            ("from^to^in\nIraq^Saudi Arabia^1990, 1991\nIraq^Iran^1980\n", Some(b'^')),
            ("a;b\nb;c;d\ne\nf; a ;g;h; i  ", Some(b';')),
            ("source,target,note\na,b,x; y\nc,d,\"p; q; r\"\n", Some(b',')),
            ("Ties of 1914; a first draft\n\nfrom,to\na,b\nc,d\ne,f\n", Some(b',')),
            ("Pairs\nFrance - Germany\nUK–Ireland\nChad vs. Mali\nPeru & Chile\n", Some(b'\t')),
            ("Dyad\nJapan and Peru\n", Some(b'\t')),
            ("0 21 -1\n1 17 -1\n2 5 -1\n", None),
            ("# Trade in 1990\n# from to weight\nUSA CHN 3\nUSA RUS 2\nCHN RUS 5\n", None),
            ("# From, to, and when;\na;b;1\nb;c;2\n", Some(b';')),
            (
                "Source Target Type timeset\nFred Alice Directed \"[1, 2]\"\nAlice Fred Directed \"[3, 4]\"\n",
                None,
            ),
            (
                "source,target,kind,note\nJapan,New Zealand\nJapan\n,,,\nJapan,Peru,pact,a,b,c,d\n",
                Some(b','),
            ),
        ] {
            let expected = delimiter.map_or(Delimiter::Spaces, Delimiter::Byte);
            assert_eq!(sniff(text).delimiter, expected, "{text:?}");
        }
    }

    #[test]
    fn a_first_row_of_any_length_shows_the_delimiter() {
        for columns in [10, 100_000] {
            let row: String = (0..columns).map(|column| format!("column {column};")).collect();
            for text in [format!("{row}\n{row}\n"), row] {
                let sniffed = sniff(&text);
                assert_eq!(
                    (sniffed.delimiter, sniffed.cells),
                    (Delimiter::Byte(b';'), columns + 1)
                );
            }
        }
    }
}
