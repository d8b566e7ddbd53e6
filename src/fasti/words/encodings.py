"""In which encoding a text file is written: told by its mark, else tried. What cannot be decided is asked, not guessed.

UTF-8 is sure of itself. The three encodings of one byte (1258 for Vietnamese, 1251 for Russian, 1250 for Czech) read
almost any bytes, so the words decide: a reading counts in which the words with marks could be words of its language.
"""

from __future__ import annotations

import codecs
import itertools
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
NAMES = {
    "utf-8": "utf-8-sig",
    "utf8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1258": "cp1258",
    "1258": "cp1258",
    "cp1258": "cp1258",
    "windows-1251": "cp1251",
    "1251": "cp1251",
    "cp1251": "cp1251",
    "windows-1250": "cp1250",
    "1250": "cp1250",
    "cp1250": "cp1250",
}
"""Names a user may write, to names of codecs."""
_SAMPLE = 4 * 1024**2
_ENOUGH = 0.9
_CZECH = set("aábcčdďeéěfghiíjklmnňoópqrřsštťuúůvwxyýzžäöüô")
_RUSSIAN = set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя")
_RUSSIAN_LETTERS = set("авикосуяёб")
"""Words of one letter."""
_SYLLABLE = re.compile(
    "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:[aăâeêioôơuưy]{1,3})(?:ch|ng|nh|[cmnpt])?"
)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]+[^\W\d_]*)*")


class Undecided(Exception):
    """No encoding reads the file, or several could; carries the file's name and the encodings that may be tried."""

    def __init__(self, file: str, names: str) -> None:
        super().__init__(file, names)
        self.file, self.names = file, names


def of(path: Path, asked: str = "") -> str:
    """The codec that reads the file; raises `Undecided` where none does or several could."""
    if asked:
        return NAMES[asked.lower()]
    with path.open("rb") as file:
        start = file.read(4)
    for mark, codec in MARKS:
        if start.startswith(mark):
            return codec
    if _is_utf8(path):
        return "utf-8"
    return _by_words(path)


def _is_utf8(path: Path) -> bool:
    decode = codecs.getincrementaldecoder("utf-8")().decode
    try:
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                decode(piece)
        decode(b"", True)
    except UnicodeDecodeError:
        return False
    return True


def _by_words(path: Path) -> str:
    with path.open("rb") as file:
        lines = [line for line in file.read(_SAMPLE).splitlines(keepends=True) if not line.isascii()]
    sample = b"".join(lines)
    found: dict[str, tuple[float, str]] = {}
    for codec, is_word in TRIALS.items():
        try:
            text = unicodedata.normalize("NFC", sample.decode(codec))
        except UnicodeDecodeError:
            continue
        told = [word for word in _WORD.findall(text) if not word.isascii()]
        share = sum(map(is_word, told)) / len(told) if told else 0.0
        found[codec] = (0.0 if codec == "cp1251" and _is_inverted(told) else share, text)
    best = [codec for codec, (share, _) in found.items() if share >= _ENOUGH]
    if len(best) > 1:
        top = max(found[codec][0] for codec in best)
        best = [codec for codec in best if found[codec][0] == top]
    if not best or len({found[codec][1] for codec in best}) > 1:
        names = ", ".join(f"windows-{codec[2:]}" for codec in best or TRIALS)
        raise Undecided(path.name, names)
    return best[0]


def _is_inverted(words: list[str]) -> bool:
    """Whether capitals and small letters have changed places, as in KOI8 read as 1251: иВАНОВ ВСТУПИЛ."""
    if sum(word.isupper() for word in words) < 0.6 * len(words):
        return False
    return any(
        word[0].islower() and (word[1:].isupper() or (len(word) == 1 and word not in _RUSSIAN_LETTERS))
        for word in words
    )


def _is_evenly_written(word: str) -> bool:
    """All capitals, or no capital after a small letter."""
    return word.isupper() or not any(a.islower() and b.isupper() for a, b in itertools.pairwise(word))


def _is_vietnamese(word: str) -> bool:
    """One syllable, with one tone at most."""
    parts = unicodedata.normalize("NFD", word.casefold())
    if sum(each in _TONES for each in parts) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(each for each in parts if each not in _TONES))
    return _is_evenly_written(word) and _SYLLABLE.fullmatch(bare) is not None


def _is_russian(word: str) -> bool:
    return _is_evenly_written(word) and set(word.lower()) <= _RUSSIAN


def _is_czech(word: str) -> bool:
    return _is_evenly_written(word) and set(word.lower()) <= _CZECH


TRIALS: dict[str, Callable[[str], bool]] = {
    "cp1258": _is_vietnamese,
    "cp1251": _is_russian,
    "cp1250": _is_czech,
}
