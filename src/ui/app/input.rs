//! Input that no part of the window handles: shortcuts, dropped files, the clipboard, and closing the
//! window.

use egui::{Context, Event, ViewportCommand};

use super::App;
use crate::ui::actions::shortcuts::{self, Keyboard};
use crate::ui::intent::{Exchange, Intent};
use crate::ui::panels::CellKeys;
use crate::ui::state::{CloseReason, Dialog};

impl App {
    pub(super) fn take_input(&mut self, ctx: &Context, out: &mut Vec<Intent>) {
        let dropped = ctx.input_mut(|input| std::mem::take(&mut input.raw.dropped_files));
        let paths: Vec<_> = dropped.iter().map(|file| file.path().to_owned()).collect();
        if !paths.is_empty() {
            // What is dropped on the assistant belongs to what is imported there.
            out.push(match self.state.dialog {
                Some(Dialog::Import) => Exchange::JoinTables(paths).into(),
                _ => Intent::OpenPaths(paths),
            });
        }
        if ctx.input(|input| input.viewport().close_requested())
            && !self.may_close
            && self.state.history.is_unsaved()
        {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.state.dialog = Some(Dialog::Unsaved(CloseReason::Quit));
        }
        if ctx.input(|input| input.raw.events.contains(&Event::WindowFocused(true))) {
            self.look_at_file();
        }
        self.take_clipboard(ctx, out);
        // An open menu takes its own keys.
        if self.state.dialog.is_none() && !egui::Popup::is_any_open(ctx) {
            self.canvas.take_space(ctx);
            out.extend(shortcuts::pressed(ctx, self.keyboard(ctx)).into_iter().map(Intent::Act));
        }
    }

    /// What has the keyboard.
    fn keyboard(&self, ctx: &Context) -> Keyboard {
        match self.panel_memory.cell_keys() {
            Some(CellKeys::Chosen) => Keyboard::ChosenCell,
            Some(CellKeys::Edited) => Keyboard::EditedCell,
            None if self.quick_entry.has_blank_line(ctx) => Keyboard::BlankLine,
            None if ctx.text_edit_focused() => Keyboard::Text,
            None => Keyboard::Free,
        }
    }
}
