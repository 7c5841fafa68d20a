//! The choices of the last export, kept from one start to the next.

use serde::{Deserialize, Serialize};

use crate::scene::figure::{FigureOptions, Page, View};
use crate::scene::{MatrixSort, Theme};
use crate::tasks::{FigureFormat, FigureRequest};

/// The choices of an export as they are saved. One that can't be read counts as the default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct FigureSettings {
    format: String,
    page: String,
    /// In units of the page.
    margin: Option<f32>,
    stretch: bool,
    scale: f32,
    theme: String,
    ground: bool,
    title: bool,
    legend: bool,
    sources: bool,
    generator: bool,
    numbers: bool,
    view: String,
    order: String,
}

impl Default for FigureSettings {
    fn default() -> Self {
        Self::of(&FigureRequest::default())
    }
}

impl FigureSettings {
    /// The choices of a request.
    pub fn of(request: &FigureRequest) -> Self {
        let options = request.options;
        Self {
            format: request.format.extension().to_owned(),
            page: options.page.to_string(),
            margin: options.margin,
            stretch: options.stretch,
            scale: request.scale,
            theme: options.theme.name().to_owned(),
            ground: options.ground,
            title: options.title,
            legend: options.legend,
            sources: options.sources,
            generator: options.generator,
            numbers: options.numbers,
            view: options.view.name().to_owned(),
            order: options.order.name().to_owned(),
        }
    }

    /// A request with these choices, each within its range.
    pub fn request(&self) -> FigureRequest {
        let default = FigureRequest::default();
        let named = |format: &FigureFormat| format.extension() == self.format;
        let has_size = |page: &Page| {
            page.size().is_none_or(|(width, height)| {
                let range = FigureRequest::SIZE_RANGE;
                range.contains(&width) && range.contains(&height)
            })
        };
        let page = self.page.parse().ok().filter(has_size);
        let in_range = |margin: &f32| FigureRequest::MARGIN_RANGE.contains(margin);
        let view = View::ALL.into_iter().find(|view| view.name() == self.view);
        let order = MatrixSort::ALL.into_iter().find(|order| order.name() == self.order);
        let theme = Theme::ALL.into_iter().find(|theme| theme.name() == self.theme);
        FigureRequest {
            format: FigureFormat::ALL.into_iter().find(named).unwrap_or(default.format),
            scale: Some(self.scale)
                .filter(|scale| FigureRequest::SCALE_RANGE.contains(scale))
                .unwrap_or(default.scale),
            options: FigureOptions {
                page: page.unwrap_or(default.options.page),
                margin: self.margin.filter(in_range),
                stretch: self.stretch,
                theme: theme.unwrap_or(default.options.theme),
                ground: self.ground,
                title: self.title,
                legend: self.legend,
                sources: self.sources,
                generator: self.generator,
                numbers: self.numbers,
                view: view.unwrap_or_default(),
                order: order.unwrap_or_default(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_kept_as_they_are_and_nonsense_counts_as_the_usual_one() {
        let request = FigureRequest {
            format: FigureFormat::Pdf,
            scale: 3.0,
            options: FigureOptions {
                page: Page::Size(1000.5, 700.0),
                margin: Some(30.0),
                stretch: false,
                theme: Theme::Print,
                legend: false,
                view: View::Matrix,
                order: MatrixSort::Name,
                ..FigureOptions::default()
            },
        };
        let kept = FigureSettings::of(&request);
        let text = serde_json::to_string(&kept).expect("JSON");
        let read: FigureSettings = serde_json::from_str(&text).expect("settings");
        assert_eq!(read.request(), request);
        let odd = FigureSettings {
            page: "a99".to_owned(),
            format: "gif".to_owned(),
            scale: -1.0,
            margin: Some(f32::NAN),
            theme: String::new(),
            ..FigureSettings::default()
        };
        assert_eq!(odd.request(), FigureRequest::default());
        assert_eq!(
            serde_json::from_str::<FigureSettings>("{}").ok(),
            Some(FigureSettings::default())
        );
    }
}
