"""Jobs as they are kept: asked for, and their files, which nobody but their account gets."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from fasti.access.models import Account, Job
from fasti.access.sight import Sight

OVER = ("done", "refused", "failed")


def ask(account: Account, kind: str, question: Mapping[str, Any], *, at: datetime) -> Job:
    """Keep a job that waits to be done; a pool takes it from there."""
    job = Job.objects.create(account=account, kind=kind, question=dict(question), asked_at=at)
    folder(job).mkdir(mode=0o700, parents=True, exist_ok=True)
    return job


def take(job: Job, name: str, pieces: Iterable[bytes]) -> pathlib.Path:
    """Keep a file handed in for a job; it has its name only once it is whole, so that nobody works on half of one."""
    whole = folder(job) / name
    half = whole.with_name(f".{name}.part")
    with half.open("wb") as target:
        for piece in pieces:
            target.write(piece)
    return half.replace(whole)


def of_account(account: Account, *, tenure: int | None = None) -> QuerySet[Job]:
    """The jobs of an account, the latest first. `tenure`: those alone that a token of this tenure asked for."""
    found = Job.objects.filter(account=account).order_by("-id")
    return found if tenure is None else found.filter(question__tenure=tenure)


def folder(job: Job) -> pathlib.Path:
    """Where the files of a job are."""
    return pathlib.Path(settings.HOME) / "jobs" / str(job.pk)


BY = "by"
"""Where an answer keeps by which posts the work was done: the effects that opened the tenures."""


def grounds(sight: Sight) -> list[int]:
    """The effects that opened the tenures by which an account sees what it sees."""
    return sorted({grant.tenure_effect for grant in sight.grants if grant.tenure_effect is not None})


def is_open(job: Job, sight: Sight) -> bool:
    """Whether what came of a job may still be seen: every post by which it was done is still held."""
    return set(job.answer.get(BY, ())) <= set(grounds(sight))


def file_of(job: Job, name: str, sight: Sight) -> pathlib.Path | None:
    """A file that the answer of a job names; None for any other name, and once a post is not held any more by which the
    work was done.
    """
    path = folder(job) / name
    is_named = name in job.answer.get("files", ()) and is_open(job, sight)
    return path if is_named and path.is_file() else None


def remove(job: Job) -> None:
    """Forget a job that is over, with its files. What it recorded stays recorded."""
    if job.state not in OVER:
        raise ValueError(job.state)
    shutil.rmtree(folder(job), ignore_errors=True)
    job.delete()
