"""The register of a unit and all beneath it as files for other programs.

Only those get a format who may see all that is in it, of the unit and of all beneath it: for acts and all they say,
every class of confidentiality and every personal field; for units and posts, no names, and nothing of who holds what by
confidential acts out of sight.
"""

from __future__ import annotations

import shutil
from typing import Any

from fasti.access import log, places, rights
from fasti.access.sight import Sight
from fasti.exchange import formats
from fasti.operations import jobs
from fasti.subjects.models import Unit

OFFERED = ("xlsx", "csv", "popolo")
_WHOLE = (rights.ACTS, rights.PEOPLE, rights.PERSONAL)
_ENDINGS = {"xlsx": "xlsx", "popolo": "json"}


def may(sight: Sight, format: str, unit: int) -> bool:
    """Whether a unit's register may be exported in a format: all that is in it must be seen."""
    if format not in OFFERED:
        return False
    needed = (rights.EXPORT, rights.PEOPLE) if format == "popolo" else (rights.EXPORT, *_WHOLE)
    of = sight.ground if _is_leaf(sight, unit) else sight.ground_beneath
    if any(of(right, unit) is None for right in needed):
        return False
    ground = of(rights.ACTS, unit)
    return format == "popolo" or (ground is not None and sight.classes(ground.clearance) is None)


def _is_leaf(sight: Sight, unit: int) -> bool:
    """Whether nothing but its organs is beneath a unit: a right over the unit alone suffices then."""
    whole, near = (
        places.beneath([places.Start(unit, is_deep)], organs=sight.organs, day=sight.day)
        for is_deep in (True, False)
    )
    return not Unit.objects.filter(id__in=whole).exclude(id__in=near).exists()


def work(task: jobs.Task) -> jobs.Answer:
    """Write the files; a folder of tables is packed into one."""
    code, format = task.question["unit"], task.question["format"]
    unit = Unit.objects.filter(code=code).values_list("id", flat=True).first()
    if unit is None or not may(task.sight, format, unit):
        raise jobs.Refused("not-granted")
    writer: Any = formats.writer(format)
    asked = formats.Asked(pack=task.pack, lang=task.question["lang"], unit=code, sight=task.sight)
    try:
        name = _write(writer, asked, format, code, task)
    except formats.CannotWrite as refused:
        raise jobs.Refused("unwritable", finding=refused.code, args=dict(refused.args_)) from refused
    log.keep(task.sight, "register.exported", at=task.at, unit=unit, detail=format)
    return jobs.Answer((name,), {"unit": code})


def _write(writer: Any, asked: formats.Asked, format: str, code: str, task: jobs.Task) -> str:
    if format == "csv":
        target = task.folder / "tables"
        writer.write_to(asked, target)
        shutil.make_archive(str(task.folder / code), "zip", target)
        shutil.rmtree(target)
        return f"{code}.zip"
    name = f"{code}.{_ENDINGS[format]}"
    if formats.FORMATS[format].is_to_path:
        writer.write_to(asked, task.folder / name)
        return name
    with (task.folder / name).open("wb") as file:
        file.writelines(writer.write(asked))
    return name
