//! The strips below the cells of the texture atlas: dashes along lines, with a soft profile across those as
//! thin as the screen can show, and a small disc for dots. With them a dashed line needs no more corners
//! than a solid one, and a dot is round, whereas the large disc, shrunk as far, would be a square.
//!
//! Dashes come in several sizes; the one is taken whose texels are about as large as pixels.

/// The width of every strip, in texels.
pub const WIDTH: usize = 1024;
/// The height of a strip, in texels.
const STRIP: usize = 4;
/// The row of a strip that holds its line; the others are empty, so that a line as high as this row fades
/// out towards them.
const LINE: usize = 2;
/// The number of parts into which a period is divided.
const PARTS: usize = 16;
/// The number of patterns: a dash of 1 to 15 parts, then dash and dot.
const PATTERNS: usize = PARTS;
/// The length of a period in each size, in texels.
const PERIODS: [usize; 5] = [4, 8, 16, 32, 64];
/// The height of the strips of lines together, of which the first is solid.
const LINES: usize = STRIP * (1 + PATTERNS * PERIODS.len());
/// The height of the strip with the dot.
const DOT_STRIP: usize = 16;
/// The height of all strips together.
pub const HEIGHT: usize = LINES + DOT_STRIP;

/// The radius of the dot.
const DOT_RADIUS: f32 = 6.0;
/// The upper left and lower right corner of the dot, from the left and from the top of all strips.
pub const DOT: [[f32; 2]; 2] = {
    let (low, high) = (DOT_MIDDLE - DOT_RADIUS, DOT_MIDDLE + DOT_RADIUS);
    [[low, LINES as f32 + low], [high, LINES as f32 + high]]
};
const DOT_MIDDLE: f32 = DOT_STRIP as f32 / 2.0;

/// How a line is dashed; there is a strip for each pattern and size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DashPattern(u8);

impl DashPattern {
    /// The pattern nearest to alternating lengths of dashes and gaps, with the length of its period.
    /// Dashes have round ends that reach half a width into the gaps. `None` where no gap remains.
    pub fn of(dashes: &[f32], width: f32) -> Option<(Self, f32)> {
        let period: f32 = dashes.iter().sum();
        let (&[first, _, ..], true) = (dashes, period > 0.0) else { return None };
        if dashes.len() > 2 {
            return Some((Self(PATTERNS as u8 - 1), period));
        }
        let parts = ((first + width) / period * PARTS as f32).round();
        (parts < PARTS as f32).then(|| (Self(parts.max(1.0) as u8 - 1), period))
    }

    /// The part of a period that is drawn.
    pub fn drawn(self) -> f32 {
        if self.is_dash_dot() {
            DASH_DOT[0].1 + (DASH_DOT[1].1 - DASH_DOT[1].0)
        } else {
            f32::from(self.0 + 1) / PARTS as f32
        }
    }

    /// The shortest gap, as a part of a period.
    pub fn gap(self) -> f32 {
        if self.is_dash_dot() { DASH_DOT[1].0 - DASH_DOT[0].1 } else { 1.0 - self.drawn() }
    }

    const fn is_dash_dot(self) -> bool {
        self.0 as usize == PATTERNS - 1
    }

    /// The strip for periods of a length in pixels.
    pub fn strip(self, period_px: f32) -> DashStrip {
        let size = PERIODS.iter().position(|texels| *texels as f32 >= period_px * 0.75);
        let size = size.unwrap_or(PERIODS.len() - 1);
        let number = 1 + usize::from(self.0) * PERIODS.len() + size;
        DashStrip { middle: (number * STRIP) as f32 + SOLID, period: PERIODS[size] as f32 }
    }
}

/// The parts of a period that are drawn where a dot follows each dash.
const DASH_DOT: [(f32, f32); 2] = [(0.0, 0.53), (0.71, 0.83)];

/// A strip of dashes, in texels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DashStrip {
    /// From the top of all strips down to the middle of its line.
    pub middle: f32,
    /// The length of a period.
    pub period: f32,
}

/// From the top of all strips down to the middle of the solid line, in texels. A texel above and below it,
/// as in every strip, nothing is drawn.
pub const SOLID: f32 = LINE as f32 + 0.5;

/// The rows of all strips, as opacities.
pub fn rows() -> impl Iterator<Item = Vec<u8>> {
    let patterns = (0..PATTERNS).map(|pattern| DashPattern(pattern as u8));
    let dashes = patterns.flat_map(|pattern| PERIODS.map(|period| row(pattern, period)));
    let lines = std::iter::once(vec![255; WIDTH]).chain(dashes);
    let strips = lines.flat_map(|line| {
        let mut strip = [(); STRIP].map(|()| vec![0; WIDTH]);
        strip[LINE] = line;
        strip
    });
    strips.chain((0..DOT_STRIP).map(row_of_dot))
}

fn row_of_dot(y: usize) -> Vec<u8> {
    let from_middle = |texel: usize| texel as f32 + 0.5 - DOT_MIDDLE;
    let opacity = |x: usize| {
        let away = from_middle(x).hypot(from_middle(y));
        ((DOT_RADIUS + 0.5 - away).clamp(0.0, 1.0) * 255.0) as u8
    };
    (0..WIDTH).map(opacity).collect()
}

/// A row of dashes: the opacity of a texel is the part of it that is drawn.
fn row(pattern: DashPattern, period: usize) -> Vec<u8> {
    let simple = [(0.0, pattern.drawn())];
    let drawn: &[(f32, f32)] = if pattern.is_dash_dot() { &DASH_DOT } else { &simple };
    let opacity = |texel: usize| {
        let at = |texel: usize| (texel % period) as f32 / period as f32;
        let (from, to) = (at(texel), at(texel) + 1.0 / period as f32);
        let cover = drawn.iter().map(|(start, end)| (end.min(to) - start.max(from)).max(0.0));
        (cover.sum::<f32>() * period as f32 * 255.0).round() as u8
    };
    (0..WIDTH).map(opacity).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_draws_the_part_of_a_line_that_its_pattern_says() {
        for pattern in (0..PATTERNS).map(|number| DashPattern(number as u8)) {
            for period in PERIODS {
                let row = row(pattern, period);
                let mean = row.iter().map(|a| f32::from(*a) / 255.0).sum::<f32>() / WIDTH as f32;
                assert!((mean - pattern.drawn()).abs() < 0.01, "{pattern:?}: {mean}");
            }
        }
    }

    #[test]
    fn a_texel_above_and_below_a_line_nothing_is_drawn() {
        let rows: Vec<Vec<u8>> = rows().collect();
        assert_eq!(rows.len(), HEIGHT);
        let patterns = (0..PATTERNS).map(|number| DashPattern(number as u8));
        let dashed = patterns.flat_map(|p| PERIODS.map(|period| p.strip(period as f32).middle));
        for middle in std::iter::once(SOLID).chain(dashed) {
            let around = [-1.0, 0.0, 1.0].map(|down| &rows[(middle + down) as usize]);
            assert!(around[1].iter().any(|texel| *texel > 0), "{middle}");
            assert!([around[0], around[2]].iter().all(|row| row.iter().all(|texel| *texel == 0)));
        }
    }

    #[test]
    fn dashes_count_their_round_ends() {
        let (pattern, period) = DashPattern::of(&[4.5, 5.5], 2.0).expect("a pattern");
        assert_eq!(period, 10.0);
        assert!((pattern.drawn() - 0.65).abs() < 0.04);
        assert_eq!(DashPattern::of(&[9.9, 0.1], 2.0), None);
        assert_eq!(DashPattern::of(&[], 2.0), None);
    }

    #[test]
    fn strips_are_told_apart_and_lie_within_the_atlas() {
        let pattern = DashPattern(7);
        assert_eq!(pattern.strip(4.0).period, 4.0);
        assert_eq!(pattern.strip(11.0).period, 16.0);
        assert_eq!(pattern.strip(400.0).period, 64.0);
        let last = DashPattern(PATTERNS as u8 - 1).strip(400.0);
        assert_eq!(last.middle as usize - LINE + STRIP, LINES);
        assert_ne!(pattern.strip(4.0).middle, DashPattern(8).strip(4.0).middle);
    }
}
