//! The options of `entente render`: all choices of the export dialog.

use std::path::PathBuf;

use clap::ValueEnum;

use super::tie_args::TieArgs;
use super::values;
use crate::model::BlocView;
use crate::scene::figure::{self, FigureOptions, Orientation, Page, UNITS_PER_INCH, View};
use crate::scene::{MatrixSort, Theme};
use crate::tasks::FigureFormat;

const EXAMPLES: &str = "\
A unit is 1/96 inch: 1 pixel at scale 1. Lengths are units, or carry mm, cm, in or pt.

Examples:
  entente render pacts.entente.json -o pacts.pdf --page a3
  entente render pacts.entente.json -o pacts.svg --page a4-portrait --margin 12mm
  entente render pacts.entente.json -o pacts.png --page fit --scale 3 --transparent
  entente render pacts.entente.json -o table.pdf --page a3 --view matrix
  entente render pacts.entente.json -o slide.png --page 16:9 --theme dark --no-sources
  entente render pacts.entente.json -o poster.pdf --page a3-portrait --shape keep
  entente render votes.entente.json -o votes.pdf --page a3 --ties grouped --within-blocs leave-out
  entente render pacts.entente.json -o column.pdf --width 85mm --height 100mm --numbers
  entente render pacts.entente.json -o - --format svg > pacts.svg";

/// Options of `render`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct RenderArgs {
    /// The map.
    pub input: PathBuf,
    /// The figure; its ending (.svg, .png, .pdf) says the format. With - it goes to standard output.
    #[arg(short, long)]
    pub output: PathBuf,
    /// The format, where the name of the output doesn't say it.
    #[arg(long, value_enum)]
    pub format: Option<FormatArg>,
    /// The page: fit (as large as the map needs), figure (1200 × 820 units), a3, a4, a5, letter, 16:9,
    /// square, each perhaps with -portrait, or a size like 1600x900, 210x297mm or 8.5x11in.
    #[arg(long, default_value = "figure", help_heading = "Page", value_parser = parse_page)]
    pub page: Page,
    /// Let the page stand upright.
    #[arg(long, help_heading = "Page", conflicts_with = "landscape")]
    pub portrait: bool,
    /// Let the page lie on its side.
    #[arg(long, help_heading = "Page")]
    pub landscape: bool,
    /// The width of the page, 200 to 10000 units, in place of the page's own.
    #[arg(long, help_heading = "Page", value_parser = figure::length)]
    pub width: Option<f32>,
    /// The height of the page, 200 to 10000 units, in place of the page's own.
    #[arg(long, help_heading = "Page", value_parser = figure::length)]
    pub height: Option<f32>,
    /// What stays free at each side [default: 5 % of the shorter side].
    #[arg(long, help_heading = "Page", value_parser = figure::length)]
    pub margin: Option<f32>,
    /// The shape of the map on its page. Discs, type and lines are never stretched; those of a small map
    /// are magnified up to twice, its distances up to five times.
    #[arg(long, value_enum, default_value_t = ShapeArg::Page, help_heading = "Page")]
    pub shape: ShapeArg,
    /// Pixels per unit in a PNG, 0.5 to 8 [default: 2].
    #[arg(long, help_heading = "Page", value_parser = values::scale)]
    pub scale: Option<f32>,
    /// Pixels per inch in a PNG, 48 to 768, in place of the scale.
    #[arg(long, help_heading = "Page", conflicts_with = "scale", value_parser = values::dpi)]
    pub dpi: Option<f32>,
    /// What the page shows: the map, or its matrix, a table in which each tie has a cell.
    #[arg(long, value_enum, default_value_t = ViewArg::Map, help_heading = "Look")]
    pub view: ViewArg,
    /// The order of the nations in a matrix.
    #[arg(long, value_enum, default_value_t = OrderArg::Bloc, help_heading = "Look")]
    pub order: OrderArg,
    /// The colours.
    #[arg(long, value_enum, default_value_t = ThemeArg::Light, help_heading = "Look")]
    pub theme: ThemeArg,
    /// Leave the ground empty.
    #[arg(long, help_heading = "Look")]
    pub transparent: bool,
    /// Put the numbers of their sources beside the ties.
    #[arg(long, help_heading = "Look")]
    pub numbers: bool,
    /// Leave out title, subtitle and date.
    #[arg(long, help_heading = "Look")]
    pub no_title: bool,
    /// Leave out the legend.
    #[arg(long, help_heading = "Look")]
    pub no_legend: bool,
    /// Leave out the list of sources.
    #[arg(long, help_heading = "Look")]
    pub no_sources: bool,
    /// Leave out the name of the program.
    #[arg(long, help_heading = "Look")]
    pub no_generator: bool,
    /// Blocs that are found in the ties, each a faint ground behind its nations with its name [default: as the map
    /// says].
    #[arg(long, value_enum, help_heading = "Look")]
    pub blocs: Option<BlocsArg>,
    #[command(flatten)]
    pub ties: TieArgs,
    /// The seed of the layout, where nations have no position yet.
    #[arg(long, default_value_t = 1, value_parser = values::seed)]
    pub seed: u64,
}

impl RenderArgs {
    /// The page, and what is on it.
    pub fn options(&self) -> FigureOptions {
        FigureOptions {
            page: self.final_page(),
            margin: self.margin,
            stretch: self.shape == ShapeArg::Page,
            theme: self.theme.into(),
            ground: !self.transparent,
            title: !self.no_title,
            legend: !self.no_legend,
            sources: !self.no_sources,
            generator: !self.no_generator,
            numbers: self.numbers,
            view: self.view.into(),
            order: self.order.into(),
        }
    }

    /// Pixels per unit.
    pub fn scale(&self) -> f32 {
        self.dpi.map(|dpi| dpi / UNITS_PER_INCH).or(self.scale).unwrap_or(2.0)
    }

    fn final_page(&self) -> Page {
        let turned = if self.portrait {
            Some(Orientation::Portrait)
        } else {
            self.landscape.then_some(Orientation::Landscape)
        };
        let page = turned.map_or(self.page, |orientation| self.page.turned(orientation));
        if self.width.is_none() && self.height.is_none() {
            return page;
        }
        let own = page.size().or(Page::default().size()).unwrap_or_default();
        Page::Size(self.width.unwrap_or(own.0), self.height.unwrap_or(own.1))
    }
}

fn parse_page(text: &str) -> Result<Page, String> {
    text.parse()
}

/// The shape of the map on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShapeArg {
    /// That of the page: distances are stretched along one axis, up to twice, to fill it.
    Page,
    /// As the map lies.
    Keep,
}

/// The format of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatArg {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format.
    Pdf,
}

impl From<FormatArg> for FigureFormat {
    fn from(format: FormatArg) -> Self {
        match format {
            FormatArg::Svg => Self::Svg,
            FormatArg::Png => Self::Png,
            FormatArg::Pdf => Self::Pdf,
        }
    }
}

/// What a page shows of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ViewArg {
    /// Nations where they lie, and lines between them.
    Map,
    /// Nations by nations as a table.
    Matrix,
}

impl From<ViewArg> for View {
    fn from(view: ViewArg) -> Self {
        match view {
            ViewArg::Map => Self::Map,
            ViewArg::Matrix => Self::Matrix,
        }
    }
}

/// Whether blocs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum BlocsArg {
    /// Where there are too many ties to follow, the nations of each lie together, and there are no hulls.
    Auto,
    /// Always.
    On,
    /// Never.
    Off,
}

impl From<BlocsArg> for BlocView {
    fn from(arg: BlocsArg) -> Self {
        match arg {
            BlocsArg::Auto => Self::Auto,
            BlocsArg::On => Self::On,
            BlocsArg::Off => Self::Off,
        }
    }
}

/// The order of the nations in a matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OrderArg {
    /// By bloc, neighbours with the same ties side by side.
    Bloc,
    /// By name.
    Name,
}

impl From<OrderArg> for MatrixSort {
    fn from(order: OrderArg) -> Self {
        match order {
            OrderArg::Bloc => Self::Bloc,
            OrderArg::Name => Self::Name,
        }
    }
}

/// The colours of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ThemeArg {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// Black ink on white, for print.
    Print,
}

impl From<ThemeArg> for Theme {
    fn from(theme: ThemeArg) -> Self {
        match theme {
            ThemeArg::Light => Self::Light,
            ThemeArg::Dark => Self::Dark,
            ThemeArg::Print => Self::Print,
        }
    }
}
