#!/usr/bin/env python3
"""Makes the English word list words.tsv: word forms with their classes, lemmas and priors.

    python3 words.py /usr/share/wordnet > ../words/words.tsv

Reads
  DIR/index.* data.* *.exc cntlist.rev   WordNet 3.0 (Debian: wordnet-base), DIR being the argument
  /usr/share/dict/american-english       what is ordinary (Debian: wamerican); --ordinary FILE takes another list
  ../words/function.tsv                  closed-class words; --function FILE takes another table
  ../words/priors.tsv                    corrections and words that WordNet lacks; --priors FILE takes another table
Writes words.tsv to standard output: `surface`, `class`, `lemma` (empty: the surface itself), `count`.

A lemma of WordNet is kept when it is one lower-case word and either has a tagged sense, or is ordinary, or a form of it is,
or it is another spelling of a kept one (organise, cease-fire). Its count is the number of its tagged senses, shared over
its forms by the fixed shares below. A word of function.tsv gets no other readings than those that priors.tsv gives it.
A row of priors.tsv with a class that the word has replaces the count; with the count `-` it removes the row; with noun, verb,
adjective or adverb for a word that has no such lemma it adds the lemma, inflected. At the end, unlikely readings are dropped.
"""

import argparse
import collections
import pathlib
import re
import sys

HEADER = "surface\tclass\tlemma\tcount"
HERE = pathlib.Path(__file__).resolve().parent
SUFFIX = {"noun": "noun", "verb": "verb", "adjective": "adj", "adverb": "adv"}
KEY_NUMBER = {"1": "noun", "2": "verb", "3": "adjective", "4": "adverb", "5": "adjective"}

# How the tagged senses of a lemma are shared over its forms.
SHARE = {
    "noun": 0.70, "plural": 0.30,
    "verb": 0.30, "verb_s": 0.10, "past": 0.28, "participle": 0.22, "ing": 0.10,
    "adjective": 0.85, "comparative": 0.10, "superlative": 0.05,
    "adverb": 1.00,
}

# Hyphenated lemmas beyond this are no news words, unless tagged or listed as ordinary.
LONGEST = 18

# A reading is dropped when the likeliest one of the word has more than so many times its count.
UNLIKELY = 40

# Verbs whose past and participle are the base form; verb.exc does not list them.
UNCHANGED = frozenset(
    "beset bet bid broadcast burst bust cast cost cut forecast hit hurt input knit let miscast offset outbid output "
    "outspread overbid overcast preset proofread put quit read recast reread reset rid set shed shut slit spit split "
    "spread telecast thrust typeset undercut underbid upset webcast wed wet".split())

# Verbs that have classes of their own, in function.tsv.
AUXILIARY = frozenset(["be", "do", "have"])

# Verbs with a participle like the base form (came, come) and with one past form that is the participle too.
BASE_PARTICIPLE = re.compile(r"(^|be|over)come$|(^|fore|out|over|re)run$")
BOTH_PAST_AND_PARTICIPLE = frozenset("bid got hung lit outbid shat slid spat struck trod".split())

# Spellings that count as one word when they stand in one synset.
SPELLINGS = [(re.compile(pattern), plain) for pattern, plain in [
    (r"-", ""), (r"our", "or"), (r"is(e|i|a)", r"iz\1"), (r"ys(e|i)", r"yz\1"), (r"[ao]e", "e"), (r"amme$", "am"),
    (r"(.)\1", r"\1"), (r"re$", "er"), (r"ence$", "ense"), (r"ogue", "og"), (r"que$", "ck"), (r"(?<=g)ement$", "ment")]]

PLAIN = re.compile(r"[a-z]+")
LEMMA = re.compile(r"[a-z][a-z'-]*[a-z]")
VOWELS = "aeiou"


class Inflector:
    """Forms of lemmas, by WordNet's exception lists, the list of ordinary words and English spelling."""

    def __init__(self, irregular, ordinary, verbs):
        self.irregular = irregular  # {class: {lemma: [irregular forms]}}
        self.ordinary = ordinary
        self.verbs = verbs

    def forms(self, lemma, word_class):
        """All (surface, class) of a lemma, itself included."""
        made = {"noun": self.noun, "verb": self.verb, "adjective": self.adjective}.get(word_class)
        yield lemma, word_class
        if made:
            yield from made(lemma)

    def noun(self, lemma):
        irregular = self.irregular["noun"].get(lemma, [])
        for plural in irregular:
            yield plural, "plural"
        candidates = plurals(lemma)
        attested = [form for form in candidates if form in self.ordinary]
        if attested:
            regular = attested
        elif irregular or lemma in self.ordinary:  # a mass noun: the list would have its plural
            regular = []
        else:
            regular = candidates[:1]
        for plural in regular:
            if plural != lemma and plural not in irregular:
                yield plural, "plural"

    def verb(self, lemma):
        listed = self.irregular["verb"].get(lemma, [])
        ings = [form for form in listed if is_ing(form, lemma)]
        doubled = double(lemma, lemma + "es")  # quizzes
        yield doubled if doubled in listed else third_person(lemma), "verb_s"
        for form in self.spelt(lemma, ing(lemma), ings):
            yield form, "ing"
        pasts = [form for form in listed if not is_ing(form, lemma) and not form.endswith("s")]
        for form in self.spelt(lemma, past(lemma), [form for form in pasts if is_regular(form, lemma)]):
            if not self.has_irregular_past(lemma, pasts) or self.stands_beside_irregular(lemma, form):
                yield form, "past"
                yield form, "participle"
        yield from irregular_pasts(lemma, [form for form in pasts if not is_regular(form, lemma)], past(lemma))

    def spelt(self, lemma, plain, doubled):
        """The plain form unless the exception list doubles the consonant; both where both are ordinary (traveled)."""
        if not doubled:
            return [plain] if not doubles(lemma) or plain in self.ordinary else [double(lemma, plain)]
        both = plain in self.ordinary and plain not in doubled and not self.is_of_other_verb(lemma, plain)
        return doubled + ([plain] if both else [])

    def has_irregular_past(self, lemma, pasts):
        return lemma in UNCHANGED or any(not is_regular(form, lemma) for form in pasts)

    def stands_beside_irregular(self, lemma, form):
        """Whether a regular form beside an irregular one is a word (learned), and not another one (seed, sited)."""
        return form in self.ordinary and form not in self.verbs and not self.is_of_other_verb(lemma, form)

    def is_of_other_verb(self, lemma, form):
        return lemma + "e" in self.verbs and form == lemma + "ed"

    def adjective(self, lemma):
        for form in self.irregular["adjective"].get(lemma, []):
            yield form, "superlative" if form.endswith("st") else "comparative"
        er, est = degree(lemma, "er"), degree(lemma, "est")
        if er in self.ordinary and est in self.ordinary:
            yield er, "comparative"
            yield est, "superlative"


def ends_in_consonant_y(word):
    return len(word) > 2 and word.endswith("y") and word[-2] not in VOWELS


def is_sibilant(word):
    return word.endswith(("s", "x", "z", "ch", "sh"))


def plurals(lemma):
    """Candidates for the regular plural, the likeliest first."""
    if lemma.endswith("man") and len(lemma) > 4:
        return [lemma[:-2] + "en", lemma + "s"]
    if ends_in_consonant_y(lemma):
        return [lemma[:-1] + "ies"]
    if is_sibilant(lemma):
        return [lemma + "es"]
    return [lemma + "s", lemma + "es"] if lemma.endswith("o") else [lemma + "s"]


def third_person(lemma):
    if ends_in_consonant_y(lemma):
        return lemma[:-1] + "ies"
    return lemma + ("es" if is_sibilant(lemma) or re.search("[^aeiou]o$", lemma) else "s")


def past(lemma):
    if ends_in_consonant_y(lemma):
        return lemma[:-1] + "ied"
    return lemma + ("d" if lemma.endswith("e") else "ed")


def ing(lemma):
    silent = re.search("[^eoy]e$", lemma) and len(lemma) > 2 and lemma not in ("binge", "singe", "tinge")
    return (lemma[:-1] if silent else lemma) + "ing"


def doubles(lemma):
    """One syllable that ends in one vowel and one consonant: blog, but not fix, show, cook."""
    return re.fullmatch("[^aeiou]*[aeiou][bdfgklmnprtvz]", lemma) is not None


def double(lemma, form):
    return lemma + lemma[-1] + form[len(lemma):]


def degree(lemma, ending):
    if ends_in_consonant_y(lemma):
        return lemma[:-1] + "i" + ending
    if lemma.endswith("e"):
        return lemma + ending[1:]
    return (lemma + lemma[-1] if doubles(lemma) else lemma) + ending


def is_ing(form, lemma):
    return form.endswith("ing") and (not lemma.endswith("ing") or form.endswith("inging"))


def is_regular(form, lemma):
    return form in (past(lemma), lemma + lemma[-1] + "ed", lemma + "ked", lemma + "d")


def irregular_pasts(lemma, forms, regular):
    """Which of a verb's irregular forms are past, which participle: exception lists do not tell."""
    if lemma in UNCHANGED:
        forms = forms + [lemma]
    participles = [form for form in forms if is_participle_only(form, forms)]
    for form in forms:
        if form in participles:
            yield form, "participle"
            continue
        yield form, "past"
        if form in BOTH_PAST_AND_PARTICIPLE or not participles and not BASE_PARTICIPLE.search(lemma):
            yield form, "participle"
    if BASE_PARTICIPLE.search(lemma):
        yield lemma, "participle"
    if participles == forms and forms:  # shown, beaten
        yield (lemma, "past") if forms[0] == lemma + "en" else (regular, "past")
        if forms[0] != lemma + "en":
            yield regular, "participle"


def is_participle_only(form, forms):
    """begun beside began, taken beside took, and shown that stands alone."""
    if "u" in form and form.replace("u", "a") in forms:
        return True
    if "a" in form and form.replace("a", "u") in forms:
        return False
    alone = len(forms) == 1
    return re.search("(en|wn)$" if alone else "(n|ne)$", form) is not None and form not in ("won", "spun")


def read_synsets(folder, word_class):
    """{offset: the words of the synset as they are written}."""
    synsets = {}
    for line in open(folder / ("data." + SUFFIX[word_class]), encoding="ascii"):
        if line.startswith("  "):
            continue
        fields = line.split()
        words = fields[4:4 + 2 * int(fields[3], 16):2]
        synsets[fields[0]] = [re.sub(r"\(.*\)$", "", word) for word in words]
    return synsets


def read_senses(folder, word_class):
    """Yields (lemma, offsets of its senses in their order)."""
    for line in open(folder / ("index." + SUFFIX[word_class]), encoding="ascii"):
        if not line.startswith("  "):
            fields = line.split()
            yield fields[0], fields[-int(fields[2]):]


def read_counts(folder):
    """{(lemma, class, number of the sense): how often it was tagged}."""
    counts = {}
    for line in open(folder / "cntlist.rev", encoding="ascii"):
        key, sense, count = line.split()
        lemma, rest = key.split("%")
        counts[lemma, KEY_NUMBER[rest[0]], int(sense)] = int(count)
    return counts


def read_lemmas(folder, word_class, counts):
    """({lemma: count}, {lemma: words that share a synset with it}), of lemmas written in lower case only."""
    synsets = read_synsets(folder, word_class)
    lemmas, neighbours = {}, collections.defaultdict(set)
    for lemma, offsets in read_senses(folder, word_class):
        lower = [(number, offset) for number, offset in enumerate(offsets, 1) if lemma in synsets[offset]]
        if not lower or not LEMMA.fullmatch(lemma):
            continue
        lemmas[lemma] = sum(counts.get((lemma, word_class, number), 0) for number, _ in lower)
        for _, offset in lower:
            neighbours[lemma].update(synsets[offset])
    return lemmas, neighbours


def read_irregular(folder, word_class):
    irregular = collections.defaultdict(list)
    for line in open(folder / (SUFFIX[word_class] + ".exc"), encoding="ascii"):
        form, *lemmas = line.split()
        for lemma in lemmas:
            if lemma != form and (PLAIN.fullmatch(form) or not PLAIN.fullmatch(lemma)):
                irregular[lemma].append(form)
    return irregular


def read_ordinary(path):
    return {word for word in pathlib.Path(path).read_text(encoding="utf-8").split() if LEMMA.fullmatch(word)}


def read_table(path):
    """[(surface, class, lemma, count or None where it is `-`)]."""
    rows = []
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#") and line != HEADER:
            surface, word_class, lemma, count = line.split("\t")
            rows.append((surface, word_class, lemma or surface, None if count == "-" else int(count)))
    return rows


def folded(word):
    for pattern, plain in SPELLINGS:
        word = pattern.sub(plain, word)
    return word


def other_spellings(lemma, neighbours):
    return {word for word in neighbours[lemma] if word != lemma and folded(word) == folded(lemma)}


def is_ordinary(lemma, forms, ordinary):
    """Whether the list has a form of the lemma, or both parts of a hyphenated one."""
    parts = lemma.split("-")
    compound = len(parts) == 2 and len(lemma) <= LONGEST and all(part in ordinary for part in parts)
    return compound or any(form in ordinary for form, _ in forms)


def keep(lemmas, neighbours, inflector, word_class):
    """{lemma: count} of those that are worth their place."""
    kept = {lemma: count for lemma, count in lemmas.items()
            if count or is_ordinary(lemma, inflector.forms(lemma, word_class), inflector.ordinary)}
    spellings = {lemma: other_spellings(lemma, neighbours) & kept.keys() for lemma in lemmas}
    return {lemma: max(count, *(lemmas[word] for word in spellings[lemma]), 0)
            for lemma, count in lemmas.items() if lemma in kept or spellings[lemma]}


def class_of(lemma, word_class, nouns):
    """A noun that WordNet lists in the plural beside its singular (talks) is a plural."""
    if word_class == "noun" and lemma.endswith("s") and not lemma.endswith(("ss", "ics", "is", "us")):
        for singular in (lemma[:-1], lemma[:-2]):
            if singular in nouns and lemma in plurals(singular):
                return singular, "plural"
    return lemma, word_class


def share(count, word_class):
    return max(1, round(count * SHARE[word_class])) if count else 0


def add_forms(rows, lemma, word_class, count, inflector):
    for form, form_class in sorted(set(inflector.forms(lemma, word_class))):
        rows[form, form_class][lemma] += share(count, form_class)


def add_lemmas(rows, kept, word_class, inflector):
    for lemma, count in kept.items():
        if word_class == "verb" and lemma in AUXILIARY:
            continue
        head, head_class = class_of(lemma, word_class, kept)
        if head_class == word_class:
            add_forms(rows, lemma, word_class, count, inflector)
        else:
            rows[lemma, head_class][head] += count


def apply_priors(rows, priors, inflector):
    """Corrects the rows; gives the final {(surface, class): (lemma, count)}."""
    rows = collections.defaultdict(collections.Counter, rows)
    for surface, word_class, lemma, count in priors:
        if count is not None and word_class in SUFFIX and lemma == surface and (surface, word_class) not in rows:
            add_forms(rows, surface, word_class, count, inflector)
    final = {key: best(lemmas, inflector.ordinary) for key, lemmas in rows.items()}
    for surface, word_class, lemma, count in priors:
        if count is None:
            if final.pop((surface, word_class), None) is None:
                print(f"priors: no row {surface} {word_class} to remove", file=sys.stderr)
        else:
            final[surface, word_class] = lemma, count
    return final


def best(lemmas, ordinary):
    """The likeliest lemma of a form (routed: route, not rout), with the counts of all."""
    lemma = max(sorted(lemmas), key=lambda lemma: (lemmas[lemma], lemma in ordinary, len(lemma)))
    return lemma, sum(lemmas.values())


def merge_degrees(rows):
    """WordNet lists some comparatives and superlatives as adjectives too; they are one reading."""
    for surface, degree_class in [key for key in rows if key[1] in ("comparative", "superlative")]:
        doubled = rows.pop((surface, "adjective"), None)
        if doubled:
            lemma = max(rows[surface, degree_class], key=rows[surface, degree_class].get)
            rows[surface, degree_class][lemma] += sum(doubled.values())


def drop_unlikely(rows):
    """Removes readings that only lead astray."""
    counts = collections.defaultdict(dict)
    for (surface, word_class), (_, count) in rows.items():
        counts[surface][word_class] = count
    return {(surface, word_class): row for (surface, word_class), row in rows.items()
            if not is_unlikely(word_class, counts[surface])}


def is_unlikely(word_class, counts):
    """Whether a reading of a word with these {class: count} is far below another one, most of all below one that it copies:
    a noun or adjective that is just the -ing form or the participle (making), an adjective that is just the noun (metal)."""
    count = counts[word_class]
    if word_class in ("noun", "adjective") and (count == 0 and "participle" in counts or is_below(count, counts, "ing", 3)):
        return True
    if word_class == "adjective" and is_below(count, counts, "noun", 4):
        return True
    return (count + 1) * UNLIKELY < max(counts.values())


def is_below(count, counts, other, factor):
    return other in counts and (count == 0 or count * factor < counts[other])


def make_rows(folder, ordinary, closed, priors):
    counts = read_counts(folder)
    read = {word_class: read_lemmas(folder, word_class, counts) for word_class in SUFFIX}
    irregular = {word_class: read_irregular(folder, word_class) for word_class in SUFFIX}
    inflector = Inflector(irregular, ordinary, set(read["verb"][0]))
    rows = collections.defaultdict(collections.Counter)
    for word_class, (lemmas, neighbours) in read.items():
        add_lemmas(rows, keep(lemmas, neighbours, inflector, word_class), word_class, inflector)
    merge_degrees(rows)
    open_class = {key: lemmas for key, lemmas in rows.items() if key[0] not in closed}
    return drop_unlikely(apply_priors(open_class, priors, inflector))


def write(rows, out):
    out.write("# English word forms with their classes, lemmas and priors (tagged senses).\n"
              "# Source: WordNet 3.0, filtered by SCOWL's american-english, corrected by priors.tsv.\n"
              "# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. Modified; see ../ATTRIBUTION.md.\n"
              "# Generated by ../generate/words.py; do not edit: corrections go into priors.tsv.\n"
              f"{HEADER}\n")
    for (surface, word_class), (lemma, count) in sorted(rows.items()):
        out.write(f"{surface}\t{word_class}\t{'' if lemma == surface else lemma}\t{count}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wordnet", type=pathlib.Path, help="folder of WordNet's files")
    parser.add_argument("--ordinary", default="/usr/share/dict/american-english", help="list of ordinary words")
    parser.add_argument("--function", default=HERE.parent / "words" / "function.tsv", help="table of closed-class words")
    parser.add_argument("--priors", default=HERE.parent / "words" / "priors.tsv", help="table of corrections")
    options = parser.parse_args()
    closed = {surface for surface, _, _, _ in read_table(options.function)}
    rows = make_rows(options.wordnet, read_ordinary(options.ordinary), closed, read_table(options.priors))
    write(rows, sys.stdout)


if __name__ == "__main__":
    main()
