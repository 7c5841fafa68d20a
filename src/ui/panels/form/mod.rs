//! Forms: one kind of row for each sort of field, and the editing of a record as undo steps.
//!
//! This module owns how a field looks, what is half typed in it ([`Drafts`]), and which intent a change
//! becomes ([`RecordEditor`]). It must not know the tabs: callers say which fields a record shows and
//! what their undo steps are called.

mod choice_field;
mod color_field;
mod draft_field;
mod editable;
mod in_view;
mod list_row;
mod record_editor;
mod record_form;
mod row;
mod text_field;
mod text_format;

pub use choice_field::{choice_row, combo_box, optional};
pub use color_field::color_button;
pub use draft_field::{Drafts, draft_row};
pub use editable::{Editable, MapFilter, MapHeading, MapLook};
pub use in_view::show_in_view;
pub use list_row::list_row;
pub use record_editor::RecordEditor;
pub use record_form::{NumberField, RecordForm, TypedField};
pub use row::{advice, row, section};
pub use text_field::{paragraph, text_edit, text_line};
pub use text_format::{DATE, TextFormat};
