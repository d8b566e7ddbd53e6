"""One return: its state and days, figures with their acts, texts, every version with what it changed, the next step."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from fasti import words
from fasti.access import returns as access
from fasti.acts.models import Act
from fasti.dates import periods
from fasti.effects import returning
from fasti.indicators import engines, figures
from fasti.operations import desk
from fasti.operations import naming as naming_of_drafts
from fasti.reports import discreet, naming, returned, stated
from fasti.returns import sheet, versions
from fasti.subjects.models import Unit
from fasti.web import addresses, asked, pages, question, refusals, return_rows
from fasti.web.return_rows import Told

LONGEST = 60
"""Characters of a form's id or a unit's code; what is longer is none."""


class NoReturn(Exception):
    """There is no such return, and the reader may know why: `told` are the reasons."""

    def __init__(self, told: Sequence[Told]) -> None:
        super().__init__(", ".join(each.code for each in told))
        self.told = tuple(told)


@dataclass(frozen=True)
class Page:
    """One return as whoever asks may see it."""

    request: asked.Asked
    found: returned.Returned

    @property
    def sheet(self) -> sheet.Sheet:
        """The sheet as it is seen."""
        return self.found.sheet

    def address(self, step: str = "") -> str:
        """Where the return is read, or a step is done."""
        return addresses.of_return(
            self.sheet.form.id, unit=self.sheet.code, period=self.sheet.period.code, step=step
        )

    @cached_property
    def names(self) -> naming.Names:
        """The names of units on the last day of the period."""
        return naming.Names(self.request.pack, self.request.lang, self.sheet.period.last_day)

    @cached_property
    def findings(self) -> tuple[Told, ...]:
        """What stands in the way of handing it in."""
        return tuple(return_rows.told(self.sheet.findings, self.request))

    @property
    def locks(self) -> list[Told]:
        """Why it is locked: the rule, the day, who may open it."""
        return [each for each in self.findings if each.code in returned.LOCKS]

    @property
    def lacking(self) -> list[Told]:
        """What it still lacks before it can be handed in."""
        return [each for each in self.findings if each.code not in returned.LOCKS]

    @property
    def version(self) -> versions.Version | None:
        """The last version handed in, if it is seen."""
        made = self.found.versions
        return made[-1] if made and made[-1].number == self.sheet.version else None

    @property
    def is_handed_in(self) -> bool:
        """Whether a version stands as it was handed in, and nobody is asked to fill."""
        return self.found.state in (returning.SUBMITTED, returning.ACCEPTED) and self.version is not None

    @functools.cached_property
    def teller(self) -> stated.Teller:
        """Tells the figures of the return's form."""
        return stated.Teller(self.request.pack, self.sheet.form, self.request.lang)

    def rows(self) -> return_rows.Rows:
        """Its figures and texts: of the sheet with the register's figures of now, or of what stands as handed in."""
        if self.is_handed_in and self.version is not None:
            return self.rows_of(self.version)
        return return_rows.Rows(self.request, self.sheet, self.sheet.content)

    def rows_of(self, version: versions.Version) -> return_rows.Rows:
        """The figures and texts of a version, beside what the register has otherwise now."""
        content = returned.handed_in(version)
        return return_rows.Rows(self.request, self.sheet, content, stated=version.computed)

    def person(self, id: int | None) -> str:
        """The name of a person as far as it is seen."""
        if id is None:
            return ""
        told = naming_of_drafts.Names(
            pack=self.request.pack, lang=self.request.lang, sight=self.request.sight
        ).person(id)
        return told.rpartition(" (")[0] or told

    def context(self, **more: Any) -> dict[str, Any]:
        """What every page about this return stands on."""
        request, sheet_ = self.request, self.sheet
        to = Unit.objects.filter(id=sheet_.recipient).values_list("code", flat=True).first() or ""
        listed = to if to and access.sees(request.sight, sheet_.recipient) else sheet_.code
        return {
            "page": self,
            "sheet": sheet_,
            "returned": self.found,
            "title": return_rows.name(request, sheet_.form.id, sheet_.period),
            "unit_name": self.names.of_unit(sheet_.code),
            "to_code": to,
            "to_name": self.names.of_unit(to),
            "state": return_rows.state(request, self.found.state, sheet_.duty.due),
            "form_rule": addresses.of_rule(sheet_.form.reference),
            "rule": addresses.of_rule(sheet_.duty.reference),
            "addresses": {"read": self.address(), **{step: self.address(step) for step in returned.STEPS}},
            "back": addresses.of_returns(form=sheet_.form.id, unit=listed, period=sheet_.period.code),
            **more,
        }  # fmt: skip


def of(request: asked.Asked, form: str, period: str, unit: str) -> Page:
    """The return of an address; raises `NoReturn`, and refuses alike what is not granted and what is nowhere."""
    day = request.day
    try:
        asked_for = question.period(period)
    except periods.MalformedPeriod as error:
        raise refusals.NotThere from error
    try:
        with engines.one_state():
            found = returned.returned(
                request.pack,
                form[:LONGEST],
                unit=unit[:LONGEST],
                period=asked_for,
                sight=request.sight,
                day=day,
            )
    except returned.NotGranted as error:
        raise refusals.NotGranted(error.right) from error
    except sheet.NoSheet as error:
        raise NoReturn(return_rows.told(error.findings, request)) from error
    except figures.CannotCompute as error:
        sentence = (
            words.finding(error.code, request.lang, **error.args_) if error.code in words.FINDINGS else ""
        )
        raise NoReturn([Told(error.code, sentence or str(error), "")]) from error
    return Page(request, found)


def none(request: asked.Asked, refused: NoReturn, unit: str) -> HttpResponse:
    """The page that says why there is no such return."""
    return pages.show(request, "returns/none.html", {"told": refused.told, "unit": unit}, status=404)


@require_safe
def read(request: asked.Asked, form: str, period: str, unit: str) -> HttpResponse:
    """One return."""
    try:
        page = of(request, form, period, unit)
    except NoReturn as refused:
        return none(request, refused, unit)
    reasons = [(page.teller.place(place), text) for place, text in page.sheet.reasons.items()]
    is_ready = returned.SUBMIT in page.found.steps and page.found.is_in_work and not page.findings
    more = {"reasons": reasons, "is_ready": is_ready, "rows": page.rows(), **_versions(page)}
    return pages.show(request, "returns/return.html", page.context(**more))


def _versions(page: Page) -> dict[str, Any]:
    """Every version with its answer, and what it changed; the earlier of the two compared may be chosen."""
    made, request = page.found.versions, page.request
    acts = _acts(request, [code for each in made for code in (each.act, each.answered_by) if code])
    chosen = request.GET.get("beside", "")
    before = next((each for each in made if str(each.number) == chosen), made[-2] if len(made) > 1 else None)
    last = made[-1] if made else None
    compared = before is not None and last is not None and before.number < last.number
    return {
        "versions": [_version(each, acts, page) for each in made],
        "before": before if compared else None,
        "last": last,
        "differences": [_difference(each, page) for each in versions.differences(before, last)]
        if compared and before and last
        else [],
    }


def _acts(request: asked.Asked, codes: Sequence[str]) -> Mapping[str, Act]:
    """The acts of these codes that are seen."""
    found = [act for code in dict.fromkeys(codes) if (act := desk.find_act(code)) is not None]
    seen = set(discreet.seen(request.sight, [act.id for act in found]))
    return {act.code: act for act in found if act.id in seen}


def _version(version: versions.Version, acts: Mapping[str, Act], page: Page) -> dict[str, Any]:
    lang = page.request.lang
    duty = page.sheet.duty
    return {
        "version": version,
        "act": acts.get(version.act),
        "answer": words.say(f"return-state-{version.answer.replace('_', '-')}", lang)
        if version.answer
        else "",
        "answer_act": acts.get(version.answered_by),
        "days_late": duty.days_late(version.on) if version.number == 1 and duty.is_late(version.on) else 0,
        "is_corrected": version.number > 1,
        "reasons": [(page.teller.place(place), text) for place, text in version.reasons.items()],
    }


def _difference(each: versions.Difference, page: Page) -> dict[str, str]:
    before, after = (page.teller.whole(each.place, text) for text in (each.before, each.after))
    return {"label": page.teller.place(each.place), "before": before, "after": after}
