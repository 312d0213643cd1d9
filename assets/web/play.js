// The clock of the page: where it stands, how it moves, and the chapters it follows.

const SPEEDS = [1, 2, 5, 10, 30];
const first = data.moments[0];
const last = data.moments[data.moments.length - 1];
/** Moments this near to each other are one, in days. */
const NEAR = 1e-6;

// What is played again and again: nothing, some days, all days.
const [LOOP_OFF, LOOP_RANGE, LOOP_ALL] = [0, 1, 2];
/** Its days by their closes; null where it is open. */
const loop = { mode: LOOP_OFF, from: null, until: null };

let speed = SPEEDS.reduce((best, s) =>
  Math.abs(s - data.daysPerSecond) < Math.abs(best - data.daysPerSecond) ? s : best);
/** Forwards 1, 2, 4 or 8, backwards as much less than 0; 0: pause. */
let pace = 0;
let chapter = -1;
let drawing = false;
let before = 0;

/** The close of the day that a moment belongs to. */
const closeOf = (moment) => Math.ceil(moment - NEAR);

/** Draws the next picture, once however often it is asked for. */
function redraw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame((now) => {
    drawing = false;
    // Days wait until the camera is there.
    const flies = fly(now);
    if (pace !== 0 && !flies) advance(Math.min((now - before) / 1000, 0.25));
    before = now;
    drawMap();
    if (!document.body.classList.contains("map-only")) drawPanels();
    tell();
    if (flies || pace !== 0) redraw();
  });
}

function advance(seconds) {
  const current = told().chapters[chapter];
  const to = state.moment + seconds * speed * pace;
  // A chapter that is followed ends where its last day does.
  const ends = current && !moved && pace > 0 && to >= current.until && state.moment <= current.until;
  if (ends && loop.mode === LOOP_OFF && chapter + 1 < told().chapters.length) {
    goToChapter(chapter + 1);
    return;
  }
  const [from, until] = loop.mode === LOOP_RANGE ? loopRange() : [first, last];
  if (pace > 0 ? to < until : to > from) {
    goTo(to);
  } else if (loop.mode === LOOP_OFF) {
    goTo(pace > 0 ? last : first);
    pace = 0;
  } else {
    goTo(pace > 0 ? from : until);
  }
}

function goTo(moment) {
  state.moment = Math.min(Math.max(moment, first), last);
  redraw();
}

/** To a moment; what plays is held. */
function holdAt(close) {
  pace = 0;
  goTo(close);
}

function play(wish) {
  if (wish > 0 && state.moment >= last) state.moment = first;
  // A pause stands at the close of its day.
  if (wish === 0 && pace !== 0) state.moment = Math.min(closeOf(state.moment), last);
  pace = wish;
  before = performance.now();
  redraw();
}

/** From the beginning of the first day of the loop to the close of its last. */
const loopRange = () =>
  [Math.max((loop.from ?? first) - 1 + 2 * NEAR, first), loop.until ?? last];

/** Makes the day shown one end of the loop; another end that is beyond it is dropped. */
function loopAt(end, other, isBeyond) {
  loop[end] = closeOf(state.moment);
  if (loop[other] !== null && isBeyond(loop[other], loop[end])) loop[other] = null;
  loop.mode = LOOP_RANGE;
  redraw();
}
const loopFrom = () => loopAt("from", "until", (until, from) => until < from);
const loopUntil = () => loopAt("until", "from", (from, until) => from > until);

function cycleLoop() {
  loop.mode = (loop.mode + 1) % 3;
  redraw();
}

function goToChapter(number) {
  const wanted = told().chapters[number];
  if (!wanted) return;
  chapter = number;
  goTo(wanted.from);
  flyTo(wanted.camera);
  if (wanted.until <= wanted.from) pace = 0;
  markChapter();
}

/** The chapter before or after, by number or, with none chosen, by date. */
function stepChapter(by) {
  const chapters = told().chapters;
  if (chapter >= 0) return goToChapter(Math.min(Math.max(chapter + by, 0), chapters.length - 1));
  const after = chapters.findIndex((c) => c.from > state.moment + NEAR);
  const next = after < 0 ? chapters.length : after;
  goToChapter(Math.min(Math.max(by > 0 ? next : next - 1, 0), chapters.length - 1));
}

/** Days move from close to close. */
const stepDays = (by) => {
  const whole = by > 0 ? Math.floor(state.moment + NEAR) : closeOf(state.moment);
  holdAt(whole + by);
};

/** To the next or the last day on which something begins, ends or happens. */
function stepEvent(by) {
  const now = closeOf(state.moment);
  const day = by > 0
    ? data.eventDays.find((close) => close > now)
    : data.eventDays.findLast((close) => close < now);
  if (day !== undefined) holdAt(day);
}

const changeSpeed = (by) => {
  speed = SPEEDS[Math.min(Math.max(SPEEDS.indexOf(speed) + by, 0), SPEEDS.length - 1)];
  redraw();
};

// Backwards and forwards: twice as fast with every press.
const shuttle = (way) => play(Math.sign(pace) === way ? way * Math.min(Math.abs(pace) * 2, 8) : way);
