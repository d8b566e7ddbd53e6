"""How commands tell returns: who owes one, a sheet with its versions, a consolidation; and the same for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from fasti import charter, words
from fasti.acts import findings
from fasti.acts.findings import Finding
from fasti.operations import telling
from fasti.reports import stated

if TYPE_CHECKING:
    from fasti.returns.consolidate import Consolidation, Sum
    from fasti.returns.expected import Expected, Overview
    from fasti.returns.sheet import Sheet
    from fasti.returns.versions import Version

_RETURN_COLUMNS: tuple[str, ...] = ("unit", "state", "due", "handed-in", "late", "version")
_FIGURE_COLUMNS = ("figure", "value", "before", "remark")
_SUM_COLUMNS = ("figure", "total", "given", "register", "missing")


def named(found: Iterable[Finding], pack: charter.Pack, lang: str) -> list[Finding]:
    """Findings with names in place of ids."""
    from fasti.operations.naming import Names

    names = Names(pack=pack, lang=lang)
    return [findings.named(each, names) for each in found]


def _table(
    headings: Sequence[str], rows: Iterable[tuple[str, ...]], lang: str, right: tuple[int, ...]
) -> list[str]:
    from fasti.reports.timelines import text

    head = tuple(words.say(f"return-column-{each}", lang) for each in headings)
    return list(text.table([head, *rows], right=right))


# -- who owes one ------------------------------------------------------------------------------------------------------


def overview(found: Overview, pack: charter.Pack, lang: str) -> list[str]:
    """The returns of a perimeter as lines: the counts, then one for each."""
    told = {"form": pack.name("form", found.form, lang), "period": words.period(found.period, lang)}
    head = words.say("return-list", lang, **told, unit=found.unit)
    counts = words.say(
        "return-counts", lang, n=found.due, intime=found.in_time, late=found.late,
        accepted=len(found.of("accepted")), missing=len(found.of("missing")),
    )  # fmt: skip
    columns, rows = _RETURN_COLUMNS, [_expected(row, lang) for row in found.rows]
    if any(row.shown_under != row.unit for row in found.rows):
        columns = (*columns, "under")
        rows = [(*cells, row.shown_under) for cells, row in zip(rows, found.rows, strict=True)]
    return [head, counts, *_mean(found, lang), *_table(columns, rows, lang, (4, 5))]


def _mean(found: Overview, lang: str) -> Iterator[str]:
    if found.mean_days_late:
        yield words.say("return-mean-late", lang, n=words.number(Fraction(found.mean_days_late), lang))


def _expected(row: Expected, lang: str) -> tuple[str, ...]:
    name = row.names.get(lang) or row.names.get("en") or next(iter(row.names.values()), "")
    return (
        f"{name} ({row.unit})" if name else row.unit,
        words.say(f"return-state-{row.state.replace('_', '-')}", lang),
        words.day(row.duty.due, lang, style="short"),
        words.day(row.first_on, lang, style="short") if row.first_on else "",
        words.number(row.days_late, lang) if row.days_late else "",
        str(row.version) if row.version else "",
    )


def plain_overview(found: Overview) -> dict[str, Any]:
    """The same for programs."""
    mean = found.mean_days_late
    return {
        "form": found.form, "period": found.period.code, "unit": found.unit, "due": found.due,
        "in_time": found.in_time, "late": found.late, "accepted": len(found.of("accepted")),
        "mean_days_late": None if mean is None else str(mean),
        "returns": [
            {
                "unit": row.unit, "state": row.state, "version": row.version, "due_on": row.duty.due.isoformat(),
                "closes_on": row.closes_on.isoformat() if row.closes_on else None,
                "first_on": row.first_on.isoformat() if row.first_on else None, "days_late": row.days_late,
                "is_late": row.is_late, "is_corrected": row.is_corrected, "act": row.act,
                "shown_under": row.shown_under,
            }
            for row in found.rows
        ],
    }  # fmt: skip


# -- one return --------------------------------------------------------------------------------------------------------


def sheet(found: Sheet, made: Sequence[Version], pack: charter.Pack, lang: str) -> list[str]:
    """A return as lines: state and days, figures, texts, what it lacks, its versions."""
    told = {"form": pack.name("form", found.form.id, lang), "period": words.period(found.period, lang)}
    state = words.say(f"return-state-{(found.state or 'missing').replace('_', '-')}", lang)
    lines = [words.say("return-sheet", lang, **told, unit=found.code, state=state)]
    lines.append(words.say("return-due", lang, day=found.duty.due, article=found.duty.reference))
    if found.closes_on:
        lines.append(words.say("return-closes", lang, day=found.closes_on, article=found.form.reference))
    teller = stated.Teller(pack, found.form, lang)
    lines += _table(_FIGURE_COLUMNS, _figures(found, teller), lang, (1, 2))
    for id, text in found.content.get("narrative", {}).items():
        lines += ["", teller.place(id), text]
    for text in found.content.get("proposals", ()):
        lines.append(f"{words.say('effect-proposals', lang)}: {text}")
    for id, text in found.reasons.items():
        lines.append(f"{words.say('effect-reasons', lang)} ({teller.place(id)}): {text}")
    for each in named(found.findings, pack, lang):
        lines.append("! " + telling.sentence(each, lang, pack=pack))
    return [*lines, *_versions(made, teller)]


def _figures(found: Sheet, teller: stated.Teller) -> Iterator[tuple[str, ...]]:
    declared = found.content.get("declared", {})
    listed = found.form.handed_in.declared if found.form.handed_in else ()
    remarks, mark = found.content.get("remarks", {}), words.say("effect-declared", teller.lang)
    for id in found.form.figures:
        yield _line(id, teller.place(id), found.computed.get(id, ""), found, remarks, teller)
    for each in listed:
        name = f"{teller.place(each.id)} ({mark})"
        yield _line(each.id, name, declared.get(each.id, ""), found, remarks, teller)


def _line(
    id: str, name: str, value: str, found: Sheet, remarks: Mapping[str, str], teller: stated.Teller
) -> tuple[str, ...]:
    before = found.earlier.before.get(id, "")
    shown = teller.figure(id, before) if before else ""
    return name, teller.figure(id, value), shown, remarks.get(id, "")


def _versions(made: Sequence[Version], teller: stated.Teller) -> Iterator[str]:
    from fasti.returns import versions

    lang = teller.lang
    for at, each in enumerate(made):
        line = words.say("return-version", lang, n=each.number, day=each.on, act=each.act)
        if each.answer and each.answered_on:
            state = words.say(f"return-state-{each.answer.replace('_', '-')}", lang)
            line += "; " + words.say(
                "return-answer", lang, state=state, day=each.answered_on, act=each.answered_by
            )
        yield line
        yield from _beneath(each, teller)
        for other in versions.differences(made[at - 1], each) if at else ():
            before, after = (teller.figure(other.place, text) for text in (other.before, other.after))
            yield f"    {teller.place(other.place)}: {before} → {after}"


def _beneath(version: Version, teller: stated.Teller) -> Iterator[str]:
    """What a version says of the returns beneath, as it was signed: the units in its totals, each total."""
    found, lang = version.beneath, teller.lang
    if not found.due:
        return
    yield "    " + words.say("return-beneath", lang, n=len(found.included), m=found.due)
    if found.missing:
        yield f"    {words.say('effect-missing', lang)}: {', '.join(found.missing)}"
    for id, total in found.totals.items():
        given = words.say("return-of", lang, n=found.num_given(id), m=found.due)
        told = teller.figure(id, total)
        if found.num_given(id) < found.due:
            told = words.say("return-partial", lang, total=told)
        yield f"    {teller.place(id)}: {told}; {given}"


def plain_sheet(found: Sheet, made: Sequence[Version], pack: charter.Pack, lang: str) -> dict[str, Any]:
    """The same for programs."""
    return {
        "unit": found.code, "form": found.form.id, "period": found.period.code, "state": found.state,
        "version": found.version, "due_on": found.duty.due.isoformat(),
        "closes_on": found.closes_on.isoformat() if found.closes_on else None,
        "computed": dict(found.computed), **{key: found.content.get(key) for key in found.content},
        "reasons": dict(found.reasons),
        "findings": [
            {"code": each.code, "sentence": telling.sentence(each, lang, pack=pack)}
            for each in named(found.findings, pack, lang)
        ],
        "versions": [
            {
                "version": each.number, "act": each.act, "on": each.on.isoformat(),
                "computed": dict(each.computed), "declared": dict(each.declared), "remarks": dict(each.remarks),
                "answer": each.answer, "answered_by": each.answered_by, "reasons": dict(each.reasons),
                "beneath": {
                    "included": list(each.beneath.included), "missing": list(each.beneath.missing),
                    "consolidated": dict(each.beneath.totals),
                    "lacking": {id: list(units) for id, units in each.beneath.lacking.items()},
                    "differences": [
                        {"figure": id, "unit": one.unit, "reason": one.reason, "known_on": one.known_on.isoformat()}
                        for id, some in each.beneath.differences.items()
                        for one in some
                    ],
                },
            }
            for each in made
        ],
    }  # fmt: skip


# -- consolidation -----------------------------------------------------------------------------------------------------


def consolidation(found: Consolidation, pack: charter.Pack, lang: str) -> list[str]:
    """The totals as lines, the missing named first, deviations from the register last."""
    told = {
        "form": pack.name("form", found.overview.form, lang),
        "period": words.period(found.overview.period, lang),
        "unit": found.overview.unit,
    }
    lines = [words.say("return-consolidated", lang, **told, n=len(found.accepted), m=found.overview.due)]
    for row in found.missing:
        state = words.say(f"return-state-{row.state.replace('_', '-')}", lang)
        lines.append(
            "! " + words.say("return-not-in-totals", lang, unit=_expected(row, lang)[0], state=state)
        )
    form = pack.form(found.overview.form, as_of=found.overview.period.last_day)
    teller = stated.Teller(pack, form, lang)
    lines += _table(_SUM_COLUMNS, (_sum(each, teller) for each in found.sums), lang, (1, 2, 3))
    for each in found.deviations:
        lines.append("≠ " + words.say(
            f"return-deviation-{each.reason.replace('_', '-')}", lang, unit=each.unit,
            figure=teller.place(each.figure), stated=teller.figure(each.figure, each.stated),
            register=teller.figure(each.figure, each.register), day=each.known_on,
        ))  # fmt: skip
    for unit, text in found.proposals:
        lines.append(f"{words.say('effect-proposals', lang)} ({unit}): {text}")
    return lines


def _sum(each: Sum, teller: stated.Teller) -> tuple[str, ...]:
    name, lang = teller.place(each.figure), teller.lang
    if each.is_declared:
        name = f"{name} ({words.say('effect-declared', lang)})"
    total = teller.figure(each.figure, each.total)
    if each.total and each.is_partial:
        total = words.say("return-partial", lang, total=total)
    return (
        name, total, words.say("return-of", lang, n=each.num_given, m=each.num_due),
        teller.figure(each.figure, each.register) if each.register else "", ", ".join(each.missing),
    )  # fmt: skip


def plain_consolidation(found: Consolidation) -> dict[str, Any]:
    """The same for programs."""
    return {
        **plain_overview(found.overview),
        "accepted": list(found.accepted),
        "missing": [{"unit": row.unit, "state": row.state} for row in found.missing],
        "figures": [
            {
                "figure": each.figure, "is_declared": each.is_declared, "total": each.total or None,
                "num_given": each.num_given, "num_due": each.num_due, "is_partial": each.is_partial,
                "missing": list(each.missing), "register": each.register or None,
            }
            for each in found.sums
        ],
        "deviations": [
            {
                "unit": each.unit, "figure": each.figure, "stated": each.stated, "register": each.register,
                "reason": each.reason, "known_on": each.known_on.isoformat(),
            }
            for each in found.deviations
        ],
        "proposals": [{"unit": unit, "text": text} for unit, text in found.proposals],
    }  # fmt: skip
