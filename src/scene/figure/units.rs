//! Units of length on a page.

/// Units per inch, as in CSS.
pub const UNITS_PER_INCH: f32 = 96.0;

/// Units per millimetre.
pub const UNITS_PER_MM: f32 = UNITS_PER_INCH / 25.4;

/// Parses a length into units of a page: `40`, `12mm`, `1.2cm`, `0.5in`, `36pt`.
///
/// # Errors
/// A message that says what was expected, if the text is no such length.
pub fn length(text: &str) -> Result<f32, String> {
    let lower_case = text.trim().to_ascii_lowercase();
    let (number, unit) = split_unit(&lower_case);
    let number = number.parse().ok().filter(|length: &f32| length.is_finite() && *length >= 0.0);
    let number = number.ok_or("expected a length like 12mm, 0.5in, 36pt, or 40 (units)")?;
    Ok(number * unit)
}

/// Splits off the name of a unit: what stands before it, and its size in units of a page.
pub(super) fn split_unit(text: &str) -> (&str, f32) {
    let units = [
        ("mm", UNITS_PER_MM),
        ("cm", 10.0 * UNITS_PER_MM),
        ("in", UNITS_PER_INCH),
        ("pt", UNITS_PER_INCH / 72.0),
        ("px", 1.0),
    ];
    let named = |(name, unit)| Some((text.strip_suffix(name)?.trim_end(), unit));
    units.into_iter().find_map(named).unwrap_or((text, 1.0))
}
