"""A worked example for the templates: the smallest register that the rule book allows, with invented people.

It is made from the rule book itself: an organ that may issue an act which founds units, sets up a post, admits a
member and appoints the signer. So it is right for every pack, and the tests take it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from fasti import charter

SIGNED_ON = date(2024, 1, 15)
_NEEDED = ("FOUND", "ESTABLISH_POST", "ADMIT", "APPOINT")
_PERSON = {
    "en": ("Sample", "Anna"),
    "vi": ("Nguyễn Thị", "Mẫu"),
    "ru": ("Образцова", "Анна"),
    "cs": ("Vzorová", "Anna"),
}
_TITLE = {
    "en": "On taking over the register",
    "vi": "Về việc tiếp nhận sổ đăng ký",
    "ru": "О принятии реестра",
    "cs": "O převzetí rejstříku",
}
ACT, PERSON = "1", "M-0001"

Row = tuple[str, dict[str, Any]]


def rows(pack: charter.Pack, lang: str) -> list[Row]:
    """The rows of the example, each with the key of its sheet; empty where the rule book has no such act."""
    for organ, office, type in _issuers(pack):
        chain = _above(pack, organ)
        home = next(_homes(pack, chain), None)
        if chain and home:
            return list(_rows(pack, lang, chain, home, office, type))
    return []


def _issuers(pack: charter.Pack) -> Iterator[tuple[str, str, str]]:
    """Organs that may issue what is needed, with the office that signs and the type of act."""
    day = SIGNED_ON
    for organ in pack.unit_kinds(as_of=day, is_organ=True):
        for type in pack.act_types(as_of=day):
            if not set(_NEEDED) <= set(pack.effects_allowed(type, as_of=day).kinds):
                continue
            authority = pack.authority(organ, type, as_of=day)
            for office in authority.signers if authority.allowed else ():
                if organ in pack.office(office, as_of=day).unit_kinds:
                    yield organ, office, type


def _above(pack: charter.Pack, kind: str) -> list[str]:
    """A line of kinds from the root down to this one; empty where none leads there."""
    line = [kind]
    while parents := pack.unit_kind(line[0], as_of=SIGNED_ON).parents:
        known = [each for each in parents if each in pack.unit_kinds(as_of=SIGNED_ON) and each not in line]
        if not known:
            return []
        line.insert(0, known[0])
    return line


def _homes(pack: charter.Pack, chain: Iterable[str]) -> Iterator[list[str]]:
    """Lines of kinds from below a unit of the chain down to one that has members."""
    served = list(chain)[:-1]
    kinds = [
        each for each in pack.unit_kinds(as_of=SIGNED_ON) if pack.unit_kind(each, as_of=SIGNED_ON).has_members
    ]
    if served and pack.unit_kind(served[-1], as_of=SIGNED_ON).has_members:
        yield []
    for kind in kinds:
        line = _above(pack, kind)
        if line and served == line[: len(served)] and len(line) > len(served):
            yield line[len(served) :]


def _rows(
    pack: charter.Pack, lang: str, chain: list[str], home: list[str], office: str, type: str
) -> Iterator[Row]:
    codes = [f"U{number}" for number in range(1, len(chain))]
    organ = f"{codes[-1]}-A"
    family, given = _PERSON[lang]
    spoken = lang if lang in pack.languages else pack.languages[0]
    yield (
        "acts",
        {
            "act": ACT,
            "issuer": organ,
            "type": type,
            "title": _TITLE[lang],
            "signed_on": SIGNED_ON,
            "signer": PERSON,
            "signer_post": f"{organ}.1",
            "language": spoken,
        },
    )
    parent = ""
    for code, kind in [*zip([*codes, organ], chain, strict=True)]:
        yield "units", _unit(pack, spoken, code, kind, parent)
        parent = code if code != organ else parent
    for number, kind in enumerate(home, 1):
        code = f"{codes[-1]}-{number}"
        yield "units", _unit(pack, spoken, code, kind, parent)
        parent = code
    yield "posts", {"act": ACT, "post": f"{organ}.1", "unit": organ, "office": office, "seats": 1}
    person = {"family_name": family, "given_name": given, "sex": "F", "born_on": date(1980, 3, 8)}
    yield "people", {"act": ACT, "person": PERSON, **person, "unit": parent, "stage": "full"}
    yield "holders", {"act": ACT, "person": PERSON, "post": f"{organ}.1"}


def _unit(pack: charter.Pack, lang: str, code: str, kind: str, parent: str) -> dict[str, Any]:
    name = pack.name("unit_kind", kind, lang)
    told = name[:1].upper() + name[1:]
    return {"act": ACT, "unit": code, "parent": parent, "unit_kind": kind, f"name.{lang}": told}
