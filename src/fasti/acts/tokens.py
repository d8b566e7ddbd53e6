"""Words of acts as search compares them: folded, a Russian or Czech word also by its lemma, a number of an act whole.

The text of an act and the words somebody looks for go through the same mill, so that what is typed without marks, in
another case or another form finds what was written. References to persons are left out before: no name gets in. Pure.

>>> [(word.form, word.lemma) for word in read("Назначения по расчёту", "ru")]
[('назначения', 'назначение'), ('по', 'по'), ('расчету', 'расчет')]
>>> [word.form for word in read("Bổ nhiệm [person:P7] giữ chức", "vi")]
['bo', 'nhiem', 'giu', 'chuc']
>>> [(word.form, word.sign) for word in read("số 27-QĐ/TU", "vi")]
[('so', ''), ('27', '27qdtu'), ('qd', ''), ('tu', '')]
"""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fasti.subjects import names

LEMMAS = ("ru", "cs")
"""Languages whose words are also found by their lemma."""
_FIRST_WORDS = {"ru": "слово", "cs": "slovo"}
LONGEST = 64
"""Letters of a word that are compared."""
_MOST_BYTES = 3 * 4 * 3 * LONGEST
"""No word has more: form, lemma and sign, a letter folded into three of four bytes each at most."""
MOST = 200
"""Letters of a search that are read."""
_PERSON = re.compile(r"\[person:[^\]\s]*\]")
_CHAIN = re.compile(r"[^\W_]+(?:[-/.][^\W_]+)*")
_JOINTS = re.compile(r"[-/.]")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')


class Word(NamedTuple):
    """One word of a text."""

    form: str
    """As it stands there, folded."""
    lemma: str
    """Its dictionary form, folded; the form itself where there is none."""
    sign: str = ""
    """The whole number of an act that begins with this word, its parts joined: 27qdtu."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What must stand in an act: a word, several in a row, or the number of an act by its beginning."""

    words: tuple[Word, ...]
    is_beginning: bool = False
    """Words that begin so are meant, too."""

    @property
    def sign(self) -> str:
        """The number of an act asked for, joined; empty where words are."""
        return self.words[0].sign if len(self.words) == 1 else ""


def read(text: str, lang: str) -> Iterator[Word]:
    """The words of a text in a language, one after the other."""
    for chain in _CHAIN.findall(unicodedata.normalize("NFC", _PERSON.sub(" ", text))):
        parts = _JOINTS.split(chain)
        sign = _sign(parts)
        for part in parts:
            word = _folded(part[:LONGEST], lang if lang in LEMMAS else _by_letters(part))
            yield word._replace(sign=sign) if sign else word
            sign = ""


def asked(words: str, lang: str) -> tuple[Asked, ...]:
    """What somebody looks for, typed in a language: each must be found. Words in quotation marks stand together.

    >>> [(each.words[0].form, len(each.words), each.is_beginning) for each in asked('"pho truong ban" bo* 27-QĐ', "vi")]
    [('pho', 3, False), ('bo', 1, True), ('27', 1, True)]
    """
    found = []
    for phrase, bare in _ASKED.findall(words[:MOST].replace("“", '"').replace("”", '"')):
        listed = tuple(read(phrase or bare, lang))
        if phrase:
            found.append(Asked(listed))
        elif listed and listed[0].sign:
            found.append(Asked(listed[:1], is_beginning=True))
        else:
            is_open = bare.endswith("*")
            found += [Asked((word,), is_open and word is listed[-1]) for word in listed]
    return tuple(dict.fromkeys(each for each in found if each.words))


def _sign(parts: list[str]) -> str:
    """The parts of an act's number joined; empty for what is none: it has digits and letters."""
    joined = "".join(parts)
    if len(parts) == 1 or joined.isdigit() or not any(map(str.isdigit, joined)):
        return ""
    return names.fold(joined)[:LONGEST]


def _by_letters(word: str) -> str:
    """The language of a word that stands in a text of another: Cyrillic letters are Russian."""
    return "ru" if "\u0400" <= word[:1] <= "\u04ff" else ""


@functools.lru_cache(maxsize=200_000)
def _folded(word: str, lang: str) -> Word:
    form = names.fold(word)
    return Word(form, names.fold(_lemmatizer()(word, lang)) if lang else form)


def ready(languages: Iterable[str]) -> None:
    """Read the dictionaries of these languages, which takes a second for the first word of each."""
    for lang in languages:
        if lang in LEMMAS:
            _folded(_FIRST_WORDS[lang], lang)


@functools.cache
def _lemmatizer() -> Callable[[str, str], str]:
    """Read at the first Russian or Czech word: the dictionaries take a second and a hundred megabytes."""
    import simplemma

    return lambda word, lang: str(simplemma.lemmatize(word, lang=lang))


def within(words: Iterable[Word], limit: int) -> list[Word]:
    """The first words of a text, until its different words have so many bytes together."""
    rest = iter(words)
    found = list(itertools.islice(rest, limit // _MOST_BYTES))
    # A text of so few words is within the limit, whatever they are.
    return found if len(found) < limit // _MOST_BYTES else list(_counted(itertools.chain(found, rest), limit))


def _counted(words: Iterable[Word], limit: int) -> Iterator[Word]:
    known: set[str] = set()
    size = 0
    for word in words:
        for each in word:
            if each not in known:
                known.add(each)
                size += len(each.encode())
        if size > limit:
            return
        yield word
