//! Buttons with drawn signs: the bundled fonts have none of them.

use eframe::egui::{
    Color32, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    ToStart,
    ToEnd,
    Back,
    Forward,
    Loop,
    Fit,
    /// Two bars, the second of which follows the first.
    Follow,
    /// What is shown, and what is hidden.
    Eye,
    ClosedEye,
    Up,
    Down,
}

/// A button with a sign; `label` is what screen readers and tests call it, and
/// the hint under the pointer.
pub fn icon_button(ui: &mut Ui, icon: Icon, label: &str, on: bool) -> Response {
    let (area, response) = ui.allocate_exact_size(Vec2::new(28.0, 24.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), label));
    let visuals = ui.style().interact_selectable(&response, on);
    if on || response.hovered() || response.has_focus() {
        let fill = visuals.weak_bg_fill;
        ui.painter().rect(area, 4.0, fill, visuals.bg_stroke, eframe::egui::StrokeKind::Inside);
    }
    ui.painter().extend(shapes(icon, area.center(), visuals.fg_stroke.color));
    response.on_hover_text(label)
}

fn shapes(icon: Icon, c: Pos2, color: Color32) -> Vec<Shape> {
    let filled = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| c + vec2(*x, *y)).collect();
        Shape::convex_polygon(points, color, Stroke::NONE)
    };
    let bar = |x: f32| {
        let area = Rect::from_center_size(pos2(c.x + x, c.y), vec2(3.0, 12.0));
        Shape::rect_filled(area, 0.0, color)
    };
    let line = Stroke::new(1.8, color);
    match icon {
        Icon::Play => vec![filled(&[(-4.5, -6.5), (6.5, 0.0), (-4.5, 6.5)])],
        Icon::Pause => vec![bar(-3.5), bar(3.5)],
        Icon::ToStart => vec![bar(-5.5), filled(&[(5.5, -6.0), (5.5, 6.0), (-3.5, 0.0)])],
        Icon::ToEnd => vec![bar(5.5), filled(&[(-5.5, -6.0), (-5.5, 6.0), (3.5, 0.0)])],
        Icon::Back => vec![filled(&[(4.0, -5.5), (4.0, 5.5), (-4.5, 0.0)])],
        Icon::Forward => vec![filled(&[(-4.0, -5.5), (-4.0, 5.5), (4.5, 0.0)])],
        Icon::Loop => {
            let points = (0..=20).map(|i| {
                let angle = 0.6 + i as f32 / 20.0 * 5.0;
                c + 6.0 * Vec2::angled(angle)
            });
            let head = c + 6.0 * Vec2::angled(5.6);
            let tip = [head + vec2(-4.0, -1.5), head + vec2(1.5, -4.5), head + vec2(2.0, 2.5)];
            vec![
                Shape::line(points.collect(), line),
                Shape::convex_polygon(tip.to_vec(), color, Stroke::NONE),
            ]
        }
        Icon::Follow => {
            let bar = |x: f32, y: f32| {
                let area = Rect::from_center_size(c + vec2(x, y), vec2(8.0, 4.0));
                Shape::rect_filled(area, 1.0, color)
            };
            let way = [(0.0, -4.5), (3.5, -4.5), (3.5, 0.5)].map(|(x, y)| c + vec2(x, y));
            vec![
                bar(-3.5, -4.5),
                bar(3.5, 5.0),
                Shape::line(way.to_vec(), line),
                filled(&[(0.5, -0.5), (6.5, -0.5), (3.5, 3.0)]),
            ]
        }
        Icon::Up | Icon::Down => {
            let side = if icon == Icon::Up { -1.0 } else { 1.0 };
            let arms = [(-4.5, -2.0), (0.0, 2.5), (4.5, -2.0)];
            vec![Shape::line(arms.map(|(x, y)| c + vec2(x, y * side)).to_vec(), line)]
        }
        Icon::Eye | Icon::ClosedEye => {
            let lid = |side: f32| {
                let points = (-8..=8).map(|i| {
                    let x = i as f32;
                    c + vec2(x, side * 4.5 * (1.0 - (x / 8.0).powi(2)))
                });
                Shape::line(points.collect(), Stroke::new(1.4, color))
            };
            if icon == Icon::Eye {
                return vec![lid(1.0), lid(-1.0), Shape::circle_filled(c, 2.4, color)];
            }
            let lash = |x: f32| {
                let from = c + vec2(x, 4.5 * (1.0 - (x / 8.0).powi(2)));
                let way = vec2(x * 0.3, 3.0);
                Shape::line_segment([from, from + way], Stroke::new(1.4, color))
            };
            vec![lid(1.0), lash(-4.5), lash(0.0), lash(4.5)]
        }
        Icon::Fit => {
            let corner = |sx: f32, sy: f32| {
                let point = |x: f32, y: f32| c + vec2(sx * x, sy * y);
                Shape::line(vec![point(6.5, 2.5), point(6.5, 6.0), point(2.5, 6.0)], line)
            };
            vec![corner(1.0, 1.0), corner(-1.0, 1.0), corner(1.0, -1.0), corner(-1.0, -1.0)]
        }
    }
}
