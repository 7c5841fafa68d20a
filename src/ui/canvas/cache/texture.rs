//! A cached mesh of a large map, drawn into a texture on the graphics card: until the mesh changes, a frame
//! shows the texture, moved and stretched with the camera, instead of some hundred thousand triangles. A
//! graphics card hardly notices the difference, but OpenGL in software does.
//!
//! A second painter of the toolkit draws the texture, so that it looks the same either way. Where there is
//! no OpenGL, as in tests, the mesh itself is shown.

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
pub struct TexturedMesh {
    /// What is drawn.
    pub mesh: Arc<Mesh>,
    /// Tells meshes apart; from [`next_mesh_id`].
    pub mesh_id: u64,
    /// The area of the screen, in whole pixels, that the mesh was drawn for.
    pub area: Rect,
    /// Where that area is shown now.
    pub shown_at: Rect,
}

impl TexturedMesh {
    /// The shape that shows it on a part of the screen.
    pub fn shape(self, canvas: Rect) -> Shape {
        let paint = move |info: PaintCallbackInfo, painter: &egui_glow::Painter| {
            RENDERER.with_borrow_mut(|renderer| {
                if renderer.is_none() {
                    *renderer = TextureRenderer::new(painter);
                }
                if let Some(renderer) = renderer {
                    renderer.show(&self, &info, painter);
                }
            });
        };
        Shape::Callback(PaintCallback { rect: canvas, callback: Arc::new(CallbackFn::new(paint)) })
    }
}

/// An id that no mesh has had.
pub fn next_mesh_id() -> u64 {
    static NEWEST: AtomicU64 = AtomicU64::new(0);
    NEWEST.fetch_add(1, Ordering::Relaxed) + 1
}

/// Whether the graphics card can draw into textures, as all but the oldest can.
pub fn is_supported(gl: &glow::Context) -> bool {
    let version = gl.version();
    version.is_embedded
        || version.major >= 3
        || gl.supported_extensions().contains("GL_ARB_framebuffer_object")
}

/// Frees everything on the graphics card, before the window closes.
pub fn release() {
    if let Some(mut renderer) = RENDERER.take() {
        renderer.own.destroy();
        renderer.free();
    }
}

thread_local! {
    /// On the window's thread, which owns the OpenGL context.
    static RENDERER: RefCell<Option<TextureRenderer>> = const { RefCell::new(None) };
}

/// The texture and the painter that draws into it.
struct TextureRenderer {
    own: egui_glow::Painter,
    target: Option<Target>,
    /// The atlas of the map, as the window's painter and as this one knows it.
    atlas: Option<(glow::Texture, TextureId)>,
    /// The id of the mesh that was drawn, and for how many pixels per point.
    drawn: Option<(u64, f32)>,
}

struct Target {
    framebuffer: glow::Framebuffer,
    texture: glow::Texture,
    id: TextureId,
    size_px: [u32; 2],
}

impl TextureRenderer {
    fn new(painter: &egui_glow::Painter) -> Option<Self> {
        let own = egui_glow::Painter::new(Arc::clone(painter.gl()), "", None, true).ok()?;
        Some(Self { own, target: None, atlas: None, drawn: None })
    }

    fn show(
        &mut self,
        textured: &TexturedMesh,
        info: &PaintCallbackInfo,
        painter: &egui_glow::Painter,
    ) {
        let wanted = (textured.mesh_id, info.pixels_per_point);
        if self.drawn != Some(wanted) {
            self.drawn = self.draw(textured, info.pixels_per_point, painter).map(|()| wanted);
        }
        let mesh = match &self.target {
            Some(target) if self.drawn.is_some() => {
                let mut quad = Mesh::with_texture(target.id);
                // The first row of a framebuffer is the lowest.
                let flipped = Rect::from_min_max(pos2(0.0, 1.0), pos2(1.0, 0.0));
                quad.add_rect_with_uv(textured.shown_at, flipped, Color32::WHITE);
                quad
            }
            // There is no such texture: the mesh itself is shown.
            _ => match self.atlas(textured, painter) {
                Some(atlas) => placed(textured, atlas, textured.shown_at),
                None => return,
            },
        };
        let primitive = Primitive::Mesh(mesh);
        let clipped = ClippedPrimitive { clip_rect: info.clip_rect, primitive };
        self.own.paint_primitives(info.screen_size_px, info.pixels_per_point, &[clipped]);
    }

    /// Draws the mesh into the texture; `None` where that isn't possible.
    fn draw(
        &mut self,
        textured: &TexturedMesh,
        pixels_per_point: f32,
        painter: &egui_glow::Painter,
    ) -> Option<()> {
        let size = textured.area.size() * pixels_per_point;
        let size_px = [size.x.round() as u32, size.y.round() as u32];
        let atlas = self.atlas(textured, painter)?;
        self.make_target(size_px)?;
        let target = self.target.as_ref()?;
        let whole = Rect::from_min_size(Pos2::ZERO, textured.area.size());
        let primitive = Primitive::Mesh(placed(textured, atlas, whole));
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

    /// The atlas of the map as this painter knows it.
    fn atlas(
        &mut self,
        textured: &TexturedMesh,
        painter: &egui_glow::Painter,
    ) -> Option<TextureId> {
        let texture = painter.texture(textured.mesh.texture_id)?;
        if self.atlas.is_none_or(|(known, _)| known != texture) {
            self.atlas = Some((texture, self.own.register_native_texture(texture)));
        }
        self.atlas.map(|(_, id)| id)
    }

    /// Makes a texture of a size, unless there is one already.
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

/// The mesh with another texture, moved and stretched from the area it was drawn for to another one.
fn placed(textured: &TexturedMesh, texture: TextureId, to: Rect) -> Mesh {
    let mut mesh = Mesh::clone(&textured.mesh);
    mesh.texture_id = texture;
    let scale: Vec2 = to.size() / textured.area.size();
    for vertex in &mut mesh.vertices {
        vertex.pos = to.min + (vertex.pos - textured.area.min) * scale;
    }
    mesh
}
