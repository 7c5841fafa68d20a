//! What is kept of a large map, drawn into a texture on the graphics card: until it is drawn anew, a frame
//! shows that texture, moved and stretched with the camera, instead of some hundred thousand triangles. A
//! card hardly notices the difference, OpenGL in software does.
//!
//! Everything is drawn by the toolkit's own painter, a second one beside the window's, so that it looks
//! the same either way. Where there is no OpenGL, in a test for instance, the meshes are shown themselves.

#![expect(unsafe_code, reason = "glow's functions are unsafe; this file alone calls some of them")]

use std::cell::RefCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use eframe::egui_glow::{self, CallbackFn};
use eframe::glow::{self, HasContext as _};
use egui::epaint::Primitive;
use egui::{
    ClippedPrimitive, Color32, Mesh, PaintCallback, PaintCallbackInfo, Pos2, Rect, Shape,
    TextureId, Vec2, pos2,
};

/// A mesh to be shown by way of the texture.
#[derive(Clone)]
pub struct Plate {
    /// What is drawn.
    pub mesh: Arc<Mesh>,
    /// Tells drawings apart: one of [`next_number`].
    pub number: u64,
    /// The part of the screen, in whole pixels, for which it was drawn.
    pub area: Rect,
    /// Where that part is shown now.
    pub shown_at: Rect,
}

impl Plate {
    /// The shape that shows it on a part of the screen.
    pub fn shape(self, canvas: Rect) -> Shape {
        let paint = move |info: PaintCallbackInfo, painter: &egui_glow::Painter| {
            EASEL.with_borrow_mut(|easel| {
                if easel.is_none() {
                    *easel = Easel::new(painter);
                }
                if let Some(easel) = easel {
                    easel.show(&self, &info, painter);
                }
            });
        };
        Shape::Callback(PaintCallback { rect: canvas, callback: Arc::new(CallbackFn::new(paint)) })
    }
}

/// A number that no drawing has had.
pub fn next_number() -> u64 {
    static NEWEST: AtomicU64 = AtomicU64::new(0);
    NEWEST.fetch_add(1, Ordering::Relaxed) + 1
}

/// Whether a graphics card can draw into textures: any but the oldest.
pub fn is_possible(gl: &glow::Context) -> bool {
    let version = gl.version();
    version.is_embedded
        || version.major >= 3
        || gl.supported_extensions().contains("GL_ARB_framebuffer_object")
}

/// Lets go of everything on the graphics card, before the window closes.
pub fn leave() {
    if let Some(mut easel) = EASEL.take() {
        easel.own.destroy();
        easel.free();
    }
}

thread_local! {
    /// On the window's thread, to which the graphics card belongs.
    static EASEL: RefCell<Option<Easel>> = const { RefCell::new(None) };
}

/// The texture and what draws into it.
struct Easel {
    own: egui_glow::Painter,
    target: Option<Target>,
    /// The texture of the map, as the window's painter and as this one knows it.
    atlas: Option<(glow::Texture, TextureId)>,
    /// The number of what has been drawn, and for how many pixels to a point.
    drawn: Option<(u64, f32)>,
}

struct Target {
    framebuffer: glow::Framebuffer,
    texture: glow::Texture,
    id: TextureId,
    size_px: [u32; 2],
}

impl Easel {
    fn new(painter: &egui_glow::Painter) -> Option<Self> {
        let own = egui_glow::Painter::new(Arc::clone(painter.gl()), "", None, true).ok()?;
        Some(Self { own, target: None, atlas: None, drawn: None })
    }

    fn show(&mut self, plate: &Plate, info: &PaintCallbackInfo, painter: &egui_glow::Painter) {
        let wanted = (plate.number, info.pixels_per_point);
        if self.drawn != Some(wanted) {
            self.drawn = self.draw(plate, info.pixels_per_point, painter).map(|()| wanted);
        }
        let mesh = match &self.target {
            Some(target) if self.drawn.is_some() => {
                let mut quad = Mesh::with_texture(target.id);
                // The first row of a framebuffer is the lowest.
                let flipped = Rect::from_min_max(pos2(0.0, 1.0), pos2(1.0, 0.0));
                quad.add_rect_with_uv(plate.shown_at, flipped, Color32::WHITE);
                quad
            }
            // No such texture can be had: the mesh itself, where it belongs.
            _ => match self.atlas(plate, painter) {
                Some(atlas) => brought(plate, atlas, plate.shown_at),
                None => return,
            },
        };
        let primitive = Primitive::Mesh(mesh);
        let clipped = ClippedPrimitive { clip_rect: info.clip_rect, primitive };
        self.own.paint_primitives(info.screen_size_px, info.pixels_per_point, &[clipped]);
    }

    /// Draws into the texture; `None` where that can't be done.
    fn draw(
        &mut self,
        plate: &Plate,
        pixels_per_point: f32,
        painter: &egui_glow::Painter,
    ) -> Option<()> {
        let size = plate.area.size() * pixels_per_point;
        let size_px = [size.x.round() as u32, size.y.round() as u32];
        let atlas = self.atlas(plate, painter)?;
        self.make_target(size_px)?;
        let target = self.target.as_ref()?;
        let whole = Rect::from_min_size(Pos2::ZERO, plate.area.size());
        let primitive = Primitive::Mesh(brought(plate, atlas, whole));
        let clipped = ClippedPrimitive { clip_rect: whole, primitive };
        let gl = Arc::clone(painter.gl());
        // SAFETY: the context is current, as it is in every callback of the painter that it belongs to,
        // and framebuffer and texture are its own.
        unsafe {
            let before = gl.get_parameter_framebuffer(glow::DRAW_FRAMEBUFFER_BINDING);
            gl.bind_framebuffer(glow::FRAMEBUFFER, Some(target.framebuffer));
            gl.disable(glow::SCISSOR_TEST);
            gl.clear_color(0.0, 0.0, 0.0, 0.0);
            gl.clear(glow::COLOR_BUFFER_BIT);
            self.own.paint_primitives(size_px, pixels_per_point, &[clipped]);
            gl.bind_framebuffer(glow::FRAMEBUFFER, before);
        }
        Some(())
    }

    /// The texture of the map as this painter knows it.
    fn atlas(&mut self, plate: &Plate, painter: &egui_glow::Painter) -> Option<TextureId> {
        let texture = painter.texture(plate.mesh.texture_id)?;
        if self.atlas.is_none_or(|(known, _)| known != texture) {
            self.atlas = Some((texture, self.own.register_native_texture(texture)));
        }
        self.atlas.map(|(_, id)| id)
    }

    /// Makes a texture of a size, if the one there is hasn't got it.
    fn make_target(&mut self, size_px: [u32; 2]) -> Option<()> {
        if self.target.as_ref().is_some_and(|target| target.size_px == size_px) {
            return Some(());
        }
        self.free();
        let most = self.own.max_texture_side();
        if size_px.iter().any(|side| *side == 0 || *side as usize > most) {
            return None;
        }
        let gl = Arc::clone(self.own.gl());
        let [width, height] = size_px.map(u32::cast_signed);
        // SAFETY: as in `draw`; without pixels to read from, no memory of ours is looked at.
        let (framebuffer, texture, is_whole) = unsafe {
            let texture = gl.create_texture().ok()?;
            gl.bind_texture(glow::TEXTURE_2D, Some(texture));
            for (parameter, value) in [
                (glow::TEXTURE_MIN_FILTER, glow::LINEAR),
                (glow::TEXTURE_MAG_FILTER, glow::LINEAR),
                (glow::TEXTURE_WRAP_S, glow::CLAMP_TO_EDGE),
                (glow::TEXTURE_WRAP_T, glow::CLAMP_TO_EDGE),
            ] {
                gl.tex_parameter_i32(glow::TEXTURE_2D, parameter, value.cast_signed());
            }
            let (internal, format) = (glow::RGBA8.cast_signed(), glow::RGBA);
            let (kind, nothing) = (glow::UNSIGNED_BYTE, glow::PixelUnpackData::Slice(None));
            gl.tex_image_2d(glow::TEXTURE_2D, 0, internal, width, height, 0, format, kind, nothing);
            let framebuffer = gl.create_framebuffer().ok()?;
            let before = gl.get_parameter_framebuffer(glow::DRAW_FRAMEBUFFER_BINDING);
            gl.bind_framebuffer(glow::FRAMEBUFFER, Some(framebuffer));
            gl.framebuffer_texture_2d(
                glow::FRAMEBUFFER,
                glow::COLOR_ATTACHMENT0,
                glow::TEXTURE_2D,
                Some(texture),
                0,
            );
            let status = gl.check_framebuffer_status(glow::FRAMEBUFFER);
            gl.bind_framebuffer(glow::FRAMEBUFFER, before);
            (framebuffer, texture, status == glow::FRAMEBUFFER_COMPLETE)
        };
        let id = self.own.register_native_texture(texture);
        self.target = Some(Target { framebuffer, texture, id, size_px });
        if !is_whole {
            self.free();
        }
        self.target.as_ref().map(|_| ())
    }

    fn free(&mut self) {
        self.drawn = None;
        if let Some(target) = self.target.take() {
            let gl = self.own.gl();
            // SAFETY: as in `draw`; nothing names them any more.
            unsafe {
                gl.delete_framebuffer(target.framebuffer);
                gl.delete_texture(target.texture);
            }
        }
    }
}

/// The mesh with another texture, moved and stretched from where it was drawn to another place.
fn brought(plate: &Plate, texture: TextureId, to: Rect) -> Mesh {
    let mut mesh = Mesh::clone(&plate.mesh);
    mesh.texture_id = texture;
    let scale: Vec2 = to.size() / plate.area.size();
    for vertex in &mut mesh.vertices {
        vertex.pos = to.min + (vertex.pos - plate.area.min) * scale;
    }
    mesh
}
