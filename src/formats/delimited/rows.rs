//! Takes delimited text apart into rows and cells.

use super::dialect::Delimiter;

/// Where one finds the rows of a text, in order.
pub struct Rows<'a> {
    text: &'a str,
    delimiter: Delimiter,
    at: usize,
    /// Where the row that is being read begins.
    row_begin: usize,
    /// From here on no quote is closed.
    last_quote: usize,
    /// How many cells the row before had.
    width: usize,
    /// How many bytes may still be read again behind quotes that were found to be no more than signs.
    second_looks: usize,
}

/// So many rows between two quotes, with as many cells as the row before, show that these quote nothing: of two
/// cells, and of more.
const ROWS_IN_QUOTES: [usize; 2] = [5, 2];

/// So many bytes are looked at one by one for the end of a cell.
const NEAR: usize = 16;

/// What comes of reading a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowEnd {
    /// Whether a cell began with a quote that is never closed; it was read as it stands.
    pub has_open_quote: bool,
}

impl<'a> Rows<'a> {
    /// The rows of a text.
    pub fn new(text: &'a str, delimiter: Delimiter) -> Self {
        let last_quote = memchr::memrchr(b'"', text.as_bytes()).unwrap_or_default();
        let second_looks = text.len().saturating_mul(4);
        Self { text, delimiter, at: 0, row_begin: 0, last_quote, width: 0, second_looks }
    }

    /// The byte offset of the next row.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Goes on at a byte offset behind the last row.
    pub fn skip_to(&mut self, offset: usize) {
        self.at = self.at.max(offset);
    }

    /// Reads the next row; `cell` is given the parts of each cell, and `None` at its end. Returns `None`
    /// where there is no further row.
    pub fn next_row(&mut self, mut cell: impl FnMut(Option<&str>)) -> Option<RowEnd> {
        let mut width = 0;
        let end = self.read_row(|part| {
            width += usize::from(part.is_none());
            cell(part);
        });
        self.width = width;
        end
    }

    fn read_row(&mut self, mut cell: impl FnMut(Option<&str>)) -> Option<RowEnd> {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return None;
        }
        let mut end = RowEnd::default();
        self.row_begin = self.at;
        self.skip_spaces();
        loop {
            let begins_quoted = bytes.get(self.at) == Some(&b'"') && !self.is_ditto_mark();
            let is_quoted = begins_quoted && {
                let closes = self.quoted(&mut cell);
                end.has_open_quote |= !closes;
                closes
            };
            let begin = self.at;
            self.at = self.end_of_plain(begin);
            let rest = self.text.get(begin..self.at).unwrap_or_default();
            // Behind the closing quote only what says something belongs to the cell.
            if !rest.is_empty() && (!is_quoted || !rest.trim().is_empty()) {
                cell(Some(rest));
            }
            let is_delimiter = bytes.get(self.at).is_some_and(|byte| self.delimiter.is(*byte));
            if is_delimiter {
                self.at += 1;
                let spaces = self.skip_spaces();
                if spaces && self.is_at_end_of_line() {
                    cell(None);
                    self.skip_end_of_line();
                    return Some(end);
                }
                cell(None);
                continue;
            }
            cell(None);
            self.skip_end_of_line();
            return Some(end);
        }
    }

    /// Reads the text of a quoted cell; at its end stands what follows the closing quote. Returns `false`,
    /// and stays where it is, where there is no closing quote.
    fn quoted(&mut self, cell: &mut impl FnMut(Option<&str>)) -> bool {
        if !self.closes() {
            return false;
        }
        let bytes = self.text.as_bytes();
        let mut begin = self.at + 1;
        loop {
            let rest = bytes.get(begin..).unwrap_or_default();
            let Some(quote) = memchr::memchr(b'"', rest).map(|at| begin + at) else {
                self.at = bytes.len();
                return true;
            };
            cell(self.text.get(begin..quote));
            if bytes.get(quote + 1) != Some(&b'"') {
                self.at = quote + 1;
                return true;
            }
            cell(Some("\""));
            begin = quote + 2;
        }
    }

    /// Whether the quote here is closed: by a single quote before a delimiter, a line's end or spaces and
    /// one of these. Where none is found until the end of the text, it never closes.
    fn closes(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        if self.at >= self.last_quote {
            return false;
        }
        let mut from = self.at + 1;
        while let Some(quote) = bytes.get(from..).and_then(|rest| memchr::memchr(b'"', rest)) {
            let quote = from + quote;
            match bytes.get(quote + 1) {
                Some(b'"') => from = quote + 2,
                _ => return !self.quotes_rows(quote),
            }
        }
        // No quote from here on is closed: they come in pairs up to the end.
        self.last_quote = self.at;
        false
    }

    /// Whether the quote here is all that its cell says, as below a text that would be repeated: a delimiter or
    /// the line's end follows it, and read so the row has as many cells as the one before.
    fn is_ditto_mark(&mut self) -> bool {
        let (bytes, Delimiter::Byte(delimiter)) = (self.text.as_bytes(), self.delimiter) else {
            return false;
        };
        let next = bytes.get(self.at + 1).copied().unwrap_or(b'\n');
        if self.width < 2 || ![delimiter, b'\n', b'\r'].contains(&next) {
            return false;
        }
        let rest = bytes.get(self.row_begin..).unwrap_or_default();
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        if end > self.second_looks {
            return false;
        }
        self.second_looks -= end;
        let cells = rest.get(..end).unwrap_or_default().split(|byte| *byte == delimiter);
        let has_other_marks = cells.clone().filter(|cell| *cell == b"\"").count() > 1;
        let is_last = next != delimiter;
        // What begins with a line's end may be a text in several lines, unless other such marks are there.
        cells.count() == self.width
            && (!is_last || has_other_marks || self.closes_behind_delimiter())
    }

    /// Whether the next quote follows a delimiter and ends its line.
    fn closes_behind_delimiter(&self) -> bool {
        let (rest, Delimiter::Byte(delimiter)) =
            (self.text.as_bytes().get(self.at + 1..).unwrap_or_default(), self.delimiter)
        else {
            return false;
        };
        memchr::memchr(b'"', rest).is_some_and(|quote| {
            quote.checked_sub(1).and_then(|before| rest.get(before)) == Some(&delimiter)
                && rest.get(quote + 1).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
        })
    }

    /// Whether a quote here and the next one, at `end`, quote no cell but stand on their own with whole rows
    /// between them: because other text follows the second, or because the lines between them are rows.
    fn quotes_rows(&mut self, end: usize) -> bool {
        let (bytes, Delimiter::Byte(delimiter)) = (self.text.as_bytes(), self.delimiter) else {
            return false;
        };
        let within = bytes.get(self.at + 1..end).unwrap_or_default();
        if memchr::memchr2(b'\n', b'\r', within).is_none() || within.len() > self.second_looks {
            return false;
        }
        let behind = bytes.get(end + 1..).unwrap_or_default();
        let next = behind.iter().find(|byte| **byte != b' ');
        let closes = next.is_none_or(|byte| [delimiter, b'\n', b'\r'].contains(byte));
        let is_wrong = !closes || {
            let lines: Vec<&[u8]> = within.split(|byte| matches!(byte, b'\n' | b'\r')).collect();
            let inner = lines.get(1..lines.len() - 1).unwrap_or_default();
            let mut rows = inner.iter().filter(|line| !line.is_empty());
            let enough = ROWS_IN_QUOTES[usize::from(self.width > 2)];
            let cells = |line: &[u8]| line.iter().filter(|byte| **byte == delimiter).count() + 1;
            self.width > 1
                && rows.clone().count() >= enough
                && rows.all(|line| cells(line) == self.width)
        };
        if is_wrong {
            self.second_looks -= within.len();
        }
        is_wrong
    }

    fn end_of_plain(&self, begin: usize) -> usize {
        let bytes = self.text.as_bytes().get(begin..).unwrap_or_default();
        let found = match self.delimiter {
            // Most cells are short, for which no search is begun.
            Delimiter::Byte(delimiter) => {
                let (near, far) = bytes.split_at(bytes.len().min(NEAR));
                let is_end = |byte: &u8| *byte == delimiter || matches!(byte, b'\n' | b'\r');
                let in_far = || memchr::memchr3(delimiter, b'\n', b'\r', far);
                near.iter().position(is_end).or_else(|| Some(near.len() + in_far()?))
            }
            Delimiter::Spaces => {
                bytes.iter().position(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r'))
            }
        };
        begin + found.unwrap_or(bytes.len())
    }

    /// Passes over spaces where these part cells. Returns whether they do.
    fn skip_spaces(&mut self) -> bool {
        if self.delimiter != Delimiter::Spaces {
            return false;
        }
        let bytes = self.text.as_bytes();
        while bytes.get(self.at).is_some_and(|byte| matches!(byte, b' ' | b'\t')) {
            self.at += 1;
        }
        true
    }

    fn is_at_end_of_line(&self) -> bool {
        self.text.as_bytes().get(self.at).is_none_or(|byte| matches!(byte, b'\n' | b'\r'))
    }

    /// Passes over LF, CR, or both.
    fn skip_end_of_line(&mut self) {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'\r') && bytes.get(self.at + 1) == Some(&b'\n') {
            self.at += 2;
        } else if self.at < bytes.len() {
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
        let mut rows = Rows::new(text, delimiter);
        let mut all = Vec::new();
        loop {
            let (mut row, mut cell) = (Vec::new(), String::new());
            let end = rows.next_row(|part| match part {
                Some(part) => cell.push_str(part),
                None => row.push(std::mem::take(&mut cell)),
            });
            if end.is_none() {
                return all;
            }
            all.push(row);
        }
    }

    #[test]
    fn every_end_of_line_ends_a_row() {
        for text in ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d"] {
            assert_eq!(rows(text, Delimiter::Byte(b',')), [["a", "b"], ["c", "d"]], "{text:?}");
        }
        assert_eq!(rows("a\n\nb", Delimiter::Byte(b',')), [["a"], [""], ["b"]]);
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        let text = "\"Korea, North\",\"a\r\nb \"\"c\"\"\"\n\"\",\"x\" ,5\" pipe\n";
        let expected = [vec!["Korea, North", "a\r\nb \"c\""], vec!["", "x", "5\" pipe"]];
        assert_eq!(rows(text, Delimiter::Byte(b',')), expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_nothing() {
        let text = "a,\"b\nc,d\ne,f";
        assert_eq!(rows(text, Delimiter::Byte(b',')), [["a", "\"b"], ["c", "d"], ["e", "f"]]);
    }

    #[test]
    fn a_quote_that_is_closed_rows_below_swallows_none_of_them() {
        let text = "a,b,c\nx,\"y,1\nd,e,2\nf,g,3\nh,i\",4\nj,k,5";
        let expected = [
            ["a", "b", "c"],
            ["x", "\"y", "1"],
            ["d", "e", "2"],
            ["f", "g", "3"],
            ["h", "i\"", "4"],
            ["j", "k", "5"],
        ];
        assert_eq!(rows(text, Delimiter::Byte(b',')), expected);
        let text = "a,b\nx,\"y\nd,e\n\"Korea, Rep.\",z";
        let expected = [["a", "b"], ["x", "\"y"], ["d", "e"], ["Korea, Rep.", "z"]];
        assert_eq!(rows(text, Delimiter::Byte(b',')), expected);
        let note = "a,b,c\nx,\"one\ntwo, three\nfour\",z";
        assert_eq!(rows(note, Delimiter::Byte(b',')).len(), 2);
    }

    #[test]
    fn a_quote_alone_in_its_cell_is_a_mark() {
        let text = "a,b,c\nx,y,z\n\",v,\"\n\",w,\"\n";
        let expected = [["a", "b", "c"], ["x", "y", "z"], ["\"", "v", "\""], ["\"", "w", "\""]];
        assert_eq!(rows(text, Delimiter::Byte(b',')), expected);
        let text = "a,b\nx,y\nv,\"\nw,\"\n";
        assert_eq!(
            rows(text, Delimiter::Byte(b',')),
            [["a", "b"], ["x", "y"], ["v", "\""], ["w", "\""]]
        );
        let text = "a,b\nx,\"\none\"\n";
        assert_eq!(rows(text, Delimiter::Byte(b',')), [["a", "b"], ["x", "\none"]]);
    }

    #[test]
    fn runs_of_spaces_are_one_delimiter() {
        let text = "  a   b\t\"c d\"  \n1 2 3\n";
        assert_eq!(rows(text, Delimiter::Spaces), [["a", "b", "c d"], ["1", "2", "3"]]);
    }

    #[test]
    fn many_open_quotes_take_linear_time() {
        let text = "\"a,".repeat(200_001);
        assert!(!rows(&text, Delimiter::Byte(b',')).is_empty());
        let text = ",\"\"\"\n".repeat(100_001);
        assert!(!rows(&text, Delimiter::Byte(b',')).is_empty());
        let text = format!("a,b\n{}", "\",".repeat(200_001));
        assert!(!rows(&text, Delimiter::Byte(b',')).is_empty());
        let text = "\"\"\"".repeat(200_001);
        assert!(!rows(&text, Delimiter::Byte(b',')).is_empty());
    }
}
