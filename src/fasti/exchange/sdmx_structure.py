"""Writes the structure of exchanged returns as SDMX 2.1 (a data structure definition by the rules of the ADX profile).

It names every figure of a form, every unit of the perimeter and the two sides of a share, in the languages of the body,
so that another system can be set up without asking anybody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from lxml import etree

from fasti import charter, words
from fasti.effects import wording
from fasti.exchange import return_data

MEDIA = "application/vnd.sdmx.structure+xml;version=2.1"
ID, VERSION = "FASTI_RETURNS", "1.0"
_BASE = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1/"
_MES, _STR, _COM = (f"{{{_BASE}{name}}}" for name in ("message", "structure", "common"))
_MANDATORY = "ADX_MANDATORY_CONCEPTS"
_OWN = "RETURN_CONCEPTS"
_LISTS = {"dataElement": "CL_FIGURES", "orgUnit": "CL_UNITS", "dataSet": "CL_FORMS", "share": "CL_SHARES"}
_SHARES = (return_data.PART, return_data.WHOLE, "_T")
Names = Mapping[str, str]


def agency(pack: charter.Pack) -> str:
    """Who keeps the structure: the rule book by its name, in letters that SDMX takes.

    An agency begins with a letter and holds letters, digits and low lines.
    """
    return re.sub(r"[^A-Za-z0-9_]", "_", pack.id).upper()


def written(data: return_data.Data, *, pack: charter.Pack, prepared: datetime) -> bytes:
    """The message. `prepared`: when it is written."""
    spaces: dict[str, str] = {"mes": _MES[1:-1], "str": _STR[1:-1], "com": _COM[1:-1]}
    root = etree.Element(f"{_MES}Structure", nsmap=spaces)
    header = etree.SubElement(root, f"{_MES}Header")
    for name, text in (
        ("ID", ID),
        ("Test", "false"),
        ("Prepared", prepared.replace(microsecond=0).isoformat()),
    ):
        etree.SubElement(header, f"{_MES}{name}").text = text
    etree.SubElement(header, f"{_MES}Sender", id=agency(pack))
    structures = etree.SubElement(root, f"{_MES}Structures")
    _Structure(structures, data, pack).write()
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


class _Structure:
    """The parts of a structure being written."""

    def __init__(self, into: Any, data: return_data.Data, pack: charter.Pack) -> None:
        self.into, self.data, self.pack, self.agency = into, data, pack, agency(pack)

    def write(self) -> None:
        lists = etree.SubElement(self.into, f"{_STR}Codelists")
        for name, (title, codes) in self._lists().items():
            self._codelist(lists, _LISTS[name], title, codes)
        concepts = etree.SubElement(self.into, f"{_STR}Concepts")
        self._scheme(concepts, _MANDATORY, "IHE_QRPH", ("dataElement", "orgUnit", "period", "value"))
        self._scheme(concepts, _OWN, self.agency, ("dataSet", "share"))
        self._structure(etree.SubElement(self.into, f"{_STR}DataStructures"))

    def _lists(self) -> dict[str, tuple[str, list[tuple[str, Names]]]]:
        """By dimension: what the list is called, and its codes with their names."""
        form = self.data.form
        ids = (*form.figures, *(each.id for each in return_data.declared(form)))
        return {
            "dataElement": (
                "figures", [(return_data.code(id), self._named(self._figure(id))) for id in ids]
            ),
            "orgUnit": ("units", [(return_data.unit_code(code), names) for code, names in self.data.units]),
            "dataSet": ("forms", [(form.id, self._words("form", form.id))]),
            "share": ("shares", [(each, self._say(f"return-data-{each.strip('_').lower()}")) for each in _SHARES]),
        }  # fmt: skip

    def _figure(self, id: str) -> Any:
        return lambda lang: wording.place_word(
            id, lang, lambda group, each: self.pack.names(group, lang).get(each, each)
        )

    def _named(self, name: Any) -> Names:
        return {lang: name(lang) for lang in words.LANGUAGES}

    def _words(self, group: str, id: str) -> Names:
        return self._named(lambda lang: self.pack.name(group, id, lang))

    def _say(self, message: str) -> Names:
        return self._named(lambda lang: words.say(message, lang))

    def _names(self, element: Any, names: Names) -> None:
        for lang, text in names.items():
            named = etree.SubElement(element, f"{_COM}Name")
            named.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
            named.text = text

    def _codelist(self, lists: Any, id: str, title: str, codes: Iterable[tuple[str, Names]]) -> None:
        found = etree.SubElement(lists, f"{_STR}Codelist", id=id, agencyID=self.agency, version=VERSION)
        self._names(found, self._say(f"return-data-list-{title}"))
        for code, names in codes:
            each = etree.SubElement(found, f"{_STR}Code", id=code)
            self._names(each, names or {"en": code})

    def _scheme(self, concepts: Any, id: str, keeper: str, ids: Iterable[str]) -> None:
        scheme = etree.SubElement(concepts, f"{_STR}ConceptScheme", id=id, agencyID=keeper, version=VERSION)
        self._names(scheme, {"en": id})
        for each in ids:
            self._names(etree.SubElement(scheme, f"{_STR}Concept", id=each), {"en": each})

    def _structure(self, structures: Any) -> None:
        found = etree.SubElement(
            structures, f"{_STR}DataStructure", id=ID, agencyID=self.agency, version=VERSION
        )
        self._names(found, self._words("form", self.data.form.id))
        parts = etree.SubElement(found, f"{_STR}DataStructureComponents")
        dimensions = etree.SubElement(parts, f"{_STR}DimensionList")
        for name in _LISTS:
            self._dimension(dimensions, name)
        time = etree.SubElement(dimensions, f"{_STR}TimeDimension", id="TIME_PERIOD")
        self._concept(time, "period")
        told = etree.SubElement(time, f"{_STR}LocalRepresentation")
        etree.SubElement(told, f"{_STR}TextFormat", textType="TimeRange")
        group = etree.SubElement(parts, f"{_STR}Group", id="OUTER_DIMENSIONS")
        for name in ("orgUnit", "TIME_PERIOD", "dataSet"):
            dimension = etree.SubElement(group, f"{_STR}GroupDimension")
            reference = etree.SubElement(dimension, f"{_STR}DimensionReference")
            etree.SubElement(reference, "Ref", id=name)
        measures = etree.SubElement(parts, f"{_STR}MeasureList")
        self._concept(etree.SubElement(measures, f"{_STR}PrimaryMeasure", id="OBS_VALUE"), "value")

    def _dimension(self, dimensions: Any, name: str) -> None:
        dimension = etree.SubElement(dimensions, f"{_STR}Dimension", id=name)
        self._concept(dimension, name)
        told = etree.SubElement(dimension, f"{_STR}LocalRepresentation")
        enumeration = etree.SubElement(told, f"{_STR}Enumeration")
        listed = {"id": _LISTS[name], "version": VERSION, "agencyID": self.agency, "package": "codelist"}
        etree.SubElement(enumeration, "Ref", {**listed, "class": "Codelist"})

    def _concept(self, element: Any, name: str) -> None:
        is_own = name in ("dataSet", "share")
        identity = etree.SubElement(element, f"{_STR}ConceptIdentity")
        told = {
            "id": name, "maintainableParentID": _OWN if is_own else _MANDATORY, "maintainableParentVersion": VERSION,
            "agencyID": self.agency if is_own else "IHE_QRPH",
        }  # fmt: skip
        etree.SubElement(identity, "Ref", told)
