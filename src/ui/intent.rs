//! What the canvas, a panel, a dialog or a bar asks for: a closed list. They return intents; the app
//! alone carries them out.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::actions::Action;
use super::state::{Dialog, MapPart, Tab};
use crate::edit::{Change, Command, Field, Joining, Target};
use crate::formats::{Format, ReadAs};
use crate::model::{End, KindId, Nation, NationId, PartialDate, Point, Tie, TieId};
use crate::recovery::Version;
use crate::scene::HeadingLine;
use crate::tasks::{FigureRequest, LayoutSettings};

/// Something that a part of the window asks the app to do.
#[derive(Clone, Debug)]
pub enum Intent {
    /// Perform an action of the table.
    Act(Action),
    /// Change the map, as one named step.
    Edit {
        /// The step's name, for example `Delete Japan`.
        name: String,
        /// The change.
        command: Command,
    },
    /// Change the map while typing in a field: consecutive changes are one step.
    Type {
        /// The step's name, for example `Rename Japan`.
        name: String,
        /// The field.
        field: Field,
        /// The change.
        command: Command,
    },
    /// Go to the map as it was after so many steps.
    GoToStep(usize),
    /// Tell the person something that needs no answer.
    Notice(String),
    /// A field has lost the keyboard's focus: what is typed next is a step of its own.
    EndField,
    /// Select this and nothing else.
    Select(BTreeSet<Target>),
    /// Add it to the selection, or remove it from there.
    ToggleSelected(Target),
    /// Select it and bring it to the middle of the view.
    Reveal(Target),
    /// Show a tab of the side panel.
    ShowTab(Tab),
    /// Show a kind or a source in the side panel, where it is edited.
    ShowPart(MapPart),
    /// Add a nation at a position and rename it in place.
    AddNationAt(Point),
    /// Add what the lines of quick entry say.
    AddLines,
    /// Draw a tie of the current kind.
    AddTie {
        /// Where it starts.
        from: NationId,
        /// Where it ends.
        to: End,
    },
    /// Add the nations and ties of a map's text.
    Paste {
        /// The text.
        text: String,
        /// The position of their middle.
        at: Point,
    },
    /// Say what could not be read of what was done.
    ReportProblems {
        /// What was done: `Pasted`.
        done: String,
        /// A sentence for each problem.
        problems: Vec<String>,
    },
    /// Request the clipboard's text and paste it at a position.
    PasteAt(Point),
    /// Write a text note at a position.
    WriteNoteAt(Point),
    /// Give a nation that was added a moment ago its name; it is one step with adding it.
    NameNewNation(NationId, Box<Nation>),
    /// Give a tie that was drawn a moment ago another kind; it is one step with drawing it.
    ChangeNewTie(TieId, KindId),
    /// Let nations join an organisation.
    AddMembers {
        /// The organisation.
        organisation: NationId,
        /// Who joins it.
        joining: Vec<Joining>,
        /// Since when, if that is known.
        since: Option<PartialDate>,
    },
    /// Find pacts of many, and make organisations of them.
    Pacts(PactsRequest),
    /// Rename a nation, or edit the label of a tie or the text of a note, in place on the canvas.
    RenameInPlace(Target),
    /// Edit a line of the heading where it stands.
    EditHeading(HeadingLine),
    /// Use this kind for ties drawn from now on.
    UseKind(KindId),
    /// Use these settings for the next layout.
    UseLayout(LayoutSettings),
    /// Ask for a picture for a nation.
    ChoosePicture(NationId),
    /// Show the picture of a file, which a dialog has chosen, in the mark of a nation.
    SetPicture(NationId, PathBuf),
    /// Open files, of which those that hold tables belong together, asking first when unsaved work would be
    /// lost.
    OpenPaths(Vec<PathBuf>),
    /// Open a sample by its name, asking first when unsaved work would be lost.
    OpenSample(&'static str),
    /// Save to a file that a dialog has chosen.
    SaveTo(PathBuf),
    /// Clear the list of recent files.
    ClearRecent,
    /// Copy a figure as a picture.
    CopyPicture(FigureRequest),
    /// Ask for a file and export a figure to it.
    Export(FigureRequest),
    /// Export a figure to a file that a dialog has chosen.
    ExportTo(PathBuf, FigureRequest),
    /// Exchange data with other programs.
    Exchange(Exchange),
    /// An answer to the question about unsaved work.
    Unsaved(UnsavedAnswer),
    /// An answer to the question about a file that can't be replaced unasked.
    NotSaved(NotSavedAnswer),
    /// What to do with an earlier version of the map.
    Version(VersionAnswer),
    /// An answer to what becomes of unsaved work that a window left.
    Left(LeftAnswer),
    /// Show a file in the system's file manager.
    ShowInFolder(PathBuf),
    /// Open a dialog in place of the one that is open.
    OpenDialog(Dialog),
    /// Close the open dialog.
    CloseDialog,
}

/// What concerns pacts of many.
#[derive(Clone, Debug)]
pub enum PactsRequest {
    /// Have this stand out on the map, since the dialog speaks of it.
    Show(BTreeSet<Target>),
    /// Make organisations of the groups that are ticked.
    Make,
    /// Take back the step that has led to a revision, unless more was done since.
    TakeBack(u64),
}

/// What concerns the files of other programs.
#[derive(Clone, Debug)]
pub enum Exchange {
    /// Ask for a file and export the map's data to it.
    ExportData(&'static Format),
    /// Export the map's data to a file that a dialog has chosen.
    ExportDataTo(PathBuf, &'static Format),
    /// Add to the map what a file has that it doesn't have.
    AddFromPath(PathBuf),
    /// Make a map of what was read, as the import assistant says.
    FinishImport,
    /// Add to the map what was read, as the dialog says.
    AddMerged,
    /// Show what was read as a new map, asking first when unsaved work would be lost.
    OpenMerged,
    /// Ask for a file whose tables belong to those that are imported.
    ChooseTable,
    /// Join the tables of files to those that are imported.
    JoinTables(Vec<PathBuf>),
    /// Read the bytes of what is being imported again, as is said.
    ReadAgain(ReadAs),
    /// Give up what is being read.
    GiveUpReading,
    /// Ask for a file and save the report to it.
    SaveReport,
    /// Save the report to a file that a dialog has chosen.
    SaveReportTo(PathBuf),
}

impl From<Exchange> for Intent {
    fn from(what: Exchange) -> Self {
        Self::Exchange(what)
    }
}

/// What to do where saving would replace what nobody has seen here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSavedAnswer {
    /// Show what the file has, in place of the map.
    Reload,
    /// Add to the map what the file has, after the differences were seen.
    Merge,
    /// Save all the same.
    Replace,
    /// Try to save once more.
    Again,
    /// Save to another file.
    Elsewhere,
    /// Don't save for now.
    Cancel,
}

/// What to do with unsaved work that a window left which ended, by the id of its journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftAnswer {
    /// Open it.
    Open(String),
    /// Throw it away.
    ThrowAway(String),
}

/// What to do with an earlier version of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionAnswer {
    /// Look at it.
    Look(Version),
    /// Show the one that is looked at in place of the map, as a step.
    Restore,
    /// Open the one that is looked at as a map that no file has yet.
    OpenAsNew,
}

/// What to do with unsaved work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedAnswer {
    /// Save it first.
    Save,
    /// Drop it.
    Discard,
    /// Go back to it.
    Cancel,
}

impl Intent {
    /// Replaces a nation, as one named step.
    pub fn replace_nation(name: String, id: NationId, nation: Nation) -> Self {
        Self::Edit { name, command: Command::Nation(id, Change::Replace(Box::new(nation))) }
    }

    /// Replaces a tie, as one named step.
    pub fn replace_tie(name: String, id: TieId, tie: Tie) -> Self {
        Self::Edit { name, command: Command::Tie(id, Change::Replace(Box::new(tie))) }
    }
}
