//! Numbers with commas between them, such as a place in the world: `120, -40.5`.

/// Numbers with as many decimals as can be seen.
pub fn write_numbers(values: &[f32]) -> String {
    let number = |value: &f32| ((value * 100.0).round() / 100.0).to_string();
    values.iter().map(number).collect::<Vec<_>>().join(", ")
}

/// The numbers of a text; none if one of them is no number.
pub fn read_numbers(text: &str) -> Vec<f32> {
    let number = |part: &str| part.trim().replace('−', "-").parse::<f32>();
    text.split(',').map(number).collect::<Result<_, _>>().unwrap_or_default()
}
