//! The command line of Entente: opens the window, or runs one headless command.

fn main() {}
