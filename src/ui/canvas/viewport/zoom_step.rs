//! The zoom in steps, and the size of type for each: names stay legible when the map is zoomed out and
//! don't grow without end when it is zoomed in.

/// The smallest that names are set on the screen, in logical pixels.
const SMALLEST: f32 = 10.5;
/// The largest.
const LARGEST: f32 = 18.0;
/// The size of a name at 100 %.
const USUAL: f32 = 13.0;
/// The size of the smallest type on the screen; 1 is its usual size at 100 %.
pub const LEAST_TEXT_UNIT: f32 = SMALLEST / USUAL;
/// Steps per doubling of the zoom.
const STEPS: f32 = 36.0;

/// A zoom, rounded to a 36th of a doubling, 2 %, so that names go and come a few at a time. Between two
/// steps labels keep their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoomStep(i16);

impl ZoomStep {
    /// The step nearest to a zoom, 1 being 100 %.
    pub fn of(zoom: f32) -> Self {
        Self((zoom.max(1e-3).log2() * STEPS).round().clamp(-720.0, 720.0) as i16)
    }

    /// The size of type in the world; 1 is its usual size.
    pub fn text_unit(self) -> f32 {
        let zoom = (f32::from(self.0) / STEPS).exp2();
        (USUAL * zoom).clamp(SMALLEST, LARGEST) / (USUAL * zoom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn type_is_its_usual_size_around_one_and_readable_everywhere() {
        assert_eq!(ZoomStep::of(1.0).text_unit(), 1.0);
        assert_eq!(ZoomStep::of(1.005), ZoomStep::of(1.0));
        for zoom in [0.01, 0.1, 0.5, 2.0, 8.0] {
            let on_screen = ZoomStep::of(zoom).text_unit() * USUAL * zoom;
            assert!((SMALLEST * 0.88..LARGEST * 1.13).contains(&on_screen), "{zoom}: {on_screen}");
        }
    }
}
