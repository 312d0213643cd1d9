#!/usr/bin/env python3
"""Opens an exported page in headless Chromium, and uses it as a reader does.

    tests/web/run.py PROGRAM [FOLDER]

PROGRAM is decamp; pictures of the page are left in FOLDER. Without Chromium nothing
is tested, which is said, and the exit status is 77. Needs Python's own library alone:
Chromium is driven through a pipe.
"""

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUNDLED = "builtin:minusma-2023"
AT = "2023-08-20"
SIZE = (1280, 720)
# Maps whose SVG is compared with their PNG: moment, theme and size.
MAPS = [("2023-07-20", "light", SIZE), (AT, "light", SIZE), ("2023-11-15", "dark", SIZE),
        ("2023-12-20", "print", SIZE), ("2024-01-15", "light", SIZE),
        ("2023-11-15", "light", (1920, 1080)), ("2023-11-15", "light", (480, 360)),
        ("2023-11-15", "dark", (480, 360)), ("2023-11-15", "print", (480, 360))]
# Page and SVG are drawn by the browser, the PNG by Decamp; their edges and letters
# differ by shades: of every pixel the difference counts, from 0 to 255, as its mean of
# three colours; so much of them may be farther apart than a shade.
SHADE, MOST_DIFFERING, MOST_MEAN = 48, 0.02, 2.0

COMPARE = """
async ([one, two]) => {
  const pixels = async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    return [image.width, image.height, pen.getImageData(0, 0, image.width, image.height).data];
  };
  const [a, b] = [await pixels(one), await pixels(two)];
  if (a[0] !== b[0] || a[1] !== b[1]) return { sizes: [a[0], a[1], b[0], b[1]] };
  let [sum, differing] = [0, 0];
  for (let i = 0; i < a[2].length; i += 4) {
    const off = (Math.abs(a[2][i] - b[2][i]) + Math.abs(a[2][i + 1] - b[2][i + 1])
      + Math.abs(a[2][i + 2] - b[2][i + 2])) / 3;
    sum += off;
    if (off > SHADE) differing++;
  }
  return { mean: sum / (a[2].length / 4), differing: differing / (a[2].length / 4) };
}
"""


class Browser:
    """Chromium, and one page in it."""

    def __init__(self, program, size):
        to_read, self.to_write = os.pipe()
        self.to_read, to_write = os.pipe()
        self.folder = tempfile.mkdtemp()

        def pipes():
            # Chromium reads from 3 and writes to 4; neither may be hit by the other.
            read, write = os.dup(to_read), os.dup(to_write)
            os.dup2(read, 3)
            os.dup2(write, 4)

        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-pipe", "--no-first-run", f"--user-data-dir={self.folder}",
             "--force-device-scale-factor=1", f"--window-size={size[0]},{size[1]}"],
            stderr=subprocess.DEVNULL, close_fds=False, preexec_fn=pipes)
        os.close(to_read)
        os.close(to_write)
        self.number, self.buffer, self.events = 0, b"", []
        target = self.call("Target.createTarget", {"url": "about:blank"}, None)["targetId"]
        attached = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, None)
        self.session = attached["sessionId"]
        for domain in ["Network", "Page", "Runtime", "Log"]:
            self.call(f"{domain}.enable")
        self.resize(size)

    def call(self, method, params=None, session="own"):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params or {}}
        if session == "own":
            message["sessionId"] = self.session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.to_write, data):]
        while True:
            while b"\0" not in self.buffer:
                read = os.read(self.to_read, 1 << 20)
                if not read:
                    sys.exit("Chromium has ended")
                self.buffer += read
            one, self.buffer = self.buffer.split(b"\0", 1)
            answer = json.loads(one)
            if answer.get("id") == self.number:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def run(self, script):
        params = {"expression": script, "awaitPromise": True, "returnByValue": True}
        result = self.call("Runtime.evaluate", params)
        if "exceptionDetails" in result:
            sys.exit(f"{script}: {json.dumps(result['exceptionDetails'])[:600]}")
        return result["result"].get("value")

    def resize(self, size):
        self.call("Emulation.setDeviceMetricsOverride",
                  {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": False})

    def theme(self, name):
        feature = {"name": "prefers-color-scheme", "value": name}
        self.call("Emulation.setEmulatedMedia", {"features": [feature]})

    def show(self, path):
        self.call("Page.navigate", {"url": path.as_uri()})
        self.rest(0.5)

    def open(self, path):
        self.show(path)
        self.run("""new Promise((done) => {
          const look = () => document.documentElement?.dataset.ready === "yes"
            ? done() : setTimeout(look, 50);
          look();
        })""")
        self.rest()

    def rest(self, seconds=0.4):
        """Until what was asked for is drawn."""
        self.run(f"new Promise((done) => setTimeout(done, {seconds * 1000}))")

    def key(self, key, code=None, text=None, shift=False, ctrl=False):
        modifiers = (8 if shift else 0) + (2 if ctrl else 0)
        params = {"key": key, "code": code or key, "modifiers": modifiers}
        if text:
            params["text"] = text
        self.call("Input.dispatchKeyEvent", {"type": "keyDown", **params})
        self.call("Input.dispatchKeyEvent", {"type": "keyUp", **params})
        self.rest(0.15)

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **more})

    def picture(self, path=None):
        data = self.call("Page.captureScreenshot", {"format": "png"})["data"]
        if path:
            path.write_bytes(base64.b64decode(data))
        return data

    def date(self):
        return self.run("document.getElementById('date').textContent")

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def a_few_weeks(folder):
    """The bundled plan, from July to September, so that the page is soon made."""
    plan = json.loads((ROOT / "assets/plans/minusma-2023.decamp").read_text())
    plan["horizon"] = {"start": "2023-08-10", "end": "2023-09-05"}
    path = folder / "plan.decamp"
    path.write_text(json.dumps(plan))
    return path


def difference(one, two):
    """Between two pictures, as PNG in base64."""
    blank = Browser(shutil.which("chromium") or shutil.which("google-chrome"), SIZE)
    found = blank.run(f"({COMPARE.replace('SHADE', str(SHADE))})({json.dumps([one, two])})")
    blank.close()
    near = found.get("differing", 1) <= MOST_DIFFERING and found.get("mean", 255) <= MOST_MEAN
    return near, json.dumps(found)


def encoded(path):
    return base64.b64encode(path.read_bytes()).decode()


def compare_svg(program, browser, folder):
    """Each map as SVG, shown by the browser, is its PNG."""
    for at, theme, (width, height) in MAPS:
        size = f"{width}x{height}"
        svg, png = folder / "map.svg", folder / "map.png"
        browser.resize((width, height))
        for path in [svg, png]:
            subprocess.run([program, "export", BUNDLED, "--at", at, "--lang", "fr", "--size", size,
                            "--scale", "1", "--theme", theme, "--to", path], check=True)
        browser.show(svg)
        near, found = difference(browser.picture(), encoded(png))
        check(f"the SVG of {at}, {theme}, {size}, is its PNG", near, found)


def check(what, holds, more=""):
    print(("ok      " if holds else "FAILED  ") + what, more)
    if not holds:
        sys.exit(1)


def main():
    program = Path(sys.argv[1]).resolve()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        print("SKIPPED: no Chromium here, the page is not opened", file=sys.stderr)
        sys.exit(77)
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp())
    folder.mkdir(parents=True, exist_ok=True)
    plan = a_few_weeks(folder)
    page, png = folder / "plan.html", folder / "plan.png"
    export = [program, "export", plan, "--at", AT, "--lang", "fr", "--size", "1280x720",
              "--scale", "1", "--theme", "light", "--to"]
    subprocess.run([*export, page], check=True)
    subprocess.run([*export, png], check=True)

    browser = Browser(chromium, SIZE)
    browser.theme("light")
    browser.open(page)
    for lang in ["fr", "en"]:
        for theme in ["light", "dark"]:
            for size in [(1280, 720), (1920, 1080)]:
                browser.resize(size)
                browser.rest()
                browser.picture(folder / f"{lang}-{theme}-{size[0]}.png")
            browser.key("t")
        browser.key("e")
    browser.resize(SIZE)

    # The map alone is the picture that is exported.
    browser.key("m")
    browser.rest()
    shown = browser.picture(folder / "map.png")
    browser.key("m")
    near, found = difference(shown, encoded(png))
    check("the map is the PNG of the same moment", near, found)

    start = browser.date()
    check("it opens at the moment asked for", start == "20 août 2023", start)
    for keys, expect in [
        (["ArrowRight"], "21 août 2023"), (["ArrowLeft"], "20 août 2023"),
        (["Home"], "10 août 2023"), (["End"], "5 septembre 2023"),
    ]:
        for key in keys:
            browser.key(key)
        check(f"{' '.join(keys)} shows {expect}", browser.date() == expect, browser.date())
    browser.key("ArrowLeft", shift=True)
    check("a week back", browser.date() == "29 août 2023", browser.date())
    browser.key("Home")
    browser.key(" ", "Space", " ")
    browser.rest(1.2)
    browser.key(" ", "Space", " ")
    played = browser.date()
    check("Space plays", played != "10 août 2023", played)
    browser.rest(0.5)
    check("Space pauses", browser.date() == played)
    browser.key("j", text="j")
    browser.rest(0.8)
    browser.key("k", text="k")
    check("J plays backwards, K pauses", browser.date() != played, browser.date())
    browser.key("1", "Digit1", "1")
    browser.key("Enter", "Enter", "\r")
    browser.rest(1.4)
    chapter = browser.run("document.getElementById('chapter').textContent")
    check("a number and Enter go to a chapter", chapter.startswith("1/"), chapter)
    browser.key("0", "Digit0", "0")
    browser.rest(1.4)

    # From 10 August on, the only days on which something begins, ends or happens.
    browser.key("Home")
    for day in ["12", "13", "14", "15", "22"]:
        browser.key("ArrowRight", ctrl=True)
        check("Ctrl+→ goes to the next event", browser.date() == f"{day} août 2023", browser.date())
    browser.key("ArrowLeft", ctrl=True)
    check("Ctrl+← goes back", browser.date() == "15 août 2023", browser.date())
    browser.key("g", text="g")
    browser.run("document.getElementById('day').value = '2023-08-18'")
    browser.picture(folder / "go-to.png")
    browser.key("Enter", "Enter", "\r")
    check("G and a date go there", browser.date() == "18 août 2023", browser.date())
    browser.key("i", text="i")
    browser.key("ArrowRight")
    browser.key("o", text="o")
    browser.key(" ", "Space", " ")
    looped = set()
    for _ in range(12):
        browser.rest(0.15)
        looped.add(browser.date())
    browser.picture(folder / "loop.png")
    check("I and O play their days again and again",
          looped == {"18 août 2023", "19 août 2023"}, str(sorted(looped)))
    for _ in range(2):
        browser.key("l", ctrl=True)
    pressed = browser.run("document.getElementById('loop').getAttribute('aria-pressed')")
    check("Ctrl+L ends the loop", pressed == "false", pressed)
    browser.key("2", "Digit2", "2")
    browser.key("Enter", "Enter", "\r")
    browser.rest(0.3)
    check("days wait for the camera", browser.date() == "10 août 2023", browser.date())
    browser.rest(1.5)
    check("and go on then", browser.date() != "10 août 2023", browser.date())
    browser.key("k", text="k")
    browser.run("document.getElementById('open-chapters').click()")
    browser.run("document.querySelectorAll('#chapter-list button')[2].focus()")
    browser.key("Enter", "Enter", "\r")
    browser.rest(1.2)
    browser.picture(folder / "chapters.png")
    focused = browser.run("document.activeElement.className + document.activeElement.textContent")
    check("a chosen chapter keeps the focus", focused.startswith("current3"), focused)
    browser.key("Escape")
    browser.key("0", "Digit0", "0")
    browser.rest(1.4)

    before = browser.picture()
    browser.mouse("mouseWheel", 640, 250, deltaX=0, deltaY=-480)
    browser.rest()
    closer = browser.picture(folder / "closer.png")
    check("the wheel zooms", closer != before)
    browser.mouse("mousePressed", 640, 250, button="left", buttons=1, clickCount=1)
    browser.mouse("mouseMoved", 560, 220, button="left", buttons=1)
    browser.mouse("mouseReleased", 560, 220, button="left", clickCount=1)
    browser.rest()
    check("a drag pans", browser.picture() != closer)
    browser.key("0", "Digit0", "0")
    browser.rest(1.4)
    check("0 shows all again", browser.picture() == before)
    box = browser.run("(() => { const b = document.getElementById('timeline')"
                      ".getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; })()")
    browser.mouse("mousePressed", box[0] + box[2] * 0.6, box[1] + 60, button="left", buttons=1, clickCount=1)
    browser.mouse("mouseReleased", box[0] + box[2] * 0.6, box[1] + 60, button="left", clickCount=1)
    browser.rest()
    check("the timeline is scrubbed", browser.date() not in ("10 août 2023", played), browser.date())
    cards = 0
    for x in range(300, 980, 12):
        for y in range(120, 400, 24):
            browser.mouse("mouseMoved", x, y)
            if not browser.run("document.getElementById('card').hidden"):
                cards += 1
                break
        if cards:
            break
    text = browser.run("document.getElementById('card').innerText")
    check("a card says what the pointer is on", cards > 0 and len(text) > 10, repr(text))
    browser.picture(folder / "card.png")

    asked = [event["params"]["request"]["url"] for event in browser.events
             if event.get("method") == "Network.requestWillBeSent"]
    foreign = [url for url in asked if url != page.as_uri() and not url.startswith("data:")]
    check("nothing is asked of any address", not foreign, str(foreign[:3]))
    faults = [event["params"] for event in browser.events
              if event.get("method") in ("Runtime.exceptionThrown", "Log.entryAdded")]
    check("no fault and no breach of its policy", not faults, json.dumps(faults)[:400])
    compare_svg(program, browser, folder)
    browser.close()
    print(f"pictures: {folder}")


main()
