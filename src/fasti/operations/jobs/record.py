"""Jobs as they are kept: asked for, and their files, which nobody but their account gets."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from fasti.access.models import Account, Job

OVER = ("done", "refused", "failed")


def ask(account: Account, kind: str, question: Mapping[str, Any], *, at: datetime) -> Job:
    """Keep a job that waits to be done; a pool takes it from there."""
    job = Job.objects.create(account=account, kind=kind, question=dict(question), asked_at=at)
    folder(job).mkdir(mode=0o700, parents=True, exist_ok=True)
    return job


def of_account(account: Account, *, tenure: int | None = None) -> QuerySet[Job]:
    """The jobs of an account, the latest first. `tenure`: those alone that a token of this tenure asked for."""
    found = Job.objects.filter(account=account).order_by("-id")
    return found if tenure is None else found.filter(question__tenure=tenure)


def folder(job: Job) -> pathlib.Path:
    """Where the files of a job are."""
    return pathlib.Path(settings.HOME) / "jobs" / str(job.pk)


def file_of(job: Job, name: str) -> pathlib.Path | None:
    """A file that the answer of a job names; None for any other name."""
    path = folder(job) / name
    return path if name in job.answer.get("files", ()) and path.is_file() else None


def remove(job: Job) -> None:
    """Forget a job that is over, with its files. What it recorded stays recorded."""
    if job.state not in OVER:
        raise ValueError(job.state)
    shutil.rmtree(folder(job), ignore_errors=True)
    job.delete()
