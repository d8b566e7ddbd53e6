"""The figures and sections of a return as rows: what each is called, its value, its rules, what was said of it.

The same rows stand in the form to fill, on the page to read, and beside the reasons of whoever sends a return back.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from fasti import words
from fasti.acts.findings import Finding
from fasti.acts.findings import named as with_names
from fasti.charter import rules
from fasti.dates import periods
from fasti.effects import given_figures
from fasti.effects.handing_in import WHOLE
from fasti.operations import naming, telling
from fasti.reports import rule_of_figures
from fasti.reports import stated as stated_figures
from fasti.returns import expected, owed, sheet
from fasti.web import addresses
from fasti.web.asked import Asked

TAGS = {
    "accepted": "ok", "submitted": "info", "sent_back": "bad", "reopened": "warn", "reported": "", "missing": "warn",
}  # fmt: skip
"""The look of each state."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding for the eye, and the place in the form that it is about; "" for the return as a whole."""

    code: str
    text: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A figure or section of the form."""

    id: str
    label: str
    lang: str
    kind: str = "computed"
    """computed, count, ratio or narrative."""
    value: str = ""
    """As written: exact text."""
    told: str = ""
    """The value for the reader."""
    now: str = ""
    """What the register has today, where it is not what was handed in; for the reader."""
    before: str = ""
    """In the return of the period before, for the reader."""
    remark: str = ""
    reason: str = ""
    """Why it was sent back."""
    address: str = ""
    """Where a computed figure is explained."""
    rules: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()
    theirs: str = ""
    """What somebody else has saved here meanwhile, where that is something else."""
    is_required: bool = True

    @property
    def needs_remark(self) -> bool:
        """Whether the field for a remark stands open."""
        return bool(self.remark or self.errors or self.value == given_figures.NONE)


def state(request: Asked, code: str, due: date) -> dict[str, Any]:
    """A state in words with its look; what is missing before the due day is still to come."""
    is_to_come = code == expected.MISSING and due >= request.day
    message = "web-returns-to-come" if is_to_come else f"return-state-{code.replace('_', '-')}"
    return {
        "state": words.say(message, request.lang), "look": "" if is_to_come else TAGS[code],
        "days_over": (request.day - due).days if code == expected.MISSING and not is_to_come else 0,
    }  # fmt: skip


def of_unit(request: Asked, unit: int, code: str) -> list[dict[str, Any]]:
    """The returns that a unit owed of late as rows."""
    found = owed.of_unit(unit, pack=request.pack, day=request.day)
    return [
        {
            "row": each,
            "name": name(request, each.form, each.period),
            "address": addresses.of_return(each.form, unit=code, period=each.period.code),
            "rule": addresses.of_rule(each.duty.reference),
            **state(request, each.state, each.duty.due),
        }
        for each in found
    ]


def name(request: Asked, form: str, period: periods.Period) -> str:
    """A form and a period in words."""
    told = words.say(
        "web-returns-name", request.lang, form=request.pack.name("form", form, request.lang),
        period=words.period(period, request.lang),
    )  # fmt: skip
    return told[:1].upper() + told[1:]


def told(found: Iterable[Finding], request: Asked, *, has_remarks: bool = True) -> list[Told]:
    """Findings as sentences, each with its place."""
    names = naming.Names(pack=request.pack, lang=request.lang, sight=request.sight)
    listed = []
    for each in found:
        shown = with_names(each, names)
        sentence = telling.sentence(shown, request.lang, pack=request.pack)
        place = str(each.args.get("figure", "")) if has_remarks else ""
        listed.append(Told(each.code, sentence, place))
    return list(dict.fromkeys(listed))


@dataclass(frozen=True)
class Rows:
    """The rows of one return. `content`: what is shown as filled in; `findings`: what stands against it."""

    request: Asked
    sheet: sheet.Sheet
    content: Mapping[str, Any]
    findings: tuple[Told, ...] = ()
    theirs: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """What somebody else has saved, where it is set beside."""
    stated: Mapping[str, str] | None = None
    """The computed figures as handed in; None: those of the register of now."""

    @functools.cached_property
    def teller(self) -> stated_figures.Teller:
        """Tells the figures of the form."""
        return stated_figures.Teller(self.request.pack, self.sheet.form, self.request.lang)

    @property
    def sections(self) -> list[tuple[str, list[Row]]]:
        """The computed figures by the sections of the form."""
        names = self.request.pack.names("section", self.request.lang)
        return [
            (names.get(section.id, section.id), [self._computed(id) for id in section.figures])
            for section in self.sheet.form.sections
        ]

    def _computed(self, id: str) -> Row:
        more = self._said(id)
        address = addresses.of_figure(id, unit=self.sheet.code, period=self.sheet.period.code)
        now = self.sheet.computed.get(id, "")
        value = now if self.stated is None else self.stated.get(id, "")
        told, other = self.teller.whole(id, value), self.teller.whole(id, now) if value != now else ""
        return Row(id=id, value=value, told=told, now=other, address=address, **more)

    @property
    def declared(self) -> list[Row]:
        """The figures that only the unit knows."""
        listed = self.sheet.form.handed_in.declared if self.sheet.form.handed_in else ()
        given, theirs = _part(self.content, "declared"), _part(self.theirs, "declared")
        return [
            Row(
                id=each.id, kind=each.kind, value=given.get(each.id, ""), rules=self._rules(each.id),
                told=self.teller.whole(each.id, given.get(each.id, "")),
                theirs=self._theirs(given, theirs, each.id), **self._said(each.id),
            )
            for each in listed
        ]  # fmt: skip

    @property
    def narrative(self) -> list[Row]:
        """The sections of text."""
        listed = self.sheet.form.handed_in.narrative if self.sheet.form.handed_in else ()
        given, theirs = _part(self.content, "narrative"), _part(self.theirs, "narrative")
        return [
            Row(
                id=each.id, kind="narrative", value=given.get(each.id, ""), is_required=each.is_required,
                theirs=self._theirs(given, theirs, each.id), **{**self._said(each.id), "before": ""},
            )
            for each in listed
        ]  # fmt: skip

    @property
    def proposals(self) -> list[str]:
        """What the unit proposes upward."""
        return [str(each) for each in self.content.get("proposals") or ()]

    @property
    def whole_reason(self) -> str:
        """Why the return as a whole was sent back."""
        return self.sheet.reasons.get(WHOLE, "")

    @property
    def general(self) -> list[Told]:
        """What stands against the return as a whole."""
        ids = {*self.sheet.form.figures, *(each.id for each in (*self.declared, *self.narrative))}
        return [each for each in self.findings if each.place not in ids]

    def _theirs(self, given: Mapping[str, str], theirs: Mapping[str, str], id: str) -> str:
        if not self.theirs or given.get(id, "") == theirs.get(id, ""):
            return ""
        return theirs.get(id, "") or words.say("web-returns-left-empty", self.request.lang)

    def _said(self, id: str) -> dict[str, Any]:
        before = self.sheet.earlier.before.get(id, "")
        return {
            "lang": self.request.lang,
            "label": self.teller.place(id),
            "before": self.teller.whole(id, before) if before else "",
            "remark": _part(self.content, "remarks").get(id, ""),
            "reason": self.sheet.reasons.get(id, ""),
            "errors": tuple(each.text for each in self.findings if each.place == id),
        }

    def _rules(self, id: str) -> tuple[str, ...]:
        handed_in = self.sheet.form.handed_in
        found: tuple[rules.FigureRule, ...] = handed_in.rules if handed_in else ()
        lang, pack = self.request.lang, self.request.pack
        return tuple(rule_of_figures.rule(each, pack=pack, lang=lang) for each in found if each.figure == id)


def _part(content: Mapping[str, Any], name: str) -> Mapping[str, str]:
    found = content.get(name)
    return found if isinstance(found, Mapping) else {}
