"""Writes the lists of people: titles, offices, particles, suffixes, given names and surnames.

Reads: hand/titles.txt, hand/offices.txt, hand/particles.txt, hand/suffixes.txt, hand/given_names.txt, hand/surnames.txt,
       hand/not_names.txt, hand/names_kept.txt; PyPI names (US census of 1990), PyPI faker (names of the locales below),
       Debian wamerican (words that are written in lower case); ../words/function.tsv, ../places/{countries,demonyms,
       regions,cities}.tsv (words and places that veto a name, so places.py runs first).
Writes: people/{titles,offices,particles,suffixes,given_names,surnames}.tsv
Call:  python people.py
"""

import collections
import importlib
import re

import names

from common import PACK, hand_rows, one, ordinary_words, plain, spellings, write
from romanise import romanised

PEOPLE = PACK / "people"
OURS = "written by hand for copydesk; licence of the project"

LOCALES = """en_US en_GB en_IE en_NZ en_IN fr_FR fr_BE fr_CH fr_CA de_DE de_AT de_CH es_ES es_MX es_AR es_CO it_IT pt_BR
    pt_PT nl_NL nl_BE pl_PL cs_CZ hu_HU ro_RO sv_SE no_NO da_DK fi_FI et_EE lt_LT lv_LV tr_TR hr_HR sl_SI sk_SK ru_RU uk_UA
    bg_BG el_GR hy_AM ka_GE""".split()
GENDERS = {"first_names_male": "m", "first_names_female": "f"}
SURNAME_FIRST = {"zh", "ko", "vi", "hu", "ja", "km"}
SURNAMES_OF_THE_CENSUS = 20_000
COMMON_SURNAMES = 1000
COMMON_GIVEN = {"m": 300, "f": 350}
LARGE_COUNTRIES = {"US", "CA", "AU", "GB", "CN", "IN", "RU", ""}
LARGE_CITY = 1_000_000
NAME = re.compile(r"[^\W\d_]+\.?(?:[-' ][^\W\d_]+)*\Z")
IRISH = """Brien Neill Neil Neal Connor Donnell Hara Malley Reilly Riley Rourke Leary Keefe Keeffe Toole Shea Sullivan Dwyer
    Grady Hare Loughlin Mara Quinn Callaghan Connell Dea Donoghue Donohue Driscoll Farrell Flaherty Gara Gorman Hagan Halloran
    Hanlon Hern Herron Kane Kelly Laughlin Mahony Meara Melia Rear Regan Steen""".split()


def titles():
    """Titles with their kind and value; a star as value stands for the surface in lower case."""
    for kind, value, surfaces in hand_rows("titles.txt"):
        for surface in surfaces:
            for spelling in spellings(surface):
                yield spelling, one(kind), spelling.lower() if one(value) == "*" else one(value)


def plural(head):
    """The regular plural of an office: `lady` to `ladies`, `coach` to `coaches`."""
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "x", "ch", "sh")) else "s")


def numbers(entry):
    """Singular and plural of an entry: `judge`, `chairman/chairmen`, or `head of research-` without plural."""
    if entry.endswith("-"):
        return entry[:-1], ""
    singular, _, irregular = entry.partition("/")
    return singular, irregular or plural(singular)


def offices():
    """Words for what a person is, with their kind and number."""
    for kind, entries in hand_rows("offices.txt"):
        for entry in entries:
            for number, surface in zip(("one", "many"), numbers(entry)):
                for spelling in spellings(surface) if surface else ():
                    yield spelling, one(kind), number


def kinds_and_surfaces(name):
    """Surface and kind of every row of a hand-written list of kinds."""
    for kind, surfaces in hand_rows(name):
        for surface in surfaces:
            for spelling in spellings(surface):
                yield spelling, one(kind)



def file_columns(path, *columns):
    """The values of some columns of a list that another script wrote."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    header = lines[0].split("\t")
    at = [header.index(column) for column in columns]
    for line in lines[1:]:
        fields = line.split("\t")
        yield tuple(fields[index] for index in at)


def places():
    """Names of countries, peoples, regions of large countries and large cities."""
    for surface, country in file_columns(PACK / "places" / "regions.tsv", "surface", "country"):
        if country in LARGE_COUNTRIES:
            yield surface
    for name in ("countries", "demonyms"):
        yield from (surface for surface, in file_columns(PACK / "places" / f"{name}.tsv", "surface"))
    for surface, population in file_columns(PACK / "places" / "cities.tsv", "surface", "population"):
        if int(population or 0) >= LARGE_CITY:
            yield surface


class Veto:
    """What is no name: function words, and words and places that are not common as names."""

    def __init__(self, section):
        """`section` is the name of the list in hand/not_names.txt and hand/names_kept.txt."""
        self.words = ordinary_words()
        self.function = {word.lower() for word, in file_columns(PACK / "words" / "function.tsv", "surface")}
        self.places = {plain(place).lower() for place in places()}
        self.no_names = hand_section("not_names.txt", section)
        self.kept = hand_section("names_kept.txt", section)

    def is_word(self, name):
        """Whether the name is an English word in lower case."""
        return name.lower() in self.words or plain(name).lower() in self.words

    def drops(self, name, common, by_hand):
        """Whether a name goes; one that is common or written by hand may be a word."""
        folded = plain(name).lower()
        if name in self.kept:
            return False
        if name in self.no_names or folded in self.function or folded in self.places or len(folded) < 2:
            return True
        return self.is_word(name) and not common and not by_hand


def hand_section(name, section):
    """The values of a section of a hand-written list, in all spellings."""
    return {spelling for key, values in hand_rows(name) if one(key) == section
            for value in values for spelling in spellings(value)}


def census(key):
    """Names of the US census, most frequent first."""
    with open(names.FILES[key], encoding="ascii") as lines:
        for line in lines:
            yield capitalised(line.split()[0])


def capitalised(upper):
    """A name of the census as it is written: `MCDONALD` to `McDonald`, `OBRIEN` to `O'Brien`."""
    name = upper.capitalize()
    if name.startswith("Mc") and len(name) > 4:
        return "Mc" + name[2:].capitalize()
    if name.startswith("O") and name[1:].capitalize() in IRISH:
        return "O'" + name[1:].capitalize()
    return name


def faker_names(locale, *attributes):
    """The names of a locale of faker in Latin script."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for attribute in attributes:
        for name in getattr(provider, attribute, ()):
            yield from romanised(name, locale)


def combined(rows):
    """The names that the first and second syllables of the hand-written list make: `Xiaoping`, `Dae-jung`."""
    syllables = {(one(part), one(origin)): values for part, origin, values in rows if one(part) in ("first", "second")}
    for (part, origin), firsts in syllables.items():
        if part == "first":
            joint = "-" if origin == "ko" else ""
            for first in firsts:
                for second in syllables["second", origin]:
                    yield first + joint + second, origin


def given_names():
    """Given names with gender, origin and whether they are words."""
    veto, found = Veto("given"), Names("given")
    for gender, key in (("m", "first:male"), ("f", "first:female")):
        for rank, name in enumerate(census(key)):
            found.add(name, "us", gender, common=rank < COMMON_GIVEN[gender])
    for locale in LOCALES:
        for attribute, gender in GENDERS.items():
            for name in faker_names(locale, attribute):
                found.add(name, locale[-2:].lower() if locale.startswith("en") else locale[:2], gender)
    rows = list(hand_rows("given_names.txt"))
    for gender, origin, values in rows:
        if one(gender) in ("m", "f", "u"):
            for name in values:
                found.add(name, one(origin), one(gender), by_hand=True)
    chinese = {plain(place).lower() for name in ("cities", "regions")
               for place, country in file_columns(PACK / "places" / f"{name}.tsv", "surface", "country") if country == "CN"}
    for name, origin in combined(rows):
        if not veto.is_word(name) and name.lower() not in chinese:
            found.add(name, origin, "u")
    for name, facts in found.usable(veto):
        gender = facts.genders.pop() if len(facts.genders) == 1 else "u"
        word = veto.is_word(name)
        yield name, "word" if word else "name", gender, ",".join(sorted(facts.origins)), "yes" if word else "no"


class Facts:
    """What is known of a name."""

    def __init__(self):
        self.origins, self.genders = set(), set()
        self.common = self.by_hand = False


class Names:
    """Names with their facts."""

    def __init__(self, section):
        self.facts = collections.defaultdict(Facts)
        self.section = section

    def add(self, name, origin, gender="", common=False, by_hand=False):
        """Adds a name and its accent-free form."""
        for spelling in spellings(name):
            if not NAME.match(spelling) or not spelling[0].isupper():
                continue
            facts = self.facts[spelling]
            facts.origins.add(origin)
            facts.genders.add(gender)
            facts.common |= common
            facts.by_hand |= by_hand

    def usable(self, veto):
        """The names that the veto leaves."""
        for name, facts in self.facts.items():
            if not veto.drops(name, facts.common, facts.by_hand):
                yield name, facts


def surnames():
    """Surnames with origin and whether they are words; one that may stand first has a second row of the kind `first`."""
    veto, found = Veto("surname"), Names("surname")
    for rank, name in zip(range(SURNAMES_OF_THE_CENSUS), census("last")):
        found.add(name, "us", common=rank < COMMON_SURNAMES)
    for locale in LOCALES:
        origin = locale[-2:].lower() if locale.startswith("en") else locale[:2]
        for name in faker_names(locale, "last_names", "last_names_male", "last_names_female", "male_last_names",
                                "unisex_last_names"):
            found.add(name, origin)
    for origins, values in hand_rows("surnames.txt"):
        for name in values:
            found.add(name, one(origins), by_hand=True)
    for name, facts in found.usable(veto):
        word, origins = veto.is_word(name), ",".join(sorted(facts.origins))
        yield name, "word" if word else "name", origins, "yes" if word else "no"
        if facts.origins & SURNAME_FIRST:
            yield name, "first", origins, "yes" if word else "no"


def main():
    write(PEOPLE / "titles.tsv", [f"Titles in front of names; {OURS}"], ["surface", "kind", "value"], titles())
    write(PEOPLE / "offices.tsv", [f"Words for what a person is; {OURS}"], ["surface", "kind", "number"], offices())
    write(PEOPLE / "particles.tsv", [f"Particles of surnames; {OURS}"], ["surface", "kind"], kinds_and_surfaces("particles.txt"))
    write(PEOPLE / "suffixes.tsv", [f"What stands behind the name of a person; {OURS}"], ["surface", "kind"],
          kinds_and_surfaces("suffixes.txt"))
    sources = "US census of 1990 (PyPI names, public domain), faker (MIT)"
    write(PEOPLE / "given_names.tsv", [f"Given names from {sources}; others {OURS}"],
          ["surface", "kind", "gender", "origin", "common_word"], given_names())
    write(PEOPLE / "surnames.tsv", [f"Surnames from {sources}; others {OURS}"],
          ["surface", "kind", "origin", "common_word"], surnames())


if __name__ == "__main__":
    main()
