"""Which of the four languages a paragraph is written in, told by its commonest words and its letters.

A paragraph too short or too mixed to tell is read in the language of the text around it; a text that is in none of the
four is said to be so, and nothing is read from it.
"""

from __future__ import annotations

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


def _score(words: list[str], id: str) -> float:
    common = wordlists.language(id).told_by
    marked = _MARKED.get(id)
    hits = sum(2 if each in common else 1 if marked and marked.search(each) else 0 for each in words)
    foreign = sum(
        bool(pattern.search(each)) for name, pattern in _MARKED.items() if name != id for each in words
    )
    return (hits - (foreign if id == "en" else 0)) / len(words)
