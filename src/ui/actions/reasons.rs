//! Why an action isn't possible now, and what to do first: a sentence for each rule of [`super::rules`],
//! under the same name.

macro_rules! reasons {
    ($($rule:ident $why:literal)*) => {
        $(pub(super) const fn $rule() -> &'static str { $why })*
    };
}

reasons! {
    can_save "The map is saved as it is"
    has_file "Save the map first: each save is kept as a version"
    can_undo "Nothing to undo"
    can_redo "Nothing to do again"
    has_steps "Nothing was done yet"
    has_left "No unsaved work was left"
    has_selection "Select something first"
    has_selected_mark "Select a nation or a tie first"
    has_one_selected "Select one nation, tie or note first"
    has_selected_nation "Select a nation first"
    has_organisation_selected "Select one organisation first"
    has_enough_ties "The map has fewer than three ties"
    has_organisation_of_ties "No organisation says how its members are tied: Find pacts of many makes such ones"
    can_cancel "Nothing is selected"
    has_nations "The map has no nations yet"
    has_anything "The map is empty"
    has_pinned_nation "No nation is pinned"
    has_place_by_hand "Nothing was moved or bent by hand"
    has_report "Nothing was read that had to be reported"
    has_focus "Focus on a selection first"
    can_narrow_focus "The focus shows no step around it"
    hides_something "Nothing is hidden by hand"
    shows_matrix "Show the matrix first"
    has_filter "Set a condition in the tab Filter first"
    can_arrange "Select more nations or notes first"
    can_lay_out "The map has no nations yet, or a layout runs"
    can_lay_out_selection "Select two nations or more first"
    is_layout_running "No layout runs"
}
