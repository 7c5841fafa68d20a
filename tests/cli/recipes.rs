//! The recipes of `docs/convert.md`: each is a file or two, commands, and what these say.

use super::*;

/// A block of code: the word after its fence, the last line before it, and its lines.
struct Block<'t> {
    language: &'t str,
    before: &'t str,
    text: &'t str,
}

fn blocks(section: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let parts: Vec<&str> = section.split("```").collect();
    for pair in parts.chunks_exact(2) {
        let (language, text) = pair[1].split_once('\n').expect("a block");
        blocks.push(Block { language, before: pair[0].trim_end(), text });
    }
    blocks
}

/// The words of a command; none of those shown has quotes.
fn run(folder: &Path, command: &str) -> String {
    let words: Vec<&str> = command.split_whitespace().collect();
    assert_eq!(words[0], "entente", "{command}");
    let result = Command::new(env!("CARGO_BIN_EXE_entente"))
        .args(&words[1..])
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let said = text(&result.stdout) + &text(&result.stderr);
    assert_eq!(result.status.code(), Some(0), "{command}: {said}");
    said
}

#[test]
fn every_recipe_does_what_it_says() {
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/convert.md");
    let document = std::fs::read_to_string(document).expect("the document").replace("\r\n", "\n");
    let sections: Vec<&str> = document.split("\n## ").skip(1).collect();
    assert!(sections.len() >= 6);
    for section in sections {
        let folder = tempfile::tempdir().expect("a folder");
        let mut said = String::new();
        let mut expectations = 0;
        for Block { language, before, text } in blocks(section) {
            match language {
                "csv" => {
                    let line = before.lines().last().unwrap_or_default();
                    let name = line.trim_matches(['`', ':']);
                    std::fs::write(folder.path().join(name), text).expect("a file");
                }
                "sh" => said.extend(text.lines().map(|command| run(folder.path(), command))),
                "text" => {
                    for line in text.lines() {
                        assert!(said.contains(line), "“{line}” isn't said: {section}\n{said}");
                        expectations += 1;
                    }
                }
                other => panic!("a block of {other}"),
            }
        }
        assert!(expectations > 0, "{section}");
    }
}
