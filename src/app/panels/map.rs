//! The map: what the pointer does to it, and its picture.

use std::sync::Arc;

use eframe::egui::{
    CursorIcon, Id as WidgetId, PointerButton, Popup, Pos2, Rect, Role, Sense, Tooltip, Ui, Vec2,
    WidgetInfo, vec2,
};

use super::{holdings, problem};
use crate::app::action::{Action, ClosingAction, SelectHow};
use crate::app::convert::color32;
use crate::app::paint::{self, Clipped};
use crate::app::view::View;
use crate::calendar::Day;
use crate::draw::{Furniture, Look, extent};
use crate::geo::{Camera, LonLat, MapView, ViewPoint, ViewSize, decimal, dms, mgrs};
use crate::i18n::date_short;
use crate::plan::{Id, Item, SiteId};
use crate::scene::{Node, Point, Subject, subject_at};

/// How far from the edges of the map the theatre stays when it is fitted.
const MARGIN: f64 = 28.0;
/// How far beside a symbol or a line the pointer may be, in points.
const TOUCH: f32 = 4.0;

/// What the window shows over the map: title and sources have their places
/// elsewhere in it.
const WINDOW: Furniture = Furniture { title: false, sources: false, ..Furniture::ALL };

/// What the map shows in this frame.
pub struct Area {
    pub view: MapView,
    /// The place under the pointer.
    pub pointer: Option<LonLat>,
}

/// The camera that shows all of the theatre.
pub fn fitting(view: &View, size: ViewSize) -> Camera {
    Camera::fitting(extent(view.plan, view.theatre), size, MARGIN)
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
    }
}

/// Shows the map. `base` gives the shapes of its still part, `live` the nodes of
/// the part that changes.
pub fn show(
    ui: &mut Ui,
    view: &View,
    base: impl FnOnce(&Ui, Rect, &Look) -> Arc<Vec<Clipped>>,
    live: impl FnOnce(&Look) -> Arc<Vec<Node>>,
    actions: &mut Vec<Action>,
) -> Area {
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let label = view.words.text("map");
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
    let size = ViewSize::new(f64::from(rect.width()), f64::from(rect.height()));
    let camera = view.state.camera.unwrap_or_else(|| fitting(view, size));
    let mut map = MapView::new(camera, size);
    if let Some(moved) = navigate(ui, &response, &map, rect) {
        map = MapView::new(moved, size);
        actions.push(Action::Look(moved));
    }
    for (button, action) in
        [(PointerButton::Extra1, Action::EarlierView), (PointerButton::Extra2, Action::LaterView)]
    {
        if response.clicked_by(button) {
            actions.push(action);
        }
    }
    let look = look(map, view);
    let live = live(&look);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, color32(view.style.water));
    paint::paint(&painter, &base(ui, rect, &look));
    paint::nodes(&painter, &live, rect.min);

    sites(ui, rect, &map, &live, view, actions);
    point(ui, &response, rect, &map, &live, view, actions);
    let place_at = |at: Pos2| {
        let at = at - rect.min;
        map.lonlat_from_view(ViewPoint { x: f64::from(at.x), y: f64::from(at.y) })
    };
    context_menu(&response, place_at, view, actions);
    Area { view: map, pointer: response.hover_pos().map(place_at) }
}

/// The camera after what wheel, drag and double click ask for.
fn navigate(
    ui: &Ui,
    response: &eframe::egui::Response,
    map: &MapView,
    rect: Rect,
) -> Option<Camera> {
    if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle) {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
        let delta = response.drag_delta();
        return (delta != Vec2::ZERO).then(|| map.panned(f64::from(delta.x), f64::from(delta.y)));
    }
    let pointer = response.hover_pos()?;
    let at = pointer - rect.min;
    let at = ViewPoint { x: f64::from(at.x), y: f64::from(at.y) };
    if response.double_clicked() {
        let out = ui.input(|input| input.modifiers.shift);
        return Some(map.zoomed_about(at, if out { -1.0 } else { 1.0 }));
    }
    let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
    let levels = f64::from(scroll) / 160.0 + f64::from(zoom).log2();
    (levels != 0.0).then(|| map.zoomed_about(at, levels))
}

/// Each site is a button, for tests and screen readers as well.
///
/// Where camps are close their squares overlap: a click is for the symbol that is
/// under the pointer, the key for the site that has the focus.
fn sites(
    ui: &Ui,
    rect: Rect,
    map: &MapView,
    live: &[Node],
    view: &View,
    actions: &mut Vec<Action>,
) {
    for site in view.plan.sites().iter() {
        let Some(place) = site.place else { continue };
        let at = map.view_from_lonlat(place);
        let center = rect.min + vec2(at.x as f32, at.y as f32);
        if !rect.contains(center) {
            continue;
        }
        let area = Rect::from_center_size(center, Vec2::splat(24.0)).intersect(rect);
        let id = ui.scope_id().with(("site", site.id.as_str()));
        let response = ui.interact(area, id, Sense::click());
        let name = view.names().site(&site.id);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let state = view.state_word(&site.id);
        ui.ctx().accesskit_node_builder(id, |node| node.set_value(state));
        if !site.is_exit() {
            response.context_menu(|ui| {
                if ui.button(view.words.text("close-this-site")).clicked() {
                    actions.push(Action::Closing(ClosingAction::Ask(Some(site.id.clone()))));
                    ui.close();
                }
            });
        }
        if response.clicked() {
            let pointer = response.interact_pointer_pos().map(|at| at - rect.min);
            let subject = pointer.and_then(|at| subject_at(live, Point::new(at.x, at.y), TOUCH));
            let id = match subject {
                Some(Subject::Item(id)) => Some(id.clone()),
                Some(Subject::Part(_)) => None,
                _ => Some((*site.id).clone()),
            };
            actions.extend(id.map(|id| Action::Select(id, SelectHow::of(ui))));
        }
    }
}

/// Flows and what else stands under the pointer.
fn point(
    ui: &Ui,
    response: &eframe::egui::Response,
    rect: Rect,
    map: &MapView,
    live: &[Node],
    view: &View,
    actions: &mut Vec<Action>,
) {
    let Some(pointer) = response.hover_pos() else { return };
    let at = pointer - rect.min;
    let subject = subject_at(live, Point::new(at.x, at.y), TOUCH);
    let item = match subject {
        Some(Subject::Item(id)) => Some(id.clone()),
        _ => None,
    };
    if let Some(id) = &item {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
        actions.push(Action::Hover(Some(id.clone())));
    }
    // It would lie over the menu of what it is about.
    if let Some(id) = item.as_ref().filter(|_| !Popup::is_any_open(ui.ctx())) {
        Tooltip::always_open(
            ui.ctx().clone(),
            ui.layer_id(),
            WidgetId::unique("flow-card"),
            pointer,
        )
        .gap(14.0)
        .show(|ui| {
            item_card(ui, id, view);
            problem::hints(ui, [id], view);
        });
    }
    if item.is_none() && !response.dragged() && !Popup::is_any_open(ui.ctx()) {
        super::layers::card(ui, map, rect.min, pointer, view);
    }
    if response.clicked() {
        match item {
            Some(id) => actions.push(Action::Select(id, SelectHow::of(ui))),
            None => actions.push(Action::SelectNothing),
        }
    }
}

fn item_card(ui: &mut Ui, id: &Id, view: &View) {
    match view.plan.item(id) {
        Some(Item::Site(site)) => site_card(ui, &site.id, view),
        Some(item) => {
            ui.strong(view.names().of(&item));
            if let Some(planned) = item.timing().and_then(|timing| timing.planned) {
                ui.label(view.names().span_with_year(planned));
            }
        }
        None => {}
    }
}

/// Name, state, people and materiel, what comes next, and where it is from.
fn site_card(ui: &mut Ui, id: &SiteId, view: &View) {
    let lang = view.words.lang();
    let Some(site) = view.plan.sites().get(id) else { return };
    ui.strong(view.names().site(id));
    let kind = view.words.word("site-kind", site.kind.as_word());
    ui.label(format!("{kind} · {}", view.state_word(id)));
    if let Some(now) = view.snapshot.site(id) {
        let people = view.words.fill("people", &[("count", now.holdings.personnel.total().into())]);
        let materiel = holdings::materiel(&now.holdings, view.words);
        let materiel = materiel.into_iter().map(|(kind, count)| format!("{count} {kind}"));
        ui.label(std::iter::once(people).chain(materiel).collect::<Vec<_>>().join(" · "));
    }
    if let Some((day, what)) = next_event(view, id) {
        ui.label(format!("{} {} – {what}", view.words.text("next"), date_short(day, lang)));
    }
    let source = site.basis.iter().find_map(|basis| basis.source.as_ref());
    if let Some(source) = source {
        ui.small(view.names().item(source));
    }
}

/// What begins or ends at a site next.
fn next_event(view: &View, site: &SiteId) -> Option<(Day, String)> {
    let now = view.moment.day();
    let names = view.names();
    let activities = view.plan.activities().iter();
    let dated = activities.filter(|a| a.site.as_ref() == Some(site)).filter_map(|activity| {
        let span = view.schedule.span(view.track, &activity.id)?;
        let day = [span.start, span.end].into_iter().flatten().find(|day| *day > now)?;
        Some((day, names.activity(activity)))
    });
    dated.min_by_key(|(day, _)| *day)
}

fn context_menu(
    response: &eframe::egui::Response,
    place_at: impl Fn(Pos2) -> LonLat,
    view: &View,
    actions: &mut Vec<Action>,
) {
    let id = WidgetId::unique("map-menu-place");
    let ctx = response.ctx.clone();
    if response.secondary_clicked()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let place = place_at(pointer);
        ctx.data_mut(|data| data.insert_temp(id, (place.lon(), place.lat())));
    }
    response.context_menu(|ui| {
        let Some((lon, lat)) = ui.data(|data| data.get_temp::<(f64, f64)>(id)) else { return };
        let place = LonLat::wrapped(lon, lat);
        let copies = [Some(decimal(place)), Some(dms(place)), mgrs(place, 5)];
        for text in copies.into_iter().flatten() {
            let name = view.words.fill("copy-text", &[("text", text.as_str().into())]);
            if ui.button(name).clicked() {
                actions.push(Action::CopyText(text));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(view.words.text("action-fit-map")).clicked() {
            actions.push(Action::FitMap);
            ui.close();
        }
    });
}
