//! Words in headers for what is said of a nation beside its name.

/// Words for of what sort a node is.
pub const TYPES_OF_NODES: &[&str] = &["nodetype"];

/// Words for what a nation is a member of, beside those for the body itself.
pub const MEMBERSHIPS: &[&str] =
    &["mitgliedin", "mitgliedvon", "miembrode", "membrede", "membrodi"];

/// Words for groups that a nation is in.
pub const TAGS: &[&str] = &[
    "tags",
    "tag",
    "group",
    "groups",
    "category",
    "categories",
    "class",
    "cluster",
    "community",
    "region",
    "continent",
    "bloc",
    "block",
    "alliance",
    "keywords",
    "gruppe",
    "kategorie",
    "grupo",
    "categoria",
    "groupe",
    "categorie",
    "gruppo",
    "groep",
];

/// Words for a colour.
pub const COLORS: &[&str] = &["color", "colour", "fill", "fillcolor", "farbe", "couleur", "colore"];

/// Words for how far to the right or to the east something is.
pub const ACROSS: &[&str] = &["x", "posx", "xpos", "xcoord", "longitude", "lon", "lng", "long"];

/// Words for how far north something is.
pub const NORTH: &[&str] = &["latitude", "lat"];

/// Words for how far down something is.
pub const DOWN: &[&str] = &["y", "posy", "ypos", "ycoord"];

/// Words for a nation that stays where it is.
pub const PINNED: &[&str] = &["pinned", "fixed"];
