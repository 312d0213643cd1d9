// What the file holds, and how its parts are drawn.
//
// All pictures were drawn by Decamp: lists of nodes (paths, labels, groups) with
// their places. Nothing here knows what a plan is.

/** The data of the file, which are packed. */
async function unpacked() {
  const letters = atob(document.getElementById("data").textContent);
  const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream();
  return new Response(stream.pipeThrough(new DecompressionStream("deflate-raw"))).json();
}

const data = await unpacked();
const pool = data.pool;

/** What the reader sees: all that pictures depend on. */
const state = {
  lang: data.lang,
  dark: matchMedia("(prefers-color-scheme: dark)").matches,
  moment: data.moment, // in days since 1970
};

// Kinds of nodes: a path that keeps its size, one that stretches with the map, a
// label, a group.
const [PATH, STRETCHED, LABEL, GROUP] = [0, 1, 2, 3];
const HATCH_STEP = 8, HATCH_WIDTH = 2;
/** How far dashes run in a day of the plan, in points. */
const POINTS_A_DAY = 16;

const told = () => data.languages[state.lang];
const word = (id) => told().words["web-" + id];
const colorOf = (number) => pool.colors[number][state.dark ? 1 : 0];

const outlines = [];
const outlineOf = (number) => (outlines[number] ??= new Path2D(pool.outlines[number]));

/** The list of a course `[moment, list, …]` at the moment of this number. */
function listAt(course, moment) {
  let [low, high] = [0, course.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (course[2 * middle] <= moment) low = middle + 1;
    else high = middle;
  }
  return low > 0 ? pool.lists[course[2 * low - 1]] : [];
}

/** The number of the last moment drawn that is not after the one shown. */
function momentNumber() {
  const moments = data.moments;
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moments[middle] <= state.moment + 1e-6) low = middle + 1;
    else high = middle;
  }
  return Math.max(low - 1, 0);
}

/** The number of the close of the day shown: what stands then is shown all day. */
function closeNumber() {
  const moments = data.moments;
  let number = momentNumber();
  const reached = moments[number] >= state.moment - 1e-6;
  if (!reached && number < moments.length - 1) number++;
  // Closes are whole numbers; the last moment is one.
  while (!Number.isInteger(moments[number])) number++;
  return number;
}

/** A canvas as large as its place, with points as its units. */
class Sheet {
  constructor(canvas) {
    this.canvas = canvas;
    this.ctx = canvas.getContext("2d");
    [this.width, this.height, this.ratio] = [1, 1, 1];
  }

  /** Whether the size has changed. */
  fit() {
    const box = this.canvas.getBoundingClientRect();
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.max(box.width, 1), Math.max(box.height, 1)];
    if (width === this.width && height === this.height && ratio === this.ratio) return false;
    [this.width, this.height, this.ratio] = [width, height, ratio];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    return true;
  }

  /** Puts the origin to a point of the canvas, and stretches by a factor. */
  place(x, y, factor = 1) {
    const r = this.ratio;
    this.ctx.setTransform(r * factor, 0, 0, r * factor, r * x, r * y);
  }

  /** A node with its origin at a point; map lines are stretched by `factor`. */
  node(number, x, y, factor = 1) {
    const node = pool.nodes[number];
    if (node[0] === GROUP) {
      const clip = node[2];
      if (clip) {
        this.place(x, y);
        this.ctx.save();
        this.ctx.beginPath();
        this.ctx.rect(...clip);
        this.ctx.clip();
      }
      for (const part of node[1]) this.node(part, x, y, factor);
      if (clip) this.ctx.restore();
    } else if (node[0] === LABEL) {
      this.place(x, y);
      this.label(node);
    } else {
      const stretch = node[0] === STRETCHED ? factor : 1;
      this.place(x, y, stretch);
      this.path(node, outlineOf(node[1]), stretch);
    }
  }

  path(node, outline, stretch) {
    const ctx = this.ctx;
    const rule = node[0] === STRETCHED ? "evenodd" : "nonzero";
    if (node[2] >= 0) {
      const [first, ground] = pool.fills[node[2]];
      if (ground === undefined) {
        ctx.fillStyle = colorOf(first);
        ctx.fill(outline, rule);
      } else {
        if (ground >= 0) {
          ctx.fillStyle = colorOf(ground);
          ctx.fill(outline, rule);
        }
        ctx.fillStyle = hatch(ctx, colorOf(first), this.ratio);
        ctx.fill(outline, rule);
      }
    }
    if (node[3] >= 0) {
      const [color, width, dashes, offset] = pool.strokes[node[3]];
      ctx.strokeStyle = colorOf(color);
      ctx.lineWidth = width / stretch;
      ctx.lineJoin = "round";
      ctx.setLineDash(dashes ? dashes.map((length) => length / stretch) : []);
      const run = offset === "runs" ? -state.moment * POINTS_A_DAY : offset || 0;
      ctx.lineDashOffset = run / stretch;
      ctx.stroke(outline);
    }
  }

  label([, text, font, anchor, color, x, y, halo, rim]) {
    const ctx = this.ctx;
    const [weight, italic, size, spacing] = pool.fonts[font];
    ctx.font = `${italic ? "italic " : ""}${weight} ${size}px Inter`;
    ctx.letterSpacing = spacing + "px";
    ctx.textRendering = "geometricPrecision";
    ctx.textAlign = ["left", "center", "right"][anchor];
    if (halo !== undefined) {
      ctx.strokeStyle = colorOf(halo);
      ctx.lineWidth = rim * 2;
      ctx.lineJoin = "round";
      ctx.setLineDash([]);
      ctx.strokeText(pool.texts[text], x, y);
    }
    ctx.fillStyle = colorOf(color);
    ctx.fillText(pool.texts[text], x, y);
  }
}

const hatches = new Map();

/** Lines of a colour at 45°. */
function hatch(ctx, color, ratio) {
  const key = color + ratio;
  if (!hatches.has(key)) {
    const fine = 4 * ratio; // pixels of the tile to a point
    const tile = document.createElement("canvas");
    tile.width = tile.height = HATCH_STEP * fine;
    const pen = tile.getContext("2d");
    pen.fillStyle = color;
    pen.fillRect(((HATCH_STEP - HATCH_WIDTH) / 2) * fine, 0, HATCH_WIDTH * fine, tile.height);
    const pattern = ctx.createPattern(tile, "repeat");
    const turned = new DOMMatrix().rotate(45).translate(-HATCH_STEP / 2, 0);
    pattern.setTransform(turned.scale(1 / fine));
    hatches.set(key, pattern);
  }
  return hatches.get(key);
}
