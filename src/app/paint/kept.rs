//! A part of a picture that is painted in frame after frame, made into triangles once.

use std::sync::Arc;

use eframe::egui::epaint::{Mesh, Tessellator, Vertex};
use eframe::egui::{Context, Painter, Pos2, Rect, Shape, Vec2};

use super::{Clipped, shapes};
use crate::scene::Node;

/// Triangles from back to front, without what lies outside of their clip. Nothing of it
/// is text: the letters move about in egui's texture.
pub struct Kept(Vec<Piece>);

struct Piece {
    area: Rect,
    mesh: Arc<Mesh>,
}

/// So many corners of triangles are looked at together.
const LARGE: usize = 4096;

impl Kept {
    /// Points of the picture are moved by `at`.
    pub fn of(ctx: &Context, nodes: &[Node], at: Pos2, clip: Rect) -> Kept {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut open = Mesh::default();
        for mesh in meshes(ctx, shapes(ctx, nodes, at, clip, false)) {
            open.append(mesh);
            if open.vertices.len() > LARGE {
                pieces.push(Piece::of(std::mem::take(&mut open)));
            }
        }
        pieces.extend((!open.is_empty()).then(|| Piece::of(open)));
        Kept(pieces)
    }

    /// Puts it into the window, `by` away from where it was made for.
    pub fn paint(&self, painter: &Painter, by: Vec2) {
        let clip = painter.clip_rect().translate(-by);
        let shown = self.0.iter().filter(|piece| piece.area.intersects(clip));
        painter.extend(shown.map(|piece| {
            let mut mesh = piece.mesh.clone();
            if by != Vec2::ZERO {
                Arc::make_mut(&mut mesh).translate(by);
            }
            Shape::Mesh(mesh)
        }));
    }
}

/// All triangles of some shapes.
pub(super) fn triangles(ctx: &Context, parts: Vec<Clipped>) -> Mesh {
    let mut all = Mesh::default();
    meshes(ctx, parts).for_each(|mesh| all.append(mesh));
    all
}

/// What may be seen of each shape.
fn meshes(ctx: &Context, parts: Vec<Clipped>) -> impl Iterator<Item = Mesh> {
    let options = ctx.options(|options| options.tessellation_options);
    // Discs that lie in egui's texture do so for a frame alone, as letters do.
    let mut tessellator = Tessellator::new(ctx.pixels_per_point(), options, [1, 1], Vec::new());
    let shapes = parts.into_iter().flat_map(|part| {
        let clip = part.clip;
        part.shapes.into_iter().map(move |shape| (clip, shape))
    });
    shapes.map(move |(clip, shape)| {
        debug_assert!(!matches!(shape, Shape::Text(_)), "text is drawn in each frame");
        let mut mesh = Mesh::default();
        tessellator.set_clip_rect(clip);
        tessellator.tessellate_shape(shape, &mut mesh);
        within(&mesh, clip)
    })
}

impl Piece {
    fn of(mesh: Mesh) -> Piece {
        Piece { area: mesh.calc_bounds(), mesh: Arc::new(mesh) }
    }
}

/// The triangles of a mesh that may be seen in a rectangle: a line that is near it may
/// be as long as a coast.
fn within(mesh: &Mesh, clip: Rect) -> Mesh {
    const NONE: u32 = u32::MAX;
    let mut kept = Mesh::default();
    let mut places = vec![NONE; mesh.vertices.len()];
    for corners in mesh.indices.chunks_exact(3) {
        let points = [0, 1, 2].map(|i| mesh.vertices[corners[i] as usize].pos);
        if !Rect::from_points(&points).intersects(clip) {
            continue;
        }
        for corner in corners {
            let place = &mut places[*corner as usize];
            if *place == NONE {
                *place = kept.vertices.len() as u32;
                let vertex: Vertex = mesh.vertices[*corner as usize];
                kept.vertices.push(vertex);
            }
            kept.indices.push(*place);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Outline, Path, Point, Stroke};
    use eframe::egui::{RawInput, pos2, vec2};

    #[test]
    fn what_is_out_of_sight_is_not_kept() {
        let clip = Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0));
        let line = |points: &[(f32, f32)]| {
            let points = points.iter().map(|(x, y)| Point::new(*x, *y));
            Node::new(Path::stroked(Outline::line(points), Stroke::new(Color::BLACK, 2.0)))
        };
        let seen = line(&[(10.0, 10.0), (90.0, 20.0)]);
        let partly = line(&[(50.0, 50.0), (50.0, 300.0), (3000.0, 300.0), (3000.0, 9000.0)]);
        let unseen = line(&[(200.0, 10.0), (300.0, 20.0)]);
        let ctx = Context::default();
        let mut counts = Vec::new();
        let mut output = ctx.run_ui(RawInput::default(), |_| {
            let count = |nodes: &[Node]| {
                let kept = Kept::of(&ctx, nodes, Pos2::ZERO, clip);
                kept.0.iter().map(|piece| piece.mesh.indices.len() / 3).sum::<usize>()
            };
            counts = vec![
                count(std::slice::from_ref(&seen)),
                count(&[seen.clone(), unseen.clone()]),
                count(std::slice::from_ref(&unseen)),
                count(std::slice::from_ref(&partly)),
            ];
        });
        output.textures_delta.clear();
        assert!(counts[0] > 0 && counts[1] == counts[0], "{counts:?}");
        assert_eq!(counts[2], 0);
        // Of the long line there is what the short one would have, or little more.
        assert!(counts[3] > 0 && counts[3] <= 2 * counts[0], "{counts:?}");
    }

    #[test]
    fn a_moved_picture_is_where_it_was_moved_to() {
        let clip = Rect::from_min_size(Pos2::ZERO, vec2(100.0, 100.0));
        let dot = Outline::Circle { center: Point::new(40.0, 50.0), radius: 5.0 };
        let nodes = [Node::new(Path::filled(dot, Color::BLACK))];
        let ctx = Context::default();
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let kept = Kept::of(&ctx, &nodes, Pos2::ZERO, clip);
            kept.paint(&ui.painter().with_clip_rect(clip), vec2(20.0, -10.0));
        });
        output.textures_delta.clear();
        let meshes = output.shapes.iter().filter_map(|shape| match &shape.shape {
            Shape::Mesh(mesh) => Some(mesh.calc_bounds()),
            _ => None,
        });
        let bounds: Vec<Rect> = meshes.collect();
        assert_eq!(bounds.len(), 1);
        assert!(bounds[0].center().distance(pos2(60.0, 40.0)) < 0.5, "{bounds:?}");
    }
}
