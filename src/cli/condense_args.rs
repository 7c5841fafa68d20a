//! Options of `entente condense`. The doc comments are their help texts.

use std::path::PathBuf;

/// Options of `condense`.
#[derive(Debug, clap::Args)]
pub struct CondenseArgs {
    /// The map.
    pub input: PathBuf,
    /// Where to write the map with organisations in place of ties; without it, it is said what would be done.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Take these groups alone, by their numbers in the report.
    #[arg(long, value_name = "N,…", value_delimiter = ',', conflicts_with = "near")]
    pub only: Vec<usize>,
    /// Take groups as well in which a few are not tied; each tie that this claims is listed.
    #[arg(long)]
    pub near: bool,
    /// List the groups, what each would claim, and why other ties stay.
    #[arg(long)]
    pub report: bool,
    /// Print that report as JSON.
    #[arg(long, conflicts_with = "report")]
    pub json: bool,
    /// The other way: write the ties that organisations stand for, one for every two members.
    #[arg(long, conflicts_with_all = ["only", "near", "report", "json"], requires = "output")]
    pub expand: bool,
}
