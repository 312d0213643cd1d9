// The map: what of it is seen, and what the pointer is on.

const STAGE = { width: 1280, height: 720 };
const HOME = { x: 0, y: 0, closer: 1 };
const CLOSEST = 12, FARTHEST = 0.6;
/** From which zoom the finer ground is drawn, in levels. */
const FINE_GROUND = 1.2;
/** How far beside a symbol the pointer may be, in points. */
const TOUCH = 17;
/** What goes farther from picture to picture is something else, in points. */
const FARTHEST_STEP = 80;
/** The longest scale bar, in points. */
const LONGEST_BAR = 150;

const map = new Sheet(document.getElementById("map"));
/** The point of the stage in the middle, and how much closer it is than all of it. */
let view = { ...HOME };
let flight = null;
let moved = false; // by the reader, since the last chapter

/** Points of the map to one of the stage. */
const scale = () =>
  view.closer * Math.min(map.width / STAGE.width, map.height / STAGE.height);
const isHome = () => view.x === 0 && view.y === 0 && view.closer === 1;

function layers() {
  const zoom = Math.log2(scale());
  const levels = told().levels;
  return levels.reduce((best, level) =>
    Math.abs(level.closer - zoom) < Math.abs(best.closer - zoom) ? level : best);
}

/** Whether the chapter shows a layer: all, where it does not say, but what is only
 * shown where it is asked for. */
function shows(name) {
  const layers = told().chapters[chapter]?.layers;
  return layers ? layers.includes(name) : name !== "critical";
}

/** Where the origin of lists lies on the canvas. */
function origin() {
  const s = scale();
  return [map.width / 2 - view.x * s, map.height / 2 - view.y * s];
}

function drawMap() {
  map.fit();
  const ctx = map.ctx;
  map.place(0, 0);
  ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--water");
  ctx.fillRect(0, 0, map.width, map.height);
  const s = scale();
  const [closer, ground] = data.grounds[Math.log2(s) < FINE_GROUND ? 0 : 1];
  for (const [name, list] of ground) {
    if (shows(name)) drawList(pool.lists[list], s / 2 ** closer);
  }
  const level = layers();
  const close = closeNumber();
  for (const [name, course] of Object.entries(level.layers)) {
    if (!shows(name) || name === "furniture") continue;
    if (name === "batches") drawMoving(course, s / 2 ** level.closer);
    else drawList(listAt(course, close), s / 2 ** level.closer);
  }
  drawFurniture(close);
}

function drawList(list, factor) {
  const [x, y] = origin();
  for (const number of list) {
    const [node, dx, dy] = pool.entries[number];
    map.node(node, x + dx * factor, y + dy * factor, factor);
  }
}

/** What travels, on its way from one picture to the next. */
function drawMoving(course, factor) {
  const [x, y] = origin();
  const number = momentNumber();
  const [list, next] = [listAt(course, number), listAt(course, number + 1)];
  const [from, to] = [data.moments[number], data.moments[number + 1]];
  const share = to > from ? Math.min(Math.max((state.moment - from) / (to - from), 0), 1) : 0;
  list.forEach((each, i) => {
    const [node, dx, dy, subject] = pool.entries[each];
    const [, nx, ny, then] = pool.entries[next[i] ?? each];
    // Others than these have taken the place of what has arrived.
    const same = list.length === next.length && subject === then
      && Math.hypot(nx - dx, ny - dy) * factor < FARTHEST_STEP;
    const part = same ? share : 0;
    map.node(node, x + (dx + (nx - dx) * part) * factor, y + (dy + (ny - dy) * part) * factor);
  });
}

/** Title, legend and the like keep to their corners. */
function drawFurniture(number) {
  const levels = told().levels;
  const small = map.height < 560 || map.width < 900;
  const level = levels[small ? 0 : 1];
  const [width, height] = level.size;
  const exact = isHome() && map.width === width && map.height === height;
  let locator = false;
  for (const entry of listAt(level.layers.furniture, number)) {
    const [node, across, down, part] = pool.entries[entry];
    if (part === "scale" && !exact) continue;
    if (part === "locator") {
      if (!isHome()) continue;
      locator = true;
    }
    map.node(node, (map.width - width) * across, (map.height - height) * down);
  }
  if (!exact) drawScale(Math.min(width, height) * 0.03, locator);
}

/** The scale bar of a view that was not drawn beforehand. */
function drawScale(edge, beside) {
  const metersPerPoint = data.metersPerPoint / scale();
  const room = LONGEST_BAR * metersPerPoint;
  const power = 10 ** Math.floor(Math.log10(room));
  const meters = [5, 2, 1].map((n) => n * power).find((length) => length <= room);
  const text = meters >= 1000
    ? `${Math.round(meters / 1000)}\u00a0${word("km")}` : `${Math.round(meters)}\u00a0${word("m")}`;
  const length = meters / metersPerPoint;
  const right = map.width - edge - (beside ? 148 : 0);
  const base = map.height - edge - 18;
  const ctx = map.ctx;
  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name);
  map.place(0, 0);
  ctx.setLineDash([]);
  for (const [ink, width] of [["--ground", 4], ["--text", 1.3]]) {
    ctx.strokeStyle = color(ink);
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(right - length, base - 6);
    ctx.lineTo(right - length, base);
    ctx.lineTo(right, base);
    ctx.lineTo(right, base - 6);
    ctx.moveTo(right - length / 2, base - 4);
    ctx.lineTo(right - length / 2, base);
    ctx.stroke();
  }
  ctx.font = "400 11px Inter";
  ctx.letterSpacing = "0px";
  ctx.textAlign = "right";
  ctx.strokeStyle = color("--ground");
  ctx.lineWidth = 6;
  ctx.strokeText(text, right, base - 10);
  ctx.fillStyle = color("--text");
  ctx.fillText(text, right, base - 10);
}

/** Zooms by a factor; the point of the canvas stays where it is. */
function zoomAbout(x, y, factor) {
  const closer = Math.min(Math.max(view.closer * factor, FARTHEST), CLOSEST);
  const before = scale();
  const after = (before * closer) / view.closer;
  const [dx, dy] = [x - map.width / 2, y - map.height / 2];
  look({ x: view.x + dx / before - dx / after, y: view.y + dy / before - dy / after, closer });
}

function panBy(dx, dy) {
  look({ ...view, x: view.x - dx / scale(), y: view.y - dy / scale() });
}

/** A view of the reader's own. The map is never lost from sight. */
function look(wish) {
  const within = (x, most) => Math.min(Math.max(x, -most), most);
  view = { ...wish, x: within(wish.x, STAGE.width / 2), y: within(wish.y, STAGE.height / 2) };
  [flight, moved] = [null, true];
  redraw();
}

/** Lets the camera travel; at once for readers who want no motion. */
function flyTo(camera) {
  const to = camera ? { x: camera[0], y: camera[1], closer: camera[2] } : { ...HOME };
  moved = false;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) view = to;
  else flight = { from: view, to, begun: performance.now(), seconds: 1 };
  redraw();
}

/** A step of the flight; whether it goes on. */
function fly(now) {
  if (!flight) return false;
  const share = Math.min((now - flight.begun) / 1000 / flight.seconds, 1);
  const eased = share * share * (3 - 2 * share);
  const { from, to } = flight;
  const closer = from.closer * (to.closer / from.closer) ** eased;
  // The middle follows the zoom, so that the way looks straight.
  const way = from.closer === to.closer
    ? eased : (1 / from.closer - 1 / closer) / (1 / from.closer - 1 / to.closer);
  view = { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, closer };
  if (share === 1) [view, flight] = [to, null];
  return true;
}

/** The item under a point of the canvas: its number among the cards. */
function subjectAt(x, y) {
  const level = layers();
  const factor = scale() / 2 ** level.closer;
  const [x0, y0] = origin();
  const numbers = { sites: closeNumber(), batches: momentNumber() };
  for (const name of Object.keys(numbers).filter(shows)) {
    for (const entry of [...listAt(level.layers[name] ?? [], numbers[name])].reverse()) {
      const [, dx, dy, subject] = pool.entries[entry];
      const near = Math.hypot(x0 + dx * factor - x, y0 + dy * factor - y) < TOUCH;
      if (near && subject !== undefined) return subject;
    }
  }
  const ctx = map.ctx;
  for (const entry of shows("flows") ? listAt(level.layers.flows ?? [], numbers.sites) : []) {
    const [node, , , subject] = pool.entries[entry];
    const [kind, outline, , stroke] = pool.nodes[node];
    if (kind !== STRETCHED || stroke < 0 || subject === undefined) continue;
    map.place(x0, y0, factor);
    ctx.setLineDash([]);
    ctx.lineWidth = (pool.strokes[stroke][1] + 8) / factor;
    if (ctx.isPointInStroke(outlineOf(outline), x * map.ratio, y * map.ratio)) return subject;
  }
  return undefined;
}

const card = document.getElementById("card");

/** Shows what is under the pointer, or nothing. */
function point(x, y) {
  const about = told().cards[subjectAt(x, y) ?? -1];
  map.canvas.classList.toggle("on-item", !!about);
  card.hidden = !about;
  if (!about) return;
  const number = closeNumber();
  const [, stateWord, there] = about.days?.findLast(([from]) => from <= number) ?? [];
  const kind = [about.kind, stateWord].filter(Boolean).join(" · ");
  const lines = [about.name, kind, there, about.dates, about.source];
  card.replaceChildren(...lines.map((text, i) => {
    const line = document.createElement(i === 0 ? "strong" : "span");
    line.textContent = text ?? "";
    line.hidden = !text;
    if (i === 4) line.className = "source";
    return line;
  }));
  const box = card.getBoundingClientRect();
  card.style.left = `${Math.max(4, Math.min(x + 16, map.width - box.width - 8))}px`;
  card.style.top = `${Math.max(4, y + 18 + box.height > map.height ? y - box.height - 12 : y + 18)}px`;
}
