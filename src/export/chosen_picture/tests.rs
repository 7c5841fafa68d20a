use super::*;

fn svg(width: u32, height: u32, inside: &str) -> String {
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{width}" height="{height}">{inside}</svg>"#
    )
}

fn color_at(picture: &Picture, x: usize, y: usize) -> [u8; 3] {
    let pixels = Pixmap::decode_png(picture.png()).expect("a PNG");
    assert_eq!((pixels.width(), pixels.height()), (SIDE, SIDE));
    let pixel = pixels.pixels()[y * SIDE as usize + x];
    [pixel.red(), pixel.green(), pixel.blue()]
}

const RED: [u8; 3] = [255, 0, 0];
const WHITE: [u8; 3] = [255; 3];

#[test]
fn an_opaque_picture_fills_the_square_from_its_middle() {
    let stripes =
        r##"<path fill="#0f0" d="M0 0h300v100H0z"/><path fill="#f00" d="M100 0h100v100h-100z"/>"##;
    let picture = chosen_picture(svg(300, 100, stripes).as_bytes()).expect("a picture");
    for (x, y) in [(3, 3), (128, 128), (252, 252)] {
        assert_eq!(color_at(&picture, x, y), RED, "{x}, {y}");
    }
}

#[test]
fn a_picture_on_a_see_through_ground_is_whole_within_the_disc_on_white() {
    let bar = r##"<path fill="#f00" d="M10 30h80v40H10z"/>"##;
    let picture = chosen_picture(svg(100, 100, bar).as_bytes()).expect("a picture");
    assert_eq!(color_at(&picture, 128, 128), RED);
    assert_eq!(color_at(&picture, 2, 2), WHITE);
    assert_eq!(color_at(&picture, 128, 20), WHITE);
}

#[test]
fn a_png_of_any_shape_is_made_small_and_keeps_no_metadata() {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, 900, 400);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Author".to_owned(), "a name".to_owned()).expect("a text");
    let rows: Vec<u8> = RED.iter().copied().cycle().take(900 * 400 * 3).collect();
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&rows));
    assert!(written.is_ok());
    let picture = chosen_picture(&bytes).expect("a picture");
    assert_eq!(color_at(&picture, 0, 0), RED);
    assert!(!picture.png().windows(6).any(|part| part == b"a name"));
}

#[test]
fn what_draws_without_end_is_refused() {
    let levels: String = (1..30)
        .map(|level| {
            let below = level - 1;
            let uses = format!(r##"<use xlink:href="#g{below}"/>"##).repeat(10);
            format!(r#"<g id="g{level}">{uses}</g>"#)
        })
        .collect();
    let laughs = svg(10, 10, &format!(r##"<path id="g0" d="M0 0h9v9z"/>{levels}"##));
    assert_eq!(chosen_picture(laughs.as_bytes()), Err(ChosenPictureError::TooMuchDrawn));
    let circle = r##"<g id="a"><use xlink:href="#b"/></g><g id="b"><use href="#a"/></g>"##;
    let circle = svg(10, 10, circle);
    assert_eq!(chosen_picture(circle.as_bytes()), Err(ChosenPictureError::TooMuchDrawn));
    let deep = svg(10, 10, &format!("{}{}", "<g>".repeat(5_000), "</g>".repeat(5_000)));
    assert!(chosen_picture(deep.as_bytes()).is_err());
}

#[test]
fn what_is_no_picture_or_too_large_says_so() {
    assert_eq!(chosen_picture(b"plain text"), Err(ChosenPictureError::Format));
    assert_eq!(chosen_picture(b"GIF89a\x01\x00\x01\x00"), Err(ChosenPictureError::Format));
    let header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\0\0\0";
    assert!(matches!(chosen_picture(header), Err(ChosenPictureError::TooManyPixels(..))));
    let large = vec![b' '; MAX_PICTURE_FILE_BYTES + 1];
    assert_eq!(chosen_picture(&large), Err(ChosenPictureError::TooLarge));
    assert!(matches!(chosen_picture(b"<svg><g></svg>"), Err(ChosenPictureError::Broken(_))));
}
