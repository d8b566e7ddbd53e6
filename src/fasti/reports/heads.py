"""The head of an official document by the pack's layout: superior body, issuer, motto, place and day."""

from __future__ import annotations

from datetime import date

from fasti import charter, words
from fasti.reports import model, naming


def of_issuer(
    issuer: str, names: naming.Names, *, number: str, dated: date | None, pack: charter.Pack, lang: str
) -> model.Head:
    """The head of a document of a unit or organ."""
    kind = names.unit(issuer)
    layout = pack.layout(kind.kind if kind else None, as_of=names.as_of)
    above = names.superior(issuer)
    lines = {"superior": names.with_kind(above.code) if above else "", "issuer": names.of_unit(issuer)}
    home = names.home(issuer)
    told = tuple(lines[line] for line in layout.issuer_lines if lines[line])
    return _head(layout, told, number, home.code if home else issuer, dated, names, lang)


def of_group(
    group: str,
    superior: str | None,
    names: naming.Names,
    *,
    dated: date | None,
    pack: charter.Pack,
    lang: str,
) -> model.Head:
    """The head of a report on a peer group, which issues nothing itself: the unit above, then the group."""
    layout = pack.layout(as_of=names.as_of)
    name = pack.name("peer_group", group, lang)
    lines = (names.of_unit(superior), name) if superior else (name,)
    return _head(layout, lines, "", superior or "", dated, names, lang)


def _head(
    layout: charter.Layout,
    lines: tuple[str, ...],
    number: str,
    home: str,
    dated: date | None,
    names: naming.Names,
    lang: str,
) -> model.Head:
    said = layout.words.get(lang, {})
    place = _place(home, said, names)
    day = words.day(dated, lang, style="act") if dated else ""
    both = words.say("document-place-date", lang, place=place, day=day) if place and day else place or day
    told = words.say("document-number", lang, symbol=number) if number else ""
    return model.Head(
        tuple(_capital(line) for line in lines), layout.separator, told, said.get("motto", ""), both
    )


def _place(home: str, said: dict[str, str] | object, names: naming.Names) -> str:
    """The seat of the centre where the pack says it; elsewhere the unit named by its place."""
    found = names.unit(home)
    if found is None or found.parent is None:
        return said.get("place", "") if isinstance(said, dict) else ""
    return names.place(home) or names.short(home)[0]


def _capital(line: str) -> str:
    """Issuers stand in capitals at the head; stacked marks stay whole.

    >>> _capital("Tỉnh ủy Bắc Ninh")
    'TỈNH ỦY BẮC NINH'
    """
    return line.upper()
