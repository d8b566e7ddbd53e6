"""Names folded for search and order: without marks, in lower case, đ as d and ё as е.

>>> fold("Nguyễn Văn Đức"), fold("Žďár"), fold("Фёдор")
('nguyen van duc', 'zdar', 'федор')
"""

import unicodedata

BY_GIVEN = frozenset({"vi"})
"""Languages in which people are listed by the given name, which is the last word of the name."""
_LETTERS = str.maketrans({"đ": "d", "ł": "l", "ø": "o"})


def fold(text: str) -> str:
    """The text as it is compared in search."""
    parts = unicodedata.normalize("NFD", text.casefold())
    return "".join(c for c in parts if not unicodedata.combining(c)).translate(_LETTERS)
