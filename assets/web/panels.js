// Strength curve and timeline: drawn once, with the playhead above.

const panels = data.panels;
const curve = new Sheet(document.getElementById("curve"));
const timeline = new Sheet(document.getElementById("timeline"));
// How a node follows the width: not at all, with the days, with the whole.
const [FIXED, WITH_DAYS] = [0, 1];
let scrolled = 0;
/** What stays while the plan plays, as pictures; made anew when it changes. */
let still = null;

/** How much wider days are than where they were laid out. */
const wider = (sheet) => (sheet.width - panels.gutter) / (panels.width - panels.gutter);
const xOf = (sheet, moment) =>
  panels.gutter + (moment - panels.first) * panels.perDay * wider(sheet);
const momentAt = (sheet, x) =>
  panels.first + (x - panels.gutter) / panels.perDay / wider(sheet);

function drawTimed(sheet, list, dy = 0) {
  const kx = wider(sheet);
  for (const number of list) {
    const [node, x, y, mode] = pool.entries[number];
    const [kind, outline] = pool.nodes[node];
    if (kind === LABEL) {
      sheet.node(node, mode === FIXED ? x : panels.gutter + (x - panels.gutter) * kx, y + dy);
      continue;
    }
    // Only the outline is stretched, not the width of its line.
    const stretch = mode === FIXED ? [1, 0]
      : mode === WITH_DAYS ? [kx, panels.gutter * (1 - kx)] : [sheet.width / panels.width, 0];
    const stretched = new Path2D();
    stretched.addPath(outlineOf(outline), new DOMMatrix([stretch[0], 0, 0, 1, stretch[1], 0]));
    sheet.place(0, dy);
    sheet.path(pool.nodes[node], stretched, 1);
  }
}

function clipped(sheet, [x, y, width, height], draw) {
  sheet.place(0, 0);
  sheet.ctx.save();
  sheet.ctx.beginPath();
  sheet.ctx.rect(x, y, width, height);
  sheet.ctx.clip();
  draw();
  sheet.ctx.restore();
}

function paper(sheet) {
  sheet.place(0, 0);
  sheet.ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--panel");
  sheet.ctx.fillRect(0, 0, sheet.width, sheet.height);
}

/** A copy of what a canvas shows. */
function copy(sheet) {
  const picture = document.createElement("canvas");
  [picture.width, picture.height] = [sheet.canvas.width, sheet.canvas.height];
  picture.getContext("2d").drawImage(sheet.canvas, 0, 0);
  return picture;
}

function drawStill() {
  const { gutter, head } = panels;
  paper(curve);
  const chart = [gutter, 0, curve.width - gutter, curve.height];
  for (const list of Object.values(told().curve.groups)) {
    clipped(curve, chart, () => drawTimed(curve, pool.lists[list]));
  }
  paper(timeline);
  const body = { rows: 0, bars: gutter, problems: 0 };
  for (const [name, list] of Object.entries(told().timeline.groups)) {
    const left = body[name];
    const draws = left !== undefined;
    const top = draws ? head : 0;
    const start = draws ? left : name === "ruler" ? 0 : gutter;
    const area = [start, top, timeline.width - start, timeline.height - top];
    clipped(timeline, area, () => drawTimed(timeline, pool.lists[list], draws ? -scrolled : 0));
  }
  still = [copy(curve), copy(timeline)];
}

function drawPanels() {
  const resized = [curve.fit(), timeline.fit()].some(Boolean);
  scrolled = Math.min(Math.max(scrolled, 0), mostScroll());
  if (resized || !still) drawStill();
  [curve, timeline].forEach((sheet, i) => {
    sheet.ctx.setTransform(1, 0, 0, 1, 0, 0);
    sheet.ctx.drawImage(still[i], 0, 0);
  });
  drawTimed(curve, listAt(told().curve.figures, closeNumber()));
  [curve, timeline].forEach(drawPlayhead);
  drawScrollbar();
}

function drawPlayhead(sheet) {
  const x = xOf(sheet, state.moment);
  const ctx = sheet.ctx;
  sheet.place(0, 0);
  ctx.setLineDash([]);
  ctx.strokeStyle = ctx.fillStyle =
    getComputedStyle(document.documentElement).getPropertyValue("--accent");
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(x, 0);
  ctx.lineTo(x, sheet.height);
  ctx.stroke();
  if (sheet === timeline) {
    if (loop.mode === LOOP_RANGE) drawLoop();
    ctx.beginPath();
    ctx.moveTo(x - 6, 0);
    ctx.lineTo(x + 6, 0);
    ctx.lineTo(x, 8);
    ctx.fill();
  }
}

/** The days that are played again and again, on the ruler. */
function drawLoop() {
  const [from, until] = loopRange().map((moment) => xOf(timeline, moment));
  const ctx = timeline.ctx;
  ctx.globalAlpha = 0.22;
  ctx.fillRect(from, 0, until - from, panels.ruler);
  ctx.globalAlpha = 1;
}

const mostScroll = () => Math.max(told().timeline.height - timeline.height, 0);

function drawScrollbar() {
  const all = told().timeline.height - panels.head;
  const room = timeline.height - panels.head;
  if (room >= all || room <= 0) return;
  const ctx = timeline.ctx;
  timeline.place(0, 0);
  ctx.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--line");
  ctx.fillRect(timeline.width - 6, panels.head + (scrolled / all) * room, 4, (room / all) * room);
}

function scrollRows(by) {
  scrolled = Math.min(Math.max(scrolled + by, 0), mostScroll());
  still = null;
  redraw();
}
