"""Fill in a return: keep what the unit declares and writes, unfinished or not. Nothing is handed in by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from fasti import charter
from fasti.access import actor as actors
from fasti.access import log, rights
from fasti.access.actor import Actor
from fasti.acts import findings, texts
from fasti.acts.findings import Finding
from fasti.acts.texts import readable
from fasti.dates import periods
from fasti.effects import handing_in
from fasti.operations import granted, naming, own_sheet
from fasti.returns import sheet as sheets
from fasti.returns.models import ReturnDraft


class CannotFill(Exception):
    """The return cannot be filled so; `findings` says everything that stands in the way."""

    def __init__(self, found: Sequence[Finding]) -> None:
        super().__init__(", ".join(sorted({finding.code for finding in found})))
        self.findings = tuple(found)


class Stale(Exception):
    """Somebody else has changed the sheet meanwhile; `version` is the one it has now, nothing was saved."""

    def __init__(self, version: int) -> None:
        super().__init__(version)
        self.version = version


def fill(
    unit: str,
    form: str,
    period: periods.Period,
    content: Mapping[str, Any],
    *,
    version: int | None = None,
    pack: charter.Pack,
    filled_at: datetime,
    actor: str | Actor,
) -> sheets.Sheet:
    """Keep the content in place of what the sheet held, and give the sheet as it is seen, with all it still lacks.

    `version`: the one that was changed (None: whatever it is). Needs the right to draft for the unit. Raises
    `CannotFill` for what is no content of the form, is locked, or is not granted; `Stale`; and `NoSheet`.
    """
    who, day = actors.of(actor), filled_at.date()
    try:
        now = own_sheet.sheet(pack, form, unit=unit, period=period, day=day, sight=who.sight)
    except own_sheet.NotGranted as error:
        raise CannotFill(_named(error.findings, pack)) from error
    if refused := _refused(who, now.unit, pack):
        raise CannotFill(_named(refused, pack))
    plain, found = _read(content)
    found += [each for each in now.findings if each.code in ("return-accepted", "return-closed")]
    found += _unknown(plain, now)
    if found:
        raise CannotFill(_named(found, pack))
    with transaction.atomic():
        kept, _ = ReturnDraft.objects.select_for_update().get_or_create(
            unit_id=now.unit, form=form, period=period.code,
            defaults={"version": 0, "content": {}, "filled_at": filled_at},
        )  # fmt: skip
        if version is not None and kept.version != version:
            raise Stale(kept.version)
        kept.content, kept.version = plain, kept.version + 1
        kept.filled_by_id, kept.filled_at = who.person, filled_at
        kept.save()
        if who.is_kept:
            detail = f"{form} {period.code}"
            log.keep(who.sight, "return.filled", at=filled_at, unit=now.unit, detail=detail)
    return own_sheet.sheet(pack, form, unit=unit, period=period, day=day, sight=who.sight)


def _named(found: Sequence[Finding], pack: charter.Pack) -> list[Finding]:
    names = naming.Names(pack=pack, lang=pack.languages[0])
    return [findings.named(each, names) for each in found]


def _refused(who: Actor, unit: int, pack: charter.Pack) -> list[Finding]:
    if granted.is_everything(who.sight):
        return []
    return granted.check(who, rights.DRAFT, unit=unit, confidentiality="normal", pack=pack)


def _read(content: Mapping[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """The content as it is kept: figures and texts by place, proposals in a list; whole numbers become texts."""
    found = list(texts.check(content))
    plain: dict[str, Any] = {}
    for part, value in content.items():
        if part not in sheets.PARTS:
            found.append(Finding("unexpected-field", {"field": readable(part)}))
        elif part == "proposals" and isinstance(value, list) and all(isinstance(each, str) for each in value):
            plain[part] = [each for each in value if each.strip()]
        elif part != "proposals" and isinstance(value, Mapping):
            plain[part], wrong = _by_place(part, value)
            found += wrong
        else:
            found.append(Finding("wrong-type", {"field": part, "value": readable(value)}))
    return plain, found


def _by_place(part: str, value: Mapping[Any, Any]) -> tuple[dict[str, str], list[Finding]]:
    """Texts by figure or section. What is empty is left out."""
    kept: dict[str, str] = {}
    found = []
    for place, text in value.items():
        is_number = isinstance(text, int) and not isinstance(text, bool)
        if not isinstance(place, str) or not place.isascii() or not (isinstance(text, str) or is_number):
            found.append(
                Finding("wrong-type", {"field": f"{part}.{readable(place)}", "value": readable(text)})
            )
        elif str(text).strip():
            kept[place] = str(text).strip()
    return kept, found


def _unknown(plain: Mapping[str, Any], now: sheets.Sheet) -> list[Finding]:
    """Places that the form does not have, and figures that are none."""
    found = handing_in.check_content({**plain, "computed": now.computed}, now.form, now.earlier)
    return [each for each in found if each.code in ("return-figure-unknown", "return-figure-malformed")]
