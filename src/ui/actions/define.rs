//! The macro behind the table of actions.

/// Makes [`Action`](super::Action) with its [`Entry`](super::Entry), [`Menu`](super::Menu) and
/// [`Effect`](super::Effect) from the rows of the table. Menus hold groups in braces; each group holds rows:
///
/// ```text
/// Name "What menus call it" ICON [keys, the first being the one shown]
///     "What it does, in a sentence"
///     if rule on rule does Name;
/// ```
///
/// - `if` names the rule that says when the action is possible; without it, it always is.
/// - `on` names the rule that says whether what the action stands for is on; without it, the action
///   does something once.
/// - `does Name` makes an effect of that name, which the app must carry out to compile;
///   `with Effect(value)` uses one that several actions share.
///
/// Rules are functions of the module `rules`, given the state and, in parentheses, a value.
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
        /// A thing a person can do from a menu, the palette or the keyboard.
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

            /// What there is to say of it.
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

            /// Whether it would do something now.
            pub fn is_enabled(self, state: &State) -> bool {
                match self {
                    $($($($(Self::$action => rules::$if(state $(, $if_value)?),)?)*)*)*
                    _ => true,
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

        /// What there is to say of an action.
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

        /// The menu in which an action stands.
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
            /// Close the document for what comes next, asking first when work would be lost.
            CloseDocument(CloseReason),
            /// Open a dialog.
            OpenDialog(Dialog),
            /// Show a tab of the side panel.
            ShowTab(Tab),
            /// Use a theme.
            UseTheme(ThemeChoice),
            /// Take a tool.
            UseTool(Tool),
            /// Arrange the selected nations.
            Arrange(Arrange),
            /// Lay the map out in this way, now and from now on.
            LayOut(LayoutKind),
            /// Nothing: the canvas carries it out.
            OnCanvas,
        }
    };
}

pub(super) use define_actions;
