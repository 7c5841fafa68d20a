//! Which file of the library uses which, and whether any use one another in a circle.
//!
//! A name is followed through `pub use` to the file that defines it, so that a module root which
//! only hands names on ties nothing together.

use std::collections::{BTreeMap, BTreeSet};

use super::code::{is_word, starts_path};

/// A module of the crate, as its file tells.
pub struct Module {
    /// Its path from the root of the crate: `["ui", "canvas"]`.
    pub path: Vec<String>,
    /// Its code without comments, literals and tests.
    pub code: String,
}

/// A name that a `use` brings in, or hands on where it is public.
struct Import {
    is_public: bool,
    /// What it is called here; `*` stands for all names.
    name: String,
    target: Vec<String>,
}

/// The circles among modules, each as the files' indices, ascending.
///
/// A parent whose children use it, and which uses them, is no circle; children that use one another
/// are, whether or not their parent is with them.
pub fn circles(modules: &[Module]) -> Vec<Vec<usize>> {
    let uses = uses(modules);
    let all: BTreeSet<usize> = (0..modules.len()).collect();
    let mut found = Vec::new();
    for knot in knots(&uses, &all) {
        let is_child = |parent: usize, child: usize| {
            let path = &modules[child].path;
            path.split_last().is_some_and(|(_, above)| above == modules[parent].path.as_slice())
        };
        let family = knot
            .iter()
            .copied()
            .find(|parent| knot.iter().all(|other| other == parent || is_child(*parent, *other)));
        match family {
            None => found.push(knot.into_iter().collect()),
            Some(parent) => {
                let children = knot.into_iter().filter(|index| *index != parent).collect();
                let among = knots(&uses, &children).into_iter();
                found.extend(among.map(|knot| knot.into_iter().collect::<Vec<_>>()));
            }
        }
    }
    found
}

/// For each module the others that it uses.
pub fn uses(modules: &[Module]) -> Vec<BTreeSet<usize>> {
    let by_path: BTreeMap<&[String], usize> =
        modules.iter().enumerate().map(|(index, module)| (module.path.as_slice(), index)).collect();
    let imports: Vec<Vec<Import>> =
        modules.iter().map(|module| imports_of(module, &by_path)).collect();
    let resolve = |target: &[String]| resolve(target, &by_path, &imports, 0);
    let used_by = |(index, module): (usize, &Module)| {
        let private = imports[index].iter().filter(|import| !import.is_public);
        let mut used: BTreeSet<usize> =
            private.filter_map(|import| resolve(&import.target)).collect();
        used.extend(inline_paths(module, &by_path).iter().filter_map(|path| resolve(path)));
        used.remove(&index);
        used
    };
    modules.iter().enumerate().map(used_by).collect()
}

/// The module that defines what a path names.
fn resolve(
    path: &[String],
    by_path: &BTreeMap<&[String], usize>,
    imports: &[Vec<Import>],
    depth: usize,
) -> Option<usize> {
    const DEEPEST: usize = 20;
    let (module, rest) =
        (0..=path.len()).rev().find_map(|end| Some((*by_path.get(&path[..end])?, &path[end..])))?;
    let Some(name) = rest.first() else { return Some(module) };
    let handed_on = imports[module].iter().filter(|import| import.is_public && depth < DEEPEST);
    for import in handed_on {
        if import.name == *name {
            let target: Vec<String> = import.target.iter().chain(&rest[1..]).cloned().collect();
            return resolve(&target, by_path, imports, depth + 1);
        }
    }
    Some(module)
}

/// What the `use` items of a module bring in from this crate.
fn imports_of(module: &Module, by_path: &BTreeMap<&[String], usize>) -> Vec<Import> {
    let mut imports = Vec::new();
    for (at, _) in
        module.code.match_indices("use ").filter(|(at, _)| starts_item(&module.code, *at))
    {
        let Some((tree, _)) = module.code[at + "use ".len()..].split_once(';') else { continue };
        let line = module.code[..at].rsplit('\n').next().unwrap_or_default();
        let is_public = line.trim_start().starts_with("pub");
        for leaf in leaves(tree) {
            let (path, alias) = match leaf.split_once(" as ") {
                Some((path, alias)) => (path.to_owned(), Some(alias.trim().to_owned())),
                None => (leaf, None),
            };
            let segments: Vec<String> =
                path.split("::").map(|part| part.trim().to_owned()).collect();
            let Some(mut target) = absolute(&segments, module, by_path) else { continue };
            if target.last().is_some_and(|last| last == "self" || last == "*") {
                target.pop();
            }
            let name = alias.or_else(|| target.last().cloned()).unwrap_or_default();
            imports.push(Import { is_public, name, target });
        }
    }
    imports
}

/// Whether `use` begins an item there: after white space, or after a visibility.
fn starts_item(code: &str, at: usize) -> bool {
    let line = code[..at].rsplit('\n').next().unwrap_or_default().trim();
    line.is_empty() || (line.starts_with("pub") && line.chars().all(|c| c != '=' && c != '{'))
}

/// The paths of a tree of `use`: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn leaves(tree: &str) -> Vec<String> {
    let tree = tree.trim();
    let Some((head, inner)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let inner = inner.trim_end().strip_suffix('}').unwrap_or(inner);
    let (mut parts, mut depth, mut start) = (Vec::new(), 0usize, 0);
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&inner[start..]);
    let parts = parts.into_iter().filter(|part| !part.trim().is_empty());
    parts.flat_map(leaves).map(|leaf| format!("{}{leaf}", head.trim())).collect()
}

/// Paths in the code itself that begin with `crate`, `self`, `super` or a child's name.
fn inline_paths(module: &Module, by_path: &BTreeMap<&[String], usize>) -> Vec<Vec<String>> {
    let code = without_imports(&module.code);
    let mut found = Vec::new();
    for (at, _) in code.match_indices("::") {
        let start = code[..at].rfind(|c: char| !is_word(c)).map_or(0, |before| before + 1);
        if !starts_path(&code, start) {
            continue;
        }
        let end =
            code[start..].find(|c: char| !is_word(c) && c != ':').unwrap_or(code.len() - start);
        let path = code[start..start + end].trim_end_matches(':');
        let segments: Vec<String> = path.split("::").map(str::to_owned).collect();
        found.extend(absolute(&segments, module, by_path));
    }
    found
}

/// Code without its `use` items.
fn without_imports(code: &str) -> String {
    let mut left = String::new();
    let mut rest = 0;
    for (at, _) in code.match_indices("use ").filter(|(at, _)| starts_item(code, *at)) {
        left.push_str(&code[rest..at]);
        rest = code[at..].find(';').map_or(code.len(), |end| at + end);
    }
    left + &code[rest..]
}

/// A path from the root of the crate; none for what another crate or an import names.
fn absolute(
    segments: &[String],
    module: &Module,
    by_path: &BTreeMap<&[String], usize>,
) -> Option<Vec<String>> {
    let mut base = module.path.clone();
    let mut rest = segments;
    match segments.first().map(String::as_str)? {
        "crate" => (base, rest) = (Vec::new(), &segments[1..]),
        "self" => rest = &segments[1..],
        "super" => {
            while rest.first().is_some_and(|segment| segment == "super") {
                base.pop();
                rest = &rest[1..];
            }
        }
        child => {
            let mut path = base.clone();
            path.push(child.to_owned());
            by_path.get(path.as_slice())?;
        }
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

/// Sets of more than one module, each of which uses each other by some way within `among`.
fn knots(uses: &[BTreeSet<usize>], among: &BTreeSet<usize>) -> Vec<BTreeSet<usize>> {
    let reached_from: BTreeMap<usize, BTreeSet<usize>> =
        among.iter().map(|start| (*start, reached(uses, among, *start))).collect();
    let mut left = among.clone();
    let mut found = Vec::new();
    while let Some(start) = left.pop_first() {
        let returns = |other: &usize| {
            reached_from[&start].contains(other) && reached_from[other].contains(&start)
        };
        let mut knot: BTreeSet<usize> = left.iter().copied().filter(returns).collect();
        left.retain(|index| !knot.contains(index));
        if !knot.is_empty() {
            knot.insert(start);
            found.push(knot);
        }
    }
    found
}

fn reached(uses: &[BTreeSet<usize>], among: &BTreeSet<usize>, start: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut next = vec![start];
    while let Some(index) = next.pop() {
        let new = uses[index].iter().filter(|used| among.contains(used));
        next.extend(new.filter(|used| found.insert(**used)));
    }
    found
}

/// Modules made up for a test, the root first.
fn made_up(files: &[(&str, &str)]) -> Vec<Module> {
    let module = |(name, code): &(&str, &str)| Module {
        path: name.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect(),
        code: (*code).to_owned(),
    };
    files.iter().map(module).collect()
}

#[test]
fn a_circle_is_found_through_names_handed_on() {
    let modules = made_up(&[
        ("", "mod a;\nmod b;\n"),
        ("a", "mod x;\nmod y;\npub use x::X;\npub use y::{Y, Z as W};\n"),
        ("a::x", "use super::{W};\npub struct X;\n"),
        ("a::y", "use std::fmt;\npub fn y() { crate::b::f(); }\n"),
        ("b", "use crate::a::X as Other;\n"),
    ]);
    assert_eq!(circles(&modules), [vec![2, 3, 4]]);
    assert_eq!(uses(&modules)[1], BTreeSet::new(), "to hand a name on is no use of it");
}

#[test]
fn a_parent_with_its_children_is_no_circle_but_children_among_themselves_are() {
    let family = [
        ("", ""),
        ("a", "mod x;\nmod y;\nuse x::X;\npub struct A;\n"),
        ("a::x", "use super::A;\nuse super::y::Y;\n"),
    ];
    let files = |y: &'static str| made_up(&[family.as_slice(), &[("a::y", y)]].concat());
    assert!(circles(&files("use super::A;\n")).is_empty());
    assert_eq!(circles(&files("use super::x::X;\n")), [vec![2, 3]]);
    let grandchild = [("a::y", "mod z;\nuse z::Z;\n"), ("a::y::z", "use crate::a::A;\n")];
    let modules = made_up(&[family.as_slice(), &grandchild].concat());
    assert_eq!(circles(&modules).len(), 1, "a grandchild is no child");
}
