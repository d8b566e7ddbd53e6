"""Which of the four languages a paragraph is written in, told by its commonest words and its letters.

A paragraph too short or too mixed to tell is read in the language of the text around it; a text that is in none of the
four is said to be so, and nothing is read from it.
"""

from __future__ import annotations

import functools
import re
from collections import Counter

from fasti.claims import text, wordlists

_WORD = re.compile(r"[^\W\d_]+")
_MARKED = {
    "vi": re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]"),
    "ru": re.compile(r"[а-яё]"),
    "cs": re.compile(r"[ěščřžůťďň]"),
}
_ENOUGH = 0.06


def told(passage: str) -> str | None:
    """The language of a passage; None if it cannot be told.

    >>> told("Tỉnh ủy đã kết nạp 12 đảng viên mới trong năm"), told("The union has members in all of its branches")
    ('vi', 'en')
    >>> told("Der Vorstand hat gestern getagt") is None
    True
    """
    found = [text.fold(word) for word in _WORD.findall(passage)]
    if not found:
        return None
    scores = Counter({id: _score(found, id) for id in wordlists.LANGUAGES})
    (best, high), (_, low) = scores.most_common(2)
    return best if high >= _ENOUGH and high > low * 1.2 else None


def has_words(passage: str, id: str) -> bool:
    """Whether any of a language's commonest words, or of its letters, stand in a passage."""
    return _score([text.fold(word) for word in _WORD.findall(passage)], id) > 0


def _score(words: list[str], id: str) -> float:
    common = wordlists.language(id).told_by
    hits = sum(2 if each in common else id in _marks(each) for each in words)
    foreign = sum(len(_marks(each)) for each in words) if id == "en" else 0
    return (hits - foreign) / len(words)


@functools.lru_cache(maxsize=50_000)
def _marks(word: str) -> frozenset[str]:
    """The languages of which a word has letters that the others lack."""
    return frozenset(id for id, pattern in _MARKED.items() if pattern.search(word))
