//! The map: what pointer and keys do to it, and its picture.

mod bar;
mod card;
mod chart;
mod corners;
mod features;
mod legend;
mod measure;
mod menu;
mod navigate;
mod outlines;
mod picture;
mod sites;
mod swipe;
mod tools;

use eframe::egui::{
    Context, CursorIcon, Id as WidgetId, PointerButton, Popup, Pos2, Response, Role, Sense, Ui,
    WidgetInfo,
};

use self::chart::Chart;
use self::picture::Side;
use crate::app::action::{Action, SelectHow};
use crate::app::layers::LayerAction;
use crate::app::mapping::{MapAction, Tool};
use crate::app::pictures::Pen;
use crate::app::view::View;
use crate::draw::{self, Furniture, Look};
use crate::geo::{Camera, LonLat, MapView, ViewSize};
use crate::plan::Id;
use crate::scene::Subject;

/// How far from the edges of the map the theatre stays when it is fitted.
const MARGIN: f64 = 28.0;

/// What the window shows over the map: title and sources have their places
/// elsewhere in it.
const WINDOW: Furniture = Furniture { title: false, sources: false, ..Furniture::ALL };

/// What the map shows in this frame.
pub struct Area {
    pub view: MapView,
    /// The place under the pointer.
    pub pointer: Option<LonLat>,
}

/// The map as a widget.
fn ground_id() -> WidgetId {
    WidgetId::unique("map-ground")
}

/// What of the map had the focus last.
pub fn focused(ctx: &Context) -> Option<WidgetId> {
    ctx.data(|data| data.get_temp(navigate::focus_place()))
}

/// The camera that shows all of the theatre.
pub fn fitting(view: &View, size: ViewSize) -> Camera {
    draw::fitting(view.plan, view.theatre, size, MARGIN)
}

/// Everything a picture of the map is made of.
pub fn look<'a>(map: MapView, view: &View<'a>) -> Look<'a> {
    Look {
        plan: view.plan,
        schedule: view.schedule,
        routes: view.routes,
        theatre: view.theatre,
        view: map,
        track: view.track,
        moment: view.moment,
        critical: if view.state.links.marks_critical { &view.critical.chain } else { &[] },
        style: view.style,
        lang: view.words.lang(),
        selected: view.marked,
        touched: view.touched,
        hovered: view.state.hovered.as_ref(),
        problems: Some(view.problems),
        furniture: WINDOW,
        caption: None,
        layers: None,
        edges: None,
        still: view.still,
    }
}

/// Shows the map, with the bar of the tool in use above it.
pub fn show(ui: &mut Ui, view: &View, pen: &Pen, actions: &mut Vec<Action>) -> Area {
    ui.spacing_mut().item_spacing.y = 0.0;
    bar::show(ui, view, actions);
    let rect = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rect);
    let response = ui.interact(rect, ground_id(), Sense::click_and_drag());
    let label = view.words.text("map");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
    if view.state.map.focus {
        response.request_focus();
        actions.push(Action::Map(MapAction::Focused));
    }
    let size = ViewSize::new(f64::from(rect.width()), f64::from(rect.height()));
    let camera = view.state.camera.unwrap_or_else(|| fitting(view, size));
    let mut chart = Chart { rect, map: MapView::new(camera, size) };
    if let Some(moved) = navigate::moved(ui, &response, &chart, view, actions) {
        chart.map = MapView::new(moved, size);
        actions.push(Action::Look(moved));
    }
    let sides = picture::paint(ui, &chart, view, pen);
    if !view.state.map.tool.puts_points() {
        for side in &sides {
            sites::show(ui, &chart, side, actions);
        }
    }
    under_pointer(ui, &response, &chart, &sides, view, actions);
    menu::show(&response, &chart, view, actions);
    navigate::paint_box(ui, &response, &chart, view);
    outlines::paint(ui, &response, &chart, view);
    corners::show(ui, &chart, view, actions);
    measure::paint(ui, &response, &chart, view);
    legend::show(ui, &chart, &sides, view, actions);
    tools::show(ui, &chart, view, actions);
    swipe::divider(ui, &chart, &sides, view, actions);
    let pointer = response.contains_pointer().then(|| response.ctx.pointer_latest_pos());
    Area { view: chart.map, pointer: pointer.flatten().map(|at| chart.place(at)) }
}

/// Card and click of what stands under the pointer, or the point a click puts.
fn under_pointer(
    ui: &Ui,
    response: &Response,
    chart: &Chart,
    sides: &[Side],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let tool = view.state.map.tool;
    // Space and Enter click too, wherever the pointer is.
    let clicked = response.clicked().then(|| match response.clicked_by(PointerButton::Primary) {
        true => response.interact_pointer_pos().unwrap_or(chart.rect.center()),
        false => response.hover_pos().unwrap_or(chart.rect.center()),
    });
    if tool.puts_points() {
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Crosshair);
        }
        let point = clicked.map(|at| outlines::snapped_point(ui, chart, at, view).0);
        actions.extend(point.map(|place| Action::Map(MapAction::Point(place))));
        return;
    }
    let item = response.hover_pos().and_then(|at| item_at(sides, chart, at).map(|id| (at, id)));
    if let Some((at, id)) = &item {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        actions.push(Action::Hover(Some(id.clone())));
        if let Some(side) = sides.iter().find(|side| side.area.contains(*at)) {
            card::show(ui, *at, id, &side.view);
        }
    }
    if let (None, Some(at)) = (&item, response.hover_pos())
        && !response.dragged()
        && !Popup::is_any_open(ui.ctx())
        && let Some(under) = features::under(chart, at, view)
    {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        features::card(ui, at, &under, view);
    }
    let Some(at) = clicked else { return };
    match item {
        // A sector is chosen beneath names and flows as well.
        _ if tool == Tool::Sectors => {
            let sector = view.theatre.sector_of(chart.place(at)).map(str::to_owned);
            actions.push(Action::Map(MapAction::ChooseSector(sector)));
        }
        Some((_, id)) => actions.push(Action::Select(id, SelectHow::of(ui))),
        None => actions.push(match features::under(chart, at, view) {
            Some(under) => Action::Layer(LayerAction::Choose(under.layer.id.clone(), under.number)),
            None => Action::SelectNothing,
        }),
    }
}

/// The item of the plan at a point of the window.
fn item_at(sides: &[Side], chart: &Chart, at: Pos2) -> Option<Id> {
    let side = sides.iter().find(|side| side.area.contains(at))?;
    match side.subject_at(chart, at) {
        Some(Subject::Item(id)) => Some(id.clone()),
        _ => None,
    }
}
