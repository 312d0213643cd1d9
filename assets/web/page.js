// The page: playing, chapters, keys and buttons.

const byId = (id) => document.getElementById(id);
const SPEEDS = [1, 2, 5, 10, 30];
const first = data.moments[0];
const last = data.moments[data.moments.length - 1];

let speed = SPEEDS.reduce((best, s) =>
  Math.abs(s - data.daysPerSecond) < Math.abs(best - data.daysPerSecond) ? s : best);
/** Forwards 1, 2, 4 or 8, backwards as much less than 0; 0: pause. */
let pace = 0;
let chapter = -1;
let typed = ""; // the number of a chapter, up to Enter
let drawing = false;
let before = 0;

/** Draws the next picture, once however often it is asked for. */
function redraw() {
  if (drawing) return;
  drawing = true;
  requestAnimationFrame((now) => {
    drawing = false;
    const flies = fly(now);
    if (pace !== 0) advance(Math.min((now - before) / 1000, 0.25));
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
  if (current && !moved && pace > 0 && to >= current.until && state.moment <= current.until) {
    if (chapter + 1 < told().chapters.length) {
      goToChapter(chapter + 1);
      return;
    }
  }
  if (pace > 0 ? to >= last : to <= first) pace = 0;
  goTo(to);
}

function goTo(moment) {
  state.moment = Math.min(Math.max(moment, first), last);
  redraw();
}

function play(wish) {
  if (wish > 0 && state.moment >= last) state.moment = first;
  pace = wish;
  before = performance.now();
  redraw();
}

function goToChapter(number) {
  const wanted = told().chapters[number];
  if (!wanted) return;
  chapter = number;
  goTo(wanted.from);
  flyTo(wanted.camera);
  if (wanted.until <= wanted.from) pace = 0;
  writeChapters();
}

/** The chapter before or after, by number or, with none chosen, by date. */
function stepChapter(by) {
  const chapters = told().chapters;
  if (chapter >= 0) return goToChapter(Math.min(Math.max(chapter + by, 0), chapters.length - 1));
  const after = chapters.findIndex((c) => c.from > state.moment + 1e-6);
  const next = after < 0 ? chapters.length : after;
  goToChapter(Math.min(Math.max(by > 0 ? next : next - 1, 0), chapters.length - 1));
}

/** Days move from close to close. */
const stepDays = (by) => {
  pace = 0;
  const whole = by > 0 ? Math.floor(state.moment + 1e-6) : Math.ceil(state.moment - 1e-6);
  goTo(whole + by);
};

const changeSpeed = (by) => {
  speed = SPEEDS[Math.min(Math.max(SPEEDS.indexOf(speed) + by, 0), SPEEDS.length - 1)];
  redraw();
};

// Backwards and forwards: twice as fast with every press.
const shuttle = (way) => play(Math.sign(pace) === way ? way * Math.min(Math.abs(pace) * 2, 8) : way);

const zoomMiddle = (factor) => zoomAbout(map.width / 2, map.height / 2, factor);
const home = () => flyTo(null);

function toggle(id) {
  const panel = byId(id);
  const shown = panel.hidden;
  for (const other of ["chapters", "notes", "keys"]) byId(other).hidden = true;
  panel.hidden = !shown;
  tell();
}

function mapOnly() {
  document.body.classList.toggle("map-only");
  still = null;
  redraw();
}

function switchLanguage() {
  state.lang = state.lang === "fr" ? "en" : "fr";
  still = null;
  writeWords();
}

function switchTheme() {
  state.dark = !state.dark;
  still = null;
  writeWords();
}

/** What each key does; letters by what is typed, whatever the layout. */
const KEYS = [
  { keys: [" "], show: "␣", hint: "play", act: () => play(pace === 0 ? 1 : 0) },
  { keys: ["ArrowLeft"], act: (e) => stepDays(e.shiftKey ? -7 : -1) },
  { keys: ["ArrowRight"], show: "← →", hint: "day", act: (e) => stepDays(e.shiftKey ? 7 : 1) },
  { show: "⇧ ← →", hint: "week" },
  { keys: ["Home"], act: () => goTo(first) },
  { keys: ["End"], show: "Home End", hint: "ends", act: () => goTo(last) },
  { keys: ["PageUp"], act: () => stepChapter(-1) },
  { keys: ["PageDown"], show: "PgUp PgDn", hint: "chapter", act: () => stepChapter(1) },
  { show: "1…9 ↵", hint: "jump" },
  { keys: ["j"], act: () => shuttle(-1) },
  { keys: ["k"], act: () => play(0) },
  { keys: ["l"], show: "J K L", hint: "jkl", act: () => shuttle(1) },
  { keys: ["["], act: () => changeSpeed(-1) },
  { keys: ["]"], show: "[ ]", hint: "speed", act: () => changeSpeed(1) },
  { keys: ["+", "="], act: () => zoomMiddle(Math.SQRT2) },
  { keys: ["-"], act: () => zoomMiddle(Math.SQRT1_2) },
  { keys: ["0"], show: "+ − 0", hint: "zoom", act: home },
  { show: "🖰", hint: "drag" },
  { keys: ["ArrowUp"], act: () => scrollRows(-26) },
  { keys: ["ArrowDown"], act: () => scrollRows(26) },
  { keys: ["m"], show: "M", hint: "map-only", act: mapOnly },
  { keys: ["n"], show: "N", hint: "notes", act: () => toggle("notes") },
  { keys: ["e"], show: "E", hint: "language", act: switchLanguage },
  { keys: ["t"], show: "T", hint: "theme", act: switchTheme },
  { keys: ["?", "F1"], show: "?", hint: "keys", act: () => toggle("keys") },
];

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const onButton = event.target instanceof HTMLButtonElement;
  if (onButton && (event.key === " " || (event.key === "Enter" && !typed))) return;
  if (event.code === "BracketLeft" || event.code === "BracketRight") {
    // By place, as in the program: these signs are hard to reach on many keyboards.
    changeSpeed(event.code === "BracketLeft" ? -1 : 1);
  } else if (/^[0-9]$/.test(event.key) && (event.key !== "0" || typed)) {
    typed += event.key;
    tell();
  } else if (event.key === "Enter" && typed) {
    goToChapter(Number(typed) - 1);
    typed = "";
  } else if (event.key === "Escape") {
    typed = "";
    for (const panel of ["chapters", "notes", "keys"]) byId(panel).hidden = true;
    if (document.body.classList.contains("map-only")) mapOnly();
    tell();
  } else {
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const key = KEYS.find((entry) => entry.keys?.includes(pressed));
    if (!key) return;
    key.act(event);
  }
  event.preventDefault();
}

/** What changes with every picture besides the pictures. */
function tell() {
  const chapters = told().chapters;
  const current = chapters[chapter];
  byId("play").classList.toggle("playing", pace !== 0);
  byId("play").setAttribute("aria-label", word(pace === 0 ? "play" : "pause"));
  byId("play").title = word(pace === 0 ? "play" : "pause");
  byId("speed").textContent = `${speed * Math.max(Math.abs(pace), 1)}`;
  const date = told().dates[Math.round(Math.floor(state.moment - first + 1e-6))] ?? "";
  byId("date").textContent = date;
  const position = byId("position");
  position.value = state.moment;
  position.setAttribute("aria-valuetext", date);
  map.canvas.setAttribute("aria-label", `${word("map")}, ${date}`);
  const named = current ? `${chapter + 1}/${chapters.length}  ${current.title}` : "";
  byId("chapter").textContent = typed ? `${typed}…` : named;
  byId("notes-text").textContent = current?.notes || word("no-notes");
  byId("notes-title").textContent = current?.title ?? word("notes");
  for (const panel of ["chapters", "notes", "keys"]) {
    byId("open-" + panel).setAttribute("aria-expanded", String(!byId(panel).hidden));
  }
}

function writeChapters() {
  byId("chapter-list").replaceChildren(...told().chapters.map((each, i) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.textContent = `${i + 1}  ${each.title}`;
    button.classList.toggle("current", i === chapter);
    button.addEventListener("click", () => goToChapter(i));
    item.append(button);
    return item;
  }));
}

/** All words of the page, after a change of language or theme. */
function writeWords() {
  document.documentElement.lang = state.lang;
  document.documentElement.dataset.theme = state.dark ? "dark" : "light";
  document.title = byId("title").textContent = told().title;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.title = word(element.dataset.label);
    element.setAttribute("aria-label", word(element.dataset.label));
  }
  byId("key-list").replaceChildren(...KEYS.filter((key) => key.show).flatMap((key) => {
    const [sign, hint] = [document.createElement("dt"), document.createElement("dd")];
    sign.textContent = key.show;
    hint.textContent = word("key-" + key.hint);
    return [sign, hint];
  }));
  card.hidden = true;
  writeChapters();
  redraw();
}

/** A drag: `moves` is told how far, in points, and where. */
function onDrag(canvas, moves) {
  canvas.addEventListener("pointerdown", (event) => {
    if (event.button > 1) return;
    canvas.setPointerCapture(event.pointerId);
    moves(0, 0, event);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (canvas.hasPointerCapture(event.pointerId)) moves(event.movementX, event.movementY, event);
  });
}

function start() {
  map.canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 24 : 1;
    zoomAbout(event.offsetX, event.offsetY, 2 ** (-(event.deltaY * lines) / 240));
  }, { passive: false });
  map.canvas.addEventListener("dblclick", (event) =>
    zoomAbout(event.offsetX, event.offsetY, event.shiftKey ? 0.5 : 2));
  onDrag(map.canvas, (dx, dy) => {
    card.hidden = true;
    if (dx || dy) panBy(dx, dy);
  });
  map.canvas.addEventListener("pointermove", (event) => {
    if (!event.buttons) point(event.offsetX, event.offsetY);
  });
  map.canvas.addEventListener("pointerleave", () => (card.hidden = true));
  for (const sheet of [curve, timeline]) {
    onDrag(sheet.canvas, (dx, dy, event) => {
      pace = 0;
      goTo(momentAt(sheet, event.offsetX));
    });
  }
  timeline.canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    scrollRows(event.deltaMode === 1 ? event.deltaY * 26 : event.deltaY);
  }, { passive: false });
  const position = byId("position");
  [position.min, position.max] = [first, last];
  position.addEventListener("input", () => {
    pace = 0;
    goTo(Number(position.value));
  });
  const buttons = {
    "play": () => play(pace === 0 ? 1 : 0),
    "previous": () => stepChapter(-1),
    "next": () => stepChapter(1),
    "slower": () => changeSpeed(-1),
    "faster": () => changeSpeed(1),
    "open-chapters": () => toggle("chapters"),
    "open-notes": () => toggle("notes"),
    "open-keys": () => toggle("keys"),
    "language": switchLanguage,
    "theme": switchTheme,
    "alone": mapOnly,
    "closer": () => zoomMiddle(Math.SQRT2),
    "farther": () => zoomMiddle(Math.SQRT1_2),
    "home": home,
  };
  for (const [id, act] of Object.entries(buttons)) byId(id).addEventListener("click", act);
  document.addEventListener("keydown", onKey);
  window.addEventListener("resize", redraw);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
    if (state.dark !== event.matches) switchTheme();
  });
  goTo(state.moment);
  writeWords();
  // Letters have another width before their font is there.
  document.fonts.ready.then(() => {
    still = null;
    document.documentElement.dataset.ready = "yes";
    redraw();
  });
}

start();
