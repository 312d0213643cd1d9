// What the reader does: keys, buttons, and the words of the page.

const byId = (id) => document.getElementById(id);
const PANELS = ["chapters", "notes", "keys", "go-to"];
/** A day in the milliseconds of dates. */
const DAY = 86400000;

let typed = ""; // the number of a chapter, up to Enter

const zoomMiddle = (factor) => zoomAbout(map.width / 2, map.height / 2, factor);
const home = () => flyTo(null);

function toggle(id) {
  const panel = byId(id);
  const shown = panel.hidden;
  closePanels();
  panel.hidden = !shown;
  tell();
}

function closePanels() {
  for (const panel of PANELS) byId(panel).hidden = true;
}

/** Asks for a day, typed or picked. */
function askForDay() {
  toggle("go-to");
  if (byId("go-to").hidden) return;
  const day = byId("day");
  // The close of a day is the beginning of the next.
  [day.min, day.max] = [first, last].map((close) => new Date((close - 1) * DAY).toISOString().slice(0, 10));
  day.valueAsNumber = (closeOf(state.moment) - 1) * DAY;
  day.focus();
}

function takeDay() {
  const number = byId("day").valueAsNumber;
  if (Number.isNaN(number)) return;
  closePanels();
  map.canvas.focus();
  holdAt(Math.round(number / DAY) + 1);
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
  { keys: ["ArrowLeft"], ctrl: true, act: () => stepEvent(-1) },
  { keys: ["ArrowRight"], ctrl: true, show: "Ctrl ← →", hint: "event", act: () => stepEvent(1) },
  { keys: ["Home"], act: () => goTo(first) },
  { keys: ["End"], show: "Home End", hint: "ends", act: () => goTo(last) },
  { keys: ["g"], show: "G", hint: "go-to", act: askForDay },
  { keys: ["PageUp"], act: () => stepChapter(-1) },
  { keys: ["PageDown"], show: "PgUp PgDn", hint: "chapter", act: () => stepChapter(1) },
  { show: "1…9 ↵", hint: "jump" },
  { keys: ["j"], act: () => shuttle(-1) },
  { keys: ["k"], act: () => play(0) },
  { keys: ["l"], show: "J K L", hint: "jkl", act: () => shuttle(1) },
  { keys: ["["], act: () => changeSpeed(-1) },
  { keys: ["]"], show: "[ ]", hint: "speed", act: () => changeSpeed(1) },
  { keys: ["i"], act: loopFrom },
  { keys: ["o"], show: "I O", hint: "loop-ends", act: loopUntil },
  { keys: ["l"], ctrl: true, show: "Ctrl L", hint: "loop", act: cycleLoop },
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
  if (event.altKey || event.metaKey) return;
  const { key, code, target, ctrlKey } = event;
  if (target === byId("day")) {
    // What is typed there is a date.
    if (key === "Enter") takeDay();
    else if (key === "Escape") leave();
    else return;
    event.preventDefault();
    return;
  }
  const onButton = target instanceof HTMLButtonElement;
  if (onButton && (key === " " || (key === "Enter" && !typed))) return;
  if (!ctrlKey && (code === "BracketLeft" || code === "BracketRight")) {
    // By place, as in the program: these signs are hard to reach on many keyboards.
    changeSpeed(code === "BracketLeft" ? -1 : 1);
  } else if (!ctrlKey && /^[0-9]$/.test(key) && (key !== "0" || typed)) {
    typed += key;
    tell();
  } else if (key === "Enter" && typed) {
    goToChapter(Number(typed) - 1);
    typed = "";
  } else if (key === "Escape") {
    leave();
  } else {
    const pressed = key.length === 1 ? key.toLowerCase() : key;
    const entry = KEYS.find((each) => each.keys?.includes(pressed) && !!each.ctrl === ctrlKey);
    if (!entry) return;
    entry.act(event);
  }
  event.preventDefault();
}

/** Back from whatever is open. */
function leave() {
  typed = "";
  closePanels();
  if (document.body.classList.contains("map-only")) mapOnly();
  tell();
}

// What has not changed is left alone: a screen reader would say it again.
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function set(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** What changes with every picture besides the pictures. */
function tell() {
  const chapters = told().chapters;
  const current = chapters[chapter];
  byId("play").classList.toggle("playing", pace !== 0);
  for (const name of ["aria-label", "title"]) set(byId("play"), name, word(pace === 0 ? "play" : "pause"));
  write(byId("speed"), `${speed * Math.max(Math.abs(pace), 1)}`);
  set(byId("loop"), "aria-pressed", String(loop.mode !== LOOP_OFF));
  const date = told().dates[closeOf(state.moment) - first] ?? "";
  write(byId("date"), date);
  const position = byId("position");
  position.value = state.moment;
  position.style.setProperty("--share", `${(100 * (state.moment - first)) / (last - first || 1)}%`);
  set(position, "aria-valuetext", date);
  set(map.canvas, "aria-label", `${word("map")}, ${date}`);
  const named = current ? `${chapter + 1}/${chapters.length}  ${current.title}` : "";
  write(byId("chapter"), typed ? `${typed}…` : named);
  write(byId("notes-text"), current?.notes || word("no-notes"));
  write(byId("notes-title"), current?.title ?? word("notes"));
  for (const panel of PANELS) {
    set(document.querySelector(`[aria-controls=${panel}]`), "aria-expanded", String(!byId(panel).hidden));
  }
}

/** A button for each chapter, which stays when its words change. */
function makeChapters() {
  byId("chapter-list").replaceChildren(...told().chapters.map((_, i) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.addEventListener("click", () => goToChapter(i));
    item.append(button);
    return item;
  }));
}

const chapterButtons = () => [...byId("chapter-list").querySelectorAll("button")];

function markChapter() {
  chapterButtons().forEach((button, i) => {
    button.classList.toggle("current", i === chapter);
    if (i === chapter) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  });
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
  chapterButtons().forEach((button, i) => {
    button.textContent = `${i + 1}  ${told().chapters[i].title}`;
  });
  byId("date").title = word("go-to");
  card.hidden = true;
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
      holdAt(momentAt(sheet, event.offsetX));
    });
  }
  timeline.canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    scrollRows(event.deltaMode === 1 ? event.deltaY * 26 : event.deltaY);
  }, { passive: false });
  const position = byId("position");
  [position.min, position.max] = [first, last];
  position.addEventListener("input", () => holdAt(Number(position.value)));
  const buttons = {
    "play": () => play(pace === 0 ? 1 : 0),
    "previous": () => stepChapter(-1),
    "next": () => stepChapter(1),
    "slower": () => changeSpeed(-1),
    "faster": () => changeSpeed(1),
    "open-chapters": () => toggle("chapters"),
    "open-notes": () => toggle("notes"),
    "open-keys": () => toggle("keys"),
    "date": askForDay,
    "take-day": takeDay,
    "loop": cycleLoop,
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
  makeChapters();
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
