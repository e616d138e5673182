"""Writes the lists of organisations.

Reads: hand/organisations.txt, hand/companies.txt, hand/media.txt, hand/agencies.txt, hand/heads.txt,
       hand/legal_forms.txt, hand/kinds.txt, hand/not_organisations.txt; PyPI cleanco (legal forms),
       Debian wamerican (words that veto a one-word name).
Writes: organisations/{organisations,acronyms,heads,suffixes,news_agencies}.tsv
Call:  python organisations.py
"""

import re

from cleanco.termdata import terms_by_country

from common import PACK, hand_lines, hand_rows, one, ordinary_words, plain, spellings, write

ORGANISATIONS = PACK / "organisations"
OURS = "written by hand for copydesk; licence of the project"
ACRONYM = re.compile(r"(?:[A-Z0-9&+/.-]*[A-Z][A-Z0-9&+/.-]*)\Z")
SMALL_WORDS = {"of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "des", "du", "la", "le", "y", "e", "&"}
NAMES_THAT_ARE_WORDS = set("""House Senate Congress Commons Treasury Fed Democrats Republicans Labour Conservatives
    Greens Socialists Solidarity Marines Judiciary Shell Apple Pentagon Politburo Sandinistas Contras Mafia
    Duma Sejm Yakuza Houthi Communists Teamsters Guardian Liberals Commonwealth Smithsonian Microsoft Bundestag
    Kremlin Bourse Dodgers Packers Steelers Lakers Celtics Knicks Pistons Orioles Mariners Astros Phillies
    Redskins Broncos Seahawks Buccaneers Mavericks Raptors Bruins Flyers Bourse Interpol Jesuits Franciscans
    Whitehall Caricom Polisario Oxfam Mossad Mercosur Celtic Arsenal Lancet Spectator""".split())


# Sections of the hand-written list that hold all of a country's organisations, and what in a name tells another kind.
MIXED = {"government", "party", "armed-group"}
TELLING = [(re.compile(pattern), kind, sections) for pattern, kind, sections in [
    (r"\bTrade Unions?\b|\bConfederation of .*(?:Workers|Labou?r)\b|\b(?:Mine|Metal)workers\b", "union", MIXED),
    (r"\b(?:Bank|Banco)\b(?! Front)", "bank", MIXED),
    (r"\b(?:Corp\.|Corporation|Mines|Airlines|Airways|Oil Company)", "company", MIXED),
    (r"\bCourt\b|\bTribunal\b", "court", MIXED),
    (r"\b(?:[Pp]arliament|Bundestag|Congress of Deputies|Senate)\b|\b(?:National|People's|General) Assembly\b",
     "legislature", MIXED),
    (r"\b(?:Party|Socialists|Brotherhood)\b(?!-| Congress| Central)", "party", {"government"}),
    (r"\b(?:Democratic|Socialist|Liberal|Conservative|Unionist|Christian|Umma|Prosperity|Renaissance) Party\b|\bAlliance for\b",
     "party", {"armed-group"}),
    (r"\b(?:Ministry|Commission|Institute|Palace|Authority|Police|Council of Ministers|General Staff|Board)\b", "government",
     {"party", "armed-group"}),
    (r"\b(?:[Aa]rmy|Brigade|Guerrilla)\b", "armed-group", {"party"}),
]]


def sections(*names):
    """Kind, country, names and acronyms of every organisation of the hand-written lists."""
    for file_name in names:
        kind, country = "", ""
        for line in hand_lines(file_name):
            if line.startswith("["):
                kind, _, country = line.strip("[]").partition(" ")
                continue
            for entry in line.split(" | "):
                surfaces, _, acronyms = entry.partition(" = ")
                yield kind, country, split(surfaces), split(acronyms)


def kinds():
    """Names with a kind of their own."""
    return {name: one(kind) for kind, names in hand_rows("kinds.txt") for name in names}


def kind_of(name, section, own_kinds):
    """The kind of an organisation: its own, the one that a word of its name tells, or that of its section."""
    if name in own_kinds:
        return own_kinds[name]
    for pattern, kind, mixed in TELLING:
        if section in mixed and pattern.search(name):
            return kind
    return section


def split(text):
    """The values between semicolons."""
    return [value.strip() for value in text.split(";") if value.strip()]


def letters(acronym):
    """The acronym without dots and hyphens: `U.N.` to `UN`."""
    return re.sub(r"[^A-Za-z0-9&]", "", acronym).upper()


def initials(name, small_words):
    """The first letters of the words of a name, with or without the small ones."""
    words = [word for word in re.split(r"[\s/-]+", plain(name)) if word]
    return "".join(word[0].upper() for word in words if small_words or word.lower() not in SMALL_WORDS)


def stands_for(acronym, name):
    """How well the acronym fits the name: 2 its initials, 1 letters in the order of the name, 0 not."""
    wanted = letters(acronym)
    if wanted in (initials(name, True), initials(name, False)):
        return 2
    rest = iter(initials(name, True))
    if len(wanted) > 2 and wanted[0] == plain(name)[0].upper() and all(letter in rest for letter in wanted):
        return 1
    if wanted and letters(name).startswith(wanted) and len(wanted) > 2:
        return 1
    return 0


ONE_ORGANISATION_AN_ENTRY = {"international", "ngo", "court"}
SEPARATE_IN = {"US", "GB", "CN", "IR"}


def is_one_organisation(kind, country, acronyms):
    """Whether all the names of an entry are names of the same organisation."""
    one_acronym = len({letters(acronym) for acronym in acronyms}) <= 1
    return one_acronym and (kind in ONE_ORGANISATION_AN_ENTRY or country in SEPARATE_IN)


def acronym_of(name, kind, country, acronyms):
    """The acronym of a name of an entry, or nothing."""
    fitting = sorted(acronyms, key=lambda acronym: (-stands_for(acronym, name), acronyms.index(acronym)))
    if fitting and stands_for(fitting[0], name):
        return fitting[0]
    return acronyms[0] if acronyms and is_one_organisation(kind, country, acronyms) else ""


def expansion_of(acronym, names):
    """The name an acronym stands for: the one that fits best, the first where none does."""
    best = max(names, key=lambda name: (stands_for(acronym, name), -names.index(name)))
    return best


def is_usable(name, words):
    """Whether a name can be told from an ordinary word at the start of a sentence."""
    return " " in name or name in NAMES_THAT_ARE_WORDS or name.lower() not in words


def organisations_and_acronyms():
    """The rows of both lists."""
    words, own_kinds = ordinary_words(), kinds()
    dropped = {name for field in hand_rows("not_organisations.txt") for name in field[0]}
    rows, acronym_rows = {}, {}
    for kind, country, names, acronyms in sections("organisations.txt", "companies.txt"):
        for name in names:
            if is_usable(name, words) and name not in dropped:
                add(rows, name, acronym_of(name, kind, country, acronyms), kind_of(name, kind, own_kinds), country)
        for acronym in (acronym for acronym in acronyms if acronym not in dropped):
            expansion = expansion_of(acronym, names)
            acronym_rows.setdefault(acronym, (acronym, expansion, kind_of(expansion, kind, own_kinds)))
    for countries, names in hand_rows("media.txt"):
        for name in names:
            if is_usable(name, words) and name not in dropped:
                add(rows, name, name if ACRONYM.match(name) else "", "media", one(countries))
    return rows.values(), acronym_rows.values()


def add(rows, name, acronym, kind, country):
    """Adds the name in its spellings; the first row of a name, kind and country stays."""
    for surface in spellings(name):
        rows.setdefault((surface, kind, country), (surface, acronym, kind, country))


def heads():
    """Words that make a name an organisation; one that stands first and last is `any`."""
    positions = {}
    for kind, position, surfaces in hand_rows("heads.txt"):
        for surface in surfaces:
            positions.setdefault(surface, []).append((one(kind), one(position)))
    for surface, found in positions.items():
        places = {position for _, position in found}
        yield surface, found[0][0], places.pop() if len(places) == 1 else "any"


def suffixes():
    """Legal forms of companies: hand-written ones with their country, and those of cleanco."""
    known = set()
    for country, surfaces in hand_rows("legal_forms.txt"):
        for surface in surfaces:
            for spelling in spellings(surface):
                known.add(spelling.lower())
                yield spelling, one(country)
    for forms in terms_by_country.values():
        for form in forms:
            if re.fullmatch(r"[A-Za-z.&/() -]+\.[A-Za-z.&/() -]*", form) and form.lower() not in known:
                yield form, ""


def news_agencies():
    """News agencies and services as datelines and attributions name them."""
    for country, name, surfaces in hand_rows("agencies.txt"):
        for surface in surfaces:
            for spelling in spellings(surface):
                yield spelling, one(name), one(country)


def main():
    organisation_rows, acronym_rows = organisations_and_acronyms()
    write(ORGANISATIONS / "organisations.tsv", [f"Organisations of the news since 1987; {OURS}"],
          ["surface", "acronym", "kind", "country"], organisation_rows)
    write(ORGANISATIONS / "acronyms.tsv", [f"Acronyms of organisations; {OURS}"],
          ["surface", "expansion", "kind"], acronym_rows)
    write(ORGANISATIONS / "heads.tsv", [f"Words that make a capitalised name an organisation; {OURS}"],
          ["surface", "sort", "kind"], heads())
    write(ORGANISATIONS / "suffixes.tsv", [f"Legal forms of companies; {OURS}; others from cleanco, MIT"],
          ["surface", "country"], suffixes())
    write(ORGANISATIONS / "news_agencies.tsv", [f"News agencies and services in datelines; {OURS}"],
          ["surface", "name", "country"], news_agencies())


if __name__ == "__main__":
    main()
