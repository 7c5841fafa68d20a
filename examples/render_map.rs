//! Makes a map in code, lays it out, and draws it as SVG and PDF.
//!
//! ```text
//! cargo run --example render_map             # writes alliances.svg and alliances.pdf
//! cargo run --example render_map -- FOLDER   # writes them into a folder that exists
//! ```

use std::error::Error;
use std::io::Write;
use std::path::Path;
use std::{env, fs, io};

use entente::edit::{self, Change, Command};
use entente::layout::Flow;
use entente::model::{End, Heading, Map, Nation, NationId, TieId, ValidationError};
use entente::tasks::{self, FigureFormat, FigureRequest, LayoutRequest};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args_os().nth(1).unwrap_or_else(|| ".".into());
    run(Path::new(&folder), &mut io::stdout().lock())
}

/// Writes the figures into a folder and prints their paths.
pub fn run(folder: &Path, out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut map = alliances()?;
    // The nations have no positions yet. The closure is shown the layout while it runs.
    let positions = tasks::lay_out(&map, &LayoutRequest::Missing, 1, &mut |_frame| Flow::Continue)?;
    let command = edit::move_nations(&map, positions, None);
    edit::apply(&mut map, command)?;
    for format in [FigureFormat::Svg, FigureFormat::Pdf] {
        let figure = tasks::render(&map, &FigureRequest { format, ..FigureRequest::default() })?;
        let path = folder.join("alliances").with_extension(format.extension());
        fs::write(&path, figure)?;
        writeln!(out, "{}", path.display())?;
    }
    Ok(())
}

/// Every change to a map is a command, and applying one returns the command that takes it back.
fn alliances() -> Result<Map, ValidationError> {
    let mut map = Map::empty();
    let title = "The Triple Entente, 1907".to_owned();
    let heading = Heading { title, ..Heading::default() };
    edit::apply(&mut map, Command::Heading(Box::new(heading)))?;

    let britain = add_nation(&mut map, "United Kingdom")?;
    let france = add_nation(&mut map, "France")?;
    let russia = add_nation(&mut map, "Russia")?;
    let germany = add_nation(&mut map, "Germany")?;
    let alliance = add_tie(&mut map, france, End::Nation(russia), "allied", "Alliance, 1894")?;
    add_tie(&mut map, britain, End::Nation(france), "pact", "Entente Cordiale, 1904")?;
    add_tie(&mut map, britain, End::Nation(russia), "pact", "Convention, 1907")?;
    // A nation can be concerned about the tie of two others.
    add_tie(&mut map, germany, End::Tie(alliance), "concern", "Encirclement")?;
    Ok(map)
}

fn add_nation(map: &mut Map, name: &str) -> Result<NationId, ValidationError> {
    let nation = Nation { name: name.to_owned(), ..Nation::default() };
    let (id, command) = edit::add_nation(map, nation);
    edit::apply(map, command)?;
    Ok(id)
}

fn add_tie(
    map: &mut Map,
    from: NationId,
    to: End,
    kind: &str,
    label: &str,
) -> Result<TieId, ValidationError> {
    let kind = map.kinds().by_key(kind).expect("a kind of every new map");
    let (id, command) = edit::add_tie(map, from, to, kind);
    edit::apply(map, command)?;
    let mut tie = map.ties().get(id).expect("the new tie").clone();
    tie.label = label.to_owned();
    edit::apply(map, Command::Tie(id, Change::Replace(Box::new(tie))))?;
    Ok(id)
}
