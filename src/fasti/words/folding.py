"""Selections written on one line, laid out as Fluent wants them: each variant on its line.

>>> print(unfold("{ $n -> [one] { $n } act *[other] { $n } acts }"))
{ $n ->
    [one] { $n } act
    *[other] { $n } acts
}
"""

from __future__ import annotations

import re

TOKENS = re.compile(r"""(?P<text>"(?:[^"\\\n]|\\.)*")|(?P<variant>\s*\*?\[[\w.-]+\])|(?P<mark>[{}]|->)""")


def unfold(text: str) -> str:
    """The text with its selections laid out; what is laid out already stays as it is."""
    parts: list[str] = []
    is_select: list[bool] = []  # one for each open brace: whether it selects among variants
    at = 0
    for token in TOKENS.finditer(text):
        parts.append(text[at : token.start()])
        parts.append(_laid_out(token, parts, is_select))
        at = token.end()
    return "".join([*parts, text[at:]])


def _laid_out(token: re.Match[str], parts: list[str], is_select: list[bool]) -> str:
    """One token in its place, noting the brace it opens or closes."""
    found = token[0]
    if found == "{":
        is_select.append(False)
    elif found == "->" and is_select:
        is_select[-1] = True
    elif found == "}" and is_select and is_select.pop():
        parts[-1] = parts[-1].rstrip()
        return "\n" + "    " * len(is_select) + "}"
    elif token["variant"] and is_select and is_select[-1]:
        return "\n" + "    " * len(is_select) + found.strip()
    return found
