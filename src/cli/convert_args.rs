//! Options of `entente convert`. The doc comments are their help texts.

use std::path::PathBuf;

use clap::ValueEnum;

use super::values;
use crate::formats::{
    ColumnUse, DateOrder, Delimiter, Duplicates, EdgeRole, KindChoice, NodeRole, TextEncoding,
};
use crate::model::Sign;
use crate::names;

/// Options of `convert`.
#[derive(Debug, clap::Args)]
#[command(after_help = super::format_list::help())]
pub struct ConvertArgs {
    /// The file to read, of any format below; "-" for standard input.
    pub input: PathBuf,
    /// The file to write, in the format of its name; "-" for standard output, with --to. Needed but for --dry-run.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// The format to write, by its name or its ending below, whatever the name of the file.
    #[arg(long, value_name = "FORMAT")]
    pub to: Option<String>,
    /// A table of the nations whose ties the input lists; or of the ties, whose nations it lists.
    #[arg(long, value_name = "FILE")]
    pub nodes: Option<PathBuf>,
    /// What columns mean: source=from,target=to,kind=type. "--dry-run" shows what is guessed.
    #[arg(long, value_name = "ROLE=COLUMN,…", value_parser = parse_roles)]
    pub map: Vec<Roles>,
    /// Read the rows of tables alone that have this value in this column; several values of one column may be
    /// given.
    #[arg(long = "where", value_name = "COLUMN=VALUE", value_parser = parse_value)]
    pub filter: Vec<ValueOfColumn>,
    /// Read this sheet of a workbook alone.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The row that names the columns, by its number in the file; 0 where none does.
    #[arg(long, value_name = "N", value_parser = values::row)]
    pub header_row: Option<u32>,
    /// What a kind is: NAME=friendly, neutral, hostile or left-out; NAME=NEW NAME; NAME=NEW NAME:hostile.
    #[arg(long, value_name = "NAME=SIGN", value_parser = parse_kind)]
    pub kind: Vec<(String, KindChoice)>,
    /// Which nation a text means that may mean several: Congo=COD; Congo= for none of them.
    #[arg(long, value_name = "TEXT=CODE", value_parser = parse_meant)]
    pub meant: Vec<(String, Option<String>)>,
    /// The year of which the file speaks; it decides between a state and its successor.
    #[arg(long, allow_negative_numbers = true, value_parser = values::year)]
    pub year: Option<i32>,
    /// Which number of a date such as 3/4/1950 is the day, where the file doesn't show it.
    #[arg(long, value_enum, value_name = "ORDER")]
    pub dates: Option<DatesArg>,
    /// The encoding of the text, such as UTF-8 or windows-1252, where another one is found.
    #[arg(long, value_name = "NAME", value_parser = values::encoding)]
    pub encoding: Option<TextEncoding>,
    /// What stands between cells, where something else is found: comma, semicolon, tab, bar, spaces, or a sign.
    #[arg(long, value_name = "SIGN", value_parser = values::delimiter)]
    pub delimiter: Option<Delimiter>,
    /// What becomes of ties that say the same.
    #[arg(long, value_enum)]
    pub duplicates: Option<DuplicatesArg>,
    /// Leave names as they are, without codes and flags.
    #[arg(long)]
    pub no_recognise: bool,
    /// Add what was read to this map; OUT is then both together.
    #[arg(long, value_name = "MAP")]
    pub merge_into: Option<PathBuf>,
    /// Print how the file is understood, and write nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Write what was read, repaired and left out to a file: as JSON where its name ends in .json.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Print that report as JSON.
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 when anything was repaired, left out or asked, in reading or in writing.
    #[arg(long)]
    pub strict: bool,
}

/// What becomes of ties that say the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DuplicatesArg {
    /// Each stays a tie of its own.
    Keep,
    /// One stays; its weight is their number.
    Count,
    /// One stays; its weight is the sum of theirs.
    Sum,
    /// The first stays.
    First,
}

impl From<DuplicatesArg> for Duplicates {
    fn from(duplicates: DuplicatesArg) -> Self {
        match duplicates {
            DuplicatesArg::Keep => Self::Keep,
            DuplicatesArg::Count => Self::Count,
            DuplicatesArg::Sum => Self::Sum,
            DuplicatesArg::First => Self::First,
        }
    }
}

/// Which number of a date is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DatesArg {
    /// The first: 3/4/1950 is the third of April.
    DayMonth,
    /// The second: 3/4/1950 is the fourth of March.
    MonthDay,
}

impl From<DatesArg> for DateOrder {
    fn from(order: DatesArg) -> Self {
        match order {
            DatesArg::DayMonth => Self::DayFirst,
            DatesArg::MonthDay => Self::MonthFirst,
        }
    }
}

/// The roles of columns, in the order in which they were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roles(pub Vec<RoleOfColumn>);

/// A column by its name, and a role by its word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleOfColumn {
    /// The word, one of [`role_words`].
    pub role: String,
    /// The name of the column, as written.
    pub column: String,
}

/// A value of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueOfColumn {
    /// The name of the column, as written.
    pub column: String,
    /// The value; empty for empty cells.
    pub value: String,
}

fn parse_value(text: &str) -> Result<ValueOfColumn, String> {
    let (column, value) = text.split_once('=').ok_or("expected COLUMN=VALUE, such as year=1914")?;
    let [column, value] = [column, value].map(|text| text.trim().to_owned());
    if column.is_empty() {
        return Err("expected the name of a column before “=”".to_owned());
    }
    Ok(ValueOfColumn { column, value })
}

/// The words for roles, with hyphens for spaces.
pub fn role_words() -> Vec<String> {
    let uses = ColumnUse::ALL.into_iter().map(ColumnUse::name);
    let edges = EdgeRole::ALL.into_iter().map(EdgeRole::name);
    let nodes = NodeRole::ALL.into_iter().map(NodeRole::name);
    let mut words: Vec<String> = Vec::new();
    for word in uses.chain(edges).chain(nodes) {
        let word = word.replace(' ', "-");
        if !words.contains(&word) {
            words.push(word);
        }
    }
    words
}

/// Parts a list at the commas before a role, for names of columns may have commas as well.
fn parse_roles(text: &str) -> Result<Roles, String> {
    let words = role_words();
    let mut roles: Vec<RoleOfColumn> = Vec::new();
    for part in text.split(',') {
        let role = part.split_once('=').map(|(role, column)| {
            (role.trim().to_lowercase().replace([' ', '_'], "-"), column.trim().to_owned())
        });
        match (role, roles.last_mut()) {
            (Some((role, column)), _) if words.contains(&role) && !column.is_empty() => {
                roles.push(RoleOfColumn { role, column });
            }
            (None, Some(last)) => last.column = format!("{},{part}", last.column),
            _ => {
                let words = words.join(", ");
                return Err(format!("expected ROLE=COLUMN with one of these roles: {words}"));
            }
        }
    }
    Ok(Roles(roles))
}

fn parse_kind(text: &str) -> Result<(String, KindChoice), String> {
    const EXPECTED: &str = "expected NAME=friendly, neutral, hostile or left-out, NAME=NEW NAME or \
                            NAME=NEW NAME:SIGN";
    let (name, meaning) = text.rsplit_once('=').ok_or(EXPECTED)?;
    let (new_name, sign) = match meaning.rsplit_once(':') {
        Some((new_name, sign)) => (new_name, Some(sign_by_word(sign).ok_or(EXPECTED)?)),
        None => match sign_by_word(meaning) {
            Some(sign) => ("", Some(sign)),
            None => (meaning, None),
        },
    };
    let is_left_out = new_name.trim() == "left-out";
    let new_name = Some(new_name.trim()).filter(|name| !name.is_empty() && !is_left_out);
    if name.trim().is_empty() || (new_name.is_none() && sign.is_none() && !is_left_out) {
        return Err(EXPECTED.to_owned());
    }
    let name = name.trim().to_owned();
    Ok((name, KindChoice { name: new_name.map(ToOwned::to_owned), sign, is_left_out }))
}

fn sign_by_word(word: &str) -> Option<Sign> {
    let word = word.trim();
    let number = word.trim_start_matches('+').parse().ok();
    Sign::ALL.into_iter().find(|sign| {
        sign.name().eq_ignore_ascii_case(word) || number == Some(i64::from(sign.number()))
    })
}

fn parse_meant(text: &str) -> Result<(String, Option<String>), String> {
    let (text, code) = text.rsplit_once('=').ok_or("expected TEXT=CODE, such as Congo=COD")?;
    let (text, code) = (text.trim().to_owned(), code.trim());
    if code.is_empty() {
        return Ok((text, None));
    }
    match names::by_code(code) {
        Some(nation) => Ok((text, Some(nation.code.to_owned()))),
        None => Err(format!(
            "“{code}” is no code of a nation; “entente names {text}” lists those that it may mean"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_may_have_commas_in_their_names() {
        let Roles(roles) =
            parse_roles("source=from, Target=to,kind=type, in words,cited-source=ref")
                .expect("four roles");
        let roles: Vec<_> =
            roles.iter().map(|role| (role.role.as_str(), role.column.as_str())).collect();
        let expected = [
            ("source", "from"),
            ("target", "to"),
            ("kind", "type, in words"),
            ("cited-source", "ref"),
        ];
        assert_eq!(roles, expected);
        for wrong in ["", "from", "from=source", "kind=", "source=a,nonsense=b"] {
            let message = parse_roles(wrong).expect_err("no role");
            assert!(message.contains("cited-source") && message.contains("member-of"), "{message}");
        }
    }

    #[test]
    fn a_kind_gets_a_sign_a_name_or_both() {
        let choice = |name: Option<&str>, sign, is_left_out| KindChoice {
            name: name.map(ToOwned::to_owned),
            sign,
            is_left_out,
        };
        for (text, name, expected) in [
            ("MID=hostile", "MID", choice(None, Some(Sign::Hostile), false)),
            ("a=b=+1", "a=b", choice(None, Some(Sign::Friendly), false)),
            ("x=left-out", "x", choice(None, None, true)),
            ("def=Defence pact", "def", choice(Some("Defence pact"), None, false)),
            ("def=Pact:0", "def", choice(Some("Pact"), Some(Sign::Neutral), false)),
        ] {
            assert_eq!(parse_kind(text), Ok((name.to_owned(), expected)), "{text}");
        }
        for wrong in ["MID", "=hostile", "MID=", "MID=x:warm"] {
            assert!(parse_kind(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_text_means_a_nation_or_none() {
        assert_eq!(parse_meant("Congo=cod"), Ok(("Congo".to_owned(), Some("COD".to_owned()))));
        assert_eq!(parse_meant("Jordan="), Ok(("Jordan".to_owned(), None)));
        assert!(parse_meant("Congo").is_err());
        assert!(parse_meant("Congo=ZZZ").is_err_and(|message| message.contains("entente names")));
    }
}
