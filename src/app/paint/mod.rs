//! A scene in the window: the scene's vocabulary as egui shapes.

mod kept;
mod lines;
mod traced;

use std::sync::Arc;

use eframe::egui::epaint::{CircleShape, Mesh, PathShape, PathStroke, RectShape, TextShape};
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    self, Color32, CornerRadius, Pos2, Shape, Stroke, StrokeKind, Vec2, pos2, vec2,
};

use self::kept::triangles;
use self::lines::{Contour, dashes, hatch_pieces, is_convex, is_dash, thinned, without_spikes};
use super::convert::{color32, font_id};
use crate::geo::Geometry;
use crate::scene::{
    Color, Fill, Group, HATCH_WIDTH, Item, Label, Node, Outline, Path, Placement, Point, Rect,
    Scene,
};

/// Half the width of the space around a point within which a curve may lie off
/// its pieces, in points.
const FLATNESS: f32 = 0.15;

pub use self::kept::Kept;

/// Shapes that share a clip rectangle.
struct Clipped {
    clip: egui::Rect,
    shapes: Vec<Shape>,
}

/// Draws a scene with its upper left corner at `at`.
pub fn scene(painter: &egui::Painter, scene: &Scene, at: Pos2) {
    let area = egui::Rect::from_min_size(at, vec2(scene.width, scene.height));
    painter.rect_filled(area, CornerRadius::ZERO, color32(scene.background));
    nodes(painter, &scene.nodes, at);
}

/// Draws nodes; points of the picture are moved by `at`.
pub fn nodes(painter: &egui::Painter, nodes: &[Node], at: Pos2) {
    for part in shapes(painter.ctx(), nodes, at, painter.clip_rect(), true) {
        let clip = painter.clip_rect().intersect(part.clip);
        painter.with_clip_rect(clip).extend(part.shapes);
    }
}

/// Turns nodes into shapes. Shapes of text are good for one frame: the letters they
/// are made of move about in egui's texture. `keeps`: what geometry of maps becomes is
/// kept for the next frame.
fn shapes(
    ctx: &egui::Context,
    nodes: &[Node],
    at: Pos2,
    clip: egui::Rect,
    keeps: bool,
) -> Vec<Clipped> {
    let mut out = vec![Clipped { clip, shapes: Vec::new() }];
    Pen { ctx, out: &mut out, offset: at.to_vec2(), opacity: 1.0, clip, keeps }.nodes(nodes);
    out
}

struct Pen<'a> {
    ctx: &'a egui::Context,
    /// The last one has the clip of this pen.
    out: &'a mut Vec<Clipped>,
    offset: Vec2,
    opacity: f32,
    clip: egui::Rect,
    keeps: bool,
}

impl Pen<'_> {
    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match &node.item {
                Item::Path(path) => self.path(path),
                Item::Label(label) => self.label(label),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        let offset = self.offset + vec2(group.offset.x, group.offset.y);
        // The clip is in the coordinates of the nodes, and moves with them.
        let own = group.clip.map(|clip| rect32(clip).translate(offset));
        let clip = own.map_or(self.clip, |own| self.clip.intersect(own));
        if own.is_some() {
            self.out.push(Clipped { clip, shapes: Vec::new() });
        }
        Pen {
            ctx: self.ctx,
            out: &mut *self.out,
            offset,
            opacity: self.opacity * group.opacity,
            clip,
            keeps: self.keeps,
        }
        .nodes(&group.nodes);
        if own.is_some() {
            self.out.push(Clipped { clip: self.clip, shapes: Vec::new() });
        }
    }

    fn add(&mut self, shape: impl Into<Shape>) {
        if let Some(last) = self.out.last_mut() {
            last.shapes.push(shape.into());
        }
    }

    fn color(&self, color: Color) -> Color32 {
        color32(color.faded(self.opacity))
    }

    fn at(&self, point: Point) -> Pos2 {
        pos2(point.x, point.y) + self.offset
    }

    fn path(&mut self, path: &Path) {
        if path.stroke.as_ref().is_none_or(|s| s.dash.is_none()) && self.plain_form(path) {
            return;
        }
        match &path.outline {
            Outline::Geometry(geometry, placement) => match self.traced(path, placement) {
                Some(look) => self.kept_geometry(path, geometry, placement, look),
                None => self.geometry(path, geometry, placement),
            },
            outline => {
                let contours = self.contours(outline);
                self.fill(path, &contours);
                self.stroke(path, &contours);
            }
        }
    }

    /// Circles and rectangles as egui draws them itself: sharper and cheaper.
    fn plain_form(&mut self, path: &Path) -> bool {
        let fill = match path.fill {
            None => Color32::TRANSPARENT,
            Some(Fill::Solid(color)) => self.color(color),
            Some(Fill::Hatch { .. }) => return false,
        };
        let stroke = path
            .stroke
            .as_ref()
            .map_or(Stroke::NONE, |stroke| Stroke::new(stroke.width, self.color(stroke.color)));
        match &path.outline {
            Outline::Circle { center, radius } => {
                let center = self.at(*center);
                self.add(CircleShape { center, radius: *radius, fill, stroke });
            }
            Outline::Rect { rect, corner } => {
                let area = rect32(*rect).translate(self.offset);
                let corner = CornerRadius::same(corner.clamp(0.0, 255.0) as u8);
                self.add(RectShape::new(area, corner, fill, stroke, StrokeKind::Middle));
            }
            _ => return false,
        }
        true
    }

    /// What the triangles of a geometry are kept by; None where they are not.
    fn traced(&self, path: &Path, placement: &Placement) -> Option<traced::Look> {
        let fill = match path.fill {
            Some(Fill::Solid(color)) => Some(self.color(color)),
            Some(Fill::Hatch { .. }) => return None,
            None => None,
        };
        let stroke = match &path.stroke {
            Some(stroke) if stroke.dash.is_some() => return None,
            stroke => stroke.as_ref().map(|stroke| (stroke.width, self.color(stroke.color))),
        };
        self.keeps.then(|| traced::Look {
            placement: *placement,
            offset: self.offset,
            clip: self.clip,
            fill,
            stroke,
            pixels_per_point: self.ctx.pixels_per_point(),
        })
    }

    fn kept_geometry(
        &mut self,
        path: &Path,
        geometry: &Arc<Geometry>,
        placement: &Placement,
        look: traced::Look,
    ) {
        let make = || {
            let mut out = vec![Clipped { clip: self.clip, shapes: Vec::new() }];
            let Pen { ctx, offset, opacity, clip, .. } = *self;
            let mut pen = Pen { ctx, out: &mut out, offset, opacity, clip, keeps: false };
            pen.geometry(path, geometry, placement);
            triangles(self.ctx, out)
        };
        let traced = traced::Traced::of(self.ctx);
        let mesh = traced.get(geometry, look, self.ctx.cumulative_pass_nr(), make);
        self.add(Shape::Mesh(mesh));
    }

    fn geometry(&mut self, path: &Path, geometry: &Arc<Geometry>, placement: &Placement) {
        let offset = self.offset;
        let place = |p: &[f32; 2]| {
            let at = placement.apply(*p);
            pos2(at.x, at.y) + offset
        };
        if let Some(Fill::Solid(color)) = path.fill {
            let color = self.color(color);
            let mut mesh = Mesh::default();
            for contour in geometry.contours() {
                for point in contour {
                    mesh.colored_vertex(place(point), color);
                }
            }
            let filling = geometry.mesh();
            for point in &filling.extra {
                mesh.colored_vertex(place(point), color);
            }
            mesh.indices = filling.triangles.as_flattened().to_vec();
            // Meshes have no smooth edge of their own: a thin line gives them one.
            self.add(Shape::mesh(mesh));
            for contour in geometry.contours() {
                let points: Vec<Pos2> = contour.iter().map(place).collect();
                self.line(&points, true, Stroke::new(1.0, color));
            }
        } else if let Some(Fill::Hatch { .. }) = path.fill {
            let rings = self.placed(geometry, placement, true);
            self.fill(path, &rings);
        }
        if path.stroke.is_some() {
            self.stroke(path, &self.placed(geometry, placement, geometry.is_area()));
        }
    }

    fn placed(&self, geometry: &Geometry, placement: &Placement, closed: bool) -> Vec<Contour> {
        let clip = self.clip.expand(4.0);
        geometry
            .contours()
            .iter()
            .map(|contour| thinned(contour, |p| self.at(placement.apply(*p))))
            .filter(|points| egui::Rect::from_points(points).intersects(clip))
            .map(|points| Contour { points, closed })
            .collect()
    }

    /// The outline as lines in the window.
    fn contours(&self, outline: &Outline) -> Vec<Contour> {
        let traces = outline.traces(FLATNESS).into_iter();
        traces
            .filter(|trace| trace.points.len() >= 2)
            .map(|trace| Contour {
                points: trace.points.iter().map(|p| self.at(*p)).collect(),
                closed: trace.closed,
            })
            .collect()
    }

    fn fill(&mut self, path: &Path, contours: &[Contour]) {
        match path.fill {
            None => {}
            Some(Fill::Solid(color)) => self.fill_solid(contours, color),
            Some(Fill::Hatch { line, ground }) => {
                if let Some(ground) = ground {
                    self.fill_solid(contours, ground);
                }
                let stroke = Stroke::new(HATCH_WIDTH, self.color(line));
                for segment in hatch_pieces(contours, self.offset) {
                    self.add(Shape::line_segment(segment, stroke));
                }
            }
        }
    }

    fn fill_solid(&mut self, contours: &[Contour], color: Color) {
        let color = self.color(color);
        let convex = contours.iter().all(|contour| is_convex(&contour.points));
        if convex {
            for contour in contours {
                let shape =
                    PathShape::convex_polygon(contour.points.clone(), color, PathStroke::NONE);
                self.add(shape);
            }
            return;
        }
        // The rings of one outline are an area with holes.
        let rings: Vec<Vec<[f32; 2]>> =
            contours.iter().map(|c| c.points.iter().map(|p| [p.x, p.y]).collect()).collect();
        let mut mesh = Mesh::default();
        for ring in &rings {
            for point in ring {
                mesh.colored_vertex(pos2(point[0], point[1]), color);
            }
        }
        mesh.indices = Geometry::fill_rings(&rings).into_iter().flatten().collect();
        self.add(Shape::mesh(mesh));
        for contour in contours {
            let edge = PathStroke::new(1.0, color);
            self.add(Shape::closed_line(contour.points.clone(), edge));
        }
    }

    fn stroke(&mut self, path: &Path, contours: &[Contour]) {
        let Some(stroke) = &path.stroke else { return };
        let line = Stroke::new(stroke.width, self.color(stroke.color));
        for contour in contours {
            let mut points = contour.points.clone();
            match &stroke.dash {
                Some(dash) if is_dash(dash) => {
                    if contour.closed {
                        points.push(points[0]);
                    }
                    for shape in dashes(&points, line, dash) {
                        self.add(shape);
                    }
                }
                _ => self.line(&points, contour.closed, line),
            }
        }
    }

    fn line(&mut self, points: &[Pos2], closed: bool, stroke: Stroke) {
        for piece in without_spikes(points, closed) {
            self.add(match piece.closed {
                true => Shape::closed_line(piece.points, stroke),
                false => Shape::line(piece.points, stroke),
            });
        }
    }

    fn label(&mut self, label: &Label) {
        let format = TextFormat {
            font_id: font_id(label.font),
            extra_letter_spacing: label.font.spacing,
            color: Color32::PLACEHOLDER,
            ..TextFormat::default()
        };
        let job = LayoutJob::single_section(label.text.clone(), format);
        let galley = self.ctx.fonts_mut(|fonts| fonts.layout_job(job));
        let Some(row) = galley.rows.first() else { return };
        let Some(glyph) = row.glyphs.first() else { return };
        let baseline = row.pos.y + glyph.pos.y;
        let at = self.at(label.start()) - vec2(0.0, baseline);
        if !self.clip.intersects(galley.rect.translate(at.to_vec2()).expand(4.0)) {
            return;
        }
        let text = |at, color| TextShape {
            override_text_color: Some(color),
            ..TextShape::new(at, galley.clone(), color)
        };
        if let Some((halo, rim)) = label.halo {
            let halo = self.color(halo);
            for step in 0..8 {
                let way = rim * Vec2::angled(step as f32 * std::f32::consts::FRAC_PI_4);
                self.add(text(at + way, halo));
            }
        }
        self.add(text(at, self.color(label.color)));
    }
}

fn rect32(rect: Rect) -> egui::Rect {
    egui::Rect::from_min_max(pos2(rect.min.x, rect.min.y), pos2(rect.max.x, rect.max.y))
}
