//! Fonts made up for tests: every letter is a blank square as wide as the type is high.

use std::sync::Arc;

use fontdb::{Database, FaceInfo, ID, Language, Source, Stretch, Style, Weight};

/// Adds a face of a family that has certain letters.
pub(super) fn add(database: &mut Database, family: &str, weight: u16, letters: &str) {
    database.push_face_info(FaceInfo {
        id: ID::dummy(),
        source: Source::Binary(Arc::new(file(letters))),
        index: 0,
        families: vec![(family.to_owned(), Language::English_UnitedStates)],
        post_script_name: format!("{family}-{weight}"),
        style: Style::Normal,
        weight: Weight(weight),
        stretch: Stretch::Normal,
        monospaced: false,
    });
}

/// An OpenType file with the tables that a shaper needs: glyph 0 stands for what is missing, glyph 1
/// for every letter.
fn file(letters: &str) -> Vec<u8> {
    let words = |words: &[u16]| words.iter().flat_map(|w| w.to_be_bytes()).collect::<Vec<u8>>();
    let mut codes: Vec<u32> = letters.chars().map(u32::from).collect();
    codes.sort_unstable();
    codes.dedup();
    let mut cmap = words(&[0, 1, 3, 10, 0, 12]);
    cmap.extend(words(&[12, 0]));
    cmap.extend((16 + 12 * codes.len() as u32).to_be_bytes());
    cmap.extend(0u32.to_be_bytes());
    cmap.extend((codes.len() as u32).to_be_bytes());
    for code in codes {
        for number in [code, code, 1] {
            cmap.extend(number.to_be_bytes());
        }
    }
    let mut head = vec![0; 54];
    head[..4].copy_from_slice(&[0, 1, 0, 0]);
    head[12..16].copy_from_slice(&0x5F0F_3CF5u32.to_be_bytes());
    head[18..20].copy_from_slice(&1000u16.to_be_bytes());
    let mut hhea = vec![0; 36];
    hhea[..8].copy_from_slice(&[0, 1, 0, 0, 3, 0x20, 0xFF, 0x38]);
    hhea[34..].copy_from_slice(&2u16.to_be_bytes());
    let tables: [(&[u8; 4], Vec<u8>); 5] = [
        (b"cmap", cmap),
        (b"head", head),
        (b"hhea", hhea),
        (b"hmtx", words(&[500, 0, 1000, 0])),
        (b"maxp", vec![0, 0, 0x50, 0, 0, 2]),
    ];
    let mut file = vec![0, 1, 0, 0];
    file.extend(words(&[tables.len() as u16, 0, 0, 0]));
    let mut offset = file.len() + 16 * tables.len();
    let mut body = Vec::new();
    for (tag, data) in tables {
        file.extend(tag);
        file.extend([0; 4]);
        file.extend((offset as u32).to_be_bytes());
        file.extend((data.len() as u32).to_be_bytes());
        offset += data.len().next_multiple_of(4);
        body.extend(data);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    file.extend(body);
    file
}
