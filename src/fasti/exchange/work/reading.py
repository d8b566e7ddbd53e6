"""A narrative report read and set beside the register: its text with the claims, kept in the folder of the job.

The uploaded file is gone as soon as it was read. What was read is its reader's until they remove it, and `KEPT` days
at most.
"""

from __future__ import annotations

import hashlib
import json
import pathlib
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from fasti import charter, claims
from fasti.access import log
from fasti.access.models import Account, Job
from fasti.access.sight import Sight
from fasti.dates import axes, periods
from fasti.indicators import figures
from fasti.operations import jobs
from fasti.operations.jobs.record import OVER
from fasti.reports import discretion, readings, reconcile, wordings

KIND, FILE = "reading", "reading.json"
KEPT = 30
"""Days after which a reading is dropped."""
SUFFIXES = (".txt", ".docx", ".pdf")
LARGEST = 20 * 2**20
"""Bytes of an upload."""


class NotKept(LookupError):
    """The file of a reading is gone, as after restoring a backup of an older version: it has to be read anew."""


def work(task: jobs.Task) -> jobs.Answer:
    """Read the report, ask the register, keep what came of it; the upload is removed whatever comes of it."""
    path = task.folder / task.question["file"]
    try:
        return _read(task, path)
    finally:
        path.unlink(missing_ok=True)


def _read(task: jobs.Task, path: pathlib.Path) -> jobs.Answer:
    asked, pack = task.question, task.pack
    if pack.claimed is None:
        raise jobs.Refused("unreadable", finding="claims-pack-silent", args={"value": pack.id})
    document = claims.open_document(path, encoding=asked.get("encoding", ""))
    report = claims.read(
        document, claimed=pack.claimed, lang=asked.get("text_lang") or None, unit=asked["unit"],
        period=asked["period"], wordings=_learned(task),
    )  # fmt: skip
    try:
        found = reconcile.reconcile(
            pack, report, unit=asked["unit"], period=periods.parse_asked(asked["period"]),
            boundaries=_day(asked.get("boundaries")), known=_day(asked.get("known")),
            written_on=_day(asked.get("written")), sight=task.sight, progress=task.progress,
        )  # fmt: skip
    except discretion.NotGranted as refused:
        raise jobs.Refused("not-granted") from refused
    except (figures.CannotCompute, charter.NoRule) as refused:
        raise jobs.Refused("no-report", detail=str(refused)) from refused
    told = readings.kept(document, report, found)
    told["sha256"] = hashlib.sha256(path.read_bytes()).hexdigest()
    (task.folder / FILE).write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    log.keep(task.sight, "report.read", at=task.at, unit=task.sight.home, detail=asked.get("title", ""))
    counts = {"claims": len(found.lines), "compared": found.num_compared, "differing": found.num_differing}
    return jobs.Answer((), counts)


def _learned(task: jobs.Task) -> tuple[claims.Wording, ...]:
    """The wordings of today, or of the known day as they were known on it."""
    known = _day(task.question.get("known"))
    when = axes.When(known or task.at.date(), axes.known_before(known))
    return wordings.in_force(when, sight=task.sight)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def ask(account: Account, question: Mapping[str, Any], upload: Any, *, sight: Sight, at: datetime) -> Job:
    """Keep an upload under a name of our own until it is read; readings that are too old are dropped first."""
    forget_old(at)
    name = "report" + pathlib.Path(str(upload.name)).suffix.lower()
    told = {
        **question,
        "file": name,
        "title": pathlib.PurePath(str(upload.name)).name[:120],
        "home": sight.home,
    }
    job = jobs.ask(account, KIND, told, at=at)
    jobs.take(job, name, upload.chunks())
    return job


def forget_old(now: datetime) -> None:
    """Drop the readings that were asked for too long ago."""
    for job in Job.objects.filter(kind=KIND, state__in=OVER, asked_at__lt=now - timedelta(days=KEPT)):
        jobs.remove(job)


def complaint(name: str, size: int) -> str:
    """The finding that says what is wrong with an upload before it is read; empty for nothing."""
    if pathlib.Path(name).suffix.lower() not in SUFFIXES:
        return "claims-format-unknown"
    return "claims-too-large" if size > LARGEST else "claims-empty" if not size else ""


def seen(account: Account, sight: Sight, *, tenure: int | None = None) -> QuerySet[Job]:
    """One's own readings and those of one's unit, the latest first; `may_see` says which of these are shown.

    `tenure`: by a token, those alone that this tenure asked for.
    """
    own = jobs.of_account(account, tenure=tenure).filter(kind=KIND)
    if tenure is not None or sight.home is None:
        return own
    shared = Q(state="done", question__home=sight.home)
    return Job.objects.filter(Q(account=account) | shared, kind=KIND).order_by("-id")


def may_see(job: Job, account: Account, sight: Sight, *, pack: charter.Pack) -> bool:
    """Whether a reading is shown: its reader's while the posts are held by which it was told, or shared in the unit."""
    if job.account_id == account.pk:
        return jobs.is_open(job, sight)
    is_of_unit = sight.home is not None and job.question.get("home") == sight.home
    return is_of_unit and readings.may_share(sight, job.question["unit"], pack=pack, day=sight.day)


def kept(job: Job) -> dict[str, Any]:
    """What was kept of a reading that is done. Raises `NotKept`."""
    try:
        found: dict[str, Any] = json.loads((jobs.folder(job) / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise NotKept(job.pk) from error
    return found
