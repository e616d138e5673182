"""Names in Cyrillic, Greek, Armenian and Georgian script as the English press writes them.

Not called by itself.
"""

import re

RUSSIAN = {"а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i", "й": "y",
           "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
           "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya"}
UKRAINIAN = RUSSIAN | {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "yi", "є": "ye", "'": "", "’": ""}
BULGARIAN = RUSSIAN | {"х": "h", "щ": "sht", "ъ": "a"}
ARMENIAN = dict(zip("աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
                    "a b g d e z e y t zh i l kh ts k h dz gh ch m y n sh o ch p j r s v t r ts v p k o f".split()))
GEORGIAN = dict(zip("აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
                    "a b g d e v z t i k l m n o p zh r s t u p k gh k sh ch ts dz ts ch kh j h".split()))
GREEK = {"α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
         "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "ς": "s", "τ": "t", "υ": "y", "φ": "f",
         "χ": "ch", "ψ": "ps", "ω": "o", "ά": "a", "έ": "e", "ή": "i", "ί": "i", "ό": "o", "ύ": "y", "ώ": "o", "ϊ": "i",
         "ΐ": "i", "ϋ": "y", "ΰ": "y", "ου": "ou", "ού": "ou", "αυ": "av", "αύ": "av", "ευ": "ev", "εύ": "ev",
         "γγ": "ng", "γκ": "gk", "μπ": "b", "ντ": "nt"}
TABLES = {"ru_RU": RUSSIAN, "uk_UA": UKRAINIAN, "bg_BG": BULGARIAN, "hy_AM": ARMENIAN | {"ու": "u", "և": "ev"},
          "ka_GE": GEORGIAN, "el_GR": GREEK}


def letters(name, table):
    """The name letter by letter, groups of two letters first."""
    text, at = "", 0
    while at < len(name):
        step = 2 if name[at:at + 2] in table else 1
        text += table.get(name[at:at + step], name[at:at + step])
        at += step
    return text


def spellings_of_the_press(text, locale):
    """What the press makes of the endings of a name."""
    if locale in ("ru_RU", "uk_UA"):
        text = re.sub(r"(?<=[aeiou])e(?=[vn])", "ye", text)
        shorter = re.sub(r"(?:iy|yy)$", "y", text)
        return [text, shorter] if shorter != text else [text]
    if locale == "hy_AM":
        text = re.sub(r"^e", "ye", text)
        return [text, re.sub(r"yan$", "ian", text)]
    return [text]


def romanised(name, locale):
    """The name in Latin script, in its spellings; the name itself where it is in Latin script."""
    table = TABLES.get(locale)
    if table is None:
        return [name]
    text = letters(name.lower(), table)
    if not re.fullmatch(r"[a-z'-]+", text):
        return []
    return ["-".join(part.capitalize() for part in spelling.split("-")) for spelling in spellings_of_the_press(text, locale)]
