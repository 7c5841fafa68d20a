//! The largest numbers that a problem may hold.

/// A start position farther out than this (in world units, on either axis) counts as no position.
pub const FARTHEST: f32 = 1.0e6;

/// The largest radius, box edge or label width that is accepted, in world units.
pub const LARGEST: f32 = 1.0e5;
