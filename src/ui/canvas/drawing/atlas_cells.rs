//! The cells of the texture atlas: how large they are, and where each lies.

use super::atlas_strips;

/// The largest side of a cell in texels; a power of two, so that mipmaps keep cells apart for several levels.
const LARGEST: usize = 128;
/// The smallest, in which a flag is still told from others.
const SMALLEST: usize = 16;
/// The part of a cell on each of its sides that stays transparent.
const MARGIN: usize = 16;
/// The sides of the atlas that are used at most, in texels, so that it takes little memory: 64 MiB.
const MOST_SIDE: usize = 4096;

/// Square cells in rows, above the strips.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AtlasCells {
    /// The side of a cell in texels.
    pub side: usize,
    columns: usize,
    rows: usize,
}

impl AtlasCells {
    /// Room for a number of cells on a texture with sides of at most `max_side` texels: as large as they fit, and as
    /// nearly square as that may be. Where not even the smallest fit, there is room for as many as do.
    pub fn for_count(count: usize, max_side: usize) -> Self {
        let max_side = max_side.min(MOST_SIDE);
        let rooms = |side: usize| {
            let least = atlas_strips::WIDTH.div_ceil(side);
            let columns = least..=(max_side / side).max(least);
            columns.map(move |columns| Self { side, columns, rows: count.div_ceil(columns) })
        };
        let sides = std::iter::successors(Some(LARGEST), |side| Some(side / 2));
        let mut sides = sides.take_while(|side| *side >= SMALLEST);
        let fits = |cells: &Self| cells.size().into_iter().all(|side| side <= max_side);
        let nearest_to_square = |side: usize| {
            rooms(side).filter(fits).min_by_key(|cells| cells.size().into_iter().max())
        };
        sides.find_map(nearest_to_square).unwrap_or_else(|| {
            let columns = (max_side / SMALLEST).max(atlas_strips::WIDTH.div_ceil(SMALLEST));
            let rows = max_side.saturating_sub(atlas_strips::HEIGHT) / SMALLEST;
            Self { side: SMALLEST, columns, rows: rows.max(1) }
        })
    }

    /// How many cells there are.
    pub const fn count(self) -> usize {
        self.columns * self.rows
    }

    /// The height of all cells, below which the strips lie.
    pub const fn height(self) -> usize {
        self.rows * self.side
    }

    /// The sides of the whole atlas with its strips.
    pub const fn size(self) -> [usize; 2] {
        [self.columns * self.side, self.height() + atlas_strips::HEIGHT]
    }

    /// Transparent texels around the image in a cell.
    pub const fn margin(self) -> usize {
        self.side / MARGIN
    }

    /// The diameter of the image in a cell.
    pub const fn image(self) -> usize {
        self.side - 2 * self.margin()
    }

    /// The upper left corner of a cell.
    pub const fn corner(self, index: usize) -> [usize; 2] {
        [index % self.columns * self.side, index / self.columns * self.side]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_flags_of_the_world_fit_at_full_size_on_the_least_texture() {
        let cells = AtlasCells::for_count(200, 2048);
        assert_eq!(cells.side, LARGEST);
        assert!(cells.count() >= 200 && cells.size().into_iter().all(|side| side <= 2048));
    }

    #[test]
    fn no_number_of_pictures_makes_the_atlas_larger_than_a_texture_may_be() {
        let mut before = LARGEST;
        for count in [4, 100, 210, 300, 900, 3_000, 12_000, 50_000, 10_000_000] {
            for max_side in [1024, 2048, 4096, 16_384] {
                let cells = AtlasCells::for_count(count, max_side);
                let [width, height] = cells.size();
                assert!(width <= max_side.min(MOST_SIDE) && height <= max_side.min(MOST_SIDE));
                assert!(width >= atlas_strips::WIDTH && cells.count() > 4);
            }
            let cells = AtlasCells::for_count(count, 8192);
            assert!(cells.count() >= count.min(50_004), "{count}: {cells:?}");
            assert!(cells.side <= before);
            before = cells.side;
        }
    }

    #[test]
    fn cells_lie_beside_one_another() {
        let cells = AtlasCells::for_count(20, 2048);
        let mut corners: Vec<_> = (0..20).map(|index| cells.corner(index)).collect();
        corners.dedup();
        assert_eq!(corners.len(), 20);
        let [width, _] = cells.size();
        for [x, y] in corners {
            assert!(x + cells.side <= width && y + cells.side <= cells.height());
        }
    }
}
