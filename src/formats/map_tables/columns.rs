//! The sheets of a map and their columns.

pub const MAP: (&str, &[&str]) = ("Map", &["field", "value"]);
pub const NATIONS: (&str, &[&str]) = (
    "Nations",
    &[
        "id",
        "name",
        "type",
        "code",
        "tags",
        "colour",
        "drawn as",
        "notes",
        "x",
        "y",
        "pinned",
        "name offset",
    ],
);
pub const MEMBERSHIPS: (&str, &[&str]) =
    ("Memberships", &["nation", "organisation", "since", "until"]);
pub const TIES: (&str, &[&str]) = (
    "Ties",
    &[
        "source",
        "target",
        "kind",
        "direction",
        "status",
        "since",
        "until",
        "label",
        "weight",
        "notes",
        "id",
        "target tie",
        "bend",
        "label place",
    ],
);
/// Further columns of a table of ties that has no tables of nations and kinds beside it.
pub const TIES_ALONE: &[&str] = &["sign", "source code", "target code"];
pub const EVIDENCE: (&str, &[&str]) =
    ("Evidence", &["tie", "source", "date", "note", "confidence"]);
pub const KINDS: (&str, &[&str]) =
    ("Kinds", &["id", "name", "sign", "colour", "dashes", "width", "direction"]);
pub const SOURCES: (&str, &[&str]) = ("Sources", &["id", "title", "address", "date", "notes"]);
pub const NOTES: (&str, &[&str]) = ("Text notes", &["id", "text", "x", "y", "width", "size"]);

/// What stands before the name of an attribute that is called like another column.
pub const ATTRIBUTE: &str = "attribute: ";

/// The header of an attribute's column, beside columns of these names.
pub fn attribute_header(name: &str, others: &[&str]) -> String {
    // Readers of tables take no notice of outer spaces and of capitals.
    let plain = name.trim().to_lowercase();
    let is_taken = plain != name || others.contains(&name) || name.starts_with(ATTRIBUTE);
    if is_taken { format!("{ATTRIBUTE}{name}") } else { name.to_owned() }
}

/// The attribute of which a header is.
pub fn attribute_name(header: &str) -> &str {
    header.strip_prefix(ATTRIBUTE).unwrap_or(header)
}
