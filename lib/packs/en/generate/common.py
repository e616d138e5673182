"""What the generators share: reading the hand-written lists, writing sorted lists.

Not called by itself.
"""

import pathlib
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
HAND = HERE / "hand"
PACK = HERE.parent
COMMON = PACK.parent / "common"

LETTERS_WITHOUT_DECOMPOSITION = str.maketrans({
    "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D",
    "ħ": "h", "Ħ": "H", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe",
    "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A",
    "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'", "–": "-", "‑": "-",
})


def plain(surface):
    """The surface without accents and with straight apostrophes: `Bogotá` to `Bogota`."""
    decomposed = unicodedata.normalize("NFD", surface.translate(LETTERS_WITHOUT_DECOMPOSITION))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def spellings(surface):
    """The surface and, where it differs, its accent-free form."""
    return list(dict.fromkeys([surface, plain(surface)]))


def hand_lines(name):
    """The lines of a hand-written list, without comments and empty lines."""
    for line in (HAND / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def hand_rows(name):
    """The rows of a hand-written list: fields between bars, values of a field between semicolons."""
    for line in hand_lines(name):
        yield [[value.strip() for value in field.split(";") if value.strip()] for field in line.split("|")]


def one(field):
    """The only value of a field, or nothing."""
    return field[0] if field else ""


def ordinary_words():
    """English words that are written in lower case (Debian wamerican)."""
    text = pathlib.Path("/usr/share/dict/american-english").read_text(encoding="utf-8")
    return {word for word in text.splitlines() if word.islower()}


def write(path, comment, columns, rows, order=None):
    """Writes a list: comment lines, header, rows without repetition, sorted as they are or by what `order` gives of them."""
    unique = sorted({tuple(str(value) for value in row) for row in rows}, key=order)
    for row in unique:
        if len(row) != len(columns) or not row[0]:
            raise ValueError(f"{path}: {row} does not fit {columns}")
        if any("\t" in value or "\n" in value or value != value.strip() for value in row):
            raise ValueError(f"{path}: {row} has a tab, a line break or outer blanks")
    lines = ["# " + line for line in comment] + ["\t".join(columns)] + ["\t".join(row) for row in unique]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(unique):7} {path.relative_to(PACK.parent)}")
