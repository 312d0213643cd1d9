#!/usr/bin/env python3
"""Times TaskJuggler 3 and Decamp on one network of linked activities.

    apt-get install -y tj3
    cargo build --release --no-default-features
    benches/taskjuggler.py [--items 1000] [--runs 5] [--decamp target/release/decamp]

Both read a file of their own kind and work out the whole network: TaskJuggler
schedules it (`tj3`, a project without reports), Decamp reads the same dates and
works out float and the critical chain (`decamp critical --json`). The network is
that of benches/linked.rs. The two take turns, and the last days must agree.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import tempfile
import time
from datetime import date, timedelta

LAYER = 100
FIRST = date(2024, 1, 1)


def days(number):
    return 2 + number * 5 % 7


def before(number):
    layer = number // LAYER - 1
    if layer < 0:
        return []
    return sorted({layer * LAYER + n % LAYER for n in (number * 7 + 3, number * 13 + 11)})


def spans(items):
    found = []
    for number in range(items):
        starts = [found[other][1] + timedelta(1) for other in before(number)]
        start = max(starts, default=FIRST)
        found.append((start, start + timedelta(days(number) - 1)))
    return found


def decamp_plan(dates):
    activities = [
        {
            "id": f"t{number}",
            "site": "gao",
            "kind": "other",
            "planned": {"start": str(start), "end": str(end)},
            "after": [{"id": f"t{other}", "type": "FS"} for other in before(number)],
        }
        for number, (start, end) in enumerate(dates)
    ]
    site = {
        "type": "Feature",
        "id": "gao",
        "geometry": {"type": "Point", "coordinates": [-0.04, 16.27]},
        "properties": {"kind": "camp"},
    }
    return json.dumps(
        {
            "format": "decamp-plan",
            "version": 1,
            "theatre": "mali",
            "sites": {"type": "FeatureCollection", "features": [site]},
            "activities": activities,
        }
    )


def taskjuggler_project(dates):
    end = max(end for _, end in dates) + timedelta(30)
    lines = [f'project p "Network" {FIRST} - {end} {{ timezone "UTC" }}']
    for number in range(len(dates)):
        depends = ", ".join(f"t{other}" for other in before(number))
        place = f"depends {depends}" if depends else f"start {FIRST}"
        lines.append(f'task t{number} "T{number}" {{ {place} duration {days(number)}d }}')
    # The end of all, so that the two can be compared.
    lines.append('taskreport "tasks" { formats csv columns id, end timeformat "%Y-%m-%d" }')
    return "\n".join(lines) + "\n"


def timed(command, folder):
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    taken = time.perf_counter() - start
    if done.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return taken, done.stdout


def last_day_of(csv):
    # An end of TaskJuggler is midnight after the last day.
    ends = [line.split(";")[1].strip('"') for line in csv.read_text().splitlines()[1:]]
    return max(date.fromisoformat(end) for end in ends) - timedelta(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--decamp", type=pathlib.Path, default="target/release/decamp")
    options = parser.parse_args()
    dates = spans(options.items)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "network.decamp").write_text(decamp_plan(dates))
        (folder / "network.tjp").write_text(taskjuggler_project(dates))
        theirs = ["tj3", "--silent", "network.tjp"]
        ours = [str(options.decamp.resolve()), "critical", "network.decamp", "--json"]
        times = []
        for run in range(options.runs + 1):
            tj3, _ = timed(theirs, folder)
            decamp, found = timed(ours, folder)
            # The first run of each only warms the caches.
            if run > 0:
                times.append((tj3, decamp))
        end = json.loads(found)["end"]
        assert end == str(max(end for _, end in dates)), end
        assert end == str(last_day_of(folder / "tasks.csv")), "the two schedules differ"
    tj3, decamp = (statistics.median(column) for column in zip(*times))
    ratio = statistics.median(tj3 / decamp for tj3, decamp in times)
    print(f"{options.items} items, last day {end}, medians of {options.runs} runs:")
    print(f"tj3 {tj3:.3f} s, decamp critical {decamp:.3f} s, ratio {ratio:.0f}")


if __name__ == "__main__":
    main()
