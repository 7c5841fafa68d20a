//! Words in headers for nations: what they are called, their codes and their ids.

/// Words for a nation.
pub const COUNTRIES: &[&str] = &[
    "country",
    "countryname",
    "nation",
    "state",
    "statename",
    "statenme",
    "stname",
    "territory",
    "land",
    "landname",
    "staat",
    "pays",
    "etat",
    "pais",
    "estado",
    "paese",
    "stato",
    "страна",
    "государство",
    "国家",
    "国",
    "国名",
    "국가",
    "나라",
    "kraj",
    "panstwo",
    "краіна",
    "держава",
    "ulke",
    "devlet",
    "دوله",
    "الدوله",
    "البلد",
];

/// Words for several.
pub const COUNTRIES_AT_ONCE: &[&str] = &["countries", "nations", "states"];

/// The word for a code of any sort.
pub const CODE: &[&str] = &["code"];

/// Codes of the Correlates of War project, and of Gleditsch and Ward.
pub const COW_CODES: &[&str] =
    &["ccode", "cowcode", "cow", "gwcode", "gwno", "gw", "cown", "cowc", "gwn"];

/// Codes of ISO 3166.
pub const ISO_CODES: &[&str] = &[
    "iso3",
    "iso3c",
    "iso",
    "alpha3",
    "isocode",
    "isoalpha3",
    "iso2",
    "iso2c",
    "isoalpha2",
    "alpha2",
    "ison",
    "isonumeric",
    "iso3166",
];

/// Other words for codes of nations.
pub const OTHER_CODES: &[&str] = &["countrycode", "stateabb", "stabb", "landercode", "codigo"];

/// Words for the id of a node, the surest first.
pub const NODE_IDS: &[&str] =
    &["id", "nodeid", "key", "nodekey", "identifier", "uid", "nodeindex", "nr", "vertexid"];

/// Words for a node of any sort.
pub const ACTORS: &[&str] = &["node", "actor", "element", "vertex", "person", "entity"];
