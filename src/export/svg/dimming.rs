//! Attributes that make dimmed elements faint.

/// Makes a group faint. Like the others here it stands for [`crate::scene::Scene::DIMMED`]; a test
/// checks that they agree.
const GROUP: &str = r#" opacity="0.25""#;
/// Makes a stroke faint.
pub(super) const STROKE: &str = r#" stroke-opacity="0.25""#;
/// Makes text faint.
pub(super) const TEXT: &str = r#" fill-opacity="0.25""#;

/// The attribute of a group that may be dimmed.
pub(super) const fn group_attribute(is_dimmed: bool) -> &'static str {
    if is_dimmed { GROUP } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Scene;

    #[test]
    fn what_is_dimmed_is_as_faint_as_on_the_canvas() {
        let strength = format!("\"{}\"", Scene::DIMMED);
        for attribute in [GROUP, STROKE, TEXT] {
            assert!(attribute.ends_with(&strength), "{attribute}");
        }
    }
}
