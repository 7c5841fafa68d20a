//! Divides a convex outline into convex cells of given areas.
//!
//! Source: Voronoi treemaps by power diagrams (Balzer, Deussen 2005; Nocaj, Brandes 2012, “Computing
//! Voronoi treemaps: faster, simpler, and resolution-independent”). A power diagram gives each point of the
//! plane to the site of which the squared distance less the weight is least; its cells are convex and leave
//! no gaps. Sites move to the centres of their cells while the weights are adapted, so the cells keep the
//! arrangement of the sites. Guarantees that cells don't overlap; their areas come near the shares asked for,
//! and one whose share is tiny may be lost to its neighbours.

use crate::layout::convex::{Convex, HalfPlane, dot};
use crate::layout::geometry::{Xy, distance, scaled, sub};

/// The cell of each site after this many rounds, for areas in proportion to `shares`, all above 0. On return the
/// sites lie in the centres of their cells.
pub(super) fn power_cells(
    outline: &Convex,
    sites: &mut [Xy],
    shares: &[f32],
    rounds: usize,
) -> Vec<Convex> {
    let all: f32 = shares.iter().sum();
    let wanted: Vec<f32> = shares.iter().map(|share| outline.area() * share / all).collect();
    // Areas of circles are π r²; a third of that is a start at which each site keeps its cell.
    let mut weights = wanted.clone();
    limit_weights(sites, &mut weights);
    let mut cells = diagram(outline, sites, &weights);
    for _ in 0..rounds {
        for (site, cell) in sites.iter_mut().zip(&cells) {
            if cell.area() > 0.0 {
                *site = cell.centroid();
            }
        }
        limit_weights(sites, &mut weights);
        cells = diagram(outline, sites, &weights);
        for ((weight, cell), wanted) in weights.iter_mut().zip(&cells).zip(&wanted) {
            let growth = (wanted / cell.area().max(wanted / 16.0)).sqrt();
            *weight *= growth * growth;
        }
        limit_weights(sites, &mut weights);
        cells = diagram(outline, sites, &weights);
    }
    for (site, cell) in sites.iter_mut().zip(&cells) {
        if cell.area() > 0.0 {
            *site = cell.centroid();
        }
    }
    cells
}

/// No weight reaches beyond the nearest other site, which would lose its cell.
fn limit_weights(sites: &[Xy], weights: &mut [f32]) {
    for (index, weight) in weights.iter_mut().enumerate() {
        let others = sites.iter().enumerate().filter(|(other, _)| *other != index);
        let nearest = others
            .fold(f32::INFINITY, |least, (_, &other)| least.min(distance(sites[index], other)));
        *weight = weight.min(0.9 * nearest * nearest).max(1e-3);
    }
}

fn diagram(outline: &Convex, sites: &[Xy], weights: &[f32]) -> Vec<Convex> {
    let cell = |index: usize| {
        let mut cell = outline.clone();
        for other in (0..sites.len()).filter(|&other| other != index) {
            let [own, others] = [index, other].map(|i| dot(sites[i], sites[i]) - weights[i]);
            let normal = scaled(sub(sites[other], sites[index]), 2.0);
            cell = cell.clipped(HalfPlane { normal, offset: others - own });
        }
        cell
    };
    (0..sites.len()).map(cell).collect()
}
