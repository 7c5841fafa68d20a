//! The macro behind the table of actions.

/// Makes `Action`, `Entry`, `Menu` and `Effect` from the rows of the table. Each menu holds groups in
/// braces, and each group holds rows:
///
/// ```text
/// Name "What menus call it" ICON [keys, the first being the one shown]
///     "What it does, in a sentence"
///     if rule on rule does Name;
/// ```
///
/// - `if` names the rule that says when the action is possible. Without one, it always is.
/// - `on` names the rule that says whether what the action stands for is on. An action without one does
///   something once.
/// - `does Name` makes an effect of that name. The app doesn't compile until it carries that out.
///   `with Effect(value)` uses an effect that several actions share.
///
/// Rules are functions in `rules.rs`. They get the state and the value in parentheses, if there is one.
macro_rules! define_actions {
    ($(
        $(#[$menu_doc:meta])*
        $menu:ident {
            $({
                $(
                    $action:ident $name:literal $icon:ident [$($keys:expr),*]
                    $help:literal
                    $(if $if:ident $(($if_value:expr))?)?
                    $(on $on:ident $(($on_value:expr))?)?
                    $(does $own:ident)?
                    $(with $shared:ident $(($value:expr))?)?;
                )*
            })*
        }
    )*) => {
        /// Something a person can do from a menu, the command palette or the keyboard.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($($(
                #[doc = $help]
                $action,
            )*)*)*
        }

        impl Action {
            /// Every action, in the order of the menus.
            pub const ALL: [Self; [$($($(Self::$action),*),*),*].len()] =
                [$($($(Self::$action),*),*),*];

            /// Its name, help, icon, menu and keys.
            pub const fn entry(self) -> Entry {
                match self {
                    $($($(Self::$action => Entry {
                        name: $name,
                        help: $help,
                        icon: egui_phosphor::regular::$icon,
                        menu: Menu::$menu,
                        keys: const { &[$($keys),*] },
                    },)*)*)*
                }
            }

            /// Whether it is possible now. Menus and palette show that; the keys do nothing otherwise.
            pub fn is_enabled(self, state: &State) -> bool {
                match self {
                    $($($($(Self::$action => rules::$if(state $(, $if_value)?),)?)*)*)*
                    _ => true,
                }
            }

            /// Why it isn't possible now, and what to do first; `None` if it is possible.
            pub fn why_not(self, state: &State) -> Option<&'static str> {
                match self {
                    $($($($(Self::$action => {
                        (!rules::$if(state $(, $if_value)?)).then_some(reasons::$if())
                    })?)*)*)*
                    _ => None,
                }
            }

            /// Whether what it stands for is on; `None` for an action that does something once.
            pub fn is_on(self, state: &State) -> Option<bool> {
                match self {
                    $($($($(Self::$action => Some(rules::$on(state $(, $on_value)?)),)?)*)*)*
                    _ => None,
                }
            }

            /// What the app does to carry it out.
            pub const fn effect(self) -> Effect {
                match self {
                    $($($(Self::$action => Effect::$($own)? $($shared $(($value))?)?,)*)*)*
                }
            }
        }

        /// What menus, palette and shortcuts window show of an action.
        #[derive(Clone, Copy, Debug)]
        pub struct Entry {
            /// Its name, in sentence case and verb first.
            pub name: &'static str,
            /// What it does, in a sentence without a full stop.
            pub help: &'static str,
            /// Its icon from the icon font.
            pub icon: &'static str,
            /// The menu that lists it.
            pub menu: Menu,
            /// The keys that do it, the first being the one shown.
            pub keys: &'static [KeyboardShortcut],
        }

        /// A menu of the menu bar.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Menu {
            $($(#[$menu_doc])* $menu,)*
        }

        impl Menu {
            /// Every menu, from left to right.
            pub const ALL: [Self; [$(Self::$menu),*].len()] = [$(Self::$menu),*];

            /// What the menu bar calls it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$menu => stringify!($menu),)*
                }
            }

            /// Its actions, in groups with a line between them.
            pub const fn groups(self) -> &'static [&'static [Action]] {
                match self {
                    $(Self::$menu => &[$(&[$(Action::$action),*]),*],)*
                }
            }
        }

        /// What the app does to carry out an action.
        #[derive(Clone, Debug)]
        pub enum Effect {
            $($($($(
                #[doc = $help]
                $own,
            )?)*)*)*
            /// Close the document, asking first when unsaved work would be lost.
            CloseDocument(CloseReason),
            /// Open a dialog.
            OpenDialog(Dialog),
            /// Show a tab of the side panel.
            ShowTab(Tab),
            /// Use a theme.
            UseTheme(ThemeChoice),
            /// Use a tool.
            UseTool(Tool),
            /// Arrange the selected nations.
            Arrange(Arrange),
            /// Lay the map out in this way, and keep the choice.
            LayOut(LayoutKind),
            /// Nothing: the canvas has carried it out.
            OnCanvas,
        }
    };
}

pub(super) use define_actions;
