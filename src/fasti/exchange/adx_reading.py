"""Reads an ADX message of another system: which returns it speaks of and what it declares for them.

Every group and value that cannot be taken is told with its line. Read leniently in one thing: a message without
`exported`, as widespread systems write it, is read, and told. Figures of the register are compared, never taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from lxml import etree

from fasti import charter
from fasti.acts.findings import Finding
from fasti.charter import rules
from fasti.dates import periods
from fasti.exchange import placed, return_data, tables
from fasti.exchange.adx import NAMESPACE

LARGEST = 20 * 2**20
_SHARE = "share"
_SHARES = ("", return_data.PART, return_data.WHOLE)
_KNOWN = {"dataElement", "value", _SHARE}
_NS = f"{{{NAMESPACE}}}"


@dataclass(slots=True)
class Group:
    """What a message says of one return. `lines`: where each figure stands, by its id."""

    unit: str
    form: str
    period: periods.Period
    line: int
    computed: dict[str, str] = field(default_factory=dict)
    declared: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Message:
    """What was read of a message."""

    groups: list[Group] = field(default_factory=list)
    findings: list[placed.Placed] = field(default_factory=list)
    notices: list[placed.Placed] = field(default_factory=list)


def read(path: Path, *, pack: charter.Pack, form: str = "") -> Message:
    """The message in a file; `form`: of groups that name none. Raises `tables.CannotRead` where it is no ADX."""
    root = _root(path)
    read_ = _Reading(path.name, pack, form)
    if root.get("exported") is None:
        read_.message.notices.append(
            placed.Placed(
                Finding("adx-without-exported", {"file": path.name}), path.name, root.sourceline or 0
            )
        )
    for group in root.iterchildren(f"{_NS}group"):
        read_.group(group)
    return read_.message


def _root(path: Path) -> Any:
    """The first element; without entities, without the network, and of no unreasonable size."""
    if path.stat().st_size > LARGEST:
        raise tables.CannotRead("workbook-too-large", file=path.name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        tree = etree.parse(str(path), parser)
    except (etree.XMLSyntaxError, OSError) as error:
        raise tables.CannotRead("adx-unreadable", file=path.name, detail=_told(error)) from error
    root, info = tree.getroot(), cast(Any, tree.docinfo)
    if info.doctype:
        raise tables.CannotRead("adx-unreadable", file=path.name, detail="DOCTYPE")
    if root.tag != f"{_NS}adx":
        raise tables.CannotRead("adx-unreadable", file=path.name, detail=str(root.tag)[:80])
    return root


def _told(error: Exception) -> str:
    line = getattr(error, "lineno", None)
    return f"XML: {line}" if line else type(error).__name__


class _Reading:
    """A message being read."""

    def __init__(self, name: str, pack: charter.Pack, form: str) -> None:
        self.name, self.pack, self.form = name, pack, form
        self.message = Message()

    def find(self, element: Any, code: str, **args: object) -> None:
        found = placed.Placed(Finding(code, args), self.name, element.sourceline or 0)
        self.message.findings.append(found)

    def group(self, element: Any) -> None:
        """One group: a unit, a period, a form, and values."""
        unit, form = element.get("orgUnit", "").strip(), element.get("dataSet", "").strip() or self.form
        missing = [name for name, given in (("orgUnit", unit), ("dataSet", form)) if not given]
        for name in missing:
            self.find(element, "missing-field", field=name)
        period = self._period(element)
        if missing or period is None:
            return
        try:
            rule = self.pack.form(form, as_of=period.last_day)
        except charter.NoRule:
            self.find(element, "unknown-form", value=form)
            return
        group = Group(return_data.unit_of_code(unit), form, period, element.sourceline or 0)
        self.message.groups.append(group)
        self._values(element, group, rule)

    def _period(self, element: Any) -> periods.Period | None:
        written = element.get("period", "")
        try:
            return return_data.of_interval(written)
        except return_data.UnknownPeriod:
            self.find(element, "adx-period-unknown", value=written)
            return None

    def _values(self, element: Any, group: Group, form: rules.Form) -> None:
        known = return_data.figures_by_code(form)
        declared = {each.id for each in return_data.declared(form)}
        parts: dict[tuple[str, str], str] = {}
        for value in element.iterchildren(f"{_NS}dataValue"):
            given = value.get("dataElement", "").strip()
            id = known.get(given)
            if id is None:
                self.find(value, "return-figure-unknown", figure=given, return_form=form.id)
                continue
            group.lines.setdefault(id, value.sourceline or 0)
            for name in sorted(set(value.attrib) - _KNOWN):
                self.find(value, "adx-figure-divided", figure=id, field=str(name))
            share, number = value.get(_SHARE, ""), self._number(value, id, is_whole=id in declared)
            if share not in _SHARES:
                self.find(value, "adx-figure-divided", figure=id, field=f"{_SHARE}={share}")
            elif (id, share) in parts or _is_other(id, share, parts):
                self.find(value, "return-figure-twice", figure=id)
            elif number and not set(value.attrib) - _KNOWN:
                parts[id, share] = number
            remark = "".join(note.text or "" for note in value.iterchildren(f"{_NS}annotation")).strip()
            if remark:
                group.remarks[id] = remark
        self._put(element, group, declared, parts)

    def _number(self, value: Any, id: str, *, is_whole: bool) -> str:
        """What is declared is a whole number; a figure of the register may be any decimal number."""
        text = value.get("value", "").strip()
        number = return_data.whole(text) if is_whole else return_data.exact(text)
        if not number:
            self.find(value, "return-figure-malformed", figure=id, value=text)
        return number

    def _put(self, element: Any, group: Group, declared: set[str], parts: dict[tuple[str, str], str]) -> None:
        """Figures and shares into their places; a share needs both of its sides."""
        for id in dict.fromkeys(id for id, _ in parts):
            into = group.declared if id in declared else group.computed
            text = "/".join(_sides(parts, id))
            if text.startswith("/") or text.endswith("/"):
                self.find(element, "return-figure-malformed", figure=id, value=text)
            else:
                into[id] = text


def _is_other(id: str, share: str, parts: dict[tuple[str, str], str]) -> bool:
    """Whether a figure was given before in the other way: as one value, or as the two of a share."""
    return any(each == id and bool(side) != bool(share) for each, side in parts)


def _sides(parts: dict[tuple[str, str], str], id: str) -> Iterator[str]:
    if (id, "") in parts:
        yield parts[id, ""]
        return
    yield parts.get((id, return_data.PART), "")
    yield parts.get((id, return_data.WHOLE), "")
