"""A consolidated report in every format, for a body so large that the page would keep its reader waiting."""

from __future__ import annotations

from datetime import date

from fasti import charter
from fasti.dates import periods
from fasti.indicators import figures
from fasti.operations import jobs
from fasti.reports import assemble, discretion, formats, gather


def work(task: jobs.Task) -> jobs.Answer:
    """Gather once, write every format; with the sight of who asks, small cells left out."""
    asked, steps = task.question, len(formats.FORMATS) + 1
    try:
        gathered = gather.gather(
            task.pack,
            asked["form"],
            unit=asked["unit"],
            period=periods.Period.parse(asked["period"]),
            boundaries=_day(asked.get("boundaries")),
            beside=_day(asked.get("beside")),
            known=_day(asked.get("known")),
            with_people=discretion.asks_people(task.sight),
        )
        members = [unit.code for unit in gathered.computed.perimeter]
        limits = discretion.limits(task.sight, asked["unit"], members)
    except discretion.NotGranted as refused:
        raise jobs.Refused("not-granted") from refused
    except (figures.CannotCompute, charter.NoRule, gather.NotForPeriod) as refused:
        raise jobs.Refused("no-report", detail=str(refused)) from refused
    task.progress(1, steps)
    report = assemble.tell(discretion.seen(gathered, task.sight), lang=asked["lang"], limits=limits)
    files = []
    for done, format in enumerate(formats.FORMATS, 2):
        name = formats.filename(report, format)
        (task.folder / name).write_bytes(formats.render(report, format))
        files.append(name)
        task.progress(done, steps)
    return jobs.Answer(tuple(files), {"title": report.title, "unit_name": report.unit_name})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
