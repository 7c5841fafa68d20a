//! The command line: commands, options, help. The doc comments on options are their help texts.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use super::condense_args::CondenseArgs;
use super::convert_args::ConvertArgs;
use super::render_args::RenderArgs;
use super::values;
use crate::layout::{APART, Preset};
use crate::tasks::{LayoutKind, LayoutSettings};

const EXAMPLES: &str = "\
Examples:
  entente                                    open the window with the first sample
  entente pacts.entente.json                 open a map in the window
  entente render pacts.entente.json -o pacts.pdf
  entente render pacts.entente.json -o pacts.png --theme print --scale 3
  entente render pacts.entente.json -o - --format svg --page a4-portrait --margin 12mm > pacts.svg
  entente check --json pacts.entente.json    list problems for another program
  entente convert pacts.gexf -o pacts.entente.json
  entente convert edges.csv --map source=from,target=to,kind=type -o out.entente.json
  entente convert edges.csv --dry-run        print how a table is understood
  entente layout pacts.entente.json -o laid-out.entente.json --seed 7
  entente layout pacts.entente.json -o circle.entente.json --method circular
  entente condense pacts.entente.json -o fewer.entente.json   pacts of many become organisations
  entente samples japan-new-zealand-2024 > first.entente.json
  entente names 'Korea, Rep.' ROK 732 USSR   say which nations these are, a line each
  cut -f1 data.tsv | entente names --guess   say by which codes or names it lists nations

Exit codes: 0 done; 1 done, with something to be looked at, under --strict alone; 2 not done: a file that
can't be read or written, or options that can't be followed; a message says why.";

/// Maps of relations between nations: opens the window, or runs one headless command.
#[derive(Debug, Parser)]
#[command(name = "entente", version, about, after_help = EXAMPLES, args_conflicts_with_subcommands = true)]
pub struct Args {
    /// A map to open in the window.
    pub file: Option<PathBuf>,
    /// A command that needs no window.
    #[command(subcommand)]
    pub command: Option<CommandLine>,
}

/// A headless command.
#[derive(Debug, Subcommand)]
pub enum CommandLine {
    /// Draw a map as an SVG, PNG or PDF file.
    Render(RenderArgs),
    /// Read a map, or a file of another program, and list all problems.
    Check(CheckArgs),
    /// Read a file of any format, and write it in any other.
    Convert(ConvertArgs),
    /// Give every nation a position; pinned nations stay.
    Layout(LayoutArgs),
    /// Find pacts of many that are held as ties between every two, and make them organisations with members.
    Condense(CondenseArgs),
    /// List the samples, or print one.
    Samples(SamplesArgs),
    /// Say which nation each text means: names, codes, numbers.
    Names(NamesArgs),
    /// Print the completions for a shell.
    Completions(CompletionsArgs),
}

/// Options of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// The map, or a file of any format that can be read; "-" for standard input.
    pub input: PathBuf,
    /// Print JSON: {"format": …, "nations": n, "ties": m, "map": {…}, "problems": […]}; nations and ties
    /// are those that the file holds.
    #[arg(long)]
    pub json: bool,
    /// Exit with 1 when there is any problem.
    #[arg(long)]
    pub strict: bool,
}

/// Options of `layout`.
#[derive(Debug, clap::Args)]
pub struct LayoutArgs {
    /// The map, or a plain network: a first line "n m", then lines "u v" or "u v weight".
    pub input: PathBuf,
    /// Where to write the map with its positions; of a plain network, lines "id x y".
    #[arg(short, long)]
    pub output: PathBuf,
    /// How it is laid out.
    #[arg(long, value_enum, default_value_t = MethodArg::Force)]
    pub method: MethodArg,
    /// What the force-directed layout is true to.
    #[arg(long, value_enum, default_value_t = PresetArg::Balanced)]
    pub preset: PresetArg,
    /// How far the force-directed layout pushes rivals apart, 0 (signs don't count) to 1.
    #[arg(long, default_value_t = APART, value_parser = values::share)]
    pub apart: f32,
    /// Whether discs and names are kept from overlapping.
    #[arg(long, value_enum, default_value_t = Switch::On)]
    pub readability: Switch,
    /// Any number; the same one gives the same layout.
    #[arg(long, default_value_t = 1, value_parser = values::seed)]
    pub seed: u64,
    /// Print how long the layout alone took: seconds by the clock, seconds of the processor.
    #[arg(long)]
    pub timings: bool,
    /// Print how good the layout is: a line each for stress, neighbourhood, crossings, overlaps, and
    /// ties through boxes; "-" where counting would take too long.
    #[arg(long)]
    pub report: bool,
}

impl LayoutArgs {
    /// The layout settings that the options name.
    pub fn settings(&self) -> LayoutSettings {
        LayoutSettings {
            kind: self.method.into(),
            preset: self.preset.into(),
            apart: self.apart,
            readability: self.readability == Switch::On,
        }
    }
}

/// Options of `samples`.
#[derive(Debug, clap::Args)]
pub struct SamplesArgs {
    /// The sample to print; without one, all are listed.
    pub name: Option<String>,
}

/// Options of `names`.
#[derive(Debug, clap::Args)]
pub struct NamesArgs {
    /// Names, codes or numbers; without any, or with "-", each line of standard input is one.
    pub texts: Vec<String>,
    /// The year of which the texts speak; it decides between a state and its successor.
    #[arg(long, allow_negative_numbers = true, value_parser = values::year)]
    pub year: Option<i32>,
    /// Take the texts for a column of values, and say by which scheme they are nations, from 80 % agreement.
    #[arg(long, conflicts_with = "year")]
    pub guess: bool,
}

/// Options of `completions`.
#[derive(Debug, clap::Args)]
pub struct CompletionsArgs {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// What the force-directed layout is true to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PresetArg {
    /// Made to be read: distances with room at hubs and for names.
    Balanced,
    /// Drawn distances follow graph distances.
    Distance,
    /// Neighbours lie together and clusters open up.
    Structure,
}

impl From<PresetArg> for Preset {
    fn from(preset: PresetArg) -> Self {
        match preset {
            PresetArg::Balanced => Self::Balanced,
            PresetArg::Distance => Self::Distance,
            PresetArg::Structure => Self::Structure,
        }
    }
}

/// On or off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// It is done.
    On,
    /// It isn't done.
    Off,
}

/// How to lay a map out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MethodArg {
    /// Nations as near as their ties bring them.
    Force,
    /// In a circle, nations with the same first tag side by side.
    Circular,
    /// In rings, nations with many ties inside.
    Concentric,
    /// In layers, directed ties downwards.
    Layered,
    /// In rows and columns, by name.
    Grid,
    /// Friends together, rivals apart.
    Blocs,
}

impl From<MethodArg> for LayoutKind {
    fn from(method: MethodArg) -> Self {
        match method {
            MethodArg::Force => Self::Force,
            MethodArg::Circular => Self::Circular,
            MethodArg::Concentric => Self::Concentric,
            MethodArg::Layered => Self::Layered,
            MethodArg::Grid => Self::Grid,
            MethodArg::Blocs => Self::Blocs,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_file_alone_is_opened_in_the_window() {
        let args = Args::parse_from(["entente", "pacts.entente.json"]);
        assert_eq!(args.file, Some(PathBuf::from("pacts.entente.json")));
        assert!(args.command.is_none());
    }
}
